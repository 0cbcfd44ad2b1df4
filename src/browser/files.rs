//! Files out of the page and into it, and the clipboard. Nothing is sent anywhere.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::words::{InWords, Words, words};

/// Why a file did not come in or go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file is longer than what is read here.
    #[error("more than {limit} bytes")]
    TooBig {
        /// Bytes read at most.
        limit: u32,
    },
    /// The browser did not give the file's content.
    #[error("the browser did not read the file")]
    Unreadable,
    /// The file is not plain text.
    #[error("not plain text")]
    NotText,
    /// The browser did not let the page save a file.
    #[error("the browser did not save the file")]
    NotSaved,
    /// The browser did not let the page use the clipboard.
    #[error("the browser did not copy")]
    NotCopied,
}

impl InWords for Error {
    fn in_words(&self) -> Words {
        match self {
            Self::TooBig { limit } => words(
                format!("This file is larger than {} MB, which is more than any letter or copy.", limit / 1_000_000),
                "Choose another file.",
            ),
            Self::Unreadable => words(
                "The browser could not read this file.",
                "Check that it still exists and that you may open it, then choose it again.",
            ),
            Self::NotText => words(
                "This file is not plain text.",
                "Open it in the program that made it, copy its text, and paste it here.",
            ),
            Self::NotSaved => words(
                "The browser did not save the file.",
                "Check whether it blocks downloads for this page, then try again.",
            ),
            Self::NotCopied => {
                words("The browser did not let the page copy the text.", "Select the text and copy it yourself.")
            }
        }
    }
}

/// Offers a file to the person, under this name, in the way in which the browser saves downloads.
///
/// # Errors
/// [`Error::NotSaved`].
pub fn save(name: &str, media_type: &str, content: &[u8]) -> Result<(), Error> {
    offer(name, media_type, content).map_err(|_exception| Error::NotSaved)
}

fn offer(name: &str, media_type: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser takes the file up after the click; an address taken back at once would be empty in some.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _already_gone = web_sys::Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// The file that was just chosen with a file field.
#[must_use]
pub fn chosen(event: &web_sys::Event) -> Option<web_sys::File> {
    event.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?.files()?.get(0)
}

/// The file that was just dropped.
#[must_use]
pub fn dropped(event: &web_sys::DragEvent) -> Option<web_sys::File> {
    event.data_transfer()?.files()?.get(0)
}

/// The file's content.
///
/// # Errors
/// [`Error::TooBig`], [`Error::Unreadable`].
pub async fn bytes(file: &web_sys::File, limit: u32) -> Result<Vec<u8>, Error> {
    if file.size() > f64::from(limit) {
        return Err(Error::TooBig { limit });
    }
    let content = JsFuture::from(file.array_buffer()).await.map_err(|_exception| Error::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&content).to_vec())
}

/// The longest text that is read, in bytes: as long as a copy can be. A letter has a limit of its own.
const LIMIT: u32 = 16_000_000;

/// The file's text, in UTF-8 or, where it says so itself, UTF-16.
///
/// # Errors
/// [`Error::TooBig`], [`Error::Unreadable`], [`Error::NotText`].
pub async fn read(file: &web_sys::File) -> Result<String, Error> {
    decode(bytes(file, LIMIT).await?).ok_or(Error::NotText)
}

/// Puts text on the clipboard. Works only right after a click or a key.
///
/// # Errors
/// [`Error::NotCopied`].
pub async fn copy(text: &str) -> Result<(), Error> {
    let window = web_sys::window().ok_or(Error::NotCopied)?;
    // Without a secure address there is no clipboard at all, and calling it would throw.
    let navigator = window.navigator();
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|held| held.is_object());
    if !has {
        return Err(Error::NotCopied);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map_err(|_exception| Error::NotCopied)?;
    Ok(())
}

/// Bytes as text; `None` when they are no text in an encoding that we can be sure of.
fn decode(bytes: Vec<u8>) -> Option<String> {
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter().skip(1).map(|two| pair(*two));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    let text = match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes)?,
        _ => String::from_utf8(bytes).ok()?,
    };
    (!text.contains('\0')).then(|| text.trim_start_matches('\u{feff}').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(decode(bytes.to_vec()).as_deref(), expected);
    }

    #[test]
    fn text_is_read_as_editors_save_it() {
        check("naïve".as_bytes(), Some("naïve"));
        check(b"\xef\xbb\xbfDear", Some("Dear"));
        check(b"\xff\xfeH\0i\0", Some("Hi"));
        check(b"\xfe\xff\0H\0i", Some("Hi"));
    }

    #[test]
    fn what_is_not_surely_text_is_refused() {
        check(b"caf\xe9", None);
        check(b"PK\x03\x04\0\0", None);
        check(b"\xff\xfe\x00\xd8", None);
    }
}
