//! Bills, explanations of benefits, receipts and estimates: what was read, what is doubtful, and what to ask, in words.
//!
//! A question never accuses. Its sentence to say can be read aloud on the telephone as it stands.

use super::{InWords, Words, words};
use crate::bills::{Kind, Question, Settles, Standing};
use crate::case::{Case, Statement, StatementLine};
use crate::civil::Date;
use crate::importers::bill::{self, Days, Doubt, Draft, Line, Read, Warning};
use crate::intake::grid::{Cell, Column, Grid, Wrong};
use crate::kinds::{StatementKind, TotalKind};
use crate::money::Cents;
use crate::paper::long_day;

/// What a paper is called.
#[must_use]
pub fn kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Bill => "Bill",
        StatementKind::Eob => "Explanation of benefits (EOB)",
        StatementKind::Receipt => "Receipt",
        StatementKind::Estimate => "Estimate",
    }
}

/// What a total is called.
#[must_use]
pub fn total(kind: TotalKind) -> &'static str {
    match kind {
        TotalKind::Charges => "Charges",
        TotalKind::Allowed => "Allowed by the plan",
        TotalKind::Adjustments => "Discounts and adjustments",
        TotalKind::InsurancePaid => "Paid by insurance",
        TotalKind::PatientPaid => "Paid by the patient",
        TotalKind::AmountDue => "Amount due",
        TotalKind::Deductible => "Deductible",
        TotalKind::Copay => "Copay",
        TotalKind::Coinsurance => "Coinsurance",
        TotalKind::NotCovered => "Not covered by the plan",
        TotalKind::OtherPayer => "Paid by another insurer",
    }
}

/// Days of service.
#[must_use]
pub fn days(days: Days) -> String {
    match days {
        Days::One(day) => long_day(day),
        Days::Span { first, last } => span(first, last),
    }
}

/// From one day to another.
#[must_use]
pub fn span(first: Date, last: Date) -> String {
    if first == last { long_day(first) } else { format!("{} to {}", long_day(first), long_day(last)) }
}

/// Why a value is asked by itself.
#[must_use]
pub fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::MonthOrDay => "Printed in figures. We read the month first. Is that the day you see?",
        Doubt::DayFirst => "Printed with the day first. Is that the day you see?",
        Doubt::Several => "The paper has more than one. Which is it?",
        Doubt::Role => "We are not sure what this is for.",
        Doubt::Place => "The paper does not say what this is. It stands where such a thing usually stands.",
        Doubt::Column => "We are not sure which column this amount belongs to.",
    }
}

impl InWords for Warning {
    fn in_words(&self) -> Words {
        match self {
            Self::NotABill => words(
                "This does not look like a bill, an explanation of benefits, a receipt or an estimate.",
                "Check that you copied the page with the services and the amounts.",
            ),
            Self::NotHealth => words(
                "We found nothing about health care in it.",
                "Check that it is the bill you mean. If it is, go on.",
            ),
            Self::KindUnclear => words("The paper does not say what it is.", "Choose what it is from the list."),
            Self::NoSender => words("We did not find who sent it.", "Look at the top, or at where the payment goes."),
            Self::NoPatient => words("We did not find the patient\u{2019}s name.", "Enter it as the paper prints it."),
            Self::NoServiceDate => words(
                "We did not find when the care was given.",
                "Look for \u{201c}date of service\u{201d} and enter it. If it is not there, ask for an itemized bill.",
            ),
            Self::NoLines => words(
                "It lists no services, only totals.",
                "Ask for an itemized bill: every service with its code, day and charge. Then it can be checked.",
            ),
            Self::NoAmountDue => words(
                "We did not find what it asks you to pay.",
                "Look for \u{201c}amount due\u{201d} or \u{201c}balance\u{201d} and enter it.",
            ),
            Self::LinesWithoutCharge => {
                words("On some lines it is not clear what was charged.", "Look at those lines and enter the charge.")
            }
            Self::AmountsUnplaced => words(
                "It has amounts and does not say clearly what they are. We left them out.",
                "Look at them. If one is a charge or a payment, enter it.",
            ),
        }
    }
}

impl InWords for bill::Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Empty => words("There are no words yet.", "Paste the bill\u{2019}s words into the box."),
            Self::TooLong { length, limit } => words(
                format!("This text has {length} characters. A bill with {limit} can be read."),
                "Paste it page by page, each as a paper of its own.",
            ),
            Self::TooManyLines { lines, limit } => words(
                format!("This bill has {lines} lines and totals. {limit} can be read at once."),
                "Paste it in parts, each as a paper of its own.",
            ),
        }
    }
}

/// What a column of the lines is called.
#[must_use]
pub fn column(column: Column) -> &'static str {
    match column {
        Column::On => "Day",
        Column::Code => "Code",
        Column::What => "What it was",
        Column::Units => "How many",
        Column::Billed => "Charge",
        Column::Allowed => "Allowed by the plan",
        Column::PlanPaid => "Paid by the plan",
        Column::Share => "Your share",
    }
}

impl InWords for Wrong {
    fn in_words(&self) -> Words {
        match self {
            Self::NotADay => {
                words("This is no day.", "Type it like 1/31/2026, with the month first, or leave it empty.")
            }
            Self::FromTheFuture(day) => {
                words(format!("{} has not come yet.", long_day(*day)), "Check the year and the month on the paper.")
            }
            Self::NotANumber => words("This is no whole number.", "Type it in figures, like 2, or leave it empty."),
            Self::NotMoney => words("This is no amount.", "Type it in dollars, like 1,250.00, or leave it empty."),
            Self::TooLong => words("This is longer than a line can be.", "Keep what names the service."),
        }
    }
}

/// Where something stands in the grid, for a list of what is wrong.
#[must_use]
pub fn place(cell: Cell, grid: &Grid) -> String {
    match cell {
        Cell::Line(row, at) => format!("Line {}, {}", row + 1, column(at).to_lowercase()),
        Cell::Total(at) => grid.totals.get(at).map_or_else(String::new, |cell| total(cell.kind).to_owned()),
    }
}

/// What the lines come to, beside what the paper prints, while both are known.
#[must_use]
pub fn sum(grid: &Grid) -> Option<String> {
    let lines = grid.charges()?;
    Some(match grid.total(TotalKind::Charges) {
        None => format!("The lines come to {lines}."),
        Some(printed) if printed == lines => format!("The lines come to {lines}, as the paper prints."),
        Some(printed) => {
            let apart = Cents(printed.0.saturating_sub(lines.0).saturating_abs());
            format!(
                "The lines come to {lines}; the paper prints {printed}. The difference is {apart}. Check whether a line is \
                 missing. If the paper is like that, leave it: it will be a question."
            )
        }
    })
}

/// What was read in a line and left out, since it is not sure.
#[must_use]
pub fn left_out(line: &Line) -> Vec<String> {
    fn told<T>(at: Column, read: Option<&Read<T>>) -> Option<String> {
        let read = read?;
        let why = doubt(read.doubt?);
        Some(format!("{}: \u{201c}{}\u{201d}. {why}", column(at), read.words))
    }
    let all = [
        told(Column::On, line.on.as_ref()),
        told(Column::Code, line.code.as_ref()),
        told(Column::Units, line.units.as_ref()),
        told(Column::Billed, line.billed.as_ref()),
        told(Column::Allowed, line.allowed.as_ref()),
        told(Column::PlanPaid, line.plan_paid.as_ref()),
        told(Column::Share, line.share.as_ref()),
    ];
    all.into_iter().flatten().collect()
}

/// What the person should know about a reading before saying that it is right; what a page asks by itself is left out.
#[must_use]
pub fn warnings(draft: &Draft) -> Vec<String> {
    let asked = |warning: &Warning| match warning {
        Warning::NoSender | Warning::NoPatient | Warning::NoServiceDate | Warning::NoAmountDue => false,
        Warning::NotABill
        | Warning::NotHealth
        | Warning::KindUnclear
        | Warning::NoLines
        | Warning::LinesWithoutCharge
        | Warning::AmountsUnplaced => true,
    };
    let mut all: Vec<String> = draft.warnings.iter().filter(|warning| asked(warning)).map(super::both).collect();
    let amounts: Vec<&str> = draft.unplaced.iter().map(|read| read.words.as_str()).collect();
    if !amounts.is_empty() {
        all.push(format!("These amounts were left out: {}.", amounts.join("; ")));
    }
    all
}

/// What a paper charges, takes off and asks for.
#[must_use]
pub fn standing(standing: Standing) -> String {
    let Standing { charges, allowed, off, asks } = standing;
    let allows = allowed.map(|allowed| format!(", the plan allows {allowed}")).unwrap_or_default();
    format!("It charges {charges}{allows}, takes off {off}, and asks for {asks}.")
}

/// What a question is about, in a few words.
#[must_use]
pub fn title(kind: &Kind) -> &'static str {
    match kind {
        Kind::LinesDoNotSum { .. } => "The lines do not come to the total",
        Kind::DueDoesNotFollow { .. } => "The amount due does not follow from the rest",
        Kind::TwoAmountsDue { .. } => "Two different amounts due",
        Kind::StandsTwice { .. } => "The same service stands more than once",
        Kind::NoDay => "Lines without a day",
        Kind::OutsideStay { .. } => "A day outside the days of care",
        Kind::NoCode => "Lines without a code",
        Kind::NoUnits { .. } => "A charge for no units",
        Kind::UnitsDoNotDivide { .. } => "Units and charge do not fit",
        Kind::PriceDiffers { .. } => "Two prices for the same code",
        Kind::OtherPatient { .. } => "Another patient\u{2019}s name",
    }
}

/// What stands on the paper, with the exact amounts.
#[must_use]
pub fn finding(question: &Question) -> String {
    let kind = &question.kind;
    match kind {
        Kind::LinesDoNotSum { total, printed, lines } => format!(
            "The paper prints {printed} for {}. Its lines come to {lines}. The difference is {}.",
            of(*total),
            apart(kind)
        ),
        Kind::DueDoesNotFollow { charges, off, due } => format!(
            "{charges} less {off} is {}. The paper asks for {due}. The difference is {}.",
            less(*charges, *off),
            apart(kind)
        ),
        Kind::TwoAmountsDue { one, other } => format!(
            "The paper asks for {one} in one place and for {other} in another. The difference is {}.",
            apart(kind)
        ),
        Kind::StandsTwice { code, on, billed } => {
            format!("Code {code} stands {} on {}, each time with {billed}.", times(question.lines.len()), long_day(*on))
        }
        Kind::NoDay => format!(
            "The paper is not about a single day, and {} the day of care.",
            says(question, "does not print", "do not print")
        ),
        Kind::OutsideStay { first, last } => format!(
            "The paper is about care {}. {} another day.",
            when(*first, *last),
            high(&says(question, "prints", "print"))
        ),
        Kind::NoCode => {
            format!("{} no code, so nobody can look up what was done.", high(&says(question, "has", "have")))
        }
        Kind::NoUnits { billed } => format!("The line charges {billed} for 0 units."),
        Kind::UnitsDoNotDivide { units, billed } => {
            format!("The line charges {billed} for {units} units. That is no whole number of cents for each.")
        }
        Kind::PriceDiffers { code, one, other } => format!(
            "For code {code} one line charges {}, another {}. The price of one unit is not the same.",
            price(*one),
            price(*other)
        ),
        Kind::OtherPatient { paper, case } => {
            format!("The paper names {paper} as the patient. In your case it is {case}.")
        }
    }
}

/// The sentence to ask, as it can be said on the telephone or written.
#[must_use]
pub fn ask(question: &Question) -> String {
    let kind = &question.kind;
    match kind {
        Kind::LinesDoNotSum { total, printed, lines } => format!(
            "Your paper prints {printed} for {}, and the lines come to {lines}. What makes the difference of {}?",
            of(*total),
            apart(kind)
        ),
        Kind::DueDoesNotFollow { charges, off, due } => format!(
            "By my count {charges} less {off} leaves {}, and you ask for {due}. What makes the difference of {}?",
            less(*charges, *off),
            apart(kind)
        ),
        Kind::TwoAmountsDue { one, other } => {
            format!("Your paper shows {one} and {other}. Which of them do you ask for, and why do they differ?")
        }
        Kind::StandsTwice { code, on, billed } => {
            let times = times(question.lines.len());
            format!(
                "Code {code} stands {times} on {} with {billed}. Was it done {times}? Please check it against the record.",
                long_day(*on)
            )
        }
        Kind::NoDay => format!("On which day was {} given?", which(question, "this service", "each of these services")),
        Kind::OutsideStay { first, last } => format!(
            "The care was {}. Why {} another day? Please check it against the record.",
            when(*first, *last),
            which(question, "does this line print", "do these lines print")
        ),
        Kind::NoCode => format!("Which code stands for {}?", which(question, "this charge", "each of these charges")),
        Kind::NoUnits { billed } => {
            format!("The line says 0 units and charges {billed}. What was given, and how much of it?")
        }
        Kind::UnitsDoNotDivide { units, billed } => {
            format!("How does {billed} come about for {units} units? What is the price of one?")
        }
        Kind::PriceDiffers { code, one, other } => format!(
            "Code {code} costs {} on one line and {} on another. What is the price of one unit, and why does it differ?",
            price(*one),
            price(*other)
        ),
        Kind::OtherPatient { paper, case } => format!(
            "The paper names {paper}. Is this account for {case}? If it is, please correct the name. If it is not, please \
             look where it belongs."
        ),
    }
}

/// What would settle a question.
#[must_use]
pub fn settles(settles: Settles) -> &'static str {
    match settles {
        Settles::ItemizedBill => "An itemized bill settles it: every service with its code, day, count and charge.",
        Settles::AccountHistory => {
            "The history of the account settles it: every charge, payment and adjustment, with its day."
        }
        Settles::Record => "The medical record of those days settles it. You can ask for a copy.",
        Settles::Office => "The office that sent it settles it. Ask for the answer in writing.",
    }
}

/// A line as a person would point at it: its day, its code, what it was, its charge.
#[must_use]
pub fn line(line: &StatementLine) -> String {
    let day = line.on.map(long_day);
    let code = (!line.code.is_empty()).then(|| line.code.clone());
    let what = (!line.what.is_empty()).then(|| line.what.clone());
    let billed = line.billed.map(|billed| billed.to_string());
    [day, code, what, billed].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The lines of a question as a person would point at them.
#[must_use]
pub fn lines(question: &Question, case: &Case) -> Vec<String> {
    let of = |at: &crate::case::At| case.statement(at.statement)?.lines.get(at.line).map(line);
    question.lines.iter().filter_map(of).collect()
}

/// What a paper in a case is called: what it is, and who sent it.
#[must_use]
pub fn name(statement: &Statement) -> String {
    use crate::kinds::Field;
    let sender =
        [Field::Biller, Field::Insurer].into_iter().find_map(|field| statement.facts.get(field)?.value.as_text());
    sender.map_or_else(|| kind(statement.kind).to_owned(), |sender| format!("{} from {sender}", kind(statement.kind)))
}

fn of(total: TotalKind) -> &'static str {
    match total {
        TotalKind::Charges => "its charges",
        TotalKind::Allowed => "what the plan allows",
        TotalKind::Adjustments => "discounts and adjustments",
        TotalKind::InsurancePaid => "what insurance paid",
        TotalKind::PatientPaid => "what the patient paid",
        TotalKind::AmountDue => "what the patient owes",
        TotalKind::Deductible => "the deductible",
        TotalKind::Copay => "copays",
        TotalKind::Coinsurance => "coinsurance",
        TotalKind::NotCovered => "what the plan does not cover",
        TotalKind::OtherPayer => "what another insurer paid",
    }
}

fn apart(kind: &Kind) -> Cents {
    kind.difference().unwrap_or_default()
}

fn less(charges: Cents, off: Cents) -> Cents {
    Cents(charges.0.saturating_sub(off.0))
}

fn price((units, billed): (u32, Cents)) -> String {
    if units == 1 { format!("{billed} for 1 unit") } else { format!("{billed} for {units} units") }
}

fn times(times: usize) -> String {
    if times == 2 { "twice".to_owned() } else { format!("{times} times") }
}

fn when(first: Date, last: Date) -> String {
    if first == last {
        format!("on {}", long_day(first))
    } else {
        format!("from {} to {}", long_day(first), long_day(last))
    }
}

fn which(question: &Question, one: &'static str, several: &'static str) -> &'static str {
    if question.lines.len() == 1 { one } else { several }
}

fn says(question: &Question, one: &'static str, several: &'static str) -> String {
    if question.lines.len() == 1 { format!("this line {one}") } else { format!("these lines {several}") }
}

fn high(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
