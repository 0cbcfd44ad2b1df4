//! What leaves an exhibit before it goes in: scripts, commands, files within the file, and what it says about itself.
//!
//! What a reader sees stays: pages, entries, notes, links to places and pages, layers.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::jpeg;

/// What was taken out that a person may miss.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Scripts, or commands that open, send or import something.
    pub scripts: bool,
    /// Files within the file, films, sounds.
    pub files: bool,
    /// The part of an electronic signature that can be checked.
    pub signatures: bool,
}

/// Keys of things that say where a file came from, run something, or belong to the structure of another document.
const LEFT_OUT: [&[u8]; 9] =
    [b"AA", b"AF", b"EF", b"LastModified", b"OPI", b"PieceInfo", b"StructParent", b"StructParents", b"Thumb"];

/// What a click may do: go to a page, open an address, turn pages, show or hide a layer.
const HARMLESS: [&[u8]; 4] = [b"GoTo", b"Named", b"SetOCGState", b"URI"];

/// Every command that PDF knows and that is not harmless.
const COMMANDS: [&[u8]; 14] = [
    b"GoTo3DView",
    b"GoToE",
    b"GoToR",
    b"GoToDp",
    b"Hide",
    b"ImportData",
    b"JavaScript",
    b"Launch",
    b"Movie",
    b"Rendition",
    b"ResetForm",
    b"RichMediaExecute",
    b"Sound",
    b"SubmitForm",
];

/// Where a command can stand.
const PLACES_OF_COMMANDS: [&[u8]; 3] = [b"A", b"Next", b"PA"];

/// Notes that carry files, films or sounds.
const CARRIERS: [&[u8]; 6] = [b"3D", b"FileAttachment", b"Movie", b"RichMedia", b"Screen", b"Sound"];

/// Takes out of every object what must not go out.
pub fn clean(document: &mut Document) -> Removed {
    let mut removed = Removed::default();
    let is_command = |object: &Object| object.as_dict().is_ok_and(command);
    let commands: BTreeSet<ObjectId> =
        document.objects.iter().filter(|(_, object)| is_command(object)).map(|(id, _)| *id).collect();
    for object in document.objects.values_mut() {
        object_of(object, &commands, &mut removed);
        if let Object::Stream(stream) = object
            && is_photo(&stream.dict)
            && let Some(content) = jpeg::without_notes(&stream.content)
        {
            stream.set_content(content);
        }
    }
    removed
}

fn object_of(object: &mut Object, commands: &BTreeSet<ObjectId>, removed: &mut Removed) {
    match object {
        Object::Dictionary(dict) => dictionary(dict, commands, removed, false),
        Object::Stream(stream) => dictionary(&mut stream.dict, commands, removed, true),
        Object::Array(items) => {
            for item in items {
                object_of(item, commands, removed);
            }
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Reference(_) => {}
    }
}

fn dictionary(dict: &mut Dictionary, commands: &BTreeSet<ObjectId>, removed: &mut Removed, is_stream: bool) {
    carrier(dict, removed);
    removed.files |= dict.has(b"EF");
    for key in LEFT_OUT {
        dict.remove(key);
    }
    // A font or picture may be called like this among resources; what describes itself has a kind.
    if is_stream || dict.has(b"Type") || dict.has(b"Subtype") {
        dict.remove(b"Metadata");
    }
    if dict.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig") && dict.remove(b"V").is_some() {
        removed.signatures = true;
    }
    let is_bad = |object: &Object| {
        object.as_reference().is_ok_and(|id| commands.contains(&id)) || object.as_dict().is_ok_and(command)
    };
    for key in PLACES_OF_COMMANDS {
        if dict.get(key).is_ok_and(is_bad) {
            dict.remove(key);
            removed.scripts = true;
        }
        if let Ok(Object::Array(next)) = dict.get_mut(key) {
            let before = next.len();
            next.retain(|object| !is_bad(object));
            removed.scripts |= next.len() < before;
        }
    }
    for (_, value) in dict.iter_mut() {
        object_of(value, commands, removed);
    }
}

/// Turns a note that carries a file into a mere picture of itself.
fn carrier(dict: &mut Dictionary, removed: &mut Removed) {
    let is_carrier = dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| CARRIERS.contains(&kind));
    if !is_carrier || !dict.has(b"Rect") {
        return;
    }
    removed.files = true;
    let mut picture = Dictionary::new();
    for key in [b"Rect".as_slice(), b"AP", b"AS", b"F", b"P", b"Contents", b"OC"] {
        if let Some(value) = dict.remove(key) {
            picture.set(key, value);
        }
    }
    picture.set("Type", Object::Name(b"Annot".to_vec()));
    picture.set("Subtype", Object::Name(b"Stamp".to_vec()));
    *dict = picture;
}

/// Whether this is a command that must not go out.
fn command(dict: &Dictionary) -> bool {
    let Ok(kind) = dict.get(b"S").and_then(Object::as_name) else { return false };
    let said = dict.get(b"Type").and_then(Object::as_name).is_ok_and(|of| of == b"Action");
    dict.has(b"JS") || COMMANDS.contains(&kind) || (said && !HARMLESS.contains(&kind))
}

fn is_photo(dict: &Dictionary) -> bool {
    match dict.get(b"Filter") {
        Ok(Object::Name(name)) => name == b"DCTDecode",
        Ok(Object::Array(filters)) => matches!(filters.as_slice(), [Object::Name(name)] if name == b"DCTDecode"),
        Ok(_) | Err(_) => false,
    }
}
