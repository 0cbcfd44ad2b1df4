//! By when must they: the first decision, the answer to each internal appeal, and the papers that were asked for.

use super::count::{self, Counted, Step as CountStep};
use super::ladder::{self, Step};
use super::past::Answer;
use super::{Deadline, Scene, Side, Standing, Start, Started, When, finding};
use crate::case::Case;
use crate::civil::{Date, Time};
use crate::finding::Finding;
use crate::kinds::{Field, TimeZone, Timing};
use crate::rulebook::schema::{LeavesOut, Trigger, Unit};
use crate::rulebook::{Level, LevelKind, Rule, Track};

/// Their deadlines on a known road.
pub(super) fn on<'b>(track: &'b Track, scene: &Scene<'_, 'b>) -> Vec<Deadline<'b>> {
    let Scene { case, past, .. } = *scene;
    let mut all = Vec::new();
    if let Some(claim) = &past.waiting {
        all.extend(scene.decide(track.level(LevelKind::FirstDecision), claim, first_timings(case)));
    }
    if let (Some(sent), None) = (past.sent, past.answer) {
        all.extend(scene.decide(ladder::first(track), &sent.start(), timings(case)));
    }
    if let (Some(review), false) = (past.review, past.review_answered) {
        all.extend(scene.decide(track.level(LevelKind::ExternalReview), &review.start(), timings(case)));
    } else if let (Some(Step::Of(levels)), Some(sent)) = (ladder::next(track, past), past.since_loss) {
        for level in levels {
            all.extend(scene.decide(Some(level), &sent.start(), timings(case)));
        }
    } else if let (Some(sent), true) = (past.since_loss, past.losses == ladder::BOTH_APPEALS) {
        all.extend(scene.decide(track.level(LevelKind::ExternalReview), &sent.start(), timings(case)));
    } else if let (Some(again), false) = (past.again, past.answered_again) {
        all.extend(scene.decide(track.level(LevelKind::SecondInternalAppeal), &again.start(), timings(case)));
    }
    if let (Some(asked), true) = (past.papers_asked, past.answer != Some(Answer::Won)) {
        let start = Start { what: Started::PapersAskedFor, day: asked, time: None, provenance: None };
        all.extend(scene.papers(track, &start));
    }
    all
}

impl<'b> Scene<'_, 'b> {
    /// The deciding clocks of a level for these timings.
    ///
    /// Where the book has two clocks for one timing, because a plan may have one or two levels of appeal or may have taken
    /// more time, both are shown; only the longer one can be overdue.
    fn decide(
        &self,
        level: Option<&'b Level>,
        start: &Start,
        (timings, because): (Vec<Timing>, Vec<Field>),
    ) -> Vec<Deadline<'b>> {
        let Some(level) = level else { return Vec::new() };
        let runs = |rule: &&Rule| rule.timing.is_none_or(|timing| timings.contains(&timing));
        let clocks: Vec<Clock<'b>> =
            self.rules(&level.decide_by).filter(runs).filter_map(|rule| self.counted(rule, start)).collect();
        let waits = self.rules(&level.decide_by).filter(runs).filter(|rule| waits_for_papers(rule));
        let running = clocks.iter().map(|clock| {
            let Clock { rule, start, counted, .. } = clock;
            let longest = clocks
                .iter()
                .all(|other| other.rule.timing != rule.timing || other.counted.last_day <= counted.last_day);
            let settled = longest && because.is_empty() && surely_runs(start.what);
            // A clock that runs for every timing rests on no answer about it.
            let mut because = if rule.timing.is_some() { because.clone() } else { Vec::new() };
            because.extend(self.hour_asks(clock));
            self.theirs(Some(level), rule, clock.when(because), settled)
        });
        let waiting = waits.map(|rule| self.theirs(Some(level), rule, Finding::Unknown { ask: Vec::new() }, false));
        running.chain(waiting).collect()
    }

    /// The count of a clock of theirs, where what was sent starts it.
    fn counted(&self, rule: &'b Rule, sent: &Start) -> Option<Clock<'b>> {
        let counts = rule.counts.as_ref()?;
        let start = if counts.from == Trigger::PlanAppealFiled {
            // The first appeal was the one to the plan.
            self.past.sent?.start()
        } else if starts_with_arrival(rule) {
            sent.clone()
        } else {
            return None;
        };
        let counted = count::count(rule, start.day, self.book)?;
        if let Some((counted, at, steps)) = count::to_the_minute(counted, &start, self.zone()) {
            return Some(Clock { rule, start, steps, counted, at: Some(at) });
        }
        let mut steps = count::steps(counts, &start, counted, self.book);
        let counted = match counts.leaves_out {
            None => counted,
            Some(LeavesOut::AskingForTheHearing) => {
                let days = self.asking_took(sent.day);
                let ends = counted.last_day.plus_days(days);
                steps.push(CountStep::LeftOut { days, ends });
                Counted { unrolled: ends, last_day: ends, safe: ends, ..counted }
            }
        };
        Some(Clock { rule, start, steps, counted, at: None })
    }

    /// The time zone at the patient's place: the one said, or that of a state that has one alone.
    fn zone(&self) -> Option<TimeZone> {
        let said = self.case.fact(Field::TimeZone).and_then(|fact| fact.value.as_time_zone());
        let state = || self.case.text(Field::State).and_then(|state| self.book.place(state.value)?.zone);
        said.or_else(state)
    }

    /// What would settle the hour at which a clock of hours ends. The hour of a letter or a call is noted with it, and is no
    /// field of the case.
    fn hour_asks(&self, clock: &Clock<'_>) -> Option<Field> {
        match (clock.counted.unit, clock.start.time, self.zone()) {
            (Unit::Hours, None, _) if clock.start.what == Started::ClaimSent => Some(Field::RequestTime),
            (Unit::Hours, Some(_), None) if self.case.fact(Field::State).is_none() => Some(Field::State),
            (Unit::Hours, Some(_), None) => Some(Field::TimeZone),
            (Unit::Hours | Unit::Days | Unit::BusinessDays | Unit::Months | Unit::Years | Unit::YearEnds, ..) => None,
        }
    }

    /// The days between the plan's decision and the request for a hearing.
    fn asking_took(&self, asked: Date) -> u32 {
        let decided = self.case.final_denial().and_then(|notice| notice.facts.get(Field::NoticeDate)?.value.as_day());
        decided.and_then(|decided| u32::try_from(decided.days_until(asked)).ok()).unwrap_or(0)
    }

    /// The clocks of rights that run from a written request of ours. They serve the appeal.
    fn papers(&self, track: &'b Track, start: &Start) -> Vec<Deadline<'b>> {
        let asked = |rule: &&Rule| rule.counts.as_ref().is_some_and(|counts| counts.from == Trigger::RequestSent);
        self.rules(&track.rights)
            .filter(asked)
            .filter_map(|rule| Some((rule, count::count(rule, start.day, self.book)?)))
            .map(|(rule, counted)| {
                let steps = rule.counts.as_ref().map(|counts| count::steps(counts, start, counted, self.book));
                let steps = steps.unwrap_or_default();
                let clock = Clock { rule, start: start.clone(), steps, counted, at: None };
                self.theirs(None, rule, clock.when(Vec::new()), surely_runs(start.what))
            })
            .collect()
    }

    fn theirs(&self, step: Option<&'b Level>, rule: &'b Rule, when: Finding<When>, settled: bool) -> Deadline<'b> {
        let standing = when.value().map_or(Standing::Unknown, |when| standing(when.last_end, settled, self.today));
        let level = step.map_or(LevelKind::InternalAppeal, |step| step.kind);
        Deadline { side: Side::Theirs, level, step, rule: Some(rule), sources: self.sources(rule), standing, when }
    }
}

/// Whether a clock starts when the decider has what it needs, a day that the case does not know. A late request has a clock
/// of its own, and nobody is taken to be late.
fn waits_for_papers(rule: &Rule) -> bool {
    let late = rule.situations.iter().any(|situation| situation.starts_with("late_request"));
    !late && rule.counts.as_ref().is_some_and(|counts| counts.from == Trigger::InformationReceived)
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

/// One clock of theirs with its count.
struct Clock<'b> {
    rule: &'b Rule,
    start: Start,
    steps: Vec<CountStep>,
    counted: Counted,
    /// The time of day at which hours end that run from a known one.
    at: Option<Time>,
}

impl Clock<'_> {
    fn when(&self, because: Vec<Field>) -> Finding<When> {
        let certain = self.start.what == Started::AppealArrived;
        let end = self.counted.last_day;
        let when = When {
            start: Some(self.start.clone()),
            by_rule: Some(self.counted),
            from_printed: None,
            by_notice: Vec::new(),
            aim_for: end,
            first_end: end,
            last_end: end,
            at: self.at,
            steps: self.steps.clone(),
        };
        // The day of arrival is no field of the case: `start` says what was assumed, and `because` may be empty.
        if certain { finding(when, because) } else { Finding::Assumed { value: when, because } }
    }
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
        | Started::Presumed
        | Started::LeavesHospital
        | Started::ServicesEnd
        | Started::ChangeStarts
        | Started::Care => false,
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
