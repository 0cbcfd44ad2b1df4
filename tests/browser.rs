//! What only a browser can show: its own shelf, its clock, its events.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::disallowed_methods, clippy::float_arithmetic, reason = "measures how long words wait to be saved")]

use std::cell::RefCell;
use std::rc::Rc;

use recourse::browser::drafts::Keeper;
use recourse::browser::shelf::Local;
use recourse::browser::tabs::{self, Elsewhere};
use recourse::browser::{clock, files, page};
use recourse::case::{Case, CaseId};
use recourse::civil::Date;
use recourse::storage::shelf::{Error, Memory, Shelf, used};
use recourse::storage::{DraftKey, Revision, saving};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn day() -> Date {
    "2024-02-01".parse().expect("a real day")
}

/// The shelf of this browser, emptied. The tests run one after the other in one page.
fn shelf() -> Local {
    for key in Local.keys().expect("this browser has a shelf") {
        Local.remove(&key).expect("a key can be removed");
    }
    Local
}

#[wasm_bindgen_test]
fn a_case_is_there_after_saving_and_gone_after_erasing() {
    let shelf = shelf();
    let case = Case::open(clock::fresh_id(), day());
    saving::save(&shelf, &case, Revision(0)).expect("there is room");
    let loaded = saving::load_all(&shelf).expect("the shelf is open");
    assert_eq!(loaded.cases, [saving::Held { case: case.clone(), revision: Revision(1) }]);
    assert_ne!(clock::fresh_id(), case.id);
    saving::erase_everything(&shelf).expect("the shelf is open");
    assert_eq!(shelf.keys(), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn text_comes_back_as_it_was_whatever_is_in_it() {
    let shelf = shelf();
    for text in ["", "not json {", "שלום \u{202e} 👩‍⚕️", "\u{0}\u{2028}\r\n"] {
        shelf.set("recourse.case.c1", text).expect("there is room");
        assert_eq!(shelf.get("recourse.case.c1"), Ok(Some(text.to_owned())));
    }
    assert_eq!(shelf.get("recourse.case.c2"), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_shelf_says_so_and_keeps_what_it_has() {
    let shelf = shelf();
    let case = Case::open(CaseId("c1".to_owned()), day());
    let held = saving::save(&shelf, &case, Revision(0)).expect("there is room");
    let mut size = 4_000_000;
    let mut at = 0;
    while size > 0 {
        match shelf.set(&format!("fill{at}"), &"x".repeat(size)) {
            Ok(()) => at += 1,
            Err(error) => {
                assert_eq!(error, Error::Full);
                size /= 2;
            }
        }
    }
    assert!(used(&shelf).expect("the shelf is open").percent() >= 99);
    assert_eq!(saving::save(&shelf, &grown(&case), held), Err(saving::Error::Full));
    let loaded = saving::load_all(&shelf).expect("the shelf is open");
    assert_eq!(loaded.cases, [saving::Held { case, revision: held }]);
    self::shelf();
}

/// As where cookies are off: asking for the shelf throws.
#[wasm_bindgen_test]
fn a_browser_that_gives_no_shelf_is_answered_with_blocked() {
    let window = web_sys::window().expect("a page has a window");
    let name = wasm_bindgen::JsValue::from_str("localStorage");
    let honest = js_sys::Object::get_own_property_descriptor(&window, &name);
    let refuse = js_sys::Function::new_no_args("throw new DOMException('denied', 'SecurityError')");
    let descriptor = js_sys::Object::new();
    js_sys::Reflect::set(&descriptor, &"get".into(), &refuse).expect("a new object takes it");
    js_sys::Reflect::set(&descriptor, &"configurable".into(), &true.into()).expect("a new object takes it");
    js_sys::Object::define_property(&window, &name, &descriptor);
    let case = Case::open(clock::fresh_id(), day());
    let answers = (saving::load_all(&Local), saving::save(&Local, &case, Revision(0)), used(&Local));
    js_sys::Object::define_property(&window, &name, &honest.into());
    assert_eq!(answers, (Err(Error::Blocked), Err(saving::Error::Blocked), Err(Error::Blocked)));
    assert!(Local.keys().is_ok(), "and it is open again");
}

fn grown(case: &Case) -> Case {
    let play = recourse::case::PlayId("S04".to_owned());
    case.apply(recourse::case::Change::SituationChosen { play }, day()).expect("a situation can be chosen")
}

#[wasm_bindgen_test]
fn a_change_in_another_tab_is_told() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let list = Rc::clone(&told);
    let tabs = tabs::on_change(move |change| list.borrow_mut().push(change));
    let window = web_sys::window().expect("a page has a window");
    let send = |key: Option<&str>, text: Option<&str>| {
        let event = web_sys::StorageEvent::new("storage").expect("an event can be made");
        event.init_storage_event_with_can_bubble_and_cancelable_and_key_and_old_value_and_new_value(
            "storage", false, false, key, None, text,
        );
        window.dispatch_event(&event).expect("an event can be sent");
    };
    send(Some("recourse.case.c1"), Some("{}"));
    send(Some("theme"), Some("dark"));
    send(None, None);
    drop(tabs);
    send(Some("recourse.case.c2"), None);
    assert_eq!(*told.borrow(), [Elsewhere::Saved(CaseId("c1".to_owned())), Elsewhere::Emptied]);
}

#[wasm_bindgen_test]
fn words_being_typed_are_saved_when_the_page_is_left() {
    let shelf = shelf();
    let told = Rc::new(RefCell::new(Vec::new()));
    let list = Rc::clone(&told);
    let keeper = Keeper::new(Rc::new(shelf), move |_, how| list.borrow_mut().push(how));
    let key = DraftKey { case: None, what: "letter".to_owned() };
    for text in ["D", "De", "Dear"] {
        keeper.typed(key.clone(), text.to_owned(), day());
    }
    assert_eq!(saving::draft(&shelf, &key), Ok(None), "not at every keystroke");
    let window = web_sys::window().expect("a page has a window");
    let leave = web_sys::Event::new("pagehide").expect("an event can be made");
    window.dispatch_event(&leave).expect("an event can be sent");
    let draft = saving::draft(&shelf, &key).expect("the shelf is open").expect("it was saved");
    assert_eq!(draft.text, "Dear");
    assert_eq!(*told.borrow(), [Ok(())], "once for all keystrokes");
    keeper.done(&key);
    assert_eq!(saving::draft(&shelf, &key), Ok(None));
}

#[wasm_bindgen_test]
fn words_that_found_no_room_are_held_and_saved_when_there_is_some() {
    let shelf = Rc::new(Memory::new(200));
    shelf.set("fill", &"x".repeat(190)).expect("there is room");
    let told = Rc::new(RefCell::new(Vec::new()));
    let list = Rc::clone(&told);
    let keeper = Keeper::new(Rc::clone(&shelf) as Rc<dyn Shelf>, move |_, how| list.borrow_mut().push(how));
    let key = DraftKey { case: None, what: "letter".to_owned() };
    keeper.typed(key.clone(), "Dear".to_owned(), day());
    assert_eq!(keeper.words(&key).as_deref(), Some("Dear"), "before they are saved");
    keeper.save();
    assert_eq!(keeper.words(&key).as_deref(), Some("Dear"), "although they are not saved");
    shelf.remove("fill").expect("it is there");
    keeper.save();
    assert_eq!(*told.borrow(), [Err(saving::Error::Full), Ok(())]);
    let draft = saving::draft(&*shelf, &key).expect("the shelf is open");
    assert_eq!(draft.map(|draft| draft.text).as_deref(), Some("Dear"));
}

#[wasm_bindgen_test]
fn what_is_being_erased_is_not_saved_afterwards() {
    let shelf = Rc::new(Memory::default());
    let keeper = Keeper::new(Rc::clone(&shelf) as Rc<dyn Shelf>, |_, _| {});
    let of = |case: Option<&str>| DraftKey { case: case.map(|id| CaseId(id.to_owned())), what: "letter".to_owned() };
    for key in [of(None), of(Some("c1")), of(Some("c2"))] {
        keeper.typed(key, "Dear".to_owned(), day());
    }
    keeper.forget(Some(&CaseId("c1".to_owned())));
    assert_eq!([None, Some("c1"), Some("c2")].map(|case| keeper.words(&of(case)).is_some()), [true, false, true]);
    keeper.forget(None);
    keeper.save();
    assert_eq!(shelf.keys(), Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn words_being_typed_are_saved_within_two_seconds_of_typing_on() {
    let shelf = shelf();
    let keeper = Rc::new(RefCell::new(None));
    let held = Rc::clone(&keeper);
    let began = js_sys::Date::now();
    let saved = js_sys::Promise::new(&mut |resolve, _| {
        let told = move |_: &DraftKey, _| drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
        *held.borrow_mut() = Some(Keeper::new(Rc::new(shelf), told));
    });
    let key = DraftKey { case: None, what: "letter".to_owned() };
    for text in ["D", "De", "Dear"] {
        let typed = keeper.borrow();
        typed.as_ref().expect("it was made above").typed(key.clone(), text.to_owned(), day());
    }
    wasm_bindgen_futures::JsFuture::from(saved).await.expect("it tells");
    assert!(js_sys::Date::now() - began < 2_000.0);
    let draft = saving::draft(&shelf, &key).expect("the shelf is open");
    assert_eq!(draft.map(|draft| draft.text).as_deref(), Some("Dear"));
}

#[wasm_bindgen_test]
fn the_clock_shows_a_day_of_our_time() {
    let today = clock::today();
    assert!((2024..2100).contains(&today.year()), "{today}");
}

#[wasm_bindgen_test]
async fn a_file_is_read_as_text_within_its_limit() {
    let file = |content: &[u8]| {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
        web_sys::File::new_with_u8_array_sequence(&parts, "letter.txt").expect("a file can be made")
    };
    assert_eq!(files::read(&file("Déjà".as_bytes())).await, Ok("Déjà".to_owned()));
    assert_eq!(files::bytes(&file(&[b'a'; 101]), 100).await, Err(files::Error::TooBig { limit: 100 }));
    assert_eq!(files::read(&file(b"caf\xe9")).await, Err(files::Error::NotText));
}

#[wasm_bindgen_test]
fn focus_moves_to_the_heading() {
    let document = web_sys::window().and_then(|window| window.document()).expect("a page has a document");
    let heading = document.create_element("h1").expect("an element can be made");
    document.body().expect("a page has a body").append_child(&heading).expect("it can be added");
    page::focus_heading();
    assert_eq!(document.active_element(), Some(heading.clone()));
    heading.remove();
    page::focus("h1");
    assert_ne!(document.active_element(), Some(heading), "nothing to focus on is no failure");
}
