//! A copy outside the browser: one JSON file with its cases, and what to do when such a case is here already.

use std::collections::BTreeSet;

use super::{CASE, COPY, Error, Head, Place, VERSION, body, head, shapes};
use crate::case::{Case, CaseId};
use crate::civil::Date;

/// A copy that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The day it was saved; not known for a text that had been set aside.
    pub saved_on: Option<Date>,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// The file's text.
#[must_use]
pub fn write<'a>(cases: impl IntoIterator<Item = &'a Case>, saved_on: Date) -> String {
    let cases = cases.into_iter().map(shapes::store).collect();
    super::to_text(&shapes::Copy { recourse: COPY.to_owned(), version: VERSION, saved_on, cases })
}

/// The file's name. It says nothing about the person, since it shows in the list of downloads.
#[must_use]
pub fn file_name(saved_on: Date) -> String {
    format!("recourse-copy-{saved_on}.json")
}

/// The cases of a copy; also of a text that an older page had set aside.
///
/// # Errors
/// [`Error`].
pub fn read(text: &str) -> Result<Opened, Error> {
    match head(text)? {
        head if head.is(COPY) => {
            let copy: shapes::Copy = body(text)?;
            let cases: Result<Vec<Case>, Place> = copy.cases.into_iter().map(shapes::restore).collect();
            let cases = cases.map_err(|at| Error::Damaged { at })?;
            let mut seen = BTreeSet::new();
            if cases.iter().all(|case| seen.insert(&case.id)) {
                Ok(Opened { saved_on: Some(copy.saved_on), cases })
            } else {
                Err(Error::Damaged { at: Place::Id })
            }
        }
        Head { kind, .. } if kind == CASE => {
            let (case, _) = super::read(text)?;
            Ok(Opened { saved_on: None, cases: vec![case] })
        }
        head => Err(head.refuse()),
    }
}

/// The case under another name, to stand beside the one that is here already.
#[must_use]
pub fn renamed(case: Case, id: CaseId) -> Case {
    Case { id, ..case }
}
