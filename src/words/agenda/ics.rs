//! The calendar file (RFC 5545): each entry as an event that fills its day.
//!
//! Lines are the crate `icalendar`'s, which escapes and folds. Its events are not used: they end a day on the day itself,
//! where the format wants the next one, and their alarms would take the time from a clock and a name from chance.
//!
//! A calendar knows an event again by its UID and takes the one with the higher SEQUENCE. No METHOD stands in the file: it is
//! no invitation, and one file holds what is on and what is called off.

use chrono::{DateTime, Datelike, Timelike};
use icalendar::Property;

use super::{Entry, Rhythm, Rings, Wanted, entries};
use crate::case::Case;
use crate::civil::Date;
use crate::rulebook::Book;
use crate::words::cases;

/// The most octets of a line, its end not counted (RFC 5545, 3.1).
const ROOM: usize = 75;

/// A day begins at midnight; nine in the morning is so far from it.
const WEEK_BEFORE: (&str, &str) = ("-P6DT15H", "In 7 days");
const DAY_BEFORE: (&str, &str) = ("-PT15H", "Tomorrow");
const ON_THE_DAY: (&str, &str) = ("PT9H", "Today");

/// The moment of saving, in seconds since January 1, 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(pub i64);

impl Stamp {
    /// January 1, 2020.
    const FIRST: i64 = 1_577_836_800;

    /// The number by which a calendar tells a newer entry from an older one: seconds since the beginning of 2020, which fits
    /// the format until 2088.
    ///
    /// It is not the saved revision of the case, because an entry changes without the case (a newer book, names in the
    /// titles, another rhythm), and because a copy opened on another device begins its revisions anew. It rises even where
    /// nothing changed, which does no harm. Only a device whose clock was set back gives a lower one.
    ///
    /// # Panics
    /// Never: what is out of range is taken for the nearest number that fits.
    #[must_use]
    pub fn sequence(self) -> u32 {
        u32::try_from(self.0.saturating_sub(Self::FIRST).clamp(0, i64::from(i32::MAX))).expect("clamped to what fits")
    }

    fn utc(self) -> String {
        let at = DateTime::from_timestamp(self.0, 0).unwrap_or_default();
        let (year, month, day) = (at.year(), at.month(), at.day());
        format!("{year:04}{month:02}{day:02}T{:02}{:02}{:02}Z", at.hour(), at.minute(), at.second())
    }
}

/// One file for these cases; `None` where no day is known, for a calendar without an entry is none (RFC 5545, 3.6).
///
/// Equal input gives equal bytes.
#[must_use]
pub fn ics(cases: &[&Case], book: &Book, today: Date, saved: Stamp, wanted: Wanted) -> Option<String> {
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Recourse//Recourse//EN");
    out.line("CALSCALE", "GREGORIAN");
    let mut any = false;
    for case in cases {
        for entry in entries(case, book, today) {
            any = true;
            event(&mut out, case, &entry, today, saved, wanted);
        }
    }
    out.line("END", "VCALENDAR");
    any.then_some(out.text)
}

fn event(out: &mut Lines, case: &Case, entry: &Entry, today: Date, saved: Stamp, wanted: Wanted) {
    let name = if wanted.names { format!(" ({})", cases::name(case)) } else { String::new() };
    let title = format!("Recourse: {}{name}", entry.title);
    out.line("BEGIN", "VEVENT");
    out.line("UID", &format!("{}-{}@recourse.invalid", case.id.0, entry.key));
    out.line("SEQUENCE", &saved.sequence().to_string());
    out.line("DTSTAMP", &saved.utc());
    out.day("DTSTART", entry.on);
    out.day("DTEND", entry.on.plus_days(1));
    out.line("SUMMARY", &title);
    out.line("DESCRIPTION", &entry.about);
    out.line("CLASS", "PRIVATE");
    // It is no appointment: nobody is busy.
    out.line("TRANSP", "TRANSPARENT");
    out.line("STATUS", if entry.over { "CANCELLED" } else { "CONFIRMED" });
    let weeks = repeats(entry, wanted.rhythm);
    if let Some(weeks) = weeks {
        out.line("RRULE", &format!("FREQ=WEEKLY;INTERVAL={weeks};COUNT={}", Rhythm::TIMES));
    }
    // Of what has passed some calendars ring at once.
    if !entry.over && (entry.on >= today || weeks.is_some()) {
        for (trigger, when) in alarms(entry.rings) {
            out.alarm(trigger, &format!("{when}: {title}"));
        }
    }
    out.line("END", "VEVENT");
}

/// Weeks from one reminder to the next.
fn repeats(entry: &Entry, rhythm: Rhythm) -> Option<u32> {
    match entry.rings {
        Rings::InRhythm => rhythm.weeks().filter(|_| !entry.over),
        Rings::Ahead | Rings::OnTheDay => None,
    }
}

fn alarms(rings: Rings) -> &'static [(&'static str, &'static str)] {
    match rings {
        Rings::Ahead => &[WEEK_BEFORE, DAY_BEFORE, ON_THE_DAY],
        Rings::OnTheDay | Rings::InRhythm => &[ON_THE_DAY],
    }
}

/// The file in the making.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A line; what would break it is a space.
    fn line(&mut self, key: &str, value: &str) {
        let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.put(Property::new(key, value));
    }

    fn day(&mut self, key: &str, day: Date) {
        let value = format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
        self.put(Property::new(key, value).add_parameter("VALUE", "DATE").done());
    }

    fn alarm(&mut self, trigger: &str, words: &str) {
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("TRIGGER", trigger);
        self.line("DESCRIPTION", words);
        self.line("END", "VALARM");
    }

    fn put(&mut self, property: Property) {
        let line: String = property.try_into().expect("a text takes every line");
        for folded in line.split_inclusive("\r\n") {
            self.within_room(folded);
        }
    }

    /// The crate forgets the space before the last line of a fold, which can so have an octet too many.
    fn within_room(&mut self, line: &str) {
        let content = line.trim_end_matches("\r\n");
        match content.char_indices().next_back() {
            Some((last, _)) if content.len() > ROOM => {
                let (before, after) = line.split_at(last);
                self.text.push_str(before);
                self.text.push_str("\r\n ");
                self.text.push_str(after);
            }
            Some(_) | None => self.text.push_str(line),
        }
    }
}
