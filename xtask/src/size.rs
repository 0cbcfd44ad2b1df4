//! `cargo xtask size`: what the page weighs, as GitHub Pages sends it (gzip), and brotli beside it.
//! What belongs to the first load, `first_load` says.

use crate::build::Profile;
use crate::first_load::{self, File};
use crate::problem::{Problem, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// What the first load may weigh at most, gzip, in bytes.
const BUDGET: usize = 280_000;

#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the figures of `dist/`; over the budget is a failure.
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

    if total.gzip <= BUDGET {
        println!("\nThe first load is {} of {BUDGET} bytes gzip; {} are left.", total.gzip, BUDGET - total.gzip);
        return Ok(());
    }
    Err(Problem::new(format!(
        "The first load is {} bytes gzip, over its budget of {BUDGET}. Look for what grew above, and move it to a wing or a worker, or leave it out.",
        total.gzip
    )))
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
