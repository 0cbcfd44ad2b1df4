//! The project's own commands: `cargo xtask serve`, `test`, `build` and `size`.
//! This file reads the command line and nothing else; each command has a file of its own.
#![expect(
    clippy::disallowed_methods,
    reason = "the ban on clocks guards the page; here one measures how long a step took"
)]

mod bench;
mod build;
mod finish;
mod first_load;
mod html;
mod page_server;
mod problem;
mod serve;
mod size;
mod split;
mod test;
mod tools;

use problem::{Problem, Result};
use std::process::ExitCode;

const USAGE: &str = "\
The commands of this project. Each installs the tools it misses, into a cache of its own.

  cargo xtask serve [--port N] [--open] [--release] [--base /recourse/]
      build the page, serve it here, build again when a source file changes
  cargo xtask test [STEP...] [-- FILTER]
      everything that continuous integration checks, or only the named steps; a filter chooses tests
  cargo xtask build
      the page as it is published, in dist/
  cargo xtask size
      what the published page weighs; fails over the budget
  cargo xtask bench page
      how fast the published page is, by Lighthouse, beside its limits
  cargo xtask bench keys
      how long a keystroke takes with the store full, beside a plain text box
  cargo xtask bench letters
      how long each letter takes to be drafted in the browser, beside its limit
  cargo xtask bench dates
      how long the dates and steps of a case take, over 1,000 cases of every kind of coverage
  cargo xtask law [DAY]
      the law in the book by age: when it was read, when it is to be read again, and what rests on it
  cargo xtask bills [COUNT [SEED]]
      known errors planted into made-up bills and EOBs, and how many of them are found, by kind
  cargo xtask bench bills
      how long it takes to compare bills with EOBs, up to 10,000 lines, and then how long the page takes in a browser
  cargo xtask tools
      the outside tools, their versions, and what needs them

";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result {
    match words {
        ["serve", options @ ..] => serve::run(&serve_options(options)?),
        ["test", steps @ ..] => test::run(steps),
        ["build"] => build::published().map(|at| println!("Built {}.", at.display())),
        ["size"] => {
            build::published_if_older_than_its_source()?;
            size::report()
        }
        ["bench", "page"] => bench::page(),
        ["bench", "keys"] => test::keystrokes(),
        ["bench", "letters"] => test::drafting(),
        ["law", day @ ..] => example("law", day, &[], "The list of the law"),
        ["bills", more @ ..] => example("bills", more, &[], "The count of planted errors"),
        ["bench", "bills"] => {
            example("bills", &["growth"], &["--release"], "The time that bills take")?;
            test::bills()
        }
        ["bench", "dates"] => example("bench_dates", &[], &["--release"], "The time that dates and steps take"),
        ["tools"] => {
            tools::list();
            Ok(())
        }
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}{}", test::usage());
            Ok(())
        }
        _ => Err(Problem::new(format!(
            "There is no such command: {}. Run `cargo xtask help` to see them.",
            words.join(" ")
        ))),
    }
}

/// Runs an example of the core.
fn example(name: &str, words: &[&str], options: &[&str], what: &str) -> Result {
    let mut cargo = std::process::Command::new("cargo");
    cargo.args(["run", "--quiet", "--no-default-features", "--example", name]).args(options).arg("--").args(words);
    tools::run(cargo.current_dir(tools::root()), what)
}

fn serve_options(words: &[&str]) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        match word {
            "--open" => options.open = true,
            "--release" => options.profile = build::Profile::Release,
            "--port" => {
                options.port = words
                    .next()
                    .and_then(|n| n.parse().ok())
                    .ok_or_else(|| Problem::new("--port wants a number, such as `--port 8080`."))?;
            }
            "--base" => {
                options.base = words
                    .next()
                    .filter(|base| base.starts_with('/') && base.ends_with('/'))
                    .map(str::to_owned)
                    .ok_or_else(|| Problem::new("--base wants a path between slashes, such as `--base /recourse/`."))?;
            }
            other => {
                return Err(Problem::new(format!(
                    "`serve` does not know {other}. It takes --port N, --open, --release and --base /path/."
                )));
            }
        }
    }
    Ok(options)
}
