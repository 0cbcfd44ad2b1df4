//! Forms of several exhibits as one: entries stay, fields of the same name are told apart.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::super::file::File;
use super::copy::Mover;

/// No sound form nests its fields so deep.
const DEEPEST: usize = 32;

/// The forms of all exhibits, with numbers of the packet.
#[derive(Debug, Default)]
pub struct Merged {
    fields: Vec<Object>,
    resources: BTreeMap<Vec<u8>, Dictionary>,
    names: HashSet<Vec<u8>>,
    needs_drawing: bool,
}

/// Things that fields draw their entries with, by kind, each with its name.
type Things = Vec<(Vec<u8>, Vec<(Vec<u8>, Object)>)>;

/// An exhibit's form, made ready; its fields have not moved yet.
pub struct Ready {
    fields: Vec<ObjectId>,
    resources: Things,
    needs_drawing: bool,
}

/// Makes the form of an exhibit ready to go in beside those that are in: only the fields of these notes, under names that
/// nobody has. `letter` tells its names from others.
pub fn ready(document: &mut Document, notes: &[ObjectId], merged: &mut Merged, letter: &str) -> Option<Ready> {
    let form = document.catalog().ok()?.get_deref(b"AcroForm", document).and_then(Object::as_dict).ok()?.clone();
    let alive = alive(document, notes);
    let listed = form.get_deref(b"Fields", document).and_then(Object::as_array).cloned().unwrap_or_default();
    let mut fields: Vec<ObjectId> = listed.iter().filter_map(|field| field.as_reference().ok()).collect();
    fields.retain(|field| alive.contains(field));
    for field in &alive {
        let kids = document.get_dictionary(*field).and_then(|field| field.get_deref(b"Kids", document)).cloned();
        if let (Ok(Object::Array(mut kids)), Ok(field)) = (kids, document.get_dictionary_mut(*field)) {
            kids.retain(|kid| kid.as_reference().is_ok_and(|kid| alive.contains(&kid)));
            field.set("Kids", Object::Array(kids));
        }
    }
    let mut own = BTreeSet::new();
    for field in &fields {
        for key in [b"DA".as_slice(), b"Q"] {
            if let (Ok(value), Ok(field)) = (form.get(key), document.get_dictionary_mut(*field))
                && !field.has(key)
            {
                field.set(key, value.clone());
            }
        }
        own.extend(rename_field(document, *field, &merged.names, letter));
    }
    merged.names.extend(own);
    let resources = resources(document, &form, merged, letter, &alive);
    let needs_drawing = form.get_deref(b"NeedAppearances", document).and_then(Object::as_bool).unwrap_or_default();
    Some(Ready { fields, resources, needs_drawing })
}

/// The fields that these notes are, and those above them.
fn alive(document: &Document, notes: &[ObjectId]) -> BTreeSet<ObjectId> {
    let mut alive = BTreeSet::new();
    for note in notes {
        let mut at = Some(*note);
        for _ in 0..DEEPEST {
            let Some(field) = at.filter(|field| alive.insert(*field)) else { break };
            let above = document.get_dictionary(field).and_then(|field| field.get(b"Parent"));
            at = above.and_then(Object::as_reference).ok();
        }
    }
    alive
}

/// Gives a field another name if an earlier exhibit has one of the same, and says how it is called.
fn rename_field(document: &mut Document, field: ObjectId, taken: &HashSet<Vec<u8>>, letter: &str) -> Option<Vec<u8>> {
    let (_, name) = document.dereference(document.get_dictionary(field).ok()?.get(b"T").ok()?).ok()?;
    let mut name = name.as_str().ok()?.to_vec();
    let suffix = format!(" (Exhibit {letter})");
    let is_wide = name.starts_with(&[0xfe, 0xff]);
    let mut renamed = false;
    while taken.contains(&name) {
        if is_wide {
            name.extend(suffix.encode_utf16().flat_map(u16::to_be_bytes));
        } else {
            name.extend_from_slice(suffix.as_bytes());
        }
        renamed = true;
    }
    if renamed {
        let text = Object::String(name.clone(), StringFormat::Literal);
        document.get_dictionary_mut(field).ok()?.set("T", text);
    }
    Some(name)
}

/// What the fields draw their entries with. A name that an earlier exhibit uses for its own gets another.
fn resources(
    document: &mut Document,
    form: &Dictionary,
    merged: &Merged,
    letter: &str,
    alive: &BTreeSet<ObjectId>,
) -> Things {
    let Ok(kinds) = form.get_deref(b"DR", document).and_then(Object::as_dict).cloned() else { return Vec::new() };
    let mut all = Vec::new();
    let mut renamed = Vec::new();
    for (kind, things) in &kinds {
        let Ok((_, Object::Dictionary(things))) = document.dereference(things) else { continue };
        let mut own = Vec::new();
        for (name, thing) in things {
            let mut new = name.clone();
            while merged.resources.get(kind).is_some_and(|taken| taken.has(&new)) {
                new.extend_from_slice(letter.as_bytes());
            }
            if new != *name && kind == b"Font" {
                renamed.push((name.clone(), new.clone()));
            }
            own.push((new, thing.clone()));
        }
        all.push((kind.clone(), own));
    }
    for field in alive {
        if let Ok(field) = document.get_dictionary_mut(*field)
            && let Ok(Object::String(drawn, _)) = field.get_mut(b"DA")
        {
            *drawn = with_names(drawn, &renamed);
        }
    }
    all
}

/// How an entry is drawn, with other names for its fonts.
fn with_names(drawn: &[u8], renamed: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    let words = drawn.split(u8::is_ascii_whitespace).map(|word| {
        let new = renamed.iter().find(|(old, _)| word.strip_prefix(b"/") == Some(old.as_slice()));
        new.map_or_else(|| word.to_vec(), |(_, new)| [b"/", new.as_slice()].concat())
    });
    words.collect::<Vec<_>>().join(&b' ')
}

impl Merged {
    /// Takes in a form that is ready. Its fields move with it.
    pub fn take(&mut self, ready: Ready, mover: &mut Mover, file: &mut File) {
        for field in ready.fields {
            self.fields.push(mover.moved(Object::Reference(field), file));
        }
        for (kind, things) in ready.resources {
            let taken = self.resources.entry(kind).or_default();
            for (name, thing) in things {
                taken.set(name, mover.moved(thing, file));
            }
        }
        self.needs_drawing |= ready.needs_drawing;
    }

    /// What the catalog says of the form, if there is one.
    pub fn said(self) -> Option<Object> {
        if self.fields.is_empty() {
            return None;
        }
        let mut resources = Dictionary::new();
        for (kind, things) in self.resources {
            resources.set(kind, Object::Dictionary(things));
        }
        let mut said = Dictionary::new();
        said.set("Fields", Object::Array(self.fields));
        said.set("DR", Object::Dictionary(resources));
        if self.needs_drawing {
            said.set("NeedAppearances", Object::Boolean(true));
        }
        Some(Object::Dictionary(said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_drawn_with_the_new_name_of_its_font() {
        let renamed = [(b"Helv".to_vec(), b"HelvB".to_vec())];
        assert_eq!(with_names(b"/Helv 12 Tf 0 g", &renamed), b"/HelvB 12 Tf 0 g");
        assert_eq!(with_names(b"/HelvOld 12 Tf", &renamed), b"/HelvOld 12 Tf");
    }
}
