//! The reason for the decision, word for word.
//!
//! A passage may join sentences that stand beside each other; it never leaves out words between them.

use std::ops::Range;

use super::Candidate;
use crate::case::Value;
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

/// Labels and headings before a reason.
const LABELS: [&str; 35] = [
    "here's why",
    "here is why",
    "reason for denial",
    "reasons for denial",
    "reason for the denial",
    "denial reason",
    "denial reasons",
    "reason for our decision",
    "reason for this decision",
    "reason for the decision",
    "reason for decision",
    "reasons for our decision",
    "reason for determination",
    "specific reason",
    "specific reasons",
    "specific reason for denial",
    "specific reason for the denial",
    "clinical rationale",
    "rationale",
    "clinical reason",
    "basis for decision",
    "basis for determination",
    "basis for our decision",
    "why we denied",
    "why did we deny",
    "why we made this decision",
    "why was this denied",
    "why your request was denied",
    "why your claim was denied",
    "why is this not covered",
    "reason for adverse determination",
    "reason for noncoverage",
    "principal reason",
    "the reason",
    "reason",
];

/// Turns of phrase of a reason, each with its weight.
const TURNS: [(&str, u8); 33] = [
    ("because", 2),
    ("not medically necessary", 2),
    ("does not meet", 2),
    ("do not meet", 2),
    ("did not meet", 2),
    ("not met", 2),
    ("was not obtained", 2),
    ("not obtained", 2),
    ("experimental", 2),
    ("investigational", 2),
    ("excluded", 2),
    ("exclusion", 2),
    ("not a covered", 2),
    ("is not covered", 2),
    ("are not covered", 2),
    ("non-covered", 2),
    ("not on the formulary", 2),
    ("not on our formulary", 2),
    ("not on our drug list", 2),
    ("step therapy", 2),
    ("out-of-network", 1),
    ("maximum", 1),
    ("no record", 2),
    ("was not received", 2),
    ("does not show", 2),
    ("do not show", 2),
    ("not show", 1),
    ("timely filing", 2),
    ("denied", 1),
    ("not approved", 1),
    ("not approve", 1),
    ("not covered", 1),
    ("not authorized", 1),
];

/// Turns of phrase of sentences that are no reason.
const NO_REASON: [&str; 29] = [
    "your responsibility",
    "log in",
    "you owe",
    "appeal",
    "appeals",
    "if you",
    "you may",
    "you have the right",
    "right to",
    "you can",
    "please",
    "call us",
    "questions",
    "this is not a bill",
    "free of charge",
    "external review",
    "you must",
    "discrimination",
    "discriminate",
    "we will",
    "to file",
    "mail to",
    "fax",
    "grievance",
    "contact us",
    "may be billed",
    "enclosed",
    "we have reviewed",
    "dear",
];

/// The longest passage, in words.
const LONGEST: usize = 220;

/// Passages that give a reason.
pub(super) fn passages(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let before = found.len();
    let mut covered = 0;
    for at in 0..sheet.words.len() {
        if at < covered || !sheet.words[at].opens && sheet.words[at].sentence == sheet.words[at - 1].sentence {
            continue;
        }
        let Some(end) = LABELS.iter().filter_map(|label| sheet.phrase(at, label)).max() else { continue };
        if let Some((start, strength)) = after_label(sheet, at, end) {
            let words = passage(sheet, start);
            if words.len() >= 3 {
                covered = words.end;
                push(sheet, &words, strength, found);
            }
        }
    }
    if found.len() == before {
        by_turns(sheet, found);
    }
}

fn push(sheet: &Sheet, words: &Range<usize>, strength: u8, found: &mut Vec<Candidate>) {
    let span = sheet.span(words);
    let at = span.start + leading_marks(sheet.verbatim(&span))..span.end;
    found.push(Candidate::new(Field::Reason, Value::Text(sheet.folded(&at)), at, strength));
}

fn leading_marks(text: &str) -> usize {
    text.len() - text.trim_start_matches(['-', '*', '\u{2022}', ' ', '\u{2013}']).len()
}

/// Where the passage begins: after a colon on this line, or below a heading.
fn after_label(sheet: &Sheet, at: usize, end: usize) -> Option<(usize, u8)> {
    let line = sheet.line(at);
    let opens_line = line.start == at || sheet.key(line.start).is_empty();
    let label_line = sheet.line(end - 1);
    let colon = (end - 1..label_line.end.min(end + 6)).find(|word| sheet.raw(*word).ends_with([':', '?']));
    let same_line = colon.map(|colon| colon + 1).filter(|start| *start < label_line.end);
    if let Some(start) = same_line {
        return opens_line.then_some((start, 88));
    }
    let heading = opens_line && line.len() <= 10 && (colon.is_some() || !sheet.stops(line.end - 1));
    if !heading || (sheet.key(at) == "reason" && end == at + 1 && colon.is_none()) {
        return None;
    }
    let below = sheet.next_line(sheet.words[end - 1].line)?;
    Some((sheet.lines[below].start, 86))
}

/// From here to the end of the paragraph, without what is no reason any more.
fn passage(sheet: &Sheet, start: usize) -> Range<usize> {
    let mut end = start;
    let mut line = sheet.words[start].line;
    loop {
        end = sheet.lines[line].end.max(end);
        let Some(next) = sheet.next_line(line) else { break };
        let words = sheet.lines[next].clone();
        let empty_between = next > line + 1;
        let goes_on = !sheet.stops(end - 1) && sheet.raw(words.start).starts_with(char::is_lowercase);
        if (empty_between && !goes_on) || sheet.labelled(next) || end - start > LONGEST {
            break;
        }
        line = next;
    }
    let mut at = start;
    while at < end {
        let sentence = sheet.sentence(at);
        let words = at..sentence.end.min(end);
        if at > start && sheet.any(&words, &NO_REASON).is_some() {
            return start..at;
        }
        at = words.end.max(at + 1);
    }
    start..end
}

/// Without a label: the sentence that most sounds like a reason, with those after it that go on.
fn by_turns(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let weight = |words: &Range<usize>| -> u8 {
        let turns = TURNS
            .iter()
            .filter(|(turn, _)| words.clone().any(|at| sheet.phrase(at, turn).is_some_and(|end| end <= words.end)));
        turns.map(|(_, weight)| *weight).sum::<u8>().min(9)
    };
    let mut until = 0;
    for number in 0..sheet.sentences.len() {
        let words = sheet.sentences[number].clone();
        if words.start < until || words.len() < 5 || words.len() > LONGEST || !sheet.stops(words.end - 1) {
            continue;
        }
        let own = weight(&words);
        let no_reason =
            sheet.any(&words, &NO_REASON).is_some() && !(own >= 3 && sheet.any(&words, &["because"]).is_some());
        if own < 2 || no_reason {
            continue;
        }
        let mut end = words.end;
        for next in sheet.sentences.iter().skip(number + 1).take(5) {
            let beside = sheet.words[next.start].line <= sheet.words[end - 1].line + 1;
            let too_long = next.end - words.start > LONGEST;
            if !beside
                || too_long
                || sheet.labelled(sheet.words[next.start].line) && sheet.words[next.start].opens
                || sheet.any(next, &NO_REASON).is_some()
                || !sheet.stops(next.end - 1)
            {
                break;
            }
            end = next.end;
        }
        until = end;
        push(sheet, &(words.start..end), 50 + own, found);
    }
}
