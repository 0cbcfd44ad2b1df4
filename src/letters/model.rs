//! L59, a starting text for the clinician's own letter of medical necessity.
//!
//! Says only what the case holds. What only the clinician knows stands as questions in a list before the letter, never in it.

use super::Draft;
use super::criteria::{self, Sheet};
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::grid::end;
use super::pen::{Pen, timing, with};
use super::subject;
use crate::case::grid::Kind;
use crate::case::{Case, Provenance};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind, Timing};
use crate::paper::{Block, Line, line, long_day};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L59, case, book, today);
    let provider = pen.fact(Field::Provider).ok_or(Refused::NoProvider)?;
    let patient = pen.fact(Field::Patient).ok_or(Refused::NoPatient)?;
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if pen.fact(Field::Service).is_none() {
        return Err(Refused::NoCare);
    }
    let to = frame::insurer(&mut pen)?;
    let sheets: Vec<Sheet> = criteria::sheets(&pen).into_iter().filter(|sheet| sheet.looked_at).collect();
    before(&mut pen, provider.clone(), &sheets);

    let re = "Letter of medical necessity";
    pen.heading("sender-heading", "The letter to start from");
    let place = pen.fact(Field::Facility).map(|place| line![place]);
    let sender = [line![provider.clone()]].into_iter().chain(place).collect();
    pen.part("sender", Block::Address(sender));
    pen.part("date", Block::Standing(line![long_day(today)]));
    pen.part("recipient", Block::Address(to));
    let rows = subject::rows(&mut pen, To::Plan, line![re], patient.clone());
    pen.part("subject", Block::Subject(rows));
    pen.part("salutation", Block::Standing(line!["Dear Medical Director:"]));
    let care = with(": ", pen.fact(Field::Service));
    let opening = [line!["I write for my patient, ", patient, ", about this care"], care, line!["."]];
    pen.paragraph("opening", opening.concat());
    frame::reason(&mut pen, "Your notice");
    shown(&mut pen, &sheets);
    ask(&mut pen);
    pen.part("valediction", Block::Standing(line!["Sincerely,"]));
    pen.part("signature", Block::Signature(line![provider]));
    pen.lacks(gap::CRITERIA);
    pen.lacks(gap::RECORDS);
    Ok(pen.finish(re))
}

/// What the clinician is told and asked before the letter.
fn before(pen: &mut Pen, provider: crate::paper::Span, sheets: &[Sheet]) {
    let note = line![
        "For ",
        provider,
        ": this is a starting text for your own letter. It holds only what stands in my papers. Please check it, change \
         what you see differently, and add what you know. It becomes your letter when you sign it."
    ];
    pen.paragraph("note", note);
    pen.heading("questions-heading", "Please answer these in the letter, then take this list off");
    let mut items: Vec<Line> = [
        "What is the diagnosis, since when, and how does it limit daily life?",
        "What was tried before, on which dates, and what came of it?",
        "Why is this care needed in this form, amount and place, and what could happen without it?",
        "Would other treatment that the plan may name do as well, and if not, why?",
        "Which guideline or study do you rely on, if you rely on one?",
    ]
    .into_iter()
    .map(|question| line![question])
    .collect();
    for sheet in sheets {
        let open =
            sheet.grid.criteria().filter(|(at, piece)| piece.is_shown().is_none() && !sheet.grid.is_needless(*at));
        items.extend(
            open.map(|(at, _)| {
                line!["Is this point of the criteria met, and which record shows it? ", sheet.quote(at)]
            }),
        );
    }
    pen.part("questions", Block::List { numbered: true, items });
}

/// The points that a paper or a call shows, and what the patient says of others.
fn shown(pen: &mut Pen, sheets: &[Sheet]) {
    let mut items: Vec<Line> = Vec::new();
    for sheet in sheets {
        for (at, piece) in sheet.grid.criteria().filter(|(_, piece)| piece.kind == Kind::Criterion) {
            let Some(found) = piece.is_shown() else { continue };
            let own = if pen.for_another() { "The family reports: " } else { "The patient reports: " };
            let lead = match found.from {
                Provenance::Document { .. } => line![" The record shows it. "],
                Provenance::Call { .. } | Provenance::Statement { .. } => line![" "],
            };
            let evidence = criteria::evidence(pen, found, own);
            items.push([line![sheet.quote(at)], lead, evidence, end(&found.words)].concat());
        }
    }
    if !items.is_empty() {
        pen.paragraph("criteria-lead", line!["I answer these points of your criteria:"]);
        pen.part("criteria", Block::List { numbered: false, items });
    }
}

fn ask(pen: &mut Pen) {
    let decided = pen.reason().is_some() || pen.fact(Field::NoticeDate).is_some();
    let ask = match timing(pen.case) {
        Some(Timing::PostService) if decided => {
            "I ask you to reverse the decision and to pay the benefit for this care."
        }
        _ if decided => "I ask you to reverse the decision and to cover this care.",
        _ => "I ask you to approve this care.",
    };
    pen.paragraph("ask", line![ask]);
    if pen.paper(PaperKind::Criteria).is_some() {
        pen.paragraph("measure", line!["Please measure this care against your written criteria, point by point."]);
    }
    let call = "If a medical question is open, please let me speak with your reviewer before you decide.";
    pen.paragraph("closing", line![call]);
}
