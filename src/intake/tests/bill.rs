//! The way from a bill to a case.

use super::*;
use crate::bills;
use crate::intake::grid::{Cell, Column, Grid};
use crate::kinds::StatementKind;
use crate::rulebook::schema::Stage;

const BILL: &str = include_str!("../../../tests/fixtures/bills/medical-bill-duplicate.txt");

fn today() -> Date {
    "2024-02-01".parse().expect("a real day")
}

fn read(text: &str) -> Intake {
    read_on(text, today())
}

fn read_on(text: &str, today: Date) -> Intake {
    Intake::start(Door::Bill, today).read_bill(Some(text), today).expect("a bill can be read").forward()
}

/// The lines as read, and what the rest says confirmed.
fn walked(text: &str, today: Date) -> (Intake, Vec<Screen>) {
    let mut intake = read_on(text, today);
    let mut seen = vec![Screen::Bill];
    loop {
        seen.push(intake.screen());
        intake = match intake.screen() {
            Screen::Lines => {
                let statement = intake.statement().expect("it was read").clone();
                let read = Grid::of(&statement).read(&statement, today).expect("what was read is right");
                intake.with_lines(read, today).expect("a bill fits")
            }
            Screen::Doubts | Screen::Billed => intake.questions().into_iter().fold(intake, |intake, question| {
                let answer = question.finds.first().cloned().map_or(Answer::Unknown, Answer::Found);
                intake.answer(question.field, answer, today).expect("what a bill says can be confirmed")
            }),
            Screen::Story => intake.answer(Field::Emergency, Answer::Own(Value::Yes(false)), today).expect("yes or no"),
            Screen::Check => intake.confirm_rest(today).expect("it is right").about(PlayId("S38".into()), today),
            Screen::Coverage => {
                let work = Answer::Own(Value::Choice(Choice::From(From::Work)));
                return (intake.answer(Field::CoverageFrom, work, today).expect("a choice is an answer"), seen);
            }
            Screen::Urgent
            | Screen::Paste
            | Screen::Bill
            | Screen::Typed
            | Screen::Planned
            | Screen::Decide(_)
            | Screen::Care
            | Screen::Ending => {
                unreachable!("these are not on the way from a bill")
            }
        }
        .forward();
    }
}

#[test]
fn a_bill_becomes_a_case_with_its_words() {
    let (intake, seen) = walked(BILL, today());
    assert_eq!(seen, [Screen::Bill, Screen::Lines, Screen::Story, Screen::Check, Screen::Coverage]);
    let case = intake.case(CaseId("c9".into()));
    let bill = case.bill().expect("it is a bill");
    assert_eq!(bill.lines.len(), 3);
    assert!(
        bill.lines.iter().all(|line| matches!(&line.from, Provenance::Document { words, .. } if BILL.contains(words)))
    );
    let text = |field| case.text(field).map(|fact| fact.value.to_owned()).unwrap_or_default();
    assert_eq!(text(Field::Biller), "CENTRAL MEDICAL CENTER");
    assert_eq!(text(Field::Patient), "John Doe");
    assert_eq!(text(Field::AccountNumber), "12345678");
    assert_eq!(case.money(Field::AmountDue).map(|fact| fact.value), Some(Cents(12_500)));
    assert_eq!(case.day(Field::ServiceDate).map(|fact| fact.value), "2024-01-15".parse().ok());
    assert_eq!(crate::steps::stage(&case), Stage::Billed);
    let twice = bills::questions(&case).into_iter().filter(|q| matches!(q.kind, bills::Kind::StandsTwice { .. }));
    assert_eq!(twice.count(), 1, "the visit that stands twice is a question");
}

#[test]
fn a_bill_can_be_typed_line_by_line() {
    let intake = Intake::start(Door::Bill, today()).read_bill(None, today()).expect("nothing to read").forward();
    let statement = intake.statement().expect("a place for the lines").clone();
    let typed =
        [(Cell::Line(0, Column::On), "1/15/2024"), (Cell::Line(0, Column::Billed), "150"), (Cell::Total(4), "150.00")];
    let grid = typed.into_iter().fold(Grid::of(&statement), |grid, (cell, text)| grid.typed(cell, text.to_owned()));
    let read = grid.read(&statement, today()).expect("it reads");
    let intake = intake.with_lines(read, today()).expect("a bill fits").forward();
    assert_eq!(intake.screen(), Screen::Billed);
    let due = intake.so_far().money(Field::AmountDue).expect("the total is what it asks for");
    assert_eq!((due.value, due.from), (Cents(15_000), Provenance::Statement { on: today() }));
    let resumed = Intake::resume(Door::Bill, intake.so_far().clone());
    assert_eq!(resumed.screen(), Screen::Billed, "a closed tab resumes there");
}

#[test]
fn two_amounts_due_are_asked_about_by_themselves() {
    let text = BILL.replace("Please remit", "Amount Due: $140.00\nPlease remit");
    let intake = read(&text);
    assert!(intake.way().contains(&Screen::Doubts));
    assert!(intake.doubts().contains(&Field::AmountDue));
    assert!(!intake.rest().contains(&Field::AmountDue));
}

#[test]
fn the_same_words_again_keep_the_lines_as_they_were_corrected() {
    let intake = read(BILL);
    let statement = intake.statement().expect("it was read").clone();
    let grid = Grid::of(&statement).without_row(1);
    let corrected = intake.with_lines(grid.read(&statement, today()).expect("it reads"), today()).expect("it fits");
    let again = corrected.back().read_bill(Some(BILL), today()).expect("the same words");
    assert_eq!(again.statement().map(|statement| statement.lines.len()), Some(2));
    let other = corrected.back().read_bill(Some(&BILL.replace("150.00", "160.00")), today()).expect("other words");
    assert_eq!(other.statement().map(|statement| statement.lines.len()), Some(3));
    assert!(other.so_far().fact(Field::AmountDue).is_none(), "and no facts of the first");
}

#[test]
fn an_explanation_of_benefits_brings_no_facts_of_a_bill() {
    let eob = include_str!("../../../tests/fixtures/bills/insurance-eob-clean.txt");
    let (intake, _) = walked(eob, "2024-06-01".parse().expect("a real day"));
    let case = intake.so_far();
    assert_eq!(case.statements.first().map(|statement| statement.kind), Some(StatementKind::Eob));
    assert!(case.bill().is_none() && case.fact(Field::AmountDue).is_none());
}
