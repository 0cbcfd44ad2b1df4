//! Whole bills, each with what is read in it and what there is to ask, beside the file.
//!
//! Strict: what stands in no list must not be found. After a change that is right, `UPDATE_EXPECT=1` writes the lists anew;
//! read the difference against the bills before you keep it.

use std::fmt::Write as _;
use std::path::Path;

use expect_test::expect_file;
use recourse::bills;
use recourse::case::{Case, CaseId, Change};
use recourse::importers::bill::{self, Draft, Line, Read, Warning};
use recourse::intake;
use recourse::kinds::{Field, Purpose, StatementKind, TotalKind};
use recourse::money::Cents;
use recourse::paper::long_day;
use recourse::words::{bills as say, fields};
use serde_json::Value as Json;

use crate::cases::day;

const BILLS: [&str; 17] = [
    "dental-bill-clean",
    "dental-bill-duplicate",
    "doubts",
    "estimate",
    "hospital-itemized",
    "insurance-eob-clean",
    "ledger",
    "medical-bill-clean",
    "medical-bill-duplicate",
    "patient-001-doc-1-medical-bill",
    "patient-002-doc-1-medical-bill",
    "patient-003-doc-1-medical-bill",
    "patient-003-doc-2-dental",
    "pharmacy-receipt",
    "phone-photo",
    "summary-only",
    "tabs",
];

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read_to_string(path).expect("the fixture is there")
}

fn bill_text(name: &str) -> String {
    fixture(&format!("bills/{name}.txt"))
}

fn draft(name: &str) -> Draft {
    bill::read(&bill_text(name)).expect("fixtures are short")
}

/// The case of a person who confirmed all of the draft.
fn case(draft: &Draft, text: &str) -> Case {
    let today = day("2026-11-23");
    let kind = draft.kind.as_ref().expect("it is a bill").value;
    let open = Case::open(CaseId("test".to_owned()), today).apply(Change::OpenedFor(Purpose::Bill), today);
    let open = open.expect("a purpose fits always");
    let changes = intake::bill::changes(&draft.clone().confirmed(), kind, text, "The bill", &open, today);
    changes.into_iter().try_fold(open, |case, change| case.apply(change, today)).expect("what was read fits")
}

/// One line a value: what it is, the value, the doubt if there is one; then what there is to ask once all is confirmed.
fn listed(draft: &Draft, text: &str) -> String {
    let mut out = String::new();
    let mut say = |line: String| writeln!(out, "{line}").expect("a string takes all");
    if let Some(kind) = &draft.kind {
        say(format!("kind: {:?}{}", kind.value, asked(kind)));
    }
    for find in &draft.finds {
        say(format!("{:?}: {}{}", find.field, fields::say(&find.read.value), asked(&find.read)));
    }
    for read in &draft.service {
        say(format!("care: {}{}", say::days(read.value), asked(read)));
    }
    for line in &draft.lines {
        say(format!("line: {}", row(draft, line)));
    }
    for total in &draft.totals {
        say(format!("total {:?}: {}{}", total.kind, total.amount.value, asked(&total.amount)));
    }
    for read in &draft.unplaced {
        say(format!("unplaced: {}", read.value));
    }
    for warning in &draft.warnings {
        say(format!("warning: {warning:?}"));
    }
    if draft.kind.is_none() {
        return out;
    }
    let case = case(draft, text);
    say(format!("standing: {:?}", bills::standing(&case.statements[0]).map(say::standing)));
    for question in bills::questions(&case) {
        let lines: Vec<String> = question.lines.iter().map(|at| (at.line + 1).to_string()).collect();
        let lines = if lines.is_empty() { String::new() } else { format!(" (lines {})", lines.join(", ")) };
        say(format!("question{lines}: {} {} [{:?}]", say::finding(&question), say::ask(&question), question.settles));
    }
    out
}

fn asked<T>(read: &Read<T>) -> String {
    read.doubt.map(|doubt| format!("  [ask: {doubt:?}]")).unwrap_or_default()
}

fn row(draft: &Draft, line: &Line) -> String {
    fn part<T>(name: &str, read: Option<&Read<T>>, value: impl Fn(&T) -> String) -> Option<String> {
        read.map(|read| format!("{name} {}{}", value(&read.value), asked(read)))
    }
    let cents = |cents: &Cents| cents.to_string();
    let day = draft.day_of(line);
    let parts = [
        part("on", day.as_ref(), ToString::to_string),
        part("code", line.code.as_ref(), Clone::clone),
        Some(line.said()).filter(|said| !said.is_empty()),
        part("units", line.units.as_ref(), ToString::to_string),
        part("billed", line.billed.as_ref(), cents),
        part("allowed", line.allowed.as_ref(), cents),
        part("plan paid", line.plan_paid.as_ref(), cents),
        part("share", line.share.as_ref(), cents),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

#[test]
fn every_bill_gives_what_is_in_its_list_and_nothing_else() {
    for name in BILLS {
        let text = bill_text(name);
        expect_file![format!("{}/tests/fixtures/bills/{name}.facts", env!("CARGO_MANIFEST_DIR"))]
            .assert_eq(&listed(&draft(name), &text));
    }
}

#[test]
fn line_ends_of_windows_change_nothing() {
    for name in BILLS {
        let text = bill_text(name).replace('\n', "\r\n");
        let windows = bill::read(&text).expect("fixtures are short");
        assert_eq!(listed(&windows, &text), listed(&draft(name), &bill_text(name)), "{name}");
    }
}

#[test]
fn a_letter_that_says_no_is_no_bill() {
    for name in ["pa-denial-001", "plain-words", "portal-message", "medicaid-plan", "pharmacy", "electric-bill"] {
        let draft = bill::read(&fixture(&format!("letters/{name}.txt"))).expect("fixtures are short");
        assert_eq!((draft.kind, draft.warnings), (None, vec![Warning::NotABill]), "{name}");
    }
}

/// What a person read in the published bills, before this reader existed: `bills/EXPECTED-medbilldozer.json`.
#[test]
fn the_published_bills_give_what_a_person_read_in_them() {
    let expected: Json = serde_json::from_str(&fixture("bills/EXPECTED-medbilldozer.json")).expect("it is JSON");
    let all = expected.as_object().expect("one entry a file");
    assert_eq!(all.len(), 9);
    for (name, expected) in all {
        let name = name.trim_start_matches("medbilldozer/").trim_end_matches(".txt").replace('_', "-");
        let draft = draft(&name);
        for (key, value) in expected.as_object().expect("what stands in it") {
            check(&name, &draft, key, value);
        }
    }
}

fn check(name: &str, draft: &Draft, key: &str, expected: &Json) {
    let text = |field| draft.find(field).map(|read| fields::say(&read.value));
    let same = |field, expected: &Json| {
        let (read, expected) = (text(field), expected.as_str().expect("words").to_lowercase());
        assert_eq!(read.map(|read| read.to_lowercase()), Some(expected), "{name}: {key}");
    };
    let on = |field| draft.find(field).map(|read| Json::from(fields::say(&read.value)));
    let long = |expected: &Json| Some(Json::from(long_day(day(expected.as_str().expect("a day")))));
    let total = |kind, expected: &Json| {
        let amounts: Vec<i64> = draft.totals(kind).map(|read| read.value.0).collect();
        assert_eq!(amounts, vec![cents(expected).abs(); amounts.len().max(1)], "{name}: {key}");
    };
    let eob = draft.kind.as_ref().map(|kind| kind.value) == Some(StatementKind::Eob);
    match key {
        "kind" => {
            let kind = draft.kind.as_ref().map(|kind| format!("{:?}", kind.value).to_lowercase());
            assert_eq!(kind, Some(expected.as_str().expect("words").to_lowercase()), "{name}");
        }
        "provider" => same(if eob { Field::Provider } else { Field::Biller }, expected),
        "insurer" => same(Field::Insurer, expected),
        "patient" => same(Field::Patient, expected),
        "account" | "receipt" => same(Field::AccountNumber, expected),
        "memberId" => same(Field::MemberId, expected),
        "claimNumber" => assert_eq!(text(Field::ClaimNumber), None, "{name}"),
        "date" | "processed" => assert_eq!(on(Field::BillDate), long(expected), "{name}"),
        "payBy" | "dueDate" => assert_eq!(on(Field::BillDue), long(expected), "{name}"),
        "dateOfService" => {
            assert_eq!(
                draft.single_day().map(|read| Json::from(read.value.to_string())).as_ref(),
                Some(expected),
                "{name}"
            );
        }
        "serviceDates" => assert_eq!(draft.service[0].words, expected.as_str().expect("words"), "{name}"),
        "lines" => lines(name, draft, expected),
        "subtotal" | "total" => total(TotalKind::Charges, expected),
        "adjustment" => total(TotalKind::Adjustments, expected),
        "insurancePaid" | "insuranceApplied" => total(TotalKind::InsurancePaid, expected),
        "patientPaid" => total(TotalKind::PatientPaid, expected),
        "balance" if draft.totals(TotalKind::AmountDue).next().is_some() => total(TotalKind::AmountDue, expected),
        "balance" => {
            let case = case(draft, &bill_text(name));
            let standing = bills::standing(&case.statements[0]);
            assert_eq!(standing.value().map(|standing| standing.asks.0), Some(cents(expected)), "{name}");
        }
        "totals" => {
            for (key, kind) in [
                ("billed", TotalKind::Charges),
                ("allowed", TotalKind::Allowed),
                ("planPaid", TotalKind::InsurancePaid),
                ("youOwe", TotalKind::AmountDue),
            ] {
                total(kind, &expected[key]);
            }
        }
        "fsaEligibleOtc" => assert_eq!(draft.unplaced[0].value.0, cents(expected), "{name}"),
        "arithmeticHolds" => {
            let sums = |kind: &bills::Kind| kind.difference().is_some();
            let questions = bills::questions(&case(draft, &bill_text(name)));
            assert_eq!(expected, &Json::from(!questions.iter().any(|question| sums(&question.kind))), "{name}");
        }
        "findings" => {
            let twice = |question: &bills::Question| matches!(question.kind, bills::Kind::StandsTwice { .. });
            let questions = bills::questions(&case(draft, &bill_text(name)));
            assert_eq!(
                questions.iter().filter(|q| twice(q)).count(),
                expected.as_array().expect("a list").len(),
                "{name}"
            );
        }
        other => panic!("{name}: nothing is checked for {other}"),
    }
}

fn lines(name: &str, draft: &Draft, expected: &Json) {
    let expected = expected.as_array().expect("a list of lines");
    assert_eq!(draft.lines.len(), expected.len(), "{name}");
    for (line, expected) in draft.lines.iter().zip(expected) {
        let amount = |read: &Option<Read<Cents>>| read.as_ref().map(|read| read.value.0);
        assert_eq!(line.code.as_ref().map(|read| read.value.as_str()), expected["code"].as_str(), "{name}");
        let billed = if expected["amount"].is_null() { &expected["billed"] } else { &expected["amount"] };
        assert_eq!(amount(&line.billed), Some(cents(billed)), "{name}");
        if let Some(description) = expected["description"].as_str() {
            assert_eq!(line.what.as_ref().map(|read| read.value.as_str()), Some(description), "{name}");
        }
        for (key, read) in [("allowed", &line.allowed), ("planPaid", &line.plan_paid), ("youOwe", &line.share)] {
            if !expected[key].is_null() {
                assert_eq!(amount(read), Some(cents(&expected[key])), "{name}: {key}");
            }
        }
    }
}

/// An amount as the file of expected values writes it, `-75.0` or `43.96`, to the cent.
fn cents(amount: &Json) -> i64 {
    let text = amount.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |digits| (-1, digits));
    sign * digits.parse::<Cents>().expect("an amount").0
}
