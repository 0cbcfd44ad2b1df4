//! L67, the surprise bill, to the provider that sent it. Asks to bill the plan and to take the balance off.
//!
//! Names a protection only where confirmed facts carry it and the plan is of a kind that the rulebook covers. Where facts
//! are missing it says which, and asks for what the office knows of them.

pub(super) mod plan;

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::{Pen, in_a_row, sentences, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

/// A protection from surprise bills that the facts carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protection {
    /// Emergency care by a provider outside the network.
    Emergency,
    /// A clinician outside the network, at a place of care inside it, without signed consent.
    Facility,
}

impl Protection {
    /// Leans on the rule by which the plan counts the patient's share.
    pub fn leans_on_the_plans_share(self, pen: &mut Pen) -> bool {
        pen.leans_on(match self {
            Self::Emergency => law::EMERGENCY_SHARE,
            Self::Facility => law::FACILITY_SHARE,
        })
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Emergency => "emergency care by a provider outside the network",
            Self::Facility => {
                "care by a clinician outside the network at a hospital or other facility inside it, without signed consent"
            }
        }
    }
}

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L67, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if pen.yes(Field::InNetwork) {
        return Err(Refused::InNetwork);
    }
    if pen.no(Field::Emergency) && pen.no(Field::FacilityInNetwork) {
        return Err(Refused::NoSurprise);
    }
    let to = frame::biller(&mut pen)?;
    let protection = protection(&pen);
    let re = match protection {
        Some(_) => "Surprise bill: request to bill the plan and to take the balance off",
        None => "Possible surprise bill: request to bill the plan and to review the balance",
    };
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = [
        line!["This bill is for care"],
        with(" on ", pen.fact(Field::ServiceDate)),
        with(" at ", pen.fact(Field::Facility)),
        with(" by ", pen.fact(Field::Provider)),
        line![
            ". I ask you to bill the health plan for it, and to take the balance above the patient's in-network share off \
             the account"
        ],
        line![if protection.is_some() { "." } else { " if a protection from surprise bills applies." }],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let known = facts(&pen);
    if !known.is_empty() {
        pen.paragraph("facts", known);
    }
    note_missing(&mut pen, protection);
    open_questions(&mut pen);

    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&mut pen, protection);
    pen.list("ask", items);
    pen.paragraph("hold", account::hold_without_prejudice("Until this is settled"));
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    pen.lacks(gap::PLAN_NAME);
    pen.lacks(gap::EOB_COPY);
    Ok(pen.finish(re))
}

/// What is known, one plain sentence each.
pub(super) fn facts(pen: &Pen) -> Line {
    let mut said = Vec::new();
    if pen.yes(Field::Emergency) {
        said.push(line!["The care was an emergency."]);
    }
    if pen.no(Field::InNetwork) {
        said.push(match pen.fact(Field::Provider) {
            Some(provider) => line![provider, " is not in the plan's network."],
            None => line!["The provider is not in the plan's network."],
        });
    }
    if pen.yes(Field::FacilityInNetwork) {
        said.push(match pen.fact(Field::Facility) {
            Some(facility) => line![facility, " is in the plan's network."],
            None => line!["The place of care is in the plan's network."],
        });
    }
    if pen.no(Field::SignedConsent) {
        said.push(line!["No form was signed that agrees to out-of-network care and its cost."]);
    }
    sentences(said)
}

/// The protection that the facts carry.
pub(super) fn protection(pen: &Pen) -> Option<Protection> {
    if !pen.no(Field::InNetwork) || by_ambulance(pen) {
        return None;
    }
    // Only where the law of this very plan carries it.
    let binds = |id| pen.book.rule(id).and_then(|rule| pen.cite(rule)).is_some();
    if pen.yes(Field::Emergency) {
        return binds("surprise-emergency-bill").then_some(Protection::Emergency);
    }
    let facility = pen.yes(Field::FacilityInNetwork) && pen.no(Field::SignedConsent);
    (facility && binds("surprise-facility-bill")).then_some(Protection::Facility)
}

/// What would decide which protection there is.
pub(super) fn note_missing(pen: &mut Pen, protection: Option<Protection>) {
    for gap in [gap::SURPRISE_EMERGENCY, gap::SURPRISE_NETWORK] {
        pen.lacks(gap);
    }
    if !pen.yes(Field::Emergency) {
        pen.lacks(gap::SURPRISE_FACILITY);
        pen.lacks(gap::SIGNED_CONSENT);
    }
    if protection.is_none() {
        pen.leaves_out(Unclaimed::SurpriseBill);
    }
}

/// Ambulances have rules of their own, and those on the ground few. The letter names none for them.
fn by_ambulance(pen: &Pen) -> bool {
    let names = [Field::Biller, Field::Provider, Field::Service];
    names
        .into_iter()
        .filter_map(|field| pen.fact(field))
        .any(|name| name.printed().to_lowercase().contains("ambulance"))
}

/// What is not known yet, said plainly.
fn open_questions(pen: &mut Pen) {
    let open = |field| pen.case.fact(field).is_none();
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    let facility = pen.fact(Field::Facility).map_or_else(|| line!["the place of care"], |facility| line![facility]);
    let emergency = pen.yes(Field::Emergency);
    let network = " was in the plan's network on that day";
    let mut missing = Vec::new();
    if open(Field::Emergency) && !(pen.yes(Field::FacilityInNetwork) && pen.no(Field::SignedConsent)) {
        missing.push(line!["whether the care counts as an emergency"]);
    }
    if open(Field::InNetwork) {
        missing.push([line!["whether "], provider, line![network]].concat());
    }
    if !emergency && open(Field::FacilityInNetwork) {
        missing.push([line!["whether "], facility, line![network]].concat());
    }
    if !emergency && open(Field::SignedConsent) {
        missing.push(line!["whether a form was signed that agrees to out-of-network care and its cost"]);
    }
    if !missing.is_empty() {
        let rest = ". Please tell me what your records show.";
        pen.paragraph("open", [line!["I do not know yet "], in_a_row(missing), line![rest]].concat());
    }
}

fn asks(pen: &mut Pen, protection: Option<Protection>) -> Vec<Line> {
    let check = protection
        .map(|held| line!["Check this bill against the protection from surprise bills for ", held.words(), "."]);
    let bill = bill_the_plan(pen, protection);
    let balance = match protection {
        Some(_) => {
            "Take off the account everything above the patient's in-network share, as the plan sets it, and send me a \
             corrected bill."
        }
        None => {
            "If a protection from surprise bills applies, take off the account everything above the patient's in-network \
             share, as the plan sets it, and send me a corrected bill. If you hold that none applies, tell me why."
        }
    };
    let form = if pen.yes(Field::SignedConsent) {
        "Send me a copy of the form that was signed, and name the services for which you rely on it."
    } else {
        "If you rely on a signed form, send me a copy that shows the date and the time of signing."
    };
    check.into_iter().chain([bill, line![balance], line![form]]).collect()
}

/// The plan and its numbers, so that it can be billed; and that no approval in advance was needed in an emergency.
fn bill_the_plan(pen: &mut Pen, protection: Option<Protection>) -> Line {
    let numbers = [
        with(", member ID ", pen.fact(Field::MemberId)),
        with(", group number ", pen.fact(Field::GroupNumber)),
        with(", claim number ", pen.fact(Field::ClaimNumber)),
    ];
    let plan =
        pen.fact(Field::Insurer).map(|plan| [line![" The plan is ", plan], numbers.concat(), line!["."]].concat());
    let approval = if protection == Some(Protection::Emergency) && pen.leans_on(law::EMERGENCY) {
        line![" The law does not let a plan require approval in advance for emergency care."]
    } else {
        Vec::new()
    };
    let bill = line!["Bill the health plan, if you have not done so, and wait for its decision."];
    [bill, plan.unwrap_or_default(), approval].concat()
}
