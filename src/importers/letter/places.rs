//! Postal addresses and telephone numbers, and whose they are.
//!
//! Ships no address of anybody: everything comes from the text.

use std::ops::Range;

use super::people::is_organization;
use super::{Candidate, Doubt};
use crate::case::Value;
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

/// Lines that end with a city, a state and a ZIP code.
pub(super) struct Block {
    /// The words of the whole, the name included.
    pub words: Range<usize>,
    /// The first line, if the block has several.
    pub name: Option<Range<usize>>,
    /// The state.
    pub state: usize,
    pub whose: Whose,
}

/// Whose address a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The plan's, at the head of its letter.
    Letterhead,
    /// The person to whom the letter is sent.
    Addressee,
    /// Where to send an appeal.
    Appeals,
    /// Somebody else's, or nobody knows.
    Unknown,
}

const STATES: [&str; 56] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
    "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR",
    "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "VI", "WA", "WV", "WI", "WY", "GU", "AS", "MP",
];

/// All addresses.
pub(super) fn blocks(sheet: &Sheet) -> Vec<Block> {
    let mut last = 0;
    let mut blocks: Vec<Block> = Vec::new();
    for at in 1..sheet.words.len() {
        let state = sheet.raw(at - 1).trim_matches(|c: char| !c.is_ascii_alphabetic());
        if is_zip(sheet.raw(at)) && STATES.contains(&state) {
            blocks.extend(block(sheet, last, at - 1, at + 1));
            last = at + 1;
        }
    }
    // Of two at the head of a letter the first is the sender's, whatever its name is.
    let addressed: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at].whose == Whose::Addressee).collect();
    for at in addressed.iter().rev().skip(1) {
        blocks[*at].whose = Whose::Letterhead;
    }
    blocks
}

fn is_zip(raw: &str) -> bool {
    let raw = raw.trim_end_matches(['.', ',', ';', ')']);
    let (five, four) = raw.split_once('-').unwrap_or((raw, "0000"));
    five.len() == 5 && four.len() == 4 && five.bytes().chain(four.bytes()).all(|b| b.is_ascii_digit())
}

/// Walks back from the state to where the address begins.
fn block(sheet: &Sheet, floor: usize, state: usize, end: usize) -> Option<Block> {
    let first_line = sheet.words[state].line;
    let mut start = state;
    let mut introduced = false;
    while start > floor && state - start < 30 {
        let before = start - 1;
        let raw = sheet.raw(before);
        let crosses = sheet.words[before].line != sheet.words[start].line;
        let empty_between = sheet.words[start].line - sheet.words[before].line > 1;
        let own_column = sheet.words[start].opens && !crosses;
        if empty_between || own_column || first_line - sheet.words[before].line > 5 {
            break;
        }
        let attention = matches!(sheet.key(before), "attn" | "attention");
        let starts_high = sheet.raw(start).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let lead = matches!(sheet.key(before), "to" | "at") && starts_high && !crosses && raw != "TO" && raw != "AT";
        if (raw.ends_with(':') && !attention) || lead || (crosses && sheet.stops(before)) {
            introduced = true;
            break;
        }
        start = before;
    }
    if sheet.key(start).is_empty() {
        start += 1;
    }
    let words = start..end;
    let digits = words.clone().take(state - start).any(|at| sheet.raw(at).contains(|c: char| c.is_ascii_digit()));
    if state - start < 3 || !digits {
        return None;
    }
    let several = sheet.words[start].line != first_line;
    let name = several
        .then(|| sheet.rest_of_column(start))
        .filter(|name| !name.clone().any(|at| sheet.raw(at).contains(|c: char| c.is_ascii_digit())));
    let whose = whose(sheet, &words, name.as_ref(), introduced);
    Some(Block { words, name, state, whose })
}

fn whose(sheet: &Sheet, words: &Range<usize>, name: Option<&Range<usize>>, introduced: bool) -> Whose {
    const APPEALS: [&str; 16] = [
        "appeal",
        "appeals",
        "grievance",
        "grievances",
        "appeals department",
        "mail",
        "write",
        "write to",
        "send",
        "submit",
        "mail to",
        "mail your",
        "in writing",
        "reconsideration",
        "appeals unit",
        "redetermination",
    ];
    let lead = words.start.saturating_sub(14)..words.start;
    let inside = words.start..words.end;
    let external = sheet.any(
        &(words.start.saturating_sub(25)..words.end),
        &["external", "department of insurance", "commissioner", "ombudsman"],
    );
    let says_appeal =
        sheet.any(&inside, &["appeal", "appeals", "grievance", "grievances", "reconsideration"]).is_some();
    if external.is_some() && !says_appeal {
        return Whose::Unknown;
    }
    let organization = name.is_none_or(|name| is_organization(sheet, name));
    let first_line = sheet.words[words.start].line;
    let top = first_line < 30 && !introduced;
    let after_dear = (0..words.start).any(|at| sheet.words[at].opens && sheet.key(at) == "dear");
    if says_appeal || ((introduced || after_dear) && sheet.any(&lead, &APPEALS).is_some()) {
        return Whose::Appeals;
    }
    if after_dear || !top {
        return Whose::Unknown;
    }
    match name {
        Some(_) if organization => Whose::Letterhead,
        Some(_) => Whose::Addressee,
        None => Whose::Unknown,
    }
}

/// The addressee's address and state, and the address for appeals.
pub(super) fn addresses(sheet: &Sheet, blocks: &[Block], found: &mut Vec<Candidate>) {
    for block in blocks {
        match block.whose {
            Whose::Appeals => {
                let at = sheet.trimmed(&block.words);
                found.push(Candidate::new(Field::AppealAddress, Value::Text(joined(sheet, &block.words)), at, 80));
            }
            Whose::Addressee => {
                let street = block.name.as_ref().map_or(block.words.start, |name| name.end)..block.words.end;
                let at = sheet.trimmed(&street);
                found.push(Candidate::new(Field::SenderAddress, Value::Text(joined(sheet, &street)), at, 75));
                let state = sheet.trimmed(&(block.state..block.state + 1));
                let value = Value::Text(sheet.folded(&state));
                found.push(Candidate::new(Field::State, value, state, 75));
            }
            Whose::Letterhead | Whose::Unknown => {}
        }
    }
}

/// The lines of an address with a comma where a line ends.
fn joined(sheet: &Sheet, words: &Range<usize>) -> String {
    let mut out = String::new();
    let mut from = words.start;
    while from < words.end {
        let line = sheet.words[from].line;
        let to = (from..words.end).find(|at| sheet.words[*at].line != line).unwrap_or(words.end);
        if !out.is_empty() {
            out.push_str(", ");
        }
        let part = sheet.folded(&sheet.span(&(from..to)));
        out.push_str(part.trim_end_matches([',', '.', ';', ')']));
        from = to;
    }
    out
}

/// Telephone and fax numbers for appeals.
pub(super) fn phones(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let mut at = 0;
    let mut section_is_appeals = false;
    while at < sheet.words.len() {
        if sheet.words[at].opens && is_heading(sheet, sheet.words[at].line) {
            section_is_appeals = sheet.any(&sheet.line(at), &["appeal", "appeals", "disagree", "grievance"]).is_some();
        }
        let Some(end) = phone(sheet, at) else {
            at += 1;
            continue;
        };
        if let Some(candidate) = whose_phone(sheet, at, end, section_is_appeals) {
            found.push(candidate);
        }
        at = end;
    }
}

/// A short line without a period that is no label with a value: in capitals, or ending with a colon, or alone.
fn is_heading(sheet: &Sheet, line: usize) -> bool {
    let words = sheet.lines[line].clone();
    let above = line == 0 || sheet.lines[line - 1].is_empty();
    let short = words.len() <= 9;
    let last = words.end.saturating_sub(1);
    let figures = words.clone().any(|at| sheet.raw(at).contains(|c: char| c.is_ascii_digit()));
    let capitals = words.clone().all(|at| !sheet.raw(at).contains(char::is_lowercase));
    short
        && !figures
        && !words.is_empty()
        && (sheet.raw(last).ends_with(['?', ':']) || (above && !sheet.stops(last)) || capitals)
}

/// The word after a telephone number of ten figures, with or without a 1 before it.
fn phone(sheet: &Sheet, at: usize) -> Option<usize> {
    let raw = sheet.raw(at);
    if !raw.starts_with(['(', '+']) && !raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut figures = String::new();
    for word in at..(at + 4).min(sheet.words.len()) {
        let raw = sheet.raw(word).trim_end_matches([',', ';', '.', ':']);
        let allowed =
            |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '-' | '.' | '+' | '\u{2010}'..='\u{2013}');
        if !raw.chars().all(allowed) || sheet.words[word].line != sheet.words[at].line {
            return None;
        }
        figures.extend(raw.chars().filter(char::is_ascii_digit));
        let whole = figures.len() == 10 || (figures.len() == 11 && figures.starts_with('1'));
        if whole {
            let printed = sheet.verbatim(&sheet.span(&(at..word + 1)));
            let groups: Vec<usize> =
                printed.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
            return matches!(groups.as_slice(), [3, 3, 4] | [1, 3, 3, 4]).then_some(word + 1);
        }
        if figures.len() > 10 {
            return None;
        }
    }
    None
}

/// Near the numbers of others, or for other things.
const OTHERS: [&str; 20] = [
    "tty",
    "tdd",
    "711",
    "espa\u{f1}ol",
    "asistencia",
    "ling\u{fc}\u{ed}stica",
    "idiomas",
    "llame",
    "billing",
    "pay",
    "spanish",
    "language",
    "department of insurance",
    "ebsa",
    "department of labor",
    "ombudsman",
    "commissioner",
    "peer-to-peer",
    "external",
    "questions?",
];

fn whose_phone(sheet: &Sheet, at: usize, end: usize, section_is_appeals: bool) -> Option<Candidate> {
    let sentence = sheet.sentence(at);
    let line = sheet.line(at);
    let near = at.saturating_sub(6).max(sentence.start.min(line.start))..at;
    let wide = at.saturating_sub(25).max(sentence.start.min(line.start))..(end + 10).min(sentence.end);
    let span = sheet.trimmed(&(at..end));
    let value = Value::Text(sheet.folded(&span));
    let last_said = near.clone().rev().find_map(|word| match sheet.key(word) {
        "fax" | "faxed" | "facsimile" => Some(Field::AppealFax),
        "phone" | "call" | "telephone" | "tel" | "toll-free" | "calling" => Some(Field::AppealPhone),
        _ => None,
    });
    let field = last_said.unwrap_or(Field::AppealPhone);
    if sheet.any(&near, &OTHERS).is_some() {
        return None;
    }
    let appeals = sheet.any(&wide, &["appeal", "appeals", "grievance", "reconsideration", "redetermination"]).is_some();
    if sheet.any(&wide, &OTHERS).is_some() && !appeals {
        return None;
    }
    if appeals {
        return Some(Candidate::new(field, value, span, 85));
    }
    if section_is_appeals {
        return Some(Candidate::new(field, value, span, 75));
    }
    Some(Candidate::new(field, value, span, 45).doubted(Some(Doubt::NotForAppeals)))
}
