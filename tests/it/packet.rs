//! Whole packets, read back by the tools that a stranger would use: qpdf and poppler.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use recourse::civil::Date;
use recourse::packet::message::{Answer, Job};
use recourse::packet::{self, Error, Missing, Packet, Place, Request, Role, Section};
use recourse::paper::{Block, Line, Paper, Part, Span};

fn day() -> Date {
    "2024-02-01".parse().expect("a real day")
}

fn line(text: &str) -> Line {
    vec![Span::plain(text)]
}

fn paper(title: &str, blocks: Vec<Block>) -> Paper {
    let parts =
        blocks.into_iter().enumerate().map(|(at, block)| Part { key: format!("part-{at}"), block, edited: false });
    Paper { title: title.to_owned(), date: day(), parts: parts.collect() }
}

fn letter() -> Paper {
    let why = "The plan's own rules let a doctor ask for approval after care was given. Dr. Okafor's office asked on \
        January 22, 2024, and has had no answer. The MRI found a torn meniscus that was repaired on February 14; \
        without the picture, the surgeon could not have planned the repair. ";
    paper(
        "Appeal of claim CLM-2024-88817",
        vec![
            Block::Address(vec![line("Nguyễn Thị Phượng"), line("418 Alder Street, Apt. 3"), line("Dayton, OH 45402")]),
            Block::Standing(line("February 1, 2024")),
            Block::Address(vec![
                line("Lakeshore Administrators, Inc."),
                line("Appeals Department"),
                line("P.O. Box 1180"),
            ]),
            Block::Subject(vec![
                ("Re".to_owned(), line("Appeal of a denied claim: first level, care already given")),
                ("Claim number".to_owned(), line("CLM-2024-88817")),
                ("Service".to_owned(), line("MRI of the left knee, on November 27, 2023")),
            ]),
            Block::Standing(line("Dear Appeals Reviewer:")),
            Block::Paragraph(line(
                "I appeal your decision of January 15, 2024, and ask you to pay this claim. Your letter says:",
            )),
            Block::Quote(line(
                "“Payment is denied because prior authorization was not obtained before services were rendered.”",
            )),
            Block::Heading { level: 2, line: line("Why the claim should be paid") },
            Block::Paragraph(line(&why.repeat(3))),
            Block::Paragraph(line(&why.repeat(4))),
            Block::List {
                numbered: true,
                items: vec![
                    line("Reprocess claim CLM-2024-88817 and pay it as the plan provides."),
                    line(&format!(
                        "Send me, free of charge, all documents that you relied on (29 CFR § 2560.503-1(h)(2)(iii)). {why}"
                    )),
                    line("Answer in writing."),
                ],
            },
            Block::Paragraph(line("Please write to me at the address above.")),
            Block::Standing(line("Sincerely,")),
            Block::Signature(line("Nguyễn Thị Phượng")),
        ],
    )
}

fn chronology(rows: usize) -> Paper {
    let first = Date::new(2023, 11, 1).expect("a real day");
    let rows = (0..rows).map(|row| {
        let on = first.plus_days(u32::try_from(row).expect("few rows"));
        vec![
            line(&recourse::paper::long_day(on)),
            line("Call"),
            line(&format!("Row {row}: spoke with Dana in claims, who said that the file was under review and that a letter would follow.")),
        ]
    });
    paper(
        "What happened",
        vec![
            Block::Heading { level: 1, line: line("What happened") },
            Block::Table { head: vec!["Day".to_owned(), "What".to_owned(), "Notes".to_owned()], rows: rows.collect() },
        ],
    )
}

fn whole() -> Request {
    let cover = paper(
        "Appeal packet",
        vec![
            Block::Heading { level: 1, line: line("Appeal of a denied claim") },
            Block::Subject(vec![
                ("Member".to_owned(), line("Nguyễn Thị Phượng")),
                ("Member number".to_owned(), line("LKS 4471 902 006")),
            ]),
        ],
    );
    let documents = paper(
        "Documents named in this packet",
        vec![
            Block::Heading { level: 1, line: line("Documents named in this packet") },
            Block::List {
                numbered: false,
                items: vec![line("Denial letter of January 15, 2024"), line("Order for the MRI")],
            },
        ],
    );
    let section = |role, paper| Section { role, paper };
    Request {
        title: "Appeal of claim CLM-2024-88817".to_owned(),
        author: Some("Nguyễn Thị Phượng".to_owned()),
        language: "en-US".to_owned(),
        date: day(),
        sections: vec![
            section(Role::Cover, cover),
            section(Role::Letter, letter()),
            section(Role::Documents, documents),
            section(Role::Chronology, chronology(60)),
        ],
        exhibits: Vec::new(),
    }
}

fn alone(role: Role, paper: Paper) -> Request {
    Request { sections: vec![Section { role, paper }], ..whole() }
}

fn bound(request: &Request) -> Packet {
    packet::build(request).expect("the request is whole")
}

/// The packet as a file of its own for this test.
fn file(name: &str, packet: &Packet) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    fs::write(&path, &packet.bytes).expect("the test folder can be written");
    path
}

fn tool(name: &str, arguments: &[&str]) -> String {
    let ran = Command::new(name).args(arguments).output();
    let ran = ran.unwrap_or_else(|cause| panic!("{name} did not run ({cause}): `cargo xtask test` installs it"));
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{name} {arguments:?}: {said}{}", String::from_utf8_lossy(&ran.stderr));
    said
}

/// The pages as text, with runs of spaces as one.
fn read(name: &str, packet: &Packet) -> Vec<String> {
    let path = file(name, packet);
    let path = path.to_str().expect("the test folder has a plain name");
    tool("qpdf", &["--check", path]);
    let text = tool("pdftotext", &[path, "-"]);
    let pages: Vec<String> =
        text.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(pages.len(), packet.pages + 1, "each page ends in a form feed");
    pages.into_iter().take(packet.pages).collect()
}

#[test]
fn a_packet_holds_every_word_and_the_number_of_each_page() {
    let packet = bound(&whole());
    let pages = read("whole", &packet);
    for (at, page) in pages.iter().enumerate() {
        let number = format!("Packet page {} of {}", at + 1, pages.len());
        assert!(page.contains(&number), "{number}: {page}");
        assert!(page.contains("Appeal of claim CLM-2024-88817"), "{page}");
    }
    let text = pages.join(" ");
    for words in [
        "Nguyễn Thị Phượng 418 Alder Street, Apt. 3 Dayton, OH 45402",
        "Claim number: CLM-2024-88817",
        "“Payment is denied because prior authorization was not obtained before services were rendered.”",
        "(29 CFR § 2560.503-1(h)(2)(iii))",
        "• Order for the MRI",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(packet.missing, []);
}

#[test]
fn a_packet_says_its_title_author_language_and_day() {
    let path = file("properties", &bound(&whole()));
    let path = path.to_str().expect("the test folder has a plain name");
    let properties = tool("pdfinfo", &["-isodates", path]);
    for (name, value) in [
        ("Title", "Appeal of claim CLM-2024-88817"),
        ("Author", "Nguyễn Thị Phượng"),
        ("CreationDate", "2024-02-01"),
        ("Tagged", "yes"),
        ("Page size", "612 x 792 pts (letter)"),
    ] {
        let line = properties.lines().find(|line| line.starts_with(&format!("{name}:"))).unwrap_or_default();
        assert!(line.contains(value), "{name}: {properties}");
    }
    let xmp = tool("pdfinfo", &["-meta", path]);
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"), "{xmp}");
    let objects = tool("qpdf", &["--qdf", "--object-streams=disable", "--no-original-object-ids", path, "-"]);
    assert!(objects.contains("/Lang (en-US)"));
    assert!(objects.contains("/DisplayDocTitle true"));
}

#[test]
fn a_packet_has_a_bookmark_for_each_section() {
    let path = file("bookmarks", &bound(&whole()));
    let outline =
        tool("qpdf", &["--json", "--json-key=outlines", path.to_str().expect("the test folder has a plain name")]);
    let outline: serde_json::Value = serde_json::from_str(&outline).expect("qpdf writes JSON");
    let marks = outline["outlines"].as_array().expect("a list of bookmarks");
    let marks: Vec<_> = marks.iter().map(|mark| (mark["title"].as_str(), mark["destpageposfrom1"].as_u64())).collect();
    let expected = [
        (Some("Appeal packet"), Some(1)),
        (Some("Appeal of claim CLM-2024-88817"), Some(2)),
        (Some("Documents named in this packet"), Some(4)),
        (Some("What happened"), Some(5)),
    ];
    assert_eq!(marks, expected);
}

#[test]
fn headings_lists_tables_and_quotes_are_tagged_and_the_foot_is_not() {
    let path = file("tags", &bound(&whole()));
    let tree = tool("pdfinfo", &["-struct-text", path.to_str().expect("the test folder has a plain name")]);
    let count = |tag: &str| tree.lines().filter(|line| line.trim_start().split([' ', ':']).next() == Some(tag)).count();
    for (tag, expected) in [
        ("H1", 4),
        ("BlockQuote", 1),
        ("L", 2),
        ("LI", 5),
        ("Lbl", 5),
        ("Table", 1),
        ("TR", 61),
        ("TH", 3),
        ("TD", 180),
    ] {
        assert_eq!(count(tag), expected, "{tag}: {tree}");
    }
    assert!(!tree.contains("Packet page"), "{tree}");
}

#[test]
fn headings_begin_at_the_first_level_in_every_paper() {
    let heading = |level, text| Block::Heading { level, line: line(text) };
    let blocks = vec![heading(2, "Before"), heading(1, "Title"), heading(2, "Within")];
    let path = file("headings", &bound(&alone(Role::Letter, paper("Letter", blocks))));
    let tree = tool("pdfinfo", &["-struct-text", path.to_str().expect("the test folder has a plain name")]);
    let tags: Vec<_> = tree.lines().map(str::trim_start).filter(|line| line.starts_with('H')).collect();
    let depths: Vec<_> = tags.iter().map(|line| line.get(..2).unwrap_or_default()).collect();
    assert_eq!(depths, ["H1", "H1", "H2"], "{tree}");
}

#[test]
fn a_letter_alone_is_numbered_as_a_letter() {
    let packet = bound(&alone(Role::Letter, letter()));
    let pages = read("letter", &packet);
    assert_eq!(pages.len(), 2);
    assert!(pages[1].ends_with("Page 2 of 2"), "{}", pages[1]);
    assert!(!pages[1].contains("Packet"));
    assert!(pages[1].contains("Sincerely, Nguyễn Thị Phượng"), "the signature is not alone: {}", pages[1]);
}

#[test]
fn equal_requests_give_equal_bytes() {
    assert!(bound(&whole()).bytes == bound(&whole()).bytes);
}

/// For packets without exhibits.
struct Nobody;

impl packet::Supply for Nobody {
    fn bytes(&mut self, _: usize) -> Option<Vec<u8>> {
        None
    }
}

#[test]
fn a_request_comes_through_to_the_worker_whole() {
    let job = Job::from(&whole());
    let told = Job::from_text(&job.to_text()).expect("a job reads back");
    assert_eq!(told, job);
    assert!(packet::bind(&told, &mut Nobody).expect("a whole job").bytes == bound(&whole()).bytes);
    for answer in [
        Answer::Made {
            pages: 3,
            missing: vec![Missing { place: Place::Title, characters: vec!['م'] }],
            notices: Vec::new(),
            contents: Vec::new(),
        },
        Answer::Refused(Error::EmptyPaper { section: 2 }),
    ] {
        assert_eq!(Answer::from_text(&answer.to_text()).expect("an answer reads back"), answer);
    }
}

#[test]
fn a_long_table_repeats_its_head_on_each_page_and_loses_no_row() {
    let packet = bound(&alone(Role::Chronology, chronology(300)));
    let pages = read("table", &packet);
    assert!(pages.len() > 8, "{}", pages.len());
    assert!(pages.iter().all(|page| page.contains("Day What Notes")));
    let text = pages.join(" ");
    for row in 0..300 {
        assert!(text.contains(&format!("Row {row}: spoke")), "{row}");
    }
}

#[test]
fn a_paragraph_of_two_hundred_lines_goes_on_from_page_to_page() {
    let words: Vec<String> = (0..2600).map(|word| format!("word{word}")).collect();
    let packet = bound(&alone(Role::Letter, paper("Long", vec![Block::Paragraph(line(&words.join(" ")))])));
    let pages = read("long", &packet);
    assert!(pages.len() > 4);
    let text = pages.join(" ");
    assert!(words.iter().all(|word| text.contains(word.as_str())));
}

#[test]
fn what_cannot_be_printed_is_a_box_on_paper_and_named_beside_it() {
    let blocks = vec![
        Block::Standing(line("Dear Reviewer:")),
        Block::Address(vec![line("محمد العلي 😀"), line("12 Elm Street")]),
    ];
    let packet = bound(&alone(Role::Letter, paper("Letter", blocks)));
    let pages = read("boxes", &packet);
    assert!(pages[0].contains("□□□□ □□□□□ □ 12 Elm Street"), "{}", pages[0]);
    let place = Place::Part { role: Role::Letter, section: 0, key: "part-1".to_owned() };
    assert_eq!(packet.missing, [Missing { place, characters: "محدالعي😀".chars().collect() }]);
}

#[test]
fn a_strange_title_is_in_the_properties_as_written() {
    let request = Request { title: "Appeal for علي".to_owned(), ..whole() };
    let packet = bound(&request);
    let path = file("title", &packet);
    let properties = tool("pdfinfo", &[path.to_str().expect("the test folder has a plain name")]);
    assert!(properties.contains("Appeal for علي"), "{properties}");
    assert_eq!(packet.missing, [Missing { place: Place::Title, characters: vec!['ع', 'ل', 'ي'] }]);
}

#[test]
fn wild_text_makes_a_sound_file() {
    let wild = [
        "\u{0}\u{feff}\u{202e}abc\u{ad}",
        &"x".repeat(5000),
        "a\u{301}\u{323}\u{302} ﬁ ½ № ☐ ✓ \u{1f468}\u{200d}\u{1f469}",
        "\n\n \n",
    ];
    let lines: Vec<Line> = wild.iter().map(|text| line(text)).collect();
    let blocks = vec![
        Block::Heading { level: 1, line: line("\u{200b}") },
        Block::Heading { level: 9, line: line(&"long heading ".repeat(60)) },
        Block::Address(lines.clone()),
        Block::Subject(wild.iter().map(|text| ((*text).to_owned(), line(text))).collect()),
        Block::Quote(line(&wild.concat())),
        Block::List { numbered: true, items: lines.clone() },
        Block::Table { head: vec![wild[1].to_owned(); 4], rows: vec![lines.clone(), lines] },
        Block::Table { head: Vec::new(), rows: Vec::new() },
        Block::Signature(line("\u{200d}")),
    ];
    read("wild", &bound(&alone(Role::Letter, paper("Wild", blocks))));
}

#[test]
fn what_lacks_title_language_or_words_is_refused() {
    let check = |request: Request, expected: Error| assert_eq!(packet::build(&request), Err(expected));
    check(Request { title: " ".to_owned(), ..whole() }, Error::NoTitle);
    for language in ["", "English", "en_US", "e", "en-"] {
        check(Request { language: language.to_owned(), ..whole() }, Error::NoLanguage { given: language.to_owned() });
    }
    check(Request { sections: Vec::new(), ..whole() }, Error::NoPapers);
    check(alone(Role::Letter, paper("", vec![Block::Paragraph(line("a"))])), Error::UntitledPaper { section: 0 });
    for blocks in [vec![], vec![Block::Paragraph(line(" \n\u{200b}"))]] {
        check(alone(Role::Letter, paper("Letter", blocks)), Error::EmptyPaper { section: 0 });
    }
    let table = Block::Table { head: vec!["A".to_owned()], rows: vec![vec![line("1")], vec![line("1"), line("2")]] };
    let uneven = Error::UnevenTable { section: 0, key: "part-0".to_owned(), row: 1 };
    check(alone(Role::Letter, paper("Letter", vec![table])), uneven);
}
