//! A PDF of the person's bound into the packet: its pages, and what hangs on them.

use std::collections::{BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::Seen;
use super::copy::Mover;
use super::marks::{self, Places};
use super::open::{self, Opened};
use super::tree::Leaf;
use super::{Binder, Bound, BoundPage, Enclosed, Error, Notice, Progress, Sheet, form, letter};

/// What of a page goes in. All else says how the file was made, or belongs to it as a whole.
const KEPT: [&[u8]; 12] = [
    b"MediaBox",
    b"CropBox",
    b"BleedBox",
    b"TrimBox",
    b"ArtBox",
    b"Rotate",
    b"UserUnit",
    b"Resources",
    b"Contents",
    b"Annots",
    b"Group",
    b"Tabs",
];

impl Binder<'_> {
    pub(super) fn pdf(&mut self, exhibit: usize, enclosed: &Enclosed, bytes: Vec<u8>) -> Result<Bound, Error> {
        let mut goes_on = true;
        let mut last_way = || goes_on = self.supply.goes_on(Progress::Rescuing { exhibit });
        let opened = open::open(bytes, enclosed.password.as_ref(), &enclosed.pages, &mut last_way);
        if !goes_on {
            return Err(Error::Stopped);
        }
        let opened = opened.map_err(|why| Error::Exhibit { exhibit, why })?;
        let Opened { mut document, chosen, pages, count: _, found, about } = opened;
        self.gathered.notices.extend(about.into_iter().map(|about| Notice { exhibit, about }));

        let is_part = chosen.iter().map(|(_, leaf)| leaf.id).collect::<HashSet<_>>().len() < pages.len();
        let places = Places::of(&document);
        let notes: Vec<Vec<ObjectId>> = chosen.iter().map(|(_, leaf)| notes(&mut document, leaf)).collect();
        let all_notes = notes.concat();
        let ready = form::ready(&mut document, &all_notes, &mut self.gathered.form, &letter(exhibit));
        let mut mover = Mover::new(document, pages);
        let bound: Vec<BoundPage> = chosen
            .iter()
            .map(|(_, leaf)| {
                let page = BoundPage {
                    number: self.file.number(),
                    stamp: self.file.number(),
                    sheet: Sheet::of(&leaf.dict, mover.document()),
                };
                mover.is_at(leaf.id, page.number);
                page
            })
            .collect();
        lead(&mut mover, &all_notes, &places);
        let marks = marks::of(mover.document(), &places, &|id| mover.number(id));
        for (((_, leaf), page), (notes, seen)) in chosen.iter().zip(&bound).zip(notes.iter().zip(&found.seen)) {
            self.count_page(exhibit)?;
            let mut dict = kept(mover.document(), leaf, notes, is_part.then_some(seen));
            mover.renumber_dictionary(&mut dict, self.file);
            self.stamped(&mut dict, seen.balance, page.stamp);
            self.file.put(page.number, &Object::Dictionary(dict));
            mover.settle(self.file);
        }
        if let Some(ready) = ready {
            self.gathered.form.take(ready, &mut mover, self.file);
            mover.settle(self.file);
        }
        let document = mover.document();
        self.gathered.layers.take(document, &mover);
        Ok(Bound::Pages { pages: bound, marks })
    }
}

/// The notes of a page, each an object of its own.
fn notes(document: &mut Document, leaf: &Leaf) -> Vec<ObjectId> {
    let list = leaf.dict.get_deref(b"Annots", document).and_then(Object::as_array).cloned().unwrap_or_default();
    let mut notes = Vec::new();
    for note in list {
        let note = match note.as_reference() {
            Ok(id) => Some(id).filter(|id| document.get_dictionary(*id).is_ok()),
            Err(_) if note.as_dict().is_ok() => Some(document.add_object(note)),
            Err(_) => None,
        };
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    notes
}

/// Spells out where the links of these notes lead; one that leads out of the packet leads nowhere.
fn lead(mover: &mut Mover, notes: &[ObjectId], places: &Places) {
    for note in notes {
        let document = mover.document();
        let Ok(dict) = document.get_dictionary(*note) else { continue };
        let Some(to) = marks::aim(document, dict) else { continue };
        let place = places.spelled_out(document, &to).filter(|place| {
            let page = place.first().and_then(|page| page.as_reference().ok());
            page.is_some_and(|page| mover.number(page).is_some())
        });
        if let Some(dict) = mover.dictionary(*note) {
            dict.remove(b"A");
            dict.remove(b"Dest");
            if let Some(place) = place {
                dict.set("Dest", Object::Array(place));
            }
        }
    }
}

/// What of a page goes in, with the document's own numbers. Where only some pages go in, `seen` says what this one draws,
/// so that pictures of the others stay out.
fn kept(document: &Document, leaf: &Leaf, notes: &[ObjectId], seen: Option<&Seen>) -> Dictionary {
    let mut page = Dictionary::new();
    for key in KEPT {
        if let Ok(value) = leaf.dict.get(key) {
            page.set(key, value.clone());
        }
    }
    Sheet::settle(&mut page, document);
    if notes.is_empty() {
        page.remove(b"Annots");
    } else {
        page.set("Annots", Object::Array(notes.iter().map(|note| Object::Reference(*note)).collect()));
    }
    let mut resources =
        leaf.dict.get_deref(b"Resources", document).and_then(Object::as_dict).cloned().unwrap_or_default();
    let mut pictures = resources.get_deref(b"XObject", document).and_then(Object::as_dict).cloned().unwrap_or_default();
    if let Some(seen) = seen {
        let drawn = drawn(document, &pictures, seen);
        let names: Vec<Vec<u8>> = pictures.iter().map(|(name, _)| name.clone()).collect();
        for name in names.iter().filter(|name| !drawn.contains(*name)) {
            pictures.remove(name);
        }
    }
    resources.set("XObject", Object::Dictionary(pictures));
    page.set("Resources", Object::Dictionary(resources));
    match leaf.dict.get_deref(b"Contents", document) {
        // A list may stand for itself as an object; the parts are what is drawn.
        Ok(Object::Array(parts)) => {
            let mut parts = parts.clone();
            parts.retain(|part| document.dereference(part).is_ok_and(|(_, part)| part.as_stream().is_ok()));
            page.set("Contents", Object::Array(parts));
        }
        Ok(Object::Stream(_)) => {}
        Ok(_) | Err(_) => {
            page.remove(b"Contents");
        }
    }
    page
}

/// The names that a page draws, and those that its drawings draw from the page's own list.
fn drawn(document: &Document, pictures: &Dictionary, seen: &Seen) -> BTreeSet<Vec<u8>> {
    let mut drawn = seen.names.clone();
    for (_, picture) in pictures {
        if let Ok((_, Object::Stream(picture))) = document.dereference(picture)
            && picture.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
            && !picture.dict.has(b"Resources")
            && let Ok(content) = picture.get_plain_content_with_limit(64 << 20)
        {
            drawn.extend(super::content::read(&content).names);
        }
    }
    drawn
}
