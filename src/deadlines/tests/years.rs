//! Lives of cases told on random days from 2024 to 2032, and what must hold of their dates at every turn.

use super::*;
use crate::case::Document;
use crate::kinds::{Matter, PaperKind};
use crate::rulebook::schema::Trigger;

/// Every kind of coverage, and every road beside.
const KINDS: [(From, Option<Funding>, Option<Matter>); 29] = [
    (From::Work, Some(Funding::EmployerPays), None),
    (From::Work, Some(Funding::InsurerPays), None),
    (From::Work, None, None),
    (From::PublicEmployer, None, None),
    (From::FederalEmployer, None, None),
    (From::Church, None, None),
    (From::Myself, None, None),
    (From::Myself, None, Some(Matter::Eligibility)),
    (From::Medicare, None, None),
    (From::Medicare, None, Some(Matter::HospitalDischarge)),
    (From::Medicare, None, Some(Matter::ServicesEnding)),
    (From::Medicare, None, Some(Matter::StatusChange)),
    (From::MedicareAdvantage, None, None),
    (From::MedicareAdvantage, None, Some(Matter::HospitalDischarge)),
    (From::MedicareAdvantage, None, Some(Matter::ServicesEnding)),
    (From::DualPlan, None, None),
    (From::PartD, None, None),
    (From::Medigap, None, None),
    (From::Medicaid, None, None),
    (From::MedicaidPlan, None, None),
    (From::Chip, None, None),
    (From::Tricare, None, None),
    (From::Va, None, None),
    (From::Champva, None, None),
    (From::Student, None, None),
    (From::ShortTerm, None, None),
    (From::SharingMinistry, None, None),
    (From::DentalVision, None, None),
    (From::None, None, None),
];

/// Days from the denial to what it announces: so far ahead that it comes after all that is told.
const ANNOUNCED: u32 = 3_000;

/// One life of a case: days counted from the request, coverage, and what the letters say.
#[derive(Clone, Debug)]
struct Life {
    request: Date,
    coverage: usize,
    timing: Option<Timing>,
    urgent: bool,
    /// From the request to the denial, and from there to its receipt.
    denied: (u32, u32),
    window: Option<u32>,
    /// From receipt to the sending of the appeal, and from there to its arrival.
    appealed: (u32, u32),
    asked_for_papers: bool,
    /// From the sending to the date of the answer, and from there to its receipt.
    answered: (u32, u32),
    stated: Option<u32>,
    /// From the receipt of the answer to the second appeal.
    again: u32,
    /// From there to today.
    later: u32,
}

fn life() -> impl Strategy<Value = Life> {
    let days = (0..2_900u32).prop_map(|days| day("2024-01-01").plus_days(days));
    let timing = prop::option::of(prop::sample::select(vec![
        Timing::PreService,
        Timing::PostService,
        Timing::Concurrent,
        Timing::Urgent,
    ]));
    let care = (days, 0..KINDS.len(), timing, any::<bool>());
    let denial = ((1..60u32, 0..40u32), prop::option::of(1..400u32), (0..250u32, 0..9u32), any::<bool>());
    let answer = ((0..90u32, 0..40u32), prop::option::of(1..400u32), 0..200u32, 0..400u32);
    (care, denial, answer).prop_map(|(care, denial, answer)| {
        let (request, coverage, timing, urgent) = care;
        let (denied, window, appealed, asked_for_papers) = denial;
        let (answered, stated, again, later) = answer;
        Life {
            request,
            coverage,
            timing,
            urgent,
            denied,
            window,
            appealed,
            asked_for_papers,
            answered,
            stated,
            again,
            later,
        }
    })
}

/// What happened at a turn, and so why dates may go that stood before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Told,
    Decided,
    Appealed,
    Answered,
    AppealedAgain,
    AnsweredAgain,
    PapersCame,
    Won,
}

impl Turn {
    /// The dates that this turn may end.
    fn ends(self, road: Option<&Track>, deadline: &Deadline<'static>) -> bool {
        let papers = deadline.side == Side::Theirs && deadline.rule.is_some_and(|rule| rule.id == "plan-documents");
        match (self, deadline.side) {
            (Self::Told | Self::Appealed | Self::AppealedAgain, _) | (Self::PapersCame, Side::Mine) => false,
            (Self::Decided, _) => deadline.level == LevelKind::FirstDecision,
            // They were silent no longer.
            (Self::Answered, Side::Mine) => deadline.rule.is_some_and(of_silence),
            (Self::Answered | Self::AnsweredAgain, Side::Theirs) => !papers,
            // The step that was lost makes room for the next one, but for those that may still be open.
            (Self::AnsweredAgain, Side::Mine) => !is_first(road, deadline) && road.is_some_and(ladder::climbs),
            (Self::PapersCame, Side::Theirs) => papers,
            // The appeal that was sent stays; what would have come after it goes.
            (Self::Won, Side::Mine) => !is_first(road, deadline),
            (Self::Won, Side::Theirs) => true,
        }
    }
}

/// Whether it is the step with which the appeals of the road begin; on a road that is not known, the internal appeal.
fn is_first(road: Option<&Track>, deadline: &Deadline<'static>) -> bool {
    match (road.and_then(ladder::first), deadline.step) {
        (Some(first), Some(step)) => first.id == step.id,
        (None | Some(_), _) => deadline.level == LevelKind::InternalAppeal,
    }
}

impl Life {
    /// The case after each turn, told on the last day, with the receipt of each letter later by `delay` days.
    fn turns(&self, delay: u32) -> Vec<(Turn, Told)> {
        let denied = self.request.plus_days(self.denied.0);
        let received = denied.plus_days(self.denied.1);
        let sent = received.plus_days(self.appealed.0);
        let answered = sent.plus_days(self.answered.0);
        let answer_came = answered.plus_days(self.answered.1);
        let again = answer_came.plus_days(self.again);
        let today = again.plus_days(self.later + delay);
        let open = Case::open(CaseId("life".to_owned()), self.request);
        let mut told = Told { case: open, on: today };
        let (from, funding, matter) = KINDS[self.coverage];
        told = told.fact(Field::CoverageFrom, Value::Choice(Choice::From(from)));
        if let Some(funding) = funding {
            told = told.fact(Field::Funding, Value::Choice(Choice::Funding(funding)));
        }
        if let Some(matter) = matter {
            told = told.fact(Field::Matter, Value::Choice(Choice::Matter(matter)));
        }
        for field in [Field::LeavesHospital, Field::ServicesEnd, Field::ChangeStarts] {
            told = told.fact(field, Value::Day(denied.plus_days(ANNOUNCED)));
        }
        if let Some(timing) = self.timing {
            told = told.timing(timing);
        }
        told = told.fact(Field::Urgent, Value::Yes(self.urgent)).fact(Field::RequestSent, Value::Day(self.request));
        let mut turns = vec![(Turn::Told, told.clone())];
        let mut turn = |turn: Turn, next: Told| {
            turns.push((turn, next.clone()));
            next
        };
        told = told
            .fact(Field::NoticeDate, Value::Day(denied))
            .fact(Field::NoticeReceived, Value::Day(received.plus_days(delay)));
        if let Some(window) = self.window {
            told = told.window(window);
        }
        told = turn(Turn::Decided, told);
        if self.asked_for_papers {
            told = told.letter(LetterKind::L14, received, None);
            told = turn(Turn::Told, told);
        }
        told = turn(Turn::Appealed, told.letter(LetterKind::L01, sent, Some(sent.plus_days(self.appealed.1))));
        told = turn(Turn::Answered, self.answer(told, answer_came, answered, answer_came.plus_days(delay)));
        told = turn(Turn::AppealedAgain, told.letter(LetterKind::L01, again, None));
        told = turn(Turn::AnsweredAgain, self.answer(told, again.plus_days(1).min(today), answered, again));
        let number = Number(told.case.next_number);
        let (title, text) = (String::new(), String::new());
        let booklet = Document { number, kind: PaperKind::PlanDocument, title, dated: None, added: today, text };
        told = turn(Turn::PapersCame, told.change(Change::DocumentAdded(booklet)));
        let number = Number(told.case.next_number);
        let won = Event { number, on: today, what: EventKind::Won, note: String::new() };
        turn(Turn::Won, told.change(Change::EventAdded(won)));
        turns
    }

    /// A no, with a letter of its own.
    fn answer(&self, told: Told, on: Date, printed: Date, received: Date) -> Told {
        let number = Number(told.case.next_number);
        let mut told = told
            .change(Change::NoticeAdded { number })
            .fact(Field::NoticeDate, Value::Day(printed))
            .fact(Field::NoticeReceived, Value::Day(received));
        if let Some(stated) = self.stated {
            told = told.fact(Field::StatedLastDay, Value::Day(printed.plus_days(stated)));
        }
        let number = Number(told.case.next_number);
        told.change(Change::EventAdded(Event { number, on, what: EventKind::Lost, note: String::new() }))
    }
}

type Key = (Side, LevelKind, Option<&'static str>);

fn key(deadline: &Deadline<'static>) -> Key {
    (deadline.side, deadline.level, deadline.rule.map(|rule| rule.id.as_str()))
}

fn all(told: &Told) -> Vec<Deadline<'static>> {
    let Deadlines { mine, theirs } = told.deadlines();
    mine.into_iter().chain(theirs).collect()
}

fn dated(told: &Told) -> Vec<(Key, When)> {
    all(told).iter().filter_map(|deadline| Some((key(deadline), deadline.when.value()?.clone()))).collect()
}

proptest! {
    #[test]
    fn the_target_never_comes_after_the_limit(life in life()) {
        for (turn, told) in life.turns(0) {
            for (key, when) in dated(&told) {
                prop_assert!(when.aim_for <= when.first_end, "{key:?} after {turn:?}");
                prop_assert!(when.first_end <= when.last_end, "{key:?} after {turn:?}");
            }
        }
    }

    #[test]
    fn a_later_receipt_never_gives_an_earlier_date(life in life(), delay in 1..60u32) {
        for ((turn, sooner), (_, later)) in life.turns(0).iter().zip(&life.turns(delay)) {
            let later = dated(later);
            for (key, sooner) in dated(sooner) {
                let twin = later.iter().find(|(other, _)| *other == key);
                prop_assert!(twin.is_some(), "{key:?} went after {turn:?} because the letter came later");
                let Some((_, later)) = twin else { continue };
                // The book's amounts begin between the two days: before, the notice alone spoke.
                if sooner.by_rule.is_none() && later.by_rule.is_some() {
                    continue;
                }
                let pairs = [
                    (sooner.aim_for, later.aim_for),
                    (sooner.first_end, later.first_end),
                    (sooner.last_end, later.last_end),
                ];
                prop_assert!(pairs.iter().all(|(sooner, later)| sooner <= later), "{:?} after {:?}", key, turn);
            }
        }
    }

    #[test]
    fn no_clock_ends_before_what_starts_it_and_none_runs_before_it_happened(life in life()) {
        let mut seen = Vec::new();
        for (turn, told) in life.turns(0) {
            seen.push(turn);
            let road = road(&told.case, book());
            for deadline in all(&told) {
                let needs = match (deadline.side, deadline.level) {
                    (_, LevelKind::FirstDecision) => Turn::Told,
                    (Side::Mine, _) if is_first(road, &deadline) => Turn::Decided,
                    // A second request may be made where the first was not answered.
                    (Side::Mine, _) if deadline.rule.is_some_and(of_silence) => Turn::Appealed,
                    (Side::Mine, _) => Turn::Answered,
                    // The plan's papers serve the appeal, and are asked for before it is sent.
                    (Side::Theirs, _) if deadline.step.is_none() => Turn::Decided,
                    (Side::Theirs, _) if is_first(road, &deadline) => Turn::Appealed,
                    (Side::Theirs, _) => Turn::AppealedAgain,
                };
                prop_assert!(seen.contains(&needs), "{:?} after {turn:?}", key(&deadline));
                let Some(when) = deadline.when.value() else { continue };
                let (Some(start), Some(rule)) = (&when.start, when.by_rule) else { continue };
                let counts = deadline.rule.and_then(|rule| rule.counts.as_ref()).expect("it counted");
                if counts.before {
                    prop_assert!(when.aim_for < start.day && rule.last_day < start.day, "{:?}", key(&deadline));
                    continue;
                }
                let least = u32::from(!counts.same_day);
                prop_assert!(start.day.plus_days(least) <= rule.last_day, "{:?} after {turn:?}", key(&deadline));
                prop_assert!(when.last_end >= start.day, "{:?} after {turn:?}", key(&deadline));
                prop_assert!(rule.safe <= rule.unrolled && rule.unrolled <= rule.last_day);
            }
        }
    }

    #[test]
    fn a_date_goes_only_for_a_reason_that_has_a_name(life in life()) {
        let turns = life.turns(0);
        for pair in turns.windows(2) {
            let [(_, before), (turn, after)] = pair else { unreachable!("windows of two") };
            let left: Vec<Key> = dated(after).into_iter().map(|(key, _)| key).collect();
            for deadline in all(before).into_iter().filter(|deadline| deadline.when.value().is_some()) {
                let key = key(&deadline);
                let road = road(&before.case, book());
                prop_assert!(left.contains(&key) || turn.ends(road, &deadline), "{key:?} went after {turn:?}");
            }
        }
    }
}

fn of_silence(rule: &Rule) -> bool {
    rule.counts.as_ref().is_some_and(|counts| counts.from == Trigger::UnansweredRequest)
}
