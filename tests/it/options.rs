//! Whole tables of routes, for named people, on paper and as CSV (whose line ends are made plain in the files).
//!
//! After a change that is right, `UPDATE_EXPECT=1` writes them anew; read the difference before you keep it.

use expect_test::expect_file;
use recourse::case::{Case, CaseId, Change, Value};
use recourse::civil::Date;
use recourse::importers::bill;
use recourse::intake;
use recourse::kinds::{Field, Purpose};
use recourse::money::Cents;
use recourse::options::{self, Months};
use recourse::rulebook::book;
use recourse::words::options::{csv, paper};

use crate::cases::{Build, day, grace_kim, john_smith, luis_romero};

fn check(name: &str, case: &Case, today: Date, months: Option<Months>) {
    let routes = options::of(case, book(), today, months);
    let golden = format!("{}/tests/it/golden/options/{name}", env!("CARGO_MANIFEST_DIR"));
    expect_file![format!("{golden}.txt")].assert_eq(&paper(&routes, case, today).text());
    expect_file![format!("{golden}.csv")].assert_eq(&csv(&routes).replace("\r\n", "\n"));
}

/// John Doe's bill of January, in the hand of somebody who can pay $40 a month and $150 at once.
fn john_doe() -> Case {
    let text = include_str!("../fixtures/bills/patient-001-doc-1-medical-bill.txt");
    let today = day("2026-02-02");
    let draft = bill::read(text).expect("the fixture is short").confirmed();
    let kind = draft.kind.as_ref().expect("it is a bill").value;
    let open = Case::open(CaseId("test".to_owned()), today).apply(Change::OpenedFor(Purpose::Bill), today);
    let open = open.expect("a purpose fits always");
    let changes = intake::bill::changes(&draft, kind, text, "The bill", &open, today);
    let case =
        changes.into_iter().try_fold(open, |case, change| case.apply(change, today)).expect("what was read fits");
    let said = |field, cents| Change::Learned {
        field,
        value: Value::Money(Cents(cents)),
        from: recourse::case::Provenance::Statement { on: today },
    };
    [said(Field::CanPayMonthly, 4_000), said(Field::CanPayNow, 15_000)]
        .into_iter()
        .try_fold(case, |case, change| case.apply(change, today))
        .expect("amounts fit")
}

#[test]
fn john_smith_sees_what_is_open_after_a_no() {
    check("john-smith", &john_smith("2024-02-01").case, day("2024-02-01"), None);
}

#[test]
fn john_doe_sees_what_is_open_with_a_bill() {
    check("john-doe", &john_doe(), day("2026-02-02"), None);
}

#[test]
fn a_plan_that_the_person_chose_is_the_one_in_the_table() {
    let routes = options::of(&john_doe(), book(), day("2026-02-02"), Months::new(7));
    let table = csv(&routes);
    assert!(
        table.contains("Payment plan of 7 months") && table.contains("6 payments of $31.43, then 1 payment of $31.42"),
        "{table}"
    );
}

#[test]
fn no_route_is_said_to_stop_the_clock() {
    for case in
        [john_smith("2024-02-01").case, luis_romero().case, grace_kim().case, john_doe(), Build::on("2026-01-02").case]
    {
        let routes = options::of(&case, book(), day("2026-11-23"), None);
        let text = paper(&routes, &case, day("2026-11-23")).text();
        for claim in ["stops the clock", "pauses", "extends"] {
            let denied = text.replace("no rule by which it stops the clock", "").replace('\n', " ");
            assert!(!denied.contains(claim), "{claim}: {text}");
        }
    }
}

#[test]
fn no_cell_of_the_spreadsheet_begins_like_a_formula() {
    for case in [john_smith("2024-02-01").case, john_doe()] {
        let table = csv(&options::of(&case, book(), day("2026-02-02"), None));
        assert!(table.starts_with("Route,State,") && table.ends_with("\r\n"));
        for line in table.lines() {
            assert!(!line.starts_with(['=', '+', '-', '@']), "{line}");
            assert!(
                ![",=", ",+", ",-", ",@", ",\"=", ",\"+", ",\"-", ",\"@"].iter().any(|bad| line.contains(bad)),
                "{line}"
            );
        }
    }
}
