//! Letters, lists and the person's own papers bound into one PDF, with bookmarks, and a number on each page.
//!
//! Pure: title, date and order come in, and equal input gives equal bytes. Knows no case, no law and no browser. Our own
//! pages are set and tagged by krilla; the pages of exhibits are moved, object by object, into one file with them.

pub mod archive;
pub mod contents;
pub mod docx;
pub mod exhibits;
mod file;
mod flow;
pub mod identifiers;
mod index;
mod merge;
pub mod message;
mod pages;
mod pdf;
pub mod references;
mod table;
mod tags;
mod typeface;

use serde::{Deserialize, Serialize};

use crate::civil::Date;
use crate::paper::Paper;
use exhibits::{Exhibit, Notice, Trouble};

/// What to bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The document's title, as in its properties and at the foot of each page.
    pub title: String,
    /// The person whose packet it is, if known.
    pub author: Option<String>,
    /// The language as a tag, such as `en-US`.
    pub language: String,
    /// The day that the document bears in its properties.
    pub date: Date,
    /// The papers in order, each on a page of its own.
    pub sections: Vec<Section>,
    /// The person's own papers in order, behind ours. An index is put before them. Their bytes come by [`Supply`].
    pub exhibits: Vec<Exhibit>,
}

impl Request {
    /// A letter alone.
    #[must_use]
    pub fn letter(letter: &Paper, author: Option<String>) -> Self {
        Self::of(author, letter.title.clone(), letter.date, vec![Section { role: Role::Letter, paper: letter.clone() }])
    }

    /// The papers in their order, such as cover, letter, list of documents and chronology. One without entries is left out.
    #[must_use]
    pub fn packet(author: Option<String>, title: String, date: Date, papers: Vec<(Role, Paper)>) -> Self {
        let sections = papers.into_iter().filter(|(_, paper)| !paper.parts.is_empty());
        Self::of(author, title, date, sections.map(|(role, paper)| Section { role, paper }).collect())
    }

    fn of(author: Option<String>, title: String, date: Date, sections: Vec<Section>) -> Self {
        Self { title, author, language: "en-US".into(), date, sections, exhibits: Vec::new() }
    }

    /// The same with these exhibits behind it. The index that they get takes the place of the list of documents and of
    /// what the cover says is inside.
    #[must_use]
    pub fn with_exhibits(mut self, exhibits: Vec<Exhibit>) -> Self {
        if !exhibits.is_empty() {
            self.sections.retain(|section| section.role != Role::Documents);
            for cover in self.sections.iter_mut().filter(|section| section.role == Role::Cover) {
                cover.paper.parts.retain(|part| !contents::is_inside(part));
            }
        }
        Self { exhibits, ..self }
    }
}

/// A paper and its place in the packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is in the packet.
    pub role: Role,
    /// The paper.
    pub paper: Paper,
}

/// What a paper is in the packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The first page: who, what, to whom.
    Cover,
    /// The letter itself. A letter alone is numbered as a letter, not as a packet.
    Letter,
    /// The list of documents.
    Documents,
    /// The list of what is in the packet and on which page. Made when there are exhibits.
    Index,
    /// What happened, in order.
    Chronology,
    /// The ways to go from here, for the person's own copy.
    Options,
    /// A text that is one of the exhibits.
    Exhibit,
}

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Where characters were replaced by an empty box, because the typeface lacks them. Empty means all is as written.
    pub missing: Vec<Missing>,
    /// What the person should know of the exhibits. Empty means all went in as they are.
    pub notices: Vec<Notice>,
    /// What is in it and where, as its index says. Empty for papers without exhibits.
    pub contents: Vec<Entry>,
}

/// A part of a packet: a paper of ours or an exhibit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// `Exhibit B`; none for a paper of ours.
    pub exhibit: Option<String>,
    /// Its title.
    pub title: String,
    /// The date printed on it.
    pub dated: Option<Date>,
    /// The packet page on which it begins, from 1.
    pub first: usize,
    /// How many pages it has.
    pub pages: usize,
}

/// Characters that the typeface lacks. Each is printed as an empty box, so that its place is seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// Where they stand.
    pub place: Place,
    /// The characters, each once, in the order in which they come.
    pub characters: Vec<char>,
}

/// A place in a packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Place {
    /// The title at the foot of each page.
    Title,
    /// A part of a section.
    Part {
        /// What the section is.
        role: Role,
        /// Which section of the request, from 0.
        section: usize,
        /// The part's key within its paper.
        key: String,
    },
}

/// Why no PDF was made. Crosses from the worker to the page, hence serializable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Error {
    /// The document has no title.
    #[error("the document has no title")]
    NoTitle,
    /// The language is not a tag such as `en-US`.
    #[error("{given:?} is not a language tag")]
    NoLanguage {
        /// What was given.
        given: String,
    },
    /// There is nothing to bind.
    #[error("there is no paper to bind")]
    NoPapers,
    /// A paper has no title, so it could have no bookmark.
    #[error("section {section} has no title")]
    UntitledPaper {
        /// Which section of the request, from 0.
        section: usize,
    },
    /// A paper has no words.
    #[error("section {section} has no words")]
    EmptyPaper {
        /// Which section of the request, from 0.
        section: usize,
    },
    /// A row of a table is not as long as its head, so words would be lost or misplaced.
    #[error("row {row} of {key} in section {section} does not fit its head")]
    UnevenTable {
        /// Which section of the request, from 0.
        section: usize,
        /// The part's key.
        key: String,
        /// Which row, from 0.
        row: usize,
    },
    /// More pages than anybody would mail.
    #[error("the packet has more than {limit} pages")]
    TooManyPages {
        /// The most that is bound.
        limit: usize,
    },
    /// An exhibit cannot go in.
    #[error("exhibit {exhibit}: {why}")]
    Exhibit {
        /// Which of the request, from 0.
        exhibit: usize,
        /// Why.
        why: Trouble,
    },
    /// The exhibits are larger than what can be bound on a phone.
    #[error("the exhibits have more than {limit} bytes")]
    TooLarge {
        /// The most bytes that are taken in.
        limit: usize,
    },
    /// The person stopped it. Nothing is left of it.
    #[error("stopped")]
    Stopped,
    /// The writer found its own work not up to the standard. A fault of the program.
    #[error("the PDF would not keep its standard: {}", faults.join(", "))]
    BelowStandard {
        /// The names of what is wrong.
        faults: Vec<String>,
    },
}

/// The most pages that are bound.
pub const MAX_PAGES: usize = 2000;

/// How far the binding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Progress {
    /// An exhibit is being read.
    Reading {
        /// Which, from 0.
        exhibit: usize,
    },
    /// An exhibit is so damaged that the last way is tried. If the work breaks down now, its file is why.
    Rescuing {
        /// Which, from 0.
        exhibit: usize,
    },
    /// A page of an exhibit is in.
    Page {
        /// Which exhibit, from 0.
        exhibit: usize,
        /// How many pages of exhibits are in by now.
        pages: usize,
    },
    /// The exhibits are in; our own pages and the stamps follow.
    Setting,
}

/// Whoever wants a packet: hands over the exhibits one by one, and may stop the work.
pub trait Supply {
    /// The bytes of an exhibit, by its place in the request; `None` if they cannot be had. Asked once for each, in order.
    fn bytes(&mut self, exhibit: usize) -> Option<Vec<u8>>;

    /// How many bytes all exhibits have together, so that room is made once.
    fn size(&self) -> usize {
        0
    }

    /// Hears how far the work is. `false` stops it, and nothing is left.
    fn goes_on(&mut self, progress: Progress) -> bool {
        let _ = progress;
        true
    }
}

/// For packets without exhibits.
struct NoExhibits;

impl Supply for NoExhibits {
    fn bytes(&mut self, _: usize) -> Option<Vec<u8>> {
        None
    }
}

/// The PDF of these papers, without exhibits.
///
/// # Errors
/// When the request lacks what a PDF needs, or is too long. See [`Error`].
pub fn build(request: &Request) -> Result<Packet, Error> {
    build_with(request, &mut NoExhibits)
}

/// The PDF of these papers and exhibits.
///
/// # Errors
/// As [`build`], and when an exhibit cannot go in whole.
pub fn build_with(request: &Request, supply: &mut dyn Supply) -> Result<Packet, Error> {
    bind(&message::Job::from(request), supply)
}

/// The PDF of a job. [`build_with`] for the worker, which gets its request as a [`message::Job`].
///
/// # Errors
/// As [`build_with`].
pub fn bind(job: &message::Job, supply: &mut dyn Supply) -> Result<Packet, Error> {
    check(job)?;
    if job.exhibits.is_empty() {
        let mut typeface = typeface::Typeface::new();
        let flow = flow::of(job, &mut typeface);
        let pages = pages::of(&flow.sections, &flow.heads)?;
        let sheets = pdf::Sheet::papers(job, &pages);
        let bytes = pdf::write(job, &sheets, flow.tags, &mut typeface)?;
        return Ok(Packet {
            bytes,
            pages: pages.len(),
            missing: flow.missing,
            notices: Vec::new(),
            contents: Vec::new(),
        });
    }
    merge::bind(job, supply)
}

fn check(job: &message::Job) -> Result<(), Error> {
    if job.title.trim().is_empty() {
        return Err(Error::NoTitle);
    }
    if !is_language(&job.language) {
        return Err(Error::NoLanguage { given: job.language.clone() });
    }
    if job.pieces.is_empty() {
        return Err(Error::NoPapers);
    }
    for (section, piece) in job.pieces.iter().enumerate() {
        if piece.title.trim().is_empty() {
            return Err(Error::UntitledPaper { section });
        }
        for part in &piece.parts {
            if let message::Block::Table { head, rows } = &part.block
                && let Some(row) = rows.iter().position(|row| row.len() != head.len())
            {
                return Err(Error::UnevenTable { section, key: part.key.clone(), row });
            }
        }
        if !piece.parts.iter().any(|part| flow::has_words(&part.block)) {
            return Err(Error::EmptyPaper { section });
        }
    }
    Ok(())
}

/// Whether this is a language and its variants, such as `en-US`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
