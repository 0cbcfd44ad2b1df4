//! Builds the packet of a saved case and the person's own papers, as the page does, to the same bytes. Knows only the core.
//!
//! `cargo run --no-default-features --example build_packet -- CASE.json FILE... -o packet.pdf`
//!
//! `CASE.json` is a copy of a case as the page saves it. Each FILE is a PDF, a JPEG or PNG photo, or a text, in the order of
//! the exhibits. After a FILE may stand `--pages 1,3-5`, `--password WORDS` and `--title WORDS`. A FILE that is called like a
//! paper of the case is that paper, and the letter leads to it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use recourse::case::Case;
use recourse::civil::Date;
use recourse::kinds::Field;
use recourse::letters::gap::Refused;
use recourse::packet::exhibits::{Exhibit, Password};
use recourse::packet::references::{self, Loose};
use recourse::packet::{self, Progress, Request, Role, Supply, contents};
use recourse::words::InWords;
use recourse::{letters, rulebook, storage};

const USAGE: &str = "cargo run --no-default-features --example build_packet -- CASE.json FILE... -o packet.pdf\n\
    After a FILE: --pages 1,3-5   --password WORDS   --title WORDS";

fn main() -> ExitCode {
    // The last reader of a broken file may break down over it; the packet tells of that in its own words.
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|place| place.file().contains("hayro")) {
            tell(panic);
        }
    }));
    match run(std::env::args().skip(1).collect()) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(said) => {
            eprintln!("{said}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for.
struct Asked {
    case: PathBuf,
    files: Vec<(PathBuf, Exhibit)>,
    out: PathBuf,
}

fn run(words: Vec<String>) -> Result<String, String> {
    let asked = Asked::read(words)?;
    let text = std::fs::read_to_string(&asked.case)
        .map_err(|cause| format!("{} cannot be read: {cause}. Check its name.", asked.case.display()))?;
    let copy = storage::copy::read(&text)
        .map_err(|cause| format!("{} is no copy of a case: {cause}. Save one in the page.", asked.case.display()))?;
    let case = copy.cases.first().ok_or("The copy has no case in it. Save one in the page.")?;
    let today = copy.saved_on.unwrap_or(case.opened);
    let (files, exhibits): (Vec<PathBuf>, Vec<Exhibit>) = asked.files.into_iter().unzip();
    let exhibits = exhibits.into_iter().map(|exhibit| of_case(exhibit, case)).collect();
    let (request, refused) = request(case, today);
    let request = request.with_exhibits(exhibits);
    let packet = packet::build_with(&request, &mut Files(files)).map_err(|error| {
        let told = error.in_words();
        format!("{}\n{}", told.what, told.now)
    })?;
    std::fs::write(&asked.out, &packet.bytes).map_err(|cause| {
        format!("{} cannot be written: {cause}. Check that its folder exists.", asked.out.display())
    })?;
    let mut said = vec![format!("{}: {} pages, {} bytes.", asked.out.display(), packet.pages, packet.bytes.len())];
    said.extend(refused.map(|why| format!("It has no letter: {why}. {}", why.now())));
    said.extend(packet.notices.iter().map(told));
    said.extend(packet.missing.iter().map(told));
    said.extend(references::loose(&request).iter().map(|loose| told_loose(loose, case)));
    Ok(said.join("\n"))
}

fn told(of: &impl InWords) -> String {
    let told = of.in_words();
    format!("{} {}", told.what, told.now)
}

fn told_loose(loose: &Loose, case: &Case) -> String {
    match loose {
        Loose::LeftOut(number) => {
            let title = case.document(*number).map_or("a paper", |document| document.title.as_str());
            format!("The letter names {title:?}, and no exhibit is a copy of it. Add it, or take it out of the letter.")
        }
        Loose::NoSuch(name) => format!("The letter says {name}, and there is none. Correct it, or add the exhibit."),
        Loose::Typed(name) => format!("{name} was typed by hand. Check it again if the order of the exhibits changes."),
    }
}

/// The papers of the packet, as the page orders them, and why the letter is not among them.
fn request(case: &Case, today: Date) -> (Request, Option<Refused>) {
    let book = rulebook::book();
    let author = case.text(Field::Patient).map(|fact| fact.value.to_owned());
    let letter = case.letters.iter().rev().find(|letter| letter.about_call.is_none());
    let draft = letter.map(|letter| letters::draft(letter, case, book, today));
    let refused = draft.as_ref().and_then(|draft| draft.refused);
    let letter = draft.map(|draft| draft.paper);
    let title = letter.as_ref().map_or_else(|| "Packet".to_owned(), |letter| format!("Packet: {}", letter.title));
    let mut papers = vec![(Role::Cover, contents::cover(case, book, today))];
    papers.extend(letter.map(|letter| (Role::Letter, letter)));
    papers.push((Role::Chronology, contents::chronology(case, today)));
    (Request::packet(author, title, today, papers), refused)
}

/// The exhibit as the paper of the case that is called like it, if there is one.
fn of_case(exhibit: Exhibit, case: &Case) -> Exhibit {
    let called = |title: &str| title.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    match case.documents.iter().find(|document| called(&document.title) == called(&exhibit.title)) {
        Some(document) => Exhibit { document: Some(document.number), dated: document.dated, ..exhibit },
        None => exhibit,
    }
}

/// The files of the exhibits, read when they are wanted.
struct Files(Vec<PathBuf>);

impl Supply for Files {
    fn bytes(&mut self, exhibit: usize) -> Option<Vec<u8>> {
        std::fs::read(self.0.get(exhibit)?).ok()
    }

    fn size(&self) -> usize {
        let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |about| about.len());
        usize::try_from(self.0.iter().map(size).sum::<u64>()).unwrap_or(usize::MAX)
    }

    fn goes_on(&mut self, progress: Progress) -> bool {
        if let Progress::Page { pages, .. } = progress
            && pages % 100 == 0
        {
            eprintln!("{pages} pages of exhibits are in.");
        }
        true
    }
}

impl Asked {
    fn read(words: Vec<String>) -> Result<Self, String> {
        let mut words = words.into_iter();
        let case = words.next().ok_or(USAGE)?.into();
        let mut files: Vec<(PathBuf, Exhibit)> = Vec::new();
        let mut out = None;
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} wants a value.\n{USAGE}"));
            match word.as_str() {
                "-o" => out = Some(value()?.into()),
                "--pages" | "--password" | "--title" => {
                    let value = value()?;
                    let (_, exhibit) =
                        files.last_mut().ok_or_else(|| format!("{word} stands after a file.\n{USAGE}"))?;
                    match word.as_str() {
                        "--pages" => exhibit.pages = pages(&value)?,
                        "--title" => exhibit.title = value,
                        _ => exhibit.password = Some(Password(value)),
                    }
                }
                file => {
                    let title =
                        Path::new(file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into());
                    files.push((file.into(), Exhibit { title, ..Exhibit::default() }));
                }
            }
        }
        Ok(Self { case, files, out: out.ok_or_else(|| format!("-o is missing.\n{USAGE}"))? })
    }
}

/// `1,3-5` as 1, 3, 4, 5.
fn pages(text: &str) -> Result<Vec<usize>, String> {
    let wrong = || format!("{text:?} names no pages. Write 1,3-5.");
    let mut pages = Vec::new();
    for run in text.split(',') {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        let number =
            |text: &str| text.trim().parse::<usize>().ok().filter(|page| (1..=packet::MAX_PAGES).contains(page));
        pages.extend(number(first).ok_or_else(wrong)?..=number(last).ok_or_else(wrong)?);
    }
    Ok(pages)
}
