//! The only code that reads the clock. Everything else is told what day it is.
#![expect(clippy::disallowed_methods, reason = "the clock's home")]

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;

use super::shelf::Local;
use crate::case::CaseId;
use crate::civil::Date;
use crate::storage::{self, saving};
use crate::words::agenda::Stamp;

/// Today where the person is.
///
/// # Panics
/// Never. A clock that shows a year before 1900 or after 2199 is taken for the nearest day that has a [`Date`].
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(i32::MAX);
    let nearest = || if year < 2000 { Date::new(1900, 1, 1) } else { Date::new(2199, 12, 31) };
    Date::new(year, now.get_month() + 1, now.get_date()).or_else(nearest).expect("both are on the calendar")
}

/// This moment.
#[must_use]
pub fn stamp() -> Stamp {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of any day on the calendar fit")]
    let milliseconds = js_sys::Date::now() as i64;
    Stamp(milliseconds.div_euclid(1_000))
}

/// A name for a new case: the millisecond of its opening, or the next one that is free on the shelf and was not given
/// by this tab. No random number is needed, since a name only has to differ from the others on this device.
#[must_use]
pub fn fresh_id() -> CaseId {
    thread_local! {
        static NEXT: Cell<u64> = const { Cell::new(0) };
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 are whole and fit; a clock before 1970 gives 0"
    )]
    let milliseconds = js_sys::Date::now() as u64;
    let from = NEXT.get().max(milliseconds);
    NEXT.set(from + 1);
    storage::fresh_id(from, |id| saving::is_here(&Local, id).unwrap_or(false))
}

/// Tells when the day has changed under an open page, until it is dropped.
pub struct DayWatch {
    _shown: Option<EventListener>,
    _every_minute: Interval,
}

/// Calls back once for each new day: within a minute of midnight, or when a sleeping page is looked at again.
#[must_use]
pub fn on_new_day(told: impl Fn(Date) + 'static) -> DayWatch {
    let last = Cell::new(today());
    let look = Rc::new(move || {
        let day = today();
        if last.replace(day) != day {
            told(day);
        }
    });
    let again = Rc::clone(&look);
    let document = web_sys::window().and_then(|window| window.document());
    DayWatch {
        _shown: document.map(|document| EventListener::new(&document, "visibilitychange", move |_| look())),
        _every_minute: Interval::new(60_000, move || again()),
    }
}
