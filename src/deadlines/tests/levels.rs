//! Each step of the road with both of its clocks: the first decision, the appeal, the second appeal, the review, the papers.

use super::*;
use crate::case::Document;
use crate::kinds::{PaperKind, Purpose};
use crate::rulebook::schema::Unit;

/// The first journey's appeal sent, and refused by a letter of April 10, 2024 that came on April 12.
fn refused(today: &str) -> Told {
    first_journey(today).sent("2024-02-10", Some("2024-02-13")).refused_again("2024-04-12", "2024-04-10")
}

/// A plan that the person buys, on which nothing was decided yet.
fn waiting(today: &str, timing: Option<Timing>) -> Told {
    let told = Told::on(today)
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)))
        .dated(Field::RequestSent, "2024-03-01");
    match timing {
        Some(timing) => told.timing(timing),
        None => told,
    }
}

/// What a date rests on.
pub(super) fn rests_on(deadline: &Deadline<'_>) -> Vec<Field> {
    match &deadline.when {
        Finding::Assumed { because, .. } => because.clone(),
        Finding::Certain(_) => Vec::new(),
        Finding::Unknown { ask } => panic!("no date: {ask:?}"),
    }
}

fn theirs(told: &Told) -> Vec<(&'static str, Date, Standing)> {
    let deadlines = told.deadlines();
    let row = |deadline: &Deadline<'static>| {
        (deadline.rule.expect("theirs rest on rules").id.as_str(), when(deadline).last_end, deadline.standing)
    };
    deadlines.theirs.iter().map(row).collect()
}

#[test]
fn the_answers_own_notice_dates_the_review_and_the_denial_keeps_its_date() {
    let told = refused("2024-05-01").dated(Field::NoticeReceived, "2024-04-12");
    let deadlines = told.deadlines();
    let [appeal] = at(&deadlines, LevelKind::InternalAppeal)[..] else { panic!("the appeal stays: {deadlines:?}") };
    assert_eq!(appeal.standing, Standing::Done { on: day("2024-02-10") });
    assert_eq!(when(appeal).by_rule.map(|rule| rule.last_day), Some(day("2024-07-13")));
    let [review] = at(&deadlines, LevelKind::ExternalReview)[..] else { panic!("one review: {deadlines:?}") };
    assert_eq!(when(review).by_rule.map(|rule| rule.last_day), Some(day("2024-08-12")));
    assert_eq!(when(review).aim_for, day("2024-08-09"));
    assert!(matches!(review.when, Finding::Certain(_)));
    assert_eq!(deadlines.next_mine(), Some(review));
    assert!(deadlines.theirs.is_empty());
}

#[test]
fn a_corrected_date_of_the_denial_moves_its_own_day_and_not_the_reviews() {
    let told = refused("2024-05-01");
    let denial = told.case.denial().expect("a case has a denial").number;
    let review = |told: &Told| at(&told.deadlines(), LevelKind::ExternalReview)[0].clone();
    let before = review(&told);
    let told = told.change(Change::NoticeLearned {
        notice: denial,
        field: Field::NoticeDate,
        value: Value::Day(day("2024-01-10")),
        from: Provenance::Statement { on: day("2024-05-01") },
    });
    let deadlines = told.deadlines();
    let [appeal] = at(&deadlines, LevelKind::InternalAppeal)[..] else { panic!("the appeal stays: {deadlines:?}") };
    assert_eq!(when(appeal).by_rule.map(|rule| rule.last_day), Some(day("2024-07-08")));
    assert_eq!(review(&told), before);
}

#[test]
fn a_second_no_by_fax_on_the_day_of_the_appeal_still_dates_the_review() {
    let told = first_journey("2024-05-01").sent("2024-02-10", None).refused_again("2024-02-10", "2024-02-10");
    let deadlines = told.deadlines();
    let [review] = at(&deadlines, LevelKind::ExternalReview)[..] else { panic!("one review: {deadlines:?}") };
    assert_eq!(when(review).by_rule.map(|rule| rule.last_day), Some(day("2024-06-10")));
}

#[test]
fn an_answer_without_its_date_asks_for_it_and_takes_none_from_the_denial() {
    let told = first_journey("2024-05-01").dated(Field::NoticeReceived, "2024-01-20").sent("2024-02-10", None);
    let number = Number(told.case.next_number);
    let told = told.change(Change::NoticeAdded { number }).happened(EventKind::Lost, "2024-04-12");
    let deadlines = told.deadlines();
    for open in deadlines.mine.iter().filter(|deadline| deadline.level != LevelKind::InternalAppeal) {
        let asked = [Field::NoticeDate, Field::NoticeReceived];
        assert!(matches!(&open.when, Finding::Unknown { ask } if *ask == asked), "{open:?}");
    }
    assert_eq!(deadlines.mine.len(), 3);
}

#[test]
fn a_second_appeal_has_the_letters_own_day_and_no_rule() {
    let deadlines = refused("2024-05-01").dated(Field::StatedLastDay, "2024-06-10").deadlines();
    let [second] = at(&deadlines, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {deadlines:?}") };
    assert_eq!((second.rule, second.sources.len()), (None, 0));
    assert_eq!(rests_on(second), [Field::StatedForReview]);
    assert_eq!((when(second).aim_for, when(second).last_end), (day("2024-06-10"), day("2024-06-10")));
    assert_eq!(second.standing, Standing::Ahead { days_left: 40 });
    let earliest = deadlines.mine.iter().filter(|open| !matches!(open.standing, Standing::Done { .. }));
    let earliest = earliest.filter_map(|open| open.when.value()).map(|when| when.aim_for).min();
    assert_eq!(deadlines.next_mine().map(|next| when(next).aim_for), earliest);
}

#[test]
fn a_day_that_may_be_for_either_step_is_shown_for_each_and_asks_which_it_is_for() {
    let deadlines = refused("2024-05-01").dated(Field::StatedLastDay, "2024-06-10").deadlines();
    for level in [LevelKind::SecondInternalAppeal, LevelKind::ExternalReview] {
        let [open] = at(&deadlines, level)[..] else { panic!("one: {deadlines:?}") };
        assert!(rests_on(open).contains(&Field::StatedForReview), "{open:?}");
        assert_eq!(when(open).aim_for, day("2024-06-10"), "the earlier reading");
    }
}

#[test]
fn a_stated_time_counts_for_the_one_step_that_it_is_for() {
    let told = |review| {
        let told = refused("2024-05-01").dated(Field::NoticeReceived, "2024-04-12");
        told.dated(Field::StatedLastDay, "2024-06-10").fact(Field::StatedForReview, Value::Yes(review)).deadlines()
    };
    let deadlines = told(true);
    let [second] = at(&deadlines, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {deadlines:?}") };
    assert!(matches!(&second.when, Finding::Unknown { ask } if ask.is_empty()), "its own day has no place: {second:?}");
    let [review] = at(&deadlines, LevelKind::ExternalReview)[..] else { panic!("one: {deadlines:?}") };
    assert!(matches!(review.when, Finding::Certain(_)));
    assert_eq!(when(review).by_notice.iter().map(|says| says.day).collect::<Vec<_>>(), [day("2024-06-10")]);
    assert_eq!(when(review).aim_for, day("2024-06-10"));

    let deadlines = told(false);
    let [second] = at(&deadlines, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {deadlines:?}") };
    assert!(matches!(second.when, Finding::Certain(_)));
    assert_eq!(when(second).aim_for, day("2024-06-10"));
    let [review] = at(&deadlines, LevelKind::ExternalReview)[..] else { panic!("one: {deadlines:?}") };
    assert!(matches!(review.when, Finding::Certain(_)));
    assert_eq!((when(review).by_notice.len(), when(review).aim_for), (0, day("2024-08-09")));
}

#[test]
fn who_pays_is_not_asked_where_it_would_settle_nothing() {
    let deadlines = Told::on("2024-05-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)))
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .refused_again("2024-04-12", "2024-04-10")
        .dated(Field::StatedLastDay, "2024-06-10")
        .fact(Field::StatedForReview, Value::Yes(true))
        .deadlines();
    let [second] = at(&deadlines, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {deadlines:?}") };
    assert!(matches!(&second.when, Finding::Unknown { ask } if ask.is_empty()), "{second:?}");
}

#[test]
fn on_a_road_with_one_step_left_the_letter_speaks_of_that_step() {
    let bought = Told::on("2024-05-01").fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)));
    let deadlines = bought
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .refused_again("2024-04-12", "2024-04-10")
        .dated(Field::NoticeReceived, "2024-04-12")
        .dated(Field::StatedLastDay, "2024-06-10")
        .deadlines();
    for review in at(&deadlines, LevelKind::ExternalReview) {
        assert_eq!((rests_on(review), when(review).aim_for), (vec![Field::State], day("2024-06-10")));
    }
}

#[test]
fn the_answer_to_a_second_appeal_speaks_of_the_review_alone() {
    let told = refused("2024-05-20").dated(Field::StatedLastDay, "2024-06-10").sent("2024-05-01", Some("2024-05-03"));
    let told = told.refused_again("2024-05-20", "2024-05-18").dated(Field::NoticeReceived, "2024-05-20").window(60);
    let deadlines = told.deadlines();
    let [second] = at(&deadlines, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {deadlines:?}") };
    assert_eq!(when(second).aim_for, day("2024-06-10"), "from the letter that it answered");
    let [review] = at(&deadlines, LevelKind::ExternalReview)[..] else { panic!("one: {deadlines:?}") };
    assert!(matches!(review.when, Finding::Certain(_)), "{review:?}");
    assert_eq!(when(review).by_notice.iter().map(|says| says.day).collect::<Vec<_>>(), [day("2024-07-17")]);
}

#[test]
fn a_denial_that_states_the_time_for_a_review_gives_none_for_the_appeal() {
    let told = first_journey("2024-02-01").dated(Field::NoticeReceived, "2024-01-15").window(60);
    let review = told.clone().fact(Field::StatedForReview, Value::Yes(true)).mine();
    assert_eq!((when(&review).by_notice.len(), when(&review).aim_for), (0, day("2024-07-12")));
    let appeal = told.clone().fact(Field::StatedForReview, Value::Yes(false)).mine();
    assert!(matches!(appeal.when, Finding::Certain(_)));
    assert_eq!(when(&appeal).aim_for, day("2024-03-15"));
    // Where nobody can say, the earlier day stands, and the question with it.
    let open = told.change(Change::SaidUnknown { field: Field::StatedForReview }).mine();
    assert_eq!((rests_on(&open), when(&open).aim_for), (vec![Field::StatedForReview], day("2024-03-15")));
}

#[test]
fn on_a_road_that_the_book_lacks_the_letters_day_goes_to_the_step_that_it_is_for() {
    let told = Told::on("2024-05-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Church)))
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .refused_again("2024-04-12", "2024-04-10")
        .dated(Field::StatedLastDay, "2024-06-10");
    let open = told.deadlines();
    let [review] = at(&open, LevelKind::ExternalReview)[..] else { panic!("one: {open:?}") };
    assert_eq!((rests_on(review), when(review).aim_for), (vec![Field::StatedForReview], day("2024-06-10")));
    let appeal = told.fact(Field::StatedForReview, Value::Yes(false)).deadlines();
    let [second] = at(&appeal, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {appeal:?}") };
    assert!(matches!(second.when, Finding::Certain(_)));
    assert_eq!(when(second).aim_for, day("2024-06-10"));
    assert_eq!(appeal.next_mine(), Some(second));
}

#[test]
fn on_one_day_the_review_that_every_plan_has_comes_first() {
    let deadlines = refused("2024-05-01").fact(Field::StatedWindow, Value::Window(Window::Months(4))).deadlines();
    let aims: Vec<_> = deadlines.mine.iter().skip(1).map(|deadline| when(deadline).aim_for).collect();
    assert_eq!(aims, [day("2024-08-09"), day("2024-08-09")]);
    assert_eq!(deadlines.next_mine().map(|next| next.level), Some(LevelKind::ExternalReview));
}

#[test]
fn a_second_appeal_whose_day_is_not_known_hides_no_late_review() {
    let deadlines = refused("2025-05-01").deadlines();
    let next = deadlines.next_mine().expect("something is open");
    assert_eq!((next.level, next.standing), (LevelKind::ExternalReview, Standing::Late { since: day("2024-08-12") }));
}

#[test]
fn a_plan_that_a_person_buys_has_no_second_appeal() {
    let deadlines = Told::on("2024-05-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)))
        .dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .refused_again("2024-04-12", "2024-04-10")
        .deadlines();
    assert!(at(&deadlines, LevelKind::SecondInternalAppeal).is_empty());
}

#[test]
fn a_second_appeal_sent_runs_the_clock_of_plans_with_two_levels() {
    let told = refused("2024-05-20").timing(Timing::PostService).sent("2024-05-01", Some("2024-05-03"));
    let deadlines = told.deadlines();
    let [second] = at(&deadlines, LevelKind::SecondInternalAppeal)[..] else { panic!("one: {deadlines:?}") };
    assert_eq!(second.standing, Standing::Done { on: day("2024-05-01") });
    let running = Standing::Running { days_left: 13 };
    assert_eq!(theirs(&told), [("appeal-decision-post-service-two-levels", day("2024-06-02"), running)]);
    assert_eq!(at(&deadlines, LevelKind::ExternalReview).len(), 1, "the review's time does not wait for it");
    let again = told.refused_again("2024-05-20", "2024-05-18");
    assert!(again.deadlines().theirs.is_empty());
    let deadlines = again.deadlines();
    let [review] = at(&deadlines, LevelKind::ExternalReview)[..] else { panic!("one review: {deadlines:?}") };
    assert_eq!(when(review).by_rule.map(|rule| rule.unrolled), Some(day("2024-09-18")), "from the newest answer");
}

#[test]
fn a_request_without_an_answer_has_their_day_and_nothing_of_mine() {
    let told = waiting("2024-03-10", Some(Timing::PreService));
    assert_eq!(theirs(&told), [("first-decision-pre-service", day("2024-03-16"), Standing::Running { days_left: 6 })]);
    assert!(told.deadlines().mine.is_empty());
    let deadlines = told.deadlines();
    assert!(matches!(&deadlines.theirs[0].when, Finding::Assumed { because, .. } if because.is_empty()));
    let start = when(&deadlines.theirs[0]).start.as_ref().expect("it starts");
    assert_eq!((start.what, start.day), (Started::ClaimSent, day("2024-03-01")));
    assert!(start.provenance.is_some());
}

#[test]
fn while_no_decision_has_come_nothing_is_mine_whatever_the_coverage() {
    let open = Told::on("2024-03-10").dated(Field::RequestSent, "2024-03-01");
    let medicaid = open.clone().fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Church)));
    let work = open.clone().fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)));
    for told in [open, medicaid, work] {
        assert!(awaits_first_decision(&told.case));
        assert_eq!(told.deadlines().mine, [], "{:?}", told.case.facts);
        let decided = told.dated(Field::NoticeDate, "2024-03-05");
        assert!(!awaits_first_decision(&decided.case));
        assert!(!decided.deadlines().mine.is_empty());
    }
}

#[test]
fn a_claim_without_an_answer_has_both_the_plain_and_the_extended_day() {
    let days = |today| theirs(&waiting(today, Some(Timing::PostService)));
    assert_eq!(
        days("2024-04-10"),
        [
            ("first-decision-post-service", day("2024-03-31"), Standing::AskNow { since: day("2024-03-31") }),
            ("first-decision-post-service-extended", day("2024-04-15"), Standing::Running { days_left: 5 }),
        ]
    );
    // The day given may be the day of sending, so nobody is called late.
    assert!(days("2024-08-01").iter().all(|(.., standing)| matches!(standing, Standing::AskNow { .. })));
}

#[test]
fn the_time_of_the_care_decides_which_first_decision_runs() {
    let ids = |timing, urgent: bool| {
        let told = waiting("2024-03-01", timing).fact(Field::Urgent, Value::Yes(urgent));
        theirs(&told).into_iter().map(|(id, ..)| id.trim_start_matches("first-decision-")).collect::<Vec<_>>()
    };
    assert_eq!(ids(Some(Timing::Urgent), false), ["urgent"]);
    assert_eq!(ids(Some(Timing::PreService), true), ["urgent", "pre-service"]);
    assert_eq!(ids(Some(Timing::Concurrent), false), ["pre-service"]);
    assert_eq!(ids(Some(Timing::Concurrent), true), ["urgent", "extend-urgent-treatment", "pre-service"]);
    assert_eq!(ids(Some(Timing::PostService), true), ["post-service", "post-service-extended"]);
    assert_eq!(ids(None, false), ["pre-service", "post-service", "post-service-extended"]);
    let unknown = waiting("2024-03-01", None).deadlines();
    for deadline in unknown.theirs {
        assert!(matches!(&deadline.when, Finding::Assumed { because, .. } if *because == [Field::Timing]));
    }
}

#[test]
fn whatever_says_that_they_decided_ends_the_first_clock() {
    let open = waiting("2024-03-10", Some(Timing::PreService));
    let number = Number(open.case.next_number);
    let decided = [
        open.clone().dated(Field::NoticeDate, "2024-03-05"),
        open.clone().dated(Field::NoticeReceived, "2024-03-05"),
        open.clone().window(180),
        open.clone().fact(Field::Reason, Value::Text("Not covered.".to_owned())),
        open.clone().fact(Field::ReasonCode, Value::Codes(vec!["CO-197".parse().expect("a code")])),
        open.clone().sent("2024-03-09", None),
        open.clone().happened(EventKind::Won, "2024-03-09"),
        open.clone().change(Change::DocumentAdded(paper(number, PaperKind::DenialNotice))),
    ];
    for told in decided {
        let of_first = |deadline: &&Deadline<'static>| deadline.level == LevelKind::FirstDecision;
        assert_eq!(told.deadlines().theirs.iter().find(of_first), None, "{:?}", told.case);
    }
}

fn paper(number: Number, kind: PaperKind) -> Document {
    let added = day("2024-03-09");
    Document { number, kind, title: "a paper".to_owned(), dated: None, added, text: String::new() }
}

#[test]
fn the_plans_papers_are_due_after_they_were_asked_for_until_they_are_here() {
    let told = |today: &str| first_journey(today).letter(LetterKind::L14, day("2024-02-05"), None);
    assert_eq!(
        theirs(&told("2024-03-01")),
        [("plan-documents", day("2024-03-06"), Standing::Running { days_left: 5 })]
    );
    let asked = told("2024-04-01");
    assert_eq!(asked.deadlines().theirs[0].standing, Standing::AskNow { since: day("2024-03-06") });
    assert_eq!(cites(&asked.deadlines().theirs[0]), ["29 U.S.C. 1024(b)(4), 1132(c)(1)"]);
    let number = Number(asked.case.next_number);
    let here = asked.change(Change::DocumentAdded(paper(number, PaperKind::PlanDocument)));
    assert!(here.deadlines().theirs.is_empty());
    // A plan that a person buys has no such clock in the book.
    let bought = Told::on("2024-03-01").fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself))).letter(
        LetterKind::L14,
        day("2024-02-05"),
        None,
    );
    assert!(bought.deadlines().theirs.is_empty());
}

#[test]
fn papers_of_an_employer_plan_of_unknown_funding_are_due_by_either_law() {
    let told = Told::on("2024-03-01")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)))
        .dated(Field::NoticeDate, "2024-01-15")
        .letter(LetterKind::L14, day("2024-02-05"), None);
    let deadlines = told.deadlines();
    let [papers] = deadlines.theirs.as_slice() else { panic!("one clock: {deadlines:?}") };
    assert_eq!(when(papers).last_end, day("2024-03-06"));
    assert!(matches!(&papers.when, Finding::Assumed { because, .. } if *because == [Field::Funding]));
}

#[test]
fn hours_end_on_the_day_of_their_last_hour_and_only_whole_days_before_it_are_sure() {
    let rule = book().rule("appeal-decision-urgent").expect("the book has it");
    let counted = count(rule, day("2026-11-25"), book()).expect("it counts");
    assert_eq!((counted.amount, counted.unit), (72, Unit::Hours));
    assert_eq!((counted.last_day, counted.safe), (day("2026-11-28"), day("2026-11-27")));
    let told = first_journey("2024-02-16").timing(Timing::Urgent).sent("2024-02-10", Some("2024-02-13"));
    // Begun at noon, the hours end at noon of this day: they are not late before it is over.
    assert_eq!(theirs(&told), [("appeal-decision-urgent", day("2024-02-16"), Standing::Due)]);
}

#[test]
fn of_hours_that_are_mine_the_aim_is_the_day_before_they_can_end() {
    let mut book = book().clone();
    let rule = book.rules.iter_mut().find(|rule| rule.id == "internal-appeal-window").expect("the book has it");
    rule.counts.as_mut().expect("it counts").unit = Unit::Hours;
    rule.values[0].amount = 72;
    // Received on a Monday.
    let told = Told::self_funded("2024-01-15")
        .dated(Field::NoticeDate, "2024-01-15")
        .dated(Field::NoticeReceived, "2024-01-15");
    let deadlines = of(&told.case, &book, told.on);
    let dates = when(&deadlines.mine[0]);
    assert_eq!((dates.aim_for, dates.last_end), (day("2024-01-17"), day("2024-01-18")));
    assert!(dates.steps.contains(&Step::WholeDays { day: day("2024-01-17") }), "{:?}", dates.steps);
}

#[test]
fn a_bill_and_planned_care_have_nothing_to_appeal_until_a_no_comes() {
    for purpose in [Purpose::Bill, Purpose::Planning] {
        let mut told = Told::self_funded("2024-03-10");
        told.case = told.case.apply(Change::OpenedFor(purpose), told.on).expect("any purpose");
        assert_eq!(told.deadlines().mine, [], "{purpose:?}");
        let refused = told.dated(Field::NoticeDate, "2024-03-05");
        assert_eq!(refused.deadlines().mine.len(), 1, "{purpose:?}");
    }
}
