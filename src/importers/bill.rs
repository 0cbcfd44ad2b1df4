//! Reads the pasted text of a bill, an explanation of benefits, a receipt or an estimate into a draft, each value with the
//! exact words that it came from.
//!
//! Proposes, never decides: what could be something else says so. Corrects no total, knows no law and no list of codes.

mod amount;
mod code;
mod facts;
mod kind;
mod labels;
mod rows;
mod table;
mod totals;

use std::ops::Range;

use super::days::{self, Unsure};
use super::sheet::Sheet;
use crate::case::change::{FIELD_LIMIT, TEXT_LIMIT};
use crate::case::statement::{ClaimNotes, LINE_LIMIT};
use crate::case::{Detail, Part, Value};
use crate::civil::Date;
use crate::kinds::{Field, StatementKind, TotalKind};
use crate::money::Cents;

/// What was read from a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What the paper is; nothing when it is no bill.
    pub kind: Option<Read<StatementKind>>,
    /// Who sent it, who the patient is, its numbers and dates; each field at most once.
    pub finds: Vec<Find>,
    /// The days of service that the paper names outside its lines.
    pub service: Vec<Read<Days>>,
    /// Its lines in the order printed.
    pub lines: Vec<Line>,
    /// Its totals in the order printed.
    pub totals: Vec<Total>,
    /// Amounts of which the paper does not say what they are.
    pub unplaced: Vec<Read<Cents>>,
    /// What an explanation of benefits says of the claim as a whole.
    pub claim: ClaimNotes,
    /// What the person should know about the reading.
    pub warnings: Vec<Warning>,
}

/// A value with the words that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<T> {
    /// What it says.
    pub value: T,
    /// The words, exactly as they stand in the text.
    pub words: String,
    /// Where they stand, in bytes.
    pub at: Range<usize>,
    /// Why it must be asked by itself.
    pub doubt: Option<Doubt>,
}

/// A fact found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// Which fact.
    pub field: Field,
    /// What it says.
    pub read: Read<Value>,
}

/// A day of service, or a span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Days {
    /// One day.
    One(Date),
    /// From one day to a later one.
    Span {
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
    },
}

/// A line of the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its own day, if it prints one.
    pub on: Option<Read<Date>>,
    /// The code without its system's name.
    pub code: Option<Read<String>>,
    /// What the service was.
    pub what: Option<Read<String>>,
    /// What the lines below it add.
    pub more: Option<Read<String>>,
    /// How many.
    pub units: Option<Read<u32>>,
    /// What was charged.
    pub billed: Option<Read<Cents>>,
    /// What the plan allows.
    pub allowed: Option<Read<Cents>>,
    /// What the plan paid.
    pub plan_paid: Option<Read<Cents>>,
    /// What is left to the patient.
    pub share: Option<Read<Cents>>,
    /// Further amounts, each kind once.
    pub parts: Vec<(Part, Read<Cents>)>,
    /// What else the line says; further amounts stand in `parts`, with their words.
    pub detail: Detail,
    /// All words of the line, with those of the lines that go on with it.
    pub words: String,
    /// Where they stand, in bytes.
    pub at: Range<usize>,
}

/// A total as printed. What is taken off is positive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Of what.
    pub kind: TotalKind,
    /// How much.
    pub amount: Read<Cents>,
}

/// Why a value must be asked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// A date such as 02/03/2026, read month first.
    MonthOrDay,
    /// A date such as 15/01/2026, which can only be day first.
    DayFirst,
    /// The paper holds several that are equally likely.
    Several,
    /// It may be something else.
    Role,
    /// Nothing says what it is; it stands where such a thing usually stands.
    Place,
    /// It is not clear under which column it stands.
    Column,
}

/// What the person should know about a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// The text is no bill, explanation of benefits, receipt or estimate.
    NotABill,
    /// Nothing in it is about health care.
    NotHealth,
    /// It does not say what it is.
    KindUnclear,
    /// It does not say who sent it.
    NoSender,
    /// It does not name the patient.
    NoPatient,
    /// It does not say when the care was given.
    NoServiceDate,
    /// It lists no services.
    NoLines,
    /// It does not say what is to be paid.
    NoAmountDue,
    /// Some lines print no charge, or it is not clear which amount is the charge.
    LinesWithoutCharge,
    /// It prints amounts without saying what they are.
    AmountsUnplaced,
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is nothing to read.
    #[error("the text is empty")]
    Empty,
    /// The text is too long.
    #[error("the text has {length} characters, more than {limit}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// More lines and totals than a statement takes.
    #[error("{lines} lines, more than {limit}")]
    TooManyLines {
        /// Lines and totals found.
        lines: usize,
        /// Lines and totals allowed.
        limit: usize,
    },
}

/// Reads the text of a bill.
///
/// # Errors
/// When there is no text, more of it than a document takes, or more lines than a statement takes.
pub fn read(text: &str) -> Result<Draft, Error> {
    let length = text.chars().count();
    if length > TEXT_LIMIT {
        return Err(Error::TooLong { length, limit: TEXT_LIMIT });
    }
    let sheet = Sheet::new(text);
    if sheet.words.is_empty() {
        return Err(Error::Empty);
    }
    let page = Page::new(&sheet);
    let labels = labels::all(&page);
    let rows::Rows { lines, totals, unplaced } = rows::read(&page, &labels);
    let rows = lines.len() + totals.len();
    if rows > LINE_LIMIT {
        return Err(Error::TooManyLines { lines: rows, limit: LINE_LIMIT });
    }
    let Some(kind) = kind::of(&page, &lines, &totals) else {
        return Ok(Draft { warnings: vec![Warning::NotABill], ..Draft::default() });
    };
    let totals = totals::settle(totals, &lines, kind.value);
    let finds = facts::all(&page, &labels, kind.value);
    let service = facts::service(&page, &labels);
    let mut draft = Draft { kind: Some(kind), finds, service, lines, totals, unplaced, ..Draft::default() };
    draft.warnings = draft.warned(&page);
    Ok(draft)
}

/// What a column with this name holds; `name` is in small letters.
pub(super) fn column_named(name: &str) -> Option<super::csv::Holds> {
    table::holds(name)
}

impl<T> Read<T> {
    /// The value, if nothing about it must be asked.
    pub fn sure(&self) -> Option<&T> {
        if self.doubt.is_none() { Some(&self.value) } else { None }
    }

    /// The same, with nothing left to ask: the person said that it is so.
    #[must_use]
    pub fn confirmed(self) -> Self {
        Self { doubt: None, ..self }
    }

    fn map<U>(&self, f: impl FnOnce(&T) -> U) -> Read<U> {
        Read { value: f(&self.value), words: self.words.clone(), at: self.at.clone(), doubt: self.doubt }
    }
}

impl Days {
    /// The first day.
    #[must_use]
    pub fn first(self) -> Date {
        match self {
            Self::One(day) | Self::Span { first: day, .. } => day,
        }
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            Self::One(day) | Self::Span { last: day, .. } => day,
        }
    }
}

impl Draft {
    /// What was found for a field.
    #[must_use]
    pub fn find(&self, field: Field) -> Option<&Read<Value>> {
        self.finds.iter().find(|find| find.field == field).map(|find| &find.read)
    }

    /// The totals of a kind, in the order printed.
    pub fn totals(&self, kind: TotalKind) -> impl Iterator<Item = &Read<Cents>> {
        self.totals.iter().filter(move |total| total.kind == kind).map(|total| &total.amount)
    }

    /// The day of a line: its own; else that of the paper, when the paper gives a single day.
    #[must_use]
    pub fn day_of(&self, line: &Line) -> Option<Read<Date>> {
        line.on.clone().or_else(|| self.single_day())
    }

    /// The day of service, when the paper gives a single one, here and in its lines.
    #[must_use]
    pub fn single_day(&self) -> Option<Read<Date>> {
        let [read] = self.service.as_slice() else { return None };
        let Days::One(day) = read.value else { return None };
        let other = self.lines.iter().any(|line| line.on.as_ref().is_some_and(|on| on.value != day));
        (!other).then(|| read.map(|_| day))
    }

    /// The draft with nothing left to ask: the person looked at all of it and said that it is so.
    #[must_use]
    pub fn confirmed(mut self) -> Self {
        self.kind = self.kind.map(Read::confirmed);
        self.finds.iter_mut().for_each(|find| find.read.doubt = None);
        self.service.iter_mut().for_each(|read| read.doubt = None);
        self.totals.iter_mut().for_each(|total| total.amount.doubt = None);
        self.lines = self.lines.into_iter().map(Line::confirmed).collect();
        self
    }

    fn warned(&self, page: &Page) -> Vec<Warning> {
        let kind = self.kind.as_ref();
        let asks = match kind.map(|kind| kind.value) {
            Some(StatementKind::Bill | StatementKind::Eob) => true,
            Some(StatementKind::Receipt | StatementKind::Estimate) | None => false,
        };
        let lacks = |field| self.find(field).is_none();
        let no_charge = |line: &Line| line.billed.as_ref().is_none_or(|billed| billed.doubt.is_some());
        [
            (!kind::is_health(page, &self.lines), Warning::NotHealth),
            (kind.is_some_and(|kind| kind.doubt.is_some()), Warning::KindUnclear),
            (lacks(Field::Biller) && lacks(Field::Insurer), Warning::NoSender),
            (lacks(Field::Patient), Warning::NoPatient),
            (self.service.is_empty() && self.lines.iter().all(|line| line.on.is_none()), Warning::NoServiceDate),
            (self.lines.is_empty(), Warning::NoLines),
            (asks && self.totals(TotalKind::AmountDue).next().is_none(), Warning::NoAmountDue),
            (self.lines.iter().any(no_charge), Warning::LinesWithoutCharge),
            (!self.unplaced.is_empty(), Warning::AmountsUnplaced),
        ]
        .into_iter()
        .filter_map(|(so, warning)| so.then_some(warning))
        .collect()
    }
}

impl Line {
    /// The line with nothing left to ask.
    #[must_use]
    pub fn confirmed(self) -> Self {
        Self {
            on: self.on.map(Read::confirmed),
            code: self.code.map(Read::confirmed),
            what: self.what.map(Read::confirmed),
            more: self.more.map(Read::confirmed),
            units: self.units.map(Read::confirmed),
            billed: self.billed.map(Read::confirmed),
            allowed: self.allowed.map(Read::confirmed),
            plan_paid: self.plan_paid.map(Read::confirmed),
            share: self.share.map(Read::confirmed),
            parts: self.parts.into_iter().map(|(part, read)| (part, read.confirmed())).collect(),
            detail: self.detail,
            words: self.words,
            at: self.at,
        }
    }

    /// What the line and those below it say the service was; may be empty.
    #[must_use]
    pub fn said(&self) -> String {
        let parts = [&self.what, &self.more].into_iter().flatten().map(|read| read.value.as_str());
        parts.collect::<Vec<_>>().join("; ")
    }
}

impl From<Unsure> for Doubt {
    fn from(unsure: Unsure) -> Self {
        match unsure {
            Unsure::MonthOrDay => Self::MonthOrDay,
            Unsure::DayFirst => Self::DayFirst,
        }
    }
}

/// A text with its days: what all parts of the reader look at.
struct Page<'s, 't> {
    sheet: &'s Sheet<'t>,
    /// The days in the order of the text. Where the paper itself shows that it prints the month first, no doubt is left.
    days: Vec<days::Day>,
}

impl<'s, 't> Page<'s, 't> {
    fn new(sheet: &'s Sheet<'t>) -> Self {
        let mut days = days::all(sheet);
        let day_first = days.iter().any(|day| day.unsure == Some(Unsure::DayFirst));
        let month_first = days.iter().any(|day| day.unsure.is_none() && is_month_first(sheet.key(day.words.start)));
        if month_first && !day_first {
            for day in &mut days {
                day.unsure = None;
            }
        }
        Self { sheet, days }
    }

    /// The days that begin within these words.
    fn days_in(&self, words: &Range<usize>) -> &[days::Day] {
        let start = self.days.partition_point(|day| day.words.start < words.start);
        let end = self.days.partition_point(|day| day.words.start < words.end);
        self.days.get(start..end).unwrap_or_default()
    }

    /// The day that begins at this word.
    fn day_at(&self, word: usize) -> Option<&days::Day> {
        self.days_in(&(word..word + 1)).first()
    }

    /// A value read from some words, without the punctuation around them.
    fn read<T>(&self, words: &Range<usize>, value: T) -> Read<T> {
        self.read_at(self.sheet.trimmed(words), value)
    }

    fn read_at<T>(&self, at: Range<usize>, value: T) -> Read<T> {
        Read { value, words: self.sheet.verbatim(&at).to_owned(), at, doubt: None }
    }

    /// The words themselves as a value; nothing if they are only marks, or more than a field takes.
    fn text(&self, words: &Range<usize>) -> Option<Read<String>> {
        let at = self.sheet.trimmed(words);
        let value = self.sheet.folded(&at);
        let says = value.chars().any(char::is_alphanumeric) && value.len() <= FIELD_LIMIT;
        says.then(|| self.read_at(at, value))
    }

    /// The text of these words in small letters, one space between words.
    fn keys(&self, words: &Range<usize>) -> String {
        let keys = words.clone().map(|at| self.sheet.key(at)).filter(|key| !key.is_empty());
        keys.collect::<Vec<_>>().join(" ")
    }
}

/// Whether a day in figures can only be month first, such as `01/15/2024`.
fn is_month_first(key: &str) -> bool {
    let parts: Vec<&str> = key.split(['/', '-', '.']).take(3).collect();
    let [first, second, _] = parts.as_slice() else { return false };
    let number = |part: &str| part.parse::<u32>().ok();
    first.len() <= 2 && number(first).is_some_and(|month| month <= 12) && number(second).is_some_and(|day| day > 12)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
