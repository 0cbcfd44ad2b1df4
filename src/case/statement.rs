//! A bill, an explanation of benefits, a receipt or an estimate, line by line, as printed or as the person typed it.
//!
//! Nothing is corrected here: totals stand as printed, beside the lines that should make them up. Amounts are cents, and
//! what the paper takes off (an adjustment, a payment) is held as a positive amount of its own kind.

use super::{Facts, Number, Provenance};
use crate::civil::Date;
use crate::kinds::{Field, StatementKind, TotalKind};
use crate::money::Cents;

/// The most lines that one statement takes.
pub const LINE_LIMIT: usize = 1_000;

/// A bill, an explanation of benefits, a receipt or an estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its number in this case.
    pub number: Number,
    /// What it is.
    pub kind: StatementKind,
    /// What stands on it once: see [`Statement::holds`].
    pub facts: Facts,
    /// The days of service that it names for the whole paper.
    pub service: Option<Service>,
    /// Its lines in the order printed.
    pub lines: Vec<StatementLine>,
    /// Its totals as printed.
    pub totals: Vec<Total>,
}

/// The days of service that a statement names for the whole paper: a day, or from one day to a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The first day.
    pub first: Date,
    /// The last day; the first one again where it names a single day.
    pub last: Date,
    /// The words that it came from, or that the person typed it.
    pub from: Provenance,
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementLine {
    /// The day of the service; `None` when the paper does not say for this line.
    pub on: Option<Date>,
    /// The code as printed, without its system's name; may be empty.
    pub code: String,
    /// What the line says the service was; may be empty.
    pub what: String,
    /// How many.
    pub units: Option<u32>,
    /// What was charged.
    pub billed: Option<Cents>,
    /// What the plan allows, where the paper says so.
    pub allowed: Option<Cents>,
    /// What the plan paid, where the paper says so.
    pub plan_paid: Option<Cents>,
    /// What the line leaves to the patient, where the paper says so.
    pub share: Option<Cents>,
    /// The words that all of this came from, or that the person typed it.
    pub from: Provenance,
}

/// A total as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Of what.
    pub kind: TotalKind,
    /// How much; what is taken off is positive too.
    pub amount: Cents,
    /// The words that it came from, or that the person typed it.
    pub from: Provenance,
}

impl Statement {
    /// A statement without lines.
    #[must_use]
    pub fn new(number: Number, kind: StatementKind) -> Self {
        Self { number, kind, facts: Facts::default(), service: None, lines: Vec::new(), totals: Vec::new() }
    }

    /// Whether a statement holds such a fact: who sent it, its account number, its dates, what it asks for, and whose care
    /// it is for as this paper says, which may be another person than the case's.
    #[must_use]
    pub fn holds(field: Field) -> bool {
        matches!(
            field,
            Field::Biller
                | Field::BillerAddress
                | Field::BillerPhone
                | Field::AccountNumber
                | Field::BillDate
                | Field::BillDue
                | Field::AmountDue
                | Field::Patient
                | Field::Provider
                | Field::Insurer
                | Field::MemberId
                | Field::ClaimNumber
        )
    }

    /// The first printed total of a kind.
    #[must_use]
    pub fn total(&self, kind: TotalKind) -> Option<&Total> {
        self.totals.iter().find(|total| total.kind == kind)
    }
}
