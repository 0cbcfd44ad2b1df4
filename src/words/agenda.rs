//! The days of a case for a person's own calendar: one iCalendar file (RFC 5545), by the crate `icalendar`.
//!
//! The crate escapes and folds; it weighs on the pages of the cases only, not on the first load. Each day keeps its UID for as
//! long as the case lives, whatever its date, so that a calendar that reads a second file changes the entry and makes no new
//! one. SEQUENCE is the case's saved revision, which rises with each change; a date that changes because a newer version of
//! the page knows the law better keeps it, and is told by its time stamp alone. What is done is sent along as cancelled while
//! its date is known; of what is gone from the case nothing is known any more, and the person deletes it.
//!
//! A phone shows titles on its lock screen. So a title names the step and not the person or the care, unless asked for.

use chrono::{Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Trigger};

use super::{cases, deadlines as said};
use crate::case::{Call, Case};
use crate::civil::Date;
use crate::deadlines::{Deadline, Deadlines, Side, Standing};
use crate::kinds::Field;
use crate::paper::{long_day, weekday_day};
use crate::rulebook::LevelKind;

/// A day of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Names it within the case, whatever its date.
    pub key: String,
    /// The day.
    pub on: Date,
    /// What is to be done, without names.
    pub title: String,
    /// What more there is to say.
    pub about: String,
    /// Whether it is done, so that a calendar may drop it.
    pub done: bool,
}

/// A case for a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Days<'c> {
    /// The case.
    pub case: &'c Case,
    /// Its two clocks.
    pub dates: &'c Deadlines<'c>,
    /// How often it has been saved.
    pub revision: u64,
}

/// The days of a case from `today` on: its clocks, what was promised in calls, the day that a bill names, the day of care.
#[must_use]
pub fn entries(case: &Case, dates: &Deadlines<'_>, today: Date) -> Vec<Entry> {
    let clocks = dates.mine.iter().chain(&dates.theirs).filter_map(clock);
    let calls = case.calls.iter().flat_map(call);
    let own = [
        (Field::BillDue, "bill-due", "The bill asks to be paid", "The biller\u{2019}s own day. Check the bill first."),
        (
            Field::PlannedFor,
            "planned-care",
            "Care is planned",
            "Look at the approval and the estimate again before it.",
        ),
    ];
    let own = own.into_iter().filter_map(|(field, key, title, about)| {
        Some(entry(key, case.day(field)?.value, title.to_owned(), about.to_owned()))
    });
    clocks.chain(calls.chain(own).filter(|entry| entry.on >= today)).collect()
}

/// One file for these cases. `names` puts the name of the case into the titles.
#[must_use]
pub fn ics(all: &[Days<'_>], names: bool, today: Date) -> String {
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", "-//Recourse//Recourse//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    calendar.name("Recourse");
    for days in all {
        for entry in entries(days.case, days.dates, today) {
            if let Some(event) = event(days, &entry, names, today) {
                calendar.push(event);
            }
        }
    }
    calendar.done().to_string()
}

fn entry(key: impl Into<String>, on: Date, title: String, about: String) -> Entry {
    Entry { key: key.into(), on, title, about, done: false }
}

/// A clock with a date. One that was missed is no day to come, and stays on the page.
fn clock(deadline: &Deadline<'_>) -> Option<Entry> {
    let when = deadline.when.value()?;
    let done = match deadline.standing {
        Standing::Ahead { .. }
        | Standing::Today
        | Standing::PastAim { .. }
        | Standing::BetweenDates { .. }
        | Standing::Running { .. }
        | Standing::Due => false,
        Standing::Done { .. } => true,
        Standing::Late { .. } | Standing::AskNow { .. } | Standing::Overdue { .. } | Standing::Unknown => return None,
    };
    let side = match deadline.side {
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    };
    let law = deadline.rule.map_or("notice", |rule| rule.id.as_str());
    let mut about = vec![format!("{}.", said::title(deadline))];
    match deadline.side {
        Side::Mine if when.last_end == when.aim_for => about.push("This is the last day.".to_owned()),
        Side::Mine => about.push(format!("The last day is {}.", weekday_day(when.last_end))),
        Side::Theirs => about.push("If nothing has come by the end of the day, ask.".to_owned()),
    }
    about.extend(said::assumptions(deadline));
    about.extend(
        deadline
            .sources
            .iter()
            .map(|source| format!("{}, last checked on {}.", source.cite, long_day(source.checked_on))),
    );
    let key = format!("{side}-{}-{law}", level(deadline.level));
    Some(Entry { done, ..entry(key, when.aim_for, title(deadline.side, deadline.level).to_owned(), about.join(" ")) })
}

fn title(side: Side, level: LevelKind) -> &'static str {
    match (side, level) {
        (Side::Mine, LevelKind::FirstDecision) => "Ask about the first decision: aim for today",
        (Side::Mine, LevelKind::InternalAppeal) => "Send the appeal: aim for today",
        (Side::Mine, LevelKind::SecondInternalAppeal) => "Send the second appeal: aim for today",
        (Side::Mine, LevelKind::DrugException) => "Ask for the drug exception: aim for today",
        (Side::Mine, LevelKind::ExternalReview) => "Ask for the outside review: aim for today",
        (Side::Mine, LevelKind::IndependentReview) => "Ask for the independent review: aim for today",
        (Side::Mine, LevelKind::Hearing) => "Ask for the hearing: aim for today",
        (Side::Mine, LevelKind::Council) => "Ask the council or office above: aim for today",
        (Side::Mine, LevelKind::Court) => "Court: see a lawyer before today",
        (Side::Theirs, LevelKind::FirstDecision) => "Their first decision is due",
        (Side::Theirs, LevelKind::InternalAppeal) => "Their answer to the appeal is due",
        (Side::Theirs, LevelKind::SecondInternalAppeal) => "Their answer to the second appeal is due",
        (Side::Theirs, LevelKind::DrugException) => "Their answer on the drug is due",
        (Side::Theirs, LevelKind::ExternalReview) => "The answer of the outside review is due",
        (Side::Theirs, LevelKind::IndependentReview) => "The answer of the independent review is due",
        (Side::Theirs, LevelKind::Hearing) => "The decision after the hearing is due",
        (Side::Theirs, LevelKind::Council) => "The answer of the council or office above is due",
        (Side::Theirs, LevelKind::Court) => "The answer of the court is due",
    }
}

fn call(call: &Call) -> Vec<Entry> {
    let number = call.number.0;
    let reference = if call.reference.is_empty() { String::new() } else { format!(" Reference {}.", call.reference) };
    let about = format!("You called on {}.{reference}", long_day(call.on));
    let again =
        call.follow_up.map(|on| entry(format!("call-{number}-again"), on, "Call again".to_owned(), about.clone()));
    let promised = call.promised_by.map(|on| {
        entry(format!("call-{number}-promised"), on, "Something was promised by today: has it come?".to_owned(), about)
    });
    [again, promised].into_iter().flatten().collect()
}

fn event(days: &Days<'_>, entry: &Entry, names: bool, today: Date) -> Option<Event> {
    let title = if names {
        format!("Recourse: {} ({})", entry.title, cases::name(days.case))
    } else {
        format!("Recourse: {}", entry.title)
    };
    let midnight = Utc.from_utc_datetime(&civil(today)?.and_time(NaiveTime::MIN));
    let uid = format!("{}-{}@recourse.invalid", days.case.id.0, entry.key);
    let mut event = Event::with_uid(&uid);
    event
        .timestamp(midnight)
        .sequence(u32::try_from(days.revision).unwrap_or(u32::MAX))
        .summary(&title)
        .description(&entry.about)
        .all_day(civil(entry.on)?)
        .status(if entry.done { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if !entry.done {
        // At nine in the morning: a week before, the day before, and on the day, which begins at midnight.
        for (name, hours) in [("week", 9 - 7 * 24), ("eve", 9 - 24), ("day", 9)] {
            let mut alarm = Alarm::display(&title, Trigger::after_start(Duration::hours(hours)));
            alarm.uid(&format!("{name}-{uid}")).timestamp(midnight);
            event.alarm(alarm);
        }
    }
    Some(event.done())
}

fn civil(day: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.month(), day.day())
}

fn level(level: LevelKind) -> &'static str {
    match level {
        LevelKind::FirstDecision => "first-decision",
        LevelKind::InternalAppeal => "internal-appeal",
        LevelKind::SecondInternalAppeal => "second-appeal",
        LevelKind::DrugException => "drug-exception",
        LevelKind::ExternalReview => "external-review",
        LevelKind::IndependentReview => "independent-review",
        LevelKind::Hearing => "hearing",
        LevelKind::Council => "council",
        LevelKind::Court => "court",
    }
}
