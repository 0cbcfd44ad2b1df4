//! `cargo xtask test`: all that must hold, as named steps that can be run alone.
//! A failed step does not hide the next ones; those that need it are left out.

use crate::problem::{Problem, Result};
use crate::tools::{self, Toolbox, run as run_command};
use crate::{build, size};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

struct Step {
    name: &'static str,
    what: &'static str,
    /// Names from the table of tools.
    tools: &'static [&'static str],
    /// A step whose failure makes this one pointless.
    after: Option<&'static str>,
    /// Gets the words after `--`, which choose tests.
    run: fn(&Toolbox, &[&str]) -> Result,
}

const STEPS: &[Step] = &[
    Step {
        name: "format",
        what: "every file as rustfmt writes it",
        tools: &[],
        after: None,
        run: |tools, _| cargo(tools, &["fmt", "--all", "--check"]),
    },
    Step {
        name: "lint",
        what: "clippy on everything, warnings denied",
        tools: &[],
        after: None,
        run: |tools, _| cargo(tools, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    },
    Step {
        name: "core",
        what: "the core compiles with no browser crate in reach",
        tools: &[],
        after: None,
        run: |tools, _| cargo(tools, &["check", "--no-default-features", "--lib", "--examples"]),
    },
    Step {
        name: "native",
        what: "tests that need no browser",
        tools: &["qpdf", "poppler-utils"],
        after: None,
        run: |tools, filter| cargo(tools, &[&["test", "--workspace"], filter].concat()),
    },
    Step {
        name: "bills",
        what: "errors planted into made-up bills are found, and nothing else is called proven",
        tools: &[],
        after: None,
        run: |tools, _| cargo(tools, &["run", "--quiet", "--no-default-features", "--example", "bills"]),
    },
    Step {
        name: "packets",
        what: "packets of odd and damaged files, read by programs that others wrote",
        tools: &["qpdf", "poppler-utils", "pikepdf", "reportlab", "python-docx", "page-validation"],
        after: None,
        run: packets,
    },
    Step { name: "doc", what: "the documentation, broken links denied", tools: &[], after: None, run: document },
    Step {
        name: "lint-page",
        what: "clippy on what runs in the browser, warnings denied",
        tools: &["wasm32-unknown-unknown"],
        after: None,
        run: |tools, _| cargo(tools, &["clippy", "--lib", "--bins", WASM, "--", "-D", "warnings"]),
    },
    Step {
        name: "browser",
        what: "tests that run inside Chromium",
        tools: &["wasm32-unknown-unknown", "wasm-bindgen-cli", "chromium", "chromium-driver"],
        after: None,
        run: in_browser,
    },
    Step {
        name: "build",
        what: "the page as it is published",
        tools: &[],
        after: None,
        run: |_, _| build::published_if_older_than_its_source().map(drop),
    },
    Step {
        name: "e2e",
        what: "whole journeys on the built page",
        tools: &["chromium", "chromium-driver", "axe-core", "page-validation", "icalendar", "poppler-utils"],
        after: Some("build"),
        run: journeys,
    },
    Step {
        name: "size",
        what: "what the page weighs against its budget",
        tools: &[],
        after: Some("build"),
        run: |_, _| {
            build::published_if_older_than_its_source()?;
            size::report()
        },
    },
];

const WASM: &str = "--target=wasm32-unknown-unknown";

/// Runs the named steps, or all; words from `--` on go to `cargo test`.
pub fn run(words: &[&str]) -> Result {
    let end = words.iter().position(|word| *word == "--").unwrap_or(words.len());
    let (names, filter) = words.split_at(end);
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        return Err(Problem::new(format!("There is no step {unknown}.\n\n{}", usage())));
    }
    let steps: Vec<&Step> = STEPS.iter().filter(|step| names.is_empty() || names.contains(&step.name)).collect();
    let needed: Vec<&str> = steps.iter().flat_map(|step| step.tools).copied().collect();
    let toolbox = Toolbox::with(&needed)?;

    let mut lines = Vec::new();
    let mut failed: Vec<&str> = Vec::new();
    for step in steps {
        if let Some(before) = step.after.filter(|before| failed.contains(before)) {
            lines.push(format!("   left out {:10} after {before} failed", step.name));
            continue;
        }
        println!("\n== {}: {}", step.name, step.what);
        let start = Instant::now();
        let outcome = (step.run)(&toolbox, filter);
        let took = minutes(start.elapsed());
        match outcome {
            Ok(()) => lines.push(format!("{took} passed {:10}", step.name)),
            Err(problem) => {
                eprintln!("{problem}");
                lines.push(format!("{took} FAILED {:10} alone: cargo xtask test {}", step.name, step.name));
                failed.push(step.name);
            }
        }
    }
    println!("\n{}", lines.join("\n"));
    if failed.is_empty() {
        return Ok(());
    }
    Err(Problem::new(format!("Failed: {}. Each can be run alone, as shown above.", failed.join(", "))))
}

/// The names of the steps, for the help.
pub fn usage() -> String {
    let lines: Vec<String> = STEPS.iter().map(|step| format!("  {:10} {}", step.name, step.what)).collect();
    format!("The steps of `cargo xtask test`:\n{}\n", lines.join("\n"))
}

fn cargo(tools: &Toolbox, words: &[&str]) -> Result {
    run_command(tools.cargo().args(words), &format!("`cargo {}`", words.join(" ")))
}

fn document(tools: &Toolbox, _: &[&str]) -> Result {
    let mut cargo = tools.cargo();
    // The library alone: its program of the same name would overwrite it.
    cargo.args(["doc", "--no-deps", "--lib", "--document-private-items"]).env("RUSTDOCFLAGS", "-D warnings");
    run_command(&mut cargo, "`cargo doc`")
}

/// The test runner reads the browser's flags from `webdriver.json`.
fn in_browser(tools: &Toolbox, filter: &[&str]) -> Result {
    let mut cargo = tools.cargo();
    cargo
        .args(["test", WASM, "--test", "browser"])
        .args(filter)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", program(tools, &["chromedriver"])?);
    run_command(&mut cargo, "Tests in the browser")
}

/// The journeys find everything by these names; without them each says what it misses.
fn journeys(tools: &Toolbox, filter: &[&str]) -> Result {
    build::published_if_older_than_its_source()?;
    run_command(on_the_page(tools)?.args(["test", "--test", "e2e"]).args(filter), "The journeys")
}

/// The tests find the makers and checkers of files by these names; without them each says what it misses.
fn packets(tools: &Toolbox, filter: &[&str]) -> Result {
    let makers = [tools::installed("pikepdf")?, tools::installed("reportlab")?];
    let makers = std::env::join_paths(makers).map_err(|cause| {
        Problem::new(format!("The tools' folder cannot be named: {cause}. Choose a XDG_CACHE_HOME without a colon."))
    })?;
    let mut cargo = tools.cargo();
    cargo
        .args(["test", "--no-default-features", "--test", "packets"])
        .args(filter)
        .env("RECOURSE_PDF_MAKERS", makers)
        .env("RECOURSE_PDF_CHECK", tools::installed("page-validation")?)
        .env("RECOURSE_DOCX", tools::installed("python-docx")?);
    run_command(&mut cargo, "The packets of odd files")
}

/// How long a keystroke takes, as a report.
pub fn keystrokes() -> Result {
    build::published_if_older_than_its_source()?;
    let toolbox = Toolbox::with(&["chromium", "chromium-driver", "axe-core", "page-validation", "icalendar"])?;
    run_command(on_the_page(&toolbox)?.args(["test", "--quiet", "--test", "bench"]), "Measuring keystrokes")
}

/// How long each letter takes to be drafted in the browser, as a report.
pub fn drafting() -> Result {
    let tools = Toolbox::with(&["wasm32-unknown-unknown", "wasm-bindgen-cli", "chromium", "chromium-driver"])?;
    let mut cargo = tools.cargo();
    cargo
        .args(["test", "--quiet", "--release", WASM, "--test", "drafting", "--", "--nocapture"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", program(&tools, &["chromedriver"])?);
    run_command(&mut cargo, "Measuring letters")
}

/// How long the page of what is owed takes as bills grow, as a report.
pub fn bills() -> Result {
    build::published_if_older_than_its_source()?;
    let toolbox = Toolbox::with(&["chromium", "chromium-driver", "axe-core", "page-validation", "icalendar"])?;
    let mut cargo = on_the_page(&toolbox)?;
    run_command(cargo.args(["test", "--quiet", "--test", "bench", "--", "bills"]), "Measuring bills")
}

/// `cargo` with the names by which a program of ours finds the browser and its checkers.
fn on_the_page(tools: &Toolbox) -> Result<Command> {
    let axe = tools::installed("axe-core")?.join("node_modules/axe-core/axe.min.js");
    let mut cargo = tools.cargo();
    cargo
        .env("RECOURSE_CHROME", program(tools, &["chromium", "chromium-browser", "google-chrome"])?)
        .env("RECOURSE_CHROMEDRIVER", program(tools, &["chromedriver"])?)
        .env("RECOURSE_AXE", axe)
        .env("RECOURSE_PDF_CHECK", tools::installed("page-validation")?)
        .env("RECOURSE_ICALENDAR", tools::installed("icalendar")?);
    Ok(cargo)
}

fn program(tools: &Toolbox, names: &[&str]) -> Result<PathBuf> {
    tools.find(names).ok_or_else(|| {
        Problem::new(format!("{} is not on the PATH. Install it, then run this again.", names.join(" or ")))
    })
}

fn minutes(took: Duration) -> String {
    format!("{:3}m {:02}s", took.as_secs() / 60, took.as_secs() % 60)
}
