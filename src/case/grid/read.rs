//! Reads a plan's criteria: which words are a heading, a lead, a criterion, or none of these.
//!
//! Guesses at nothing that it would have to leave out: what it cannot tell stays whole, as text.

use super::{Kind, Need, Piece};

/// The most pieces that a text is split into; what follows stays one piece.
pub const MOST_PIECES: usize = 300;
/// The longest heading, in characters.
const LONGEST_HEADING: usize = 90;
/// The deepest list.
const DEEPEST: usize = 8;

/// Headings of parts that ask for nothing.
const OTHER_PARTS: [&str; 17] = [
    "background",
    "coding",
    "codes",
    "definition",
    "description",
    "reference",
    "history",
    "tracking",
    "revision",
    "not covered",
    "noncovered",
    "non-covered",
    "not medically necessary",
    "exclusion",
    "contraindication",
    "investigational",
    "general",
];
/// Words of a lead whose list says what is not covered.
const REFUSING: [&str; 8] = [
    "not covered",
    "not medically necessary",
    "not considered",
    "excluded",
    "contraindicat",
    "investigational when",
    "experimental when",
    "none of",
];

/// The text in pieces. Every character that is not white space stands in exactly one of them, in order.
#[must_use]
pub fn read(text: &str) -> Vec<Piece> {
    let lines: Vec<&str> = text.lines().collect();
    let mut reader = Reader::default();
    for (at, line) in lines.iter().enumerate() {
        let last = lines.get(at + 1).is_none_or(|next| next.trim().is_empty());
        reader.line(line, last);
    }
    reader.close();
    reader.pieces
}

/// How many points a lead asks for, where it says so. The words nearest to the list count.
pub(super) fn need(words: &str) -> Option<Need> {
    const SAID: [(&str, Need); 34] = [
        ("all of", Need::All),
        ("all the following", Need::All),
        ("each of", Need::All),
        ("both of", Need::All),
        ("all criteria", Need::All),
        ("all are met", Need::All),
        ("all of these", Need::All),
        ("both:", Need::All),
        ("all:", Need::All),
        ("one of", Need::AtLeast(1)),
        ("one or more", Need::AtLeast(1)),
        ("any of", Need::AtLeast(1)),
        ("any one", Need::AtLeast(1)),
        ("either", Need::AtLeast(1)),
        ("at least one", Need::AtLeast(1)),
        ("1 of", Need::AtLeast(1)),
        ("1 or more", Need::AtLeast(1)),
        ("at least 1", Need::AtLeast(1)),
        ("any:", Need::AtLeast(1)),
        ("two of", Need::AtLeast(2)),
        ("two or more", Need::AtLeast(2)),
        ("at least two", Need::AtLeast(2)),
        ("2 of", Need::AtLeast(2)),
        ("2 or more", Need::AtLeast(2)),
        ("at least 2", Need::AtLeast(2)),
        ("three of", Need::AtLeast(3)),
        ("three or more", Need::AtLeast(3)),
        ("at least three", Need::AtLeast(3)),
        ("3 of", Need::AtLeast(3)),
        ("3 or more", Need::AtLeast(3)),
        ("at least 3", Need::AtLeast(3)),
        ("four of", Need::AtLeast(4)),
        ("at least four", Need::AtLeast(4)),
        ("4 of", Need::AtLeast(4)),
    ];
    let said = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let stands = |phrase: &str| {
        let alone = |at: &usize| said.get(..*at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        said.match_indices(phrase).map(|(at, _)| at).filter(alone).last()
    };
    let found = SAID.iter().filter_map(|(phrase, need)| stands(phrase).map(|at| (at, need)));
    found.max_by_key(|(at, _)| *at).map(|(_, need)| *need)
}

/// What joins a point to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    And,
    Or,
    AndOr,
}

/// What joins a point to the next, if its last word does.
pub(super) fn joint(words: &str, kind: Kind) -> Option<Joint> {
    let words = words.trim().to_lowercase();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let apart = kind == Kind::Between
        || words.trim_end_matches(|c: char| c.is_alphabetic() || c == '/').trim_end().ends_with([';', ',', '.']);
    match last.trim_matches(|c: char| !c.is_alphabetic() && c != '/') {
        "and" if apart => Some(Joint::And),
        "or" if apart => Some(Joint::Or),
        "and/or" if apart => Some(Joint::AndOr),
        _ => None,
    }
}

/// A level of a list: how far it stands in, and the look of its marks.
struct Level {
    indent: usize,
    look: String,
    last: String,
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    /// The piece that is being read.
    open: Option<Piece>,
    levels: Vec<Level>,
    /// The depth of the lead that has no mark, under which the lists stand.
    lead: Option<u8>,
    /// The depth of points without marks, while they may come.
    plain: Option<u8>,
    /// Whether this part asks for nothing.
    barred: bool,
    /// Whether an empty line came before.
    after_empty: bool,
}

impl Reader {
    fn line(&mut self, raw: &str, last_of_block: bool) {
        let line = raw.trim();
        if line.is_empty() {
            self.close();
            self.after_empty = true;
            return;
        }
        let after_empty = std::mem::take(&mut self.after_empty) || self.pieces.is_empty() && self.open.is_none();
        if self.pieces.len() >= MOST_PIECES {
            self.overflow(line);
            return;
        }
        let indent = raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
        if matches!(bare(line).as_str(), "and" | "or" | "and/or") {
            self.close();
            let depth = self.pieces.last().map_or(0, |piece| piece.depth);
            self.push(Kind::Between, depth, "", line);
        } else if let Some((mark, rest)) = mark(line) {
            self.close();
            if is_title(rest) && heads(mark, rest) && last_of_block && after_empty {
                self.heading(mark, rest);
            } else {
                let depth = self.depth(indent, mark);
                self.plain = None;
                if let Some(last) = self.pieces.last_mut().filter(|last| last.kind == Kind::Between) {
                    last.depth = depth;
                }
                self.open = Some(piece(Kind::Criterion, depth, mark, rest));
            }
        } else if self.goes_on(line) {
            if let Some(open) = &mut self.open {
                format!("{}\n{line}", open.words).trim().clone_into(&mut open.words);
            }
        } else {
            self.close();
            self.unmarked(line, after_empty);
        }
    }

    /// A line without a mark that begins something.
    fn unmarked(&mut self, line: &str, after_empty: bool) {
        let under_heading = self.pieces.last().is_some_and(|last| last.kind == Kind::Heading);
        if is_title(line) && (after_empty || under_heading) {
            self.heading("", line);
            return;
        }
        let point = self.plain.filter(|_| {
            let last = self.pieces.last();
            let first = last.is_some_and(|piece| piece.kind == Kind::Lead);
            !after_empty || first || last.is_some_and(|piece| is_listed(&piece.words) || piece.kind == Kind::Between)
        });
        if let Some(depth) = point {
            self.open = Some(piece(Kind::Criterion, depth, "", line));
            return;
        }
        self.levels.clear();
        self.lead = None;
        self.plain = None;
        self.open = Some(piece(Kind::Text, 0, "", line));
    }

    fn heading(&mut self, mark: &str, words: &str) {
        let said = words.to_lowercase();
        self.barred = OTHER_PARTS.iter().any(|part| said.contains(part));
        self.levels.clear();
        self.lead = None;
        self.plain = None;
        self.push(Kind::Heading, 0, mark, words);
    }

    /// Whether the line belongs to the piece that is open.
    fn goes_on(&self, line: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let begins = line.starts_with(|c: char| c.is_uppercase());
        let ended = open.words.ends_with('.') && begins && open.mark.is_empty() && open.kind == Kind::Criterion;
        let lower = !open.mark.is_empty() && !begins && !open.words.ends_with([':', ';']);
        open.words.is_empty() || lower || !(open.words.ends_with(':') || is_listed(&open.words) || ended)
    }

    /// Ends the open piece, and tells what it was.
    fn close(&mut self) {
        let Some(mut held) = self.open.take() else { return };
        let said = held.line().to_lowercase();
        let leads = said.ends_with(':') || said.ends_with("of the following") || said.ends_with("of the following.");
        if leads {
            let refuses = REFUSING.iter().any(|words| said.contains(words));
            if held.mark.is_empty() {
                self.barred = refuses || self.barred && held.kind == Kind::Criterion;
                self.lead = Some(held.depth);
                self.levels.clear();
            }
            self.plain = Some(held.depth.saturating_add(1));
            held.kind = if refuses || self.barred { Kind::Text } else { Kind::Lead };
        } else if held.kind == Kind::Criterion {
            if held.mark.is_empty() || is_listed(&held.words) {
                self.plain = Some(held.depth);
            }
            if self.barred || held.words.is_empty() {
                held.kind = Kind::Text;
            }
        }
        self.pieces.push(held);
    }

    fn push(&mut self, kind: Kind, depth: u8, mark: &str, words: &str) {
        self.pieces.push(piece(kind, depth, mark, words));
    }

    /// Keeps what is too much to be split.
    fn overflow(&mut self, line: &str) {
        if self.pieces.get(MOST_PIECES).is_none() {
            self.close();
        }
        if let Some(rest) = self.pieces.get_mut(MOST_PIECES) {
            rest.words = format!("{}\n{line}", rest.words);
        } else {
            self.push(Kind::Text, 0, "", line);
        }
        if let Some(rest) = self.pieces.get_mut(MOST_PIECES) {
            rest.kind = Kind::Text;
        }
    }

    /// How deep a point with this mark stands, from the indents and the looks of the marks before it.
    fn depth(&mut self, indent: usize, mark: &str) -> u8 {
        while self.levels.len() > 1 && self.levels.last().is_some_and(|level| level.indent > indent) {
            self.levels.pop();
        }
        let look = self.look_here(mark);
        let held = self.levels.iter().rposition(|level| level.look == look);
        let deeper = |at: usize| at + 1 == self.levels.len() && indent > self.levels[at].indent + 1;
        match held.filter(|at| !deeper(*at)) {
            Some(at) => self.levels.truncate(at + 1),
            None if self.levels.len() < DEEPEST => {
                self.levels.push(Level { indent, look, last: String::new() });
            }
            None => {}
        }
        if let Some(level) = self.levels.last_mut() {
            level.indent = indent;
            mark.clone_into(&mut level.last);
        }
        let base = self.lead.map_or(0, |depth| usize::from(depth) + 1);
        u8::try_from(base + self.levels.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// The look of a mark. An `i` after an `h` is a letter, and elsewhere a number.
    fn look_here(&self, mark: &str) -> String {
        let letter = |mark: &str| mark.chars().find(char::is_ascii_alphabetic).map(|c| c as u8);
        let as_letter = look(mark).replace(['r', 'R'], if mark.contains(char::is_uppercase) { "A" } else { "a" });
        let follows = |level: &Level| {
            level.look == as_letter && letter(&level.last).zip(letter(mark)).is_some_and(|(one, two)| two == one + 1)
        };
        if self.levels.iter().any(follows) { as_letter } else { look(mark) }
    }
}

fn piece(kind: Kind, depth: u8, mark: &str, words: &str) -> Piece {
    Piece { kind, depth, mark: mark.to_owned(), words: words.trim().to_owned(), answer: None }
}

/// The words without what stands around them.
fn bare(line: &str) -> String {
    line.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase()
}

/// Whether more points follow these words.
fn is_listed(words: &str) -> bool {
    words.ends_with(';') || joint(words, Kind::Criterion).is_some()
}

/// Whether the words look like a heading: short, no end of a sentence, and each longer word with a capital.
fn is_title(words: &str) -> bool {
    let short = words.chars().count() <= LONGEST_HEADING && !words.ends_with(['.', ';', ',', ':', '?']);
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let mut words = words.split_whitespace();
    short
        && words.clone().any(|word| word.chars().any(char::is_alphabetic))
        && words.clone().next().is_some_and(|word| capital(&word))
        && words.all(|word| !long(&word) || capital(&word))
}

/// Whether a mark can stand before a heading: a capital, a number with parts, or a number before two words or more.
fn heads(mark: &str, rest: &str) -> bool {
    let look = look(mark);
    look.contains(['A', 'R']) || look.starts_with("1.1") || look.contains('1') && rest.contains(' ')
}

/// The mark in front of a line, and the rest: `- `, `1. `, `(a) `, `iv. `, `2.1 `.
fn mark(line: &str) -> Option<(&str, &str)> {
    const BULLETS: [char; 9] =
        ['\u{2022}', '\u{25aa}', '\u{25e6}', '\u{25cf}', '\u{2023}', '\u{25a0}', '\u{25cb}', '\u{25a1}', '\u{f0b7}'];
    if line.starts_with(BULLETS) {
        let first = line.chars().next().map_or(0, char::len_utf8);
        return line.split_at_checked(first).map(|(mark, rest)| (mark, rest.trim()));
    }
    let (mark, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    (!look(mark).is_empty()).then(|| (mark, rest.trim()))
}

/// The look of a mark: what kind of number, and what stands around it. Empty where it is no mark.
fn look(mark: &str) -> String {
    if ["-", "\u{2013}", "\u{2014}", "*", "o", "+"].contains(&mark) || mark.chars().count() == 1 && !mark.is_ascii() {
        return mark.to_owned();
    }
    let inner = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let all = |is: fn(char) -> bool| !inner.is_empty() && inner.chars().all(is);
    let roman = |c: char| "ivxIVX".contains(c);
    let number = match inner.len() {
        1..=3 if all(|c| c.is_ascii_digit()) => "1",
        1..=5 if inner.chars().all(roman) && all(|c| c.is_ascii_lowercase()) => "r",
        1..=5 if inner.chars().all(roman) && all(|c| c.is_ascii_uppercase()) => "R",
        1 if all(|c| c.is_ascii_lowercase()) => "a",
        1 if all(|c| c.is_ascii_uppercase()) => "A",
        _ if inner.contains('.') && inner.split('.').all(|part| part.parse::<u8>().is_ok() && part.len() < 3) => {
            return "1.1".repeat(inner.split('.').count());
        }
        _ => return String::new(),
    };
    if mark.ends_with(['.', ')']) { mark.replace(inner, number) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Number;
    use crate::case::grid::{Answer, Grid, Standing, breaks, is_whole};

    /// A piece a line: `H`eading, `L`ead, `C`riterion, `B`etween or `T`ext, its depth, its mark and its words.
    fn told(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| {
            let kind = match piece.kind {
                Kind::Heading => 'H',
                Kind::Lead => 'L',
                Kind::Criterion => 'C',
                Kind::Between => 'B',
                Kind::Text => 'T',
            };
            format!("{kind}{} {}", piece.depth, piece.whole())
        };
        pieces.iter().map(one).collect::<Vec<_>>().join("\n")
    }

    fn check(text: &str, expected: &[&str]) {
        let pieces = read(text);
        assert_eq!(told(&pieces), expected.join("\n"));
        assert!(is_whole(&pieces, text));
    }

    fn grid(text: &str) -> Grid {
        Grid { document: Number(3), pieces: read(text) }
    }

    #[test]
    fn a_point_goes_on_until_the_next_begins() {
        let text = "All of these must be met:\n1. Pain for six weeks\n   or longer.\n(b) An exam.\n- A plan.\n\nNot covered: spas.";
        check(
            text,
            &[
                "L0 All of these must be met:",
                "C1 1. Pain for six weeks or longer.",
                "C2 (b) An exam.",
                "C3 - A plan.",
                "T0 Not covered: spas.",
            ],
        );
    }

    #[test]
    fn lists_in_lists_stand_deeper_with_or_without_indents() {
        let flat = "Covered when:\n1. One of the following:\na. Fever; or\nb. Pain\n2. A plan";
        let expected =
            ["L0 Covered when:", "L1 1. One of the following:", "C2 a. Fever; or", "C2 b. Pain", "C1 2. A plan"];
        check(flat, &expected);
        check("Covered when:\n  1. One of the following:\n     a. Fever; or\n     b. Pain\n  2. A plan", &expected);
        check("- Any of:\n   - One\n   - Two\n- Three", &["L0 - Any of:", "C1 - One", "C1 - Two", "C0 - Three"]);
    }

    #[test]
    fn points_without_marks_are_points_under_a_lead() {
        check(
            "Covered if all of the following are met:\nPain for six weeks; and\nAn exam was done; and\na plan\n\nMore words here.",
            &[
                "L0 Covered if all of the following are met:",
                "C1 Pain for six weeks; and",
                "C1 An exam was done; and",
                "C1 a plan",
                "T0 More words here.",
            ],
        );
    }

    #[test]
    fn a_number_within_a_sentence_is_no_mark_and_an_i_after_an_h_is_a_letter() {
        check("Treatment of at least\n6 weeks of therapy.", &["T0 Treatment of at least 6 weeks of therapy."]);
        check("h. Eight\ni. Nine\nj. Ten", &["C0 h. Eight", "C0 i. Nine", "C0 j. Ten"]);
        check(
            "a. First\ni. Inner\nii. Inner too\nb. Second",
            &["C0 a. First", "C1 i. Inner", "C1 ii. Inner too", "C0 b. Second"],
        );
    }

    #[test]
    fn and_and_or_on_a_line_of_their_own_join_points() {
        let text = "Covered when:\n1. Fever\nOR\n2. Pain";
        check(text, &["L0 Covered when:", "C1 1. Fever", "B1 OR", "C1 2. Pain"]);
        assert_eq!(grid(text).need(0), Some(Need::AtLeast(1)));
        assert_eq!(grid("Covered when:\n1. Fever; and\n2. Pain").need(0), Some(Need::All));
        assert_eq!(grid("Covered when:\n1. Fever; and/or\n2. Pain").need(0), None);
        assert_eq!(grid("Covered when:\n1. Fever\n2. Pain").need(0), None);
    }

    #[test]
    fn headings_part_the_text_and_what_is_not_covered_is_no_criterion() {
        check(
            "Knee Imaging Policy\n\nCovered when all of these are met:\n1. Pain\n\nExclusions\n\n1. Screening\n\nNot covered when:\n- Repeat",
            &[
                "H0 Knee Imaging Policy",
                "L0 Covered when all of these are met:",
                "C1 1. Pain",
                "H0 Exclusions",
                "T0 1. Screening",
                "T0 Not covered when:",
                "T1 - Repeat",
            ],
        );
    }

    #[test]
    fn the_words_say_how_many() {
        let said = |words: &str| need(words);
        assert_eq!(said("All of the following:"), Some(Need::All));
        assert_eq!(said("At least two of the following"), Some(Need::AtLeast(2)));
        assert_eq!(said("All plans: one or more of these"), Some(Need::AtLeast(1)));
        assert_eq!(said("None of the following"), None);
        assert_eq!(said("When the following criteria are met:"), None);
    }

    #[test]
    fn a_list_is_met_by_its_own_logic() {
        use Standing::{Met, NotMet, Unclear};
        let of = |lead: &str, answers: &[Standing]| {
            let points: String = answers.iter().map(|_| "\n- Point").collect();
            let mut grid = grid(&format!("{lead}{points}"));
            for (at, standing) in answers.iter().enumerate() {
                grid.pieces[at + 1].answer = Some(Answer { standing: *standing, shown: None });
            }
            grid.standing(0)
        };
        assert_eq!(of("All of:", &[Met, Met]), Met);
        assert_eq!(of("All of:", &[Met, Unclear]), Unclear);
        assert_eq!(of("All of:", &[NotMet, Unclear]), NotMet);
        assert_eq!(of("One of:", &[NotMet, Met]), Met);
        assert_eq!(of("One of:", &[NotMet, NotMet]), NotMet);
        assert_eq!(of("Two of:", &[Met, NotMet, Unclear]), Unclear);
        assert_eq!(of("Two of:", &[Met, NotMet, NotMet]), NotMet);
        assert_eq!(of("When:", &[Met, NotMet]), Unclear);
        assert_eq!(of("When:", &[Met, Met]), Met);
    }

    #[test]
    fn too_many_points_are_kept_whole() {
        let text: String = (0..MOST_PIECES + 50).map(|at| format!("- Point {at}")).collect::<Vec<_>>().join("\n");
        let pieces = read(&text);
        assert_eq!(pieces.len(), MOST_PIECES + 1);
        assert!(is_whole(&pieces, &text));
    }

    #[test]
    fn correcting_loses_no_word() {
        let text = "All of:\n1. Pain and swelling. An exam.\n2. A plan";
        let held = grid(text);
        for at in 0..held.pieces.len() {
            if let Some(pieces) = held.joined(at) {
                assert!(is_whole(&pieces, text));
            }
            for second in breaks(&held.pieces[at].words) {
                assert!(is_whole(&held.parted(at, second).expect("a break parts"), text));
            }
        }
        assert_eq!(breaks("Pain and swelling. An exam."), [5, 19]);
        assert_eq!(told(&held.joined(1).unwrap()), "L0 All of:\nC1 1. Pain and swelling. An exam. 2. A plan");
    }
}
