//! L22, the letter that puts a telephone call on paper, so that what was said and promised can be shown later.

use super::Draft;
use super::frame::{self, To};
use super::gap::Refused;
use super::pen::{Pen, with};
use crate::case::{Call, Case, Number, Provenance};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Who};
use crate::paper::{Block, Line, Span, line, long_day};
use crate::rulebook::Book;

pub(super) fn write(about: Option<Number>, case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L22, case, book, today);
    let call = about.and_then(|number| case.call(number)).ok_or(Refused::NoCall)?;
    if call.said.trim().is_empty() && call.promised.trim().is_empty() {
        return Err(Refused::NothingWasSaid);
    }
    let to = recipient(&mut pen, call)?;
    let re = [
        line!["Our telephone call of ", said(call, &long_day(call.on))],
        with(", reference number ", some(call, &call.reference)),
    ];
    let dear = match some(call, &call.person) {
        Some(person) => line!["Dear ", person, ":"],
        None => line!["To whom it may concern:"],
    };
    let reader = match call.with {
        Who::Biller if case.bill().is_some() => To::Biller,
        Who::You
        | Who::Insurer
        | Who::Clinician
        | Who::Biller
        | Who::BenefitsOffice
        | Who::Regulator
        | Who::Collector => To::Plan,
    };
    frame::head(&mut pen, reader, re.concat(), to, dear)?;
    let who = frame::on_behalf(&mut pen, reader);
    let opening = [
        who,
        line!["On ", said(call, &long_day(call.on))],
        with(", at ", some(call, &call.time)),
        line![", I spoke by telephone with "],
        spoken_with(call),
        with(", at the number ", some(call, &call.phone)),
        line![". "],
        some(call, &call.reference)
            .map_or_else(Vec::new, |number| line!["The reference number of the call is ", number, ". "]),
        line!["I am writing to confirm what was said."],
    ];
    pen.paragraph("opening", opening.concat());
    noted(&mut pen, call, "said", "This is what I was told:", &call.said);
    noted(&mut pen, call, "promised", "This was promised:", &call.promised);
    if let Some(day) = call.promised_by {
        pen.paragraph("promised-by", line!["I was told that this would be done by ", said(call, &long_day(day)), "."]);
    }
    pen.paragraph(
        "ask",
        line![
            "If any of this is not right, please tell me in writing what is right. Please also put this letter with the \
             record of my call."
        ],
    );
    let last = match call.with {
        Who::Insurer => "This letter is not an appeal and does not replace one. Thank you for your help.",
        Who::You | Who::Clinician | Who::Biller | Who::BenefitsOffice | Who::Regulator | Who::Collector => {
            "Thank you for your help."
        }
    };
    frame::foot(&mut pen, line![last]);
    Ok(pen.finish("Confirmation of a telephone call"))
}

/// Where the letter goes: the plan by its notice, another office by its name.
fn recipient(pen: &mut Pen, call: &Call) -> Result<Vec<Line>, Refused> {
    let by_name = |pen: &Pen, fields: &[Field]| -> Vec<Line> {
        fields.iter().filter_map(|field| pen.fact(*field)).map(|name| line![name]).collect()
    };
    let lines = match call.with {
        Who::Insurer => return frame::insurer(pen),
        Who::Clinician => by_name(pen, &[Field::Provider, Field::Facility]),
        Who::Biller if pen.fact(Field::Biller).is_some() => return frame::biller(pen),
        Who::Biller => by_name(pen, &[Field::Facility]),
        Who::BenefitsOffice => by_name(pen, &[Field::Employer]),
        Who::You | Who::Regulator | Who::Collector => Vec::new(),
    };
    let department = some(call, &call.department).map(|department| line![department]);
    let lines: Vec<Line> = lines.into_iter().chain(department).collect();
    if lines.is_empty() { Err(Refused::NobodyToSendTo) } else { Ok(lines) }
}

fn spoken_with(call: &Call) -> Line {
    match (some(call, &call.person), some(call, &call.department)) {
        (Some(person), Some(department)) => line![person, " (", department, ")"],
        (Some(one), None) | (None, Some(one)) => line![one],
        (None, None) => line!["your office"],
    }
}

/// The notes, one item a line.
fn noted(pen: &mut Pen, call: &Call, key: &str, lead: &str, notes: &str) {
    let items: Vec<Line> = notes.lines().filter_map(|line| some(call, line)).map(|span| line![span]).collect();
    if items.is_empty() {
        return;
    }
    pen.paragraph(&format!("{key}-lead"), line![lead]);
    pen.part(key, Block::List { numbered: false, items });
}

fn said(call: &Call, words: &str) -> Span {
    Span::traced(Provenance::Call { call: call.number }, words)
}

fn some(call: &Call, words: &str) -> Option<Span> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| said(call, &words))
}
