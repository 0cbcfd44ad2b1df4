//! A bill beside its EOB, from a file and from pasted words to the letter: on a phone with a look at every screen, and by
//! keyboard alone.

use std::path::Path;

use crate::browser::Browser;
use crate::find::{button, choice, disclosure, field, heading, link, region};
use crate::hand::Hand;
use crate::narrow::whole;

const BILL: &str = include_str!("../fixtures/reconcile/no-discount-bill.txt");

/// Opens a case about the bill.
async fn open_bill(browser: &mut Browser, hand: Hand) {
    browser.go("").await;
    browser.running().await;
    hand.press(browser, &link("A bill came…")).await;
    browser.arrived("Your bill").await;
    hand.paste(browser, &field("The words of the bill"), BILL).await;
    hand.press(browser, &button("Read the bill")).await;
    browser.arrived("Is this what stands on it?").await;
    hand.press(browser, &button("Yes, this is on the bill")).await;
    browser.arrived("How did the care come about?").await;
    hand.choose(browser, &choice("No").inside(region("Was it an emergency?"))).await;
    let network = "Is the doctor or place that bills you in your plan’s network?";
    hand.choose(browser, &choice("Yes").inside(region(network))).await;
    hand.press(browser, &button("Continue")).await;
    browser.arrived("Check the rest").await;
    hand.press(browser, &button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    hand.choose(browser, &choice("From work…")).await;
    hand.choose(browser, &choice("It says “self-funded”, “self-insured” or “administered by”…")).await;
    hand.press(browser, &button("Show me the next step")).await;
    hand.press(browser, &link("Look at the bill")).await;
    browser.arrived("The bill").await;
}

async fn seen(browser: &Browser, hand: Hand, name: &str) {
    whole(browser, name).await;
    if hand == Hand::Mouse {
        browser.inspect(name).await;
    }
}

async fn walk(browser: &mut Browser, hand: Hand) {
    browser.size(360, 740).await;
    open_bill(browser, hand).await;
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let wrong = fixtures.join("fhir/carin-bb-2.0.0/Organization-ProviderOrganization1.json");
    browser.put_file("#paper-file", &wrong).await;
    browser.reads("This is a FHIR file without an explanation of benefits.").await;
    browser.put_file("#paper-file", &fixtures.join("reconcile/in-network-eob.json")).await;
    browser.reads("The file holds one claim.").await;
    seen(browser, hand, "owe-claims").await;
    hand.press(browser, &button("Look at it…")).await;
    browser.reads("Yes, add it to the case").await;
    seen(browser, hand, "owe-preview").await;
    hand.press(browser, &button("Yes, add it to the case")).await;
    browser.reads("Explanation of benefits (EOB) added.").await;

    hand.press(browser, &link("What you really owe")).await;
    browser.arrived("What you really owe").await;
    browser.reads("What you may owe now: $30.00.").await;
    browser.sees(&heading("The plan’s discount is not taken off in full")).await;
    seen(browser, hand, "owe").await;
    hand.press(browser, &disclosure("Your plan’s terms")).await;
    hand.replace(browser, &field("Your coinsurance, in percent").inside(region("In the network")), "a lot").await;
    hand.press(browser, &button("Keep these terms")).await;
    browser.reads("This is not a percentage.").await;
    seen(browser, hand, "owe-terms").await;
    hand.press(browser, &link("Explanation of benefits (EOB) from…")).await;
    browser.arrived("Your EOB, line by line").await;
    browser.reads("Where the charge went").await;
    seen(browser, hand, "owe-eob").await;
    hand.press(browser, &link("What you really owe")).await;
    browser.arrived("What you really owe").await;
    hand.press(browser, &button("Write: Request to hold the bill")).await;
    browser.arrived("Request to hold the bill").await;
    seen(browser, hand, "owe-letter").await;
}

#[tokio::test]
async fn from_an_eob_file_and_a_bill_to_the_letter_on_a_phone() {
    let mut browser = Browser::open(Some("2026-11-23T09:00")).await;
    walk(&mut browser, Hand::Mouse).await;
    browser.leave().await;
}

#[tokio::test]
async fn from_an_eob_file_and_a_bill_to_the_letter_by_keyboard() {
    let mut browser = Browser::open(Some("2026-11-23T09:00")).await;
    walk(&mut browser, Hand::Keys).await;
    browser.leave().await;
}
