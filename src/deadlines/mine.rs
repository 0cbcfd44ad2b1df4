//! By when must I: the internal appeal, and once it was lost the second appeal, where the plan has one, and the external
//! review.

use super::count::{self, Counted, Step};
use super::notice::Dates;
use super::past::{Answer, Past};
use super::{Deadline, Side, Standing, Start, Started, When, finding};
use crate::case::{Case, Fact};
use crate::civil::Date;
use crate::finding::Finding;
use crate::kinds::Field;
use crate::rulebook::schema::{Counts, LegalKind, Trigger};
use crate::rulebook::{Book, LevelKind, Rule, Track};

/// My deadlines on a known road.
pub(super) fn on<'b>(track: &'b Track, case: &Case, book: &'b Book, past: &Past, today: Date) -> Vec<Deadline<'b>> {
    let mut all = Vec::new();
    if let (true, Some(dates)) = (past.speaks_of_the_appeal(), Dates::of_denial(case, past)) {
        all.extend(level(track, LevelKind::InternalAppeal, &dates, book, past, today));
    }
    if past.answer == Some(Answer::Lost) {
        all.extend(second_appeal(track, case, book, past, today));
        let two_steps = track.level(LevelKind::SecondInternalAppeal).is_some();
        match Dates::of_answer(case, past, LevelKind::ExternalReview, two_steps) {
            Some(dates) => all.extend(level(track, LevelKind::ExternalReview, &dates, book, past, today)),
            None => all.extend(rules(track, LevelKind::ExternalReview, book).map(|rule| Deadline {
                side: Side::Mine,
                level: LevelKind::ExternalReview,
                rule: Some(rule),
                sources: book.binding(rule, track.coverage).into_iter().collect(),
                when: Finding::Unknown { ask: vec![Field::NoticeDate, Field::NoticeReceived] },
                standing: Standing::Unknown,
            })),
        }
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
        LevelKind::FirstDecision | LevelKind::InternalAppeal | LevelKind::DrugException | LevelKind::Court => {
            Some(Dates::of_denial(case, past)?)
        }
    };
    let when = alone(dates.as_ref(), book, ask);
    let standing = standing(&when, done(level, past), today);
    Some(Deadline { side: Side::Mine, level, rule: None, sources: Vec::new(), when, standing })
}

fn rules<'b>(track: &'b Track, kind: LevelKind, book: &'b Book) -> impl Iterator<Item = &'b Rule> {
    track.level(kind).into_iter().flat_map(|level| &level.file_by).filter_map(|id| book.rule(id))
}

fn level<'b>(
    track: &'b Track,
    kind: LevelKind,
    dates: &Dates<'_>,
    book: &'b Book,
    past: &Past,
    today: Date,
) -> Vec<Deadline<'b>> {
    rules(track, kind, book)
        .map(|rule| {
            let when = by_rule(rule, dates, book);
            let standing = standing(&when, done(kind, past), today);
            let sources = book.binding(rule, track.coverage).into_iter().collect();
            Deadline { side: Side::Mine, level: kind, rule: Some(rule), sources, when, standing }
        })
        .collect()
}

fn done(level: LevelKind, past: &Past) -> Option<Date> {
    match level {
        LevelKind::InternalAppeal => past.sent.map(|sent| sent.on),
        LevelKind::SecondInternalAppeal => past.again.map(|again| again.on),
        LevelKind::FirstDecision | LevelKind::DrugException | LevelKind::ExternalReview | LevelKind::Court => None,
    }
}

/// The dates by a rule and by the notice.
fn by_rule(rule: &Rule, dates: &Dates<'_>, book: &Book) -> Finding<When> {
    let Some(counts) = rule.counts.as_ref() else { return alone(Some(dates), book, Vec::new()) };
    match counts.legal_kind {
        // The state may give less than the number: only the notice says how much.
        LegalKind::Maximum => return alone(Some(dates), book, Vec::new()),
        LegalKind::Minimum | LegalKind::Fixed => {}
    }
    let printed = dates.printed();
    let Some((start, mut because)) = start(counts, dates) else {
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
    if rule.varies_by_state {
        because.push(Field::State);
    }
    if dates.may_state_for_another() {
        because.push(Field::StatedForReview);
    }
    finding(build(counts, start, counted, from_printed, dates, book), because)
}

/// What starts a rule's clock, and the missing facts on which that rests.
fn start(counts: &Counts, dates: &Dates<'_>) -> Option<(Start, Vec<Field>)> {
    let start = |what, fact: Fact<Date>| Start { what, day: fact.value, provenance: Some(fact.from) };
    match counts.from {
        // Receipt unknown: the printed date, which can only be early.
        Trigger::NoticeReceived => match dates.received() {
            Some(received) => Some((start(Started::Received, received), Vec::new())),
            None => Some((start(Started::Printed, dates.printed()?), vec![Field::NoticeReceived])),
        },
        Trigger::NoticeDate => Some((start(Started::Printed, dates.printed()?), Vec::new())),
        // No level of appeal counts from these.
        Trigger::ClaimReceived
        | Trigger::AppealReceived
        | Trigger::ReviewRequestReceived
        | Trigger::RequestSent
        | Trigger::Booked
        | Trigger::BillReceived
        | Trigger::FirstBill => None,
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
    // A move to the next open day is the rule's gift; nobody should need it.
    let earliest =
        from_printed.map(|(_, counted)| counted.safe).into_iter().fold(counted.safe.min(first_end), Date::min);
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
