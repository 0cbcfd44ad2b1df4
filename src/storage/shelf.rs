//! A place for texts under keys, as a browser gives it, and what can go wrong there.
//!
//! Knows no browser: `browser::shelf` has the real one, and [`Memory`] stands in where there is none.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::key::Key;

/// How many characters the whole shelf takes. Browsers do not tell; the standard advice is five million, which counts
/// keys too, and Chromium was seen to stop at 5.18 million.
pub const CAPACITY: usize = 5_000_000;

/// Texts under keys. Writing a text either puts it in place whole or leaves the old one.
pub trait Shelf {
    /// The text under this key.
    ///
    /// # Errors
    /// [`Error::Blocked`].
    fn get(&self, key: &str) -> Result<Option<String>, Error>;

    /// How long the text under this key is, in UTF-16 units as browsers count; 0 when there is none.
    ///
    /// # Errors
    /// [`Error::Blocked`].
    fn length(&self, key: &str) -> Result<usize, Error> {
        Ok(self.get(key)?.map_or(0, |text| units(&text)))
    }

    /// Puts a text under this key.
    ///
    /// # Errors
    /// [`Error::Full`] or [`Error::Blocked`]; what stood under the key still stands there.
    fn set(&self, key: &str, text: &str) -> Result<(), Error>;

    /// Takes the text away, if there is one.
    ///
    /// # Errors
    /// [`Error::Blocked`].
    fn remove(&self, key: &str) -> Result<(), Error>;

    /// All keys, also those of other pages on the same address.
    ///
    /// # Errors
    /// [`Error::Blocked`].
    fn keys(&self) -> Result<Vec<String>, Error>;
}

/// What can go wrong with a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no room for the text.
    #[error("there is no room on the shelf")]
    Full,
    /// The browser gives no shelf, or has taken it back: private mode, a setting, a framed page.
    #[error("the browser gives no shelf")]
    Blocked,
}

/// How much of the shelf is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Characters taken, as browsers count them.
    pub used: usize,
    /// Characters in all, as far as is known.
    pub of: usize,
}

impl Share {
    /// Whole percent, from 0 to 100. A shelf with anything on it shows at least 1.
    #[must_use]
    pub fn percent(self) -> u8 {
        u8::try_from((self.used * 100).div_ceil(self.of.max(1))).unwrap_or(100).min(100)
    }

    /// Whether it is time to say so.
    #[must_use]
    pub fn is_nearly_full(self) -> bool {
        self.percent() >= 80
    }
}

/// How much of the shelf is taken, by us and by other pages on the same address.
///
/// # Errors
/// [`Error::Blocked`].
pub fn used(shelf: &dyn Shelf) -> Result<Share, Error> {
    let mut used = 0;
    for key in shelf.keys()? {
        used += units(&key) + shelf.length(&key)?;
    }
    Ok(Share { used, of: CAPACITY })
}

/// Browsers count UTF-16 units.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A shelf that lasts as long as the page: for tests, and for working on where the browser gives none.
#[derive(Debug)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    capacity: usize,
}

impl Memory {
    /// An empty shelf that takes this many characters.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { texts: RefCell::default(), capacity }
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new(CAPACITY)
    }
}

impl Shelf for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Error> {
        let mut texts = self.texts.borrow_mut();
        let others: usize =
            texts.iter().filter(|(held, _)| *held != key).map(|(held, text)| units(held) + units(text)).sum();
        if others + units(key) + units(text) > self.capacity {
            return Err(Error::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}

/// No shelf at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Missing;

impl Shelf for Missing {
    fn get(&self, _: &str) -> Result<Option<String>, Error> {
        Err(Error::Blocked)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), Error> {
        Err(Error::Blocked)
    }

    fn remove(&self, _: &str) -> Result<(), Error> {
        Err(Error::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        Err(Error::Blocked)
    }
}

/// Our keys, in order, with what they name; keys of other kinds of ours are left out.
pub(super) fn ours(shelf: &dyn Shelf) -> Result<Vec<Key>, Error> {
    let mut keys: Vec<Key> = shelf.keys()?.iter().filter_map(|key| Key::read(key)).collect();
    keys.sort();
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meter_counts_keys_and_texts_as_browsers_do() {
        let shelf = Memory::default();
        shelf.set("theme", "dark").unwrap();
        shelf.set("k", "😀").unwrap();
        assert_eq!(used(&shelf), Ok(Share { used: 5 + 4 + 1 + 2, of: CAPACITY }));
    }

    #[test]
    fn a_little_is_one_percent_and_too_much_is_a_hundred() {
        let percent = |used| Share { used, of: CAPACITY }.percent();
        assert_eq!([percent(0), percent(1), percent(2_500_000), percent(5_180_000)], [0, 1, 50, 100]);
    }

    #[test]
    fn a_text_that_does_not_fit_leaves_the_old_one() {
        let shelf = Memory::new(10);
        shelf.set("k", "old").unwrap();
        assert_eq!(shelf.set("k", "much too long"), Err(Error::Full));
        assert_eq!(shelf.get("k"), Ok(Some("old".to_owned())));
    }
}
