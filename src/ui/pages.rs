//! One page a route. Pages do not use pages.

pub mod case;
pub mod cases;
pub mod data;
pub mod example;
pub mod guide;
pub mod home;
pub mod intake;
pub mod open_copy;
pub mod urgent;

use crate::browser::{clock, files};
use crate::case::Case;
use crate::civil::Date;
use crate::rulebook;
use crate::words;
use crate::words::agenda::{self, Wanted};

/// Saves the days of these cases as a calendar file, and says what became of it.
fn saved_for_calendar(cases: &[&Case], today: Date, wanted: Wanted) -> String {
    let Some(ics) = agenda::ics(cases, rulebook::book(), today, clock::stamp(), wanted) else {
        return "There is no date yet to put into a calendar.".to_owned();
    };
    let name = format!("recourse-{today}.ics");
    match files::save(&name, "text/calendar", ics.as_bytes()) {
        Ok(()) => format!("Saved as {name}. Open it to put the dates into your calendar."),
        Err(error) => words::both(&error),
    }
}
