//! `cargo xtask size`: what the page weighs, as GitHub Pages sends it (gzip), and brotli beside it.
//! The first load is what `index.html` names and what those files name in turn; the rest comes later.

use crate::build::Profile;
use crate::html::tags;
use crate::problem::{Problem, Result};
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What the first load may weigh at most, gzip, in bytes.
const BUDGET: usize = 260_000;

struct File {
    name: String,
    bytes: Vec<u8>,
}

#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the figures of `dist/`; over the budget is a failure.
pub fn report() -> Result {
    let site = Profile::Release.site();
    let files = read_all(&site)?;
    let first = first_load(&files);
    let (first, later): (Vec<&File>, Vec<&File>) = files.iter().partition(|file| first.contains(file.name.as_str()));

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

/// Names of the files that a browser fetches to show and start the page.
fn first_load(files: &[File]) -> BTreeSet<&str> {
    let mut found = BTreeSet::from(["index.html"]);
    let mut to_read = vec!["index.html"];
    while let Some(name) = to_read.pop() {
        let Some(file) = files.iter().find(|file| file.name == name) else {
            continue;
        };
        let text = String::from_utf8_lossy(&file.bytes);
        let named = match Path::new(name).extension().and_then(|e| e.to_str()) {
            Some("html") => addresses(&text),
            // It names the wings, which it fetches when they are first opened. A journey sees that it does.
            Some("js") if name.starts_with("wings-") => continue,
            Some("js" | "css" | "webmanifest") => text.into_owned(),
            _ => continue,
        };
        for other in files {
            if named.contains(&other.name) && found.insert(&other.name) {
                to_read.push(&other.name);
            }
        }
    }
    found
}

/// What the browser follows by itself; a `<meta>` that names a worker is not among it.
fn addresses(page: &str) -> String {
    let tags = tags(page);
    let named: Vec<&str> = tags
        .iter()
        .filter(|tag| tag.name != "a")
        .filter_map(|tag| tag.get("src").or_else(|| tag.get("href")))
        .collect();
    named.join("\n")
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

fn read_all(site: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|cause| Problem::file("read", &folder, &cause))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).map_err(|cause| Problem::file("read", &path, &cause))?;
            let name = path.strip_prefix(site).unwrap_or(&path);
            files.push(File { name: name.to_string_lossy().into_owned(), bytes });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}
