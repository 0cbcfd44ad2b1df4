//! What our own pages keep by themselves: PDF/UA-1, as another program sees it.

use std::process::Command;

use recourse::packet;
use recourse::packet::exhibits::Exhibit;

use crate::hands::{bound, bytes, exhibit, request};
use crate::read_back::File;

const CHECK: &str = "import sys, page
report = page.validate_pdf(sys.argv[1], profile=page.ValidationProfile.PDF_UA_1)
for failure in report.failures: print(failure)
sys.exit(0 if report.is_compliant else 1)";

/// Whether a file meets PDF/UA-1, and what the checker says.
fn meets(file: &File) -> (bool, String) {
    let modules = std::env::var_os("RECOURSE_PDF_CHECK")
        .unwrap_or_else(|| panic!("RECOURSE_PDF_CHECK is not set: run `cargo xtask test packets`"));
    let ran = Command::new("python3").env("PYTHONPATH", modules).args(["-c", CHECK, file.path()]).output();
    let ran = ran.expect("python3 starts");
    (ran.status.success(), String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr))
}

#[test]
fn a_letter_alone_meets_the_standard() {
    let letter = packet::build(&request(Vec::new())).expect("a letter");
    let (meets, said) = meets(&File::sound(&letter));
    assert!(meets, "{said}");
}

#[test]
fn links_in_letter_and_index_keep_the_standard_until_pages_of_others_come() {
    // Texts are set on our own pages, so that only what is claimed can fail.
    let files: Vec<(Exhibit, Vec<u8>)> = ["note.txt", "old.txt"].map(|name| (exhibit(name), bytes(name))).into();
    let (meets, said) = meets(&File::sound(&bound(files).expect("texts can be set")));
    assert!(!meets, "a packet with exhibits claims nothing");
    let other = said.lines().filter(|line| line.contains("rule_id") && !line.contains("PDFUA1-ID-")).count();
    assert!(said.contains("PDFUA1-ID-PART") && other == 0, "{said}");
}
