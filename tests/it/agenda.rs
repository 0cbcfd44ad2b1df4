//! The days of a case as a calendar file: read by a person, merged by a calendar.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use recourse::case::{Case, Change};
use recourse::civil::Date;
use recourse::deadlines;
use recourse::example;
use recourse::rulebook::book;
use recourse::words::agenda::{self, Days};

use crate::cases::{self, day};

fn ics(case: &Case, revision: u64, names: bool, today: Date) -> String {
    let dates = deadlines::of(case, book(), today);
    agenda::ics(&[Days { case, dates: &dates, revision }], names, today)
}

fn john() -> Case {
    let built = cases::john_smith("2024-02-01");
    let call = cases::john_smith_call(&built);
    built.call(call).case
}

/// The file as a calendar reads it: unfolded, each event by its UID with its properties.
fn read(file: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let whole = file.replace("\r\n ", "");
    let mut events = BTreeMap::new();
    for part in whole.split("BEGIN:VEVENT\r\n").skip(1) {
        let event = part.split("BEGIN:VALARM").next().expect("all before the first alarm");
        let event = event.split("END:VEVENT").next().expect("or the end");
        let properties: BTreeMap<String, String> = event
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let uid = properties["UID"].clone();
        assert!(events.insert(uid, properties).is_none(), "two events share a name");
    }
    events
}

#[test]
fn the_calendar_of_john_smith() {
    expect_file!["golden/agenda/john-smith.ics"]
        .assert_eq(&ics(&john(), 4, false, day("2024-02-01")).replace("\r\n", "\n"));
}

#[test]
fn titles_name_nobody_unless_asked() {
    let case = example::case(day("2026-11-25"));
    let name = recourse::words::cases::name(&case);
    let titles = |names| -> Vec<String> {
        read(&ics(&case, 1, names, day("2026-11-25"))).into_values().map(|event| event["SUMMARY"].clone()).collect()
    };
    assert!(titles(false).iter().all(|title| !title.contains(&name) && !title.contains("Rosa")));
    // A comma is escaped in the file.
    assert!(titles(true).iter().all(|title| title.replace('\\', "").contains(&name)));
}

#[test]
fn a_second_file_moves_the_entry_and_makes_no_new_one() {
    let before = john();
    let today = day("2024-02-01");
    let notice = before.notices[0].number;
    let change = Change::NoticeLearned {
        notice,
        field: recourse::kinds::Field::NoticeDate,
        value: recourse::case::Value::Day(day("2024-01-20")),
        from: recourse::case::Provenance::Statement { on: today },
    };
    let after = before.apply(change, today).expect("a day that has come");
    let (first, second) = (read(&ics(&before, 4, false, today)), read(&ics(&after, 5, false, today)));
    let names =
        |events: &BTreeMap<String, BTreeMap<String, String>>| -> BTreeSet<String> { events.keys().cloned().collect() };
    assert_eq!(names(&first), names(&second));
    let start = |event: &BTreeMap<String, String>| event["DTSTART;VALUE=DATE"].clone();
    let moved = first.iter().filter(|(uid, event)| start(event) != start(&second[*uid])).count();
    assert!(moved > 0, "the appeal's day moved");
    // Merged by name, the higher SEQUENCE stands.
    for (uid, event) in &first {
        let number = |event: &BTreeMap<String, String>| event["SEQUENCE"].parse::<u32>().expect("a number");
        assert!(number(&second[uid]) > number(event), "{uid}");
    }
}

#[test]
fn what_was_sent_is_sent_along_as_cancelled() {
    use recourse::kinds::LetterKind;
    let sent = cases::john_smith("2024-02-01").sent_on(LetterKind::L01, "2024-03-01").case;
    let events = read(&ics(&sent, 9, false, day("2024-03-02")));
    let appeal = events.iter().find(|(uid, _)| uid.contains("mine-internal-appeal")).expect("its date is known").1;
    assert_eq!(appeal["STATUS"], "CANCELLED");
    assert!(events.keys().any(|uid| uid.contains("theirs-internal-appeal")), "and their day to answer is there");
}

#[test]
fn lines_end_and_fold_as_calendars_ask() {
    let file = ics(&example::case(day("2026-11-25")), 1, true, day("2026-11-25"));
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains('\n'), "{line}");
    }
}

#[test]
fn all_cases_go_into_one_file() {
    let today = day("2024-02-01");
    let (one, other) = (john(), example::case(today));
    let (first, second) = (deadlines::of(&one, book(), today), deadlines::of(&other, book(), today));
    let days = [Days { case: &one, dates: &first, revision: 2 }, Days { case: &other, dates: &second, revision: 3 }];
    let events = read(&agenda::ics(&days, false, today));
    for case in [&one, &other] {
        assert!(events.keys().any(|uid| uid.starts_with(&case.id.0)));
    }
}
