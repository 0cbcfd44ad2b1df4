//! Letters and lists bound into one PDF.

pub mod contents;
