//! Ways in without a case: the example and the guide.

use crate::browser::Browser;
use crate::find::{button, field, heading, link};

#[tokio::test]
async fn the_example_opens_and_goes_in_one_click() {
    let mut browser = Browser::open(Some("2026-11-25T09:00")).await;
    browser.go("").await;
    browser.running().await;
    browser.click(&link("Look around in an example")).await;
    browser.reads("This is an example.").await;
    browser.inspect("example").await;
    for place in ["Dates", "Papers", "Facts", "Letters and calls"] {
        browser.click(&link(place)).await;
        browser.arrived(place).await;
        browser.reads("This is an example.").await;
    }
    browser.click(&link("Appeal to the plan")).await;
    browser.arrived("Appeal to the plan").await;
    browser.reads("Example. The people, the numbers and the dates in this letter are invented.").await;
    browser.reload().await;
    browser.running().await;
    browser.reads("This is an example.").await;
    browser.click(&button("Remove the example")).await;
    browser.arrived("When health insurance says no, or a bill makes no sense").await;
    browser.click(&link("Your cases")).await;
    browser.arrived("Your cases").await;
    browser.reads("No cases yet").await;
    assert_eq!(browser.script("return Object.keys(localStorage).length").await, 0, "nothing of the example stays");
    browser.leave().await;
}

#[tokio::test]
async fn the_guide_is_read_without_a_case() {
    let mut browser = Browser::open(Some("2026-11-25T09:00")).await;
    browser.go("#/guide").await;
    browser.running().await;
    browser.arrived("Problems at a glance").await;
    browser.inspect("glance").await;
    browser.choose(&field("Kind of problem"), "Approval").await;
    browser.click(&link("Approval refused before the care")).await;
    browser.arrived("Approval refused before the care").await;
    browser.sees(&heading("What wins it")).await;
    browser.inspect("play").await;
    for (page, heading) in [
        ("steps", "The seven steps, and what wins"),
        ("questions", "Questions people ask"),
        ("words", "Words in letters and bills"),
        ("help", "Who can help you"),
        ("sharing", "Sharing health papers safely"),
        ("habits", "Habits that prevent trouble"),
        ("law", "How old the law here is"),
    ] {
        browser.go(&format!("#/guide/{page}")).await;
        browser.running().await;
        browser.arrived(heading).await;
        browser.inspect(&format!("guide-{page}")).await;
    }
    // A word leads to its own explanation, and from there to all of them.
    browser.go("#/guide/words/coinsurance").await;
    browser.running().await;
    browser.arrived("Coinsurance").await;
    browser.inspect("guide-word").await;
    browser.click(&link("Words in letters and bills")).await;
    browser.arrived("Words in letters and bills").await;
    browser.leave().await;
}
