//! The public guidance: what anybody may read without a case.
//!
//! Knows no case and no number of law. Where a sentence rests on law it names the rule of the book; the rule's own words,
//! numbers and source are shown beside it.

pub mod codes;
pub mod glance;
pub mod glossary;
pub mod habits;
pub mod helpers;
pub mod law;
pub mod questions;
pub mod rights;
pub mod sharing;
pub mod states;
pub mod steps;

/// A page of the guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// How decisions are made, what wins, and the seven steps.
    Steps,
    /// The problems at a glance.
    Glance,
    /// Questions people ask.
    Questions,
    /// Words that people meet.
    Glossary,
    /// Who helps, and how to choose.
    Helpers,
    /// Sharing health papers safely.
    Sharing,
    /// Habits that prevent disputes.
    Habits,
    /// How old the law in the book is.
    Law,
    /// What each state adds.
    States,
    /// Rights and rules to search, and what codes mean.
    Codes,
}

impl Page {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Steps,
        Self::Glance,
        Self::Questions,
        Self::Glossary,
        Self::Codes,
        Self::States,
        Self::Helpers,
        Self::Sharing,
        Self::Habits,
        Self::Law,
    ];

    /// Its key in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Glance => "at-a-glance",
            Self::Questions => "questions",
            Self::Glossary => "words",
            Self::Helpers => "help",
            Self::Sharing => "sharing",
            Self::Habits => "habits",
            Self::Law => "law",
            Self::States => "states",
            Self::Codes => "codes",
        }
    }

    /// The page with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.key() == key)
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Steps => "The seven steps, and what wins",
            Self::Glance => "Problems at a glance",
            Self::Questions => "Questions people ask",
            Self::Glossary => "Words in letters and bills",
            Self::Helpers => "Who can help you",
            Self::Sharing => "Sharing health papers safely",
            Self::Habits => "Habits that prevent trouble",
            Self::Law => "How old the law here is",
            Self::States => "Your state",
            Self::Codes => "Your rights, and what codes mean",
        }
    }

    /// What the page is good for, in a sentence or two below the heading.
    #[must_use]
    pub fn lead(self) -> &'static str {
        match self {
            Self::Steps => "Few people need all seven. Do the first one today; the rest can wait until you have slept.",
            Self::Glance => "Find the line that sounds like yours. Each one opens the whole way through it.",
            Self::Questions => {
                "Short answers, and what to do next. Where a rule stands behind one, it is named below it."
            }
            Self::Glossary => "Look up a word from your letter or bill. The plain name comes first.",
            Self::Helpers => "Much help is free. This says who does what, and how to tell good help from bad.",
            Self::Sharing => {
                "Your health papers are worth care. Send what is needed, to those who need it, and keep a copy."
            }
            Self::Habits => "None of these is a duty. Each one saves a letter or a call later.",
            Self::Law => "Law changes. This says what we rest on, how sure we are, and when somebody last read it.",
            Self::States => {
                "Offices that help, and what state law adds. Each fact says how sure we are and where it was read."
            }
            Self::Codes => {
                "Type the codes from your letter or EOB, or search the rules that protect you. Each rule names its source."
            }
        }
    }
}

/// Something to do or to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What, in a sentence or less.
    pub what: &'static str,
    /// Why, or how, in a sentence or two.
    pub why: &'static str,
    /// Ids of the rules of the book that it rests on.
    pub rules: &'static [&'static str],
}

/// Points under one heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// The points, in order.
    pub points: &'static [Point],
}

/// A point that rests on no law.
const fn point(what: &'static str, why: &'static str) -> Point {
    Point { what, why, rules: &[] }
}

/// A point that rests on rules of the book.
const fn lawful(what: &'static str, why: &'static str, rules: &'static [&'static str]) -> Point {
    Point { what, why, rules }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_key() {
        for page in Page::ALL {
            assert_eq!(Page::from_key(page.key()), Some(page));
        }
        assert_eq!(Page::from_key("elsewhere"), None);
    }
}
