//! The first load and the wings: what is fetched when, and what happens when it cannot be.

use crate::browser::Browser;
use crate::find::{button, field, heading, link};
use crate::first_load;
use crate::server;
use std::collections::BTreeSet;

const LETTER: &str = "A letter that is not finished yet.";

#[tokio::test]
async fn the_first_screen_fetches_what_size_counts_and_no_wing() {
    let browser = Browser::open(None).await;
    browser.go("").await;
    browser.running().await;
    let files = first_load::files(&server::built()).expect("the built page can be read");
    let counted = first_load::of(&files);
    let mut fetched = BTreeSet::new();
    for address in browser.requests().await {
        let path = address.strip_prefix(&browser.origin).and_then(|path| path.strip_prefix(server::BASE));
        let name = path.unwrap_or_else(|| panic!("a request to {address}"));
        fetched.insert(if name.is_empty() { "index.html".to_owned() } else { name.to_owned() });
    }
    // A browser without a tab bar shows no icon and may not ask for it.
    fetched.retain(|name| !counted.icons.contains(&**name));
    assert_eq!(fetched.iter().map(|name| &**name).collect::<BTreeSet<&str>>(), counted.always);
    browser.leave().await;
}

#[tokio::test]
async fn a_wing_that_does_not_come_can_be_tried_again() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.go("#/new/letter").await;
    browser.running().await;
    browser.click(&button("Go on")).await;
    browser.arrived("Your letter").await;
    browser.paste(&field("The words of the letter"), LETTER).await;

    browser.block(&["*.wasm"]).await;
    browser.click(&link("Your cases")).await;
    browser.arrived("This page could not be fetched").await;
    browser.reads("Nothing you entered is lost: it is on this device.").await;
    browser.inspect("not-fetched").await;
    browser.click(&button("Try again")).await;
    browser.sees(&heading("This page could not be fetched")).await;
    browser.block(&[]).await;
    browser.click(&button("Try again")).await;
    browser.arrived("Your cases").await;
    for error in browser.console_errors().await {
        assert!(error.contains(".wasm") || error.contains("Failed to fetch"), "{error}");
    }

    browser.go("#/new/letter").await;
    browser.click(&button("Go on")).await;
    browser.arrived("Your letter").await;
    browser.until("the letter's words", async || browser.outline().await.contains(LETTER)).await;
    browser.leave().await;
}
