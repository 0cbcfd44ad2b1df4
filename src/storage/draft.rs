//! Words being typed, kept as they are: pasted letters, call notes, parts of letters, answers on the way in.
//!
//! The way in is a case that is not named yet: its draft's words are what [`super::write`] makes of it.

use super::{DRAFT, Error, VERSION, body, head, shapes};
use crate::civil::Date;

/// Words being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The words, exactly.
    pub text: String,
    /// The day of the last keystroke.
    pub saved_on: Date,
}

/// The draft as text, to be kept under its key.
#[must_use]
pub fn write(draft: &Draft) -> String {
    let shape = shapes::Draft {
        recourse: DRAFT.to_owned(),
        version: VERSION,
        saved_on: draft.saved_on,
        text: draft.text.clone(),
    };
    super::to_text(&shape)
}

/// The draft again.
///
/// # Errors
/// [`Error`].
pub fn read(text: &str) -> Result<Draft, Error> {
    match head(text)? {
        head if head.is(DRAFT) => {
            let draft: shapes::Draft = body(text)?;
            Ok(Draft { text: draft.text, saved_on: draft.saved_on })
        }
        head => Err(head.refuse()),
    }
}
