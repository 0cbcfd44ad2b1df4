//! L55, the request to review the codes, and L10, the request for a corrected claim: to the office that has the record and
//! must send the claim.
//!
//! Asks for what the record supports and for no code by name: a code is right or wrong by what was done, not by what it
//! pays.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, in_a_row, sentences, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::{Book, LevelKind};

/// What the office is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// To compare the codes with the record, and to correct the claim where they do not fit.
    Review,
    /// To correct the claim and to send it again.
    Correct,
}

/// L55, to the clinician.
pub(super) fn review(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L55, case, book, today);
    if pen.fact(Field::ProcedureCode).is_none() && pen.fact(Field::DiagnosisCode).is_none() {
        return Err(Refused::NoCode);
    }
    let to = match frame::clinician(&mut pen) {
        Err(Refused::NoProvider) if case.bill().is_some() => frame::biller(&mut pen)?,
        named => named?,
    };
    write(pen, Asked::Review, to)
}

/// L10, to the office that bills.
pub(super) fn correct(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L10, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let grounds = [Field::Reason, Field::ReasonCode, Field::ProcedureCode, Field::DiagnosisCode];
    if grounds.iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingToCorrect);
    }
    let to = if pen.fact(Field::Biller).is_some() { frame::biller(&mut pen)? } else { frame::clinician(&mut pen)? };
    write(pen, Asked::Correct, to)
}

fn write(mut pen: Pen, asked: Asked, to: Vec<Line>) -> Result<Draft, Refused> {
    let re = match asked {
        Asked::Review => "Request to review the codes on a claim",
        Asked::Correct => "Request for a corrected claim",
    };
    frame::head(&mut pen, To::Provider, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Provider);
    let opening = match asked {
        Asked::Review => "Please check whether the codes on this claim fit the care that was given.",
        Asked::Correct => {
            "Please check this claim against the record, correct it where it is wrong, and send it again."
        }
    };
    pen.paragraph("opening", [who, line![opening]].concat());

    why(&mut pen, asked);
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen, asked);
    pen.list("ask", items);
    if appeal_is_open(&pen) {
        pen.paragraph("clock", line!["The time to appeal to the health plan goes on meanwhile."]);
    }
    if pen.case.bill().is_some() {
        let until =
            if pen.uninsured() { "Until this is settled" } else { "Until the health plan has decided on this claim" };
        pen.paragraph("hold", account::hold(until));
    }
    frame::foot(&mut pen, frame::answer());
    for gap in [gap::CODE, gap::REASON, gap::WHAT_WAS_DONE, gap::EOB_COPY] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

/// Whether there is time to appeal, so that nobody counts on a corrected claim alone.
fn appeal_is_open(pen: &Pen) -> bool {
    pen.next_step().is_some_and(|(step, _)| {
        step.level == LevelKind::InternalAppeal && step.when.value().is_some_and(|when| pen.today <= when.last_end)
    })
}

/// The codes, what the plan says of them, and what the person says was done.
fn why(pen: &mut Pen, asked: Asked) {
    let codes: Vec<Line> = [
        with("procedure code ", pen.fact(Field::ProcedureCode)),
        with("diagnosis code ", pen.fact(Field::DiagnosisCode)),
    ]
    .into_iter()
    .filter(|code| !code.is_empty())
    .collect();
    let of_the_plan = if pen.case.codes().len() > 1 { "the codes " } else { "the code " };
    let mut said = Vec::new();
    if asked == Asked::Review && !codes.is_empty() {
        said.push([line!["The papers that I have show "], in_a_row(codes), line!["."]].concat());
    }
    if let Some(code) = pen.fact(Field::ReasonCode) {
        said.push(line!["The plan's notice shows ", of_the_plan, code, " as its reason."]);
    }
    if !said.is_empty() {
        pen.paragraph("codes", sentences(said));
    }
    frame::reason(pen, "The plan's notice");
    if let Some(words) = pen.fact(Field::Statement) {
        pen.paragraph("statement", with("In my own words: ", Some(words)));
    }
}

fn asks(pen: &Pen, asked: Asked) -> Vec<Line> {
    let compare = line![
        "Compare the claim with the record of that day: the service, the code and its modifiers, the units, the \
         diagnosis, and the place of care."
    ];
    let condition = match asked {
        Asked::Review => "If a code does not fit the record, ",
        Asked::Correct => "Correct what the record does not support, and ",
    };
    let send = if pen.uninsured() {
        line!["correct it and send me a corrected bill"]
    } else {
        let plan = pen.fact(Field::Insurer).map_or_else(|| line!["the health plan"], |insurer| line![insurer]);
        let claim = with(" in place of claim ", pen.fact(Field::ClaimNumber));
        [line!["send "], plan, line![" a corrected claim"], claim, line![", marked as a correction"]].concat()
    };
    let otherwise = match asked {
        Asked::Review => "If the codes fit, tell me in writing which part of the record supports them.",
        Asked::Correct => {
            "If the claim is right as it is, tell me so in writing, and send the plan the records that it asks for."
        }
    };
    vec![
        compare,
        [line![condition], send, line![". Please change only what the record supports."]].concat(),
        line!["Tell me in writing what you changed and on which day you sent it."],
        line![otherwise],
    ]
}
