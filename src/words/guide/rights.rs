//! Rights and rules to search, in plain words and by coverage.
//!
//! Knows no case. What a rule says, and on what it rests, stands in the book.

use crate::kinds::CoverageKind;
use crate::rulebook::schema::Place;
use crate::rulebook::{Book, Rule};

/// The field for the search.
pub const FIELD: &str = "What is it about?";
/// How to search.
pub const HINT: &str = "A word or two, such as emergency, estimate or papers.";
/// The heading of rights.
pub const RIGHTS: &str = "Your rights";
/// The heading of other rules.
pub const OTHERS: &str = "Times and other rules";
/// What is said where the state may differ.
pub const BY_STATE: &str = "Your state may set a time of its own. Look at your state\u{2019}s page.";

/// All sentences of the search, for whoever measures them.
pub const SENTENCES: [&str; 5] = [FIELD, HINT, RIGHTS, OTHERS, BY_STATE];

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found<'a> {
    /// Rights of a person with this coverage, or with any.
    pub rights: Vec<&'a Rule>,
    /// Clocks and other rules.
    pub others: Vec<&'a Rule>,
}

impl Found<'_> {
    /// How many were found, in words.
    #[must_use]
    pub fn counted(&self) -> String {
        match self.rights.len() + self.others.len() {
            0 => "No rule has these words. Try another word, or \u{201c}Any\u{201d} coverage.".to_owned(),
            1 => "1 rule".to_owned(),
            many => format!("{many} rules"),
        }
    }
}

/// The coverages that some rule names, in their order.
#[must_use]
pub fn coverages(book: &Book) -> Vec<CoverageKind> {
    let bound = book.rules.iter().flat_map(|rule| &rule.binds).map(|binding| binding.coverage);
    let mut all: Vec<CoverageKind> = bound.chain(book.tracks.iter().map(|track| track.coverage)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The rules that hold for this coverage (all of them while it is not chosen) and have every word of the search. Where a
/// state is chosen its own rules are among them, and stand in the place of those that they replace for such a coverage.
#[must_use]
pub fn found<'a>(book: &'a Book, search: &str, coverage: Option<CoverageKind>, place: Option<&Place>) -> Found<'a> {
    let lower = search.to_lowercase();
    let wanted: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem).collect();
    let is_right = |rule: &Rule| {
        let tracks = book.tracks.iter().filter(|track| coverage.is_none_or(|kind| track.coverage == kind));
        tracks.flat_map(|track| &track.rights).any(|id| *id == rule.id)
    };
    let holds = |rule: &&Rule| coverage.is_none_or(|kind| book.binding(rule, kind).is_some());
    let fits = |rule: &&Rule| {
        let text =
            [&rule.title, &rule.text, &rule.if_missed, &rule.extension, &rule.doubt].map(|text| text.to_lowercase());
        wanted.iter().all(|word| text.iter().any(|text| text.contains(word)))
    };
    let follows = coverage.is_some_and(CoverageKind::follows_its_state);
    let replaced = |rule: &Rule| {
        let here = place.filter(|_| follows).into_iter().flat_map(|place| &place.instead);
        here.into_iter().any(|instead| instead.of == rule.id && instead.by.as_ref() != Some(&rule.id))
    };
    let here = |rule: &&Rule| match rule.of_state.as_str() {
        "" => !replaced(rule),
        state => place.is_some_and(|place| place.code == state),
    };
    let rules = book.rules.iter().filter(here);
    let (rights, others) = rules.filter(holds).filter(fits).partition(|rule| is_right(rule));
    Found { rights, others }
}

/// A word without the ending of its plural, so that either finds the other.
fn stem(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::book;

    #[test]
    fn without_a_word_every_rule_is_found_once() {
        let all = found(book(), "", None, None);
        let federal = book().rules.iter().filter(|rule| rule.of_state.is_empty()).count();
        assert_eq!(all.rights.len() + all.others.len(), federal);
        assert!(!all.rights.is_empty());
    }

    #[test]
    fn every_word_must_be_there_and_the_plural_does_not_matter() {
        let many = found(book(), "Emergency", None, None);
        assert_eq!(many, found(book(), "emergency ", None, None));
        assert_eq!(found(book(), "estimates", None, None), found(book(), "estimate", None, None));
        let fewer = found(book(), "emergency network", None, None);
        assert!(fewer.rights.len() + fewer.others.len() <= many.rights.len() + many.others.len());
        assert_eq!(found(book(), "zebra", None, None), Found::default());
        assert_eq!(found(book(), "zebra", None, None).counted().split(' ').next(), Some("No"));
    }

    #[test]
    fn a_coverage_is_shown_only_what_binds_it() {
        for kind in coverages(book()) {
            let Found { rights, others } = found(book(), "", Some(kind), None);
            assert!(rights.iter().chain(&others).all(|rule| book().binding(rule, kind).is_some()));
        }
        let track = book().track(CoverageKind::EmployerSelfFunded).expect("the book has it");
        assert_eq!(found(book(), "", Some(CoverageKind::EmployerSelfFunded), None).rights.len(), track.rights.len());
    }

    #[test]
    fn a_states_own_times_stand_in_the_place_of_the_federal_ones_for_whom_they_hold() {
        let ids = |coverage, state: &str| {
            let Found { rights, others } =
                found(book(), "external review time you have", coverage, book().place(state));
            rights.into_iter().chain(others).map(|rule| rule.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(ids(Some(CoverageKind::EmployerInsured), "OH"), ["external-review-state-window-oh"]);
        assert_eq!(ids(Some(CoverageKind::EmployerSelfFunded), "OH"), ["external-review-federal-window"]);
        assert_eq!(ids(Some(CoverageKind::EmployerInsured), "AL"), ["external-review-hhs-window"]);
        assert_eq!(ids(None, "OH").len(), 4, "without a coverage the federal ones stand beside it");
    }
}
