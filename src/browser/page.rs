//! The page itself: title, focus, print, the frame it must not be in, and what the browser promises about storage.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Names the page in the tab and to screen readers.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The words of the first screen, as `index.html` has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstScreen {
    /// The tab's title.
    pub title: String,
    /// The inside of the main part.
    pub main: String,
    /// The inside of the foot.
    pub foot: String,
}

/// Takes the words of the first screen. Call before the program takes its place.
#[must_use]
pub fn first_screen() -> FirstScreen {
    let inside = |selector: &str| {
        let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
        found.map(|element| element.inner_html().trim().to_owned()).unwrap_or_default()
    };
    let title = document().map(|document| document.title()).unwrap_or_default();
    FirstScreen { title, main: inside("#main"), foot: inside("footer") }
}

/// Moves focus to the page's heading, so that a new page is read out from its top.
pub fn focus_heading() {
    focus("h1");
}

/// Moves focus to the first element of this kind, such as an error summary. Without one, focus stays where it is.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    if !element.has_attribute("tabindex") && element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    // Fails only in a page that is being taken down.
    let _gone = element.focus();
}

/// The element that has the focus, to which it can be given back.
#[must_use]
pub fn focused() -> Option<web_sys::HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Opens the browser's print dialog; false when there is none.
#[must_use]
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}

/// Whether another page shows this one inside itself. It could lay its own words over ours, so we do not run there.
#[must_use]
pub fn is_framed() -> bool {
    web_sys::window().is_some_and(|window| match window.top() {
        Ok(Some(top)) => !js_sys::Object::is(&top, &window),
        Ok(None) | Err(_) => true,
    })
}

/// Something that the page's content policy refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule, such as `connect-src`.
    pub directive: String,
    /// What was refused.
    pub refused: String,
}

/// Listens for refusals of the content policy until it is dropped.
pub struct PolicyWatch {
    _refused: Option<EventListener>,
}

/// Calls back for each refusal.
#[must_use]
pub fn on_refusal(told: impl Fn(Violation) + 'static) -> PolicyWatch {
    let listen = |document: web_sys::Document| {
        EventListener::new(&document, "securitypolicyviolation", move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::SecurityPolicyViolationEvent>() {
                told(Violation { directive: event.effective_directive(), refused: event.blocked_uri() });
            }
        })
    };
    PolicyWatch { _refused: document().map(listen) }
}

/// Asks the browser not to drop the saved cases by itself; whether it agreed. Call after the first save, when there is
/// something to keep; some browsers ask the person.
pub async fn ask_to_keep() -> bool {
    let Some(storage) = storage_manager() else { return false };
    let Ok(promise) = storage.persist() else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// Whether the browser has agreed not to drop the saved cases by itself.
pub async fn is_kept() -> bool {
    let Some(storage) = storage_manager() else { return false };
    let Ok(promise) = storage.persisted() else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// Old browsers and insecure addresses have none.
fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).is_ok_and(|held| held.is_object());
    has.then(|| navigator.storage())
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
