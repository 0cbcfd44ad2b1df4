//! A letter for word processors: headings, lists, tables and page numbers as such, so that it can be worked on.
//!
//! Pure: equal input gives equal bytes. Knows no PDF.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, NumPages, PageMargin, PageNum, Paragraph, Run, RunFonts,
    Style, StyleType, Table, TableCell, TableRow, WidthType,
};

use super::exhibits::Exhibit;
use super::message::Block;
use super::references::Names;
use crate::civil::Date;
use crate::paper::Paper;

/// Half points.
const TEXT_SIZE: usize = 22;
/// Twentieths of a point: US Letter, an inch around, and what is left between.
const PAPER: (u32, u32) = (12240, 15840);
const MARGIN: i32 = 1440;
const WIDTH: usize = 9360;
const INDENT: i32 = 400;

/// The letter as a DOCX file. Papers that are exhibits are named as in the packet.
///
/// # Panics
/// Never: it is written to memory.
#[must_use]
pub fn letter(paper: &Paper, exhibits: &[Exhibit]) -> Vec<u8> {
    let names = Names::of(exhibits);
    let mut sheet = Sheet { docx: blank(paper.date), paragraphs: 0 };
    for part in &paper.parts {
        sheet.block(&Block::of(&part.block, &names));
    }
    let mut bytes = Cursor::new(Vec::new());
    sheet.docx.build().pack(&mut bytes).expect("memory takes whatever is written");
    bytes.into_inner()
}

/// An empty document with our styles and the page's number at its foot.
fn blank(date: Date) -> Docx {
    let day = format!("{date}T00:00:00Z");
    let heading = |level: usize, size: usize| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .size(size)
            .bold()
    };
    let number = Paragraph::new()
        .id("f0000001")
        .style("Normal")
        .align(AlignmentType::Right)
        .add_run(Run::new().add_text("Page "))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new());
    let margin =
        PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: 720, footer: 720, gutter: 0 };
    Docx::new()
        .page_size(PAPER.0, PAPER.1)
        .page_margin(margin)
        .created_at(&day)
        .updated_at(&day)
        .default_size(TEXT_SIZE)
        .default_fonts(RunFonts::new().ascii("Georgia").hi_ansi("Georgia").cs("Georgia"))
        .default_line_spacing(LineSpacing::new().after(160))
        .add_style(heading(1, 36))
        .add_style(heading(2, 26))
        .footer(Footer::new().add_paragraph(number))
}

struct Sheet {
    docx: Docx,
    paragraphs: u32,
}

impl Sheet {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Address(lines) => self.text(&lines.join("\n"), |paragraph| paragraph),
            Block::Standing(text) => self.text(text, |paragraph| paragraph),
            Block::Subject(rows) => {
                for (label, text) in rows {
                    let label = format!("{}: ", label.trim().trim_end_matches(':'));
                    let paragraph = self.paragraph().add_run(Run::new().add_text(label).bold());
                    self.add(paragraph.add_run(run(text)));
                }
            }
            Block::Heading { level, text } => {
                let style = if *level > 1 { "Heading2" } else { "Heading1" };
                self.text(text, |paragraph| paragraph.style(style).keep_next(true));
            }
            Block::Paragraph(text) => self.paragraphs(text, |paragraph| paragraph),
            Block::Quote(text) => {
                self.paragraphs(text, |paragraph| paragraph.indent(Some(INDENT), None, Some(INDENT), None));
            }
            Block::List { numbered, items } => {
                for (at, item) in items.iter().filter(|item| !item.trim().is_empty()).enumerate() {
                    // The mark is text, so that every program shows the number that the letter speaks of.
                    let mark = if *numbered { format!("{}.\t", at + 1) } else { "\u{2022}\t".to_owned() };
                    let hanging = docx_rs::SpecialIndentType::Hanging(INDENT);
                    let paragraph = self.paragraph().indent(Some(INDENT), Some(hanging), None, None);
                    self.add(paragraph.add_run(run(&mark)).add_run(run(item)));
                }
            }
            Block::Table { head, rows } => self.table(head, rows),
            Block::Signature(text) => {
                let room = self.paragraph();
                self.add(room);
                self.text(text, |paragraph| paragraph);
            }
        }
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        if head.is_empty() {
            return;
        }
        let width = WIDTH / head.len();
        let mut set = Vec::new();
        for (at, cells) in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).enumerate() {
            let cells = cells.iter().map(|cell| {
                let words = if at == 0 { run(cell).bold() } else { run(cell) };
                TableCell::new().width(width, WidthType::Dxa).add_paragraph(self.paragraph().add_run(words))
            });
            set.push(TableRow::new(cells.collect()));
        }
        let table = Table::new(set).set_grid(vec![width; head.len()]).width(WIDTH, WidthType::Dxa);
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        // Two tables without anything between them would become one.
        let after = self.paragraph();
        self.add(after);
    }

    /// A text with an empty line between its paragraphs.
    fn paragraphs(&mut self, text: &str, set: impl Fn(Paragraph) -> Paragraph) {
        let text = text.replace("\r\n", "\n");
        let lines: Vec<&str> = text.lines().collect();
        for paragraph in lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()) {
            self.text(&paragraph.join("\n"), &set);
        }
    }

    fn text(&mut self, text: &str, set: impl Fn(Paragraph) -> Paragraph) {
        if !text.trim().is_empty() {
            let paragraph = set(self.paragraph()).add_run(run(text));
            self.add(paragraph);
        }
    }

    /// A paragraph with a name of its own: those that the crate gives go on from letter to letter.
    fn paragraph(&mut self) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08x}", self.paragraphs)).style("Normal")
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }
}

/// Words; line breaks stay, and what XML cannot hold goes.
fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                run = run.add_tab();
            }
            run = run.add_text(piece.replace(|letter: char| letter.is_control(), ""));
        }
    }
    run
}
