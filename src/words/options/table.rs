//! The routes as a table: CSV for a spreadsheet, and a paper for print and the packet.
//!
//! Knows the words of a route, not how a cell is quoted.

use super::{amount, begins_with, by, clock, cost_note, first_step, gives_up, name, needs, state, writing};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::Field;
use crate::options::{Clock, Kind, Route, State};
use crate::paper::csv::Sheet;
use crate::paper::{Block, Line, Paper, Part, Span, line};

/// The head of the spreadsheet.
const HEAD: [&str; 13] = [
    "Route",
    "State",
    "First step",
    "By when",
    "Cost now",
    "Cost in all",
    "About the cost",
    "Needs",
    "In writing",
    "Gives up",
    "Clock for the appeal",
    "Only if",
    "Begins with",
];

/// The routes as CSV by RFC 4180: a head, a row for each route, lines that end in CR LF.
#[must_use]
pub fn csv(routes: &[Route<'_>]) -> String {
    let mut sheet = Sheet::default();
    sheet.row(HEAD.into_iter());
    for route in routes {
        let cells = row(route);
        sheet.row(cells.iter().map(String::as_str));
    }
    sheet.text
}

fn row(route: &Route<'_>) -> [String; 13] {
    let kind = route.kind;
    [
        name(kind),
        state(route.state),
        first_step(route).to_owned(),
        by(route.by),
        amount(route.cost.now),
        amount(route.cost.in_all),
        cost_note(route),
        needs(kind),
        kind.in_writing().iter().map(|written| writing(*written)).collect::<Vec<_>>().join("; "),
        kind.gives_up().iter().map(|given| gives_up(*given)).collect::<Vec<_>>().join(" "),
        clock(route.clock).to_owned(),
        route.only_if.to_owned(),
        begins_with(route).join("; "),
    ]
}

/// The routes as a paper: what is open, side by side, then each by itself, and what is not open, and why.
#[must_use]
pub fn paper(routes: &[Route<'_>], case: &Case, today: Date) -> Paper {
    let (open, shut): (Vec<&Route>, Vec<&Route>) =
        routes.iter().partition(|route| !matches!(route.state, State::NotNow(_)));
    let mut parts = vec![Part::new("title", Block::Heading { level: 1, line: line!["Ways to go from here"] })];
    parts.extend(asked_for(case));
    parts.push(Part::new("routes", table(&open)));
    for route in &open {
        let key = key(route.kind);
        parts.push(Part::new(format!("{key}-head"), Block::Heading { level: 2, line: line![name(route.kind)] }));
        parts.push(Part::new(key, Block::List { numbered: false, items: told(route) }));
    }
    if !shut.is_empty() {
        let items = shut.iter().map(|route| line![format!("{}. {}.", name(route.kind), state(route.state))]).collect();
        parts.push(Part::new("shut-head", Block::Heading { level: 2, line: line!["Not open now"] }));
        parts.push(Part::new("shut", Block::List { numbered: false, items }));
    }
    Paper { title: "Ways to go from here".to_owned(), date: today, parts }
}

/// What the amounts are counted from.
fn asked_for(case: &Case) -> Option<Part> {
    let due = case.money(Field::AmountDue)?;
    let amount = Span::fact(Field::AmountDue, &due, due.value.to_string());
    Some(Part::new(
        "asked-for",
        Block::Paragraph(line!["The bill asks for ", amount, ". The amounts below are counted from it."]),
    ))
}

fn table(routes: &[&Route<'_>]) -> Block {
    let head = ["Way", "State", "By when", "Cost now", "Cost in all"].map(str::to_owned).to_vec();
    let cells = |route: &&Route<'_>| {
        let cells =
            [name(route.kind), state(route.state), by(route.by), amount(route.cost.now), amount(route.cost.in_all)];
        cells.into_iter().map(|cell| line![cell]).collect()
    };
    Block::Table { head, rows: routes.iter().map(cells).collect() }
}

/// All that there is to say of one route.
fn told(route: &Route<'_>) -> Vec<Line> {
    let kind = route.kind;
    let written = kind.in_writing().iter().map(|written| format!("In writing: {}.", writing(*written)));
    let given = kind.gives_up().iter().map(|given| format!("Mind: {}", gives_up(*given)));
    let some = |words: &str, before: &str| (!words.is_empty()).then(|| format!("{before}{words}"));
    let first = [
        Some(format!("First: {}", first_step(route))),
        some(&cost_note(route), "Cost: "),
        some(route.only_if, "Open if: "),
        some(&needs(kind), "Have ready: "),
    ];
    let clock = match route.clock {
        Clock::NoAppeal => None,
        Clock::IsTheAppeal | Clock::OwnDay | Clock::DoesNotStop(_) | Clock::NoRule => {
            Some(clock(route.clock).to_owned())
        }
    };
    let all = first.into_iter().flatten().chain(written).chain(given).chain(clock);
    all.map(|words| line![words]).collect()
}

/// Names a route within a page or a paper.
#[must_use]
pub fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::InternalAppeal => "internal-appeal",
        Kind::PeerToPeer => "peer-to-peer",
        Kind::CorrectedClaim => "corrected-claim",
        Kind::NetworkException => "network-exception",
        Kind::DrugException => "drug-exception",
        Kind::Complaint => "complaint",
        Kind::ExternalReview => "external-review",
        Kind::Pay => "pay",
        Kind::Plan(_) => "plan",
        Kind::LumpSum => "lump-sum",
        Kind::Assistance => "assistance",
        Kind::Dispute => "dispute",
    }
}
