//! A file that a person chose: what it is, and what can be made of it. Nothing of it is in the case before it is confirmed.

use crate::bills;
use crate::case::change::TEXT_LIMIT;
use crate::case::{Case, Change, Number, Statement};
use crate::civil::Date;
use crate::importers::bill::Draft;
use crate::importers::csv::{self, Holds, Mapping, Table};
use crate::importers::fhir::{self, Looks};
use crate::kinds::StatementKind;

/// The largest file that is read, in bytes.
pub const LIMIT: u32 = 24_000_000;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A file of claims.
    Claims(fhir::Reading),
    /// A table; which column is what is to be confirmed.
    Table(Table),
    /// The words of a paper.
    Words(String),
}

/// Why nothing can be made of a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// As a file of claims.
    #[error(transparent)]
    Claims(#[from] fhir::Error),
    /// As a table.
    #[error(transparent)]
    Table(#[from] csv::Error),
}

/// Looks what a file is. Its name helps only where its content does not say.
///
/// # Errors
/// When it is nothing that can be read here; the error says what it is.
pub fn open(name: &str, bytes: &[u8]) -> Result<Opened, Error> {
    match fhir::read(bytes) {
        Ok(reading) => Ok(Opened::Claims(reading)),
        Err(fhir::Error::OtherFile(Looks::Text)) => text(name, bytes),
        Err(error) => Err(error.into()),
    }
}

fn text(name: &str, bytes: &[u8]) -> Result<Opened, Error> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let named_table = ["csv", "tsv", "tab"].iter().any(|wanted| ending.eq_ignore_ascii_case(wanted));
    match csv::open(bytes) {
        Ok(table) if named_table || csv::guess(&table).iter().flatten().count() >= 3 => Ok(Opened::Table(table)),
        Err(error) if named_table => Err(error.into()),
        Ok(_) | Err(_) => Ok(Opened::Words(crate::importers::words_of(bytes))),
    }
}

/// What comes into the case when a paper from a file is confirmed as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The draft.
    pub draft: Draft,
    /// Its words.
    pub text: String,
    /// What it is.
    pub kind: StatementKind,
}

impl Coming {
    /// The changes that bring it into the case; `title` is what the paper is called there.
    #[must_use]
    pub fn changes(&self, title: &str, case: &Case, today: Date) -> Vec<Change> {
        // What is shown is confirmed together. Of words that are too long to keep, each line still has its own.
        let text: String = self.text.chars().take(TEXT_LIMIT).collect();
        super::bill::changes(&self.draft.clone().confirmed(), self.kind, &text, title, case, today)
    }

    /// Whether its words are longer than a case keeps of one paper; the lines and amounts are kept all the same.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.text.chars().count() > TEXT_LIMIT
    }

    /// The paper as it would stand in the case.
    #[must_use]
    pub fn statement(&self, case: &Case, today: Date) -> Statement {
        let added = self.changes("", case, today).into_iter().find_map(|change| {
            let Change::StatementAdded(statement) = change else { return None };
            Some(statement)
        });
        added.unwrap_or_else(|| Statement::new(Number(case.next_number), self.kind))
    }

    /// Whether it names another patient than the case does.
    #[must_use]
    pub fn is_for_somebody_else(&self, case: &Case, today: Date) -> bool {
        let number = self.statement(case, today).number;
        let after =
            self.changes("", case, today).into_iter().try_fold(case.clone(), |case, change| case.apply(change, today));
        after.is_ok_and(|case| {
            let questions = bills::questions(&case);
            questions
                .iter()
                .any(|asked| asked.statement == number && matches!(asked.kind, bills::Kind::OtherPatient { .. }))
        })
    }
}

/// A table as the person says that its columns are to be read.
///
/// # Errors
/// When no column holds an amount.
pub fn of_table(
    table: &Table,
    mapping: &Mapping,
    kind: StatementKind,
) -> Result<(Coming, Vec<csv::Unread>), csv::Error> {
    let csv::Reading { draft, text, unread } = csv::read(table, mapping, kind)?;
    Ok((Coming { draft, text, kind }, unread))
}

/// The name under which a mapping of a table with this head is kept.
#[must_use]
pub fn mapping_key(table: &Table) -> String {
    // Small and the same in every version: FNV-1a.
    let bytes = table.head.iter().flat_map(|name| name.bytes().chain([0]));
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("columns-{sum:016x}")
}

/// A mapping as text, to be kept.
#[must_use]
pub fn mapping_text(mapping: &Mapping) -> String {
    let place = |holds: &Option<Holds>| {
        let at = holds.and_then(|holds| Holds::ALL.iter().position(|known| *known == holds));
        at.map_or_else(|| "-".to_owned(), |at| at.to_string())
    };
    mapping.iter().map(place).collect::<Vec<_>>().join(",")
}

/// A kept mapping, where it fits the table.
#[must_use]
pub fn kept_mapping(text: &str, table: &Table) -> Option<Mapping> {
    let column = |part: &str| match part {
        "-" => Some(None),
        at => Holds::ALL.get(at.parse::<usize>().ok()?).map(|holds| Some(*holds)),
    };
    let mapping: Mapping = text.split(',').map(column).collect::<Option<_>>()?;
    (mapping.len() == table.head.len()).then_some(mapping)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "Date,Code,Charge,Note\n2026-02-01,99213,180.00,x\n2026-02-01,87880,45.00,y\n";

    #[test]
    fn a_file_says_what_it_is() {
        assert!(matches!(open("a.csv", TABLE.as_bytes()), Ok(Opened::Table(_))));
        assert!(matches!(open("a.txt", TABLE.as_bytes()), Ok(Opened::Table(_))), "known columns make a table");
        assert!(matches!(open("a.txt", b"Statement of account\nAmount due: $5.00\n"), Ok(Opened::Words(_))));
        assert_eq!(open("a.csv", b"Dear Anna\nsee you\n"), Err(Error::Table(csv::Error::NotATable)));
        assert_eq!(open("a.json", b"{\"resourceType\":\"Pat"), Err(Error::Claims(fhir::Error::CutShort { line: 1 })));
        let xml = b"<Bundle xmlns=\"http://hl7.org/fhir\"></Bundle>";
        assert_eq!(open("a.xml", xml), Err(Error::Claims(fhir::Error::OtherFile(Looks::FhirXml))));
    }

    #[test]
    fn a_mapping_is_kept_for_tables_with_the_same_head() {
        let table = csv::open(TABLE.as_bytes()).unwrap();
        let mut mapping = csv::guess(&table);
        mapping[3] = Some(Holds::What);
        assert_eq!(kept_mapping(&mapping_text(&mapping), &table), Some(mapping.clone()));
        let other = csv::open(b"Date,Charge\n2026-02-01,1\n2026-02-01,2\n").unwrap();
        assert_eq!(kept_mapping(&mapping_text(&mapping), &other), None);
        assert_ne!(mapping_key(&table), mapping_key(&other));
        let (coming, unread) = of_table(&table, &mapping, StatementKind::Bill).unwrap();
        assert_eq!((coming.draft.lines.len(), unread.len()), (2, 0));
    }
}
