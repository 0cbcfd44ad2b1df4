//! All that goes along as one ZIP: the packet, the letter in other forms, the dates, an index, and a list with the
//! fingerprint of each file.
//!
//! Pure: equal files give equal bytes. Knows no browser.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Entry;
use crate::civil::Date;
use crate::paper::csv::Sheet;
use crate::paper::long_day;

/// A file that goes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What kind of file it is.
    pub kind: Kind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files that can go along. Each has one name, which every system accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The packet.
    Packet,
    /// The letter for word processors.
    Docx,
    /// The letter as plain text.
    Text,
    /// The dates for a calendar.
    Calendar,
    /// What is in the packet, as a table.
    Index,
}

impl Kind {
    /// The file's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Packet => "packet.pdf",
            Self::Docx => "letter.docx",
            Self::Text => "letter.txt",
            Self::Calendar => "deadlines.ics",
            Self::Index => "index.csv",
        }
    }

    /// What the file is, in a sentence.
    fn told(self) -> &'static str {
        match self {
            Self::Packet => "The packet to mail, fax or upload: every page is numbered.",
            Self::Docx => "The letter for a word processor, to work on.",
            Self::Text => "The letter as plain text, to paste into a form.",
            Self::Calendar => "The dates, for your own calendar.",
            Self::Index => "What is in the packet and on which page, for a spreadsheet.",
        }
    }
}

/// The index as a table for a spreadsheet.
#[must_use]
pub fn index(contents: &[Entry]) -> File {
    let mut sheet = Sheet::default();
    sheet.row(["Exhibit", "What it is", "Dated", "First packet page", "Pages"].into_iter());
    for entry in contents {
        let dated = entry.dated.map(|date| date.to_string()).unwrap_or_default();
        let (first, pages) = (entry.first.to_string(), entry.pages.to_string());
        let exhibit = entry.exhibit.as_deref().unwrap_or_default();
        sheet.row([exhibit, &entry.title, &dated, &first, &pages].into_iter());
    }
    File { kind: Kind::Index, bytes: sheet.text.into_bytes() }
}

/// The fingerprint of a file: its SHA-256, as 64 hexadecimal digits.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        write!(text, "{byte:02x}").expect("a text takes whatever is written");
    }
    text
}

/// The ZIP of these files, with a README that names each and its fingerprint.
///
/// # Panics
/// Never: it is written to memory, and each kind of file has a name of its own.
#[must_use]
pub fn write(files: &[File], made_on: Date) -> Vec<u8> {
    let mut files: Vec<&File> = files.iter().collect();
    files.sort_by_key(|file| file.kind);
    files.dedup_by_key(|file| file.kind);
    let room = files.iter().map(|file| file.bytes.len()).sum::<usize>() + 4096;
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(room)));
    // A PDF and a DOCX are folded already; the rest is small.
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, how).and_then(|()| Ok(zip.write_all(bytes)?)).expect("memory takes whatever is written");
    };
    put("README.txt", readme(&files, made_on).as_bytes());
    for file in &files {
        put(file.kind.name(), &file.bytes);
    }
    zip.finish().expect("memory takes whatever is written").into_inner()
}

fn readme(files: &[&File], made_on: Date) -> String {
    let mut lines = vec![
        format!("Made with Recourse on {}.", long_day(made_on)),
        "Information, not a substitute for the advice of an attorney.".to_owned(),
        "Nothing has been sent. These files are for you, and for those to whom you give them.".to_owned(),
        String::new(),
    ];
    for file in files {
        lines.push(format!("{}: {}", file.kind.name(), file.kind.told()));
        lines.push(format!("  SHA-256 {}", fingerprint(&file.bytes)));
    }
    lines.push(String::new());
    lines.push(
        "The SHA-256 of a file changes with any change in it. Kept beside what you sent, it shows that".to_owned(),
    );
    lines.push("a file is still the one that you sent.".to_owned());
    lines.join("\r\n") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: Kind, bytes: &str) -> File {
        File { kind, bytes: bytes.as_bytes().to_vec() }
    }

    #[test]
    fn the_list_names_each_file_and_its_fingerprint() {
        let entry = Entry {
            exhibit: Some("Exhibit A".to_owned()),
            title: "=Denial".to_owned(),
            dated: None,
            first: 4,
            pages: 2,
        };
        let files = [file(Kind::Text, "abc"), index(&[entry]), file(Kind::Packet, "%PDF")];
        let made_on = "2024-02-01".parse().expect("a day");
        let zip = write(&files, made_on);
        assert!(zip == write(&files, made_on), "equal files give equal bytes");
        let text = String::from_utf8_lossy(&zip);
        for words in [
            "letter.txt: The letter as plain text",
            "SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "Exhibit A,'=Denial,,4,2\r\n",
            "Information, not a substitute",
            "February 1, 2024",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}"));
        assert!(place("README.txt") < place("packet.pdf: "));
    }

    #[test]
    fn names_are_accepted_by_every_system() {
        for kind in [Kind::Packet, Kind::Docx, Kind::Text, Kind::Calendar, Kind::Index] {
            assert!(kind.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.'));
        }
    }
}
