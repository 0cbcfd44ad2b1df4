//! Names and numbers of people and companies: patient, member, insurer, plan, employer, clinician, place of care.
//!
//! Keeps names as printed. Knows no list of insurers: a company is known by its place and by words such as "plan".

use std::collections::BTreeMap;
use std::ops::Range;

use super::labels::{Hits, Label};
use super::places::{Block, Whose};
use super::{Candidate, Looks};
use crate::case::Value;
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

/// Claim, member, group, reference and authorization numbers.
pub(super) fn numbers(sheet: &Sheet, hits: &Hits, found: &mut Vec<Candidate>) {
    for (number, hit) in hits.0.iter().enumerate() {
        let (field, strict) = match hit.label {
            Label::Number(field) => (field, false),
            Label::StrictNumber(field) => (field, true),
            Label::Words(_) | Label::Amount(_) | Label::Day(_) | Label::Other => continue,
        };
        let Some(value) = hits.value(sheet, number) else { continue };
        let many_figures = sheet.raw(value.start).chars().filter(char::is_ascii_digit).count() >= 6;
        let marked = hit.colon || sheet.raw(value.start).starts_with('#') || many_figures;
        if strict && !marked {
            continue;
        }
        if let Some(words) = number_at(sheet, &value) {
            let at = sheet.trimmed(&words);
            let strength = if hit.colon { 90 } else { 80 };
            found.push(Candidate::new(field, Value::Text(sheet.folded(&at)), at, strength));
        }
    }
}

/// A number with at least one figure: one word, or several short ones as on a card.
fn number_at(sheet: &Sheet, value: &Range<usize>) -> Option<Range<usize>> {
    let start = value.clone().find(|at| !sheet.key(*at).is_empty() && !matches!(sheet.key(*at), "#" | "is" | "was"))?;
    if start > value.start + 1 {
        return None;
    }
    let belongs = |raw: &str| {
        let raw = raw.trim_matches([',', '.', ';', '#', '(', ')', ':']);
        !raw.is_empty()
            && raw.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '*' | '.'))
    };
    let figures = |raw: &str| raw.chars().filter(char::is_ascii_digit).count();
    let mut end = start;
    while end < value.end && end < start + 5 && belongs(sheet.raw(end)) {
        end += 1;
        if sheet.raw(end - 1).ends_with([',', '.', ';', ')']) {
            break;
        }
        let first_whole = end == start + 1 && figures(sheet.raw(start)) >= 5;
        if first_whole && figures(sheet.raw(end)) == 0 {
            break;
        }
    }
    let mixed = end == start && figures(sheet.raw(start)) > 0 && !sheet.raw(start).contains(['/', '$', '%', '@']);
    let end = if mixed { start + 1 } else { end };
    let total: usize = (start..end).map(|at| figures(sheet.raw(at))).sum();
    (end > start && total > 0).then_some(start..end)
}

/// Names.
pub(super) fn names(sheet: &Sheet, hits: &Hits, blocks: &[Block], kind: Looks, found: &mut Vec<Candidate>) {
    let labelled = by_label(sheet, hits, found);
    patient(sheet, blocks, &labelled, found);
    if kind == Looks::HealthDecision {
        insurer(sheet, found);
    }
    administered(sheet, found);
    clinicians(sheet, found);
    facilities(sheet, found);
}

fn by_label(sheet: &Sheet, hits: &Hits, found: &mut Vec<Candidate>) -> BTreeMap<Field, Range<usize>> {
    let mut labelled = BTreeMap::new();
    for (number, hit) in hits.0.iter().enumerate() {
        let Label::Words(field) = hit.label else { continue };
        if field == Field::Service {
            continue;
        }
        let Some(value) = hits.value(sheet, number) else { continue };
        let below = sheet.words[value.start].line != sheet.words[hit.words.start].line;
        let own_column = sheet.words[hit.words.start].opens && sheet.words[value.start].opens;
        if !(hit.colon || below || own_column) {
            continue;
        }
        let end = value.clone().find(|at| sheet.raw(*at).starts_with('(')).unwrap_or(value.end).min(value.start + 12);
        let words = value.start..end;
        let figures = words.clone().any(|at| sheet.raw(at).contains(|c: char| c.is_ascii_digit() || c == '$'));
        let person = matches!(field, Field::Patient | Field::Member | Field::Provider);
        let starts_small = sheet.raw(words.start).starts_with(char::is_lowercase);
        if words.is_empty()
            || (person && figures)
            || (below && starts_small)
            || (person && sheet.stops(words.end - 1) && words.len() > 4)
        {
            continue;
        }
        let at = sheet.trimmed(&words);
        if sheet.folded(&at).is_empty() {
            continue;
        }
        labelled.entry(field).or_insert_with(|| words.clone());
        if field != Field::Member {
            let strength = if hit.colon { 90 } else { 75 };
            found.push(Candidate::new(field, Value::Text(sheet.folded(&at)), at, strength));
        }
    }
    labelled
}

/// The patient: labelled, else the member, else the person to whom the letter is addressed.
fn patient(sheet: &Sheet, blocks: &[Block], labelled: &BTreeMap<Field, Range<usize>>, found: &mut Vec<Candidate>) {
    let mut push = |field, words: &Range<usize>, strength| {
        let at = sheet.trimmed(words);
        found.push(Candidate::new(field, Value::Text(sheet.folded(&at)), at, strength));
    };
    let text = |words: &Range<usize>| sheet.folded(&sheet.trimmed(words)).to_lowercase();
    match (labelled.get(&Field::Patient), labelled.get(&Field::Member)) {
        (Some(patient), Some(member)) if text(patient) != text(member) => push(Field::Member, member, 85),
        (None, Some(member)) => push(Field::Patient, member, 80),
        (Some(_) | None, _) => {}
    }
    let addressee = blocks.iter().find(|block| block.whose == Whose::Addressee).and_then(|block| block.name.clone());
    if let Some(name) = addressee.filter(|name| (2..=5).contains(&name.len())) {
        push(Field::Patient, &name, 70);
    }
    let dear = (0..sheet.words.len()).find(|at| sheet.words[*at].opens && sheet.key(*at) == "dear");
    if let Some(dear) = dear {
        let line = sheet.line(dear);
        let name = dear + 1..line.end;
        let general = [
            "member",
            "sir",
            "madam",
            "subscriber",
            "patient",
            "provider",
            "customer",
            "valued",
            "policyholder",
            "enrollee",
        ];
        let titled = ["mr", "mrs", "ms"].contains(&sheet.key(name.start));
        if (2..=4).contains(&name.len()) && !titled && !name.clone().any(|at| general.contains(&sheet.key(at))) {
            push(Field::Patient, &name, 65);
        }
    }
}

/// Words by which a company that pays or administers is known.
/// Names that hold no such word stand at the end.
const COMPANY: [&str; 47] = [
    "insurance",
    "assurance",
    "health",
    "healthcare",
    "plan",
    "plans",
    "blue",
    "cross",
    "shield",
    "benefit",
    "benefits",
    "administrators",
    "administrator",
    "mutual",
    "hmo",
    "ppo",
    "company",
    "inc",
    "corporation",
    "bluecross",
    "blueshield",
    "claims",
    "rx",
    "llc",
    "medicaid",
    "medicare",
    "department",
    "services",
    "solutions",
    "life",
    "appeals",
    "aetna",
    "ambetter",
    "anthem",
    "caremark",
    "centene",
    "cigna",
    "evernorth",
    "highmark",
    "humana",
    "kaiser",
    "molina",
    "optum",
    "unitedhealthcare",
    "wellcare",
    "wellpoint",
    "emblemhealth",
];
/// Words by which those who give care are known.
const CARE: [&str; 24] = [
    "hospital",
    "clinic",
    "center",
    "centre",
    "dental",
    "practice",
    "dentistry",
    "associates",
    "assoc",
    "physicians",
    "pharmacy",
    "laboratory",
    "labs",
    "imaging",
    "orthopedics",
    "pediatrics",
    "pediatric",
    "surgery",
    "rehabilitation",
    "university",
    "infirmary",
    "radiology",
    "medical",
    "surgical",
];
/// Words of headings that are no names.
const HEADING: [&str; 24] = [
    "explanation",
    "notice",
    "important",
    "denial",
    "denied",
    "determination",
    "statement",
    "appeal",
    "confidential",
    "rights",
    "page",
    "letter",
    "decision",
    "information",
    "your",
    "you",
    "this",
    "not",
    "bill",
    "receipt",
    "services",
    "re",
    "date",
    "dear",
];

/// Whether a line names a company rather than a person.
pub(in crate::importers) fn is_organization(sheet: &Sheet, words: &Range<usize>) -> bool {
    words.clone().any(|at| COMPANY.contains(&sheet.key(at)) || CARE.contains(&sheet.key(at)))
}

/// The company: at the head of the letter or below its end. Capitals give way to the same name in small letters.
fn insurer(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let names_company = |words: &Range<usize>| {
        (1..=9).contains(&words.len())
            && words.clone().any(|at| COMPANY.contains(&sheet.key(at)))
            && !words.clone().any(|at| HEADING.contains(&sheet.key(at)) && sheet.key(at) != "services")
            && !words
                .clone()
                .any(|at| matches!(sheet.key(at), "hospital" | "clinic" | "claims" | "department" | "appeals"))
            && !words.clone().any(|at| sheet.raw(at).contains(|c: char| c.is_ascii_digit() || c == ':'))
            && sheet.raw(words.start).starts_with(char::is_uppercase)
    };
    let full = |line: &usize| !sheet.lines[*line].is_empty();
    let head = (0..sheet.lines.len())
        .filter(full)
        .take(4)
        .flat_map(|line| std::iter::once(sheet.lines[line].clone()).chain(sheet.columns(line).into_iter().take(1)));
    if let Some(words) = head.into_iter().find(|words| names_company(words)) {
        let at = spelled_out(sheet, &words);
        found.push(Candidate::new(Field::Insurer, Value::Text(sheet.folded(&at)), at, 72));
    }
    let closing = (0..sheet.words.len()).rev().find(|at| {
        sheet.words[*at].opens
            && (matches!(sheet.key(*at), "sincerely" | "respectfully") || sheet.phrase(*at, "thank you").is_some())
    });
    if let Some(closing) = closing {
        let line = sheet.words[closing].line;
        let below = (line + 1..sheet.lines.len()).filter(full).take(6).map(|line| sheet.lines[line].clone());
        if let Some(words) = below.into_iter().find(|words| names_company(words)) {
            let at = sheet.trimmed(&words);
            found.push(Candidate::new(Field::Insurer, Value::Text(sheet.folded(&at)), at, 62));
        }
    }
}

/// Where the same name stands in small letters, if it is printed in capitals here.
fn spelled_out(sheet: &Sheet, words: &Range<usize>) -> Range<usize> {
    let capitals = words.clone().all(|at| !sheet.raw(at).contains(char::is_lowercase));
    let again = (words.end..sheet.words.len().saturating_sub(words.len() - 1)).find(|start| {
        let same = words.clone().zip(*start..).all(|(a, b)| sheet.key(a) == sheet.key(b));
        same && sheet.raw(*start).contains(char::is_lowercase)
    });
    match again {
        Some(start) if capitals => sheet.trimmed(&(start..start + words.len())),
        _ => sheet.trimmed(words),
    }
}

/// "Administered by Cascade Benefits", "on behalf of the Northwind Employee Health Plan".
fn administered(sheet: &Sheet, found: &mut Vec<Candidate>) {
    for at in 0..sheet.words.len() {
        let by = ["administered by", "claims administrator for", "underwritten by", "insured by"];
        let by = by.iter().find_map(|phrase| sheet.phrase(at, phrase).map(|end| (end, *phrase)));
        if let Some((end, phrase)) = by
            && phrase != "claims administrator for"
            && let Some(name) = proper_name(sheet, end)
            && is_organization(sheet, &name)
        {
            let span = sheet.trimmed(&name);
            found.push(Candidate::new(Field::Insurer, Value::Text(sheet.folded(&span)), span, 71));
        }
        let behalf = ["on behalf of", "claims administrator for"].iter().find_map(|phrase| sheet.phrase(at, phrase));
        if let Some(end) = behalf {
            let start = if sheet.key(end) == "the" { end + 1 } else { end };
            if let Some(name) = proper_name(sheet, start).filter(|name| name.clone().any(|at| sheet.key(at) == "plan"))
            {
                let span = sheet.trimmed(&name);
                found.push(Candidate::new(Field::Plan, Value::Text(sheet.folded(&span)), span, 70));
            }
        }
    }
}

/// Words that begin with a capital, with small links between them, up to punctuation.
fn proper_name(sheet: &Sheet, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < sheet.words.len() && end < start + 10 {
        let raw = sheet.raw(end);
        let link = matches!(raw, "of" | "and" | "&" | "the" | "for") && end > start;
        if !(raw.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || link) {
            break;
        }
        end += 1;
        let short = sheet.stops(end - 1) || raw.ends_with([',', ';', ')', ':']);
        let next_line = sheet.words.get(end).is_some_and(|next| next.line > sheet.words[end - 1].line);
        let whole = next_line && (COMPANY.contains(&sheet.key(end - 1)) || CARE.contains(&sheet.key(end - 1)));
        let far = sheet.words.get(end).is_some_and(|next| next.line > sheet.words[end - 1].line + 1);
        let figures = sheet.raw(end).starts_with(|c: char| c.is_ascii_digit());
        let line_ends = whole || far || (next_line && figures);
        if short
            || line_ends
            || sheet.words.get(end).is_some_and(|next| next.opens && next.line == sheet.words[end - 1].line)
        {
            break;
        }
    }
    while end > start && matches!(sheet.raw(end - 1), "of" | "and" | "&" | "the" | "for") {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// "Dr. Jane Wilson", "Jane Wilson, MD".
fn clinicians(sheet: &Sheet, found: &mut Vec<Candidate>) {
    for at in 0..sheet.words.len() {
        let strength = if sheet.key(at.wrapping_sub(1)) == "by" { 75 } else { 60 };
        let mut push = |words: Range<usize>| {
            let span = sheet.trimmed(&words);
            found.push(Candidate::new(Field::Provider, Value::Text(sheet.folded(&span)), span, strength));
        };
        if matches!(sheet.raw(at), "Dr." | "DR." | "Dr") {
            let end = name_end(sheet, at + 1, 3);
            if end > at + 1 {
                push(at..end);
            }
        }
        if sheet.key(at) == "by" {
            let end = name_end(sheet, at + 1, 4);
            let title = matches!(
                sheet.raw(end).trim_matches([',', '.', ')']),
                "MD" | "DO" | "M.D" | "D.O" | "NP" | "DDS" | "DPM" | "PhD"
            );
            if end > at + 2 && title {
                push(at + 1..end + 1);
            }
        }
    }
}

/// The end of a person's name of at most so many words.
fn name_end(sheet: &Sheet, start: usize, most: usize) -> usize {
    let mut end = start;
    while end < start + most && end < sheet.words.len() {
        let raw = sheet.raw(end);
        let name = raw.starts_with(char::is_uppercase) && !raw.contains(|c: char| c.is_ascii_digit() || c == ':');
        let same_line = end == start || sheet.words[end].line == sheet.words[end - 1].line;
        let title = matches!(raw.trim_matches([',', '.', ')']), "MD" | "DO" | "NP" | "DDS" | "DPM");
        if !name || !same_line || title || sheet.words[end].opens {
            break;
        }
        end += 1;
        if raw.ends_with([',', ';', ')']) || sheet.stops(end - 1) {
            break;
        }
    }
    end
}

/// "at Raleigh Medical Center".
fn facilities(sheet: &Sheet, found: &mut Vec<Candidate>) {
    for at in 0..sheet.words.len() {
        if !matches!(sheet.key(at), "at" | "in" | "from") {
            continue;
        }
        let start = if sheet.key(at + 1) == "the" { at + 2 } else { at + 1 };
        let Some(name) = proper_name(sheet, start) else { continue };
        let cares = name.clone().any(|word| CARE.contains(&sheet.key(word)));
        let company =
            name.clone().any(|word| matches!(sheet.key(word), "appeals" | "department" | "insurance" | "plan"));
        if name.len() >= 2 && cares && !company {
            let span = sheet.trimmed(&name);
            found.push(Candidate::new(Field::Facility, Value::Text(sheet.folded(&span)), span, 70));
        }
    }
}
