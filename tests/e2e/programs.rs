//! Two plans of one state, a discharge at night, and Medicaid that is about to stop: the law differs, and the page must too.

use crate::browser::Browser;
use crate::find::{button, choice, disclosure, field, link, region};
use crate::letter::DECIDE;

const EXTERNAL: &str = include_str!("../fixtures/letters/pa-denial-001.txt");
const MEDICAID: &str = include_str!("../fixtures/letters/medicaid-plan.txt");

/// From the pasted letter up to the question about the coverage.
async fn paste(browser: &mut Browser, letter: &str) {
    browser.go("").await;
    browser.running().await;
    browser.click(&link("I have a letter…")).await;
    browser.arrived("Is there something that cannot wait?").await;
    browser.click(&button("Go on")).await;
    browser.arrived("Your letter").await;
    browser.paste(&field("The words of the letter"), letter).await;
    browser.click(&button("Read the letter")).await;
}

/// A case with this coverage of somebody who lives in Kentucky, at its dates.
async fn of_kentucky(funding: &str) -> Browser {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    paste(&mut browser, EXTERNAL).await;
    for (title, questions) in DECIDE {
        browser.arrived(title).await;
        for question in questions {
            browser.click(&choice("Yes, that is right").inside(region(question))).await;
        }
        browser.click(&button("Continue")).await;
    }
    browser.arrived("Check the rest").await;
    browser.click(&button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    browser.click(&choice("From work…")).await;
    browser.click(&choice(funding)).await;
    browser.click(&button("Show me the next step")).await;
    println!("{}", browser.outline().await);
    browser.click(&link("Facts")).await;
    browser.arrived("Facts").await;
    println!("{}", browser.outline().await);
    browser
}

#[tokio::test]
async fn explore_kentucky() {
    let browser = of_kentucky("It says “insured by” or “underwritten by”…").await;
    browser.leave().await;
}

#[tokio::test]
async fn explore_discharge() {
    let mut browser = Browser::open(Some("2026-12-01T23:30")).await;
    browser.go("").await;
    browser.running().await;
    println!("{}", browser.outline().await);
    browser.go("#/new/typed").await;
    browser.running().await;
    println!("{}", browser.outline().await);
    browser.leave().await;
}

#[tokio::test]
async fn explore_medicaid() {
    let mut browser = Browser::open(Some("2026-11-05T21:00")).await;
    paste(&mut browser, MEDICAID).await;
    for _ in 0..1 {
        println!("{}", browser.outline().await);
    }
    let _ = disclosure("x");
    browser.leave().await;
}
