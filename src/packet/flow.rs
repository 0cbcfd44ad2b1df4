//! Papers as a row of strips: one line of ink each, with the tag that it belongs to and what it must stay with.
//!
//! Says how each kind of part looks. Knows no pages.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use std::num::NonZeroU16;
use std::rc::Rc;

use krilla::tagging::Tag;

use super::message::{Block, Job, Piece};
use super::tags::{self, TagAt, Tags};
use super::typeface::{Face, SetLine, Style, Typeface};
use super::{Missing, Place, table, typeface};

/// The width of the text, in points: US Letter with an inch on either side.
pub const WIDTH: f32 = 612.0 - 72.0 - 72.0;

const TEXT: Style = Style { face: Face::Regular, size: 11.0, leading: 15.5 };
const LABEL: Style = Style { face: Face::Bold, ..TEXT };
const TITLE: Style = Style { face: Face::Bold, size: 18.0, leading: 24.0 };
const HEADING: Style = Style { face: Face::Bold, size: 12.5, leading: 17.0 };

const BETWEEN_BLOCKS: f32 = 13.0;
const BETWEEN_PARAGRAPHS: f32 = 8.0;
const BETWEEN_ITEMS: f32 = 4.0;
const INDENT: f32 = 20.0;
const ROOM_TO_SIGN: f32 = 40.0;
const SIGNATURE_WIDTH: f32 = 220.0;

/// All that will be drawn, before it is on pages.
#[derive(Debug)]
pub struct Flow {
    /// The strips of each section.
    pub sections: Vec<Vec<Strip>>,
    /// The heads of tables, to be repeated.
    pub heads: Vec<Vec<Strip>>,
    /// The document's structure.
    pub tags: Tags,
    /// Where characters were replaced.
    pub missing: Vec<Missing>,
}

/// Ink of one height that no page break divides.
#[derive(Clone, Debug)]
pub struct Strip {
    /// Room above it, unless it comes first on a page.
    pub gap: f32,
    /// Its own height.
    pub height: f32,
    /// Whether it wants to be on the same page as the next.
    pub keep: bool,
    /// The table whose head must be repeated if a page begins with this strip.
    pub table: Option<usize>,
    /// What is drawn.
    pub ink: Vec<Ink>,
}

/// Something drawn. Distances are from the left of the text and the top of the strip.
#[derive(Clone, Debug)]
pub enum Ink {
    /// A line of text.
    Words {
        /// The text.
        line: Rc<SetLine>,
        /// Where it begins.
        left: f32,
        /// What it belongs to.
        tag: TagAt,
    },
    /// A thin horizontal line, without meaning of its own.
    Rule {
        /// Where it begins.
        left: f32,
        /// How far down.
        down: f32,
        /// How long it is.
        width: f32,
    },
}

/// The strips and tags of a job.
pub fn of(job: &Job, typeface: &mut Typeface) -> Flow {
    let mut lacking = Vec::new();
    typeface.printable(&job.title, &mut lacking);
    let mut missing = Vec::new();
    if !lacking.is_empty() {
        missing.push(Missing { place: Place::Title, characters: lacking });
    }
    let flow = Flow { sections: Vec::new(), heads: Vec::new(), tags: Tags::default(), missing };
    let mut setter = Setter { typeface, flow, strips: Vec::new(), lacking: Vec::new() };
    for (section, piece) in job.pieces.iter().enumerate() {
        setter.section(section, piece);
    }
    setter.flow
}

/// Whether anything of this part would be seen.
pub fn has_words(block: &Block) -> bool {
    let is_word = |text: &String| typeface::has_ink(text);
    match block {
        Block::Address(lines) => lines.iter().any(is_word),
        Block::Standing(text)
        | Block::Heading { text, .. }
        | Block::Paragraph(text)
        | Block::Quote(text)
        | Block::Signature(text) => is_word(text),
        Block::Subject(rows) => rows.iter().any(|(label, text)| is_word(label) || is_word(text)),
        Block::List { items, .. } => items.iter().any(is_word),
        Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).any(is_word),
    }
}

/// Sets one part after the other.
pub(super) struct Setter<'a> {
    pub(super) typeface: &'a mut Typeface,
    pub(super) flow: Flow,
    pub(super) strips: Vec<Strip>,
    lacking: Vec<char>,
}

impl Setter<'_> {
    fn section(&mut self, section: usize, piece: &Piece) {
        let root = self.flow.tags.root(Tag::Section);
        let mut titled = false;
        let parts: Vec<_> = piece.parts.iter().filter(|part| has_words(&part.block)).collect();
        for (at, part) in parts.iter().enumerate() {
            let first = self.strips.len();
            titled |= matches!(part.block, Block::Heading { level: ..=1, .. });
            self.block(root, &part.block, titled);
            if let [next, ..] = parts.get(at + 1..).unwrap_or_default()
                && stays_with(&part.block, &next.block)
                && let Some(last) = self.strips.last_mut()
            {
                last.keep = true;
            }
            if let Some(strip) = self.strips.get_mut(first) {
                strip.gap = strip.gap.max(gap_above(&part.block));
            }
            if !self.lacking.is_empty() {
                let place = Place::Part { role: piece.role, section, key: part.key.clone() };
                self.flow.missing.push(Missing { place, characters: std::mem::take(&mut self.lacking) });
            }
        }
        self.flow.sections.push(std::mem::take(&mut self.strips));
    }

    fn block(&mut self, root: TagAt, block: &Block, titled: bool) {
        match block {
            Block::Address(lines) => {
                let tag = self.flow.tags.under(root, Tag::P);
                let first = self.strips.len();
                self.text(tag, &lines.join("\n"), TEXT, 0.0, WIDTH);
                self.keep_all(first);
            }
            Block::Standing(text) => {
                let tag = self.flow.tags.under(root, Tag::P);
                self.text(tag, text, TEXT, 0.0, WIDTH);
            }
            Block::Subject(rows) => self.subject(root, rows),
            Block::Heading { level, text } => {
                // Depths must begin at 1: where a letter has no title of its own, its sections are its first headings.
                let depth = if titled && *level > 1 { 2 } else { 1 };
                let words = self.printable(text);
                let tag = self.flow.tags.under(root, tags::heading(NonZeroU16::MIN.saturating_add(depth - 1), &words));
                let first = self.strips.len();
                self.text(tag, &words, if *level > 1 { HEADING } else { TITLE }, 0.0, WIDTH);
                self.keep_all(first);
                if let Some(last) = self.strips.last_mut() {
                    last.keep = true;
                }
            }
            Block::Paragraph(text) => self.paragraphs(root, text, 0.0, WIDTH),
            Block::Quote(text) => {
                let quote = self.flow.tags.under(root, Tag::BlockQuote);
                self.paragraphs(quote, text, INDENT, WIDTH - INDENT - INDENT);
            }
            Block::List { numbered, items } => self.list(root, *numbered, items),
            Block::Table { head, rows } => table::set(self, root, head, rows),
            Block::Signature(text) => self.signature(root, text),
        }
    }

    /// Text with an empty line between its paragraphs.
    fn paragraphs(&mut self, parent: TagAt, text: &str, left: f32, width: f32) {
        let text = self.printable(text);
        let lines: Vec<&str> = text.lines().collect();
        for paragraph in lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()) {
            let tag = self.flow.tags.under(parent, Tag::P);
            let first = self.strips.len();
            self.text(tag, &paragraph.join("\n"), TEXT, left, width);
            if let Some(strip) = self.strips.get_mut(first) {
                strip.gap = BETWEEN_PARAGRAPHS;
            }
        }
    }

    fn subject(&mut self, root: TagAt, rows: &[(String, String)]) {
        let rows: Vec<(String, String)> = rows
            .iter()
            .filter(|(label, text)| typeface::has_ink(label) || typeface::has_ink(text))
            .map(|(label, text)| (self.printable(&with_colon(label)), self.printable(text)))
            .collect();
        let widest = rows.iter().map(|(label, _)| self.typeface.widths(label, LABEL).most).fold(0.0, f32::max);
        let left = widest.min(WIDTH * 0.4) + 10.0;
        let first = self.strips.len();
        for (label, text) in rows {
            let tag = self.flow.tags.under(root, Tag::P);
            let label = (self.flow.tags.under(tag, Tag::Span), self.typeface.lines(&label, LABEL, left - 10.0), 0.0);
            let value = (self.flow.tags.under(tag, Tag::Span), self.typeface.lines(&text, TEXT, WIDTH - left), left);
            self.abreast(vec![label, value]);
        }
        self.keep_all(first);
    }

    fn list(&mut self, root: TagAt, numbered: bool, items: &[String]) {
        let list = self.flow.tags.under(root, tags::list(numbered));
        for (at, item) in items.iter().filter(|item| typeface::has_ink(item)).enumerate() {
            let item = self.printable(item);
            let mark = if numbered { format!("{}.", at + 1) } else { "\u{2022}".to_owned() };
            let tag = self.flow.tags.under(list, Tag::LI);
            let mark = (self.flow.tags.under(tag, Tag::Lbl), self.typeface.lines(&mark, TEXT, INDENT + INDENT), 4.0);
            let left = INDENT + mark.1.first().map_or(0.0, |line| (line.width - INDENT + 10.0).max(0.0));
            let body = (self.flow.tags.under(tag, Tag::LBody), self.typeface.lines(&item, TEXT, WIDTH - left), left);
            let first = self.strips.len();
            self.abreast(vec![mark, body]);
            self.no_widows(first);
            if let Some(strip) = self.strips.get_mut(first) {
                strip.gap = BETWEEN_ITEMS;
            }
        }
    }

    fn signature(&mut self, root: TagAt, text: &str) {
        let tag = self.flow.tags.under(root, Tag::P);
        let rule = Ink::Rule { left: 0.0, down: ROOM_TO_SIGN, width: SIGNATURE_WIDTH };
        self.strips.push(Strip { gap: 0.0, height: ROOM_TO_SIGN + 3.0, keep: true, table: None, ink: vec![rule] });
        let first = self.strips.len();
        self.text(tag, text, TEXT, 0.0, WIDTH);
        self.keep_all(first);
    }

    /// Lines of one text, one strip each.
    fn text(&mut self, tag: TagAt, text: &str, style: Style, left: f32, width: f32) {
        let text = self.printable(text);
        let lines = self.typeface.lines(&text, style, width);
        let first = self.strips.len();
        self.abreast(vec![(tag, lines, left)]);
        self.no_widows(first);
    }

    /// Texts side by side: the first line of each in one strip, the second of each in the next.
    pub(super) fn abreast(&mut self, columns: Vec<(TagAt, Vec<SetLine>, f32)>) {
        let mut columns: Vec<_> =
            columns.into_iter().map(|(tag, lines, left)| (tag, lines.into_iter(), left)).collect();
        loop {
            let mut height: f32 = 0.0;
            let mut ink = Vec::new();
            for (tag, lines, left) in &mut columns {
                if let Some(line) = lines.next() {
                    height = height.max(line.height);
                    ink.push(Ink::Words { line: Rc::new(line), left: *left, tag: *tag });
                }
            }
            if ink.is_empty() {
                return;
            }
            self.strips.push(Strip { gap: 0.0, height, keep: false, table: None, ink });
        }
    }

    /// Keeps the strips from `first` on one page.
    pub(super) fn keep_all(&mut self, first: usize) {
        if let Some([strips @ .., _]) = self.strips.get_mut(first..) {
            for strip in strips {
                strip.keep = true;
            }
        }
    }

    /// Keeps a page break away from the first and the last line of what begins at `first`.
    pub(super) fn no_widows(&mut self, first: usize) {
        let strips = self.strips.get_mut(first..).unwrap_or_default();
        if let Some([before, _]) = strips.last_chunk_mut() {
            before.keep = true;
        }
        if let Some([top, _]) = strips.first_chunk_mut() {
            top.keep = true;
        }
    }

    /// The text as it can be printed; what it lacks is remembered for the part at hand.
    pub(super) fn printable(&mut self, text: &str) -> String {
        self.typeface.printable(text, &mut self.lacking)
    }
}

fn gap_above(block: &Block) -> f32 {
    match block {
        Block::Address(_) | Block::Standing(_) | Block::Subject(_) | Block::Table { .. } | Block::Signature(_) => {
            BETWEEN_BLOCKS
        }
        Block::Heading { .. } => BETWEEN_BLOCKS + 3.0,
        Block::Paragraph(_) | Block::Quote(_) | Block::List { .. } => BETWEEN_PARAGRAPHS,
    }
}

/// Whether a page must not begin between these two: a signature is never alone, nor a list without its opening words.
fn stays_with(block: &Block, next: &Block) -> bool {
    match next {
        Block::Signature(_) => true,
        Block::Quote(_) | Block::List { .. } | Block::Table { .. } | Block::Standing(_) => {
            matches!(block, Block::Paragraph(_))
        }
        Block::Address(_) | Block::Subject(_) | Block::Heading { .. } | Block::Paragraph(_) => false,
    }
}

/// The label as it stands before its value. The space is for those who hear or copy it.
fn with_colon(label: &str) -> String {
    let label = label.trim().trim_end_matches(':');
    if label.is_empty() { String::new() } else { format!("{label}: ") }
}
