//! `cargo xtask bench`: how fast the published page is, beside the limit that it should keep. A report, not a gate: a
//! shared machine is now fast, now slow, so read the medians.

use crate::build;
use crate::page_server::{self, Site};
use crate::problem::{Problem, Result};
use crate::tools::{self, Toolbox, run};
use std::net::TcpListener;
use std::path::Path;

const RUNS: usize = 3;

/// What Lighthouse reports, the limit, and whether more is better.
const FIGURES: [(&str, f64, bool); 6] = [
    ("performance", 98.0, true),
    ("accessibility", 100.0, true),
    ("best practices", 100.0, true),
    ("SEO", 100.0, true),
    ("largest contentful paint, ms", 1000.0, false),
    ("total blocking time, ms", 200.0, false),
];

/// Prints the six figures of a report, in the order of `FIGURES`.
const READ: &str = "const r = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
const score = (name) => Math.round(r.categories[name].score * 100);
const value = (name) => r.audits[name].numericValue;
console.log(['performance', 'accessibility', 'best-practices', 'seo'].map(score)
  .concat(['largest-contentful-paint', 'total-blocking-time'].map(value)).join(' '));
const failed = Object.values(r.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== 'informative');
console.error(failed.map((a) => '    ' + a.id + ': ' + (a.displayValue ?? a.title)).join('\\n'));";

/// Lighthouse, mobile preset, on the published page served gzipped under a path, as its host does.
pub fn page() -> Result {
    let folder = build::published_if_older_than_its_source()?;
    let toolbox = Toolbox::with(&["chromium", "lighthouse"])?;
    let chromium = toolbox.find(&["chromium", "chromium-browser", "google-chrome"]);
    let chromium =
        chromium.ok_or_else(|| Problem::new("Chromium is not on the PATH. Install it, then run this again."))?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|cause| {
        Problem::new(format!("No port is free on this machine: {cause}. Close a program and try again."))
    })?;
    let port = listener.local_addr().map_or(0, |address| address.port());
    let site = Site { folder, base: "/recourse/".to_owned(), gzip: true };
    std::thread::spawn(move || page_server::answer(&listener, site));

    let report = tools::root().join("target/lighthouse.json");
    let mut runs: Vec<Vec<f64>> = Vec::new();
    for _ in 0..RUNS {
        let mut lighthouse = toolbox.command("lighthouse");
        lighthouse
            .arg(format!("http://127.0.0.1:{port}/recourse/"))
            .args(["--quiet", "--output=json", "--form-factor=mobile", "--output-path"])
            .arg(&report)
            .arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync")
            .env("CHROME_PATH", &chromium);
        run(&mut lighthouse, "Lighthouse")?;
        runs.push(figures(&toolbox, &report)?);
    }
    println!("{:32} {:>8} {:>8} {:>8} {:>8}", "", "min", "median", "max", "limit");
    for (at, (name, limit, more)) in FIGURES.into_iter().enumerate() {
        let mut values: Vec<f64> = runs.iter().filter_map(|run| run.get(at)).copied().collect();
        values.sort_by(f64::total_cmp);
        let (Some(min), Some(median), Some(max)) = (values.first(), values.get(values.len() / 2), values.last()) else {
            continue;
        };
        let kept = if more { *median >= limit } else { *median <= limit };
        let word = if kept { "kept" } else { "MISSED" };
        println!("{name:32} {min:8.0} {median:8.0} {max:8.0} {limit:8.0}  {word}, {:.2} of the limit", median / limit);
    }
    Ok(())
}

fn figures(toolbox: &Toolbox, report: &Path) -> Result<Vec<f64>> {
    let output = toolbox.command("node").args(["-e", READ]).arg(report).output();
    let output =
        output.map_err(|cause| Problem::new(format!("Could not start node: {cause}. Install it with npm.")))?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    if figures.len() == FIGURES.len() {
        return Ok(figures);
    }
    Err(Problem::new(format!("The report of Lighthouse could not be read: {text}")))
}
