//! What the page of a plan's criteria says: kinds of pieces, how many points a list asks for, what a letter does with them.

use crate::case::grid::{Grid, Kind, Need, Standing};

/// Whether a point is met.
#[must_use]
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "Met",
        Standing::NotMet => "Not met",
        Standing::Unclear => "Unclear",
    }
}

/// What choosing an answer does.
#[must_use]
pub fn consequence(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "The appeal argues it with the words from your record.",
        Standing::NotMet => "The appeal says nothing of it.",
        Standing::Unclear => "The appeal asks the plan what it looked at.",
    }
}

/// What a piece is.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Heading => "a heading",
        Kind::Lead => "the start of a list",
        Kind::Criterion => "a criterion",
        Kind::Between => "an and or an or",
        Kind::Text => "other text",
    }
}

/// What a list asks for, and where it stands.
#[must_use]
pub fn list(grid: &Grid, at: usize) -> String {
    let points = grid.under(at);
    let met = points.iter().filter(|point| grid.standing(**point) == Standing::Met).count();
    let asks = match grid.need(at) {
        Some(Need::All) => "Each point of this list is needed.".to_owned(),
        Some(Need::AtLeast(1)) => "One point of this list is enough.".to_owned(),
        Some(Need::AtLeast(some)) => format!("At least {some} points of this list are needed."),
        None => "The text does not say how many points of this list are needed.".to_owned(),
    };
    let stands = match grid.standing(at) {
        Standing::Met => "By your marks this list is met.",
        Standing::NotMet => "By your marks this list is not met.",
        Standing::Unclear => "By your marks this is still open.",
    };
    format!("{asks} Marked as met: {met} of {}. {stands}", points.len())
}

/// What the appeal does with the points, in three sentences.
#[must_use]
pub fn summary(grid: &Grid) -> [String; 3] {
    let marked = |standing| {
        move |piece: &crate::case::grid::Piece| piece.answer.as_ref().is_some_and(|answer| answer.standing == standing)
    };
    let count =
        |wanted: &dyn Fn(&crate::case::grid::Piece) -> bool| grid.criteria().filter(|(_, piece)| wanted(piece)).count();
    let argued = count(&|piece| piece.is_shown().is_some());
    let met = marked(Standing::Met);
    let unclear = marked(Standing::Unclear);
    let asked = count(&|piece| unclear(piece) || met(piece) && piece.is_shown().is_none());
    let left = grid.criteria().count() - argued - asked;
    [
        format!("Argued, because you marked it as met and quoted the words that show it: {}.", points(argued)),
        format!("Asked about, because it is unclear or no words show it yet: {}.", points(asked)),
        format!("Left out, because it is not met or not marked: {}.", points(left)),
    ]
}

fn points(count: usize) -> String {
    if count == 1 { "1 point".to_owned() } else { format!("{count} points") }
}
