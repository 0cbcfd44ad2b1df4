//! A fact and where it comes from. A fact without provenance cannot be written down.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::Number;
use crate::civil::{Date, Time};
use crate::kinds::{Field, Matter, TimeZone, Timing};
use crate::money::Cents;

/// A value with its provenance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is so.
    pub value: T,
    /// How we know.
    pub from: Provenance,
}

impl<T> Fact<T> {
    /// The same provenance with a part of the value, if the value has it.
    pub fn pick<'a, U>(&'a self, part: impl FnOnce(&'a T) -> Option<U>) -> Option<Fact<U>> {
        part(&self.value).map(|value| Fact { value, from: self.from.clone() })
    }
}

/// How a fact is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// It stands in a document.
    Document {
        /// The document's number in the case.
        document: Number,
        /// The exact words.
        words: String,
    },
    /// It was said in a call.
    Call {
        /// The call's number in the case.
        call: Number,
    },
    /// The person says so.
    Statement {
        /// The day on which they said so.
        on: Date,
    },
}

/// What a fact can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, numbers, addresses.
    Text(String),
    /// A day.
    Day(Date),
    /// A time of day.
    Time(Time),
    /// An amount.
    Money(Cents),
    /// Yes or no.
    Yes(bool),
    /// How many.
    Count(u32),
    /// A length of time.
    Window(Window),
    /// Group and reason codes.
    Codes(Vec<ReasonCode>),
    /// An answer from a closed list.
    Choice(Choice),
}

/// Answers from closed lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Where the coverage comes from.
    From(super::coverage::From),
    /// Who pays the claims.
    Funding(super::coverage::Funding),
    /// Whether care has been given.
    Timing(crate::kinds::Timing),
    /// What the letter is about.
    Matter(Matter),
    /// The time zone at the patient's place.
    TimeZone(TimeZone),
}

/// A length of time as a notice states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Calendar days.
    Days(u32),
    /// Months.
    Months(u32),
}

/// A group code with a reason code, as in `CO-197`, or a remark code alone, as in `N130`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonCode {
    /// `CO`, `PR`, `OA`, `PI` or `CR`; to whom the insurer assigned the amount.
    pub group: Option<String>,
    /// The claim adjustment reason code, or the remark code.
    pub code: String,
}

/// The text is not a code as plans print them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a group and reason code")]
pub struct NotACode {
    /// The text as given.
    pub text: String,
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.group {
            Some(group) => write!(f, "{group}-{}", self.code),
            None => f.write_str(&self.code),
        }
    }
}

impl FromStr for ReasonCode {
    type Err = NotACode;

    /// Reads `CO-197`, `CO197`, `co 197`, `197`, `PR-B7` and remark codes such as `N130` and `MA04`.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let upper = text.trim().to_ascii_uppercase();
        let (group, rest) =
            match ["CO", "PR", "OA", "PI", "CR"].iter().find_map(|g| upper.strip_prefix(g).map(|r| (*g, r))) {
                Some((group, rest)) => (Some(group.to_owned()), rest.trim_start_matches(['-', ' '])),
                None => (None, upper.as_str()),
            };
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = rest.len() - digits.len();
        let well_formed = letters <= 2 && (1..=4).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
        if well_formed {
            Ok(Self { group, code: rest.to_owned() })
        } else {
            Err(NotACode { text: text.chars().take(40).collect() })
        }
    }
}

/// Which part of the case a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    Case,
    Claim,
    Notice,
    /// The newest bill.
    Bill,
}

/// The part of the case that a field belongs to.
pub(crate) fn home(field: Field) -> Home {
    match field {
        Field::Patient
        | Field::Member
        | Field::Representative
        | Field::SenderAddress
        | Field::CoverageFrom
        | Field::Funding
        | Field::State
        | Field::Insurer
        | Field::Plan
        | Field::Employer
        | Field::MemberId
        | Field::GroupNumber
        | Field::Statement
        | Field::HouseholdSize
        | Field::HouseholdIncome
        | Field::CanPayMonthly
        | Field::CanPayNow
        | Field::Grandfathered
        | Field::TimeZone
        | Field::OtherCoverage
        | Field::OtherInsurer
        | Field::CountedByPlan
        | Field::CountedByMe
        | Field::PatientIsChild => Home::Case,
        Field::ClaimNumber
        | Field::AuthorizationNumber
        | Field::ServiceDate
        | Field::Service
        | Field::ProcedureCode
        | Field::DiagnosisCode
        | Field::Provider
        | Field::Facility
        | Field::Billed
        | Field::Allowed
        | Field::PatientShare
        | Field::Timing
        | Field::Urgent
        | Field::InNetwork
        | Field::Emergency
        | Field::ApprovalAsked
        | Field::SignedConsent
        | Field::ListedInNetwork
        | Field::NoNetworkProvider
        | Field::FacilityInNetwork
        | Field::PlannedFor
        | Field::EstimatedCost
        | Field::RequestSent
        | Field::RequestTime
        | Field::Matter
        | Field::LeavesHospital
        | Field::ServicesEnd
        | Field::ChangeStarts
        | Field::WhyUrgent
        | Field::ClinicianSaysUrgent
        | Field::DrugsTried
        | Field::NetworkEnded
        | Field::CareUnderWay
        | Field::WhyLate => Home::Claim,
        Field::ReferenceNumber
        | Field::NoticeDate
        | Field::NoticeReceived
        | Field::StatedLastDay
        | Field::StatedWindow
        | Field::StatedForReview
        | Field::Reason
        | Field::ReasonCode
        | Field::Decider
        | Field::AppealAddress
        | Field::AppealPhone
        | Field::AppealFax => Home::Notice,
        Field::Biller
        | Field::BillerAddress
        | Field::BillerPhone
        | Field::AccountNumber
        | Field::BillDate
        | Field::BillDue
        | Field::AmountDue => Home::Bill,
    }
}

/// Whether a value is of the kind that a field holds.
#[must_use]
pub fn fits(field: Field, value: &Value) -> bool {
    match value {
        Value::Day(_) => {
            matches!(
                field,
                Field::NoticeDate
                    | Field::NoticeReceived
                    | Field::StatedLastDay
                    | Field::ServiceDate
                    | Field::BillDate
                    | Field::BillDue
                    | Field::PlannedFor
                    | Field::RequestSent
                    | Field::LeavesHospital
                    | Field::ServicesEnd
                    | Field::ChangeStarts
                    | Field::NetworkEnded
            )
        }
        Value::Money(_) => matches!(
            field,
            Field::Billed
                | Field::Allowed
                | Field::PatientShare
                | Field::AmountDue
                | Field::EstimatedCost
                | Field::HouseholdIncome
                | Field::CanPayMonthly
                | Field::CanPayNow
                | Field::CountedByPlan
                | Field::CountedByMe
        ),
        Value::Yes(_) => matches!(
            field,
            Field::Urgent
                | Field::InNetwork
                | Field::Emergency
                | Field::ApprovalAsked
                | Field::SignedConsent
                | Field::ListedInNetwork
                | Field::NoNetworkProvider
                | Field::FacilityInNetwork
                | Field::StatedForReview
                | Field::Grandfathered
                | Field::ClinicianSaysUrgent
                | Field::OtherCoverage
                | Field::PatientIsChild
        ),
        Value::Count(_) => field == Field::HouseholdSize,
        Value::Window(_) => field == Field::StatedWindow,
        Value::Codes(_) => field == Field::ReasonCode,
        Value::Choice(Choice::From(_)) => field == Field::CoverageFrom,
        Value::Choice(Choice::Funding(_)) => field == Field::Funding,
        Value::Choice(Choice::Timing(_)) => field == Field::Timing,
        Value::Choice(Choice::Matter(_)) => field == Field::Matter,
        Value::Choice(Choice::TimeZone(_)) => field == Field::TimeZone,
        Value::Time(_) => field == Field::RequestTime,
        Value::Text(_) => matches!(
            field,
            Field::Patient
                | Field::Member
                | Field::Representative
                | Field::SenderAddress
                | Field::State
                | Field::Insurer
                | Field::Plan
                | Field::Employer
                | Field::MemberId
                | Field::GroupNumber
                | Field::Statement
                | Field::ClaimNumber
                | Field::AuthorizationNumber
                | Field::Service
                | Field::ProcedureCode
                | Field::DiagnosisCode
                | Field::Provider
                | Field::Facility
                | Field::ReferenceNumber
                | Field::Reason
                | Field::Decider
                | Field::AppealAddress
                | Field::AppealPhone
                | Field::AppealFax
                | Field::Biller
                | Field::BillerAddress
                | Field::BillerPhone
                | Field::AccountNumber
                | Field::WhyUrgent
                | Field::DrugsTried
                | Field::CareUnderWay
                | Field::OtherInsurer
                | Field::WhyLate
        ),
    }
}

/// Facts by field, each of the kind that its field holds, and the fields about which the person said "I don't know".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    known: BTreeMap<Field, Fact<Value>>,
    unknown: BTreeSet<Field>,
}

impl Facts {
    /// The fact in this field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Fact<Value>> {
        self.known.get(&field)
    }

    /// Whether the person said that they do not know.
    #[must_use]
    pub fn said_unknown(&self, field: Field) -> bool {
        self.unknown.contains(&field)
    }

    /// All facts, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &Fact<Value>)> {
        self.known.iter().map(|(field, fact)| (*field, fact))
    }

    /// The fields about which the person said "I don't know".
    pub fn unknowns(&self) -> impl Iterator<Item = Field> {
        self.unknown.iter().copied()
    }

    /// Puts a fact in its field; false, and nothing changed, when the value is of another kind.
    pub(crate) fn set(&mut self, field: Field, fact: Fact<Value>) -> bool {
        if !fits(field, &fact.value) {
            return false;
        }
        self.unknown.remove(&field);
        self.known.insert(field, fact);
        true
    }

    /// Notes that the person does not know.
    pub(crate) fn set_unknown(&mut self, field: Field) {
        self.known.remove(&field);
        self.unknown.insert(field);
    }

    /// Empties the field.
    pub(crate) fn clear(&mut self, field: Field) {
        self.known.remove(&field);
        self.unknown.remove(&field);
    }
}

impl Value {
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn as_day(&self) -> Option<Date> {
        if let Self::Day(day) = self { Some(*day) } else { None }
    }

    pub(crate) fn as_money(&self) -> Option<Cents> {
        if let Self::Money(cents) = self { Some(*cents) } else { None }
    }

    pub(crate) fn as_yes(&self) -> Option<bool> {
        if let Self::Yes(yes) = self { Some(*yes) } else { None }
    }

    pub(crate) fn as_matter(&self) -> Option<Matter> {
        if let Self::Choice(Choice::Matter(matter)) = self { Some(*matter) } else { None }
    }

    pub(crate) fn as_time(&self) -> Option<Time> {
        if let Self::Time(time) = self { Some(*time) } else { None }
    }

    pub(crate) fn as_time_zone(&self) -> Option<TimeZone> {
        if let Self::Choice(Choice::TimeZone(zone)) = self { Some(*zone) } else { None }
    }

    pub(crate) fn as_timing(&self) -> Option<Timing> {
        if let Self::Choice(Choice::Timing(timing)) = self { Some(*timing) } else { None }
    }
}
