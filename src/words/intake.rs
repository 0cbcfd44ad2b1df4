//! The questions of the first pages.
