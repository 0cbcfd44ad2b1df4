//! Puts a bill beside its explanations of benefits and prints which lines are the same, what does not fit, and what is owed.
//!
//! `cargo run --no-default-features --example reconcile -- BILL EOB…`. Papers are text as pasted, or files of claims (FHIR).
//! Everything that was read counts as confirmed. Knows only the core; the days of the made-up case lie far ahead.

use std::path::Path;
use std::process::ExitCode;

use recourse::case::{Case, CaseId, Change, Refusal};
use recourse::civil::Date;
use recourse::importers::bill::{self, Draft};
use recourse::importers::{csv, fhir};
use recourse::intake;
use recourse::kinds::{Purpose, StatementKind};
use recourse::reconcile;
use recourse::rulebook;
use recourse::words::{InWords, Words, bills, reconcile as say, words};

fn main() -> ExitCode {
    let paths: Vec<_> = std::env::args_os().skip(1).collect();
    if paths.len() < 2 {
        let how = "cargo run --no-default-features --example reconcile -- BILL EOB\u{2026}";
        return fail(&words("Name a bill and at least one explanation of benefits.", how));
    }
    let Some(today) = Date::new(2199, 12, 31) else { return ExitCode::FAILURE };
    let mut case = match opened(today) {
        Ok(case) => case,
        Err(refusal) => return fail(&refusal.in_words()),
    };
    for (at, path) in paths.iter().enumerate() {
        let path = Path::new(path);
        let kind = if at == 0 { StatementKind::Bill } else { StatementKind::Eob };
        let papers = match read(path, kind) {
            Ok(papers) => papers,
            Err(problem) => return fail(&Words { what: format!("{}: {}", path.display(), problem.what), ..problem }),
        };
        for (draft, text) in papers {
            let kind = draft.kind.as_ref().map_or(StatementKind::Bill, |kind| kind.value);
            if at == 0 && kind == StatementKind::Eob {
                println!("{} reads as an explanation of benefits, not as a bill.\n", path.display());
            }
            case = match added(&case, draft, kind, &text, today) {
                Ok(case) => case,
                Err(refusal) => return fail(&refusal.in_words()),
            };
        }
    }
    print!("{}", say::report(&case, &reconcile::of(&case, rulebook::book()), rulebook::book()));
    ExitCode::SUCCESS
}

fn opened(today: Date) -> Result<Case, Refusal> {
    Case::open(CaseId("example".to_owned()), today).apply(Change::OpenedFor(Purpose::Bill), today)
}

/// The papers of a file, each with its text.
fn read(path: &Path, kind: StatementKind) -> Result<Vec<(Draft, String)>, Words> {
    let bytes = std::fs::read(path)
        .map_err(|error| words(format!("It cannot be read: {error}."), "Check the name of the file."))?;
    match fhir::read(&bytes) {
        Ok(reading) => {
            let told =
                reading.others.iter().map(InWords::in_words).chain(reading.warnings.iter().map(InWords::in_words));
            told.for_each(|said| println!("{}: {} {}", path.display(), said.what, said.now));
            Ok(reading.eobs.into_iter().map(|eob| (eob.draft, eob.text)).collect())
        }
        Err(fhir::Error::OtherFile(fhir::Looks::Text)) => {
            if let Some(paper) = from_table(path, &bytes, kind) {
                return Ok(vec![paper]);
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let draft = bill::read(&text).map_err(|error| error.in_words())?;
            if draft.kind.is_none() {
                return Err(bill::Warning::NotABill.in_words());
            }
            Ok(vec![(draft, text)])
        }
        Err(error) => Err(error.in_words()),
    }
}

/// A table, where the file is one whose columns are known: an amount, and two more.
fn from_table(path: &Path, bytes: &[u8], kind: StatementKind) -> Option<(Draft, String)> {
    let table = csv::open(bytes).ok()?;
    let mapping = csv::guess(&table);
    let known = mapping.iter().flatten().count() >= 3;
    let reading = csv::read(&table, &mapping, kind).ok().filter(|_| known)?;
    reading.unread.iter().for_each(|cell| println!("{}: {}", path.display(), cell.in_words().what));
    Some((reading.draft, reading.text))
}

fn added(case: &Case, draft: Draft, kind: StatementKind, text: &str, today: Date) -> Result<Case, Refusal> {
    let draft = draft.confirmed();
    let title = bills::kind(kind);
    let mut changes = intake::bill::paper(&draft, kind, text, title, case, today);
    // What a bill says of itself belongs to the newest bill, which it is now.
    changes.extend(intake::bill::changes(&draft, kind, text, title, case, today).into_iter().skip(2));
    changes.into_iter().try_fold(case.clone(), |case, change| case.apply(change, today))
}

fn fail(problem: &Words) -> ExitCode {
    eprintln!("{}\n{}", problem.what, problem.now);
    ExitCode::FAILURE
}
