//! One page for the clinician's office, to be answered in five minutes: what is asked and by when, the plan's reason, its
//! criteria, the codes, and what a call with the plan's reviewer needs.
//!
//! A form and no letter. It says only what the case holds.

use super::criteria::{self, Sheet};
use super::frame::{self, To};
use super::gap::Refused;
use super::grid::end;
use super::pen::{Pen, with};
use super::{necessity, subject};
use crate::case::Case;
use crate::case::grid::Kind;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Block, Line, Paper, Part, line, long_day};
use crate::rulebook::Book;

/// The page, from the facts of the case.
///
/// # Errors
/// Why it cannot be written yet.
pub fn of(case: &Case, book: &Book, today: Date) -> Result<Paper, Refused> {
    let mut pen = Pen::new(LetterKind::L53, case, book, today);
    let patient = pen.fact(Field::Patient).ok_or(Refused::NoPatient)?;
    if pen.fact(Field::Service).is_none() && pen.fact(Field::ProcedureCode).is_none() {
        return Err(Refused::NoCare);
    }
    let title = "One page for the doctor's office";
    pen.part("title", Block::Heading { level: 1, line: line![title] });
    pen.part("date", Block::Standing(line![long_day(today)]));
    if let Ok(to) = frame::clinician(&mut pen) {
        pen.part("recipient", Block::Address(to));
    }
    let rows = subject::rows(&mut pen, To::Provider, line!["Five minutes of help with a health plan"], patient);
    pen.part("subject", Block::Subject(rows));
    let sheets: Vec<Sheet> = criteria::sheets(&pen).into_iter().filter(|sheet| !sheet.groups().is_empty()).collect();
    let codes = codes(&pen);
    asks(&mut pen, !sheets.is_empty(), !codes.is_empty());
    pen.heading("when-heading", "By when");
    necessity::when(&mut pen);
    if pen.reason().is_some() {
        pen.heading("reason-heading", "The plan's reason");
        frame::reason(&mut pen, "The plan's notice");
    }
    points(&mut pen, &sheets);
    if !codes.is_empty() {
        pen.heading("codes-heading", "Codes to check");
        pen.part("codes", Block::List { numbered: false, items: codes });
    }
    call(&mut pen);
    answer(&mut pen);
    let draft = pen.finish(title);
    let mark = "Example. The people, the numbers and the dates on this page are invented.";
    let mark = case.is_example().then(|| Part::new("example", Block::Paragraph(line![mark])));
    Ok(Paper { parts: mark.into_iter().chain(draft.paper.parts).collect(), ..draft.paper })
}

fn asks(pen: &mut Pen, criteria: bool, codes: bool) {
    pen.heading("ask-heading", "What is asked");
    let mut items = vec![line!["A letter that says why this care is needed, or changes to the text that I bring."]];
    if criteria {
        items.push(line!["For each point of the plan's criteria: is it met, and which record shows it?"]);
    }
    if codes {
        items.push(line!["Do the codes fit the record?"]);
    }
    items.push(line!["Would the clinician speak with the plan's reviewer?"]);
    pen.part("ask", Block::List { numbered: true, items });
}

/// The criteria as tables, each under what its list asks for.
fn points(pen: &mut Pen, sheets: &[Sheet]) {
    if sheets.is_empty() {
        return;
    }
    pen.heading("criteria-heading", "The plan's criteria");
    let groups = sheets.iter().flat_map(|sheet| sheet.groups().into_iter().map(move |group| (sheet, group)));
    for (at, (sheet, group)) in groups.enumerate() {
        pen.paragraph(&format!("criteria-lead-{}", at + 1), sheet.says(&group, "The criteria"));
        let head = ["Point", "Is it met? Please mark one", "Record that shows it"].map(str::to_owned).to_vec();
        let rows = group.points.iter().map(|point| row(pen, sheet, *point)).collect();
        pen.part(&format!("criteria-{}", at + 1), Block::Table { head, rows });
    }
}

fn row(pen: &Pen, sheet: &Sheet, at: usize) -> Vec<Line> {
    let piece = &sheet.grid.pieces[at];
    if piece.kind == Kind::Lead {
        return vec![line![sheet.quote(at)], line!["See the points below"], line!["See the points below"]];
    }
    let record = match piece.is_shown() {
        Some(shown) => {
            let own = if pen.for_another() { "The family says: " } else { "The patient says: " };
            [criteria::evidence(pen, shown, own), end(&shown.words), line![" Is that right?"]].concat()
        }
        None => line!["Please name it, with its date and page"],
    };
    vec![line![sheet.quote(at)], line!["Yes / No / Cannot say"], record]
}

fn codes(pen: &Pen) -> Vec<Line> {
    let named = [
        ("Procedure code: ", Field::ProcedureCode),
        ("Diagnosis code: ", Field::DiagnosisCode),
        ("Code beside the plan's decision: ", Field::ReasonCode),
    ];
    named.into_iter().map(|(name, field)| with(name, pen.fact(field))).filter(|line| !line.is_empty()).collect()
}

/// What the office needs in hand to speak with the plan's reviewer.
fn call(pen: &mut Pen) {
    pen.heading("call-heading", "For a call between the clinician and the plan's reviewer");
    let phone = pen.fact(Field::AppealPhone);
    let ask = match phone {
        Some(phone) => line![
            "The notice gives this number: ",
            phone,
            ". Please ask there for a call between clinicians, and by when it has to take place."
        ],
        None => line![
            "The notice in hand gives no number. Please ask the plan's line for providers for a call between clinicians, \
             and by when it has to take place."
        ],
    };
    pen.paragraph("call", ask);
    let stated = [
        ("Who decided: ", Field::Decider),
        ("Reference number: ", Field::ReferenceNumber),
        ("Authorization number: ", Field::AuthorizationNumber),
    ];
    let items: Vec<Line> =
        stated.into_iter().map(|(name, field)| with(name, pen.fact(field))).filter(|line| !line.is_empty()).collect();
    if !items.is_empty() {
        pen.part("call-facts", Block::List { numbered: false, items });
    }
    pen.paragraph("call-clock", line!["Please do not count on the call to move the date above."]);
}

/// To whom the answer goes.
fn answer(pen: &mut Pen) {
    let whom = pen.fact(Field::Representative).or_else(|| pen.fact(Field::Patient));
    let mut lines: Vec<Line> = whom.into_iter().map(|name| line![name]).collect();
    lines.extend(pen.address(Field::SenderAddress));
    lines.dedup_by_key(|line| crate::paper::line_text(line));
    pen.heading("answer-heading", "Please answer to");
    pen.part("answer", Block::Address(lines));
}
