//! Whether the law of the person's state is theirs, in words.
//!
//! Knows no case and no number of law.

use crate::finding::Finding;
use crate::kinds::{CoverageKind, Field};
use crate::rulebook::schema::Place;

/// Whose law it is, for a coverage that may not be known yet; `None` where nothing depends on it.
#[must_use]
pub fn of(coverage: &Finding<CoverageKind>, place: Option<&Place>) -> Option<String> {
    match coverage {
        Finding::Certain(kind) | Finding::Assumed { value: kind, .. } => of_kind(*kind, place),
        Finding::Unknown { ask } if *ask == [Field::Funding] => Some(format!(
            "Whether {} applies depends on who pays the claims. If the plan is insured, it does. If the employer pays \
             (self-funded), it mostly does not.",
            law(place)
        )),
        Finding::Unknown { .. } => None,
    }
}

/// Whose law it is, for a kind of coverage; `None` where nothing depends on it.
#[must_use]
pub fn of_kind(kind: CoverageKind, place: Option<&Place>) -> Option<String> {
    let law = law(place);
    Some(match kind {
        CoverageKind::Individual | CoverageKind::EmployerInsured | CoverageKind::Student => format!(
            "This plan is insured, so {law} applies to it beside federal law. If the policy was issued in another state, \
             that state\u{2019}s law does. The letter says where the review goes."
        ),
        CoverageKind::EmployerSelfFunded => format!(
            "The employer pays this plan\u{2019}s claims itself (self-funded). So federal law applies, and {law} mostly \
             does not: its own times for a review are not yours."
        ),
        CoverageKind::Government | CoverageKind::Church | CoverageKind::Grandfathered => format!(
            "For this kind of plan it depends whether {law} applies. Ask: \u{201c}Is our plan insured or \
             self-funded?\u{201d} The letter says where the review goes."
        ),
        CoverageKind::Medicaid | CoverageKind::MedicaidPlan | CoverageKind::Chip => {
            let state = place.map_or("your state", |place| place.name.as_str());
            format!("This program is run by the state: {state} sets times of its own within federal limits.")
        }
        CoverageKind::Fehb
        | CoverageKind::Medicare
        | CoverageKind::MedicareAdvantage
        | CoverageKind::PartD
        | CoverageKind::Tricare
        | CoverageKind::Va => "Federal law applies to this coverage. State law on appeals does not.".to_owned(),
        CoverageKind::Medigap
        | CoverageKind::ShortTerm
        | CoverageKind::SharingMinistry
        | CoverageKind::DentalVision
        | CoverageKind::Uninsured
        | CoverageKind::WorkersCompensation
        | CoverageKind::Auto => return None,
    })
}

/// The way to what a state adds.
#[must_use]
pub fn adds(place: &Place) -> String {
    format!("What {} adds, and who helps there", place.name)
}

fn law(place: Option<&Place>) -> String {
    place.map_or_else(|| "the law of your state".to_owned(), |place| format!("the law of {}", place.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::book;

    #[test]
    fn one_state_is_said_to_be_the_law_of_an_insured_plan_and_not_of_a_self_funded_one() {
        let ohio = book().place("OH");
        let said = |kind| of(&Finding::Certain(kind), ohio).unwrap_or_default();
        assert!(said(CoverageKind::EmployerInsured).contains("so the law of Ohio applies"));
        assert!(said(CoverageKind::EmployerSelfFunded).contains("the law of Ohio mostly does not"));
        assert_eq!(of_kind(CoverageKind::Uninsured, ohio), None);
        let open = of(&Finding::Unknown { ask: vec![Field::Funding] }, None);
        assert!(open.is_some_and(|said| said.starts_with("Whether the law of your state applies depends")));
        assert_eq!(of(&Finding::Unknown { ask: vec![Field::CoverageFrom] }, ohio), None);
    }
}
