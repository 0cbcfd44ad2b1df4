//! How long the letter gives for an appeal.
//!
//! Reads what is stated; knows no law, so it cannot say whether the letter is right.

use std::ops::Range;

use super::{Candidate, Doubt};
use crate::case::{Value, Window};
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

const IN_WORDS: [(&str, u32); 14] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("ten", 10),
    ("fifteen", 15),
    ("thirty", 30),
    ("forty-five", 45),
    ("sixty", 60),
    ("sixty-five", 65),
    ("ninety", 90),
    ("one hundred eighty", 180),
    ("one hundred and eighty", 180),
];

/// Windows that the text states for an appeal. What is stated for a review outside the plan stands only where nothing is
/// stated for an appeal.
pub(super) fn stated(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let mut windows = Vec::new();
    let mut at = 0;
    while at < sheet.words.len() {
        let Some((window, end, business)) = length(sheet, at) else {
            at += 1;
            continue;
        };
        windows.extend(candidate(sheet, at..end, window, business));
        at = end;
    }
    // The time for an outside review comes later; it counts only in a letter that gives no time for an appeal.
    let last_day = found.iter().any(|one| one.field == Field::StatedLastDay && one.doubt.is_none());
    let for_appeal = windows.iter().any(|window| window.doubt != Some(Doubt::ForExternalReview));
    if last_day || for_appeal {
        found.retain(|one| one.field != Field::StatedLastDay || one.doubt != Some(Doubt::ForExternalReview));
    }
    found.extend(
        windows.into_iter().filter(|one| one.doubt != Some(Doubt::ForExternalReview) || !(last_day || for_appeal)),
    );
}

/// `180 days`, `180 calendar days`, `sixty (60) days`, `four months`, `60-day`.
fn length(sheet: &Sheet, at: usize) -> Option<(Window, usize, bool)> {
    let key = sheet.key(at);
    let (number, mut next) = match key.strip_suffix("-day").and_then(|days| days.parse().ok()) {
        Some(days) => return (days > 0).then_some((Window::Days(days), at + 1, false)),
        None => match key.parse::<u32>() {
            Ok(number) => (number, at + 1),
            Err(_not_in_figures) => {
                let (end, number) =
                    IN_WORDS.iter().filter_map(|(words, n)| Some((sheet.phrase(at, words)?, *n))).max()?;
                (number, end)
            }
        },
    };
    if !(1..=1000).contains(&number) {
        return None;
    }
    if sheet.raw(next).starts_with('(') && sheet.key(next).parse() == Ok(number) {
        next += 1;
    }
    let business = matches!(sheet.key(next), "business" | "working");
    if business || matches!(sheet.key(next), "calendar" | "consecutive" | "full") {
        next += 1;
    }
    match sheet.key(next) {
        "days" | "day" => Some((Window::Days(number), next + 1, business)),
        "months" | "month" => Some((Window::Months(number), next + 1, false)),
        _ => None,
    }
}

/// Before the time that the plan takes, or of other things.
const THEIRS: [&str; 30] = [
    "we will",
    "we must",
    "we have",
    "we may",
    "will decide",
    "decide",
    "complete",
    "respond",
    "notify",
    "our answer",
    "answer within",
    "make a decision",
    "we'll",
    "plan will",
    "plan must",
    "will be made",
    "pay",
    "remit",
    "payment",
    "supply",
    "every",
    "determination within",
    "be decided",
    "will receive",
    "will send",
    "we make",
    "response",
    "older than",
    "per",
    "least",
];

/// Near the time that the person has.
const MINE: [&str; 15] = [
    "appeal",
    "appeals",
    "file",
    "request",
    "submit",
    "you have",
    "you must",
    "grievance",
    "send",
    "ask",
    "filed",
    "submitted",
    "reconsideration",
    "write",
    "redetermination",
];

fn candidate(sheet: &Sheet, length: Range<usize>, window: Window, business: bool) -> Option<Candidate> {
    let sentence = sheet.sentence(length.start);
    let before = length.start.saturating_sub(12).max(sentence.start)..length.start;
    let after = length.end..sentence.end.min(length.end + 16);
    let close = length.start.saturating_sub(7).max(sentence.start)..length.start;
    if sheet.any(&close, &THEIRS).is_some() {
        return None;
    }
    let mine = sheet.any(&before, &MINE).is_some() || sheet.any(&after, &MINE).is_some();
    let past = matches!(sheet.key(length.start.wrapping_sub(1)), "past" | "last");
    if !mine || past || sheet.any(&after, &["supply"]).is_some() {
        return None;
    }
    let external = sheet.any(&sentence, &["external", "independent", "fair hearing", "state hearing"]).is_some();
    let words = around(sheet, &length, &sentence);
    let doubt = match (external, business) {
        (true, _) => Some(Doubt::ForExternalReview),
        (false, true) => Some(Doubt::BusinessDays),
        (false, false) => None,
    };
    let strength = if external { 50 } else { 82 };
    Some(Candidate::new(Field::StatedWindow, Value::Window(window), sheet.trimmed(&words), strength).doubted(doubt))
}

/// The length with "within" before it and what it counts from after it.
fn around(sheet: &Sheet, length: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    let within = matches!(sheet.key(length.start.wrapping_sub(1)), "within" | "have") && length.start > sentence.start;
    let start = if within { length.start - 1 } else { length.start };
    let mut end = length.end;
    let already_over = sheet.raw(end - 1).ends_with([',', ';', '.']);
    let counts = matches!(sheet.key(end), "of" | "from" | "after" | "following");
    if counts && !already_over {
        while end < sentence.end && end < length.end + 14 {
            let over = sheet.raw(end).ends_with([',', ';', ':', '.', ')']);
            let next_thought =
                end > length.end + 1 && matches!(sheet.key(end), "to" | "and" | "or" | "for" | "by" | "in");
            if next_thought {
                break;
            }
            end += 1;
            if over {
                break;
            }
        }
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Window, &str)>) {
        let sheet = Sheet::new(text);
        let mut found = Vec::new();
        stated(&sheet, &mut found);
        let first = found.first().map(|candidate| (candidate.value.clone(), sheet.folded(&candidate.at)));
        assert_eq!(first, expected.map(|(window, words)| (Value::Window(window), words.to_owned())), "{text}");
    }

    #[test]
    fn a_window_is_read_with_what_it_counts_from() {
        check(
            "You must submit your request within 180 days of this notice.",
            Some((Window::Days(180), "within 180 days of this notice")),
        );
        check(
            "You have sixty (60) calendar days from the date you receive this letter to file an appeal.",
            Some((Window::Days(60), "have sixty (60) calendar days from the date you receive this letter")),
        );
        check(
            "File your appeal within four months after the date of this notice, in writing.",
            Some((Window::Months(4), "within four months after the date of this notice")),
        );
        check(
            "An appeal must be filed within one hundred eighty (180) days.",
            Some((Window::Days(180), "within one hundred eighty (180) days")),
        );
    }

    #[test]
    fn their_own_clock_and_other_lengths_are_no_window_of_mine() {
        for text in [
            "We will decide your appeal within 30 days.",
            "Please remit payment within 30 days.",
            "You asked for a 30 day supply of the drug.",
            "You will receive a response to your appeal within 72 hours.",
            "Physical therapy for 12 months was requested.",
        ] {
            check(text, None);
        }
    }
}
