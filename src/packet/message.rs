//! What goes to the worker that makes PDFs, and what comes back, as plain serializable values.
//!
//! A job holds words and their shapes only: facts and their provenance stay in the page. Knows no PDF.

use serde::{Deserialize, Serialize};

use super::exhibits::{Exhibit, Notice, Password};
use super::references::Names;
use super::{Entry, Error, Missing, Progress, Request, Role};
use crate::civil::Date;
use crate::paper::{self, Line};

/// A request without the sources of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// The document's title.
    pub title: String,
    /// The person whose packet it is, if known.
    pub author: Option<String>,
    /// The language, such as `en-US`.
    pub language: String,
    /// The day that the document bears in its properties.
    pub date: Date,
    /// The papers in order.
    pub pieces: Vec<Piece>,
    /// What goes behind them, in order. The bytes travel beside the job, not in it.
    #[serde(default)]
    pub exhibits: Vec<Enclosed>,
}

/// An exhibit without its bytes, and without the paper of the case that it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enclosed {
    /// What the index and the bookmarks call it.
    pub title: String,
    /// The date printed on it.
    pub dated: Option<Date>,
    /// Which of its pages go in, from 1; empty means all.
    pub pages: Vec<usize>,
    /// What opens it, if it is locked.
    pub password: Option<Password>,
}

/// A paper without the sources of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// What it is in the packet.
    pub role: Role,
    /// Its title.
    pub title: String,
    /// Its parts in order.
    pub parts: Vec<Part>,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The part's key within its paper.
    pub key: String,
    /// What it is.
    pub block: Block,
}

/// [`paper::Block`] with lines as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Block {
    /// Name and address, line by line.
    Address(Vec<String>),
    /// A line that stands alone.
    Standing(String),
    /// Labels and their values.
    Subject(Vec<(String, String)>),
    /// A heading; level 1 is the paper's title, 2 a section.
    Heading {
        /// 1 or 2.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// Words of somebody else, set off.
    Quote(String),
    /// Items, numbered if `numbered`.
    List {
        /// Whether the order matters.
        numbered: bool,
        /// The items.
        items: Vec<String>,
    },
    /// Rows under a head.
    Table {
        /// The names of the columns.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Room to sign above a name.
    Signature(String),
}

/// What the worker says after a job. The bytes of the PDF travel beside it, not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// The PDF is made.
    Made {
        /// How many pages it has.
        pages: usize,
        /// What could not be printed as written.
        missing: Vec<Missing>,
        /// What there is to know of the exhibits.
        notices: Vec<Notice>,
        /// What is in it and where.
        contents: Vec<Entry>,
    },
    /// No PDF was made.
    Refused(Error),
}

/// Why no PDF came.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The papers cannot be bound.
    #[error("the papers cannot be bound")]
    Refused(#[source] Error),
    /// The page does not name the worker's files. A fault of the build.
    #[error("the page names no packet worker")]
    NotInPage,
    /// The worker's files could not be fetched or started.
    #[error("the packet worker did not start: {why}")]
    NotStarted {
        /// What the browser said.
        why: String,
    },
    /// The worker broke down. A fault of the program.
    #[error("the packet worker broke down: {place}")]
    BrokeDown {
        /// File and line, or what the browser said.
        place: String,
    },
    /// Something in the worker tried to do what the page's content policy forbids. A fault of the program.
    #[error("the packet worker tried what the content policy forbids: {directive}")]
    Forbidden {
        /// The line of the policy.
        directive: String,
    },
    /// The worker said something that is no answer. A fault of the program.
    #[error("the packet worker's answer could not be read")]
    Unreadable,
    /// The worker said nothing for too long.
    #[error("the packet worker said nothing for {seconds} seconds")]
    Silent {
        /// How long the page waited.
        seconds: u32,
    },
}

impl Job {
    /// The job as text for the worker.
    ///
    /// # Panics
    /// Never: a job holds nothing that JSON cannot say.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).expect("a job is strings, numbers and lists")
    }

    /// The job that `text` says.
    ///
    /// # Errors
    /// When `text` is not a job.
    pub fn from_text(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

impl Progress {
    /// The progress as text for the page.
    ///
    /// # Panics
    /// Never: it holds numbers alone.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).expect("numbers can be said")
    }

    /// The progress that `text` says.
    ///
    /// # Errors
    /// When `text` says none.
    pub fn from_text(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

impl Answer {
    /// The answer as text for the page.
    ///
    /// # Panics
    /// Never: an answer holds nothing that JSON cannot say.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).expect("an answer is strings, numbers and lists")
    }

    /// The answer that `text` says.
    ///
    /// # Errors
    /// When `text` is not an answer.
    pub fn from_text(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

impl From<&Request> for Job {
    fn from(request: &Request) -> Self {
        let names = Names::of(&request.exhibits);
        let pieces = request.sections.iter().map(|section| Piece {
            role: section.role,
            title: section.paper.title.clone(),
            parts: section.paper.parts.iter().map(|part| Part::of(part, &names)).collect(),
        });
        Self {
            title: request.title.clone(),
            author: request.author.clone(),
            language: request.language.clone(),
            date: request.date,
            pieces: pieces.collect(),
            exhibits: request.exhibits.iter().map(Enclosed::from).collect(),
        }
    }
}

impl From<&Exhibit> for Enclosed {
    fn from(exhibit: &Exhibit) -> Self {
        Self {
            title: exhibit.title.clone(),
            dated: exhibit.dated,
            pages: exhibit.pages.clone(),
            password: exhibit.password.clone(),
        }
    }
}

impl Part {
    fn of(part: &paper::Part, names: &Names) -> Self {
        Self { key: part.key.clone(), block: Block::of(&part.block, names) }
    }
}

impl Block {
    /// The block as text; papers that are exhibits are named by their letters too.
    #[must_use]
    pub fn of(block: &paper::Block, names: &Names) -> Self {
        let text = |line: &Line| names.text(line);
        let texts = |lines: &[Line]| lines.iter().map(text).collect::<Vec<_>>();
        match block {
            paper::Block::Address(lines) => Self::Address(texts(lines)),
            paper::Block::Standing(line) => Self::Standing(text(line)),
            paper::Block::Subject(rows) => {
                Self::Subject(rows.iter().map(|(label, line)| (label.clone(), text(line))).collect())
            }
            paper::Block::Heading { level, line } => Self::Heading { level: *level, text: text(line) },
            paper::Block::Paragraph(line) => Self::Paragraph(text(line)),
            paper::Block::Quote(line) => Self::Quote(text(line)),
            paper::Block::List { numbered, items } => Self::List { numbered: *numbered, items: texts(items) },
            paper::Block::Table { head, rows } => {
                Self::Table { head: head.clone(), rows: rows.iter().map(|row| texts(row)).collect() }
            }
            paper::Block::Signature(line) => Self::Signature(text(line)),
        }
    }
}
