//! Text in, a draft with warnings out. One format a file.
//!
//! What an importer finds is a proposal; only a person's confirmation makes a fact. Knows no case and no law.

pub mod bill;
pub mod csv;
mod days;
pub mod fhir;
pub mod letter;
mod sheet;
pub mod typed;

/// The words of a file of plain text: UTF-8, else Windows text, without the mark at its head.
#[must_use]
pub fn words_of(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).map_or_else(|_| letters_of_windows(bytes), ToOwned::to_owned);
    text.trim_start_matches('\u{feff}').to_owned()
}

/// Text of Windows (code page 1252) as letters; the few bytes that stand for nothing become the mark for that.
fn letters_of_windows(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '\u{20ac}', '\u{fffd}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
        '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{fffd}', '\u{17d}', '\u{fffd}', '\u{fffd}', '\u{2018}',
        '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
        '\u{203a}', '\u{153}', '\u{fffd}', '\u{17e}', '\u{178}',
    ];
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}
