//! Group, reason and remark codes, procedure codes and diagnosis codes.
//!
//! Reads codes as printed; what they mean is the rulebook's.

use std::ops::Range;

use super::Candidate;
use crate::case::{ReasonCode, Value};
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

/// The longest stretch of text that is kept as one passage of codes, in bytes.
const ONE_PASSAGE: usize = 400;

/// All codes.
pub(super) fn all(sheet: &Sheet, found: &mut Vec<Candidate>) {
    reasons(sheet, found);
    for at in 0..sheet.words.len() {
        procedure(sheet, at, found);
        diagnosis(sheet, at, found);
    }
}

/// Group, reason and remark codes.
pub(super) fn reasons(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let mut codes: Vec<(ReasonCode, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < sheet.words.len() {
        let hit = grouped(sheet, at).or_else(|| announced(sheet, at));
        let Some((code, end)) = hit else {
            at += 1;
            continue;
        };
        if !codes.iter().any(|(held, _)| *held == code) {
            codes.push((code, sheet.trimmed(&(at..end))));
        }
        at = end;
    }
    let mut passages: Vec<(Vec<ReasonCode>, Range<usize>)> = Vec::new();
    for (code, span) in codes {
        match passages.last_mut() {
            Some((held, at)) if span.end - at.start <= ONE_PASSAGE => {
                held.push(code);
                at.end = span.end;
            }
            _ => passages.push((vec![code], span)),
        }
    }
    for (codes, span) in passages {
        found.push(Candidate::new(Field::ReasonCode, Value::Codes(codes), span, 85));
    }
}

/// `CO-197`, `CO197`, `CO 197`: a group with a reason. A state before its ZIP is none: the reason has at most three figures.
fn grouped(sheet: &Sheet, at: usize) -> Option<(ReasonCode, usize)> {
    let raw = bare(sheet.raw(at));
    let group = ["CO", "PR", "OA", "PI", "CR"].into_iter().find(|group| raw.starts_with(group))?;
    let rest = raw.strip_prefix(group)?.trim_start_matches('-');
    if reason(rest) {
        return raw.parse().ok().map(|code| (code, at + 1));
    }
    let next = bare(sheet.raw(at + 1));
    let apart = rest.is_empty() && reason(next) && !next.starts_with(char::is_lowercase);
    if apart { format!("{group}-{next}").parse().ok().map(|code| (code, at + 2)) } else { None }
}

/// A code after the words that announce one: `Reason code 50`, `Remark codes: N130, MA04`, `CARC 197`.
fn announced(sheet: &Sheet, at: usize) -> Option<(ReasonCode, usize)> {
    const BEFORE: [&str; 15] = [
        "reason code",
        "reason codes",
        "denial code",
        "denial codes",
        "remark code",
        "remark codes",
        "adjustment code",
        "adjustment codes",
        "carc",
        "carcs",
        "rarc",
        "rarcs",
        "explanation code",
        "reason code #",
        "message code",
    ];
    let raw = bare(sheet.raw(at));
    if !(reason(raw) || remark(raw)) {
        return None;
    }
    let line = sheet.line(at);
    let before = line.start.max(at.saturating_sub(8))..at;
    let label = before.clone().rev().find_map(|start| BEFORE.iter().filter_map(|p| sheet.phrase(start, p)).max())?;
    let between_are_codes = (label..at).all(|word| {
        let raw = bare(sheet.raw(word));
        raw.is_empty() || raw == "and" || remark(raw) || reason(raw) || grouped(sheet, word).is_some() || raw == "is"
    });
    if label <= at && between_are_codes { raw.parse().ok().map(|code| (code, at + 1)) } else { None }
}

fn bare(raw: &str) -> &str {
    raw.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

/// `50`, `197`, `B7`, `A1`.
fn reason(text: &str) -> bool {
    let figures = text.trim_start_matches(['A', 'B', 'P', 'W', 'Y', 'D']);
    text.len() - figures.len() <= 1 && (1..=3).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit())
}

/// `N130`, `M15`, `MA04`.
fn remark(text: &str) -> bool {
    let Some(figures) = text.strip_prefix("MA").or_else(|| text.strip_prefix('M')).or_else(|| text.strip_prefix('N'))
    else {
        return false;
    };
    (1..=4).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit())
}

fn procedure(sheet: &Sheet, at: usize, found: &mut Vec<Candidate>) {
    let raw = bare(sheet.raw(at));
    if !is_procedure(raw) {
        return;
    }
    let near = at.saturating_sub(4)..at;
    let names = |word: usize| {
        let key = sheet.key(word);
        ["cpt", "hcpcs", "cdt"].into_iter().any(|name| key == name || key.split('/').any(|part| part == name))
    };
    let announced = near.clone().rev().find(|word| {
        names(*word)
            || sheet
                .any(&(*word..word + 2), &["procedure code", "procedure codes", "service code", "billing code"])
                .is_some()
    });
    let Some(label) = announced else { return };
    let between = label + 1..at;
    let quiet = between.clone().all(|word| {
        matches!(sheet.key(word), "" | "code" | "codes" | "hcpcs" | "cpt" | "is" | "procedure" | "and" | "#")
            || is_procedure(bare(sheet.raw(word)))
    });
    if quiet {
        let span = sheet.words[at].at.clone();
        let start = span.start + sheet.raw(at).find(raw).unwrap_or(0);
        found.push(Candidate::new(Field::ProcedureCode, Value::Text(raw.to_owned()), start..start + raw.len(), 85));
    }
}

/// Five figures, or one letter and four figures, or four figures and one letter.
fn is_procedure(text: &str) -> bool {
    let mut bytes = text.bytes();
    let (Some(first), Some(last)) = (bytes.next(), bytes.next_back()) else { return false };
    text.len() == 5
        && bytes.all(|b| b.is_ascii_digit())
        && (first.is_ascii_digit() && (last.is_ascii_digit() || matches!(last, b'F' | b'T' | b'U'))
            || matches!(first, b'A'..=b'V') && last.is_ascii_digit())
}

/// What stands before a diagnosis code.
const DIAGNOSIS: [&str; 9] =
    ["icd-10", "icd-10-cm", "icd10", "icd", "diagnosis", "diagnoses", "diagnosis code", "dx", "dx code"];

fn diagnosis(sheet: &Sheet, at: usize, found: &mut Vec<Candidate>) {
    let raw = bare(sheet.raw(at));
    if !is_diagnosis(raw) {
        return;
    }
    let near = at.saturating_sub(5).max(sheet.line(at).start)..at;
    if sheet.any(&near, &DIAGNOSIS).is_some() {
        let start = sheet.words[at].at.start + sheet.raw(at).find(raw).unwrap_or(0);
        found.push(Candidate::new(Field::DiagnosisCode, Value::Text(raw.to_owned()), start..start + raw.len(), 85));
    }
}

/// `M54.5`, `E11.9`, `S72.001A`.
fn is_diagnosis(text: &str) -> bool {
    let (head, tail) = text.split_once('.').unwrap_or((text, ""));
    let mut head_bytes = head.bytes();
    let letter = head_bytes.next().is_some_and(|b| b.is_ascii_uppercase());
    let figure = head_bytes.next().is_some_and(|b| b.is_ascii_digit());
    letter
        && figure
        && head.len() == 3
        && head_bytes.all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && tail.len() <= 4
        && tail.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        reasons(&Sheet::new(text), &mut found);
        let codes: Vec<String> = found
            .iter()
            .flat_map(|candidate| {
                let Value::Codes(codes) = &candidate.value else { panic!("{:?} is no code", candidate.value) };
                codes.iter().map(ToString::to_string)
            })
            .collect();
        assert_eq!(codes, expected, "{text}");
    }

    #[test]
    fn codes_are_read_with_their_group() {
        check("Denial Code: CO-197", &["CO-197"]);
        check("CO 197 and PR-1, remark N130", &["CO-197", "PR-1"]);
        check("CO197; remark codes N130, MA04", &["CO-197", "N130", "MA04"]);
        check("Reason code 50", &["50"]);
        check("PR B7", &["PR-B7"]);
        check("CARC: 197 RARC: N130", &["197", "N130"]);
    }

    #[test]
    fn a_state_or_a_word_is_no_code() {
        for text in
            ["Denver, CO 80202", "San Juan, PR 00907", "CO signed", "page 50", "diagnosis M54.5", "co 197 people"]
        {
            check(text, &[]);
        }
    }
}
