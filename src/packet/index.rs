//! The index: what is in the packet and on which of its pages, each entry a link.

use super::Role;
use super::exhibits;
use super::message::{Block, Enclosed, Part, Piece};
use crate::paper::long_day;

/// The title of the index.
pub const TITLE: &str = "Index";

/// The first page of a part of the packet, from 1, and how many it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Its first page.
    pub first: usize,
    /// How many pages it has.
    pub pages: usize,
}

/// The index of these papers and exhibits, with the pages that each takes.
pub fn piece(papers: &[(&str, Run)], enclosed: &[Enclosed], runs: &[Run]) -> Piece {
    let mut rows: Vec<Vec<String>> = papers
        .iter()
        .map(|(title, run)| vec![run.words(), String::new(), (*title).to_owned(), String::new()])
        .collect();
    for (at, (exhibit, run)) in enclosed.iter().zip(runs).enumerate() {
        let dated = exhibit.dated.map(long_day).unwrap_or_default();
        rows.push(vec![run.words(), exhibits::name(at), exhibit.title.trim().to_owned(), dated]);
    }
    let head = ["Packet page", "Exhibit", "What it is", "Dated"].map(str::to_owned).to_vec();
    let title = Part { key: "title".to_owned(), block: Block::Heading { level: 1, text: TITLE.to_owned() } };
    let table = Part { key: "index".to_owned(), block: Block::Table { head, rows } };
    Piece { role: Role::Index, title: TITLE.to_owned(), parts: vec![title, table] }
}

impl Run {
    fn words(self) -> String {
        let last = self.first + self.pages.saturating_sub(1);
        if self.pages > 1 { format!("{}\u{2013}{last}", self.first) } else { self.first.to_string() }
    }
}
