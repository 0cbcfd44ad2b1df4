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

use crate::browser::files;
use crate::civil::Date;
use crate::words;

/// Saves a calendar file, and says what became of it.
fn saved_for_calendar(ics: &str, today: Date) -> String {
    let name = format!("recourse-{today}.ics");
    match files::save(&name, "text/calendar", ics.as_bytes()) {
        Ok(()) => format!("Saved as {name}. Open it to put the dates into your calendar."),
        Err(error) => words::both(&error),
    }
}
