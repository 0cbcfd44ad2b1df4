//! Reads a table (CSV) of charges or of an explanation of benefits: first what its columns are, as a proposal to confirm,
//! then its rows as a draft.
//!
//! Knows no page and remembers nothing: a mapping is a value, and the caller keeps it. Amounts are read as they stand; a
//! cell that does not read is told and left out.

use super::bill::{self, Draft, Line, Read, Total};
use super::fhir::pen::Pen;
use super::letters_of_windows;
use super::typed;
use crate::case::change::FIELD_LIMIT;
use crate::case::statement::LINE_LIMIT;
use crate::case::{Detail, Part};
use crate::kinds::{StatementKind, TotalKind};
use crate::money::Cents;

/// The largest file that is read, in bytes.
pub const LIMIT: usize = 8_000_000;
/// The most columns that a table may have.
const COLUMNS: usize = 100;

/// A table as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns; what stands above the head is left out.
    pub head: Vec<String>,
    /// Its rows, each with the line of the file that it begins on, from 1.
    pub rows: Vec<(usize, Vec<String>)>,
    /// What parts its cells.
    pub separator: char,
    /// Whether it was not in UTF-8 and was read as Windows text.
    pub other_letters: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// The day of the service.
    On,
    /// Its code.
    Code,
    /// Modifiers of the code.
    Modifiers,
    /// The revenue code.
    Revenue,
    /// What it was.
    What,
    /// How many.
    Units,
    /// What was charged.
    Billed,
    /// What the plan allows.
    Allowed,
    /// What the plan paid.
    PlanPaid,
    /// What is left to the patient.
    Share,
    /// A further amount.
    Part(Part),
}

impl Holds {
    /// All of them, as they stand on a paper. What is kept of a mapping counts by this order: new ones come last.
    pub const ALL: [Self; 18] = [
        Self::On,
        Self::Code,
        Self::Modifiers,
        Self::Revenue,
        Self::What,
        Self::Units,
        Self::Billed,
        Self::Allowed,
        Self::PlanPaid,
        Self::Share,
        Self::Part(Part::Discount),
        Self::Part(Part::Deductible),
        Self::Part(Part::Copay),
        Self::Part(Part::Coinsurance),
        Self::Part(Part::NotCovered),
        Self::Part(Part::OtherPayer),
        Self::Part(Part::PatientPaid),
        Self::Part(Part::PaidToPatient),
    ];
}

/// What each column holds; nothing for one that is not read.
pub type Mapping = Vec<Option<Holds>>;

/// A cell that does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, from 0.
    pub column: usize,
    /// What stands there, cut short.
    pub words: String,
}

/// A table as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The draft.
    pub draft: Draft,
    /// The table in words; the draft's words stand in it.
    pub text: String,
    /// The cells that do not read; they were left out.
    pub unread: Vec<Unread>,
}

/// Why a file gives no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is too large.
    #[error("{length} bytes, more than {limit}")]
    TooLarge {
        /// Bytes given.
        length: usize,
        /// Bytes read at most.
        limit: usize,
    },
    /// It is no table: no two lines have the same cells.
    #[error("no table")]
    NotATable,
    /// It is no text.
    #[error("no text")]
    NotText,
    /// More rows than a paper takes.
    #[error("{rows} rows, more than {limit}")]
    TooManyRows {
        /// Rows given.
        rows: usize,
        /// Rows read at most.
        limit: usize,
    },
    /// No column holds an amount of money.
    #[error("no column with an amount")]
    NoAmounts,
}

/// Opens a file as a table.
///
/// # Errors
/// When it is none, or larger than can be read.
pub fn open(bytes: &[u8]) -> Result<Table, Error> {
    if bytes.len() > LIMIT {
        return Err(Error::TooLarge { length: bytes.len(), limit: LIMIT });
    }
    if bytes.contains(&0) {
        return Err(Error::NotText);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let own = std::str::from_utf8(bytes).ok();
    let (text, other_letters) = (own.map_or_else(|| letters_of_windows(bytes), ToOwned::to_owned), own.is_none());
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let tables = [',', ';', '\t', '|'].map(|separator| (separator, cut(&text, separator)));
    let best = tables.into_iter().max_by_key(|(_, rows)| regular(rows)).filter(|(_, rows)| regular(rows) >= 2);
    let (separator, rows) = best.ok_or(Error::NotATable)?;
    let place = head(&rows).ok_or(Error::NotATable)?;
    let mut rows = rows.into_iter().skip(place);
    let head = rows.next().map(|(_, cells)| cells).ok_or(Error::NotATable)?;
    let full = |(_, cells): &(usize, Vec<String>)| cells.iter().any(|cell| !cell.trim().is_empty());
    let rows: Vec<(usize, Vec<String>)> = rows.filter(full).collect();
    if rows.len() > LINE_LIMIT {
        return Err(Error::TooManyRows { rows: rows.len(), limit: LINE_LIMIT });
    }
    Ok(Table { head, rows, separator, other_letters })
}

/// The cells of each line, quotation marks taken off.
fn cut(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    let separator = u8::try_from(separator).unwrap_or(b',');
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let mut rest = text.as_bytes();
    let (mut rows, mut cells, mut cell, mut buffer) = (Vec::new(), Vec::new(), Vec::new(), [0_u8; 4_096]);
    let mut line = 1;
    loop {
        let (result, read, written) = reader.read_field(rest, &mut buffer);
        rest = rest.get(read..).unwrap_or_default();
        cell.extend_from_slice(buffer.get(..written).unwrap_or_default());
        match result {
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
            csv_core::ReadFieldResult::Field { record_end } => {
                cells.push(String::from_utf8_lossy(&cell).trim().to_owned());
                cell.clear();
                if record_end || cells.len() > COLUMNS {
                    rows.push((line, std::mem::take(&mut cells)));
                    line = usize::try_from(reader.line()).unwrap_or(line);
                }
            }
            csv_core::ReadFieldResult::End => return rows,
        }
    }
}

/// How many cells the lines of a table have that have the most usual number of them, two at least; the more the better.
fn regular(rows: &[(usize, Vec<String>)]) -> usize {
    let mut count = std::collections::BTreeMap::<usize, usize>::new();
    for (_, cells) in rows.iter().filter(|(_, cells)| cells.len() >= 2) {
        *count.entry(cells.len()).or_default() += 1;
    }
    count.into_iter().filter(|(_, lines)| *lines >= 2).map(|(cells, lines)| cells * lines).max().unwrap_or(0)
}

/// The line that names the columns: the one, among the first, with the most known names; else the first.
fn head(rows: &[(usize, Vec<String>)]) -> Option<usize> {
    let known = |cells: &[String]| cells.iter().filter(|cell| holds(cell).is_some()).count();
    let best = rows.iter().take(20).enumerate().max_by_key(|(at, (_, cells))| (known(cells), std::cmp::Reverse(*at)));
    best.map(|(at, _)| at)
}

/// What each column holds, by its name; each thing once.
#[must_use]
pub fn guess(table: &Table) -> Mapping {
    let mut seen = std::collections::BTreeSet::new();
    table.head.iter().map(|name| holds(name).filter(|holds| seen.insert(*holds))).collect()
}

fn holds(name: &str) -> Option<Holds> {
    let plain: String = name
        .chars()
        .map(|c| if matches!(c, '_' | '.' | '(' | ')' | '$') { ' ' } else { c })
        .collect::<String>()
        .to_lowercase();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(plain.as_str(), "modifier" | "modifiers" | "mod") {
        return Some(Holds::Modifiers);
    }
    bill::column_named(&plain)
}

/// Reads the rows as the mapping says. A row that calls itself a total is one.
///
/// # Errors
/// When no column holds an amount.
pub fn read(table: &Table, mapping: &Mapping, kind: StatementKind) -> Result<Reading, Error> {
    let amounts = mapping.iter().flatten().any(|holds| total_kind(*holds).is_some());
    if !amounts {
        return Err(Error::NoAmounts);
    }
    let mut pen = Pen::default();
    let kind = pen.say("From a table", kind);
    pen.end();
    let (mut lines, mut totals, mut unread) = (Vec::new(), Vec::new(), Vec::new());
    for (at, cells) in &table.rows {
        let first = cells.iter().find(|cell| !cell.is_empty()).map(|cell| cell.to_lowercase());
        let is_total = first.is_some_and(|first| first.starts_with("total") || first.starts_with("grand total"));
        let start = pen.at();
        let mut line = empty();
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            pen.bar();
            let Some(holds) = mapping.get(column).copied().flatten() else {
                pen.write(cell);
                continue;
            };
            if let Some(total) = total_kind(holds).filter(|_| is_total) {
                match amount(cell) {
                    Some(cents) => totals.push(Total { kind: total, amount: pen.say(cell, cents) }),
                    None => unread.push(missed(*at, column, cell)),
                }
            } else if is_total {
                pen.write(cell);
            } else if !put(&mut line, holds, cell, &mut pen) {
                unread.push(missed(*at, column, cell));
            }
        }
        let whole = pen.read(start..pen.at(), ());
        pen.end();
        if !is_total {
            lines.push(Line { words: whole.words, at: whole.at, ..line });
        }
    }
    let draft = Draft { kind: Some(kind), lines, totals, ..Draft::default() };
    Ok(Reading { draft, text: pen.into_text(), unread })
}

fn missed(line: usize, column: usize, cell: &str) -> Unread {
    Unread { line, column, words: cell.chars().take(40).collect() }
}

fn empty() -> Line {
    Line {
        on: None,
        code: None,
        what: None,
        more: None,
        units: None,
        billed: None,
        allowed: None,
        plan_paid: None,
        share: None,
        parts: Vec::new(),
        detail: Detail::default(),
        words: String::new(),
        at: 0..0,
    }
}

/// Puts what a cell says where it belongs; false when it does not read.
fn put(line: &mut Line, holds: Holds, cell: &str, pen: &mut Pen) -> bool {
    let text: String = cell.chars().take(FIELD_LIMIT).collect();
    let money = |pen: &mut Pen| -> Option<Read<Cents>> { amount(cell).map(|cents| pen.say(cell, cents)) };
    let held = match holds {
        Holds::Code => return set(&mut line.code, Some(pen.say(cell, text))),
        Holds::What => return set(&mut line.what, Some(pen.say(cell, text))),
        Holds::Modifiers => {
            pen.write(cell);
            line.detail.modifiers =
                text.split([' ', ',', ';']).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect();
            return true;
        }
        Holds::Revenue => {
            pen.write(cell);
            line.detail.revenue = text;
            return true;
        }
        Holds::On => return set(&mut line.on, typed::day(cell).map(|day| pen.say(cell, day))),
        Holds::Units => {
            let whole = cell.trim_end_matches('0').trim_end_matches('.');
            let units = cell.parse().ok().or_else(|| whole.parse().ok().filter(|_| cell.contains('.')));
            return set(&mut line.units, units.map(|units| pen.say(cell, units)));
        }
        Holds::Part(part) => {
            let Some(read) = money(pen) else { return false };
            line.parts.push((part, read));
            return true;
        }
        Holds::Billed => &mut line.billed,
        Holds::Allowed => &mut line.allowed,
        Holds::PlanPaid => &mut line.plan_paid,
        Holds::Share => &mut line.share,
    };
    set(held, money(pen))
}

fn set<T>(held: &mut Option<Read<T>>, read: Option<Read<T>>) -> bool {
    let reads = read.is_some();
    *held = read;
    reads
}

/// An amount; a minus or `CR` may stand behind it.
fn amount(cell: &str) -> Option<Cents> {
    let cell = cell.trim();
    let credit = cell.strip_suffix('-').or_else(|| cell.strip_suffix("CR")).or_else(|| cell.strip_suffix("cr"));
    match credit {
        Some(rest) => rest.parse::<Cents>().ok().map(|cents| Cents(-cents.0.abs())),
        None => cell.replace(' ', "").parse().ok(),
    }
}

/// The total that a sum of a column is.
fn total_kind(holds: Holds) -> Option<TotalKind> {
    match holds {
        Holds::Billed => Some(TotalKind::Charges),
        Holds::Allowed => Some(TotalKind::Allowed),
        Holds::PlanPaid => Some(TotalKind::InsurancePaid),
        Holds::Share => Some(TotalKind::AmountDue),
        Holds::Part(part) => match part {
            Part::Discount => Some(TotalKind::Adjustments),
            Part::Deductible => Some(TotalKind::Deductible),
            Part::Copay => Some(TotalKind::Copay),
            Part::Coinsurance => Some(TotalKind::Coinsurance),
            Part::NotCovered => Some(TotalKind::NotCovered),
            Part::OtherPayer => Some(TotalKind::OtherPayer),
            Part::PatientPaid => Some(TotalKind::PatientPaid),
            Part::PaidToPatient => None,
        },
        Holds::On | Holds::Code | Holds::Modifiers | Holds::Revenue | Holds::What | Holds::Units => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PLAIN: &str = "Service Date,Code,Modifier,Description,Qty,Billed Amount,Allowed,Plan Paid,Deductible,You Owe\n\
                         2026-02-01,99213,25,\"Office visit, short\",1,\"$1,150.00\",80,64.00,0,16\n\
                         2/3/2026,80053,,Panel,2.00,(12.50),,,,\n\
                         Total,,,,,\"1,137.50\",80,64,0,16\n";

    fn reading(text: &str) -> Reading {
        let table = open(text.as_bytes()).unwrap();
        read(&table, &guess(&table), StatementKind::Eob).unwrap()
    }

    #[test]
    fn a_table_is_read_cell_by_cell() {
        let Reading { draft, text, unread } = reading(PLAIN);
        assert_eq!(unread, []);
        let cents = |read: &Option<Read<Cents>>| read.as_ref().map(|read| read.value.0);
        let first = &draft.lines[0];
        assert_eq!((cents(&first.billed), cents(&first.share)), (Some(115_000), Some(1_600)));
        assert_eq!(first.said(), "Office visit, short");
        assert_eq!(first.detail.modifiers, ["25"]);
        assert_eq!(
            first.parts.iter().map(|(part, read)| (*part, read.value.0)).collect::<Vec<_>>(),
            [(Part::Deductible, 0)]
        );
        assert_eq!((cents(&draft.lines[1].billed), cents(&draft.lines[1].allowed)), (Some(-1_250), None));
        assert_eq!(draft.lines[1].units.as_ref().map(|read| read.value), Some(2));
        assert_eq!(draft.totals(TotalKind::Charges).map(|read| read.value.0).collect::<Vec<_>>(), [113_750]);
        for total in &draft.totals {
            assert_eq!(text.get(total.amount.at.clone()), Some(total.amount.words.as_str()));
        }
    }

    #[test]
    fn separators_marks_and_words_above_the_head_change_nothing() {
        let plain = reading(PLAIN).draft.lines.len();
        let other = "\u{feff}My plan\r\nClaims of 2026\r\nDate;Code;Charges\r\n2026-02-01;99213;12.00\r\n2026-02-02;80053;5\r\n";
        let table = open(other.as_bytes()).unwrap();
        assert_eq!((table.separator, table.rows.len(), plain), (';', 2, 2));
        assert_eq!(open(b"Date\tCode\tCharges\n1/2/2026\t1\t2\n").unwrap().separator, '\t');
        let windows = open(b"Date,Description,Charges\n1/2/2026,Caf\xe9 \x97 visit,2\n").unwrap();
        assert!(windows.other_letters);
        assert_eq!(windows.rows[0].1[1], "Caf\u{e9} \u{2014} visit");
    }

    #[test]
    fn what_does_not_read_is_told_and_left_out() {
        let Reading { draft, unread, .. } =
            reading("Date,Code,Charges\n2026-13-45,99213,\"1.234,56\"\n2026-02-01,1,2\n");
        assert_eq!(unread.iter().map(|cell| (cell.line, cell.column)).collect::<Vec<_>>(), [(2, 0), (2, 2)]);
        assert_eq!(draft.lines[0].billed, None);
    }

    #[test]
    fn what_is_no_table_is_said_to_be_none() {
        assert_eq!(open(b""), Err(Error::Empty));
        assert_eq!(open(b"Dear Anna\nsee you soon\n"), Err(Error::NotATable));
        assert_eq!(open(b"a,b\0c"), Err(Error::NotText));
        let table = open(b"Name,Town\nAnna,Oslo\nBo,Rome\n").unwrap();
        assert_eq!(read(&table, &guess(&table), StatementKind::Bill), Err(Error::NoAmounts));
        let long = format!("Code,Charges\n{}", "1,2\n".repeat(LINE_LIMIT + 1));
        assert_eq!(open(long.as_bytes()), Err(Error::TooManyRows { rows: LINE_LIMIT + 1, limit: LINE_LIMIT }));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_bytes_make_the_reader_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in "[Date,;\"\n0-9.$ ]{0,200}") {
            let headed = format!("Date,Code,Charges\n{text}");
            for bytes in [bytes.as_slice(), text.as_bytes(), headed.as_bytes()] {
                if let Ok(table) = open(bytes) {
                    let _ = read(&table, &guess(&table), StatementKind::Bill);
                }
            }
        }
    }
}
