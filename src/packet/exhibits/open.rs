//! A PDF of the person's, opened with as much left in it as can be: as it is written, else with its table rebuilt, else
//! only its pages, copied as pictures are.
//!
//! Each way is looked over page by page before it is taken. Knows nothing of the packet.

use std::collections::{BTreeSet, HashSet};

use lopdf::xref::XrefRecovery;
use lopdf::{Document, Error as Fault, LoadOptions, Object, ObjectId};

use super::damage::{self, Found};
use super::tree::{self, Leaf, Tree};
use super::{About, Password, Trouble, clean, rescue};

/// More than this unfolds out of no honest table or container.
const MOST_UNFOLDED: usize = 256 << 20;

/// A PDF whose chosen pages are all there.
pub struct Opened {
    /// The document, cleaned.
    pub document: Document,
    /// The chosen pages, each with its number in the file.
    pub chosen: Vec<(usize, Leaf)>,
    /// All its pages.
    pub pages: HashSet<ObjectId>,
    /// How many pages it has.
    pub count: usize,
    /// What each chosen page draws.
    pub found: Found,
    /// What the person should know.
    pub about: Vec<About>,
}

/// Opens a PDF for these of its pages; none chosen means all. `last_way` hears that the last way is tried.
///
/// # Errors
/// When a page is missing something whichever way the file is read.
pub fn open(
    bytes: Vec<u8>,
    password: Option<&Password>,
    chosen: &[usize],
    last_way: &mut dyn FnMut(),
) -> Result<Opened, Trouble> {
    let mut worst: Option<Trouble> = None;
    let mut said = 0;
    for rebuild in [false, true] {
        match loaded(&bytes, password, rebuild) {
            Ok(document) => match looked_over(document, chosen) {
                // What an earlier reading promised may not be less in a later one.
                Ok(opened) if opened.count < said => {}
                Ok(mut opened) => {
                    if opened.document.xref_recovery == Some(XrefRecovery::Reconstructed) {
                        opened.about.insert(0, About::Mended);
                    }
                    return Ok(opened);
                }
                Err(Refused { why, said: told }) => {
                    said = said.max(told);
                    worst.get_or_insert(why);
                }
            },
            Err(Fault::InvalidPassword) => return Err(Trouble::WrongPassword),
            Err(Fault::Decryption(_) | Fault::Unimplemented(_)) => return Err(Trouble::Protected),
            // Any other fault means that this way does not lead in; the next may.
            Err(_) => {}
        }
        if worst.as_ref().is_some_and(is_final) {
            break;
        }
    }
    match worst {
        Some(why) if is_final(&why) => Err(why),
        worst => {
            last_way();
            copied(bytes, password, chosen, worst.unwrap_or(Trouble::Unreadable), said)
        }
    }
}

/// Whether no other way of reading would change this.
fn is_final(why: &Trouble) -> bool {
    matches!(why, Trouble::Locked | Trouble::LivingForm | Trouble::NoSuchPage { .. })
}

/// The last way: pages without what hangs on them.
fn copied(
    bytes: Vec<u8>,
    password: Option<&Password>,
    chosen: &[usize],
    worst: Trouble,
    said: usize,
) -> Result<Opened, Trouble> {
    let is_cut_off = !ends(&bytes);
    let Some(copy) = rescue::copy(bytes, password) else { return Err(worst) };
    // Where no number of pages is known and the file ends early, nobody can say that these are all.
    if said == 0 && is_cut_off {
        return Err(Trouble::CutOff { found: copy.pages });
    }
    if copy.pages < said {
        return Err(worst);
    }
    let Ok(document) = loaded(&copy.bytes, None, false) else { return Err(worst) };
    drop(copy.bytes);
    match looked_over(document, chosen) {
        Ok(mut opened) => {
            // What was broken and comes out with nothing on it is lost, not blank.
            let was_broken = |page: &usize| !matches!(&worst, Trouble::Damaged { pages } if !pages.contains(page));
            let lost: Vec<usize> = opened.found.blank.iter().copied().filter(was_broken).collect();
            if !lost.is_empty() {
                return Err(Trouble::Damaged { pages: lost });
            }
            opened.about.insert(0, About::CopiedOnly { pages: copy.pages });
            Ok(opened)
        }
        Err(Refused { why: why @ Trouble::Damaged { .. }, .. }) if matches!(worst, Trouble::Unreadable) => Err(why),
        Err(_) => Err(worst),
    }
}

fn loaded(bytes: &[u8], password: Option<&Password>, rebuild: bool) -> lopdf::Result<Document> {
    Document::load_mem_with_options(
        bytes,
        LoadOptions {
            password: password.map(|password| password.0.clone()),
            max_decompressed_size: Some(MOST_UNFOLDED),
            force_reconstruct: rebuild,
            ..LoadOptions::default()
        },
    )
}

struct Refused {
    why: Trouble,
    /// How many pages the file says that it has.
    said: usize,
}

fn looked_over(mut document: Document, chosen: &[usize]) -> Result<Opened, Refused> {
    if document.is_encrypted() {
        return Err(Refused { why: Trouble::Locked, said: 0 });
    }
    if document
        .catalog()
        .and_then(|catalog| catalog.get(b"NeedsRendering"))
        .and_then(Object::as_bool)
        .unwrap_or_default()
    {
        return Err(Refused { why: Trouble::LivingForm, said: 0 });
    }
    let removed = clean::clean(&mut document);
    let Tree { pages, said } = tree::of(&document);
    let refused = |why| Refused { why, said: said.min(tree::MOST_FOUND).max(pages.len()) };
    if pages.is_empty() {
        return Err(refused(Trouble::NoPages));
    }
    if let Some(page) = chosen.iter().find(|page| **page == 0 || **page > pages.len()) {
        return Err(refused(Trouble::NoSuchPage { page: *page, of: pages.len() }));
    }
    let all: Vec<usize> = (1..=pages.len()).collect();
    let chosen = if chosen.is_empty() { all.as_slice() } else { chosen };
    let lost: BTreeSet<usize> =
        chosen.iter().copied().filter(|page| pages.get(page - 1).is_none_or(Option::is_none)).collect();
    if !lost.is_empty() {
        return Err(refused(Trouble::Damaged { pages: lost.into_iter().collect() }));
    }
    let ids: HashSet<ObjectId> = pages.iter().flatten().map(|leaf| leaf.id).collect();
    let leaf = |page: &usize| pages.get(page - 1).and_then(Option::as_ref).map(|leaf| (*page, leaf));
    let found = damage::look(&document, chosen.iter().filter_map(leaf), &ids);
    if !found.broken.is_empty() {
        return Err(refused(Trouble::Damaged { pages: found.broken.into_iter().collect() }));
    }
    let mut about = Vec::new();
    if said > pages.len() {
        about.push(About::Fewer { said, found: pages.len() });
    }
    let listed = |pages: &BTreeSet<usize>| pages.iter().copied().collect::<Vec<_>>();
    if !found.blank.is_empty() {
        about.push(About::Blank { pages: listed(&found.blank) });
    }
    if !found.doubtful.is_empty() {
        about.push(About::Doubtful { pages: listed(&found.doubtful) });
    }
    let taken_out =
        [(removed.scripts, About::Scripts), (removed.files, About::Files), (removed.signatures, About::Signature)];
    about.extend(taken_out.into_iter().filter_map(|(was, about)| was.then_some(about)));
    let chosen = chosen.iter().filter_map(leaf).map(|(page, leaf)| (page, leaf.clone())).collect();
    Ok(Opened { document, chosen, pages: ids, count: pages.len(), found, about })
}

/// Whether the mark that ends a PDF is near the end of the file.
fn ends(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
    tail.windows(5).any(|five| five == b"%%EOF")
}
