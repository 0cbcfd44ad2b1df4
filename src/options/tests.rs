//! Which routes are open when, and what they cost. Whole tables are in `tests/it/options.rs`.

use super::*;
use crate::case::coverage::{From, Funding};
use crate::case::fact::Choice;
use crate::case::{
    CaseId, Change, Detail, Event, EventKind, Number, Provenance, Sending, SentBy, Statement, StatementLine, Total,
    Value,
};
use crate::kinds::{StatementKind, Timing, TotalKind};
use crate::rulebook::{LevelKind, book};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2024-02-01")
}

/// A case in the making.
struct Build(Case);

impl Build {
    fn new(purpose: Purpose) -> Self {
        Self(Case::open(CaseId("c1".to_owned()), today())).and(Change::OpenedFor(purpose))
    }

    /// A denial of January 15, 2024, of a plan from work that pays claims itself.
    fn denial() -> Self {
        Self::new(Purpose::Denial)
            .covered(From::Work, Some(Funding::EmployerPays))
            .says(Field::NoticeDate, Value::Day(day("2024-01-15")))
    }

    fn and(self, change: Change) -> Self {
        Self(self.0.apply(change, day("2026-11-23")).unwrap())
    }

    fn says(self, field: Field, value: Value) -> Self {
        self.and(Change::Learned { field, value, from: said() })
    }

    fn covered(self, from: From, funding: Option<Funding>) -> Self {
        let case = self.says(Field::CoverageFrom, Value::Choice(Choice::From(from)));
        funding
            .into_iter()
            .fold(case, |case, funding| case.says(Field::Funding, Value::Choice(Choice::Funding(funding))))
    }

    fn timed(self, timing: Timing) -> Self {
        self.says(Field::Timing, Value::Choice(Choice::Timing(timing)))
    }

    /// The appeal sent and arrived on a day.
    fn appealed(self, on: &str) -> Self {
        let begun = self.and(Change::LetterBegun { kind: LetterKind::L01, about_call: None });
        let letter = begun.0.letters[0].number;
        let sending =
            Sending { on: day(on), how: SentBy::Fax, proof: String::new(), arrived: Some(day(on)), time: None };
        begun.and(Change::LetterSent { letter, text: "The appeal".to_owned(), sending })
    }

    fn happened(self, what: EventKind, on: &str) -> Self {
        let number = Number(self.0.next_number);
        self.and(Change::EventAdded(Event { number, on: day(on), what, note: String::new() }))
    }

    /// A bill of one line that asks for an amount.
    fn billed(self, due: i64, code: &str) -> Self {
        let line = StatementLine {
            on: Some(day("2024-01-05")),
            code: code.to_owned(),
            what: "Visit".to_owned(),
            units: None,
            billed: Some(Cents(due)),
            allowed: None,
            plan_paid: None,
            share: None,
            detail: Detail::default(),
            from: said(),
        };
        let totals =
            [TotalKind::Charges, TotalKind::AmountDue].map(|kind| Total { kind, amount: Cents(due), from: said() });
        let number = Number(self.0.next_number);
        let bill =
            Statement { lines: vec![line], totals: totals.to_vec(), ..Statement::new(number, StatementKind::Bill) };
        self.and(Change::StatementAdded(bill))
    }

    #[track_caller]
    fn route(&self, wanted: Kind, today: Date) -> Route<'static> {
        let same = |kind: Kind| std::mem::discriminant(&kind) == std::mem::discriminant(&wanted);
        of(&self.0, book(), today, None).into_iter().find(|route| same(route.kind)).unwrap()
    }

    #[track_caller]
    fn check(&self, kind: Kind, expected: State) -> &Self {
        assert_eq!(self.route(kind, today()).state, expected, "{kind:?}");
        self
    }
}

fn said() -> Provenance {
    Provenance::Statement { on: today() }
}

const PLAN: Kind = Kind::Plan(Months::USUAL);

#[test]
fn the_appeal_is_open_until_it_is_sent_and_its_day_is_that_of_the_deadlines() {
    let case = Build::denial();
    case.check(Kind::InternalAppeal, State::Open);
    let by = case.route(Kind::InternalAppeal, today()).by;
    assert_eq!(by, By::Aim { day: day("2024-07-12"), last: day("2024-07-13") });
    assert_eq!(case.route(Kind::InternalAppeal, day("2024-07-13")).by, By::Today { last: day("2024-07-13") });
    let late = case.route(Kind::InternalAppeal, day("2024-08-01"));
    assert_eq!((late.state, late.by), (State::Open, By::Passed { since: day("2024-07-13") }));
    let sent = case.appealed("2024-01-31");
    sent.check(Kind::InternalAppeal, State::NotNow(Reason::AppealSent(day("2024-01-31"))));
    assert_eq!(sent.route(Kind::InternalAppeal, today()).by, By::None(NoDay::NotNow));
}

#[test]
fn without_coverage_or_a_date_the_appeal_asks_for_them() {
    let unknown = Build::new(Purpose::Denial);
    unknown.check(Kind::InternalAppeal, State::Unknown(Field::CoverageFrom));
    let undated = Build::new(Purpose::Denial).covered(From::Myself, None);
    undated.check(Kind::InternalAppeal, State::Open);
    assert_eq!(undated.route(Kind::InternalAppeal, today()).by, By::None(NoDay::NotKnown(Field::NoticeDate)));
    Build::new(Purpose::Denial)
        .covered(From::None, None)
        .check(Kind::InternalAppeal, State::NotNow(Reason::NoCoverage));
}

#[test]
fn the_law_of_another_coverage_is_never_borrowed() {
    let case =
        Build::new(Purpose::Denial).covered(From::Church, None).says(Field::NoticeDate, Value::Day(day("2024-01-15")));
    case.check(Kind::InternalAppeal, State::Open);
    let route = case.route(Kind::InternalAppeal, today());
    assert_eq!((route.cost.now, route.cost.said, route.only_if), (Amount::Open, "", ""));
    case.check(Kind::ExternalReview, State::NotNow(Reason::NotInBook));
    case.check(Kind::Complaint, State::NotNow(Reason::NotInBook));
}

#[test]
fn the_review_outside_the_plan_comes_after_the_appeal() {
    let case = Build::denial();
    case.check(Kind::ExternalReview, State::NotNow(Reason::AfterAppeal));
    let lost = Build::denial().appealed("2024-01-20").happened(EventKind::Lost, "2024-01-31");
    lost.check(Kind::ExternalReview, State::Open).check(Kind::InternalAppeal, State::NotNow(Reason::AppealDecided));
    assert!(!lost.route(Kind::ExternalReview, today()).only_if.is_empty());
    let won = Build::denial().appealed("2024-01-20").happened(EventKind::Won, "2024-01-31");
    won.check(Kind::ExternalReview, State::NotNow(Reason::Won)).check(Kind::PeerToPeer, State::NotNow(Reason::Won));
}

#[test]
fn when_it_is_urgent_the_review_can_run_beside_the_appeal() {
    let case = Build::denial().says(Field::Urgent, Value::Yes(true));
    case.check(Kind::ExternalReview, State::Open);
    assert_eq!(case.route(Kind::ExternalReview, today()).by, By::None(NoDay::BesideAppeal(Some(day("2024-07-12")))));
}

#[test]
fn an_answer_that_is_overdue_is_said() {
    let case = Build::denial().timed(Timing::PostService).appealed("2024-01-20");
    case.check(Kind::ExternalReview, State::NotNow(Reason::AfterAppeal));
    let State::NotNow(Reason::AnswerOverdue(since)) = case.route(Kind::ExternalReview, day("2024-12-01")).state else {
        panic!("{:?}", case.route(Kind::ExternalReview, day("2024-12-01")))
    };
    assert!(since < day("2024-12-01"));
}

#[test]
fn what_runs_beside_the_appeal_stops_no_clock() {
    let case = Build::denial().timed(Timing::PostService);
    for kind in [Kind::PeerToPeer, Kind::CorrectedClaim] {
        case.check(kind, State::Open);
        let route = case.route(kind, today());
        assert_eq!((route.clock, route.by), (Clock::NoRule, By::None(NoDay::BesideAppeal(Some(day("2024-07-12"))))));
    }
    let insured = Build::new(Purpose::Denial).covered(From::Work, Some(Funding::InsurerPays));
    let clock = insured.route(Kind::Complaint, today()).clock;
    assert!(matches!(clock, Clock::DoesNotStop(rule) if rule.id == "state-complaint"), "{clock:?}");
}

#[test]
fn a_claim_is_corrected_only_after_care() {
    Build::denial().check(Kind::CorrectedClaim, State::Unknown(Field::Timing));
    Build::denial().timed(Timing::PreService).check(Kind::CorrectedClaim, State::NotNow(Reason::CareNotGiven));
}

#[test]
fn an_exception_wants_a_provider_outside_and_nobody_inside() {
    let yes = |case: Build, field, yes| case.says(field, Value::Yes(yes));
    let (network, nobody) = (Field::InNetwork, Field::NoNetworkProvider);
    Build::denial().check(Kind::NetworkException, State::Unknown(network));
    yes(Build::denial(), network, true).check(Kind::NetworkException, State::NotNow(Reason::InNetwork));
    let outside = || yes(Build::denial(), network, false);
    outside().check(Kind::NetworkException, State::Unknown(nobody));
    yes(outside(), nobody, true).check(Kind::NetworkException, State::Open);
    yes(outside(), nobody, false).check(Kind::NetworkException, State::NotNow(Reason::SomebodyInNetwork));
}

#[test]
fn a_drug_exception_stands_only_where_the_book_has_one() {
    let own = Build::new(Purpose::Denial).covered(From::Myself, None);
    own.check(Kind::DrugException, State::Unknown(Field::Service));
    Build::denial().check(Kind::DrugException, State::NotNow(Reason::NoRule));
    Build::new(Purpose::Denial).check(Kind::DrugException, State::Unknown(Field::CoverageFrom));
}

#[test]
fn an_appeal_is_free_where_the_book_says_so() {
    for track in &book().tracks {
        // Coverage with few rights has an appeal only as its own papers give it, at a cost that the law does not name.
        let appeals = track.levels.iter().filter(|level| level.kind == LevelKind::InternalAppeal);
        for level in appeals.filter(|level| !level.file_by.is_empty()) {
            assert_eq!(level.cost, "Free.", "{}", track.name);
        }
    }
    assert_eq!(Build::denial().route(Kind::InternalAppeal, today()).cost.in_all, Amount::Exactly(Cents(0)));
    let own = Build::new(Purpose::Denial).covered(From::Myself, None);
    let cost = own.route(Kind::ExternalReview, today()).cost;
    assert_eq!(cost.now, Amount::Open);
    assert!(!cost.said.is_empty());
}

#[test]
fn a_bill_without_an_amount_asks_for_it() {
    let case = Build::new(Purpose::Bill);
    case.check(Kind::Pay, State::Unknown(Field::AmountDue)).check(PLAN, State::Unknown(Field::AmountDue));
    case.check(Kind::Dispute, State::Open);
    assert_eq!(case.route(PLAN, today()).cost.now, Amount::Unknown(Field::AmountDue));
    assert_eq!(case.route(Kind::Dispute, today()).letter, Some(LetterKind::L60));
}

#[test]
fn a_checked_bill_can_be_paid_and_one_with_questions_cannot_yet() {
    Build::new(Purpose::Bill)
        .billed(22_000, "99213")
        .check(Kind::Pay, State::Open)
        .check(Kind::Dispute, State::NotNow(Reason::NothingToAsk));
    let asks = Build::new(Purpose::Bill).billed(22_000, "");
    asks.check(Kind::Pay, State::NotNow(Reason::QuestionsFirst { questions: 1 })).check(Kind::Dispute, State::Open);
    let disputed = Build::denial().billed(22_000, "99213");
    disputed.check(Kind::Pay, State::NotNow(Reason::DecisionInDispute));
}

#[test]
fn nothing_due_leaves_nothing_to_pay() {
    let case = Build::new(Purpose::Bill).billed(0, "99213");
    for kind in [Kind::Pay, PLAN, Kind::LumpSum, Kind::Assistance] {
        case.check(kind, State::NotNow(Reason::NothingDue));
    }
    assert_eq!(case.route(PLAN, today()).cost.in_all, Amount::Exactly(Cents(0)));
}

#[test]
fn a_plan_is_as_long_as_the_person_says_or_can_pay_for() {
    let case = Build::new(Purpose::Bill).billed(22_000, "99213");
    let plan = case.route(PLAN, today());
    assert_eq!((plan.kind, plan.cost.now), (PLAN, Amount::Exactly(Cents(1_834))));
    let monthly = |cents| {
        Build::new(Purpose::Bill).billed(22_000, "99213").says(Field::CanPayMonthly, Value::Money(Cents(cents)))
    };
    assert_eq!(monthly(5_000).route(PLAN, today()).kind, Kind::Plan(Months::new(5).unwrap()));
    monthly(0).check(PLAN, State::NotNow(Reason::NothingToPayWith));
    let chosen = of(&monthly(0).0, book(), today(), Months::new(24));
    let plan = chosen.iter().find(|route| matches!(route.kind, Kind::Plan(_))).unwrap();
    assert_eq!((plan.kind, plan.state), (Kind::Plan(Months::new(24).unwrap()), State::Open));
    assert_eq!(plan.cost.in_all, Amount::Exactly(Cents(22_000)));
}

#[test]
fn an_offer_is_what_the_person_can_pay_at_once() {
    let offer =
        |cents| Build::new(Purpose::Bill).billed(22_000, "99213").says(Field::CanPayNow, Value::Money(Cents(cents)));
    Build::new(Purpose::Bill).billed(22_000, "99213").check(Kind::LumpSum, State::Unknown(Field::CanPayNow));
    offer(0).check(Kind::LumpSum, State::NotNow(Reason::NothingToPayWith));
    assert_eq!(offer(15_000).route(Kind::LumpSum, today()).cost.in_all, Amount::Exactly(Cents(15_000)));
    assert_eq!(offer(30_000).route(Kind::LumpSum, today()).cost.in_all, Amount::AtMost(Cents(22_000)));
}

#[test]
fn the_day_of_a_bill_is_the_billers() {
    let case = |due: &str| Build::new(Purpose::Bill).billed(22_000, "99213").says(Field::BillDue, Value::Day(day(due)));
    assert_eq!(case("2024-02-01").route(Kind::Pay, today()).by, By::BillSays(day("2024-02-01")));
    assert_eq!(case("2024-01-31").route(Kind::Pay, today()).by, By::BillSaid(day("2024-01-31")));
    let none = Build::new(Purpose::Bill).billed(22_000, "99213").route(Kind::Pay, today());
    assert_eq!((none.by, none.clock), (By::None(NoDay::NotKnown(Field::BillDue)), Clock::NoAppeal));
}

#[test]
fn only_what_the_case_is_about_is_shown() {
    let kinds = |case: Build| of(&case.0, book(), today(), None).len();
    assert_eq!(kinds(Build::new(Purpose::Denial)), 7);
    assert_eq!(kinds(Build::new(Purpose::Bill)), 5);
    assert_eq!(kinds(Build::new(Purpose::Planning)), 0);
    assert_eq!(kinds(Build::denial().billed(100, "99213")), 12);
}

#[test]
fn what_is_not_decided_yet_cannot_be_appealed() {
    let waits = Build::new(Purpose::Denial)
        .covered(From::Work, Some(Funding::EmployerPays))
        .says(Field::RequestSent, Value::Day(day("2024-01-20")));
    waits.check(Kind::InternalAppeal, State::NotNow(Reason::NotDecided));
    Build::denial().check(Kind::InternalAppeal, State::Open);
}
