//! Reads a letter from a file and prints what it finds, each beside its words.
//!
//! `cargo run --no-default-features --example read-letter -- FILE`. Knows only the core.

use std::path::Path;
use std::process::ExitCode;

use recourse::importers::letter::{self, Looks};
use recourse::words::{InWords, Words, fields, intake, words};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        return say(&words("No file was named.", "cargo run --no-default-features --example read-letter -- FILE"));
    };
    match read(Path::new(&path)) {
        Ok(text) => print(&text),
        Err(problem) => say(&problem),
    }
}

fn read(path: &Path) -> Result<String, Words> {
    let bytes = std::fs::read(path).map_err(|error| {
        words(format!("{} cannot be read: {error}.", path.display()), "Check the name of the file.")
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        words(
            format!("{} is not text in UTF-8: byte {at} does not fit.", path.display()),
            "Open it where it was written and save it as plain text, UTF-8.",
        )
    })
}

fn print(text: &str) -> ExitCode {
    let reading = match letter::read(text) {
        Ok(reading) => reading,
        Err(error) => return say(&error.in_words()),
    };
    let kind = match reading.kind {
        Looks::HealthDecision => "a decision of a health plan",
        Looks::HealthPaperOther => "another paper about health care",
        Looks::NotHealth => "nothing about health care",
    };
    println!("Looks like {kind}.\n");
    for find in &reading.finds {
        println!("{}: {}", fields::name(find.field), fields::say(&find.value));
        println!("    \u{201c}{}\u{201d}", find.words.split_whitespace().collect::<Vec<_>>().join(" "));
        if let Some(doubt) = find.doubt {
            println!("    {}", intake::doubt(doubt));
        }
    }
    for hint in &reading.hints {
        println!("{} \u{201c}{}\u{201d}", intake::hint(hint.about), hint.words);
    }
    for warning in &reading.warnings {
        let Words { what, now } = warning.in_words();
        println!("{what} {now}");
    }
    ExitCode::SUCCESS
}

fn say(problem: &Words) -> ExitCode {
    eprintln!("{}\n{}", problem.what, problem.now);
    ExitCode::FAILURE
}
