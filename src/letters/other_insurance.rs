//! L11, the answer about other insurance, so that the plan can settle who pays first.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::Pen;
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L11, case, book, today);
    frame::names_the_claim(&pen)?;
    if case.yes(Field::OtherCoverage).is_none() && pen.fact(Field::OtherInsurer).is_none() {
        return Err(Refused::NoAnswerAboutOthers);
    }
    let re = "Answer about other insurance (coordination of benefits)";
    frame::to_the_plan(&mut pen, re, "To the department for other insurance:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening =
        [who, line!["This is my answer about other insurance. Please process "], pen.this_claim(), line![" with it."]];
    pen.paragraph("opening", opening.concat());
    frame::reason(&mut pen, "Your notice");
    let answer = answer(&mut pen);
    pen.paragraph("answer", answer);
    pen.paragraph("ask-lead", line!["Please:"]);
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    let mut items = vec![
        line![
            "Put this answer into your record, and tell me in writing that it is complete, or what is still missing."
        ],
        [
            line!["Process "],
            pen.this_claim(),
            line![" again, and send the new notice to "],
            provider,
            line![" and to me."],
        ]
        .concat(),
    ];
    if !pen.no(Field::OtherCoverage) {
        items.push(line![
            "If you hold that the other insurance pays first, tell me the rule of the plan that says so, and what you will pay \
             after it."
        ]);
    }
    items.push(line![
        "If you hold that the care came of an accident or of work, send me the questions that you want answered."
    ]);
    pen.list("ask", items);
    frame::not_an_appeal(&mut pen);
    frame::foot(&mut pen, frame::answer());
    if !pen.no(Field::OtherCoverage) {
        pen.lacks(gap::OTHER_INSURER);
    }
    Ok(pen.finish(re))
}

/// What is known of other insurance on the day of care.
pub(super) fn answer(pen: &mut Pen) -> Line {
    let patient = if pen.for_another() { "The patient" } else { "I" };
    let day = pen.fact(Field::ServiceDate).map_or_else(|| line!["on the day of the care"], |day| line!["on ", day]);
    if pen.no(Field::OtherCoverage) {
        return [line![patient, " had no other health insurance "], day, line!["."]].concat();
    }
    match (pen.fact(Field::OtherInsurer), pen.yes(Field::OtherCoverage)) {
        (Some(other), true) => {
            [line![patient, " had other health insurance "], day, line![". This is what I know of it: ", other]]
                .concat()
        }
        (Some(other), false) => line!["This is what I know of other health insurance: ", other],
        (None, true) => {
            pen.lacks(gap::OTHER_INSURER);
            [
                line![patient, " had other health insurance "],
                day,
                line![". Please tell me what you need to know of it."],
            ]
            .concat()
        }
        (None, false) => {
            pen.lacks(gap::OTHER_INSURER);
            line![
                "Please send me your questions about other insurance, and tell me which other insurance you have on record and \
                 where you have that from."
            ]
        }
    }
}
