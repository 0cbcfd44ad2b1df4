//! Saved facts: a list of field, value and where it comes from. Counts came with version 2.

use serde::{Deserialize, Serialize};

use super::super::Place;
use crate::case::coverage;
use crate::case::fact::{self, Choice, Fact, Home, Provenance};
use crate::case::{self, Number};
use crate::civil::{Date, Time};
use crate::kinds::{Field, Matter, TimeZone, Timing};
use crate::money::Cents;

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Facts {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    known: Vec<Known>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unknown: Vec<Field>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    field: Field,
    value: Value,
    from: From,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Value {
    Text(String),
    Day(Date),
    Cents(i64),
    Yes(bool),
    Count(u32),
    Days(u32),
    Months(u32),
    Codes(Vec<Code>),
    Coverage(#[serde(with = "CoverageFrom")] coverage::From),
    Funding(#[serde(with = "Funding")] coverage::Funding),
    Timing(Timing),
    Matter(Matter),
    Time(Time),
    TimeZone(TimeZone),
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Code {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    code: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum From {
    Document { number: u32, words: String },
    Call(u32),
    Statement(Date),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "coverage::From", rename_all = "kebab-case")]
enum CoverageFrom {
    Work,
    PublicEmployer,
    FederalEmployer,
    Church,
    Myself,
    Medicare,
    MedicareAdvantage,
    PartD,
    DualPlan,
    Medigap,
    Medicaid,
    MedicaidPlan,
    Chip,
    Tricare,
    Va,
    Champva,
    Student,
    ShortTerm,
    SharingMinistry,
    DentalVision,
    WorkersCompensation,
    Auto,
    None,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "coverage::Funding", rename_all = "kebab-case")]
enum Funding {
    EmployerPays,
    InsurerPays,
}

impl Code {
    pub(super) fn store(code: &case::ReasonCode) -> Self {
        Self { group: code.group.clone(), code: code.code.clone() }
    }

    pub(super) fn restore(self) -> case::ReasonCode {
        case::ReasonCode { group: self.group, code: self.code }
    }
}

impl Facts {
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty() && self.unknown.is_empty()
    }

    pub(super) fn store(facts: &case::Facts) -> Self {
        let known = facts.iter().map(|(field, fact)| Known {
            field,
            value: Value::store(&fact.value),
            from: From::store(&fact.from),
        });
        Self { known: known.collect(), unknown: facts.unknowns().collect() }
    }

    /// The facts again, if each stands once, in the part of the case and of the kind that belong to its field.
    pub(super) fn restore(self, home: Home) -> Result<case::Facts, Place> {
        self.restore_where(|field| fact::home(field) == home)
    }

    /// The facts again, if each stands once, is of the kind that its field holds, and belongs here.
    pub(super) fn restore_where(self, belongs: impl Fn(Field) -> bool) -> Result<case::Facts, Place> {
        let mut facts = case::Facts::default();
        for Known { field, value, from } in self.known {
            let fresh = facts.get(field).is_none() && belongs(field);
            if !fresh || !facts.set(field, Fact { value: value.restore(), from: from.restore() }) {
                return Err(Place::Fact(field));
            }
        }
        for field in self.unknown {
            if facts.get(field).is_some() || facts.said_unknown(field) || !belongs(field) {
                return Err(Place::Fact(field));
            }
            facts.set_unknown(field);
        }
        Ok(facts)
    }
}

impl Value {
    fn store(value: &case::Value) -> Self {
        match value {
            case::Value::Text(text) => Self::Text(text.clone()),
            case::Value::Day(day) => Self::Day(*day),
            case::Value::Time(time) => Self::Time(*time),
            case::Value::Money(cents) => Self::Cents(cents.0),
            case::Value::Yes(yes) => Self::Yes(*yes),
            case::Value::Count(count) => Self::Count(*count),
            case::Value::Window(case::Window::Days(days)) => Self::Days(*days),
            case::Value::Window(case::Window::Months(months)) => Self::Months(*months),
            case::Value::Codes(codes) => Self::Codes(codes.iter().map(Code::store).collect()),
            case::Value::Choice(Choice::From(from)) => Self::Coverage(*from),
            case::Value::Choice(Choice::Funding(funding)) => Self::Funding(*funding),
            case::Value::Choice(Choice::Timing(timing)) => Self::Timing(*timing),
            case::Value::Choice(Choice::Matter(matter)) => Self::Matter(*matter),
            case::Value::Choice(Choice::TimeZone(zone)) => Self::TimeZone(*zone),
        }
    }

    fn restore(self) -> case::Value {
        match self {
            Self::Text(text) => case::Value::Text(text),
            Self::Day(day) => case::Value::Day(day),
            Self::Time(time) => case::Value::Time(time),
            Self::Cents(cents) => case::Value::Money(Cents(cents)),
            Self::Yes(yes) => case::Value::Yes(yes),
            Self::Count(count) => case::Value::Count(count),
            Self::Days(days) => case::Value::Window(case::Window::Days(days)),
            Self::Months(months) => case::Value::Window(case::Window::Months(months)),
            Self::Codes(codes) => case::Value::Codes(codes.into_iter().map(Code::restore).collect()),
            Self::Coverage(from) => case::Value::Choice(Choice::From(from)),
            Self::Funding(funding) => case::Value::Choice(Choice::Funding(funding)),
            Self::Timing(timing) => case::Value::Choice(Choice::Timing(timing)),
            Self::Matter(matter) => case::Value::Choice(Choice::Matter(matter)),
            Self::TimeZone(zone) => case::Value::Choice(Choice::TimeZone(zone)),
        }
    }
}

impl From {
    pub(super) fn store(from: &Provenance) -> Self {
        match from {
            Provenance::Document { document, words } => Self::Document { number: document.0, words: words.clone() },
            Provenance::Call { call } => Self::Call(call.0),
            Provenance::Statement { on } => Self::Statement(*on),
        }
    }

    pub(super) fn restore(self) -> Provenance {
        match self {
            Self::Document { number, words } => Provenance::Document { document: Number(number), words },
            Self::Call(call) => Provenance::Call { call: Number(call) },
            Self::Statement(on) => Provenance::Statement { on },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_answers_are_as_they_were() {
        let from = "work public-employer federal-employer church myself medicare medicare-advantage part-d medicaid chip \
                    tricare va student short-term sharing-ministry none dual-plan medigap medicaid-plan champva dental-vision \
                    workers-compensation auto";
        let from = from.split_whitespace().map(|name| format!("{{\"coverage\":\"{name}\"}}"));
        let funding = ["employer-pays", "insurer-pays"].map(|name| format!("{{\"funding\":\"{name}\"}}"));
        let matters = "care hospital-discharge services-ending status-change eligibility".split_whitespace();
        let matters = matters.map(|name| format!("{{\"matter\":\"{name}\"}}"));
        for text in from.chain(funding).chain(matters) {
            let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(serde_json::to_string(&value).unwrap(), text);
        }
    }
}
