//! The browser's localStorage as a shelf. Every exception becomes [`Error::Full`] or [`Error::Blocked`]; nothing panics.
#![expect(clippy::disallowed_methods, reason = "the shelf's home")]

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::case::{Case, CaseId};
use crate::storage::Revision;
use crate::storage::saving::{self, Aside, Loaded};
use crate::storage::shelf::{Error, Shelf, used};

/// The shelf of this browser for this address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Local;

impl Shelf for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        raw()?.get_item(key).map_err(|exception| blocked(&exception))
    }

    /// Asked of the browser without bringing the text over, since the meter asks for all of them at every save.
    fn length(&self, key: &str) -> Result<usize, Error> {
        let raw = raw()?;
        let text = Reflect::get(&raw, &JsValue::from_str("getItem"))
            .and_then(|get| get.unchecked_into::<Function>().call1(&raw, &JsValue::from_str(key)))
            .map_err(|exception| blocked(&exception))?;
        Ok(text.dyn_ref::<JsString>().map_or(0, |text| text.length() as usize))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Error> {
        let raw = raw()?;
        raw.set_item(key, text).map_err(|exception| {
            // Some private modes show a shelf on which nothing fits.
            let holds_something = raw.length().is_ok_and(|length| length > 0);
            if is_quota(&exception) && holds_something { Error::Full } else { Error::Blocked }
        })
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        raw()?.remove_item(key).map_err(|exception| blocked(&exception))
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        let raw = raw()?;
        let length = raw.length().map_err(|exception| blocked(&exception))?;
        let mut keys = Vec::new();
        for at in 0..length {
            keys.extend(raw.key(at).map_err(|exception| blocked(&exception))?);
        }
        Ok(keys)
    }
}

/// All that is on the shelf, and the percent of its room that is taken.
///
/// # Errors
/// [`Error::Blocked`].
pub fn load() -> Result<(Loaded, u8), Error> {
    Ok((saving::load_all(&Local)?, used(&Local)?.percent()))
}

/// Saves the case over the revision that this tab last saw. Its new revision, and the percent of the room taken.
///
/// # Errors
/// [`saving::Error`]; then nothing was changed.
pub fn save(case: &Case, expected: Revision) -> Result<(Revision, u8), saving::Error> {
    let revision = saving::save(&Local, case, expected)?;
    Ok((revision, used(&Local)?.percent()))
}

/// Puts the case in the place of whatever stands under its name, because the person chose so.
///
/// # Errors
/// [`saving::Error`]; then nothing was changed.
pub fn replace(case: &Case) -> Result<Revision, saving::Error> {
    saving::replace(&Local, case)
}

/// Erases the case with all that belongs to it.
///
/// # Errors
/// [`Error::Blocked`].
pub fn erase_case(id: &CaseId) -> Result<(), Error> {
    saving::erase_case(&Local, id)
}

/// Erases a text that was set aside, and reads again what is left.
///
/// # Errors
/// [`Error::Blocked`].
pub fn erase_aside(aside: &Aside) -> Result<(Loaded, u8), Error> {
    saving::erase_aside(&Local, aside)?;
    load()
}

/// Erases everything that is ours.
///
/// # Errors
/// [`Error::Blocked`].
pub fn erase_everything() -> Result<(), Error> {
    saving::erase_everything(&Local)
}

/// Texts go in and out as they are, since gloo's typed calls cannot give back a text that is not JSON. gloo panics where
/// a browser gives no shelf (`SecurityError` where cookies are off), so we ask first.
fn raw() -> Result<web_sys::Storage, Error> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        Some(Err(exception)) => Err(blocked(&exception)),
        Some(Ok(None)) | None => Err(Error::Blocked),
    }
}

/// What is not a question of room is a refusal, whatever browsers call it.
fn blocked(_exception: &JsValue) -> Error {
    Error::Blocked
}

fn is_quota(exception: &JsValue) -> bool {
    exception.dyn_ref::<web_sys::DomException>().is_some_and(|exception| {
        ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&exception.name().as_str())
    })
}
