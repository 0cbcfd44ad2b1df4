//! The packet with exhibits: their pages first into the file, then ours, then the stamps, in the order in which it is read.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::exhibits::copy::Mover;
use super::exhibits::{self, Bound, BoundPage, Gathered, Mark};
use super::file::{File, integer};
use super::index::{self, Run};
use super::message::{Job, Piece};
use super::pages::Page;
use super::pdf::{self, Foot, Leads, Sheet};
use super::typeface::Typeface;
use super::{Entry, Error, MAX_PAGES, Packet, Progress, Role, Supply, flow, pages};

/// Room for our own pages and stamps beside the exhibits.
const ROOM: usize = 4 << 20;

/// Binds papers and exhibits.
///
/// # Errors
/// As [`super::bind`].
pub fn bind(job: &Job, supply: &mut dyn Supply) -> Result<Packet, Error> {
    if supply.size() > exhibits::MOST_BYTES {
        return Err(Error::TooLarge { limit: exhibits::MOST_BYTES });
    }
    let mut file = File::with_room(ROOM + supply.size());
    let tree = file.number();
    let gathered = exhibits::gather(&job.exhibits, supply, &mut file, tree)?;
    if !supply.goes_on(Progress::Setting) {
        return Err(Error::Stopped);
    }
    let mut typeface = Typeface::new();
    let lengths: Vec<Option<usize>> = gathered.bound.iter().map(Bound::length).collect();
    let mut runs = Vec::new();
    // The index needs to know the pages, and has pages itself: set it, look, and set it again until it is right.
    loop {
        let whole = with_index(job, &gathered, &runs);
        let flow = flow::of(&whole, &mut typeface);
        let set = pages::of(&flow.sections, &flow.heads)?;
        let found = runs_of(&set, whole.pieces.len(), &lengths);
        let total: usize = found.iter().map(|run| run.pages).sum();
        if total > MAX_PAGES {
            return Err(Error::TooManyPages { limit: MAX_PAGES });
        }
        if found == runs {
            let (sheets, theirs) = sheets(&whole, &set, &gathered, &runs);
            let ours = pdf::write(&whole, &sheets, flow.tags, &mut typeface)?;
            let bookmarks = whole.pieces.len() - texts(&gathered);
            let notices = gathered.notices.clone();
            let contents = contents(&whole, job, &runs);
            let bytes = Joined { file, tree, theirs }.joined(&ours, gathered, bookmarks);
            return Ok(Packet { bytes, pages: total, missing: flow.missing, notices, contents });
        }
        runs = found;
    }
}

/// What is where, the index itself included.
fn contents(whole: &Job, job: &Job, runs: &[Run]) -> Vec<Entry> {
    let papers = runs.len() - job.exhibits.len();
    let entry = |exhibit: Option<String>, title: &str, dated, run: &Run| Entry {
        exhibit,
        title: title.trim().to_owned(),
        dated,
        first: run.first,
        pages: run.pages,
    };
    let ours = whole.pieces.iter().zip(runs).take(papers).map(|(piece, run)| entry(None, &piece.title, None, run));
    let theirs = job.exhibits.iter().zip(runs.iter().skip(papers)).enumerate();
    let theirs = theirs.map(|(at, (exhibit, run))| entry(Some(exhibits::name(at)), &exhibit.title, exhibit.dated, run));
    ours.chain(theirs).collect()
}

fn texts(gathered: &Gathered) -> usize {
    gathered.bound.iter().filter(|bound| matches!(bound, Bound::Text(_))).count()
}

/// The job with its index, and with texts that are exhibits as further pieces. `runs` as [`runs_of`] gives them.
fn with_index(job: &Job, gathered: &Gathered, runs: &[Run]) -> Job {
    let run = |at: usize| runs.get(at).copied().unwrap_or_default();
    let is_before = |piece: &Piece| matches!(piece.role, Role::Cover | Role::Letter);
    let place = job.pieces.iter().rposition(is_before).map_or(0, |before| before + 1);
    let mut pieces = job.pieces.clone();
    let papers: Vec<(&str, Run)> = job
        .pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| (piece.title.trim(), run(if at < place { at } else { at + 1 })))
        .collect();
    let behind: Vec<Run> = (0..job.exhibits.len()).map(|at| run(pieces.len() + 1 + at)).collect();
    pieces.insert(place, index::piece(&papers, &job.exhibits, &behind));
    pieces.extend(gathered.bound.iter().filter_map(|bound| match bound {
        Bound::Text(piece) => Some(piece.clone()),
        Bound::Pages { .. } => None,
    }));
    Job { pieces, ..job.clone() }
}

/// Where each of our papers and then each exhibit lies. `pieces` counts papers and texts; `lengths` has a number for each
/// exhibit with pages of its own.
fn runs_of(set: &[Page<'_>], pieces: usize, lengths: &[Option<usize>]) -> Vec<Run> {
    let starts: Vec<usize> =
        (0..set.len()).filter(|at| set.get(*at).is_some_and(|page| page.begins.is_some())).collect();
    let ends = starts.iter().skip(1).copied().chain([set.len()]);
    let mut ours: Vec<usize> = starts.iter().zip(ends).map(|(start, end)| end - start).collect();
    ours.resize(pieces, 0);
    let papers = pieces - lengths.iter().filter(|length| length.is_none()).count();
    let mut texts = ours.split_off(papers).into_iter();
    let behind = lengths.iter().map(|length| length.unwrap_or_else(|| texts.next().unwrap_or_default()));
    let mut first = 1;
    ours.into_iter()
        .chain(behind)
        .map(|pages| {
            let run = Run { first, pages };
            first += pages;
            run
        })
        .collect()
}

/// A page of an exhibit and its place in the packet, from 0.
type Theirs = BTreeMap<usize, BoundPage>;

/// Every page of the packet as we set it: ours whole, those of exhibits as the stamp alone.
fn sheets<'a>(job: &'a Job, set: &'a [Page<'a>], gathered: &Gathered, runs: &[Run]) -> (Vec<Sheet<'a>>, Theirs) {
    let total: usize = runs.iter().map(|run| run.pages).sum();
    let papers = runs.len() - gathered.bound.len();
    let behind: Vec<usize> = runs.iter().skip(papers).map(|run| run.first - 1).collect();
    let leads = std::rc::Rc::new(Leads { exhibits: behind, pages: total });
    let (ours, texts) = set.split_at(runs.iter().take(papers).map(|run| run.pages).sum::<usize>().min(set.len()));
    let mut role = Role::Cover;
    let mut sheets: Vec<Sheet<'a>> = Vec::new();
    for page in ours {
        let begun = page.begins.and_then(|section| job.pieces.get(section));
        role = begun.map_or(role, |piece: &Piece| piece.role);
        let foot = Foot::Running(format!("Packet page {} of {total}", sheets.len() + 1));
        let opens = begun.map(|piece| piece.title.trim().to_owned());
        sheets.push(Sheet { size: pdf::LETTER, page: Some(page), opens, foot, role, leads: leads.clone() });
    }
    let mut theirs = Theirs::new();
    let mut texts = texts.iter();
    for (at, (bound, run)) in gathered.bound.iter().zip(runs.iter().skip(papers)).enumerate() {
        let title = job.exhibits.get(at).map_or("", |exhibit| exhibit.title.trim());
        for page in 0..run.pages {
            let name = format!("{}, page {} of {}", exhibits::name(at), page + 1, run.pages);
            let number = format!("packet page {} of {total}", sheets.len() + 1);
            let opens =
                (page == 0).then(|| format!("{}: {title}", exhibits::name(at)).trim_end_matches(": ").to_owned());
            let (size, page) = match bound {
                Bound::Text(_) => (pdf::LETTER, texts.next()),
                Bound::Pages { pages, .. } => {
                    let bound = pages.get(page).expect("a run is as long as its exhibit");
                    theirs.insert(sheets.len(), *bound);
                    (bound.sheet.size(), None)
                }
            };
            let foot = Foot::Stamp { name, number };
            sheets.push(Sheet { size, page, opens, foot, role: Role::Exhibit, leads: leads.clone() });
        }
    }
    (sheets, theirs)
}

struct Joined {
    file: File,
    tree: u32,
    theirs: Theirs,
}

impl Joined {
    /// The whole file: `ours` has a page for each of the packet's, in order.
    fn joined(mut self, ours: &[u8], gathered: Gathered, papers: usize) -> Vec<u8> {
        let mut document =
            Document::load_mem_with_options(ours, LoadOptions::default()).expect("what krilla wrote can be read");
        let pages: Vec<ObjectId> = document.page_iter().collect();
        self.turn_links(&mut document, &pages);
        let bookmarks = bookmarks(&document);
        let mut mover = Mover::new(document, HashSet::new());
        let mut kids = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            let number = self.theirs.get(&at).map_or_else(|| self.file.number(), |theirs| theirs.number);
            mover.is_at(*page, number);
            kids.push(Object::Reference((number, 0)));
        }
        for (at, page) in pages.iter().enumerate() {
            match self.theirs.get(&at).copied() {
                Some(theirs) => self.stamp(&mut mover, *page, &theirs),
                None => self.page(&mut mover, *page),
            }
        }
        let mut tree = Dictionary::new();
        tree.set("Type", Object::Name(b"Pages".to_vec()));
        tree.set("Count", integer(kids.len()));
        tree.set("Kids", Object::Array(kids));
        self.file.put(self.tree, &Object::Dictionary(tree));
        for (bookmark, bound) in bookmarks.iter().skip(papers).zip(&gathered.bound) {
            if let Bound::Pages { marks, .. } = bound
                && !marks.is_empty()
            {
                self.hang(&mut mover, *bookmark, marks);
            }
        }
        let about = mover.document().trailer.get(b"Info").and_then(Object::as_reference).ok();
        let about = about.and_then(|about| mover.lift(about, &mut self.file)).map(|(number, about)| {
            self.file.put(number, &about);
            number
        });
        let root = self.catalog(&mut mover, gathered);
        mover.settle(&mut self.file);
        self.file.finish(root, about)
    }

    /// Lets links to pages of exhibits lead to the upper left of what is seen there.
    fn turn_links(&self, document: &mut Document, pages: &[ObjectId]) {
        let theirs: BTreeMap<ObjectId, &BoundPage> =
            self.theirs.iter().filter_map(|(at, page)| Some((*pages.get(*at)?, page))).collect();
        for object in document.objects.values_mut() {
            if let Object::Array(place) = object
                && let [Object::Reference(id), Object::Name(how), ..] = place.as_slice()
                && how == b"XYZ"
                && let Some(page) = theirs.get(id)
                && let Object::Array(mut top) = page.sheet.top(0)
            {
                top.splice(..1, [Object::Reference(*id)]);
                *place = top;
            }
        }
    }

    fn page(&mut self, mover: &mut Mover, page: ObjectId) {
        if let Some((number, Object::Dictionary(mut dict))) = mover.lift_but(page, b"Parent", &mut self.file) {
            dict.set("Parent", Object::Reference((self.tree, 0)));
            self.file.put(number, &Object::Dictionary(dict));
        }
    }

    /// Makes of a page that has only a stamp on it the drawing that its exhibit's page draws last.
    fn stamp(&mut self, mover: &mut Mover, page: ObjectId, theirs: &BoundPage) {
        let document = mover.document();
        let drawing = document.get_dictionary(page).ok().and_then(|page| {
            let drawing = page.get_deref(b"Contents", document).and_then(Object::as_stream).ok()?;
            let resources = page.get_deref(b"Resources", document).ok().cloned();
            Some((drawing.clone(), resources.unwrap_or_else(|| Object::Dictionary(Dictionary::new()))))
        });
        let (drawing, resources) = drawing.expect("each page that krilla wrote has one drawing");
        let (width, height) = theirs.sheet.size();
        let mut dict = Dictionary::new();
        dict.set("Type", Object::Name(b"XObject".to_vec()));
        dict.set("Subtype", Object::Name(b"Form".to_vec()));
        let edges = [0.0, 0.0, width, height].map(Object::Real);
        dict.set("BBox", Object::Array(edges.to_vec()));
        dict.set("Matrix", Object::Array(theirs.sheet.matrix()));
        dict.set("Resources", mover.moved(resources, &mut self.file));
        if let Ok(filter) = drawing.dict.get(b"Filter") {
            dict.set("Filter", filter.clone());
        }
        self.file.put(theirs.stamp, &Object::Stream(Stream::new(dict, drawing.content)));
    }

    /// Hangs an exhibit's own bookmarks under its entry, closed.
    fn hang(&mut self, mover: &mut Mover, bookmark: ObjectId, marks: &[Mark]) {
        if let Some((number, Object::Dictionary(mut dict))) = mover.lift(bookmark, &mut self.file) {
            self.hang_under(number, &mut dict, marks);
            self.file.put(number, &Object::Dictionary(dict));
        }
    }

    fn hang_under(&mut self, above: u32, dict: &mut Dictionary, marks: &[Mark]) {
        let numbers: Vec<u32> = marks.iter().map(|_| self.file.number()).collect();
        let reference = |number: &u32| Object::Reference((*number, 0));
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return };
        dict.set("First", reference(first));
        dict.set("Last", reference(last));
        dict.set("Count", Object::Integer(-i64::try_from(marks.len()).expect("bookmarks are few")));
        for (at, (mark, number)) in marks.iter().zip(&numbers).enumerate() {
            let mut item = Dictionary::new();
            item.set("Title", mark.title.clone());
            item.set("Parent", Object::Reference((above, 0)));
            if let Some(to) = &mark.to {
                item.set("Dest", to.clone());
            }
            if let Some(before) = at.checked_sub(1).and_then(|before| numbers.get(before)) {
                item.set("Prev", reference(before));
            }
            if let Some(next) = numbers.get(at + 1) {
                item.set("Next", reference(next));
            }
            self.hang_under(*number, &mut item, &mark.under);
            self.file.put(*number, &Object::Dictionary(item));
        }
    }

    /// The catalog: ours, with the exhibits' forms and layers, and without the claim that every page is tagged.
    fn catalog(&mut self, mover: &mut Mover, gathered: Gathered) -> u32 {
        let document = mover.document();
        let root = document.trailer.get(b"Root").and_then(Object::as_reference).expect("krilla writes a catalog");
        let said = document.catalog().ok().and_then(|catalog| {
            let said = catalog.get(b"Metadata").and_then(Object::as_reference).ok()?;
            let text = document.get_object(said).and_then(Object::as_stream).ok()?.get_plain_content().ok()?;
            Some(without_claim(&String::from_utf8_lossy(&text)))
        });
        let lifted = mover.lift_but(root, b"Pages", &mut self.file);
        let Some((number, Object::Dictionary(mut catalog))) = lifted else { return self.tree };
        catalog.set("Pages", Object::Reference((self.tree, 0)));
        if let Some(said) = said {
            let mut dict = Dictionary::new();
            dict.set("Type", Object::Name(b"Metadata".to_vec()));
            dict.set("Subtype", Object::Name(b"XML".to_vec()));
            let said = self.file.add(&Object::Stream(Stream::new(dict, said.into_bytes())));
            catalog.set("Metadata", Object::Reference((said, 0)));
        }
        if let Some(form) = gathered.form.said() {
            catalog.set("AcroForm", form);
        }
        if let Some(layers) = gathered.layers.said() {
            catalog.set("OCProperties", layers);
        }
        self.file.put(number, &Object::Dictionary(catalog));
        number
    }
}

/// The bookmarks at the top of a document, in order.
fn bookmarks(document: &Document) -> Vec<ObjectId> {
    let outline = document.catalog().and_then(|catalog| catalog.get_deref(b"Outlines", document));
    let mut next = outline.and_then(Object::as_dict).and_then(|outline| outline.get(b"First"));
    let mut bookmarks = Vec::new();
    while let Ok(Object::Reference(id)) = next {
        bookmarks.push(*id);
        next = document.get_dictionary(*id).and_then(|item| item.get(b"Next"));
    }
    bookmarks
}

/// What the file says of itself, without the claim to be PDF/UA: that holds for our pages and not for the person's.
fn without_claim(said: &str) -> String {
    let mut kept = said.to_owned();
    for (open, close) in [("<pdfuaid:part>", "</pdfuaid:part>"), (" xmlns:pdfuaid=\"", "\"")] {
        while let Some(start) = kept.find(open) {
            let after = start + open.len();
            let Some(end) = kept.get(after..).and_then(|rest| rest.find(close)) else { break };
            kept.replace_range(start..after + end + close.len(), "");
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_claim_goes() {
        let said = r#"<d xmlns:dc="a" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part><dc:x/></d>"#;
        assert_eq!(without_claim(said), r#"<d xmlns:dc="a"><dc:x/></d>"#);
    }
}
