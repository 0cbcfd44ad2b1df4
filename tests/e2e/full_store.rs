//! The store of the browser is full while a letter is being written.

use crate::browser::Browser;
use crate::find::{button, field, link};
use crate::letter::open_case;

const FULL: &str = "There is no more room in this browser, so your last change is not saved.";
const PARAGRAPH: &str = "Paragraph 5, in your words";

#[tokio::test]
async fn nothing_typed_is_lost_while_the_store_is_full() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.click(&link("Letters and calls")).await;
    browser.click(&button("Write the letter (Appeal to the plan)")).await;
    browser.arrived("Appeal to the plan").await;
    browser.fill_store().await;

    // Words being typed: it is said within two seconds, and they are still there after the way out and back.
    browser.click(&button("Edit part 5")).await;
    browser.type_into(&field(PARAGRAPH), " Written while the store was full.").await;
    browser.reads(FULL).await;
    browser.inspect("full").await;
    browser.click(&link("Save a copy")).await;
    browser.arrived("What is stored here").await;
    browser.click(&link("Your cases")).await;
    browser.arrived("Your cases").await;
    browser.click(&link("MRI of the lumbar spine…")).await;
    browser.click(&link("Letters and calls")).await;
    browser.click(&link("Appeal to the plan")).await;
    browser.arrived("Appeal to the plan").await;
    browser.click(&button("Edit part 5")).await;
    browser.until("the words", async || browser.outline().await.contains("Written while the store was full.")).await;

    // The change itself: not saved either, and in the copy all the same.
    browser.click(&button("Keep this")).await;
    browser.reads("Edited by you").await;
    browser.reads(FULL).await;
    browser.click(&link("Save a copy")).await;
    browser.arrived("What is stored here").await;
    browser.click(&button("Save a copy of all cases")).await;
    let copy = browser.downloaded("recourse-copy-2024-02-01.json").await;
    let copy = std::fs::read_to_string(copy).expect("the copy can be read");
    assert!(copy.contains("Written while the store was full."), "{copy}");
    assert!(!browser.stored("recourse.case.").await.concat().contains("Written while"), "the store was full");

    browser.free_store().await;
    browser.click(&button("Try again")).await;
    browser.until("the complaint to go", async || !browser.page_text().await.contains(FULL)).await;
    assert!(browser.stored("recourse.case.").await.concat().contains("Written while the store was full."));
    browser.leave().await;
}
