//! Business days: neither a weekend nor a federal holiday, by the day on which it falls.
//!
//! A holiday on a Saturday or Sunday moves nothing: counting by an observed Friday or Monday could only push a date later.

use super::civil::{Date, Weekday};
use super::schema::{Book, Holiday, HolidayOn, PresumedMail};

impl Book {
    /// The federal holiday that falls on this very day.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.on.falls_on(day))
    }

    /// Whether this is neither a weekend nor a federal holiday.
    #[must_use]
    pub fn is_business_day(&self, day: Date) -> bool {
        !day.is_weekend() && self.holiday(day).is_none()
    }

    /// This day, or the last business day before it.
    #[must_use]
    pub fn business_day_on_or_before(&self, day: Date) -> Date {
        let mut day = day;
        while !self.is_business_day(day) {
            day = day.minus_days(1);
        }
        day
    }

    /// This day, or the next business day after it.
    #[must_use]
    pub fn business_day_on_or_after(&self, day: Date) -> Date {
        let mut day = day;
        while !self.is_business_day(day) {
            day = day.plus_days(1);
        }
        day
    }

    /// The last of this many business days after `day`; `day` itself is day zero.
    #[must_use]
    pub fn plus_business_days(&self, day: Date, amount: u32) -> Date {
        (0..amount).fold(day, |day, _| self.business_day_on_or_after(day.plus_days(1)))
    }

    /// The first of this many business days before `day`; `day` itself is day zero.
    #[must_use]
    pub fn minus_business_days(&self, day: Date, amount: u32) -> Date {
        (0..amount).fold(day, |day, _| self.business_day_on_or_before(day.minus_days(1)))
    }

    /// Business days after `from`, up to and with `to`.
    #[must_use]
    pub fn business_days_until(&self, from: Date, to: Date) -> u32 {
        let mut days = 0;
        let mut day = from.plus_days(1);
        while day <= to {
            days += u32::from(self.is_business_day(day));
            day = day.plus_days(1);
        }
        days
    }
}

impl PresumedMail {
    /// The day on which the law takes a notice of this date to have come.
    #[must_use]
    pub fn from(self, printed: Date, book: &Book) -> Date {
        if self.business_days { book.plus_business_days(printed, self.days) } else { printed.plus_days(self.days) }
    }
}

impl HolidayOn {
    fn falls_on(self, day: Date) -> bool {
        match self {
            Self::Day { month, day: number } => day.month() == month && day.day() == number,
            Self::Nth { month, nth, weekday } => {
                let last_of_its_kind = day.plus_days(7).month() != month;
                let place = (day.day() - 1) / 7 + 1;
                day.month() == month
                    && number_of(day.weekday()) == weekday
                    && if nth == 5 { last_of_its_kind } else { place == nth }
            }
        }
    }
}

fn number_of(weekday: Weekday) -> u32 {
    weekday.number_from_monday()
}
