//! What reading and writing promise, on a case in which everything stands.

use serde_json::Value as Json;

use super::draft::Draft;
use super::sample::{billed, case, day, ending, explained, graded, of_version_1, rewritten, to_the_minute};
use super::*;

/// The text that version 1 wrote for the sample, frozen.
const V1: &str = include_str!("../../tests/fixtures/storage/v1-case.json");
/// The sample of version 1 as a copy.
const V1_COPY: &str = include_str!("../../tests/fixtures/storage/v1-copy.json");
/// A draft of version 1.
const V1_DRAFT: &str = include_str!("../../tests/fixtures/storage/v1-draft.json");
/// The text that version 2 writes for the sample, frozen, with a second notice and the new field.
const V2: &str = include_str!("../../tests/fixtures/storage/v2-case.json");
/// The same as a copy.
const V2_COPY: &str = include_str!("../../tests/fixtures/storage/v2-copy.json");
/// The text that version 2 writes for a case about a bill, frozen.
const V2_BILL: &str = include_str!("../../tests/fixtures/storage/v2-bill.json");
/// The text that version 2 writes for an explanation of benefits with all that its lines can say, frozen.
const V2_EOB: &str = include_str!("../../tests/fixtures/storage/v2-eob.json");
/// The text that version 2 writes for a case about care that is to end, frozen.
const V2_ENDING: &str = include_str!("../../tests/fixtures/storage/v2-ending.json");
/// The text that version 2 writes for a case in which the hour counts, frozen.
const V2_HOURS: &str = include_str!("../../tests/fixtures/storage/v2-hours.json");
/// The text that version 2 writes for a case with the plan's criteria, frozen.
const V2_GRID: &str = include_str!("../../tests/fixtures/storage/v2-grid.json");
/// The text that version 2 writes for a letter in the person's own words and order, frozen.
const V2_LETTER: &str = include_str!("../../tests/fixtures/storage/v2-letter.json");
/// A draft of version 2.
const V2_DRAFT: &str = include_str!("../../tests/fixtures/storage/v2-draft.json");

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// The sample's text with one thing of its JSON changed.
fn damaged(path: &str, value: Json) -> Error {
    let mut whole = json(&write(&of_version_1(), Revision(1)));
    *whole.pointer_mut(path).unwrap() = value;
    read(&whole.to_string()).unwrap_err()
}

#[test]
fn a_case_about_care_that_is_to_end_is_read_and_written_as_it_was() {
    assert_eq!(read(V2_ENDING), Ok((ending(), Revision(3))));
    assert_eq!(json(&write(&ending(), Revision(3))), json(V2_ENDING));
}

#[test]
fn a_case_in_which_the_hour_counts_is_read_and_written_as_it_was() {
    assert_eq!(read(V2_HOURS), Ok((to_the_minute(), Revision(3))));
    assert_eq!(json(&write(&to_the_minute(), Revision(3))), json(V2_HOURS));
}

#[test]
fn a_case_with_criteria_is_read_and_written_as_it_was() {
    assert_eq!(json(&write(&graded(), Revision(3))), json(V2_GRID));
    assert_eq!(read(V2_GRID), Ok((graded(), Revision(3))));
}

#[test]
fn criteria_that_are_not_their_papers_words_are_damage() {
    let mut whole = json(V2_GRID);
    *whole.pointer_mut("/case/grids/0/pieces/2/words").unwrap() = Json::from("Other");
    assert!(read(&whole.to_string()).is_err());
}

#[test]
fn a_letter_in_the_persons_own_words_and_order_is_read_and_written_as_it_was() {
    assert_eq!(read(V2_LETTER), Ok((rewritten(), Revision(3))));
    assert_eq!(json(&write(&rewritten(), Revision(3))), json(V2_LETTER));
}

#[test]
fn a_case_of_version_1_is_read_whole() {
    let case = of_version_1();
    assert_eq!(read(V1), Ok((case.clone(), Revision(41))));
    assert_eq!(copy::read(V1_COPY), Ok(copy::Opened { saved_on: Some(day("2024-02-20")), cases: vec![case] }));
    assert_eq!(draft::read(V1_DRAFT), Ok(words()));
}

#[test]
fn a_case_of_version_2_is_read_whole() {
    assert_eq!(read(V2), Ok((case(), Revision(41))));
    assert_eq!(copy::read(V2_COPY), Ok(copy::Opened { saved_on: Some(day("2024-05-20")), cases: vec![case()] }));
    assert_eq!(draft::read(V2_DRAFT), Ok(words()));
}

fn words() -> Draft {
    Draft { text: "They said\n\"call back\"".to_owned(), saved_on: day("2024-02-20") }
}

/// When this fails, a shape was changed and not only added to: undo that. What version 1 knew is written as version 1
/// wrote it, but for the number of the version.
#[test]
fn the_shapes_of_version_1_are_as_they_were() {
    let older = |text: &str| {
        let mut text = json(text);
        text["version"] = Json::from(1);
        text
    };
    let case = of_version_1();
    assert_eq!(older(&write(&case, Revision(41))), json(V1));
    assert_eq!(older(&copy::write(&[case], day("2024-02-20"))), json(V1_COPY));
    assert_eq!(older(&draft::write(&words())), json(V1_DRAFT));
}

/// When this fails after version 2 was shipped, undo what changed the shapes, and make version 3.
#[test]
fn the_shapes_of_version_2_are_as_they_were() {
    assert_eq!(VERSION, 2, "the frozen texts below are what the newest version writes");
    assert_eq!(json(&write(&case(), Revision(41))), json(V2));
    assert_eq!((json(&write(&billed(), Revision(7))), read(V2_BILL)), (json(V2_BILL), Ok((billed(), Revision(7)))));
    assert_eq!((json(&write(&explained(), Revision(7))), read(V2_EOB)), (json(V2_EOB), Ok((explained(), Revision(7)))));
    assert_eq!(json(&copy::write(&[case()], day("2024-05-20"))), json(V2_COPY));
    assert_eq!(json(&draft::write(&words())), json(V2_DRAFT));
}

#[test]
fn a_text_of_version_1_is_written_as_the_newest_version() {
    let (case, revision) = read(V1).unwrap();
    let text = write(&case, revision);
    assert_eq!(json(&text)["version"], Json::from(VERSION));
    assert_eq!(read(&text), Ok((case, revision)));
}

#[test]
fn a_paper_keeps_its_days_and_whose_care_it_is_for() {
    use crate::case::{Change, Fact, Number, Provenance, Service, Statement, Value};
    use crate::kinds::{Field, StatementKind};
    let today = day("2024-03-01");
    let from = Provenance::Statement { on: today };
    let service = Some(Service { first: day("2024-01-10"), last: day("2024-01-15"), from: from.clone() });
    let mut statement = Statement { service, ..Statement::new(Number(3), StatementKind::Eob) };
    statement.facts.set(Field::Patient, Fact { value: Value::Text("Mary Doe".to_owned()), from });
    let open = crate::case::Case::open(crate::case::CaseId("c1".to_owned()), today);
    let case = open.apply(Change::StatementAdded(statement), today).expect("it fits");
    assert_eq!(read(&write(&case, Revision(1))), Ok((case, Revision(1))));
}

#[test]
fn a_case_with_everything_is_a_few_kilobytes() {
    let length = write(&case(), Revision(1)).len();
    assert!(length < 4_000, "{length} bytes");
}

#[test]
fn text_that_is_not_json_says_where_it_ends() {
    let text = write(&case(), Revision(1));
    let cut: String = text.chars().take(100).collect();
    assert_eq!(read(&cut), Err(Error::NotJson { line: 1, column: 100 }));
    for text in ["", "hello", "{", "\u{0}", "["] {
        assert!(matches!(read(text), Err(Error::NotJson { .. })), "{text:?}");
    }
}

#[test]
fn json_of_something_else_is_not_ours() {
    for text in ["{}", "[]", "null", "\"recourse\"", "{\"resourceType\":\"Bundle\"}", "{\"recourse\":1,\"version\":1}"]
    {
        assert_eq!(read(text), Err(Error::NotARecourseFile), "{text}");
        assert_eq!(copy::read(text), Err(Error::NotARecourseFile), "{text}");
        assert_eq!(draft::read(text), Err(Error::NotARecourseFile), "{text}");
    }
    assert_eq!(copy::read(V1_DRAFT), Err(Error::NotARecourseFile));
    assert_eq!(read(V1_COPY), Err(Error::NotARecourseFile));
}

#[test]
fn a_newer_version_is_said_to_be_newer_whatever_else_it_holds() {
    let newer = Error::Newer { found: 3, known: VERSION };
    for kind in ["case", "copy", "draft"] {
        let text = format!("{{\"recourse\":\"{kind}\",\"version\":3,\"all\":\"new\"}}");
        assert_eq!(copy::read(&text), Err(newer.clone()));
    }
    assert_eq!(read("{\"recourse\":\"case\",\"version\":3}"), Err(newer));
    assert_eq!(damaged("/version", Json::from(0)), Error::Damaged { at: Place::Version });
}

#[test]
fn a_field_that_no_version_has_is_refused_rather_than_dropped_at_the_next_save() {
    let mut whole = json(V1);
    whole["case"]["lawyer"] = Json::from("Ms. Roe");
    assert!(matches!(read(&whole.to_string()), Err(Error::Damaged { at: Place::Text { .. } })));
}

#[test]
fn what_cannot_be_in_a_case_is_damage() {
    let at = |at| Error::Damaged { at };
    assert_eq!(damaged("/case/id", Json::from("../x")), at(Place::Id));
    assert_eq!(damaged("/case/claims", Json::Array(vec![])), at(Place::NoClaim));
    assert_eq!(damaged("/case/notices", Json::Array(vec![])), at(Place::NoNotice));
    assert_eq!(damaged("/case/next-number", Json::from(7)), at(Place::Number(Number(7))));
    assert_eq!(damaged("/case/calls/0/number", Json::from(3)), at(Place::Number(Number(3))));
    assert_eq!(damaged("/case/facts/known/0/value", json("{\"yes\":true}")), at(Place::Fact(Field::Patient)));
    assert_eq!(damaged("/case/facts/unknown/0", Json::from("patient")), at(Place::Fact(Field::Patient)));
    assert_eq!(damaged("/case/facts/unknown/0", Json::from("billed")), at(Place::Fact(Field::Billed)));
    for path in ["/case/opened", "/case/facts/known/0/field", "/case/letters/0/kind", "/revision"] {
        assert!(matches!(damaged(path, Json::from("no")), Error::Damaged { at: Place::Text { .. } }), "{path}");
    }
}

#[test]
fn a_fact_in_two_places_is_damage() {
    let mut whole = json(V1);
    let first = whole["case"]["facts"]["known"][0].clone();
    whole["case"]["facts"]["known"][1] = first;
    assert_eq!(read(&whole.to_string()), Err(Error::Damaged { at: Place::Fact(Field::Patient) }));
}

#[test]
fn a_film_is_too_big() {
    let text = " ".repeat(LIMIT + 1);
    assert_eq!(copy::read(&text), Err(Error::TooBig { length: LIMIT + 1, limit: LIMIT }));
}

#[test]
fn an_error_quotes_nothing_that_is_the_persons() {
    let mut whole = json(V1);
    whole["case"]["opened"] = Json::from("Maya Torres");
    let error = read(&whole.to_string()).unwrap_err();
    assert!(!format!("{error:?} {error}").contains("Torres"), "{error:?}");
}

#[test]
fn a_case_that_was_set_aside_opens_as_a_copy() {
    assert_eq!(copy::read(V1), Ok(copy::Opened { saved_on: None, cases: vec![of_version_1()] }));
    assert_eq!(copy::read(V2), Ok(copy::Opened { saved_on: None, cases: vec![case()] }));
}

#[test]
fn a_copy_with_one_case_twice_is_damage() {
    let text = copy::write(&[case(), case()], day("2024-02-20"));
    assert_eq!(copy::read(&text), Err(Error::Damaged { at: Place::Id }));
}

#[test]
fn the_name_of_a_copy_says_nothing_about_the_person() {
    assert_eq!(copy::file_name(day("2024-02-20")), "recourse-copy-2024-02-20.json");
}
