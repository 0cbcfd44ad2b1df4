//! Which lines of bills and explanations of benefits are the same care: one assignment, the best for all lines together.
//!
//! What agrees in all things is paired first. What is left is scored, cut into clusters that have nothing to do with each
//! other, and each cluster is solved as a whole. Lines that only together come to a line of the other side are paired
//! together. What the person said stands above all of it.

use std::collections::{BTreeMap, BTreeSet};

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::side::{Node, words};
use super::{Pair, Why};
use crate::case::statement::Belongs;
use crate::case::{Number, Tie};
use crate::civil::Date;

/// Below this, two lines are not taken for the same care.
const ENOUGH: i64 = 35;
/// A cluster with more lines on a side is paired best first.
const CLUSTER: usize = 160;
/// Every line is compared with every other of its code up to this many comparisons; beyond, only where day or charge agree.
const COMPARED: usize = 10_000;

/// Pairs the lines.
pub(super) fn all(bill: &[Node], eob: &[Node], ties: &[Tie]) -> Vec<Pair> {
    let mut work =
        Work { bill, eob, ties, bill_free: vec![true; bill.len()], eob_free: vec![true; eob.len()], pairs: Vec::new() };
    work.tied();
    work.exact();
    work.together();
    work.assigned();
    work.rest();
    work.pairs.sort_by(|one, other| (&one.bill, &one.eob).cmp(&(&other.bill, &other.eob)));
    work.pairs
}

struct Work<'a, 'c> {
    bill: &'a [Node<'c>],
    eob: &'a [Node<'c>],
    ties: &'a [Tie],
    bill_free: Vec<bool>,
    eob_free: Vec<bool>,
    pairs: Vec<Pair>,
}

/// What two lines must share to be the same beyond doubt.
type Key<'a> = (&'a str, Date, i64, Option<u32>, &'a BTreeSet<String>);

impl Work<'_, '_> {
    fn take(&mut self, bill: &[usize], eob: &[usize], why: Vec<Why>) {
        for at in bill {
            self.bill_free[*at] = false;
        }
        for at in eob {
            self.eob_free[*at] = false;
        }
        let bill = bill.iter().map(|at| self.bill[*at].at).collect();
        let eob = eob.iter().map(|at| self.eob[*at].at).collect();
        self.pairs.push(Pair { bill, eob, why });
    }

    fn free(flags: &[bool]) -> Vec<usize> {
        flags.iter().enumerate().filter(|(_, free)| **free).map(|(at, _)| at).collect()
    }

    /// Pairs what the person said belongs together; several lines with one make one pair.
    fn tied(&mut self) {
        let mut groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)> = Vec::new();
        for tie in self.ties.iter().filter(|tie| tie.belongs == Belongs::Together) {
            let bill = self.bill.iter().position(|node| node.at == tie.bill);
            let eob = self.eob.iter().position(|node| node.at == tie.eob);
            let Some((bill, eob)) = bill.zip(eob) else { continue };
            let (mut bills, mut eobs) = (BTreeSet::from([bill]), BTreeSet::from([eob]));
            groups.retain(|(held_bills, held_eobs)| {
                let apart = held_bills.is_disjoint(&bills) && held_eobs.is_disjoint(&eobs);
                if !apart {
                    bills.extend(held_bills);
                    eobs.extend(held_eobs);
                }
                apart
            });
            groups.push((bills, eobs));
        }
        for (bills, eobs) in groups {
            let (bills, eobs) = (bills.into_iter().collect::<Vec<_>>(), eobs.into_iter().collect::<Vec<_>>());
            self.take(&bills, &eobs, vec![Why::Said]);
        }
    }

    fn apart(&self, bill: usize, eob: usize) -> bool {
        let (bill, eob) = (self.bill[bill].at, self.eob[eob].at);
        self.ties.iter().any(|tie| tie.belongs == Belongs::Apart && tie.bill == bill && tie.eob == eob)
    }

    fn exact(&mut self) {
        let mut waiting: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for at in Self::free(&self.eob_free).into_iter().rev() {
            if let Some(key) = key(&self.eob[at]) {
                waiting.entry(key).or_default().push(at);
            }
        }
        for at in Self::free(&self.bill_free) {
            let Some(held) = key(&self.bill[at]).and_then(|key| waiting.get_mut(&key)) else { continue };
            let Some(place) = (0..held.len()).rev().find(|place| !self.apart(at, held[*place])) else { continue };
            let eob = held.remove(place);
            let why = reasons(&self.bill[at], &self.eob[eob]);
            self.take(&[at], &[eob], why);
        }
    }

    /// Lines of one code on one day whose charges come to the same on both sides, though the lines are not as many.
    fn together(&mut self) {
        type Sides = (Vec<usize>, Vec<usize>);
        let mut groups: BTreeMap<(&str, Date), Sides> = BTreeMap::new();
        let (bill, eob) = (self.bill, self.eob);
        for at in Self::free(&self.bill_free) {
            if let Some(on) = bill[at].on.filter(|_| !bill[at].code.is_empty()) {
                groups.entry((&bill[at].code, on)).or_default().0.push(at);
            }
        }
        for at in Self::free(&self.eob_free) {
            if let Some(on) = eob[at].on.filter(|_| !eob[at].code.is_empty()) {
                groups.entry((&eob[at].code, on)).or_default().1.push(at);
            }
        }
        for (bills, eobs) in groups.into_values() {
            self.take_together(&bills, &eobs, &[Why::SameCode, Why::SameDay]);
        }
    }

    /// Takes lines as one pair where they are not as many on both sides and come to the same.
    fn take_together(&mut self, bills: &[usize], eobs: &[usize], why: &[Why]) {
        let sum = |nodes: &[Node], places: &[usize]| -> Option<i64> {
            places.iter().map(|at| nodes[*at].billed).try_fold(0_i64, |sum, part| sum.checked_add(part?))
        };
        if bills.is_empty() || eobs.is_empty() || bills.len() == eobs.len() {
            return;
        }
        let parted = bills.iter().any(|bill| eobs.iter().any(|eob| self.apart(*bill, *eob)));
        let same = sum(self.bill, bills).is_some_and(|whole| whole != 0 && sum(self.eob, eobs) == Some(whole));
        if same && !parted {
            let why = why.iter().copied().chain([Why::SameSum]).collect();
            self.take(bills, eobs, why);
        }
    }

    fn assigned(&mut self) {
        let edges = self.edges();
        for (bills, eobs) in clusters(&edges, self.bill.len()) {
            let scored = |bill: usize, eob: usize| edges.get(&(bill, eob)).copied().unwrap_or(0);
            let found = if bills.len().max(eobs.len()) <= CLUSTER {
                solved(&bills, &eobs, scored)
            } else {
                best_first(&bills, &eobs, &edges)
            };
            for (bill, eob) in found {
                let why = reasons(&self.bill[bill], &self.eob[eob]);
                self.take(&[bill], &[eob], why);
            }
        }
    }

    /// The scores of all lines that may be the same.
    fn edges(&self) -> BTreeMap<(usize, usize), i64> {
        let mut by_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_day: BTreeMap<(&str, Date), Vec<usize>> = BTreeMap::new();
        let mut by_charge: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for at in Self::free(&self.eob_free) {
            let node = &self.eob[at];
            by_code.entry(&node.code).or_default().push(at);
            if let Some(on) = node.on {
                by_day.entry((&node.code, on)).or_default().push(at);
            }
            if let Some(billed) = node.billed {
                by_charge.entry(billed).or_default().push(at);
            }
        }
        let free = Self::free(&self.bill_free);
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for at in &free {
            *count.entry(&self.bill[*at].code).or_default() += 1;
        }
        let mut edges = BTreeMap::new();
        for bill in free {
            let node = &self.bill[bill];
            let none = Vec::new();
            let same_code = by_code.get(node.code.as_str()).unwrap_or(&none);
            let few = same_code.len() * count.get(node.code.as_str()).copied().unwrap_or(0) <= COMPARED;
            let same_day = node.on.and_then(|on| by_day.get(&(node.code.as_str(), on))).unwrap_or(&none);
            let same_charge = node.billed.and_then(|billed| by_charge.get(&billed)).unwrap_or(&none);
            let near = if few { same_code } else { same_day };
            // A charge that is everywhere tells nothing.
            let charge = same_charge.iter().take(64);
            for eob in near.iter().chain(charge).copied() {
                let score = score(node, &self.eob[eob]);
                if score >= ENOUGH && !self.apart(bill, eob) {
                    edges.insert((bill, eob), score);
                }
            }
        }
        edges
    }

    /// What is left of one bill, where it comes to one line or to all that is left of one explanation of benefits.
    fn rest(&mut self) {
        let left = |nodes: &[Node], free: &[bool]| {
            let mut left: BTreeMap<Number, Vec<usize>> = BTreeMap::new();
            for at in Self::free(free) {
                left.entry(nodes[at].at.statement).or_default().push(at);
            }
            left
        };
        let (bills, eobs) = (left(self.bill, &self.bill_free), left(self.eob, &self.eob_free));
        for of_bill in bills.values() {
            let whole = self.charges(of_bill);
            for of_eob in eobs.values() {
                let one =
                    of_eob.iter().find(|at| self.eob_free[**at] && whole.is_some() && self.eob[**at].billed == whole);
                let free: Vec<usize> = of_eob.iter().copied().filter(|at| self.eob_free[*at]).collect();
                if of_bill.iter().all(|at| self.bill_free[*at]) {
                    match one.copied() {
                        Some(one) => self.take_together(of_bill, &[one], &[]),
                        None => self.take_together(of_bill, &free, &[]),
                    }
                }
            }
        }
    }

    /// What lines of the bills come to, where each has a charge.
    fn charges(&self, bills: &[usize]) -> Option<i64> {
        bills.iter().map(|at| self.bill[*at].billed).try_fold(0_i64, |sum, part| sum.checked_add(part?))
    }
}

fn key<'a>(node: &'a Node) -> Option<Key<'a>> {
    let (on, billed) = (node.on?, node.billed?);
    (!node.code.is_empty()).then_some((node.code.as_str(), on, billed, node.line.units, &node.modifiers))
}

/// How much two lines look like the same care.
fn score(bill: &Node, eob: &Node) -> i64 {
    let code = if bill.code.is_empty() || eob.code.is_empty() {
        let (one, other) = (words(&bill.line.what), words(&eob.line.what));
        let shared = one.intersection(&other).count();
        let revenue = &bill.line.detail.revenue;
        if !revenue.is_empty() && *revenue == eob.line.detail.revenue {
            25
        } else {
            i64::try_from(shared.min(3)).unwrap_or(0) * 8
        }
    } else if bill.code == eob.code {
        40
    } else {
        -10
    };
    let day = match (bill.on, eob.on, eob.last) {
        (Some(one), Some(other), _) if one == other => 20,
        (Some(one), Some(first), Some(last)) if one > first && one <= last => 15,
        (Some(one), Some(other), _) => {
            if one.days_until(other).abs() <= 3 {
                -5
            } else {
                -15
            }
        }
        (None, _, _) | (_, None, _) => 0,
    };
    let charge = match (bill.billed, eob.billed) {
        (Some(one), Some(other)) => {
            if one == other {
                30
            } else {
                -5
            }
        }
        (None, _) | (_, None) => 0,
    };
    let units = match (bill.line.units, eob.line.units) {
        (Some(one), Some(other)) => {
            if one == other {
                3
            } else {
                -2
            }
        }
        (None, _) | (_, None) => 0,
    };
    let modifiers = match (bill.modifiers.is_empty(), eob.modifiers.is_empty()) {
        (false, false) => {
            if bill.modifiers == eob.modifiers {
                4
            } else {
                -2
            }
        }
        (true, _) | (_, true) => 0,
    };
    code + day + charge + units + modifiers
}

/// Why two lines were paired.
fn reasons(bill: &Node, eob: &Node) -> Vec<Why> {
    let mut why = Vec::new();
    if !bill.code.is_empty() && bill.code == eob.code {
        why.push(Why::SameCode);
    } else if !words(&bill.line.what).is_disjoint(&words(&eob.line.what)) {
        why.push(Why::SameWords);
    }
    if bill.on.is_some() && bill.on == eob.on {
        why.push(Why::SameDay);
    }
    if bill.billed.is_some() && bill.billed == eob.billed {
        why.push(Why::SameCharge);
    }
    if bill.line.units.is_some() && bill.line.units == eob.line.units {
        why.push(Why::SameUnits);
    }
    why
}

/// The lines that have to do with each other, as bill and explanation of benefits.
fn clusters(edges: &BTreeMap<(usize, usize), i64>, bills: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (bill, eob) in edges.keys() {
        next.entry(*bill).or_default().push(bills + eob);
        next.entry(bills + eob).or_default().push(*bill);
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for start in next.keys() {
        let mut cluster = BTreeSet::new();
        let mut open = vec![*start];
        while let Some(at) = open.pop() {
            if seen.insert(at) {
                cluster.insert(at);
                open.extend(next.get(&at).into_iter().flatten());
            }
        }
        if !cluster.is_empty() {
            let eobs = cluster.iter().filter(|at| **at >= bills).map(|at| at - bills).collect();
            found.push((cluster.iter().copied().filter(|at| *at < bills).collect(), eobs));
        }
    }
    found
}

/// The best assignment of a cluster.
fn solved(bills: &[usize], eobs: &[usize], score: impl Fn(usize, usize) -> i64) -> Vec<(usize, usize)> {
    let (rows, columns, turned) = if bills.len() <= eobs.len() { (bills, eobs, false) } else { (eobs, bills, true) };
    let weigh = |row: usize, column: usize| if turned { score(column, row) } else { score(row, column) };
    let weights = Matrix::from_fn(rows.len(), columns.len(), |(row, column)| weigh(rows[row], columns[column]));
    let (_, chosen) = kuhn_munkres(&weights);
    let pairs = chosen.into_iter().enumerate().map(|(row, column)| (rows[row], columns[column]));
    let real = pairs.filter(|(row, column)| weigh(*row, *column) > 0);
    real.map(|(row, column)| if turned { (column, row) } else { (row, column) }).collect()
}

fn best_first(bills: &[usize], eobs: &[usize], edges: &BTreeMap<(usize, usize), i64>) -> Vec<(usize, usize)> {
    let (mut bills, mut eobs): (BTreeSet<_>, BTreeSet<_>) =
        (bills.iter().copied().collect(), eobs.iter().copied().collect());
    let mut all: Vec<_> = edges.iter().filter(|((bill, _), _)| bills.contains(bill)).collect();
    all.sort_by_key(|(place, score)| (std::cmp::Reverse(**score), **place));
    let mut found = Vec::new();
    for ((bill, eob), _) in all {
        if bills.contains(bill) && eobs.contains(eob) {
            bills.remove(bill);
            eobs.remove(eob);
            found.push((*bill, *eob));
        }
    }
    found
}
