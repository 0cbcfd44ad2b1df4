//! L23, who may act for the patient. The patient signs it; for a child under age a parent does, and says so.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::Pen;
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Block, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L23, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let patient = pen.fact(Field::Patient).ok_or(Refused::NoPatient)?;
    let acts = pen.fact(Field::Representative).ok_or(Refused::NobodyActs)?;
    let child = pen.yes(Field::PatientIsChild);
    let re = if child { "Who acts for a child" } else { "Authorization of a representative" };
    let to = frame::insurer(&mut pen)?;
    frame::head(&mut pen, To::Plan, line![re], to, line!["To whom it may concern:"])?;
    let opening = if child {
        line![
            "I am ",
            acts.clone(),
            ". ",
            patient.clone(),
            " is a child under age, and I act for the child in all dealings with the plan."
        ]
    } else {
        line![
            "I, ",
            patient.clone(),
            ", authorize this person to act for me in dealings with the plan: ",
            acts.clone(),
            "."
        ]
    };
    pen.paragraph("opening", opening);
    let may = if child { "For the child I may:" } else { "This person may, for me:" };
    pen.paragraph("scope-lead", line![may]);
    let scope = [
        "ask for decisions, file appeals and complaints, and take part in them;",
        "receive all notices and letters, and all records about claims, with health information in them;",
        "speak with the plan's staff and give them information.",
    ];
    pen.part("scope", Block::List { numbered: false, items: scope.into_iter().map(|item| line![item]).collect() });
    let until = if child {
        "This holds for all claims and appeals of the child until you hear otherwise from me."
    } else {
        "This holds for the claims and appeals of my coverage with you until I take it back in writing, which I may do at any \
         time. It gives no power over money."
    };
    pen.paragraph("until", line![until]);
    pen.paragraph("ask-lead", line!["Please:"]);
    pen.leans_on(law::REPRESENTATIVE);
    let form = if child {
        "If you ask for a form or for proof that I am the parent or guardian, send or name it now, and meanwhile take appeals \
         that I file as filed on the day on which they reach you."
    } else {
        "If you ask for a form of your own, send it now to both of us, and meanwhile take appeals that this person files as filed \
         on the day on which they reach you."
    };
    let items = vec![
        line!["Put this with the record of the coverage, and confirm in writing that you have."],
        line!["Send notices and letters about claims and appeals to the address above."],
        line![form],
    ];
    pen.list("ask", items);
    signatures(&mut pen, child);
    pen.note_law();
    pen.lacks(gap::CHILD);
    Ok(pen.finish(re))
}

/// The patient signs first; who acts signs beside. For a child only who acts does.
fn signatures(pen: &mut Pen, child: bool) {
    let (patient, acts) = (pen.fact(Field::Patient), pen.fact(Field::Representative));
    pen.rules();
    pen.paragraph("closing", line!["I have kept a copy of this letter."]);
    pen.part("valediction", Block::Standing(line!["Sincerely,"]));
    let (Some(patient), Some(acts)) = (patient, acts) else { return };
    if child {
        pen.part("signature", Block::Signature(line![acts, ", for ", patient]));
    } else {
        pen.part("signature", Block::Signature(line![patient, " (patient)"]));
        pen.part("signature-acts", Block::Signature(line![acts, " (I agree to act)"]));
    }
}
