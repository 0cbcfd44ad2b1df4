//! What the care was, in the letter's own words.
//!
//! Takes words only, never codes; a phrase that names no care ("payment", "the following services") is left alone.

use std::ops::Range;

use super::Candidate;
use super::labels::{Hits, Label};
use crate::case::Value;
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

/// Turns of phrase before a service, and how sure they are.
const BEFORE: [(&str, u8); 17] = [
    ("claim for", 75),
    ("no longer approve", 72),
    ("payment for", 67),
    ("request for coverage of", 78),
    ("request for coverage for", 78),
    ("request for prior authorization for", 78),
    ("request for prior authorization of", 78),
    ("request for authorization of", 78),
    ("request for authorization for", 78),
    ("prior authorization request for", 76),
    ("prior authorization for", 72),
    ("authorization for", 70),
    ("request for", 68),
    ("coverage for", 66),
    ("coverage of", 66),
    ("approval of", 64),
    ("approval for", 64),
];

/// Words at which the name of a service ends.
const AFTER: [&str; 32] = [
    "performed",
    "on",
    "by",
    "from",
    "requested",
    "provided",
    "received",
    "has",
    "have",
    "was",
    "were",
    "is",
    "are",
    "which",
    "because",
    "at",
    "that",
    "you",
    "submitted",
    "ordered",
    "prescribed",
    "under",
    "with",
    "beginning",
    "dated",
    "we",
    "will",
    "as",
    "scheduled",
    "given",
    "cpt",
    "if",
];

/// First words that name no care.
const NOT_CARE: [&str; 37] = [
    "payment",
    "services",
    "service",
    "benefits",
    "coverage",
    "the",
    "this",
    "these",
    "your",
    "an",
    "a",
    "following",
    "it",
    "review",
    "appeal",
    "reconsideration",
    "information",
    "records",
    "additional",
    "external",
    "expedited",
    "more",
    "authorization",
    "prior",
    "approval",
    "reimbursement",
    "any",
    "all",
    "medical",
    "copies",
    "help",
    "such",
    "care",
    "each",
    "treatment",
    "example",
    "preauthorization",
];

/// Services named.
pub(super) fn named(sheet: &Sheet, hits: &Hits, found: &mut Vec<Candidate>) {
    for (number, hit) in hits.0.iter().enumerate() {
        if hit.label == Label::Words(Field::Service)
            && let Some(value) = hits.value(sheet, number)
        {
            let below = sheet.words[value.start].line != sheet.words[hit.words.start].line;
            let own_column = sheet.words[hit.words.start].opens && sheet.words[value.start].opens;
            let first = sheet.raw(value.start);
            if (hit.colon || below || own_column) && !first.starts_with(['$', '(']) {
                push(sheet, &up_to_code(sheet, &value), if hit.colon { 88 } else { 74 }, found);
            }
        }
    }
    for at in 0..sheet.words.len() {
        let best = BEFORE.iter().filter_map(|(phrase, strength)| Some((sheet.phrase(at, phrase)?, *strength))).max();
        if let Some((start, strength)) = best {
            let start = if matches!(sheet.key(start), "the" | "a" | "an" | "your") { start + 1 } else { start };
            if let Some(words) = phrase(sheet, start) {
                push(sheet, &words, strength, found);
            }
        }
    }
}

fn push(sheet: &Sheet, words: &Range<usize>, strength: u8, found: &mut Vec<Candidate>) {
    let at = sheet.trimmed(words);
    let letters = sheet.verbatim(&at).chars().filter(|c| c.is_alphabetic()).count();
    if letters >= 3 {
        found.push(Candidate::new(Field::Service, Value::Text(sheet.folded(&at)), at, strength));
    }
}

/// A labelled value without a code in parentheses or after a dash.
fn up_to_code(sheet: &Sheet, value: &Range<usize>) -> Range<usize> {
    let end = (value.start + 1..value.end)
        .find(|at| {
            let raw = sheet.raw(*at);
            let code = raw.starts_with('(') && raw.contains(|c: char| c.is_ascii_digit());
            code || raw.starts_with("(CPT")
                || raw.starts_with("(HCPCS")
                || matches!(sheet.key(*at), "cpt" | "hcpcs" | "icd-10")
        })
        .unwrap_or(value.end);
    let dashes = (value.start..end).rev().take_while(|at| sheet.key(*at).is_empty()).count();
    value.start..end - dashes
}

/// Words from here up to where the name of a service ends.
fn phrase(sheet: &Sheet, start: usize) -> Option<Range<usize>> {
    if NOT_CARE.contains(&sheet.key(start)) || sheet.key(start).is_empty() {
        return None;
    }
    let sentence = sheet.sentence(start);
    let mut end = start;
    while end < sentence.end && end < start + 14 {
        let raw = sheet.raw(end);
        let for_somebody = raw == "for" && sheet.raw(end + 1).starts_with(char::is_uppercase);
        if end > start && (raw.starts_with('(') || for_somebody || AFTER.contains(&sheet.key(end))) {
            break;
        }
        end += 1;
        if raw.ends_with([',', ';', ':', ')']) || sheet.stops(end - 1) {
            break;
        }
    }
    let cut_short = end == start + 14;
    (end > start && !cut_short && !AFTER.contains(&sheet.key(start))).then_some(start..end)
}
