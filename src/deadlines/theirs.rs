//! By when must they: the answer to the internal appeal, from the day it was sent until it is answered.

use super::count::{self, Counted};
use super::{Deadline, Past, Sent, Side, Standing, Start, Started, When, finding};
use crate::case::fact::Choice;
use crate::case::{Case, Value};
use crate::civil::Date;
use crate::finding::Finding;
use crate::kinds::{Field, Timing};
use crate::rulebook::{Book, LevelKind, Rule, Track};

/// Their deadlines on a known road.
///
/// Where the book has two clocks for one timing, because a plan may have one or two levels of appeal, both are shown; only
/// the longer one can be overdue.
pub(super) fn on<'b>(track: &'b Track, case: &Case, book: &'b Book, past: &Past, today: Date) -> Vec<Deadline<'b>> {
    let (Some(sent), None) = (past.sent, past.answer) else { return Vec::new() };
    let Some(level) = track.level(LevelKind::InternalAppeal) else { return Vec::new() };
    let (timings, because) = timings(case);
    let clocks: Vec<(&Rule, Counted)> = level
        .decide_by
        .iter()
        .filter_map(|id| book.rule(id))
        .filter(|rule| rule.timing.is_none_or(|timing| timings.contains(&timing)))
        .filter_map(|rule| Some((rule, count::count(rule, sent.start().day, book)?)))
        .collect();
    clocks
        .iter()
        .map(|(rule, counted)| {
            let longest =
                clocks.iter().all(|(other, others)| other.timing != rule.timing || others.last_day <= counted.last_day);
            let settled = longest && because.is_empty() && has_arrived(sent.start().what);
            Deadline {
                side: Side::Theirs,
                level: LevelKind::InternalAppeal,
                rule: Some(rule),
                sources: book.binding(rule, track.coverage).into_iter().collect(),
                when: when(rule, sent.start(), *counted, because.clone(), book),
                standing: standing(counted.last_day, settled, today),
            }
        })
        .collect()
}

impl Sent {
    fn start(self) -> Start {
        let (what, day) = match (self.arrived, self.confirmed) {
            (Some(day), _) => (Started::AppealArrived, day),
            (None, Some(day)) => (Started::ArrivalConfirmed, day),
            (None, None) => (Started::AppealSent, self.on),
        };
        Start { what, day, provenance: None }
    }
}

/// Whose clocks may run, and the missing facts that would settle it.
///
/// An appeal about care that is being cut short follows the clock of care not given yet. Urgency adds its clock to that of
/// care not given; care already given is never urgent.
fn timings(case: &Case) -> (Vec<Timing>, Vec<Field>) {
    let known = case.fact(Field::Timing).and_then(|fact| match fact.value {
        Value::Choice(Choice::Timing(timing)) => Some(timing),
        Value::Choice(Choice::From(_) | Choice::Funding(_))
        | Value::Text(_)
        | Value::Day(_)
        | Value::Money(_)
        | Value::Yes(_)
        | Value::Count(_)
        | Value::Window(_)
        | Value::Codes(_) => None,
    });
    let urgent = case.yes(Field::Urgent).is_some_and(|fact| fact.value);
    match known {
        Some(Timing::PostService) => (vec![Timing::PostService], Vec::new()),
        Some(Timing::Urgent) => (vec![Timing::Urgent], Vec::new()),
        Some(Timing::PreService | Timing::Concurrent) if urgent => {
            (vec![Timing::PreService, Timing::Urgent], Vec::new())
        }
        Some(Timing::PreService | Timing::Concurrent) => (vec![Timing::PreService], Vec::new()),
        None if urgent => (vec![Timing::PreService, Timing::PostService, Timing::Urgent], vec![Field::Timing]),
        None => (vec![Timing::PreService, Timing::PostService], vec![Field::Timing]),
    }
}

fn when(rule: &Rule, start: Start, counted: Counted, because: Vec<Field>, book: &Book) -> Finding<When> {
    let steps = rule.counts.as_ref().map(|counts| count::steps(counts, &start, counted, book)).unwrap_or_default();
    let certain = start.what == Started::AppealArrived;
    let end = counted.last_day;
    let when = When {
        start: Some(start),
        by_rule: Some(counted),
        from_printed: None,
        by_notice: Vec::new(),
        aim_for: end,
        first_end: end,
        last_end: end,
        steps,
    };
    // The day of arrival is no field of the case: `start` says what was assumed, and `because` may be empty.
    if certain { finding(when, because) } else { Finding::Assumed { value: when, because } }
}

/// Whether the clock surely runs: counted from a day on which the appeal was there.
fn has_arrived(start: Started) -> bool {
    match start {
        Started::AppealArrived | Started::ArrivalConfirmed => true,
        Started::AppealSent | Started::Received | Started::Printed => false,
    }
}

fn standing(end: Date, settled: bool, today: Date) -> Standing {
    match u32::try_from(today.days_until(end)) {
        Ok(0) => Standing::Due,
        Ok(days_left) => Standing::Running { days_left },
        Err(_) if settled => Standing::Overdue { since: end },
        Err(_) => Standing::AskNow { since: end },
    }
}
