//! Checks on bills, explanations of benefits, receipts and estimates: questions to ask, never accusations.
//!
//! Only exact arithmetic on what stands on the paper. Knows no law, no price and no list of codes; a blank is unknown and
//! not zero. Each question says where it stands, so that one about two papers, a bill beside an explanation of benefits,
//! needs no other shape.

mod lines;
mod names;
mod sums;

use crate::case::{At, Case, Number, Statement};
use crate::civil::Date;
use crate::finding::Finding;
use crate::kinds::{Field, TotalKind};
use crate::money::Cents;

/// Something to ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What, with the exact amounts.
    pub kind: Kind,
    /// The paper that it is about.
    pub statement: Number,
    /// The lines that it is about, in the order of the paper; empty when it is about the whole.
    pub lines: Vec<At>,
    /// What would settle it.
    pub settles: Settles,
}

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The lines do not come to a printed total.
    LinesDoNotSum {
        /// The total of what.
        total: TotalKind,
        /// As printed.
        printed: Cents,
        /// What the lines come to.
        lines: Cents,
    },
    /// The amount due is not what remains of the charges.
    DueDoesNotFollow {
        /// The charges, or what the plan allows, as printed.
        charges: Cents,
        /// What the paper takes off.
        off: Cents,
        /// What the paper asks for.
        due: Cents,
    },
    /// The paper prints two different amounts due.
    TwoAmountsDue {
        /// The first.
        one: Cents,
        /// The other.
        other: Cents,
    },
    /// The same code stands more than once on one day with the same charge.
    StandsTwice {
        /// The code as printed.
        code: String,
        /// The day.
        on: Date,
        /// The charge of each.
        billed: Cents,
    },
    /// Lines print no day, and the paper is not about a single one.
    NoDay,
    /// Lines print a day that is not among the days of the paper.
    OutsideStay {
        /// The first day of the paper.
        first: Date,
        /// The last day of the paper.
        last: Date,
    },
    /// Lines of an itemized bill have no code.
    NoCode,
    /// A charge for no units.
    NoUnits {
        /// The charge.
        billed: Cents,
    },
    /// The charge cannot be parted into the units to the cent.
    UnitsDoNotDivide {
        /// How many.
        units: u32,
        /// The charge.
        billed: Cents,
    },
    /// The same code has another price for one unit on another line.
    PriceDiffers {
        /// The code as printed.
        code: String,
        /// Units and charge of the first line.
        one: (u32, Cents),
        /// Units and charge of the other.
        other: (u32, Cents),
    },
    /// The paper names another patient than the case.
    OtherPatient {
        /// As the paper says.
        paper: String,
        /// As the case says.
        case: String,
    },
}

/// What would settle a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Settles {
    /// The bill with every service, code, day, count and charge.
    ItemizedBill,
    /// A list of every payment and adjustment on the account.
    AccountHistory,
    /// The medical record of those days.
    Record,
    /// The office's word, in writing, on whose account this is.
    Office,
}

/// What a paper charges, takes off and asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it charges.
    pub charges: Cents,
    /// What the plan allows, where the paper says so.
    pub allowed: Option<Cents>,
    /// What it takes off: adjustments and payments.
    pub off: Cents,
    /// What it asks for.
    pub asks: Cents,
}

/// All questions about the papers of a case, paper by paper.
#[must_use]
pub fn questions(case: &Case) -> Vec<Question> {
    case.statements.iter().flat_map(|statement| about(statement, case)).collect()
}

/// The questions about one paper of a case.
fn about(statement: &Statement, case: &Case) -> Vec<Question> {
    let mut found = Vec::new();
    found.extend(names::patient(statement, case));
    found.extend(sums::lines(statement));
    found.extend(sums::due(statement));
    found.extend(lines::twice(statement));
    found.extend(lines::units(statement));
    found.extend(lines::days(statement));
    found.extend(lines::codes(statement));
    found
}

/// What a paper charges, takes off and asks for, each as printed. Charges that it does not print are the sum of its lines,
/// and the finding says that this is assumed.
#[must_use]
pub fn standing(statement: &Statement) -> Finding<Standing> {
    let printed = sums::printed(statement, TotalKind::Charges);
    let charges = printed.or_else(|| sums::of_lines(statement, TotalKind::Charges));
    let off = sums::off(statement);
    let asks = sums::printed(statement, TotalKind::AmountDue).or_else(|| {
        // A receipt that takes off all that it charges asks for nothing more.
        charges.filter(|charges| *charges == off && off != Cents(0)).map(|_| Cents(0))
    });
    match (charges, asks) {
        (Some(charges), Some(asks)) => {
            let value = Standing { charges, allowed: sums::printed(statement, TotalKind::Allowed), off, asks };
            match printed {
                Some(_) => Finding::Certain(value),
                None => Finding::Assumed { value, because: vec![Field::Billed] },
            }
        }
        (charges, asks) => {
            let missing = [(charges.is_none(), Field::Billed), (asks.is_none(), Field::AmountDue)];
            Finding::Unknown { ask: missing.into_iter().filter_map(|(lacks, field)| lacks.then_some(field)).collect() }
        }
    }
}

impl Kind {
    /// By how much two amounts of the question differ; `None` where it is not about a difference.
    #[must_use]
    pub fn difference(&self) -> Option<Cents> {
        match self {
            Self::LinesDoNotSum { printed, lines, .. } => Some(apart(*printed, *lines)),
            Self::DueDoesNotFollow { charges, off, due } => Some(apart(*due, Cents(charges.0.saturating_sub(off.0)))),
            Self::TwoAmountsDue { one, other } => Some(apart(*one, *other)),
            Self::StandsTwice { .. }
            | Self::NoDay
            | Self::OutsideStay { .. }
            | Self::NoCode
            | Self::NoUnits { .. }
            | Self::UnitsDoNotDivide { .. }
            | Self::PriceDiffers { .. }
            | Self::OtherPatient { .. } => None,
        }
    }
}

fn apart(one: Cents, other: Cents) -> Cents {
    Cents(one.0.saturating_sub(other.0).saturating_abs())
}

/// A question about some lines of a paper.
fn question(statement: &Statement, kind: Kind, lines: Vec<usize>, settles: Settles) -> Question {
    let at = |line| At { statement: statement.number, line };
    Question { kind, statement: statement.number, lines: lines.into_iter().map(at).collect(), settles }
}

#[cfg(test)]
mod tests;
