//! The lines of a bill in a letter: how a line is named, and which lines stand more than once.
//!
//! A line is quoted as the bill has it and traced to its words. What stands twice is a question, never a charge of wrong:
//! the same service can be given twice.

use crate::case::{Statement, StatementLine};
use crate::money::Cents;
use crate::paper::{Line, Span, line, long_day};

/// The most repeated lines that one letter asks about. A longer list belongs in a table of its own.
const MOST_ASKED: usize = 5;

/// One service that the bill shows more than once, line for line the same.
pub(super) struct Repeated<'a> {
    /// The lines, two or more, in the order printed.
    lines: Vec<&'a StatementLine>,
    /// How many of them no credit takes back.
    times: usize,
}

/// The services that stand more than once: same day, same code (or same words where there is no code), same units and same
/// charge. A credit of the same amount takes one of them back.
pub(super) fn repeated(bill: &Statement) -> Vec<Repeated<'_>> {
    let mut found: Vec<Repeated> = Vec::new();
    for line in bill.lines.iter().filter(|line| can_repeat(line)) {
        match found.iter_mut().find(|held| held.lines.first().is_some_and(|first| same(first, line))) {
            Some(held) => held.lines.push(line),
            None => found.push(Repeated { lines: vec![line], times: 0 }),
        }
    }
    for group in &mut found {
        let credits =
            group.lines.first().map_or(0, |first| bill.lines.iter().filter(|line| takes_back(line, first)).count());
        group.times = group.lines.len().saturating_sub(credits);
    }
    found.retain(|group| group.times > 1);
    found.truncate(MOST_ASKED);
    found
}

impl Repeated<'_> {
    /// What the bill shows, and the question. Code and day are traced to the first line, the charge to the last.
    pub fn question(&self) -> Line {
        let (Some(first), Some(last)) = (self.lines.first(), self.lines.last()) else { return Vec::new() };
        let charge = last.billed.map_or_else(Vec::new, |charge| {
            line![", for ", Span::traced(last.from.clone(), charge.to_string()), " each"]
        });
        let times = times(self.times);
        let question = format!(". Please tell me whether it was done {times}.");
        [service(first), line![" stands ", times], charge, line![question]].concat()
    }
}

/// The service of a line and its day: `99213 on January 15, 2024`.
pub(super) fn service(of: &StatementLine) -> Line {
    let named = Span::traced(of.from.clone(), name(of));
    let day = of.on.map(|day| Span::traced(of.from.clone(), long_day(day)));
    [line![named], super::pen::with(" on ", day)].concat()
}

/// The code as printed, or what the line says the service was.
fn name(line: &StatementLine) -> String {
    let text = if line.code.trim().is_empty() { &line.what } else { &line.code };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line says enough to be told from another one.
fn can_repeat(line: &StatementLine) -> bool {
    line.on.is_some() && line.billed.is_some_and(|charge| charge > Cents(0)) && !name(line).is_empty()
}

fn same(one: &StatementLine, other: &StatementLine) -> bool {
    one.on == other.on && name(one) == name(other) && one.units == other.units && one.billed == other.billed
}

fn takes_back(credit: &StatementLine, charge: &StatementLine) -> bool {
    let amount = |line: &StatementLine| line.billed.map(|cents| cents.0);
    credit.on == charge.on
        && name(credit) == name(charge)
        && amount(credit).zip(amount(charge)).is_some_and(|(credit, charge)| credit == -charge)
}

fn times(count: usize) -> &'static str {
    match count {
        2 => "twice",
        3 => "three times",
        4 => "four times",
        5 => "five times",
        _ => "many times",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Detail, Number, Provenance};
    use crate::kinds::StatementKind;
    use crate::paper::line_text;

    /// A line as `day code charge`, where `-` stands for nothing.
    fn line(text: &str) -> StatementLine {
        let words: Vec<&str> = text.split(' ').collect();
        let some = |at: usize| words.get(at).filter(|word| **word != "-");
        StatementLine {
            on: some(0).map(|day| day.parse().expect("a real day")),
            code: some(1).map_or_else(String::new, |code| (*code).to_owned()),
            what: String::new(),
            units: None,
            billed: some(2).map(|cents| Cents(cents.parse().expect("cents"))),
            allowed: None,
            plan_paid: None,
            share: None,
            detail: Detail::default(),
            from: Provenance::Document { document: Number(3), words: text.to_owned() },
        }
    }

    fn check(lines: &[&str], expected: &[&str]) {
        let lines = lines.iter().map(|text| line(text)).collect();
        let bill = Statement { lines, ..Statement::new(Number(4), StatementKind::Bill) };
        let asked: Vec<String> = repeated(&bill).iter().map(|group| line_text(&group.question())).collect();
        assert_eq!(asked, expected);
    }

    #[test]
    fn a_line_that_stands_twice_is_a_question() {
        check(
            &["2024-01-15 99213 15000", "2024-01-15 85025 4200", "2024-01-15 99213 15000"],
            &["99213 on January 15, 2024 stands twice, for $150.00 each. Please tell me whether it was done twice."],
        );
    }

    #[test]
    fn another_day_another_charge_or_a_modifier_is_another_line() {
        check(&["2024-01-15 99213 15000", "2024-01-16 99213 15000"], &[]);
        check(&["2024-01-15 99213 15000", "2024-01-15 99213 16000"], &[]);
        check(&["2024-01-15 73560-LT 15000", "2024-01-15 73560-RT 15000"], &[]);
    }

    #[test]
    fn a_line_without_day_code_or_charge_is_compared_with_none() {
        check(&["- 99213 15000", "- 99213 15000"], &[]);
        check(&["2024-01-15 - 15000", "2024-01-15 - 15000"], &[]);
        check(&["2024-01-15 99213 -", "2024-01-15 99213 -"], &[]);
        check(&["2024-01-15 99213 0", "2024-01-15 99213 0"], &[]);
    }

    #[test]
    fn a_credit_takes_one_of_them_back() {
        let (charge, credit) = ("2024-01-15 99213 15000", "2024-01-15 99213 -15000");
        check(&[charge, charge, credit], &[]);
        let three =
            "99213 on January 15, 2024 stands twice, for $150.00 each. Please tell me whether it was done twice.";
        check(&[charge, charge, charge, credit], &[three]);
    }

    fn source(span: &Span) -> Option<&Provenance> {
        match span {
            Span::Fact(traced) | Span::Quote(traced) => Some(traced.from()),
            Span::Plain(_) | Span::Law { .. } | Span::Own(_) => None,
        }
    }

    #[test]
    fn both_ends_of_a_repeat_are_traced() {
        let lines = vec![line("2024-01-15 99213 15000"), line("2024-01-15 99213 15000")];
        let bill = Statement { lines: lines.clone(), ..Statement::new(Number(4), StatementKind::Bill) };
        let question = repeated(&bill).remove(0).question();
        let traced: Vec<&Provenance> = question.iter().filter_map(source).collect();
        assert_eq!(traced, [&lines[0].from, &lines[0].from, &lines[1].from]);
    }
}
