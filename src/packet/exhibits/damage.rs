//! The damage walk: whether everything that a page reaches is there and can be unfolded. A page never goes out blank
//! without a word.
//!
//! The reader leaves out what it cannot parse, and says nothing; so everything is looked for from each page.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::xref::{XrefEntry, XrefRecovery};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::Sheet;
use super::content::{self, Seen};
use super::tree::Leaf;

/// More than this unfolds out of no honest stream.
const MOST_UNFOLDED: usize = 1 << 30;
/// No paper is narrower, in points.
const NARROWEST: f32 = 36.0;
/// More than this is no page's drawing.
const MOST_CONTENT: usize = 256 << 20;

/// What was found on the pages. They are counted from 1.
#[derive(Debug, Default)]
pub struct Found {
    /// Pages that miss something.
    pub broken: BTreeSet<usize>,
    /// Pages on which something does not add up.
    pub doubtful: BTreeSet<usize>,
    /// Pages on which there is nothing.
    pub blank: BTreeSet<usize>,
    /// What each looked-at page draws, in the order asked.
    pub seen: Vec<Seen>,
}

/// Looks at these pages, each with its number.
pub fn look<'a>(
    document: &'a Document,
    pages: impl Iterator<Item = (usize, &'a Leaf)>,
    all: &HashSet<ObjectId>,
) -> Found {
    let mut walk = Walk { document, pages: all, known: HashSet::new(), found: Found::default(), page: 0 };
    let mut before = BTreeMap::new();
    for (number, leaf) in pages {
        walk.page = number;
        // A page that comes twice stands where another should be.
        if let Some(other) = before.insert(leaf.id, number)
            && other != number
        {
            walk.found.doubtful.extend([other, number]);
        }
        let (width, height) = Sheet::of(&leaf.dict, document).size();
        if width.min(height) < NARROWEST {
            walk.found.doubtful.insert(number);
        }
        walk.leaf(&leaf.dict);
    }
    walk.found
}

struct Walk<'a> {
    document: &'a Document,
    pages: &'a HashSet<ObjectId>,
    known: HashSet<ObjectId>,
    found: Found,
    page: usize,
}

/// How much the absence of a thing matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Matters {
    /// What the page draws.
    Drawing,
    /// Notes and fields.
    Notes,
}

impl<'a> Walk<'a> {
    fn leaf(&mut self, page: &'a Dictionary) {
        let content = self.content(page);
        let seen = content::read(&content);
        if seen.torn || !self.has(page, b"Font", &seen.fonts) || !self.has(page, b"XObject", &seen.drawings) {
            self.found.doubtful.insert(self.page);
        }
        let has_notes =
            page.get_deref(b"Annots", self.document).and_then(Object::as_array).is_ok_and(|notes| !notes.is_empty());
        if !seen.draws {
            // Notes alone can be a page, but hardly ever are.
            let found = if has_notes { &mut self.found.doubtful } else { &mut self.found.blank };
            found.insert(self.page);
        }
        self.found.seen.push(seen);
        for key in [b"Resources".as_slice(), b"Group"] {
            if let Ok(value) = page.get(key) {
                self.reach(value, Matters::Drawing);
            }
        }
        if let Ok(notes) = page.get(b"Annots") {
            self.reach(notes, Matters::Notes);
        }
    }

    /// Whether the page has everything of this kind that it names.
    fn has(&self, page: &Dictionary, kind: &[u8], names: &BTreeSet<Vec<u8>>) -> bool {
        let resources = page.get_deref(b"Resources", self.document).and_then(Object::as_dict);
        let kind = resources.and_then(|all| all.get_deref(kind, self.document)).and_then(Object::as_dict);
        let is_thing = |thing: &Object| thing.as_dict().is_ok() || thing.as_stream().is_ok();
        names.iter().all(|name| kind.as_ref().is_ok_and(|kind| kind.get_deref(name, self.document).is_ok_and(is_thing)))
    }

    /// What the page draws, unfolded; each part is looked at on the way.
    fn content(&mut self, page: &'a Dictionary) -> Vec<u8> {
        let mut whole = Vec::new();
        let mut waiting: Vec<&Object> = page.get(b"Contents").into_iter().collect();
        let mut steps = 0;
        while let Some(part) = waiting.pop() {
            steps += 1;
            if steps > 100_000 || whole.len() > MOST_CONTENT {
                self.found.broken.insert(self.page);
                break;
            }
            match part {
                Object::Reference(id) => match self.document.objects.get(id) {
                    Some(object) => waiting.push(object),
                    None => self.missing(*id, Matters::Drawing),
                },
                Object::Array(parts) => waiting.extend(parts.iter().rev()),
                Object::Stream(stream) => {
                    self.stream(stream, false);
                    match stream.get_plain_content_with_limit(MOST_CONTENT) {
                        Ok(bytes) => {
                            whole.extend_from_slice(&bytes);
                            whole.push(b'\n');
                        }
                        Err(_) => {
                            self.found.broken.insert(self.page);
                        }
                    }
                }
                Object::Null => {}
                Object::Boolean(_)
                | Object::Integer(_)
                | Object::Real(_)
                | Object::Name(_)
                | Object::String(..)
                | Object::Dictionary(_) => {
                    self.found.broken.insert(self.page);
                }
            }
        }
        whole
    }

    /// Everything that can be reached from here.
    fn reach(&mut self, from: &'a Object, matters: Matters) {
        let mut waiting = vec![from];
        while let Some(object) = waiting.pop() {
            match object {
                Object::Reference(id) if self.pages.contains(id) => {}
                Object::Reference(id) => match self.document.objects.get(id) {
                    Some(object) if self.known.insert(*id) => waiting.push(object),
                    Some(_) => {}
                    None => self.missing(*id, matters),
                },
                Object::Array(items) => waiting.extend(items),
                Object::Dictionary(dict) => waiting.extend(dict.iter().map(|(_, value)| value)),
                Object::Stream(stream) => {
                    waiting.extend(stream.dict.iter().map(|(_, value)| value));
                    let is_picture =
                        stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|of| of == b"Image");
                    self.stream(stream, is_picture);
                }
                Object::Null
                | Object::Boolean(_)
                | Object::Integer(_)
                | Object::Real(_)
                | Object::Name(_)
                | Object::String(..) => {}
            }
        }
    }

    /// An object that is referred to and not there. In a sound file that means nothing, by the book.
    fn missing(&mut self, id: ObjectId, matters: Matters) {
        let rebuilt = self.document.xref_recovery == Some(XrefRecovery::Reconstructed);
        let listed = match self.document.reference_table.get(id.0) {
            Some(XrefEntry::Normal { generation, .. }) => *generation == id.1,
            Some(XrefEntry::Compressed { .. }) => id.1 == 0,
            Some(XrefEntry::Free | XrefEntry::UnusableFree) | None => false,
        };
        if listed || (rebuilt && matters == Matters::Drawing) {
            self.found.broken.insert(self.page);
        } else if matters == Matters::Drawing {
            self.found.doubtful.insert(self.page);
        }
    }

    fn stream(&mut self, stream: &Stream, is_picture: bool) {
        let filters: Vec<&[u8]> = match stream.dict.get_deref(b"Filter", self.document) {
            Ok(Object::Name(name)) => vec![name],
            Ok(Object::Array(filters)) => filters.iter().filter_map(|filter| filter.as_name().ok()).collect(),
            Ok(_) | Err(_) => Vec::new(),
        };
        let sound = match filters.as_slice() {
            // The reader knows where it begins and not where it ends.
            _ if stream.content.is_empty() && stream.start_position.is_some() => Unfolds::Broken,
            [b"FlateDecode" | b"Fl", ..] => unfolds(&stream.content),
            [b"ASCII85Decode" | b"A85", rest @ ..] => match from_letters(&stream.content) {
                Some(bytes) if matches!(rest, [b"FlateDecode" | b"Fl", ..]) => unfolds(&bytes),
                Some(_) => Unfolds::Whole,
                None => Unfolds::Broken,
            },
            [b"DCTDecode" | b"DCT", ..] if !ends_as_photo(&stream.content) => Unfolds::Short,
            _ => Unfolds::Whole,
        };
        match sound {
            Unfolds::Whole => {}
            // A picture is shown as far as it goes; anything else may take the page with it.
            Unfolds::Unsure | Unfolds::Short if is_picture => {
                self.found.doubtful.insert(self.page);
            }
            Unfolds::Unsure | Unfolds::Short | Unfolds::Broken => {
                self.found.broken.insert(self.page);
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unfolds {
    Whole,
    /// To its end, but its sum is wrong.
    Unsure,
    /// The end is missing.
    Short,
    Broken,
}

/// Unfolds a compressed stream to nowhere.
fn unfolds(bytes: &[u8]) -> Unfolds {
    if bytes.is_empty() {
        return Unfolds::Whole;
    }
    // Other readers refuse a wrong head, though what follows it is whole.
    let has_head = matches!(bytes, [0x08 | 0x18 | 0x28 | 0x38 | 0x48 | 0x58 | 0x68 | 0x78, _, ..])
        && bytes.first_chunk::<2>().is_some_and(|head| u16::from_be_bytes(*head) % 31 == 0);
    let found = through(bytes, true);
    if found != Unfolds::Broken || !has_head {
        return found;
    }
    let without_sum = through(bytes.get(2..).unwrap_or_default(), false);
    if without_sum == Unfolds::Whole { Unfolds::Unsure } else { without_sum }
}

/// What stands written in 85 letters, to the mark that ends it; `None` if a letter is none of them or the end is missing.
fn from_letters(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 5 * 4);
    let mut group: Vec<u32> = Vec::with_capacity(5);
    let mut letters = text.iter().filter(|letter| !letter.is_ascii_whitespace() && **letter != 0);
    loop {
        match letters.next()? {
            b'z' if group.is_empty() => bytes.extend_from_slice(&[0; 4]),
            b'~' => break,
            letter @ b'!'..=b'u' => group.push(u32::from(letter - b'!')),
            _ => return None,
        }
        if group.len() == 5 {
            bytes.extend_from_slice(&four(&group)?);
            group.clear();
        }
    }
    let given = group.len();
    if given == 1 {
        return None;
    }
    if given > 1 {
        group.resize(5, 84);
        bytes.extend_from_slice(four(&group)?.get(..given - 1)?);
    }
    Some(bytes)
}

/// The four bytes that five letters stand for.
fn four(group: &[u32]) -> Option<[u8; 4]> {
    let number = group.iter().try_fold(0_u32, |number, letter| number.checked_mul(85)?.checked_add(*letter))?;
    Some(number.to_be_bytes())
}

fn through(bytes: &[u8], with_sum: bool) -> Unfolds {
    let mut machine = Decompress::new(with_sum);
    let mut room = vec![0; 64 << 10];
    loop {
        let (taken, given) = (machine.total_in(), machine.total_out());
        let rest = usize::try_from(taken).ok().and_then(|taken| bytes.get(taken..)).unwrap_or_default();
        match machine.decompress(rest, &mut room, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return Unfolds::Whole,
            Ok(Status::Ok | Status::BufError) if machine.total_in() == taken && machine.total_out() == given => {
                return Unfolds::Short;
            }
            Ok(Status::Ok | Status::BufError) if machine.total_out() > MOST_UNFOLDED as u64 => return Unfolds::Broken,
            Ok(Status::Ok | Status::BufError) => {}
            Err(_) => return Unfolds::Broken,
        }
    }
}

/// Whether a photo's last mark is there.
fn ends_as_photo(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(64)..).unwrap_or_default();
    tail.windows(2).any(|mark| mark == [0xff, 0xd9])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packet::file::squeezed;

    #[test]
    fn a_stream_that_ends_early_or_is_torn_does_not_unfold() {
        let words: Vec<u8> =
            (0..20_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        let whole = squeezed(Dictionary::new(), &words).content;
        assert_eq!(unfolds(&whole), Unfolds::Whole);
        assert_eq!(unfolds(&whole[..whole.len() / 2]), Unfolds::Short);
        assert_eq!(unfolds(&whole[..whole.len() - 4]), Unfolds::Short);
        let mut sum = whole.clone();
        *sum.last_mut().expect("it has bytes") ^= 1;
        assert_eq!(unfolds(&sum), Unfolds::Unsure);
        assert_eq!(unfolds(b"\xff\xff\xff\xff"), Unfolds::Broken);
        assert_eq!(unfolds(b""), Unfolds::Whole);
    }

    #[test]
    fn bytes_written_in_letters_are_read_or_refused() {
        let check = |text: &[u8], bytes: Option<&[u8]>| assert_eq!(from_letters(text).as_deref(), bytes);
        check(b"87cUR\nD]~>", Some(b"Hello"));
        check(b"z~>", Some(&[0; 4]));
        check(b"87cUR", None);
        check(b"87c\xffR~>", None);
        check(b"uuuuu~>", None);
    }
}
