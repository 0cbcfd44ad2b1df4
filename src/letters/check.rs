//! A last look before a letter goes out: what the person's edits took away, and what they added that nothing in the case
//! carries.
//!
//! Warns and never blocks: the person may know better.

use std::collections::BTreeSet;

use super::Draft;
use super::pen::printed;
use crate::case::{Case, Facts, Provenance, Statement, StatementLine};
use crate::civil::Date;
use crate::money::Cents;
use crate::paper::{MONTHS, Span, Traced, long_day};

/// Something to look at before sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeakPoint {
    /// The letter bears no date.
    NoDate,
    /// The letter bears another date than today's.
    OtherDate,
    /// The letter names nobody to whom it goes.
    NoRecipient,
    /// The letter asks for nothing.
    NoRemedy,
    /// Nobody signs.
    NoSignature,
    /// Words between quotation marks that stand in no paper of the case.
    QuoteNotInSource {
        /// The part's key.
        part: String,
        /// The words.
        words: String,
    },
    /// A number, a day or an amount in the person's own words that matches nothing in the case.
    Unmatched {
        /// The part's key.
        part: String,
        /// The words.
        words: String,
    },
}

/// What to look at before sending, in the order of the letter.
#[must_use]
pub fn check(draft: &Draft, case: &Case, today: Date) -> Vec<WeakPoint> {
    let parts = &draft.paper.parts;
    let part = |key: &str| parts.iter().find(|part| part.key == key);
    let mut found = Vec::new();
    match part("date").map(|part| part.block.text(usize::MAX)) {
        None => found.push(WeakPoint::NoDate),
        Some(date) if date != long_day(today) => found.push(WeakPoint::OtherDate),
        Some(_) => {}
    }
    for (key, missing) in
        [("recipient", WeakPoint::NoRecipient), ("ask", WeakPoint::NoRemedy), ("signature", WeakPoint::NoSignature)]
    {
        if part(key).is_none() {
            found.push(missing);
        }
    }
    let known = Known::of(draft, case, today);
    for part in parts {
        for span in part.block.lines().into_iter().flatten() {
            match span {
                Span::Quote(quote) if !is_in_source(quote, case) => {
                    found.push(WeakPoint::QuoteNotInSource { part: part.key.clone(), words: quote.text().to_owned() });
                }
                Span::Own(words) if part.key != "date" => found.extend(own_words(&part.key, words, case, &known)),
                Span::Plain(_) | Span::Fact(_) | Span::Quote(_) | Span::Law { .. } | Span::Own(_) => {}
            }
        }
    }
    found
}

fn own_words(part: &str, words: &str, case: &Case, known: &Known) -> Vec<WeakPoint> {
    let quoted =
        words.split('\u{201c}').skip(1).filter_map(|rest| rest.split_once('\u{201d}')).map(|(inside, _)| inside);
    let foreign = quoted.filter(|quote| case.documents.iter().all(|document| !holds(&document.text, quote)));
    let foreign =
        foreign.map(|words| WeakPoint::QuoteNotInSource { part: part.to_owned(), words: words.trim().to_owned() });
    let numbers = figures(words).into_iter().filter(|figure| !known.0.contains(figure));
    let unmatched = numbers.map(|words| WeakPoint::Unmatched { part: part.to_owned(), words });
    foreign.chain(unmatched).collect()
}

/// Whether a quote stands in the paper that it names, or for typed facts in what was typed.
fn is_in_source(quote: &Traced, case: &Case) -> bool {
    match quote.from() {
        Provenance::Document { document, words } => case.document(*document).is_some_and(|document| {
            holds(&document.text, quote.text()) || document.text.trim().is_empty() && holds(words, quote.text())
        }),
        Provenance::Call { .. } | Provenance::Statement { .. } => quote.field().is_some_and(|field| {
            let of_notices = case.notices.iter().filter_map(|notice| notice.facts.get(field));
            let mut held = case.denial_fact(field).into_iter().chain(of_notices);
            held.any(|fact| printed(&fact.value).is_some_and(|value| holds(&value, quote.text())))
        }),
    }
}

/// Whether the words stand in the text, however its lines are broken.
fn holds(text: &str, words: &str) -> bool {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat(text).contains(&flat(words))
}

/// Every number, day and amount that the case or the drafted letter carries.
struct Known(BTreeSet<String>);

impl Known {
    fn of(draft: &Draft, case: &Case, today: Date) -> Self {
        let claims = case.claims.iter().map(|claim| &claim.facts);
        let notices = case.notices.iter().map(|notice| &notice.facts);
        let bills = case.statements.iter().map(|statement| &statement.facts);
        let facts = claims.chain(notices).chain(bills).chain([&case.facts]).flat_map(Facts::iter);
        let mut texts: Vec<String> = facts.filter_map(|(_, fact)| printed(&fact.value)).collect();
        texts.extend(case.statements.iter().flat_map(on_the_paper));
        for document in &case.documents {
            texts.extend([document.title.clone(), document.text.clone()]);
            texts.extend(document.dated.map(long_day));
        }
        for call in &case.calls {
            texts.extend([&call.time, &call.phone, &call.reference, &call.said, &call.promised].map(Clone::clone));
            texts.push(long_day(call.on));
            texts.extend(call.promised_by.map(long_day));
        }
        for event in &case.events {
            texts.extend([long_day(event.on), event.note.clone()]);
        }
        let drafted = draft.paper.parts.iter().flat_map(|part| part.block.lines()).flatten();
        texts.extend(drafted.filter(|span| !matches!(span, Span::Own(_))).map(Span::printed));
        texts.push(long_day(today));
        Self(texts.iter().flat_map(|text| figures(text)).collect())
    }
}

/// Every day, code and amount that stands in the lines and totals of a bill or another statement.
fn on_the_paper(statement: &Statement) -> Vec<String> {
    let amounts = |line: &StatementLine| [line.billed, line.allowed, line.plan_paid, line.share];
    let mut texts: Vec<String> = statement.totals.iter().map(|total| total.amount.to_string()).collect();
    for line in &statement.lines {
        texts.extend([line.code.clone(), line.what.clone()]);
        texts.extend(line.on.map(long_day));
        texts.extend(line.units.map(|units| units.to_string()));
        texts.extend(amounts(line).into_iter().flatten().map(|amount| amount.to_string()));
    }
    texts
}

/// The numbers of a text in one spelling: days as `January 15, 2024`, amounts as `$2,500.00`, all else as written.
fn figures(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let mut found = Vec::new();
    let mut words = words.as_slice();
    while let [word, rest @ ..] = words {
        words = rest;
        if let [day, year, after @ ..] = rest
            && MONTHS.contains(word)
            && let Some(day) = written_day(word, day, year)
        {
            found.push(long_day(day));
            words = after;
        } else if word.chars().any(|c| c.is_ascii_digit()) {
            found.push(
                word.parse::<Cents>()
                    .ok()
                    .filter(|_| word.starts_with('$'))
                    .map_or((*word).to_owned(), |cents| cents.to_string()),
            );
        }
    }
    found
}

fn written_day(month: &str, day: &str, year: &str) -> Option<Date> {
    let month = MONTHS.iter().position(|name| *name == month)?;
    Date::new(year.parse().ok()?, u32::try_from(month + 1).ok()?, day.parse().ok()?)
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$')
}
