//! The roads of public programs: each lost appeal leads one step up, to a decider of its own.

use super::past::{Answer, Past};
use crate::rulebook::{Level, LevelKind, Track};

/// What comes after the appeals that were lost.
pub(super) enum Step<'b> {
    /// These; more than one where the kind of denial decides which.
    Of(Vec<&'b Level>),
    /// Nothing: the last step was lost.
    Nothing,
}

/// The step that is next on a road of steps; `None` on other roads, and while no appeal was lost.
pub(super) fn next<'b>(track: &'b Track, past: &Past) -> Option<Step<'b>> {
    if past.answer != Some(Answer::Lost) || !climbs(track) {
        return None;
    }
    let above = |level: &&Level| match level.kind {
        LevelKind::FirstDecision | LevelKind::InternalAppeal | LevelKind::DrugException => false,
        LevelKind::SecondInternalAppeal
        | LevelKind::ExternalReview
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council
        | LevelKind::Court => true,
    };
    let mut steps: Vec<Vec<&Level>> = Vec::new();
    for level in track.levels.iter().filter(above) {
        match steps.last_mut() {
            Some(step) if level.or_else => step.push(level),
            Some(_) | None => steps.push(vec![level]),
        }
    }
    let step = past.losses.checked_sub(1).and_then(|place| steps.into_iter().nth(place));
    Some(step.map_or(Step::Nothing, Step::Of))
}

/// Whether a road climbs step by step. On the roads of plans a lost appeal opens a second one and the review at once.
fn climbs(track: &Track) -> bool {
    track.levels.iter().any(|level| match level.kind {
        LevelKind::IndependentReview | LevelKind::Hearing | LevelKind::Council => true,
        // A second appeal with a window of its own by law.
        LevelKind::SecondInternalAppeal => !level.file_by.is_empty(),
        // OPM, and then court.
        LevelKind::ExternalReview => {
            track.levels.iter().all(|other| other.kind != LevelKind::SecondInternalAppeal)
                && track.levels.iter().any(|other| other.kind == LevelKind::Court && !other.file_by.is_empty())
        }
        LevelKind::FirstDecision | LevelKind::InternalAppeal | LevelKind::DrugException | LevelKind::Court => false,
    })
}
