//! What a single paper shows by itself, and a bill beside its estimate.

use super::{Desk, Found, Grade, Kind, compare, on_paper, side};
use crate::bills;
use crate::case::coverage::From;
use crate::case::fact::Choice;
use crate::case::{Number, Statement, Value};
use crate::kinds::{Field, StatementKind, TotalKind};
use crate::money::Cents;
use crate::rulebook::Book;

pub(super) fn all(desk: &Desk, book: &Book) -> Vec<Found> {
    let mut found = Vec::new();
    for question in bills::questions(desk.case) {
        let stands = |held: &&&Statement| held.number == question.statement;
        let bill = desk.bills.iter().any(|held| stands(&held));
        let eob = desk.eobs.iter().any(|held| stands(&held));
        // What is left after a plan's decision follows other rules than what a bill asks for.
        // And where a bill asks for less than follows, what it does not print of the plan can explain it.
        let (due, silent) = match question.kind {
            bills::Kind::DueDoesNotFollow { charges, off, due } => {
                let less = due.0 < charges.0.saturating_sub(off.0);
                (true, less && !prints_the_plan(desk, question.statement))
            }
            bills::Kind::LinesDoNotSum { .. }
            | bills::Kind::TwoAmountsDue { .. }
            | bills::Kind::StandsTwice { .. }
            | bills::Kind::NoDay
            | bills::Kind::OutsideStay { .. }
            | bills::Kind::NoCode
            | bills::Kind::NoUnits { .. }
            | bills::Kind::UnitsDoNotDivide { .. }
            | bills::Kind::PriceDiffers { .. }
            | bills::Kind::OtherPatient { .. } => (false, false),
        };
        let counts = (bill && !silent) || (eob && !due);
        let Some((kind, grade)) = on_paper(&question.kind).filter(|_| counts) else { continue };
        let of_fees = question.lines.iter().all(|at| {
            let line = desk.case.statement(at.statement).and_then(|paper| paper.lines.get(at.line));
            line.is_some_and(|line| compare::is_fee(&line.what))
        });
        // A fee is charged on a day of its own.
        if kind == super::PaperKind::Day && of_fees {
            continue;
        }
        let at_stake = question.kind.difference();
        found.push(Found {
            kind: Kind::OnPaper(kind),
            grade,
            paper: question.statement,
            lines: question.lines,
            at_stake,
        });
    }
    for bill in desk.bills {
        if bill.lines.is_empty() && !bill.totals.is_empty() {
            found.push(whole(bill, Kind::NoItemization, Grade::Proven, None));
        }
        found.extend(above_estimate(desk, bill, book));
    }
    found
}

/// Whether a paper prints both what the contract takes off and what the plan paid.
fn prints_the_plan(desk: &Desk, paper: Number) -> bool {
    let paper = desk.case.statement(paper);
    let both = [TotalKind::Adjustments, TotalKind::InsurancePaid];
    paper.is_some_and(|paper| both.into_iter().all(|kind| paper.total(kind).is_some()))
}

fn whole(bill: &Statement, kind: Kind, grade: Grade, at_stake: Option<Cents>) -> Found {
    Found { kind, grade, paper: bill.number, lines: Vec::new(), at_stake }
}

/// A bill that is above an estimate of the same office by what the book says, for somebody who pays without a plan.
fn above_estimate(desk: &Desk, bill: &Statement, book: &Book) -> Option<Found> {
    let without = |value: &Value| matches!(value, Value::Choice(Choice::From(From::None)));
    desk.case.fact(Field::CoverageFrom).filter(|fact| without(&fact.value))?;
    let estimates: Vec<&Statement> =
        desk.case.statements.iter().filter(|held| held.kind == StatementKind::Estimate).collect();
    let own =
        |estimate: &&&Statement| (estimates.len() == 1 && desk.bills.len() == 1) || side::same_office(estimate, bill);
    let estimate = estimates.iter().find(own)?;
    let charges = |paper: &Statement| {
        paper.total(TotalKind::Charges).or_else(|| paper.total(TotalKind::AmountDue)).map(|total| total.amount)
    };
    let (estimate, billed) = (charges(estimate)?, charges(bill)?);
    let least = book.rule("estimate-dispute")?.money_on(super::eobs::made(bill)?)?;
    let more = Cents(billed.0.saturating_sub(estimate.0));
    (more >= least).then(|| whole(bill, Kind::AboveEstimate { estimate, billed }, Grade::Likely, Some(more)))
}
