//! The first screen: plain HTML that is whole before the program arrives, and stays so.

use crate::browser::Browser;
use crate::find::link;

#[tokio::test]
async fn the_first_screen_is_whole_for_everybody() {
    let browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.go("").await;
    browser.running().await;
    browser.inspect("first").await;
    browser.tab_to(&link("Your cases")).await;
    assert_eq!(browser.focused().await, "link Your cases");
    println!("{}", browser.outline().await);
    browser.leave().await;
}
