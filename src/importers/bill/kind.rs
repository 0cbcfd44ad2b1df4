//! What the paper is: a bill, an explanation of benefits, a receipt, an estimate, or none of them.

use std::ops::Range;

use super::totals::Found;
use super::{Doubt, Line, Page, Read};
use crate::importers::letter;
use crate::kinds::{StatementKind, TotalKind};

/// A heading longer than this is a sentence, in words.
const HEADING: usize = 10;

/// Turns of phrase of an explanation of benefits.
const EOB: [&str; 3] = ["explanation of benefits", "explanation of your benefits", "eob"];
/// What a paper that is no bill says of itself. Estimates say it too.
const NO_BILL: [&str; 3] = ["this is not a bill", "not a bill", "is not a bill"];
/// Turns of phrase of an estimate.
const ESTIMATE: [&str; 8] = [
    "good faith estimate",
    "cost estimate",
    "estimate of charges",
    "estimate of cost",
    "estimate of costs",
    "price estimate",
    "estimate",
    "treatment estimate",
];
/// Turns of phrase of a receipt, besides the word itself.
const RECEIPT: [&str; 3] = ["paid in full", "payment receipt", "thank you for your payment"];
/// Turns of phrase of a bill.
const BILL: [&str; 22] = [
    "billing statement",
    "patient statement",
    "statement of services",
    "statement of account",
    "account statement",
    "statement from",
    "hospital statement",
    "medical bill",
    "hospital bill",
    "itemized bill",
    "itemized statement",
    "bill details",
    "invoice",
    "amount due",
    "balance due",
    "payment due",
    "pay by",
    "please remit",
    "remit payment",
    "due date",
    "patient balance",
    "pay this amount",
];

/// What the paper is, with the words that say so; nothing when it is none.
pub(super) fn of(page: &Page, lines: &[Line], totals: &[Found]) -> Option<Read<StatementKind>> {
    let whole = 0..page.sheet.words.len();
    let money = !(lines.is_empty() && totals.is_empty());
    let heading = |phrases: &[&str]| in_heading(page, phrases);
    let somewhere = |phrases: &[&str]| page.sheet.any(&whole, phrases);
    let found = |words: Range<usize>, kind, doubt| Some(Read { doubt, ..page.read(&words, kind) });
    if !money {
        return None;
    }
    let letter = (0..page.sheet.words.len()).any(|at| page.sheet.words[at].opens && page.sheet.key(at) == "dear");
    if letter && lines.is_empty() && letter::is_decision(page.sheet) {
        return None;
    }
    if let Some(words) = heading(&EOB) {
        return found(words, StatementKind::Eob, None);
    }
    if let Some(words) = heading(&ESTIMATE) {
        return found(words, StatementKind::Estimate, None);
    }
    if let Some(words) = somewhere(&NO_BILL) {
        return found(words, StatementKind::Eob, Some(Doubt::Role));
    }
    if let Some(words) = receipt(page) {
        let asks =
            totals.iter().any(|found| found.total.kind == TotalKind::AmountDue && found.total.amount.value.0 > 0);
        return found(words, StatementKind::Receipt, asks.then_some(Doubt::Role));
    }
    if lines.is_empty() && letter::is_decision(page.sheet) {
        return None;
    }
    if let Some(words) = somewhere(&BILL) {
        return found(words, StatementKind::Bill, None);
    }
    // Nothing says what it is, but it lists services or asks for money.
    let asked =
        totals.iter().find(|found| found.total.kind == TotalKind::AmountDue).map(|found| &found.total.amount.at);
    let at = lines.first().map(|line| &line.at).or(asked)?;
    Some(Read { doubt: Some(Doubt::Role), ..page.read_at(at.clone(), StatementKind::Bill) })
}

/// The phrase, where it stands in a short line or column.
fn in_heading(page: &Page, phrases: &[&str]) -> Option<Range<usize>> {
    let lines = page.sheet.lines.iter().filter(|line| line.len() <= HEADING && !has_amount(page, line));
    lines.into_iter().find_map(|line| page.sheet.any(line, phrases))
}

fn has_amount(page: &Page, line: &Range<usize>) -> bool {
    line.clone().any(|at| page.sheet.raw(at).contains('$'))
}

/// The word "receipt" in a heading or before a number, or words that say that all was paid.
fn receipt(page: &Page) -> Option<Range<usize>> {
    let sheet = page.sheet;
    let word = (0..sheet.words.len()).find(|at| {
        let after = matches!(sheet.key(at.wrapping_sub(1)), "upon" | "on" | "of" | "your" | "this" | "a" | "keep");
        let alone = sheet.line(*at).len() <= HEADING;
        matches!(sheet.key(*at), "receipt" | "receipt#") && alone && !after
    });
    word.map(|at| at..at + 1).or_else(|| in_heading(page, &RECEIPT))
}

/// Whether something in the paper is about health care.
pub(super) fn is_health(page: &Page, lines: &[Line]) -> bool {
    lines.iter().any(|line| line.code.as_ref().is_some_and(|code| code.doubt.is_none()))
        || letter::is_about_health(page.sheet)
}
