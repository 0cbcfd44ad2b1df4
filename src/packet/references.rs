//! Which exhibit a letter speaks of: names that follow the order, and names that lead nowhere, caught before sending.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::exhibits::{self, Exhibit};
use super::{Request, Role};
use crate::case::Number;
use crate::paper::{Line, Span};

/// What the papers of a case are called as exhibits.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<Number, String>);

impl Names {
    /// The names that follow from the order of the exhibits.
    #[must_use]
    pub fn of(exhibits: &[Exhibit]) -> Self {
        let named = exhibits.iter().enumerate().filter_map(|(at, exhibit)| Some((exhibit.document?, at)));
        let mut names = Self::default();
        for (document, at) in named {
            names.0.entry(document).or_insert_with(|| exhibits::name(at));
        }
        names
    }

    /// A line as printed; the title of a paper that is an exhibit is followed by its name.
    #[must_use]
    pub fn text(&self, line: &Line) -> String {
        let printed = |span: &Span| {
            let name = span.names_document().and_then(|document| self.0.get(&document));
            let words = span.printed();
            name.map_or_else(|| words.clone(), |name| format!("{words} ({name})"))
        };
        line.iter().map(printed).collect()
    }
}

/// A reference in the letter that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loose {
    /// The letter names this paper of the case, and no exhibit is a copy of it.
    LeftOut(Number),
    /// The letter says this name, and there is no such exhibit.
    NoSuch(String),
    /// The person wrote this name themselves: it does not follow when the order changes.
    Typed(String),
}

/// What the letters of a request say of exhibits that leads nowhere, or may lead to another one after a change.
#[must_use]
pub fn loose(request: &Request) -> Vec<Loose> {
    let there: BTreeSet<Number> = request.exhibits.iter().filter_map(|exhibit| exhibit.document).collect();
    let mut loose = BTreeSet::new();
    let letters = request.sections.iter().filter(|section| section.role == Role::Letter);
    for part in letters.flat_map(|section| &section.paper.parts) {
        for span in part.block.lines().into_iter().flatten() {
            if let Some(document) = span.names_document().filter(|document| !there.contains(document)) {
                loose.insert(Loose::LeftOut(document));
            }
            for (name, exhibit) in mentions(&span.printed()) {
                let name = span.printed().get(name).unwrap_or_default().to_owned();
                loose.insert(if exhibit < request.exhibits.len() { Loose::Typed(name) } else { Loose::NoSuch(name) });
            }
        }
    }
    loose.into_iter().collect()
}

/// Where a text says the name of an exhibit, and which, from 0.
#[must_use]
pub fn mentions(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    for (start, word) in text.match_indices("Exhibit") {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(start + word.len()..).unwrap_or_default();
        let gap = after.len() - after.trim_start_matches([' ', '\u{a0}', '\n']).len();
        let rest = after.get(gap..).unwrap_or_default();
        let letters: String = rest.chars().take_while(char::is_ascii_uppercase).collect();
        let next = rest.get(letters.len()..).and_then(|rest| rest.chars().next());
        let stands_alone = !before.is_some_and(char::is_alphanumeric) && !next.is_some_and(char::is_alphanumeric);
        if gap > 0 && stands_alone && (1..=2).contains(&letters.len()) {
            found.push((start..start + word.len() + gap + letters.len(), place(&letters)));
        }
    }
    found
}

/// The place of an exhibit with this letter, from 0.
fn place(letters: &str) -> usize {
    letters.bytes().fold(0, |place, letter| place * 26 + usize::from(letter - b'A') + 1) - 1
}

/// Where a text of the index says packet pages, such as `12` or `12–15`: the first of them, from 1.
#[must_use]
pub fn page(text: &str) -> Option<usize> {
    let mut numbers = text.trim().split('\u{2013}');
    let first = numbers.next()?.parse().ok()?;
    numbers.all(|last| last.parse::<usize>().is_ok()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_exhibits_are_found_and_other_words_are_not() {
        let check = |text: &str, expected: &[usize]| {
            let found: Vec<usize> = mentions(text).into_iter().map(|(_, exhibit)| exhibit).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("see Exhibit B, page 3, and (Exhibit AA).", &[1, 26]);
        check("Exhibit A", &[0]);
        check("Exhibits A and B; Exhibit Alpha; Exhibit ABC; MyExhibit B; Exhibit 2; ExhibitB", &[]);
        for at in [0, 25, 26, 700] {
            assert_eq!(place(&exhibits::letter(at)), at);
        }
    }

    #[test]
    fn only_numbers_are_pages() {
        assert_eq!(page("12"), Some(12));
        assert_eq!(page("12\u{2013}15"), Some(12));
        assert_eq!(page("Exhibit B"), None);
        assert_eq!(page(""), None);
    }
}
