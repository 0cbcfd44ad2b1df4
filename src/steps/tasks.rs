//! The tasks of several plays as one checklist: two tasks that open the same thing are one, in the words of the first play
//! whose condition holds. A task of the wait for the first decision is never the same as one about the decision.
//!
//! Knows nothing of calls' questions or papers' words.

use super::scene::Scene;
use super::{State, Step, before_filing};
use crate::case::{Case, Provenance};
use crate::civil::Date;
use crate::kinds::{CallKind, Field, LetterKind, PaperKind};
use crate::rulebook::schema::{Book, DoneWhen, Opens, Phase, Play, Stage, Task};

/// A task of one of the plays and its place among all.
#[derive(Clone, Copy)]
struct Entry<'b> {
    play: &'b Play,
    task: &'b Task,
    place: usize,
}

impl Entry<'_> {
    fn key(&self) -> String {
        format!("{}.{}", self.play.id, self.task.key)
    }

    fn order(&self) -> (Phase, usize) {
        (self.task.phase, self.place)
    }
}

/// What makes two tasks the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Same<'b> {
    Call(CallKind),
    Letter(LetterKind),
    Fact(Field),
    Paper(PaperKind),
    Packet,
    Bill,
    Options,
    Key(&'b str),
}

fn same(task: &Task) -> Same<'_> {
    match (task.opens, task.done_when) {
        (Opens::Call(kind), _) => Same::Call(kind),
        (Opens::Letter(kind), _) => Same::Letter(kind),
        (Opens::Fact(field), _) => Same::Fact(field),
        (Opens::Packet, _) => Same::Packet,
        (Opens::Bill, _) => Same::Bill,
        (Opens::Options, _) => Same::Options,
        (Opens::Papers | Opens::Nothing, Some(DoneWhen::Holds(paper))) => Same::Paper(paper),
        (Opens::Papers | Opens::Nothing, _) => Same::Key(&task.key),
    }
}

/// All tasks that belong to the case now or after its next turn, and those done before, in order.
pub(super) fn checklist<'b>(scene: &Scene, book: &'b Book, plays: &[&'b Play], by: Option<Date>) -> Vec<Step<'b>> {
    let all = plays.iter().flat_map(|play| play.tasks.iter().map(move |task| (*play, task)));
    let mut groups: Vec<((bool, Same<'b>), Vec<Entry<'b>>)> = Vec::new();
    for (place, (play, task)) in all.enumerate() {
        let entry = Entry { play, task, place };
        // What was asked while nothing was decided asked nothing about the decision.
        let key = (task.when.awaited.is_empty(), same(task));
        match groups.iter_mut().find(|(held, _)| *held == key) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((key, vec![entry])),
        }
    }
    let mut steps: Vec<((Phase, usize), Step<'b>)> = groups
        .iter()
        .filter_map(|(_, group)| {
            let (entry, state) = shown(scene, group)?;
            Some((entry.order(), step(scene, book, entry, state, by)))
        })
        .collect();
    steps.sort_by_key(|(order, _)| *order);
    steps.into_iter().map(|(_, step)| step).collect()
}

/// The words and the state in which a group of same tasks is shown, if it is.
fn shown<'b>(scene: &Scene, group: &[Entry<'b>]) -> Option<(Entry<'b>, State)> {
    let first = |fits: &dyn Fn(&Task) -> bool| {
        group.iter().filter(|entry| fits(entry.task)).min_by_key(|entry| entry.order()).copied()
    };
    let done = done(scene.case, group);
    if let Some(entry) = first(&|task| scene.holds(&task.when)) {
        let state = done.or_else(|| done_by_itself(scene, entry.task)).unwrap_or(State::Open);
        return Some((entry, state));
    }
    let acted = |entry: &Entry<'_>| match entry.task.done_when {
        Some(DoneWhen::Called(_) | DoneWhen::Sent(_)) => done_by_itself(scene, entry.task),
        Some(DoneWhen::Known(_) | DoneWhen::Holds(_) | DoneWhen::BillLines) | None => None,
    };
    if let Some(state) = done.or_else(|| group.iter().find_map(acted)) {
        let earlier = first(&|task| earlier(scene).iter().any(|stage| scene.holds_at(&task.when, *stage)));
        return Some((earlier.or_else(|| first(&|_| true))?, state));
    }
    let later = later(scene.stage).filter(|_| scene.awaited.is_none())?;
    first(&|task| scene.holds_at(&task.when, later)).map(|entry| (entry, State::NotNow))
}

fn step<'b>(scene: &Scene, book: &'b Book, entry: Entry<'b>, state: State, by: Option<Date>) -> Step<'b> {
    let binds =
        |rule: &_| book.binding_everybody(rule).is_some() || scene.is_surely(|kind| book.binding(rule, kind).is_some());
    let files = match scene.stage {
        Stage::Denied | Stage::Lost => before_filing(entry.task.phase),
        Stage::Appealed | Stage::Won | Stage::Billed | Stage::Planning => false,
    };
    Step {
        key: entry.key(),
        play: entry.play,
        task: entry.task,
        state,
        by: by.filter(|_| files && state == State::Open),
        rules: entry.task.rules.iter().filter_map(|id| book.rule(id)).filter(|rule| binds(rule)).collect(),
        contacts: entry.task.contacts.iter().filter_map(|id| book.contact(id)).collect(),
    }
}

/// Done by hand, under whichever of the group's keys.
fn done(case: &Case, group: &[Entry<'_>]) -> Option<State> {
    let days = group.iter().filter_map(|entry| case.done.get(&entry.key()));
    days.min().map(|on| State::Done { on: Some(*on) })
}

/// Done by what the case already holds.
fn done_by_itself(scene: &Scene, task: &Task) -> Option<State> {
    let case = scene.case;
    let about = |on: &Date| is_about(scene, task, *on);
    let on = match task.done_when? {
        DoneWhen::BillLines => case.bill().filter(|bill| !bill.lines.is_empty()).map(|_| None)?,
        DoneWhen::Called(kind) => {
            let calls = case.calls.iter().filter(|call| call.kind == kind);
            Some(calls.map(|call| call.on).filter(about).min()?)
        }
        DoneWhen::Sent(kind) => {
            let letters = case.letters.iter().filter(|letter| letter.kind == kind);
            Some(letters.flat_map(|letter| &letter.sendings).map(|sending| sending.on).filter(about).min()?)
        }
        DoneWhen::Known(field) => learned(case, &case.denial_fact(field)?.from),
        DoneWhen::Holds(paper) => {
            Some(case.documents.iter().find(|document| document.kind == paper).map(|document| document.added)?)
        }
    };
    Some(State::Done { on })
}

/// Whether what was done on a day can be what the task asks for: before the decision nothing was asked about it, and after it
/// nothing about the wait.
fn is_about(scene: &Scene, task: &Task, on: Date) -> bool {
    let day = |field| scene.case.denial_fact(field).and_then(|fact| fact.value.as_day());
    let of_the_wait = !task.when.awaited.is_empty();
    if scene.awaited.is_some() {
        return of_the_wait;
    }
    let (waited, decided) = (day(Field::RequestSent).is_some(), day(Field::NoticeDate));
    if of_the_wait {
        waited && decided.is_some_and(|decided| on < decided)
    } else {
        !waited || decided.is_none_or(|decided| on >= decided)
    }
}

/// The day on which a fact was learned.
fn learned(case: &Case, from: &Provenance) -> Option<Date> {
    match from {
        Provenance::Document { document, .. } => case.document(*document).map(|document| document.added),
        Provenance::Call { call } => case.call(*call).map(|call| call.on),
        Provenance::Statement { on } => Some(*on),
    }
}

/// The stages that the case has been through.
fn earlier(scene: &Scene) -> Vec<Stage> {
    let first = super::first_stage(scene.case);
    match scene.stage {
        Stage::Denied | Stage::Billed | Stage::Planning => Vec::new(),
        Stage::Appealed => vec![first],
        Stage::Lost | Stage::Won => vec![Stage::Appealed, first],
    }
}

/// What may come next. Of two turns, the one that needs work: a person prepares for a no.
fn later(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Denied => Some(Stage::Appealed),
        Stage::Appealed => Some(Stage::Lost),
        // Planned care may be refused, and then the case is there. Nobody prepares for more after a bill.
        Stage::Lost | Stage::Won | Stage::Billed | Stage::Planning => None,
    }
}
