//! One paper in the hand of a person, and what there is to ask about it.

use super::*;
use crate::case::{Change, Detail, Provenance, Service, StatementLine, Total, Value};
use crate::kinds::StatementKind;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn said() -> Provenance {
    Provenance::Statement { on: day("2026-11-23") }
}

/// `2026-01-22 99213 x2 $150.00`, each part but the charge optional; `-` stands for a charge that is not printed.
fn line(text: &str) -> StatementLine {
    let mut line = StatementLine {
        on: None,
        code: String::new(),
        what: "Service".to_owned(),
        units: None,
        billed: None,
        allowed: None,
        plan_paid: None,
        share: None,
        detail: Detail::default(),
        from: said(),
    };
    for part in text.split(' ') {
        if let Some(units) = part.strip_prefix('x') {
            line.units = units.parse().ok();
        } else if part.starts_with('$') {
            line.billed = part.parse().ok();
        } else if let Ok(on) = part.parse() {
            line.on = Some(on);
        } else if part != "-" {
            part.clone_into(&mut line.code);
        }
    }
    line
}

fn bill(lines: &[&str], totals: &[(TotalKind, i64)]) -> Statement {
    let total = |(kind, cents): &(TotalKind, i64)| Total { kind: *kind, amount: Cents(*cents), from: said() };
    Statement {
        lines: lines.iter().map(|text| line(text)).collect(),
        totals: totals.iter().map(total).collect(),
        ..Statement::new(Number(3), StatementKind::Bill)
    }
}

fn with(statement: Statement) -> Case {
    let today = day("2026-11-23");
    let open = Case::open(crate::case::CaseId("c1".to_owned()), today);
    open.apply(Change::StatementAdded(statement), today).unwrap()
}

/// What is asked about a paper, and about which of its lines, from 1.
#[track_caller]
fn check(statement: Statement, expected: &[(Kind, &[usize])]) {
    let asked = questions(&with(statement));
    let asked: Vec<_> =
        asked.into_iter().map(|q| (q.kind, q.lines.iter().map(|at| at.line + 1).collect::<Vec<_>>())).collect();
    let expected: Vec<_> = expected.iter().map(|(kind, lines)| (kind.clone(), lines.to_vec())).collect();
    assert_eq!(asked, expected);
}

const CHARGES: TotalKind = TotalKind::Charges;
const OFF: TotalKind = TotalKind::Adjustments;
const PLAN: TotalKind = TotalKind::InsurancePaid;
const DUE: TotalKind = TotalKind::AmountDue;

#[test]
fn a_bill_that_holds_together_asks_nothing() {
    let lines = ["2026-01-22 99213 $200.00", "2026-01-22 80053 $100.00"];
    check(bill(&lines, &[(CHARGES, 30_000), (OFF, 7_500), (PLAN, 18_000), (DUE, 4_500)]), &[]);
}

#[test]
fn lines_that_do_not_come_to_the_total_are_asked_about_with_the_difference() {
    let statement = bill(&["2026-01-22 99213 $200.00", "2026-01-22 80053 $100.00"], &[(CHARGES, 32_500)]);
    let kind = Kind::LinesDoNotSum { total: CHARGES, printed: Cents(32_500), lines: Cents(30_000) };
    assert_eq!(kind.difference(), Some(Cents(2_500)));
    check(statement, &[(kind, &[1, 2])]);
}

#[test]
fn each_total_is_held_against_its_own_column() {
    let mut statement =
        bill(&["2026-01-22 99213 $200.00"], &[(CHARGES, 20_000), (TotalKind::Allowed, 15_000), (PLAN, 12_000)]);
    statement.kind = StatementKind::Eob;
    statement.lines[0].allowed = Some(Cents(14_000));
    statement.lines[0].plan_paid = Some(Cents(12_000));
    let kind = Kind::LinesDoNotSum { total: TotalKind::Allowed, printed: Cents(15_000), lines: Cents(14_000) };
    check(statement, &[(kind, &[1])]);
}

#[test]
fn a_charge_that_is_not_printed_is_not_zero() {
    check(bill(&["2026-01-22 99213 $200.00", "2026-01-22 80053 -"], &[(CHARGES, 30_000)]), &[]);
}

#[test]
fn a_subtotal_of_lines_that_stand_together_fits() {
    let lines = ["2026-01-22 A0001 $200.00", "2026-01-22 A0002 $100.00", "2026-01-22 A0003 $2.00"];
    check(bill(&lines, &[(CHARGES, 30_000), (CHARGES, 200), (CHARGES, 30_200)]), &[]);
    let kind = |printed| Kind::LinesDoNotSum { total: CHARGES, printed: Cents(printed), lines: Cents(30_200) };
    check(bill(&lines, &[(CHARGES, 20_200), (CHARGES, 30_200)]), &[(kind(20_200), &[1, 2, 3])]);
    check(
        bill(&lines, &[(CHARGES, 30_000), (CHARGES, 20_000)]),
        &[(kind(30_000), &[1, 2, 3]), (kind(20_000), &[1, 2, 3])],
    );
}

#[test]
fn what_is_due_follows_from_charges_less_what_is_taken_off() {
    let asks = |totals: &[(TotalKind, i64)]| {
        questions(&with(bill(&[], totals))).into_iter().map(|q| q.kind).collect::<Vec<_>>()
    };
    assert_eq!(asks(&[(CHARGES, 30_000), (PLAN, 18_000), (DUE, 12_000)]), []);
    let kind = Kind::DueDoesNotFollow { charges: Cents(30_000), off: Cents(18_000), due: Cents(4_500) };
    assert_eq!(kind.difference(), Some(Cents(7_500)));
    assert_eq!(asks(&[(CHARGES, 30_000), (PLAN, 18_000), (DUE, 4_500)]), [kind]);
    assert_eq!(asks(&[(PLAN, 18_000), (DUE, 4_500)]), [], "nothing is known of the charges");
    assert_eq!(asks(&[(CHARGES, 27_500), (TotalKind::Allowed, 22_500), (PLAN, 18_000), (DUE, 4_500)]), []);
}

#[test]
fn payments_in_rows_and_once_more_in_a_sum_are_taken_off_once() {
    let asks = |paid: &[i64], due| {
        let totals: Vec<_> =
            [(CHARGES, 10_000), (DUE, due)].into_iter().chain(paid.iter().map(|cents| (PLAN, *cents))).collect();
        questions(&with(bill(&[], &totals))).len()
    };
    assert_eq!(asks(&[3_000, 2_000], 5_000), 0);
    assert_eq!(asks(&[3_000, 2_000, 5_000], 5_000), 0);
    assert_eq!(asks(&[3_000, 3_000], 4_000), 0);
    assert_eq!(asks(&[3_000, 3_000], 7_000), 0);
    assert_eq!(asks(&[3_000, 2_000], 7_000), 1);
}

#[test]
fn two_amounts_due_are_asked_about() {
    let kind = Kind::TwoAmountsDue { one: Cents(4_500), other: Cents(5_400) };
    check(bill(&[], &[(DUE, 4_500), (DUE, 4_500), (DUE, 5_400)]), &[(kind, &[])]);
}

#[test]
fn the_same_code_on_the_same_day_with_the_same_charge_stands_twice() {
    let twice = |code: &str| Kind::StandsTwice { code: code.to_owned(), on: day("2026-01-22"), billed: Cents(15_000) };
    let lines =
        ["2026-01-22 99213 $150.00", "2026-01-22 36415 $25.00", "2026-01-22 99213 $150.00", "2026-01-22 99213 $150.00"];
    check(bill(&lines, &[]), &[(twice("99213"), &[1, 3, 4])]);
    for other in ["2026-01-23 99213 $150.00", "2026-01-22 99213 $140.00", "2026-01-22 99213-59 $150.00"] {
        check(bill(&["2026-01-22 99213 $150.00", other], &[]), &[]);
    }
}

#[test]
fn a_line_without_a_day_is_asked_about() {
    check(bill(&["99213 $150.00", "2026-01-22 36415 $25.00"], &[]), &[(Kind::NoDay, &[1])]);
    let receipt = Statement { kind: StatementKind::Receipt, ..bill(&["99213 $150.00"], &[]) };
    check(receipt, &[]);
}

#[test]
fn a_day_outside_the_stay_is_asked_about() {
    let (first, last) = (day("2026-01-10"), day("2026-01-15"));
    let lines = ["2026-01-10 99221 $1.00", "2026-01-15 99239 $2.00", "2026-01-16 99231 $3.00"];
    let statement = Statement { service: Some(Service { first, last, from: said() }), ..bill(&lines, &[]) };
    check(statement, &[(Kind::OutsideStay { first, last }, &[3])]);
}

#[test]
fn a_line_without_a_code_is_asked_about_on_a_bill_alone() {
    let lines = ["2026-01-22 99213 $150.00", "2026-01-22 $20.00"];
    check(bill(&lines, &[]), &[(Kind::NoCode, &[2])]);
    check(Statement { kind: StatementKind::Eob, ..bill(&lines, &[]) }, &[]);
}

#[test]
fn units_that_do_not_fit_are_asked_about() {
    let one = |text: &str| bill(&[text], &[]);
    check(one("2026-01-22 97110 x3 $96.00"), &[]);
    check(one("2026-01-22 97110 x0 $96.00"), &[(Kind::NoUnits { billed: Cents(9_600) }, &[1])]);
    check(one("2026-01-22 97110 x7 $96.00"), &[(Kind::UnitsDoNotDivide { units: 7, billed: Cents(9_600) }, &[1])]);
    let kind = Kind::PriceDiffers { code: "97110".to_owned(), one: (3, Cents(9_600)), other: (1, Cents(4_000)) };
    check(bill(&["2026-01-22 97110 x3 $96.00", "2026-01-23 97110 x1 $40.00"], &[]), &[(kind, &[1, 2])]);
}

#[test]
fn another_patient_is_asked_about_and_another_spelling_is_not() {
    let today = day("2026-11-23");
    let asked = |paper: &str, known: &str| {
        let mut statement = bill(&[], &[]);
        statement.facts.set(Field::Patient, crate::case::Fact { value: Value::Text(paper.to_owned()), from: said() });
        let patient = Change::Learned { field: Field::Patient, value: Value::Text(known.to_owned()), from: said() };
        questions(&with(statement).apply(patient, today).unwrap()).len()
    };
    assert_eq!(asked("Mary Doe", "John Doe"), 1);
    for same in ["John Doe", "JOHN DOE", "DOE, JOHN", "John Q. Doe", "Doe", "John Doe Jr"] {
        assert_eq!(asked(same, "John Doe"), 0, "{same}");
    }
}

#[test]
fn amounts_as_large_as_they_come_do_not_wrap_around() {
    let huge = Cents(i64::MAX);
    let mut statement = bill(
        &["2026-01-22 99213 $1.00", "2026-01-22 99214 $1.00"],
        &[(CHARGES, i64::MAX), (DUE, i64::MIN), (OFF, i64::MAX)],
    );
    statement.lines.iter_mut().for_each(|line| line.billed = Some(huge));
    let asked = questions(&with(statement.clone()));
    assert!(asked.iter().all(|question| question.kind.difference().is_none_or(|difference| difference.0 > 0)));
    assert!(standing(&statement).value().is_some());
}

#[test]
fn what_a_paper_does_not_say_stays_unknown() {
    assert_eq!(standing(&bill(&[], &[])), Finding::Unknown { ask: vec![Field::Billed, Field::AmountDue] });
    let summed = standing(&bill(&["2026-01-22 99213 $150.00"], &[(PLAN, 10_000), (DUE, 5_000)]));
    let value = Standing { charges: Cents(15_000), allowed: None, off: Cents(10_000), asks: Cents(5_000) };
    assert_eq!(summed, Finding::Assumed { value, because: vec![Field::Billed] });
    let two = standing(&bill(&[], &[(CHARGES, 15_000), (DUE, 5_000), (DUE, 6_000)]));
    assert_eq!(two, Finding::Unknown { ask: vec![Field::AmountDue] });
}
