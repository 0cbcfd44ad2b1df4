//! Pages written as a PDF/UA-1 file by krilla: ink with its tags, the foot of each page, bookmarks and properties.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use std::ops::Range;
use std::rc::Rc;

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag};
use krilla::text::KrillaGlyph;
use krilla::{Document, SerializeSettings};

use super::exhibits;
use super::flow::{Ink, WIDTH};
use super::message::Job;
use super::pages::{Page, Placed};
use super::references;
use super::tags::{TagAt, Tags};
use super::typeface::{Face, SetLine, Style, Typeface};
use super::{Error, Role};
use crate::civil::Date;

/// The paper of our own pages, in points.
pub const LETTER: (f32, f32) = (612.0, 792.0);
const MARGIN: f32 = 72.0;
const HAIRLINE: f32 = 0.5;
const FOOT: f32 = LETTER.1 - 54.0;
const FOOT_STYLE: Style = Style { face: Face::Regular, size: 9.0, leading: 12.0 };
/// Of the foot's width, what the title may take; the rest is for the page number.
const TITLE_WIDTH: f32 = WIDTH - 140.0;
const STAMP_STYLE: Style = Style { face: Face::Bold, size: 8.0, leading: 10.0 };
/// From the edges of the page to the stamp: as near as printers print.
const STAMP_INSET: f32 = 13.0;
const STAMP_PADDING: f32 = 2.0;

/// A page to be written.
pub struct Sheet<'a> {
    /// Its width and height in points.
    pub size: (f32, f32),
    /// What is on it, if it is one of ours; else only its foot is drawn.
    pub page: Option<&'a Page<'a>>,
    /// The bookmark that leads to it, if something begins here.
    pub opens: Option<String>,
    /// What stands at its foot.
    pub foot: Foot,
    /// What it is part of.
    pub role: Role,
    /// Where its words lead.
    pub leads: Rc<Leads>,
}

/// What stands at the foot of a page.
pub enum Foot {
    /// The document's title and this number.
    Running(String),
    /// A stamp.
    Stamp {
        /// The exhibit and its page.
        name: String,
        /// The packet's page.
        number: String,
    },
}

/// Where names of exhibits and numbers of pages lead.
#[derive(Debug, Default)]
pub struct Leads {
    /// The page on which each exhibit begins, from 0.
    pub exhibits: Vec<usize>,
    /// How many pages there are.
    pub pages: usize,
}

impl<'a> Sheet<'a> {
    /// Papers without exhibits.
    pub fn papers(job: &Job, pages: &'a [Page<'a>]) -> Vec<Self> {
        let leads = Rc::new(Leads::default());
        let sheet = |(at, page): (usize, &'a Page<'a>)| {
            let begun = page.begins.and_then(|section| job.pieces.get(section));
            Sheet {
                size: LETTER,
                page: Some(page),
                opens: begun.map(|piece| piece.title.trim().to_owned()),
                foot: Foot::Running(number(job, at + 1, pages.len())),
                role: begun.map_or(Role::Letter, |piece| piece.role),
                leads: Rc::clone(&leads),
            }
        };
        pages.iter().enumerate().map(sheet).collect()
    }

    /// Which words of a text lead to which page, from 0, and what that is called for those who cannot see it.
    fn links(&self, text: &str) -> Vec<(Range<usize>, usize, String)> {
        let named = |page: usize, name: &str| format!("{name}, packet page {}", page + 1);
        match self.role {
            Role::Exhibit => Vec::new(),
            Role::Index if references::page(text).is_some() => references::page(text)
                .and_then(|page| page.checked_sub(1))
                .filter(|page| *page < self.leads.pages)
                .map(|page| (0..text.len(), page, named(page, "Go")))
                .into_iter()
                .collect(),
            Role::Index | Role::Cover | Role::Letter | Role::Documents | Role::Chronology | Role::Options => {
                let lead = |(range, exhibit): (Range<usize>, usize)| {
                    let page = *self.leads.exhibits.get(exhibit)?;
                    Some((range, page, named(page, &exhibits::name(exhibit))))
                };
                references::mentions(text).into_iter().filter_map(lead).collect()
            }
        }
    }
}

/// The file.
///
/// # Errors
/// When krilla finds that it would not keep PDF/UA-1.
pub fn write(job: &Job, sheets: &[Sheet<'_>], mut tags: Tags, typeface: &mut Typeface) -> Result<Vec<u8>, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("one standard alone has no rival");
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut outline = Outline::new();

    for (at, sheet) in sheets.iter().enumerate() {
        let settings = PageSettings::from_wh(sheet.size.0, sheet.size.1)
            .expect("a page has a size")
            .with_page_label(PageLabel::new(Some(NumberingStyle::Arabic), None, None));
        let mut page = document.start_page_with(settings);
        let mut pen = Pen { surface: page.surface(), tags: &mut tags, typeface, links: Vec::new() };
        for placed in sheet.page.iter().flat_map(|page| &page.strips) {
            pen.strip(placed, sheet);
        }
        match &sheet.foot {
            Foot::Running(number) => pen.foot(&job.title, number),
            Foot::Stamp { name, number } if sheet.page.is_some() => pen.foot(name, &capital(number)),
            Foot::Stamp { name, number } => pen.stamp(&format!("{name} \u{b7} {number}"), sheet.size),
        }
        let links = pen.lift();
        for link in links {
            let to = Target::Destination(XyzDestination::new(link.page, Point::from_xy(0.0, 0.0)).into());
            let link_to = Annotation::new_link(LinkAnnotation::new(link.area, to), Some(link.name));
            let piece = page.add_tagged_annotation(link_to);
            tags.drawn(link.tag, piece);
        }
        page.finish();
        if let Some(title) = &sheet.opens {
            let top = XyzDestination::new(at, Point::from_xy(0.0, 0.0));
            outline.push_child(OutlineNode::new(title.clone(), top));
        }
    }

    document.set_outline(outline);
    document.set_tag_tree(tags.tree(&job.language));
    document.set_metadata(properties(job));
    document.finish().map_err(|cause| Error::BelowStandard { faults: faults(&cause) })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The page's number in words. A letter alone is no packet.
fn number(job: &Job, page: usize, pages: usize) -> String {
    match job.pieces.as_slice() {
        [letter] if letter.role == Role::Letter => format!("Page {page} of {pages}"),
        _ => format!("Packet page {page} of {pages}"),
    }
}

fn properties(job: &Job) -> Metadata {
    let metadata = Metadata::new()
        .title(job.title.trim().to_owned())
        .language(job.language.clone())
        .creator("Recourse".to_owned())
        .creation_date(day(job.date));
    match &job.author {
        Some(author) => metadata.authors(vec![author.clone()]),
        None => metadata,
    }
}

fn day(date: Date) -> DateTime {
    let small = |number: u32| u8::try_from(number).expect("months and days are small");
    let year = u16::try_from(date.year()).expect("years have four digits");
    DateTime::new(year).month(small(date.month())).day(small(date.day()))
}

/// The names of what krilla found, without the words of the document that it found them in.
fn faults(cause: &KrillaError) -> Vec<String> {
    let name = |fault: String| fault.chars().take_while(char::is_ascii_alphanumeric).collect();
    if let KrillaError::Validation(found) = cause {
        found.iter().map(|(fault, _)| name(format!("{fault:?}"))).collect()
    } else {
        vec![name(format!("{cause:?}"))]
    }
}

struct Pen<'page, 'all> {
    surface: Surface<'page>,
    tags: &'all mut Tags,
    typeface: &'all mut Typeface,
    links: Vec<Link>,
}

/// Words that lead to a page.
struct Link {
    area: Rect,
    page: usize,
    name: String,
    tag: TagAt,
}

impl Pen<'_, '_> {
    fn lift(self) -> Vec<Link> {
        self.surface.finish();
        self.links
    }

    fn strip(&mut self, placed: &Placed<'_>, sheet: &Sheet<'_>) {
        let top = MARGIN + placed.top;
        for ink in &placed.strip.ink {
            match ink {
                Ink::Words { line, left, .. } if placed.again => {
                    self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
                    self.words(line, MARGIN + left, top + line.baseline);
                    self.surface.end_tagged();
                }
                Ink::Words { line, left, tag } => self.line(line, MARGIN + left, top, *tag, sheet),
                Ink::Rule { left, down, width } => self.rule(MARGIN + left, top + down, *width),
            }
        }
    }

    /// A line, with those of its words that lead somewhere as links.
    fn line(&mut self, line: &SetLine, left: f32, top: f32, tag: TagAt, sheet: &Sheet<'_>) {
        let mut left = left;
        let mut rest = line.glyphs.as_slice();
        for (words, page, name) in sheet.links(&line.text) {
            let inside =
                |glyph: &KrillaGlyph| glyph.text_range.start >= words.start && glyph.text_range.end <= words.end;
            let Some(first) = rest.iter().position(inside) else { continue };
            let (before, from) = rest.split_at(first);
            let (linked, after) = from.split_at(from.iter().position(|glyph| !inside(glyph)).unwrap_or(from.len()));
            left += self.tagged(line, before, left, top, tag);
            let link = self.tags.under(tag, Tag::Link);
            let width = self.tagged(line, linked, left, top, link);
            self.rule(left, top + line.baseline + 1.5, width);
            if let Some(area) = Rect::from_xywh(left, top, width, line.height) {
                self.links.push(Link { area, page, name, tag: link });
            }
            left += width;
            rest = after;
        }
        self.tagged(line, rest, left, top, tag);
    }

    /// Glyphs of a line that belong to a tag; says how wide they are.
    fn tagged(&mut self, line: &SetLine, glyphs: &[KrillaGlyph], left: f32, top: f32, tag: TagAt) -> f32 {
        if glyphs.is_empty() {
            return 0.0;
        }
        let piece = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.glyphs(line, glyphs, left, top + line.baseline);
        self.surface.end_tagged();
        self.tags.drawn(tag, piece);
        glyphs.iter().map(|glyph| glyph.x_advance * line.style.size).sum()
    }

    /// A stamp at the lower right of a page that is not ours, on a white ground, smaller where the page is narrow.
    fn stamp(&mut self, text: &str, (width, height): (f32, f32)) {
        let room = (width - 2.0 * (STAMP_INSET.min(width / 20.0) + STAMP_PADDING)).max(1.0);
        let wide = self.typeface.widths(text, STAMP_STYLE).most;
        let scale = (room / wide).min(1.0);
        let style = Style { size: STAMP_STYLE.size * scale, leading: STAMP_STYLE.leading * scale, ..STAMP_STYLE };
        let lines = self.typeface.lines(text, style, wide);
        let inset = STAMP_INSET.min(width / 20.0).min(height / 20.0);
        let (wide, tall) = (wide * scale, style.leading);
        let (left, top) = (width - inset - STAMP_PADDING - wide, height - inset - tall);
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        self.fill(left - STAMP_PADDING, top, wide + 2.0 * STAMP_PADDING, tall, 255);
        for line in lines {
            self.words(&line, left, top + line.baseline);
        }
        self.surface.end_tagged();
    }

    fn foot(&mut self, title: &str, number: &str) {
        self.rule(MARGIN, FOOT, WIDTH);
        let number = self.typeface.lines(number, FOOT_STYLE, WIDTH);
        let title = self.short(title);
        let foot = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer));
        self.surface.start_tagged(foot);
        let baseline = |line: &SetLine| FOOT + 5.0 + line.baseline;
        for line in title {
            self.words(&line, MARGIN, baseline(&line));
        }
        for line in number {
            self.words(&line, MARGIN + WIDTH - line.width, baseline(&line));
        }
        self.surface.end_tagged();
    }

    /// The title on one line; a long one ends in an ellipsis.
    fn short(&mut self, title: &str) -> Vec<SetLine> {
        let title = self.typeface.printable(&title.split_whitespace().collect::<Vec<_>>().join(" "), &mut Vec::new());
        let mut lines = self.typeface.lines(&title, FOOT_STYLE, TITLE_WIDTH);
        if let [first, _, ..] = lines.as_slice() {
            let end = first.glyphs.iter().map(|glyph| glyph.text_range.end).max().unwrap_or_default();
            let kept = title.get(..end).unwrap_or_default().trim_end();
            lines = self.typeface.lines(&format!("{kept}\u{2026}"), FOOT_STYLE, WIDTH);
        }
        lines
    }

    fn words(&mut self, line: &SetLine, left: f32, baseline: f32) {
        self.glyphs(line, &line.glyphs, left, baseline);
    }

    fn glyphs(&mut self, line: &SetLine, glyphs: &[KrillaGlyph], left: f32, baseline: f32) {
        self.surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
        let font = self.typeface.font(line.style.face);
        self.surface.draw_glyphs(Point::from_xy(left, baseline), glyphs, font, &line.text, line.style.size, false);
    }

    fn rule(&mut self, left: f32, down: f32, width: f32) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        self.fill(left, down, width, HAIRLINE, 110);
        self.surface.end_tagged();
    }

    fn fill(&mut self, left: f32, top: f32, width: f32, height: f32, gray: u8) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(left, top, width, height) {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            self.surface.set_fill(Some(Fill { paint: luma::Color::new(gray).into(), ..Fill::default() }));
            self.surface.draw_path(&path);
        }
    }
}
