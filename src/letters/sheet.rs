//! The page on top of a letter that is faxed or mailed: to whom, from whom, how many pages. It says nothing of the care,
//! because more people see it than the letter.

use super::addressee::addressee;
use super::name;
use crate::case::{Case, Letter, SentBy};
use crate::civil::Date;
use crate::paper::{Block, Line, Paper, Part, Span, line, long_day};

/// The rows of the letter's subject that tell whose it is without a word of the care.
const TELL: [&str; 3] = ["Claim number", "Reference number", "Account number"];

/// The sheet for this way; none for ways that need none, and for a letter that names nobody. `pages` are those of the letter.
#[must_use]
pub fn sheet(letter: &Letter, paper: &Paper, case: &Case, way: SentBy, pages: Option<usize>) -> Option<Paper> {
    let to = addressee(paper, case)?;
    let (title, by) = match way {
        SentBy::Fax => ("Fax cover sheet", ("Fax number", to.fax.clone())),
        SentBy::CertifiedMail => ("Mail cover sheet", ("Sent by", Some(Span::plain("Certified mail, return receipt")))),
        SentBy::Mail | SentBy::Portal | SentBy::Hand => return None,
    };
    let mut rows: Vec<(String, Line)> = Vec::new();
    let mut row = |label: &str, line: Option<Line>| rows.extend(line.map(|line| (label.to_owned(), line)));
    row(by.0, by.1.map(|span| line![span]));
    row("From", sender(paper));
    row("Date", Some(line![long_day(paper.date)]));
    row("About", Some(line![name(letter.kind)]));
    for label in TELL {
        row(label, subject(paper, label));
    }
    if way == SentBy::Fax {
        let behind = if paper.parts.iter().any(|part| part.key == "enclosures") {
            ", and the enclosures behind them"
        } else {
            ""
        };
        let all = pages.map(|pages| line![format!("{} with this one{behind}", pages + 1)]);
        row("Pages", all);
    }
    let mut parts = vec![
        Part::new("title", Block::Heading { level: 1, line: line![title] }),
        Part::new("recipient", Block::Address(to.lines)),
        Part::new("rows", Block::Subject(rows)),
    ];
    match way {
        SentBy::Fax => {
            let private = "These pages hold private health information and are meant only for the office named above. If \
                           they reached you by mistake, please tell the sender and destroy them.";
            parts.push(Part::new("private", Block::Paragraph(line![private])));
        }
        SentBy::CertifiedMail | SentBy::Mail | SentBy::Portal | SentBy::Hand => parts.extend(inside(letter, paper)),
    }
    Some(Paper { title: title.to_owned(), date: paper.date, parts })
}

/// What is in the envelope: the letter and what it encloses.
fn inside(letter: &Letter, paper: &Paper) -> [Part; 2] {
    let enclosed = paper.parts.iter().find(|part| part.key == "enclosures");
    let enclosed = enclosed.into_iter().flat_map(|part| part.block.lines()).cloned();
    let items: Vec<Line> = std::iter::once(line![letter_of(letter, paper.date)]).chain(enclosed).collect();
    [
        Part::new("inside-heading", Block::Heading { level: 2, line: line!["In this envelope"] }),
        Part::new("inside", Block::List { numbered: true, items }),
    ]
}

fn letter_of(letter: &Letter, day: Date) -> String {
    format!("{}, dated {}", name(letter.kind), long_day(day))
}

fn sender(paper: &Paper) -> Option<Line> {
    let part = paper.parts.iter().find(|part| part.key == "sender")?;
    part.block.lines().first().map(|line| (*line).clone())
}

/// The row of the letter's subject under this label.
fn subject(paper: &Paper, label: &str) -> Option<Line> {
    let part = paper.parts.iter().find(|part| part.key == "subject")?;
    match &part.block {
        Block::Subject(rows) => rows.iter().find(|(held, _)| held == label).map(|(_, line)| line.clone()),
        Block::Address(_)
        | Block::Standing(_)
        | Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Quote(_)
        | Block::List { .. }
        | Block::Table { .. }
        | Block::Signature(_) => None,
    }
}
