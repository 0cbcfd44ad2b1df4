//! The plan's criteria in hand, point by point and word for word.
//!
//! The request to the clinician quotes them; a grid that sets an answer beside each point starts from the same list.

use std::ops::Range;

use super::pen::Pen;
use crate::case::{Document, Provenance};
use crate::kinds::PaperKind;
use crate::paper::Span;

/// The most points that a letter quotes, and the most characters in all. Longer criteria go along as a paper.
const MOST_POINTS: usize = 10;
const MOST_CHARACTERS: usize = 1_400;

/// A point of the plan's criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// Its words on one line, without the mark or the number before them.
    pub words: String,
    /// The paper, and the words with their line breaks.
    pub from: Provenance,
}

impl Point {
    fn of(document: &Document, text: &str) -> Option<Self> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let from = Provenance::Document { document: document.number, words: text.to_owned() };
        (!words.is_empty()).then_some(Self { words, from })
    }

    /// The point between quotation marks.
    pub fn quote(&self) -> Span {
        Span::quoted(self.from.clone(), self.words.clone())
    }
}

/// All points of the criteria among the papers whose text is known.
pub(super) fn points(pen: &Pen) -> Vec<Point> {
    pen.papers(PaperKind::Criteria).into_iter().flat_map(of).collect()
}

/// Whether a letter has room for them.
pub(super) fn fit(points: &[Point]) -> bool {
    let characters: usize = points.iter().map(|point| point.words.chars().count()).sum();
    !points.is_empty() && points.len() <= MOST_POINTS && characters <= MOST_CHARACTERS
}

/// A new point begins after an empty line, at a mark or a number, and after a line that ends in a colon.
fn of(document: &Document) -> Vec<Point> {
    let mut points: Vec<Range<usize>> = Vec::new();
    let (mut at, mut open) = (0, false);
    for row in document.text.split_inclusive('\n') {
        let line = row.trim();
        let words = unmarked(line);
        let from = at + row.len() - row.trim_start().len() + line.len() - words.len();
        let to = from + words.len();
        at += row.len();
        match points.last_mut().filter(|_| open && words.len() == line.len()) {
            Some(point) if !line.is_empty() => point.end = to,
            None if !line.is_empty() => points.push(from..to),
            Some(_) | None => {}
        }
        open = !line.is_empty() && !line.ends_with(':');
    }
    points.into_iter().filter_map(|point| Point::of(document, document.text.get(point)?)).collect()
}

/// The line without a bullet or a short number in front: `- `, `1. `, `(a) `, `iv. `.
fn unmarked(line: &str) -> &str {
    let Some((mark, rest)) = line.split_once(' ') else { return line };
    let bullet = ["-", "\u{2013}", "\u{2022}", "*"].contains(&mark);
    let inner = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let all = |is: fn(char) -> bool| inner.chars().all(is);
    let numbers = match inner.len() {
        1 => all(|c| c.is_ascii_alphanumeric()),
        2 => all(|c| c.is_ascii_digit()) || all(|c| "ivx".contains(c)),
        3 | 4 => all(|c| "ivx".contains(c)),
        _ => false,
    };
    if bullet || numbers && mark.ends_with(['.', ')']) { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Number;

    fn check(text: &str, expected: &[&str]) {
        let document = Document {
            number: Number(3),
            kind: PaperKind::Criteria,
            title: "Criteria".to_owned(),
            dated: None,
            added: "2026-04-20".parse().expect("a real day"),
            text: text.to_owned(),
        };
        let points: Vec<String> = of(&document).into_iter().map(|point| point.words).collect();
        assert_eq!(points, expected);
    }

    #[test]
    fn a_point_goes_on_until_the_next_begins() {
        let text = "All of these must be met:\n1. Pain for six weeks\n   or longer.\n(b) An exam.\n- A plan.\n\nNot covered: spas.";
        check(
            text,
            &[
                "All of these must be met:",
                "Pain for six weeks or longer.",
                "An exam.",
                "A plan.",
                "Not covered: spas.",
            ],
        );
    }

    #[test]
    fn a_number_within_a_sentence_is_no_mark() {
        check("Treatment of at least\n6 weeks of therapy.", &["Treatment of at least 6 weeks of therapy."]);
        check("I. First.\nii. Second.", &["First.", "Second."]);
    }

    #[test]
    fn long_criteria_are_not_quoted() {
        let point = |length: usize| Point {
            words: "a".repeat(length),
            from: Provenance::Document { document: Number(3), words: String::new() },
        };
        assert!(!fit(&[]));
        assert!(fit(&[point(1_400)]));
        assert!(!fit(&[point(1_401)]));
        assert!(!fit(&vec![point(1); 11]));
    }
}
