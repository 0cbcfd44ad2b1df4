//! A packet of many kinds at once: order, index, bookmarks, what it claims, and how much it needs.

use recourse::packet::exhibits::Exhibit;
use recourse::packet::{self, Error, Progress, Supply};

use crate::hands::{Given, bound, bytes, exhibit, request};
use crate::read_back::{File, OURS, tool};

const NAMES: [&str; 8] =
    ["plain.pdf", "turn-6.jpg", "form.pdf", "note.txt", "packed.pdf", "clear.png", "aes.pdf", "layers.pdf"];

fn all() -> Vec<(Exhibit, Vec<u8>)> {
    NAMES.iter().map(|name| (exhibit(name), bytes(name))).collect()
}

fn json(file: &File, key: &str) -> serde_json::Value {
    let said = tool("qpdf", &["--json", &format!("--json-key={key}"), file.path()]);
    serde_json::from_slice(&said).expect("qpdf writes JSON")
}

#[test]
fn index_bookmarks_and_stamps_agree_on_every_page() {
    let packet = bound(all()).expect("all are sound");
    let file = File::sound(&packet);
    let text = file.pages();
    assert_eq!(text.len(), packet.pages);
    let outline = json(&file, "outlines");
    let marks = outline["outlines"].as_array().expect("a list of bookmarks");
    assert_eq!(marks.len(), OURS + NAMES.len());
    for (at, name) in NAMES.iter().enumerate() {
        let letter = char::from(b'A' + u8::try_from(at).expect("few"));
        let first = format!("Exhibit {letter}, page 1 of ");
        let page = text.iter().position(|page| page.contains(&first)).unwrap_or_else(|| panic!("{first}")) + 1;
        assert_eq!(marks[OURS + at]["title"], format!("Exhibit {letter}: {name}"));
        assert_eq!(marks[OURS + at]["destpageposfrom1"], page);
        assert!(text[1].contains(&format!("{page}")), "the index names page {page}: {}", text[1]);
    }
    let own = marks[OURS]["kids"].as_array().expect("bookmarks of the exhibit");
    let own: Vec<_> = own.iter().map(|mark| (mark["title"].as_str(), mark["destpageposfrom1"].as_u64())).collect();
    assert_eq!(own[1], (Some("Part 2"), Some(OURS as u64 + 2)));
    for (at, page) in text.iter().enumerate() {
        let number = format!("acket page {} of {}", at + 1, text.len());
        assert!(page.contains(&number), "{number}: {page}");
    }
}

#[test]
fn names_in_the_letter_and_numbers_in_the_index_are_links() {
    let file = File::sound(&bound(all()).expect("all are sound"));
    let said = tool("pdfinfo", &["-struct-text", file.path()]);
    let said = String::from_utf8_lossy(&said);
    // Two in the letter, eight names and nine numbers in the index.
    assert_eq!(said.matches("Link").count(), 19, "{said}");
    let properties = String::from_utf8_lossy(&tool("pdfinfo", &[file.path()])).into_owned();
    assert!(properties.contains("Appeal of a denied claim") && properties.contains("Maya Torres"));
}

#[test]
fn the_packet_claims_no_standard_that_the_exhibits_do_not_keep() {
    let file = File::sound(&bound(all()).expect("all are sound"));
    let said = String::from_utf8_lossy(&tool("pdfinfo", &["-meta", file.path()])).into_owned();
    assert!(said.contains("Appeal of a denied claim") && !said.contains("pdfuaid"), "{said}");
    let objects = file.objects();
    assert!(objects.contains("/Lang (en-US)") && objects.contains("/PageLabels"));
}

#[test]
fn equal_papers_in_equal_order_give_equal_bytes() {
    let one = bound(all()).expect("all are sound");
    assert!(one.bytes == bound(all()).expect("all are sound").bytes);
    let mut other = all();
    other.swap(0, 1);
    assert!(one.bytes != bound(other).expect("all are sound").bytes);
}

/// Stops after so many steps.
struct Stops {
    given: Given,
    after: usize,
    heard: Vec<Progress>,
}

impl Supply for Stops {
    fn bytes(&mut self, exhibit: usize) -> Option<Vec<u8>> {
        self.given.bytes(exhibit)
    }

    fn goes_on(&mut self, progress: Progress) -> bool {
        self.heard.push(progress);
        self.heard.len() < self.after
    }
}

#[test]
fn each_page_is_told_and_the_work_stops_when_it_is_told_to() {
    let build = |after: usize| {
        let (exhibits, bytes): (Vec<_>, Vec<_>) = all().into_iter().unzip();
        let mut stops = Stops { given: Given(bytes), after, heard: Vec::new() };
        let built = packet::build_with(&request(exhibits), &mut stops);
        (built, stops.heard)
    };
    let (built, heard) = build(usize::MAX);
    let pages = heard.iter().filter(|progress| matches!(progress, Progress::Page { .. })).count();
    // The text's pages are set with ours.
    assert_eq!(pages, built.expect("all are sound").pages - OURS - 1);
    for after in 1..heard.len() {
        let (built, told) = build(after);
        assert_eq!(built, Err(Error::Stopped));
        assert_eq!(told.len(), after);
    }
}
