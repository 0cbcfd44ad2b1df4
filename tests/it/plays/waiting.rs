//! No answer has come: what to do meanwhile, and what to do once their time has passed.

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{Change, Provenance, Value};
use recourse::civil::Date;
use recourse::deadlines;
use recourse::kinds::{CallKind, Field, LetterKind, Timing, Who};
use recourse::rulebook::book;
use recourse::rulebook::schema::{Awaited, Opens, Stage};
use recourse::steps::{self, Clock, State, Steps};

use super::{Draft, coverages, day, sound, today, told, walk};

const TIMINGS: [Option<Timing>; 5] =
    [None, Some(Timing::PreService), Some(Timing::PostService), Some(Timing::Concurrent), Some(Timing::Urgent)];

fn asked(coverage: &[Choice], timing: Option<Timing>) -> Draft {
    let draft = Draft::new().knows(Field::RequestSent, Value::Day(day("2024-01-10")));
    coverage.iter().copied().chain(timing.map(Choice::Timing)).fold(draft, Draft::chooses)
}

#[test]
fn every_wait_reaches_an_end_and_asks_for_nothing_that_only_a_denial_has() {
    for coverage in coverages() {
        for timing in TIMINGS {
            for (clock, awaited) in [(Clock::Unknown, Awaited::InTime), (Clock::TheirsPassed, Awaited::Overdue)] {
                for draft in [asked(&coverage, timing), asked(&coverage, timing).about("S01")] {
                    let told = format!("{coverage:?} {timing:?} {clock:?} {:?}", draft.0.situations);
                    let steps = draft.steps(clock);
                    assert_eq!((steps.stage, steps.awaited), (Stage::Denied, Some(awaited)), "{told}");
                    sound(&steps, &told);
                    asks_for_no_letter(&steps, &told);
                    walk(draft, clock, &told);
                }
            }
        }
    }
}

fn asks_for_no_letter(steps: &Steps<'_>, told: &str) {
    assert!(steps.checklist.iter().all(|step| step.state != State::NotNow), "nobody prepares for a no: {told}");
    for kind in [LetterKind::L01, LetterKind::L14, LetterKind::L12] {
        assert!(!steps.letters.contains(&kind), "{kind:?}: {told}");
    }
    let scripts = steps.calls.iter().flat_map(|script| {
        script
            .have_ready
            .iter()
            .map(String::as_str)
            .chain([script.opening])
            .chain(script.questions.iter().map(|q| &*q.ask))
    });
    let papers = steps.evidence.iter().map(|item| item.evidence.what.as_str());
    for text in scripts.chain(papers) {
        assert!(!text.contains("letter that says no") && !text.contains("denied"), "{text:?}: {told}");
    }
}

/// Lena Fischer buys her own plan. Her doctor asked for an MRI on January 10, 2024, and nobody answered.
fn lena() -> Draft {
    Draft::new()
        .says(Field::Patient, "Lena Fischer")
        .says(Field::Insurer, "Meadowlark Health")
        .says(Field::Service, "MRI of the left knee")
        .knows(Field::RequestSent, Value::Day(day("2024-01-10")))
        .chooses(Choice::From(From::Myself))
        .chooses(Choice::Timing(Timing::PreService))
}

fn on(draft: &Draft, today: Date) -> Steps<'static> {
    let dates = deadlines::of(&draft.0, book(), today);
    steps::of(&draft.0, book(), today, Clock::of(&dates))
}

#[test]
fn before_their_day_the_first_step_is_a_call_and_their_clock_is_shown() {
    let today = day("2024-01-20");
    let dates = deadlines::of(&lena().0, book(), today);
    assert_eq!((dates.mine.len(), dates.theirs.len()), (0, 1));
    let steps = on(&lena(), today);
    let next = steps.next.as_ref().expect("something to do");
    assert_eq!((next.key.as_str(), next.task.opens), ("general.wait-call", Opens::Call(CallKind::ClaimStatus)));
    expect_file!["../golden/steps/no-answer.txt"].assert_eq(&told(&steps));
}

#[test]
fn after_their_day_the_first_step_is_to_ask_for_the_decision_in_writing() {
    // They had until January 25; a status call before that day does not stand in for the one after it.
    let draft = lena().calls(CallKind::ClaimStatus, Who::Insurer);
    assert_eq!(on(&draft, day("2024-01-25")).awaited, Some(Awaited::InTime));
    let steps = on(&draft, day("2024-02-01"));
    let next = steps.next.as_ref().expect("something to do");
    assert_eq!((next.key.as_str(), next.task.opens), ("general.overdue-call", Opens::Call(CallKind::Supervisor)));
    let asks = |script: &steps::Script<'_>| script.questions.iter().any(|question| question.key == "decision");
    assert!(steps.script(CallKind::Supervisor).is_some_and(asks));
    expect_file!["../golden/steps/no-answer-overdue.txt"].assert_eq(&told(&steps));
}

#[test]
fn more_time_that_nobody_told_of_does_not_put_the_call_off() {
    let draft = asked(&[Choice::From(From::Myself)], Some(Timing::PostService));
    assert_eq!(on(&draft, day("2024-02-09")).awaited, Some(Awaited::InTime));
    assert_eq!(on(&draft, day("2024-02-10")).awaited, Some(Awaited::Overdue));
    // While it is open whether the care was given, the longer of the two counts.
    let open = asked(&[Choice::From(From::Myself)], None);
    assert_eq!(on(&open, day("2024-02-09")).awaited, Some(Awaited::InTime));
    assert_eq!(on(&open, day("2024-02-10")).awaited, Some(Awaited::Overdue));
}

#[test]
fn whom_to_ask_next_depends_on_the_coverage() {
    let contacts = |coverage: &[Choice]| {
        let steps = asked(coverage, Some(Timing::PreService)).steps(Clock::TheirsPassed);
        let regulator = |step: &&steps::Step<'_>| step.task.opens == Opens::Call(CallKind::Regulator);
        let step = steps.checklist.iter().find(regulator).map(|step| step.contacts.iter().map(|c| &*c.id).collect());
        step.unwrap_or_else(Vec::new)
    };
    let work = |funding| [Choice::From(From::Work), Choice::Funding(funding)];
    assert_eq!(contacts(&[Choice::From(From::Myself)])[0], "state-insurance-departments");
    assert_eq!(contacts(&work(Funding::InsurerPays))[0], "state-insurance-departments");
    assert_eq!(contacts(&work(Funding::EmployerPays)), ["ebsa"]);
    assert_eq!(contacts(&[Choice::From(From::Work)]), ["ebsa"]);
    assert_eq!(contacts(&[Choice::From(From::MedicareAdvantage)])[0], "medicare");
    assert_eq!(contacts(&[Choice::From(From::Medicaid)])[0], "medicaid-state-agency");
    assert_eq!(contacts(&[Choice::From(From::Tricare)]), ["state-insurance-departments"]);
    assert!(contacts(&[]).is_empty(), "first the coverage has to be said");
}

#[test]
fn where_no_day_of_theirs_is_known_the_office_to_ask_is_named_beforehand() {
    for from in [From::Medicare, From::Medicaid, From::Church] {
        let steps = asked(&[Choice::From(from)], Some(Timing::PreService)).steps(Clock::Unknown);
        let named = steps.checklist.iter().any(|step| step.task.opens == Opens::Call(CallKind::Regulator));
        assert!(named, "{from:?}");
    }
}

#[test]
fn when_waiting_could_do_harm_the_fast_decision_comes_first() {
    for clock in [Clock::Unknown, Clock::TheirsPassed] {
        let steps = asked(&[Choice::From(From::Myself)], Some(Timing::Urgent)).steps(clock);
        assert_eq!(steps.next.as_ref().map(|step| step.key.as_str()), Some("general.wait-expedited"));
    }
}

#[test]
fn the_answer_ends_the_wait_and_calls_made_before_it_ask_nothing_about_it() {
    let waited = asked(&[Choice::From(From::Myself)], Some(Timing::PreService))
        .calls(CallKind::ClaimStatus, Who::Insurer)
        .calls(CallKind::DoctorsOffice, Who::Clinician);
    let later = day("2024-02-10");
    let state =
        |steps: &Steps<'_>, key: &str| steps.checklist.iter().find(|step| step.key == key).map(|step| step.state);
    let decided = |on: &str| {
        let from = Provenance::Statement { on: later };
        let learned = Change::Learned { field: Field::NoticeDate, value: Value::Day(day(on)), from };
        let case = waited.0.apply(learned, later).expect("an answer can come");
        let steps = steps::of(&case, book(), later, Clock::Unknown);
        assert_eq!(steps.awaited, None);
        [state(&steps, "general.wait-call-doctor"), state(&steps, "general.call-doctor")]
    };
    let done = Some(State::Done { on: Some(today()) });
    assert_eq!(decided("2024-02-08"), [done, Some(State::Open)]);
    // Made on the day of the letter or after it, they may be about it.
    assert_eq!(decided("2024-02-01"), [None, done]);
    let waiting = waited.steps(Clock::Unknown);
    assert_eq!([state(&waiting, "general.wait-call"), state(&waiting, "general.late-accept")], [done, None]);
}
