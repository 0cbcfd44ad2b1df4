//! What people read of dates, as a whole and sentence by sentence.

use super::*;
use crate::case::coverage::{From, Funding};
use crate::case::fact::Choice;
use crate::case::{Case, CaseId, Change, Event, EventKind, Number, Provenance, Sending, SentBy, Value};
use crate::deadlines::{self, Deadlines, Step};
use crate::kinds::LetterKind;
use crate::rulebook::book;

fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

/// The denial of January 15, 2024, of a self-funded plan, with a window in days.
fn denial(today: &str, window: u32) -> Deadlines<'static> {
    let today = day(today);
    let case = told(
        today,
        [
            own(),
            said(Field::NoticeDate, Value::Day(day("2024-01-15"))),
            said(Field::StatedWindow, Value::Window(Window::Days(window))),
        ],
    );
    deadlines::of(&case, book(), today)
}

fn said(field: Field, value: Value) -> Vec<Change> {
    vec![Change::Learned { field, value, from: Provenance::Statement { on: day("2024-01-01") } }]
}

/// From work; the employer pays the claims.
fn own() -> Vec<Change> {
    [
        said(Field::CoverageFrom, Value::Choice(Choice::From(From::Work))),
        said(Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays))),
    ]
    .concat()
}

/// The person pays the premium.
fn bought() -> Vec<Change> {
    said(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)))
}

fn told(today: Date, changes: impl IntoIterator<Item = Vec<Change>>) -> Case {
    let open = Case::open(CaseId("one".to_owned()), today);
    let fits = |case: Case, change| case.apply(change, today).expect("the test tells what fits");
    changes.into_iter().flatten().fold(open, fits)
}

/// A letter of this kind sent on a day, the first thing that is numbered in the case.
fn sent(kind: LetterKind, on: &str) -> Vec<Change> {
    let sending = Sending { on: day(on), how: SentBy::Fax, proof: String::new(), arrived: None, time: None };
    let letter = Number(3);
    vec![
        Change::LetterBegun { kind, about_call: None },
        Change::LetterSent { letter, text: "Please.".to_owned(), sending },
    ]
}

/// The appeal of February 10, 2024, refused by a letter of April 10.
fn refused(today: &str, coverage: Vec<Change>) -> Deadlines<'static> {
    let today = day(today);
    let lost = Event { number: Number(5), on: day("2024-04-12"), what: EventKind::Lost, note: String::new() };
    let case = told(
        today,
        [
            coverage,
            said(Field::NoticeDate, Value::Day(day("2024-01-15"))),
            sent(LetterKind::L01, "2024-02-10"),
            vec![Change::NoticeAdded { number: Number(4) }],
            said(Field::NoticeDate, Value::Day(day("2024-04-10"))),
            said(Field::NoticeReceived, Value::Day(day("2024-04-12"))),
            vec![Change::EventAdded(lost)],
        ],
    );
    deadlines::of(&case, book(), today)
}

#[test]
fn the_arithmetic_reads_as_somebody_would_say_it() {
    expect_test::expect![[r"
        The letter is dated January 15, 2024. That day is not counted.
        Day one is January 16, 2024.
        Day 180 is Saturday, July 13, 2024.
        The letter itself gives 180 days; from its date that is Saturday, July 13, 2024.
        July 13, 2024 is a Saturday, and nothing moves it to the next open day.
        So aim for Friday, July 12, 2024, the last business day before it."]]
    .assert_eq(&arithmetic(&denial("2024-02-01", 180).mine[0]).join("\n"));
}

#[test]
fn standings_read_as_somebody_would_say_them() {
    let said = |today, window| standing(denial(today, window).mine[0].standing);
    assert_eq!(said("2024-07-01", 180), "11 days left");
    assert_eq!(said("2024-07-11", 180), "1 day left");
    assert_eq!(said("2024-07-12", 180), "Today");
    assert_eq!(said("2024-07-13", 180), "Send it now: the last day is Saturday, July 13, 2024");
    assert_eq!(said("2024-04-01", 60), "File today: the letter's date has passed, the law gives until July 13, 2024");
    assert_eq!(said("2026-11-23", 180), "The last day was July 13, 2024");
}

#[test]
fn a_late_date_counted_from_the_printed_date_says_that_days_may_be_left() {
    let said = advice(&denial("2024-07-15", 180).mine[0]);
    assert!(said.contains("If you received it later, some days may be left."), "{said}");
    assert!(said.contains("send it at once"), "{said}");
}

#[test]
fn what_is_assumed_is_said() {
    let said = assumptions(&denial("2024-02-01", 180).mine[0]);
    assert_eq!(
        said,
        ["We do not know when the letter came, so this counts from the date printed on it. That can only be early."]
    );
}

#[test]
fn a_source_says_how_sure_we_are_and_when_it_was_checked() {
    let rule = book().rule("internal-appeal-window").expect("the book has it");
    let source = book().source(&rule.binds[2].source).expect("the book has it");
    let said = checked(source, day("2026-11-23"));
    assert!(said.ends_with("read in the official text. Last checked on November 23, 2026."), "{said}");
    assert!(checked(source, source.recheck_on).contains("compare it with the link"));
}

#[test]
fn a_first_decision_says_what_its_day_rests_on_and_how_they_may_take_longer() {
    let today = day("2024-03-10");
    let waiting = |today: Date, timing| {
        let case = told(
            today,
            [
                bought(),
                said(Field::RequestSent, Value::Day(day("2024-03-01"))),
                said(Field::Timing, Value::Choice(Choice::Timing(timing))),
            ],
        );
        deadlines::of(&case, book(), today).theirs.remove(0)
    };
    let decision = waiting(today, Timing::PreService);
    assert_eq!(title(&decision), "First decision, care not given yet");
    assert_eq!(advice(&decision), "6 days left until their decision is due.");
    expect_test::expect![[r"
        The request or claim reached them or was sent on March 1, 2024. That day is not counted.
        Day one is March 2, 2024.
        Day 15 is Saturday, March 16, 2024."]]
    .assert_eq(&arithmetic(&decision).join("\n"));
    let rule = book().rule("first-decision-pre-service").expect("the book has it");
    assert_eq!(more_time(&decision), Some(format!("They may take more time: {}", rule.extension)));
    let said = assumptions(&decision);
    assert!(said.len() == 1 && said[0].contains("the day it was sent"), "{said:?}");
    let passed = advice(&waiting(day("2024-04-01"), Timing::PreService));
    assert!(passed.contains("their decision was due on March 16, 2024. Call and ask"), "{passed}");
}

#[test]
fn hours_are_said_to_be_hours_and_no_calendar_day() {
    let today = day("2024-03-02");
    let urgent = said(Field::Timing, Value::Choice(Choice::Timing(Timing::Urgent)));
    let case = told(today, [bought(), said(Field::RequestSent, Value::Day(day("2024-03-01"))), urgent]);
    let decision = deadlines::of(&case, book(), today).theirs.remove(0);
    expect_test::expect![[r"
        The request or claim reached them or was sent on March 1, 2024. The clock runs from the hour at which that was, which is not known here. Note the time, and the hour of its end is worked out.
        Within 72 hours, nights and weekends included: they end on Monday, March 4, 2024, at the hour at which they began. This clock counts hours and not calendar days."]]
    .assert_eq(&arithmetic(&decision).join("\n"));
    assert_eq!(
        advice(&decision),
        "2 days left until their decision is due. It is due within 72 hours, and not by the end of a day: on Monday, March 4, 2024 at the hour at which they got it."
    );
    assert_eq!(
        arithmetic::step(&Step::WholeDays { day: day("2024-03-03") }),
        "Without that hour, the last day that is surely in time is Sunday, March 3, 2024."
    );
}

#[test]
fn a_date_that_may_be_for_another_step_says_so() {
    let answered = || {
        let number = Number(5);
        [
            vec![Change::NoticeAdded { number }],
            said(Field::NoticeDate, Value::Day(day("2024-04-10"))),
            said(Field::StatedLastDay, Value::Day(day("2024-06-10"))),
        ]
        .concat()
    };
    let today = day("2024-05-01");
    let read = |more: Vec<Change>| {
        let lost = Event { number: Number(4), on: day("2024-04-12"), what: EventKind::Lost, note: String::new() };
        let denied = said(Field::NoticeDate, Value::Day(day("2024-01-15")));
        let lost = vec![Change::EventAdded(lost)];
        let case = told(today, [own(), denied, sent(LetterKind::L01, "2024-02-10"), lost, answered(), more]);
        let mine = deadlines::of(&case, book(), today).mine;
        mine.iter().skip(1).map(|deadline| (assumptions(deadline).join(" "), advice(deadline))).collect::<Vec<_>>()
    };
    let open = read(Vec::new());
    assert!(open[0].0.contains("may be for a review outside the plan"), "{open:?}");
    assert!(open[1].0.contains("may be for another appeal to the plan"), "{open:?}");
    let for_review = read(said(Field::StatedForReview, Value::Yes(true)));
    assert!(for_review[0].1.contains("The date in the letter is for another step."), "{for_review:?}");
    assert!(!for_review[1].0.contains("another appeal"), "{for_review:?}");
}

#[test]
fn a_second_appeal_is_said_to_be_one_that_the_plan_may_not_have() {
    let dates = refused("2024-05-01", own());
    let second = dates.mine.iter().find(|deadline| deadline.level == LevelKind::SecondInternalAppeal);
    let second = second.expect("a plan from work may have one");
    assert_eq!(title(second), "Second internal appeal, if your plan has one: the date in your letter");
    assert_eq!(
        advice(second),
        "Only if your plan has one; the letter of decision gives the time. If the letter names a last day for it, enter that day."
    );
    assert!(no_rule(second).starts_with("Federal law sets no time of its own"));
}

#[test]
fn an_insured_plans_review_says_that_the_states_own_time_may_be_shorter() {
    let said = |coverage| {
        let dates = refused("2024-05-01", coverage);
        let reviews = dates.mine.into_iter().filter(|deadline| deadline.level == LevelKind::ExternalReview);
        reviews.map(|review| assumptions(&review)).collect::<Vec<_>>()
    };
    let states = said(bought());
    assert_eq!(states.len(), 2);
    for said in states {
        assert!(said.len() == 1 && said[0].contains("it may be shorter"), "{said:?}");
        assert!(said[0].contains("The final denial tells the time: go by the earlier day."), "{said:?}");
        assert!(!said[0].contains(|c: char| c.is_ascii_digit()), "no number is invented: {said:?}");
    }
    assert_eq!(said(own()), [Vec::<String>::new()]);
}

#[test]
fn papers_are_due_from_the_plan_administrator() {
    let asked = |today| {
        let today = day(today);
        let case = told(
            today,
            [own(), said(Field::NoticeDate, Value::Day(day("2024-01-15"))), sent(LetterKind::L14, "2024-02-05")],
        );
        deadlines::of(&case, book(), today).theirs.remove(0)
    };
    assert_eq!(advice(&asked("2024-03-01")), "5 days left until the papers are due.");
    assert_eq!(
        advice(&asked("2024-04-01")),
        "If your letter went to the plan administrator, the papers were due on March 6, 2024. Ask the administrator again in writing, and keep the proof."
    );
    let said = assumptions(&asked("2024-03-01"));
    assert!(said.len() == 1 && said[0].contains("often the employer"), "{said:?}");
}
