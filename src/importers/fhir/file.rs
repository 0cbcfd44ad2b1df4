//! What a file is, and the records in it: one, several in a bundle, or one on each line.
//!
//! Goes through a bundle entry by entry and keeps what is needed of each, so that a file that is cut short still gives what
//! stands before the cut. How deep JSON may be nested is limited by its reader.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::names::Names;
use super::{Error, FileWarning, LIMIT, Looks, json};

/// What stands in a file, sorted.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub eobs: Vec<Value>,
    pub names: Names,
    pub besides: Vec<(String, usize)>,
    pub warnings: Vec<FileWarning>,
}

/// Parts of a claim that nothing here reads and that can be long.
const UNREAD: [&str; 5] = ["text", "careTeam", "procedure", "benefitBalance", "meta"];

pub(super) fn sort(bytes: &[u8]) -> Result<Sorted, Error> {
    if bytes.len() > LIMIT {
        return Err(Error::TooLarge { length: bytes.len(), limit: LIMIT });
    }
    let mut sink = Sink::default();
    let text = decode(bytes, &mut sink.warnings)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    if !text.starts_with(['{', '[']) {
        return Err(Error::OtherFile(looks(text)));
    }
    let trouble = if is_one_a_line(text) { lines(text, &mut sink) } else { whole(text, &mut sink) };
    sink.finish(trouble.as_ref())
}

/// The bytes as text: UTF-8, UTF-16 with its mark, else Windows text.
fn decode<'a>(bytes: &'a [u8], warnings: &mut Vec<FileWarning>) -> Result<Cow<'a, str>, Error> {
    let kinds: [(&[u8], Looks); 8] = [
        (b"%PDF", Looks::Pdf),
        (b"PK\x03\x04", Looks::Zip),
        (b"\x1f\x8b", Looks::Zip),
        (b"\x89PNG", Looks::Picture),
        (b"\xff\xd8\xff", Looks::Picture),
        (b"GIF8", Looks::Picture),
        (b"II*\0", Looks::Picture),
        (b"\xd0\xcf\x11\xe0", Looks::Binary),
    ];
    if let Some((_, looks)) = kinds.into_iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(Error::OtherFile(looks));
    }
    let wide = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).skip(1).map(|pair| order([pair[0], pair[1]])).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xff, 0xfe, ..] => return Ok(wide(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => return Ok(wide(u16::from_be_bytes)),
        _ => {}
    }
    if bytes.contains(&0) {
        return Err(Error::OtherFile(Looks::Binary));
    }
    Ok(if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        warnings.push(FileWarning::OtherLetters);
        Cow::Owned(crate::importers::letters_of_windows(bytes))
    })
}

/// What a text is that is no JSON.
fn looks(text: &str) -> Looks {
    let head: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    if head.starts_with("isa*") || head.starts_with("isa|") || head.starts_with("isa~") {
        Looks::X12
    } else if head.starts_with("<!doctype html") || head.starts_with("<html") {
        Looks::Html
    } else if head.starts_with('<') {
        if head.contains("hl7.org/fhir") { Looks::FhirXml } else { Looks::Xml }
    } else {
        Looks::Text
    }
}

/// Whether each line is a record of its own.
fn is_one_a_line(text: &str) -> bool {
    let mut full = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let whole = |line: &str| line.starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok();
    let first = full.next().is_some_and(whole);
    first && full.next().is_some_and(|line| line.starts_with('{'))
}

/// Where reading stopped.
struct Trouble {
    line: usize,
    column: usize,
    cut_short: bool,
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self { line: error.line(), column: error.column(), cut_short: error.is_eof() }
    }
}

fn lines(text: &str, sink: &mut Sink) -> Option<Trouble> {
    let mut bad = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let at = at + 1;
        if whole(line.trim(), sink).is_some() {
            bad.push(at);
        }
    }
    let count = bad.len();
    bad.truncate(10);
    if count > 0 {
        sink.warnings.push(FileWarning::LinesLeftOut { lines: bad, count });
    }
    None
}

/// Reads one record, a bundle or a list of records.
fn whole(text: &str, sink: &mut Sink) -> Option<Trouble> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut top = Map::new();
    let read = Record { sink, top: &mut top }.deserialize(&mut reader).and_then(|()| reader.end());
    if top.is_empty() {
        sink.strange += usize::from(read.is_ok());
    } else {
        sink.record(Value::Object(top), None);
    }
    read.err().map(Trouble::from)
}

/// What is kept while a file is read.
#[derive(Default)]
struct Sink {
    eobs: Vec<Value>,
    names: Names,
    besides: BTreeMap<String, usize>,
    warnings: Vec<FileWarning>,
    /// What is JSON and no FHIR.
    strange: usize,
}

impl Sink {
    /// Keeps what is needed of a record. A bundle in a bundle is opened, once.
    fn record(&mut self, mut resource: Value, full_url: Option<&str>) {
        let Some(kind) = json::text(&resource, "resourceType").map(ToOwned::to_owned) else {
            self.strange += 1;
            return;
        };
        match kind.as_str() {
            "ExplanationOfBenefit" => {
                if let Some(parts) = resource.as_object_mut() {
                    parts.retain(|key, _| !UNREAD.contains(&key.as_str()));
                }
                self.eobs.push(resource);
            }
            "Bundle" => self.bundle(&resource),
            _ => {
                self.names.keep(&resource, full_url);
                *self.besides.entry(kind).or_default() += 1;
            }
        }
    }

    /// What a bundle says of itself; its entries were kept one by one.
    fn bundle(&mut self, bundle: &Value) {
        // A bundle inside of a bundle still holds its entries.
        for entry in json::list(bundle, "entry") {
            let inner = entry.get("resource").filter(|inner| json::text(inner, "resourceType") != Some("Bundle"));
            if let Some(inner) = inner {
                self.record(inner.clone(), json::text(entry, "fullUrl"));
            }
        }
        let next = |link: &Value| json::text(link, "relation") == Some("next");
        if json::list(bundle, "link").iter().any(next) {
            self.warnings.push(FileWarning::MorePages);
        }
        let said = bundle.get("total").and_then(Value::as_u64).filter(|_| self.besides.is_empty());
        if let Some(said) = said.filter(|said| u64::try_from(self.eobs.len()).is_ok_and(|held| held < *said)) {
            self.warnings.push(FileWarning::FewerThanSaid { said, held: self.eobs.len() });
        }
    }

    fn finish(mut self, trouble: Option<&Trouble>) -> Result<Sorted, Error> {
        let besides: Vec<(String, usize)> = self.besides.into_iter().collect();
        if self.eobs.is_empty() {
            return Err(match trouble {
                Some(Trouble { line, cut_short: true, .. }) => Error::CutShort { line: *line },
                Some(Trouble { line, column, .. }) => Error::Damaged { line: *line, column: *column },
                None if besides.is_empty() && self.strange > 0 => Error::NotFhir,
                None => Error::NoEob { holds: besides },
            });
        }
        if let Some(Trouble { line, .. }) = trouble {
            self.warnings.push(FileWarning::Damaged { line: *line });
        }
        Ok(Sorted { eobs: self.eobs, names: self.names, besides, warnings: self.warnings })
    }
}

/// Reads what stands at the top: a record whose `entry` goes to the sink piece by piece, or a list of records.
struct Record<'a> {
    sink: &'a mut Sink,
    top: &'a mut Map<String, Value>,
}

impl<'de> DeserializeSeed<'de> for Record<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Record<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "entry" {
                map.next_value_seed(Entries(self.sink))?;
            } else {
                // A record that is cut short is none, so it is kept only when it ends.
                let value = map.next_value().inspect_err(|_| self.top.clear())?;
                self.top.insert(key, value);
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.sink.record(value, None);
        }
        Ok(())
    }
}

/// Reads the entries of a bundle.
struct Entries<'a>(&'a mut Sink);

impl<'de> DeserializeSeed<'de> for Entries<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the entries of a bundle")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(mut entry) = list.next_element::<Value>()? {
            let full_url = json::text(&entry, "fullUrl").map(ToOwned::to_owned);
            match entry.get_mut("resource").map(Value::take) {
                Some(resource) => self.0.record(resource, full_url.as_deref()),
                // A list of records under this name.
                None => self.0.record(entry, None),
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
