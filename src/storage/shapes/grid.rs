//! Saved criteria: the pieces of a paper's text, and what was said of each.

use serde::{Deserialize, Serialize};

use super::facts::From;
use super::is_default;
use crate::case::{self, Number, grid};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grid {
    document: u32,
    pieces: Vec<Piece>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    #[serde(with = "Kind")]
    kind: grid::Kind,
    #[serde(default, skip_serializing_if = "is_default")]
    depth: u8,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    mark: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<Answer>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    #[serde(with = "Standing")]
    standing: grid::Standing,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shown: Option<Shown>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    words: String,
    from: From,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "grid::Kind", rename_all = "kebab-case")]
enum Kind {
    Heading,
    Lead,
    Criterion,
    Between,
    Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "grid::Standing", rename_all = "kebab-case")]
enum Standing {
    Met,
    NotMet,
    Unclear,
}

impl Grid {
    pub(super) fn store(grid: &case::Grid) -> Self {
        Self { document: grid.document.0, pieces: grid.pieces.iter().map(Piece::store).collect() }
    }

    pub(super) fn restore(self) -> case::Grid {
        case::Grid { document: Number(self.document), pieces: self.pieces.into_iter().map(Piece::restore).collect() }
    }
}

impl Piece {
    fn store(piece: &grid::Piece) -> Self {
        let shown = |shown: &grid::Shown| Shown { words: shown.words.clone(), from: From::store(&shown.from) };
        Self {
            kind: piece.kind,
            depth: piece.depth,
            mark: piece.mark.clone(),
            words: piece.words.clone(),
            answer: piece
                .answer
                .as_ref()
                .map(|answer| Answer { standing: answer.standing, shown: answer.shown.as_ref().map(shown) }),
        }
    }

    fn restore(self) -> grid::Piece {
        let shown = |shown: Shown| grid::Shown { words: shown.words, from: shown.from.restore() };
        grid::Piece {
            kind: self.kind,
            depth: self.depth,
            mark: self.mark,
            words: self.words,
            answer: self
                .answer
                .map(|answer| grid::Answer { standing: answer.standing, shown: answer.shown.map(shown) }),
        }
    }
}
