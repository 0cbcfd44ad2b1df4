//! What each bill may ask for by its explanations of benefits, and what it asks for.

use std::collections::BTreeSet;

use super::share::{self, Basis, Share};
use super::{Desk, Found, Grade, Kind, compare, side};
use crate::bills;
use crate::case::statement::{ClaimState, Network};
use crate::case::{At, Number, Part, Statement};
use crate::finding::Finding;
use crate::kinds::{StatementKind, TotalKind};
use crate::money::Cents;

/// What a bill may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The bill.
    pub bill: Number,
    /// The explanations of benefits that it rests on.
    pub eobs: Vec<Number>,
    /// What the bill asks for.
    pub asks: Option<Cents>,
    /// What those explanations leave to the patient for this bill's lines; nothing where they do not say.
    pub share: Option<Share>,
    /// What the plan paid for this bill's lines, where those explanations say so.
    pub plan_paid: Option<Cents>,
    /// What other payers paid for them, as far as those explanations say.
    pub other_paid: Cents,
    /// What the patient has paid, by the bill and the receipts.
    pub paid: Cents,
    /// What the bill charges beyond what those explanations know.
    pub unexplained: Cents,
    /// What is left to pay now: the share less what was paid; the second amount counts what is unexplained too.
    pub now: Option<(Cents, Cents)>,
    /// What is to be paid back.
    pub refund: Option<Cents>,
    /// Whether some of it is open: the plan has not finished, or not every line has its other.
    pub open: bool,
}

/// What a bill may ask for.
pub(super) fn of(desk: &Desk, bill: &Statement) -> Owed {
    let eobs = desk.eobs_of(bill);
    let share = share_of(desk, bill, &eobs);
    let paired: BTreeSet<At> = desk.pairs_of(bill.number).flat_map(|pair| pair.bill.iter().copied()).collect();
    let alone = desk.bill_nodes.iter().filter(|node| node.at.statement == bill.number && !paired.contains(&node.at));
    let unexplained = alone.filter_map(|node| node.billed).filter(|cents| *cents > 0).fold(0_i64, i64::saturating_add);
    let paid = paid(desk, bill);
    let now = share.map(|share| {
        let left = |share: i64| share.saturating_sub(paid.0).max(0);
        (Cents(left(share.least.0)), Cents(left(share.most.0.saturating_add(unexplained))))
    });
    let refund = share.map(|share| paid.0.saturating_sub(share.most.0)).filter(|more| *more > 0 && unexplained == 0);
    let waiting = |eob: &&Statement| match eob.claim.state {
        Some(ClaimState::Partial | ClaimState::Waiting | ClaimState::Failed) => true,
        Some(ClaimState::Complete) | None => false,
    };
    Owed {
        bill: bill.number,
        asks: asks(bill),
        share,
        plan_paid: on_eobs(desk, bill, &eobs, TotalKind::InsurancePaid, |line| line.plan_paid.map(|cents| cents.0)),
        other_paid: on_eobs(desk, bill, &eobs, TotalKind::OtherPayer, |line| {
            Some(line.detail.parts.get(&Part::OtherPayer).map_or(0, |cents| cents.0))
        })
        .unwrap_or_default(),
        paid,
        unexplained: Cents(unexplained),
        now,
        refund: refund.map(Cents),
        open: unexplained > 0 || eobs.iter().any(waiting) || share.is_some_and(|share| share.least != share.most),
        eobs: eobs.iter().map(|eob| eob.number).collect(),
    }
}

/// What a bill asks for.
fn asks(bill: &Statement) -> Option<Cents> {
    match bills::standing(bill) {
        Finding::Certain(standing) | Finding::Assumed { value: standing, .. } => Some(standing.asks),
        Finding::Unknown { .. } => bill.total(TotalKind::AmountDue).map(|total| total.amount),
    }
}

/// What the explanations of benefits leave to the patient for the lines of a bill.
fn share_of(desk: &Desk, bill: &Statement, eobs: &[&Statement]) -> Option<Share> {
    let mut lines: BTreeSet<At> = BTreeSet::new();
    for pair in desk.pairs_of(bill.number) {
        // A line of the plan that two bills share cannot be parted between them.
        if pair.bill.iter().any(|at| at.statement != bill.number) {
            return None;
        }
        lines.extend(&pair.eob);
    }
    let parts = eobs.iter().map(|eob| {
        let own: Vec<At> = lines.iter().copied().filter(|at| at.statement == eob.number).collect();
        if own.len() == eob.lines.len() || own.is_empty() {
            return share::of_paper(eob);
        }
        share::sum(own.iter().map(|at| share::of_line(eob.lines.get(at.line)?)))
    });
    share::sum(parts)
}

/// What the explanations of benefits say of a kind of payment for the lines of a bill; nothing where one is silent.
fn on_eobs(
    desk: &Desk,
    bill: &Statement,
    eobs: &[&Statement],
    kind: TotalKind,
    of: impl Fn(&crate::case::StatementLine) -> Option<i64> + Copy,
) -> Option<Cents> {
    let mut lines: BTreeSet<At> = BTreeSet::new();
    for pair in desk.pairs_of(bill.number) {
        if pair.bill.iter().any(|at| at.statement != bill.number) {
            return None;
        }
        lines.extend(&pair.eob);
    }
    let each = |eob: &Statement| {
        let own: Vec<At> = lines.iter().copied().filter(|at| at.statement == eob.number).collect();
        if own.len() == eob.lines.len() || own.is_empty() {
            return amount(eob, kind, of);
        }
        own.iter().map(|at| of(eob.lines.get(at.line)?)).try_fold(0_i64, |sum, part| sum.checked_add(part?))
    };
    known(eobs, each).map(Cents)
}

/// What the patient has paid: as the bill says or as the receipts say, whichever is more.
fn paid(desk: &Desk, bill: &Statement) -> Cents {
    let on_bill: i64 = totals(bill, TotalKind::PatientPaid);
    Cents(on_bill.max(receipts(desk, bill)))
}

/// What the receipts of this office say that the patient paid.
fn receipts(desk: &Desk, bill: &Statement) -> i64 {
    let all = desk.case.statements.iter().filter(|held| held.kind == StatementKind::Receipt);
    let own = all.filter(|receipt| desk.bills.len() == 1 || side::same_office(receipt, bill));
    own.map(|receipt| totals(receipt, TotalKind::PatientPaid)).fold(0, i64::saturating_add)
}

/// All that a paper says of a kind; the same amount printed twice counts once.
fn totals(paper: &Statement, kind: TotalKind) -> i64 {
    let amounts: BTreeSet<i64> =
        paper.totals.iter().filter(|total| total.kind == kind).map(|total| total.amount.0).collect();
    amounts.into_iter().fold(0, i64::saturating_add)
}

/// Bills that ask for more than is left, and payments beyond what is owed.
pub(super) fn all(desk: &Desk, owed: &[Owed]) -> Vec<Found> {
    let mut found = Vec::new();
    for (bill, owed) in desk.bills.iter().zip(owed) {
        let Some(share) = owed.share else { continue };
        if let Some(refund) = owed.refund {
            let kind = Kind::Overpaid { paid: owed.paid, share: share.most };
            found.push(whole(bill, kind, sure(owed, share), refund));
        }
        let left = share.most.0.saturating_sub(owed.paid.0).max(0);
        let most = left.saturating_add(owed.unexplained.0).saturating_add(charged_more(desk, bill));
        // A bill from before the decision is not wrong for knowing nothing of it.
        let early = compare::before_plan(desk, bill).is_some();
        if let Some(asks) = owed.asks.filter(|asks| asks.0 > most && !early) {
            found.extend(excess(desk, bill, owed, share, asks, Cents(left)));
        }
    }
    found
}

fn whole(bill: &Statement, kind: Kind, grade: Grade, at_stake: Cents) -> Found {
    Found { kind, grade, paper: bill.number, lines: Vec::new(), at_stake: Some(at_stake) }
}

/// Proven only where the paper prints the share, all lines have their other, and the plan has finished.
fn sure(owed: &Owed, share: Share) -> Grade {
    if share.basis == Basis::Printed && !owed.open { Grade::Proven } else { Grade::Likely }
}

/// What lines of a bill charge beyond what the plan was told; each is a finding of its own.
fn charged_more(desk: &Desk, bill: &Statement) -> i64 {
    let more = desk.pairs_of(bill.number).filter_map(|pair| {
        let sum = |at: &[At], of_bill: bool| -> Option<i64> {
            let billed = |at: &At| if of_bill { desk.bill_node(*at)?.billed } else { desk.eob_node(*at)?.billed };
            at.iter().map(billed).try_fold(0_i64, |sum, cents| sum.checked_add(cents?))
        };
        Some(sum(&pair.bill, true)?.saturating_sub(sum(&pair.eob, false)?))
    });
    more.filter(|more| *more > 0).fold(0, i64::saturating_add)
}

/// Why a bill asks for more than is left, where the difference is exactly something that it leaves out.
fn excess(desk: &Desk, bill: &Statement, owed: &Owed, share: Share, asks: Cents, left: Cents) -> Vec<Found> {
    let grade = sure(owed, share);
    let more =
        asks.0.saturating_sub(left.0).saturating_sub(owed.unexplained.0).saturating_sub(charged_more(desk, bill));
    let eobs = desk.eobs_of(bill);
    let plan = known(&eobs, |eob| amount(eob, TotalKind::InsurancePaid, |line| line.plan_paid.map(|cents| cents.0)));
    let discount = known(&eobs, discount);
    let receipts = receipts(desk, bill);
    let taken = |kind| totals(bill, kind);
    let missing = |whole: Option<i64>, taken: i64| whole.map_or(0, |whole| whole.saturating_sub(taken).max(0));
    let no_discount = missing(discount, taken(TotalKind::Adjustments));
    let no_plan = missing(plan, taken(TotalKind::InsurancePaid));
    let no_own = missing(Some(receipts), taken(TotalKind::PatientPaid));
    let inside = eobs.iter().all(|eob| eob.lines.iter().all(|line| line.detail.network == Some(Network::In)));
    let mut causes = Vec::new();
    for set in 1..8_u8 {
        let has = |bit: u8| set & bit != 0;
        let chosen = [(1, no_discount), (2, no_plan), (4, no_own)];
        let empty = chosen.iter().any(|(bit, cents)| has(*bit) && *cents == 0);
        let sum: i64 = chosen.iter().filter(|(bit, _)| has(*bit)).map(|(_, cents)| cents).sum();
        if !empty && sum == more {
            causes.push(set);
        }
    }
    // The fewest causes that explain all of it; where two sets do, nobody can say which.
    causes.sort_by_key(|set| set.count_ones());
    let single = causes.len() == 1
        || causes.get(1).zip(causes.first()).is_some_and(|(next, first)| next.count_ones() > first.count_ones());
    let Some(set) = causes.first().copied().filter(|_| single) else {
        return vec![whole(bill, Kind::AboveShare { asks, left }, grade, Cents(more))];
    };
    let mut found = Vec::new();
    if set & 1 != 0 {
        let kind = Kind::DiscountMissing {
            discount: Cents(discount.unwrap_or_default()),
            taken: Cents(taken(TotalKind::Adjustments)),
        };
        let grade = if inside { grade } else { Grade::Likely };
        found.push(whole(bill, kind, grade, Cents(no_discount)));
    }
    if set & 2 != 0 {
        let kind = Kind::PlanPaymentMissing {
            paid: Cents(plan.unwrap_or_default()),
            taken: Cents(taken(TotalKind::InsurancePaid)),
        };
        found.push(whole(bill, kind, grade, Cents(no_plan)));
    }
    if set & 4 != 0 {
        let kind = Kind::OwnPaymentMissing { paid: Cents(receipts), taken: Cents(taken(TotalKind::PatientPaid)) };
        found.push(whole(bill, kind, grade, Cents(no_own)));
    }
    found
}

/// The sum over papers, where each says it.
fn known(eobs: &[&Statement], of: impl Fn(&Statement) -> Option<i64>) -> Option<i64> {
    eobs.iter().map(|eob| of(eob)).try_fold(0_i64, |sum, part| sum.checked_add(part?)).filter(|_| !eobs.is_empty())
}

/// A total as printed, else what the lines come to.
fn amount(eob: &Statement, kind: TotalKind, of: impl Fn(&crate::case::StatementLine) -> Option<i64>) -> Option<i64> {
    let printed = eob.total(kind).map(|total| total.amount.0);
    printed.or_else(|| {
        eob.lines.iter().map(of).try_fold(0_i64, |sum, part| sum.checked_add(part?)).filter(|_| !eob.lines.is_empty())
    })
}

/// What the plan's contract takes off: as the lines say, else what was charged beyond what is allowed.
fn discount(eob: &Statement) -> Option<i64> {
    let lines = |line: &crate::case::StatementLine| match line.detail.parts.get(&Part::Discount) {
        Some(discount) => Some(discount.0),
        None => Some(line.billed?.0.saturating_sub(line.allowed?.0)),
    };
    let whole = amount(eob, TotalKind::Adjustments, lines);
    whole.or_else(|| {
        let total = |kind| eob.total(kind).map(|total| total.amount.0);
        Some(total(TotalKind::Charges)?.saturating_sub(total(TotalKind::Allowed)?))
    })
}
