//! An explanation of benefits taken apart: how what was charged became what is left to the patient.
//!
//! Exact, and silent where the paper is: a part that it does not say is unknown, and amounts that do not come to the charge are
//! not drawn as if they did.

use super::share::{self, Share};
use crate::case::{Part, Statement, StatementLine};
use crate::kinds::TotalKind;
use crate::money::Cents;

/// What became of a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// What was charged.
    pub billed: Option<Cents>,
    /// What the plan's contract or the plan takes off.
    pub discount: Option<Cents>,
    /// What the plan paid.
    pub plan: Option<Cents>,
    /// What another payer paid.
    pub other: Option<Cents>,
    /// What is left to the patient.
    pub you: Option<Share>,
}

/// Where a part of a charge went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// Taken off.
    Discount,
    /// Paid by the plan.
    Plan,
    /// Paid by another payer.
    Other,
    /// Left to the patient.
    You,
    /// Nothing on the paper says where.
    Open,
}

impl Course {
    /// The parts of the charge in order, without empty ones; nothing where the paper does not say enough, or where its
    /// amounts come to more than the charge.
    #[must_use]
    pub fn parts(&self) -> Option<Vec<(Went, Cents)>> {
        let billed = self.billed.filter(|billed| billed.0 > 0)?.0;
        let you = self.you.map(|share| share.most);
        let known =
            [(Went::Discount, self.discount), (Went::Plan, self.plan), (Went::Other, self.other), (Went::You, you)];
        if known.iter().filter(|(_, cents)| cents.is_some()).count() < 2 {
            return None;
        }
        let mut parts = Vec::new();
        let mut rest = billed;
        for (went, cents) in known.into_iter().filter_map(|(went, cents)| Some((went, cents?.0))) {
            if cents < 0 || cents > rest {
                return None;
            }
            rest -= cents;
            if cents > 0 {
                parts.push((went, Cents(cents)));
            }
        }
        if rest > 0 {
            parts.push((Went::Open, Cents(rest)));
        }
        Some(parts)
    }
}

/// What became of the charge of a line.
#[must_use]
pub fn of_line(line: &StatementLine) -> Course {
    let part = |part| line.detail.parts.get(&part).copied();
    let not_covered = part(Part::NotCovered).map_or(0, |cents| cents.0);
    let worked_out =
        || Some(Cents((line.billed?.0.saturating_sub(line.allowed?.0).saturating_sub(not_covered)).max(0)));
    Course {
        billed: line.billed,
        discount: part(Part::Discount).or_else(worked_out),
        plan: line.plan_paid,
        other: part(Part::OtherPayer),
        you: share::of_line(line),
    }
}

/// What became of all that a paper charges: its totals as printed, else what its lines come to.
#[must_use]
pub fn of_paper(eob: &Statement) -> Course {
    let lines: Vec<Course> = eob.lines.iter().map(of_line).collect();
    let sum = |of: fn(&Course) -> Option<Cents>| -> Option<Cents> {
        let all = lines.iter().map(of).try_fold(0_i64, |sum, cents| sum.checked_add(cents?.0));
        all.filter(|_| !lines.is_empty()).map(Cents)
    };
    let total = |kind| eob.total(kind).map(|total| total.amount);
    let others = lines.iter().filter_map(|line| line.other).fold(0_i64, |sum, cents| sum.saturating_add(cents.0));
    Course {
        billed: total(TotalKind::Charges).or_else(|| sum(|line| line.billed)),
        discount: total(TotalKind::Adjustments)
            .or_else(|| sum(|line| line.discount))
            .or_else(|| Some(Cents(total(TotalKind::Charges)?.0.saturating_sub(total(TotalKind::Allowed)?.0).max(0)))),
        plan: total(TotalKind::InsurancePaid).or_else(|| sum(|line| line.plan)),
        other: total(TotalKind::OtherPayer).or((others > 0).then_some(Cents(others))),
        you: share::of_paper(eob),
    }
}
