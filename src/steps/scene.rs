//! What a case looks like to a play: the facts that its conditions ask about, read once.
//!
//! Knows no play's words. A fact that is not known makes no condition true but `missing`. Of the notices the denial is meant,
//! also after a later one came.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::finding::Finding;
use crate::kinds::{CoverageKind, Field, Matter, Purpose, Timing};
use crate::rulebook::schema::{Awaited, Filing, Play, Stage, When};

/// What conditions are held against.
pub(super) struct Scene<'c> {
    pub case: &'c Case,
    /// The kinds of coverage that it may still be; empty while nothing is known.
    pub coverages: Vec<CoverageKind>,
    pub stage: Stage,
    pub filing: Filing,
    /// Where the wait for the first decision stands, while it is awaited.
    pub awaited: Option<Awaited>,
    coverage_asks: Vec<Field>,
    timings: BTreeSet<Timing>,
}

impl<'c> Scene<'c> {
    pub fn new(case: &'c Case, plays: &[&Play], stage: Stage, filing: Filing, awaited: Option<Awaited>) -> Self {
        let (coverages, coverage_asks) = match case.coverage_kind() {
            Finding::Certain(kind) | Finding::Assumed { value: kind, .. } => (vec![kind], Vec::new()),
            Finding::Unknown { ask } if ask == [Field::Funding] => {
                (vec![CoverageKind::EmployerInsured, CoverageKind::EmployerSelfFunded], ask)
            }
            Finding::Unknown { ask } => (Vec::new(), ask),
        };
        Self { case, coverages, stage, filing, awaited, coverage_asks, timings: timings(case, plays) }
    }

    /// Whether the condition holds now.
    pub fn holds(&self, when: &When) -> bool {
        self.holds_at(when, self.stage)
    }

    /// Whether the condition would hold at another stage of the same case.
    pub fn holds_at(&self, when: &When, stage: Stage) -> bool {
        self.stands(when, stage)
            && (when.filing.is_empty() || when.filing.contains(&self.filing))
            && (when.coverage.is_empty() || self.is_surely(|kind| when.coverage.contains(&kind)))
            && (when.except.is_empty() || !self.is_surely(|kind| when.except.contains(&kind)))
            && (when.matter.is_empty() || self.matter().is_some_and(|matter| when.matter.contains(&matter)))
            && !self.matter().is_some_and(|matter| when.not_about.contains(&matter))
            && (when.timing.is_empty() || when.timing.iter().any(|timing| self.timings.contains(timing)))
            && (when.group.is_empty() || self.has_group(&when.group))
            && when.missing.iter().all(|field| self.lacks(*field))
            && when.known.iter().all(|field| self.case.denial_fact(*field).is_some())
            && when.yes.iter().all(|field| self.answer(*field) == Some(true))
            && when.no.iter().all(|field| self.answer(*field) == Some(false))
    }

    /// While the first decision is awaited nothing was denied, and what belongs to a stage has to wait.
    fn stands(&self, when: &When, stage: Stage) -> bool {
        match self.awaited {
            Some(awaited) => when.stage.is_empty() && (when.awaited.is_empty() || when.awaited.contains(&awaited)),
            None => when.awaited.is_empty() && (when.stage.is_empty() || when.stage.contains(&stage)),
        }
    }

    /// Whether this is so of every kind of coverage that it may still be, and there is one.
    pub fn is_surely(&self, so: impl Fn(CoverageKind) -> bool) -> bool {
        !self.coverages.is_empty() && self.coverages.iter().all(|kind| so(*kind))
    }

    fn matter(&self) -> Option<Matter> {
        self.case.fact(Field::Matter).and_then(|fact| fact.value.as_matter())
    }

    fn has_group(&self, groups: &[String]) -> bool {
        self.case.codes().iter().filter_map(|code| code.group.as_ref()).any(|group| groups.contains(group))
    }

    fn answer(&self, field: Field) -> Option<bool> {
        self.case.yes(field).map(|fact| fact.value)
    }

    /// Who pays the claims is missing only where the coverage hangs on it; whether care was given, only where neither the
    /// person nor the chosen play says so.
    fn lacks(&self, field: Field) -> bool {
        if field == Field::CoverageFrom || field == Field::Funding {
            return self.coverage_asks.contains(&field);
        }
        if field == Field::Timing {
            return self.timings.is_empty();
        }
        self.case.denial_fact(field).is_none()
    }
}

/// The person's own word first; without it, what the case was opened for and what the chosen plays take for granted. Care
/// that was given cannot be urgent.
fn timings(case: &Case, plays: &[&Play]) -> BTreeSet<Timing> {
    let mut timings: BTreeSet<Timing> = match (case.timing(), case.purpose) {
        (Some(said), _) => BTreeSet::from([said]),
        (None, Purpose::Bill) => BTreeSet::from([Timing::PostService]),
        (None, Purpose::Planning) => BTreeSet::from([Timing::PreService]),
        (None, Purpose::Denial) => plays
            .iter()
            .filter(|play| play.suggests.timings.len() == 1)
            .flat_map(|p| p.suggests.timings.clone())
            .collect(),
    };
    let urgent = case.yes(Field::Urgent).is_some_and(|fact| fact.value);
    if urgent && !timings.contains(&Timing::PostService) {
        timings.insert(Timing::Urgent);
    }
    timings
}
