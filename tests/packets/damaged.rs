//! Files that are broken in ways that were seen: all their pages go in and something is said, or the page is named.

use std::collections::BTreeSet;

use recourse::packet::exhibits::{About, Trouble};
use recourse::words::InWords;

use crate::hands::{about, made, of, trouble};
use crate::read_back::{File, looks_the_same};

/// Binds a file that is broken and whose pages are all there.
fn check(name: &str, said: &[About]) {
    let packet = of(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(about(&packet), said, "{name}");
    let stem = name.trim_start_matches("length-").trim_end_matches(".pdf");
    let expected: BTreeSet<String> = (1..=5).map(|page| format!("MARK-{stem}-{page}")).collect();
    let file = File::sound(&packet);
    assert_eq!(file.markers(), expected, "{name}");
    if poppler_reads_it_too(name) {
        (1..=5).for_each(|page| looks_the_same(&file, &made().join(name), page));
    }
}

/// Poppler draws nothing where a length is wrong, the trailer is gone, or a part of a page is null.
fn poppler_reads_it_too(name: &str) -> bool {
    !name.starts_with("length-") && !matches!(name, "trailer.pdf" | "null.pdf")
}

#[test]
fn files_whose_pages_are_all_there_go_in() {
    for name in ["shifted.pdf", "junk.pdf", "circle.pdf", "no-box.pdf"] {
        check(name, &[]);
    }
    for name in ["startxref.pdf", "trailer.pdf", "null.pdf"] {
        check(name, &[About::Mended]);
    }
    for name in ["length-short.pdf", "length-long.pdf", "length-none.pdf"] {
        check(name, &[About::CopiedOnly { pages: 5 }]);
    }
}

#[test]
fn a_page_without_anything_on_it_is_named() {
    let packet = of("nothing.pdf").expect("an empty page is a page");
    assert_eq!(about(&packet), [About::Blank { pages: vec![2] }]);
    assert_eq!(File::sound(&packet).markers().len(), 4);
}

#[test]
fn pages_that_are_lost_are_named_and_nothing_is_bound() {
    assert_eq!(trouble(of("lost.pdf")), Trouble::Damaged { pages: vec![3] });
    assert_eq!(trouble(of("torn.pdf")), Trouble::Damaged { pages: vec![1] });
    assert_eq!(trouble(of("cut.pdf")), Trouble::Damaged { pages: vec![4, 5] });
    assert_eq!(trouble(of("cut-packed.pdf")), Trouble::Unreadable);
}

#[test]
fn what_is_no_paper_is_told_with_what_to_do() {
    let check = |name: &str, expected: Trouble| {
        let bound = of(name);
        let told = bound.as_ref().expect_err("it cannot go in").in_words();
        assert!(told.what.contains("Exhibit A") && !told.now.is_empty(), "{told:?}");
        assert_eq!(trouble(bound), expected, "{name}");
    };
    check("empty.pdf", Trouble::Empty);
    check("no-pdf.pdf", Trouble::Unknown);
    check("only-header.pdf", Trouble::Unreadable);
    check("phone.heic", Trouble::Heic);
}
