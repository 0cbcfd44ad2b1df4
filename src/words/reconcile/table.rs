//! A bill beside its explanation of benefits as a table: CSV for a spreadsheet, and a paper for print and the packet.
//!
//! The paper speaks for the person to the office or the plan: it asks, and says nothing that the papers do not.

use super::{ask, grade, reason, title};
use crate::case::{At, Case, StatementLine};
use crate::civil::Date;
use crate::kinds::StatementKind;
use crate::money::Cents;
use crate::paper::csv::Sheet;
use crate::paper::{Block, Line, Paper, Part, Span, line, long_day};
use crate::reconcile::{Pair, Reconciliation};

const HEAD: [&str; 12] = [
    "What",
    "Bill lines",
    "EOB lines",
    "Day",
    "Code",
    "Charged on the bill",
    "Charged on the EOB",
    "Plan allows",
    "Plan paid",
    "Your share",
    "At stake",
    "Why",
];

/// All pairs, lines that stand alone, and findings, as CSV by RFC 4180.
#[must_use]
pub fn csv(case: &Case, of: &Reconciliation) -> String {
    let mut sheet = Sheet::default();
    sheet.row(HEAD.into_iter());
    let pairs = of.pairs.iter().map(|pair| row("The same care", pair, case));
    let alone = [("Only on a bill", &of.bill_alone, true), ("Only on an EOB", &of.eob_alone, false)];
    let alone = alone.into_iter().flat_map(|(what, lines, is_bill)| {
        lines.iter().map(move |at| {
            let (bill, eob) = if is_bill { (vec![*at], Vec::new()) } else { (Vec::new(), vec![*at]) };
            row(what, &Pair { bill, eob, why: Vec::new() }, case)
        })
    });
    for cells in pairs.chain(alone) {
        sheet.row(cells.iter().map(String::as_str));
    }
    for found in &of.findings {
        let (bill, eob): (Vec<At>, Vec<At>) = found.lines.iter().partition(|at| is_of_bill(**at, case));
        let mut cells = row(title(&found.kind), &Pair { bill, eob, why: Vec::new() }, case);
        cells[10] = found.at_stake.map(|cents| cents.to_string()).unwrap_or_default();
        cells[11] = format!("{}: {}", grade(found.grade), reason(found, case));
        sheet.row(cells.iter().map(String::as_str));
    }
    sheet.text
}

fn is_of_bill(at: At, case: &Case) -> bool {
    case.statement(at.statement).is_some_and(|paper| paper.kind == StatementKind::Bill)
}

fn row(what: &str, pair: &Pair, case: &Case) -> [String; 12] {
    let first = pair.bill.first().or(pair.eob.first()).and_then(|at| held(*at, case));
    let numbers = |lines: &[At]| lines.iter().map(|at| (at.line + 1).to_string()).collect::<Vec<_>>().join(", ");
    let sum = |lines: &[At], of: fn(&StatementLine) -> Option<Cents>| {
        sum(lines, case, of).map(|cents| cents.to_string()).unwrap_or_default()
    };
    [
        what.to_owned(),
        numbers(&pair.bill),
        numbers(&pair.eob),
        first.and_then(|line| line.on).map(long_day).unwrap_or_default(),
        first.map(|line| line.code.clone()).unwrap_or_default(),
        sum(&pair.bill, |line| line.billed),
        sum(&pair.eob, |line| line.billed),
        sum(&pair.eob, |line| line.allowed),
        sum(&pair.eob, |line| line.plan_paid),
        sum(&pair.eob, |line| line.share),
        String::new(),
        if pair.why.is_empty() { String::new() } else { super::why(pair) },
    ]
}

fn held(at: At, case: &Case) -> Option<&StatementLine> {
    case.statement(at.statement)?.lines.get(at.line)
}

/// What lines come to; nothing where one is silent or there is none.
fn sum(lines: &[At], case: &Case, of: fn(&StatementLine) -> Option<Cents>) -> Option<Cents> {
    let mut all = lines.iter().map(|at| of(held(*at, case)?));
    let sum = all.try_fold(0_i64, |sum, cents| sum.checked_add(cents?.0));
    sum.filter(|_| !lines.is_empty()).map(Cents)
}

/// The comparison as a paper that goes with a letter.
#[must_use]
pub fn exhibit(case: &Case, of: &Reconciliation, today: Date) -> Paper {
    let title = "Bill beside explanation of benefits";
    let mut parts = Vec::new();
    let mut add = |key: String, block: Block| parts.push(Part::new(key, block));
    add("title".to_owned(), Block::Heading { level: 1, line: line![title] });
    let lead = "Each line of the bill stands beside the line of the explanation of benefits (EOB) for the same care. The \
                amounts are as printed on the two.";
    add("lead".to_owned(), Block::Paragraph(line![lead]));
    for owed in &of.owed {
        let Some(bill) = case.statement(owed.bill) else { continue };
        let number = owed.bill.0;
        add(format!("bill-{number}"), Block::Heading { level: 2, line: line![super::name(bill)] });
        let own = |pair: &&Pair| pair.bill.iter().any(|at| at.statement == owed.bill);
        let alone = of.bill_alone.iter().filter(|at| at.statement == owed.bill);
        let alone = alone.map(|at| Pair { bill: vec![*at], eob: Vec::new(), why: Vec::new() });
        let rows: Vec<Vec<Line>> =
            of.pairs.iter().filter(own).cloned().chain(alone).map(|pair| exhibit_row(&pair, case)).collect();
        if !rows.is_empty() {
            let head = [
                "Day",
                "Service on the bill",
                "Charged",
                "Charged on the EOB",
                "Plan allows",
                "Plan paid",
                "Patient\u{2019}s share",
            ];
            let head = head.map(ToOwned::to_owned).to_vec();
            add(format!("lines-{number}"), Block::Table { head, rows });
        }
        add(format!("sums-{number}"), Block::List { numbered: false, items: sums(owed) });
    }
    let asked: Vec<Line> = of.findings.iter().map(|found| line![ask(found, case)]).collect();
    if !asked.is_empty() {
        add("open".to_owned(), Block::Heading { level: 2, line: line!["What is open"] });
        add("asked".to_owned(), Block::List { numbered: true, items: asked });
    }
    Paper { title: title.to_owned(), date: today, parts }
}

fn exhibit_row(pair: &Pair, case: &Case) -> Vec<Line> {
    let first = pair.bill.first().and_then(|at| held(*at, case));
    let traced = |text: String| match first {
        Some(held) if !text.is_empty() => vec![Span::traced(held.from.clone(), text)],
        Some(_) | None => line![text],
    };
    let day = first.and_then(|line| line.on).map(long_day).unwrap_or_default();
    let what = first.map(|line| {
        let parts = [line.code.clone(), line.what.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let amount = |lines: &[At], of: fn(&StatementLine) -> Option<Cents>| -> Line {
        let none = if lines.is_empty() { "not on an EOB" } else { "not said" };
        let from = lines.first().and_then(|at| held(*at, case)).map(|line| line.from.clone());
        match (sum(lines, case, of), from) {
            (Some(cents), Some(from)) => vec![Span::traced(from, cents.to_string())],
            (Some(_) | None, _) => line![none],
        }
    };
    vec![
        traced(day),
        traced(what.unwrap_or_default()),
        amount(&pair.bill, |line| line.billed),
        amount(&pair.eob, |line| line.billed),
        amount(&pair.eob, |line| line.allowed),
        amount(&pair.eob, |line| line.plan_paid),
        amount(&pair.eob, |line| line.share),
    ]
}

fn sums(owed: &crate::reconcile::Owed) -> Vec<Line> {
    let mut said = Vec::new();
    if let Some(asks) = owed.asks {
        said.push(line![format!("The bill asks for {asks}.")]);
    }
    if let Some(share) = owed.share {
        said.push(if share.least == share.most {
            line![format!("By the EOB the patient\u{2019}s share is {}.", share.most)]
        } else {
            line![format!("By the EOB the patient\u{2019}s share is between {} and {}.", share.least, share.most)]
        });
    }
    if owed.paid != Cents(0) {
        said.push(line![format!("The patient has paid {}.", owed.paid)]);
    }
    if owed.unexplained != Cents(0) {
        said.push(line![format!("{} of the bill is on no EOB that fits it.", owed.unexplained)]);
    }
    if let Some(refund) = owed.refund {
        said.push(line![format!("{refund} was paid beyond the share.")]);
    }
    said
}
