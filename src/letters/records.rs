//! L56, the request for medical records from the clinician or the hospital.
//!
//! Asks for what an appeal needs, in a form that can be sent on, and says by which rule the office answers.

use super::Draft;
use super::frame::{self, To};
use super::gap::Refused;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L56, case, book, today);
    let to = frame::clinician(&mut pen)?;
    let re = "Request for medical records";
    frame::head(&mut pen, To::Provider, line![re], to, line!["To the medical records office:"])?;
    let who = frame::on_behalf(&mut pen, To::Provider);
    let opening = [
        line!["Please send me a copy of ", pen.my(), " records of this care"],
        with(" of ", pen.fact(Field::ServiceDate)),
        line![if case.has_denial() { ". I need them to answer the health plan." } else { "." }],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    pen.paragraph("ask-lead", line!["Please send:"]);
    let items = [
        "the notes of each visit, from the first one about this problem until now;",
        "the orders, the referrals and the plan of treatment;",
        "the results of tests and images, with the reports;",
        "the list of treatments and drugs that were tried, with their dates and what came of them;",
        "what you sent to the health plan for approval, and what it answered.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    let how = when(&mut pen);
    pen.paragraph("how", how);
    frame::foot(&mut pen, line!["Thank you for your help. I have kept a copy of this letter."]);
    Ok(pen.finish(re))
}

fn when(pen: &mut Pen) -> Line {
    let form = line![
        " A file by e-mail or portal is enough. If you charge for it, please tell me the amount first. If a part does not \
         exist or you will not send it, please say which one and why."
    ];
    let time = pen.takes("records-on-request", "The time for records, and what they may cost");
    let when = match time {
        _ if pen.urgent() => line!["This is urgent: waiting could do serious harm. Please send them at once."],
        Some(time) => {
            line!["Please send them as soon as you can, and within ", time, " after you receive this letter."]
        }
        None => line!["Please send them as soon as you can, and tell me by when that will be."],
    };
    [when, form].concat()
}
