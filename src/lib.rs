//! Recourse helps a person whose health insurance said no, or whose medical bill makes no sense.

#[cfg(feature = "browser")]
pub mod browser;
pub mod case;
pub mod civil;
pub mod deadlines;
pub mod finding;
pub mod importers;
pub mod intake;
pub mod kinds;
pub mod letters;
pub mod money;
pub mod packet;
pub mod paper;
pub mod rulebook;
pub mod steps;
pub mod storage;
#[cfg(feature = "browser")]
pub mod ui;
pub mod words;
