//! The same journey by mouse and by keyboard: what a person does, in either way.

use serde_json::json;
use thirtyfour::Key;

use crate::browser::Browser;
use crate::find::Find;

/// How a person works the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// With the mouse.
    Mouse,
    /// With the keyboard alone: Tab, Space, Enter and typing.
    Keys,
}

impl Hand {
    /// Presses a button or follows a link.
    pub async fn press(self, browser: &mut Browser, what: &Find) {
        match self {
            Self::Mouse => browser.click(what).await,
            Self::Keys => {
                browser.tab_to(what).await;
                browser.press(Key::Enter).await;
            }
        }
    }

    /// Chooses one answer of several.
    pub async fn choose(self, browser: &mut Browser, what: &Find) {
        match self {
            Self::Mouse => browser.click(what).await,
            Self::Keys => browser.arrow_to(what).await,
        }
    }

    /// Puts a text into a field at once.
    pub async fn paste(self, browser: &mut Browser, what: &Find, text: &str) {
        match self {
            Self::Mouse => browser.paste(what, text).await,
            Self::Keys => {
                browser.tab_to(what).await;
                browser.cdp("Input.insertText", json!({ "text": text })).await;
            }
        }
    }

    /// Puts a text in the place of what stands in a field, and leaves it.
    pub async fn replace(self, browser: &mut Browser, what: &Find, text: &str) {
        match self {
            Self::Mouse => browser.click(what).await,
            Self::Keys => browser.tab_to(what).await,
        }
        browser.select_all().await;
        browser.press(text).await;
        browser.press(Key::Tab).await;
    }
}
