//! L04, the appeal of a decision to end or cut care that was approved and goes on. Asks first that the care go on meanwhile.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::{Pen, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind, Timing};
use crate::paper::{Line, line};
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L04, case, book, today);
    may_be_asked(&pen)?;
    let re = "Appeal of the end of approved care, and request to go on covering it meanwhile";
    frame::to_the_plan(&mut pen, re, "Dear Appeals Reviewer:")?;
    opening(&mut pen);
    frame::reason(&mut pen, "Your notice");
    pen.heading("why-heading", "Why the care should go on");
    why(&mut pen);
    pen.heading("ask-heading", "What I ask you to do");
    let items = asks(&mut pen);
    pen.list("ask", items);
    for ground in [law::FAIR_REVIEW, law::CLAIM_FILE] {
        pen.leans_on(ground);
    }
    let last =
        "Please confirm in writing that you have received this appeal, and on which day. I have kept a copy of it.";
    frame::foot(&mut pen, line![last]);
    pen.note_law();
    if end(&pen).is_none() {
        pen.lacks(gap::SERVICES_END);
    }
    for gap in [gap::REASON, gap::APPROVAL_PAPER, gap::NECESSITY_LETTER, gap::NOTICE_COPY] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

fn may_be_asked(pen: &Pen) -> Result<(), Refused> {
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if pen.fact(Field::Service).is_none() && pen.fact(Field::Reason).is_none() {
        return Err(Refused::NothingToAppeal);
    }
    match timing(pen.case) {
        Some(Timing::Concurrent) => Ok(()),
        Some(Timing::PreService | Timing::Urgent) | None if end(pen).is_some() => Ok(()),
        Some(Timing::PreService | Timing::PostService | Timing::Urgent) | None => Err(Refused::NotOngoing),
    }
}

/// The day on which the care is to end or to be cut.
fn end(pen: &Pen) -> Option<crate::paper::Span> {
    pen.fact(Field::ServicesEnd).or_else(|| pen.fact(Field::ChangeStarts))
}

fn opening(pen: &mut Pen) {
    let who = frame::on_behalf(pen, To::Plan);
    let ends = match (pen.fact(Field::ServicesEnd), pen.fact(Field::ChangeStarts)) {
        (Some(day), _) => line![" By your notice the last day is ", day, "."],
        (None, Some(day)) => line![" By your notice the change starts on ", day, "."],
        (None, None) => Vec::new(),
    };
    let line = [
        who,
        line!["I am appealing your decision to end or cut this care, which you had approved"],
        pen.the_care(": "),
        with(", by ", pen.fact(Field::Provider)),
        line!["."],
        with(" The authorization number is ", pen.fact(Field::AuthorizationNumber)),
        if pen.fact(Field::AuthorizationNumber).is_some() { line!["."] } else { Vec::new() },
        ends,
    ];
    pen.paragraph("opening", line.concat());
}

fn why(pen: &mut Pen) {
    if let Some(words) = pen.need(gap::STATEMENT) {
        pen.paragraph("why-statement", line!["In my own words: ", words]);
    }
    let letters = pen.papers(PaperKind::NecessityLetter);
    if letters.is_empty() {
        pen.leaves_out(Unclaimed::MedicalNeed);
    } else {
        let line = [
            line!["I enclose a letter from the treating clinician on why the care has to go on: "],
            frame::named(&letters),
            line![". Please answer each point that it makes."],
        ];
        pen.paragraph("why-clinician", line.concat());
    }
    let papers = pen.papers(PaperKind::Authorization);
    if !papers.is_empty() {
        pen.paragraph("why-approval", [line!["I enclose your approval: "], frame::named(&papers), line!["."]].concat());
    }
    pen.paragraph(
        "why-change",
        line![
            "You approved this care. Please tell me what has changed since then: which record, which criterion, and who \
             decided that it is no longer met."
        ],
    );
}

fn asks(pen: &mut Pen) -> Vec<Line> {
    let keep = [law::ONGOING_CARE, law::KEEP_PLAN_SERVICES, law::KEEP_BENEFITS];
    let keeps = keep.map(|ground| pen.leans_on(ground)).into_iter().any(|held| held);
    let meanwhile = if keeps {
        "Go on covering the care, as it was approved, until you have decided this appeal, and confirm that to the provider \
         and to me at once. The rule for it is named below."
    } else {
        "Go on covering the care, as it was approved, until you have decided this appeal, and tell the provider and me at once \
         whether you do."
    };
    let urgent = pen.urgent().then_some(Timing::Urgent);
    let due = match pen.decides_within(LevelKind::InternalAppeal, urgent) {
        Some(amount) => {
            line![
                "This is urgent. Decide it before the care ends, at the latest within ",
                amount,
                " after you receive it."
            ]
        }
        None => line!["Decide this appeal before the care ends."],
    };
    let file = line![
        "Send me, free of charge, the criteria and all records that the decision to end the care rests on, with the name of \
         each medical expert whose advice you obtained."
    ];
    vec![
        line![meanwhile],
        line!["Reverse the decision to end or cut the care."],
        due,
        file,
        line![
            "If you do not change the decision in full, tell me in writing the specific reason, and how to ask for a review \
             outside the plan at once."
        ],
    ]
}
