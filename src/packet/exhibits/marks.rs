//! Where an exhibit's own bookmarks and links lead. What leads to a page that does not go in is left out, name and all.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A bookmark of an exhibit.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its words, as the file has them.
    pub title: Object,
    /// Where it leads, with numbers of the packet; none for one that only gathers others.
    pub to: Option<Object>,
    /// What hangs under it.
    pub under: Vec<Mark>,
}

/// More bookmarks than anybody reads.
const MOST: usize = 5000;
const DEEPEST: usize = 12;

/// Places in a document that have names.
pub struct Places {
    named: BTreeMap<Vec<u8>, Object>,
}

impl Places {
    /// The named places of a document.
    pub fn of(document: &Document) -> Self {
        let mut places = Self { named: BTreeMap::new() };
        let Ok(catalog) = document.catalog() else { return places };
        if let Ok(Object::Dictionary(old)) = catalog.get_deref(b"Dests", document) {
            places.named.extend(old.iter().map(|(name, place)| (name.clone(), place.clone())));
        }
        if let Ok(names) = catalog.get_deref(b"Names", document).and_then(Object::as_dict)
            && let Ok(root) = names.get(b"Dests")
        {
            places.branch(document, root, 0);
        }
        places
    }

    fn branch(&mut self, document: &Document, node: &Object, depth: usize) {
        let Ok(node) = document.dereference(node).and_then(|(_, node)| node.as_dict()) else { return };
        if depth > DEEPEST || self.named.len() > MOST {
            return;
        }
        if let Ok(Object::Array(pairs)) = node.get_deref(b"Names", document) {
            for pair in pairs.chunks_exact(2) {
                if let [name, place] = pair
                    && let Ok((_, Object::String(name, _))) = document.dereference(name)
                {
                    self.named.insert(name.clone(), place.clone());
                }
            }
        }
        if let Ok(Object::Array(kids)) = node.get_deref(b"Kids", document) {
            for kid in kids {
                self.branch(document, kid, depth + 1);
            }
        }
    }

    /// The place that this leads to, spelled out: a page and how it is shown.
    pub fn spelled_out(&self, document: &Document, to: &Object) -> Option<Vec<Object>> {
        let mut to = to;
        for _ in 0..4 {
            to = match document.dereference(to).ok()?.1 {
                Object::Array(place) => return Some(place.clone()),
                Object::Dictionary(dict) => dict.get(b"D").ok()?,
                Object::Name(name) | Object::String(name, _) => self.named.get(name)?,
                Object::Null
                | Object::Boolean(_)
                | Object::Integer(_)
                | Object::Real(_)
                | Object::Stream(_)
                | Object::Reference(_) => return None,
            };
        }
        None
    }
}

/// Where a bookmark or link leads, if it leads within the document.
pub fn aim(document: &Document, dict: &Dictionary) -> Option<Object> {
    if let Ok(to) = dict.get(b"Dest") {
        return Some(to.clone());
    }
    let action = dict.get_deref(b"A", document).and_then(Object::as_dict).ok()?;
    let goes = action.get(b"S").and_then(Object::as_name).is_ok_and(|kind| kind == b"GoTo");
    goes.then(|| action.get(b"D").ok().cloned()).flatten()
}

/// The bookmarks of a document that lead to pages with numbers in the packet.
pub fn of(document: &Document, places: &Places, number: &dyn Fn(ObjectId) -> Option<u32>) -> Vec<Mark> {
    let Ok(outline) =
        document.catalog().and_then(|catalog| catalog.get_deref(b"Outlines", document)).and_then(Object::as_dict)
    else {
        return Vec::new();
    };
    let mut left = MOST;
    row(document, places, number, outline, 0, &mut left)
}

fn row(
    document: &Document,
    places: &Places,
    number: &dyn Fn(ObjectId) -> Option<u32>,
    above: &Dictionary,
    depth: usize,
    left: &mut usize,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut next = above.get(b"First").ok();
    while let Some(item) = next.and_then(|item| document.dereference(item).ok()?.1.as_dict().ok()) {
        // The same limit ends rows that run in circles.
        if *left == 0 || depth > DEEPEST {
            break;
        }
        *left -= 1;
        let under = row(document, places, number, item, depth + 1, left);
        let to = aim(document, item).and_then(|to| within(places.spelled_out(document, &to)?, number));
        if let Ok(title @ Object::String(..)) = item.get_deref(b"Title", document)
            && (to.is_some() || !under.is_empty())
        {
            marks.push(Mark { title: title.clone(), to, under });
        }
        next = item.get(b"Next").ok();
    }
    marks
}

/// A place with its page's number in the packet, if the page goes in.
pub fn within(place: Vec<Object>, number: &dyn Fn(ObjectId) -> Option<u32>) -> Option<Object> {
    let mut place = place.into_iter();
    let page = number(place.next()?.as_reference().ok()?)?;
    let plain =
        |object: &Object| matches!(object, Object::Name(_) | Object::Integer(_) | Object::Real(_) | Object::Null);
    let how: Vec<Object> = place.filter(plain).take(5).collect();
    let how = if how.is_empty() { vec![Object::Name(b"Fit".to_vec())] } else { how };
    Some(Object::Array([vec![Object::Reference((page, 0))], how].concat()))
}
