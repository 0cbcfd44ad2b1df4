//! The days of a case as a calendar file: read by a person, merged by a calendar.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use proptest::prelude::*;
use recourse::case::coverage::{From, Funding};
use recourse::case::{Case, Change, Event, EventKind, Number, Value};
use recourse::civil::Date;
use recourse::example;
use recourse::kinds::{Field, LetterKind, PaperKind, StatementKind, Timing};
use recourse::rulebook::book;
use recourse::words::agenda::{self, Rhythm, Stamp, Wanted};

use crate::cases::{Build, day, john_smith, john_smith_call, john_smith_uncovered, text};

/// February 1, 2024, 18:30:00 UTC.
const FEBRUARY: Stamp = Stamp(1_706_812_200);
const PLAIN: Wanted = Wanted { names: false, rhythm: Rhythm::Once };
const NAMED: Wanted = Wanted { names: true, rhythm: Rhythm::Once };

/// The properties of an event, of its first alarm at most those that the event has not itself.
type Properties = BTreeMap<String, String>;

fn ics(case: &Case, today: &str, wanted: Wanted) -> String {
    let saved = Stamp(FEBRUARY.0 + day("2024-02-01").days_until(day(today)) * 86_400);
    agenda::ics(&[case], book(), day(today), saved, wanted).expect("it has days")
}

/// John Smith after his call, with a bill that is due and care that is planned.
fn john() -> Build {
    let built = john_smith("2024-02-01");
    let call = john_smith_call(&built);
    built
        .call(call)
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::BillDue, Value::Day(day("2024-02-28")))
        .says(Field::PlannedFor, Value::Day(day("2024-04-09")))
}

/// The file as a calendar reads it: unfolded, each event by its UID with its properties.
fn read(file: &str) -> BTreeMap<String, Properties> {
    let whole = file.replace("\r\n ", "");
    let mut events = BTreeMap::new();
    for part in whole.split("BEGIN:VEVENT\r\n").skip(1) {
        let mut event = Properties::new();
        for (name, value) in part.lines().filter_map(|line| line.split_once(':')) {
            event.entry(name.to_owned()).or_insert_with(|| value.to_owned());
        }
        assert!(events.insert(event["UID"].clone(), event).is_none(), "two events share a name");
    }
    events
}

/// What a calendar does with two files: of entries with one UID the one with the higher SEQUENCE stays.
fn merged(one: &str, other: &str) -> BTreeMap<String, Properties> {
    let number = |event: &Properties| event["SEQUENCE"].parse::<u32>().expect("a number");
    let mut kept = read(one);
    for (uid, event) in read(other) {
        if kept.get(&uid).is_none_or(|held| number(held) < number(&event)) {
            kept.insert(uid, event);
        }
    }
    kept
}

/// The keys of the entries that are over, or of those that are not.
fn keys(case: &Case, today: &str, over: bool) -> BTreeSet<String> {
    let all = agenda::entries(case, book(), day(today)).into_iter();
    all.filter(|entry| entry.over == over).map(|entry| entry.key).collect()
}

fn sound(file: &str) {
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert!(!file.replace("\r\n", "").contains(|c: char| c.is_control()), "{file:?}");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
}

#[test]
fn the_calendar_of_john_smith() {
    let file = ics(&john().case, "2024-02-01", PLAIN);
    expect_file!["golden/agenda/john-smith.ics"].assert_eq(&file.replace("\r\n", "\n"));
}

#[test]
fn titles_name_nobody_and_no_care_unless_asked() {
    let case = example::case(day("2026-11-25"));
    let file = ics(&case, "2026-11-25", PLAIN).replace("\r\n ", "");
    for word in
        ["Rosa", "Delgado", "Meadowlark", "Hillside", "Dana", "C-7741", "herapy", "knee", "97110", "26-118-40772"]
    {
        assert!(!file.contains(word), "{word}: {file}");
    }
    let name = recourse::words::cases::name(&case);
    // A comma is escaped in the file.
    let named = read(&ics(&case, "2026-11-25", NAMED)).into_values();
    assert!(named.into_iter().all(|event| event["SUMMARY"].replace('\\', "").contains(&name)));
}

/// Every road, climbed to its end: the title of each step, before and after it was sent, names no program and no care.
#[test]
fn no_title_on_any_road_tells_of_care_or_of_the_program() {
    let mut titles = BTreeSet::new();
    for (from, ..) in recourse::words::intake::FROM {
        let mut built = john_smith_uncovered("2024-02-01").covered(from, Some(Funding::EmployerPays));
        for month in ["03", "05", "07", "09", "11"] {
            let (sent, lost) = (format!("2024-{month}-01"), format!("2024-{month}-20"));
            built = built.later(&sent).sent_on(LetterKind::L01, &sent);
            titles.extend(agenda::entries(&built.case, book(), day(&sent)).into_iter().map(|entry| entry.title));
            built = built.later(&lost).happened_on(EventKind::Lost, &lost).refused_again(&lost);
            titles.extend(agenda::entries(&built.case, book(), day(&lost)).into_iter().map(|entry| entry.title));
        }
    }
    let telling = ["edicare", "edicaid", "RICARE", "VA ", "MRI", "drug", "urgent", "John", "Blue", "today", "  "];
    for title in &titles {
        assert!(telling.iter().all(|word| !title.contains(word)) && title.len() < 60, "{title}");
    }
    let all: Vec<String> = titles.into_iter().collect();
    expect_file!["golden/agenda/titles.txt"].assert_eq(&format!("{}\n", all.join("\n")));
}

#[test]
fn a_second_file_moves_the_entry_and_makes_no_new_one() {
    let before = john().case;
    let after = john().says(Field::NoticeDate, Value::Day(day("2024-01-20"))).case;
    let (first, second) = (ics(&before, "2024-02-01", PLAIN), ics(&after, "2024-02-02", PLAIN));
    let (one, other) = (read(&first), read(&second));
    assert!(one.keys().eq(other.keys()));
    let start = |event: &Properties| event["DTSTART;VALUE=DATE"].clone();
    assert!(one.iter().any(|(uid, event)| start(event) != start(&other[uid])), "the appeal's day moved");
    assert_eq!(merged(&first, &second), other);
    assert_eq!(merged(&second, &first), other, "whichever is read first");
}

#[test]
fn a_calendar_that_read_both_files_holds_the_later_one_at_every_step_of_the_road() {
    let asked = john().says(Field::RequestSent, Value::Day(day("2024-01-02")));
    let waiting = Build::on("2024-01-03")
        .covered(From::Work, Some(Funding::EmployerPays))
        .timed(Timing::PreService)
        .says(Field::RequestSent, Value::Day(day("2024-01-02")));
    let decided = waiting.clone().later("2024-02-01").says(Field::NoticeDate, Value::Day(day("2024-01-15")));
    let sent =
        asked.clone().later("2024-02-20").sent_on(LetterKind::L01, "2024-02-20").sent_on(LetterKind::L14, "2024-02-20");
    let papers = sent.clone().later("2024-03-10").paper(PaperKind::PlanDocument, "The plan", None, "");
    let lost =
        papers.clone().later("2024-04-10").happened_on(EventKind::Lost, "2024-04-10").refused_again("2024-04-10");
    let again = lost.clone().later("2024-04-20").sent_on(LetterKind::L01, "2024-04-20");
    let won = again.clone().later("2024-05-20").happened_on(EventKind::Won, "2024-05-20");
    let roads = [
        vec![("2024-01-03", waiting), ("2024-02-01", decided)],
        vec![
            ("2024-02-01", asked),
            ("2024-02-20", sent),
            ("2024-03-10", papers),
            ("2024-04-10", lost),
            ("2024-04-20", again),
            ("2024-05-20", won),
        ],
    ];
    for road in &roads {
        for (at, (early, before)) in road.iter().enumerate() {
            for (late, after) in &road[at + 1..] {
                let (first, second) = (ics(&before.case, early, PLAIN), ics(&after.case, late, PLAIN));
                assert_eq!(merged(&first, &second), read(&second), "{early} to {late}");
            }
        }
    }
}

#[test]
fn what_is_done_is_sent_along_as_cancelled() {
    let sent = john_smith("2024-02-01").sent_on(LetterKind::L01, "2024-03-01");
    assert_eq!(keys(&sent.case, "2024-03-02", true), BTreeSet::from(["mine-internal-appeal".to_owned()]));
    let theirs: BTreeSet<String> =
        keys(&sent.case, "2024-03-02", false).into_iter().filter(|key| key.starts_with("theirs-")).collect();
    assert!(!theirs.is_empty(), "their day to answer");
    let file = ics(&sent.case, "2024-03-02", Wanted { rhythm: Rhythm::EveryWeek, ..PLAIN });
    let over = &read(&file)["test-mine-internal-appeal@recourse.invalid"];
    assert!(over["STATUS"] == "CANCELLED" && !over.contains_key("TRIGGER"), "{over:?}");
    let lost = sent.later("2024-04-10").happened_on(EventKind::Lost, "2024-04-10");
    assert!(keys(&lost.case, "2024-04-11", true).is_superset(&theirs), "their answer has come");
}

#[test]
fn a_call_that_was_made_again_waits_no_more() {
    let built = john();
    assert!(agenda::waits(&built.case) && keys(&built.case, "2024-02-01", false).contains("call-4"));
    let mut again = john_smith_call(&built);
    again.on = day("2024-02-12");
    (again.promised_by, again.follow_up) = (None, None);
    let case = built.later("2024-02-12").call(again).case;
    assert!(!agenda::waits(&case) && keys(&case, "2024-02-12", true).contains("call-4"));
}

#[test]
fn a_case_that_is_put_away_calls_all_its_days_off() {
    let case = john().case.apply(Change::Archived, day("2024-02-02")).expect("nothing refuses it");
    assert_eq!(keys(&case, "2024-02-02", false), BTreeSet::new());
    assert_eq!(keys(&case, "2024-02-02", true), keys(&john().case, "2024-02-02", false));
    assert!(!agenda::waits(&case));
}

#[test]
fn a_name_stays_when_the_plan_becomes_known_and_when_the_day_has_passed() {
    let open = john_smith_uncovered("2024-02-01").says(Field::StatedLastDay, Value::Day(day("2024-07-13")));
    let appeal = "mine-internal-appeal";
    assert!(keys(&open.case, "2024-02-01", false).contains(appeal));
    let known = open.covered(From::Work, Some(Funding::EmployerPays)).case;
    for today in ["2024-02-01", "2024-07-13", "2025-01-01"] {
        assert_eq!(keys(&known, today, false), BTreeSet::from([appeal.to_owned()]), "{today}");
    }
    assert!(!ics(&known, "2025-01-01", PLAIN).contains("VALARM"), "what has passed does not ring");
}

#[test]
fn a_rhythm_rings_for_calls_alone_and_ends_with_a_newer_file() {
    let case = john().case;
    let first = ics(&case, "2024-02-01", Wanted { rhythm: Rhythm::EveryTwoWeeks, ..PLAIN });
    let ringing: Vec<Properties> = read(&first).into_values().filter(|event| event.contains_key("RRULE")).collect();
    let [call] = ringing.as_slice() else { panic!("{ringing:?}") };
    assert_eq!(call["UID"], "test-call-4@recourse.invalid");
    assert_eq!(call["RRULE"], "FREQ=WEEKLY;INTERVAL=2;COUNT=6");
    let second = ics(&case, "2024-02-02", PLAIN);
    assert!(merged(&first, &second).values().all(|event| !event.contains_key("RRULE")));
}

#[test]
fn all_cases_go_into_one_file_and_no_days_make_none() {
    let today = day("2024-02-01");
    let (one, other) = (john().case, example::case(today));
    let file = agenda::ics(&[&one, &other], book(), today, FEBRUARY, PLAIN).expect("they have days");
    sound(&file);
    let count = |case: &Case| agenda::entries(case, book(), today).len();
    assert_eq!(read(&file).len(), count(&one) + count(&other));
    let empty = Build::on("2024-02-01").case;
    assert_eq!(agenda::ics(&[&empty], book(), today, FEBRUARY, PLAIN), None);
}

#[test]
fn a_later_saving_has_a_higher_number_within_the_format() {
    let all = [i64::MIN, 0, 1_577_836_801, 1_795_600_000, 1_795_600_001, i64::MAX].map(|at| Stamp(at).sequence());
    assert_eq!(all, [0, 0, 1, 217_763_200, 217_763_201, 2_147_483_647]);
}

#[test]
fn every_length_of_a_line_folds_within_75_octets() {
    for length in 1..160 {
        for filling in ["a", "\u{e9}", "\u{6f22}", "\u{1f642}", "a b", ",", "\\"] {
            let case = john().says(Field::Service, text(&filling.repeat(length))).case;
            sound(&ics(&case, "2024-02-01", NAMED));
        }
    }
}

fn built(notice: Date, follow_up: Date, service: &str, sent: bool) -> Case {
    let built = john().says(Field::NoticeDate, Value::Day(notice)).says(Field::Service, text(service));
    let mut call = john_smith_call(&built);
    call.follow_up = Some(follow_up);
    let built = built.call(call);
    if sent { built.sent_on(LetterKind::L01, "2024-02-01").case } else { built.case }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_its_characters_and_no_line_grows_too_long(
        service in "[ -~\u{e0}\u{e9}\u{df}\u{6f22}\u{5b57}\u{1f642}\u{200d}\u{301}\r\n\t\u{b}]{1,120}",
        notice in 1_u32..26,
        sent in any::<bool>(),
    ) {
        prop_assume!(!service.trim().is_empty());
        let case = built(day("2024-02-01").minus_days(notice), day("2024-02-12"), &service, sent);
        let file = ics(&case, "2024-02-01", NAMED);
        sound(&file);
        let name = recourse::words::cases::name(&case).replace(|c: char| c.is_control(), " ");
        let escaped = name.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
        for event in read(&file).into_values() {
            prop_assert!(event["SUMMARY"].ends_with(&format!("({escaped})")), "{escaped}: {}", event["SUMMARY"]);
        }
    }

    #[test]
    fn two_files_merge_into_the_later_one(
        notice in 1_u32..26,
        follow_up in 1_u32..60,
        later in 1_u32..400,
        named in any::<bool>(),
        sent in any::<bool>(),
        lost in any::<bool>(),
        every in 0_usize..3,
        backwards in any::<bool>(),
    ) {
        let today = day("2024-02-01");
        let first = built(day("2024-01-15"), day("2024-02-12"), "MRI", sent);
        let mut second = built(today.minus_days(notice), today.plus_days(follow_up), "MRI", sent);
        if lost {
            let number = Number(second.next_number);
            let event = Event { number, on: today, what: EventKind::Lost, note: String::new() };
            second = second.apply(Change::EventAdded(event), today).expect("its number is the next");
        }
        let one = ics(&first, "2024-02-01", PLAIN);
        let wanted = Wanted { names: named, rhythm: Rhythm::ALL[every] };
        let other = ics(&second, &today.plus_days(later).to_string(), wanted);
        let both = if backwards { merged(&other, &one) } else { merged(&one, &other) };
        prop_assert_eq!(both, read(&other));
    }
}
