//! What went wrong, as one readable sentence that ends with what to do now.

use std::fmt;
use std::path::Path;

/// A failed command: the sentence is printed as it stands.
pub struct Problem(String);

/// What every command gives back.
pub type Result<T = ()> = std::result::Result<T, Problem>;

impl Problem {
    /// A problem in these words.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file or folder that could not be used; `verb` reads after "Could not".
    pub fn file(verb: &str, path: &Path, cause: &std::io::Error) -> Self {
        Self(format!("Could not {verb} {}: {cause}. Check that it exists and that you may change it.", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
