//! Printed totals by the words before them, and what a bare "Total" can be.
//!
//! What is taken off is kept as a positive amount. A total whose words are not known is no total.

use std::ops::Range;

use super::amount::Amount;
use super::{Doubt, Line, Page, Read, Total};
use crate::kinds::{StatementKind, TotalKind};
use crate::money::Cents;

/// What the words before an amount say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// It is a total of this kind.
    Total(TotalKind),
    /// It is a total of this kind, or perhaps something else.
    Perhaps(TotalKind),
    /// It was paid, and nothing says by whom.
    Paid,
    /// A bare "Total".
    Bare,
    /// A copay, deductible or insurance: taken off where it is printed below zero, else not known.
    OnlyOff(TotalKind),
    /// Something added below the services, such as a tax or a late fee.
    Added,
    /// It sums something up, but not what this reader keeps.
    Other,
}

const DUE: Says = Says::Total(TotalKind::AmountDue);
const CHARGES: Says = Says::Total(TotalKind::Charges);
const ALLOWED: Says = Says::Total(TotalKind::Allowed);
const OFF: Says = Says::Total(TotalKind::Adjustments);
const PLAN: Says = Says::Total(TotalKind::InsurancePaid);
const MINE: Says = Says::Total(TotalKind::PatientPaid);

/// The words before a total, without "total", "less", "your", "patient", "estimated" and the like in front.
const PHRASES: &[(&str, Says)] = &[
    ("subtotal", CHARGES),
    ("sub total", CHARGES),
    ("sub-total", CHARGES),
    ("charges", CHARGES),
    ("total charge", CHARGES),
    ("estimated charge", CHARGES),
    ("billed", CHARGES),
    ("billed charges", CHARGES),
    ("amount billed", CHARGES),
    ("billed amount", CHARGES),
    ("charged", CHARGES),
    ("amount charged", CHARGES),
    ("gross charges", CHARGES),
    ("hospital charges", CHARGES),
    ("new charges", CHARGES),
    ("current charges", CHARGES),
    ("total cost", CHARGES),
    ("estimated cost", CHARGES),
    ("total costs", CHARGES),
    ("estimated costs", CHARGES),
    ("total fees", CHARGES),
    ("estimated fees", CHARGES),
    ("allowed", ALLOWED),
    ("allowed amount", ALLOWED),
    ("amount allowed", ALLOWED),
    ("plan allowed", ALLOWED),
    ("adjustment", OFF),
    ("adjustments", OFF),
    ("insurance adjustment", OFF),
    ("insurance adjustments", OFF),
    ("contractual adjustment", OFF),
    ("contractual adjustments", OFF),
    ("contractual allowance", OFF),
    ("discount", OFF),
    ("discounts", OFF),
    ("insurance discount", OFF),
    ("plan discount", OFF),
    ("plan discounts", OFF),
    ("network discount", OFF),
    ("network savings", OFF),
    ("member savings", OFF),
    ("provider discount", OFF),
    ("courtesy discount", OFF),
    ("self-pay discount", OFF),
    ("self pay discount", OFF),
    ("uninsured discount", OFF),
    ("prompt pay discount", OFF),
    ("prompt-pay discount", OFF),
    ("discounts and adjustments", OFF),
    ("adjustments and discounts", OFF),
    ("write-off", OFF),
    ("write off", OFF),
    ("financial assistance", OFF),
    ("charity care", OFF),
    ("insurance paid", PLAN),
    ("insurance payment", PLAN),
    ("insurance payments", PLAN),
    ("insurance applied", PLAN),
    ("insurance coverage", PLAN),
    ("primary insurance paid", PLAN),
    ("primary insurance payment", PLAN),
    ("secondary insurance paid", PLAN),
    ("secondary insurance payment", PLAN),
    ("paid by insurance", PLAN),
    ("paid by plan", PLAN),
    ("paid by your plan", PLAN),
    ("amount paid by insurance", PLAN),
    ("amount paid by plan", PLAN),
    ("plan paid", PLAN),
    ("plan payment", PLAN),
    ("plan payments", PLAN),
    ("medicare paid", PLAN),
    ("medicare payment", PLAN),
    ("medicaid paid", PLAN),
    ("medicaid payment", PLAN),
    ("insurance payments and adjustments", Says::Perhaps(TotalKind::InsurancePaid)),
    ("insurance payments/adjustments", Says::Perhaps(TotalKind::InsurancePaid)),
    ("insurance", Says::OnlyOff(TotalKind::InsurancePaid)),
    ("patient paid", MINE),
    ("patient payment", MINE),
    ("patient payments", MINE),
    ("patient payments received", MINE),
    ("you paid", MINE),
    ("paid by you", MINE),
    ("paid by patient", MINE),
    ("amount you paid", MINE),
    ("your payment", MINE),
    ("your payments", MINE),
    ("copay paid", MINE),
    ("co-pay paid", MINE),
    ("deposit", MINE),
    ("deposits", MINE),
    ("payment", Says::Paid),
    ("payments", Says::Paid),
    ("payment received", Says::Paid),
    ("payments received", Says::Paid),
    ("previous payments", Says::Paid),
    ("payments made", Says::Paid),
    ("amount paid", Says::Paid),
    ("paid", Says::Paid),
    ("payments and adjustments", Says::Perhaps(TotalKind::PatientPaid)),
    ("payments/adjustments", Says::Perhaps(TotalKind::PatientPaid)),
    ("copay", Says::OnlyOff(TotalKind::PatientPaid)),
    ("co-pay", Says::OnlyOff(TotalKind::PatientPaid)),
    ("copayment", Says::OnlyOff(TotalKind::PatientPaid)),
    ("coinsurance", Says::OnlyOff(TotalKind::PatientPaid)),
    ("deductible", Says::OnlyOff(TotalKind::PatientPaid)),
    ("copay/deductible", Says::OnlyOff(TotalKind::PatientPaid)),
    ("deductible/copay", Says::OnlyOff(TotalKind::PatientPaid)),
    ("amount due", DUE),
    ("amount now due", DUE),
    ("amount due now", DUE),
    ("balance due", DUE),
    ("balance", DUE),
    ("patient balance", DUE),
    ("patient balance due", DUE),
    ("patient amount due", DUE),
    ("patient responsibility", DUE),
    ("patient portion", DUE),
    ("patient share", DUE),
    ("patient owes", DUE),
    ("member responsibility", DUE),
    ("responsibility", DUE),
    ("portion", DUE),
    ("share", DUE),
    ("due", DUE),
    ("due now", DUE),
    ("new balance", DUE),
    ("current balance", DUE),
    ("account balance", DUE),
    ("remaining balance", DUE),
    ("outstanding balance", DUE),
    ("balance owed", DUE),
    ("amount owed", DUE),
    ("amount you owe", DUE),
    ("amount you may owe", DUE),
    ("you owe", DUE),
    ("you may owe", DUE),
    ("what you owe", DUE),
    ("pay this amount", DUE),
    ("please pay", DUE),
    ("please pay this amount", DUE),
    ("total", Says::Bare),
    ("totals", Says::Bare),
    ("grand total", Says::Bare),
    ("total amount", Says::Bare),
    ("amount", Says::Bare),
    ("tax", Says::Added),
    ("sales tax", Says::Added),
    ("late fee", Says::Added),
    ("late fees", Says::Added),
    ("late charge", Says::Added),
    ("late charges", Says::Added),
    ("finance charge", Says::Added),
    ("finance charges", Says::Added),
    ("interest", Says::Added),
    ("interest charge", Says::Added),
    ("previous balance", Says::Other),
    ("prior balance", Says::Other),
    ("past due", Says::Other),
    ("past due amount", Says::Other),
    ("past due balance", Says::Other),
    ("minimum payment", Says::Other),
    ("minimum payment due", Says::Other),
    ("minimum due", Says::Other),
    ("amount enclosed", Says::Other),
    ("payment amount", Says::Other),
    ("amount not covered", Says::Other),
    ("not covered", Says::Other),
    ("last payment", Says::Other),
];

/// Words that may stand before such a phrase without changing it.
const BEFORE: [&str; 13] = [
    "total",
    "totals",
    "less",
    "minus",
    "your",
    "the",
    "patient",
    "member",
    "estimated",
    "est",
    "statement",
    "visit",
    "claim",
];

/// What the words before an amount say, if they are those of a total. A date in front and brackets behind do not count.
pub(super) fn says(page: &Page, label: &Range<usize>) -> Option<Says> {
    let sheet = page.sheet;
    let start = match page.day_at(label.start) {
        Some(day) => day.words.end.min(label.end),
        None => label.start,
    };
    let bracket = (start..label.end).find(|at| sheet.raw(*at).starts_with('(')).unwrap_or(label.end);
    let estimated = (start..bracket).any(|at| matches!(sheet.key(at), "estimated" | "est"));
    let found = known(&page.keys(&(start..bracket)))
        .or_else(|| {
            // "Insurance payment - Blue Cross": what is taken off may name who took it.
            let dash = (start..bracket).find(|at| *at > start && matches!(sheet.raw(*at), "-" | "\u{2013}" | ":"))?;
            known(&page.keys(&(start..dash))).filter(|says| says.is_off())
        })
        .or_else(|| {
            let keys: Vec<&str> = (start..bracket).map(|at| sheet.key(at)).filter(|key| !key.is_empty()).collect();
            let sums = |key: &&str| matches!(*key, "total" | "totals" | "subtotal");
            [keys.first(), keys.last()].into_iter().flatten().any(sums).then_some(Says::Other)
        })?;
    let guessed = match found {
        Says::Total(kind) => (estimated && is_off(kind)).then_some(Says::Perhaps(kind)),
        Says::Perhaps(_) | Says::Paid | Says::Bare | Says::OnlyOff(_) | Says::Added | Says::Other => None,
    };
    Some(guessed.unwrap_or(found))
}

/// The phrase as it stands, or without the words in front of it, the longest first.
fn known(keys: &str) -> Option<Says> {
    let mut rest = keys;
    loop {
        if let Some((_, says)) = PHRASES.iter().find(|(phrase, _)| *phrase == rest) {
            return Some(*says);
        }
        let (first, after) = rest.split_once(' ')?;
        if !BEFORE.contains(&first) {
            return None;
        }
        rest = after;
    }
}

impl Says {
    fn is_off(self) -> bool {
        match self {
            Self::Total(kind) | Self::Perhaps(kind) | Self::OnlyOff(kind) => is_off(kind),
            Self::Paid => true,
            Self::Bare | Self::Added | Self::Other => false,
        }
    }
}

/// Whether totals of this kind are taken off the charges.
fn is_off(kind: TotalKind) -> bool {
    match kind {
        TotalKind::Adjustments | TotalKind::InsurancePaid | TotalKind::PatientPaid => true,
        TotalKind::Charges
        | TotalKind::Allowed
        | TotalKind::AmountDue
        | TotalKind::Deductible
        | TotalKind::Copay
        | TotalKind::Coinsurance
        | TotalKind::NotCovered
        | TotalKind::OtherPayer => false,
    }
}

/// What the words of a row say that is taken off without the words of a total: "BCBS PMT -$180.00".
pub(super) fn taken_off(page: &Page, label: &Range<usize>) -> Option<Says> {
    let holds = |words: &[&str]| label.clone().any(|at| words.contains(&page.sheet.key(at)));
    let insurance = ["insurance", "ins", "plan", "medicare", "medicaid", "primary", "secondary", "carrier", "payer"];
    if holds(&["adjustment", "adjustments", "adj", "discount", "write-off", "writeoff", "allowance"]) {
        return Some(Says::Perhaps(TotalKind::Adjustments));
    }
    let paid = holds(&["payment", "payments", "paid", "pmt", "pymt"]);
    match (paid, holds(&insurance)) {
        (true, true) => Some(Says::Perhaps(TotalKind::InsurancePaid)),
        (true, false) => Some(Says::Paid),
        (false, _) => None,
    }
}

/// A total with the words that made it one.
#[derive(Debug)]
pub(super) struct Found {
    pub says: Says,
    pub total: Total,
}

/// The total that an amount is, if its words make it one; `label` are those words, where they stand before it.
pub(super) fn total(page: &Page, says: Says, label: Option<&Range<usize>>, amount: &Amount) -> Option<Found> {
    let (kind, doubt) = match says {
        Says::Total(kind) => (kind, None),
        Says::Perhaps(kind) => (kind, Some(Doubt::Role)),
        Says::Paid => (TotalKind::PatientPaid, Some(Doubt::Role)),
        Says::Bare => (TotalKind::Charges, Some(Doubt::Role)),
        Says::OnlyOff(TotalKind::InsurancePaid) => {
            (TotalKind::InsurancePaid, (amount.cents.0 >= 0).then_some(Doubt::Role))
        }
        Says::OnlyOff(kind) if amount.cents.0 < 0 => (kind, Some(Doubt::Role)),
        Says::OnlyOff(_) | Says::Added | Says::Other => return None,
    };
    let cents = if is_off(kind) { Cents(amount.cents.0.abs()) } else { amount.cents };
    let words = label.map_or(amount.words.start, |label| label.start)..amount.words.end;
    Some(Found { says, total: Total { kind, amount: Read { doubt, ..page.read(&words, cents) } } })
}

/// A total in a column of a table.
pub(super) fn in_column(page: &Page, kind: TotalKind, amount: &Amount) -> Found {
    let cents = if is_off(kind) { Cents(amount.cents.0.abs()) } else { amount.cents };
    Found { says: Says::Total(kind), total: Total { kind, amount: page.read(&amount.words, cents) } }
}

/// The totals, once the whole paper was read: a bare total that is the sum of the lines is one of charges, one that is
/// what remains of them is what is due, and on a receipt it was the patient who paid.
pub(super) fn settle(found: Vec<Found>, lines: &[Line], kind: StatementKind) -> Vec<Total> {
    let charged: Option<i64> = lines.iter().map(|line| line.billed.as_ref().map(|billed| billed.value.0)).sum();
    let charged = charged.filter(|_| !lines.is_empty());
    let asks = found.iter().any(|found| found.total.kind == TotalKind::AmountDue);
    let mut off = 0;
    let settled = found.into_iter().map(|Found { says, mut total }| {
        let amount = total.amount.value.0;
        if says == Says::Bare {
            let is_sum = charged == Some(amount);
            let is_rest = !asks && off != 0 && charged.is_some_and(|charged| charged - off == amount);
            total.amount.doubt = (!is_sum).then_some(Doubt::Role);
            total.kind = if is_rest && !is_sum { TotalKind::AmountDue } else { TotalKind::Charges };
        }
        if says == Says::Paid && kind == StatementKind::Receipt {
            total.amount.doubt = None;
        }
        if is_off(total.kind) {
            off += amount;
        }
        total
    });
    settled.collect()
}
