//! The pages of a PDF in their order, each with what it inherits. A tree that runs in circles ends.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// What a page takes from those above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// So many pages are found in a file; fewer go into a packet, but any of these can be chosen.
pub const MOST_FOUND: usize = 50_000;

/// No sound file nests its pages so deep.
const DEEPEST: usize = 64;

/// The pages that were found, and where one should have been.
#[derive(Debug, Default)]
pub struct Tree {
    /// The pages in order; `None` where a page should be and is not.
    pub pages: Vec<Option<Leaf>>,
    /// How many there should be, as the file says.
    pub said: usize,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Its object.
    pub id: ObjectId,
    /// The page with what it inherits.
    pub dict: Dictionary,
}

/// The pages of a document. Empty where no tree can be found.
pub fn of(document: &Document) -> Tree {
    let mut tree = Tree::default();
    let Ok(root) = document.catalog().and_then(|catalog| catalog.get(b"Pages")) else { return tree };
    if let Ok(root) = dictionary(document, root) {
        let said = root.get_deref(b"Count", document).and_then(Object::as_i64).unwrap_or_default();
        tree.said = usize::try_from(said).unwrap_or_default();
    }
    grow(document, root, &Dictionary::new(), &mut Vec::new(), &mut tree);
    tree
}

fn grow(document: &Document, node: &Object, above: &Dictionary, way: &mut Vec<ObjectId>, tree: &mut Tree) {
    if tree.pages.len() > MOST_FOUND || way.len() > DEEPEST {
        return;
    }
    let Ok(dict) = dictionary(document, node) else {
        tree.pages.push(None);
        return;
    };
    let id = node.as_reference().ok();
    // A node that comes again below itself has no pages of its own.
    if id.is_some_and(|id| way.contains(&id)) {
        return;
    }
    let mut inherited = above.clone();
    for key in INHERITED {
        if let Ok(value) = dict.get(key) {
            inherited.set(key, value.clone());
        }
    }
    match dict.get_deref(b"Kids", document) {
        Ok(Object::Array(kids)) if !dict.has_type(b"Page") => {
            way.extend(id);
            for kid in kids {
                grow(document, kid, &inherited, way, tree);
            }
            if id.is_some() {
                way.pop();
            }
        }
        // A careless writer may leave out that a page is one. What has nothing of a page is none.
        Ok(_) | Err(_) if !is_page(dict) => {
            if dict.get(b"Count").and_then(Object::as_i64).unwrap_or(1) != 0 {
                tree.pages.push(None);
            }
        }
        Ok(_) | Err(_) => {
            let mut dict = dict.clone();
            for (key, value) in &inherited {
                dict.set(key.clone(), value.clone());
            }
            tree.pages.push(id.map(|id| Leaf { id, dict }));
        }
    }
}

/// Whether this says that it is a page, or has what only a page has.
fn is_page(dict: &Dictionary) -> bool {
    dict.has_type(b"Page") || (dict.has(b"Contents") && dict.has(b"Parent"))
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> lopdf::Result<&'a Dictionary> {
    document.dereference(object)?.1.as_dict()
}
