//! Files of claims: what a file is, what was read from it, and what to know about it, in words.

use super::{InWords, Words, bills, words};
use crate::importers::csv;
use crate::importers::csv::Holds;
use crate::importers::fhir::{Error, FileWarning, Kind, Looks, Other, Warning};
use crate::intake::file;
use crate::kinds::Field;
use crate::paper::long_day;

impl InWords for file::Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Claims(error) => error.in_words(),
            Self::Table(error) => error.in_words(),
        }
    }
}

/// What a column of a table holds.
#[must_use]
pub fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::On => "Day",
        Holds::Code => "Code",
        Holds::Modifiers => "Modifiers of the code",
        Holds::Revenue => "Revenue code",
        Holds::What => "What it was",
        Holds::Units => "How many",
        Holds::Billed => "Charge",
        Holds::Allowed => "Plan allows",
        Holds::PlanPaid => "Plan paid",
        Holds::Share => "Your share",
        Holds::Part(part) => super::reconcile::walk::column(part),
    }
}

/// A claim of a file, so that a person can tell it from the others: its first day, who billed, its number, its charge.
#[must_use]
pub fn claim(eob: &crate::importers::fhir::Eob) -> String {
    let draft = &eob.draft;
    let said = |field| draft.find(field).and_then(|read| read.value.as_text().map(ToOwned::to_owned));
    let day = draft.service.iter().map(|read| read.value.first()).min().map(long_day);
    let charge = draft.totals(crate::kinds::TotalKind::Charges).next().map(|read| read.value.to_string());
    let number = said(Field::ClaimNumber).map(|number| format!("claim {number}"));
    let parts: Vec<String> = [day, said(Field::Provider), number, charge].into_iter().flatten().collect();
    if parts.is_empty() { "A claim without a name".to_owned() } else { parts.join(", ") }
}

impl InWords for Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Empty => words("The file is empty.", "Download it again, and look whether it has a size."),
            Self::TooLarge { length, limit } => words(
                format!("The file has {length} bytes. Up to {limit} can be read."),
                "Ask for fewer months at a time, or only for explanations of benefits.",
            ),
            Self::OtherFile(looks) => looks.in_words(),
            Self::CutShort { line } => words(
                format!("The file ends in the middle, at line {line}. The download was cut off."),
                "Download it again. The old file can be deleted.",
            ),
            Self::Damaged { line, column } => words(
                format!("The file is damaged at line {line}, character {column}."),
                "Download it again, and do not open and save it in another program before.",
            ),
            Self::NotFhir => words(
                "The file is JSON, but not a file of claims as plans give them out (FHIR).",
                "On the plan\u{2019}s website, look for \u{201c}download my claims\u{201d}, \u{201c}patient access\u{201d} or \
                 \u{201c}Blue Button\u{201d}, and choose FHIR or JSON.",
            ),
            Self::NoEob { holds } if holds.iter().any(|(kind, _)| kind == "OperationOutcome") => words(
                "The file holds a message of the plan\u{2019}s computer that something went wrong, and no claims.",
                "Sign in again and download the claims once more.",
            ),
            Self::NoEob { holds } => words(
                format!("This is a FHIR file without an explanation of benefits. It holds {}.", counted(holds)),
                "Choose \u{201c}explanation of benefits\u{201d} or \u{201c}claims\u{201d} when you download. What a doctor or \
                 hospital gives out mostly has no claims; the plan has them.",
            ),
        }
    }
}

impl InWords for Looks {
    fn in_words(&self) -> Words {
        match self {
            Self::FhirXml => words(
                "This is a file of claims (FHIR), written as XML. Only JSON can be read here.",
                "Download it once more and choose JSON. In some apps the choice is called \u{201c}format\u{201d}.",
            ),
            Self::Xml => words(
                "This is an XML file, and no file of claims that can be read here.",
                "Ask the plan for the claims as FHIR in JSON. If you have the paper, type or paste it.",
            ),
            Self::Html => words(
                "This is a saved web page.",
                "Use the page\u{2019}s own download button, or select its words and paste them.",
            ),
            Self::Pdf => words("This is a PDF.", "Open it, select its words, and paste them as a bill or an EOB."),
            Self::Zip => words(
                "This is a packed file (ZIP), or a file of an office program.",
                "Unpack it and choose the file inside that ends in .json.",
            ),
            Self::Picture => words("This is a picture.", "Type the lines from it, or paste its words."),
            Self::Text => words(
                "This is plain text or a table, not JSON.",
                "Paste it as a bill or an EOB, or open it as a table (CSV).",
            ),
            Self::X12 => words(
                "This is a file that offices and plans send each other (X12).",
                "Ask the plan for the explanation of benefits, on paper or as FHIR in JSON.",
            ),
            Self::Binary => words("This is no text.", "Choose the file that ends in .json."),
        }
    }
}

impl InWords for Other {
    fn in_words(&self) -> Words {
        match self.what {
            Kind::Preauthorization => words(
                "A decision on approval before care. It is no claim for payment.",
                "Keep it: it can matter when a claim is refused for lack of approval.",
            ),
            Kind::Predetermination => words(
                "A forecast of what the plan would pay. It is no claim for payment.",
                "Keep it beside the claim that comes after the care.",
            ),
            Kind::Cancelled => words("A claim that was cancelled.", "Look for the claim that took its place."),
            Kind::Mistake => {
                words("A record that the plan says was made by mistake.", "There is nothing to do with it.")
            }
            Kind::Unfinished => words("A claim that is not finished.", "Download it again in some days."),
            Kind::TooOld => words(
                "A claim in an old form (DSTU2) that cannot be read here.",
                "Ask the plan for \u{201c}FHIR R4\u{201d}, or paste the words of the paper EOB.",
            ),
            Kind::TooLong => words(
                "A claim with more lines than can be read at once.",
                "Ask the plan for it in parts, or type the lines that you doubt.",
            ),
        }
    }
}

impl InWords for FileWarning {
    fn in_words(&self) -> Words {
        match self {
            Self::Damaged { line } => words(
                format!("The file is damaged or cut off at line {line}. What stands before was read."),
                "Download it again to have the rest.",
            ),
            Self::LinesLeftOut { lines, count } => words(
                format!("{count} lines of the file cannot be read: {}.", listed(lines)),
                "Download it again. All other lines were read.",
            ),
            Self::FewerThanSaid { said, held } => words(
                format!("The file says that there are {said} claims and holds {held}."),
                "Download the other pages too.",
            ),
            Self::MorePages => words("This file is one page of several.", "Download the next pages too."),
            Self::OtherLetters => words(
                "The file is not in UTF-8. It was read as Windows text.",
                "Check names with accents. The amounts are not touched by this.",
            ),
        }
    }
}

impl InWords for Warning {
    fn in_words(&self) -> Words {
        match self {
            Self::OlderForm => words(
                "This claim is in an older form (STU3).",
                "Check each amount against the paper. If you can, ask the plan for \u{201c}FHIR R4\u{201d}.",
            ),
            Self::NoClaimNumber => words("It has no claim number.", "Enter the number from the paper EOB."),
            Self::NoDate => words("It does not say on which day it was made.", "Enter the date from the paper EOB."),
            Self::NoState => words(
                "It does not say whether the plan has finished with the claim.",
                "Ask the plan whether this is its final decision.",
            ),
            Self::NoPatient => words("It does not name the patient.", "Check that this claim is for the right person."),
            Self::ProviderNamedTwice { shown, named } => words(
                format!(
                    "The claim calls the provider \u{201c}{shown}\u{201d}; its own record says \u{201c}{named}\u{201d}."
                ),
                "Choose the name that stands on the bill.",
            ),
            Self::ProviderIsInsurer => words(
                "The file names the plan where the provider should stand.",
                "Enter who gave the care, as on the bill.",
            ),
            Self::TwoNames { words: said } => words(
                format!(
                    "The file gives an amount two names that do not agree: \u{201c}{said}\u{201d}. We left it out."
                ),
                "Look at the paper EOB, and enter it if it matters.",
            ),
            Self::AddedUp { line, name } => words(
                format!("Line {line} has several amounts called \u{201c}{name}\u{201d}. We added them up."),
                "Compare the sum with the paper EOB.",
            ),
            Self::Rounded { words: said } => words(
                format!("\u{201c}{said}\u{201d} has parts of a cent. We rounded it to the cent."),
                "If the paper EOB shows another cent, enter that.",
            ),
            Self::NotDollars { words: said } => words(
                format!("\u{201c}{said}\u{201d} is no amount in dollars. We left it out."),
                "Enter the amount in dollars from the paper EOB.",
            ),
            Self::OutsidePeriod { line } => words(
                format!("Line {line} is for a day outside the days of the claim."),
                "Check on which day the care was. We kept both as they are.",
            ),
            Self::TotalDiffers { kind, said, lines } => words(
                format!("{}: the claim says {said}, its lines come to {lines}.", bills::total(*kind)),
                "We kept both. Ask the plan which is right if the difference matters.",
            ),
            Self::TwoTotals { kind, one, other } => words(
                format!("{}: the claim says {one} in one place and {other} in another.", bills::total(*kind)),
                "We kept both. Ask the plan which is right.",
            ),
            Self::PaymentsDiffer { line, paid, received } => words(
                format!("Line {line}: the plan says that it paid {paid}, and that {received} went out."),
                "Ask the plan what it paid, to whom and when.",
            ),
            Self::Replaced { by } => {
                words(format!("A later claim, {by}, took the place of this one."), "Use the later one.")
            }
            Self::Corrects { earlier } => words(
                format!("It corrects the earlier claim {earlier}."),
                "Use this one, and keep the earlier one to see what changed.",
            ),
            Self::SameNumberTwice { number } => words(
                format!("The file holds claim {number} more than once."),
                "Use the newest one. The older one shows what changed.",
            ),
        }
    }
}

impl InWords for csv::Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Empty => words("The file is empty.", "Save it again, and look whether it has a size."),
            Self::TooLarge { length, limit } => words(
                format!("The file has {length} bytes. Up to {limit} can be read."),
                "Save fewer months, or only the columns that count.",
            ),
            Self::NotATable => words(
                "This is no table: its lines do not have the same cells.",
                "Save it as CSV with one service a line. If it is a bill in words, paste it as a bill.",
            ),
            Self::NotText => {
                words("This is no text.", "In the program that made it, choose \u{201c}save as CSV\u{201d}.")
            }
            Self::TooManyRows { rows, limit } => words(
                format!("The table has {rows} rows. Up to {limit} can be read at once."),
                "Save it in parts, each as a paper of its own.",
            ),
            Self::NoAmounts => words(
                "No column is known to hold an amount of money.",
                "Say which column holds the charge, and which what you owe.",
            ),
        }
    }
}

impl InWords for csv::Unread {
    fn in_words(&self) -> Words {
        words(
            format!(
                "Line {}, column {}: \u{201c}{}\u{201d} does not read. We left it out.",
                self.line,
                self.column + 1,
                self.words
            ),
            "Enter it by hand: days like 1/31/2026, amounts like 1,250.00.",
        )
    }
}

fn counted(holds: &[(String, usize)]) -> String {
    if holds.is_empty() {
        return "nothing".to_owned();
    }
    holds.iter().map(|(kind, count)| format!("{count} {kind}")).collect::<Vec<_>>().join(", ")
}

fn listed(lines: &[usize]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
