//! Bills against explanations of benefits, line by line, and bills against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::side::{self, Node};
use super::{Desk, Found, Grade, Kind, Pair, eobs};
use crate::case::{At, Case, Number, Statement};
use crate::civil::Date;
use crate::kinds::{Field, StatementKind, TotalKind};
use crate::money::Cents;

/// The bills that stand: no later statement lists all of their lines again; and the later with the earlier statement.
pub(super) fn current(case: &Case) -> (Vec<&Statement>, Vec<(Number, Number)>) {
    let all: Vec<&Statement> = case.statements.iter().filter(|held| held.kind == StatementKind::Bill).collect();
    let mut later = Vec::new();
    for earlier in &all {
        let follows = all.iter().find(|newer| newer.number != earlier.number && follows(newer, earlier));
        later.extend(follows.map(|newer| (newer.number, earlier.number)));
    }
    let stands = |bill: &&Statement| !later.iter().any(|(_, earlier)| *earlier == bill.number);
    (all.iter().copied().filter(stands).collect(), later)
}

/// Whether a bill is a later statement of the same account with all of the earlier lines.
fn follows(newer: &Statement, earlier: &Statement) -> bool {
    let account = |bill: &Statement| bill.facts.get(Field::AccountNumber)?.value.as_text().map(str::to_lowercase);
    let same_account = account(newer).is_some_and(|number| account(earlier) == Some(number));
    let dates = eobs::made(newer).zip(eobs::made(earlier));
    let is_later = dates.is_some_and(|(newer, earlier)| newer > earlier);
    let keys = |bill: &Statement| -> BTreeMap<Key, usize> {
        let mut count = BTreeMap::new();
        for node in side::nodes(&[bill]) {
            *count.entry(key(&node)).or_default() += 1;
        }
        count
    };
    let (old, new) = (keys(earlier), keys(newer));
    let all_again = old.iter().all(|(key, count)| new.get(key).is_some_and(|held| held >= count));
    same_account && is_later && !old.is_empty() && all_again
}

type Key = (String, Option<Date>, Option<i64>);

fn key(node: &Node) -> Key {
    (node.code.clone(), node.on, node.billed)
}

pub(super) fn all(desk: &Desk) -> Vec<Found> {
    let crowded = crowded(desk);
    let mut found: Vec<Found> = desk.pairs.iter().flat_map(|pair| of_pair(desk, pair, &crowded)).collect();
    let paired: BTreeSet<At> = desk.pairs.iter().flat_map(|pair| pair.bill.iter().copied()).collect();
    let mut known_lines: BTreeMap<Key, Vec<At>> = BTreeMap::new();
    for node in desk.bill_nodes.iter().filter(|node| paired.contains(&node.at) && !node.code.is_empty()) {
        known_lines.entry(key(node)).or_default().push(node.at);
    }
    for bill in desk.bills {
        let known = !desk.eobs_of(bill).is_empty();
        let alone: Vec<&Node> = desk
            .bill_nodes
            .iter()
            .filter(|node| node.at.statement == bill.number && !paired.contains(&node.at))
            .collect();
        let (fees, alone): (Vec<&Node>, Vec<&Node>) = alone.into_iter().partition(|node| is_fee(&node.line.what));
        found.extend(fees.iter().map(|node| line(node.at, Kind::LateFee, Grade::Likely, node.billed)));
        if known {
            found.extend(unpaired(bill, &alone, &known_lines));
        } else if !desk.eobs.is_empty() && !bill.lines.is_empty() {
            found.push(whole(bill, Kind::NoEob));
        }
        found.extend(before_plan(desk, bill));
    }
    found
}

fn whole(bill: &Statement, kind: Kind) -> Found {
    Found { kind, grade: Grade::Likely, paper: bill.number, lines: Vec::new(), at_stake: None }
}

fn line(at: At, kind: Kind, grade: Grade, cents: Option<i64>) -> Found {
    Found { kind, grade, paper: at.statement, lines: vec![at], at_stake: cents.filter(|cents| *cents > 0).map(Cents) }
}

/// The codes and days that stand more than once on a side: there, nobody can prove which line is which.
fn crowded(desk: &Desk) -> BTreeSet<(String, Option<Date>)> {
    let mut found = BTreeSet::new();
    for side in [desk.bill_nodes, desk.eob_nodes] {
        let mut seen = BTreeSet::new();
        let again = side.iter().map(|node| (node.code.clone(), node.on)).filter(|key| !seen.insert(key.clone()));
        found.extend(again);
    }
    found
}

/// What differs between a line and its other.
fn of_pair(desk: &Desk, pair: &Pair, crowded: &BTreeSet<(String, Option<Date>)>) -> Vec<Found> {
    let ([bill], [eob]) = (pair.bill.as_slice(), pair.eob.as_slice()) else { return Vec::new() };
    let (Some(bill), Some(eob)) = (desk.bill_node(*bill), desk.eob_node(*eob)) else { return Vec::new() };
    let mut found = Vec::new();
    let both = |kind, grade, cents: Option<i64>| Found {
        kind,
        grade,
        paper: bill.at.statement,
        lines: vec![bill.at, eob.at],
        at_stake: cents.filter(|cents| *cents > 0).map(Cents),
    };
    let same_code = !bill.code.is_empty() && bill.code == eob.code;
    let alone = !crowded.contains(&(bill.code.clone(), bill.on)) && !crowded.contains(&(eob.code.clone(), eob.on));
    let same_day = bill.on.is_some() && bill.on == eob.on;
    let sure = if same_code && same_day && alone { Grade::Proven } else { Grade::Likely };
    let more = bill.billed.zip(eob.billed).map(|(one, other)| one.saturating_sub(other));
    let units = bill.line.units.zip(eob.line.units).filter(|(one, other)| one > other);
    match (units, more) {
        (Some((bill, eob)), Some(more)) if more > 0 && same_code => {
            found.push(both(Kind::MoreUnits { bill, eob }, sure, Some(more)));
        }
        (_, Some(more)) if more != 0 => {
            let kind = Kind::OtherCharge {
                bill: Cents(bill.billed.unwrap_or_default()),
                eob: Cents(eob.billed.unwrap_or_default()),
            };
            // A lower charge may be a part of the other, with the rest on another line.
            let grade = if more > 0 { sure } else { Grade::Likely };
            found.push(both(kind, grade, Some(more)));
        }
        (_, Some(_) | None) => {}
    }
    if !bill.code.is_empty() && !eob.code.is_empty() && !same_code && comparable(&bill.code, &eob.code) {
        let kind = Kind::OtherCode { bill: bill.code.clone(), eob: eob.code.clone() };
        found.push(both(kind, Grade::Likely, None));
    }
    if let (Some(on), Some(first), Some(last)) = (bill.line.on, eob.line.on, eob.last)
        && (on < first || on > last)
    {
        found.push(both(Kind::OtherDay { bill: on, eob: first }, Grade::Likely, None));
    }
    found
}

/// Codes of the same shape: a revenue code of four figures says nothing against a procedure code of five signs.
fn comparable(one: &str, other: &str) -> bool {
    one.len() == other.len()
}

/// Lines of a bill that its explanations of benefits do not have; `known` are those that have their other, on all bills.
fn unpaired(bill: &Statement, alone: &[&Node], known: &BTreeMap<Key, Vec<At>>) -> Vec<Found> {
    let mut groups: BTreeMap<Key, Vec<At>> = BTreeMap::new();
    let mut found = Vec::new();
    for node in alone {
        let key = key(node);
        let same = known.get(&key).map(Vec::as_slice).unwrap_or_default();
        if same.iter().any(|at| at.statement == bill.number) {
            groups.entry(key).or_default().push(node.at);
        } else if let Some(other) = same.first() {
            let kind = Kind::OnTwoBills { other: other.statement };
            let lines = vec![node.at, *other];
            found.push(Found { lines, ..line(node.at, kind, Grade::Likely, node.billed) });
        } else if let Some(billed) = node.billed.filter(|billed| *billed > 0) {
            found.push(line(node.at, Kind::NotOnEob { billed: Cents(billed) }, Grade::Likely, Some(billed)));
        }
    }
    for (key, extra) in groups {
        let own = known.get(&key).into_iter().flatten().filter(|at| at.statement == bill.number);
        let mut lines: Vec<At> = own.chain(&extra).copied().collect();
        lines.sort_unstable();
        let Some(first) = lines.first().copied() else { continue };
        let cents = key.2.and_then(|cents| cents.checked_mul(i64::try_from(extra.len()).ok()?));
        let kind = Kind::MoreOften { bill: lines.len(), eob: lines.len() - extra.len() };
        found.push(Found { lines, ..line(first, kind, Grade::Likely, cents) });
    }
    found
}

/// A bill that was made before the plan decided, and shows nothing from the plan.
pub(super) fn before_plan(desk: &Desk, bill: &Statement) -> Option<Found> {
    let nothing = [TotalKind::InsurancePaid, TotalKind::Adjustments]
        .into_iter()
        .all(|kind| bill.total(kind).is_none_or(|total| total.amount == Cents(0)));
    let billed = eobs::made(bill)?;
    let decided = desk.eobs_of(bill).into_iter().filter_map(eobs::made).max()?;
    (nothing && billed < decided).then(|| whole(bill, Kind::BilledBeforePlan { billed, decided }))
}

/// Whether the words of a line are those of a fee that is no care.
pub(super) fn is_fee(what: &str) -> bool {
    const FEES: [&str; 8] = [
        "late fee",
        "late charge",
        "late payment",
        "finance charge",
        "interest",
        "collection fee",
        "past due fee",
        "statement fee",
    ];
    let what = what.to_lowercase();
    FEES.iter().any(|fee| what.contains(fee))
}
