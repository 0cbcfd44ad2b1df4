//! A step of the road in words: who decides, how to file, what it costs, and what becomes of the care meanwhile.

use crate::civil::Date;
use crate::deadlines::Deadline;
use crate::rulebook::{Book, Level, LevelKind, Track};

/// The question that this answers.
pub const ASK: &str = "Who decides, how to file, and what it costs";

/// The question that the whole road answers.
pub const ROAD: &str = "All the steps from here, in order";

/// Something to know about a step: what it is called, and the answer.
pub type Said = (&'static str, String);

/// What is known of the step that a deadline belongs to, for who files on this day. Nothing where the notice alone speaks.
#[must_use]
pub fn about(deadline: &Deadline<'_>, book: &Book, filed: Date) -> Vec<Said> {
    let Some(step) = deadline.step else { return Vec::new() };
    let told = [
        ("Who decides", step.decider.clone()),
        ("How to file", step.how_to_file.clone()),
        ("What must be in it", step.must_include.join("; ")),
        ("What it costs", step.cost.clone()),
        ("Sum in dispute", least_sum(step, book, filed).unwrap_or_default()),
        ("Only if", step.only_if.clone()),
        ("Meanwhile", step.meanwhile.clone()),
        ("Whom it binds", step.binding.clone()),
        ("Worth knowing", step.note.clone()),
    ];
    told.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

/// The least sum that must be in dispute. It changes by the year of filing, and there is no sum for a year that is not known.
fn least_sum(step: &Level, book: &Book, filed: Date) -> Option<String> {
    let rule = book.rule(step.least_sum.as_deref()?)?;
    Some(match rule.money_on(filed) {
        Some(sum) => format!("At least {sum} must be in dispute, if you file in {}.", filed.year()),
        None => {
            format!("There is a least sum. For {} it is not known here: ask the office on the letter.", filed.year())
        }
    })
}

/// The steps of a road that a person can take, each with who decides, in order.
pub fn road(track: &Track) -> impl Iterator<Item = (&str, &str)> {
    let steps = track.levels.iter().filter(|level| level.kind != LevelKind::FirstDecision);
    steps.map(|level| (level.name.as_str(), level.decider.as_str()))
}

/// Who enforces the rules of a road.
#[must_use]
pub fn watched(track: &Track) -> String {
    format!("Who sees to it that the rules are kept: {}", track.regulator)
}
