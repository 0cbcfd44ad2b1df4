//! Prints the routes that are open with a bill or a letter from a file, taken as confirmed, as a paper or as CSV.
//!
//! `cargo run --no-default-features --example options -- FILE DAY [MONTHS] [csv]`, such as `bill.txt 2026-02-02 12 csv`. Knows
//! only the core.

use std::process::ExitCode;

use recourse::case::{Case, CaseId, Change, Document, Number, Provenance, Refusal};
use recourse::civil::Date;
use recourse::importers::{bill, letter};
use recourse::intake;
use recourse::kinds::{PaperKind, Purpose};
use recourse::options::{self, Months};
use recourse::rulebook;
use recourse::words::{InWords, Words, options as say, words};

const USAGE: &str = "cargo run --no-default-features --example options -- FILE DAY [MONTHS] [csv]";

fn main() -> ExitCode {
    match run() {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{}\n{}", problem.what, problem.now);
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, Words> {
    let mut given = std::env::args().skip(1);
    let (Some(path), Some(day)) = (given.next(), given.next()) else {
        return Err(words("A file and a day are needed.", USAGE));
    };
    let today: Date = day.parse().map_err(|error| words(format!("{error}."), "Write the day as 2026-02-02."))?;
    let rest: Vec<String> = given.collect();
    let months = rest.iter().find_map(|word| word.parse().ok()).and_then(Months::new);
    let text = std::fs::read_to_string(&path)
        .map_err(|error| words(format!("{path} cannot be read: {error}."), "Check the name of the file."))?;
    let case = case(&text, today)?;
    let routes = options::of(&case, rulebook::book(), today, months);
    let as_csv = rest.iter().any(|word| word == "csv");
    Ok(if as_csv { say::csv(&routes) } else { say::paper(&routes, &case, today).text() })
}

/// The case that the text makes: of a bill if it is one, else of a letter.
fn case(text: &str, today: Date) -> Result<Case, Words> {
    let open = Case::open(CaseId("example".to_owned()), today);
    let draft = bill::read(text).map_err(|error| error.in_words())?;
    let changes = match draft.kind.as_ref().map(|kind| kind.value) {
        Some(kind) => {
            let billed = open.apply(Change::OpenedFor(Purpose::Bill), today).map_err(|refusal| refusal.in_words())?;
            let changes = intake::bill::changes(&draft.confirmed(), kind, text, "The paper", &billed, today);
            std::iter::once(Change::OpenedFor(Purpose::Bill)).chain(changes).collect()
        }
        None => from_letter(text, &open, today)?,
    };
    let apply = |case: Case, change| case.apply(change, today);
    changes.into_iter().try_fold(open, apply).map_err(|refusal: Refusal| refusal.in_words())
}

/// The letter, and the most likely find of each field.
fn from_letter(text: &str, open: &Case, today: Date) -> Result<Vec<Change>, Words> {
    let reading = letter::read(text).map_err(|error| error.in_words())?;
    let document = Number(open.next_number);
    let (kind, title) = (PaperKind::DenialNotice, "The letter".to_owned());
    let paper = Document { number: document, kind, title, dated: None, added: today, text: text.to_owned() };
    let mut changes = vec![Change::DocumentAdded(paper)];
    let mut last = None;
    for find in reading.finds.into_iter().filter(|find| last.replace(find.field) != Some(find.field)) {
        let from = Provenance::Document { document, words: find.words };
        changes.push(Change::Learned { field: find.field, value: find.value, from });
    }
    Ok(changes)
}
