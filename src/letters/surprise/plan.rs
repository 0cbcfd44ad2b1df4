//! L09, the surprise bill, to the plan: asks it to count the patient's share as in the network and to process the claim again.
//!
//! Rests on the same facts as the letter to the provider, and on the rule that binds the plan.

use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::letters::Draft;
use crate::letters::frame::{self, To};
use crate::letters::gap::{self, Refused};
use crate::letters::pen::{Pen, with};
use crate::paper::{Line, line};
use crate::rulebook::Book;

use super::{Protection, facts, note_missing, protection};

pub(in crate::letters) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L09, case, book, today);
    frame::names_the_claim(&pen)?;
    if pen.yes(Field::InNetwork) {
        return Err(Refused::InNetwork);
    }
    if pen.no(Field::Emergency) && pen.no(Field::FacilityInNetwork) {
        return Err(Refused::NoSurprise);
    }
    let held = protection(&pen);
    let re = match held {
        Some(_) => "Request to process the claim again: protection from a surprise bill",
        None => "Request to check the claim for a protection from surprise bills",
    };
    frame::to_the_plan(&mut pen, re, "To whom it may concern:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["Please process "],
        pen.this_claim(),
        line![" again, and count the patient's share as if the care had been in the network"],
        with(". A bill asks for ", pen.fact(Field::AmountDue)),
        line!["."],
    ];
    pen.paragraph("opening", opening.concat());
    let known = facts(&pen);
    if !known.is_empty() {
        pen.paragraph("facts", known);
    }
    frame::reason(&mut pen, "Your notice");
    note_missing(&mut pen, held);
    if let Some(held) = held {
        let line = line!["The protection from surprise bills is for ", held.words(), "."];
        pen.paragraph("protection", line);
        held.leans_on_the_plans_share(&mut pen);
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen, held);
    pen.list("ask", items);
    frame::not_an_appeal(&mut pen);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    pen.lacks(gap::EOB_COPY);
    pen.lacks(gap::BILL_COPY);
    Ok(pen.finish(re))
}

fn asks(pen: &Pen, held: Option<Protection>) -> Vec<Line> {
    let first = match held {
        Some(_) => line!["Check this claim against that protection, and count the share by it."],
        None => line![
            "Check whether the care was an emergency, whether the provider and the place of care were in the network on that \
             day, and whether a signed form was sent to you, and tell me what you find."
        ],
    };
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    vec![
        first,
        line!["Count what the patient pays toward the in-network deductible and the in-network yearly limit."],
        line!["Pay what the plan owes straight to the provider, and not to the patient."],
        [
            line!["Send a new explanation of benefits to "],
            provider,
            line![" and to me, with the most that the provider may ask of the patient."],
        ]
        .concat(),
        line![
            "If you hold that no protection applies, tell me the reason. If you rely on a signed form, send me a copy of it."
        ],
    ]
}
