//! Which plays a case may be about, and what in the letter says so. The person chooses.
//!
//! Knows no step. A code that is no denial at all suggests nothing.

use std::collections::BTreeSet;

use super::GENERAL;
use crate::bills;
use crate::case::{Case, PlayId, ReasonCode, Value};
use crate::civil::Date;
use crate::kinds::{Field, Purpose, Timing};
use crate::rulebook::schema::{BillShows, Book, Play, Stage, SuggestsCase};

/// A play that may fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The play.
    pub play: PlayId,
    /// What speaks for it.
    pub because: Vec<Because>,
}

/// What speaks for a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// The notice bears this code.
    Code(ReasonCode),
    /// The reason has these words.
    Phrase(String),
    /// The person said so.
    Timing(Timing),
    /// The day of the care is not after the day of the notice.
    CareBeforeNotice {
        /// The care.
        service: Date,
        /// The notice.
        notice: Date,
    },
    /// The case was opened for what the play is about.
    OpenedFor(Purpose),
    /// The person answered a question.
    Answered {
        /// The question.
        field: Field,
        /// The answer.
        yes: bool,
    },
    /// The person told it.
    Known(Field),
    /// The bill shows it.
    Bill(BillShows),
    /// The code says what the person's share is, and is no denial.
    NotADenial(ReasonCode),
    /// Where the case stands.
    Stands(Stage),
    /// It fits every case.
    Always,
}

/// The plays that may fit, the likeliest first and the general one always last.
#[must_use]
pub fn suggest(case: &Case, book: &Book) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = book
        .plays
        .iter()
        .filter(|play| play.id != GENERAL && may_be(case, play))
        .filter_map(|play| {
            let mut because = codes(case, play);
            because.extend(phrases(case, play));
            because.extend(cases(case, play));
            if because.is_empty() {
                return None;
            }
            because.extend(timing(case, play));
            Some(Suggestion { play: PlayId(play.id.clone()), because })
        })
        .collect();
    found.sort_by_key(|suggestion| std::cmp::Reverse(strength(&suggestion.because)));
    found.push(Suggestion { play: PlayId(GENERAL.to_owned()), because: general(case, book) });
    found
}

/// Whether nothing that is known speaks against the play.
fn may_be(case: &Case, play: &Play) -> bool {
    let suggests = &play.suggests;
    let kind = case.coverage_kind();
    let covered = suggests.coverage.is_empty() || kind.value().is_none_or(|kind| suggests.coverage.contains(kind));
    let timed = suggests.timings.is_empty() || case.timing().is_none_or(|said| suggests.timings.contains(&said));
    covered && timed
}

/// What the letter or the bill says comes before what would fit any case like it. A code says more than a phrase, and the
/// time of the care decides between two plays with the same code.
fn strength(because: &[Because]) -> (bool, bool, bool, usize) {
    let code = because.iter().any(|because| matches!(because, Because::Code(_)));
    let own = because.iter().any(|because| match because {
        Because::Code(_) | Because::Phrase(_) | Because::Answered { .. } | Because::Bill(_) | Because::Stands(_) => {
            true
        }
        // Where the coverage comes from fits every case of that coverage.
        Because::Known(field) => *field != Field::CoverageFrom,
        Because::Timing(_)
        | Because::CareBeforeNotice { .. }
        | Because::OpenedFor(_)
        | Because::NotADenial(_)
        | Because::Always => false,
    });
    let timing = because.iter().any(|because| matches!(because, Because::Timing(_) | Because::CareBeforeNotice { .. }));
    (code, own, timing, because.len())
}

fn codes(case: &Case, play: &Play) -> Vec<Because> {
    let fits = |code: &&ReasonCode| play.suggests.codes.contains(&code.code);
    case.codes().iter().filter(fits).map(|code| Because::Code(code.clone())).collect()
}

/// The first entry whose words all stand in the reason.
fn phrases(case: &Case, play: &Play) -> Option<Because> {
    let reason = case.denial_fact(Field::Reason)?.pick(Value::as_text)?.value.to_lowercase();
    let words: BTreeSet<&str> = words(&reason).collect();
    let phrase = play.suggests.phrases.iter().find(|phrase| self::words(phrase).all(|word| words.contains(word)))?;
    Some(Because::Phrase(phrase.clone()))
}

/// What speaks for the play in a case that no letter has to speak for: the entry that has the most to say.
fn cases(case: &Case, play: &Play) -> Vec<Because> {
    let said = |field: Field, yes: bool| case.yes(field).is_some_and(|fact| fact.value == yes);
    let fits = |entry: &&SuggestsCase| {
        entry.purpose == case.purpose
            && (entry.coverage.is_empty()
                || case.coverage_kind().value().is_some_and(|kind| entry.coverage.contains(kind)))
            && (entry.stage.is_empty() || entry.stage.contains(&super::stage(case)))
            && entry.yes.iter().all(|field| said(*field, true))
            && entry.no.iter().all(|field| said(*field, false))
            && entry.known.iter().all(|field| case.fact(*field).is_some())
            && entry.bill.is_none_or(|what| shows(case, what))
    };
    let speaks = |entry: &SuggestsCase| {
        let answered = |fields: &[Field], yes| {
            fields.iter().map(move |field| Because::Answered { field: *field, yes }).collect::<Vec<_>>()
        };
        let mut because = vec![Because::OpenedFor(entry.purpose)];
        because.extend(entry.coverage.first().map(|_| Because::Known(Field::CoverageFrom)));
        because.extend(entry.stage.first().map(|_| Because::Stands(super::stage(case))));
        because.extend(answered(&entry.yes, true));
        because.extend(answered(&entry.no, false));
        because.extend(entry.known.iter().map(|field| Because::Known(*field)));
        because.extend(entry.bill.map(Because::Bill));
        because
    };
    play.suggests.cases.iter().filter(fits).map(speaks).max_by_key(Vec::len).unwrap_or_default()
}

/// Whether the newest bill shows it. Lines that were never put in are not known to be missing from the bill.
fn shows(case: &Case, what: BillShows) -> bool {
    case.bill().is_some_and(|bill| match what {
        BillShows::Questions => bills::questions(case).iter().any(|question| question.statement == bill.number),
        BillShows::NoLines => bill.lines.is_empty() && !bill.totals.is_empty(),
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn timing(case: &Case, play: &Play) -> Option<Because> {
    if play.suggests.timings.is_empty() || case.purpose != Purpose::Denial {
        return None;
    }
    if let Some(said) = case.timing() {
        return Some(Because::Timing(said));
    }
    let day = |field| case.denial_fact(field)?.pick(Value::as_day).map(|fact| fact.value);
    let (service, notice) = (day(Field::ServiceDate)?, day(Field::NoticeDate)?);
    let given = service <= notice && play.suggests.timings.contains(&Timing::PostService);
    given.then_some(Because::CareBeforeNotice { service, notice })
}

fn general(case: &Case, book: &Book) -> Vec<Because> {
    let share = |code: &&ReasonCode| book.code(&code.code).is_some_and(|entry| entry.not_a_denial);
    let shares = case.codes().iter().filter(share).map(|code| Because::NotADenial(code.clone()));
    shares.chain([Because::Always]).collect()
}
