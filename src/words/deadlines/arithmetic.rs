//! The arithmetic of a date as sentences, one a step. Knows no number of law: every number comes out of the count.

use super::length;
use crate::case::Window;
use crate::civil::{Date, Weekday};
use crate::deadlines::{Closed, Counted, Deadline, NoticeSays, Start, Started, Step};
use crate::paper::{long_day, time_of_day, weekday_day};
use crate::rulebook::schema::Unit;
use crate::words::fields;

/// The arithmetic of a deadline, a sentence a step.
#[must_use]
pub fn arithmetic(deadline: &Deadline<'_>) -> Vec<String> {
    deadline.when.value().map(|when| when.steps.iter().map(step).collect()).unwrap_or_default()
}

/// One step of the arithmetic as a sentence.
pub(super) fn step(step: &Step) -> String {
    match step {
        Step::Starts(start) => format!("{} That day is not counted.", starts(start)),
        Step::HoursRun(start) => {
            let hour = match start.time {
                Some(at) => format!("The clock runs from {} on that day.", time_of_day(at)),
                None => "The clock runs from the hour at which that was, which is not known here. Note the time, and the hour of its end is worked out.".to_owned(),
            };
            format!("{} {hour}", starts(start))
        }
        Step::HoursEnd { amount, day, time: at, zone, clocks_change } => {
            let change =
                if *clocks_change { " The clocks change on the way, and hours that really pass count." } else { "" };
            format!(
                "{amount} hours, nights and weekends included, end on {} at {}, {}.{change}",
                weekday_day(*day),
                time_of_day(*at),
                fields::time_zone(*zone)
            )
        }
        Step::DayOne { day } => format!("Day one is {}.", long_day(*day)),
        Step::Ends(counted) => ends(*counted),
        Step::ShortMonth { lacks, day } => {
            format!("That month has no day {lacks}, so the date is {}.", long_day(*day))
        }
        Step::Moves { from, closed, to } => format!(
            "{} is {}, and this rule moves the last day to {}.",
            long_day(*from),
            why_closed(closed, *from),
            weekday_day(*to)
        ),
        Step::WholeDays { day } => {
            format!("Without that hour, the last day that is surely in time is {}.", weekday_day(*day))
        }
        Step::SameDay(start) => format!("{} That day itself is the last one.", starts(start)),
        Step::Before { start, last_day } => {
            format!("{} It has to be done before that, so the last day is {}.", starts(start), weekday_day(*last_day))
        }
        Step::OtherReading { event, days, ends } => format!(
            "The form counts in another way: {} before the services end on {}. That is {}.",
            length(Window::Days(*days)),
            long_day(*event),
            weekday_day(*ends)
        ),
        Step::OrLater { day } => {
            format!("The law gives the later of that and the day of the change, {}.", weekday_day(*day))
        }
        Step::LeftOut { days, ends } => format!(
            "The {} between the plan\u{2019}s decision and your request for a hearing are left out, so the last day is {}.",
            length(Window::Days(*days)),
            weekday_day(*ends)
        ),
        Step::AtNoon => "The time ends at noon, by the clock at the place of care.".to_owned(),
        Step::FromPrinted { printed, ends } => format!(
            "The plan may count from the date it printed, {}. That count ends on {}.",
            long_day(*printed),
            weekday_day(*ends)
        ),
        Step::SafeDays { days, day } => format!(
            "To be careful, count {days} days from the date of the letter: they end on {}. That is our own count, and no limit of law.",
            weekday_day(*day)
        ),
        Step::Floor(counted) => format!(
            "Federal law asks every state for more: {} That is later, and the state may see it another way. Do not wait for it.",
            ends(*counted)
        ),
        Step::NoticeSays(says) => notice_says(says),
        Step::Earliest { day } => format!("The earliest of these is {}.", weekday_day(*day)),
        Step::Stays { day, closed } => {
            format!("{} is {}, and nothing moves it to the next open day.", long_day(*day), why_closed(closed, *day))
        }
        Step::AimFor { end, day } if end == day => format!("Aim for {}.", weekday_day(*day)),
        Step::AimFor { end: _, day } => format!("So aim for {}, the last business day before it.", weekday_day(*day)),
    }
}

/// What the notice says of the last day.
fn notice_says(says: &NoticeSays) -> String {
    let day = weekday_day(says.day);
    match (says.window, says.counted_from) {
        (None, _) => format!("The letter itself says {day}."),
        (Some(window), Some(Started::Received)) => {
            format!("The letter itself gives {}; from the day you received it that is {day}.", length(window))
        }
        (
            Some(window),
            None
            | Some(
                Started::Printed
                | Started::Presumed
                | Started::AppealArrived
                | Started::ArrivalConfirmed
                | Started::AppealSent
                | Started::ClaimSent
                | Started::PapersAskedFor
                | Started::LeavesHospital
                | Started::ServicesEnd
                | Started::ChangeStarts
                | Started::Care,
            ),
        ) => format!("The letter itself gives {}; from its date that is {day}.", length(window)),
    }
}

fn starts(start: &Start) -> String {
    let day = long_day(start.day);
    match start.what {
        Started::Received => format!("You received the letter on {day}."),
        Started::Printed => format!("The letter is dated {day}."),
        Started::Presumed => format!("The law takes it that the letter came by {day}, some days after its date."),
        Started::AppealArrived => format!("Your appeal arrived on {day}."),
        Started::ArrivalConfirmed => format!("They confirmed on {day} that your appeal had arrived."),
        Started::AppealSent => format!("You sent your appeal on {day}."),
        Started::ClaimSent => format!("The request or claim reached them or was sent on {day}."),
        Started::PapersAskedFor => format!("You asked for the papers in writing on {day}."),
        Started::LeavesHospital => format!("You are to leave the hospital on {day}, or left it then."),
        Started::ServicesEnd => format!("The services end on {day}."),
        Started::ChangeStarts => format!("The change takes effect on {day}."),
        Started::Care => format!("The care was on {day}."),
    }
}

fn ends(counted: Counted) -> String {
    let Counted { amount, unit, unrolled, .. } = counted;
    let day = weekday_day(unrolled);
    match unit {
        Unit::Days => format!("Day {amount} is {day}."),
        Unit::BusinessDays => format!("Business day {amount} is {day}. Weekends and federal holidays are left out."),
        Unit::Months if amount == 1 => format!("One month ends on {day}."),
        Unit::Months => format!("{amount} months end on {day}."),
        Unit::Years if amount == 1 => format!("One year ends on {day}."),
        Unit::Years => format!("{amount} years end on {day}."),
        Unit::YearEnds => format!("Calendar year {amount} after it ends on {day}."),
        Unit::Hours => {
            format!(
                "Within {amount} hours, nights and weekends included: they end on {day}, at the hour at which they began. This clock counts hours and not calendar days."
            )
        }
    }
}

fn why_closed(closed: &Closed, day: Date) -> String {
    match (closed, day.weekday()) {
        (Closed::Holiday { name }, _) => format!("a federal holiday, {name}"),
        (Closed::Weekend, Weekday::Sat) => "a Saturday".to_owned(),
        (Closed::Weekend, Weekday::Sun) => "a Sunday".to_owned(),
        (Closed::Weekend, Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri) => {
            "a closed day".to_owned()
        }
    }
}
