//! A text of the person's as an exhibit: read in whichever way it is written, set on our pages.

use super::super::Role;
use super::super::message::{Block, Part, Piece};

/// What Windows writes where Latin-1 has no letters, from 0x80.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of these bytes, if they are text.
pub fn read(bytes: &[u8]) -> Option<String> {
    let wide = |big: bool| {
        let pair = |pair: &[u8]| {
            let [a, b] = [pair.first().copied().unwrap_or_default(), pair.get(1).copied().unwrap_or_default()];
            if big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) }
        };
        let units: Vec<u16> = bytes.get(2..).unwrap_or_default().chunks(2).map(pair).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(false)?,
        [0xfe, 0xff, ..] => wide(true)?,
        [0xef, 0xbb, 0xbf, text @ ..] => std::str::from_utf8(text).ok()?.to_owned(),
        text => std::str::from_utf8(text).map_or_else(|_| windows(text), str::to_owned),
    };
    let is_foreign = |character: char| character.is_control() && !"\n\r\t\u{c}".contains(character);
    (!text.contains(is_foreign)).then_some(text)
}

fn windows(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS.get(usize::from(byte - 0x80)).copied().unwrap_or_default(),
        byte => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// The text as a paper under its title.
pub fn piece(title: &str, text: &str) -> Piece {
    let heading = Part { key: "title".to_owned(), block: Block::Heading { level: 1, text: title.trim().to_owned() } };
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{c}'], "\n");
    let body = Part { key: "text".to_owned(), block: Block::Paragraph(text) };
    Piece { role: Role::Exhibit, title: title.to_owned(), parts: vec![heading, body] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_whichever_way_it_is_written() {
        let check = |bytes: &[u8], text: Option<&str>| assert_eq!(read(bytes).as_deref(), text);
        check("Müller – 5 €".as_bytes(), Some("Müller – 5 €"));
        check(b"\xef\xbb\xbfA", Some("A"));
        check(b"M\xfcller \x96 5 \x80", Some("Müller – 5 €"));
        check(b"\xff\xfeA\0\xac\x20", Some("A€"));
        check(b"\xfe\xff\0A\x20\xac", Some("A€"));
        check(b"PK\x03\x04", None);
        check(b"\0\0\0", None);
        check(b"\xff\xfeA", Some("A"));
    }
}
