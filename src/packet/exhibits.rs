//! The person's own papers behind the letter: PDFs, photos and text, each with its letter, all pages counted.
//!
//! Bytes come one exhibit at a time from whoever asks for the packet. Knows no storage, no browser and no case.

mod clean;
mod content;
pub(super) mod copy;
mod damage;
pub(super) mod form;
mod geometry;
mod jpeg;
pub(super) mod layers;
pub(super) mod marks;
mod open;
mod pdf;
mod photo;
mod png;
mod rescue;
mod text;
mod tree;

use std::collections::BTreeMap;
use std::fmt;

use lopdf::{Dictionary, Object};
use serde::{Deserialize, Serialize};

pub(super) use geometry::Sheet;
pub(super) use marks::Mark;

use super::file::{File, squeezed};
use super::message::{Enclosed, Piece};
use super::{Error, MAX_PAGES, Progress, Supply};
use crate::case::Number;
use crate::civil::Date;
use content::Balance;

/// The most bytes that are taken in together: with what the work itself needs, more would end the page on a phone.
pub const MOST_BYTES: usize = 400_000_000;

/// The longest text that is set, in bytes: some five hundred pages.
const MOST_TEXT: usize = 2_000_000;

/// A paper of the person's own, in the order in which it goes behind the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exhibit {
    /// What the index and the bookmarks call it.
    pub title: String,
    /// The date printed on it.
    pub dated: Option<Date>,
    /// The paper of the case that it is a copy of, so that the letter can lead to it.
    pub document: Option<Number>,
    /// Which of its pages go in, from 1, in this order; empty means all.
    pub pages: Vec<usize>,
    /// What opens it, if it is locked. Never kept.
    pub password: Option<Password>,
}

/// What opens a locked file. Is shown nowhere, not even to those who look for faults.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Password(…)")
    }
}

/// The letter of an exhibit, from 0: `A` to `Z`, then `AA`.
#[must_use]
pub fn letter(exhibit: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = exhibit + 1;
    while rest > 0 {
        rest -= 1;
        letters.extend(u8::try_from(rest % 26).map(|letter| char::from(b'A' + letter)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// What an exhibit is called in letter, index and stamp: `Exhibit B`.
#[must_use]
pub fn name(exhibit: usize) -> String {
    format!("Exhibit {}", letter(exhibit))
}

/// Why an exhibit cannot go in. Pages are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Trouble {
    /// Its bytes could not be had.
    #[error("the file is not there")]
    Gone,
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is none of the kinds that can be bound.
    #[error("neither PDF, JPEG, PNG nor text")]
    Unknown,
    /// A photo in the form that iPhones keep.
    #[error("a HEIC photo")]
    Heic,
    /// It needs a password.
    #[error("locked")]
    Locked,
    /// The password does not open it.
    #[error("the password is wrong")]
    WrongPassword,
    /// It is protected in a way that no password opens here.
    #[error("protected in a way that is not known here")]
    Protected,
    /// It cannot be read at all.
    #[error("not readable")]
    Unreadable,
    /// Parts of these pages are missing or broken.
    #[error("pages {pages:?} are damaged")]
    Damaged {
        /// Which.
        pages: Vec<usize>,
    },
    /// It ends early, and nobody can say how many pages it had.
    #[error("cut off after {found} pages")]
    CutOff {
        /// How many pages can still be read.
        found: usize,
    },
    /// A form that draws itself in the program that made it; anywhere else its pages say only that.
    #[error("a form that only its own program shows")]
    LivingForm,
    /// A text that would fill hundreds of pages.
    #[error("a very long text")]
    LongText,
    /// It has no pages.
    #[error("no pages")]
    NoPages,
    /// A page was chosen that is not there.
    #[error("page {page} of {of}")]
    NoSuchPage {
        /// Which.
        page: usize,
        /// How many there are.
        of: usize,
    },
    /// A photo of a kind that PDF does not have.
    #[error("a rare kind of photo")]
    RarePhoto,
}

/// Something that the person should know of an exhibit that went in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Which exhibit, from 0.
    pub exhibit: usize,
    /// What there is to know.
    pub about: About,
}

/// What there is to know of an exhibit. Pages are counted from 1 within it, as they were in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum About {
    /// The file was damaged; all its pages were found again.
    Mended,
    /// The file was damaged; its pages were copied as pictures are, and entries in forms or notes may be missing.
    CopiedOnly {
        /// How many pages were found.
        pages: usize,
    },
    /// The file says that it has more pages than were found.
    Fewer {
        /// What it says.
        said: usize,
        /// What was found.
        found: usize,
    },
    /// These pages have nothing on them.
    Blank {
        /// Which.
        pages: Vec<usize>,
    },
    /// Something on these pages does not add up, such as a picture that ends early.
    Doubtful {
        /// Which.
        pages: Vec<usize>,
    },
    /// Scripts or commands were taken out.
    Scripts,
    /// Files within the file, films or sounds were taken out.
    Files,
    /// An electronic signature stays to be seen, but can no longer be checked.
    Signature,
}

/// What all exhibits came to, once their objects are in the file.
pub(super) struct Gathered {
    /// One for each exhibit, in order.
    pub bound: Vec<Bound>,
    /// Their forms as one.
    pub form: form::Merged,
    /// Their layers as one.
    pub layers: layers::Merged,
    /// What the person should know.
    pub notices: Vec<Notice>,
}

/// An exhibit that is in.
pub(super) enum Bound {
    /// Pages of its own.
    Pages {
        /// The pages in order.
        pages: Vec<BoundPage>,
        /// Its own bookmarks.
        marks: Vec<Mark>,
    },
    /// A text that is set on our pages.
    Text(Piece),
}

impl Bound {
    /// How many pages it has, unless they are still to be set.
    pub fn length(&self) -> Option<usize> {
        match self {
            Self::Pages { pages, .. } => Some(pages.len()),
            Self::Text(_) => None,
        }
    }
}

/// A page that is in the file already, but for its stamp.
#[derive(Clone, Copy)]
pub(super) struct BoundPage {
    /// The page's number in the file.
    pub number: u32,
    /// The number kept for its stamp.
    pub stamp: u32,
    /// Its size and how it is turned.
    pub sheet: Sheet,
}

/// Takes in the exhibits one by one and writes their pages. `tree` is the number of the page tree to come.
///
/// # Errors
/// When an exhibit cannot go in whole, there are too many pages, or the person stopped it.
pub(super) fn gather(
    exhibits: &[Enclosed],
    supply: &mut dyn Supply,
    file: &mut File,
    tree: u32,
) -> Result<Gathered, Error> {
    let mut binder = Binder {
        file,
        tree,
        around: BTreeMap::new(),
        gathered: Gathered {
            bound: Vec::new(),
            form: form::Merged::default(),
            layers: layers::Merged::default(),
            notices: Vec::new(),
        },
        pages: 0,
        supply,
    };
    let mut taken = 0_usize;
    for (exhibit, enclosed) in exhibits.iter().enumerate() {
        binder.goes_on(Progress::Reading { exhibit })?;
        let bytes = binder.supply.bytes(exhibit).ok_or(Error::Exhibit { exhibit, why: Trouble::Gone })?;
        taken += bytes.len();
        if taken > MOST_BYTES {
            return Err(Error::TooLarge { limit: MOST_BYTES });
        }
        let bound = binder.exhibit(exhibit, enclosed, bytes)?;
        binder.gathered.bound.push(bound);
    }
    Ok(binder.gathered)
}

/// Writes pages into the file and remembers what they share.
struct Binder<'a> {
    file: &'a mut File,
    tree: u32,
    /// What stands before and after pages that leave the same open.
    around: BTreeMap<Vec<u8>, u32>,
    gathered: Gathered,
    pages: usize,
    supply: &'a mut dyn Supply,
}

impl Binder<'_> {
    fn exhibit(&mut self, exhibit: usize, enclosed: &Enclosed, bytes: Vec<u8>) -> Result<Bound, Error> {
        let trouble = |why| Error::Exhibit { exhibit, why };
        match sniff(&bytes) {
            Kind::Nothing => Err(trouble(Trouble::Empty)),
            Kind::Pdf => self.pdf(exhibit, enclosed, bytes),
            Kind::Jpeg => self.photo(exhibit, enclosed, photo::Photo::jpeg(bytes).map_err(trouble)?),
            Kind::Png => self.photo(exhibit, enclosed, photo::Photo::png(&bytes).map_err(trouble)?),
            Kind::Heic => Err(trouble(Trouble::Heic)),
            Kind::Text => {
                let text = text::read(&bytes).ok_or_else(|| trouble(Trouble::Unknown))?;
                if text.trim().is_empty() {
                    return Err(trouble(Trouble::Empty));
                }
                if text.len() > MOST_TEXT {
                    return Err(trouble(Trouble::LongText));
                }
                Ok(Bound::Text(text::piece(&enclosed.title, &text)))
            }
        }
    }

    fn photo(&mut self, exhibit: usize, enclosed: &Enclosed, photo: photo::Photo) -> Result<Bound, Error> {
        if let Some(page) = enclosed.pages.iter().find(|page| **page != 1) {
            return Err(Error::Exhibit { exhibit, why: Trouble::NoSuchPage { page: *page, of: 1 } });
        }
        self.count_page(exhibit)?;
        let page = self.file.number();
        let stamp = self.file.number();
        let (image, drawing, sheet) = photo.laid();
        let image = self.file.add(&Object::Stream(image));
        let mut pictures = Dictionary::new();
        pictures.set("Photo", Object::Reference((image, 0)));
        let mut resources = Dictionary::new();
        resources.set("XObject", Object::Dictionary(pictures));
        let drawing = self.file.add(&Object::Stream(squeezed(Dictionary::new(), drawing.as_bytes())));
        let mut dict = sheet.page();
        dict.set("Resources", Object::Dictionary(resources));
        dict.set("Contents", Object::Reference((drawing, 0)));
        self.stamped(&mut dict, Balance::default(), stamp);
        self.file.put(page, &Object::Dictionary(dict));
        Ok(Bound::Pages { pages: vec![BoundPage { number: page, stamp, sheet }], marks: Vec::new() })
    }

    /// Puts the content of a page between what saves its state and what draws its stamp. References are the file's own.
    fn stamped(&mut self, page: &mut Dictionary, balance: Balance, stamp: u32) {
        let mut drawn = std::collections::BTreeSet::new();
        if let Ok(Object::Dictionary(resources)) = page.get(b"Resources")
            && let Ok(Object::Dictionary(pictures)) = resources.get(b"XObject")
        {
            drawn.extend(pictures.iter().map(|(name, _)| name.clone()));
        }
        let mut name = "RecourseStamp".to_owned();
        while drawn.contains(name.as_bytes()) {
            name.push('+');
        }
        let before = self.shared(balance.before());
        let after = self.shared(balance.after(&name));
        let own = match page.remove(b"Contents") {
            Some(Object::Array(parts)) => parts,
            Some(part @ Object::Reference(_)) => vec![part],
            Some(_) | None => Vec::new(),
        };
        let parts = [vec![Object::Reference((before, 0))], own, vec![Object::Reference((after, 0))]].concat();
        page.set("Contents", Object::Array(parts));
        let mut resources = match page.remove(b"Resources") {
            Some(Object::Dictionary(resources)) => resources,
            Some(_) | None => Dictionary::new(),
        };
        let mut pictures = match resources.remove(b"XObject") {
            Some(Object::Dictionary(pictures)) => pictures,
            Some(_) | None => Dictionary::new(),
        };
        pictures.set(name, Object::Reference((stamp, 0)));
        resources.set("XObject", Object::Dictionary(pictures));
        page.set("Resources", Object::Dictionary(resources));
        page.set("Type", Object::Name(b"Page".to_vec()));
        page.set("Parent", Object::Reference((self.tree, 0)));
    }

    /// The number of a content stream that pages share.
    fn shared(&mut self, content: Vec<u8>) -> u32 {
        if let Some(number) = self.around.get(&content) {
            return *number;
        }
        let number = self.file.add(&Object::Stream(lopdf::Stream::new(Dictionary::new(), content.clone())));
        self.around.insert(content, number);
        number
    }

    fn count_page(&mut self, exhibit: usize) -> Result<(), Error> {
        self.pages += 1;
        if self.pages > MAX_PAGES {
            return Err(Error::TooManyPages { limit: MAX_PAGES });
        }
        self.goes_on(Progress::Page { exhibit, pages: self.pages })
    }

    fn goes_on(&mut self, progress: Progress) -> Result<(), Error> {
        if self.supply.goes_on(progress) { Ok(()) } else { Err(Error::Stopped) }
    }
}

/// What a file is, by its first bytes.
enum Kind {
    Nothing,
    Pdf,
    Jpeg,
    Png,
    Heic,
    Text,
}

fn sniff(bytes: &[u8]) -> Kind {
    let head = bytes.get(..bytes.len().min(8192)).unwrap_or_default();
    if bytes.is_empty() {
        Kind::Nothing
    } else if head.starts_with(&[0xff, 0xd8, 0xff]) {
        Kind::Jpeg
    } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        Kind::Png
    } else if head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(is_heic) {
        Kind::Heic
    } else if head.windows(5).any(|five| five == b"%PDF-") {
        Kind::Pdf
    } else {
        Kind::Text
    }
}

fn is_heic(brand: &[u8]) -> bool {
    [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"].iter().any(|known| *known == brand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exhibits_go_from_a_to_z_and_on() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702].into_iter().map(letter).collect();
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_password_is_shown_nowhere() {
        assert_eq!(format!("{:?}", Password("secret".to_owned())), "Password(…)");
    }
}
