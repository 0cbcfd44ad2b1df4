//! What a case is called, and how a list of cases speaks of it.

use crate::case::{Call, Case};
use crate::kinds::{Field, Purpose};
use crate::paper::long_day;

/// What the case is about, for a heading: the care, or that nothing is known yet.
#[must_use]
pub fn name(case: &Case) -> String {
    let service = case.text(Field::Service).map(|service| first_up(service.value));
    service.unwrap_or_else(|| match (case.purpose, case.text(Field::Biller)) {
        (Purpose::Bill, Some(biller)) => format!("Bill from {}", biller.value),
        (Purpose::Bill, None) => "A bill".to_owned(),
        (Purpose::Planning, _) => "Care that is planned".to_owned(),
        (Purpose::Denial, _) => "A decision about care".to_owned(),
    })
}

/// Who decided and the claim number, for the line below the heading.
#[must_use]
pub fn about(case: &Case) -> String {
    let insurer = case.text(Field::Insurer).map(|fact| fact.value.to_owned());
    let claim = case.text(Field::ClaimNumber).map(|fact| format!("claim {}", fact.value));
    [insurer, claim].into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ")
}

/// Whether every word of a search stands somewhere in what the list could be searched for: names, companies, numbers, care.
#[must_use]
pub fn matches(case: &Case, search: &str) -> bool {
    let facts = case.claims.iter().map(|claim| &claim.facts).chain(case.notices.iter().map(|notice| &notice.facts));
    let facts = facts.chain(case.statements.iter().map(|statement| &statement.facts)).chain([&case.facts]);
    let texts =
        facts.flat_map(crate::case::Facts::iter).map(|(_, fact)| super::fields::say(&fact.value).to_lowercase());
    let texts: Vec<String> = texts.chain([name(case).to_lowercase()]).collect();
    search.to_lowercase().split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
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
    fn a_case_is_found_by_any_of_its_words_in_any_order() {
        let case = crate::example::case("2026-11-25".parse().expect("a day"));
        for search in ["", "rosa", "delgado therapy", "26-118-40772", "meadowlark rosa"] {
            assert!(matches(&case, search), "{search:?}");
        }
        assert!(!matches(&case, "rosa knee"));
    }

    #[test]
    fn a_name_begins_with_a_capital() {
        assert_eq!(first_up("mri of the spine"), "Mri of the spine");
        assert_eq!(first_up(""), "");
        assert_eq!(first_up("ärztlich"), "Ärztlich");
    }
}
