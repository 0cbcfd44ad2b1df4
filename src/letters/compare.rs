//! Two versions of a letter beside each other, by words: what stayed, what was added, what was removed.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::paper::WIDTH;

/// Words of one version or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the later one.
    Added(String),
    /// Only in the earlier one.
    Removed(String),
}

/// So many words in a row that stayed are worth showing between two changes; fewer would only break up the reading.
const WORTH_SHOWING: usize = 3;

const BREAK: &str = "\n";
const PARAGRAPH: &str = "\n\n";

/// The later version paragraph by paragraph, with what was removed where it stood.
#[must_use]
pub fn compare(earlier: &str, later: &str) -> Vec<Vec<Piece>> {
    let (old, new) = (words(earlier), words(later));
    let mut paragraphs = vec![Vec::new()];
    for (is_same, of_old, of_new) in runs(&old, &new) {
        let mut put = |words: &[&str], piece: fn(String) -> Piece| {
            for (at, paragraph) in words.split(|word| *word == PARAGRAPH).enumerate() {
                if at > 0 {
                    paragraphs.push(Vec::new());
                }
                if let (Some(last), false) = (paragraphs.last_mut(), paragraph.is_empty()) {
                    last.push(piece(text(paragraph)));
                }
            }
        };
        if is_same {
            put(&new[of_new], Piece::Same);
        } else {
            put(&old[of_old], Piece::Removed);
            put(&new[of_new], Piece::Added);
        }
    }
    paragraphs.retain(|pieces| !pieces.is_empty());
    paragraphs
}

/// In how many places the two differ.
#[must_use]
pub fn differences(paragraphs: &[Vec<Piece>]) -> usize {
    let is_same = |piece: &Piece| match piece {
        Piece::Same(_) => true,
        Piece::Added(_) | Piece::Removed(_) => false,
    };
    paragraphs
        .iter()
        .map(|pieces| pieces.chunk_by(|a, b| is_same(a) == is_same(b)).filter(|run| !is_same(&run[0])).count())
        .sum()
}

/// Stretches that stayed and that changed, in turn. A few words that stayed between two changes belong to the change.
fn runs(old: &[&str], new: &[&str]) -> Vec<(bool, Range<usize>, Range<usize>)> {
    let operations = capture_diff_slices(Algorithm::Patience, old, new);
    let last = operations.len().saturating_sub(1);
    let mut runs: Vec<(bool, Range<usize>, Range<usize>)> = Vec::new();
    for (at, operation) in operations.iter().enumerate() {
        let (of_old, of_new) = (operation.old_range(), operation.new_range());
        let words = &new[of_new.clone()];
        let short = words.len() < WORTH_SHOWING && !words.contains(&PARAGRAPH) && at > 0 && at < last;
        let is_same = operation.tag() == DiffTag::Equal && !short;
        match runs.last_mut().filter(|(held, ..)| *held == is_same) {
            Some((_, old, new)) => {
                old.end = of_old.end;
                new.end = of_new.end;
            }
            None => runs.push((is_same, of_old, of_new)),
        }
    }
    runs
}

/// The words of a letter's text, with its line breaks and the breaks between paragraphs, but without those that only keep
/// the lines short.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for paragraph in text.split(PARAGRAPH).filter(|paragraph| !paragraph.trim().is_empty()) {
        if !words.is_empty() {
            words.push(PARAGRAPH);
        }
        let mut before: Option<&str> = None;
        for line in paragraph.lines() {
            if before.is_some_and(|before| is_meant(before, line)) {
                words.push(BREAK);
            }
            words.extend(line.split_whitespace());
            before = Some(line);
        }
    }
    words
}

/// Whether a line break is the letter's own: the next word would have fitted before it, or an item begins.
fn is_meant(before: &str, line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let fits = before.chars().count() + 1 + first.chars().count() <= WIDTH;
    let number = first.strip_suffix('.').is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()));
    fits || !line.starts_with(' ') && (first == "-" || number)
}

fn text(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        if *word != BREAK && !text.is_empty() && !text.ends_with(BREAK) {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(earlier: &str, later: &str, expected: &str) {
        let shown = |piece: &Piece| match piece {
            Piece::Same(words) => words.clone(),
            Piece::Added(words) => format!("[+{words}+]"),
            Piece::Removed(words) => format!("[-{words}-]"),
        };
        let compared = compare(earlier, later);
        let lines: Vec<String> =
            compared.iter().map(|pieces| pieces.iter().map(shown).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(lines.join("\n\n"), expected);
    }

    #[test]
    fn words_that_changed_stand_beside_those_that_stayed() {
        check(
            "Please pay the claim of May 3 today.",
            "Please pay the claim of June 4 today.",
            "Please pay the claim of [-May 3-] [+June 4+] today.",
        );
    }

    #[test]
    fn a_paragraph_more_is_a_paragraph_more() {
        check(
            "One two three.\n\nLast of all.",
            "One two three.\n\nI was ill.\n\nLast of all.",
            "One two three.\n\n[+I was ill.+]\n\nLast of all.",
        );
        check(
            "One two three.\n\nI was ill.\n\nLast of all.",
            "One two three.\n\nLast of all.",
            "One two three.\n\n[-I was ill.-]\n\nLast of all.",
        );
    }

    #[test]
    fn short_words_that_stayed_do_not_break_up_a_change() {
        check(
            "Send the red file to me now, please.",
            "Mail a blue copy to us now, please.",
            "[-Send the red file to me-] [+Mail a blue copy to us+] now, please.",
        );
    }

    #[test]
    fn lines_broken_elsewhere_are_no_change() {
        let long = "word ".repeat(15);
        let (earlier, later) = (format!("{long}end of\nit.\n\nA.\nB."), format!("{long}end\nof it.\n\nA.\nB."));
        assert_eq!(differences(&compare(&earlier, &earlier)), 0);
        assert_eq!(differences(&compare("A\nB", "A\nB C D")), 1);
        assert!(
            compare(&earlier, &later).iter().flatten().all(|piece| !matches!(piece, Piece::Removed(_))),
            "{earlier}"
        );
    }
}
