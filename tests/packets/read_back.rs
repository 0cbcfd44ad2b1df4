//! A packet as qpdf and poppler read it: sound, with every marker, and the same to the eye outside the stamp.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use recourse::packet::Packet;

/// So many pages of ours come first: the letter and the index.
pub const OURS: usize = 2;
/// Dots an inch at which pages are compared.
const DOTS: usize = 50;
/// From the lower edge, as seen, what the stamp may cover, in points.
const STAMP: usize = 26;

/// A packet as a file.
pub struct File(PathBuf);

impl Drop for File {
    fn drop(&mut self) {
        // What is left behind costs nothing but room.
        drop(std::fs::remove_file(&self.0));
    }
}

/// What a program says; fails if it does.
pub fn tool(name: &str, arguments: &[&str]) -> Vec<u8> {
    let ran = Command::new(name).args(arguments).output();
    let ran =
        ran.unwrap_or_else(|cause| panic!("{name} did not run ({cause}): `cargo xtask test packets` installs it"));
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{name} {arguments:?}: {said}");
    ran.stdout
}

impl File {
    /// Bytes as a file of their own.
    pub fn of(bytes: &[u8]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}.pdf", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).expect("the folder for tests can be written");
        Self(path)
    }

    /// A packet, once qpdf has found nothing wrong with it.
    pub fn sound(packet: &Packet) -> Self {
        let file = Self::of(&packet.bytes);
        tool("qpdf", &["--check", file.path()]);
        file
    }

    /// A packet of a broken file: qpdf finds no fault, and if it has a doubt, so had we.
    pub fn sound_or_doubted(packet: &Packet) -> Self {
        let file = Self::of(&packet.bytes);
        let ran = Command::new("qpdf").args(["--check", file.path()]).output().expect("qpdf runs");
        let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
        let doubts = ran.status.code() == Some(3);
        assert!(ran.status.success() || (doubts && !packet.notices.is_empty()), "{:?}: {said}", packet.notices);
        file
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("the folder for tests has a plain name")
    }

    /// The text of each page.
    pub fn pages(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&tool("pdftotext", &[self.path(), "-"])).into_owned();
        let mut pages: Vec<String> =
            text.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        pages.pop();
        pages
    }

    /// The markers in the text.
    pub fn markers(&self) -> BTreeSet<String> {
        let is_marker = |word: &&str| word.starts_with("MARK-");
        self.pages()
            .iter()
            .flat_map(|page| page.split(' ').filter(is_marker).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    /// All objects as plain text.
    pub fn objects(&self) -> String {
        let plain = tool("qpdf", &["--qdf", "--object-streams=disable", "--decode-level=all", self.path(), "-"]);
        String::from_utf8_lossy(&plain).into_owned()
    }
}

/// A page as dots.
#[derive(PartialEq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    dots: Vec<u8>,
}

impl Picture {
    /// A page of a file, from 1, as poppler draws it.
    pub fn of(file: &str, page: usize) -> Self {
        let (dots, page) = (DOTS.to_string(), page.to_string());
        let data = tool("pdftoppm", &["-q", "-cropbox", "-r", &dots, "-f", &page, "-l", &page, file]);
        let mut words = data.splitn(4, u8::is_ascii_whitespace);
        let mut number = || std::str::from_utf8(words.next()?).ok()?.parse::<usize>().ok();
        assert!(data.starts_with(b"P6"), "page {page} of {file} was not drawn");
        number();
        let (width, height) = (number().expect("a width"), number().expect("a height"));
        let dots = data[data.len() - width * height * 3..].to_vec();
        Self { width, height, dots }
    }

    /// The color at this share of the width and the height, in hundredths.
    pub fn at(&self, across: usize, down: usize) -> [u8; 3] {
        let at = (self.height * down / 100 * self.width + self.width * across / 100) * 3;
        [self.dots[at], self.dots[at + 1], self.dots[at + 2]]
    }

    /// The share of dots above the stamp that differ, in ten thousandths.
    fn differs(&self, other: &Self) -> usize {
        assert_eq!((self.width, self.height), (other.width, other.height));
        let above = (self.height - (STAMP * DOTS).div_ceil(72)) * self.width * 3;
        let pairs = self.dots[..above].iter().zip(&other.dots[..above]);
        pairs.filter(|(one, other)| one.abs_diff(**other) > 24).count() * 10_000 / above
    }
}

/// Fails unless a page of the packet looks as it did in its file, outside the stamp, and has a stamp.
pub fn looks_the_same(packet: &File, exhibit: &Path, page: usize) {
    let before = Picture::of(exhibit.to_str().expect("a plain name"), page);
    let after = Picture::of(packet.path(), OURS + page);
    let differs = before.differs(&after);
    assert!(differs == 0, "{} page {page}: {differs} of 10000 dots differ", exhibit.display());
    assert!(before != after, "{} page {page} has no stamp", exhibit.display());
}
