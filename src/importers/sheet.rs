//! The text as words, lines, paragraphs and sentences that know where they stand.
//!
//! Knows nothing of letters and bills. Every range that it gives falls on whole characters of the text.

use std::ops::Range;

/// A text cut into words.
pub(super) struct Sheet<'a> {
    text: &'a str,
    /// The words in order.
    pub words: Vec<Word>,
    /// The words of each line; an empty range is an empty line.
    pub lines: Vec<Range<usize>>,
    /// The words of each sentence.
    pub sentences: Vec<Range<usize>>,
}

/// A run of characters between blanks.
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The word in small letters without the punctuation around it; empty for a bullet.
    pub key: String,
    /// Its line.
    pub line: usize,
    /// Whether it opens a line or a column.
    pub opens: bool,
    /// Its sentence.
    pub sentence: usize,
}

/// The most words that a value in a column may have.
const LONGEST_COLUMN: usize = 60;

/// How far a sentence reaches from one of its words, at most.
const NEAR: usize = 100;

/// Words that end in a period without ending a sentence.
const SHORT: [&str; 30] = [
    "dr", "mr", "mrs", "ms", "st", "no", "nos", "inc", "jr", "sr", "vs", "e.g", "i.e", "p.o", "u.s", "u.s.c", "dept",
    "ext", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

impl<'a> Sheet<'a> {
    /// Cuts a text.
    pub fn new(text: &'a str) -> Self {
        let (words, lines) = cut(text);
        let mut sheet = Self { text, words, lines, sentences: Vec::new() };
        sheet.find_sentences();
        sheet
    }

    /// The word in small letters; empty beyond the end.
    pub fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.key.as_str())
    }

    /// The word as printed; empty beyond the end.
    pub fn raw(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| self.verbatim(&word.at))
    }

    /// The text in a range of bytes.
    pub fn verbatim(&self, at: &Range<usize>) -> &'a str {
        self.text.get(at.clone()).unwrap_or_default()
    }

    /// The text in a range of bytes, with every run of blanks and line breaks as one space.
    pub fn folded(&self, at: &Range<usize>) -> String {
        let mut out = String::new();
        for part in self.verbatim(at).split(blank).filter(|part| !part.is_empty()) {
            // A word broken at the end of a line keeps its hyphen and loses the gap.
            let broken = out.len() > 1 && out.ends_with('-') && part.starts_with(char::is_lowercase);
            if !out.is_empty() && !broken {
                out.push(' ');
            }
            out.push_str(part);
        }
        out
    }

    /// The bytes that some words cover.
    pub fn span(&self, words: &Range<usize>) -> Range<usize> {
        let Some(covered) = self.words.get(words.clone()) else { return 0..0 };
        match (covered.first(), covered.last()) {
            (Some(first), Some(last)) => first.at.start..last.at.end,
            _ => 0..0,
        }
    }

    /// The bytes that some words cover, without the punctuation at the end and marks at the beginning.
    pub fn trimmed(&self, words: &Range<usize>) -> Range<usize> {
        let span = self.span(words);
        let text = self.verbatim(&span);
        let kept = text.trim_end_matches([',', ';', ':', '"', '\u{201d}', '!', '?']);
        let kept = match kept.strip_suffix('.') {
            Some(rest) if !SHORT.contains(&self.key(words.end.saturating_sub(1))) => rest,
            _ => kept,
        };
        let kept = if kept.ends_with(')') && !kept.contains('(') { kept.trim_end_matches(')') } else { kept };
        let end = span.start + kept.len();
        let front = kept.trim_start_matches(['#', '"', '\u{201c}', '-', '\u{2022}', '*', ':']);
        let front = if front.starts_with('(') && !front.contains(')') { front.trim_start_matches('(') } else { front };
        end - front.len()..end
    }

    /// The word after the phrase, if the phrase stands here.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        if !phrase.starts_with(self.key(at)) {
            return None;
        }
        let mut next = at;
        for part in phrase.split(' ') {
            if self.key(next) != part {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The first of the phrases within these words, as a range of words.
    pub fn any(&self, words: &Range<usize>, phrases: &[&str]) -> Option<Range<usize>> {
        words.clone().find_map(|at| {
            let end = phrases.iter().filter_map(|phrase| self.phrase(at, phrase)).max()?;
            (end <= words.end).then_some(at..end)
        })
    }

    /// Whether the word ends with a colon, or is followed by one that stands alone.
    pub fn colon(&self, at: usize) -> bool {
        self.raw(at).ends_with(':') || self.raw(at + 1) == ":"
    }

    /// The words of the line of this word.
    pub fn line(&self, at: usize) -> Range<usize> {
        self.words.get(at).and_then(|word| self.lines.get(word.line)).cloned().unwrap_or(0..0)
    }

    /// The text of the line before a word.
    pub fn before_in_line(&self, at: usize) -> &'a str {
        let Some(word) = self.words.get(at) else { return "" };
        let before = self.verbatim(&(0..word.at.start));
        before.rsplit(breaks_line).next().unwrap_or_default()
    }

    /// The words from here to the end of the line or column.
    pub fn rest_of_column(&self, at: usize) -> Range<usize> {
        let end = self.line(at).end.min(at + LONGEST_COLUMN);
        let end = (at + 1..end).find(|next| self.words[*next].opens).unwrap_or(end);
        at..end.max(at)
    }

    /// The columns of a line.
    pub fn columns(&self, line: usize) -> Vec<Range<usize>> {
        let words = self.lines.get(line).cloned().unwrap_or(0..0);
        let starts: Vec<usize> = words.clone().filter(|at| self.words[*at].opens).collect();
        let ends = starts.iter().skip(1).copied().chain([words.end]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// The next line that is not empty, within three.
    pub fn next_line(&self, line: usize) -> Option<usize> {
        (line + 1..self.lines.len().min(line + 4)).find(|next| !self.lines[*next].is_empty())
    }

    /// The words of the sentence of this word; of an endless one only those near it.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let whole = self.words.get(at).and_then(|word| self.sentences.get(word.sentence)).cloned().unwrap_or(0..0);
        whole.start.max(at.saturating_sub(NEAR))..whole.end.min(at + NEAR)
    }

    /// Whether the line begins like a form's: a few words and a colon.
    pub fn labelled(&self, line: usize) -> bool {
        let words = self.lines.get(line).cloned().unwrap_or(0..0);
        let starts_high = self.raw(words.start).starts_with(char::is_uppercase);
        starts_high && words.take(5).any(|at| self.raw(at).ends_with(':'))
    }

    /// Whether the word ends a sentence.
    pub fn stops(&self, at: usize) -> bool {
        let raw = self.raw(at).trim_end_matches(['"', '\'', ')', '\u{201d}', '\u{2019}']);
        let key = self.key(at);
        if raw.ends_with(['?', '!']) {
            return true;
        }
        raw.ends_with('.')
            && !SHORT.contains(&key)
            && !(key.chars().count() == 1 && key.chars().all(char::is_alphabetic))
    }

    /// Whether a line is so short that the next one does not go on with it: a label with its value, a code, a heading.
    fn stands_alone(&self, line: usize) -> bool {
        let words = self.lines[line].clone();
        let open_end = self.raw(words.end.saturating_sub(1)).ends_with(',');
        let small = |at: usize| self.raw(at).starts_with(char::is_lowercase);
        (words.len() <= 2 || (words.len() <= 6 && self.labelled(line))) && !open_end && !words.clone().any(small)
    }

    fn find_sentences(&mut self) {
        let mut starts = Vec::new();
        let mut last_line = None;
        for line in 0..self.lines.len() {
            let words = self.lines[line].clone();
            if words.is_empty() {
                last_line = None;
                continue;
            }
            let bullet = self.words[words.start].key.is_empty();
            let after_colon = words.start > 0 && self.raw(words.start - 1).ends_with(':');
            let after_label = last_line.is_some_and(|last| self.stands_alone(last))
                && self.raw(words.start).starts_with(char::is_uppercase);
            if last_line.is_none() || bullet || after_colon || after_label || self.labelled(line) {
                starts.push(words.start);
            }
            for at in words.clone() {
                let next = self.raw(at + 1);
                if at + 1 < self.words.len() && self.stops(at) && !next.starts_with(char::is_lowercase) {
                    starts.push(at + 1);
                }
            }
            last_line = Some(line);
        }
        starts.sort_unstable();
        starts.dedup();
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([self.words.len()]).collect();
        for (number, (start, end)) in starts.iter().copied().zip(ends).enumerate() {
            for word in &mut self.words[start..end] {
                word.sentence = number;
            }
            self.sentences.push(start..end);
        }
    }
}

/// Blanks, among them those that cannot be seen.
fn blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '|' | '=' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn cut(text: &str) -> (Vec<Word>, Vec<Range<usize>>) {
    let mut words: Vec<Word> = Vec::new();
    let mut lines = Vec::new();
    let mut line_start = 0;
    let mut start: Option<usize> = None;
    let mut gap = 3;
    let push = |words: &mut Vec<Word>, at: Range<usize>, line: usize, gap: usize| {
        let key = key(text.get(at.clone()).unwrap_or_default());
        words.push(Word { at, key, line, opens: gap >= 3, sentence: 0 });
    };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let lone_return = c == '\r' && chars.peek().is_none_or(|(_, next)| *next != '\n');
        if blank(c) {
            if let Some(from) = start.take() {
                push(&mut words, from..at, lines.len(), gap);
                gap = 0;
            }
            gap += if matches!(c, '\t' | '|') { 3 } else { 1 };
            if breaks_line(c) || lone_return {
                lines.push(line_start..words.len());
                line_start = words.len();
                gap = 3;
            }
            continue;
        }
        let from = *start.get_or_insert(at);
        let next = chars.peek().map(|(_, next)| *next);
        if matches!(c, ':' | ',') && splits(text.get(from..at).unwrap_or_default(), next) {
            push(&mut words, from..at + 1, lines.len(), gap);
            gap = 0;
            start = None;
        }
    }
    if let Some(from) = start {
        push(&mut words, from..text.len(), lines.len(), gap);
    }
    lines.push(line_start..words.len());
    (words, lines)
}

/// Whether a colon or a comma inside a word parts it, as in `DOS:01/05/2024` and `appeal,send`.
fn splits(before: &str, next: Option<char>) -> bool {
    before.ends_with(|c: char| c.is_alphabetic() || matches!(c, '#' | ')'))
        && next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '(' | '$' | '#'))
}

fn key(raw: &str) -> String {
    let mut key = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '\u{fb00}' => key.push_str("ff"),
            '\u{fb01}' => key.push_str("fi"),
            '\u{fb02}' => key.push_str("fl"),
            '\u{fb03}' => key.push_str("ffi"),
            '\u{fb04}' => key.push_str("ffl"),
            '\u{2018}' | '\u{2019}' => key.push('\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => key.push('-'),
            '\u{ad}' => {}
            c => key.extend(c.to_lowercase()),
        }
    }
    let key = key.replace("(s)", "s");
    key.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '$' | '%')).to_owned()
}
