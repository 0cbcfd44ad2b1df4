//! Whole letters, each with the facts that a person finds in it beside the file.
//!
//! Strict: a fact that stands in no list must not be found. After a change that is right, `UPDATE_EXPECT=1` writes the
//! lists anew; read the difference against the letters before you keep it.

use std::fmt::Write as _;
use std::path::Path;

use expect_test::expect_file;
use recourse::importers::letter::{self, Reading};
use recourse::words::fields;

const LETTERS: [&str; 21] = [
    "all-caps",
    "before-care",
    "dental-bill-duplicate",
    "electric-bill",
    "eob-table",
    "hospital-bill",
    "insurance-eob-clean",
    "marketplace",
    "medicaid-plan",
    "medical-bill-duplicate",
    "one-line-head",
    "out-of-network",
    "pa-denial-001",
    "pharmacy",
    "pharmacy-receipt",
    "phone-photo",
    "plain-words",
    "portal-message",
    "sixty-days",
    "spanish-tagline",
    "two-dates",
];

fn letter_text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/letters/{name}.txt"));
    std::fs::read_to_string(path).expect("the fixture is there")
}

/// One line a fact: the field, its value, the doubt if there is one. Only the most likely of each field.
fn listed(reading: &Reading) -> String {
    let mut out = format!("looks like: {:?}\n", reading.kind);
    let mut last = None;
    for find in &reading.finds {
        if last == Some(find.field) {
            continue;
        }
        last = Some(find.field);
        write!(out, "{:?}: {}", find.field, fields::say(&find.value)).expect("a string takes all");
        if let Some(doubt) = find.doubt {
            write!(out, "  [ask: {doubt:?}]").expect("a string takes all");
        }
        out.push('\n');
    }
    for hint in &reading.hints {
        writeln!(out, "hint {:?}: {}", hint.about, hint.words.split_whitespace().collect::<Vec<_>>().join(" "))
            .expect("a string takes all");
    }
    for warning in &reading.warnings {
        writeln!(out, "warning: {warning:?}").expect("a string takes all");
    }
    out
}

#[test]
fn every_letter_gives_the_facts_in_its_list_and_no_others() {
    for name in LETTERS {
        let text = letter_text(name);
        let reading = letter::read(&text).expect("fixtures are short");
        for find in &reading.finds {
            assert_eq!(text.get(find.at.clone()), Some(find.words.as_str()), "{name}: {find:?}");
        }
        expect_file![format!("{}/tests/fixtures/letters/{name}.facts", env!("CARGO_MANIFEST_DIR"))]
            .assert_eq(&listed(&reading));
    }
}

#[test]
fn line_ends_of_windows_change_no_fact() {
    for name in LETTERS {
        let text = letter_text(name);
        let plain = letter::read(&text).expect("fixtures are short");
        let windows = letter::read(&text.replace('\n', "\r\n")).expect("fixtures are short");
        assert_eq!(listed(&windows), listed(&plain), "{name}");
    }
}
