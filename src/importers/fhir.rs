//! Reads a file of claims as plans and Medicare hand them out (FHIR, JSON), one draft for each explanation of benefits.
//!
//! The newer form (R4) is read, and the one before it (STU3) with a warning; what else a file is, it is named. Knows no law
//! and corrects nothing: an amount that the file names twice is left out, and sums that do not agree are shown. Each draft
//! comes with a text that says in words what the file says, and every value has its words there.

mod adjudication;
mod decimal;
mod eob;
mod file;
mod item;
mod json;
mod names;
pub(super) mod pen;

use super::bill::{Draft, Read};
use crate::kinds::TotalKind;
use crate::money::Cents;

/// The largest file that is read, in bytes.
pub const LIMIT: usize = 24_000_000;

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The explanations of benefits, in the order of the file.
    pub eobs: Vec<Eob>,
    /// What else the file holds that a person may take for one, in the order of the file.
    pub others: Vec<Other>,
    /// How many other things of each kind it holds, by the kind's name in FHIR.
    pub besides: Vec<(String, usize)>,
    /// What the person should know about the file.
    pub warnings: Vec<FileWarning>,
}

/// An explanation of benefits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eob {
    /// Its name in the file; may be empty.
    pub id: String,
    /// The draft.
    pub draft: Draft,
    /// What the file says, in words; the draft's words stand in it.
    pub text: String,
    /// Amounts that no column takes, with their names.
    pub unused: Vec<Read<Cents>>,
    /// What the person should know about the reading.
    pub warnings: Vec<Warning>,
}

/// Something that is no claim for payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its name in the file; may be empty.
    pub id: String,
    /// What it is.
    pub what: Kind,
}

/// What a thing is that is no claim for payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A decision on approval before care.
    Preauthorization,
    /// A forecast of what would be paid.
    Predetermination,
    /// A claim that was cancelled.
    Cancelled,
    /// A record that was made by mistake.
    Mistake,
    /// A claim that is still a draft.
    Unfinished,
    /// A claim in a form from before 2017 (DSTU2).
    TooOld,
    /// A claim with more lines than a paper takes.
    TooLong,
}

/// What the person should know about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileWarning {
    /// It is damaged or cut short here; what stands before was read.
    Damaged {
        /// The line, from 1.
        line: usize,
    },
    /// Lines of a file with one record a line cannot be read.
    LinesLeftOut {
        /// Which, from 1; the first ten.
        lines: Vec<usize>,
        /// How many.
        count: usize,
    },
    /// It says that there are more claims than it holds.
    FewerThanSaid {
        /// Said.
        said: u64,
        /// Held.
        held: usize,
    },
    /// It is one page of several.
    MorePages,
    /// It is not in UTF-8; it was read as Windows text.
    OtherLetters,
}

/// What the person should know about a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It is in the form before the one of today (STU3).
    OlderForm,
    /// It has no claim number.
    NoClaimNumber,
    /// It does not say on which day it was made.
    NoDate,
    /// It does not say how far the plan has come.
    NoState,
    /// It names no patient.
    NoPatient,
    /// The file has two names for the provider.
    ProviderNamedTwice {
        /// Where the claim names it.
        shown: String,
        /// Where the provider stands itself.
        named: String,
    },
    /// The file names the plan as the provider.
    ProviderIsInsurer,
    /// An amount has two names that do not agree.
    TwoNames {
        /// The names and the amount.
        words: String,
    },
    /// Several amounts of a line have the same name; they were added up.
    AddedUp {
        /// Which line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
    /// An amount has parts of a cent; it was rounded.
    Rounded {
        /// As in the file.
        words: String,
    },
    /// An amount is not in dollars, or is no amount; it was left out.
    NotDollars {
        /// As in the file.
        words: String,
    },
    /// A line is for days outside the claim's own.
    OutsidePeriod {
        /// Which line, from 1.
        line: usize,
    },
    /// The lines do not come to a total.
    TotalDiffers {
        /// Of what.
        kind: TotalKind,
        /// As the file says.
        said: Cents,
        /// What the lines come to.
        lines: Cents,
    },
    /// The file has two different totals of a kind.
    TwoTotals {
        /// Of what.
        kind: TotalKind,
        /// The first; it was kept with the other.
        one: Cents,
        /// The other.
        other: Cents,
    },
    /// What was paid for a line, and to whom, do not agree.
    PaymentsDiffer {
        /// Which line, from 1.
        line: usize,
        /// What the plan paid.
        paid: Cents,
        /// What went to the provider and to the patient.
        received: Cents,
    },
    /// A later claim took its place.
    Replaced {
        /// The later claim's number.
        by: String,
    },
    /// It corrects an earlier claim.
    Corrects {
        /// The earlier claim's number.
        earlier: String,
    },
    /// The file holds the same claim number more than once.
    SameNumberTwice {
        /// The number.
        number: String,
    },
}

/// Why a file gives nothing.
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
    /// It is a file of another kind.
    #[error("a file of another kind: {0:?}")]
    OtherFile(Looks),
    /// It ends in the middle, before the first claim is complete.
    #[error("it ends in the middle, at line {line}")]
    CutShort {
        /// The line, from 1.
        line: usize,
    },
    /// It is damaged before the first claim is complete.
    #[error("it is damaged at line {line}, column {column}")]
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON, and no FHIR.
    #[error("JSON without a FHIR resource")]
    NotFhir,
    /// It is FHIR of other kinds, without an explanation of benefits.
    #[error("FHIR without an explanation of benefits")]
    NoEob {
        /// How many of each kind, by the kind's name in FHIR.
        holds: Vec<(String, usize)>,
    },
}

/// What a file looks like that is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// FHIR as XML.
    FhirXml,
    /// Some other XML.
    Xml,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// A packed folder, or a document of an office program.
    Zip,
    /// A picture.
    Picture,
    /// Plain text, or a table.
    Text,
    /// Claims as offices send them to plans (X12).
    X12,
    /// No text at all.
    Binary,
}

/// Reads a file.
///
/// # Errors
/// When it holds nothing that can be read as an explanation of benefits; the error says what the file is.
pub fn read(bytes: &[u8]) -> Result<Reading, Error> {
    let sorted = file::sort(bytes)?;
    let mut reading = Reading { warnings: sorted.warnings, besides: sorted.besides, ..Reading::default() };
    for resource in &sorted.eobs {
        match eob::read(resource, &sorted.names) {
            Ok(eob) => reading.eobs.push(eob),
            Err(other) => reading.others.push(other),
        }
    }
    warn_of_same_numbers(&mut reading.eobs);
    Ok(reading)
}

/// Each claim number that stands more than once is a question: which is the newest?
fn warn_of_same_numbers(eobs: &mut [Eob]) {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for eob in eobs.iter() {
        if let Some(number) = eob.claim_number() {
            *seen.entry(number.to_owned()).or_default() += 1;
        }
    }
    for eob in eobs {
        let number = eob.claim_number().filter(|number| seen.get(*number).is_some_and(|count| *count > 1));
        if let Some(number) = number.map(ToOwned::to_owned) {
            eob.warnings.push(Warning::SameNumberTwice { number });
        }
    }
}

impl Eob {
    /// The claim's number.
    #[must_use]
    pub fn claim_number(&self) -> Option<&str> {
        self.draft.find(crate::kinds::Field::ClaimNumber)?.value.as_text()
    }
}
