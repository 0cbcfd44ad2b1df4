//! Amounts billed, allowed and left to the patient: by their label, or by the columns of a table.
//!
//! An amount whose role is not printed is left alone.

use std::ops::Range;

use super::Candidate;
use super::labels::{Hits, Label};
use crate::case::Value;
use crate::importers::sheet::Sheet;
use crate::kinds::Field;
use crate::money::Cents;

/// Amounts with their role.
pub(super) fn amounts(sheet: &Sheet, hits: &Hits, found: &mut Vec<Candidate>) {
    for (number, hit) in hits.0.iter().enumerate() {
        let Label::Amount(field) = hit.label else { continue };
        let Some(value) = hits.value(sheet, number) else { continue };
        let column_head = !hit.colon && sheet.words[value.start].line != sheet.words[hit.words.start].line;
        let total = sheet.key(hit.words.start) == "total" || sheet.key(hit.words.start.wrapping_sub(1)) == "total";
        let strength = match (total, column_head) {
            (true, false) => 92,
            (false, false) => 88,
            (true | false, true) => 70,
        };
        let first = value.start..value.end.min(value.start + 4);
        if let Some((cents, words)) = first.into_iter().find_map(|at| amount(sheet, at))
            && words.end <= value.end
        {
            found.push(Candidate::new(field, Value::Money(cents), sheet.trimmed(&words), strength));
        }
    }
    for line in 0..sheet.lines.len() {
        table_row(sheet, line, found);
    }
}

/// The amount that begins at a word; a dollar sign may stand by itself.
fn amount(sheet: &Sheet, at: usize) -> Option<(Cents, Range<usize>)> {
    let raw = sheet.raw(at).trim_end_matches([',', ';', '.', ')', '*']).trim_start_matches('.');
    if raw == "$" || raw == "-$" {
        let joined = format!("{raw}{}", sheet.raw(at + 1).trim_end_matches([',', ';', '.']));
        return joined.parse().ok().map(|cents| (cents, at..at + 2));
    }
    let plain = raw.trim_start_matches('(');
    let printed_as_money = plain.contains('$') || plain.rsplit_once('.').is_some_and(|(_, part)| part.len() == 2);
    if !printed_as_money {
        return None;
    }
    plain.parse().ok().map(|cents| (cents, at..at + 1))
}

/// A row of totals under a head that names as many columns as the row has amounts.
fn table_row(sheet: &Sheet, line: usize, found: &mut Vec<Candidate>) {
    let head = columns(sheet, line);
    if head.len() < 2 {
        return;
    }
    let paragraph = line + 1..sheet.lines.len().min(line + 40);
    let mut rows = Vec::new();
    for at in paragraph {
        let mut amounts = Vec::new();
        let mut word = sheet.lines[at].start;
        while word < sheet.lines[at].end {
            if let Some((cents, words)) = amount(sheet, word) {
                word = words.end;
                amounts.push((cents, words));
            } else {
                word += 1;
            }
        }
        if amounts.len() == head.len() {
            let total = sheet.lines[at].clone().any(|word| matches!(sheet.key(word), "total" | "totals"));
            rows.push((total, amounts));
        } else if !rows.is_empty() && !sheet.lines[at].is_empty() {
            break;
        }
    }
    let only = rows.len() == 1;
    let Some((_, amounts)) = rows.into_iter().find(|(total, _)| *total || only) else { return };
    for (field, (cents, words)) in head.into_iter().zip(amounts) {
        if let Some(field) = field {
            found.push(Candidate::new(field, Value::Money(cents), sheet.trimmed(&words), 86));
        }
    }
}

/// The columns of amounts that a head names, in order; those that we do not keep are `None`.
fn columns(sheet: &Sheet, line: usize) -> Vec<Option<Field>> {
    const HEADS: &[(&str, Option<Field>)] = &[
        ("billed", Some(Field::Billed)),
        ("charged", Some(Field::Billed)),
        ("charges", Some(Field::Billed)),
        ("allowed", Some(Field::Allowed)),
        ("discount", None),
        ("not covered", None),
        ("plan paid", None),
        ("paid", None),
        ("deductible", None),
        ("copay", None),
        ("coinsurance", None),
        ("you owe", Some(Field::PatientShare)),
        ("you may owe", Some(Field::PatientShare)),
        ("your share", Some(Field::PatientShare)),
        ("your responsibility", Some(Field::PatientShare)),
        ("patient responsibility", Some(Field::PatientShare)),
        ("owe", Some(Field::PatientShare)),
    ];
    let words = sheet.lines.get(line).cloned().unwrap_or(0..0);
    let has_figures = words.clone().any(|at| sheet.raw(at).contains(|c: char| c.is_ascii_digit()));
    let is_prose = words.len() > 16 || words.clone().any(|at| sheet.raw(at).ends_with([':', '.']));
    if has_figures || is_prose {
        return Vec::new();
    }
    let mut head = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let longest =
            HEADS.iter().filter_map(|(name, field)| Some((sheet.phrase(at, name)?, *field))).max_by_key(|hit| hit.0);
        match longest {
            Some((end, field)) => {
                head.push(field);
                at = end;
            }
            None => at += 1,
        }
    }
    head
}
