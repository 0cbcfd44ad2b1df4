//! Tells what another tab changed on the shelf, so that this one can say so.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;

use crate::case::CaseId;
use crate::storage::{DraftKey, Key};

/// What another tab changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// A case was saved.
    Saved(CaseId),
    /// A case was erased, or set aside as unreadable.
    Gone(CaseId),
    /// Words being typed.
    Typed(DraftKey),
    /// The list of texts set aside.
    Aside,
    /// The whole shelf was emptied.
    Emptied,
}

/// Listens until it is dropped. The tab that makes a change is not told of it.
pub struct Tabs {
    _storage: Option<EventListener>,
}

/// Calls back for each change of ours by another tab.
#[must_use]
pub fn on_change(told: impl Fn(Elsewhere) + 'static) -> Tabs {
    let listen = |window: web_sys::Window| {
        EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>()
                && let Some(change) = what(event.key().as_deref(), event.new_value().is_some())
            {
                told(change);
            }
        })
    };
    Tabs { _storage: web_sys::window().map(listen) }
}

/// What a storage event says: the key (none when all was emptied), and whether there is a text under it now.
fn what(key: Option<&str>, has_text: bool) -> Option<Elsewhere> {
    let Some(key) = key else { return Some(Elsewhere::Emptied) };
    Some(match Key::read(key)? {
        Key::Case(id) if has_text => Elsewhere::Saved(id),
        Key::Case(id) => Elsewhere::Gone(id),
        Key::Draft(key) => Elsewhere::Typed(key),
        Key::Aside { .. } => Elsewhere::Aside,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_elsewhere_is_told_by_what_it_was() {
        let id = CaseId("c2".to_owned());
        let draft = DraftKey { case: None, what: "letter".to_owned() };
        assert_eq!(what(Some("recourse.case.c2"), true), Some(Elsewhere::Saved(id.clone())));
        assert_eq!(what(Some("recourse.case.c2"), false), Some(Elsewhere::Gone(id)));
        assert_eq!(what(Some("recourse.draft.-.letter"), true), Some(Elsewhere::Typed(draft)));
        assert_eq!(what(Some("recourse.aside.1.case.c2"), true), Some(Elsewhere::Aside));
        assert_eq!(what(None, false), Some(Elsewhere::Emptied));
        assert_eq!(what(Some("theme"), true), None);
    }
}
