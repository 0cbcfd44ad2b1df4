//! Which letters went out and were not answered yet, and when to ask again.

use super::frame::DAYS_TO_ANSWER;
use crate::case::{Case, EventKind, Letter, Number, Sending};
use crate::civil::Date;
use crate::deadlines;
use crate::kinds::LetterKind;
use crate::rulebook::{Book, LevelKind};

/// A letter whose answer is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The letter's number.
    pub letter: Number,
    /// Which letter.
    pub kind: LetterKind,
    /// The last day on which it was sent.
    pub sent: Date,
    /// When to ask again.
    pub by: By,
}

/// The day on which to ask again, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The law's last day for their answer.
    Law(Date),
    /// The day that the letter asks for.
    Asked(Date),
    /// Nobody can say yet.
    Unknown,
}

impl By {
    /// The day, if there is one.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Law(day) | Self::Asked(day) => Some(day),
            Self::Unknown => None,
        }
    }
}

impl Awaited {
    /// Whether an answer ends the wait. How an appeal ended is noted with its outcome.
    #[must_use]
    pub fn takes_an_answer(&self) -> bool {
        self.kind != LetterKind::L01
    }
}

/// The letters whose answer is awaited, the most pressing first.
#[must_use]
pub fn awaited(case: &Case, book: &Book, today: Date) -> Vec<Awaited> {
    let mut found: Vec<Awaited> = case.letters.iter().filter_map(|letter| of(letter, case, book, today)).collect();
    found.sort_by_key(|awaited| (awaited.by.day().is_none(), awaited.by.day()));
    found
}

/// The key under which it is kept that a letter was answered.
#[must_use]
pub fn answered(letter: Number) -> String {
    format!("answer-{}", letter.0)
}

fn of(letter: &Letter, case: &Case, book: &Book, today: Date) -> Option<Awaited> {
    let sent = letter.sendings.iter().max_by_key(|sending| sending.on)?;
    // A confirmation asks for no answer.
    if letter.about_call.is_some() || case.done.get(&answered(letter.number)).is_some_and(|on| *on >= sent.on) {
        return None;
    }
    let by = if letter.kind == LetterKind::L01 {
        if decided_since(case, sent.on) {
            return None;
        }
        by_law(case, book, today).map_or(By::Unknown, By::Law)
    } else {
        By::Asked(asked(sent))
    };
    Some(Awaited { letter: letter.number, kind: letter.kind, sent: sent.on, by })
}

/// The day that the letter asks for: counted from its arrival, and from its sending while nobody knows of that.
fn asked(sending: &Sending) -> Date {
    sending.arrived.unwrap_or(sending.on).plus_days(DAYS_TO_ANSWER)
}

fn decided_since(case: &Case, sent: Date) -> bool {
    case.events.iter().any(|event| match event.what {
        EventKind::Won | EventKind::Lost => event.on >= sent,
        EventKind::Care | EventKind::LetterCame | EventKind::ArrivalConfirmed | EventKind::Other => false,
    })
}

/// The last day of their time for the internal appeal, the latest where it is open which clock applies.
fn by_law(case: &Case, book: &Book, today: Date) -> Option<Date> {
    let theirs = deadlines::of(case, book, today).theirs;
    let appeal = theirs.iter().filter(|deadline| deadline.level == LevelKind::InternalAppeal);
    appeal.filter_map(|deadline| deadline.when.value().map(|when| when.last_end)).max()
}
