//! What happens on the shelf: saving a case, loading all, setting aside, erasing.
//!
//! One promise above all: a text that somebody else wrote, newer than ours or unreadable to us, is never overwritten.

use std::collections::BTreeSet;

use super::draft::{self, Draft};
use super::key::{DraftKey, Key, is_plain};
use super::shelf::{self, Shelf, ours};
use super::{Error as ReadError, Place, Revision, read, write};
use crate::case::{Case, CaseId};

/// Why something was not saved. What stood on the shelf still stands there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no room.
    #[error("there is no room on the shelf")]
    Full,
    /// The browser gives no shelf.
    #[error("the browser gives no shelf")]
    Blocked,
    /// Another tab saved the case since this one last did.
    #[error("another tab saved revision {}", saved.0)]
    ChangedElsewhere {
        /// What stands on the shelf.
        saved: Revision,
    },
    /// Another tab erased the case. Saving it here would undo that.
    #[error("another tab erased the case")]
    ErasedElsewhere,
    /// A newer version of the page saved it.
    #[error("version {found}, newer than {known}")]
    NewerVersion {
        /// The text's version.
        found: u64,
        /// The newest that is known here.
        known: u64,
    },
}

impl From<shelf::Error> for Error {
    fn from(error: shelf::Error) -> Self {
        match error {
            shelf::Error::Full => Self::Full,
            shelf::Error::Blocked => Self::Blocked,
        }
    }
}

/// A text that cannot be read, kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it stands.
    pub key: String,
    /// The text, to be offered as a file.
    pub text: String,
    /// Why it cannot be read.
    pub why: ReadError,
}

/// A case and how often it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The case.
    pub case: Case,
    /// Its revision on the shelf; the next save says that it expects this one.
    pub revision: Revision,
}

/// All that is on the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Cases, by name, which is by the moment of opening.
    pub cases: Vec<Held>,
    /// Words that were being typed.
    pub drafts: Vec<(DraftKey, Draft)>,
    /// Texts that cannot be read.
    pub aside: Vec<Aside>,
    /// Texts of a newer version of the page. They stay where they are.
    pub newer: Vec<Aside>,
}

/// Saves the case, if what stands on the shelf is what this tab last saw there: nothing for a case that was never
/// saved ([`Revision`] 0), and else the same revision.
///
/// # Errors
/// [`Error`]; then nothing was changed.
pub fn save(shelf: &dyn Shelf, case: &Case, expected: Revision) -> Result<Revision, Error> {
    debug_assert!(is_plain(&case.id), "a name that could not be read back; `fresh_id` makes good ones");
    let key = Key::Case(case.id.clone()).to_string();
    match shelf.get(&key)?.map(|text| (read(&text), text)) {
        None if expected == Revision(0) => {}
        None => return Err(Error::ErasedElsewhere),
        Some((Ok((_, saved)), _)) if saved == expected => {}
        Some((Ok((_, saved)), _)) => return Err(Error::ChangedElsewhere { saved }),
        Some((Err(ReadError::Newer { found, known }), _)) => return Err(Error::NewerVersion { found, known }),
        Some((Err(_), text)) => {
            set_aside(shelf, &key, &text)?;
        }
    }
    put(shelf, &key, case, expected)
}

/// Puts the case in the place of whatever stands there under its name, because the person chose so.
///
/// # Errors
/// [`Error`]; then nothing was changed.
pub fn replace(shelf: &dyn Shelf, case: &Case) -> Result<Revision, Error> {
    let key = Key::Case(case.id.clone()).to_string();
    let saved = match shelf.get(&key)?.map(|text| (read(&text), text)) {
        None => Revision(0),
        Some((Ok((_, saved)), _)) => saved,
        Some((Err(ReadError::Newer { found, known }), _)) => return Err(Error::NewerVersion { found, known }),
        Some((Err(_), text)) => {
            set_aside(shelf, &key, &text)?;
            Revision(0)
        }
    };
    put(shelf, &key, case, saved)
}

fn put(shelf: &dyn Shelf, key: &str, case: &Case, last: Revision) -> Result<Revision, Error> {
    let next = Revision(last.0.saturating_add(1));
    shelf.set(key, &write(case, next))?;
    Ok(next)
}

/// Whether a case of this name stands on the shelf, readable or not.
///
/// # Errors
/// [`shelf::Error::Blocked`].
pub fn is_here(shelf: &dyn Shelf, id: &CaseId) -> Result<bool, shelf::Error> {
    Ok(shelf.get(&Key::Case(id.clone()).to_string())?.is_some())
}

/// Keeps words being typed; no words and no draft are the same. The last keystroke wins, in whichever tab.
///
/// # Errors
/// [`Error`]; then the old draft still stands.
pub fn save_draft(shelf: &dyn Shelf, key: &DraftKey, draft: &Draft) -> Result<(), Error> {
    let key = Key::Draft(key.clone()).to_string();
    if let Some(text) = shelf.get(&key)? {
        match draft::read(&text) {
            Ok(_) => {}
            Err(ReadError::Newer { found, known }) => return Err(Error::NewerVersion { found, known }),
            Err(
                ReadError::NotJson { .. }
                | ReadError::NotARecourseFile
                | ReadError::Damaged { .. }
                | ReadError::TooBig { .. },
            ) => {
                set_aside(shelf, &key, &text)?;
            }
        }
    }
    if draft.text.is_empty() {
        shelf.remove(&key)?;
    } else {
        shelf.set(&key, &draft::write(draft))?;
    }
    Ok(())
}

/// The words that were being typed there, if they can be read.
///
/// # Errors
/// [`shelf::Error::Blocked`].
pub fn draft(shelf: &dyn Shelf, key: &DraftKey) -> Result<Option<Draft>, shelf::Error> {
    let text = shelf.get(&Key::Draft(key.clone()).to_string())?;
    Ok(text.and_then(|text| draft::read(&text).ok()))
}

/// Takes a draft away, once its words are in the case.
///
/// # Errors
/// [`shelf::Error::Blocked`].
pub fn drop_draft(shelf: &dyn Shelf, key: &DraftKey) -> Result<(), shelf::Error> {
    shelf.remove(&Key::Draft(key.clone()).to_string())
}

/// Reads all that is on the shelf. What cannot be read is set aside; what had been set aside and can be read by now, after
/// the page was updated, is put back.
///
/// # Errors
/// [`shelf::Error::Blocked`]. A full shelf is no error here: what cannot be set aside stays where it is.
pub fn load_all(shelf: &dyn Shelf) -> Result<Loaded, shelf::Error> {
    let mut loaded = Loaded::default();
    for key in ours(shelf)? {
        if let Key::Aside { of, .. } = &key
            && let Some(aside) = look_again(shelf, key.to_string(), of)?
        {
            loaded.aside.push(aside);
        }
    }
    for key in ours(shelf)? {
        let key = match key {
            Key::Case(_) | Key::Draft(_) => key.to_string(),
            Key::Aside { .. } => continue,
        };
        let Some(text) = shelf.get(&key)? else { continue };
        match look(&key, &text, &mut loaded) {
            Ok(()) => {}
            Err(why @ ReadError::Newer { .. }) => loaded.newer.push(Aside { key, text, why }),
            Err(why) => {
                let key = match set_aside(shelf, &key, &text) {
                    Ok(aside) => {
                        shelf.remove(&key)?;
                        aside
                    }
                    Err(shelf::Error::Full) => key,
                    Err(shelf::Error::Blocked) => return Err(shelf::Error::Blocked),
                };
                if loaded.aside.iter().all(|held| held.key != key) {
                    loaded.aside.push(Aside { key, text, why });
                }
            }
        }
    }
    loaded.aside.sort_by_cached_key(|aside| Key::read(&aside.key));
    Ok(loaded)
}

/// Reads the text of a key, and adds what it is to what was loaded.
fn look(key: &str, text: &str, loaded: &mut Loaded) -> Result<(), ReadError> {
    match Key::read(key) {
        Some(Key::Case(id)) => {
            let (case, revision) = read(text)?;
            if case.id != id {
                return Err(ReadError::Damaged { at: Place::Id });
            }
            loaded.cases.push(Held { case, revision });
        }
        Some(Key::Draft(key)) => loaded.drafts.push((key, draft::read(text)?)),
        Some(Key::Aside { .. }) | None => return Err(ReadError::NotARecourseFile),
    }
    Ok(())
}

/// Copies a text to a key of its own; the same text of the same key only once. Returns where it stands.
fn set_aside(shelf: &dyn Shelf, of: &str, text: &str) -> Result<String, shelf::Error> {
    let mut taken = BTreeSet::new();
    for key in ours(shelf)? {
        let Key::Aside { number, of: held_of } = &key else { continue };
        taken.insert(*number);
        if held_of == of && shelf.get(&key.to_string())?.as_deref() == Some(text) {
            return Ok(key.to_string());
        }
    }
    let mut number = 1;
    while taken.contains(&number) {
        number += 1;
    }
    let key = Key::Aside { number, of: of.to_owned() }.to_string();
    shelf.set(&key, text)?;
    Ok(key)
}

/// Moves a text that can be read by now back to the key that it had, unless another stands there or there is no room.
/// Returns what stays aside.
fn look_again(shelf: &dyn Shelf, key: String, of: &str) -> Result<Option<Aside>, shelf::Error> {
    let Some(text) = shelf.get(&key)? else { return Ok(None) };
    if let Err(why) = look(of, &text, &mut Loaded::default()) {
        return Ok(Some(Aside { key, text, why }));
    }
    let moved = match shelf.get(of)? {
        Some(other) => other == text,
        None => match shelf.set(of, &text) {
            Ok(()) => true,
            Err(shelf::Error::Full) => false,
            Err(shelf::Error::Blocked) => return Err(shelf::Error::Blocked),
        },
    };
    if moved {
        shelf.remove(&key)?;
        return Ok(None);
    }
    Ok(Some(Aside { key, text, why: ReadError::Damaged { at: Place::Id } }))
}

/// Erases the case, its drafts and what was set aside of them, at once and for good.
///
/// # Errors
/// [`shelf::Error::Blocked`].
pub fn erase_case(shelf: &dyn Shelf, id: &CaseId) -> Result<(), shelf::Error> {
    for key in ours(shelf)? {
        let root = match &key {
            Key::Aside { of, .. } => Key::read(of),
            Key::Case(_) | Key::Draft(_) => Some(key.clone()),
        };
        let belongs = match root {
            Some(Key::Case(case)) => case == *id,
            Some(Key::Draft(DraftKey { case, .. })) => case.as_ref() == Some(id),
            Some(Key::Aside { .. }) | None => false,
        };
        if belongs {
            shelf.remove(&key.to_string())?;
        }
    }
    Ok(())
}

/// Erases one text that was set aside, or one of a newer version.
///
/// # Errors
/// [`shelf::Error::Blocked`].
pub fn erase_aside(shelf: &dyn Shelf, aside: &Aside) -> Result<(), shelf::Error> {
    shelf.remove(&aside.key)
}

/// Erases everything that is ours, whatever it is, at once and for good. Other pages' texts stay.
///
/// # Errors
/// [`shelf::Error::Blocked`].
pub fn erase_everything(shelf: &dyn Shelf) -> Result<(), shelf::Error> {
    for key in shelf.keys()?.iter().filter(|key| Key::is_ours(key)) {
        shelf.remove(key)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
