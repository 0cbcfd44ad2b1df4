//! Who may be asked to pay an amount that the plan did not: the book's table over what the papers and the person say.
//!
//! A fact that nobody knows makes no row hold. The facts that would let an earlier row answer are told, so that each can be
//! asked for.

use std::collections::BTreeSet;

use crate::case::statement::{Network, Reason};
use crate::case::{Case, StatementLine};
use crate::kinds::{CoverageKind, Field};
use crate::rulebook::schema::{Condition, Owes};
use crate::rulebook::{Book, Source};

/// The answer for an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who<'b> {
    /// The row that answers; nothing where none holds.
    pub row: Option<&'b Owes>,
    /// The citation of the row's rule that binds such a plan; nothing where the row rests on a contract, or where the rule
    /// does not bind this coverage or it is not known.
    pub source: Option<&'b Source>,
    /// The facts that are not known and could change the answer.
    pub missing: Vec<Field>,
}

/// Who may be asked for what a reason code of a line moves.
#[must_use]
pub fn of<'b>(case: &Case, line: &StatementLine, reason: &Reason, book: &'b Book) -> Who<'b> {
    let known = Known { case, line, reason };
    let mut missing: BTreeSet<Field> = BTreeSet::new();
    for row in &book.owes {
        let said: Vec<Option<bool>> = row.when.iter().map(|condition| known.says(*condition)).collect();
        let other_code = !row.codes.is_empty() && !row.codes.contains(&reason.code.code);
        if other_code || said.contains(&Some(false)) {
            continue;
        }
        if said.iter().all(Option::is_some) && binds(case, row, book) {
            missing.extend(row.changes.iter().filter(|field| !known.is_known(**field)));
            return Who { row: Some(row), source: source(case, row, book), missing: missing.into_iter().collect() };
        }
        let open = row.when.iter().zip(said).filter(|(_, said)| said.is_none());
        missing.extend(open.filter_map(|(condition, _)| fact(*condition)));
        if row.rule.is_some() && !known.is_known(Field::CoverageFrom) {
            missing.insert(Field::CoverageFrom);
        }
    }
    Who { row: None, source: None, missing: missing.into_iter().collect() }
}

/// Whether the rule that a row rests on binds this coverage; a row without a rule rests on a contract.
fn binds(case: &Case, row: &Owes, book: &Book) -> bool {
    row.rule.is_none() || source(case, row, book).is_some()
}

fn source<'b>(case: &Case, row: &Owes, book: &'b Book) -> Option<&'b Source> {
    let rule = book.rule(row.rule.as_deref()?)?;
    match case.coverage_kind().value() {
        Some(coverage) => book.binding(rule, *coverage),
        None => book.binding_everybody(rule),
    }
}

/// What is known of a line.
struct Known<'a> {
    case: &'a Case,
    line: &'a StatementLine,
    reason: &'a Reason,
}

impl Known<'_> {
    /// Whether a condition holds; nothing where nobody knows.
    fn says(&self, condition: Condition) -> Option<bool> {
        let group = |code: &str| Some(self.reason.code.group.as_deref() == Some(code));
        match condition {
            Condition::GroupCo => group("CO"),
            Condition::GroupPr => group("PR"),
            Condition::GroupOa => group("OA"),
            Condition::GroupPi => group("PI"),
            Condition::GroupCr => group("CR"),
            Condition::InNetwork => self.network().map(|network| network == Network::In),
            Condition::OutOfNetwork => self.network().map(|network| network == Network::Out),
            Condition::Emergency => self.yes(Field::Emergency),
            Condition::FacilityInNetwork => self.yes(Field::FacilityInNetwork),
            Condition::Consented => self.yes(Field::SignedConsent),
            Condition::NotConsented => self.yes(Field::SignedConsent).map(|signed| !signed),
            Condition::Medicaid => self
                .case
                .coverage_kind()
                .value()
                .map(|kind| matches!(kind, CoverageKind::Medicaid | CoverageKind::MedicaidPlan)),
        }
    }

    /// What the plan says of the line, else what the person says of the provider.
    fn network(&self) -> Option<Network> {
        let said = self.yes(Field::InNetwork).map(|inside| if inside { Network::In } else { Network::Out });
        self.line.detail.network.or(said)
    }

    fn yes(&self, field: Field) -> Option<bool> {
        self.case.yes(field).map(|fact| fact.value)
    }

    fn is_known(&self, field: Field) -> bool {
        self.case.fact(field).is_some() || (field == Field::InNetwork && self.network().is_some())
    }
}

/// The fact that would settle a condition.
fn fact(condition: Condition) -> Option<Field> {
    match condition {
        Condition::InNetwork | Condition::OutOfNetwork => Some(Field::InNetwork),
        Condition::Emergency => Some(Field::Emergency),
        Condition::FacilityInNetwork => Some(Field::FacilityInNetwork),
        Condition::Consented | Condition::NotConsented => Some(Field::SignedConsent),
        Condition::Medicaid => Some(Field::CoverageFrom),
        Condition::GroupCo | Condition::GroupPr | Condition::GroupOa | Condition::GroupPi | Condition::GroupCr => None,
    }
}
