//! A bill, an explanation of benefits, a receipt or an estimate, line by line, as printed or as the person typed it.
//!
//! Nothing is corrected here: totals stand as printed, beside the lines that should make them up. Amounts are cents, and
//! what the paper takes off (an adjustment, a payment) is held as a positive amount of its own kind.

use std::collections::BTreeMap;

use super::{Fact, Facts, Number, Provenance, ReasonCode, Value};
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
    /// What an explanation of benefits says of the claim as a whole.
    pub claim: ClaimNotes,
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
    /// What it says beyond these columns.
    pub detail: Detail,
    /// The words that all of this came from, or that the person typed it.
    pub from: Provenance,
}

/// What a line says beyond the columns that most papers have. Nothing here is filled in where the paper is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The last day of the service, where the line spans several.
    pub last: Option<Date>,
    /// The list that the code is from, where the paper says so.
    pub system: Option<CodeSystem>,
    /// The modifiers of the code, each once, in the order printed.
    pub modifiers: Vec<String>,
    /// The revenue code; may be empty.
    pub revenue: String,
    /// Which diagnoses of the claim the line points at, counted from 1 as on the claim.
    pub diagnoses: Vec<u32>,
    /// Further amounts.
    pub parts: BTreeMap<Part, Cents>,
    /// Group and reason codes, with the amount that each moves where the paper says so.
    pub reasons: Vec<Reason>,
    /// Whether the plan processed the line as in its network.
    pub network: Option<Network>,
}

/// A further amount of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the contract or the plan takes off the charge.
    Discount,
    /// What counts against the deductible.
    Deductible,
    /// The fixed amount for a visit or a drug.
    Copay,
    /// The patient's percentage.
    Coinsurance,
    /// What the plan does not cover.
    NotCovered,
    /// What another payer paid.
    OtherPayer,
    /// What the patient has paid already, as this paper says.
    PatientPaid,
    /// The part of the plan's payment that went to the patient and not to the provider.
    PaidToPatient,
}

impl Part {
    /// All of them, in the order of a paper.
    pub const ALL: [Self; 8] = [
        Self::Discount,
        Self::Deductible,
        Self::Copay,
        Self::Coinsurance,
        Self::NotCovered,
        Self::OtherPayer,
        Self::PatientPaid,
        Self::PaidToPatient,
    ];
}

/// Group and reason code of a line, with what it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The code.
    pub code: ReasonCode,
    /// How much it moves, where the paper says so.
    pub amount: Option<Cents>,
}

/// A list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeSystem {
    /// Procedures, level I of HCPCS.
    Cpt,
    /// HCPCS, where the paper does not say which level.
    Hcpcs,
    /// Dental procedures.
    Cdt,
    /// Drugs.
    Ndc,
    /// Revenue codes of institutions.
    Revenue,
    /// Payment groups of institutions: HIPPS, DRG.
    PaymentGroup,
    /// Some other list.
    Other,
}

/// Whether something is in the plan's network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// In the network.
    In,
    /// Out of the network.
    Out,
}

/// What an explanation of benefits says of the claim as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimNotes {
    /// How far the plan has come with it.
    pub state: Option<ClaimState>,
    /// The number of the earlier claim that this one corrects.
    pub replaces: Option<String>,
    /// The number of the later claim that took its place.
    pub replaced_by: Option<String>,
    /// Whether the provider who billed is in the network, whatever rate was used.
    pub provider_network: Option<Network>,
}

/// How far a plan has come with a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimState {
    /// Decided.
    Complete,
    /// Some of it is decided.
    Partial,
    /// Waiting.
    Waiting,
    /// It could not be processed as it was sent.
    Failed,
}

/// A line of a paper in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The paper.
    pub statement: Number,
    /// Which line of it, from 0.
    pub line: usize,
}

/// What the person said of a line of a bill and a line of an explanation of benefits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The line of the bill.
    pub bill: At,
    /// The line of the explanation of benefits.
    pub eob: At,
    /// Whether they are the same care.
    pub belongs: Belongs,
}

/// Whether two lines are the same care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// They are.
    Together,
    /// They are not, whatever they look like.
    Apart,
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
        Self {
            number,
            kind,
            facts: Facts::default(),
            service: None,
            lines: Vec::new(),
            totals: Vec::new(),
            claim: ClaimNotes::default(),
        }
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

    /// The same statement with what it says of itself. What a statement does not hold, and a value of another kind than the
    /// field's, change nothing.
    #[must_use]
    pub fn saying(mut self, field: Field, fact: Fact<Value>) -> Self {
        if Self::holds(field) {
            self.facts.set(field, fact);
        }
        self
    }

    /// The first printed total of a kind.
    #[must_use]
    pub fn total(&self, kind: TotalKind) -> Option<&Total> {
        self.totals.iter().find(|total| total.kind == kind)
    }
}
