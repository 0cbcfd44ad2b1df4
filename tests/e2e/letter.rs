//! From a denial letter to a packet ready to post.

use std::process::Command;

use crate::browser::Browser;
use crate::checkers;
use crate::find::{Find, button, choice, disclosure, field, heading, link, region};
use thirtyfour::Key;

pub const LETTER: &str = include_str!("../fixtures/letters/pa-denial-001.txt");

/// Facts that decide something: the question, and that the answer is as found.
pub const DECIDE: [(&str, [&str; 2]); 3] = [
    (
        "Are these dates right?",
        ["Is this the date printed on the letter?", "Is this the time to appeal that the letter gives?"],
    ),
    ("Is this what they decided?", ["Are these the words of their reason?", "Is this the care?"]),
    ("Which claim, and who decides?", ["Is this the claim number?", "Is this the company that decided?"]),
];

/// Pastes the letter and answers until the case is open. Says how many screens and taps it took, from the pasted letter on.
pub async fn open_case(browser: &mut Browser, look: bool) -> (usize, usize) {
    browser.go("").await;
    browser.running().await;
    browser.click(&link("I have a letter…")).await;
    browser.arrived("Is there something that cannot wait?").await;
    if look {
        browser.inspect("urgent").await;
    }
    browser.click(&button("Go on")).await;
    let (screens, taps) = (browser.screens, browser.taps);
    browser.arrived("Your letter").await;
    browser.paste(&field("The words of the letter"), LETTER).await;
    if look {
        browser.inspect("paste").await;
    }
    browser.click(&button("Read the letter")).await;
    for (at, (title, questions)) in DECIDE.into_iter().enumerate() {
        browser.arrived(title).await;
        for question in questions {
            browser.click(&choice("Yes, that is right").inside(region(question))).await;
        }
        if look {
            browser.inspect(&format!("decide-{}", at + 1)).await;
        }
        browser.click(&button("Continue")).await;
    }
    browser.arrived("Check the rest").await;
    browser.reads("Member").await;
    if look {
        browser.inspect("check").await;
    }
    browser.click(&button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    browser.click(&choice("From work…")).await;
    browser.click(&choice("It says “self-funded”, “self-insured” or “administered by”…")).await;
    if look {
        browser.inspect("coverage").await;
    }
    browser.click(&button("Show me the next step")).await;
    (screens, taps)
}

#[tokio::test]
async fn from_the_letter_to_the_packet() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    let (screens, taps) = open_case(&mut browser, true).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.reads("Friday, July 12, 2024").await;
    let (to_date, taps) = (browser.screens - screens, browser.taps - taps);
    println!("from the pasted letter to the first date: {to_date} screens, {taps} taps");
    assert!(to_date <= 8 && taps <= 15);
    browser.inspect("next").await;

    browser.click(&link("Dates")).await;
    browser.arrived("Dates").await;
    browser.click(&disclosure("How this date is counted")).await;
    browser.reads("Saturday, July 13, 2024").await;
    browser.reads("29 CFR 2560.503-1(h)(3)(i)").await;
    browser.inspect("dates").await;
    browser.click(&disclosure("Put the dates into my calendar")).await;
    browser.click(&button("Save for my calendar")).await;
    browser.reads("Saved as recourse-2024-02-01.ics.").await;
    let saved = browser.downloaded("recourse-2024-02-01.ics").await;
    let calendar = std::fs::read_to_string(&saved).expect("the calendar");
    assert!(!calendar.contains("MRI"), "titles on a lock screen tell nothing of the care: {calendar}");
    let events = checkers::events(&saved);
    let appeal = events.iter().find(|event| event.contains("mine-internal-appeal")).expect("the appeal's day");
    assert!(appeal.contains("2024-07-12") && appeal.ends_with(" 3"), "{appeal}");

    browser.click(&link("Next")).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.click(&link("Prepare the call")).await;
    browser.arrived("Call the insurer: what is behind the decision").await;
    browser.reads("in my plan").await;
    browser.reads("CO").await;
    browser.type_into(&field("Who are you talking to?"), "Dana Reyes").await;
    browser.type_into(&field("Reference number of the call"), "44-1029").await;
    browser.type_into(&field("What they say"), "The provider is in network.").await;
    browser.inspect("call").await;
    browser.click(&button("Keep the notes and write the confirmation")).await;
    browser.arrived("Confirmation of a telephone call").await;
    browser.reads("Dana Reyes").await;
    browser.inspect("confirmation").await;

    browser.click(&link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    browser.inspect("letters").await;
    browser.click(&button("Write the letter (Appeal to the plan)")).await;
    browser.arrived("Appeal to the plan").await;
    browser.reads("Prior authorization was not obtained for this service.").await;
    browser.reads("29 CFR 2560.503-1").await;
    let text = browser.page_text().await;
    assert!(!text.contains("45 CFR"), "a self-funded employer plan is not bound by 45 CFR");
    browser.click(&button("ABC123456789")).await;
    browser.sees(&heading("Where this comes from")).await;
    browser.inspect("letter").await;
    browser.click(&button("Close")).await;
    browser.click(&button("Save as PDF")).await;
    browser.reads("Nothing has been sent.").await;
    checkers::is_accessible(&browser.downloaded(".pdf").await);

    browser.click(&link("Papers")).await;
    browser.arrived("Papers").await;
    browser.inspect("papers").await;
    browser.click(&link("Make the packet")).await;
    browser.arrived("The packet").await;
    browser.click(&button("Make the packet")).await;
    browser.reads("Nothing has been sent.").await;
    browser.inspect("packet").await;
    let screens = browser.screens - screens;
    println!("from the pasted letter to the finished packet: {screens} screens");
    assert!(screens <= 20);

    let packet = browser.downloaded("packet-2024-02-01.pdf").await;
    checkers::is_accessible(&packet);
    let text = Command::new("pdftotext").arg(&packet).arg("-").output().expect("poppler-utils is installed");
    let text = String::from_utf8_lossy(&text.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "CLM2024011500001",
        "MRI of the lumbar spine",
        "Prior authorization was not obtained for this service.",
        "Dana Reyes",
    ] {
        assert!(text.contains(words), "the packet lacks {words:?}:\n{text}");
    }

    browser.click(&link("Facts")).await;
    browser.arrived("Facts").await;
    browser.inspect("facts").await;
    browser.reload().await;
    browser.running().await;
    browser.reads("CLM2024011500001").await;
    browser.click(&link("Your cases")).await;
    browser.arrived("Your cases").await;
    browser.inspect("cases").await;
    browser.leave().await;
}

#[tokio::test]
async fn after_the_last_day_the_late_way_is_offered() {
    let mut browser = Browser::open(Some("2026-11-23T09:00")).await;
    open_case(&mut browser, false).await;
    browser.arrived("Appeal today, although the date has passed").await;
    browser.reads("The last day was Saturday, July 13, 2024").await;
    browser.inspect("late").await;
    browser.leave().await;
}

/// Goes to it with the Tab key and presses Enter.
async fn enter(browser: &Browser, what: &Find) {
    browser.tab_to(what).await;
    browser.press(Key::Enter).await;
}

/// Goes to it with the Tab key and presses Space.
async fn tick(browser: &Browser, what: &Find) {
    browser.tab_to(what).await;
    browser.press(" ").await;
}

/// The same way without a mouse; what a screen reader meets on it is a golden file.
#[tokio::test]
async fn the_whole_way_by_keyboard() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    let mut heard = String::new();
    let mut hear = |title: &str, outline: String| {
        heard.push_str(&format!("=== {title}\n\n{outline}\n"));
    };
    browser.go("").await;
    browser.running().await;
    hear("The first screen", browser.outline().await);
    enter(&browser, &link("I have a letter…")).await;
    browser.arrived("Is there something that cannot wait?").await;
    assert_eq!(browser.focused().await, "heading Is there something that cannot wait?");
    hear("What cannot wait", browser.outline().await);
    enter(&browser, &button("Go on")).await;
    browser.arrived("Your letter").await;
    browser.tab_to(&field("The words of the letter")).await;
    browser.cdp("Input.insertText", serde_json::json!({ "text": LETTER })).await;
    hear("The letter", browser.outline().await);
    enter(&browser, &button("Read the letter")).await;
    for (title, questions) in DECIDE {
        browser.arrived(title).await;
        assert_eq!(browser.focused().await, format!("heading {title}"));
        for question in questions {
            tick(&browser, &choice("Yes, that is right").inside(region(question))).await;
        }
        hear(title, browser.outline().await);
        enter(&browser, &button("Continue")).await;
    }
    browser.arrived("Check the rest").await;
    hear("Check the rest", browser.outline().await);
    enter(&browser, &button("All of this is right")).await;
    browser.arrived("Where does the coverage come from?").await;
    tick(&browser, &choice("From work…")).await;
    tick(&browser, &choice("It says “self-funded”, “self-insured” or “administered by”…")).await;
    hear("Where does the coverage come from?", browser.outline().await);
    enter(&browser, &button("Show me the next step")).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    hear("The next step", browser.outline().await);
    enter(&browser, &link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    enter(&browser, &button("Write the letter (Appeal to the plan)")).await;
    browser.arrived("Appeal to the plan").await;
    hear("The appeal", browser.outline().await);
    enter(&browser, &button("Save as PDF")).await;
    browser.reads("Nothing has been sent.").await;
    enter(&browser, &link("Papers")).await;
    browser.arrived("Papers").await;
    hear("Papers", browser.outline().await);
    enter(&browser, &link("Make the packet")).await;
    browser.arrived("The packet").await;
    assert_eq!(browser.focused().await, "heading The packet");
    enter(&browser, &button("Make the packet")).await;
    browser.reads("Nothing has been sent.").await;
    hear("The packet", browser.outline().await);
    browser.downloaded("packet-2024-02-01.pdf").await;
    browser.leave().await;
    expect_test::expect_file!["golden/journey.txt"].assert_eq(&heard);
}
