//! The field for a fact of the case: a day, an amount, words, or a list of answers. Keeps what was typed until it reads.

use yew::prelude::*;

use super::{Choice, Choices, DateField, DateText, Entry, Field};
use crate::case::Value;
use crate::case::coverage::From;
use crate::case::fact;
use crate::importers::typed;
use crate::kinds::Field as Fact;
use crate::words;
use crate::words::intake::{FROM, FUNDING, MATTER, Row, TIME_ZONE, TIMING};

/// What was typed or chosen for a fact, whether or not it reads.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// A day.
    Day(DateText),
    /// Words or numbers.
    Text(String),
    /// A row of a list, by its key.
    Row(Option<AttrValue>),
}

/// How a fact is asked for.
enum Kind {
    Day,
    Text(Entry),
    Rows(Vec<Choice>),
}

fn rows<T>(list: &[Row<T>]) -> Vec<Choice> {
    list.iter().map(|(_, key, name, about)| Choice::new(*key, *name, *about)).collect()
}

fn kind(field: Fact) -> Kind {
    match typed::kind(field) {
        typed::Kind::Day => Kind::Day,
        typed::Kind::Money => Kind::Text(Entry::Amount),
        typed::Kind::Window | typed::Kind::Codes | typed::Kind::Count => Kind::Text(Entry::Number),
        typed::Kind::Lines if matches!(field, Fact::Reason | Fact::Statement) => Kind::Text(Entry::Lines(5)),
        typed::Kind::Lines => Kind::Text(Entry::Lines(3)),
        typed::Kind::Choice if field == Fact::CoverageFrom => Kind::Rows(rows(&FROM)),
        typed::Kind::Choice if field == Fact::Funding => Kind::Rows(rows(&FUNDING)),
        typed::Kind::Choice if field == Fact::Timing => Kind::Rows(rows(&TIMING)),
        typed::Kind::Choice if field == Fact::Matter => Kind::Rows(rows(&MATTER)),
        typed::Kind::Choice if field == Fact::TimeZone => Kind::Rows(rows(&TIME_ZONE)),
        typed::Kind::Choice => Kind::Rows(vec![Choice::new("yes", "Yes", ""), Choice::new("no", "No", "")]),
        typed::Kind::Line if PHONES.contains(&field) => Kind::Text(Entry::Phone),
        typed::Kind::Line if NUMBERS.contains(&field) => Kind::Text(Entry::Number),
        typed::Kind::Time | typed::Kind::Line => Kind::Text(Entry::Words),
    }
}

const PHONES: [Fact; 3] = [Fact::AppealPhone, Fact::AppealFax, Fact::BillerPhone];

const NUMBERS: [Fact; 8] = [
    Fact::MemberId,
    Fact::GroupNumber,
    Fact::ClaimNumber,
    Fact::ReferenceNumber,
    Fact::AuthorizationNumber,
    Fact::ProcedureCode,
    Fact::DiagnosisCode,
    Fact::AccountNumber,
];

fn key_of<T: PartialEq>(list: &[Row<T>], wanted: &T) -> Option<AttrValue> {
    list.iter().find(|(value, ..)| value == wanted).map(|(_, key, ..)| AttrValue::from(*key))
}

fn of_key<T: Copy>(list: &[Row<T>], wanted: &str) -> Option<T> {
    list.iter().find(|(_, key, ..)| *key == wanted).map(|(value, ..)| *value)
}

impl Typed {
    /// What stands in the field before anything is typed: the value, or nothing.
    #[must_use]
    pub fn of(field: Fact, value: Option<&Value>) -> Self {
        match (kind(field), value) {
            (Kind::Day, Some(Value::Day(day))) => Self::Day(DateText::of(*day)),
            (Kind::Day, _) => Self::Day(DateText::default()),
            (Kind::Rows(_), value) => Self::Row(match value {
                Some(Value::Yes(yes)) => Some(if *yes { "yes" } else { "no" }.into()),
                Some(Value::Choice(fact::Choice::From(from))) => key_of(&FROM, from),
                Some(Value::Choice(fact::Choice::Funding(funding))) => key_of(&FUNDING, funding),
                Some(Value::Choice(fact::Choice::Timing(timing))) => key_of(&TIMING, timing),
                Some(Value::Choice(fact::Choice::Matter(matter))) => key_of(&MATTER, matter),
                Some(Value::Choice(fact::Choice::TimeZone(zone))) => key_of(&TIME_ZONE, zone),
                _ => None,
            }),
            // The sign stands before the field.
            (Kind::Text(Entry::Amount), Some(Value::Money(amount))) => Self::Text(amount.to_string().replace('$', "")),
            (Kind::Text(_), Some(value)) => Self::Text(words::fields::say(value)),
            (Kind::Text(_), None) => Self::Text(String::new()),
        }
    }

    /// Whether nothing was typed or chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Day(text) => text.is_empty(),
            Self::Text(text) => text.trim().is_empty(),
            Self::Row(row) => row.is_none(),
        }
    }

    /// The value, or what is wrong and what to do now.
    ///
    /// # Errors
    /// A sentence for the person.
    pub fn read(&self, field: Fact) -> Result<Value, String> {
        match self {
            Self::Day(text) => text.day().map(Value::Day).ok_or_else(|| text.problem().unwrap_or_default()),
            Self::Text(text) => typed::value(field, text).map_err(|problem| words::both(&problem)),
            Self::Row(row) => row
                .as_deref()
                .and_then(|key| row_value(field, key))
                .ok_or_else(|| "Choose one. \u{201c}I don\u{2019}t know\u{201d} is fine.".to_owned()),
        }
    }

    /// The id of the input to go to when the fact with this id is wrong.
    #[must_use]
    pub fn first_input(&self, id: &str) -> String {
        match self {
            Self::Day(_) => format!("{id}-month"),
            Self::Text(_) | Self::Row(_) => id.to_owned(),
        }
    }
}

/// The value of a row of the field's list.
#[must_use]
pub fn row_value(field: Fact, key: &str) -> Option<Value> {
    let choice = if field == Fact::CoverageFrom {
        of_key(&FROM, key).map(fact::Choice::From)
    } else if field == Fact::Funding {
        of_key(&FUNDING, key).map(fact::Choice::Funding)
    } else if field == Fact::Timing {
        of_key(&TIMING, key).map(fact::Choice::Timing)
    } else if field == Fact::Matter {
        of_key(&MATTER, key).map(fact::Choice::Matter)
    } else if field == Fact::TimeZone {
        of_key(&TIME_ZONE, key).map(fact::Choice::TimeZone)
    } else {
        return match key {
            "yes" => Some(Value::Yes(true)),
            "no" => Some(Value::Yes(false)),
            _ => None,
        };
    };
    choice.map(Value::Choice)
}

/// The fact and what stands in its field.
#[derive(Properties, PartialEq)]
pub struct FactInputProps {
    /// The input's id.
    pub id: AttrValue,
    /// The fact.
    pub field: Fact,
    /// The question; the fact's name when left out.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Where the coverage comes from, if that is known: answers that make no sense with it are not offered.
    #[prop_or_default]
    pub coverage: Option<From>,
    /// What was typed or chosen.
    pub value: Typed,
    /// What is wrong; empty when nothing is.
    #[prop_or_default]
    pub error: AttrValue,
    /// Whether "I don't know" is a row of a list.
    #[prop_or(true)]
    pub can_be_unknown: bool,
    /// Told what was typed or chosen.
    pub onchange: Callback<Typed>,
}

/// The field for a fact of the case.
#[component]
pub fn FactInput(props: &FactInputProps) -> Html {
    let label = props.label.clone().unwrap_or_else(|| words::fields::name(props.field).into());
    let hint = words::fields::hint(props.field);
    let (id, error) = (props.id.clone(), props.error.clone());
    match (kind(props.field), &props.value) {
        (Kind::Day, Typed::Day(text)) => html! {
            <DateField {id} legend={label} {hint} {error} value={text.clone()} onchange={props.onchange.reform(Typed::Day)} />
        },
        (Kind::Rows(mut rows), Typed::Row(chosen)) => {
            if props.field == Fact::Matter
                && let Some(from) = props.coverage
            {
                let offered: Vec<&str> = words::intake::matters(from).map(|(_, key, ..)| *key).collect();
                rows.retain(|row| offered.contains(&&*row.value) || chosen.as_ref() == Some(&row.value));
            }
            if props.can_be_unknown {
                rows.push(Choice::dont_know(""));
            }
            let onchoose = props.onchange.reform(|key: AttrValue| Typed::Row(Some(key)));
            html! { <Choices {id} legend={html! { { label } }} {hint} {error} choices={rows} chosen={chosen.clone()} {onchoose} /> }
        }
        (Kind::Text(entry), Typed::Text(text)) => html! {
            <Field {id} {label} {hint} {error} {entry} value={text.clone()} onchange={props.onchange.reform(Typed::Text)} />
        },
        // `Typed::of` gives each field its own kind.
        (Kind::Day | Kind::Rows(_) | Kind::Text(_), _) => Html::default(),
    }
}
