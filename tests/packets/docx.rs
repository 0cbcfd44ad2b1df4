//! The letter for word processors, as python-docx reads it.

use std::process::Command;

use recourse::packet::docx;
use recourse::paper::{Block, Line, Paper, Part, Span};

/// Prints each paragraph with its style, then each cell of each table, then the foot.
const READ: &str = "import sys, docx
letter = docx.Document(sys.argv[1])
for paragraph in letter.paragraphs: print(paragraph.style.name + '|' + paragraph.text.replace('\\n', ' / '))
for table in letter.tables:
    for row in table.rows: print('row|' + '|'.join(cell.text for cell in row.cells))
foot = letter.sections[0].footer
print('foot|' + foot.paragraphs[0].text + '|' + ' '.join(foot._element.xpath('.//w:instrText/text()')))
print('page|%d|%d' % (letter.sections[0].page_width.pt, letter.sections[0].page_height.pt))
print('created|' + letter.core_properties.created.date().isoformat())";

fn line(text: &str) -> Line {
    vec![Span::plain(text)]
}

#[test]
fn no_paragraph_is_lost_and_headings_tables_and_page_numbers_are_what_they_are() {
    let blocks = vec![
        Block::Address(vec![line("Nguyễn Thị Phượng"), line("418 Alder Street")]),
        Block::Heading { level: 1, line: line("Appeal & review") },
        Block::Subject(vec![("Claim number".to_owned(), line("CLM-1 <2>"))]),
        Block::Heading { level: 2, line: line("Why") },
        Block::Paragraph(line("One.\n\nTwo, and\nmore.")),
        Block::Quote(line("“No authorization”")),
        Block::List { numbered: true, items: vec![line("first"), line("second")] },
        Block::List { numbered: false, items: vec![line("point")] },
        Block::Table {
            head: vec!["Day".to_owned(), "What".to_owned()],
            rows: vec![vec![line("May 1"), line("Called\u{0}")]],
        },
        Block::Table { head: Vec::new(), rows: Vec::new() },
        Block::Standing(line("Sincerely,")),
        Block::Signature(line("Maya Torres")),
    ];
    let parts = blocks.into_iter().map(|block| Part::new("part", block)).collect();
    let letter = Paper { title: "Appeal".to_owned(), date: "2024-02-01".parse().expect("a day"), parts };
    let bytes = docx::letter(&letter, &[]);
    assert!(bytes == docx::letter(&letter, &[]), "equal letters give equal bytes");

    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("letter.docx");
    std::fs::write(&file, &bytes).expect("the folder for tests can be written");
    let modules = std::env::var_os("RECOURSE_DOCX")
        .unwrap_or_else(|| panic!("RECOURSE_DOCX is not set: run `cargo xtask test packets`"));
    let ran = Command::new("python3").env("PYTHONPATH", modules).args(["-c", READ]).arg(&file).output();
    let ran = ran.expect("python3 starts");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let said = String::from_utf8_lossy(&ran.stdout);
    let said: Vec<&str> = said.lines().filter(|line| *line != "Normal|").collect();
    let expected = [
        "Normal|Nguyễn Thị Phượng / 418 Alder Street",
        "Heading 1|Appeal & review",
        "Normal|Claim number: CLM-1 <2>",
        "Heading 2|Why",
        "Normal|One.",
        "Normal|Two, and / more.",
        "Normal|“No authorization”",
        "Normal|1.\tfirst",
        "Normal|2.\tsecond",
        "Normal|\u{2022}\tpoint",
        "Normal|Sincerely,",
        "Normal|Maya Torres",
        "row|Day|What",
        "row|May 1|Called",
        "foot|Page 1 of 1|PAGE NUMPAGES",
        "page|612|792",
        "created|2024-02-01",
    ];
    assert_eq!(said, expected);
}
