//! Reads the rulebook's TOML through the page's own types, checks it, and embeds it as JSON. A bad book does not compile.
//!
//! Compiles `civil`, `kinds`, `schema` and `check` for itself: it cannot use the crate that it helps to build.

#[path = "../civil.rs"]
#[expect(dead_code, reason = "the build script compares days and does not count with them")]
mod civil;
#[path = "../kinds.rs"]
#[expect(dead_code, reason = "keys are for the page's addresses and styles")]
mod kinds;

mod by_state;
mod check;
#[expect(clippy::struct_field_names, reason = "the files read `code = \"197\"`, as the letters do")]
#[expect(unused_imports, reason = "the page names the shapes of a playbook one by one")]
mod schema;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use check::Entry;
use schema::{Annex, Book};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The shelves, in the order in which they are read. One that does not exist yet is empty.
const SHELVES: [&str; 3] = ["law", "playbooks", "calendars"];
/// The shelves of the annex, which is embedded by itself.
const ANNEX: [&str; 2] = ["states", "advice"];

fn main() -> ExitCode {
    // The page is cut into wings by its relocations; see `ui::wings`.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bin=recourse=--emit-relocs");
    }
    let shelf = Path::new("src/rulebook");
    let mut book = Book::default();
    let mut homes: BTreeMap<Entry, Vec<String>> = BTreeMap::new();
    let mut problems = Vec::new();

    for source in [
        "build.rs",
        "by_state.rs",
        "check.rs",
        "check",
        "schema.rs",
        "schema",
        "../civil.rs",
        "../kinds.rs",
        "../kinds/coverage.rs",
        "../kinds/letter.rs",
        "../kinds/matter.rs",
        "../kinds/statement.rs",
    ] {
        println!("cargo:rerun-if-changed={}", shelf.join(source).display());
    }
    for name in SHELVES {
        let folder = shelf.join(name);
        println!("cargo:rerun-if-changed={}", folder.display());
        for file in files(&folder) {
            println!("cargo:rerun-if-changed={}", file.display());
            match read::<Book>(&file) {
                Ok(part) => {
                    for entry in check::entries(&part) {
                        homes.entry(entry).or_default().push(file.display().to_string());
                    }
                    add(&mut book, part);
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
    let mut annex = Annex::default();
    for name in ANNEX {
        let folder = shelf.join(name);
        println!("cargo:rerun-if-changed={}", folder.display());
        for file in files(&folder) {
            println!("cargo:rerun-if-changed={}", file.display());
            match read::<Annex>(&file) {
                Ok(part) => {
                    for entry in check::annex::entries(&part) {
                        homes.entry(entry).or_default().push(file.display().to_string());
                    }
                    let Annex { states, advice, families, retired } = part;
                    annex.states.extend(states);
                    annex.advice.extend(advice);
                    annex.families.extend(families);
                    annex.retired.extend(retired);
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
    let of_the_annex = check::annex::check(&annex, &book).into_iter().chain(check::annex::whole(&annex, &book));
    for problem in check::check(&book).into_iter().chain(of_the_annex) {
        let home = homes.get(&problem.entry).map_or_else(|| "rulebook".to_owned(), |files| files.join(", "));
        problems.push(format!("{home}: {problem}"));
    }

    if !problems.is_empty() {
        eprintln!("The rulebook has {} problems:", problems.len());
        for problem in problems {
            eprintln!("  {problem}");
        }
        return ExitCode::FAILURE;
    }
    by_state::add(&mut book, &annex.states);
    for code in &mut book.codes {
        let advice = annex.advice.iter().find(|advice| advice.code == code.code);
        code.family = advice.map(|advice| advice.family.clone()).unwrap_or_default();
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder for what is built"));
    let law = out.join("law.json");
    fs::write(&law, law_alone(book.clone(), &annex)).expect("cargo's own folder can be written");
    // The page reads no worked example: the tests do.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        book.rules.iter_mut().for_each(|rule| rule.examples.clear());
    }
    embed(&book, &out.join("rulebook.json"));
    embed(&annex, &out.join("annex.json"));
    ExitCode::SUCCESS
}

/// The law as the page carries it, for whoever weighs it: roads, rules, reviews, states and what they rest on. Plays, the
/// meanings of codes, telephone numbers and the first screen's questions are our own words beside it.
fn law_alone(mut book: Book, annex: &Annex) -> String {
    book.rules.iter_mut().for_each(|rule| rule.examples.clear());
    let (plays, codes, groups) = (Vec::new(), Vec::new(), Vec::new());
    let book = Book { plays, codes, groups, contacts: Vec::new(), urgencies: Vec::new(), ..book };
    let json = serde_json::to_value((book, &annex.states)).expect("the book has only text, numbers and lists");
    lean(json).to_string()
}

fn embed(book: &impl Serialize, file: &Path) {
    let json = serde_json::to_value(book).expect("the book has only text, numbers and lists");
    fs::write(file, lean(json).to_string()).expect("cargo's own folder can be written");
}

/// The same without what is empty: everybody downloads the book, and what is left out is read as empty.
fn lean(json: Value) -> Value {
    match json {
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, lean(value))).filter(|(_, value)| !is_empty(value)).collect()
        }
        Value::Array(items) => items.into_iter().map(lean).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => json,
    }
}

fn is_empty(json: &Value) -> bool {
    match json {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
    }
}

/// The TOML files of a folder by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn add(book: &mut Book, part: Book) {
    let Book {
        tracks,
        rules,
        reviews,
        sources,
        plays,
        codes,
        groups,
        contacts,
        urgencies,
        holidays,
        places,
        owes,
        zones,
    } = part;
    book.tracks.extend(tracks);
    book.rules.extend(rules);
    book.reviews.extend(reviews);
    book.sources.extend(sources);
    book.plays.extend(plays);
    book.codes.extend(codes);
    book.groups.extend(groups);
    book.contacts.extend(contacts);
    book.urgencies.extend(urgencies);
    book.holidays.extend(holidays);
    book.places.extend(places);
    book.owes.extend(owes);
    book.zones.extend(zones);
}
