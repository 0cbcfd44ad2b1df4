//! Counting by a rule: day zero, months, closed days. Knows no case.

use super::hours::Moment;
use super::{NoticeSays, Start};
use crate::civil::{Date, Time};
use crate::kinds::TimeZone;
use crate::rulebook::schema::{ClosedDay, Counts, ShortMonth, Unit};
use crate::rulebook::{Book, Rule};

/// Where a count ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// The end before a closed day moves it.
    pub unrolled: Date,
    /// The last day.
    pub last_day: Date,
    /// The last day that lies wholly before the end. Hours end at the hour at which they began, which is not known here, so
    /// for them it is a day earlier; for all else it is the end before a closed day moves it.
    pub safe: Date,
}

/// Why an office is closed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It is a Saturday or a Sunday.
    Weekend,
    /// It is a federal holiday.
    Holiday {
        /// Its name.
        name: String,
    },
}

/// One step of the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The clock starts.
    Starts(Start),
    /// A clock of hours starts. Where its hour is not known, it runs from some hour of that day.
    HoursRun(Start),
    /// So many hours that really pass end at a time of day.
    HoursEnd {
        /// Hours.
        amount: u32,
        /// The day.
        day: Date,
        /// The time of day.
        time: Time,
        /// The time zone by which it is told.
        zone: TimeZone,
        /// Whether the clocks on the wall change meanwhile, so that it is another time of day than that of the start.
        clocks_change: bool,
    },
    /// The day after the start is day one.
    DayOne {
        /// The day.
        day: Date,
    },
    /// The count ends.
    Ends(Counted),
    /// The month has no such day, so the rule names another.
    ShortMonth {
        /// The day number that the month lacks.
        lacks: u32,
        /// The day by the rule.
        day: Date,
    },
    /// The last day is closed, and the rule moves it.
    Moves {
        /// The closed day.
        from: Date,
        /// Why it is closed.
        closed: Closed,
        /// The next open day.
        to: Date,
    },
    /// The hour of the start is not known, so of a clock of hours only whole days are surely in time.
    WholeDays {
        /// The last of them.
        day: Date,
    },
    /// Federal law asks every state for at least so much; this state's own time ends earlier.
    Floor(Counted),
    /// So many days of a state's time are safe to count on. Our own count, and no limit of law.
    SafeDays {
        /// Days.
        days: u32,
        /// Where they end.
        day: Date,
    },
    /// The last day is the day itself.
    SameDay(Start),
    /// It counts backward, so as to be done before a day.
    Before {
        /// The day.
        start: Start,
        /// The last day before it.
        last_day: Date,
    },
    /// The form words the same time in another way.
    OtherReading {
        /// The event before which it counts.
        event: Date,
        /// Days before it.
        days: u32,
        /// Where it ends.
        ends: Date,
    },
    /// The law gives the later of the count and this day.
    OrLater {
        /// The day.
        day: Date,
    },
    /// Days that the count leaves out.
    LeftOut {
        /// How many.
        days: u32,
        /// The end with them.
        ends: Date,
    },
    /// The days end at noon.
    AtNoon,
    /// The plan may count from the date that it printed.
    FromPrinted {
        /// The date printed.
        printed: Date,
        /// Where that count ends.
        ends: Date,
    },
    /// What the notice says itself.
    NoticeSays(NoticeSays),
    /// The earliest of several readings.
    Earliest {
        /// The day.
        day: Date,
    },
    /// The earliest reading ends on a closed day, and nothing moves it.
    Stays {
        /// The closed day.
        day: Date,
        /// Why it is closed.
        closed: Closed,
    },
    /// The day to aim for.
    AimFor {
        /// The earliest reading.
        end: Date,
        /// The last business day on or before it.
        day: Date,
    },
}

/// Hours in a day.
const DAY: u32 = 24;
/// Months in a year.
const YEAR: u32 = 12;

/// Where a rule's clock ends that starts on `start`; `None` for rules that do not count, or before the book's amounts begin.
///
/// The start is day zero. Hours are elapsed hours; without the hour of the start the last day is the one on which they end
/// at the latest, and no hour is named.
#[must_use]
pub fn count(rule: &Rule, start: Date, book: &Book) -> Option<Counted> {
    let counts = rule.counts.as_ref()?;
    let amount = rule.amount_on(start)?;
    let unrolled = unrolled(counts, amount, start, book);
    let last_day = rolled(counts, unrolled, book);
    let safe = match counts.unit {
        Unit::Hours => start.plus_days(amount / DAY).minus_days(1),
        Unit::Days | Unit::BusinessDays | Unit::Months | Unit::Years | Unit::YearEnds => unrolled,
    };
    Some(Counted { amount, unit: counts.unit, unrolled, last_day, safe })
}

/// A clock of hours that starts at a known hour: where it ends to the minute, and how that was found. `None` for other
/// clocks, and while hour or zone is not known.
pub(super) fn to_the_minute(
    counted: Counted,
    start: &Start,
    zone: Option<TimeZone>,
) -> Option<(Counted, Time, Vec<Step>)> {
    let (time, zone) = start.time.zip(zone).filter(|_| counted.unit == Unit::Hours)?;
    let end = Moment { day: start.day, time: Some(time) }.after_hours(counted.amount, zone.into())?;
    let ends_at = end.time?;
    let day = end.day;
    let steps = vec![
        Step::HoursRun(start.clone()),
        Step::HoursEnd { amount: counted.amount, day, time: ends_at, zone, clocks_change: ends_at != time },
    ];
    Some((Counted { unrolled: day, last_day: day, safe: day, ..counted }, ends_at, steps))
}

/// Where so many units end, before any roll. Hours end at the latest on this day.
pub(super) fn unrolled(counts: &Counts, amount: u32, start: Date, book: &Book) -> Date {
    let months = |months| match counts.short_month {
        ShortMonth::LastDay => start.last_day_after_months(months),
        ShortMonth::FirstOfNext => {
            start.same_day_after_months(months).unwrap_or_else(|| start.last_day_after_months(months).plus_days(1))
        }
    };
    match counts.unit {
        _ if counts.before => back(counts.unit, amount, start, book).unwrap_or(start),
        Unit::Hours => start.plus_days(amount.div_ceil(DAY)),
        Unit::Days => start.plus_days(amount),
        Unit::BusinessDays => book.plus_business_days(start, amount),
        Unit::Months => months(amount),
        Unit::Years => months(amount.saturating_mul(YEAR)),
        Unit::YearEnds => {
            let year = i32::try_from(amount).ok().and_then(|years| start.year().checked_add(years));
            year.and_then(Date::last_of_year).unwrap_or(start)
        }
    }
}

/// That day, or the next open one where the rule moves a closed day.
pub(super) fn rolled(counts: &Counts, day: Date, book: &Book) -> Date {
    match counts.on_closed_day {
        ClosedDay::Stands => day,
        ClosedDay::NextOpenDay => book.business_day_on_or_after(day),
    }
}

/// So many units before a day; `None` for units in which no clock counts backward.
pub(super) fn back(unit: Unit, amount: u32, day: Date, book: &Book) -> Option<Date> {
    match unit {
        Unit::Hours => Some(day.minus_days(amount.div_ceil(DAY))),
        Unit::Days => Some(day.minus_days(amount)),
        Unit::BusinessDays => Some(book.minus_business_days(day, amount)),
        Unit::Months | Unit::Years | Unit::YearEnds => None,
    }
}

/// The steps of that count.
pub(super) fn steps(counts: &Counts, start: &Start, counted: Counted, book: &Book) -> Vec<Step> {
    if counts.same_day {
        return vec![Step::SameDay(start.clone())];
    }
    if counts.before {
        return vec![Step::Before { start: start.clone(), last_day: counted.last_day }];
    }
    let mut steps = vec![match counts.unit {
        Unit::Hours => Step::HoursRun(start.clone()),
        Unit::Days | Unit::BusinessDays | Unit::Months | Unit::Years | Unit::YearEnds => Step::Starts(start.clone()),
    }];
    match counts.unit {
        Unit::Days => steps.push(Step::DayOne { day: start.day.plus_days(1) }),
        Unit::BusinessDays => steps.push(Step::DayOne { day: book.business_day_on_or_after(start.day.plus_days(1)) }),
        Unit::Months | Unit::Years if start.day.day() != counted.unrolled.day() => {
            steps.push(Step::ShortMonth { lacks: start.day.day(), day: counted.unrolled });
        }
        Unit::Months | Unit::Years | Unit::YearEnds | Unit::Hours => {}
    }
    steps.push(Step::Ends(counted));
    if let (true, Some(closed)) = (counted.last_day != counted.unrolled, closed(counted.unrolled, book)) {
        steps.push(Step::Moves { from: counted.unrolled, closed, to: counted.last_day });
    }
    steps
}

/// Whether a clock ends within a day, at an office that is reached on every day: nothing moves it to a business day.
pub(super) fn is_fast(counts: &Counts) -> bool {
    counts.same_day || counts.at.is_some()
}

/// The last steps: from the earliest reading to the day to aim for.
pub(super) fn aim(end: Date, moved: bool, book: &Book) -> (Vec<Step>, Date) {
    let day = book.business_day_on_or_before(end);
    let stays = closed(end, book).filter(|_| !moved).map(|closed| Step::Stays { day: end, closed });
    (stays.into_iter().chain([Step::AimFor { end, day }]).collect(), day)
}

/// Why offices are closed on a day, if they are.
fn closed(day: Date, book: &Book) -> Option<Closed> {
    match book.holiday(day) {
        Some(holiday) => Some(Closed::Holiday { name: holiday.name.clone() }),
        None => day.is_weekend().then_some(Closed::Weekend),
    }
}
