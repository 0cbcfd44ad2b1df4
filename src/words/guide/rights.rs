//! Rights and rules to search, in plain words and by coverage.
//!
//! Knows no case. What a rule says, and on what it rests, stands in the book.

use crate::kinds::CoverageKind;
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

/// The rules that hold for this coverage (all of them while it is not chosen) and have every word of the search.
#[must_use]
pub fn found<'a>(book: &'a Book, search: &str, coverage: Option<CoverageKind>) -> Found<'a> {
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
    // What a state made of a rule stands on that state's page.
    let federal = book.rules.iter().filter(|rule| rule.of_state.is_empty());
    let (rights, others) = federal.filter(holds).filter(fits).partition(|rule| is_right(rule));
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
        let all = found(book(), "", None);
        let federal = book().rules.iter().filter(|rule| rule.of_state.is_empty()).count();
        assert_eq!(all.rights.len() + all.others.len(), federal);
        assert!(!all.rights.is_empty());
    }

    #[test]
    fn every_word_must_be_there_and_the_plural_does_not_matter() {
        let many = found(book(), "Emergency", None);
        assert_eq!(many, found(book(), "emergency ", None));
        assert_eq!(found(book(), "estimates", None), found(book(), "estimate", None));
        let fewer = found(book(), "emergency network", None);
        assert!(fewer.rights.len() + fewer.others.len() <= many.rights.len() + many.others.len());
        assert_eq!(found(book(), "zebra", None), Found::default());
        assert_eq!(found(book(), "zebra", None).counted().split(' ').next(), Some("No"));
    }

    #[test]
    fn a_coverage_is_shown_only_what_binds_it() {
        for kind in coverages(book()) {
            let Found { rights, others } = found(book(), "", Some(kind));
            assert!(rights.iter().chain(&others).all(|rule| book().binding(rule, kind).is_some()));
        }
        let track = book().track(CoverageKind::EmployerSelfFunded).expect("the book has it");
        assert_eq!(found(book(), "", Some(CoverageKind::EmployerSelfFunded)).rights.len(), track.rights.len());
    }
}
