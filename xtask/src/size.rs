//! `cargo xtask size`: what the page weighs, as GitHub Pages sends it (gzip), and brotli beside it.
//! What belongs to the first load, `first_load` says.

use crate::build::Profile;
use crate::first_load::{self, File};
use crate::problem::{Problem, Result};
use crate::tools;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// What the first load may weigh at most, gzip, in bytes.
const BUDGET: usize = 300_000;

#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// What the law of the rulebook may weigh at most, gzip, in bytes.
const LAW_BUDGET: usize = 90_000;

/// Prints the figures of `dist/` and of the law; over a budget is a failure.
pub fn report() -> Result {
    let site = Profile::Release.site();
    let files = first_load::files(&site).map_err(|cause| Problem::file("read", &site, &cause))?;
    let names = first_load::of(&files);
    let is_first = |name: &str| names.always.contains(name) || names.icons.contains(name);
    let (first, later): (Vec<&File>, Vec<&File>) = files.iter().partition(|file| is_first(&file.name));

    println!("{:>10} {:>10} {:>10}  first load", "bytes", "gzip", "brotli");
    let total = print_table(&first)?;
    print_line(&total, "together");
    if !later.is_empty() {
        println!("\n{:>10} {:>10} {:>10}  later, when asked for", "bytes", "gzip", "brotli");
        print_table(&later)?;
    }

    println!("\n{:>10} {:>10} {:>10}  inside of these", "bytes", "gzip", "brotli");
    let law = weigh(&law()?)?;
    print_line(&law, "law: roads, rules, reviews, states, sources");
    println!();
    let first = within("first load", total.gzip, BUDGET, "move it to a wing or a worker, or leave it out");
    let law = within("law", law.gzip, LAW_BUDGET, "say it shorter, or leave it out");
    first.and(law)
}

fn within(what: &str, bytes: usize, budget: usize, way_out: &str) -> Result {
    if bytes <= budget {
        println!("The {what} is {bytes} of {budget} bytes gzip; {} are left.", budget - bytes);
        return Ok(());
    }
    Err(Problem::new(format!(
        "The {what} is {bytes} bytes gzip, over its budget of {budget}. Look for what grew, and {way_out}."
    )))
}

/// The law as the page carries it.
fn law() -> Result<Vec<u8>> {
    let mut cargo = std::process::Command::new("cargo");
    cargo.args(["run", "--quiet", "--no-default-features", "--example", "law", "--", "embedded"]);
    let output = cargo.current_dir(tools::root()).output();
    let output = output.map_err(|cause| Problem::new(format!("Could not start cargo: {cause}.")))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Problem::new(format!("The law could not be printed:\n{}", String::from_utf8_lossy(&output.stderr))))
}

fn print_table(files: &[&File]) -> Result<Weight> {
    let mut total = Weight::default();
    for file in files {
        let weight = weigh(&file.bytes)?;
        print_line(&weight, &file.name);
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
    }
    Ok(total)
}

fn print_line(weight: &Weight, name: &str) {
    println!("{:>10} {:>10} {:>10}  {name}", weight.raw, weight.gzip, weight.brotli);
}

fn weigh(bytes: &[u8]) -> Result<Weight> {
    let failed =
        |cause: std::io::Error| Problem::new(format!("A file could not be compressed: {cause}. Is the disk full?"));
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).map_err(failed)?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    brotli.write_all(bytes).map_err(failed)?;
    Ok(Weight { raw: bytes.len(), gzip: gzip.finish().map_err(failed)?.len(), brotli: brotli.into_inner().len() })
}
