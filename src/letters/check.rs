//! A last look before a letter goes out: what the person's edits took away, and what they added that nothing in the case
//! carries.
//!
//! Warns and never blocks: the person may know better.

use std::collections::BTreeSet;

use super::Draft;
use super::addressee::addressee;
use super::edit::{self, Stale};
use super::pen::printed;
use crate::case::{Case, Facts, Letter, Number, Provenance, Statement, StatementLine};
use crate::civil::Date;
use crate::deadlines::{self, Standing};
use crate::kinds::LetterKind;
use crate::money::Cents;
use crate::paper::{MONTHS, Part, Span, Traced, long_day};
use crate::rulebook::{Book, LevelKind};

/// Something to look at before sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeakPoint {
    /// The letter bears no date.
    NoDate,
    /// The letter bears another date than today's.
    OtherDate,
    /// The letter names nobody to whom it goes.
    NoRecipient,
    /// The letter goes to somebody else than the papers of the case name.
    OtherRecipient {
        /// Whom they name.
        named: String,
    },
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
    /// A paper that the letter speaks of as enclosed and does not enclose.
    NotEnclosed {
        /// The part's key.
        part: String,
        /// Its title, or the words that speak of it.
        words: String,
    },
    /// The last day for this letter has passed, by the notice or by the rule.
    LastDayPassed {
        /// The day.
        day: Date,
        /// Whether the other of the two has not passed yet.
        one_stands: bool,
    },
    /// A fact in the person's own words that is another in the case by now.
    FactChanged(Stale),
    /// A number, a day or an amount in the person's own words that matches nothing in the case.
    Unmatched {
        /// The part's key.
        part: String,
        /// The words.
        words: String,
    },
}

impl WeakPoint {
    /// The part that it is about, if it is about one.
    #[must_use]
    pub fn part(&self) -> Option<&str> {
        match self {
            Self::QuoteNotInSource { part, .. }
            | Self::NotEnclosed { part, .. }
            | Self::Unmatched { part, .. }
            | Self::FactChanged(Stale { part, .. }) => Some(part),
            Self::OtherDate => Some("date"),
            Self::OtherRecipient { .. } => Some("recipient"),
            Self::NoDate | Self::NoRecipient | Self::NoRemedy | Self::NoSignature | Self::LastDayPassed { .. } => None,
        }
    }
}

/// All that there is to look at before sending: the time, the recipient, the letter itself, and facts that changed since.
/// `first` is the letter before all edits, `draft` after them.
#[must_use]
pub fn before_sending(
    letter: &Letter,
    (first, draft): (&Draft, &Draft),
    case: &Case,
    book: &Book,
    today: Date,
) -> Vec<WeakPoint> {
    let time = last_day(letter, case, book, today);
    let stale = edit::stale(letter, &first.paper, case).into_iter().map(WeakPoint::FactChanged);
    let all = time.into_iter().chain(other_recipient(first, draft, case)).chain(check(draft, case, today));
    let all = all.chain(stale);
    // The clinician's own office adds the records to its letter.
    all.filter(|point| letter.kind != LetterKind::L59 || !matches!(point, WeakPoint::NotEnclosed { .. })).collect()
}

/// The last day for an appeal, once it has passed; a letter that went out already is not late.
fn last_day(letter: &Letter, case: &Case, book: &Book, today: Date) -> Option<WeakPoint> {
    if letter.kind != LetterKind::L01 || !letter.sendings.is_empty() {
        return None;
    }
    let mine = deadlines::of(case, book, today).mine;
    let appeal = mine.iter().find(|deadline| deadline.level == LevelKind::InternalAppeal)?;
    match appeal.standing {
        Standing::Late { since } => Some(WeakPoint::LastDayPassed { day: since, one_stands: false }),
        Standing::BetweenDates { notice_day, rule_day } => {
            Some(WeakPoint::LastDayPassed { day: notice_day.min(rule_day), one_stands: true })
        }
        Standing::Ahead { .. }
        | Standing::Today
        | Standing::PastAim { .. }
        | Standing::Done { .. }
        | Standing::Running { .. }
        | Standing::Due
        | Standing::AskNow { .. }
        | Standing::Overdue { .. }
        | Standing::Unknown => None,
    }
}

/// Whom the papers of the case name, where the person's words name somebody else.
fn other_recipient(first: &Draft, draft: &Draft, case: &Case) -> Option<WeakPoint> {
    let named = addressee(&first.paper, case)?;
    let written = draft.paper.parts.iter().find(|part| part.key == "recipient" && part.edited)?;
    let text = written.block.text(usize::MAX);
    (!named.is_named_in(&text)).then(|| WeakPoint::OtherRecipient { named: named.name() })
}

/// What to look at in the letter itself, in its order.
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
    let enclosed = Enclosed::of(draft);
    for part in parts {
        found.extend(enclosed.lacks(part));
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

/// What the letter lists as enclosed.
struct Enclosed {
    papers: Vec<Number>,
    text: String,
    items: usize,
}

impl Enclosed {
    fn of(draft: &Draft) -> Self {
        let list = draft.paper.parts.iter().find(|part| part.key == "enclosures");
        let lines = list.map(|part| part.block.lines()).unwrap_or_default();
        Self {
            papers: lines.iter().flat_map(|line| line.iter()).filter_map(Span::names_document).collect(),
            text: list.map(|part| part.block.text(usize::MAX)).unwrap_or_default(),
            items: lines.len(),
        }
    }

    /// What a part speaks of as enclosed and the list lacks.
    fn lacks(&self, part: &Part) -> Vec<WeakPoint> {
        if part.key.starts_with("enclosures") {
            return Vec::new();
        }
        let lacks = |words: String| WeakPoint::NotEnclosed { part: part.key.clone(), words };
        let mut found = Vec::new();
        for span in part.block.lines().into_iter().flatten() {
            match span {
                Span::Own(words) => found.extend(self.exhibits(words).map(lacks)),
                Span::Fact(traced) => {
                    let missing = span.names_document().is_some_and(|paper| !self.papers.contains(&paper));
                    if missing && !self.text.contains(traced.text()) {
                        found.push(lacks(traced.text().to_owned()));
                    }
                }
                Span::Plain(_) | Span::Quote(_) | Span::Law { .. } => {}
            }
        }
        found
    }

    /// Words of the person that speak of an exhibit beyond the list, or of any while nothing is enclosed.
    fn exhibits<'a>(&self, words: &'a str) -> impl Iterator<Item = String> + 'a {
        let items = self.items;
        let each: Vec<&str> = words.split_whitespace().map(bare).collect();
        let found: Vec<String> = each
            .iter()
            .enumerate()
            .filter_map(|(at, word)| {
                let lower = word.to_lowercase();
                let number = each.get(at + 1).and_then(|next| next.parse::<usize>().ok());
                let beyond = number.filter(|number| *number > items);
                match (["exhibit", "enclosure", "attachment"].contains(&lower.as_str()), beyond) {
                    (true, Some(number)) => Some(format!("{word} {number}")),
                    _ if items == 0 && ["enclosed", "enclose", "attached", "attach"].contains(&lower.as_str()) => {
                        Some((*word).to_owned())
                    }
                    _ => None,
                }
            })
            .collect();
        found.into_iter()
    }
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
            && month(word).is_some()
            && let Some(day) = written_day(word, day, year)
        {
            found.push(long_day(day));
            words = after;
        } else if word.chars().any(|c| c.is_ascii_digit()) {
            let amount = word.parse::<Cents>().ok().filter(|_| word.contains(['$', '.', ',']));
            let day = || numeric_day(word).map(long_day);
            found.push(amount.map(|cents| cents.to_string()).or_else(day).unwrap_or_else(|| (*word).to_owned()));
        }
    }
    found
}

fn written_day(name: &str, day: &str, year: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month(name)?, day.parse().ok()?)
}

/// The number of a month by its name or the first three letters of it.
fn month(name: &str) -> Option<u32> {
    let is_it = |month: &str| month == name || name.chars().count() == 3 && month.starts_with(name);
    MONTHS.iter().position(|month| is_it(month)).and_then(|at| u32::try_from(at + 1).ok())
}

/// A day in figures, the month first as in the United States, or the year first.
fn numeric_day(word: &str) -> Option<Date> {
    let of = |separator: char| -> Option<[u32; 3]> {
        let numbers: Option<Vec<u32>> = word.split(separator).map(|number| number.parse().ok()).collect();
        numbers?.try_into().ok()
    };
    let month_first = of('/').map(|[month, day, year]| [year, month, day]);
    let [year, month, day] = month_first.or_else(|| of('-'))?;
    Date::new(i32::try_from(year).ok()?, month, day)
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$')
}
