//! What a page draws, read just far enough to close what it leaves open, so that a stamp lies straight on top of it.
//!
//! Knows the marks of a content stream and nothing of what they draw.

use std::collections::BTreeSet;

/// What a page's content leaves behind for whatever is drawn after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// So many states were restored that had not been saved.
    pub too_often_restored: usize,
    /// So many saved states were not restored.
    pub unrestored: usize,
    /// So many marked pieces were not ended.
    pub unended: usize,
    /// Whether a text was begun and not ended.
    pub in_text: bool,
}

impl Balance {
    /// What goes before the content.
    pub fn before(self) -> Vec<u8> {
        b"q\n".repeat(self.too_often_restored + 1)
    }

    /// What goes after the content: everything closed, and the stamp of this name.
    pub fn after(self, stamp: &str) -> Vec<u8> {
        let mut after = vec![b'\n'];
        if self.in_text {
            after.extend_from_slice(b"ET\n");
        }
        after.extend_from_slice(&b"EMC\n".repeat(self.unended));
        after.extend_from_slice(&b"Q\n".repeat(self.unrestored + 1));
        after.extend_from_slice(format!("q /{stamp} Do Q\n").as_bytes());
        after
    }
}

/// What was seen in a content stream.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What it leaves open.
    pub balance: Balance,
    /// Every name in it: fonts, pictures, layers.
    pub names: BTreeSet<Vec<u8>>,
    /// The names of the fonts that it writes with.
    pub fonts: BTreeSet<Vec<u8>>,
    /// The names of what it draws as a whole: pictures, and drawings of their own.
    pub drawings: BTreeSet<Vec<u8>>,
    /// Whether there is anything that could draw.
    pub draws: bool,
    /// Whether something in it begins and does not end, or ends without having begun.
    pub torn: bool,
}

/// Reads a content stream. Never fails: what it cannot understand it passes over.
pub fn read(content: &[u8]) -> Seen {
    let mut reader = Reader { rest: content };
    let mut seen = Seen::default();
    // Saved states above the least that there were; that least itself, once below zero, counts what came too often.
    let mut depth: usize = 0;
    let mut name = Vec::new();
    while let Some(token) = reader.next() {
        match token {
            Token::Name(word) => {
                name = unescaped(word);
                seen.names.insert(name.clone());
            }
            Token::Other => {}
            Token::Torn => seen.torn = true,
            Token::Word(word) => match word {
                b"q" => depth += 1,
                b"Q" if depth == 0 => seen.balance.too_often_restored += 1,
                b"Q" => depth -= 1,
                b"BT" => seen.balance.in_text = true,
                b"ET" => seen.balance.in_text = false,
                b"BMC" | b"BDC" => seen.balance.unended += 1,
                b"EMC" => seen.balance.unended = seen.balance.unended.saturating_sub(1),
                b"ID" => {
                    seen.draws = true;
                    reader.skip_picture();
                }
                b"Tf" => {
                    seen.fonts.insert(name.clone());
                }
                b"Do" => {
                    seen.draws = true;
                    seen.drawings.insert(name.clone());
                }
                b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" | b"sh" | b"Tj" | b"TJ" | b"'"
                | b"\"" => seen.draws = true,
                _ => {}
            },
        }
    }
    seen.balance.unrestored = depth;
    seen
}

enum Token<'a> {
    Word(&'a [u8]),
    Name(&'a [u8]),
    Other,
    Torn,
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let start = self.rest.iter().position(|byte| !is_space(*byte))?;
        let (_, rest) = self.rest.split_at(start);
        let first = *rest.first()?;
        let (length, token): (usize, fn(&'a [u8]) -> Token<'a>) = match first {
            b'%' => (until(rest, |byte| byte == b'\n' || byte == b'\r'), |_| Token::Other),
            b'(' => (literal(rest), |_| Token::Other),
            b'<' if rest.get(1) != Some(&b'<') => (until(rest, |byte| byte == b'>') + 1, |_| Token::Other),
            b'/' => (1 + until(rest.get(1..).unwrap_or_default(), is_end), |name| {
                Token::Name(name.get(1..).unwrap_or_default())
            }),
            byte if is_end(byte) => (1, |_| Token::Other),
            _ => (until(rest, is_end), Token::Word),
        };
        if length > rest.len() || first == b')' {
            self.rest = rest.get(1..).filter(|_| first == b')').unwrap_or_default();
            return Some(Token::Torn);
        }
        let (token_bytes, rest) = rest.split_at(length.max(1));
        self.rest = rest;
        Some(token(token_bytes))
    }

    /// Passes over the bytes of a picture that stands within the content, to the `EI` after it.
    fn skip_picture(&mut self) {
        let end = self.rest.windows(4).position(|four| {
            matches!(four, [before, b'E', b'I', after] if is_space(*before) && (is_space(*after) || is_end(*after)))
        });
        self.rest = end.map_or(&[][..], |end| self.rest.get(end + 3..).unwrap_or_default());
    }
}

fn until(bytes: &[u8], stop: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| stop(*byte)).unwrap_or(bytes.len())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_end(byte: u8) -> bool {
    is_space(byte) || b"()<>[]{}/%".contains(&byte)
}

/// How long a text in round brackets is; more than there is if it does not end.
fn literal(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    bytes.len() + 1
}

/// A name with its `#` escapes resolved.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [first, after @ ..] = rest {
        let hex = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        if let (b'#', Some(high), Some(low)) = (first, hex(0), hex(1)) {
            out.push(u8::try_from(high * 16 + low).unwrap_or_default());
            rest = after.get(2..).unwrap_or_default();
        } else {
            out.push(*first);
            rest = after;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &[u8], too_often_restored: usize, unrestored: usize, unended: usize, in_text: bool) {
        let balance = Balance { too_often_restored, unrestored, unended, in_text };
        assert_eq!(read(content).balance, balance, "{}", String::from_utf8_lossy(content));
    }

    #[test]
    fn what_is_left_open_is_counted() {
        check(b"q 1 0 0 1 5 5 cm Q", 0, 0, 0, false);
        check(b"q q Q Q Q 2 0 0 2 0 0 cm", 1, 0, 0, false);
        check(b"Q q q", 1, 2, 0, false);
        check(b"/OC /L1 BDC BT (Q \\) Q) Tj", 0, 0, 1, true);
        check(b"% q q\n<71> [(q)q]TJ", 0, 1, 0, false);
        check(b"BI /W 1 ID q q q EI Q", 1, 0, 0, false);
        check(b"((((", 0, 0, 0, false);
        check(b"<</A/B>>BDC EMC EMC", 0, 0, 0, false);
    }

    #[test]
    fn what_is_torn_is_seen() {
        for torn in [b"(abc".as_slice(), b"abc) Tj", b"<0a0b"] {
            assert!(read(torn).torn, "{}", String::from_utf8_lossy(torn));
        }
        assert!(!read(b"(a\\)b) Tj <0a> Tj [(a)] TJ").torn);
    }

    #[test]
    fn names_and_ink_are_seen() {
        let seen = read(b"/Im#31 Do");
        assert!(seen.draws && seen.names.contains(b"Im1".as_slice()));
        assert!(!read(b"q 0 0 10 10 re W n Q /F1 12 Tf").draws);
    }
}
