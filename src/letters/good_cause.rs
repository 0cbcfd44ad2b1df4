//! L13, why an appeal comes late, and the request to take it all the same. Goes with the appeal, never in its place.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::late;
use super::law;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L13, case, book, today);
    frame::names_the_claim(&pen)?;
    if !late::is_late(&pen) {
        return Err(Refused::NotLate);
    }
    let why = pen.fact(Field::WhyLate).ok_or(Refused::NoReasonForLateness)?;
    let re = "Request to accept a late appeal for good cause";
    frame::to_the_plan(&mut pen, re, "Dear Appeals Reviewer:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let written = case.letters.iter().any(|letter| letter.kind.is_appeal());
    let with_it = if written { " The appeal comes with this letter." } else { " I send the appeal as soon as I can." };
    let opening = [
        who,
        line!["Please accept my appeal of your decision"],
        with(" of ", pen.fact(Field::NoticeDate)),
        line![" although it comes late."],
        line![with_it],
    ];
    pen.paragraph("opening", opening.concat());
    let stated = late::stated(&pen);
    if !stated.is_empty() {
        pen.paragraph("time", stated);
    }
    pen.paragraph("why", line!["This is why it comes late, in my own words: ", why]);
    let proof = pen.papers(PaperKind::Other);
    if !proof.is_empty() {
        pen.paragraph("proof", [line!["I enclose what shows it: "], frame::named(&proof), line!["."]].concat());
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    pen.leans_on(law::GOOD_CAUSE);
    let items = vec![
        line!["Accept the appeal as if it had come in time, and decide on the care itself."],
        line!["If you need proof of what I say here, tell me which, and give me time to send it."],
        line![
            "If you do not accept it, tell me in writing the page of the plan or the rule that you rely on, and which other \
             review is still open, with its address and its last day."
        ],
    ];
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    pen.lacks(gap::LATE_PROOF);
    pen.lacks(gap::NOTICE_COPY);
    Ok(pen.finish(re))
}
