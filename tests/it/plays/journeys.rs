//! From the door to the letter sent and the answer awaited: each situation of the first priority, as a person walks it.

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{Case, CaseId, PlayId, Value};
use recourse::intake::{Answer, Door, Intake, Screen};
use recourse::kinds::{CallKind, Field, LetterKind, PaperKind, Timing, Who};
use recourse::rulebook::book;
use recourse::rulebook::schema::{Opens, Stage};
use recourse::steps::{Clock, State, Steps};
use recourse::words::steps as words;
use std::fmt::Write as _;

use super::{Draft, PLAYS, day, today};

/// The most answers from the door to a situation.
const ANSWERS: usize = 8;

/// The answers from a door to the screen on which the situation is chosen, and the case with it. The door itself is one.
fn walk_in(door: Door, play: &str) -> (usize, Intake) {
    let mut intake = Intake::start(door, today());
    let mut answers = 1;
    if door == Door::Bill {
        intake = intake.read_bill(None, today()).expect("a bill can be typed");
    }
    while intake.screen() != Screen::Check {
        assert!(!intake.is_last(), "the way from {door:?} never asks what this is about");
        intake = intake.forward();
        answers += 1;
    }
    (answers + 1, intake.about(PlayId(play.to_owned()), today()))
}

#[test]
fn every_play_is_reached_from_the_first_page_in_at_most_eight_answers() {
    for play in PLAYS {
        for door in [Door::NoLetter, Door::Bill] {
            let (answers, intake) = walk_in(door, play);
            assert!(answers <= ANSWERS, "{play} takes {answers} answers from {door:?}");
            let chosen: Vec<&str> = intake.so_far().situations.iter().map(|play| play.0.as_str()).collect();
            assert_eq!(chosen, [play]);
        }
    }
}

#[test]
fn every_play_stands_in_the_table_from_which_one_is_chosen() {
    let rows = recourse::words::guide::glance::rows(book());
    for play in PLAYS {
        assert!(rows.iter().any(|row| row.play == play), "{play} is in no row");
    }
}

/// A situation of the first priority: with which coverage somebody comes, about care at which time, and for what.
type Journey = (&'static str, From, Option<Timing>, Door);

const JOURNEYS: [Journey; 45] = [
    ("S01", From::Myself, Some(Timing::PreService), Door::NoLetter),
    ("S03", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S04", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S05", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S06", From::Work, Some(Timing::PreService), Door::NoLetter),
    ("S07", From::Myself, Some(Timing::PreService), Door::NoLetter),
    ("S08", From::Work, Some(Timing::PreService), Door::NoLetter),
    ("S10", From::Work, Some(Timing::Concurrent), Door::NoLetter),
    ("S11", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S12", From::Myself, Some(Timing::PostService), Door::NoLetter),
    ("S13", From::Myself, Some(Timing::PreService), Door::NoLetter),
    ("S14", From::Work, Some(Timing::PostService), Door::Bill),
    ("S15", From::Work, Some(Timing::PostService), Door::Bill),
    ("S18", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S21", From::Work, Some(Timing::Concurrent), Door::NoLetter),
    ("S22", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S23", From::Myself, Some(Timing::PostService), Door::NoLetter),
    ("S24", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S26", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S27", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S28", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S29", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S30", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S32", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S33", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S34", From::Work, None, Door::Bill),
    ("S35", From::Work, None, Door::Bill),
    ("S36", From::Work, None, Door::Bill),
    ("S37", From::Work, None, Door::Bill),
    ("S38", From::Work, None, Door::Bill),
    ("S39", From::None, None, Door::Bill),
    ("S40", From::None, None, Door::Bill),
    ("S41", From::None, None, Door::Bill),
    ("S43", From::Work, None, Door::Bill),
    ("S47", From::Medicare, Some(Timing::PostService), Door::NoLetter),
    ("S48", From::MedicareAdvantage, Some(Timing::PreService), Door::NoLetter),
    ("S49", From::PartD, Some(Timing::PreService), Door::NoLetter),
    ("S50", From::Medicare, Some(Timing::Concurrent), Door::NoLetter),
    ("S51", From::MedicaidPlan, Some(Timing::Concurrent), Door::NoLetter),
    ("S58", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S59", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S60", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S61", From::Work, Some(Timing::PostService), Door::NoLetter),
    ("S71", From::Work, Some(Timing::PreService), Door::NoLetter),
    ("S68", From::Work, Some(Timing::PreService), Door::Planning),
];

/// The case at the end of the intake: where the coverage comes from, when the care is, the notice's day, the situation.
fn from_the_door((play, from, timing, door): Journey) -> Draft {
    let learn =
        |intake: Intake, field, value| intake.answer(field, Answer::Own(value), today()).expect("a plain answer");
    let mut intake = match door {
        Door::Planning => Intake::start(door, today()),
        Door::Letter | Door::NoLetter | Door::Bill => walk_in(door, play).1,
    };
    intake = learn(intake, Field::CoverageFrom, Value::Choice(Choice::From(from)));
    if from == From::Work {
        intake = learn(intake, Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays)));
    }
    if let Some(timing) = timing {
        intake = learn(intake, Field::Timing, Value::Choice(Choice::Timing(timing)));
    }
    if door == Door::NoLetter {
        intake = learn(intake, Field::NoticeDate, Value::Day(day("2024-01-15")));
        intake = learn(intake, Field::Reason, Value::Text("This is not covered.".to_owned()));
    }
    let case: Case = intake.case(CaseId("journey".to_owned()));
    let draft = Draft(case);
    match play {
        "S58" => draft.at(Stage::Lost),
        "S59" => draft.at(Stage::Appealed),
        _ => draft,
    }
}

/// Does each open step as a person would: makes the call, sends the letter, holds the paper, ticks off the rest.
fn do_next(draft: Draft, steps: &Steps<'_>) -> Draft {
    let next = steps.next.as_ref().expect("an open step");
    let key = next.key.clone();
    let ticked = |draft: Draft| draft.with(recourse::case::Change::TaskDone { task: key.clone() });
    match next.task.opens {
        Opens::Call(kind) => {
            let with = steps.script(kind).map_or(Who::Insurer, |script| script.with);
            ticked(draft.calls(kind, with))
        }
        Opens::Letter(kind) => ticked(draft.sends(kind)),
        Opens::Fact(_) | Opens::Papers | Opens::Packet | Opens::Bill | Opens::Options | Opens::Nothing => ticked(draft),
    }
}

#[test]
fn each_situation_of_the_first_priority_leads_from_the_door_to_the_letter_sent() {
    let mut told = String::new();
    for journey in JOURNEYS {
        let (play, from, timing, door) = journey;
        let name = book().play(play).map_or("", |play| &play.name);
        writeln!(told, "{play} {name} ({from:?}, {timing:?}, {door:?})").expect("a text takes any line");
        let mut draft = from_the_door(journey);
        let mut sent: Vec<LetterKind> = Vec::new();
        for _ in 0..60 {
            let steps = draft.steps(Clock::Until(today().plus_days(90)));
            let Some(next) = steps.next.as_ref() else { break };
            let what = &next.task.what;
            let own = if next.play.id == play { "*" } else { " " };
            writeln!(told, "  {own} {what}").expect("a text takes any line");
            if let Opens::Letter(kind) = next.task.opens {
                sent.push(kind);
                writeln!(told, "      sends: {}", words::letter(kind)).expect("a text takes any line");
            }
            draft = do_next(draft, &steps);
        }
        let steps = draft.steps(Clock::Nothing);
        let open = steps.checklist.iter().filter(|step| step.state == State::Open).count();
        assert_eq!(open, 0, "{play} ends with open steps");
        if door != Door::Planning {
            assert!(!sent.is_empty(), "{play} sends no letter");
        }
        if door == Door::NoLetter && !matches!(play, "S58" | "S59") {
            assert!(matches!(steps.stage, Stage::Appealed), "{play} ends at {:?}", steps.stage);
        }
        writeln!(told, "    ends: {}\n", words::stage(steps.stage, steps.awaited)).expect("a text takes any line");
    }
    expect_file!["../golden/steps/journeys.txt"].assert_eq(&told);
}

#[test]
fn the_request_without_an_answer_leads_to_the_call_and_once_late_to_the_letter_or_the_supervisor() {
    let draft = Draft::new()
        .knows(Field::RequestSent, Value::Day(day("2024-01-10")))
        .chooses(Choice::From(From::Myself))
        .chooses(Choice::Timing(Timing::PreService))
        .about("S02");
    let opens = |clock| draft.steps(clock).next.map(|step| step.task.opens);
    assert_eq!(opens(Clock::Unknown), Some(Opens::Call(CallKind::ClaimStatus)));
    assert_eq!(opens(Clock::TheirsPassed), Some(Opens::Call(CallKind::Supervisor)));
}

#[test]
fn every_letter_is_reached_from_some_play() {
    for kind in LetterKind::ALL {
        let reached = book().plays.iter().any(|play| play.letters.contains(&kind));
        assert!(reached, "{} is in no play", words::letter(kind));
    }
}

/// Papers that somebody else has and that a letter of ours asks for.
const FETCHED: [PaperKind; 6] = [
    PaperKind::ClaimFile,
    PaperKind::Criteria,
    PaperKind::MedicalRecords,
    PaperKind::EmergencyRecords,
    PaperKind::NecessityLetter,
    PaperKind::ItemizedBill,
];

#[test]
fn each_paper_that_a_letter_can_fetch_names_the_letter() {
    for play in &book().plays {
        for piece in play.evidence.iter().filter(|piece| FETCHED.contains(&piece.paper) && piece.from != Who::You) {
            assert!(piece.letter.is_some(), "{}: {:?} has no letter that asks for it", play.id, piece.paper);
        }
    }
}

/// The eleven calls that somebody may have to make.
const CALLS: [CallKind; 11] = [
    CallKind::InsurerInformation,
    CallKind::Supervisor,
    CallKind::ClaimStatus,
    CallKind::Expedited,
    CallKind::BillerHold,
    CallKind::ItemizedBill,
    CallKind::Assistance,
    CallKind::Collector,
    CallKind::BenefitsOffice,
    CallKind::DoctorsOffice,
    CallKind::Regulator,
];

#[test]
fn each_of_the_eleven_calls_knows_what_to_do_when_they_say_something_else() {
    for kind in CALLS {
        let answers = book().plays.iter().flat_map(|play| &play.calls).filter(|call| call.kind == kind);
        assert!(answers.flat_map(|call| &call.branches).count() >= 3, "{}", words::call(kind));
    }
}

#[test]
fn a_letter_from_the_marketplace_sends_nobody_to_the_insurer() {
    let draft = Draft::new()
        .chooses(Choice::From(From::Myself))
        .chooses(Choice::Matter(recourse::kinds::Matter::Eligibility))
        .chooses(Choice::Timing(Timing::PreService));
    let steps = draft.steps(Clock::Unknown);
    for step in steps.checklist.iter().filter(|step| step.state == State::Open) {
        assert_ne!(step.task.opens, Opens::Call(CallKind::InsurerInformation), "{}", step.key);
        assert_ne!(step.task.opens, Opens::Letter(LetterKind::L14), "{}", step.key);
    }
    let first = steps.checklist.iter().find(|step| step.key == "general.market-call");
    assert!(first.is_some_and(|step| step.contacts.iter().any(|contact| contact.id == "marketplace")));
}
