//! Writes a letter from a small text file, and says what it lacks. Knows only the core.
//!
//! `cargo run --no-default-features --example write-appeal -- FILE`
//!
//! A line is `name = value`; empty lines and lines with `#` in front are skipped. First the letter and its day:
//!
//! ```text
//! letter = L01                  # L01 appeal, L12 retroactive authorization, L14 claim file
//! today = 2024-02-01
//! situation = S04               # S01, S04, S05 or general; may stand more than once
//! notice = denial.txt           # a pasted letter beside this file; what it says is taken as confirmed
//! coverage-from = work          # work, public-employer, federal-employer, church, myself, medicare, medicaid, ...
//! funding = employer-pays       # employer-pays or insurer-pays
//! paper = necessity-letter | Letter of Dr. Okafor | 2026-04-15
//! ```
//!
//! Then any fact by the name of its field: `patient = John Smith`, `notice-date = 2024-01-15`, `billed = $2,500.00`,
//! `in-network = yes`, `stated-window = 180 days`, `reason-code = CO-197`. Addresses in one row, with commas.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use recourse::case::coverage::{From, Funding};
use recourse::case::fact::{Choice, fits};
use recourse::case::{Case, CaseId, Change, Document, Number, PlayId, Provenance, Refusal, Value, Window};
use recourse::civil::Date;
use recourse::importers::letter;
use recourse::kinds::{Field, LetterKind, PaperKind, Timing};
use recourse::letters::{self, Draft};
use recourse::rulebook;
use serde::Deserialize;
use serde::de::IntoDeserializer;

/// What can go wrong, with the line where it did.
#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error("No file was named.\ncargo run --no-default-features --example write-appeal -- FILE")]
    NoFile,
    #[error("{} cannot be read: {cause}.\nCheck the name of the file.", path.display())]
    Unreadable { path: PathBuf, cause: std::io::Error },
    #[error("Line {line} is not `name = value`: {text:?}.\nPut an equals sign between the name and the value.")]
    NotALine { line: usize, text: String },
    #[error("Line {line}: there is no field {name:?}.\nThe names are those of `kinds::Field`, such as `notice-date`.")]
    NoSuchField { line: usize, name: String },
    #[error("Line {line}: {name} cannot be {value:?}.\nWrite days as 2024-01-15, amounts as $2,500.00, yes or no.")]
    NotAValue { line: usize, name: String, value: String },
    #[error("Line {line}: {cause}.\nCheck this line against the others.")]
    Refused { line: usize, cause: Refusal },
    #[error("The letter in {} cannot be read: {cause}.\nSave it as plain text.", path.display())]
    Letter { path: PathBuf, cause: letter::Error },
    #[error("`{0}` is missing.\nAdd a line for it.")]
    Missing(&'static str),
}

fn main() -> ExitCode {
    match run() {
        Ok(draft) => print(&draft),
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Draft, Problem> {
    let path = PathBuf::from(std::env::args_os().nth(1).ok_or(Problem::NoFile)?);
    let text = open(&path)?;
    let lines = lines(&text)?;
    let one = |name: &str| lines.iter().find(|line| line.name == name);
    let today: Date = one("today").ok_or(Problem::Missing("today"))?.read()?;
    let kind: LetterKind = one("letter").ok_or(Problem::Missing("letter"))?.named()?;
    let mut case = Case::open(CaseId("example".to_owned()), today);
    // The notice first, so that the lines of the file correct it.
    for line in lines.iter().filter(|line| line.name == "notice") {
        case = noticed(&case, line, &path, today)?;
    }
    for line in &lines {
        case = told(&case, line, today)?;
    }
    let begun = case.apply(Change::LetterBegun { kind, about_call: None }, today);
    case = begun.map_err(|cause| Problem::Refused { line: 0, cause })?;
    let letter = case.letters.last().expect("a letter was begun");
    Ok(letters::draft(letter, &case, rulebook::book(), today))
}

fn open(path: &Path) -> Result<String, Problem> {
    std::fs::read_to_string(path).map_err(|cause| Problem::Unreadable { path: path.to_owned(), cause })
}

/// A line of the file.
struct Line<'a> {
    number: usize,
    name: &'a str,
    value: &'a str,
}

fn lines(text: &str) -> Result<Vec<Line<'_>>, Problem> {
    let rows = text.lines().enumerate().map(|(at, row)| (at + 1, row.trim()));
    rows.filter(|(_, row)| !row.is_empty() && !row.starts_with('#'))
        .map(|(number, row)| {
            let (name, value) =
                row.split_once('=').ok_or_else(|| Problem::NotALine { line: number, text: row.to_owned() })?;
            Ok(Line { number, name: name.trim(), value: value.trim() })
        })
        .collect()
}

impl Line<'_> {
    fn problem(&self) -> Problem {
        Problem::NotAValue { line: self.number, name: self.name.to_owned(), value: self.value.to_owned() }
    }

    fn read<T: std::str::FromStr>(&self) -> Result<T, Problem> {
        self.value.parse().ok().ok_or_else(|| self.problem())
    }

    /// One of the names of a closed list.
    fn named<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Problem> {
        by_name(self.value).ok_or_else(|| self.problem())
    }
}

fn by_name<'a, T: Deserialize<'a>>(name: &'a str) -> Option<T> {
    T::deserialize(IntoDeserializer::<serde::de::value::Error>::into_deserializer(name)).ok()
}

/// The case with a pasted letter and what was found in it.
fn noticed(case: &Case, line: &Line<'_>, file: &Path, today: Date) -> Result<Case, Problem> {
    let path = file.parent().unwrap_or(Path::new(".")).join(line.value);
    let text = open(&path)?;
    let reading = letter::read(&text).map_err(|cause| Problem::Letter { path, cause })?;
    let document = Number(case.next_number);
    let (kind, title) = (PaperKind::DenialNotice, "Notice of denial".to_owned());
    let added = Change::DocumentAdded(Document { number: document, kind, title, dated: None, added: today, text });
    let mut case = case.apply(added, today).map_err(|cause| Problem::Refused { line: line.number, cause })?;
    for find in reading.finds.into_iter().filter(|find| find.doubt.is_none()) {
        if case.fact(find.field).is_none() {
            let from = Provenance::Document { document, words: find.words };
            let learned = Change::Learned { field: find.field, value: find.value, from };
            case = case.apply(learned, today).map_err(|cause| Problem::Refused { line: line.number, cause })?;
        }
    }
    Ok(case)
}

/// The case with one line of the file.
fn told(case: &Case, line: &Line<'_>, today: Date) -> Result<Case, Problem> {
    let change = match line.name {
        "letter" | "today" | "notice" => return Ok(case.clone()),
        "situation" => Change::SituationChosen { play: PlayId(line.value.to_owned()) },
        "paper" => Change::DocumentAdded(paper(line, Number(case.next_number), today)?),
        name => {
            let field: Field =
                by_name(name).ok_or_else(|| Problem::NoSuchField { line: line.number, name: name.to_owned() })?;
            let value = values(line.value).into_iter().find(|value| fits(field, value));
            let value = value.ok_or_else(|| line.problem())?;
            Change::Learned { field, value, from: Provenance::Statement { on: today } }
        }
    };
    case.apply(change, today).map_err(|cause| Problem::Refused { line: line.number, cause })
}

/// `kind | title | date`, the date if there is one.
fn paper(line: &Line<'_>, number: Number, today: Date) -> Result<Document, Problem> {
    let mut pieces = line.value.split('|').map(str::trim);
    let (Some(kind), Some(title)) = (pieces.next().and_then(by_name), pieces.next()) else {
        return Err(line.problem());
    };
    let dated = match pieces.next() {
        Some(day) => Some(day.parse().ok().ok_or_else(|| line.problem())?),
        None => None,
    };
    Ok(Document { number, kind, title: title.to_owned(), dated, added: today, text: String::new() })
}

/// Every way to read a value; the field takes the one that fits it.
fn values(text: &str) -> Vec<Value> {
    let choice = from(text).map(Choice::From).or_else(|| funding(text).map(Choice::Funding));
    let choice = choice.or_else(|| by_name::<Timing>(text).map(Choice::Timing));
    let yes = match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let codes: Result<Vec<_>, _> = text.split(',').map(str::parse).collect();
    [
        text.parse().ok().map(Value::Day),
        text.parse().ok().map(Value::Money),
        yes.map(Value::Yes),
        window(text).map(Value::Window),
        codes.ok().map(Value::Codes),
        choice.map(Value::Choice),
        Some(Value::Text(text.to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn window(text: &str) -> Option<Window> {
    let (amount, unit) = text.split_once(' ')?;
    let amount = amount.parse().ok()?;
    match unit.trim() {
        "day" | "days" => Some(Window::Days(amount)),
        "month" | "months" => Some(Window::Months(amount)),
        _ => None,
    }
}

fn from(text: &str) -> Option<From> {
    Some(match text {
        "work" => From::Work,
        "public-employer" => From::PublicEmployer,
        "federal-employer" => From::FederalEmployer,
        "church" => From::Church,
        "myself" => From::Myself,
        "medicare" => From::Medicare,
        "medicare-advantage" => From::MedicareAdvantage,
        "part-d" => From::PartD,
        "medicaid" => From::Medicaid,
        "chip" => From::Chip,
        "tricare" => From::Tricare,
        "va" => From::Va,
        "student" => From::Student,
        "short-term" => From::ShortTerm,
        "sharing-ministry" => From::SharingMinistry,
        "none" => From::None,
        _ => return None,
    })
}

fn funding(text: &str) -> Option<Funding> {
    match text {
        "employer-pays" => Some(Funding::EmployerPays),
        "insurer-pays" => Some(Funding::InsurerPays),
        _ => None,
    }
}

fn print(draft: &Draft) -> ExitCode {
    if let Some(refused) = draft.refused {
        eprintln!("This letter cannot be written yet: {refused}.\n{}", refused.now());
        return ExitCode::FAILURE;
    }
    println!("{}", draft.paper.text());
    println!("What would make it stronger:");
    for gap in &draft.gaps {
        println!("- {:?}: {} {}", gap.what, gap.why, gap.get.how());
    }
    println!("\nWhat it leaves unsaid:");
    for what in &draft.cannot_claim {
        println!("- {}", what.why());
    }
    println!("\nInformation, not a substitute for the advice of an attorney.");
    ExitCode::SUCCESS
}
