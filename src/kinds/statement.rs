//! Kinds of statements and of their totals. Knows only serde: the build script compiles this file too.

use serde::{Deserialize, Serialize};

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    /// A bill or billing statement.
    Bill,
    /// An explanation of benefits: it is not a bill.
    Eob,
    /// A receipt.
    Receipt,
    /// An estimate given before care.
    Estimate,
}

impl StatementKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Bill, Self::Eob, Self::Receipt, Self::Estimate];
}

/// What a printed total is the total of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TotalKind {
    /// Charges, before anything is taken off.
    Charges,
    /// What the plan allows.
    Allowed,
    /// Discounts and adjustments, taken off.
    Adjustments,
    /// What insurance paid, taken off.
    InsurancePaid,
    /// What the patient has paid, taken off.
    PatientPaid,
    /// What is asked for now, or what the EOB says the patient owes.
    AmountDue,
    /// What counts against the deductible.
    Deductible,
    /// Fixed amounts for visits and drugs.
    Copay,
    /// The patient's percentage.
    Coinsurance,
    /// What the plan does not cover.
    NotCovered,
    /// What another payer paid.
    OtherPayer,
}

impl TotalKind {
    /// All of them, in the order of a paper.
    pub const ALL: [Self; 11] = [
        Self::Charges,
        Self::Allowed,
        Self::Adjustments,
        Self::InsurancePaid,
        Self::PatientPaid,
        Self::AmountDue,
        Self::Deductible,
        Self::Copay,
        Self::Coinsurance,
        Self::NotCovered,
        Self::OtherPayer,
    ];
}
