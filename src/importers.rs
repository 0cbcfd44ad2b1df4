//! Text in, a draft with warnings out. One format a file.
//!
//! What an importer finds is a proposal; only a person's confirmation makes a fact. Knows no case and no law.

pub mod bill;
mod days;
pub mod letter;
mod sheet;
pub mod typed;
