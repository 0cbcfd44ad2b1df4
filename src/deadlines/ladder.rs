//! What comes after a lost appeal. On most roads each leads one step up, to a decider of its own.

use super::past::{Answer, Past};
use crate::rulebook::{Level, LevelKind, Track};

/// What comes after the appeals that were lost.
pub(super) enum Step<'b> {
    /// These; more than one where the kind of denial decides which.
    Of(Vec<&'b Level>),
    /// Nothing: the last step was lost.
    Nothing,
}

/// The step with which the appeals of a road begin.
pub(super) fn first(track: &Track) -> Option<&Level> {
    track.levels.iter().find(|level| is_an_appeal(level))
}

/// The step that is next on a road of steps; `None` on other roads, and while no appeal was lost.
pub(super) fn next<'b>(track: &'b Track, past: &Past) -> Option<Step<'b>> {
    if past.answer != Some(Answer::Lost) || !climbs(track) {
        return None;
    }
    let mut steps: Vec<Vec<&Level>> = Vec::new();
    for level in track.levels.iter().filter(|level| is_an_appeal(level)) {
        match steps.last_mut() {
            Some(step) if level.or_else => step.push(level),
            Some(_) | None => steps.push(vec![level]),
        }
    }
    Some(steps.into_iter().nth(past.losses).map_or(Step::Nothing, Step::Of))
}

fn is_an_appeal(level: &Level) -> bool {
    match level.kind {
        LevelKind::FirstDecision | LevelKind::DrugException => false,
        LevelKind::InternalAppeal
        | LevelKind::SecondInternalAppeal
        | LevelKind::ExternalReview
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council
        | LevelKind::Court => true,
    }
}

/// Whether a road climbs step by step. Where a plan may have a second appeal for which the law sets no time, a lost appeal
/// opens that one and the review at once.
pub(super) fn climbs(track: &Track) -> bool {
    track.level(LevelKind::SecondInternalAppeal).is_none_or(|second| !second.file_by.is_empty())
}

/// On a road that does not climb: what is open after so many losses, apart from a second appeal. Who skipped the second appeal
/// has lost the review by now; only the court is left for them.
pub(super) fn after_the_plan<'b>(track: &'b Track, past: &Past) -> impl Iterator<Item = &'b Level> {
    let losses = past.losses;
    let open = move |level: &&Level| match level.kind {
        LevelKind::ExternalReview => losses <= BOTH_APPEALS,
        LevelKind::Court => losses >= BOTH_APPEALS,
        LevelKind::FirstDecision
        | LevelKind::InternalAppeal
        | LevelKind::SecondInternalAppeal
        | LevelKind::DrugException
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council => false,
    };
    track.levels.iter().filter(open)
}

/// The losses after which a plan has no further appeal of its own.
pub(super) const BOTH_APPEALS: usize = 2;
