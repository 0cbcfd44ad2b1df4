//! An explanation of benefits taken apart, in words.

use crate::case::Part;
use crate::money::Cents;
use crate::reconcile::Share;
use crate::reconcile::walk::{Course, Went};

/// What stands above every EOB.
pub const NO_BILL: &str = "This is not a bill. It is how your plan counted. Pay nothing from it alone: wait for the bill, and hold the two side by side.";

/// Where a part of a charge went.
#[must_use]
pub fn went(went: Went) -> &'static str {
    match went {
        Went::Discount => "Taken off the charge",
        Went::Plan => "Paid by the plan",
        Went::Other => "Paid by another insurer",
        Went::You => "Left to you",
        Went::Open => "Not explained",
    }
}

/// The name of a further amount.
#[must_use]
pub fn column(part: Part) -> &'static str {
    match part {
        Part::Discount => "Discount",
        Part::Deductible => "Deductible",
        Part::Copay => "Copay",
        Part::Coinsurance => "Coinsurance",
        Part::NotCovered => "Not covered",
        Part::OtherPayer => "Paid by another insurer",
        Part::PatientPaid => "Paid by you",
        Part::PaidToPatient => "Paid to you",
    }
}

/// What a picture of the parts says to those who do not see it.
#[must_use]
pub fn picture(billed: Cents, parts: &[(Went, Cents)]) -> String {
    let said: Vec<String> =
        parts.iter().map(|(part, cents)| format!("{} {cents}", went(*part).to_lowercase())).collect();
    format!("Of {billed} charged: {}.", said.join(", "))
}

/// What became of a charge, in sentences.
#[must_use]
pub fn story(course: &Course) -> Vec<String> {
    let mut said = Vec::new();
    said.push(match course.billed {
        Some(billed) => format!("The provider charged {billed}."),
        None => "The EOB does not say what was charged.".to_owned(),
    });
    if let Some(discount) = course.discount.filter(|cents| cents.0 > 0) {
        said.push(format!("{discount} was taken off the charge. In the network you do not pay that part."));
    }
    said.push(match course.plan {
        Some(plan) if plan.0 == 0 => "The plan paid nothing.".to_owned(),
        Some(plan) => format!("The plan paid {plan}."),
        None => "It does not say what the plan paid.".to_owned(),
    });
    if let Some(other) = course.other.filter(|cents| cents.0 > 0) {
        said.push(format!("Another insurer paid {other}."));
    }
    said.push(share(course.you));
    if course.parts().is_none() && course.billed.is_some() {
        said.push(
            "These amounts do not say all, or do not come to the charge. Ask the plan how it counted.".to_owned(),
        );
    }
    said
}

/// What is left to the patient, in a sentence.
#[must_use]
pub fn share(share: Option<Share>) -> String {
    match share {
        None => "It does not say what is left to you.".to_owned(),
        Some(share) if share.least == share.most => format!("{} is left to you.", share.most),
        Some(share) => {
            format!("{} is left to you, or up to {} with what the plan does not cover.", share.least, share.most)
        }
    }
}
