//! Letters and lists bound into one PDF.
