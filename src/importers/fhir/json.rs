//! Looks into JSON that may be of any shape: what is missing or of another kind is simply not there.

use serde_json::Value;

/// A text that says something.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// The things in a list; one thing where a list should be is a list of one.
pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    match value.get(key) {
        Some(Value::Array(list)) => list,
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => &[],
    }
}

/// A code with the list that it is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coding<'a> {
    pub system: &'a str,
    pub code: &'a str,
    pub display: Option<&'a str>,
}

impl<'a> Coding<'a> {
    /// The last part of the code where it is an address.
    pub fn name(&self) -> &'a str {
        last_part(self.code)
    }
}

/// The codes of a concept: in a list, or, in older forms, the concept itself.
pub(super) fn codings<'a>(value: &'a Value, key: &str) -> Vec<Coding<'a>> {
    value.get(key).map(codings_of).unwrap_or_default()
}

/// The codes of this concept.
pub(super) fn codings_of(concept: &Value) -> Vec<Coding<'_>> {
    fn one(value: &Value) -> Option<Coding<'_>> {
        let code = text(value, "code")?;
        Some(Coding { system: text(value, "system").unwrap_or_default(), code, display: text(value, "display") })
    }
    let inside: Vec<Coding> = list(concept, "coding").iter().filter_map(one).collect();
    if inside.is_empty() { one(concept).into_iter().collect() } else { inside }
}

/// What a number is, as the file writes it; numbers in quotation marks are numbers.
pub(super) fn number(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if text.len() <= 80 => Some(text.clone()),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The last part of an address.
pub(super) fn last_part(text: &str) -> &str {
    text.rsplit('/').next().unwrap_or(text)
}
