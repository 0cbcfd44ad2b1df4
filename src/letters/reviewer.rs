//! L15, the request for the criteria, for who decided, and for whether a program took part. Asks; supposes nothing.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L15, case, book, today);
    frame::names_the_claim(&pen)?;
    let re = "Request for the criteria, the reviewers and any automated tools behind a decision";
    frame::to_the_plan(&mut pen, re, "To whom it may concern:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["I want to understand who made your decision"],
        with(" of ", pen.fact(Field::NoticeDate)),
        line![", and by what. Please send me the answers below in writing, free of charge."],
    ];
    pen.paragraph("opening", opening.concat());
    frame::reason(&mut pen, "Your notice");
    pen.paragraph("ask-lead", line!["Please tell me or send me:"]);
    let items = [
        "The rule, guideline or clinical criteria that you used, in full, with the name of who wrote it and the date of the \
         version.",
        "Each point of it that you find not met, and the page of the record that shows it.",
        "The name of each person who took part in the decision, with title, license and field of medicine, and of each medical \
         expert whose advice you obtained, whether or not you relied on it.",
        "Which records each of them had, and on which day each of them looked at them.",
        "Whether a computer program or other automated tool sorted, scored, recommended or decided this request. If so: its \
         name, what it was given, what it put out, and which person looked at that before the notice went out.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    for ground in [law::CRITERIA, law::REVIEWER, law::CLAIM_FILE, law::NOTICE_CONTENT] {
        pen.leans_on(ground);
    }
    let each = "If you do not have one of these, or will not send it, please say which one and why. Please send what you have \
                now.";
    pen.paragraph("each", line![each]);
    frame::not_an_appeal(&mut pen);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    pen.lacks(gap::REASON);
    pen.lacks(gap::NOTICE_COPY);
    Ok(pen.finish(re))
}
