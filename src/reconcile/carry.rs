//! What a letter takes up of what does not fit: the findings that belong into it, each with what its amounts rest on.
//!
//! Letters ask [`carry`] and write their own sentences. A finding that is *likely* is to be put as a question; one that is
//! *proven* may be stated. Knows no letter: who asks says what for.

use super::{Found, Grade, Kind, PaperKind, Reconciliation};
use crate::case::{At, Case, Number, Provenance, Statement};
use crate::kinds::TotalKind;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The plan processes a claim again at the in-network rate (L08).
    InNetwork,
    /// The office corrects the claim (L10).
    CorrectedClaim,
    /// The plan sends an explanation of benefits that is missing or not finished (L18).
    MissingEob,
    /// The plan corrects what it counted or how it came to the share (L19).
    Accumulators,
    /// The office itemizes the bill (L60).
    Itemized,
    /// The office holds the account (L61).
    Hold,
    /// The office bills the plan first (L62).
    PlanFirst,
    /// The office corrects its bill (L63 to L66).
    Dispute,
    /// The office pays back (L75).
    Refund,
}

/// A finding as a letter carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The finding: its kind has the exact amounts, its grade says whether to state it or to ask.
    pub found: Found,
    /// What it rests on: the words of its lines and of the totals that it compares, on each paper. Never empty for a paper
    /// with words.
    pub rests_on: Vec<(Number, Provenance)>,
}

impl Carried {
    /// Whether a letter may state it; else it asks.
    #[must_use]
    pub fn may_state(&self) -> bool {
        self.found.grade == Grade::Proven
    }
}

/// The findings that a letter for this purpose takes up, the surest and largest first.
///
/// With a bill named, only what is about that bill or the explanations of benefits that it rests on.
#[must_use]
pub fn carry(case: &Case, of: &Reconciliation, purpose: Purpose, bill: Option<Number>) -> Vec<Carried> {
    let papers: Option<Vec<Number>> = bill.map(|bill| {
        let eobs = of.owed.iter().filter(|owed| owed.bill == bill).flat_map(|owed| owed.eobs.iter().copied());
        eobs.chain([bill]).collect()
    });
    let wanted = |found: &&Found| {
        purposes(&found.kind).contains(&purpose) && papers.as_ref().is_none_or(|papers| papers.contains(&found.paper))
    };
    of.findings.iter().filter(wanted).map(|found| carried(case, of, found)).collect()
}

fn carried(case: &Case, of: &Reconciliation, found: &Found) -> Carried {
    let line = |at: &At| Some((at.statement, case.statement(at.statement)?.lines.get(at.line)?.from.clone()));
    let mut rests_on: Vec<(Number, Provenance)> = found.lines.iter().filter_map(line).collect();
    let eobs = of.owed.iter().filter(|owed| owed.bill == found.paper).flat_map(|owed| owed.eobs.iter().copied());
    let papers = eobs.chain([found.paper]).filter_map(|number| case.statement(number));
    for paper in papers {
        rests_on.extend(totals(paper, compared(&found.kind)));
    }
    Carried { found: found.clone(), rests_on }
}

fn totals(paper: &Statement, kinds: &[TotalKind]) -> Vec<(Number, Provenance)> {
    let held = paper.totals.iter().filter(|total| kinds.contains(&total.kind));
    held.map(|total| (paper.number, total.from.clone())).collect()
}

/// The totals that a finding compares.
fn compared(kind: &Kind) -> &'static [TotalKind] {
    match kind {
        Kind::AboveShare { .. } => &[TotalKind::AmountDue, TotalKind::PatientPaid],
        Kind::DiscountMissing { .. } => &[TotalKind::Adjustments, TotalKind::Allowed, TotalKind::AmountDue],
        Kind::PlanPaymentMissing { .. } => &[TotalKind::InsurancePaid, TotalKind::AmountDue],
        Kind::OwnPaymentMissing { .. } | Kind::Overpaid { .. } => &[TotalKind::PatientPaid, TotalKind::AmountDue],
        Kind::AboveEstimate { .. } | Kind::OnPaper(PaperKind::Subtotal) => &[TotalKind::Charges],
        Kind::OnPaper(PaperKind::Due | PaperKind::TwoDue) => &[TotalKind::AmountDue],
        Kind::OnPaper(PaperKind::Patient | PaperKind::Day)
        | Kind::NoItemization
        | Kind::BilledBeforePlan { .. }
        | Kind::NoEob
        | Kind::NotFinal
        | Kind::NotOnEob { .. }
        | Kind::MoreOften { .. }
        | Kind::OnTwoBills { .. }
        | Kind::MoreUnits { .. }
        | Kind::OtherCharge { .. }
        | Kind::OtherCode { .. }
        | Kind::OtherDay { .. }
        | Kind::LineDoesNotAdd { .. }
        | Kind::ShareIsNotItsParts { .. }
        | Kind::DeductibleMet { .. }
        | Kind::CoinsuranceRate { .. }
        | Kind::CopayDiffers { .. }
        | Kind::LimitPassed { .. }
        | Kind::OtherNetwork
        | Kind::LateFee
        | Kind::FollowUp { .. } => &[],
    }
}

/// What a finding is taken up for.
#[must_use]
pub fn purposes(kind: &Kind) -> &'static [Purpose] {
    match kind {
        Kind::NoItemization => &[Purpose::Itemized, Purpose::Hold],
        Kind::BilledBeforePlan { .. } => &[Purpose::PlanFirst, Purpose::Hold],
        Kind::NoEob => &[Purpose::MissingEob, Purpose::PlanFirst, Purpose::Hold],
        Kind::NotFinal => &[Purpose::MissingEob, Purpose::Hold],
        Kind::NotOnEob { .. } => &[Purpose::PlanFirst, Purpose::Dispute, Purpose::Hold],
        Kind::AboveShare { .. }
        | Kind::DiscountMissing { .. }
        | Kind::PlanPaymentMissing { .. }
        | Kind::OwnPaymentMissing { .. }
        | Kind::OnTwoBills { .. } => &[Purpose::Dispute, Purpose::Hold],
        Kind::MoreOften { .. } | Kind::MoreUnits { .. } | Kind::OtherCharge { .. } => {
            &[Purpose::CorrectedClaim, Purpose::Itemized, Purpose::Dispute, Purpose::Hold]
        }
        Kind::OtherCode { .. } | Kind::OtherDay { .. } => &[Purpose::CorrectedClaim, Purpose::Dispute],
        Kind::LineDoesNotAdd { .. }
        | Kind::ShareIsNotItsParts { .. }
        | Kind::DeductibleMet { .. }
        | Kind::CoinsuranceRate { .. }
        | Kind::CopayDiffers { .. }
        | Kind::LimitPassed { .. } => &[Purpose::Accumulators],
        Kind::OtherNetwork => &[Purpose::InNetwork],
        Kind::LateFee | Kind::AboveEstimate { .. } | Kind::FollowUp { .. } => &[Purpose::Dispute],
        Kind::Overpaid { .. } => &[Purpose::Refund],
        Kind::OnPaper(kind) => match kind {
            PaperKind::Subtotal | PaperKind::Due | PaperKind::TwoDue => &[Purpose::Itemized, Purpose::Dispute],
            PaperKind::Patient => &[Purpose::Dispute, Purpose::Hold],
            PaperKind::Day => &[Purpose::CorrectedClaim, Purpose::Dispute],
        },
    }
}
