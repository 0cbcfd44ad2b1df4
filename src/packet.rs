//! Letters and lists bound into one PDF, with tags, bookmarks and page numbers.
//!
//! Pure: title, date and order come in, and equal input gives equal bytes. Knows no case, no law and no browser.
//! Exhibits will be further sections, after the papers; their pages are counted with ours.

pub mod contents;
mod flow;
pub mod message;
mod pages;
mod pdf;
mod table;
mod tags;
mod typeface;

use serde::{Deserialize, Serialize};

use crate::civil::Date;
use crate::paper::Paper;

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
        Self { title, author, language: "en-US".into(), date, sections }
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
    /// What happened, in order.
    Chronology,
    /// The ways to go from here, for the person's own copy.
    Options,
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
    /// The writer found its own work not up to the standard. A fault of the program.
    #[error("the PDF would not keep its standard: {}", faults.join(", "))]
    BelowStandard {
        /// The names of what is wrong.
        faults: Vec<String>,
    },
}

/// The most pages that are bound.
pub const MAX_PAGES: usize = 500;

/// The PDF of these papers.
///
/// # Errors
/// When the request lacks what a PDF needs, or is too long. See [`Error`].
pub fn build(request: &Request) -> Result<Packet, Error> {
    bind(&message::Job::from(request))
}

/// The PDF of a job. [`build`] for the worker, which gets its request as a [`message::Job`].
///
/// # Errors
/// As [`build`].
pub fn bind(job: &message::Job) -> Result<Packet, Error> {
    check(job)?;
    let mut typeface = typeface::Typeface::new();
    let flow = flow::of(job, &mut typeface);
    let pages = pages::of(&flow.sections, &flow.heads)?;
    let bytes = pdf::write(job, &pages, flow.tags, &mut typeface)?;
    Ok(Packet { bytes, pages: pages.len(), missing: flow.missing })
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
