//! What saving promises: nothing of somebody else's overwritten, nothing unreadable lost, erasing for good.

use super::super::sample::{case, day};
use super::super::shelf::{Memory, Missing};
use super::super::{VERSION, copy};
use super::*;
use crate::case::Number;

const KEY: &str = "recourse.case.c18d2f";
const NEWER: &str = "{\"recourse\":\"case\",\"version\":3,\"more\":true}";
const CUT_OFF: &str = "{\"recourse\":\"case\",\"version\":1,\"revis";

fn shelf(texts: &[(&str, &str)]) -> Memory {
    let shelf = Memory::default();
    for (key, text) in texts {
        shelf.set(key, text).unwrap();
    }
    shelf
}

fn keys(shelf: &Memory) -> Vec<String> {
    shelf.keys().unwrap()
}

fn notes() -> DraftKey {
    DraftKey { case: Some(case().id), what: "call-notes".to_owned() }
}

fn typed(text: &str) -> Draft {
    Draft { text: text.to_owned(), saved_on: day("2024-02-20") }
}

#[test]
fn a_saved_case_is_there_after_a_reload() {
    let shelf = Memory::default();
    let first = save(&shelf, &case(), Revision(0)).unwrap();
    let second = save(&shelf, &case(), first).unwrap();
    assert_eq!((first, second), (Revision(1), Revision(2)));
    assert_eq!(load_all(&shelf).unwrap().cases, [Held { case: case(), revision: second }]);
}

#[test]
fn a_save_onto_a_newer_revision_is_refused() {
    let shelf = Memory::default();
    let mine = save(&shelf, &case(), Revision(0)).unwrap();
    let theirs = save(&shelf, &case(), mine).unwrap();
    let before = shelf.get(KEY).unwrap();
    assert_eq!(save(&shelf, &case(), mine), Err(Error::ChangedElsewhere { saved: theirs }));
    assert_eq!(save(&shelf, &case(), Revision(0)), Err(Error::ChangedElsewhere { saved: theirs }));
    assert_eq!(shelf.get(KEY).unwrap(), before);
    assert_eq!(replace(&shelf, &case()), Ok(Revision(3)));
}

#[test]
fn a_case_erased_in_another_tab_does_not_come_back() {
    let shelf = Memory::default();
    let mine = save(&shelf, &case(), Revision(0)).unwrap();
    erase_case(&shelf, &case().id).unwrap();
    assert_eq!(save(&shelf, &case(), mine), Err(Error::ErasedElsewhere));
    assert_eq!(keys(&shelf), [""; 0]);
}

#[test]
fn a_full_store_keeps_what_it_has() {
    let text = write(&case(), Revision(1));
    let shelf = Memory::new(KEY.len() + text.encode_utf16().count());
    let held = save(&shelf, &case(), Revision(0)).unwrap();
    let mut longer = case();
    longer.situations.push(crate::case::PlayId("S01".to_owned()));
    assert_eq!(save(&shelf, &longer, held), Err(Error::Full));
    assert_eq!(save_draft(&shelf, &notes(), &typed("they said")), Err(Error::Full));
    assert_eq!(load_all(&shelf).unwrap().cases, [Held { case: case(), revision: held }]);
}

#[test]
fn no_store_at_all_is_an_answer_everywhere() {
    let blocked = shelf::Error::Blocked;
    assert_eq!(save(&Missing, &case(), Revision(0)), Err(Error::Blocked));
    assert_eq!(replace(&Missing, &case()), Err(Error::Blocked));
    assert_eq!(save_draft(&Missing, &notes(), &typed("x")), Err(Error::Blocked));
    assert_eq!(draft(&Missing, &notes()), Err(blocked));
    assert_eq!(load_all(&Missing), Err(blocked));
    assert_eq!(shelf::used(&Missing), Err(blocked));
    assert_eq!(erase_everything(&Missing), Err(blocked));
    assert_eq!(erase_case(&Missing, &case().id), Err(blocked));
}

#[test]
fn a_corrupted_store_is_set_aside_whole_and_the_rest_is_read() {
    let good = write(&case(), Revision(4));
    let shelf = shelf(&[(KEY, &good), ("recourse.case.c2", CUT_OFF), ("recourse.draft.-.letter", "nonsense")]);
    let loaded = load_all(&shelf).unwrap();
    assert_eq!(loaded.cases.len(), 1);
    let texts: Vec<&str> = loaded.aside.iter().map(|aside| aside.text.as_str()).collect();
    assert_eq!(texts, [CUT_OFF, "nonsense"]);
    assert_eq!(keys(&shelf), ["recourse.aside.1.case.c2", "recourse.aside.2.draft.-.letter", KEY]);
    let again = load_all(&shelf).unwrap();
    assert_eq!(again, loaded, "loading twice sets nothing aside twice");
}

#[test]
fn a_text_under_another_cases_key_is_set_aside() {
    let shelf = shelf(&[("recourse.case.c2", &write(&case(), Revision(1)))]);
    let loaded = load_all(&shelf).unwrap();
    assert_eq!(loaded.aside[0].why, ReadError::Damaged { at: Place::Id });
    assert_eq!(copy::read(&loaded.aside[0].text).unwrap().cases, [case()], "and opens as a copy");
}

#[test]
fn what_cannot_be_set_aside_for_want_of_room_stays_where_it_is() {
    let shelf = Memory::new(KEY.len() + CUT_OFF.len() + 10);
    shelf.set(KEY, CUT_OFF).unwrap();
    let loaded = load_all(&shelf).unwrap();
    assert_eq!((loaded.aside[0].key.as_str(), loaded.aside[0].text.as_str()), (KEY, CUT_OFF));
    assert_eq!(save(&shelf, &case(), Revision(0)), Err(Error::Full));
    assert_eq!(shelf.get(KEY), Ok(Some(CUT_OFF.to_owned())));
}

#[test]
fn unreadable_text_is_set_aside_before_anything_takes_its_place() {
    let draft_key = Key::Draft(notes()).to_string();
    let shelf = shelf(&[(KEY, CUT_OFF), (&draft_key, "nonsense")]);
    save(&shelf, &case(), Revision(0)).unwrap();
    save_draft(&shelf, &notes(), &typed("new")).unwrap();
    let texts: Vec<String> = load_all(&shelf).unwrap().aside.into_iter().map(|aside| aside.text).collect();
    assert_eq!(texts, [CUT_OFF, "nonsense"]);
}

#[test]
fn a_store_from_a_newer_version_is_left_alone() {
    let shelf = shelf(&[(KEY, NEWER)]);
    let loaded = load_all(&shelf).unwrap();
    assert_eq!((loaded.cases.len(), loaded.aside.len(), loaded.newer.len()), (0, 0, 1));
    let newer = Error::NewerVersion { found: 3, known: VERSION };
    assert_eq!(save(&shelf, &case(), Revision(0)), Err(newer.clone()));
    assert_eq!(replace(&shelf, &case()), Err(newer));
    assert_eq!(keys(&shelf), [KEY]);
    assert_eq!(shelf.get(KEY), Ok(Some(NEWER.to_owned())));
}

#[test]
fn what_had_been_set_aside_comes_back_once_it_can_be_read() {
    let text = write(&case(), Revision(7));
    let there = shelf(&[("recourse.aside.1.case.c18d2f", &text)]);
    assert_eq!(load_all(&there).unwrap().cases, [Held { case: case(), revision: Revision(7) }]);
    assert_eq!(keys(&there), [KEY]);

    let other = write(&case(), Revision(9));
    let taken = shelf(&[("recourse.aside.1.case.c18d2f", &text), (KEY, &other)]);
    let loaded = load_all(&taken).unwrap();
    assert_eq!((loaded.cases[0].revision, loaded.aside[0].text.as_str()), (Revision(9), text.as_str()));
}

#[test]
fn words_being_typed_are_offered_again_until_they_are_in_the_case() {
    let shelf = Memory::default();
    let words = typed("They said: \"we never got it\"\n😀 שלום");
    save_draft(&shelf, &notes(), &words).unwrap();
    assert_eq!(draft(&shelf, &notes()), Ok(Some(words.clone())));
    assert_eq!(load_all(&shelf).unwrap().drafts, [(notes(), words)]);
    drop_draft(&shelf, &notes()).unwrap();
    assert_eq!(draft(&shelf, &notes()), Ok(None));
    save_draft(&shelf, &notes(), &typed("a")).unwrap();
    save_draft(&shelf, &notes(), &typed("")).unwrap();
    assert_eq!(keys(&shelf), [""; 0], "no words, no draft");
}

#[test]
fn erasing_a_case_takes_its_drafts_and_what_was_set_aside_of_it() {
    let of_it = ["recourse.aside.1.case.c18d2f", "recourse.aside.2.draft.c18d2f.call-notes", "recourse.draft.c18d2f.x"];
    let others = ["recourse.aside.3.case.c2", "recourse.draft.-.letter", "theme"];
    let shelf = Memory::default();
    for key in of_it.iter().chain(&others).chain(&[KEY]) {
        shelf.set(key, "text").unwrap();
    }
    erase_case(&shelf, &case().id).unwrap();
    assert_eq!(keys(&shelf), others);
}

#[test]
fn erasing_everything_takes_all_of_ours_and_nothing_else() {
    let shelf = shelf(&[
        (KEY, "x"),
        ("recourse.draft.-.letter", "x"),
        ("recourse.aside.1.case.c2", "x"),
        ("recourse.of-a-later-version", "x"),
        ("theme", "dark"),
    ]);
    erase_everything(&shelf).unwrap();
    assert_eq!(keys(&shelf), ["theme"]);
}

#[test]
fn a_copy_of_a_case_that_is_here_comes_in_beside_it_or_in_its_place() {
    let shelf = Memory::default();
    save(&shelf, &case(), Revision(0)).unwrap();
    let mut older = case();
    older.calls.retain(|call| call.number != Number(4));
    assert_eq!(is_here(&shelf, &older.id), Ok(true));
    let beside = copy::renamed(older.clone(), CaseId("c2".to_owned()));
    assert_eq!(replace(&shelf, &beside), Ok(Revision(1)));
    let both: Vec<CaseId> = load_all(&shelf).unwrap().cases.into_iter().map(|held| held.case.id).collect();
    assert_eq!(both, [case().id, beside.id]);
    assert_eq!(replace(&shelf, &older), Ok(Revision(2)));
    assert!(load_all(&shelf).unwrap().cases.iter().all(|held| held.case.calls == older.calls));
}

#[test]
fn answers_on_the_way_in_are_there_after_the_tab_is_closed() {
    let shelf = Memory::default();
    let key = DraftKey { case: None, what: "way-letter".to_owned() };
    save_draft(&shelf, &key, &typed(&write(&case(), Revision(0)))).unwrap();
    let draft = draft(&shelf, &key).unwrap().unwrap();
    assert_eq!(read(&draft.text), Ok((case(), Revision(0))));
    assert_eq!(load_all(&shelf).unwrap().cases, [], "what is not confirmed to the end is no case yet");
}
