//! Writes what a file says as lines of words, and hands out each value with its place among them.

use std::fmt::Write as _;
use std::ops::Range;

use crate::importers::bill::Read;

/// The longest piece of a foreign text that is written down.
const PIECE: usize = 200;

#[derive(Default)]
pub(in crate::importers) struct Pen {
    text: String,
}

impl Pen {
    /// Where the pen stands.
    pub fn at(&self) -> usize {
        self.text.len()
    }

    /// Writes words.
    pub fn write(&mut self, words: &str) -> Range<usize> {
        let start = self.text.len();
        let plain = words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|part| !part.is_empty());
        for (at, part) in plain.enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            self.text.extend(part.chars().take(PIECE));
        }
        start..self.text.len()
    }

    /// Ends the line.
    pub fn end(&mut self) {
        self.text.push('\n');
    }

    /// Writes `label: value` and reads the value.
    pub fn labelled<T>(&mut self, label: &str, words: &str, value: T) -> Read<T> {
        let _ = write!(self.text, "{label}: ");
        self.say(words, value)
    }

    /// Writes words and reads them as a value.
    pub fn say<T>(&mut self, words: &str, value: T) -> Read<T> {
        let at = self.write(words);
        self.read(at, value)
    }

    /// Writes a space.
    pub fn gap(&mut self) {
        self.text.push(' ');
    }

    /// Writes what stands between two values.
    pub fn bar(&mut self) {
        self.text.push_str(" | ");
    }

    /// What stands at a place, as a value.
    pub fn read<T>(&self, at: Range<usize>, value: T) -> Read<T> {
        let words = self.text.get(at.clone()).unwrap_or_default().to_owned();
        Read { value, words, at, doubt: None }
    }

    /// All that was written.
    pub fn into_text(self) -> String {
        self.text
    }
}
