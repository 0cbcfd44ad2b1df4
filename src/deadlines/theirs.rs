//! By when must they: the first decision, the answer to each internal appeal, and the papers that were asked for.

use super::count::{self, Counted};
use super::ladder::{self, Step};
use super::past::Answer;
use super::{Deadline, Past, Side, Standing, Start, Started, When, finding};
use crate::case::Case;
use crate::civil::Date;
use crate::finding::Finding;
use crate::kinds::{CoverageKind, Field, Timing};
use crate::rulebook::schema::Trigger;
use crate::rulebook::{Book, Level, LevelKind, Rule, Track};

/// Their deadlines on a known road.
pub(super) fn on<'b>(track: &'b Track, case: &Case, book: &'b Book, past: &Past, today: Date) -> Vec<Deadline<'b>> {
    let desk = Desk { book, coverage: track.coverage, today };
    let mut all = Vec::new();
    if let Some(claim) = &past.waiting {
        all.extend(desk.decide(track, LevelKind::FirstDecision, claim, first_timings(case)));
    }
    if let (Some(sent), None) = (past.sent, past.answer) {
        all.extend(desk.decide(track, LevelKind::InternalAppeal, &sent.start(), timings(case)));
    }
    if let (Some(Step::Of(levels)), Some(sent)) = (ladder::next(track, past), past.since_loss) {
        let (timings, because) = timings(case);
        for level in levels {
            all.extend(desk.decide_step(level, &sent.start(), (timings.clone(), because.clone())));
        }
    } else if let (Some(again), false) = (past.again, past.answered_again) {
        all.extend(desk.decide(track, LevelKind::SecondInternalAppeal, &again.start(), timings(case)));
    }
    if let (Some(asked), true) = (past.papers_asked, past.answer != Some(Answer::Won)) {
        let start = Start { what: Started::PapersAskedFor, day: asked, provenance: None };
        all.extend(desk.papers(track, &start));
    }
    all
}

/// What their clocks are read with.
struct Desk<'b> {
    book: &'b Book,
    coverage: CoverageKind,
    today: Date,
}

impl<'b> Desk<'b> {
    /// The deciding clocks of a level for these timings.
    ///
    /// Where the book has two clocks for one timing, because a plan may have one or two levels of appeal or may have taken
    /// more time, both are shown; only the longer one can be overdue.
    fn decide(
        &self,
        track: &'b Track,
        kind: LevelKind,
        start: &Start,
        (timings, because): (Vec<Timing>, Vec<Field>),
    ) -> Vec<Deadline<'b>> {
        track.level(kind).map(|level| self.decide_step(level, start, (timings, because))).unwrap_or_default()
    }

    fn decide_step(
        &self,
        level: &'b Level,
        start: &Start,
        (timings, because): (Vec<Timing>, Vec<Field>),
    ) -> Vec<Deadline<'b>> {
        let clocks: Vec<(&Rule, Counted)> = self
            .rules(&level.decide_by)
            .filter(|rule| starts_with_arrival(rule))
            .filter(|rule| rule.timing.is_none_or(|timing| timings.contains(&timing)))
            .filter_map(|rule| Some((rule, count::count(rule, start.day, self.book)?)))
            .collect();
        clocks
            .iter()
            .map(|(rule, counted)| {
                let longest = clocks
                    .iter()
                    .all(|(other, others)| other.timing != rule.timing || others.last_day <= counted.last_day);
                let settled = longest && because.is_empty() && surely_runs(start.what);
                // A clock that runs for every timing rests on no answer about it.
                let because = if rule.timing.is_some() { because.clone() } else { Vec::new() };
                self.deadline(level.kind, rule, start, *counted, because, settled)
            })
            .collect()
    }

    /// The clocks of rights that run from a written request of ours. They serve the appeal.
    fn papers(&self, track: &'b Track, start: &Start) -> Vec<Deadline<'b>> {
        let asked = |rule: &&Rule| rule.counts.as_ref().is_some_and(|counts| counts.from == Trigger::RequestSent);
        self.rules(&track.rights)
            .filter(asked)
            .filter_map(|rule| Some((rule, count::count(rule, start.day, self.book)?)))
            .map(|(rule, counted)| {
                let settled = surely_runs(start.what);
                self.deadline(LevelKind::InternalAppeal, rule, start, counted, Vec::new(), settled)
            })
            .collect()
    }

    fn rules(&self, ids: &'b [String]) -> impl Iterator<Item = &'b Rule> {
        let book = self.book;
        ids.iter().filter_map(move |id| book.rule(id))
    }

    fn deadline(
        &self,
        level: LevelKind,
        rule: &'b Rule,
        start: &Start,
        counted: Counted,
        because: Vec<Field>,
        settled: bool,
    ) -> Deadline<'b> {
        Deadline {
            side: Side::Theirs,
            level,
            rule: Some(rule),
            sources: self.book.binding(rule, self.coverage).into_iter().collect(),
            when: when(rule, start.clone(), counted, because, self.book),
            standing: standing(counted.last_day, settled, self.today),
        }
    }
}

/// Whether what was sent starts this clock. Others wait for papers of the other side, of which the case knows nothing.
fn starts_with_arrival(rule: &Rule) -> bool {
    rule.situations.iter().all(|situation| situation != "late_request" && situation != "after_escalation")
        && rule.counts.as_ref().is_some_and(|counts| match counts.from {
            Trigger::ClaimReceived
            | Trigger::AppealReceived
            | Trigger::ReviewRequestReceived
            | Trigger::RequestAndPapers
            | Trigger::RequestOrStatement => true,
            Trigger::NoticeReceived
            | Trigger::NoticeDate
            | Trigger::NoticeMailed
            | Trigger::NoticeSent
            | Trigger::RequestSent
            | Trigger::Booked
            | Trigger::BillReceived
            | Trigger::FirstBill
            | Trigger::DecisionTold
            | Trigger::Discharge
            | Trigger::ServicesEnd
            | Trigger::EffectiveDate
            | Trigger::ServiceDate
            | Trigger::Appointment
            | Trigger::Event
            | Trigger::InformationReceived
            | Trigger::PlanAppealFiled
            | Trigger::UnansweredRequest => false,
        })
}

/// Whose clocks may run after an appeal, and the missing facts that would settle it.
///
/// An appeal about care that is being cut short follows the clock of care not given yet. Urgency adds its clock to that of
/// care not given; care already given is never urgent.
fn timings(case: &Case) -> (Vec<Timing>, Vec<Field>) {
    let urgent = case.yes(Field::Urgent).is_some_and(|fact| fact.value);
    match case.timing() {
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

/// The same before the first decision. Only there more of an approved treatment has a clock of its own, where it is urgent.
fn first_timings(case: &Case) -> (Vec<Timing>, Vec<Field>) {
    let (mut timings, because) = timings(case);
    if case.timing() == Some(Timing::Concurrent) && timings.contains(&Timing::Urgent) {
        timings.push(Timing::Concurrent);
    }
    (timings, because)
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

/// Whether the clock surely runs: counted from a day on which the appeal was there. The day given for a claim may be the day
/// of sending, and the letter that asked for papers may have gone to another office than the one that has to give them.
fn surely_runs(start: Started) -> bool {
    match start {
        Started::AppealArrived | Started::ArrivalConfirmed => true,
        Started::AppealSent
        | Started::ClaimSent
        | Started::PapersAskedFor
        | Started::Received
        | Started::Printed
        | Started::Presumed => false,
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
