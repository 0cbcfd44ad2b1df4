//! A document as a value: what a letter, a cover or a list is before it is ink. Printed as text here, as PDF by `packet`.
//!
//! A fact can enter a paper only through [`Span::fact`], which wants its provenance; law only with the id of its rule.

pub mod csv;

use crate::case::{Fact, Number, Provenance};
use crate::civil::{Date, Time};
use crate::kinds::Field;

/// How many columns a line of plain text has.
pub const WIDTH: usize = 78;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its title, as in the PDF's properties.
    pub title: String,
    /// The day that it bears.
    pub date: Date,
    /// Its parts in order.
    pub parts: Vec<Part>,
}

/// A part that can be edited, left out and traced by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Names the part within its letter, for edits; stable from version to version.
    pub key: String,
    /// What it is.
    pub block: Block,
    /// Whether the words are the person's own.
    pub edited: bool,
}

/// What a part can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Name and address, line by line.
    Address(Vec<Line>),
    /// A line that stands alone: the date, the salutation, the closing.
    Standing(Line),
    /// What the letter is about: a label and its value.
    Subject(Vec<(String, Line)>),
    /// A heading; level 1 is the paper's title, 2 a section.
    Heading {
        /// 1 or 2.
        level: u8,
        /// The words.
        line: Line,
    },
    /// A paragraph.
    Paragraph(Line),
    /// Words of somebody else, set off.
    Quote(Line),
    /// Items, numbered if `numbered`.
    List {
        /// Whether the order matters.
        numbered: bool,
        /// The items.
        items: Vec<Line>,
    },
    /// Rows under a head.
    Table {
        /// The names of the columns.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<Line>>,
    },
    /// Room to sign above a name.
    Signature(Line),
}

/// Words in a row.
pub type Line = Vec<Span>;

/// Words in a row, from our own words and from spans in the order in which they are read.
macro_rules! line_of {
    ($($words:expr),* $(,)?) => { vec![$($crate::paper::Span::from($words)),*] };
}
pub(crate) use line_of as line;

/// A run of words with one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Our words.
    Plain(String),
    /// A fact of the case.
    Fact(Traced),
    /// Words of somebody else, verbatim; printed between quotation marks.
    Quote(Traced),
    /// Law, with the rule that says so.
    Law {
        /// The words, such as the citation.
        text: String,
        /// The rule's id in the rulebook.
        rule: String,
    },
    /// The person's own words, as a whole their statement.
    Own(String),
}

/// Words that rest on a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    text: String,
    field: Option<Field>,
    from: Provenance,
}

impl Traced {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The field that they came from, if from one.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        self.field
    }

    /// How we know.
    #[must_use]
    pub fn from(&self) -> &Provenance {
        &self.from
    }
}

impl Span {
    /// Our words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// A fact of the case, printed as `text`.
    pub fn fact<T>(field: Field, fact: &Fact<T>, text: impl Into<String>) -> Self {
        Self::Fact(Traced { text: text.into(), field: Some(field), from: fact.from.clone() })
    }

    /// A fact without a field of its own, such as something said in a call.
    pub fn traced(from: Provenance, text: impl Into<String>) -> Self {
        Self::Fact(Traced { text: text.into(), field: None, from })
    }

    /// Words of somebody else, verbatim.
    pub fn quote<T>(field: Field, fact: &Fact<T>, text: impl Into<String>) -> Self {
        Self::Quote(Traced { text: text.into(), field: Some(field), from: fact.from.clone() })
    }

    /// Words of somebody else, verbatim, that fill no field, such as a line of a paper.
    pub fn quoted(from: Provenance, text: impl Into<String>) -> Self {
        Self::Quote(Traced { text: text.into(), field: None, from })
    }

    /// Law, with the rule's id.
    pub fn law(rule: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Law { text: text.into(), rule: rule.into() }
    }

    /// The paper of the case whose title these words are, if they are one.
    #[must_use]
    pub fn names_document(&self) -> Option<Number> {
        let Self::Fact(Traced { text, field: None, from: Provenance::Document { document, words } }) = self else {
            return None;
        };
        let is_title = words.split_whitespace().eq(text.split_whitespace());
        (is_title && !text.is_empty()).then_some(*document)
    }

    /// The words as printed, with the quotation marks of a quote.
    #[must_use]
    pub fn printed(&self) -> String {
        match self {
            Self::Plain(text) | Self::Law { text, .. } | Self::Own(text) => text.clone(),
            Self::Fact(traced) => traced.text.clone(),
            Self::Quote(traced) => format!("\u{201c}{}\u{201d}", traced.text),
        }
    }
}

impl From<&str> for Span {
    fn from(words: &str) -> Self {
        Self::plain(words)
    }
}

impl From<String> for Span {
    fn from(words: String) -> Self {
        Self::Plain(words)
    }
}

impl Part {
    /// A part in our words.
    pub fn new(key: impl Into<String>, block: Block) -> Self {
        Self { key: key.into(), block, edited: false }
    }
}

/// The words of a line as printed.
#[must_use]
pub fn line_text(line: &[Span]) -> String {
    line.iter().map(Span::printed).collect()
}

impl Paper {
    /// The whole paper as plain text, wrapped at [`WIDTH`] columns, ending in one line break.
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts: Vec<String> = self.parts.iter().map(|part| part.block.text(WIDTH)).collect();
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }
}

impl Block {
    /// All lines of the block, in reading order.
    #[must_use]
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Address(lines) | Self::List { items: lines, .. } => lines.iter().collect(),
            Self::Standing(line)
            | Self::Paragraph(line)
            | Self::Quote(line)
            | Self::Signature(line)
            | Self::Heading { line, .. } => vec![line],
            Self::Subject(rows) => rows.iter().map(|(_, line)| line).collect(),
            Self::Table { rows, .. } => rows.iter().flatten().collect(),
        }
    }

    /// The block as plain text, wrapped at `width` columns.
    #[must_use]
    pub fn text(&self, width: usize) -> String {
        match self {
            Self::Address(lines) => lines.iter().map(|line| line_text(line)).collect::<Vec<_>>().join("\n"),
            Self::Standing(line) | Self::Paragraph(line) => wrap(&line_text(line), width, "", ""),
            Self::Subject(rows) => {
                let rows =
                    rows.iter().map(|(label, line)| wrap(&format!("{label}: {}", line_text(line)), width, "", "    "));
                rows.collect::<Vec<_>>().join("\n")
            }
            Self::Heading { line, .. } => wrap(&line_text(line).to_uppercase(), width, "", ""),
            Self::Quote(line) => wrap(&line_text(line), width, "    ", "    "),
            Self::List { numbered, items } => {
                let items = items.iter().enumerate().map(|(at, item)| {
                    let lead = if *numbered { format!("{}. ", at + 1) } else { "- ".to_owned() };
                    let indent = " ".repeat(lead.len());
                    wrap(&line_text(item), width, &lead, &indent)
                });
                items.collect::<Vec<_>>().join("\n")
            }
            Self::Table { head, rows } => {
                let rows = rows.iter().map(|row| {
                    let cells = head.iter().zip(row).map(|(name, cell)| format!("{name}: {}", line_text(cell)));
                    wrap(&cells.collect::<Vec<_>>().join("; "), width, "- ", "  ")
                });
                rows.collect::<Vec<_>>().join("\n")
            }
            Self::Signature(line) => format!("\n\n{}", line_text(line)),
        }
    }
}

/// Breaks at spaces so that no line is wider than `width`, unless one word is. Line breaks in `text` stand.
fn wrap(text: &str, width: usize, lead: &str, indent: &str) -> String {
    let mut out = String::new();
    let mut margin = lead;
    for paragraph in text.lines() {
        let mut column = 0;
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if column == 0 || column + 1 + length > width {
                if !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(margin);
                column = margin.chars().count();
                margin = indent;
            } else {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += length;
        }
    }
    out
}

/// A day as a letter prints it: `July 13, 2024`.
#[must_use]
pub fn long_day(day: Date) -> String {
    format!("{} {}, {}", MONTHS[day.month() as usize - 1], day.day(), day.year())
}

/// A day with its weekday: `Saturday, July 13, 2024`.
#[must_use]
pub fn weekday_day(day: Date) -> String {
    let weekday = match day.weekday() {
        crate::civil::Weekday::Mon => "Monday",
        crate::civil::Weekday::Tue => "Tuesday",
        crate::civil::Weekday::Wed => "Wednesday",
        crate::civil::Weekday::Thu => "Thursday",
        crate::civil::Weekday::Fri => "Friday",
        crate::civil::Weekday::Sat => "Saturday",
        crate::civil::Weekday::Sun => "Sunday",
    };
    format!("{weekday}, {}", long_day(day))
}

/// A time of day as people say it: `5:30 p.m.`, `noon`.
#[must_use]
pub fn time_of_day(time: Time) -> String {
    if time == Time::NOON {
        return "noon".to_owned();
    }
    let half = if time < Time::NOON { "a.m." } else { "p.m." };
    let hour = match time.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    format!("{hour}:{:02} {half}", time.minute())
}

/// The months' names, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
