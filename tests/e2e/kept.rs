//! The browser is asked to keep what is stored, once, when there is something of the person's to keep.

use crate::browser::Browser;
use crate::find::{button, link};
use crate::letter::open_case;

/// A browser that agrees, and counts how often the page asks.
///
/// An empty page has no store to keep.
const AGREE: &str = "if (globalThis.StorageManager) {
    StorageManager.prototype.persist = async () => { window.__asked = (window.__asked ?? 0) + 1; return true };
    StorageManager.prototype.persisted = async () => true;
}";

async fn askings(browser: &Browser) -> serde_json::Value {
    browser.script("return window.__asked ?? 0").await
}

#[tokio::test]
async fn the_browser_is_asked_once_when_the_first_case_is_saved() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.before_every_page(AGREE).await;
    browser.go("#/example").await;
    browser.running().await;
    browser.reads("This is an example.").await;
    browser.until("the example to be saved", async || !browser.stored("recourse.case.").await.is_empty()).await;
    assert_eq!(askings(&browser).await, 0, "the example is nothing of the person's");
    browser.click(&button("Remove the example")).await;

    open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.until("the browser to be asked", async || askings(&browser).await == 1).await;
    browser.click(&link("Your cases")).await;
    browser.click(&link("What is stored here")).await;
    browser.arrived("What is stored here").await;
    browser.reads("This browser has agreed not to drop your cases by itself.").await;

    browser.reload().await;
    open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.until("two cases", async || browser.stored("recourse.case.").await.len() == 2).await;
    assert_eq!(askings(&browser).await, 0, "nobody is asked again");
    browser.leave().await;
}
