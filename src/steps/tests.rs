//! Small cases, each with one thing to show. The walks through every play stand in `tests/it/plays.rs`.

use super::*;
use crate::case::coverage::{From, Funding};
use crate::case::fact::{Choice, ReasonCode, Value};
use crate::case::{CaseId, Change, Document, Event, Provenance, Sending, SentBy};
use crate::kinds::{Field, Timing};
use crate::rulebook::book;

fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

fn today() -> Date {
    day("2024-06-20")
}

fn case() -> Case {
    Case::open(CaseId("one".to_owned()), day("2024-02-01"))
}

fn after(case: &Case, change: Change) -> Case {
    case.apply(change, today()).expect("the test tells a case that can be")
}

fn knowing(case: &Case, field: Field, value: Value) -> Case {
    after(case, Change::Learned { field, value, from: Provenance::Statement { on: today() } })
}

fn coded(case: &Case, code: &str) -> Case {
    let code: ReasonCode = code.parse().expect("a code");
    knowing(case, Field::ReasonCode, Value::Codes(vec![code]))
}

fn timed(case: &Case, timing: Timing) -> Case {
    knowing(case, Field::Timing, Value::Choice(Choice::Timing(timing)))
}

fn reasoned(case: &Case, reason: &str) -> Case {
    knowing(case, Field::Reason, Value::Text(reason.to_owned()))
}

fn suggested(case: &Case) -> Vec<String> {
    suggest(case, book()).into_iter().map(|suggestion| suggestion.play.0).collect()
}

fn happened(case: &Case, what: EventKind, on: &str) -> Case {
    let number = Number(case.next_number);
    after(case, Change::EventAdded(Event { number, on: day(on), what, note: String::new() }))
}

fn sent(case: &Case, kind: LetterKind, on: &str) -> Case {
    let letter = Number(case.next_number);
    let sending = Sending { on: day(on), how: SentBy::Fax, proof: String::new(), arrived: None, time: None };
    let begun = after(case, Change::LetterBegun { kind, about_call: None });
    after(&begun, Change::LetterSent { letter, text: "Please look again.".to_owned(), sending })
}

fn about(case: &Case, play: &str) -> Case {
    after(case, Change::SituationChosen { play: PlayId(play.to_owned()) })
}

fn find<'s>(steps: &'s Steps<'static>, key: &str) -> Option<&'s Step<'static>> {
    steps.checklist.iter().find(|step| step.key == key)
}

#[test]
fn a_missing_approval_is_another_play_before_and_after_the_care() {
    let case = coded(&case(), "CO-197");
    assert_eq!(suggested(&timed(&case, Timing::PostService)), ["S04", "general"]);
    assert_eq!(suggested(&timed(&case, Timing::PreService)), ["S01", "general"]);
}

#[test]
fn without_the_persons_word_the_dates_put_the_likelier_play_first_and_keep_the_other() {
    let case = coded(&case(), "CO-197");
    let case = knowing(&case, Field::ServiceDate, Value::Day(day("2024-01-05")));
    let case = knowing(&case, Field::NoticeDate, Value::Day(day("2024-01-15")));
    assert_eq!(suggested(&case), ["S04", "S01", "general"]);
    let because = &suggest(&case, book())[0].because;
    let dates = Because::CareBeforeNotice { service: day("2024-01-05"), notice: day("2024-01-15") };
    assert!(because.contains(&dates), "{because:?}");
}

#[test]
fn not_medically_necessary_is_known_by_its_code_and_by_its_words() {
    assert_eq!(suggested(&coded(&case(), "PR-50")), ["S05", "general"]);
    let reason = "The service does not meet our criteria for medical necessity.";
    assert_eq!(suggested(&reasoned(&case(), reason)), ["S05", "general"]);
}

#[test]
fn the_words_of_the_sample_letter_suggest_the_right_play_without_any_code() {
    let case = reasoned(&case(), "Prior authorization was not obtained for this service.");
    assert_eq!(suggested(&timed(&case, Timing::PostService)), ["S04", "general"]);
}

#[test]
fn a_deductible_is_no_denial_and_suggests_only_the_general_play() {
    let found = suggest(&coded(&case(), "PR-1"), book());
    let code: ReasonCode = "PR-1".parse().expect("a code");
    let general = PlayId("general".to_owned());
    assert_eq!(found, [Suggestion { play: general, because: vec![Because::NotADenial(code), Because::Always] }]);
}

#[test]
fn a_play_for_plans_that_follow_other_law_is_not_suggested() {
    let case = timed(&coded(&case(), "CO-197"), Timing::PostService);
    let medicare = knowing(&case, Field::CoverageFrom, Value::Choice(Choice::From(From::Medicare)));
    assert_eq!(suggested(&medicare), ["S47", "general"]);
    let work = knowing(&case, Field::CoverageFrom, Value::Choice(Choice::From(From::Work)));
    assert_eq!(suggested(&work), ["S04", "general"]);
}

#[test]
fn a_case_stands_where_the_last_thing_put_it() {
    let denied = case();
    assert_eq!(stage(&denied), Stage::Denied);
    let appealed = sent(&denied, LetterKind::L01, "2024-03-01");
    assert_eq!(stage(&appealed), Stage::Appealed);
    let lost = happened(&appealed, EventKind::Lost, "2024-04-20");
    assert_eq!(stage(&lost), Stage::Lost);
    assert_eq!(stage(&sent(&lost, LetterKind::L01, "2024-05-01")), Stage::Appealed);
    assert_eq!(stage(&happened(&lost, EventKind::Won, "2024-06-01")), Stage::Won);
}

#[test]
fn other_letters_and_arrivals_do_not_make_an_appeal() {
    let case = sent(&case(), LetterKind::L12, "2024-03-01");
    assert_eq!(stage(&happened(&case, EventKind::ArrivalConfirmed, "2024-03-05")), Stage::Denied);
}

#[test]
fn a_decision_on_the_day_of_sending_answers_it() {
    let case = sent(&case(), LetterKind::L01, "2024-03-01");
    assert_eq!(stage(&happened(&case, EventKind::Lost, "2024-03-01")), Stage::Lost);
}

#[test]
fn what_was_sent_on_the_day_of_the_answer_waits_for_an_answer_again() {
    let lost = happened(&sent(&case(), LetterKind::L01, "2024-03-01"), EventKind::Lost, "2024-03-02");
    assert_eq!(stage(&sent(&lost, LetterKind::L01, "2024-03-02")), Stage::Appealed);
}

#[test]
fn where_no_step_is_left_the_next_step_is_no_step_to_take_by_a_day() {
    let lost = happened(&sent(&case(), LetterKind::L01, "2024-03-01"), EventKind::Lost, "2024-03-20");
    let next = |clock| of(&lost, book(), today(), clock).checklist;
    let keys = |clock| next(clock).into_iter().map(|step| step.key).collect::<Vec<_>>();
    assert!(keys(Clock::Unknown).contains(&"general.lost-read".to_owned()));
    let ended = keys(Clock::Nothing);
    assert!(!ended.contains(&"general.lost-read".to_owned()), "{ended:?}");
    assert!(ended.contains(&"general.road-ended".to_owned()), "{ended:?}");
}

#[test]
fn the_play_that_fits_speaks_before_the_general_one() {
    let case = timed(&about(&case(), "S04"), Timing::PostService);
    let steps = of(&case, book(), today(), Clock::Unknown);
    assert!(find(&steps, "S04.call-insurer").is_some());
    assert!(find(&steps, "general.call-insurer").is_none());
}

#[test]
fn a_task_done_under_the_general_play_stays_done_when_another_play_is_chosen() {
    let case = after(&case(), Change::TaskDone { task: "general.call-insurer".to_owned() });
    let steps = of(&about(&case, "S04"), book(), today(), Clock::Unknown);
    let state = find(&steps, "S04.call-insurer").map(|step| step.state);
    assert_eq!(state, Some(State::Done { on: Some(today()) }));
}

#[test]
fn choosing_care_already_given_makes_the_case_one_of_care_already_given() {
    let steps = of(&about(&case(), "S04"), book(), today(), Clock::Unknown);
    assert!(find(&steps, "general.hold-bill").is_some());
    assert!(find(&steps, "general.say-timing").is_none());
}

#[test]
fn with_time_left_every_open_task_before_sending_bears_the_date() {
    let aim_for = today().plus_days(30);
    let steps = of(&about(&case(), "S04"), book(), today(), Clock::Until(aim_for));
    for step in steps.checklist.iter().filter(|step| step.state == State::Open) {
        assert_eq!(step.by, Some(aim_for), "{}", step.key);
    }
    let follow = find(&steps, "general.confirm-arrival").expect("shown as what comes later");
    assert_eq!((follow.state, follow.by), (State::NotNow, None));
}

#[test]
fn a_week_before_the_date_writing_the_appeal_comes_first() {
    let case = timed(&about(&case(), "S04"), Timing::PostService);
    let case = knowing(&case, Field::NoticeDate, Value::Day(day("2024-01-15")));
    let case = knowing(&case, Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)));
    let next = |clock| of(&case, book(), today(), clock).next.map(|step| step.key);
    assert_eq!(next(Clock::Until(today().plus_days(8))).as_deref(), Some("S04.call-insurer"));
    assert_eq!(next(Clock::Until(today().plus_days(7))).as_deref(), Some("general.file-soon"));
    assert_eq!(next(Clock::Today).as_deref(), Some("general.file-soon"));
    assert_eq!(next(Clock::Late).as_deref(), Some("general.late-file"));
}

#[test]
fn the_late_road_has_all_its_parts() {
    let steps = of(&about(&case(), "S04"), book(), today(), Clock::Late);
    for key in ["late-file", "late-receipt", "late-accept", "late-notice"] {
        let step = find(&steps, &format!("general.{key}")).unwrap_or_else(|| panic!("{key} is missing"));
        assert_eq!(step.state, State::Open);
    }
    let script = steps.script(CallKind::ClaimStatus).expect("a script");
    assert!(script.questions.iter().any(|question| question.key == "accept-late"));
}

#[test]
fn only_rules_that_bind_the_plan_are_shown() {
    let shown = |case: &Case| {
        let steps = of(case, book(), today(), Clock::Unknown);
        find(&steps, "general.ask-claim-file").map(|step| step.rules.len())
    };
    let work = knowing(&case(), Field::CoverageFrom, Value::Choice(Choice::From(From::Work)));
    let church = knowing(&case(), Field::CoverageFrom, Value::Choice(Choice::From(From::Church)));
    assert_eq!(shown(&work), Some(2), "both kinds of plans from work are bound");
    assert_eq!(shown(&church), Some(0));
    assert_eq!(shown(&case()), Some(0));
}

#[test]
fn who_pays_the_claims_is_asked_only_where_it_matters() {
    let work = knowing(&case(), Field::CoverageFrom, Value::Choice(Choice::From(From::Work)));
    let own = knowing(&work, Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays)));
    let bought = knowing(&case(), Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)));
    let key = |case: &Case| {
        let steps = of(case, book(), today(), Clock::Unknown);
        let benefits = |step: &&Step<'_>| step.task.opens == Opens::Call(CallKind::BenefitsOffice);
        steps.checklist.iter().find(benefits).map(|step| step.key.clone())
    };
    assert_eq!(key(&work).as_deref(), Some("general.ask-funding"));
    assert_eq!(key(&own).as_deref(), Some("general.ask-plan-document"));
    assert_eq!(key(&bought), None);
}

#[test]
fn a_paper_in_hand_is_held_and_its_task_is_done() {
    let number = Number(3);
    let document = Document {
        number,
        kind: PaperKind::MedicalRecords,
        title: "Notes".to_owned(),
        dated: None,
        added: today(),
        text: String::new(),
    };
    let case = after(&about(&case(), "S04"), Change::DocumentAdded(document));
    let steps = of(&case, book(), today(), Clock::Unknown);
    let records = steps.evidence.iter().find(|item| item.evidence.paper == PaperKind::MedicalRecords);
    assert_eq!(records.map(|item| item.state), Some(EvidenceState::Held { document: Some(number) }));
    let task = find(&steps, "general.get-records").map(|step| step.state);
    assert_eq!(task, Some(State::Done { on: Some(today()) }));
}

#[test]
fn what_is_asked_about_the_denial_stays_the_same_after_a_second_no() {
    let denied = coded(&about(&case(), "S04"), "CO-197");
    let denied = knowing(&denied, Field::NoticeDate, Value::Day(day("2024-01-15")));
    let lost = happened(&sent(&denied, LetterKind::L01, "2024-03-01"), EventKind::Lost, "2024-04-20");
    let answered = after(&lost, Change::NoticeAdded { number: Number(lost.next_number) });
    assert_eq!(of(&answered, book(), today(), Clock::Unknown), of(&lost, book(), today(), Clock::Unknown));
    assert_eq!(suggest(&answered, book()), suggest(&lost, book()));
}

#[test]
fn group_pr_is_asked_about_as_pr() {
    let keys = |code| {
        let case = coded(&about(&case(), "S04"), code);
        let steps = of(&case, book(), today(), Clock::Unknown);
        let script = steps.script(CallKind::InsurerInformation).expect("a script");
        script.questions.iter().map(|question| question.key.clone()).collect::<Vec<_>>()
    };
    let pr = keys("PR-197");
    assert!(pr.contains(&"group-pr".to_owned()) && !pr.contains(&"group-co".to_owned()), "{pr:?}");
    let co = keys("CO-197");
    assert!(co.contains(&"group-co".to_owned()) && !co.contains(&"group-pr".to_owned()), "{co:?}");
}

#[test]
fn care_already_given_is_never_urgent() {
    let urgent = |timing| {
        let case = knowing(&timed(&case(), timing), Field::Urgent, Value::Yes(true));
        let steps = of(&case, book(), today(), Clock::Unknown);
        find(&steps, "general.expedited").is_some()
    };
    assert!(urgent(Timing::PreService));
    assert!(!urgent(Timing::PostService));
}

fn opened_for(case: &Case, purpose: Purpose) -> Case {
    after(case, Change::OpenedFor(purpose))
}

#[test]
fn a_bill_is_about_care_already_given_until_the_person_says_otherwise() {
    let bill = opened_for(&case(), Purpose::Bill);
    let eob = |case: &Case| {
        let steps = of(case, book(), today(), Clock::Unknown);
        steps.evidence.iter().any(|item| item.evidence.paper == PaperKind::Eob)
    };
    assert!(eob(&bill));
    assert!(!eob(&opened_for(&case(), Purpose::Planning)));
    assert!(!eob(&timed(&bill, Timing::PreService)));
}

#[test]
fn what_leaves_out_a_coverage_holds_while_the_coverage_is_not_known() {
    let bill = opened_for(&case(), Purpose::Bill);
    let asked = |case: &Case| find(&of(case, book(), today(), Clock::Unknown), "general.bill-call-insurer").is_some();
    assert!(asked(&bill));
    let from = |from| knowing(&bill, Field::CoverageFrom, Value::Choice(Choice::From(from)));
    assert!(asked(&from(From::Work)), "who pays the claims is still open");
    assert!(!asked(&from(From::None)));
}

#[test]
fn a_letter_is_offered_where_a_step_opens_it() {
    let letters = |case: &Case| of(case, book(), today(), Clock::Unknown).letters;
    let denial = letters(&case());
    assert_eq!(denial, [LetterKind::L14, LetterKind::L01, LetterKind::L22, LetterKind::L56, LetterKind::L53]);
    let bill = letters(&opened_for(&case(), Purpose::Bill));
    assert_eq!(
        bill,
        [LetterKind::L60, LetterKind::L61, LetterKind::L22, LetterKind::L74, LetterKind::L76, LetterKind::L18]
    );
    let surprise = letters(&about(&opened_for(&case(), Purpose::Bill), "S14"));
    assert!(surprise.contains(&LetterKind::L01), "where the plan counted wrongly, an appeal mends it");
}

#[test]
fn a_bill_on_which_an_appeal_was_sent_waits_for_the_answer_and_keeps_what_was_done() {
    let bill = after(&opened_for(&case(), Purpose::Bill), Change::TaskDone { task: "general.bill-options".to_owned() });
    let appealed = sent(&about(&bill, "S14"), LetterKind::L01, "2024-03-01");
    let steps = of(&appealed, book(), today(), Clock::Unknown);
    assert_eq!(steps.stage, Stage::Appealed);
    let state = find(&steps, "general.bill-options").map(|step| step.state);
    assert_eq!(state, Some(State::Done { on: Some(today()) }));
    assert!(find(&steps, "S14.write-surprise").is_some(), "the provider is still to be told");
}
