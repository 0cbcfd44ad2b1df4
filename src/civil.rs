//! Calendar days and times of day. `Date` is a thin type around chrono's `NaiveDate`: chrono does the calendar, we read and
//! print ISO text.
//!
//! Knows no clock and no time zone. The build script compiles this file too, so it knows only serde, chrono and thiserror.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day on the calendar, printed and stored as `2024-07-13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The text is not a day on the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a day on the calendar")]
pub struct NotADate {
    /// The text as given.
    pub text: String,
}

/// A day of the week.
pub use chrono::Weekday;

/// The first and last year that a person may enter; anything else is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl Date {
    /// The day with this year, month (1 to 12) and day of the month, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// December 31 of a year.
    #[must_use]
    pub fn last_of_year(year: i32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, 12, 31).filter(|_| YEARS.contains(&year)).map(Self)
    }

    /// The year, such as 2024.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Whether this is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// This many calendar days later.
    ///
    /// # Panics
    /// Beyond chrono's calendar (the year 262142), which no amount in the rulebook reaches.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.checked_add_days(Days::new(u64::from(days))).expect("years stay small"))
    }

    /// This many calendar days earlier.
    ///
    /// # Panics
    /// Beyond chrono's calendar, which no amount in the rulebook reaches.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.checked_sub_days(Days::new(u64::from(days))).expect("years stay small"))
    }

    /// The same day number this many months later, or `None` when that month has no such day.
    #[must_use]
    pub fn same_day_after_months(self, months: u32) -> Option<Self> {
        let last = self.last_day_after_months(months);
        (last.day() == self.day()).then_some(last)
    }

    /// The same day number this many months later, or the last day of a shorter month.
    ///
    /// # Panics
    /// Beyond chrono's calendar, which no amount in the rulebook reaches.
    #[must_use]
    pub fn last_day_after_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).expect("years stay small"))
    }

    /// Days from this day to `later`; negative when `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }
}

/// A time of day on the wall, to the minute, printed and stored as `17:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// After midnight, and less than a day.
    minutes: u32,
}

/// The text is not a time of day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a time of day such as 17:30")]
pub struct NotATime {
    /// The text as given.
    pub text: String,
}

/// Minutes in an hour.
const HOUR: u32 = 60;
/// Hours in a day.
const DAY: u32 = 24;

impl Time {
    /// Noon.
    pub const NOON: Self = Self { minutes: 12 * HOUR };

    /// The time with this hour (0 to 23) and minute (0 to 59), if the clock shows it.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        (hour < DAY && minute < HOUR).then_some(Self { minutes: hour * HOUR + minute })
    }

    /// A time of day as people write it: `5:30 pm`, `5 p.m.`, `17:30`, `noon`. `None` for anything else, and for `5:30` alone,
    /// which could be either half of the day.
    #[must_use]
    pub fn as_people_write_it(text: &str) -> Option<Self> {
        let lower: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if lower == "noon" {
            return Some(Self::NOON);
        }
        let (clock, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
            (Some(clock), _) => (clock, Some(0)),
            (None, Some(clock)) => (clock, Some(12)),
            (None, None) => (lower.as_str(), None),
        };
        let (hour, minute) = clock.split_once(':').unwrap_or((clock, "00"));
        let number = |part: &str, most: usize| {
            let plain = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok())?
        };
        let (hour, minute) = (number(hour, 2)?, number(minute, 2).filter(|_| minute.len() == 2)?);
        match half {
            Some(half) if (1..=12).contains(&hour) => Self::new(hour % 12 + half, minute),
            // Only what no clock of twelve hours shows is clear without its half.
            None if clock.contains(':') && (hour == 0 || hour > 12) => Self::new(hour, minute),
            Some(_) | None => None,
        }
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u32 {
        self.minutes / HOUR
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u32 {
        self.minutes % HOUR
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl FromStr for Time {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let number = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok())?
        };
        let parts = text.split_once(':').and_then(|(hour, minute)| number(hour).zip(number(minute)));
        parts.and_then(|(hour, minute)| Self::new(hour, minute)).ok_or_else(|| NotATime { text: text.to_owned() })
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        // By hand: chrono reads and prints every form of a date there is, and would bring all of that into the first load.
        let mut parts = text.split('-').map(|part| (part.len(), part));
        let mut number = |figures: usize| {
            let (length, part) = parts.next()?;
            let plain = length == figures && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok())?
        };
        let day = number(4).zip(number(2)).zip(number(2));
        day.filter(|_| parts.next().is_none())
            .and_then(|((year, month), day)| Self::new(i32::try_from(year).ok()?, month, day))
            .ok_or_else(|| NotADate { text: text.to_owned() })
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a test writes real days")
    }

    #[test]
    fn a_day_prints_as_it_was_read() {
        assert_eq!(day("2028-02-29").to_string(), "2028-02-29");
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_refused() {
        for text in [
            "2027-02-29",
            "2024-13-01",
            "24-01-01",
            "2024-1-1",
            "2024-+1-01",
            "2024-01-01-",
            "2024-01",
            "2024/01/01",
            "0204-01-01",
            "2024-01-01 ",
            "",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn months_are_months() {
        assert_eq!(day("2026-10-29").same_day_after_months(4), None);
        assert_eq!(day("2026-10-29").last_day_after_months(4), day("2027-02-28"));
        assert_eq!(day("2026-03-31").same_day_after_months(4), Some(day("2026-07-31")));
    }

    #[test]
    fn one_hundred_and_eighty_days_from_a_leap_january() {
        assert_eq!(day("2024-01-15").plus_days(180), day("2024-07-13"));
        assert_eq!(day("2024-01-15").days_until(day("2024-07-13")), 180);
    }
}
