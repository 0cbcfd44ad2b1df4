//! The head of a table and the columns that it names, and under which of them an amount stands.
//!
//! An amount whose column is not clear gets none.

use std::ops::Range;

use super::Page;
use super::amount::Amount;
use crate::case::Part;
use crate::importers::csv::Holds;
use crate::kinds::TotalKind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Date,
    Code,
    Revenue,
    What,
    Units,
    /// The price of one.
    Each,
    Billed,
    Allowed,
    PlanPaid,
    /// What is left to the patient.
    Share,
    /// A part of what is left to the patient, or of what was taken off.
    Part(Part),
    /// An amount that this reader does not keep.
    OtherAmount,
}

const NAMES: [(&str, Column); 87] = [
    ("date", Column::Date),
    ("dates", Column::Date),
    ("service date", Column::Date),
    ("date of service", Column::Date),
    ("dates of service", Column::Date),
    ("dos", Column::Date),
    ("code", Column::Code),
    ("codes", Column::Code),
    ("cpt", Column::Code),
    ("cpt code", Column::Code),
    ("cpt/hcpcs", Column::Code),
    ("hcpcs", Column::Code),
    ("hcpcs code", Column::Code),
    ("cdt", Column::Code),
    ("cdt code", Column::Code),
    ("procedure", Column::Code),
    ("procedure code", Column::Code),
    ("service code", Column::Code),
    ("rev", Column::Revenue),
    ("rev code", Column::Revenue),
    ("revenue", Column::Revenue),
    ("revenue code", Column::Revenue),
    ("description", Column::What),
    ("service description", Column::What),
    ("description of service", Column::What),
    ("description of services", Column::What),
    ("procedure description", Column::What),
    ("service", Column::What),
    ("services", Column::What),
    ("item", Column::What),
    ("qty", Column::Units),
    ("quantity", Column::Units),
    ("units", Column::Units),
    ("unit price", Column::Each),
    ("price", Column::Each),
    ("rate", Column::Each),
    ("billed", Column::Billed),
    ("billed amount", Column::Billed),
    ("amount billed", Column::Billed),
    ("charge", Column::Billed),
    ("charges", Column::Billed),
    ("total charge", Column::Billed),
    ("total charges", Column::Billed),
    ("charged", Column::Billed),
    ("provider charges", Column::Billed),
    ("amount", Column::Billed),
    ("allowed", Column::Allowed),
    ("allowed amount", Column::Allowed),
    ("plan allowed", Column::Allowed),
    ("adjustment", Column::Part(Part::Discount)),
    ("adjustments", Column::Part(Part::Discount)),
    ("discount", Column::Part(Part::Discount)),
    ("plan discount", Column::Part(Part::Discount)),
    ("plan paid", Column::PlanPaid),
    ("insurance paid", Column::PlanPaid),
    ("paid by plan", Column::PlanPaid),
    ("insurance payment", Column::PlanPaid),
    ("patient paid", Column::Part(Part::PatientPaid)),
    ("you owe", Column::Share),
    ("you may owe", Column::Share),
    ("your share", Column::Share),
    ("your responsibility", Column::Share),
    ("patient responsibility", Column::Share),
    ("patient balance", Column::Share),
    ("your cost", Column::Share),
    ("amount you owe", Column::Share),
    ("cost", Column::Billed),
    ("expected cost", Column::Billed),
    ("expected charge", Column::Billed),
    ("expected charges", Column::Billed),
    ("estimated cost", Column::Billed),
    ("estimated charge", Column::Billed),
    ("estimated charges", Column::Billed),
    ("patient owes", Column::Share),
    ("deductible", Column::Part(Part::Deductible)),
    ("deductible amount", Column::Part(Part::Deductible)),
    ("applied to deductible", Column::Part(Part::Deductible)),
    ("copay", Column::Part(Part::Copay)),
    ("co-pay", Column::Part(Part::Copay)),
    ("copayment", Column::Part(Part::Copay)),
    ("coinsurance", Column::Part(Part::Coinsurance)),
    ("co-insurance", Column::Part(Part::Coinsurance)),
    ("not covered", Column::Part(Part::NotCovered)),
    ("non-covered", Column::Part(Part::NotCovered)),
    ("amount not covered", Column::Part(Part::NotCovered)),
    ("other insurance", Column::Part(Part::OtherPayer)),
    ("other insurance paid", Column::Part(Part::OtherPayer)),
];

/// Columns of amounts that are not kept.
const OTHERS: [&str; 7] = ["paid", "payment", "payments", "balance", "total", "tax", "payments/adjustments"];

/// The head of a table.
#[derive(Debug)]
pub(super) struct Head {
    /// Its columns from left to right, with the words that name each.
    columns: Vec<(Column, Range<usize>)>,
    line: usize,
}

impl Head {
    /// The head that a line is, if it is one: two names of columns at least, one of them of amounts, hardly anything else.
    pub fn of(page: &Page, line: usize) -> Option<Self> {
        let words = page.sheet.lines.get(line).cloned().filter(|words| (2..=24).contains(&words.len()))?;
        let figures = words.clone().any(|at| page.sheet.raw(at).contains(|c: char| c.is_ascii_digit() || c == '$'));
        let prose = words.clone().any(|at| page.sheet.raw(at).ends_with(['.', '!', '?']));
        if figures || prose {
            return None;
        }
        let mut columns = Vec::new();
        let mut strange = 0;
        let mut at = words.start;
        while at < words.end {
            if let Some((column, end)) = named(page, at, words.end) {
                columns.push((column, at..end));
                at = end;
            } else {
                strange += usize::from(!page.sheet.key(at).is_empty());
                at += 1;
            }
        }
        let amounts = columns.iter().filter(|(column, _)| column.is_amount()).count();
        (columns.len() >= 2 && amounts >= 1 && strange < columns.len()).then_some(Self { columns, line })
    }

    /// Whether it has such a column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(held, _)| *held == column)
    }

    /// Whether one column stands left of another.
    pub fn is_before(&self, left: Column, right: Column) -> bool {
        let place = |column| self.columns.iter().position(|(held, _)| *held == column);
        place(left).is_some_and(|left| place(right).is_some_and(|right| left < right))
    }

    /// How many, where the column for it stands right before those of amounts and prints figures such as `2.00`.
    pub fn units(&self, amounts: &[Amount]) -> Option<u32> {
        let first_amount = self.columns.iter().position(|(column, _)| column.is_amount())?;
        let before = first_amount.checked_sub(1).and_then(|at| self.columns.get(at))?;
        let one_more = amounts.len() == self.columns.iter().filter(|(column, _)| column.is_amount()).count() + 1;
        let first = amounts.first().filter(|first| !first.dollar && first.cents.0 % 100 == 0)?;
        let fits = before.0 == Column::Units && one_more;
        fits.then(|| u32::try_from(first.cents.0 / 100).ok()).flatten()
    }

    /// The column of each amount of a row; nothing where that is not clear.
    pub fn place(&self, page: &Page, amounts: &[Amount]) -> Option<Vec<Column>> {
        let money: Vec<&(Column, Range<usize>)> =
            self.columns.iter().filter(|(column, _)| column.is_amount()).collect();
        if money.len() == amounts.len() {
            return Some(money.iter().map(|(column, _)| *column).collect());
        }
        if self.by_marks(page) {
            let cells: Vec<usize> = money.iter().map(|(_, words)| marks_before(page, words.start)).collect();
            let placed = amounts.iter().map(|amount| {
                let cell = marks_before(page, amount.words.start);
                cells.iter().position(|held| *held == cell).map(|at| money[at].0)
            });
            return placed.collect();
        }
        let mut next = 0;
        let placed = amounts.iter().map(|amount| {
            let at = span(page, &amount.words);
            let over = money.iter().enumerate().skip(next).filter(|(_, (_, words))| {
                let head = span(page, words);
                head.start < at.end && at.start < head.end
            });
            let mut over = over.map(|(place, (column, _))| (place, *column));
            let first = over.next()?;
            if over.next().is_some() {
                return None;
            }
            next = first.0 + 1;
            Some(first.1)
        });
        placed.collect()
    }

    /// Whether its cells are parted by tabs or bars.
    fn by_marks(&self, page: &Page) -> bool {
        let Some(last) = self.columns.last() else { return false };
        let first = page.sheet.lines[self.line].start;
        let words = page.sheet.words[first].at.start..page.sheet.words[last.1.start].at.start;
        page.sheet.verbatim(&words).contains(['\t', '|'])
    }
}

impl Column {
    /// The kind of total that a sum of this column is; nothing for columns that are not kept.
    pub fn sums(self) -> Option<TotalKind> {
        match self {
            Self::Billed => Some(TotalKind::Charges),
            Self::Allowed => Some(TotalKind::Allowed),
            Self::PlanPaid => Some(TotalKind::InsurancePaid),
            Self::Share => Some(TotalKind::AmountDue),
            Self::Part(Part::Discount) => Some(TotalKind::Adjustments),
            Self::Part(Part::Deductible) => Some(TotalKind::Deductible),
            Self::Part(Part::Copay) => Some(TotalKind::Copay),
            Self::Part(Part::Coinsurance) => Some(TotalKind::Coinsurance),
            Self::Part(Part::NotCovered) => Some(TotalKind::NotCovered),
            Self::Part(Part::OtherPayer) => Some(TotalKind::OtherPayer),
            Self::Part(Part::PatientPaid) => Some(TotalKind::PatientPaid),
            Self::Part(Part::PaidToPatient)
            | Self::Date
            | Self::Code
            | Self::Revenue
            | Self::What
            | Self::Units
            | Self::Each
            | Self::OtherAmount => None,
        }
    }

    fn is_amount(self) -> bool {
        match self {
            Self::Each
            | Self::Billed
            | Self::Allowed
            | Self::PlanPaid
            | Self::Share
            | Self::Part(_)
            | Self::OtherAmount => true,
            Self::Date | Self::Code | Self::Revenue | Self::What | Self::Units => false,
        }
    }
}

/// What a column of a file with this name holds.
pub(super) fn holds(name: &str) -> Option<Holds> {
    let (_, column) = NAMES.into_iter().find(|(held, _)| *held == name)?;
    match column {
        Column::Date => Some(Holds::On),
        Column::Code => Some(Holds::Code),
        Column::Revenue => Some(Holds::Revenue),
        Column::What => Some(Holds::What),
        Column::Units => Some(Holds::Units),
        Column::Billed => Some(Holds::Billed),
        Column::Allowed => Some(Holds::Allowed),
        Column::PlanPaid => Some(Holds::PlanPaid),
        Column::Share => Some(Holds::Share),
        Column::Part(part) => Some(Holds::Part(part)),
        Column::Each | Column::OtherAmount => None,
    }
}

/// The column that the words here name, the longest first, and the word after its name.
fn named(page: &Page, at: usize, end: usize) -> Option<(Column, usize)> {
    let others = OTHERS.iter().map(|name| (*name, Column::OtherAmount));
    NAMES
        .into_iter()
        .chain(others)
        .filter_map(|(name, column)| Some((column, page.sheet.phrase(at, name)?)))
        .filter(|(_, after)| *after <= end)
        .max_by_key(|(_, after)| *after)
}

/// How many tabs and bars stand before a word in its line.
fn marks_before(page: &Page, word: usize) -> usize {
    page.sheet.before_in_line(word).matches(['\t', '|']).count()
}

/// Where some words stand in their line, in characters.
fn span(page: &Page, words: &Range<usize>) -> Range<usize> {
    let start = page.sheet.before_in_line(words.start).chars().count();
    start..start + page.sheet.verbatim(&page.sheet.span(words)).chars().count()
}
