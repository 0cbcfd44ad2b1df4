//! Whether the lines come to the printed totals, and what is due follows from what is charged and taken off.
//!
//! A total may be a subtotal of some lines that stand together; a payment may be printed in a row and once more in a sum.
//! Only where no reading fits is there a question.

use std::collections::BTreeSet;

use super::{Kind, Question, Settles, question};
use crate::case::{Part, Statement, StatementLine};
use crate::kinds::TotalKind;
use crate::money::Cents;

/// The totals that lines can make up.
const SUMMED: [TotalKind; 9] = [
    TotalKind::Charges,
    TotalKind::Allowed,
    TotalKind::InsurancePaid,
    TotalKind::AmountDue,
    TotalKind::Deductible,
    TotalKind::Copay,
    TotalKind::Coinsurance,
    TotalKind::NotCovered,
    TotalKind::OtherPayer,
];
/// The totals that are taken off.
const OFF: [TotalKind; 3] = [TotalKind::Adjustments, TotalKind::InsurancePaid, TotalKind::PatientPaid];

/// The printed totals that the lines do not come to. Asked only where every line prints its part.
pub(super) fn lines(statement: &Statement) -> Vec<Question> {
    let mut found = Vec::new();
    for kind in SUMMED {
        let Some(parts) = parts(statement, kind) else { continue };
        let whole: i128 = parts.iter().sum();
        let printed: Vec<Cents> = all(statement, kind).collect();
        let fits_whole = printed.iter().any(|total| i128::from(total.0) == whole);
        let runs = if printed.len() > 1 && fits_whole { runs(&parts, &printed) } else { BTreeSet::new() };
        for total in distinct(printed) {
            if i128::from(total.0) == whole || runs.contains(&total) {
                continue;
            }
            if let Some(lines) = cents(whole) {
                let kind = Kind::LinesDoNotSum { total: kind, printed: total, lines };
                found.push(question(statement, kind, (0..parts.len()).collect(), Settles::ItemizedBill));
            }
        }
    }
    found
}

/// Which of the totals are the sum of some lines that stand together.
fn runs(parts: &[i128], totals: &[Cents]) -> BTreeSet<Cents> {
    let mut found = BTreeSet::new();
    let mut sums: BTreeSet<i128> = BTreeSet::from([0]);
    let mut sum = 0;
    for part in parts {
        sum += part;
        found.extend(totals.iter().filter(|total| sums.contains(&(sum - i128::from(total.0)))));
        sums.insert(sum);
    }
    found
}

/// Whether what is due follows from the charges (or what the plan allows) and what is taken off.
pub(super) fn due(statement: &Statement) -> Option<Question> {
    let dues = distinct(all(statement, TotalKind::AmountDue).collect());
    if let [one, other, ..] = dues.as_slice() {
        let kind = Kind::TwoAmountsDue { one: *one, other: *other };
        return Some(question(statement, kind, Vec::new(), Settles::AccountHistory));
    }
    let due = *dues.first()?;
    let mut bases: Vec<Cents> = all(statement, TotalKind::Charges).collect();
    bases.extend(of_lines(statement, TotalKind::Charges));
    bases.extend(all(statement, TotalKind::Allowed));
    let mut best: Option<(i128, Cents, Cents)> = None;
    for off in readings_of_off(statement) {
        for base in &bases {
            let apart = (i128::from(base.0) - off - i128::from(due.0)).abs();
            if let Some(off) = cents(off)
                && best.is_none_or(|(least, _, _)| apart < least)
            {
                best = Some((apart, *base, off));
            }
        }
    }
    let (apart, charges, off) = best?;
    let kind = Kind::DueDoesNotFollow { charges, off, due };
    (apart != 0).then(|| question(statement, kind, Vec::new(), Settles::AccountHistory))
}

/// What the paper may take off in all: of each kind the sum of its totals, or the one that sums up the others.
fn readings_of_off(statement: &Statement) -> BTreeSet<i128> {
    let mut sums = BTreeSet::from([0]);
    for kind in OFF {
        let readings = readings(&all(statement, kind).collect::<Vec<_>>());
        sums = sums.iter().flat_map(|sum| readings.iter().map(move |reading| sum + reading)).collect();
    }
    sums
}

/// The sum of some totals of one kind; and, where the largest is the sum of the others or all are the same, that one.
fn readings(totals: &[Cents]) -> Vec<i128> {
    let sum: i128 = totals.iter().map(|total| i128::from(total.0)).sum();
    let Some(largest) = totals.iter().max().map(|largest| i128::from(largest.0)) else { return vec![0] };
    let restated = totals.len() > 1 && sum == 2 * largest;
    let same = totals.iter().all(|total| i128::from(total.0) == largest);
    if restated && !same {
        vec![largest]
    } else if same && totals.len() > 1 {
        vec![sum, largest]
    } else {
        vec![sum]
    }
}

/// A total of this kind, if the paper prints it once or the same each time. A sum of charges that stands with subtotals is
/// the largest of them.
pub(super) fn printed(statement: &Statement, kind: TotalKind) -> Option<Cents> {
    let totals = distinct(all(statement, kind).collect());
    match totals.as_slice() {
        [only] => Some(*only),
        [_, ..] if kind == TotalKind::Charges => {
            let whole = of_lines(statement, kind)?;
            totals.contains(&whole).then_some(whole)
        }
        [] | [_, ..] => None,
    }
}

/// What the lines come to, if every line prints its part.
pub(super) fn of_lines(statement: &Statement, kind: TotalKind) -> Option<Cents> {
    cents(parts(statement, kind)?.iter().sum())
}

/// What the paper takes off in all.
pub(super) fn off(statement: &Statement) -> Cents {
    let all: i128 =
        OFF.into_iter().filter_map(|kind| readings(&all(statement, kind).collect::<Vec<_>>()).into_iter().min()).sum();
    cents(all).unwrap_or_default()
}

/// The part of a total that each line prints; nothing where there is no line or one prints none.
fn parts(statement: &Statement, kind: TotalKind) -> Option<Vec<i128>> {
    let part = |line: &StatementLine| match kind {
        TotalKind::Charges => line.billed,
        TotalKind::Allowed => line.allowed,
        TotalKind::InsurancePaid => line.plan_paid,
        TotalKind::AmountDue => line.share,
        TotalKind::Deductible => line.detail.parts.get(&Part::Deductible).copied(),
        TotalKind::Copay => line.detail.parts.get(&Part::Copay).copied(),
        TotalKind::Coinsurance => line.detail.parts.get(&Part::Coinsurance).copied(),
        TotalKind::NotCovered => line.detail.parts.get(&Part::NotCovered).copied(),
        TotalKind::OtherPayer => line.detail.parts.get(&Part::OtherPayer).copied(),
        TotalKind::Adjustments | TotalKind::PatientPaid => None,
    };
    let parts: Option<Vec<i128>> =
        statement.lines.iter().map(|line| part(line).map(|cents| i128::from(cents.0))).collect();
    parts.filter(|parts| !parts.is_empty())
}

fn all(statement: &Statement, kind: TotalKind) -> impl Iterator<Item = Cents> {
    statement.totals.iter().filter(move |total| total.kind == kind).map(|total| total.amount)
}

/// Each amount once, in the order printed.
fn distinct(amounts: Vec<Cents>) -> Vec<Cents> {
    let mut seen = BTreeSet::new();
    amounts.into_iter().filter(|amount| seen.insert(*amount)).collect()
}

fn cents(sum: i128) -> Option<Cents> {
    i64::try_from(sum).ok().map(Cents)
}
