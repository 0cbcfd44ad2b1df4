//! What a line says of its day, its code and its units, and whether it stands twice.
//!
//! Twice need not be wrong: two teeth, two samples, two visits. So it is asked.

use std::collections::BTreeMap;

use super::{Kind, Question, Settles, question};
use crate::case::{Statement, StatementLine};
use crate::civil::Date;
use crate::kinds::StatementKind;
use crate::money::Cents;

/// Groups of lines with the same code, day and charge.
pub(super) fn twice(statement: &Statement) -> Vec<Question> {
    let mut groups: BTreeMap<(&str, Date, Cents), Vec<usize>> = BTreeMap::new();
    for (at, line) in statement.lines.iter().enumerate() {
        if let (false, Some(on), Some(billed)) = (line.code.is_empty(), line.on, line.billed) {
            groups.entry((&line.code, on, billed)).or_default().push(at);
        }
    }
    let mut groups: Vec<_> = groups.into_iter().filter(|(_, lines)| lines.len() > 1).collect();
    groups.sort_by_key(|(_, lines)| lines.first().copied());
    let asked = groups.into_iter().map(|((code, on, billed), lines)| {
        let kind = Kind::StandsTwice { code: code.to_owned(), on, billed };
        question(statement, kind, lines, Settles::Record)
    });
    asked.collect()
}

/// Units that do not fit their charge: none, more than the charge can be parted into, or another price than elsewhere.
pub(super) fn units(statement: &Statement) -> Vec<Question> {
    let mut found = Vec::new();
    let mut first: BTreeMap<&str, (usize, u32, Cents)> = BTreeMap::new();
    for (at, line) in statement.lines.iter().enumerate() {
        let (Some(units), Some(billed)) = (line.units, line.billed) else { continue };
        if billed.0 <= 0 {
            continue;
        }
        if units == 0 {
            found.push(question(statement, Kind::NoUnits { billed }, vec![at], Settles::ItemizedBill));
            continue;
        }
        if billed.0 % i64::from(units) != 0 {
            found.push(question(statement, Kind::UnitsDoNotDivide { units, billed }, vec![at], Settles::ItemizedBill));
        }
        if line.code.is_empty() {
            continue;
        }
        let (before, one_units, one_billed) = *first.entry(&line.code).or_insert((at, units, billed));
        let same = i128::from(one_billed.0) * i128::from(units) == i128::from(billed.0) * i128::from(one_units);
        if !same {
            let (one, other) = ((one_units, one_billed), (units, billed));
            let kind = Kind::PriceDiffers { code: line.code.clone(), one, other };
            found.push(question(statement, kind, vec![before, at], Settles::ItemizedBill));
        }
    }
    found
}

/// Lines without a day, and lines with a day that the paper does not name.
pub(super) fn days(statement: &Statement) -> Vec<Question> {
    if !lists_care(statement.kind) {
        return Vec::new();
    }
    let undated = which(statement, |line| line.on.is_none());
    let no_day = (!undated.is_empty()).then(|| question(statement, Kind::NoDay, undated, Settles::ItemizedBill));
    let outside = statement.service.as_ref().and_then(|service| {
        let (first, last) = (service.first, service.last);
        let lines = which(statement, |line| line.on.is_some_and(|on| on < first || on > last));
        (!lines.is_empty()).then(|| question(statement, Kind::OutsideStay { first, last }, lines, Settles::Record))
    });
    no_day.into_iter().chain(outside).collect()
}

/// Lines of a bill without a code.
pub(super) fn codes(statement: &Statement) -> Option<Question> {
    let itemized = match statement.kind {
        StatementKind::Bill => true,
        StatementKind::Eob | StatementKind::Receipt | StatementKind::Estimate => false,
    };
    let lines = which(statement, |line| line.code.is_empty());
    (itemized && !lines.is_empty()).then(|| question(statement, Kind::NoCode, lines, Settles::ItemizedBill))
}

/// Whether a paper of this kind tells of care on days that it should name line by line.
fn lists_care(kind: StatementKind) -> bool {
    match kind {
        StatementKind::Bill | StatementKind::Eob => true,
        StatementKind::Receipt | StatementKind::Estimate => false,
    }
}

fn which(statement: &Statement, so: impl Fn(&StatementLine) -> bool) -> Vec<usize> {
    statement.lines.iter().enumerate().filter(|(_, line)| so(line)).map(|(at, _)| at).collect()
}
