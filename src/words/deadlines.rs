//! Dates, their arithmetic and their standing, in words.
//!
//! Knows no number of law: every number here comes out of a deadline.

mod arithmetic;
pub mod gate;
pub mod pauses;
pub mod step;

use crate::case::Window;
use crate::civil::{Date, Time};
use crate::deadlines::{Deadline, Side, Standing, Started};
use crate::finding::Finding;
use crate::kinds::{Confidence, Field, Timing};
use crate::paper::{long_day, time_of_day, weekday_day};
use crate::rulebook::schema::Unit;
use crate::rulebook::{LevelKind, Source};

pub use arithmetic::arithmetic;

/// The name of a deadline.
#[must_use]
pub fn title(deadline: &Deadline<'_>) -> String {
    match deadline.rule {
        Some(rule) => rule.title.clone(),
        None if deadline.level == LevelKind::SecondInternalAppeal => {
            "Second internal appeal, if your plan has one: the date in your letter".to_owned()
        }
        None => {
            let name = deadline.step.map_or_else(|| level(deadline.level), |step| step.name.as_str());
            format!("{name}: the date in your letter")
        }
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
        LevelKind::IndependentReview => "Independent review",
        LevelKind::Hearing => "Hearing",
        LevelKind::Council => "Review after the hearing",
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
    let only_if = match (deadline.side, deadline.level) {
        (Side::Mine, LevelKind::SecondInternalAppeal) if deadline.rule.is_none() => {
            "Only if your plan has one; the letter of decision gives the time. "
        }
        (
            Side::Mine | Side::Theirs,
            LevelKind::SecondInternalAppeal
            | LevelKind::FirstDecision
            | LevelKind::InternalAppeal
            | LevelKind::DrugException
            | LevelKind::ExternalReview
            | LevelKind::IndependentReview
            | LevelKind::Hearing
            | LevelKind::Council
            | LevelKind::Court,
        ) => "",
    };
    let hours = hours(deadline).or_else(|| noon(deadline)).map(|said| format!(" {said}")).unwrap_or_default();
    format!("{only_if}{}{hours}", what_to_do(deadline))
}

fn what_to_do(deadline: &Deadline<'_>) -> String {
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
        Standing::Running { days_left } => format!("{} until {}.", days(days_left), is_due(deadline)),
        Standing::Due => format!("Today {}.", is_due(deadline)),
        Standing::AskNow { since } => ask_now(deadline, since),
        Standing::Overdue { since } => {
            let missed = deadline.rule.map_or("", |rule| rule.if_missed.as_str());
            format!("Their answer was due on {}. {missed}", long_day(since)).trim_end().to_owned()
        }
        Standing::Unknown => unknown(deadline),
    }
}

/// What starts their clock.
fn started(deadline: &Deadline<'_>) -> Option<Started> {
    deadline.when.value().and_then(|when| when.start.as_ref()).map(|start| start.what)
}

fn is_due(deadline: &Deadline<'_>) -> &'static str {
    match started(deadline) {
        Some(Started::ClaimSent) => "their decision is due",
        Some(Started::PapersAskedFor) => "the papers are due",
        Some(
            Started::Received
            | Started::Printed
            | Started::Presumed
            | Started::AppealArrived
            | Started::ArrivalConfirmed
            | Started::AppealSent
            | Started::LeavesHospital
            | Started::ServicesEnd
            | Started::ChangeStarts
            | Started::Care,
        )
        | None => "their answer is due",
    }
}

fn ask_now(deadline: &Deadline<'_>, since: Date) -> String {
    let since = long_day(since);
    match started(deadline) {
        Some(Started::ClaimSent) => format!(
            "If the request or claim reached them on the day you gave and this clock is the one that applies, their decision was due on {since}. Call and ask when it arrived and by which day they will decide."
        ),
        Some(Started::PapersAskedFor) => format!(
            "If your letter went to the plan administrator, the papers were due on {since}. Ask the administrator again in writing, and keep the proof."
        ),
        Some(
            Started::Received
            | Started::Printed
            | Started::Presumed
            | Started::AppealArrived
            | Started::ArrivalConfirmed
            | Started::AppealSent
            | Started::LeavesHospital
            | Started::ServicesEnd
            | Started::ChangeStarts
            | Started::Care,
        )
        | None => format!(
            "If your appeal arrived at once and this clock is the one that applies, their answer was due on {since}. Call and ask when it arrived and by which day they will answer."
        ),
    }
}

/// For a clock of hours that still runs: that it is no calendar day.
fn hours(deadline: &Deadline<'_>) -> Option<String> {
    let counted = deadline.when.value()?.by_rule.filter(|counted| counted.unit == Unit::Hours)?;
    match deadline.standing {
        Standing::Running { .. } | Standing::Due => Some(match deadline.when.value().and_then(|when| when.at) {
            Some(at) => format!(
                "It is due within {} hours, and not by the end of a day: by {} on {}.",
                counted.amount,
                time_of_day(at),
                weekday_day(counted.last_day)
            ),
            None => format!(
                "It is due within {} hours, and not by the end of a day: on {} at the hour at which they got it.",
                counted.amount,
                weekday_day(counted.last_day)
            ),
        }),
        Standing::Ahead { .. } | Standing::Today | Standing::PastAim { .. } | Standing::BetweenDates { .. } => {
            Some(format!("The time is {} hours, and not whole days.", counted.amount))
        }
        Standing::Late { .. }
        | Standing::Done { .. }
        | Standing::AskNow { .. }
        | Standing::Overdue { .. }
        | Standing::Unknown => None,
    }
}

/// For a time that ends at noon: that it does, while it can be met.
fn noon(deadline: &Deadline<'_>) -> Option<String> {
    deadline.when.value()?.at.filter(|at| *at == Time::NOON)?;
    match deadline.standing {
        Standing::Ahead { .. } | Standing::Today | Standing::PastAim { .. } | Standing::BetweenDates { .. } => {
            Some("The time ends at noon. If it is later than that, call all the same.".to_owned())
        }
        Standing::Late { .. }
        | Standing::Done { .. }
        | Standing::Running { .. }
        | Standing::Due
        | Standing::AskNow { .. }
        | Standing::Overdue { .. }
        | Standing::Unknown => None,
    }
}

/// How they may take more time, in the rule's own words.
#[must_use]
pub fn more_time(deadline: &Deadline<'_>) -> Option<String> {
    let extension = &deadline.rule?.extension;
    (!extension.is_empty()).then(|| format!("They may take more time: {extension}"))
}

/// Why no rule stands behind a date.
#[must_use]
pub fn no_rule(deadline: &Deadline<'_>) -> &'static str {
    if !deadline.sources.is_empty() {
        return "Federal law sets no time for this step. The date is the one that your letter or the plan's own papers state.";
    }
    match deadline.level {
        LevelKind::Court => {
            "No rule that we know sets the time to go to court. The plan\u{2019}s own document or state law does, and it can be short."
        }
        LevelKind::SecondInternalAppeal => {
            "Federal law sets no time of its own for a second appeal. The date is the one that the letter of decision states. If the letter calls the second appeal voluntary, it need not come before external review or court."
        }
        LevelKind::FirstDecision
        | LevelKind::InternalAppeal
        | LevelKind::DrugException
        | LevelKind::ExternalReview
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council
            if deadline.step.is_some() =>
        {
            "We know no time that the law sets for this step. The date is the one that your letter states."
        }
        LevelKind::FirstDecision
        | LevelKind::InternalAppeal
        | LevelKind::DrugException
        | LevelKind::ExternalReview
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council => {
            "We have no rule for this kind of coverage yet. The date is the one that your letter states."
        }
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
    let promised = deadline.promised().map(|day| {
        format!(
            " Your letter gives you until {}: send it at once, say so, and send a copy of the letter with it.",
            weekday_day(day)
        )
    });
    let promised = promised.unwrap_or_default();
    format!("The last day was {}.{assumed}{promised} {missed}", weekday_day(since)).trim_end().to_owned()
}

fn unknown(deadline: &Deadline<'_>) -> String {
    match &deadline.when {
        Finding::Unknown { .. } if deadline.side == Side::Theirs => {
            "Their time starts when they have all the papers that they need. Call and ask on which day that was.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::LeavesHospital) => {
            "Enter the day on which you are to leave the hospital. Do not wait for it: call the number on the form today.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::ChangeStarts) => {
            "Enter the day on which the change takes effect. Do not wait for it: ask before that day.".to_owned()
        }
        Finding::Unknown { .. } if deadline.level == LevelKind::Court && deadline.rule.is_none() => {
            "Look in the plan\u{2019}s document for a time to go to court, and ask a lawyer soon. If the letter names a day, enter it."
                .to_owned()
        }
        Finding::Unknown { ask }
            if deadline.level == LevelKind::SecondInternalAppeal && ask.contains(&Field::StatedLastDay) =>
        {
            "If the letter names a last day for it, enter that day.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::StatedLastDay) && deadline.rule.is_some() => {
            "The state sets this time. Look in the letter for the last day and enter it; until you have found it, send it now.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::ServiceDate) => {
            "Enter the date of care; then the last day can be counted.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::NoticeDate) => {
            "Enter the date printed on the letter; then the last day can be counted.".to_owned()
        }
        Finding::Unknown { ask } if ask.contains(&Field::StatedLastDay) => {
            "Look in the letter for the last day to appeal and enter it. We know no rule that surely applies to this plan.".to_owned()
        }
        Finding::Unknown { ask } if ask.is_empty() => {
            "The date in the letter is for another step. If the letter names a last day for this one too, go by that day.".to_owned()
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
        Started::ClaimSent => Some(
            "Their time counts from the day the request or claim reached them. If the day you gave is the day it was sent, their answer may be due a little later.",
        ),
        Started::PapersAskedFor => Some(
            "This clock is for the plan administrator, who is often the employer. If your letter went to another office, ask the administrator too.",
        ),
        Started::Received
        | Started::Printed
        | Started::Presumed
        | Started::AppealArrived
        | Started::LeavesHospital
        | Started::ServicesEnd
        | Started::ChangeStarts
        | Started::Care => None,
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
        (Field::State, _) => {
            "Your state may set its own time for this review, and it may be shorter. The final denial tells the time: go by the earlier day."
        }
        (Field::StatedForReview, _) if deadline.level == LevelKind::ExternalReview => {
            "The letter\u{2019}s own date may be for another appeal to the plan, and not for this review. Look at the words around it. Until you know, the earlier day is the safe one."
        }
        (Field::StatedForReview, _) => {
            "The letter\u{2019}s own date may be for a review outside the plan, and not for this appeal. Look at the words around it. Until you know, the earlier day is the safe one."
        }
        (Field::ServicesEnd, _) => {
            "We do not know when the services end. The form may give an hour that is earlier than this."
        }
        (Field::ChangeStarts, _) => {
            "We do not know when the change takes effect. If that is later than this day, there is time until then."
        }
        (Field::RequestTime, _) => "This clock counts hours, and the hour at which they got the request is not known.",
        (Field::TimeZone, _) => "This clock counts hours, and your state has more than one time zone.",
        (Field::Timing, _) => "Which clock runs depends on whether the care was already given.",
        (_, Side::Mine | Side::Theirs) => "This rests on a fact that is not known yet.",
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
mod tests;
