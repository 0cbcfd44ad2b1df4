//! Layers of several exhibits as one set: what was hidden stays hidden.

use lopdf::{Dictionary, Document, Object};

use super::copy::Mover;

/// The layers of all exhibits, with numbers of the packet.
#[derive(Debug, Default)]
pub struct Merged {
    all: Vec<Object>,
    off: Vec<Object>,
    locked: Vec<Object>,
    order: Vec<Object>,
    usage: Vec<Object>,
    exclusive: Vec<Object>,
}

impl Merged {
    /// Takes in the layers of a document that its pages use. Its pages have moved before.
    pub fn take(&mut self, document: &Document, mover: &Mover) {
        let Ok(layers) = document
            .catalog()
            .and_then(|catalog| catalog.get_deref(b"OCProperties", document))
            .and_then(Object::as_dict)
        else {
            return;
        };
        let list = |dict: &Dictionary, key: &[u8]| match dict.get_deref(key, document) {
            Ok(Object::Array(list)) => list.clone(),
            Ok(_) | Err(_) => Vec::new(),
        };
        let moved = |list: Vec<Object>| {
            let list = list.iter().map(|item| mover.as_moved(item));
            list.filter(|item| !item.is_null()).collect::<Vec<_>>()
        };
        let all = moved(list(layers, b"OCGs"));
        let Ok(shown) = layers.get_deref(b"D", document).and_then(Object::as_dict) else {
            self.all.extend(all);
            return;
        };
        let starts_hidden =
            shown.get_deref(b"BaseState", document).and_then(Object::as_name).is_ok_and(|state| state == b"OFF");
        let off = moved(list(shown, b"OFF"));
        if starts_hidden {
            let on = moved(list(shown, b"ON"));
            self.off.extend(all.iter().filter(|layer| !on.contains(layer)).cloned());
        } else {
            self.off.extend(off);
        }
        self.locked.extend(moved(list(shown, b"Locked")));
        self.order.extend(moved(list(shown, b"Order")));
        self.exclusive.extend(moved(list(shown, b"RBGroups")));
        for usage in list(shown, b"AS") {
            if let Ok((_, usage)) = document.dereference(&usage) {
                self.usage.push(mover.as_moved(usage));
            }
        }
        self.all.extend(all);
    }

    /// What the catalog says of the layers, if there are any.
    pub fn said(self) -> Option<Object> {
        if self.all.is_empty() {
            return None;
        }
        let mut shown = Dictionary::new();
        for (key, list) in [
            ("OFF", self.off),
            ("Locked", self.locked),
            ("Order", self.order),
            ("AS", self.usage),
            ("RBGroups", self.exclusive),
        ] {
            if !list.is_empty() {
                shown.set(key, Object::Array(list));
            }
        }
        let mut said = Dictionary::new();
        said.set("OCGs", Object::Array(self.all));
        said.set("D", Object::Dictionary(shown));
        Some(Object::Dictionary(said))
    }
}
