//! L06, the request to keep network terms for a while with a provider who leaves the network during treatment.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::Pen;
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L06, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let leaving = pen.fact(Field::Provider).or_else(|| pen.fact(Field::Facility)).ok_or(Refused::NoProvider)?;
    let re = "Request to keep network terms during treatment (continuity of care)";
    frame::to_the_plan(&mut pen, re, "To whom it may concern:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let patient = if pen.for_another() { "The patient is" } else { "I am" };
    let leaves = match pen.fact(Field::NetworkEnded) {
        Some(day) if pen.case.day(Field::NetworkEnded).is_some_and(|ended| ended.value < today) => {
            line![". That provider left the plan's network on ", day]
        }
        Some(day) => line![". That provider leaves the plan's network on ", day],
        None => line![", who leaves or has left the plan's network"],
    };
    let opening = [
        who,
        line![patient, " in treatment with ", leaving],
        leaves,
        line![". Please let the treatment go on with the network's terms"],
        pen.the_care(": "),
        line!["."],
    ];
    pen.paragraph("opening", opening.concat());
    why(&mut pen);
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&mut pen);
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    for gap in [gap::LEAVING_PROVIDER, gap::NETWORK_ENDED, gap::NECESSITY_LETTER] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

fn why(pen: &mut Pen) {
    if !pen.own_words("why-care", "In my own words: ", gap::CARE_UNDER_WAY) {
        pen.leaves_out(Unclaimed::CareUnderWay);
    }
    if let Some(day) = pen.fact(Field::PlannedFor) {
        pen.paragraph("why-planned", line!["Care is planned for ", day, "."]);
    }
    let letters = pen.papers(PaperKind::NecessityLetter);
    if !letters.is_empty() {
        pen.paragraph(
            "why-letter",
            [line!["I enclose the doctor's letter: "], frame::named(&letters), line!["."]].concat(),
        );
    }
    if pen.leans_on(law::CONTINUITY) {
        pen.paragraph(
            "why-law",
            line![
                "The law names these groups: people in treatment for a serious and complex condition, people in a hospital or \
                 other institution, people with surgery planned that cannot wait, pregnant people, and people who are \
                 terminally ill. Please decide whether the treatment belongs to one of them, and ask the doctor if you are \
                 not sure."
            ],
        );
    }
}

fn asks(pen: &mut Pen) -> Vec<Line> {
    let amount = pen.book.rule("continuity-of-care").and_then(|rule| pen.within(rule, law::CONTINUITY.for_what));
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    let time = match amount {
        Some(amount) => {
            line![" for ", amount, " from your notice of the change, or until the treatment ends if that is sooner"]
        }
        None => line![" until the treatment ends or can be handed over safely"],
    };
    vec![
        [line!["Cover the treatment by "], provider.clone(), line![" with the in-network terms"], time, line!["."]]
            .concat(),
        [line!["Tell "], provider, line![" and me in writing from when to when, and for which care."]].concat(),
        line!["If you need a form or a note of the doctor for it, send it now to both of us."],
        line![
            "If you say no, tell me the reason and the page of the plan, and who in the network can take the treatment over \
             in time."
        ],
    ]
}
