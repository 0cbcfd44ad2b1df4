//! Files that are as they should be: all that is in them goes in, looks the same, and is found again.

use std::collections::BTreeSet;

use recourse::packet::exhibits::{About, Exhibit, Password, Trouble};

use crate::hands::{about, bound, bytes, exhibit, made, of, trouble};
use crate::read_back::{File, OURS, Picture, looks_the_same, tool};

/// Binds a file that is whole, and looks at each of its pages.
fn check(name: &str, pages: usize) -> File {
    let packet = of(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(about(&packet), [], "{name}");
    let file = File::sound(&packet);
    let stem = name.trim_end_matches(".pdf");
    let expected: BTreeSet<String> = (1..=pages).map(|page| format!("MARK-{stem}-{page}")).collect();
    assert_eq!(file.markers(), expected, "{name}");
    let text = file.pages();
    assert_eq!(text.len(), OURS + pages);
    for page in 1..=pages {
        looks_the_same(&file, &made().join(name), page);
        let stamp = format!("Exhibit A, page {page} of {pages} · packet page {} of {}", OURS + page, OURS + pages);
        assert!(text[OURS + page - 1].contains(&stamp), "{name}: {}", text[OURS + page - 1]);
    }
    file
}

#[test]
fn sound_files_go_in_and_look_the_same() {
    for (name, pages) in [("plain.pdf", 5), ("packed.pdf", 5), ("a4.pdf", 2), ("unpacked.pdf", 3), ("two.pdf", 5)] {
        check(name, pages);
    }
}

#[test]
fn stamps_turn_with_the_page_and_keep_to_its_edges() {
    for (name, pages) in [("turned.pdf", 4), ("cropped.pdf", 2), ("units.pdf", 1), ("tiny.pdf", 1), ("above.pdf", 3)] {
        check(name, pages);
    }
}

#[test]
fn what_a_page_leaves_open_does_not_move_or_hide_its_stamp() {
    check("open.pdf", 4);
}

#[test]
fn a_file_that_anybody_may_read_goes_in_though_it_is_encrypted() {
    for name in ["aes", "aes-128", "rc4", "aes-packed", "aes-128-packed", "rc4-packed"] {
        check(&format!("{name}.pdf"), 5);
    }
}

#[test]
fn a_locked_file_asks_for_its_password() {
    assert_eq!(trouble(of("locked.pdf")), Trouble::Locked);
    let with = |word: &str| {
        let password = Some(Password(word.to_owned()));
        bound(vec![(Exhibit { password, ..exhibit("locked") }, bytes("locked.pdf"))])
    };
    assert_eq!(trouble(with("sesame")), Trouble::WrongPassword);
    let packet = with("open sesame").expect("the password is right");
    assert_eq!(File::sound(&packet).markers().len(), 5);
}

#[test]
fn entries_of_forms_stay_and_their_fields_have_names_of_their_own() {
    for name in ["form.pdf", "form-drawn.pdf"] {
        let objects = check(name, 2).objects();
        assert!(objects.contains(&format!("(Entry {} 1)", name.trim_end_matches(".pdf"))), "{name}");
    }
    let packet = bound(vec![(exhibit("one"), bytes("form.pdf")), (exhibit("two"), bytes("form.pdf"))]);
    let file = File::sound(&packet.expect("both are sound"));
    let said = tool("qpdf", &["--json", "--json-key=acroform", file.path()]);
    let said: serde_json::Value = serde_json::from_slice(&said).expect("qpdf writes JSON");
    let fields = said["acroform"]["fields"].as_array().expect("a list of fields");
    let names: BTreeSet<&str> = fields.iter().filter_map(|field| field["fullname"].as_str()).collect();
    assert_eq!((fields.len(), names.len()), (12, 12), "{names:?}");
    assert!(names.contains("name1") && names.contains("name1 (Exhibit B)"), "{names:?}");
    for field in fields {
        if field["fullname"].as_str().is_some_and(|name| name.starts_with("name")) {
            assert!(field["value"].as_str().is_some_and(|value| value.starts_with("u:Entry form")), "{field}");
        }
    }
    looks_the_same(&file, &made().join("form.pdf"), 1);
}

#[test]
fn notes_stay_and_links_lead_to_the_pages_that_they_meant() {
    let file = check("notes.pdf", 3);
    let objects = file.objects();
    for words in ["/Highlight", "/FreeText", "(A note in red)", "https://example.org/appeal"] {
        assert!(objects.contains(words), "{words}");
    }
    let said = tool("qpdf", &["--json", "--json-key=pages", file.path()]);
    let said: serde_json::Value = serde_json::from_slice(&said).expect("qpdf writes JSON");
    let page = |at: usize| said["pages"][OURS + at - 1]["object"].as_str().expect("a page").to_owned();
    for target in [2, 3] {
        assert!(objects_lead_to(&file, &page(target)), "page {target}");
    }
}

/// Whether a link of the first page of the exhibit leads to this object.
fn objects_lead_to(file: &File, page: &str) -> bool {
    let said = tool("qpdf", &["--json", file.path()]);
    let said = String::from_utf8_lossy(&said).split_whitespace().collect::<String>();
    said.contains(&format!("\"/Dest\":[\"{}\"", page.replace(' ', "")))
}

#[test]
fn hidden_layers_stay_hidden_beside_those_of_other_exhibits() {
    for name in ["layers.pdf", "layers-off.pdf"] {
        check(name, 2);
    }
    let packet = bound(vec![(exhibit("one"), bytes("layers-off.pdf")), (exhibit("two"), bytes("layers.pdf"))]);
    let file = File::sound(&packet.expect("both are sound"));
    looks_the_same(&file, &made().join("layers-off.pdf"), 1);
    let [red, _, _] = Picture::of(file.path(), OURS + 3).at(40, 75);
    assert!(red > 240, "the hidden layer of the second exhibit is seen");
}

#[test]
fn scripts_files_and_what_a_file_says_of_its_maker_stay_out() {
    let packet = of("secret.pdf").expect("it is sound");
    assert_eq!(about(&packet), [About::Scripts, About::Files]);
    let file = File::sound(&packet);
    assert_eq!(file.markers().len(), 2);
    let objects = tool("qpdf", &["--qdf", "--decode-level=specialized", file.path(), "-"]);
    let objects = String::from_utf8_lossy(&objects);
    assert!(objects.contains("https://example.org/"));
    for words in ["SECRET", "JavaScript", "EmbeddedFile", "/Launch", "/PieceInfo", "reportlab", "ReportLab"] {
        assert!(!objects.contains(words), "{words}");
    }
}

#[test]
fn chosen_pages_go_in_in_that_order_and_the_others_leave_nothing() {
    let choice =
        |pages: &[usize]| bound(vec![(Exhibit { pages: pages.to_vec(), ..exhibit("choice") }, bytes("choice.pdf"))]);
    let packet = choice(&[3, 1]).expect("both are there");
    let file = File::sound(&packet);
    let text = file.pages();
    assert_eq!(text.len(), OURS + 2);
    assert!(text[OURS].contains("MARK-choice-3") && text[OURS + 1].contains("MARK-choice-1"));
    let objects = file.objects();
    for (width, there) in [(201, true), (203, true), (202, false), (204, false)] {
        assert_eq!(objects.contains(&format!("/Width {width}")), there, "the picture of page {}", width - 200);
    }
    for words in ["MARK-choice-2", "MARK-choice-4", "(Part 2)", "(Part 4)"] {
        assert!(!objects.contains(words), "{words}");
    }
    assert!(objects.contains("(Part 3)"));
    assert_eq!(trouble(choice(&[5])), Trouble::NoSuchPage { page: 5, of: 4 });
    assert_eq!(trouble(choice(&[0])), Trouble::NoSuchPage { page: 0, of: 4 });
}
