//! Denials told change by change, and what the two clocks make of them.

mod hours;
mod levels;
mod programs;
mod states;
mod years;

use proptest::prelude::*;

use super::*;
use crate::case::coverage::{From, Funding};
use crate::case::fact::Choice;
use crate::case::{CaseId, Change, Event, EventKind, Number, Sending, SentBy, Value, Window};
use crate::kinds::LetterKind;
use crate::rulebook::book;

fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

/// A case being told, change by change.
#[derive(Clone)]
struct Told {
    case: Case,
    on: Date,
}

impl Told {
    fn on(today: &str) -> Self {
        Self { case: Case::open(CaseId("one".to_owned()), day("2023-01-01")), on: day(today) }
    }

    /// From work; the card says "administered by".
    fn self_funded(today: &str) -> Self {
        Self::on(today)
            .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)))
            .fact(Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays)))
    }

    fn insured(today: &str) -> Self {
        Self::on(today)
            .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)))
            .fact(Field::Funding, Value::Choice(Choice::Funding(Funding::InsurerPays)))
    }

    fn change(mut self, change: Change) -> Self {
        self.case = self.case.apply(change, self.on).expect("the test tells what fits");
        self
    }

    fn fact(self, field: Field, value: Value) -> Self {
        let from = Provenance::Statement { on: self.on };
        self.change(Change::Learned { field, value, from })
    }

    fn dated(self, field: Field, text: &str) -> Self {
        self.fact(field, Value::Day(day(text)))
    }

    fn window(self, days: u32) -> Self {
        self.fact(Field::StatedWindow, Value::Window(Window::Days(days)))
    }

    fn timing(self, timing: Timing) -> Self {
        self.fact(Field::Timing, Value::Choice(Choice::Timing(timing)))
    }

    fn sent(self, on: &str, arrived: Option<&str>) -> Self {
        self.letter(LetterKind::L01, day(on), arrived.map(day))
    }

    fn letter(self, kind: LetterKind, on: Date, arrived: Option<Date>) -> Self {
        let letter = Number(self.case.next_number);
        let sending = Sending { on, how: SentBy::Fax, proof: String::new(), arrived, time: None };
        self.change(Change::LetterBegun { kind, about_call: None }).change(Change::LetterSent {
            letter,
            text: "Please overturn this.".to_owned(),
            sending,
        })
    }

    fn happened(self, what: EventKind, on: &str) -> Self {
        let event = Event { number: Number(self.case.next_number), on: day(on), what, note: String::new() };
        self.change(Change::EventAdded(event))
    }

    /// The plan said no again: the event, and the answer's own notice with the date printed on it.
    fn refused_again(self, on: &str, printed: &str) -> Self {
        let number = Number(self.case.next_number);
        self.change(Change::NoticeAdded { number }).dated(Field::NoticeDate, printed).happened(EventKind::Lost, on)
    }

    fn deadlines(&self) -> Deadlines<'static> {
        of(&self.case, book(), self.on)
    }

    fn mine(&self) -> Deadline<'static> {
        self.deadlines().mine.first().expect("one deadline is mine").clone()
    }
}

fn when<'a>(deadline: &'a Deadline<'_>) -> &'a When {
    deadline.when.value().expect("the dates can be said")
}

/// Mine at one step of the road.
fn at<'d>(deadlines: &'d Deadlines<'static>, level: LevelKind) -> Vec<&'d Deadline<'static>> {
    deadlines.mine.iter().filter(|deadline| deadline.level == level).collect()
}

fn cites(deadline: &Deadline<'_>) -> Vec<String> {
    deadline.sources.iter().map(|source| source.cite.clone()).collect()
}

/// The denial of the first journey: dated January 15, 2024, within 180 days, a self-funded plan, receipt unknown.
fn first_journey(today: &str) -> Told {
    Told::self_funded(today).dated(Field::NoticeDate, "2024-01-15").window(180)
}

#[test]
fn the_first_journey_aims_for_friday_before_saturday_july_13() {
    let mine = first_journey("2024-02-01").mine();
    let dates = when(&mine);
    assert_eq!(dates.by_rule.map(|rule| rule.last_day), Some(day("2024-07-13")));
    assert_eq!(dates.by_notice.iter().map(|says| says.day).collect::<Vec<_>>(), [day("2024-07-13")]);
    assert_eq!(dates.aim_for, day("2024-07-12"));
    assert_eq!(mine.standing, Standing::Ahead { days_left: 162 });
    assert!(matches!(&mine.when, Finding::Assumed { because, .. } if *because == [Field::NoticeReceived]));
    assert_eq!(cites(&mine), ["29 CFR 2560.503-1(h)(3)(i); 29 CFR 2590.715-2719(b)(2)(i)"]);
    assert_eq!(first_journey("2026-11-23").mine().standing, Standing::Late { since: day("2024-07-13") });
}

#[test]
fn each_side_of_the_aim_and_of_the_last_day_has_its_standing() {
    for (today, expected) in [
        ("2024-07-11", Standing::Ahead { days_left: 1 }),
        ("2024-07-12", Standing::Today),
        ("2024-07-13", Standing::PastAim { last_day: day("2024-07-13") }),
        ("2024-07-14", Standing::Late { since: day("2024-07-13") }),
    ] {
        assert_eq!(first_journey(today).mine().standing, expected, "{today}");
    }
}

#[test]
fn a_shorter_window_in_the_notice_is_aimed_for_and_the_law_still_stands_after_it() {
    // 60 days end on Friday, March 15, 2024; 180 days on Saturday, July 13.
    let told = |today| Told::self_funded(today).dated(Field::NoticeDate, "2024-01-15").window(60).mine();
    assert_eq!(when(&told("2024-02-01")).aim_for, day("2024-03-15"));
    let between = Standing::BetweenDates { notice_day: day("2024-03-15"), rule_day: day("2024-07-13") };
    for (today, expected) in [
        ("2024-03-14", Standing::Ahead { days_left: 1 }),
        ("2024-03-15", Standing::Today),
        ("2024-03-16", between),
        ("2024-07-13", between),
        ("2024-07-14", Standing::Late { since: day("2024-07-13") }),
    ] {
        assert_eq!(told(today).standing, expected, "{today}");
    }
}

#[test]
fn a_longer_window_in_the_notice_keeps_the_door_open_after_the_law() {
    let told = |today| {
        Told::self_funded(today).dated(Field::NoticeDate, "2024-01-15").dated(Field::StatedLastDay, "2024-09-30").mine()
    };
    assert_eq!(when(&told("2024-02-01")).aim_for, day("2024-07-12"));
    let between = Standing::BetweenDates { notice_day: day("2024-09-30"), rule_day: day("2024-07-13") };
    assert_eq!(told("2024-07-14").standing, between);
    assert_eq!(told("2024-10-01").standing, Standing::Late { since: day("2024-09-30") });
}

#[test]
fn receipt_moves_the_last_day_and_not_the_aim() {
    let told = |today| first_journey(today).dated(Field::NoticeReceived, "2024-01-22");
    let mine = told("2024-02-01").mine();
    assert!(matches!(mine.when, Finding::Certain(_)));
    assert_eq!(when(&mine).by_rule.map(|rule| rule.last_day), Some(day("2024-07-20")));
    assert_eq!(when(&mine).from_printed.map(|rule| rule.last_day), Some(day("2024-07-13")));
    assert_eq!(when(&mine).aim_for, day("2024-07-12"));
    assert_eq!(
        told("2024-07-20").mine().standing,
        Standing::BetweenDates { notice_day: day("2024-07-13"), rule_day: day("2024-07-20") }
    );
}

#[test]
fn without_the_printed_date_a_window_counts_from_receipt_and_says_so() {
    let mine = Told::self_funded("2024-02-01").dated(Field::NoticeReceived, "2024-01-22").window(60).mine();
    assert_eq!(when(&mine).by_notice[0].counted_from, Some(Started::Received));
    assert!(matches!(&mine.when, Finding::Assumed { because, .. } if *because == [Field::NoticeDate]));
}

#[test]
fn no_date_at_all_asks_for_the_notices_date() {
    let mine = Told::self_funded("2024-02-01").window(180).mine();
    assert!(matches!(&mine.when, Finding::Unknown { ask } if *ask == [Field::NoticeDate]));
    assert_eq!(mine.standing, Standing::Unknown);
}

#[test]
fn a_window_that_no_notice_means_is_not_counted() {
    let mine = first_journey("2024-02-01").window(u32::MAX).mine();
    assert!(when(&mine).by_notice.is_empty());
}

#[test]
fn an_employer_plan_of_unknown_funding_has_the_date_that_both_kinds_share() {
    let told = Told::on("2024-02-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)))
        .dated(Field::NoticeDate, "2024-01-15");
    let mine = told.mine();
    assert!(
        matches!(&mine.when, Finding::Assumed { because, .. } if *because == [Field::NoticeReceived, Field::Funding])
    );
    assert_eq!(when(&mine).aim_for, day("2024-07-12"));
    assert_eq!(mine.sources.len(), 2);
}

#[test]
fn where_the_two_employer_roads_part_the_notice_alone_speaks() {
    let deadlines = Told::on("2024-08-20")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)))
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .happened(EventKind::Lost, "2024-03-20")
        .dated(Field::NoticeDate, "2024-03-15")
        .deadlines();
    let [second, review] = deadlines.mine.as_slice() else { panic!("two deadlines are mine: {deadlines:?}") };
    assert_eq!((second.level, second.rule), (LevelKind::SecondInternalAppeal, None));
    assert!(matches!(&second.when, Finding::Unknown { ask } if *ask == [Field::StatedLastDay, Field::Funding]));
    assert_eq!((review.level, review.rule), (LevelKind::ExternalReview, None));
    assert!(matches!(&review.when, Finding::Unknown { ask } if *ask == [Field::Funding, Field::StatedLastDay]));
}

#[test]
fn unknown_coverage_shows_the_notices_own_day_and_no_rule() {
    let mine = Told::on("2024-02-01").dated(Field::NoticeDate, "2024-01-15").window(60).mine();
    assert_eq!(mine.rule, None);
    assert_eq!(when(&mine).aim_for, day("2024-03-15"));
    assert!(matches!(&mine.when, Finding::Assumed { because, .. } if *because == [Field::CoverageFrom]));
    let silent = Told::on("2024-02-01").dated(Field::NoticeDate, "2024-01-15").mine();
    assert!(matches!(&silent.when, Finding::Unknown { ask } if *ask == [Field::CoverageFrom, Field::StatedLastDay]));
}

#[test]
fn coverage_that_the_book_lacks_never_borrows_a_rule() {
    let mine = Told::on("2024-02-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Church)))
        .dated(Field::NoticeDate, "2024-01-15")
        .mine();
    assert_eq!(mine.rule, None);
    assert!(matches!(&mine.when, Finding::Unknown { ask } if *ask == [Field::StatedLastDay]));
}

#[test]
fn an_appeal_sent_ends_my_clock_and_starts_theirs() {
    let deadlines =
        first_journey("2024-02-20").timing(Timing::PostService).sent("2024-02-10", Some("2024-02-13")).deadlines();
    assert_eq!(deadlines.mine[0].standing, Standing::Done { on: day("2024-02-10") });
    let theirs: Vec<_> = deadlines.theirs.iter().map(|theirs| (when(theirs).last_end, theirs.standing)).collect();
    assert_eq!(
        theirs,
        [
            (day("2024-04-13"), Standing::Running { days_left: 53 }),
            (day("2024-03-14"), Standing::Running { days_left: 23 }),
        ]
    );
    assert_eq!(deadlines.next_mine(), None);
}

#[test]
fn only_the_longer_clock_can_be_overdue_and_only_when_arrival_is_known() {
    let standings = |arrived| {
        let told = first_journey("2024-06-01").timing(Timing::PostService).sent("2024-02-10", arrived);
        told.deadlines().theirs.iter().map(|theirs| theirs.standing).collect::<Vec<_>>()
    };
    assert_eq!(
        standings(Some("2024-02-13")),
        [Standing::Overdue { since: day("2024-04-13") }, Standing::AskNow { since: day("2024-03-14") },]
    );
    assert_eq!(
        standings(None),
        [Standing::AskNow { since: day("2024-04-10") }, Standing::AskNow { since: day("2024-03-11") },]
    );
}

#[test]
fn arrival_that_they_confirmed_starts_their_clock_on_that_day() {
    let told = Told::on("2024-06-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)))
        .dated(Field::NoticeDate, "2024-01-15")
        .timing(Timing::PreService)
        .sent("2024-02-10", None)
        .happened(EventKind::ArrivalConfirmed, "2024-02-20");
    let deadlines = told.deadlines();
    let [theirs] = deadlines.theirs.as_slice() else { panic!("one clock runs: {deadlines:?}") };
    assert_eq!(theirs.standing, Standing::Overdue { since: day("2024-03-21") });
}

#[test]
fn unknown_timing_shows_both_clocks_and_what_settles_it() {
    let deadlines = Told::on("2024-02-20")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)))
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", Some("2024-02-13"))
        .deadlines();
    let rules: Vec<_> = deadlines.theirs.iter().filter_map(Deadline::timing).collect();
    assert_eq!(rules, [Timing::PreService, Timing::PostService]);
    for theirs in &deadlines.theirs {
        assert!(matches!(&theirs.when, Finding::Assumed { because, .. } if *because == [Field::Timing]));
    }
}

#[test]
fn a_lost_appeal_asks_for_the_final_denial_before_it_names_a_day() {
    let told = first_journey("2024-08-20").sent("2024-02-10", None).happened(EventKind::Lost, "2024-04-12");
    let deadlines = told.deadlines();
    let review = deadlines.next_mine().expect("the review is mine");
    assert_eq!(review.level, LevelKind::ExternalReview);
    assert!(matches!(&review.when, Finding::Unknown { ask } if *ask == [Field::NoticeDate, Field::NoticeReceived]));
    assert!(deadlines.theirs.is_empty());

    let told = told.dated(Field::NoticeDate, "2024-04-10");
    let deadlines = told.deadlines();
    let [second, review] = deadlines.mine.as_slice() else { panic!("two deadlines are mine: {deadlines:?}") };
    // The answer was written over the denial, and the denial's 180 days still stand there.
    assert_eq!((second.level, second.standing), (LevelKind::SecondInternalAppeal, Standing::Ahead { days_left: 48 }));
    assert_eq!(deadlines.next_mine(), Some(review));
    assert_eq!(when(review).by_rule.map(|rule| rule.last_day), Some(day("2024-08-12")));
    assert_eq!(when(review).aim_for, day("2024-08-09"));
    assert_eq!(cites(review), ["29 CFR 2590.715-2719(d)(2)(i)"]);
}

#[test]
fn an_insured_plan_is_never_given_the_federal_roll() {
    let deadlines = Told::insured("2024-05-01")
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .happened(EventKind::Lost, "2024-04-12")
        .dated(Field::NoticeDate, "2024-04-10")
        .deadlines();
    let reviews = at(&deadlines, LevelKind::ExternalReview);
    for review in &reviews {
        assert_eq!(when(review).last_end, day("2024-08-10"), "{:?}", review.rule);
        assert!(review.rule.is_some_and(|rule| !rule.doubt.is_empty()));
    }
    assert_eq!(reviews.len(), 2);
    assert_eq!(deadlines.mine.len(), 3, "and the second appeal, which an insured plan from work may have");
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..9_000u32).prop_map(|days| day("2017-01-01").plus_days(days))
}

/// Receipt some days after the printed date, windows and stated days that plans really print and some that they do not.
fn any_denial() -> impl Strategy<Value = (Case, Date)> {
    let parts = (
        any_day(),
        prop::option::of(0..40u32),
        prop::option::of(1..400u32),
        prop::option::of(1..500u32),
        0..5usize,
        0..800u32,
    );
    parts.prop_map(|(printed, mail, window, stated, coverage, later)| {
        let today = printed.plus_days(later.max(mail.unwrap_or(0)));
        let mut told = Told { case: Case::open(CaseId("any".to_owned()), printed), on: today };
        let from = [From::Work, From::Work, From::Work, From::Myself, From::Medicaid][coverage];
        told = told.fact(Field::CoverageFrom, Value::Choice(Choice::From(from)));
        if let Some(funding) = [Funding::EmployerPays, Funding::InsurerPays].get(coverage) {
            told = told.fact(Field::Funding, Value::Choice(Choice::Funding(*funding)));
        }
        told = told.fact(Field::NoticeDate, Value::Day(printed));
        if let Some(mail) = mail {
            told = told.fact(Field::NoticeReceived, Value::Day(printed.plus_days(mail)));
        }
        if let Some(window) = window {
            told = told.window(window);
        }
        if let Some(stated) = stated {
            told = told.fact(Field::StatedLastDay, Value::Day(printed.plus_days(stated)));
        }
        (told.case, today)
    })
}

proptest! {
    #[test]
    fn the_aim_is_a_business_day_no_later_than_any_reading((case, today) in any_denial()) {
        for deadline in of(&case, book(), today).mine {
            let Some(when) = deadline.when.value() else { continue };
            prop_assert!(book().is_business_day(when.aim_for));
            prop_assert!(when.by_notice.iter().all(|says| when.aim_for <= says.day));
            prop_assert!(when.by_rule.into_iter().chain(when.from_printed).all(|rule| when.aim_for <= rule.unrolled));
            prop_assert!(when.first_end <= when.last_end);
        }
    }

    #[test]
    fn nothing_is_late_before_every_reading_has_passed((case, today) in any_denial()) {
        for deadline in of(&case, book(), today).mine {
            let Some(when) = deadline.when.value() else { continue };
            let rule = when.by_rule.map(|rule| rule.last_day);
            let passed = when.by_notice.iter().map(|says| says.day).chain(rule).all(|end| end < today);
            prop_assert_eq!(matches!(deadline.standing, Standing::Late { .. }), passed);
        }
    }

    #[test]
    fn an_employer_plan_of_unknown_funding_agrees_with_both_kinds(
        (case, today) in any_denial(),
        funding in prop::sample::select(vec![Funding::EmployerPays, Funding::InsurerPays]),
    ) {
        let from = || Provenance::Statement { on: today };
        let work = Change::Learned {
            field: Field::CoverageFrom, value: Value::Choice(Choice::From(From::Work)), from: from(),
        };
        let open = case.apply(work, today).expect("a choice fits")
            .apply(Change::Forgot { field: Field::Funding }, today).expect("a fact can be taken back");
        let settle = Change::Learned {
            field: Field::Funding, value: Value::Choice(Choice::Funding(funding)), from: from(),
        };
        let settled = open.apply(settle, today).expect("a choice fits");
        let aims = |case: &Case| of(case, book(), today).mine.iter()
            .map(|deadline| deadline.when.value().map(|when| (when.aim_for, when.last_end))).collect::<Vec<_>>();
        prop_assert_eq!(aims(&open), aims(&settled));
    }
}
