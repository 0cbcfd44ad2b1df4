//! A letter written, edited, traced, compared, sent and printed, on a phone's width and by keyboard where it matters.

use serde_json::json;
use thirtyfour::Key;

use crate::browser::Browser;
use crate::checkers;
use crate::find::{button, field, focused, heading, link};
use crate::letter::open_case;
use crate::narrow::whole;

const OWN: &str = "I called on March 9, 2023 about claim CLM2024011500001.";

async fn enter(browser: &Browser, what: &crate::find::Find) {
    browser.tab_to(what).await;
    browser.press(Key::Enter).await;
}

#[tokio::test]
async fn a_letter_is_written_edited_traced_compared_sent_and_printed() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.size(360, 740).await;
    open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.click(&link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    browser.click(&button("Write the letter (Appeal to the plan)")).await;
    browser.arrived("Appeal to the plan").await;
    whole(&browser, "the letter").await;
    every_fact_opens_its_source(&mut browser).await;
    edit(&mut browser).await;
    browser.inspect("writing-edited").await;
    browser.size(360, 740).await;
    whole(&browser, "the edited letter").await;
    a_changed_fact_is_offered(&mut browser).await;
    compare(&mut browser).await;
    send(&mut browser).await;
    print(&mut browser).await;
    browser.leave().await;
}

/// Each fact, quote and rule is a button; by keyboard it opens where it comes from, and Escape leads back to it.
async fn every_fact_opens_its_source(browser: &mut Browser) {
    let count = browser.script("return document.querySelectorAll('.letter [aria-expanded]').length").await;
    let count = count.as_u64().expect("a number");
    assert!(count > 10, "only {count} traces in the letter");
    for at in 0..count {
        browser.script(&format!("document.querySelectorAll('.letter [aria-expanded]')[{at}].focus()")).await;
        browser.press(Key::Enter).await;
        browser.sees(&focused(heading("Where this comes from"))).await;
        let filled = "return document.querySelector('.source-panel__value').innerText.trim() !== ''";
        assert_eq!(browser.script(filled).await, true, "trace {at} is empty");
        browser.press(Key::Escape).await;
        browser
            .until("the focus to be back", async || {
                let back = format!(
                    "return document.activeElement === document.querySelectorAll('.letter [aria-expanded]')[{at}] \
                     && document.querySelector('.source-panel') === null"
                );
                browser.script(&back).await == true
            })
            .await;
    }
    let gaps = "return document.querySelectorAll('.gap-list__item').length > 0";
    assert_eq!(browser.script(gaps).await, true, "the list of what is missing is there");
}

/// An own paragraph, another order, a part left out and put back: all without a mouse.
async fn edit(browser: &mut Browser) {
    enter(browser, &button("Add a paragraph of your own")).await;
    browser.sees(&focused(field("A paragraph of your own"))).await;
    browser.cdp("Input.insertText", json!({ "text": OWN })).await;
    enter(browser, &button("Add it to the letter")).await;
    browser.reads("Your own paragraph").await;
    let on_it = "return document.activeElement.id === 'edit-own-01'";
    browser.until("the focus on the new paragraph", async || browser.script(on_it).await == true).await;
    browser.reads("“March 9, 2023” matches nothing that you confirmed.").await;

    enter(browser, &button("Put the paragraphs in another order")).await;
    let order = "return [...document.querySelectorAll('.letter .letter__edit[id^=edit-]')].map((one) => one.id)";
    let before = browser.script(order).await;
    browser.script("document.querySelector('#up-own-01').focus()").await;
    browser.press(Key::Enter).await;
    browser.until("the paragraph to move", async || browser.script(order).await != before).await;
    let follows = "return document.activeElement.id === 'up-own-01'";
    browser.until("the focus to follow", async || browser.script(follows).await == true).await;
    enter(browser, &button("Put the paragraphs in another order")).await;

    browser.script("document.querySelector('#edit-closing').focus()").await;
    browser.press(Key::Enter).await;
    enter(browser, &button("Leave this paragraph out")).await;
    browser.sees(&focused(heading("Left out of the letter"))).await;
    enter(browser, &button("Put it back…")).await;
    let back = "return document.activeElement.id === 'edit-closing'";
    browser.until("the focus on what was put back", async || browser.script(back).await == true).await;
}

/// The claim number is corrected in the facts; the own paragraph, which names it, offers the new one.
async fn a_changed_fact_is_offered(browser: &mut Browser) {
    browser.click(&link("Facts")).await;
    browser.arrived("Facts").await;
    browser.click(&button("Change (Claim number)")).await;
    browser.click(&field("Claim number")).await;
    browser.select_all().await;
    browser.press("CLM9").await;
    browser.click(&button("Keep this")).await;
    browser.click(&link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    browser.click(&link("Appeal to the plan")).await;
    browser.arrived("Appeal to the plan").await;
    browser.reads("In the facts it is now “CLM9”.").await;
    browser.inspect("writing-offer").await;
    browser.size(360, 740).await;
    browser.click(&button("Put in the new words")).await;
    browser.reads("about claim CLM9.").await;
}

async fn compare(browser: &mut Browser) {
    browser.click(&button("Keep this version")).await;
    browser.reads("The letter as it stands is kept.").await;
    browser.choose(&field("Compare"), "The first words, without your changes").await;
    browser.click(&button("Show what changed")).await;
    browser.sees(&focused(heading("One place changed"))).await;
    browser.reads("Added: I called on March 9, 2023 about claim CLM9.").await;
    browser.inspect("writing-compared").await;
    browser.size(360, 740).await;
    whole(browser, "the comparison").await;
}

async fn send(browser: &mut Browser) {
    browser.sees(&heading("Send it")).await;
    browser.reads("The address is from your paper").await;
    browser.choose(&field("How will you send it?"), "Certified mail").await;
    browser.click(&button("Save the cover sheet and the letter as one PDF")).await;
    browser.reads("Nothing has been sent.").await;
    checkers::is_accessible(&browser.downloaded("-certified-2024-02-01.pdf").await);
    browser.type_into(&field("Number on the certified mail receipt"), "9407 1000").await;
    browser.click(&button("Note that I sent it")).await;
    browser.reads("Certified mail, 9407 1000").await;
    browser.reads("The rule gives them until").await;
    browser.inspect("writing-sent").await;
    browser.size(360, 740).await;
    browser.click(&link("Next")).await;
    browser.reads("Answers you wait for").await;
    browser.click(&link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    browser.click(&link("Appeal to the plan")).await;
    browser.arrived("Appeal to the plan").await;
}

/// On paper stands the letter and nothing else.
async fn print(browser: &mut Browser) {
    browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let text = browser.page_text().await;
    assert!(text.contains("Sincerely") && text.contains("CLM9"), "the letter is on paper:\n{text}");
    for word in ["Edit", "Versions", "Send it", "Letters and calls", "Appeal to the plan", "Information, not"] {
        assert!(!text.contains(word), "{word:?} is on paper:\n{text}");
    }
    browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
}
