//! The page's program: puts the app in the place of the first screen, and marks where the build cuts the program.
//!
//! Each function under `#[wasm_split]` becomes a file that is fetched when the function is first called. The marks stand here
//! and not in the library, where they would pull the pages into the workers too.
#![expect(clippy::unnecessary_wraps, reason = "the fetching may fail, and `fallible` says so by this type")]

use std::pin::Pin;

use recourse::browser::page;
use recourse::ui::app::{App, AppProps};
use recourse::ui::wings::{self, NotFetched, Show, Wing};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;

fn main() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has the element");
    let bring = Callback::from(|wing: Wing| -> wings::Fetching { Pin::from(Box::new(bring(wing))) });
    let first = page::first_screen();
    yew::Renderer::<App>::with_root_and_props(root, AppProps { bring, first }).render();
}

async fn bring(wing: Wing) -> Result<Show, NotFetched> {
    let came = match wing {
        Wing::Doors => doors().await,
        Wing::Cases => cases().await,
        Wing::Desk => desk().await,
        Wing::Bills => bills().await,
        Wing::Guide => guide().await,
    };
    // The browser has written the cause to its console; there is no more to know.
    came.map_err(|SplitLoaderError { .. }| NotFetched { wing })
}

#[wasm_split(doors, fallible)]
fn doors() -> Result<Show, SplitLoaderError> {
    Ok(wings::doors)
}

#[wasm_split(cases, fallible)]
fn cases() -> Result<Show, SplitLoaderError> {
    Ok(wings::cases)
}

#[wasm_split(desk, fallible)]
fn desk() -> Result<Show, SplitLoaderError> {
    Ok(wings::desk)
}

#[wasm_split(bills, fallible)]
fn bills() -> Result<Show, SplitLoaderError> {
    Ok(wings::bills)
}

#[wasm_split(guide, fallible)]
fn guide() -> Result<Show, SplitLoaderError> {
    Ok(wings::guide)
}
