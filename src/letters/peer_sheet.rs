//! L54, one page for the clinician's call with the plan's reviewer (peer-to-peer): the decision in the plan's words, the
//! numbers, and what to ask.
//!
//! Argues no medicine. Sets no day that the notice does not state.

use super::Draft;
use super::criteria::{self, Sheet};
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Block, Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L54, case, book, today);
    if pen.fact(Field::Service).is_none() && pen.fact(Field::ProcedureCode).is_none() {
        return Err(Refused::NoCare);
    }
    let to = frame::clinician(&mut pen)?;
    let re = "Your call with the plan's reviewer (peer-to-peer)";
    let dear = match pen.fact(Field::Provider) {
        Some(provider) => line!["Dear ", provider, ":"],
        None => line!["To whom it may concern:"],
    };
    frame::head(&mut pen, To::Provider, line![re], to, dear)?;
    let who = frame::on_behalf(&mut pen, To::Provider);
    let opening = [
        line!["Would you please call "],
        pen.plan(),
        line![
            " and speak with the clinician who reviewed this decision? Many plans offer such a call for a few days only, so \
             please call soon."
        ],
        line![if pen.urgent() { " This is urgent: waiting could do serious harm." } else { "" }],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let numbers = numbers(&mut pen);
    pen.paragraph("numbers", numbers);
    pen.lacks(gap::REASON);
    frame::reason(&mut pen, "The plan's notice");
    let items: Vec<Line> = criteria::sheets(&pen).iter().flat_map(Sheet::words).collect();
    if criteria::fit(&items) {
        pen.paragraph("criteria-lead", line!["The plan's criteria say:"]);
        pen.part("criteria", Block::List { numbered: false, items });
    } else if pen.paper(PaperKind::Criteria).is_some() {
        pen.paragraph("criteria", line!["I enclose the plan's criteria."]);
    }
    pen.paragraph("ask-lead", line!["In the call, please:"]);
    let items = [
        "ask which criterion the reviewer finds not met, and on which record that rests;",
        "answer that point from the chart, and say why this care is needed now;",
        "ask whether the reviewer is trained in this field of medicine;",
        "ask what else would change the decision, and where to send it;",
        "note the day, the reviewer's name, the reference number and the answer, and send me the note.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    let apart = "The call is no appeal and does not stop the time to appeal. I keep my right to appeal beside it.";
    pen.paragraph("apart", line![apart]);
    frame::foot(&mut pen, line!["Thank you for your help. I have kept a copy of this letter."]);
    pen.lacks(gap::CRITERIA);
    Ok(pen.finish(re))
}

/// What the office dials and looks up.
fn numbers(pen: &mut Pen) -> Line {
    let codes = [
        with(" The procedure code is ", pen.fact(Field::ProcedureCode)),
        with(" The diagnosis code is ", pen.fact(Field::DiagnosisCode)),
    ];
    let codes = codes.into_iter().filter(|line| !line.is_empty()).flat_map(|line| [line, line!["."]].concat());
    let phone = match pen.need(gap::PEER_PHONE) {
        Some(phone) => line!["The number on the notice is ", phone, ". Please ask there for the peer-to-peer call."],
        None => line!["Please ask the plan's line for providers for the peer-to-peer call."],
    };
    [phone, codes.collect()].concat()
}
