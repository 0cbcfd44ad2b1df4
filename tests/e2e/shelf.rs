//! What the browser keeps, when it does not keep it, and what stands there that cannot be read.

use std::path::PathBuf;

use serde_json::json;

use crate::browser::Browser;
use crate::find::{button, choice, field, link};
use crate::letter;

/// A browser that lets no page save anything.
const NO_STORE: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('The operation is insecure.', 'SecurityError') }
})";

#[tokio::test]
async fn without_a_store_the_whole_way_goes_on_and_says_so() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.before_every_page(NO_STORE).await;
    browser.go("#/cases").await;
    browser.running().await;
    browser.reads("This browser does not let the page save anything.").await;
    assert!(!browser.page_text().await.contains("Your case is saved in this browser"), "nothing is saved here");
    letter::open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.reads("This browser does not let the page save anything.").await;
    browser.reads("Friday, July 12, 2024").await;
    browser.click(&link("Save a copy")).await;
    browser.arrived("What is stored here").await;
    browser.click(&button("Save a copy of all cases")).await;
    let copy = browser.downloaded("recourse-copy-2024-02-01.json").await;
    let text = std::fs::read_to_string(copy).expect("the copy");
    assert!(text.contains("CLM2024011500001"));
    browser.leave().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_offered_as_a_file_and_harms_nothing() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    letter::open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser
        .script(
            "localStorage.setItem('recourse.case.c1', '{\"recourse\":\"case\",\"version\":1,\"revis');
             localStorage.setItem('recourse.case.c2', '{\"recourse\":\"case\",\"version\":99,\"all\":\"new\"}')",
        )
        .await;
    browser.go("#/your-data").await;
    browser.reload().await;
    browser.running().await;
    browser.arrived("What is stored here").await;
    browser.reads("Some saved text could not be read.").await;
    browser.reads("a newer version of this page").await;
    browser.inspect("set-aside").await;
    browser.click(&link("Your cases")).await;
    browser.arrived("Your cases").await;
    browser.reads("MRI of the lumbar spine").await;
    let newer = browser.script("return localStorage.getItem('recourse.case.c2')").await;
    assert_eq!(newer, "{\"recourse\":\"case\",\"version\":99,\"all\":\"new\"}", "a newer text is left alone");
    browser.leave().await;
}

#[tokio::test]
async fn a_copy_of_something_else_is_refused_in_words() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.go("#/open-copy").await;
    browser.running().await;
    browser.arrived("Open a copy").await;
    let file: PathBuf = std::env::temp_dir().join(format!("recourse-other-{}.json", std::process::id()));
    std::fs::write(&file, "{\"resourceType\":\"Bundle\"}").expect("a file of something else");
    browser.put_file("#copy", &file).await;
    browser.reads("This file was made by something else, so there is no case in it to open.").await;
    browser.inspect("copy-refused").await;
    browser.leave().await;
    std::fs::remove_file(file).ok();
}

#[tokio::test]
async fn the_door_without_a_letter_keeps_what_was_typed_and_says_what_is_wrong() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.go("").await;
    browser.running().await;
    browser.click(&link("They said no, or don’t answer, and I have no letter…")).await;
    browser.arrived("Is there something that cannot wait?").await;
    browser.click(&button("Go on")).await;
    browser.arrived("Has the care been given?").await;
    browser.click(&choice("The care is still to come…")).await;
    browser.click(&button("Continue")).await;
    browser.arrived("What happened?").await;
    browser.type_into(&field("The care that was refused"), "Insulin pump").await;
    browser.type_into(&field("Insurance company or plan administrator"), "Acme Health").await;
    let day = |part: &str| field(part).inside(crate::find::region("Date on the letter"));
    browser.choose(&day("Month"), "February").await;
    browser.type_into(&day("Day"), "30").await;
    browser.type_into(&day("Year"), "2024").await;
    browser.click(&button("Continue")).await;
    browser.reads("One thing to look at").await;
    browser.inspect("typed-wrong").await;
    let held = browser.script("return [...document.querySelectorAll('input, textarea')].map((one) => one.value)").await;
    for typed in ["Insulin pump", "Acme Health", "30", "2024"] {
        assert!(held.as_array().is_some_and(|all| all.contains(&json!(typed))), "{typed} is still there: {held}");
    }
    browser.choose(&day("Month"), "January").await;
    browser.click(&button("Continue")).await;
    browser.arrived("Check the rest").await;
    browser.click(&button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    browser.click(&choice("We buy it ourselves…")).await;
    browser.click(&button("Show me the next step")).await;
    browser.reads("Insulin pump").await;
    browser.inspect("typed-next").await;
    browser.leave().await;
}
