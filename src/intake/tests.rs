//! The way from a letter to a case, walked without a page.

use proptest::prelude::*;

use super::*;
use crate::case::coverage::{From, Funding};
use crate::kinds::Timing;
use crate::money::Cents;

mod bill;

const LETTER: &str = include_str!("../../tests/fixtures/letters/pa-denial-001.txt");

fn today() -> Date {
    "2024-02-01".parse().expect("a real day")
}

fn pasted(text: &str) -> Intake {
    Intake::start(Door::Letter, today()).forward().read(text, today()).expect("a letter can be read").forward()
}

/// Answers every question of the screen as found, or "I don't know" where nothing was found.
fn agree(intake: &Intake) -> Intake {
    intake.questions().into_iter().fold(intake.clone(), |intake, question| {
        let answer = question.finds.first().cloned().map_or(Answer::Unknown, Answer::Found);
        intake.answer(question.field, answer, today()).expect("what a letter says can be confirmed")
    })
}

fn choose(intake: &Intake, field: Field, choice: Choice) -> Intake {
    intake.answer(field, Answer::Own(Value::Choice(choice)), today()).expect("a choice is an answer")
}

/// The whole way with everything as found.
fn walked(text: &str) -> (Intake, Vec<Screen>) {
    let mut intake = pasted(text);
    let mut seen = vec![Screen::Paste];
    loop {
        seen.push(intake.screen());
        intake = match intake.screen() {
            Screen::Urgent | Screen::Paste | Screen::Typed | Screen::Planned => {
                unreachable!("these come before the letter is read")
            }
            Screen::Bill | Screen::Lines | Screen::Billed | Screen::Story => unreachable!("these are of a bill"),
            Screen::Ending => unreachable!("a plan from work has no fast way of its own"),
            Screen::Decide(_) | Screen::Doubts => agree(&intake),
            Screen::Care => choose(&intake, Field::Timing, Choice::Timing(Timing::PostService)),
            Screen::Check => {
                intake.confirm_rest(today()).expect("all of it is right").about(PlayId("S04".into()), today())
            }
            Screen::Coverage => {
                let intake = choose(&intake, Field::CoverageFrom, Choice::From(From::Work));
                return (choose(&intake, Field::Funding, Choice::Funding(Funding::EmployerPays)), seen);
            }
        };
        intake = intake.forward();
    }
}

#[test]
fn a_letter_becomes_a_case_with_its_words() {
    let (intake, _) = walked(LETTER);
    let case = intake.case(CaseId("c9".into()));
    let text = |field| case.text(field).map(|fact| fact.value.to_owned()).unwrap_or_default();
    assert_eq!(case.id, CaseId("c9".into()));
    assert_eq!(case.day(Field::NoticeDate).map(|fact| fact.value), "2024-01-15".parse().ok());
    assert_eq!(case.day(Field::ServiceDate).map(|fact| fact.value), "2024-01-05".parse().ok());
    assert_eq!(text(Field::ClaimNumber), "CLM2024011500001");
    assert_eq!(text(Field::MemberId), "ABC123456789");
    assert_eq!(
        text(Field::Reason),
        "Prior authorization was not obtained for this service. According to your plan benefits, MRI services require \
         prior authorization before the service is performed."
    );
    assert_eq!(case.money(Field::PatientShare).map(|fact| fact.value), Some(Cents(250_000)));
    assert_eq!(case.codes().iter().map(ToString::to_string).collect::<Vec<_>>(), ["CO-197"]);
    assert_eq!(case.coverage_kind().value(), Some(&CoverageKind::EmployerSelfFunded));
}

#[test]
fn a_time_that_seems_to_be_for_an_outside_review_leaves_open_what_it_is_for() {
    let text = "Health Plan\nYour medical claim was denied. It was not medically necessary.\nYou may ask for an independent \
                external review within four months of this notice.";
    let intake = pasted(text);
    let find = intake.found(Field::StatedWindow).into_iter().next().expect("the window is found");
    assert_eq!(find.doubt, Some(letter::Doubt::ForExternalReview));
    let agreed = intake.answer(Field::StatedWindow, Answer::Found(find), today()).expect("it reads");
    assert!(agreed.case.fact(Field::StatedWindow).is_some());
    assert!(agreed.case.said_unknown(Field::StatedForReview));
    // Typed by the person, it is what they say it is.
    let own = Answer::Own(Value::Window(crate::case::Window::Days(60)));
    let typed = agreed.answer(Field::StatedWindow, own, today()).expect("it reads");
    assert!(!typed.case.said_unknown(Field::StatedForReview));
}

#[test]
fn every_fact_from_the_letter_keeps_the_words_it_came_from() {
    let (intake, _) = walked(LETTER);
    let case = intake.case(CaseId("c9".into()));
    let all = [&case.facts, &case.claims[0].facts, &case.notices[0].facts];
    let from_letter = all.iter().flat_map(|facts| facts.iter()).filter_map(|(field, fact)| match &fact.from {
        Provenance::Document { words, .. } => Some((field, words)),
        Provenance::Call { .. } | Provenance::Statement { .. } => None,
    });
    let mut count = 0;
    for (field, words) in from_letter {
        assert!(LETTER.contains(words.as_str()), "{field:?}: {words}");
        count += 1;
    }
    assert!(count >= 12, "{count}");
}

#[test]
fn a_clear_letter_takes_at_most_8_screens_and_15_taps_to_the_first_date() {
    let (_, seen) = walked(LETTER);
    let taps: usize = seen
        .iter()
        .map(|screen| match screen {
            // One for each fact that decides something, or where from and who pays; and one to go on.
            Screen::Decide(_) | Screen::Doubts | Screen::Coverage | Screen::Ending => 3,
            // Into the box, and read.
            Screen::Paste | Screen::Care => 2,
            Screen::Check | Screen::Urgent | Screen::Typed | Screen::Planned => 1,
            Screen::Bill | Screen::Lines | Screen::Billed | Screen::Story => unreachable!("these are of a bill"),
        })
        .sum();
    // The date stands on the screen after the last.
    assert!(seen.len() < 8, "{seen:?}");
    assert!(taps <= 15, "{taps}");
}

#[test]
fn back_and_again_loses_nothing() {
    let (intake, _) = walked(LETTER);
    let mut back = intake.clone();
    for _ in 0..20 {
        back = back.back();
    }
    assert_eq!(back.screen(), Screen::Urgent);
    assert_eq!(back.so_far(), intake.so_far());
    assert_eq!(back.forward().read(LETTER, today()).expect("the same letter").so_far(), intake.so_far());
}

#[test]
fn a_closed_tab_resumes_at_the_first_open_question() {
    let half = agree(&pasted(LETTER)).forward();
    let resumed = Intake::resume(Door::Letter, half.so_far().clone());
    assert_eq!(resumed.screen(), half.screen());
    assert_eq!(resumed.so_far(), half.so_far());
}

#[test]
fn another_letter_takes_no_facts_of_the_first() {
    let first = agree(&pasted(LETTER));
    let second = first.back().read("Dear member, your claim number Z-99 was denied.", today()).expect("a letter");
    assert!(second.so_far().day(Field::NoticeDate).is_none());
}

#[test]
fn doubtful_finds_are_never_confirmed_with_the_rest() {
    let doubtful = "Health plan notice of denial\nDate: January 2, 2024\nDate of service: 02/03/2023\nClaim Number: 77-A\n\
        Your claim was denied because the service was not medically necessary.";
    let intake = pasted(doubtful);
    let doubts: Vec<Field> = intake.doubts();
    assert!(doubts.contains(&Field::ServiceDate), "{doubts:?}");
    assert!(doubts.iter().all(|field| !intake.rest().contains(field)));
    let confirmed = intake.confirm_rest(today()).expect("the rest is right");
    assert!(confirmed.so_far().day(Field::ServiceDate).is_none());
}

#[test]
fn without_a_letter_what_is_said_is_the_persons_statement() {
    let intake = Intake::start(Door::NoLetter, today()).forward().forward();
    assert_eq!(intake.screen(), Screen::Typed);
    let intake = intake
        .answer(Field::Reason, Answer::Own(Value::Text("They said it needs approval.".into())), today())
        .expect("words are words");
    let fact = intake.so_far().fact(Field::Reason).expect("it was said");
    assert_eq!(fact.from, Provenance::Statement { on: today() });
}

/// Care that was refused beforehand lies after the day of the no.
#[test]
fn care_that_is_still_to_come_can_be_said_without_a_letter() {
    let day = |text: &str| Answer::Own(Value::Day(text.parse().expect("a real day")));
    let mut intake = Intake::start(Door::NoLetter, today());
    while !intake.is_last() {
        intake = match intake.screen() {
            Screen::Care => choose(&intake, Field::Timing, Choice::Timing(Timing::PreService)),
            Screen::Typed => {
                let dated = intake.answer(Field::NoticeDate, day("2024-01-15"), today()).expect("it has come");
                dated.answer(Field::ServiceDate, day("2024-02-20"), today()).expect("it was said that it is to come")
            }
            Screen::Urgent
            | Screen::Paste
            | Screen::Bill
            | Screen::Lines
            | Screen::Billed
            | Screen::Story
            | Screen::Planned
            | Screen::Decide(_)
            | Screen::Doubts
            | Screen::Check
            | Screen::Coverage
            | Screen::Ending => intake,
        }
        .forward();
    }
}

#[test]
fn a_letter_that_refuses_care_still_to_come_can_be_confirmed() {
    let letter = "Acme Health Plan\nJanuary 15, 2024\nNotice of adverse benefit determination\n\
        We cannot approve your doctor's request for an MRI of the knee. Date of service: February 20, 2024\n\
        Reason: the service is not medically necessary.\nReference number: R-1234\n";
    let (intake, _) = walked(letter);
    let care = intake.so_far().day(Field::ServiceDate).map(|fact| fact.value);
    assert_eq!(care, "2024-02-20".parse().ok());
}

proptest! {
    #[test]
    fn whatever_is_pasted_the_way_has_an_end(text in "[a-z](\\PC|\n){0,400}", known in any::<u16>()) {
        let mut intake = pasted(&text);
        for turn in 0..12_u16 {
            let agreed = known & (1 << (turn % 16)) != 0;
            if agreed {
                intake = intake.questions().into_iter().fold(intake.clone(), |intake, question| {
                    let answer = question.finds.first().cloned().map_or(Answer::Unknown, Answer::Found);
                    intake.answer(question.field, answer, today()).unwrap_or(intake)
                });
            }
            intake = intake.forward();
        }
        prop_assert!(intake.is_last());
    }
}

#[test]
fn what_is_about_to_end_is_asked_where_the_coverage_has_a_fast_way_for_it() {
    let at_the_end = |from, timing| {
        let mut intake = Intake::start(Door::NoLetter, today());
        while intake.screen() != Screen::Coverage {
            if intake.screen() == Screen::Care {
                intake = choose(&intake, Field::Timing, Choice::Timing(timing));
            }
            intake = intake.forward();
        }
        let intake = choose(&intake, Field::CoverageFrom, Choice::From(from));
        if intake.is_last() {
            Vec::new()
        } else {
            intake.forward().questions().iter().map(|asked| asked.field).collect()
        }
    };
    assert_eq!(
        at_the_end(From::Medicare, Timing::Concurrent),
        [Field::Matter, Field::LeavesHospital, Field::ServicesEnd]
    );
    assert_eq!(at_the_end(From::MedicaidPlan, Timing::Concurrent), [Field::ChangeStarts]);
    assert_eq!(at_the_end(From::Medicare, Timing::PostService), []);
    assert_eq!(at_the_end(From::Work, Timing::Concurrent), []);
}
