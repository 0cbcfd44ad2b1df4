//! The embedded typeface: what it can print, and text set in lines of a given width.
//!
//! Looks for no font of the system, so that every device makes the same bytes. Knows no pages.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Charmap, Collection, CollectionOptions, SourceCache};
use parley::{
    FontContext, FontFamily, FontFamilyName, FontFeatures, FontWeight, Layout, LayoutContext, LineBreakContext,
    LineHeight, OverflowWrap, StyleProperty,
};

/// Origin, licence and how they were made: `typeface/README.md`.
const REGULAR: &[u8] = include_bytes!("typeface/Literata-Regular.ttf");
const BOLD: &[u8] = include_bytes!("typeface/Literata-Bold.ttf");
const FAMILY: &str = "Literata";
/// Figures as high as capitals and of one width: claim numbers and amounts are read digit by digit.
const FIGURES: &str = "\"lnum\", \"tnum\"";

/// Stands in the place of a character that the typeface lacks.
pub const BOX: char = '\u{25a1}';

/// A weight of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// For reading.
    Regular,
    /// For headings and labels.
    Bold,
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The weight.
    pub face: Face,
    /// The size of the letters, in points.
    pub size: f32,
    /// From one baseline to the next, in points.
    pub leading: f32,
}

/// One line of set text, ready to be drawn.
#[derive(Debug)]
pub struct SetLine {
    /// The glyphs from left to right; their ranges point into `text`.
    pub glyphs: Vec<KrillaGlyph>,
    /// The whole text that the line is part of.
    pub text: Rc<str>,
    /// How it is set.
    pub style: Style,
    /// From the top of the line to its baseline.
    pub baseline: f32,
    /// The line's height.
    pub height: f32,
    /// The width without spaces at the end.
    pub width: f32,
}

/// How narrow and how wide a text can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// The widest word.
    pub least: f32,
    /// All on one line.
    pub most: f32,
}

/// The typeface, loaded.
pub struct Typeface {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    charmap: Charmap<'static>,
    regular: Font,
    bold: Font,
}

impl Typeface {
    /// Loads the two files.
    pub fn new() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let registered = collection.register_fonts(Blob::new(Arc::new(REGULAR)), None);
        collection.register_fonts(Blob::new(Arc::new(BOLD)), None);
        let charmap = registered
            .iter()
            .flat_map(|(_, fonts)| fonts)
            .find_map(|font| font.charmap_index().charmap(REGULAR))
            .expect("the embedded file is a font with a character map");
        Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            charmap,
            regular: Font::new(REGULAR.into(), 0).expect("the embedded file is a font"),
            bold: Font::new(BOLD.into(), 0).expect("the embedded file is a font"),
        }
    }

    /// The file of a weight, for the PDF.
    pub fn font(&self, face: Face) -> Font {
        match face {
            Face::Regular => self.regular.clone(),
            Face::Bold => self.bold.clone(),
        }
    }

    /// The text with a box for each character that the typeface lacks; these are added to `lacking`, each once.
    /// Characters without ink (joiners, direction marks) go, and other line breaks become `\n`.
    pub fn printable(&self, text: &str, lacking: &mut Vec<char>) -> String {
        let mut printable = String::with_capacity(text.len());
        for character in text.replace("\r\n", "\n").chars() {
            let character = stand_in(character);
            if let Some(letters) = ligature(character) {
                printable.push_str(letters);
                continue;
            }
            if character != '\n' && is_without_ink(character) {
                continue;
            }
            if character == '\n' || self.charmap.map(character).is_some_and(|glyph| glyph != 0) {
                printable.push(character);
            } else {
                printable.push(BOX);
                if !lacking.contains(&character) {
                    lacking.push(character);
                }
            }
        }
        printable
    }

    /// The lines of a text no wider than `width`. A line break in the text starts a new line; empty lines go.
    /// Wants text from [`Typeface::printable`].
    pub fn lines(&mut self, text: &str, style: Style, width: f32) -> Vec<SetLine> {
        // A space at each end of line keeps the words apart for those who read or copy the text.
        let rows: Vec<&str> = text.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
        let last = rows.len().saturating_sub(1);
        let mut lines = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            let row = if at == last { row.to_owned() } else { format!("{row} ") };
            let mut layout = self.layout(&row, style);
            layout.break_all_lines(Some(width));
            lines.extend(set(&layout, &Rc::from(row), style));
        }
        lines
    }

    /// How narrow and how wide a text can be set.
    pub fn widths(&mut self, text: &str, style: Style) -> Widths {
        let mut widths = Widths { least: 0.0, most: 0.0 };
        for row in text.lines() {
            let row = self.layout(row.trim(), style).calculate_content_widths();
            widths.least = widths.least.max(row.min);
            widths.most = widths.most.max(row.max);
        }
        widths
    }

    fn layout(&mut self, text: &str, style: Style) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder
            .push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(FAMILY)))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(Cow::Borrowed(FIGURES))));
        let weight = match style.face {
            Face::Regular => FontWeight::NORMAL,
            Face::Bold => FontWeight::BOLD,
        };
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.set_line_break_override(Some(&keep_citations_whole));
        builder.build(text)
    }
}

fn set(layout: &Layout<()>, text: &Rc<str>, style: Style) -> Vec<SetLine> {
    let lines = layout.lines().map(|line| {
        let metrics = line.metrics();
        SetLine {
            glyphs: line.runs().flat_map(|run| glyphs(&run, style.size)).collect(),
            text: Rc::clone(text),
            style,
            baseline: metrics.baseline - metrics.block_min_coord,
            height: metrics.line_height,
            width: metrics.advance - metrics.hanging_advance,
        }
    });
    lines.collect()
}

/// The glyphs of a run in krilla's terms: parts of the letter size, and the text that each stands for.
fn glyphs(run: &parley::Run<'_, ()>, size: f32) -> Vec<KrillaGlyph> {
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    for cluster in run.visual_clusters() {
        if cluster.is_ligature_continuation() {
            if let Some(glyph) = glyphs.last_mut() {
                glyph.text_range.end = cluster.text_range().end;
            }
            continue;
        }
        glyphs.extend(cluster.glyphs().map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                glyph.y / size,
                0.0,
                cluster.text_range(),
                None,
            )
        }));
    }
    glyphs
}

/// Whether anything of the text would be seen.
pub fn has_ink(text: &str) -> bool {
    text.chars().any(|character| !character.is_whitespace() && !is_without_ink(character))
}

/// A character that looks and means the same, for a few that the typeface lacks.
fn stand_in(character: char) -> char {
    match character {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' | '\u{2000}'..='\u{2006}' => ' ',
        '\u{202f}' => '\u{a0}',
        '\u{2011}' => '-',
        '\u{2610}' | '\u{25fb}' | '\u{fffd}' => BOX,
        other => other,
    }
}

/// The letters of a ligature. Text copied from a PDF is full of them.
fn ligature(character: char) -> Option<&'static str> {
    match character {
        '\u{fb00}' => Some("ff"),
        '\u{fb01}' => Some("fi"),
        '\u{fb02}' => Some("fl"),
        '\u{fb03}' => Some("ffi"),
        '\u{fb04}' => Some("ffl"),
        '\u{fb05}' | '\u{fb06}' => Some("st"),
        _ => None,
    }
}

/// Lets no line end within a citation such as `29 CFR § 2560.503-1(h)(2)`. All else breaks as Unicode says.
fn keep_citations_whole(place: LineBreakContext) -> Option<bool> {
    let around_space = match (place.before_before, place.before, place.after) {
        (Some('§'), ' ', _) | (Some('R'), ' ', '§') => true,
        (Some(number), ' ', 'C') | (Some('R'), ' ', number) => number.is_ascii_digit(),
        _ => false,
    };
    let within = around_space || place.before == '§' || (place.before == ')' && place.after == '(');
    within.then_some(false)
}

/// Characters that steer others and leave no mark of their own.
fn is_without_ink(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Style = Style { face: Face::Regular, size: 11.0, leading: 15.0 };

    fn check(text: &str, printable: &str, lacking: &[char]) {
        let mut found = Vec::new();
        assert_eq!(Typeface::new().printable(text, &mut found), printable);
        assert_eq!(found, lacking);
    }

    #[test]
    fn names_of_many_people_print_as_written() {
        for text in [
            "Nguyễn Thị Phượng Đặng",
            "Zoë Núñez O’Brien-Œuvrard Łukasz Ştefan",
            "Keʻala Kahananui",
            "§ 2560.503-1(h)(3)(i) “quoted” – $1,204.00 ½ ≤ 5 μg TNF-α",
        ] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn what_the_typeface_lacks_becomes_a_box_and_is_named_once() {
        check("محمد and 😀😀", "□□□□ and □□", &['م', 'ح', 'د', '😀']);
        check("a \u{1f469}\u{200d}\u{2695}\u{fe0f}", "a □□", &['\u{1f469}', '\u{2695}']);
    }

    #[test]
    fn characters_without_ink_go_and_line_breaks_become_one_kind() {
        check("a\u{202e}b\u{feff}\u{0}c\u{ad}", "abc", &[]);
        check("a\r\nb\rc\u{2028}d\te", "a\nb\nc\nd e", &[]);
        check("82\u{2011}1", "82-1", &[]);
        check("con\u{fb01}rmed o\u{fb03}ce", "confirmed office", &[]);
    }

    #[test]
    fn both_weights_cover_the_same_characters() {
        let typeface = Typeface::new();
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let bold = collection.register_fonts(Blob::new(Arc::new(BOLD)), None);
        let bold = bold[0].1[0].charmap_index().charmap(BOLD).expect("a character map");
        for character in '\u{20}'..'\u{3000}' {
            assert_eq!(typeface.charmap.map(character), bold.map(character), "{character:?}");
        }
    }

    #[test]
    fn no_line_is_wider_than_asked_even_without_a_space() {
        let mut typeface = Typeface::new();
        for text in ["word ".repeat(200), "x".repeat(1000), "a\nb\n\nc".to_owned()] {
            let lines = typeface.lines(&text, TEXT, 200.0);
            assert!(lines.len() > 2);
            assert!(lines.iter().all(|line| line.width <= 200.1), "{text}");
        }
    }

    #[test]
    fn a_citation_is_never_torn() {
        let mut typeface = Typeface::new();
        for width in 170..300_u16 {
            let lines =
                typeface.lines("all that you relied on (29 CFR § 2560.503-1(h)(2)(iii)) and more", TEXT, width.into());
            let whole = lines.iter().any(|line| {
                let start = line.glyphs.iter().map(|glyph| glyph.text_range.start).min().unwrap_or_default();
                let end = line.glyphs.iter().map(|glyph| glyph.text_range.end).max().unwrap_or_default();
                line.text.get(start..end).is_some_and(|text| text.contains("(29 CFR § 2560.503-1(h)(2)(iii))"))
            });
            assert!(whole, "{width}");
        }
    }

    #[test]
    fn every_character_of_a_text_is_on_one_of_its_lines() {
        let mut typeface = Typeface::new();
        let text = "Affidavit of office staff: fi ffi fl, e\u{301}, Nguye\u{302}\u{303}n. ".repeat(20);
        let lines = typeface.lines(&text, TEXT, 180.0);
        let mut read = String::new();
        for line in &lines {
            for glyph in &line.glyphs {
                read.push_str(line.text.get(glyph.text_range.clone()).expect("ranges lie on characters"));
            }
        }
        assert_eq!(read, text.trim_end());
    }
}
