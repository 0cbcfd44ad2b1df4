//! Binds text files into one PDF: `cargo run --no-default-features --example bind-packet -- out.pdf letter.txt list.txt`.
//!
//! The first file is the letter. Empty lines part its paragraphs. Knows no case: for trying the packet by itself.

use std::path::Path;
use std::process::ExitCode;

use recourse::civil::Date;
use recourse::packet::{self, Request, Role, Section};
use recourse::paper::{Block, Paper, Part, Span};
use recourse::words::InWords;

const USAGE: &str = "Give the PDF to write and the text files to bind, in order:\n  \
    cargo run --no-default-features --example bind-packet -- out.pdf letter.txt list.txt";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, files @ ..] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    if files.is_empty() {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    }
    match bind(out, files) {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(told) => {
            eprintln!("{told}");
            ExitCode::FAILURE
        }
    }
}

fn bind(out: &str, files: &[String]) -> Result<String, String> {
    // An example has no clock either: the day is the one on which it was written.
    let date = Date::new(2026, 11, 23).ok_or("The example's own day is not on the calendar.")?;
    let mut sections = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let text = std::fs::read_to_string(file).map_err(|cause| {
            format!("{file} could not be read: {cause}. Check its name, and that it is a text file.")
        })?;
        let role = if at == 0 { Role::Letter } else { Role::Documents };
        sections.push(Section { role, paper: paper(file, &text, date) });
    }
    let title = sections.first().map_or_else(String::new, |section| section.paper.title.clone());
    let request = Request { title, author: None, language: "en-US".to_owned(), date, sections, exhibits: Vec::new() };
    let packet = packet::build(&request).map_err(|error| {
        let told = error.in_words();
        format!("{} {}\n{USAGE}", told.what, told.now)
    })?;
    std::fs::write(out, &packet.bytes)
        .map_err(|cause| format!("{out} could not be written: {cause}. Check that its folder exists."))?;
    let warnings = packet.missing.iter().map(|missing| format!("\n{}", missing.in_words().what));
    Ok(format!("{out}: {} page(s), {} bytes.{}", packet.pages, packet.bytes.len(), warnings.collect::<String>()))
}

/// A paper of the file's paragraphs under the file's name.
fn paper(file: &str, text: &str, date: Date) -> Paper {
    let title = Path::new(file).file_stem().map_or_else(|| file.to_owned(), |stem| stem.to_string_lossy().into_owned());
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").enumerate().map(|(at, paragraph)| Part {
        key: format!("paragraph-{at}"),
        block: Block::Paragraph(vec![Span::plain(paragraph)]),
        edited: false,
    });
    Paper { title, date, parts: paragraphs.collect() }
}
