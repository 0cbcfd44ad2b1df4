//! What no document can prove, asked once where the facts allow it. An answer makes a finding only of what the person said.

use std::collections::BTreeSet;

use crate::case::statement::Network;
use crate::case::{Case, Statement, StatementLine};
use crate::kinds::{Field, PaperKind, Purpose, StatementKind};

/// A question that only the person, a record or an office can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Did you receive each of these services?
    Received,
    /// Was something cancelled, or refused by you?
    Cancelled,
    /// Was the visit as long and as hard as its level says?
    VisitLevel,
    /// Were the units given, and for how long?
    UnitsAgainstTime,
    /// Does the diagnosis fit what you were treated for?
    Diagnosis,
    /// Was the care given in the setting that the bill names?
    Setting,
    /// Do lines belong together under one price: a panel, a code pair, a whole and its parts?
    Bundled,
    /// Was a daily charge, or a first hour, counted twice on a day?
    OncePerDay,
    /// Is it preventive care that the plan must cover in full?
    Preventive,
    /// Was it an emergency?
    Emergency,
    /// Was an out-of-network clinician working in an in-network place?
    FacilityInNetwork,
    /// Was it an ambulance on the ground?
    GroundAmbulance,
    /// Was there an accident, or was it at work?
    Accident,
    /// Were you given an estimate?
    Estimate,
    /// Might you have a claim to financial help?
    Assistance,
    /// Did a collector write without notice?
    Collection,
    /// Is the price above what the hospital publishes, or what others pay?
    Price,
}

impl Asked {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 17] = [
        Self::Received,
        Self::Cancelled,
        Self::Emergency,
        Self::FacilityInNetwork,
        Self::GroundAmbulance,
        Self::Accident,
        Self::Preventive,
        Self::VisitLevel,
        Self::UnitsAgainstTime,
        Self::OncePerDay,
        Self::Bundled,
        Self::Diagnosis,
        Self::Setting,
        Self::Estimate,
        Self::Price,
        Self::Assistance,
        Self::Collection,
    ];
}

/// The questions that the papers of the case allow, each once.
#[must_use]
pub fn of(case: &Case) -> Vec<Asked> {
    let papers = |kind: StatementKind| case.statements.iter().filter(move |held| held.kind == kind);
    let bills: Vec<&Statement> = papers(StatementKind::Bill).collect();
    let eobs: Vec<&Statement> = papers(StatementKind::Eob).collect();
    if bills.is_empty() && eobs.is_empty() {
        return Vec::new();
    }
    let lines: Vec<&StatementLine> = bills.iter().chain(&eobs).flat_map(|paper| &paper.lines).collect();
    let out = lines.iter().any(|line| line.detail.network == Some(Network::Out));
    let says =
        |words: &[&str]| lines.iter().any(|line| words.iter().any(|word| line.what.to_lowercase().contains(word)));
    let many_a_day = {
        let mut days = BTreeSet::new();
        lines
            .iter()
            .any(|line| !line.code.is_empty() && line.on.is_some_and(|on| !days.insert((&line.code, on, line.billed))))
    };
    let unknown = |field| case.fact(field).is_none() && !case.said_unknown(field);
    let copay = lines.iter().any(|line| line.share.is_some_and(|share| share.0 > 0));
    let asks = |asked: &Asked| match asked {
        Asked::Received | Asked::Cancelled => !lines.is_empty(),
        Asked::VisitLevel => says(&["visit", "level", "consult"]),
        Asked::UnitsAgainstTime => lines.iter().any(|line| line.units.is_some_and(|units| units > 1)),
        Asked::Diagnosis => lines.iter().any(|line| !line.detail.diagnoses.is_empty()),
        Asked::Setting => says(&["outpatient", "inpatient", "observation", "facility"]),
        Asked::Bundled => lines.len() > 2,
        Asked::OncePerDay => many_a_day || says(&["room", "per day", "initial hour", "first hour"]),
        Asked::Preventive => copay && says(&["prevent", "screen", "wellness", "physical", "vaccin", "immuni"]),
        Asked::Emergency => out && unknown(Field::Emergency),
        Asked::FacilityInNetwork => out && unknown(Field::FacilityInNetwork),
        Asked::GroundAmbulance => says(&["ambulance"]),
        Asked::Accident => !eobs.is_empty(),
        Asked::Estimate => {
            bills.iter().any(|bill| !bill.lines.is_empty()) && papers(StatementKind::Estimate).next().is_none()
        }
        Asked::Price => bills.iter().any(|bill| !bill.lines.is_empty()),
        Asked::Assistance => case.purpose == Purpose::Bill && unknown(Field::HouseholdIncome),
        Asked::Collection => {
            case.documents.iter().any(|paper| paper.kind == PaperKind::Other && says_collector(&paper.text))
        }
    };
    Asked::ALL.into_iter().filter(asks).collect()
}

fn says_collector(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("debt collector") || text.contains("collection agency")
}
