//! Reads a bill, an explanation of benefits, a receipt or an estimate from a file, prints what it finds, each beside its
//! words, and what there is to ask once all of it is confirmed.
//!
//! `cargo run --no-default-features --example read-bill -- FILE`. Knows only the core. The days of a made-up case lie far
//! ahead, so that no bill comes from the future.

use std::path::Path;
use std::process::ExitCode;

use recourse::bills;
use recourse::case::{Case, CaseId, Change, Refusal};
use recourse::civil::Date;
use recourse::finding::Finding;
use recourse::importers::bill::{self, Draft, Line, Read};
use recourse::intake;
use recourse::kinds::Purpose;
use recourse::words::{self, InWords, Words, bills as say, fields};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        return fail(&words::words(
            "No file was named.",
            "cargo run --no-default-features --example read-bill -- FILE",
        ));
    };
    let text = match read(Path::new(&path)) {
        Ok(text) => text,
        Err(problem) => return fail(&problem),
    };
    let draft = match bill::read(&text) {
        Ok(draft) => draft,
        Err(error) => return fail(&error.in_words()),
    };
    print(&draft);
    match confirmed(draft, &text) {
        Ok(Some(case)) => print_questions(&case),
        Ok(None) => {}
        Err(refusal) => return fail(&refusal.in_words()),
    }
    ExitCode::SUCCESS
}

fn read(path: &Path) -> Result<String, Words> {
    let bytes = std::fs::read(path).map_err(|error| {
        words::words(format!("{} cannot be read: {error}.", path.display()), "Check the name of the file.")
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        words::words(
            format!("{} is not text in UTF-8: byte {at} does not fit.", path.display()),
            "Open it where it was written and save it as plain text, UTF-8.",
        )
    })
}

fn print(draft: &Draft) {
    if let Some(kind) = &draft.kind {
        value("What it is", say::kind(kind.value), kind);
    }
    for find in &draft.finds {
        value(fields::name(find.field), &fields::say(&find.read.value), &find.read);
    }
    for read in &draft.service {
        value("Days of care", &say::days(read.value), read);
    }
    for line in &draft.lines {
        println!("Line: {}", told(draft, line));
        println!("    \u{201c}{}\u{201d}", folded(&line.words));
        for (name, doubt) in doubts(line) {
            println!("    {name}: {}", say::doubt(doubt));
        }
    }
    for total in &draft.totals {
        value(say::total(total.kind), &total.amount.value.to_string(), &total.amount);
    }
    for read in &draft.unplaced {
        value("An amount", &read.value.to_string(), read);
    }
    for warning in &draft.warnings {
        let Words { what, now } = warning.in_words();
        println!("{what} {now}");
    }
}

fn value<T>(name: &str, said: &str, read: &Read<T>) {
    println!("{name}: {said}");
    println!("    \u{201c}{}\u{201d}", folded(&read.words));
    if let Some(doubt) = read.doubt {
        println!("    {}", say::doubt(doubt));
    }
}

fn told(draft: &Draft, line: &Line) -> String {
    let amount = |name: &str, read: &Option<Read<_>>| {
        read.as_ref().map(|read: &Read<recourse::money::Cents>| format!("{name} {}", read.value))
    };
    let parts = [
        draft.day_of(line).map(|read| read.value.to_string()),
        line.code.as_ref().map(|read| format!("code {}", read.value)),
        Some(line.said()).filter(|said| !said.is_empty()),
        line.units.as_ref().map(|read| format!("{} units", read.value)),
        amount("charged", &line.billed),
        amount("allowed", &line.allowed),
        amount("plan paid", &line.plan_paid),
        amount("patient owes", &line.share),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn doubts(line: &Line) -> Vec<(&'static str, bill::Doubt)> {
    let day = line.on.as_ref().and_then(|read| read.doubt).map(|doubt| ("The day", doubt));
    let code = line.code.as_ref().and_then(|read| read.doubt).map(|doubt| ("The code", doubt));
    let billed = line.billed.as_ref().and_then(|read| read.doubt).map(|doubt| ("The charge", doubt));
    [day, code, billed].into_iter().flatten().collect()
}

/// A case that holds the paper as if all of it had been confirmed; nothing when the text is none.
fn confirmed(draft: Draft, text: &str) -> Result<Option<Case>, Refusal> {
    let Some(kind) = draft.kind.as_ref().map(|kind| kind.value) else { return Ok(None) };
    let today = Date::new(2199, 12, 31).expect("the calendar has it");
    let open = Case::open(CaseId("example".to_owned()), today).apply(Change::OpenedFor(Purpose::Bill), today)?;
    let changes = intake::bill::changes(&draft.confirmed(), kind, text, "The paper", &open, today);
    changes.into_iter().try_fold(open, |case, change| case.apply(change, today)).map(Some)
}

fn print_questions(case: &Case) {
    for statement in &case.statements {
        match bills::standing(statement) {
            Finding::Certain(standing) | Finding::Assumed { value: standing, .. } => {
                println!("\n{}", say::standing(standing));
            }
            Finding::Unknown { ask } => {
                let names: Vec<&str> = ask.into_iter().map(fields::name).collect();
                println!("\nStill to be known: {}.", names.join(", "));
            }
        }
    }
    for question in bills::questions(case) {
        println!("\n{}", say::title(&question.kind));
        for line in say::lines(&question, case) {
            println!("    {line}");
        }
        println!("{}\nAsk: \u{201c}{}\u{201d}", say::finding(&question), say::ask(&question));
        println!("{}", say::settles(question.settles));
    }
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fail(problem: &Words) -> ExitCode {
    eprintln!("{}\n{}", problem.what, problem.now);
    ExitCode::FAILURE
}
