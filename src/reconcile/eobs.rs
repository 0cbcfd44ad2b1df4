//! Explanations of benefits by themselves: which of them stand, and whether their own arithmetic and the plan's terms hold.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, Found, Grade, Kind, Left, share, side};
use crate::case::statement::{ClaimState, Network};
use crate::case::{At, Case, Number, Part, Statement, StatementLine};
use crate::civil::Date;
use crate::kinds::{Field, StatementKind};
use crate::money::Cents;

/// The explanations of benefits that stand, and those that a newer one took the place of, with the newer one.
///
/// One takes another's place where it says so, or has the same claim number, some of the same care and a later date.
pub(super) fn current(case: &Case) -> (Vec<&Statement>, Vec<(Number, Number)>) {
    let all: Vec<&Statement> = case.statements.iter().filter(|held| held.kind == StatementKind::Eob).collect();
    let mut by_number: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for eob in &all {
        if let Some(number) = number(eob) {
            by_number.entry(number).or_default().push(eob);
        }
    }
    let mut replaced: BTreeMap<Number, Number> = BTreeMap::new();
    for eob in &all {
        for earlier in eob.claim.replaces.as_deref().and_then(|earlier| by_number.get(earlier)).into_iter().flatten() {
            if earlier.number != eob.number {
                replaced.insert(earlier.number, eob.number);
            }
        }
        let later = eob.claim.replaced_by.as_deref().and_then(|later| by_number.get(later)?.first().copied());
        if let Some(later) = later.filter(|later| later.number != eob.number) {
            replaced.insert(eob.number, later.number);
        }
    }
    for same in by_number.values().filter(|same| same.len() > 1) {
        let dated: Option<Vec<(Date, &Statement)>> = same.iter().map(|eob| Some((made(eob)?, *eob))).collect();
        let Some((newest, last)) =
            dated.as_ref().and_then(|dated| dated.iter().max_by_key(|(on, eob)| (*on, eob.number)))
        else {
            continue;
        };
        // A number may be used again for other care: only what is about the same care is replaced.
        for (_, eob) in dated.iter().flatten().filter(|(on, eob)| on < newest && share_care(eob, last)) {
            replaced.insert(eob.number, last.number);
        }
    }
    let stands = |eob: &&Statement| !replaced.contains_key(&eob.number);
    (all.iter().copied().filter(stands).collect(), replaced.into_iter().collect())
}

/// Whether two papers have a code on the same day in common, or one of them lists nothing.
fn share_care(one: &Statement, other: &Statement) -> bool {
    let care = |paper: &Statement| -> BTreeSet<(String, Option<Date>)> {
        side::nodes(&[paper]).into_iter().map(|node| (node.code, node.on)).collect()
    };
    let (one, other) = (care(one), care(other));
    one.is_empty() || other.is_empty() || !one.is_disjoint(&other)
}

/// The claim's number.
fn number(eob: &Statement) -> Option<&str> {
    eob.facts.get(Field::ClaimNumber)?.value.as_text()
}

/// The day on which a paper was made.
pub(super) fn made(paper: &Statement) -> Option<Date> {
    paper.facts.get(Field::BillDate)?.value.as_day()
}

/// What does not fit on the explanations of benefits themselves.
pub(super) fn all(desk: &Desk) -> Vec<Found> {
    let mut found = Vec::new();
    for eob in desk.eobs {
        match eob.claim.state {
            Some(ClaimState::Partial | ClaimState::Waiting | ClaimState::Failed) => {
                found.push(whole(eob, Kind::NotFinal, Grade::Likely, None));
            }
            Some(ClaimState::Complete) | None => {}
        }
        for (at, line) in eob.lines.iter().enumerate() {
            let at = At { statement: eob.number, line: at };
            found.extend(adds(line).map(|(kind, apart)| on_line(at, kind, Grade::Proven, Some(apart))));
            found.extend(parts(line).map(|(kind, apart)| on_line(at, kind, Grade::Proven, Some(apart))));
            found.extend(
                terms(desk.case, line).into_iter().map(|(kind, apart)| on_line(at, kind, Grade::Likely, Some(apart))),
            );
        }
        found.extend(other_network(eob));
    }
    found.extend(yearly(desk));
    found
}

fn whole(paper: &Statement, kind: Kind, grade: Grade, at_stake: Option<Cents>) -> Found {
    Found { kind, grade, paper: paper.number, lines: Vec::new(), at_stake }
}

fn on_line(at: At, kind: Kind, grade: Grade, at_stake: Option<Cents>) -> Found {
    Found { kind, grade, paper: at.statement, lines: vec![at], at_stake }
}

/// Whether what is allowed is what was paid and what is left. What is not covered may be left beyond what is allowed.
fn adds(line: &StatementLine) -> Option<(Kind, Cents)> {
    let (allowed, paid, share) = (line.allowed?, line.plan_paid?, line.share?);
    let part = |part| line.detail.parts.get(&part).map_or(0, |cents: &Cents| cents.0);
    let all_paid = paid.0.saturating_add(part(Part::OtherPayer));
    let apart = allowed.0.saturating_sub(all_paid).saturating_sub(share.0);
    let explained = apart == 0 || apart.saturating_neg() == part(Part::NotCovered) || apart == part(Part::Discount);
    // A plan may pay the member's part of another plan, and an account of the person's may pay some of the share.
    (!explained)
        .then(|| (Kind::LineDoesNotAdd { allowed, paid: Cents(all_paid), share }, Cents(apart.saturating_abs())))
}

/// Whether the share is the sum of its parts, where all of them are printed.
fn parts(line: &StatementLine) -> Option<(Kind, Cents)> {
    let share = line.share?;
    let part = |part| line.detail.parts.get(&part).map(|cents| cents.0);
    let own: Option<Vec<i64>> = [Part::Deductible, Part::Coinsurance].into_iter().map(part).collect();
    let own = own?.iter().sum::<i64>().saturating_add(part(Part::Copay).unwrap_or(0));
    let whole = own.saturating_add(part(Part::NotCovered).unwrap_or(0));
    let fits = share.0 == own || share.0 == whole;
    (!fits).then(|| {
        let near = if share.0.abs_diff(own) <= share.0.abs_diff(whole) { own } else { whole };
        (Kind::ShareIsNotItsParts { share, parts: Cents(near) }, Cents(share.0.saturating_sub(near).saturating_abs()))
    })
}

/// The plan's terms for a line. Which side of the network it is on must be known.
fn terms(case: &Case, line: &StatementLine) -> Vec<(Kind, Cents)> {
    let Some(network) = line.detail.network else { return Vec::new() };
    let terms = case.terms.of(network);
    let part = |part| line.detail.parts.get(&part).copied();
    let mut found = Vec::new();
    if let (Some(percent), Some(taken), Some(allowed)) =
        (terms.coinsurance_percent, part(Part::Coinsurance), line.allowed)
    {
        let first = part(Part::Deductible)
            .map_or(0, |cents| cents.0)
            .saturating_add(part(Part::Copay).map_or(0, |cents| cents.0));
        let base = i128::from(allowed.0.saturating_sub(first).max(0));
        let by_terms = (base * i128::from(percent) + 50) / 100;
        let by_terms = Cents(i64::try_from(by_terms).unwrap_or(i64::MAX));
        // A cent may be a matter of rounding; a smaller amount, of a limit that was reached.
        if taken.0 > by_terms.0.saturating_add(1) {
            found.push((Kind::CoinsuranceRate { taken, by_terms }, Cents(taken.0 - by_terms.0)));
        }
    }
    if let (Some(by_terms), Some(taken)) = (terms.copay, part(Part::Copay))
        && taken.0 > by_terms.0
    {
        found.push((Kind::CopayDiffers { taken, by_terms }, Cents(taken.0 - by_terms.0)));
    }
    found
}

/// What all lines of one side of the network count towards the yearly amounts: deductible, and what is left to the patient
/// of what is covered; each with its lines. What was met is known for one year; papers of several cannot be told apart.
fn counted(desk: &Desk, network: Network) -> Option<[(i64, Vec<At>); 2]> {
    let years: BTreeSet<i32> = desk.eob_nodes.iter().filter_map(|node| node.on).map(Date::year).collect();
    let nodes = || desk.eob_nodes.iter().filter(|node| node.line.detail.network == Some(network));
    let sum = |of: fn(&StatementLine) -> i64| -> (i64, Vec<At>) {
        nodes().filter(|node| of(node.line) > 0).fold((0, Vec::new()), |(sum, mut lines), node| {
            lines.push(node.at);
            (sum.saturating_add(of(node.line)), lines)
        })
    };
    let deductible = |line: &StatementLine| line.detail.parts.get(&Part::Deductible).map_or(0, |cents| cents.0);
    let covered = |line: &StatementLine| {
        let not_covered = line.detail.parts.get(&Part::NotCovered).map_or(0, |cents| cents.0);
        share::of_line(line).map_or(0, |share| share.least.0).saturating_sub(not_covered)
    };
    (years.len() == 1).then(|| [sum(deductible), sum(covered)])
}

/// Where the lines together count more than was left of the yearly amounts.
fn yearly(desk: &Desk) -> Vec<Found> {
    let mut found = Vec::new();
    for network in [Network::In, Network::Out] {
        let terms = desk.case.terms.of(network);
        let Some([(deductible, first), (covered, all)]) = counted(desk, network) else { continue };
        let met = |taken, left| Kind::DeductibleMet { taken, left };
        found.extend(passed(deductible, first, terms.deductible.left(), met));
        let limit = |taken, left| Kind::LimitPassed { taken, left };
        found.extend(passed(covered, all, terms.out_of_pocket.left(), limit));
    }
    found
}

/// What is left of the yearly amounts after these papers, for each side whose terms the person said.
pub(super) fn left(desk: &Desk) -> Vec<Left> {
    let of = |network| {
        let terms = desk.case.terms.of(network);
        let [(deductible, _), (covered, _)] = counted(desk, network)?;
        let after = |left: Option<Cents>, taken: i64| left.map(|left| Cents(left.0.saturating_sub(taken).max(0)));
        let (deductible, out_of_pocket) =
            (after(terms.deductible.left(), deductible), after(terms.out_of_pocket.left(), covered));
        (deductible.is_some() || out_of_pocket.is_some()).then_some(Left { network, deductible, out_of_pocket })
    };
    [Network::In, Network::Out].into_iter().filter_map(of).collect()
}

fn passed(taken: i64, lines: Vec<At>, left: Option<Cents>, kind: impl FnOnce(Cents, Cents) -> Kind) -> Option<Found> {
    let left = left.filter(|left| taken > left.0)?;
    let paper = lines.first()?.statement;
    let at_stake = Some(Cents(taken.saturating_sub(left.0)));
    Some(Found { kind: kind(Cents(taken), left), grade: Grade::Likely, paper, lines, at_stake })
}

/// Lines that were processed as out of the network although who billed is in it.
fn other_network(eob: &Statement) -> Option<Found> {
    let inside = eob.claim.provider_network == Some(Network::In);
    let out = |(_, line): &(usize, &StatementLine)| line.detail.network == Some(Network::Out);
    let lines: Vec<At> =
        eob.lines.iter().enumerate().filter(out).map(|(line, _)| At { statement: eob.number, line }).collect();
    (inside && !lines.is_empty()).then_some(Found {
        kind: Kind::OtherNetwork,
        grade: Grade::Likely,
        paper: eob.number,
        lines,
        at_stake: None,
    })
}
