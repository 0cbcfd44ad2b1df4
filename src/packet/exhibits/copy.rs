//! Objects moved from an exhibit into the packet: each once, under a new number, and only what its pages reach.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Document, Object, ObjectId};

use super::super::file::File;

/// Moves objects of one document.
pub struct Mover {
    document: Document,
    numbers: BTreeMap<ObjectId, u32>,
    /// Pages that do not go in, and what must not be followed.
    hidden: HashSet<ObjectId>,
    waiting: Vec<ObjectId>,
}

impl Mover {
    /// Of a document whose `hidden` objects become null wherever they are referred to.
    pub fn new(document: Document, hidden: HashSet<ObjectId>) -> Self {
        Self { document, numbers: BTreeMap::new(), hidden, waiting: Vec::new() }
    }

    /// The document, without what has moved.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// A dictionary of the document that has not moved, to be changed.
    pub fn dictionary(&mut self, id: ObjectId) -> Option<&mut lopdf::Dictionary> {
        self.document.get_dictionary_mut(id).ok()
    }

    /// An object taken out, with numbers of the packet, to be written by the caller; and its own number.
    pub fn lift(&mut self, id: ObjectId, file: &mut File) -> Option<(u32, Object)> {
        let number = self.new_number(id, file)?;
        let object = self.document.objects.remove(&id)?;
        Some((number, self.moved(object, file)))
    }

    /// As [`Mover::lift`] for a dictionary, without what it says under this key.
    pub fn lift_but(&mut self, id: ObjectId, key: &[u8], file: &mut File) -> Option<(u32, Object)> {
        self.dictionary(id)?.remove(key);
        self.lift(id, file)
    }

    /// Says which number an object has, without moving it. For pages, which are written by whoever knows them.
    pub fn is_at(&mut self, id: ObjectId, number: u32) {
        self.numbers.entry(id).or_insert(number);
    }

    /// The number of an object that has one already.
    pub fn number(&self, id: ObjectId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    /// The object with numbers of the packet; what it refers to will be moved.
    pub fn moved(&mut self, mut object: Object, file: &mut File) -> Object {
        self.renumber(&mut object, file);
        object
    }

    /// The object with numbers of the packet; what has not moved becomes null and is left out of lists.
    pub fn as_moved(&self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => self.number(*id).map_or(Object::Null, |number| Object::Reference((number, 0))),
            Object::Array(items) => {
                let items = items.iter().map(|item| self.as_moved(item));
                Object::Array(items.filter(|item| !item.is_null()).collect())
            }
            Object::Dictionary(dict) => {
                let mut moved = lopdf::Dictionary::new();
                for (key, value) in dict {
                    moved.set(key.clone(), self.as_moved(value));
                }
                Object::Dictionary(moved)
            }
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..)
            | Object::Stream(_) => object.clone(),
        }
    }

    /// Moves everything that was referred to, and what that refers to, until nothing waits.
    pub fn settle(&mut self, file: &mut File) {
        while let Some(id) = self.waiting.pop() {
            let (Some(mut object), Some(number)) = (self.document.objects.remove(&id), self.number(id)) else {
                continue;
            };
            self.renumber(&mut object, file);
            file.put(number, &object);
        }
    }

    fn renumber(&mut self, object: &mut Object, file: &mut File) {
        match object {
            Object::Reference(id) => {
                *object = self.new_number(*id, file).map_or(Object::Null, |number| Object::Reference((number, 0)));
            }
            Object::Array(items) => {
                for item in items {
                    self.renumber(item, file);
                }
            }
            Object::Dictionary(dict) => self.renumber_dictionary(dict, file),
            Object::Stream(stream) => self.renumber_dictionary(&mut stream.dict, file),
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..) => {}
        }
    }

    /// Gives everything in a dictionary numbers of the packet; what it refers to will be moved.
    pub fn renumber_dictionary(&mut self, dict: &mut lopdf::Dictionary, file: &mut File) {
        for (_, value) in dict {
            self.renumber(value, file);
        }
    }

    fn new_number(&mut self, id: ObjectId, file: &mut File) -> Option<u32> {
        if let Some(number) = self.number(id) {
            return Some(number);
        }
        if self.hidden.contains(&id) || !self.document.has_object(id) {
            return None;
        }
        let number = file.number();
        self.numbers.insert(id, number);
        self.waiting.push(id);
        Some(number)
    }
}
