//! The pages of a packet that are not the letter: its cover, the list of the documents named, and what happened in order.
//!
//! Values only; knows no typeface and no page. What was said in calls and what the person noted is printed as theirs.

use crate::case::{Call, Case, Event, EventKind, Facts, Letter, Provenance, SentBy, Value};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Who};
use crate::letters;
use crate::paper::{Block, Line, Paper, Part, Span, line, line_text, long_day};
use crate::rulebook::Book;

/// The first page: whose packet, to whom, about which claim, what is asked and what is inside.
#[must_use]
pub fn cover(case: &Case, book: &Book, today: Date) -> Paper {
    let letter = case.letters.iter().rev().find(|letter| letter.kind != LetterKind::L22).or(case.letters.last());
    let mut parts = Vec::new();
    let mut contents = Vec::new();
    match letter {
        Some(letter) => {
            let name = letters::name(letter.kind);
            parts.push(Part::new("title", heading(1, name)));
            parts.extend(repeated(letters::draft(letter, case, book, today).paper));
            contents.push(line!["Letter: ", name]);
        }
        None => parts.push(Part::new("title", heading(1, "Papers on a denied claim"))),
    }
    if !letters::enclosed(LetterKind::L01, case).is_empty() {
        contents.push(line!["Documents named in the letter"]);
    }
    if !happened(case).is_empty() {
        contents.push(line!["What happened, in order"]);
    }
    if !contents.is_empty() {
        parts.push(Part::new(INSIDE[0], heading(2, "In this packet")));
        parts.push(Part::new(INSIDE[1], Block::List { numbered: true, items: contents }));
    }
    Paper { title: "Cover".to_owned(), date: today, parts }
}

/// The parts of the cover that say what is inside.
const INSIDE: [&str; 2] = ["contents-heading", "contents"];

/// Whether this part of a cover says what is inside.
pub(super) fn is_inside(part: &Part) -> bool {
    INSIDE.contains(&part.key.as_str())
}

/// The parts of the letter that its cover repeats.
fn repeated(letter: Paper) -> Vec<Part> {
    let mut parts = Vec::new();
    for part in letter.parts {
        match part.key.as_str() {
            "date" | "recipient" | "subject" => parts.push(part),
            "ask" => {
                parts.push(Part::new("ask-heading", heading(2, "What is asked")));
                parts.push(part);
            }
            _ => {}
        }
    }
    parts
}

/// The documents that the appeal names, in the order and with the numbers that its enclosures have.
#[must_use]
pub fn documents_named(case: &Case, today: Date) -> Paper {
    let items: Vec<Line> = letters::enclosed(LetterKind::L01, case).into_iter().map(letters::listed).collect();
    let list = if items.is_empty() {
        Part::new("none", Block::Paragraph(line!["No documents are named."]))
    } else {
        Part::new("documents", Block::List { numbered: true, items })
    };
    let title = "Documents named in the letter";
    Paper { title: title.to_owned(), date: today, parts: vec![Part::new("title", heading(1, title)), list] }
}

/// What happened, in the order of the days: date, what, and how it is known.
#[must_use]
pub fn chronology(case: &Case, today: Date) -> Paper {
    let rows: Vec<Vec<Line>> =
        happened(case).into_iter().map(|entry| vec![entry.day, entry.what, line![entry.source]]).collect();
    let table = if rows.is_empty() {
        Part::new("none", Block::Paragraph(line!["Nothing has been noted yet."]))
    } else {
        let head = ["Date", "What happened", "Source"].map(str::to_owned).to_vec();
        Part::new("chronology", Block::Table { head, rows })
    };
    let title = "What happened, in order";
    Paper { title: title.to_owned(), date: today, parts: vec![Part::new("title", heading(1, title)), table] }
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, line: line![words] }
}

/// A row of the chronology before it is sorted.
struct Entry {
    on: Date,
    day: Line,
    what: Line,
    source: String,
}

impl Entry {
    fn new(on: Date, from: &Provenance, what: Line, source: impl Into<String>) -> Self {
        Self { on, day: line![Span::traced(from.clone(), long_day(on))], what, source: source.into() }
    }
}

/// Everything that has a day, oldest first; of one day in the order care, notices, calls, events, letters.
fn happened(case: &Case) -> Vec<Entry> {
    let mut all: Vec<Entry> = case.claims.iter().filter_map(|claim| care(case, &claim.facts)).collect();
    all.extend(case.notices.iter().flat_map(|notice| came(case, &notice.facts)));
    all.extend(case.calls.iter().map(called));
    all.extend(case.events.iter().filter_map(noted));
    all.extend(case.letters.iter().flat_map(sent));
    all.sort_by_key(|entry| entry.on);
    all
}

fn care(case: &Case, facts: &Facts) -> Option<Entry> {
    let fact = facts.get(Field::ServiceDate)?;
    let Value::Day(on) = fact.value else { return None };
    let by = [span(facts, Field::Provider), span(facts, Field::Facility)];
    let by: Line = by.into_iter().flatten().flat_map(|name| line![", ", name]).collect();
    let what = span(facts, Field::Service).map_or_else(|| line!["Care"], |service| line![service]);
    Some(Entry::new(on, &fact.from, [what, by].concat(), source(case, &fact.from)))
}

fn came(case: &Case, facts: &Facts) -> Vec<Entry> {
    let dated = facts.get(Field::NoticeDate).and_then(|fact| {
        let Value::Day(on) = fact.value else { return None };
        let reason = facts.get(Field::Reason).and_then(|reason| letters::quote(Field::Reason, reason));
        let why = reason.map_or_else(Vec::new, |words| line![", with this reason: ", words]);
        Some(Entry::new(on, &fact.from, [line!["Date of the notice"], why].concat(), source(case, &fact.from)))
    });
    let received = facts.get(Field::NoticeReceived).and_then(|fact| {
        let Value::Day(on) = fact.value else { return None };
        Some(Entry::new(on, &fact.from, line!["The notice was received"], source(case, &fact.from)))
    });
    dated.into_iter().chain(received).collect()
}

fn called(call: &Call) -> Entry {
    let from = Provenance::Call { call: call.number };
    let span = |text: &str| one_line(text).map(|text| Span::traced(from.clone(), text));
    let mut what = match call.with {
        Who::You => line!["Telephone call"],
        Who::Insurer => line!["Telephone call with the plan"],
        Who::Clinician => line!["Telephone call with the doctor's office"],
        Who::Biller => line!["Telephone call with the billing office"],
        Who::BenefitsOffice => line!["Telephone call with the benefits office"],
        Who::Regulator => line!["Telephone call with the regulator"],
        Who::Collector => line!["Telephone call with the collector"],
    };
    for (lead, text) in [(", ", &call.person), (", ", &call.department), (", reference number ", &call.reference)] {
        what.extend(span(text).map_or_else(Vec::new, |words| line![lead, words]));
    }
    let promised_by = call.promised_by.map(|day| Span::traced(from.clone(), long_day(day)));
    let promised = match (span(&call.promised), promised_by) {
        (Some(words), Some(day)) => line!["Promised by ", day, ": ", words],
        (Some(words), None) => line!["Promised: ", words],
        (None, Some(day)) => line!["Promised for ", day],
        (None, None) => Vec::new(),
    };
    let said = span(&call.said).map_or_else(Vec::new, |words| line!["Said: ", words]);
    for sentence in [said, promised].into_iter().filter(|sentence| !sentence.is_empty()) {
        what.extend(line![if line_text(&what).ends_with(['.', '!', '?']) { " " } else { ". " }]);
        what.extend(sentence);
    }
    Entry::new(call.on, &from, what, "Notes of the call")
}

fn noted(event: &Event) -> Option<Entry> {
    let from = Provenance::Statement { on: event.on };
    let what = match event.what {
        EventKind::Care => Some("Care was given"),
        EventKind::LetterCame => Some("A letter came"),
        EventKind::ArrivalConfirmed => Some("The plan confirmed that the letter arrived"),
        EventKind::Won => Some("The appeal was decided for the patient, in whole or in part"),
        EventKind::Lost => Some("The appeal was decided against the patient"),
        EventKind::Other => None,
    };
    let note = one_line(&event.note).map(|note| Span::traced(from.clone(), note));
    let line = match (what, note) {
        (Some(what), Some(note)) => line![what, ": ", note],
        (Some(what), None) => line![what],
        (None, Some(note)) => line![note],
        (None, None) => return None,
    };
    Some(Entry::new(event.on, &from, line, OWN_NOTES))
}

fn sent(letter: &Letter) -> Vec<Entry> {
    let name = letters::name(letter.kind);
    let mut all = Vec::new();
    for sending in &letter.sendings {
        let from = Provenance::Statement { on: sending.on };
        let how = match sending.how {
            SentBy::CertifiedMail => "by certified mail",
            SentBy::Mail => "by mail",
            SentBy::Fax => "by fax",
            SentBy::Portal => "through the plan's portal",
            SentBy::Hand => "by hand",
        };
        let proof = one_line(&sending.proof);
        let source = if proof.is_some() { "Copy of the letter, proof of sending" } else { "Copy of the letter" };
        let number = proof.map_or_else(Vec::new, |proof| line![", number ", Span::traced(from.clone(), proof)]);
        all.push(Entry::new(sending.on, &from, [line![name, ", sent ", how], number].concat(), source));
        all.extend(sending.arrived.map(|on| Entry::new(on, &from, line![name, ", arrived"], OWN_NOTES)));
    }
    all
}

const OWN_NOTES: &str = "Own notes";

fn span(facts: &Facts, field: Field) -> Option<Span> {
    let fact = facts.get(field)?;
    letters::printed(&fact.value).map(|text| Span::fact(field, fact, text))
}

/// How a fact is known, in words: the paper's title, a call, or the person's own notes.
fn source(case: &Case, from: &Provenance) -> String {
    match from {
        Provenance::Document { document, .. } => {
            let title = case.document(*document).and_then(|document| one_line(&document.title));
            title.unwrap_or_else(|| "Paper in hand".to_owned())
        }
        Provenance::Call { call } => case
            .call(*call)
            .map_or_else(|| "Notes of a call".to_owned(), |call| format!("Notes of the call of {}", long_day(call.on))),
        Provenance::Statement { .. } => OWN_NOTES.to_owned(),
    }
}

fn one_line(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
