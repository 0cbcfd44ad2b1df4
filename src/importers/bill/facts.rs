//! Who sent the paper, who the patient is, its numbers, its own dates, and the days of service that it names.
//!
//! Keeps names as printed. What stands there without a label says so.

use std::collections::BTreeSet;
use std::ops::Range;

use super::labels::{About, Label};
use super::table::Head;
use super::{Days, Doubt, Find, Page, Read};
use crate::case::Value;
use crate::civil::Date;
use crate::importers::days::Day;
use crate::importers::letter::is_organization;
use crate::kinds::{Field, StatementKind};

/// The facts of the paper, each field at most once.
pub(super) fn all(page: &Page, labels: &[Label], kind: StatementKind) -> Vec<Find> {
    let sender = match kind {
        StatementKind::Eob => Field::Insurer,
        StatementKind::Bill | StatementKind::Receipt | StatementKind::Estimate => Field::Biller,
    };
    let text = |read: Read<String>| read.map(|text| Value::Text(text.clone()));
    let day = |read: Read<Date>| read.map(|day| Value::Day(*day));
    [
        (sender, self::sender(page, labels).map(text)),
        (Field::Patient, patient(page, labels).map(text)),
        (Field::AccountNumber, account(page, labels).map(text)),
        (Field::MemberId, number(page, labels, About::MemberId).map(text)),
        (Field::ClaimNumber, number(page, labels, About::Claim).map(text)),
        (Field::Provider, provider(page, labels).map(text)),
        (Field::BillDate, dated(page, labels).map(day)),
        (Field::BillDue, labelled_day(page, labels, About::Due).map(day)),
    ]
    .into_iter()
    .filter_map(|(field, read)| Some(Find { field, read: read? }))
    .collect()
}

/// The days of service that stand after a label, each once.
pub(super) fn service(page: &Page, labels: &[Label]) -> Vec<Read<Days>> {
    let mut found: Vec<Read<Days>> = stay(page, labels).into_iter().collect();
    let about =
        |wanted: &[About]| -> Vec<&Label> { labels.iter().filter(|label| wanted.contains(&label.about)).collect() };
    let alone: &[About] =
        if found.is_empty() { &[About::Service, About::Admitted, About::Discharged] } else { &[About::Service] };
    let mut seen: BTreeSet<Days> = found.iter().map(|read| read.value).collect();
    let more = about(alone).into_iter().flat_map(|label| days(page, &label.value));
    found.extend(more.filter(|read| seen.insert(read.value)));
    found
}

/// From admission to discharge, where both stand close together.
fn stay(page: &Page, labels: &[Label]) -> Option<Read<Days>> {
    /// How far apart the two may stand, in bytes.
    const CLOSE: usize = 200;
    let day = |about| {
        let label = labels.iter().find(|label| label.about == about)?;
        page.days_in(&label.value).first()
    };
    let (first, last) = (day(About::Admitted)?, day(About::Discharged)?);
    let at = page.sheet.trimmed(&first.words).start..page.sheet.trimmed(&last.words).end;
    let doubt = first.unsure.or(last.unsure).map(Doubt::from);
    let close = first.date < last.date && at.start < at.end && at.len() <= CLOSE;
    close.then(|| Read { doubt, ..page.read_at(at, Days::Span { first: first.date, last: last.date }) })
}

/// The days in a value: single ones, and spans such as `01/10/2026 to 01/15/2026`.
fn days(page: &Page, value: &Range<usize>) -> Vec<Read<Days>> {
    let mut found: Vec<Read<Days>> = Vec::new();
    let mut rest = page.days_in(value);
    while let [day, others @ ..] = rest {
        rest = others;
        let joined =
            others.first().filter(|next| joins(page, &(day.words.end..next.words.start)) && next.date > day.date);
        let (words, last, unsure) = match (joined, day.last) {
            (Some(next), None) => {
                rest = others.get(1..).unwrap_or_default();
                (day.words.start..next.words.end, Some(next.date), day.unsure.or(next.unsure))
            }
            (Some(_) | None, last) => (day.words.clone(), last, day.unsure),
        };
        let days = last.map_or(Days::One(day.date), |last| Days::Span { first: day.date, last });
        found.push(Read { doubt: unsure.map(Doubt::from), ..page.read(&words, days) });
    }
    found
}

/// Whether the words between two days make a span of them.
fn joins(page: &Page, between: &Range<usize>) -> bool {
    let one = between.len() == 1;
    one && matches!(page.sheet.raw(between.start), "-" | "\u{2013}" | "\u{2014}" | "to" | "through" | "thru" | "until")
}

fn one_day(page: &Page, day: &Day) -> Read<Date> {
    Read { doubt: day.unsure.map(Doubt::from), ..page.read(&day.words, day.date) }
}

/// The day right after a label. Several different ones are told apart by the person.
fn labelled_day(page: &Page, labels: &[Label], about: About) -> Option<Read<Date>> {
    let days = labels
        .iter()
        .filter(|label| label.about == about)
        .filter_map(|label| page.days_in(&label.value).first().filter(|day| day.words.start <= label.value.start + 1));
    let days: Vec<&Day> = days.collect();
    let first = days.first()?;
    let mut read = one_day(page, first);
    if days.iter().any(|day| day.date != first.date) {
        read.doubt = Some(Doubt::Several);
    }
    Some(read)
}

/// The paper's own date.
fn dated(page: &Page, labels: &[Label]) -> Option<Read<Date>> {
    labelled_day(page, labels, About::Dated).or_else(|| labelled_day(page, labels, About::Date))
}

/// A number after a label: one word with a figure, or several as on a card.
fn number(page: &Page, labels: &[Label], about: About) -> Option<Read<String>> {
    let labelled = labels.iter().filter(|label| label.about == about);
    let mut found = labelled.filter_map(|label| number_in(page, &label.value, label.marked));
    let first = found.next()?;
    let several = found.any(|other| other.value != first.value);
    Some(Read { doubt: several.then_some(Doubt::Several), ..first })
}

/// Without a colon before it, a number begins with a figure or is in capitals and has one.
fn number_in(page: &Page, value: &Range<usize>, marked: bool) -> Option<Read<String>> {
    let sheet = page.sheet;
    let figures = |at: usize| sheet.raw(at).contains(|c: char| c.is_ascii_digit());
    let part = |at: usize| {
        let raw = sheet.raw(at).trim_matches([',', '.', ';', '#', '(', ')', ':']);
        let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '*' | '/' | '.');
        !raw.is_empty() && raw.chars().all(fits) && page.day_at(at).is_none()
    };
    let first = value.start;
    let mixed = marked && first < value.end && figures(first) && !sheet.raw(first).contains(['$', '%', '@']);
    if !(mixed || first < value.end && part(first)) {
        return None;
    }
    let mut end = first + 1;
    while end < value.end && end < first + 5 && part(end) && figures(end) && !sheet.raw(end - 1).ends_with([',', ';']) {
        end += 1;
    }
    let has_figures = (first..end).any(figures) && page.day_at(first).is_none();
    has_figures.then(|| page.text(&(first..end))).flatten()
}

/// The account's number; else that of the receipt; else, to be asked, the patient's number.
fn account(page: &Page, labels: &[Label]) -> Option<Read<String>> {
    number(page, labels, About::Account)
        .or_else(|| number(page, labels, About::Receipt))
        .or_else(|| number(page, labels, About::PatientNumber).map(|read| Read { doubt: Some(Doubt::Role), ..read }))
}

/// The patient after a label; else the name beside a date of birth or an age.
fn patient(page: &Page, labels: &[Label]) -> Option<Read<String>> {
    let named = |about| {
        labels.iter().filter(move |label| label.about == about).find_map(|label| {
            let opens = page.sheet.words.get(label.value.start).is_some_and(|word| word.opens);
            let named = person(page, &label.value)?;
            ((label.marked || opens) && !is_heading(page, &label.value)).then_some(named)
        })
    };
    named(About::Patient)
        .or_else(|| named(About::Member))
        .or_else(|| beside_birth(page, labels).map(|read| Read { doubt: Some(Doubt::Place), ..read }))
}

/// A person's name at the beginning of these words: up to five, without figures, up to a bracket, a dash or a label.
fn person(page: &Page, words: &Range<usize>) -> Option<Read<String>> {
    let sheet = page.sheet;
    let stops = |at: &usize| {
        let raw = sheet.raw(*at);
        raw.starts_with(['(', '-', '\u{2013}', '|'])
            || raw.contains(|c: char| c.is_ascii_digit() || c == '$')
            || matches!(sheet.key(*at), "dob" | "age" | "id")
    };
    let end = words.clone().find(stops).unwrap_or(words.end);
    let name = words.start..end;
    let fits = (1..=5).contains(&name.len()) && !sheet.raw(name.start).ends_with(':');
    fits.then(|| page.text(&name)).flatten()
}

/// The name that stands in the line of a birth date, an age, or right above or below it.
fn beside_birth(page: &Page, labels: &[Label]) -> Option<Read<String>> {
    let sheet = page.sheet;
    let birth = labels.iter().find(|label| label.about == About::Birth)?;
    let line = sheet.words[birth.words.start].line;
    let above = (0..line).rev().take(3).find(|above| !sheet.lines[*above].is_empty());
    let lines = [Some(line), above, sheet.next_line(line)];
    lines.into_iter().flatten().flat_map(|line| sheet.columns(line)).find_map(|column| {
        let labelled = labels.iter().any(|label| column.contains(&label.words.start));
        let name = person(page, &column).filter(|_| !labelled)?;
        let words: Vec<&str> = name.value.split(' ').collect();
        let proper = |word: &&str| word.starts_with(char::is_uppercase) && !word.contains([':', '/', '@']);
        let organization = is_organization(sheet, &column);
        ((2..=4).contains(&words.len()) && words.iter().all(proper) && !organization && !is_heading(page, &column))
            .then_some(name)
    })
}

/// Who gave the care: after a label, else a line that begins with "Dr".
fn provider(page: &Page, labels: &[Label]) -> Option<Read<String>> {
    let sheet = page.sheet;
    let labelled = labels.iter().filter(|label| label.about == About::Provider && label.marked).find_map(|label| {
        let value = label.value.start..label.value.end.min(label.value.start + 10);
        page.text(&value).filter(|read| !read.value.contains('$'))
    });
    labelled.or_else(|| {
        let doctor = (0..sheet.words.len())
            .find(|at| sheet.words[*at].opens && sheet.key(*at) == "dr" && sheet.line(*at).start == *at)?;
        let column = sheet.rest_of_column(doctor);
        let dash = column.clone().find(|at| matches!(sheet.raw(*at), "-" | "\u{2013}" | "\u{2014}"));
        let name = doctor..dash.unwrap_or(column.end).min(doctor + 7);
        page.text(&name).filter(|_| name.len() >= 2)
    })
}

/// Words by which those who give care are known, besides those that letters use.
const GIVES_CARE: [&str; 14] = [
    "care",
    "urgent",
    "emergency",
    "ambulance",
    "ems",
    "anesthesia",
    "wellness",
    "medicine",
    "dermatology",
    "cardiology",
    "optometry",
    "chiropractic",
    "midwifery",
    "counseling",
];

/// Words before the sender's name in a heading.
const BEFORE_NAME: [&str; 5] = ["statement from", "bill from", "invoice from", "receipt from", "estimate from"];

/// Who sent the paper: at its head, else whom to pay.
fn sender(page: &Page, labels: &[Label]) -> Option<Read<String>> {
    let sheet = page.sheet;
    let full = (0..sheet.lines.len()).filter(|line| sheet.lines[*line].clone().any(|at| !sheet.key(at).is_empty()));
    let head: Vec<Range<usize>> = full
        .take(6)
        .take_while(|line| Head::of(page, *line).is_none())
        .flat_map(|line| sheet.columns(line).into_iter().take(2))
        .filter_map(|column| head_name(page, labels, &column))
        .collect();
    let gives_care = |name: &Range<usize>| {
        is_organization(sheet, name) || name.clone().any(|at| GIVES_CARE.contains(&sheet.key(at)))
    };
    let organization = head.iter().find(|name| gives_care(name)).and_then(|name| page.text(name));
    let payee = || {
        let label = labels.iter().find(|label| label.about == About::Sender && !label.value.is_empty())?;
        page.text(&(label.value.start..label.value.end.min(label.value.start + 10)))
    };
    let first = || {
        let read = page.text(head.iter().find(|name| name.len() > 1)?)?;
        Some(Read { doubt: Some(Doubt::Place), ..read })
    };
    let giver = || {
        let label = labels.iter().find(|label| label.about == About::Provider && gives_care(&label.value))?;
        Some(Read { doubt: Some(Doubt::Role), ..page.text(&label.value)? })
    };
    organization.or_else(payee).or_else(giver).or_else(first)
}

/// The name in a column at the head of the paper, if it can be one.
fn head_name(page: &Page, labels: &[Label], column: &Range<usize>) -> Option<Range<usize>> {
    let sheet = page.sheet;
    let start = BEFORE_NAME.iter().find_map(|phrase| sheet.phrase(column.start, phrase)).unwrap_or(column.start);
    let name = start..column.end;
    let labelled = labels.iter().any(|label| name.contains(&label.words.start) || label.value.contains(&name.start));
    let mark = |at: usize| {
        sheet.raw(at).contains(|c: char| c.is_ascii_digit() || matches!(c, '$' | '@')) || sheet.raw(at).ends_with(':')
    };
    let high = sheet.raw(name.start).trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    let fits = (1..=8).contains(&name.len()) && high && !labelled && !name.clone().any(mark);
    (fits && !is_heading(page, &name)).then_some(name)
}

/// Words of headings that are no names.
const HEADING: [&str; 22] = [
    "statement",
    "bill",
    "billing",
    "invoice",
    "receipt",
    "estimate",
    "explanation",
    "eob",
    "notice",
    "page",
    "account",
    "summary",
    "details",
    "date",
    "thank",
    "dear",
    "welcome",
    "this",
    "your",
    "itemized",
    "charges",
    "services",
];

fn is_heading(page: &Page, words: &Range<usize>) -> bool {
    let company = |at: usize| matches!(page.sheet.key(at), "health" | "medical" | "emergency");
    words.clone().any(|at| {
        let key = page.sheet.key(at);
        HEADING.contains(&key) && !(key == "services" && words.clone().any(company))
    })
}
