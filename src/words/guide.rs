//! The public guidance: what anybody may read without a case.
//!
//! Knows no case and no number of law. Where a sentence rests on law it names the rule of the book; the rule's own words,
//! numbers and source are shown beside it.

pub mod glance;
pub mod glossary;
