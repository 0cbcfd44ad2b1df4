//! A bill beside its explanations of benefits: whole reports as a person reads them, and what holds for all papers.

use std::path::Path;

use expect_test::expect_file;
use proptest::prelude::*;
use recourse::case::coverage::From;
use recourse::case::fact::Choice;
use recourse::case::statement::{Belongs, Network, Reason};
use recourse::case::terms::{Accumulator, Terms, Yearly};
use recourse::case::{
    At, Case, CaseId, Change, Detail, Fact, Number, Part, PlanTerms, Provenance, Statement, StatementLine, Tie, Total,
    Value,
};
use recourse::importers::{bill, fhir};
use recourse::intake;
use recourse::kinds::{Field, Purpose, StatementKind, TotalKind};
use recourse::money::Cents;
use recourse::reconcile::{self, Grade, Kind, Left, Reconciliation, Why, who};
use recourse::rulebook::book;
use recourse::rulebook::schema::{Answer, Condition};
use recourse::words::reconcile as say;

use crate::cases::day;

pub fn opened() -> Case {
    let today = day("2026-11-23");
    Case::open(CaseId("test".to_owned()), today).apply(Change::OpenedFor(Purpose::Bill), today).expect("always fits")
}

pub fn with_text(case: &Case, name: &str) -> Case {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let text = std::fs::read_to_string(path).expect("the fixture is there");
    let (draft, text) = match fhir::read(text.as_bytes()) {
        Ok(mut reading) => {
            let eob = reading.eobs.remove(0);
            (eob.draft.confirmed(), eob.text)
        }
        Err(_) => (bill::read(&text).expect("fixtures are short").confirmed(), text),
    };
    let kind = draft.kind.as_ref().expect("it is a bill").value;
    let changes = intake::bill::changes(&draft, kind, &text, "The paper", case, day("2026-11-23"));
    changes.into_iter().try_fold(case.clone(), |case, change| case.apply(change, day("2026-11-23"))).expect("it fits")
}

#[test]
fn reports_are_as_they_are_kept() {
    for (name, papers) in [
        ("emergency", &["reconcile/bill.txt", "reconcile/eob.txt"][..]),
        ("clean", &["reconcile/clean-bill.txt", "reconcile/clean-eob.txt"]),
        ("discount-missing", &["reconcile/no-discount-bill.txt", "reconcile/in-network-eob.json"]),
        ("no-codes", &["reconcile/no-codes-bill.txt", "reconcile/no-codes-eob.txt"]),
        ("another-person", &["bills/medical-bill-clean.txt", "bills/insurance-eob-clean.txt"]),
    ] {
        let case = papers.iter().fold(opened(), |case, paper| with_text(&case, paper));
        expect_file![format!("{}/tests/it/golden/reconcile/{name}.txt", env!("CARGO_MANIFEST_DIR"))]
            .assert_eq(&say::report(&case, &reconcile::of(&case, book()), book()));
    }
}

/// A line as `day code units billed allowed paid share`, where `-` stands for nothing.
fn line(text: &str) -> StatementLine {
    let words: Vec<&str> = text.split(' ').collect();
    let cents = |at: usize| words.get(at).and_then(|word| word.parse().ok()).map(Cents);
    StatementLine {
        on: words[0].parse().ok(),
        code: words[1].trim_matches('-').to_owned(),
        what: String::new(),
        units: words[2].parse().ok(),
        billed: cents(3),
        allowed: cents(4),
        plan_paid: cents(5),
        share: cents(6),
        detail: Detail { network: Some(Network::In), ..Detail::default() },
        from: Provenance::Statement { on: day("2026-03-01") },
    }
}

fn paper(case: &Case, kind: StatementKind, lines: &[&str], totals: &[(TotalKind, i64)]) -> Case {
    let from = Provenance::Statement { on: day("2026-03-01") };
    let total = |(kind, cents): &(TotalKind, i64)| Total { kind: *kind, amount: Cents(*cents), from: from.clone() };
    let statement = Statement {
        lines: lines.iter().map(|text| line(text)).collect(),
        totals: totals.iter().map(total).collect(),
        ..Statement::new(Number(case.next_number), kind)
    };
    case.apply(Change::StatementAdded(statement), day("2026-03-01")).expect("it fits")
}

fn both(bill: &[&str], totals: &[(TotalKind, i64)], eob: &[&str]) -> Reconciliation {
    let case = paper(&opened(), StatementKind::Bill, bill, totals);
    let case = paper(&case, StatementKind::Eob, eob, &[]);
    reconcile::of(&case, book())
}

#[test]
fn what_agrees_gives_no_finding() {
    let found = both(
        &["2026-02-01 99213 1 15000", "2026-02-01 80053 1 4000"],
        &[(TotalKind::Adjustments, 9_000), (TotalKind::InsurancePaid, 8_000), (TotalKind::AmountDue, 2_000)],
        &["2026-02-01 80053 1 4000 2000 1600 400", "2026-02-01 99213 1 15000 8000 6400 1600"],
    );
    assert_eq!(found.findings, []);
    assert_eq!(found.pairs.len(), 2);
    assert_eq!(found.owed[0].now, Some((Cents(2_000), Cents(2_000))));
}

#[test]
fn a_discount_that_is_not_taken_off_is_proven_in_the_network_only() {
    let bill = ["2026-02-01 99213 1 15000"];
    let totals = [(TotalKind::InsurancePaid, 6_400), (TotalKind::AmountDue, 8_600)];
    let found = both(&bill, &totals, &["2026-02-01 99213 1 15000 8000 6400 1600"]).findings;
    assert_eq!(found.len(), 1);
    let kind = Kind::DiscountMissing { discount: Cents(7_000), taken: Cents(0) };
    assert_eq!((&found[0].kind, found[0].grade, found[0].at_stake), (&kind, Grade::Proven, Some(Cents(7_000))));
    let case = paper(&opened(), StatementKind::Bill, &bill, &totals);
    let case = paper(&case, StatementKind::Eob, &["2026-02-01 99213 1 15000 8000 6400 1600"], &[]);
    let mut unknown = case.statements[1].clone();
    unknown.lines[0].detail.network = None;
    let case = case.apply(Change::StatementCorrected(unknown), day("2026-03-01")).unwrap();
    assert_eq!(reconcile::of(&case, book()).findings[0].grade, Grade::Likely);
}

#[test]
fn lines_that_only_together_come_to_a_line_are_one_pair() {
    let found = both(
        &["2026-02-01 97110 1 5000", "2026-02-01 97110 1 5000", "2026-02-01 97110 1 6000"],
        &[],
        &["2026-02-01 97110 3 16000 9000 9000 0"],
    );
    assert_eq!(found.pairs.len(), 1);
    assert_eq!((found.pairs[0].bill.len(), found.pairs[0].why.last()), (3, Some(&Why::SameSum)));
    assert_eq!(found.findings, []);
}

#[test]
fn the_best_for_all_lines_together_is_chosen() {
    // Each line alone would take the other's; the days and charges decide for all at once.
    let found = both(
        &["2026-02-01 99213 1 15000", "2026-02-03 99213 1 16000"],
        &[],
        &["2026-02-03 99213 1 15500 1 1 0", "2026-02-01 99213 1 16000 1 1 0"],
    );
    let places: Vec<(usize, usize)> = found.pairs.iter().map(|pair| (pair.bill[0].line, pair.eob[0].line)).collect();
    assert_eq!(places.len(), 2);
    let whole: std::collections::BTreeSet<usize> = places.iter().map(|(_, eob)| *eob).collect();
    assert_eq!(whole.len(), 2);
}

#[test]
fn the_person_has_the_last_word() {
    let case = paper(&opened(), StatementKind::Bill, &["2026-02-01 99213 1 15000", "2026-02-02 99999 1 700"], &[]);
    let case =
        paper(&case, StatementKind::Eob, &["2026-02-01 99213 1 15000 1 1 0", "2026-02-20 11111 1 900 1 1 0"], &[]);
    let at = |paper: usize, line| At { statement: case.statements[paper].number, line };
    let tie = |bill, eob, belongs| Change::LinesTied(Tie { bill, eob, belongs });
    let apply = |case: &Case, change| case.apply(change, day("2026-03-01")).unwrap();
    let parted = apply(&case, tie(at(0, 0), at(1, 0), Belongs::Apart));
    assert_eq!(reconcile::of(&parted, book()).pairs, []);
    let pinned = apply(&case, tie(at(0, 1), at(1, 1), Belongs::Together));
    let pairs = reconcile::of(&pinned, book()).pairs;
    assert_eq!((pairs.len(), &pairs[1].why), (2, &vec![Why::Said]));
    let untied = apply(&pinned, Change::LinesUntied { bill: at(0, 1), eob: at(1, 1) });
    assert_eq!(reconcile::of(&untied, book()).pairs.len(), 1);
}

/// The row that answers for a line with this code, and what could change the answer.
fn answer(code: &str, network: Option<Network>, facts: &[(Field, Value)]) -> (Option<&'static str>, Vec<Field>) {
    let from = Provenance::Statement { on: day("2026-03-01") };
    let learned =
        |(field, value): &(Field, Value)| Change::Learned { field: *field, value: value.clone(), from: from.clone() };
    let case = facts.iter().map(learned).try_fold(opened(), |case, change| case.apply(change, day("2026-03-01")));
    let reason = Reason { code: code.parse().expect("a code"), amount: None };
    let mut line = line("2026-02-01 99213 1 15000 8000 6400 1600");
    line.detail.network = network;
    let answer = who::of(&case.expect("the facts fit"), &line, &reason, book());
    (answer.row.map(|row| row.id.as_str()), answer.missing)
}

#[test]
fn a_code_alone_never_says_that_nothing_is_owed() {
    for code in ["CO-45", "CO-197", "CO-29", "PI-45"] {
        let (row, missing) = answer(code, None, &[]);
        assert_eq!(row, None, "{code}");
        assert!(missing.contains(&Field::InNetwork), "{code}: {missing:?}");
    }
    for row in book().owes.iter().filter(|row| row.answer == Answer::Provider || row.answer == Answer::NetworkShare) {
        let contract = row.when.contains(&Condition::InNetwork);
        assert!(contract || row.rule.is_some(), "{}: takes an amount off the patient by a code alone", row.id);
    }
}

#[test]
fn network_and_law_decide_who_may_bill() {
    let yes = |field, yes| (field, Value::Yes(yes));
    let work = (Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)));
    let row = |code, network, facts: &[(Field, Value)]| answer(code, network, facts).0;
    assert_eq!(row("CO-45", Some(Network::In), &[]), Some("contract-in"));
    assert_eq!(row("CO-197", Some(Network::In), &[]), Some("approval-in"));
    assert_eq!(row("CO-29", Some(Network::In), &[]), Some("late-in"));
    assert_eq!(row("CO-45", Some(Network::Out), &[]), Some("contract-out"));
    assert_eq!(row("PR-1", Some(Network::In), &[]), Some("share-in"));
    let emergency = [work.clone(), yes(Field::Emergency, true)];
    assert_eq!(row("PR-242", Some(Network::Out), &emergency), Some("emergency-out"));
    let place = [work.clone(), yes(Field::FacilityInNetwork, true), yes(Field::SignedConsent, false)];
    assert_eq!(row("PR-242", Some(Network::Out), &place), Some("facility-no-consent"));
    let signed = [work, yes(Field::FacilityInNetwork, true), yes(Field::SignedConsent, true)];
    assert_eq!(row("PR-242", Some(Network::Out), &signed), Some("facility-consent"));
    // Without the coverage nobody can say whether the law binds the plan.
    let (row, missing) = answer("PR-242", Some(Network::Out), &[yes(Field::Emergency, true)]);
    assert_eq!(row, Some("share-out"));
    assert!(missing.contains(&Field::CoverageFrom), "{missing:?}");
}

/// The same paper with a claim number and the day on which it was made.
fn numbered(case: &Case, at: usize, number: &str, made: &str) -> Case {
    let said = |value| Fact { value, from: Provenance::Statement { on: day("2026-03-01") } };
    let statement = case.statements[at].clone();
    let statement = statement.saying(Field::ClaimNumber, said(Value::Text(number.to_owned())));
    let statement = statement.saying(Field::BillDate, said(Value::Day(day(made))));
    let statements = case
        .statements
        .iter()
        .map(|held| if held.number == statement.number { statement.clone() } else { held.clone() });
    Case { statements: statements.collect(), ..case.clone() }
}

#[test]
fn a_corrected_eob_takes_the_place_of_the_earlier_one() {
    let case = paper(&opened(), StatementKind::Bill, &["2026-02-01 99213 1 15000"], &[(TotalKind::AmountDue, 8_000)]);
    let case = paper(&case, StatementKind::Eob, &["2026-02-01 99213 1 15000 8000 0 8000"], &[]);
    let case = paper(&case, StatementKind::Eob, &["2026-02-01 99213 1 15000 8000 6400 1600"], &[]);
    let case = numbered(&numbered(&case, 1, "C1", "2026-02-10"), 2, "C1", "2026-02-20");
    let found = reconcile::of(&case, book());
    assert_eq!(found.replaced, [(case.statements[1].number, case.statements[2].number)]);
    assert_eq!(found.owed[0].share.map(|share| share.most), Some(Cents(1_600)));
    // The same number for other care replaces nothing.
    let case = paper(&opened(), StatementKind::Eob, &["2026-02-01 99213 1 15000 8000 0 8000"], &[]);
    let case = paper(&case, StatementKind::Eob, &["2026-02-09 80053 1 4000 2000 1600 400"], &[]);
    let case = numbered(&numbered(&case, 0, "C1", "2026-02-10"), 1, "C1", "2026-02-20");
    assert_eq!(reconcile::of(&case, book()).replaced, []);
}

#[test]
fn what_is_open_makes_a_range() {
    let bill = ["2026-02-01 99213 1 15000", "2026-02-01 80053 1 4000"];
    let found = both(&bill, &[(TotalKind::AmountDue, 5_600)], &["2026-02-01 99213 1 15000 8000 6400 1600"]);
    assert_eq!(found.owed[0].now, Some((Cents(1_600), Cents(5_600))));
    assert!(found.owed[0].open);
    let kinds: Vec<&Kind> = found.findings.iter().map(|found| &found.kind).collect();
    assert_eq!(kinds, [&Kind::NotOnEob { billed: Cents(4_000) }]);
}

#[test]
fn the_plans_terms_are_checked_against_each_line() {
    let case = paper(&opened(), StatementKind::Eob, &["2026-02-01 99213 1 15000 10000 5000 5000"], &[]);
    let mut eob = case.statements[0].clone();
    eob.lines[0].detail.parts = [(Part::Deductible, Cents(2_000)), (Part::Coinsurance, Cents(3_000))].into();
    let case = case.apply(Change::StatementCorrected(eob), day("2026-03-01")).unwrap();
    let deductible = Yearly { limit: Some(Cents(100_000)), met: Some(Cents(99_000)) };
    let inside = Terms {
        deductible: Accumulator { individual: deductible, family: Yearly::default() },
        coinsurance_percent: Some(20),
        ..Terms::default()
    };
    let said =
        case.apply(Change::TermsSaid(PlanTerms { inside, outside: Terms::default() }), day("2026-03-01")).unwrap();
    let mut kinds: Vec<Kind> = reconcile::of(&said, book()).findings.into_iter().map(|found| found.kind).collect();
    kinds.sort();
    let met = Kind::DeductibleMet { taken: Cents(2_000), left: Cents(1_000) };
    let rate = Kind::CoinsuranceRate { taken: Cents(3_000), by_terms: Cents(1_600) };
    let mut expected = vec![met, rate];
    expected.sort();
    assert_eq!(kinds, expected);
    let after = Left { network: Network::In, deductible: Some(Cents(0)), out_of_pocket: None };
    assert_eq!(reconcile::of(&said, book()).left, [after]);
    assert_eq!(reconcile::of(&case, book()).findings, [], "without terms nothing is compared with them");
}

fn any_paper() -> impl Strategy<Value = Vec<String>> {
    let part = (0_u32..4, 0_u32..3, 0_u32..4, 0_i64..5);
    let text = |(day, code, units, cents): (u32, u32, u32, i64)| {
        let on = if day == 0 { "-".to_owned() } else { format!("2026-02-0{day}") };
        let code = if code == 0 { "-".to_owned() } else { format!("1000{code}") };
        format!("{on} {code} {units} {} {cents} {cents} {cents}", cents * 100)
    };
    proptest::collection::vec(part.prop_map(text), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_line_is_in_one_pair_or_alone(bill in any_paper(), other in any_paper(), eob in any_paper()) {
        let mut case = opened();
        for (kind, lines) in [(StatementKind::Bill, &bill), (StatementKind::Bill, &other), (StatementKind::Eob, &eob)] {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            case = paper(&case, kind, &lines, &[(TotalKind::AmountDue, 500)]);
        }
        let found = reconcile::of(&case, book());
        let mut lines: Vec<At> = found.pairs.iter().flat_map(|pair| pair.bill.iter().chain(&pair.eob)).copied().collect();
        lines.extend(found.bill_alone.iter().chain(&found.eob_alone));
        let count = lines.len();
        lines.sort_unstable();
        lines.dedup();
        prop_assert_eq!(lines.len(), count);
        prop_assert_eq!(count, bill.len() + other.len() + eob.len());
        prop_assert!(!say::report(&case, &found, book()).is_empty());
        prop_assert_eq!(&reconcile::of(&case, book()), &found);
    }
}
