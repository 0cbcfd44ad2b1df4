//! Which files of the built site a browser fetches to show and start the page; the rest comes later, when asked for.
//! `size` weighs them, and a journey sees that a browser fetches these and no other: one file, so that the two cannot differ.

use crate::html::{Tag, tags};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// A file of the site.
pub struct File {
    /// Its path from the site's folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The names of the first load.
pub struct FirstLoad<'a> {
    /// What every browser fetches.
    pub always: BTreeSet<&'a str>,
    /// What only a browser fetches that shows icons or installs pages.
    pub icons: BTreeSet<&'a str>,
}

/// All files of the site, by name.
pub fn files(site: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path)?;
            let name = path.strip_prefix(site).unwrap_or(&path);
            files.push(File { name: name.to_string_lossy().into_owned(), bytes });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// What `index.html` names and what those files name in turn.
pub fn of(files: &[File]) -> FirstLoad<'_> {
    let page = files.iter().find(|file| file.name == INDEX).map(text).unwrap_or_default();
    let always = named_from(files, &addresses(&page, |tag| !is_icon(tag)));
    let mut icons = named_from(files, &addresses(&page, is_icon));
    icons.retain(|name| !always.contains(name));
    FirstLoad { always, icons }
}

const INDEX: &str = "index.html";

/// The page, the files that a text names, and those that they name in turn.
fn named_from<'a>(files: &'a [File], text_of_page: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut to_read = vec![text_of_page.to_owned()];
    while let Some(named) = to_read.pop() {
        for other in files {
            if named.contains(&other.name) && found.insert(&*other.name) {
                to_read.extend(names_others(other));
            }
        }
    }
    found.extend(files.iter().map(|file| &*file.name).filter(|name| *name == INDEX));
    found
}

/// The text of a file in which the names of others stand that the browser fetches with it.
fn names_others(file: &File) -> Option<String> {
    // It names the wings, which it fetches when they are first opened.
    if file.name.starts_with("wings-") {
        return None;
    }
    let ending = Path::new(&file.name).extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("js" | "css" | "webmanifest")).then(|| text(file))
}

/// What the browser follows by itself; a `<meta>` that names a worker is not among it.
fn addresses(page: &str, wanted: impl Fn(&Tag) -> bool) -> String {
    let tags = tags(page);
    let named = tags.iter().filter(|tag| tag.name != "a" && wanted(tag));
    let named: Vec<&str> = named.filter_map(|tag| tag.get("src").or_else(|| tag.get("href"))).collect();
    named.join("\n")
}

fn is_icon(tag: &Tag) -> bool {
    tag.name == "link" && tag.get("rel").is_some_and(|rel| rel.contains("icon") || rel == "manifest")
}

fn text(file: &File) -> String {
    String::from_utf8_lossy(&file.bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{File, of};

    #[test]
    fn wings_and_workers_are_not_in_the_first_load() {
        let page = "<link rel=icon href=mark.svg><link rel=stylesheet href=a.css><meta name=w content=worker.js>
            <a href=other.html></a><script src=boot.js></script>";
        let site = [
            ("index.html", page),
            ("mark.svg", ""),
            ("a.css", ""),
            ("boot.js", "import('./page.js'); 'page.wasm'"),
            ("page.js", "from './wings-1.js'"),
            ("page.wasm", ""),
            ("wings-1.js", "'doors.wasm' from './page.js'"),
            ("doors.wasm", ""),
            ("worker.js", ""),
            ("other.html", ""),
        ];
        let files = site.map(|(name, text)| File { name: name.to_owned(), bytes: text.into() });
        let first = of(&files);
        let always: Vec<&str> = first.always.into_iter().collect();
        assert_eq!(always, ["a.css", "boot.js", "index.html", "page.js", "page.wasm", "wings-1.js"]);
        assert_eq!(first.icons.into_iter().collect::<Vec<_>>(), ["mark.svg"]);
    }
}
