//! Dates, their arithmetic and their standing, in words.
//!
//! Knows no number of law: every number here comes out of a deadline.

use crate::case::Window;
use crate::civil::{Date, Weekday};
use crate::deadlines::{Closed, Counted, Deadline, NoticeSays, Side, Standing, Start, Started, Step, When};
use crate::finding::Finding;
use crate::kinds::{Confidence, Field, Timing};
use crate::paper::{long_day, weekday_day};
use crate::rulebook::schema::Unit;
use crate::rulebook::{LevelKind, Source};

/// The name of a deadline.
#[must_use]
pub fn title(deadline: &Deadline<'_>) -> String {
    match deadline.rule {
        Some(rule) => rule.title.clone(),
        None => format!("{}: the date in your letter", level(deadline.level)),
    }
}

/// The name of a step on the road.
#[must_use]
pub fn level(level: LevelKind) -> &'static str {
    match level {
        LevelKind::FirstDecision => "First decision",
        LevelKind::InternalAppeal => "Internal appeal",
        LevelKind::SecondInternalAppeal => "Second internal appeal",
        LevelKind::DrugException => "Drug exception",
        LevelKind::ExternalReview => "External review",
        LevelKind::Court => "Court",
    }
}

/// Whose clock it is.
#[must_use]
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Mine => "Your clock",
        Side::Theirs => "Their clock",
    }
}

/// How sure we are, on the one scale that people see.
#[must_use]
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Official => "read in the official text",
        Confidence::Reported => "reported by others",
        Confidence::NotConfirmed => "not confirmed",
    }
}

/// How sure we are of a source, and when somebody last looked.
#[must_use]
pub fn checked(source: &Source, today: Date) -> String {
    let sure = confidence(source.confidence);
    let looked = long_day(source.checked_on);
    if source.is_stale(today) {
        format!(
            "{}: {sure}. Last checked on {looked}; it should have been checked again by now, so compare it with the link.",
            source.cite
        )
    } else {
        format!("{}: {sure}. Last checked on {looked}.", source.cite)
    }
}

/// Where a deadline stands today, in a few words.
#[must_use]
pub fn standing(standing: Standing) -> String {
    match standing {
        Standing::Ahead { days_left } | Standing::Running { days_left } => days(days_left),
        Standing::Today => "Today".to_owned(),
        Standing::PastAim { last_day } => format!("Send it now: the last day is {}", weekday_day(last_day)),
        Standing::BetweenDates { notice_day, rule_day } => format!("File today: {}", between(notice_day, rule_day)),
        Standing::Late { since } => format!("The last day was {}", long_day(since)),
        Standing::Done { on } => format!("Sent on {}", long_day(on)),
        Standing::Due => "Their answer is due today".to_owned(),
        Standing::AskNow { since } => format!("Their answer may have been due on {}", long_day(since)),
        Standing::Overdue { since } => format!("Their answer was due on {}", long_day(since)),
        Standing::Unknown => "No date yet".to_owned(),
    }
}

/// Where a deadline stands today, and what to do about it.
#[must_use]
pub fn advice(deadline: &Deadline<'_>) -> String {
    match deadline.standing {
        Standing::Ahead { days_left } => format!("{} until the day to aim for.", days(days_left)),
        Standing::Today => "Today is the day to aim for. Send it in a way that leaves proof.".to_owned(),
        Standing::PastAim { last_day } => format!(
            "The day to aim for has passed, and the last day, {}, has not. Send it now by fax, portal or hand, and keep the proof.",
            weekday_day(last_day)
        ),
        Standing::BetweenDates { notice_day, rule_day } => {
            format!("{}. File today and say so in the letter.", between_sentence(notice_day, rule_day))
        }
        Standing::Late { since } => late(deadline, since),
        Standing::Done { on } => format!("You sent it on {}.", long_day(on)),
        Standing::Running { days_left } => format!("{} until their answer is due.", days(days_left)),
        Standing::Due => "Their answer is due today.".to_owned(),
        Standing::AskNow { since } => format!(
            "If your appeal arrived at once and this clock is the one that applies, their answer was due on {}. Call and ask when it arrived and by which day they will answer.",
            long_day(since)
        ),
        Standing::Overdue { since } => {
            let missed = deadline.rule.map_or("", |rule| rule.if_missed.as_str());
            format!("Their answer was due on {}. {missed}", long_day(since)).trim_end().to_owned()
        }
        Standing::Unknown => unknown(&deadline.when),
    }
}

fn late(deadline: &Deadline<'_>, since: Date) -> String {
    let assumed = match &deadline.when {
        Finding::Assumed { because, .. } if because.contains(&Field::NoticeReceived) => {
            " This was counted from the date printed on the notice. If you received it later, some days may be left."
        }
        Finding::Assumed { .. } | Finding::Certain(_) | Finding::Unknown { .. } => "",
    };
    let missed =
        deadline.rule.map_or("Send it at once, say why it is late, and ask that it be taken.", |rule| &rule.if_missed);
    format!("The last day was {}.{assumed} {missed}", weekday_day(since)).trim_end().to_owned()
}

fn unknown(when: &Finding<When>) -> String {
    match when {
        Finding::Unknown { ask } if ask.contains(&Field::NoticeDate) => {
            "Enter the date printed on the letter; then the last day can be counted.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::StatedLastDay) => {
            "Look in the letter for the last day to appeal and enter it. We know no rule that surely applies to this plan.".to_owned()
        }
        Finding::Unknown { .. } | Finding::Certain(_) | Finding::Assumed { .. } => {
            "No date can be said yet.".to_owned()
        }
    }
}

/// What the date assumes, if anything.
#[must_use]
pub fn assumptions(deadline: &Deadline<'_>) -> Vec<String> {
    let Finding::Assumed { value, because } = &deadline.when else { return Vec::new() };
    let start = value.start.as_ref().and_then(|start| match start.what {
        Started::AppealSent => Some(
            "We do not know when your appeal arrived, so this counts from the day you sent it. It cannot be due earlier.",
        ),
        Started::ArrivalConfirmed => {
            Some("This counts from the day they confirmed that your appeal had arrived. It may be due earlier.")
        }
        Started::Received | Started::Printed | Started::AppealArrived => None,
    });
    start.into_iter().chain(because.iter().map(|field| assumption(*field, deadline))).map(str::to_owned).collect()
}

fn assumption(field: Field, deadline: &Deadline<'_>) -> &'static str {
    match (field, deadline.side) {
        (Field::NoticeReceived, _) => {
            "We do not know when the letter came, so this counts from the date printed on it. That can only be early."
        }
        (Field::NoticeDate, _) => {
            "We do not know the date printed on the letter. The plan may count from it, and then the last day is earlier."
        }
        (Field::Funding, _) if deadline.rule.is_some() => {
            "It is open who pays the claims of this plan. The day is the same either way."
        }
        (Field::Funding | Field::CoverageFrom, _) => {
            "The law that applies depends on the kind of plan, which is not known yet. This is what the letter itself says."
        }
        (Field::Timing, _) => "Which clock runs depends on whether the care was already given.",
        (_, Side::Mine | Side::Theirs) => "This rests on a fact that is not known yet.",
    }
}

/// The arithmetic of a deadline, a sentence a step.
#[must_use]
pub fn arithmetic(deadline: &Deadline<'_>) -> Vec<String> {
    deadline.when.value().map(|when| when.steps.iter().map(step).collect()).unwrap_or_default()
}

/// One step of the arithmetic as a sentence.
#[must_use]
pub fn step(step: &Step) -> String {
    match step {
        Step::Starts(start) => starts(start),
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
        Step::FromPrinted { printed, ends } => format!(
            "The plan may count from the date it printed, {}. That count ends on {}.",
            long_day(*printed),
            weekday_day(*ends)
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
#[must_use]
pub fn notice_says(says: &NoticeSays) -> String {
    let day = weekday_day(says.day);
    match (says.window, says.counted_from) {
        (None, _) => format!("The letter itself says {day}."),
        (Some(window), Some(Started::Received)) => {
            format!("The letter itself gives {}; from the day you received it that is {day}.", length(window))
        }
        (
            Some(window),
            None | Some(Started::Printed | Started::AppealArrived | Started::ArrivalConfirmed | Started::AppealSent),
        ) => format!("The letter itself gives {}; from its date that is {day}.", length(window)),
    }
}

fn starts(start: &Start) -> String {
    let day = long_day(start.day);
    match start.what {
        Started::Received => format!("You received the letter on {day}. That day is not counted."),
        Started::Printed => format!("The letter is dated {day}. That day is not counted."),
        Started::AppealArrived => format!("Your appeal arrived on {day}. That day is not counted."),
        Started::ArrivalConfirmed => {
            format!("They confirmed on {day} that your appeal had arrived. That day is not counted.")
        }
        Started::AppealSent => format!("You sent your appeal on {day}. That day is not counted."),
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
        Unit::Hours => {
            format!("{amount} hours, nights and weekends included, end on {day}, at the hour at which they began.")
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

fn between(notice_day: Date, rule_day: Date) -> String {
    if notice_day < rule_day {
        format!("the letter's date has passed, the law gives until {}", long_day(rule_day))
    } else {
        format!("the law's date has passed, the letter gives until {}", long_day(notice_day))
    }
}

fn between_sentence(notice_day: Date, rule_day: Date) -> String {
    if notice_day < rule_day {
        format!(
            "The letter's date, {}, has passed; the law gives until {}",
            long_day(notice_day),
            weekday_day(rule_day)
        )
    } else {
        format!(
            "The law's date, {}, has passed; the letter gives until {}",
            long_day(rule_day),
            weekday_day(notice_day)
        )
    }
}

/// When a clock applies.
#[must_use]
pub fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::PreService => "If the care has not been given yet",
        Timing::PostService => "If the care was already given",
        Timing::Concurrent => "If approved care is being cut short",
        Timing::Urgent => "If you asked for an urgent decision",
    }
}

fn length(window: Window) -> String {
    match window {
        Window::Days(1) => "1 day".to_owned(),
        Window::Days(days) => format!("{days} days"),
        Window::Months(1) => "1 month".to_owned(),
        Window::Months(months) => format!("{months} months"),
    }
}

fn days(left: u32) -> String {
    if left == 1 { "1 day left".to_owned() } else { format!("{left} days left") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::coverage::{From, Funding};
    use crate::case::fact::Choice;
    use crate::case::{Case, CaseId, Change, Provenance, Value};
    use crate::deadlines::{self, Deadlines};
    use crate::rulebook::book;

    fn day(text: &str) -> Date {
        text.parse().expect("a test writes real days")
    }

    /// The denial of January 15, 2024, of a self-funded plan, with a window in days.
    fn denial(today: &str, window: u32) -> Deadlines<'static> {
        let today = day(today);
        let facts = [
            (Field::CoverageFrom, Value::Choice(Choice::From(From::Work))),
            (Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays))),
            (Field::NoticeDate, Value::Day(day("2024-01-15"))),
            (Field::StatedWindow, Value::Window(Window::Days(window))),
        ];
        let open = Case::open(CaseId("one".to_owned()), today);
        let case = facts.into_iter().fold(open, |case, (field, value)| {
            let learned = Change::Learned { field, value, from: Provenance::Statement { on: today } };
            case.apply(learned, today).expect("the test tells what fits")
        });
        deadlines::of(&case, book(), today)
    }

    #[test]
    fn the_arithmetic_reads_as_somebody_would_say_it() {
        expect_test::expect![[r"
            The letter is dated January 15, 2024. That day is not counted.
            Day one is January 16, 2024.
            Day 180 is Saturday, July 13, 2024.
            The letter itself gives 180 days; from its date that is Saturday, July 13, 2024.
            July 13, 2024 is a Saturday, and nothing moves it to the next open day.
            So aim for Friday, July 12, 2024, the last business day before it."]]
        .assert_eq(&arithmetic(&denial("2024-02-01", 180).mine[0]).join("\n"));
    }

    #[test]
    fn standings_read_as_somebody_would_say_them() {
        let said = |today, window| standing(denial(today, window).mine[0].standing);
        assert_eq!(said("2024-07-01", 180), "11 days left");
        assert_eq!(said("2024-07-11", 180), "1 day left");
        assert_eq!(said("2024-07-12", 180), "Today");
        assert_eq!(said("2024-07-13", 180), "Send it now: the last day is Saturday, July 13, 2024");
        assert_eq!(
            said("2024-04-01", 60),
            "File today: the letter's date has passed, the law gives until July 13, 2024"
        );
        assert_eq!(said("2026-11-23", 180), "The last day was July 13, 2024");
    }

    #[test]
    fn a_late_date_counted_from_the_printed_date_says_that_days_may_be_left() {
        let said = advice(&denial("2024-07-15", 180).mine[0]);
        assert!(said.contains("If you received it later, some days may be left."), "{said}");
        assert!(said.contains("send it at once"), "{said}");
    }

    #[test]
    fn what_is_assumed_is_said() {
        let said = assumptions(&denial("2024-02-01", 180).mine[0]);
        assert_eq!(
            said,
            [
                "We do not know when the letter came, so this counts from the date printed on it. That can only be early."
            ]
        );
    }

    #[test]
    fn a_source_says_how_sure_we_are_and_when_it_was_checked() {
        let rule = book().rule("internal-appeal-window").expect("the book has it");
        let source = book().source(&rule.binds[2].source).expect("the book has it");
        let said = checked(source, day("2026-11-23"));
        assert!(said.ends_with("read in the official text. Last checked on November 23, 2026."), "{said}");
        assert!(checked(source, source.recheck_on).contains("compare it with the link"));
    }
}
