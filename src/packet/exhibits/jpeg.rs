//! JPEG files mark by mark: what a PDF must know of one, and the file without what it says of place, time and device.
//!
//! The picture itself is never unfolded and never made anew.

use std::collections::BTreeSet;

/// What a PDF must know of a photo.
#[expect(clippy::struct_excessive_bools, reason = "four facts that have nothing to do with each other")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Across, in pixels.
    pub width: u16,
    /// Down, in pixels.
    pub height: u16,
    /// Colors a pixel: 1, 3 or 4.
    pub colors: u8,
    /// Bits a color.
    pub bits: u8,
    /// Whether it says that it comes from Adobe, which writes four colors upside down.
    pub adobe: bool,
    /// How it is to be turned, 1 to 8; 1 is as it is.
    pub turn: u8,
    /// Whether it is of one of the three ways of folding that PDF knows.
    pub common: bool,
    /// Whether its end is there.
    pub whole: bool,
    /// Whether a table in it is not as long as it says.
    pub torn: bool,
}

/// A mark and what belongs to it, its two bytes and its length included.
struct Segment<'a> {
    mark: u8,
    all: &'a [u8],
}

impl<'a> Segment<'a> {
    /// What stands after mark and length.
    fn body(&self) -> &'a [u8] {
        self.all.get(4..).unwrap_or_default()
    }

    /// Whether its tables are as long as it is.
    fn adds_up(&self) -> bool {
        let body = self.body();
        match self.mark {
            // Tables of 64 numbers, each of one byte or two.
            0xdb => {
                let mut rest = body;
                while let [kind, after @ ..] = rest {
                    let length = if kind >> 4 == 0 { 64 } else { 128 };
                    let Some(after) = after.get(length..).filter(|_| *kind & 0x0f < 4) else { return false };
                    rest = after;
                }
                true
            }
            // Codes: how many there are of each of 16 lengths, then a byte for each.
            0xc4 => {
                let length =
                    |kind: &[u8]| 17 + kind.iter().skip(1).take(16).map(|count| usize::from(*count)).sum::<usize>();
                let mut rest = body;
                while let [kind, ..] = rest {
                    let known = kind >> 4 < 2 && kind & 0x0f < 4 && length(rest) <= 17 + 256;
                    let Some(after) = rest.get(length(rest)..).filter(|_| known) else { return false };
                    rest = after;
                }
                true
            }
            0xc0..=0xc2 => body.get(5).is_some_and(|colors| body.len() == 6 + 3 * usize::from(*colors)),
            0xda => match self.all {
                [_, _, high, low, colors, ..] => {
                    usize::from(u16::from_be_bytes([*high, *low])) == 6 + 2 * usize::from(*colors)
                }
                _ => false,
            },
            _ => true,
        }
    }

    /// Whether the picture needs it: not place, time, device, thumbnails or remarks.
    fn is_needed(&self) -> bool {
        match self.mark {
            0xe0 => self.body().starts_with(b"JFIF\0"),
            0xe2 => self.body().starts_with(b"ICC_PROFILE\0"),
            0xee => self.body().starts_with(b"Adobe"),
            0xe1 | 0xe3..=0xed | 0xef | 0xfe => false,
            _ => true,
        }
    }
}

/// What there is to know of a photo.
pub fn facts(bytes: &[u8]) -> Facts {
    let mut facts = Facts { turn: 1, ..Facts::default() };
    let mut codes = BTreeSet::new();
    let mut colors = BTreeSet::new();
    for segment in segments(bytes) {
        let body = segment.body();
        facts.torn |= !segment.adds_up();
        match segment.mark {
            0xc0..=0xcf if !matches!(segment.mark, 0xc4 | 0xc8 | 0xcc) => {
                facts.torn |= facts.colors > 0;
                facts.common = matches!(segment.mark, 0xc0..=0xc2);
                if let [bits, h1, h2, w1, w2, count, ..] = body {
                    facts.bits = *bits;
                    facts.height = u16::from_be_bytes([*h1, *h2]);
                    facts.width = u16::from_be_bytes([*w1, *w2]);
                    facts.colors = *count;
                    colors.extend(body.iter().skip(6).step_by(3).copied());
                }
            }
            0xc4 => codes.extend(tables(body)),
            0xda => {
                let count = usize::from(body.first().copied().unwrap_or_default());
                let known = body.iter().skip(1).step_by(2).take(count).all(|color| colors.contains(color));
                facts.torn |= !known || !wanted(body).is_subset(&codes);
            }
            0xe1 => {
                if let Some(turn) = body.strip_prefix(b"Exif\0\0").and_then(turn) {
                    facts.turn = turn;
                }
            }
            0xee => facts.adobe |= body.starts_with(b"Adobe"),
            0xd9 => facts.whole = true,
            _ => {}
        }
    }
    facts
}

/// The names of the tables of codes that a mark brings.
fn tables(body: &[u8]) -> Vec<u8> {
    let mut names = Vec::new();
    let mut rest = body;
    while let [name, after @ ..] = rest {
        names.push(*name);
        let codes: usize = after.iter().take(16).map(|count| usize::from(*count)).sum();
        rest = after.get(16 + codes..).unwrap_or_default();
    }
    names
}

/// The names of the tables of codes that a scan cannot do without.
fn wanted(body: &[u8]) -> BTreeSet<u8> {
    let colors = usize::from(body.first().copied().unwrap_or_default());
    let [first, last, step] = [1, 2, 3].map(|at| body.get(2 * colors + at).copied().unwrap_or_default());
    let mut wanted = BTreeSet::new();
    for pair in body.get(1..).unwrap_or_default().chunks_exact(2).take(colors) {
        let [_, names] = pair else { continue };
        // Means need no codes when a scan only refines them.
        if first == 0 && step >> 4 == 0 {
            wanted.insert(names >> 4);
        }
        if last > 0 {
            wanted.insert(0x10 | (names & 0x0f));
        }
    }
    wanted
}

/// The file without its notes, if it has any. What cannot be understood is kept as it is.
pub fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let all = segments(bytes);
    let length: usize = all.iter().map(|segment| segment.all.len()).sum();
    let has_notes = all.iter().any(|segment| !segment.is_needed());
    let is_whole = all.last().is_some_and(|segment| segment.mark == 0xd9);
    // What follows the end is another picture or a maker's record, and never seen.
    if !has_notes && (!is_whole || length == bytes.len()) {
        return None;
    }
    let mut kept = Vec::with_capacity(length);
    for segment in all.iter().filter(|segment| segment.is_needed()) {
        kept.extend_from_slice(segment.all);
    }
    if !is_whole {
        kept.extend_from_slice(bytes.get(length..).unwrap_or_default());
    }
    Some(kept)
}

/// The file in pieces, from its first mark to its end or to where it cannot be understood.
fn segments(bytes: &[u8]) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut rest = bytes;
    while let [0xff, mark, after @ ..] = rest {
        let length = match (mark, after) {
            // Some writers fill up with bytes of one kind before a mark.
            (0xff, _) => 1,
            (0xd8 | 0xd9 | 0x01 | 0xd0..=0xd7, _) => 2,
            (0xda, [high, low, ..]) => {
                let head = 2 + usize::from(u16::from_be_bytes([*high, *low]));
                head + scan(rest.get(head..).unwrap_or_default())
            }
            (_, [high, low, ..]) => 2 + usize::from(u16::from_be_bytes([*high, *low])),
            _ => break,
        };
        let Some((all, after)) = rest.split_at_checked(length) else { break };
        segments.push(Segment { mark: *mark, all });
        if *mark == 0xd9 {
            break;
        }
        rest = after;
    }
    segments
}

/// How long the picture's own bytes are: to the next mark that is no part of them.
fn scan(bytes: &[u8]) -> usize {
    let ends = |pair: &[u8]| matches!(pair, [0xff, mark] if !matches!(mark, 0 | 0xd0..=0xd7 | 0xff));
    bytes.windows(2).position(ends).unwrap_or(bytes.len())
}

/// How a picture is to be turned, as its notes say.
pub fn turn(notes: &[u8]) -> Option<u8> {
    let big = notes.starts_with(b"MM");
    let short = |at: usize| {
        let pair: [u8; 2] = notes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let long = |at: usize| {
        let four: [u8; 4] = notes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let table = usize::try_from(long(4)?).ok()?;
    let rows = usize::from(short(table)?);
    (0..rows).find_map(|row| {
        let at = table.checked_add(2 + row * 12)?;
        let turn = (short(at)? == 0x0112).then(|| short(at + 8)).flatten()?;
        u8::try_from(turn).ok().filter(|turn| (1..=8).contains(turn))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(notes: &[u8]) -> Vec<u8> {
        let frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0];
        let codes = |name| [&[0xff, 0xc4, 0, 20, name, 1][..], &[0; 15], &[7]].concat();
        let scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
        [&[0xff, 0xd8], notes, &frame, &codes(0), &codes(0x10), &scan, &[0xff, 0xd9]].concat()
    }

    fn exif(turn: u8) -> Vec<u8> {
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        tiff.extend_from_slice(&[turn, 0, 0, 0, 0, 0, 0]);
        let body = [b"Exif\0\0".as_slice(), &tiff, b"GPS 39.76 N"].concat();
        let length = u8::try_from(body.len() + 2).expect("short");
        [&[0xff, 0xe1, 0, length], body.as_slice()].concat()
    }

    #[test]
    fn place_and_device_go_and_the_picture_stays() {
        let kept = without_notes(&[photo(&exif(6)), b"trailing GPS".to_vec()].concat()).expect("there are notes");
        assert_eq!(kept, photo(&[]));
        assert_eq!(without_notes(&photo(&[])), None);
        assert_eq!(without_notes(b"not a photo"), None);
    }

    #[test]
    fn a_photo_says_how_large_it_is_and_how_it_is_turned() {
        let facts = facts(&photo(&exif(6)));
        let expected = Facts {
            width: 30,
            height: 20,
            colors: 1,
            bits: 8,
            adobe: false,
            turn: 6,
            common: true,
            whole: true,
            torn: false,
        };
        assert_eq!(facts, expected);
        assert_eq!(super::facts(&photo(&exif(9))).turn, 1);
        assert!(!super::facts(&photo(&[])[..30]).whole);
        let mut torn = photo(&[]);
        torn[19] = 1;
        assert!(super::facts(&torn).torn, "the scan wants a table that is not there");
    }
}
