//! L45, the complaint about a surprise bill to the federal help desk. Who the desk is stands in the book.
//!
//! States the facts that [`super::surprise`] states to the provider, and no protection that they do not carry.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, sent_day, with};
use super::surprise::{self, Protection};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L45, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if pen.yes(Field::InNetwork) {
        return Err(Refused::InNetwork);
    }
    if pen.no(Field::Emergency) && pen.no(Field::FacilityInNetwork) {
        return Err(Refused::NoSurprise);
    }
    if case.bill().is_none() {
        return Err(Refused::NoBill);
    }
    let desk = book.contact("no-surprises-help-desk").ok_or(Refused::NobodyToSendTo)?;
    let to = vec![line![desk.name.clone()]];
    let re = "Complaint about a surprise bill";
    frame::head(&mut pen, To::Desk, line![re], to, line!["To whom it may concern:"])?;
    let protection = surprise::protection(&pen);
    let who = frame::on_behalf(&mut pen, To::Desk);
    let opening = [
        line!["I ask you to look at this bill. It is for care"],
        with(" on ", pen.fact(Field::ServiceDate)),
        with(" at ", pen.fact(Field::Facility)),
        with(" by ", pen.fact(Field::Provider)),
        line![". "],
        match protection {
            Some(protection) => {
                line![
                    "As I understand it, a federal protection from surprise bills holds for it: ",
                    protection.words(),
                    "."
                ]
            }
            None => {
                line!["I do not know whether a federal protection from surprise bills holds for it. Please tell me."]
            }
        },
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let facts = surprise::facts(&pen);
    if !facts.is_empty() {
        pen.paragraph("facts", facts);
    }
    if let Some(share) = pen.fact(Field::PatientShare) {
        pen.paragraph("share", line!["The plan sets the patient's share at ", share, "."]);
    }
    surprise::note_missing(&mut pen, protection);
    if let Some(on) = pen.sent_on(&[LetterKind::L67]) {
        let wrote = line!["On ", sent_day(on), " I wrote to the office that sent the bill and asked it to review it."];
        pen.paragraph("wrote", wrote);
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen);
    pen.list("ask", items);
    rules(&mut pen, protection);
    frame::foot(&mut pen, line!["Please tell me the number of my complaint. I have kept a copy of this letter."]);
    pen.note_law();
    pen.lacks(gap::BILL_COPY);
    pen.lacks(gap::EOB_COPY);
    Ok(pen.finish(re))
}

fn asks(pen: &Pen) -> Vec<Line> {
    let office = pen.fact(Field::Biller).map_or_else(|| line!["the office that sent the bill"], |biller| line![biller]);
    vec![
        [line!["Look at whether "], office, line![" may ask for more than the patient's in-network share."]].concat(),
        [line!["Look at whether "], pen.plan(), line![" worked out that share by the federal rules."]].concat(),
        line!["If not, have the bill and the claim put right, and what was paid beyond the share paid back."],
        line!["If this is not a matter for you, tell me which office it is for."],
    ]
}

fn rules(pen: &mut Pen, protection: Option<Protection>) {
    match protection {
        Some(Protection::Emergency) => pen.leans_on(law::EMERGENCY_BILL),
        Some(Protection::Facility) => pen.leans_on(law::FACILITY_BILL),
        None => false,
    };
    pen.leans_on(law::SURPRISE_COMPLAINT);
}
