//! Every sentence that a person reads outside letters, one file an area.
//!
//! Knows no browser. Sentences are reached by exhaustive `match`, so that a missing one does not compile.

pub mod agenda;
pub mod bills;
pub mod cases;
pub mod criteria;
pub mod deadlines;
pub mod fhir;
pub mod fields;
pub mod guide;
pub mod intake;
pub mod letters;
pub mod options;
pub mod packet;
pub mod reconcile;
pub mod state_law;
pub mod steps;
pub mod storage;

/// What happened, and what to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What happened.
    pub what: String,
    /// What to do now.
    pub now: String,
}

/// Something that can be told to a person.
pub trait InWords {
    /// What happened and what to do now.
    fn in_words(&self) -> Words;
}

/// Both halves at once.
pub fn words(what: impl Into<String>, now: impl Into<String>) -> Words {
    Words { what: what.into(), now: now.into() }
}

/// What happened and what to do now, as one text.
#[must_use]
pub fn both(of: &impl InWords) -> String {
    let Words { what, now } = of.in_words();
    if now.is_empty() { what } else { format!("{what} {now}") }
}
