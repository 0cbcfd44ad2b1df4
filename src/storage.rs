//! The case as saved text: versions, upgrades, copies, what cannot be read.
//!
//! Knows no browser: texts come in and go out, and the shelf is a trait. Only the shapes in here are serializable.
//!
//! A text says what it is and its version. A version that this page does not know is refused and left alone; a text that
//! cannot be read is set aside whole, never overwritten.
//!
//! The shapes are one set that only grows (`shapes.rs`), so every older text is read through the same shapes. To add to
//! them, raise [`VERSION`], freeze a text of the new version in `tests/fixtures/storage`, and leave the older ones as they
//! are. What is added while a version has not been shipped yet goes into that version.

pub mod copy;
pub mod draft;
pub mod key;
pub mod saving;
mod shapes;
pub mod shelf;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use key::{DraftKey, Key, fresh_id};
pub use shelf::Shelf;

use crate::case::{Case, Number};
use crate::kinds::Field;

/// The version that this page writes. It reads this one and all before it.
pub const VERSION: u64 = 2;

/// The longest text that is read, in bytes: all that a full shelf can hold, three bytes for each of its 5.24 million
/// characters. So every copy that was ever written can be opened, and a film taken for a copy is turned away.
pub const LIMIT: usize = 16_000_000;

/// How often a case has been saved. Two tabs that saved the same number hold the same case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub u64);

/// Why a text is not read. Carries nothing of the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It is not JSON, or was cut off.
    #[error("not JSON, line {line} column {column}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It is JSON, but nothing that this page writes.
    #[error("nothing that this page writes")]
    NotARecourseFile,
    /// It was written by a newer version of the page.
    #[error("version {found}, newer than {known}")]
    Newer {
        /// The text's version.
        found: u64,
        /// The newest that is known here.
        known: u64,
    },
    /// It says that it is ours, and something in it cannot be.
    #[error("damaged at {at:?}")]
    Damaged {
        /// Where.
        at: Place,
    },
    /// It is longer than anything that this page writes.
    #[error("{length} bytes, more than {limit}")]
    TooBig {
        /// Bytes given.
        length: usize,
        /// Bytes read at most.
        limit: usize,
    },
}

/// Where a text is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field is missing, unknown, or of another kind.
    Text {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The version is one that never was.
    Version,
    /// The case's name is no name, another than its key's, or given twice.
    Id,
    /// The case has no claim.
    NoClaim,
    /// The case has no notice.
    NoNotice,
    /// The fact stands twice, in the wrong part of the case, or is of another kind than its field holds.
    Fact(Field),
    /// The number is given twice, or was never given.
    Number(Number),
}

/// The case as text, to be kept under its key.
///
/// # Panics
/// Never: the shapes hold nothing that JSON cannot.
#[must_use]
pub fn write(case: &Case, revision: Revision) -> String {
    let record =
        shapes::Record { recourse: CASE.to_owned(), version: VERSION, revision: revision.0, case: shapes::store(case) };
    to_text(&record)
}

/// The case again, upgraded if an older page wrote it.
///
/// # Errors
/// [`Error`].
pub fn read(text: &str) -> Result<(Case, Revision), Error> {
    match head(text)? {
        head if head.is(CASE) => {
            let record: shapes::Record = body(text)?;
            let case = shapes::restore(record.case).map_err(|at| Error::Damaged { at })?;
            Ok((case, Revision(record.revision)))
        }
        head => Err(head.refuse()),
    }
}

const CASE: &str = "case";
const COPY: &str = "copy";
const DRAFT: &str = "draft";

/// What a text says about itself.
struct Head {
    kind: String,
    version: u64,
}

impl Head {
    /// Whether it is of this kind and of a version that is known here.
    fn is(&self, kind: &str) -> bool {
        self.kind == kind && (1..=VERSION).contains(&self.version)
    }

    /// Why a text of a version or kind that was not asked for is not read.
    fn refuse(self) -> Error {
        if self.version > VERSION && [CASE, COPY, DRAFT].contains(&self.kind.as_str()) {
            Error::Newer { found: self.version, known: VERSION }
        } else if self.version == 0 {
            Error::Damaged { at: Place::Version }
        } else {
            Error::NotARecourseFile
        }
    }
}

/// Reads only what every version has: what it is, and its version.
fn head(text: &str) -> Result<Head, Error> {
    #[derive(Deserialize)]
    struct Shape {
        recourse: String,
        version: u64,
    }
    if text.len() > LIMIT {
        return Err(Error::TooBig { length: text.len(), limit: LIMIT });
    }
    match serde_json::from_str::<Shape>(text) {
        Ok(Shape { recourse, version }) => Ok(Head { kind: recourse, version }),
        Err(error) if error.is_data() => Err(Error::NotARecourseFile),
        Err(error) => Err(Error::NotJson { line: error.line(), column: error.column() }),
    }
}

/// Reads the whole. serde's own message would quote the text, so only the place is kept.
fn body<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text)
        .map_err(|error| Error::Damaged { at: Place::Text { line: error.line(), column: error.column() } })
}

fn to_text<T: serde::Serialize>(shape: &T) -> String {
    serde_json::to_string(shape).expect("the shapes' maps have texts as keys, so nothing fails to be JSON")
}

#[cfg(test)]
pub(crate) mod sample;

#[cfg(test)]
mod tests;
