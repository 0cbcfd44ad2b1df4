//! How old the law in the book is, in words.

/// What to do with a source that should have been read again.
pub const STALE: &str = "Nobody has read these again in time. They may still be right. Compare a date that rests on one with your \
    own letter, and open the link.";

/// How many sources there are, and how many are stale.
#[must_use]
pub fn counted(all: usize, stale: usize) -> String {
    match stale {
        0 => format!("The book rests on {all} sources. None is past the day on which it is to be read again."),
        1 => format!("The book rests on {all} sources. One is past the day on which it is to be read again."),
        stale => {
            format!("The book rests on {all} sources. {stale} are past the day on which they are to be read again.")
        }
    }
}
