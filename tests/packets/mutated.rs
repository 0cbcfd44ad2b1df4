//! Forty broken copies of a file of each kind: either all its pages are there, or a page is named, or it is refused.

use std::collections::BTreeSet;

use recourse::packet::exhibits::{About, Trouble};
use recourse::packet::{Error, Packet};

use crate::hands::{bound, bytes, exhibit};
use crate::read_back::File;

const COPIES: u64 = 40;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a few bits") % limit.max(1)
    }
}

/// A copy with something wrong: flipped bytes, a hole, a piece twice, an end too early, digits changed.
fn broken(whole: &[u8], copy: u64) -> Vec<u8> {
    let mut chance = Chance(copy.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
    let mut bytes = whole.to_vec();
    let at = chance.below(bytes.len());
    let length = chance.below(200) + 1;
    match copy % 6 {
        0 => (0..=chance.below(20)).for_each(|_| {
            let at = chance.below(whole.len());
            bytes[at] ^= 1 << chance.below(8);
        }),
        1 => drop(bytes.drain(at..(at + length).min(whole.len()))),
        2 => bytes.truncate(whole.len() / 2 + chance.below(whole.len() / 2)),
        3 => {
            let piece = whole[at..(at + length).min(whole.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        4 => bytes[at..(at + length).min(whole.len())].fill(0),
        _ => {
            let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
            for _ in 0..5 {
                let at = digits[chance.below(digits.len())];
                bytes[at] = b'0' + u8::try_from(chance.below(10)).expect("a digit");
            }
        }
    }
    bytes
}

/// Pages of which the person was told, and whether something was said of the file as a whole.
fn told(packet: &Packet) -> (BTreeSet<usize>, bool) {
    let mut pages = BTreeSet::new();
    let mut whole = false;
    for notice in &packet.notices {
        match &notice.about {
            About::Blank { pages: some } | About::Doubtful { pages: some } => pages.extend(some),
            About::Fewer { .. } | About::CopiedOnly { .. } | About::Mended => whole = true,
            About::Scripts | About::Files | About::Signature => {}
        }
    }
    (pages, whole)
}

fn check(name: &str, pages: usize) {
    let whole = bytes(name);
    let stem = name.split('.').next().unwrap_or_default();
    let mut went_in = 0;
    for copy in 0..COPIES {
        match bound(vec![(exhibit(name), broken(&whole, copy))]) {
            Ok(packet) => {
                went_in += 1;
                let file = File::sound_or_doubted(&packet);
                let markers = file.markers();
                let (told, of_the_whole) = told(&packet);
                for page in 1..=pages {
                    let there = markers.contains(&format!("MARK-{stem}-{page}"));
                    assert!(there || told.contains(&page) || of_the_whole, "{name} copy {copy}: page {page} is gone");
                }
            }
            Err(Error::Exhibit { why: Trouble::Damaged { pages }, .. }) => {
                assert!(!pages.is_empty(), "{name} copy {copy}")
            }
            Err(Error::Exhibit { .. }) => {}
            Err(other) => panic!("{name} copy {copy}: {other}"),
        }
    }
    // A picture that says its own sum is refused whenever anything is wrong with it.
    assert!(went_in > 0 || name.ends_with(".png"), "no copy of {name} went in");
}

#[test]
fn plain_files() {
    check("plain.pdf", 5);
    check("turned.pdf", 4);
}

#[test]
fn packed_files() {
    check("packed.pdf", 5);
}

#[test]
fn encrypted_files() {
    check("aes.pdf", 5);
    check("rc4-packed.pdf", 5);
}

#[test]
fn forms_notes_and_layers() {
    check("form.pdf", 2);
    check("notes.pdf", 3);
    check("layers.pdf", 2);
}

#[test]
fn photos() {
    for name in ["turn-6.jpg", "steps.jpg", "clear.png", "palette.png"] {
        check(name, 0);
    }
}
