//! Whole journeys through the built page, in Chromium, as a person makes them.
//!
//! `cargo xtask test e2e` builds the page if its source is newer, and runs them. While writing one:
//! `cargo xtask test e2e` once, then `cargo xtask test e2e -- NAME`.
//!
//! ```text
//! let mut browser = Browser::open(Some("2024-02-01T09:00")).await;   // the clock, set from outside
//! browser.go("").await;                                               // a path below /recourse/
//! browser.click(&link("I have a letter")).await;                      // by role and name; counts a tap
//! browser.arrived("Your letter").await;                               // waits for the <h1>; counts a screen
//! browser.paste(&field("The text of your letter"), LETTER).await;
//! browser.inspect("letter").await;                                    // axe and pictures, light and dark
//! let outline = browser.outline().await;                              // the accessibility tree, as text
//! browser.leave().await;                                              // fails on errors and foreign requests
//! ```
//!
//! - Things are found as a person or a screen reader finds them: role and accessible name (`find.rs`).
//!   A name must match whole; one that ends in `…` matches its beginning. Nothing is found by class.
//! - Everything waits for its condition, up to ten seconds, and says what it saw instead.
//! - A journey ends with `leave`, which fails on console errors, on anything that the content policy
//!   refused, and on any request to another origin.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::disallowed_methods, reason = "the ban on clocks guards the page; a test waits until a deadline")]
#![allow(dead_code, reason = "the harness offers what the next journey needs")]

mod browser;
mod checkers;
mod doors;
mod find;
mod first_screen;
mod full_store;
mod hand;
mod kept;
mod letter;
mod look;
mod narrow;
mod offline;
mod outline;
mod owe;
mod policy;
mod programs;
mod roads;
mod server;
mod shelf;
mod two_windows;
mod wings;
mod writing;

// The same server as `cargo xtask serve`: one file, so that the two cannot differ.
#[path = "../../xtask/src/page_server.rs"]
mod page_server;

// The same rule as `cargo xtask size` counts by.
#[path = "../../xtask/src/first_load.rs"]
mod first_load;
#[path = "../../xtask/src/html.rs"]
mod html;
