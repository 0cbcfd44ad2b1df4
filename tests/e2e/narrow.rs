//! The width of 400 % zoom, and text at 200 %: nothing runs out of the page to the side.

use serde_json::json;

use crate::browser::Browser;
use crate::find::link;
use crate::letter;

const PLACES: [&str; 5] = ["Next", "Dates", "Letters and calls", "Papers", "Facts"];

pub async fn whole(browser: &Browser, screen: &str) {
    let beyond = browser
        .script(
            "const wide = document.scrollingElement.scrollWidth - innerWidth;
             if (wide <= 0) return null;
             const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
             return wide + ' px: ' + out.slice(-3).map((one) => one.outerHTML.slice(0, 120)).join(' | ')",
        )
        .await;
    assert!(beyond.is_null(), "{screen} runs out of the page: {beyond}");
}

async fn walk(browser: &mut Browser) {
    browser.go("").await;
    browser.running().await;
    whole(browser, "the first screen").await;
    letter::open_case(browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    for place in PLACES {
        browser.click(&link(place)).await;
        browser.reads(place).await;
        whole(browser, place).await;
    }
    for place in [
        "#/guide",
        "#/plays/S04",
        "#/cases",
        "#/your-data",
        "#/open-copy",
        "#/new/planned-care",
        "#/new/bill",
        "#/urgent",
    ] {
        browser.go(place).await;
        browser.running().await;
        browser
            .until("the page to be there", async || {
                browser.script("return document.querySelector('h1') !== null").await == json!(true)
            })
            .await;
        whole(browser, place).await;
    }
}

#[tokio::test]
async fn at_320_pixels_every_screen_is_whole() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.size(320, 640).await;
    walk(&mut browser).await;
    browser.leave().await;
}

#[tokio::test]
async fn with_text_twice_as_large_every_screen_is_whole() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    let twice = "addEventListener('DOMContentLoaded', () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':root { font-size: 200% !important }');
        document.adoptedStyleSheets.push(sheet);
    })";
    browser.before_every_page(twice).await;
    walk(&mut browser).await;
    browser.leave().await;
}
