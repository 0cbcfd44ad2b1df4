//! Hours that really pass, in a time zone of the United States.
//!
//! Only clocks of hours need this. The zones come from `chrono-tz`, cut to those of the United States
//! (`CHRONO_TZ_TIMEZONE_FILTER` in `.cargo/config.toml`); what the page does not call is not in its files.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, LocalResult, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _, Timelike};
use chrono_tz::Tz;

use crate::civil::{Date, Time};
use crate::kinds::TimeZone;

/// A day and, where it is known, the time of day on the wall at the patient's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// The time of day.
    pub time: Option<Time>,
}

/// The text is neither a day nor a day with a time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is neither a day (2026-11-25) nor a day with a time (2026-11-25T17:30)")]
pub struct NotAMoment {
    /// The text as given.
    pub text: String,
}

/// A time zone of the United States.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// The name is not that of a time zone of the United States.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name:?} is not a time zone of the United States")]
pub struct NotAZone {
    /// The name as given.
    pub name: String,
}

impl Moment {
    /// A day whose hour is not known.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self { day, time: None }
    }

    /// Noon of a day.
    #[must_use]
    pub fn noon(day: Date) -> Self {
        Self { day, time: Some(Time::NOON) }
    }

    /// The same time of day on another day.
    #[must_use]
    pub fn at_the_same_time_on(self, day: Date) -> Self {
        Self { day, time: self.time }
    }

    /// So many elapsed hours later, whatever the clocks on the wall do; `None` where the time of day is not known, and
    /// beyond the calendar.
    #[must_use]
    pub fn after_hours(self, hours: u32, zone: Zone) -> Option<Self> {
        self.moved(i64::from(hours), zone)
    }

    /// So many elapsed hours earlier.
    #[must_use]
    pub fn before_hours(self, hours: u32, zone: Zone) -> Option<Self> {
        self.moved(-i64::from(hours), zone)
    }

    fn moved(self, hours: i64, zone: Zone) -> Option<Self> {
        let time = self.time?;
        let day = NaiveDate::from_ymd_opt(self.day.year(), self.day.month(), self.day.day())?;
        let wall = day.and_hms_opt(time.hour(), time.minute(), 0)?;
        let end = zone.instant(wall)?.checked_add_signed(TimeDelta::try_hours(hours)?)?.naive_local();
        let day = Date::new(end.year(), end.month(), end.day())?;
        Some(Self { day, time: Some(Time::new(end.hour(), end.minute())?) })
    }
}

impl From<TimeZone> for Zone {
    fn from(zone: TimeZone) -> Self {
        Self(match zone {
            TimeZone::Atlantic => Tz::America__Puerto_Rico,
            TimeZone::Eastern => Tz::America__New_York,
            TimeZone::Central => Tz::America__Chicago,
            TimeZone::Mountain => Tz::America__Denver,
            TimeZone::Arizona => Tz::America__Phoenix,
            TimeZone::Pacific => Tz::America__Los_Angeles,
            TimeZone::Alaska => Tz::America__Anchorage,
            TimeZone::Aleutian => Tz::America__Adak,
            TimeZone::Hawaii => Tz::Pacific__Honolulu,
            TimeZone::Samoa => Tz::Pacific__Pago_Pago,
            TimeZone::Chamorro => Tz::Pacific__Guam,
        })
    }
}

impl Zone {
    /// The instant at which the clocks on the wall show this. An hour that comes twice is the first one; one that the
    /// clocks leave out is the hour that they show instead.
    fn instant(self, wall: NaiveDateTime) -> Option<chrono::DateTime<Tz>> {
        match self.0.from_local_datetime(&wall) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => Some(instant),
            LocalResult::None => {
                let hour = TimeDelta::try_hours(1)?;
                let before = self.0.from_local_datetime(&wall.checked_sub_signed(hour)?).earliest()?;
                before.checked_add_signed(hour)
            }
        }
    }
}

impl FromStr for Zone {
    type Err = NotAZone;

    fn from_str(name: &str) -> Result<Self, NotAZone> {
        let zone = name.parse::<Tz>().ok().filter(|_| is_of_the_united_states(name));
        zone.map(Self).ok_or_else(|| NotAZone { name: name.to_owned() })
    }
}

/// Whether this is a name of a zone of the United States and its territories: the build may carry more.
fn is_of_the_united_states(name: &str) -> bool {
    const CITIES: [&str; 26] = [
        "America/Adak",
        "America/Anchorage",
        "America/Boise",
        "America/Chicago",
        "America/Denver",
        "America/Detroit",
        "America/Fort_Wayne",
        "America/Indianapolis",
        "America/Juneau",
        "America/Los_Angeles",
        "America/Louisville",
        "America/Menominee",
        "America/Metlakatla",
        "America/New_York",
        "America/Nome",
        "America/Phoenix",
        "America/Puerto_Rico",
        "America/Shiprock",
        "America/Sitka",
        "America/St_Thomas",
        "America/Yakutat",
        "Pacific/Guam",
        "Pacific/Honolulu",
        "Pacific/Midway",
        "Pacific/Pago_Pago",
        "Pacific/Saipan",
    ];
    let regions = ["US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/"];
    CITIES.contains(&name) || regions.iter().any(|region| name.starts_with(region))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{}T{time}", self.day),
            None => write!(f, "{}", self.day),
        }
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let wrong = |_| NotAMoment { text: text.to_owned() };
        let Some((day, time)) = text.split_once('T') else { return text.parse().map(Self::on).map_err(wrong) };
        let day = day.parse().map_err(wrong)?;
        let time = time.parse().map_err(|crate::civil::NotATime { .. }| NotAMoment { text: text.to_owned() })?;
        Ok(Self { day, time: Some(time) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(start: &str, hours: u32, zone: &str) -> String {
        let zone = zone.parse::<Zone>().expect("a zone of the United States");
        let start = start.parse::<Moment>().expect("a test writes real moments");
        start.after_hours(hours, zone).expect("within the calendar").to_string()
    }

    #[test]
    fn three_days_of_hours_end_later_or_earlier_on_the_wall_when_clocks_change() {
        assert_eq!(after("2026-11-25T17:30", 72, "America/New_York"), "2026-11-28T17:30");
        assert_eq!(after("2027-03-12T09:00", 72, "America/New_York"), "2027-03-15T10:00");
        assert_eq!(after("2026-10-30T09:00", 72, "America/Chicago"), "2026-11-02T08:00");
        assert_eq!(after("2027-03-12T09:00", 72, "America/Phoenix"), "2027-03-15T09:00");
        assert_eq!(after("2027-03-12T09:00", 72, "Pacific/Honolulu"), "2027-03-15T09:00");
    }

    #[test]
    fn an_hour_that_the_clocks_leave_out_is_the_one_that_they_show_instead() {
        assert_eq!(after("2027-03-14T02:30", 1, "America/Denver"), "2027-03-14T04:30");
    }

    #[test]
    fn zones_of_other_countries_and_times_that_no_clock_shows_are_refused() {
        for name in ["Europe/Berlin", "America/Toronto", "EST", ""] {
            assert!(name.parse::<Zone>().is_err(), "{name}");
        }
        for text in ["2026-11-25T24:00", "2026-11-25T9:00", "2026-11-25T09:60", "2026-11-25T", "T09:00"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
