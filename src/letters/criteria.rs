//! The plan's criteria in hand, list by list and word for word, with what was said of each point.
//!
//! Says honestly how many points a list asks for. A point counts as met only where words show it.

use super::frame::listed;
use super::pen::Pen;
use crate::case::grid::{self, Grid, Kind, Need, Piece, Shown, Standing};
use crate::case::{Document, Provenance};
use crate::kinds::PaperKind;
use crate::paper::{Line, Span, line, long_day};

/// The most points that a letter quotes, and the most characters in all. Longer criteria go along as a paper.
const MOST_POINTS: usize = 10;
const MOST_CHARACTERS: usize = 1_400;

/// The criteria of one paper.
pub(super) struct Sheet {
    /// The paper's pieces. What is said to be met counts only where words show it.
    pub grid: Grid,
    /// Whether the person has looked at the split.
    pub looked_at: bool,
}

/// Points that stand together.
pub(super) struct Group {
    /// The words that lead them, where some do.
    pub lead: Option<usize>,
    /// The points, and the leads of lists among them.
    pub points: Vec<usize>,
}

/// The criteria among the papers whose text is known.
pub(super) fn sheets(pen: &Pen) -> Vec<Sheet> {
    let with_text = |paper: &&Document| !paper.text.trim().is_empty();
    pen.papers(PaperKind::Criteria).into_iter().filter(with_text).map(|paper| sheet(pen, paper)).collect()
}

fn sheet(pen: &Pen, paper: &Document) -> Sheet {
    let Some(held) = pen.case.grid(paper.number) else {
        let grid = Grid { document: paper.number, pieces: grid::read(&paper.text) };
        return Sheet { grid, looked_at: false };
    };
    let mut grid = held.clone();
    for piece in &mut grid.pieces {
        if let Some(answer) = &mut piece.answer
            && answer.standing == Standing::Met
            && answer.shown.is_none()
        {
            answer.standing = Standing::Unclear;
        }
    }
    Sheet { grid, looked_at: true }
}

impl Sheet {
    /// The words of a piece between quotation marks, with the plan's own number.
    pub fn quote(&self, at: usize) -> Span {
        let piece = &self.grid.pieces[at];
        let from = Provenance::Document { document: self.grid.document, words: piece.words.clone() };
        Span::quoted(from, piece.quoted())
    }

    /// All that is not a heading, in order.
    pub fn words(&self) -> Vec<Line> {
        let quoted = |piece: &Piece| match piece.kind {
            Kind::Lead | Kind::Criterion | Kind::Text => !piece.words.is_empty(),
            Kind::Heading | Kind::Between => false,
        };
        let all = self.grid.pieces.iter().enumerate();
        all.filter(|(_, piece)| quoted(piece)).map(|(at, _)| line![self.quote(at)]).collect()
    }

    /// The points in the lists in which they stand.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (at, piece) in self.grid.pieces.iter().enumerate() {
            match piece.kind {
                Kind::Lead => {
                    let points = self.grid.under(at);
                    if !points.is_empty() {
                        groups.push(Group { lead: Some(at), points });
                    }
                }
                Kind::Criterion if self.grid.above(at).is_none() => match groups.last_mut() {
                    Some(group) if group.lead.is_none() => group.points.push(at),
                    Some(_) | None => groups.push(Group { lead: None, points: vec![at] }),
                },
                Kind::Heading | Kind::Criterion | Kind::Between | Kind::Text => {}
            }
        }
        groups
    }

    /// The lead in the plan's words, and how many of the points that follow it asks for. `whose` begins the sentence.
    pub fn says(&self, group: &Group, whose: &str) -> Line {
        let Some(lead) = group.lead else { return line![whose, " name these points:"] };
        let asks = match self.grid.need(lead) {
            _ if group.points.len() == 1 => "They ask for this point:".to_owned(),
            Some(Need::All) => "They ask for each of these points:".to_owned(),
            Some(Need::AtLeast(some)) => format!("They ask for at least {} of these points:", count(some)),
            None => "They do not say how many of these points they ask for:".to_owned(),
        };
        line![whose, " say: ", self.quote(lead), " ", asks]
    }

    /// The lead in the plan's words, and how many points of its list it asks for, before some of them.
    pub fn asks(&self, group: &Group) -> Line {
        let Some(lead) = group.lead else {
            return line!["Your criteria name these points, and this is what shows them:"];
        };
        let asks = match self.grid.need(lead) {
            _ if group.points.len() == 1 => " It asks for one point.".to_owned(),
            Some(Need::All) => " It asks for each point of its list.".to_owned(),
            Some(Need::AtLeast(some)) => format!(" It asks for at least {} of the points in its list.", count(some)),
            None => " It does not say how many points of its list it asks for.".to_owned(),
        };
        let lead = self.quote(lead);
        line!["Your policy says: ", lead, asks, " These are met, and this is what shows it:"]
    }

    /// Whether the person marked a point and left it open, or said that it is met without words that show it.
    pub fn is_open(&self, at: usize) -> bool {
        let piece = &self.grid.pieces[at];
        let open = piece.answer.as_ref().is_some_and(|answer| answer.standing == Standing::Unclear);
        piece.kind == Kind::Criterion && open && !self.grid.is_needless(at)
    }
}

/// Whether a letter has room for these lines of criteria.
pub(super) fn fit(lines: &[Line]) -> bool {
    let characters: usize = lines.iter().flatten().map(|span| span.printed().chars().count()).sum();
    !lines.is_empty() && lines.len() <= MOST_POINTS && characters <= MOST_CHARACTERS
}

/// The words that show a point, with where they stand. `own` leads what the person says.
pub(super) fn evidence(pen: &Pen, shown: &Shown, own: &'static str) -> Line {
    let words = shown.words.split_whitespace().collect::<Vec<_>>().join(" ");
    match &shown.from {
        Provenance::Document { document, .. } => {
            let from = Provenance::Document { document: *document, words: shown.words.clone() };
            let paper = pen.case.document(*document).map_or_else(Vec::new, listed);
            [paper, line![": ", Span::quoted(from, words)]].concat()
        }
        Provenance::Call { call } => {
            let day = pen.case.call(*call).map(|call| long_day(call.on));
            let day = day.map_or_else(Vec::new, |day| line![" on ", Span::traced(shown.from.clone(), day)]);
            [line!["In a call"], day, line![" this was said: ", Span::traced(shown.from.clone(), words)]].concat()
        }
        Provenance::Statement { .. } => line![own, Span::traced(shown.from.clone(), words)],
    }
}

/// `one`, `two`, and so on.
fn count(some: u8) -> String {
    match some {
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        4 => "four".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_criteria_are_not_quoted() {
        let line = |length: usize| vec![Span::plain("a".repeat(length))];
        assert!(!fit(&[]));
        assert!(fit(&[line(1_400)]));
        assert!(!fit(&[line(1_401)]));
        assert!(!fit(&vec![line(1); 11]));
    }
}
