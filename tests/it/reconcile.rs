//! A bill beside its explanations of benefits: whole reports as a person reads them, and what holds for all papers.

use std::path::Path;

use expect_test::expect_file;
use recourse::case::statement::{Belongs, Network};
use recourse::case::{At, Case, CaseId, Change, Detail, Number, Provenance, Statement, StatementLine, Tie, Total};
use recourse::importers::bill;
use recourse::intake;
use recourse::kinds::{Purpose, StatementKind, TotalKind};
use recourse::money::Cents;
use recourse::reconcile::{self, Grade, Kind, Reconciliation, Why};
use recourse::rulebook::book;
use recourse::words::reconcile as say;

use crate::cases::day;

fn opened() -> Case {
    let today = day("2026-11-23");
    Case::open(CaseId("test".to_owned()), today).apply(Change::OpenedFor(Purpose::Bill), today).expect("always fits")
}

fn with_text(case: &Case, name: &str) -> Case {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let text = std::fs::read_to_string(path).expect("the fixture is there");
    let draft = bill::read(&text).expect("fixtures are short").confirmed();
    let kind = draft.kind.as_ref().expect("it is a bill").value;
    let changes = intake::bill::changes(&draft, kind, &text, "The paper", case, day("2026-11-23"));
    changes.into_iter().try_fold(case.clone(), |case, change| case.apply(change, day("2026-11-23"))).expect("it fits")
}

#[test]
fn reports_are_as_they_are_kept() {
    for (name, papers) in [
        ("emergency", &["reconcile/bill.txt", "reconcile/eob.txt"][..]),
        ("clean", &["reconcile/clean-bill.txt", "reconcile/clean-eob.txt"]),
        ("another-person", &["bills/medical-bill-clean.txt", "bills/insurance-eob-clean.txt"]),
    ] {
        let case = papers.iter().fold(opened(), |case, paper| with_text(&case, paper));
        expect_file![format!("{}/tests/it/golden/reconcile/{name}.txt", env!("CARGO_MANIFEST_DIR"))]
            .assert_eq(&say::report(&case, &reconcile::of(&case, book())));
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
