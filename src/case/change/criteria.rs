//! What can happen to a plan's criteria: they are split, and their points are marked. No word of the paper is ever lost.

use super::{FIELD_LIMIT, Refusal, limit};
use crate::case::grid::{self, Answer, Grid, Kind, Piece};
use crate::case::{Case, Number, Provenance};

impl Case {
    pub(super) fn split_criteria(&mut self, document: Number, pieces: Vec<Piece>) -> Result<(), Refusal> {
        let paper = self.document(document).ok_or(Refusal::NoSuch { number: document })?;
        if !grid::is_whole(&pieces, &paper.text) {
            return Err(Refusal::WordsLost { document });
        }
        self.grids.retain(|grid| grid.document != document);
        self.grids.push(Grid { document, pieces });
        Ok(())
    }

    pub(super) fn mark_criterion(
        &mut self,
        document: Number,
        at: usize,
        answer: Option<Answer>,
    ) -> Result<(), Refusal> {
        if let Some(shown) = answer.as_ref().and_then(|answer| answer.shown.as_ref()) {
            limit(&shown.words, FIELD_LIMIT)?;
            match &shown.from {
                Provenance::Document { document: number, .. } => {
                    let paper = self.document(*number).ok_or(Refusal::NoSuch { number: *number })?;
                    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                    if !paper.text.trim().is_empty() && !flat(&paper.text).contains(&flat(&shown.words)) {
                        return Err(Refusal::NotInPaper { document: *number });
                    }
                }
                Provenance::Call { call } => {
                    self.call(*call).ok_or(Refusal::NoSuch { number: *call })?;
                }
                Provenance::Statement { .. } => {}
            }
        }
        let held = self.grids.iter_mut().find(|grid| grid.document == document);
        let piece = held.and_then(|grid| grid.pieces.get_mut(at)).filter(|piece| piece.kind == Kind::Criterion);
        piece.ok_or(Refusal::NoSuch { number: document })?.answer = answer;
        Ok(())
    }

    /// The words that show criteria.
    pub(super) fn shown(&self) -> impl Iterator<Item = &grid::Shown> {
        let pieces = self.grids.iter().flat_map(|grid| &grid.pieces);
        pieces.filter_map(|piece| piece.answer.as_ref()?.shown.as_ref())
    }
}
