//! What an explanation of benefits leaves to the patient: as it says, else as its parts say, else what remains.

use crate::case::{Part, Statement, StatementLine};
use crate::kinds::TotalKind;
use crate::money::Cents;

/// What is left to the patient, with a range where the paper leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// At least.
    pub least: Cents,
    /// At most.
    pub most: Cents,
    /// How it is known.
    pub basis: Basis,
}

/// How a share is known, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The paper prints it.
    Printed,
    /// It is the sum of deductible, copay and coinsurance.
    Parts,
    /// It is what remains of what is allowed after what was paid.
    Remainder,
}

/// What a line leaves to the patient; nothing where the paper does not say enough.
pub(super) fn of_line(line: &StatementLine) -> Option<Share> {
    if let Some(share) = line.share {
        return Some(Share { least: share, most: share, basis: Basis::Printed });
    }
    let part = |part| line.detail.parts.get(&part).copied();
    let not_covered = part(Part::NotCovered).filter(|cents| cents.0 > 0).map_or(0, |cents| cents.0);
    let own: Vec<i64> =
        [Part::Deductible, Part::Copay, Part::Coinsurance].into_iter().filter_map(part).map(|cents| cents.0).collect();
    let (least, basis) = if own.is_empty() {
        let other = part(Part::OtherPayer).map_or(0, |cents| cents.0);
        let left = line.allowed?.0.saturating_sub(line.plan_paid?.0).saturating_sub(other);
        (left, Basis::Remainder)
    } else {
        (own.iter().fold(0_i64, |sum, part| sum.saturating_add(*part)), Basis::Parts)
    };
    // What is not covered is the patient's only if the plan assigns it so, and this paper does not say.
    let most = if basis == Basis::Parts { least.saturating_add(not_covered) } else { least };
    Some(Share { least: Cents(least), most: Cents(most), basis })
}

/// What a whole paper leaves to the patient.
pub(super) fn of_paper(eob: &Statement) -> Option<Share> {
    if let Some(total) = eob.total(TotalKind::AmountDue) {
        return Some(Share { least: total.amount, most: total.amount, basis: Basis::Printed });
    }
    sum(eob.lines.iter().map(of_line))
}

/// Shares together; nothing where one is unknown or there is none.
pub(super) fn sum(shares: impl Iterator<Item = Option<Share>>) -> Option<Share> {
    let mut whole: Option<Share> = None;
    for share in shares {
        let share = share?;
        whole = Some(whole.map_or(share, |held| Share {
            least: Cents(held.least.0.saturating_add(share.least.0)),
            most: Cents(held.most.0.saturating_add(share.most.0)),
            basis: held.basis.max(share.basis),
        }));
    }
    whole
}
