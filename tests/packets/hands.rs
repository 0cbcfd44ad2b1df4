//! What the tests have in hand: made files, requests around them, and the packet as a file.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use recourse::civil::Date;
use recourse::packet::exhibits::{About, Exhibit, Trouble};
use recourse::packet::{self, Error, Packet, Request, Role, Section, Supply};
use recourse::paper::{Block, Paper, Part, Span};

/// The folder of the made files.
pub fn made() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let modules = std::env::var_os("RECOURSE_PDF_MAKERS")
            .unwrap_or_else(|| panic!("RECOURSE_PDF_MAKERS is not set: run `cargo xtask test packets`"));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("made");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packets/make.py");
        let ran = Command::new("python3").env("PYTHONPATH", modules).arg(script).arg(&folder).output();
        let ran = ran.expect("python3 starts");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        folder
    })
}

/// The bytes of a made file.
pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(made().join(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"))
}

/// Exhibits with their bytes.
pub struct Given(pub Vec<Vec<u8>>);

impl Supply for Given {
    fn bytes(&mut self, exhibit: usize) -> Option<Vec<u8>> {
        self.0.get_mut(exhibit).map(std::mem::take)
    }
}

/// An exhibit of this title.
pub fn exhibit(title: &str) -> Exhibit {
    Exhibit { title: title.to_owned(), ..Exhibit::default() }
}

/// A letter that speaks of the first two exhibits, with these behind it.
pub fn request(exhibits: Vec<Exhibit>) -> Request {
    let date: Date = "2024-02-01".parse().expect("a real day");
    let words = "I appeal. The denial is Exhibit A; my doctor's letter is Exhibit B.";
    let parts = vec![Part::new("body", Block::Paragraph(vec![Span::plain(words)]))];
    let letter = Paper { title: "Appeal of a denied claim".to_owned(), date, parts };
    Request {
        sections: vec![Section { role: Role::Letter, paper: letter.clone() }],
        ..Request::letter(&letter, Some("Maya Torres".to_owned()))
    }
    .with_exhibits(exhibits)
}

/// The packet of these exhibits.
pub fn bound(files: Vec<(Exhibit, Vec<u8>)>) -> Result<Packet, Error> {
    let (exhibits, bytes) = files.into_iter().unzip();
    packet::build_with(&request(exhibits), &mut Given(bytes))
}

/// The packet of one made file.
pub fn of(name: &str) -> Result<Packet, Error> {
    bound(vec![(exhibit(name), bytes(name))])
}

/// What there is to know of the only exhibit.
pub fn about(packet: &Packet) -> Vec<About> {
    packet.notices.iter().map(|notice| notice.about.clone()).collect()
}

/// Why the only exhibit cannot go in.
pub fn trouble(bound: Result<Packet, Error>) -> Trouble {
    match bound {
        Err(Error::Exhibit { exhibit: 0, why }) => why,
        Err(other) => panic!("{other}"),
        Ok(packet) => panic!("{} pages, {:?}", packet.pages, packet.notices),
    }
}
