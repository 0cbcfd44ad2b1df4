//! Finds facts in the pasted text of a denial letter or an EOB, each with the exact words that it came from.
//!
//! Proposes, never decides: a person confirms. Knows no law and adds nothing that the text does not say.

mod codes;
mod dates;
mod hints;
mod kind;
mod labels;
mod money;
mod people;
mod places;
mod reason;
mod service;
mod window;

use std::ops::Range;

use super::days;
use super::sheet::Sheet;
use crate::case::change::TEXT_LIMIT;
use crate::case::{ReasonCode, Value};
use crate::kinds::Field;
use labels::Hits;
pub(super) use people::is_organization;

/// What was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Facts found, by field; of several for one field the first is the most likely.
    pub finds: Vec<Find>,
    /// Things the text says that help to answer a question, but are no facts.
    pub hints: Vec<Hint>,
    /// What the person should know about the reading.
    pub warnings: Vec<Warning>,
    /// What kind of text this looks like.
    pub kind: Looks,
}

/// A fact found, with the words that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// Which fact.
    pub field: Field,
    /// What it says.
    pub value: Value,
    /// The words, exactly as they stand in the text.
    pub words: String,
    /// Where they stand, in bytes.
    pub at: Range<usize>,
    /// Why it must be asked by itself.
    pub doubt: Option<Doubt>,
}

/// Why a find must be asked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// A date such as 02/03/2026, read month first.
    MonthOrDay,
    /// A date such as 15/01/2026, which can only be day first.
    DayFirst,
    /// The text holds several that are equally likely.
    Several,
    /// It may be something else.
    Role,
    /// The number may not be the one for appeals.
    NotForAppeals,
    /// The window is for an external review, not for an appeal to the plan.
    ForExternalReview,
    /// The window is in business days; it is kept as days.
    BusinessDays,
    /// It may be the day by which to ask so that services go on meanwhile.
    ToKeepServices,
    /// The day of care lies after the date of the notice.
    AfterNotice,
}

/// Something that the text says and that helps to answer a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What about.
    pub about: About,
    /// The words, exactly as they stand in the text.
    pub words: String,
    /// Where they stand, in bytes.
    pub at: Range<usize>,
}

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The text calls itself an explanation of benefits.
    Eob,
    /// The plan pays claims itself: "self-funded", "self-insured".
    SelfFunded,
    /// A company runs the plan for somebody: "administered by", "on behalf of".
    AdministeredBy,
    /// A company carries the risk: "insured by", "underwritten by".
    InsuredBy,
    /// A federal law for employer plans is named: "ERISA", "502(a)".
    Erisa,
    /// The Marketplace is named.
    Marketplace,
    /// Medicaid is named.
    Medicaid,
    /// A Medicare Advantage plan is named.
    MedicareAdvantage,
    /// A Medicare drug plan is named.
    PartD,
    /// Medicare is named.
    Medicare,
    /// The Federal Employees program is named.
    Fehb,
    /// The military's program is named.
    Tricare,
    /// External or independent review is offered.
    ExternalReview,
    /// An expedited appeal is offered.
    Expedited,
    /// Copies of the file are offered.
    FreeCopies,
    /// The stated window counts from receipt.
    CountsFromReceipt,
    /// The stated window counts from the notice or its date.
    CountsFromNotice,
}

/// What the person should know about a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// Nothing in the text is about health care or its payment.
    NotHealth,
    /// About health care, but not a decision: a bill, a receipt, a reminder.
    NotADecision,
    /// No date of the notice was found.
    NoNoticeDate,
    /// No reason was found.
    NoReason,
    /// Two salutations or more: perhaps several letters in one.
    SeveralLetters,
}

/// What kind of text it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A decision of a health plan: a denial or an EOB.
    HealthDecision,
    /// About health care, but no decision.
    HealthPaperOther,
    /// Something else.
    NotHealth,
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
}

/// Reads the text of a letter.
///
/// # Errors
/// When there is no text, or more of it than a document takes.
pub fn read(text: &str) -> Result<Reading, Error> {
    let length = text.chars().count();
    if length > TEXT_LIMIT {
        return Err(Error::TooLong { length, limit: TEXT_LIMIT });
    }
    let sheet = Sheet::new(text);
    if sheet.words.is_empty() {
        return Err(Error::Empty);
    }
    let kind = kind::of(&sheet);
    if kind == Looks::NotHealth {
        return Ok(Reading { finds: Vec::new(), hints: Vec::new(), warnings: vec![Warning::NotHealth], kind });
    }
    let hits = Hits::new(&sheet);
    let mut found = Vec::new();
    let days = days::all(&sheet);
    dates::with_roles(&sheet, &hits, &days, &mut found);
    if kind != Looks::HealthDecision {
        // A bill's date is not the date of a decision.
        for one in found.iter_mut().filter(|one| one.field == Field::NoticeDate) {
            one.doubt = Some(Doubt::Role);
        }
    }
    let blocks = places::blocks(&sheet);
    people::numbers(&sheet, &hits, &mut found);
    people::names(&sheet, &hits, &blocks, kind, &mut found);
    places::addresses(&sheet, &blocks, &mut found);
    places::phones(&sheet, &mut found);
    money::amounts(&sheet, &hits, &mut found);
    codes::all(&sheet, &mut found);
    service::named(&sheet, &hits, &mut found);
    reason::passages(&sheet, &mut found);
    window::stated(&sheet, &mut found);
    hints::timing(&sheet, &mut found);
    let said = hints::all(&sheet, &found);
    let best = ranked(&sheet, found);
    let warnings = warned(&sheet, kind, &best);
    Ok(Reading { finds: best, hints: said, warnings, kind })
}

impl Reading {
    /// What was found for a field, the most likely first.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Find> {
        self.finds.iter().filter(move |find| find.field == field)
    }

    /// The most likely find for a field.
    #[must_use]
    pub fn first(&self, field: Field) -> Option<&Find> {
        self.of(field).next()
    }

    /// The first hint of this kind.
    #[must_use]
    pub fn hint(&self, about: About) -> Option<&Hint> {
        self.hints.iter().find(|hint| hint.about == about)
    }
}

/// The codes of a passage, whatever else it is about: those with their group, and those that are announced as codes. None
/// of a text that is too long for a letter.
pub(super) fn codes(text: &str) -> Vec<ReasonCode> {
    if text.chars().count() > TEXT_LIMIT {
        return Vec::new();
    }
    let mut found = Vec::new();
    codes::reasons(&Sheet::new(text), &mut found);
    let codes = |candidate: Candidate| if let Value::Codes(codes) = candidate.value { codes } else { Vec::new() };
    found.into_iter().flat_map(codes).collect()
}

/// Whether a text looks like a decision of a health plan.
pub(super) fn is_decision(sheet: &Sheet) -> bool {
    kind::of(sheet) == Looks::HealthDecision
}

/// Whether a text is about health care or its payment.
pub(super) fn is_about_health(sheet: &Sheet) -> bool {
    kind::of(sheet) != Looks::NotHealth
}

/// A find before it is ranked.
struct Candidate {
    field: Field,
    value: Value,
    at: Range<usize>,
    /// How sure its role is: 90 a label that leaves no doubt, 70 a usual place, 50 a turn of phrase.
    strength: u8,
    doubt: Option<Doubt>,
}

impl Candidate {
    fn new(field: Field, value: Value, at: Range<usize>, strength: u8) -> Self {
        Self { field, value, at, strength, doubt: None }
    }

    fn doubted(mut self, doubt: Option<Doubt>) -> Self {
        self.doubt = doubt.or(self.doubt);
        self
    }
}

/// The best of each value of each field, the most likely first. Where two are equally likely, the first says so.
/// Words that are nothing but marks ("Dear • )") say nothing and are no find.
fn ranked(sheet: &Sheet, mut found: Vec<Candidate>) -> Vec<Find> {
    found.retain(|candidate| !sheet.folded(&candidate.at).is_empty());
    found.sort_by(|a, b| (a.field, b.strength, a.at.start).cmp(&(b.field, a.strength, b.at.start)));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in found {
        let same_field = kept.iter().rev().take_while(|held| held.field == candidate.field);
        let fits = crate::case::fact::fits(candidate.field, &candidate.value);
        if fits && same_field.clone().count() < 8 && same_field.clone().all(|held| !same(&held.value, &candidate.value))
        {
            kept.push(candidate);
        }
    }
    for at in 1..kept.len() {
        let (before, after) = kept.split_at_mut(at);
        if let (Some(first), Some(second)) = (before.last_mut(), after.first())
            && first.field == second.field
            && first.strength == second.strength
        {
            first.doubt = first.doubt.or(Some(Doubt::Several));
        }
    }
    kept.into_iter()
        .map(|Candidate { field, value, at, doubt, .. }| Find {
            field,
            value,
            words: sheet.verbatim(&at).to_owned(),
            at,
            doubt,
        })
        .collect()
}

/// Whether two values say the same, however they are printed.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => {
            let plain = |text: &str| -> String {
                text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
            };
            plain(a) == plain(b)
        }
        _ => a == b,
    }
}

fn warned(sheet: &Sheet, kind: Looks, finds: &[Find]) -> Vec<Warning> {
    let lacks = |field| finds.iter().all(|find| find.field != field);
    let salutations = (0..sheet.words.len()).filter(|at| sheet.words[*at].opens && sheet.key(*at) == "dear").count();
    let is_decision = kind == Looks::HealthDecision;
    [
        (kind == Looks::HealthPaperOther, Warning::NotADecision),
        (is_decision && lacks(Field::NoticeDate), Warning::NoNoticeDate),
        (is_decision && lacks(Field::Reason), Warning::NoReason),
        (salutations > 1, Warning::SeveralLetters),
    ]
    .into_iter()
    .filter_map(|(so, warning)| so.then_some(warning))
    .collect()
}

#[cfg(test)]
mod tests;
