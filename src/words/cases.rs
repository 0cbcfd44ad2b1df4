//! What a case is called, and how a list of cases speaks of it.

use crate::case::{Call, Case};
use crate::kinds::Field;
use crate::paper::long_day;

/// What the case is about, for a heading: the care, or that nothing is known yet.
#[must_use]
pub fn name(case: &Case) -> String {
    case.text(Field::Service).map_or_else(|| "A decision about care".to_owned(), |service| first_up(service.value))
}

/// Who decided and the claim number, for the line below the heading.
#[must_use]
pub fn about(case: &Case) -> String {
    let insurer = case.text(Field::Insurer).map(|fact| fact.value.to_owned());
    let claim = case.text(Field::ClaimNumber).map(|fact| format!("claim {}", fact.value));
    [insurer, claim].into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ")
}

/// What the notice at this place, counted from the denial, is called among so many.
#[must_use]
pub fn notice(at: usize, of: usize) -> &'static str {
    match at {
        _ if of <= 1 => "The decision",
        0 => "The first decision",
        _ if at + 1 == of => "The answer to your appeal",
        _ => "An earlier answer",
    }
}

/// A call in one line: with whom and when.
#[must_use]
pub fn call_line(call: &Call) -> String {
    let with = [&*call.person, &*call.department].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let with = if with.is_empty() { super::steps::who(call.with).to_owned() } else { with.join(", ") };
    format!("Call with {with} on {}", long_day(call.on))
}

fn first_up(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_with_a_capital() {
        assert_eq!(first_up("mri of the spine"), "Mri of the spine");
        assert_eq!(first_up(""), "");
        assert_eq!(first_up("ärztlich"), "Ärztlich");
    }
}
