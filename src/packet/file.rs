//! A PDF file as it is written: objects one after the other, each once, and at the end where each lies.
//!
//! Objects leave as soon as they are written, so that a packet is never held twice. Knows neither pages nor exhibits.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, StringFormat};
use std::io::Write;

/// A file in the making.
pub struct File {
    bytes: Vec<u8>,
    /// Where each object begins, by its number; number 0 is nobody's.
    places: Vec<Option<usize>>,
    /// Small objects that wait to be written together.
    small: Vec<(u32, Vec<u8>)>,
    /// Which container holds an object, and at which place.
    held: Vec<(u32, u32, usize)>,
}

/// So many small objects share a container.
const IN_A_CONTAINER: usize = 200;

impl File {
    /// An empty file with room for so many bytes, so that it does not move while it grows.
    pub fn with_room(room: usize) -> Self {
        let mut bytes = Vec::with_capacity(room);
        bytes.extend_from_slice(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
        Self { bytes, places: vec![None], small: Vec::new(), held: Vec::new() }
    }

    /// A number for an object that will be written later.
    pub fn number(&mut self) -> u32 {
        self.places.push(None);
        u32::try_from(self.places.len() - 1).expect("a packet has far fewer objects than a number can count")
    }

    /// Writes an object under a number that was given out. What it refers to are numbers of this file.
    pub fn put(&mut self, number: u32, object: &Object) {
        if let Object::Stream(stream) = object {
            self.put_stream(number, &stream.dict, &stream.content);
            return;
        }
        let mut text = Vec::new();
        write(&mut text, object);
        self.small.push((number, text));
        if self.small.len() == IN_A_CONTAINER {
            self.put_container();
        }
    }

    /// Writes an object, and gives its number.
    pub fn add(&mut self, object: &Object) -> u32 {
        let number = self.number();
        self.put(number, object);
        number
    }

    fn put_stream(&mut self, number: u32, dict: &Dictionary, content: &[u8]) {
        if let Some(place) = self.places.get_mut(number as usize) {
            *place = Some(self.bytes.len());
        }
        self.say(format_args!("{number} 0 obj\n"));
        write_dictionary(&mut self.bytes, dict, Some(content.len()));
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes the waiting small objects as one stream.
    fn put_container(&mut self) {
        let small = std::mem::take(&mut self.small);
        if small.is_empty() {
            return;
        }
        let container = self.number();
        let mut head = Vec::new();
        let mut body = Vec::new();
        for (at, (number, text)) in small.iter().enumerate() {
            head.extend_from_slice(format!("{number} {} ", body.len()).as_bytes());
            body.extend_from_slice(text);
            body.push(b'\n');
            self.held.push((*number, container, at));
        }
        let mut dict = Dictionary::new();
        dict.set("Type", Object::Name(b"ObjStm".to_vec()));
        dict.set("N", integer(small.len()));
        dict.set("First", integer(head.len()));
        head.extend_from_slice(&body);
        let stream = squeezed(dict, &head);
        self.put_stream(container, &stream.dict, &stream.content);
    }

    /// The whole file. `root` is the number of its catalog, `about` of its properties.
    pub fn finish(mut self, root: u32, about: Option<u32>) -> Vec<u8> {
        self.put_container();
        let table = self.number();
        let start = self.bytes.len();
        if let Some(place) = self.places.last_mut() {
            *place = Some(start);
        }
        let mut rows: Vec<[u8; 7]> = self.places.iter().map(|place| place.map_or([0; 7], |at| row(1, at, 0))).collect();
        for (number, container, at) in &self.held {
            if let Some(held) = rows.get_mut(*number as usize) {
                *held = row(2, *container as usize, *at);
            }
        }
        let mut dict = Dictionary::new();
        dict.set("Type", Object::Name(b"XRef".to_vec()));
        dict.set("Size", integer(rows.len()));
        dict.set("W", Object::Array(vec![integer(1), integer(4), integer(2)]));
        dict.set("Root", Object::Reference((root, 0)));
        if let Some(about) = about {
            dict.set("Info", Object::Reference((about, 0)));
        }
        let stream = squeezed(dict, rows.as_flattened());
        self.put_stream(table, &stream.dict, &stream.content);
        self.say(format_args!("startxref\n{start}\n%%EOF\n"));
        self.bytes
    }

    fn say(&mut self, words: std::fmt::Arguments<'_>) {
        self.bytes.write_fmt(words).expect("a list of bytes takes whatever is written");
    }
}

/// An entry of the table at the end: its kind, where, and at which place within.
fn row(kind: u8, place: usize, within: usize) -> [u8; 7] {
    let place = u32::try_from(place).expect("a packet is smaller than four gigabytes");
    let within = u16::try_from(within).expect("a container holds few objects");
    let mut row = [kind, 0, 0, 0, 0, 0, 0];
    row[1..5].copy_from_slice(&place.to_be_bytes());
    row[5..].copy_from_slice(&within.to_be_bytes());
    row
}

/// A count as PDF writes it.
pub fn integer(count: usize) -> Object {
    Object::Integer(i64::try_from(count).expect("counts in a file fit"))
}

/// A stream of these bytes, compressed.
pub fn squeezed(mut dict: Dictionary, bytes: &[u8]) -> Stream {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("a list of bytes takes whatever is written");
    dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    Stream::new(dict, encoder.finish().expect("a list of bytes takes whatever is written"))
}

fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        // A stream stands by itself; within another object it can be nothing.
        Object::Null | Object::Stream(_) => out.extend_from_slice(b"null"),
        Object::Boolean(true) => out.extend_from_slice(b"true"),
        Object::Boolean(false) => out.extend_from_slice(b"false"),
        Object::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Object::Real(number) if number.is_finite() => out.extend_from_slice(number.to_string().as_bytes()),
        Object::Real(_) => out.push(b'0'),
        Object::Name(name) => write_name(out, name),
        Object::String(text, StringFormat::Literal) => write_literal(out, text),
        Object::String(text, StringFormat::Hexadecimal) => write_hexadecimal(out, text),
        Object::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b' ');
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dict) => write_dictionary(out, dict, None),
        Object::Reference((number, _)) => out.extend_from_slice(format!("{number} 0 R").as_bytes()),
    }
}

fn write_dictionary(out: &mut Vec<u8>, dict: &Dictionary, length: Option<usize>) {
    out.extend_from_slice(b"<<");
    for (key, value) in dict.iter().filter(|(key, _)| length.is_none() || *key != b"Length") {
        write_name(out, key);
        out.push(b' ');
        write(out, value);
    }
    if let Some(length) = length {
        out.extend_from_slice(format!("/Length {length}").as_bytes());
    }
    out.extend_from_slice(b">>\n");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02x}").as_bytes());
        }
    }
}

fn write_literal(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'(');
    for byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            byte => out.push(*byte),
        }
    }
    out.push(b')');
}

fn write_hexadecimal(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'<');
    for byte in text {
        out.extend_from_slice(format!("{byte:02x}").as_bytes());
    }
    out.push(b'>');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(object: &Object, expected: &[u8]) {
        let mut out = Vec::new();
        write(&mut out, object);
        assert_eq!(String::from_utf8_lossy(&out), String::from_utf8_lossy(expected));
    }

    #[test]
    fn objects_are_written_so_that_they_read_back_the_same() {
        check(&Object::Name(b"A B#/\xff".to_vec()), b"/A#20B#23#2f#ff");
        check(&Object::String(b"a(b)\\\r\n".to_vec(), StringFormat::Literal), b"(a\\(b\\)\\\\\\r\n)");
        check(&Object::String(vec![1, 255], StringFormat::Hexadecimal), b"<01ff>");
        check(&Object::Real(0.000_012), b"0.000012");
        check(&Object::Real(f32::NAN), b"0");
        check(&Object::Array(vec![Object::Reference((7, 0)), Object::Null]), b"[7 0 R null]");
    }
}
