//! Two plans of one state, a discharge at night, and Medicaid that is about to stop: the law differs, and the page must too.

use crate::browser::Browser;
use crate::find::{Find, button, choice, disclosure, field, link, region};
use crate::hand::Hand;
use crate::letter::{DECIDE, LETTER};

const MEDICAID: &str = include_str!("../fixtures/letters/medicaid-plan.txt");

/// Pastes a letter and says that everything was found right, up to the question about the coverage.
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

/// The dates of a case from work in Ohio, whose card says this.
async fn of_ohio(card: &str, name: &str) -> String {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    paste(&mut browser, LETTER).await;
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
    browser.click(&choice(card)).await;
    browser.click(&button("Show me the next step")).await;
    browser.click(&link("Facts")).await;
    browser.arrived("Facts").await;
    browser.click(&button("Change (State where you live)")).await;
    Hand::Mouse.replace(&mut browser, &field("State where you live"), "Ohio").await;
    browser.click(&button("Keep this")).await;
    browser.click(&link("Dates")).await;
    browser.arrived("Dates").await;
    browser.click(&disclosure("Can people outside the plan look at it?")).await;
    browser.reads("Who decides").await;
    browser.inspect(name).await;
    let told = browser.page_text().await;
    browser.leave().await;
    told
}

#[tokio::test]
async fn an_insured_and_a_self_funded_plan_of_one_state_part() {
    let insured = of_ohio("It says “insured by” or “underwritten by”…", "dates-insured").await;
    let own = of_ohio("It says “self-funded”, “self-insured” or “administered by”…", "dates-self-funded").await;
    assert!(insured.contains("so the law of Ohio applies"), "an insured plan reads that:\n{insured}");
    assert!(own.contains("the law of Ohio mostly does not"), "a self-funded plan reads that:\n{own}");
    let federal = "independent review organization (IRO) hired by the plan";
    assert!(own.contains(federal) && !insured.contains(federal), "the reviews are not the same:\n{insured}");
    assert!(own.contains("29 CFR") && !own.contains("45 CFR"), "a private employer's plan is cited to 29 CFR:\n{own}");
}

/// A part of a day that is asked for in three boxes.
fn part(of: &str, day: &str) -> Find {
    field(of).inside(region(day))
}

#[tokio::test]
async fn a_discharge_at_night_shows_whom_to_call_before_midnight() {
    let mut browser = Browser::open(Some("2026-12-01T22:30")).await;
    browser.go("").await;
    browser.running().await;
    browser.click(&link("Start here")).await;
    browser.arrived("Is there something that cannot wait?").await;
    browser
        .click(&disclosure(
            "Is somebody about to be sent home from a hospital or facility, or to lose care that is going on now?",
        ))
        .await;
    browser.reads("outside reviewer (QIO)").await;
    browser.inspect("urgent-discharge").await;
    browser.click(&link("Go on without a letter")).await;
    browser.arrived("Is there something that cannot wait?").await;
    browser.click(&button("Go on")).await;
    browser.arrived("Has the care been given?").await;
    browser.click(&choice("The care is going on…")).await;
    browser.click(&button("Continue")).await;
    browser.arrived("What happened?").await;
    browser.type_into(&field("The care that was refused"), "A stay in the hospital").await;
    browser.click(&button("Continue")).await;
    browser.arrived("Check the rest").await;
    browser.click(&button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    browser.click(&choice("Original Medicare…")).await;
    browser.click(&button("Continue")).await;
    browser.arrived("Is something about to end?").await;
    browser.click(&choice("Leaving the hospital…")).await;
    let leaves = "Day you are to leave the hospital";
    browser.choose(&part("Month", leaves), "December").await;
    browser.type_into(&part("Day", leaves), "1").await;
    browser.type_into(&part("Year", leaves), "2026").await;
    browser.inspect("ending").await;
    browser.click(&button("Show me the next step")).await;
    browser.arrived("Call the number on the hospital's form and ask for a fast appeal, before you leave").await;
    browser.reads("This cannot wait: do it today").await;
    browser.reads("Tuesday, December 1, 2026").await;
    browser.inspect("discharge-next").await;
    browser.click(&link("Dates")).await;
    browser.arrived("Dates").await;
    browser.reads("42 CFR 405.1206").await;
    browser.inspect("discharge-dates").await;
    browser.leave().await;
}

#[tokio::test]
async fn medicaid_that_stops_shows_the_day_that_keeps_it_first() {
    let mut browser = Browser::open(Some("2026-11-05T21:00")).await;
    paste(&mut browser, MEDICAID).await;
    browser.arrived("Are these dates right?").await;
    browser.reads("It may not be the last day to appeal.").await;
    browser.click(&choice("Yes, that is right").inside(region("Is this the date printed on the letter?"))).await;
    let last = "Is this the last day to appeal that the letter names?";
    browser.click(&choice("I don’t know").inside(region(last))).await;
    browser.click(&button("Continue")).await;
    browser.arrived("Is this what they decided?").await;
    for question in ["Are these the words of their reason?", "Is this the care?"] {
        browser.click(&choice("Yes, that is right").inside(region(question))).await;
    }
    browser.click(&button("Continue")).await;
    browser.arrived("Which claim, and who decides?").await;
    browser.click(&choice("I don’t know").inside(region("Claim number"))).await;
    browser.click(&choice("Yes, that is right").inside(region("Is this the company that decided?"))).await;
    browser.click(&button("Continue")).await;
    browser.arrived("Check the rest").await;
    browser.click(&button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    browser.click(&choice("Medicaid through a health plan…")).await;
    browser.click(&button("Continue")).await;
    browser.arrived("Is something about to end?").await;
    let ends = "Day the cut or the end takes effect";
    browser.choose(&part("Month", ends), "November").await;
    browser.type_into(&part("Day", ends), "30").await;
    browser.type_into(&part("Year", ends), "2026").await;
    browser.click(&button("Show me the next step")).await;
    browser.arrived("Ask for the appeal or the hearing now, and write that you want the benefits to go on").await;
    browser.reads("This cannot wait: do it today").await;
    browser.reads("Thursday, November 12, 2026").await;
    browser.inspect("medicaid-next").await;
    browser.click(&link("Dates")).await;
    browser.arrived("Dates").await;
    browser.reads("42 CFR 438.420").await;
    browser.inspect("medicaid-dates").await;
    browser.leave().await;
}
