//! Pages written as a PDF/UA-1 file by krilla: ink with its tags, the foot of each page, bookmarks and properties.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

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
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document, SerializeSettings};

use super::flow::{Ink, WIDTH};
use super::message::Job;
use super::pages::{Page, Placed};
use super::tags::Tags;
use super::typeface::{Face, SetLine, Style, Typeface};
use super::{Error, Role};
use crate::civil::Date;

const PAGE_WIDTH: f32 = 612.0;
const PAGE_HEIGHT: f32 = 792.0;
const MARGIN: f32 = 72.0;
const HAIRLINE: f32 = 0.5;
const FOOT: f32 = PAGE_HEIGHT - 54.0;
const FOOT_STYLE: Style = Style { face: Face::Regular, size: 9.0, leading: 12.0 };
/// Of the foot's width, what the title may take; the rest is for the page number.
const TITLE_WIDTH: f32 = WIDTH - 140.0;

/// The file.
///
/// # Errors
/// When krilla finds that it would not keep PDF/UA-1.
pub fn write(job: &Job, pages: &[Page<'_>], mut tags: Tags, typeface: &mut Typeface) -> Result<Vec<u8>, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("one standard alone has no rival");
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut outline = Outline::new();
    let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT)
        .expect("US Letter has a size")
        .with_page_label(PageLabel::new(Some(NumberingStyle::Arabic), None, None));

    for (at, page) in pages.iter().enumerate() {
        let mut sheet = document.start_page_with(settings.clone());
        let mut pen = Pen { surface: sheet.surface(), tags: &mut tags, typeface };
        for placed in &page.strips {
            pen.strip(placed);
        }
        pen.foot(&job.title, &number(job, at + 1, pages.len()));
        pen.lift();
        sheet.finish();
        if let Some(piece) = page.begins.and_then(|section| job.pieces.get(section)) {
            let top = XyzDestination::new(at, Point::from_xy(0.0, 0.0));
            outline.push_child(OutlineNode::new(piece.title.trim().to_owned(), top));
        }
    }

    document.set_outline(outline);
    document.set_tag_tree(tags.tree(&job.language));
    document.set_metadata(properties(job));
    document.finish().map_err(|cause| Error::BelowStandard { faults: faults(&cause) })
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
}

impl Pen<'_, '_> {
    fn lift(self) {
        self.surface.finish();
    }

    fn strip(&mut self, placed: &Placed<'_>) {
        let top = MARGIN + placed.top;
        for ink in &placed.strip.ink {
            match ink {
                Ink::Words { line, left, tag } => {
                    let kind = if placed.again {
                        ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
                    } else {
                        ContentTag::Span(SpanTag::empty())
                    };
                    let piece = self.surface.start_tagged(kind);
                    self.words(line, MARGIN + left, top + line.baseline);
                    self.surface.end_tagged();
                    if !placed.again {
                        self.tags.drawn(*tag, piece);
                    }
                }
                Ink::Rule { left, down, width } => self.rule(MARGIN + left, top + down, *width),
            }
        }
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
        self.surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
        let font = self.typeface.font(line.style.face);
        let start = Point::from_xy(left, baseline);
        self.surface.draw_glyphs(start, &line.glyphs, font, &line.text, line.style.size, false);
    }

    fn rule(&mut self, left: f32, down: f32, width: f32) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(left, down, width, HAIRLINE) {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            self.surface.set_fill(Some(Fill { paint: luma::Color::new(110).into(), ..Fill::default() }));
            self.surface.draw_path(&path);
            self.surface.end_tagged();
        }
    }
}
