//! By when must I: the internal appeal, and once it was lost the second appeal, where the plan has one, and the external
//! review.

use super::count::{self, Counted, Step};
use super::ladder::{self, Step as Rung};
use super::notice::Dates;
use super::past::{Answer, Past};
use super::places::{Ruled, where_they_live};
use super::{Deadline, Side, Standing, Start, Started, When, finding};
use crate::case::{Case, Fact};
use crate::civil::Date;
use crate::finding::Finding;
use crate::kinds::{Field, Timing};
use crate::rulebook::schema::{Counts, LegalKind, Trigger};
use crate::rulebook::{Book, Level, LevelKind, Rule, Track};

/// My deadlines on a known road.
pub(super) fn on<'b>(track: &'b Track, case: &Case, book: &'b Book, past: &Past, today: Date) -> Vec<Deadline<'b>> {
    let scene = Scene { case, book, past, today };
    let mut all = Vec::new();
    let appeal = track.level(LevelKind::InternalAppeal).filter(|_| past.speaks_of_the_appeal());
    if let Some((step, dates)) = appeal.zip(Dates::of_denial(case, past)) {
        all.extend(level(track, step, &dates, &scene, done(step.kind, past)));
    }
    all.extend(silence(track, &scene));
    if let Some(next) = ladder::next(track, past) {
        all.extend(climb(track, &next, &scene));
    } else if past.answer == Some(Answer::Lost) {
        all.extend(second_appeal(track, case, book, past, today));
        let two_steps = track.level(LevelKind::SecondInternalAppeal).is_some();
        let dates = Dates::of_answer(case, past, LevelKind::ExternalReview, two_steps);
        let review = track.level(LevelKind::ExternalReview).into_iter();
        all.extend(review.flat_map(|step| match &dates {
            Some(dates) => level(track, step, dates, &scene, None),
            None => undated(track, step, &scene, None),
        }));
    }
    all
}

/// The second internal appeal, on roads that may have one. The law sets no time for it: the letter of decision does.
fn second_appeal<'b>(track: &'b Track, case: &Case, book: &'b Book, past: &Past, today: Date) -> Option<Deadline<'b>> {
    let kind = LevelKind::SecondInternalAppeal;
    track.level(kind).and_then(|level| by_notice(level.kind, case, book, past, today, Vec::new()))
}

/// What the notice alone says of a level, where no rule can be named. `ask` would settle which rule binds.
pub(super) fn by_notice<'b>(
    level: LevelKind,
    case: &Case,
    book: &Book,
    past: &Past,
    today: Date,
    ask: Vec<Field>,
) -> Option<Deadline<'b>> {
    let dates = match level {
        // A road on which the notice alone speaks has a second appeal, or is not known well enough to say that it has none.
        LevelKind::SecondInternalAppeal | LevelKind::ExternalReview => Dates::of_answer(case, past, level, true),
        LevelKind::FirstDecision
        | LevelKind::InternalAppeal
        | LevelKind::DrugException
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council
        | LevelKind::Court => Some(Dates::of_denial(case, past)?),
    };
    let when = alone(dates.as_ref(), book, ask);
    let standing = standing(&when, done(level, past), today);
    Some(Deadline { side: Side::Mine, level, rule: None, sources: Vec::new(), when, standing })
}

/// What deadlines of mine are read with.
struct Scene<'a, 'b> {
    case: &'a Case,
    book: &'b Book,
    past: &'a Past,
    today: Date,
}

impl<'b> Scene<'_, 'b> {
    /// The windows of a step as they stand where the person lives.
    fn rules(&self, track: &Track, step: &Level) -> Vec<Ruled<'b>> {
        let rules = step.file_by.iter().filter_map(|id| self.book.rule(id));
        rules.filter_map(|rule| where_they_live(self.case, self.book, track.coverage, rule)).collect()
    }

    fn deadline(
        &self,
        track: &Track,
        step: &Level,
        rule: &'b Rule,
        when: Finding<When>,
        done: Option<Date>,
    ) -> Deadline<'b> {
        Deadline {
            side: Side::Mine,
            level: step.kind,
            rule: Some(rule),
            sources: self.book.binding(rule, track.coverage).into_iter().collect(),
            standing: standing(&when, done, self.today),
            when,
        }
    }
}

/// The windows of one step that the facts leave open.
fn level<'b>(
    track: &'b Track,
    step: &'b Level,
    dates: &Dates<'_>,
    scene: &Scene<'_, 'b>,
    done: Option<Date>,
) -> Vec<Deadline<'b>> {
    if step.file_by.is_empty() {
        return vec![no_number(step, Some(dates), scene, done)];
    }
    scene
        .rules(track, step)
        .into_iter()
        .filter_map(|ruled| {
            let rule = ruled.rule;
            let early = dates.without_its_last_day();
            let first = rule.counts.as_ref().filter(|counts| counts.from_first_answer);
            let first = first.and_then(|_| Dates::of_first_answer(scene.case, step.kind));
            let dates = if rule.timing == Some(Timing::Concurrent) { &early } else { first.as_ref().unwrap_or(dates) };
            let when = match open(rule, scene.case)? {
                asks if by_the_notice(rule) => {
                    asks.into_iter().fold(by_rule(ruled, dates, scene.book), Finding::resting_on)
                }
                // Its day is none of the notice's, and no answer of the case gives it.
                _ => Finding::Unknown { ask: Vec::new() },
            };
            let floor = when.value().filter(|when| when.steps.iter().any(|step| matches!(step, Step::Floor(_))));
            let floor = floor.and(ruled.floor).and_then(|floor| scene.book.binding(floor, track.coverage));
            let mut deadline = scene.deadline(track, step, rule, when, done);
            deadline.sources.extend(floor);
            Some(deadline)
        })
        .collect()
}

/// A step for which the law sets no number: the notice alone speaks.
fn no_number<'b>(
    step: &'b Level,
    dates: Option<&Dates<'_>>,
    scene: &Scene<'_, 'b>,
    done: Option<Date>,
) -> Deadline<'b> {
    let when = alone(dates, scene.book, Vec::new());
    Deadline {
        side: Side::Mine,
        level: step.kind,
        rule: None,
        sources: step.source.as_deref().and_then(|id| scene.book.source(id)).into_iter().collect(),
        standing: standing(&when, done, scene.today),
        when,
    }
}

/// Whether a window is open in this case, and the answers on which that rests; `None` where it is not. What keeps care
/// going matters only where care is cut short; what is fast, only where waiting does harm.
fn open(rule: &Rule, case: &Case) -> Option<Vec<Field>> {
    let said = case.timing();
    let urgent = case.yes(Field::Urgent).is_some_and(|fact| fact.value);
    match (rule.timing, said) {
        (None, _) | (Some(Timing::Urgent), Some(Timing::Urgent)) => Some(Vec::new()),
        (Some(Timing::Urgent), _) => urgent.then(Vec::new),
        (Some(timing), Some(said)) => (timing == said).then(Vec::new),
        (Some(_), None) => Some(vec![Field::Timing]),
    }
    .filter(|_| rule.counts.as_ref().is_none_or(|counts| counts.from != Trigger::UnansweredRequest))
}

/// Whether a notice starts the clock.
fn by_the_notice(rule: &Rule) -> bool {
    rule.counts.as_ref().is_none_or(|counts| match counts.from {
        // Told by word or by letter: the notice's own day is the one that the case knows.
        Trigger::NoticeReceived
        | Trigger::NoticeDate
        | Trigger::NoticeMailed
        | Trigger::NoticeSent
        | Trigger::DecisionTold => true,
        Trigger::ClaimReceived
        | Trigger::AppealReceived
        | Trigger::ReviewRequestReceived
        | Trigger::RequestSent
        | Trigger::Booked
        | Trigger::BillReceived
        | Trigger::FirstBill
        | Trigger::Discharge
        | Trigger::ServicesEnd
        | Trigger::EffectiveDate
        | Trigger::ServiceDate
        | Trigger::Appointment
        | Trigger::Event
        | Trigger::InformationReceived
        | Trigger::RequestAndPapers
        | Trigger::RequestOrStatement
        | Trigger::PlanAppealFiled
        | Trigger::UnansweredRequest => false,
    })
}

/// The next step up, on a road of steps.
fn climb<'b>(track: &'b Track, next: &Rung<'b>, scene: &Scene<'_, 'b>) -> Vec<Deadline<'b>> {
    let Rung::Of(levels) = next else { return Vec::new() };
    let done = scene.past.since_loss.map(|sent| sent.on);
    let mut all = Vec::new();
    for step in levels {
        match Dates::of_answer(scene.case, scene.past, step.kind, false) {
            Some(dates) => all.extend(level(track, step, &dates, scene, done)),
            None if step.file_by.is_empty() => all.push(no_number(step, None, scene, done)),
            None => all.extend(undated(track, step, scene, done)),
        }
    }
    all
}

/// The windows of a step that some notice starts, while the days of that notice are not known.
fn undated<'b>(track: &'b Track, step: &Level, scene: &Scene<'_, 'b>, done: Option<Date>) -> Vec<Deadline<'b>> {
    let ask = || Finding::Unknown { ask: vec![Field::NoticeDate, Field::NoticeReceived] };
    let rules = scene.rules(track, step).into_iter().map(|ruled| ruled.rule);
    let rules = rules.filter(|rule| by_the_notice(rule) && open(rule, scene.case).is_some());
    rules.map(|rule| scene.deadline(track, step, rule, ask(), done)).collect()
}

/// Where the other side let its time pass: the window of the next step that counts from our own request.
fn silence<'b>(track: &'b Track, scene: &Scene<'_, 'b>) -> Vec<Deadline<'b>> {
    let (Some(sent), None) = (scene.past.sent, scene.past.answer) else { return Vec::new() };
    let count = |rule: &Rule| count::count(rule, sent.on, scene.book);
    let answers = track.level(LevelKind::InternalAppeal).into_iter().flat_map(|level| &level.decide_by);
    let their_last =
        answers.filter_map(|id| scene.book.rule(id)).filter_map(count).map(|counted| counted.last_day).max();
    if their_last.is_none_or(|last| scene.today <= last) {
        return Vec::new();
    }
    let unanswered =
        |rule: &&Rule| rule.counts.as_ref().is_some_and(|counts| counts.from == Trigger::UnansweredRequest);
    let steps = track.levels.iter().flat_map(|step| step.file_by.iter().map(move |id| (step, id)));
    steps
        .filter_map(|(step, id)| Some((step, scene.book.rule(id).filter(unanswered)?)))
        .filter_map(|(step, rule)| {
            let counted = count(rule)?;
            let start = Start { what: Started::AppealSent, day: sent.on, provenance: None };
            let mut steps = count::steps(rule.counts.as_ref()?, &start, counted, scene.book);
            let (last_steps, aim_for) = count::aim(counted.safe, false, scene.book);
            steps.extend(last_steps);
            let end = counted.last_day;
            let when = When {
                start: Some(start),
                by_rule: Some(counted),
                from_printed: None,
                by_notice: Vec::new(),
                aim_for,
                first_end: end,
                last_end: end,
                steps,
            };
            Some(scene.deadline(track, step, rule, Finding::Assumed { value: when, because: Vec::new() }, None))
        })
        .collect()
}

fn done(level: LevelKind, past: &Past) -> Option<Date> {
    match level {
        LevelKind::InternalAppeal => past.sent.map(|sent| sent.on),
        LevelKind::SecondInternalAppeal => past.again.map(|again| again.on),
        LevelKind::FirstDecision
        | LevelKind::DrugException
        | LevelKind::ExternalReview
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council
        | LevelKind::Court => None,
    }
}

/// The dates by a rule and by the notice.
fn by_rule(ruled: Ruled<'_>, dates: &Dates<'_>, book: &Book) -> Finding<When> {
    let Ruled { rule, state_open, floor } = ruled;
    let Some(counts) = rule.counts.as_ref() else { return alone(Some(dates), book, Vec::new()) };
    match counts.legal_kind {
        // The state may give less than the number: only the notice says how much, or the state's own time.
        LegalKind::Maximum | LegalKind::StateRange => {
            let ask = if state_open && dates.says().is_empty() { vec![Field::State] } else { Vec::new() };
            return alone(Some(dates), book, ask);
        }
        LegalKind::Minimum | LegalKind::Fixed => {}
    }
    let printed = dates.printed();
    let Some((start, mut because)) = start(counts, dates, book) else {
        return alone(Some(dates), book, vec![Field::NoticeDate]);
    };
    let Some(counted) = count::count(rule, start.day, book) else {
        return alone(Some(dates), book, vec![Field::NoticeDate]);
    };
    if dates.states_a_window_without_its_date() {
        because.push(Field::NoticeDate);
    }
    let from_printed = printed
        .map(|printed| printed.value)
        .filter(|printed| *printed < start.day)
        .and_then(|printed| Some((printed, count::count(rule, printed, book)?)));
    if state_open {
        because.push(Field::State);
    }
    if dates.may_state_for_another() {
        because.push(Field::StatedForReview);
    }
    let mut when = build(counts, start, counted, from_printed, dates, book);
    if let Some(floor) = floor {
        when.keep_to_the_floor(floor, dates, book);
    }
    finding(when, because)
}

impl When {
    /// Where a state gives less than federal law asks of it, nobody is late before both have passed. The aim stays.
    fn keep_to_the_floor(&mut self, floor: &Rule, dates: &Dates<'_>, book: &Book) {
        let start = floor.counts.as_ref().and_then(|counts| start(counts, dates, book));
        let Some(counted) = start.and_then(|(start, _)| count::count(floor, start.day, book)) else { return };
        if self.by_rule.is_some_and(|own| own.last_day < counted.last_day) {
            self.last_end = self.last_end.max(counted.last_day);
            let after = self.steps.iter().position(|step| matches!(step, Step::Ends(_))).map_or(0, |at| at + 1);
            self.steps.insert(after, Step::Floor(counted));
        }
    }
}

/// What stands in for a receipt that is not known: the day that the law presumes, or the printed date.
fn unknown_receipt(counts: &Counts, printed: Fact<Date>, book: &Book) -> Start {
    let (what, day) = match counts.presumed_mail {
        Some(mail) => (Started::Presumed, mail.from(printed.value, book)),
        None => (Started::Printed, printed.value),
    };
    Start { what, day, provenance: Some(printed.from) }
}

/// What starts a rule's clock, and the missing facts on which that rests.
fn start(counts: &Counts, dates: &Dates<'_>, book: &Book) -> Option<(Start, Vec<Field>)> {
    let start = |what, fact: Fact<Date>| Start { what, day: fact.value, provenance: Some(fact.from) };
    match counts.from {
        // Receipt unknown: the printed date, which can only be early.
        Trigger::NoticeReceived => {
            if let Some(received) = dates.received() {
                return Some((start(Started::Received, received), Vec::new()));
            }
            Some((unknown_receipt(counts, dates.printed()?, book), vec![Field::NoticeReceived]))
        }
        // Mailing and sending are no earlier than the printed date, which can only be early.
        Trigger::NoticeDate | Trigger::NoticeMailed | Trigger::NoticeSent | Trigger::DecisionTold => {
            Some((start(Started::Printed, dates.printed()?), Vec::new()))
        }
        // No level of appeal counts from these.
        Trigger::ClaimReceived
        | Trigger::AppealReceived
        | Trigger::ReviewRequestReceived
        | Trigger::RequestSent
        | Trigger::Booked
        | Trigger::BillReceived
        | Trigger::FirstBill
        | Trigger::Discharge
        | Trigger::ServicesEnd
        | Trigger::EffectiveDate
        | Trigger::ServiceDate
        | Trigger::Appointment
        | Trigger::Event
        | Trigger::InformationReceived
        | Trigger::RequestAndPapers
        | Trigger::RequestOrStatement
        | Trigger::PlanAppealFiled
        | Trigger::UnansweredRequest => None,
    }
}

fn build(
    counts: &Counts,
    start: Start,
    counted: Counted,
    from_printed: Option<(Date, Counted)>,
    dates: &Dates<'_>,
    book: &Book,
) -> When {
    let by_notice = dates.says();
    let day_zero = start.day;
    let mut steps = count::steps(counts, &start, counted, book);
    if counted.safe != counted.unrolled {
        steps.push(Step::WholeDays { day: counted.safe });
    }
    steps.extend(by_notice.iter().cloned().map(Step::NoticeSays));
    if let Some((printed, counted)) = from_printed {
        steps.push(Step::FromPrinted { printed, ends: counted.unrolled });
    }
    let ends = by_notice.iter().map(|says| says.day).chain([counted.last_day]);
    let (first_end, last_end) =
        ends.fold((counted.last_day, counted.last_day), |(first, last), day| (first.min(day), last.max(day)));
    // A rule that is itself the limit: a longer time in the notice is no right, only a ground to ask.
    let last_end = if counts.legal_kind == LegalKind::Fixed { counted.last_day } else { last_end };
    // A move to the next open day is the rule's gift; nobody should need it.
    let earliest =
        from_printed.map(|(_, counted)| counted.safe).into_iter().fold(counted.safe.min(first_end), Date::min);
    let careful =
        counts.safe_days.map(|days| (days, from_printed.map_or(day_zero, |(printed, _)| printed).plus_days(days)));
    let careful = careful.filter(|(_, day)| *day < earliest);
    steps.extend(careful.map(|(days, day)| Step::SafeDays { days, day }));
    let earliest = careful.map_or(earliest, |(_, day)| day);
    let readings = by_notice.iter().map(|says| says.day).chain(from_printed.map(|(_, counted)| counted.unrolled));
    if readings.into_iter().any(|day| day != counted.unrolled) {
        steps.push(Step::Earliest { day: earliest });
    }
    let moved = earliest == counted.unrolled && counted.last_day != counted.unrolled;
    let (last_steps, aim_for) = count::aim(earliest, moved, book);
    steps.extend(last_steps);
    let from_printed = from_printed.map(|(_, counted)| counted);
    When { start: Some(start), by_rule: Some(counted), from_printed, by_notice, aim_for, first_end, last_end, steps }
}

/// The dates by the notice alone. `ask` would settle which rule, if any, says more.
fn alone(dates: Option<&Dates<'_>>, book: &Book, mut ask: Vec<Field>) -> Finding<When> {
    let by_notice = dates.map(Dates::says).unwrap_or_default();
    let ends = || by_notice.iter().map(|says| says.day);
    let (Some(first_end), Some(last_end)) = (ends().min(), ends().max()) else {
        let more = match dates {
            Some(dates) if dates.states_a_window_without_a_start() => vec![Field::NoticeDate],
            Some(dates) if dates.states_for_another() => Vec::new(),
            Some(_) => vec![Field::StatedLastDay],
            None => vec![Field::NoticeDate, Field::NoticeReceived],
        };
        ask.extend(more.into_iter().filter(|field| !ask.contains(field)).collect::<Vec<_>>());
        return Finding::Unknown { ask };
    };
    if dates.is_some_and(Dates::states_a_window_without_its_date) && !ask.contains(&Field::NoticeDate) {
        ask.push(Field::NoticeDate);
    }
    if dates.is_some_and(Dates::may_state_for_another) {
        ask.push(Field::StatedForReview);
    }
    let mut steps: Vec<Step> = by_notice.iter().cloned().map(Step::NoticeSays).collect();
    if first_end != last_end {
        steps.push(Step::Earliest { day: first_end });
    }
    let (last_steps, aim_for) = count::aim(first_end, false, book);
    steps.extend(last_steps);
    let when = When { start: None, by_rule: None, from_printed: None, by_notice, aim_for, first_end, last_end, steps };
    finding(when, ask)
}

fn standing(when: &Finding<When>, done: Option<Date>, today: Date) -> Standing {
    if let Some(on) = done {
        return Standing::Done { on };
    }
    let Some(when) = when.value() else { return Standing::Unknown };
    if today > when.last_end {
        return Standing::Late { since: when.last_end };
    }
    if today > when.first_end {
        let notice = || when.by_notice.iter().map(|says| says.day);
        let (Some(first), Some(last)) = (notice().min(), notice().max()) else {
            return Standing::PastAim { last_day: when.last_end };
        };
        return match when.by_rule.map(|counted| counted.last_day) {
            // What federal law asks of the state is all that is left.
            Some(rule_day) if rule_day.max(last) < today => Standing::PastAim { last_day: when.last_end },
            Some(rule_day) if rule_day < today => Standing::BetweenDates { notice_day: last, rule_day },
            Some(rule_day) => Standing::BetweenDates { notice_day: first, rule_day },
            // The notice gives two days, and no rule is known.
            None => Standing::PastAim { last_day: when.last_end },
        };
    }
    match u32::try_from(today.days_until(when.aim_for)) {
        Ok(0) => Standing::Today,
        Ok(days_left) => Standing::Ahead { days_left },
        Err(_) => Standing::PastAim { last_day: when.first_end },
    }
}
