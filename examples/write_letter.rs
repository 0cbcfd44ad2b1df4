//! Writes a letter of a saved case as the page does, and says what it lacks. Knows only the core.
//!
//! `cargo run --no-default-features --example write_letter -- CASE.json LETTER [DAY]`
//!
//! `CASE.json` is a copy of a case as the page saves it. LETTER is a number, such as `L01` for the appeal. The letter bears
//! the DAY, such as 2026-04-20, or the day on which the copy was saved. `L22` confirms the newest call of the case.

use std::process::ExitCode;

use recourse::case::{Case, Change};
use recourse::civil::Date;
use recourse::kinds::LetterKind;
use recourse::letters::gap::{Gap, Missing};
use recourse::letters::{self, Draft};
use recourse::words::{fields, steps};
use recourse::{rulebook, storage};

const USAGE: &str = "cargo run --no-default-features --example write_letter -- CASE.json LETTER [DAY]";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(draft) => print(&draft),
        Err(said) => {
            eprintln!("{said}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<Draft, String> {
    let (file, letter, day) = match words {
        [file, letter] => (file, letter, None),
        [file, letter, day] => (file, letter, Some(day)),
        [] | [_] | [_, _, _, _, ..] => return Err(format!("Name a copy of a case and a letter.\n{USAGE}")),
    };
    let text =
        std::fs::read_to_string(file).map_err(|cause| format!("{file} cannot be read: {cause}. Check its name."))?;
    let copy = storage::copy::read(&text)
        .map_err(|cause| format!("{file} is no copy of a case: {cause}. Save one in the page."))?;
    let case = copy.cases.first().ok_or("The copy has no case in it. Save one in the page.")?;
    let today: Date = match day {
        Some(day) => day.parse().map_err(|cause| format!("{day:?} is no day ({cause}). Write it as 2026-04-20."))?,
        None => copy.saved_on.unwrap_or(case.opened),
    };
    let kind = LetterKind::ALL.into_iter().find(|kind| format!("{kind:?}").eq_ignore_ascii_case(letter));
    let kind = kind.ok_or_else(|| format!("There is no letter {letter:?}. There are:\n{}", all()))?;
    written(case, kind, today)
}

/// The letter of the case with the person's edits, or a new one.
fn written(case: &Case, kind: LetterKind, today: Date) -> Result<Draft, String> {
    let book = rulebook::book();
    if let Some(letter) = case.letters.iter().rev().find(|letter| letter.kind == kind) {
        return Ok(letters::draft(letter, case, book, today));
    }
    let about_call = case.calls.last().map(|call| call.number).filter(|_| kind == LetterKind::L22);
    let begun = case.apply(Change::LetterBegun { kind, about_call }, today);
    let case = begun.map_err(|cause| format!("The letter cannot be begun: {cause}. Check the day."))?;
    let letter = case.letters.last().expect("a letter was begun");
    Ok(letters::draft(letter, &case, book, today))
}

fn all() -> String {
    LetterKind::ALL.map(|kind| format!("  {kind:?}  {}", letters::name(kind))).join("\n")
}

fn print(draft: &Draft) -> ExitCode {
    if let Some(refused) = draft.refused {
        eprintln!("This letter cannot be written yet: {refused}.\n{}", refused.now());
        return ExitCode::FAILURE;
    }
    println!("{}", draft.paper.text());
    if !draft.gaps.is_empty() {
        println!("What would make it stronger:");
        draft.gaps.iter().for_each(|gap| println!("- {}: {} {}", missing(gap), gap.why, gap.get.how()));
    }
    if !draft.cannot_claim.is_empty() {
        println!("\nWhat it leaves unsaid:");
        draft.cannot_claim.iter().for_each(|what| println!("- {}", what.why()));
    }
    println!("\nInformation, not a substitute for the advice of an attorney.");
    ExitCode::SUCCESS
}

fn missing(gap: &Gap) -> &'static str {
    match gap.what {
        Missing::Fact(field) => fields::name(field),
        Missing::Paper(kind) => steps::paper(kind),
    }
}
