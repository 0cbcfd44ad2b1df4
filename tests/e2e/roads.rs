//! The other roads: a bill, planned care, and a claim outside the network. Each is walked with a look at every screen, without
//! a network, and at 360 pixels by keyboard alone.

use crate::browser::Browser;
use crate::find::{button, choice, field, heading, link, region};
use crate::hand::Hand;
use crate::narrow::whole;
use crate::offline::without_network;

const BILL: &str = include_str!("../fixtures/bills/medical-bill-duplicate.txt");
const EOB: &str = include_str!("../fixtures/bills/insurance-eob-clean.txt");
const OUT_OF_NETWORK: &str = include_str!("../fixtures/letters/out-of-network.txt");

/// How a road is walked.
#[derive(Clone, Copy)]
struct Way {
    hand: Hand,
    /// Whether each screen is inspected by axe and pictured.
    look: bool,
}

const BY_MOUSE: Way = Way { hand: Hand::Mouse, look: true };
const OFFLINE: Way = Way { hand: Hand::Mouse, look: false };
const NARROW: Way = Way { hand: Hand::Keys, look: false };

impl Way {
    /// What every screen goes through.
    async fn seen(self, browser: &Browser, name: &str) {
        if self.look {
            browser.inspect(name).await;
        } else {
            whole(browser, name).await;
        }
    }
}

/// From a bill in which a visit stands twice to the letters to the biller and a payment plan to the cent.
async fn a_bill(browser: &mut Browser, way: Way) {
    let Way { hand, .. } = way;
    browser.go("").await;
    browser.running().await;
    hand.press(browser, &link("A bill came…")).await;
    browser.arrived("Your bill").await;
    hand.press(browser, &button("Read the bill")).await;
    browser.reads("There are no words yet.").await;
    hand.paste(browser, &field("The words of the bill"), BILL).await;
    way.seen(browser, "bill-paste").await;
    hand.press(browser, &button("Read the bill")).await;

    browser.arrived("Is this what stands on it?").await;
    browser.reads("The lines come to $325.00, as the paper prints.").await;
    for words in ["CPT 99213 - Office Visit, Established Patient", "CPT 36415 - Blood Collection"] {
        browser.reads(words).await;
    }
    way.seen(browser, "bill-lines").await;
    hand.press(browser, &button("Yes, this is on the bill")).await;

    browser.arrived("How did the care come about?").await;
    hand.choose(browser, &choice("No").inside(region("Was it an emergency?"))).await;
    let network = "Is the doctor or place that bills you in your plan’s network?";
    hand.choose(browser, &choice("Yes").inside(region(network))).await;
    way.seen(browser, "bill-story").await;
    hand.press(browser, &button("Continue")).await;

    browser.arrived("Check the rest").await;
    browser.reads("CENTRAL MEDICAL CENTER").await;
    browser.reads("12345678").await;
    hand.choose(browser, &choice("Mistakes found on the bill…")).await;
    way.seen(browser, "bill-check").await;
    hand.press(browser, &button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    hand.choose(browser, &choice("From work…")).await;
    hand.choose(browser, &choice("It says “self-funded”, “self-insured” or “administered by”…")).await;
    hand.press(browser, &button("Show me the next step")).await;

    browser.reads("Bill from CENTRAL MEDICAL CENTER").await;
    way.seen(browser, "bill-next").await;
    hand.press(browser, &link("Look at the bill")).await;
    browser.arrived("The bill").await;
    browser.sees(&heading("The same service stands more than once")).await;
    browser.reads("Code 99213 stands twice on January 15, 2024, each time with $150.00.").await;
    let asks = "“Code 99213 stands twice on January 15, 2024 with $150.00. Was it done twice? Please check it against the record.”";
    browser.reads(asks).await;
    way.seen(browser, "bill-questions").await;

    hand.press(browser, &button("Write: Request for an itemized bill")).await;
    browser.arrived("Request for an itemized bill").await;
    browser.reads("CENTRAL MEDICAL CENTER").await;
    browser.reads("12345678").await;
    way.seen(browser, "letter-l60").await;
    hand.press(browser, &button("Save as PDF")).await;
    browser.reads("Nothing has been sent.").await;
    hand.press(browser, &link("Next")).await;
    hand.press(browser, &link("Look at the bill")).await;
    browser.arrived("The bill").await;
    hand.press(browser, &button("Write: Request to hold the bill")).await;
    browser.arrived("Request to hold the bill").await;
    browser.reads("12345678").await;
    way.seen(browser, "letter-l61").await;

    hand.press(browser, &link("Next")).await;
    hand.press(browser, &link("Compare your options")).await;
    browser.arrived("Your options").await;
    hand.replace(browser, &field("Months of the payment plan"), "0").await;
    browser.reads("Type the number of months in figures, from 1 to 120.").await;
    hand.replace(browser, &field("Months of the payment plan"), "12").await;
    browser.reads("Payment plan of 12 months").await;
    assert!(!browser.page_text().await.contains("Type the number of months"), "what is right now is not called wrong");
    // 8 times 10.42 and 4 times 10.41 are 125.00.
    browser.reads("8 payments of $10.42, then 4 payments of $10.41").await;
    browser.reads("$125.00").await;
    way.seen(browser, "options").await;
    hand.press(browser, &button("Save as a spreadsheet")).await;
    browser.reads("Saved as options-2024-02-01.csv.").await;
    let saved = browser.downloaded("options-2024-02-01.csv").await;
    let csv = std::fs::read_to_string(saved).expect("the spreadsheet");
    assert!(csv.contains("\"8 payments of $10.42, then 4 payments of $10.41\""), "{csv}");
}

/// From the care that is planned to a case that is ready should a no come.
async fn planned_care(browser: &mut Browser, way: Way) {
    let Way { hand, .. } = way;
    browser.go("").await;
    browser.running().await;
    hand.press(browser, &link("I am planning care…")).await;
    browser.arrived("What care is planned?").await;
    hand.press(browser, &button("Continue")).await;
    browser.reads("Fill in at least one field").await;
    hand.paste(browser, &field("The care that is planned"), "Knee replacement").await;
    hand.paste(browser, &field("Hospital or place of care"), "Lakeside Hospital").await;
    way.seen(browser, "planned").await;
    hand.press(browser, &button("Continue")).await;
    browser.arrived("Where does the coverage come from?").await;
    hand.choose(browser, &choice("We buy it ourselves…")).await;
    hand.press(browser, &button("Show me the next step")).await;
    browser.arrived("Call the doctor's office: ask for the codes, and who requests approval").await;
    browser.reads("Care is planned; nothing has been decided").await;
    for step in
        ["is it covered, does it need approval", "is everybody in the network", "ask for an estimate in writing"]
    {
        browser.reads(step).await;
    }
    way.seen(browser, "planned-next").await;
    hand.press(browser, &link("Prepare the call")).await;
    browser.reads("Knee replacement").await;
    way.seen(browser, "planned-call").await;
    hand.press(browser, &link("Papers")).await;
    browser.arrived("Papers").await;
    way.seen(browser, "planned-papers").await;
}

/// From a claim that was paid as out-of-network to the letter that asks to process it again.
async fn out_of_network(browser: &mut Browser, way: Way) {
    let Way { hand, .. } = way;
    browser.go("").await;
    browser.running().await;
    hand.press(browser, &link("I have a letter…")).await;
    browser.arrived("Is there something that cannot wait?").await;
    hand.press(browser, &button("Go on")).await;
    browser.arrived("Your letter").await;
    hand.paste(browser, &field("The words of the letter"), OUT_OF_NETWORK).await;
    hand.press(browser, &button("Read the letter")).await;
    for (title, questions) in crate::letter::DECIDE {
        browser.arrived(title).await;
        for question in questions {
            hand.choose(browser, &choice("Yes, that is right").inside(region(question))).await;
        }
        hand.press(browser, &button("Continue")).await;
    }
    browser.arrived("Check the rest").await;
    hand.choose(browser, &choice("Provider in the network, claim treated as out-of-network…")).await;
    way.seen(browser, "network-check").await;
    hand.press(browser, &button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    hand.choose(browser, &choice("We buy it ourselves…")).await;
    hand.press(browser, &button("Show me the next step")).await;
    browser.arrived("Call the insurer: check the provider's network status on that day").await;
    way.seen(browser, "network-next").await;
    hand.press(browser, &link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    hand.press(browser, &button("Write the letter (Request to process the claim as in-network)")).await;
    browser.arrived("Request to process the claim as in-network").await;
    // Nothing says yet that the provider was in the network, so the letter does not say it either.
    browser.reads("This letter cannot be written yet").await;
    hand.press(browser, &link("Add what you know")).await;
    browser.arrived("Facts").await;
    let told = "Whether you were told that the provider was in the network";
    hand.press(browser, &button(&format!("Add ({told})"))).await;
    hand.choose(browser, &choice("Yes").inside(region(told))).await;
    hand.press(browser, &button("Keep this")).await;
    hand.press(browser, &link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    hand.press(browser, &link("Request to process the claim as in-network")).await;
    browser.arrived("Request to process the claim as in-network").await;
    browser.reads("26-0914-7731").await;
    browser.reads("Tobias Grant, MD").await;
    way.seen(browser, "letter-l08").await;
    hand.press(browser, &button("Save as PDF")).await;
    browser.reads("Nothing has been sent.").await;
}

async fn narrow(clock: &str) -> Browser {
    let browser = Browser::open(Some(clock)).await;
    browser.size(360, 740).await;
    browser
}

#[tokio::test]
async fn from_a_bill_to_the_biller() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    a_bill(&mut browser, BY_MOUSE).await;
    browser.leave().await;
}

#[tokio::test]
async fn from_a_bill_to_the_biller_without_a_network() {
    let mut browser = without_network("2024-02-01T09:00").await;
    a_bill(&mut browser, OFFLINE).await;
    browser.leave().await;
}

#[tokio::test]
async fn from_a_bill_to_the_biller_by_keyboard_on_a_small_screen() {
    let mut browser = narrow("2024-02-01T09:00").await;
    a_bill(&mut browser, NARROW).await;
    browser.leave().await;
}

/// Without words to paste: every cell by hand, a wrong one said, a line taken out and put back, and all of it there again
/// after a reload.
#[tokio::test]
async fn a_bill_is_typed_line_by_line_on_a_small_screen() {
    let mut browser = narrow("2024-06-01T09:00").await;
    browser.go("#/new/bill").await;
    browser.running().await;
    browser.arrived("Your bill").await;
    browser.click(&button("Type it line by line")).await;
    browser.arrived("Is this what stands on it?").await;
    let cell = |name: &str, line: &str| field(name).inside(region(line));
    browser.type_into(&cell("Day", "Line 1"), "1/32/2024").await;
    browser.type_into(&cell("Code", "Line 1"), "99213").await;
    browser.type_into(&cell("What it was", "Line 1"), "Office visit").await;
    browser.type_into(&cell("Charge", "Line 1"), "150").await;
    browser.click(&button("Add a line")).await;
    browser.type_into(&cell("Code", "Line 2"), "36415").await;
    browser.type_into(&cell("Charge", "Line 2"), "25").await;
    browser.type_into(&field("Charges"), "180").await;
    browser.type_into(&field("Amount due"), "180").await;
    browser.click(&button("Yes, this is on the bill")).await;
    browser.reads("This is no day. Type it like 1/31/2026").await;
    whole(&browser, "a wrong cell").await;
    browser.reload().await;
    browser.running().await;
    browser.arrived("Is this what stands on it?").await;
    Hand::Mouse.replace(&mut browser, &cell("Day", "Line 1"), "1/31/2024").await;
    Hand::Mouse.replace(&mut browser, &cell("Day", "Line 2"), "1/31/2024").await;
    browser.reads("The lines come to $175.00; the paper prints $180.00. The difference is $5.00.").await;
    browser.click(&button("Take out line 2")).await;
    browser.reads("The lines come to $150.00; the paper prints $180.00.").await;
    browser.click(&button("Put line 2 back")).await;
    browser.reads("The lines come to $175.00; the paper prints $180.00.").await;
    browser.click(&button("Yes, this is on the bill")).await;
    browser.arrived("What else stands on the bill?").await;
    browser.type_into(&field("Who sent the bill"), "Lakeside Hospital").await;
    whole(&browser, "what else").await;
    browser.click(&button("Continue")).await;
    browser.arrived("How did the care come about?").await;
    browser.click(&button("Continue")).await;
    browser.arrived("Check the rest").await;
    browser.reads("There is something to ask about its lines or totals.").await;
    browser.click(&button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    browser.click(&choice("No coverage")).await;
    browser.click(&button("Show me the next step")).await;
    browser.reads("Bill from Lakeside Hospital").await;
    browser.click(&link("Look at the bill")).await;
    browser.arrived("The bill").await;
    browser.sees(&heading("The lines do not come to the total")).await;
    browser.click(&button("Correct the lines of Bill from Lakeside Hospital")).await;
    Hand::Mouse.replace(&mut browser, &cell("Charge", "Line 2"), "30").await;
    browser.click(&button("Keep this")).await;
    browser.reads("The lines and totals agree with each other, as far as they are here.").await;
    // Another paper beside it.
    browser.paste(&field("Its words"), EOB).await;
    browser.click(&button("Read it")).await;
    browser.sees(&heading("Is this what stands on it?")).await;
    whole(&browser, "another paper").await;
    browser.click(&button("Yes, this is on it")).await;
    browser.reads("Explanation of benefits (EOB) from BLUECARE INSURANCE COMPANY").await;
    browser.leave().await;
}

#[tokio::test]
async fn planned_care_becomes_a_case_that_is_ready() {
    let mut browser = Browser::open(Some("2026-11-25T09:00")).await;
    planned_care(&mut browser, BY_MOUSE).await;
    browser.leave().await;
}

#[tokio::test]
async fn planned_care_without_a_network() {
    let mut browser = without_network("2026-11-25T09:00").await;
    planned_care(&mut browser, OFFLINE).await;
    browser.leave().await;
}

#[tokio::test]
async fn planned_care_by_keyboard_on_a_small_screen() {
    let mut browser = narrow("2026-11-25T09:00").await;
    planned_care(&mut browser, NARROW).await;
    browser.leave().await;
}

#[tokio::test]
async fn from_a_claim_outside_the_network_to_the_plan() {
    let mut browser = Browser::open(Some("2026-10-05T09:00")).await;
    out_of_network(&mut browser, BY_MOUSE).await;
    browser.leave().await;
}

#[tokio::test]
async fn from_a_claim_outside_the_network_without_a_network() {
    let mut browser = without_network("2026-10-05T09:00").await;
    out_of_network(&mut browser, OFFLINE).await;
    browser.leave().await;
}

#[tokio::test]
async fn from_a_claim_outside_the_network_by_keyboard_on_a_small_screen() {
    let mut browser = narrow("2026-10-05T09:00").await;
    out_of_network(&mut browser, NARROW).await;
    browser.leave().await;
}
