//! A plan's criteria as a grid: its text in pieces, and beside each criterion whether it is met and the words that show it.
//!
//! Pieces are the paper's own words in its own order; reading and correcting them lose none. Knows no letter and no page.

mod read;

use super::{Number, Provenance};

pub use read::{MOST_PIECES, read};

/// The criteria of one paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The paper.
    pub document: Number,
    /// Its text in pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// How deep it stands: what belongs to a lead stands deeper than the lead.
    pub depth: u8,
    /// The number, letter or bullet in front of it; may be empty.
    pub mark: String,
    /// Its words with their line breaks.
    pub words: String,
    /// What was said of it; only a criterion has an answer.
    pub answer: Option<Answer>,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading.
    Heading,
    /// Words that lead a list, such as "All of the following:".
    Lead,
    /// A criterion.
    Criterion,
    /// "And" or "or" on a line of its own.
    Between,
    /// Anything else.
    Text,
}

/// How many points of a list have to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Each.
    All,
    /// So many, or more.
    AtLeast(u8),
}

/// Whether a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The record shows it.
    Met,
    /// It is not so.
    NotMet,
    /// Nobody can say yet.
    Unclear,
}

/// What was said of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether it is met.
    pub standing: Standing,
    /// What shows it.
    pub shown: Option<Shown>,
}

/// The words that show that a criterion is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The words.
    pub words: String,
    /// The paper that they stand in, the call in which they were said, or the person who says them.
    pub from: Provenance,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Heading, Self::Lead, Self::Criterion, Self::Between, Self::Text];
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Met, Self::NotMet, Self::Unclear];

    /// Its key in forms and styles.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::Unclear => "unclear",
        }
    }
}

impl Piece {
    /// The words on one line, without the mark.
    #[must_use]
    pub fn line(&self) -> String {
        self.words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The mark and the words on one line.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{} {}", self.mark, self.line()).trim().to_owned()
    }

    /// The plan's own number and the words on one line, without the "and" or "or" that leads to the next point.
    #[must_use]
    pub fn quoted(&self) -> String {
        let numbered = self.mark.chars().any(char::is_alphanumeric) && self.mark != "o";
        let whole = if numbered { self.whole() } else { self.line() };
        if self.kind != Kind::Criterion || read::joint(&whole, self.kind).is_none() {
            return whole.trim_end_matches(';').to_owned();
        }
        let without = whole.trim_end_matches(|c: char| c.is_alphabetic() || c == '/' || c == '.');
        let without = without.trim_end().trim_end_matches([';', ',']);
        if without.is_empty() { whole } else { without.to_owned() }
    }

    /// Whether it is met and words show it.
    #[must_use]
    pub fn is_shown(&self) -> Option<&Shown> {
        let answer = self.answer.as_ref().filter(|answer| answer.standing == Standing::Met)?;
        answer.shown.as_ref().filter(|_| self.kind == Kind::Criterion)
    }
}

impl Grid {
    /// The points that stand directly under this piece.
    #[must_use]
    pub fn under(&self, at: usize) -> Vec<usize> {
        let Some(lead) = self.pieces.get(at) else { return Vec::new() };
        let inside: Vec<usize> =
            (at + 1..self.pieces.len()).take_while(|held| self.pieces[*held].depth > lead.depth).collect();
        let is_point = |held: &usize| matches!(self.pieces[*held].kind, Kind::Criterion | Kind::Lead);
        let depth = inside.iter().filter(|held| is_point(held)).map(|held| self.pieces[*held].depth).min();
        inside.into_iter().filter(|held| is_point(held) && Some(self.pieces[*held].depth) == depth).collect()
    }

    /// The lead that this piece stands under.
    #[must_use]
    pub fn above(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|held| self.pieces[*held].kind == Kind::Lead && self.under(*held).contains(&at))
    }

    /// How many points under a lead have to be met: by its own words, or by the "and" or "or" between the points. `None`
    /// where the text does not say.
    #[must_use]
    pub fn need(&self, at: usize) -> Option<Need> {
        let lead = self.pieces.get(at).filter(|piece| piece.kind == Kind::Lead)?;
        if let Some(said) = read::need(&lead.words) {
            return Some(said);
        }
        let (first, last) = (*self.under(at).first()?, *self.under(at).last()?);
        let depth = self.pieces[first].depth;
        let between = self.pieces[first..=last].iter().filter(|piece| piece.depth == depth);
        let joints: Vec<read::Joint> = between.filter_map(|piece| read::joint(&piece.words, piece.kind)).collect();
        let all = joints.iter().all(|joint| *joint == read::Joint::And);
        let any = joints.iter().all(|joint| *joint == read::Joint::Or);
        match (joints.is_empty(), all, any) {
            (false, true, _) => Some(Need::All),
            (false, _, true) => Some(Need::AtLeast(1)),
            _ => None,
        }
    }

    /// Whether a criterion is met, or a lead with all that stands under it. What nobody has answered is unclear; a list of
    /// which the text does not say how many points it asks for is met only when each is.
    #[must_use]
    pub fn standing(&self, at: usize) -> Standing {
        let Some(piece) = self.pieces.get(at) else { return Standing::Unclear };
        if piece.kind != Kind::Lead {
            return piece.answer.as_ref().map_or(Standing::Unclear, |answer| answer.standing);
        }
        let points = self.under(at);
        let count = |standing| points.iter().filter(|held| self.standing(**held) == standing).count();
        let (met, not_met) = (count(Standing::Met), count(Standing::NotMet));
        let (enough, too_few) = match self.need(at) {
            Some(Need::All) => (points.len(), 1),
            Some(Need::AtLeast(some)) => (usize::from(some), (points.len() + 1).saturating_sub(usize::from(some))),
            None => (points.len(), points.len()),
        };
        match () {
            () if points.is_empty() => Standing::Unclear,
            () if met >= enough => Standing::Met,
            () if not_met >= too_few => Standing::NotMet,
            () => Standing::Unclear,
        }
    }

    /// Whether a list that asks for some of its points, and has them, makes this point needless.
    #[must_use]
    pub fn is_needless(&self, at: usize) -> bool {
        let Some(lead) = self.above(at) else { return false };
        let some = matches!(self.need(lead), Some(Need::AtLeast(_)));
        let has_enough = some && self.standing(lead) == Standing::Met && self.standing(at) != Standing::Met;
        has_enough || self.is_needless(lead)
    }

    /// All criteria, in order.
    pub fn criteria(&self) -> impl Iterator<Item = (usize, &Piece)> {
        self.pieces.iter().enumerate().filter(|(_, piece)| piece.kind == Kind::Criterion)
    }

    /// The pieces with this one and the next made into one. Its answer was about other words and goes.
    #[must_use]
    pub fn joined(&self, at: usize) -> Option<Vec<Piece>> {
        let mut pieces = self.pieces.clone();
        if at + 1 >= pieces.len() {
            return None;
        }
        let next = pieces.remove(at + 1);
        let first = &mut pieces[at];
        let added = format!("{} {}", next.mark, next.words);
        format!("{}\n{}", first.words, added.trim()).trim().clone_into(&mut first.words);
        first.answer = None;
        Some(pieces)
    }

    /// The pieces with this one made into two, the second beginning at one of its [`breaks`].
    #[must_use]
    pub fn parted(&self, at: usize, second: usize) -> Option<Vec<Piece>> {
        let mut pieces = self.pieces.clone();
        let held = pieces.get_mut(at)?;
        let (before, after) = held.words.split_at_checked(second)?;
        let (before, after) = (before.trim().to_owned(), after.trim().to_owned());
        if before.is_empty() || after.is_empty() {
            return None;
        }
        let rest = Piece { mark: String::new(), words: after, answer: None, ..held.clone() };
        held.words = before;
        held.answer = None;
        pieces.insert(at + 1, rest);
        Some(pieces)
    }

    /// The pieces with this one being something else. Only a criterion keeps its answer.
    #[must_use]
    pub fn named(&self, at: usize, kind: Kind) -> Option<Vec<Piece>> {
        let mut pieces = self.pieces.clone();
        let held = pieces.get_mut(at)?;
        held.kind = kind;
        held.answer = held.answer.take().filter(|_| kind == Kind::Criterion);
        Some(pieces)
    }
}

/// Where a piece can be parted: before each sentence, each clause after a semicolon or colon, each line, and each "and" or
/// "or".
#[must_use]
pub fn breaks(words: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last = "";
    for (at, word) in starts(words) {
        let ends = last.ends_with(['.', ';', ':']);
        let line = words.get(..at).is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('\n'));
        let joins = ["and", "or"].contains(&word.to_lowercase().as_str());
        if at > 0 && !last.is_empty() && (ends || line || joins) {
            found.push(at);
        }
        last = word;
    }
    found
}

/// The words with the byte at which each begins.
fn starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let at = from;
        from += word.len();
        from += text.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((at, word))
    })
}

/// Whether the pieces are the text, no more and no less, but for its white space.
#[must_use]
pub fn is_whole(pieces: &[Piece], text: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    pieces.iter().map(|piece| letters(&piece.mark) + letters(&piece.words).as_str()).collect::<String>()
        == letters(text)
}
