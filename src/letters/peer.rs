//! L24, the request that the plan's medical director speak with the treating clinician. No appeal, and it says so.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L24, case, book, today);
    frame::names_the_claim(&pen)?;
    let doctor = pen.fact(Field::Provider).ok_or(Refused::NoProvider)?;
    let re = "Request that your medical director speak with the treating doctor";
    frame::to_the_plan(&mut pen, re, "Dear Medical Director:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["Please have a doctor of the same field speak with ", doctor.clone(), " about this care"],
        pen.the_care(": "),
        with(", planned for ", pen.fact(Field::PlannedFor)),
        line!["."],
    ];
    pen.paragraph("opening", opening.concat());
    frame::reason(&mut pen, "Your notice");
    if pen.urgent() {
        pen.paragraph(
            "urgent",
            line!["This is urgent: waiting could do serious harm to ", pen.my(), " health. Please call today."],
        );
    }
    let papers = pen.papers(PaperKind::Criteria);
    if !papers.is_empty() {
        pen.paragraph(
            "criteria",
            [line!["I enclose the criteria that I have: "], frame::named(&papers), line!["."]].concat(),
        );
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = vec![
        line!["Call the office of ", doctor.clone(), " to set a time for the talk, and tell me when it is to be."],
        line!["Tell ", doctor.clone(), " and me until when such a talk can be had, and the number to call for it."],
        line!["Before the talk, send ", doctor, " the criteria and the points of them that you find not met."],
        line![
            "After the talk, tell me in writing who took part, with name and field of medicine, and whether the decision changes."
        ],
    ];
    pen.list("ask", items);
    for ground in [law::CRITERIA, law::REVIEWER] {
        pen.leans_on(ground);
    }
    frame::not_an_appeal(&mut pen);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    pen.lacks(gap::REASON);
    Ok(pen.finish(re))
}
