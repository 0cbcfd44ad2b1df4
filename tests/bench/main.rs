//! How long a keystroke takes on the built page with the store full, beside a plain text box in the same browser; with
//! `bills`, how long bills take. A report and no test: `cargo xtask bench keys` and `cargo xtask bench bills` run it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::disallowed_methods, reason = "the ban on clocks guards the page; here one measures")]
#![expect(clippy::float_arithmetic, reason = "milliseconds, not money")]
#![allow(dead_code, unused_imports, reason = "the harness of the journeys offers more than this needs")]

mod bills;
#[path = "../e2e/browser.rs"]
mod browser;
#[path = "../e2e/checkers.rs"]
mod checkers;
#[path = "../e2e/find.rs"]
mod find;
#[path = "../e2e/letter.rs"]
mod letter;
#[path = "../e2e/look.rs"]
mod look;
#[path = "../e2e/outline.rs"]
mod outline;
#[path = "../../xtask/src/page_server.rs"]
mod page_server;
#[path = "../e2e/server.rs"]
mod server;

use browser::Browser;
use find::{Find, button, field, link};

/// What a keystroke may take, in milliseconds.
const LIMIT: f64 = 16.0;
const KEYS: &str = "The plan says no, and here is why that is wrong. ";

/// Frames as fast as they can be made: otherwise each figure would be up to a sixtieth of a second of waiting for the screen.
const NO_WAITING: [&str; 2] = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/// From the key's own time to the first task after the frame in which its letter is drawn.
const WATCH: &str = "window.__stop?.abort();
const keys = window.__keys = [], stop = window.__stop = new AbortController(), how = { capture: true, signal: stop.signal };
let struck = 0;
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => keys.push(performance.now() - struck);
addEventListener('keydown', (event) => { struck = event.timeStamp; }, how);
addEventListener('input', () => requestAnimationFrame(() => port2.postMessage(0)), how);";

/// Copies of the case, until nineteen twentieths of the store are full.
const FILL: &str = "const key = Object.keys(localStorage).find((key) => key.startsWith('recourse.case.'));
const text = localStorage.getItem(key), id = key.slice('recourse.case.'.length);
const used = () => Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
let copies = 0;
while (used() < 0.95 * 5000000) {
    const other = 'c' + (0xabc000 + copies++).toString(16);
    localStorage.setItem('recourse.case.' + other, text.replace('\"id\":\"' + id + '\"', '\"id\":\"' + other + '\"'));
}
return copies";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut browser = Browser::open_with(server::page(), Some("2024-02-01T09:00"), &NO_WAITING).await;
    if std::env::args().any(|word| word == "bills") {
        bills::measure(&mut browser).await;
        return browser.close().await;
    }
    letter::open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    let copies = browser.script(FILL).await;
    browser.reload().await;
    browser.running().await;
    println!("keystrokes with {copies} more cases in the store, in milliseconds; limit {LIMIT}\n");
    println!("{:28} {:>8} {:>8} {:>8} {:>16}", "", "median", "95 %", "max", "over the limit");

    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.click(&link("Prepare the call")).await;
    browser.arrived("Call the insurer: what is behind the decision").await;
    let ours = [type_into(&mut browser, "notes of a call", &field("What they say")).await];
    browser.click(&link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    browser.click(&button("Write the letter (Appeal to the plan)")).await;
    browser.arrived("Appeal to the plan").await;
    browser.click(&button("Edit part 6")).await;
    let ours =
        [ours[0], type_into(&mut browser, "a paragraph of a letter", &field("Paragraph 6, in your words")).await];
    browser.go("#/new/letter").await;
    browser.arrived("Is there something that cannot wait?").await;
    browser.click(&button("Go on")).await;
    browser.arrived("Your letter").await;
    let last = type_into(&mut browser, "the letter's box", &field("The words of the letter")).await;
    browser.visit("data:text/html,<title>x</title><label>Plain<textarea></textarea></label>").await;
    let plain = type_into(&mut browser, "a plain text box", &field("Plain")).await;

    let worst = ours.into_iter().chain([last]).fold(0.0_f64, f64::max);
    println!(
        "\nthe slowest median is {:.2} of the limit and {:.1} times the plain box",
        worst / LIMIT,
        worst / plain.max(0.01)
    );
    browser.close().await;
}

/// Types into a field, prints what each key took, and gives the median.
async fn type_into(browser: &mut Browser, name: &str, what: &Find) -> f64 {
    browser.click(what).await;
    browser.script(WATCH).await;
    // Each key waits for the one before to be seen, as a person's does.
    for (at, key) in KEYS.repeat(4).chars().enumerate() {
        browser.strike(key).await;
        browser.until("the key to be seen", async || browser.script("return __keys.length").await == at + 1).await;
    }
    let times = browser.script("return window.__keys").await;
    let mut times: Vec<f64> = serde_json::from_value(times).expect("a list of numbers");
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied().unwrap_or(0.0)
    };
    let over = times.iter().filter(|time| **time > LIMIT).count();
    println!("{name:28} {:8.1} {:8.1} {:8.1} {over:>9} of {:>3}", at(50), at(95), at(100), times.len());
    at(50)
}
