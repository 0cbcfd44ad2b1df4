//! One case in two windows of the browser: what is changed in one is not overwritten by the other.

use crate::browser::Browser;
use crate::find::{button, choice, disclosure, link, ticked};
use crate::letter::open_case;
use thirtyfour::WindowHandle;

const REFUSED: &str = "This case was changed in another tab, so your last change here is not saved.";

/// What one window says that the case is about, and what the other.
const ONE: &str = "Called not medically necessary";
const OTHER: &str = "Approval refused before the care";

/// Where all situations stand.
const ALL: &str = "None of these? Choose from all situations";

#[tokio::test]
async fn a_change_in_one_window_is_seen_in_the_other() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    let [first, second] = open_twice(&mut browser, Ears::Open).await;
    browser.go_to_window(&first).await;
    browser.click(&choice(ONE)).await;
    browser.go_to_window(&second).await;
    browser.sees(&ticked(ONE)).await;
    browser.click(&choice(OTHER)).await;
    browser.go_to_window(&first).await;
    browser.sees(&ticked(OTHER)).await;
    browser.sees(&ticked(ONE)).await;
    let [case] = &*browser.stored("recourse.case.").await else { panic!("there is one case") };
    assert!(case.contains("S01") && case.contains("S05"), "{case}");
    browser.leave().await;
}

#[tokio::test]
async fn a_window_that_did_not_hear_is_refused_and_loses_nothing() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    let [first, second] = open_twice(&mut browser, Ears::Closed).await;

    // The other tab's version is taken: mine is given up, because the person chose so.
    disagree(&mut browser, [&first, &second]).await;
    browser.inspect("changed-elsewhere").await;
    browser.click(&button("Load the other tab’s version")).await;
    browser.sees(&ticked(ONE)).await;
    browser.until("mine to be gone", async || ticked(OTHER).among(&browser.nodes().await).is_empty()).await;
    assert!(!browser.page_text().await.contains(REFUSED));

    // Mine is kept beside it.
    browser.go_to_window(&first).await;
    browser.click(&choice(ONE)).await;
    browser.go_to_window(&second).await;
    browser.click(&choice(OTHER)).await;
    browser.reads(REFUSED).await;
    browser.click(&button("Keep mine as a second case")).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    assert!(!browser.page_text().await.contains(REFUSED));
    let stored = browser.stored("recourse.case.").await;
    let [theirs, mine] = &*stored else { panic!("there are two cases: {stored:?}") };
    assert!(!theirs.contains("S01") && !theirs.contains("S05"), "{theirs}");
    assert!(mine.contains("S01") && mine.contains("S05"), "{mine}");
    browser.click(&link("Your cases")).await;
    browser.arrived("Your cases").await;
    browser.leave().await;
}

#[derive(PartialEq)]
enum Ears {
    Open,
    Closed,
}

/// Opens a case and its facts in two windows; those of the second have these ears.
async fn open_twice(browser: &mut Browser, ears: Ears) -> [WindowHandle; 2] {
    open_case(browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.click(&link("Facts")).await;
    browser.arrived("Facts").await;
    browser.click(&disclosure(ALL)).await;
    let place = browser.script("return location.hash").await;
    let first = browser.window().await;
    let second = browser.open_window().await;
    if ears == Ears::Closed {
        browser.deafen().await;
    }
    browser.go(place.as_str().expect("an address")).await;
    browser.running().await;
    browser.arrived("Facts").await;
    browser.click(&disclosure(ALL)).await;
    [first, second]
}

/// Changes the case in the first window, then in the second, which is refused.
async fn disagree(browser: &mut Browser, [first, second]: [&WindowHandle; 2]) {
    browser.go_to_window(first).await;
    browser.click(&choice(ONE)).await;
    browser.sees(&ticked(ONE)).await;
    let before = browser.stored("recourse.case.").await;
    browser.go_to_window(second).await;
    browser.click(&choice(OTHER)).await;
    browser.reads(REFUSED).await;
    browser.sees(&ticked(OTHER)).await;
    assert_eq!(browser.stored("recourse.case.").await, before, "nothing was overwritten");
}
