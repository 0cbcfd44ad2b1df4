//! L02, the second appeal to the plan, after the first was answered with no. Quotes both reasons and asks for an answer to
//! each point.
//!
//! Only some plans have this step. Where the law of this kind of plan has none, the letter is refused and says what is next.

use super::reasons;
use super::{About, Remedy, answer_by, ask, new_evidence};
use crate::case::{Case, EventKind};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::letters::Draft;
use crate::letters::frame::{self, To};
use crate::letters::gap::{self, Refused};
use crate::letters::late;
use crate::letters::law;
use crate::letters::pen::{Pen, Reason, printed, with};
use crate::letters::quote;
use crate::paper::{Block, Span, line, long_day};
use crate::rulebook::{Book, LevelKind};

pub(in crate::letters) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L02, case, book, today);
    may_be_asked(&pen)?;
    let about = About::of(case, book);
    frame::to_the_plan(&mut pen, "Second appeal", "Dear Appeals Reviewer:")?;
    opening(&mut pen, &about);
    both_reasons(&mut pen);
    let time = late::sentence(&mut pen, LevelKind::SecondInternalAppeal);
    if !time.is_empty() {
        pen.paragraph("time", time);
    }
    pen.heading("why-heading", "Why this decision should change");
    reasons::write(&mut pen, &about);
    pen.paragraph(
        "why-points",
        line![
            "Please answer each point of my first appeal, and each paper sent with it, one by one. Where you have answered a \
             point already, please show me where."
        ],
    );
    pen.heading("ask-heading", "What I ask you to do");
    let mut items = ask(&mut pen, &about);
    items.push(line![
        "If this second appeal is not required by the plan, tell me so now, and tell me in writing how long I have to ask for \
         a review outside the plan, and whether that time goes on meanwhile."
    ]);
    pen.list("ask", items);
    pen.heading("review-heading", "How I ask you to review it");
    let due = answer_by(&mut pen, &about, LevelKind::SecondInternalAppeal);
    pen.paragraph("review-date", due);
    pen.paragraph(
        "review-who",
        line![
            "Please have it decided by somebody who took no part in the first decision or in the answer to my first appeal, \
             and who reports to nobody who did."
        ],
    );
    new_evidence(&mut pen);
    for ground in [law::FAIR_REVIEW, law::NEW_EVIDENCE] {
        pen.leans_on(ground);
    }
    let last = "Please confirm in writing that you have received this appeal. I have kept a copy of it.";
    frame::foot(&mut pen, line![last]);
    pen.note_law();
    pen.lacks(gap::ANSWER_REASON);
    pen.lacks(gap::ANSWER_WINDOW);
    Ok(pen.finish("Second appeal"))
}

fn may_be_asked(pen: &Pen) -> Result<(), Refused> {
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let lost = pen.case.events.iter().any(|event| event.what == EventKind::Lost);
    if !lost && pen.case.final_denial().is_none() {
        return Err(Refused::NotAnswered);
    }
    if pen.track().is_some_and(|(_, track)| track.level(LevelKind::SecondInternalAppeal).is_none()) {
        return Err(Refused::NoSecondAppeal);
    }
    if pen.case.denial_fact(Field::Reason).is_none() && pen.fact(Field::Service).is_none() {
        return Err(Refused::NothingToAppeal);
    }
    Ok(())
}

fn opening(pen: &mut Pen, about: &About) {
    let who = frame::on_behalf(pen, To::Plan);
    let first = pen
        .sent(LetterKind::is_appeal)
        .map(|sending| Span::traced(crate::case::Provenance::Statement { on: sending.on }, long_day(sending.on)));
    let first = first.map_or_else(|| line!["my first appeal"], |day| line!["my appeal of ", day]);
    let change = match about.ask() {
        Remedy::Approve => ". I ask you to reverse the decision and approve the care.",
        Remedy::Pay => {
            ". I ask you to reverse the decision, reprocess the claim and pay the plan's benefit for this care."
        }
        Remedy::Continue => ". I ask you to reverse the decision and to go on covering the care.",
        Remedy::Cover => ". I ask you to reverse the decision and to cover the care.",
    };
    let line = [
        who,
        line!["This is a second appeal. Your answer"],
        with(" of ", pen.fact(Field::NoticeDate)),
        line![" to "],
        first,
        line![" did not change the decision on this care"],
        pen.the_care(": "),
        line![change],
    ];
    pen.paragraph("opening", line.concat());
}

/// What was said first, and what was answered.
fn both_reasons(pen: &mut Pen) {
    if let Some(fact) = pen.case.denial_fact(Field::Reason) {
        let written = quote(Field::Reason, fact);
        if let (Some(words), crate::case::Provenance::Document { .. } | crate::case::Provenance::Statement { .. }) =
            (written, &fact.from)
        {
            pen.paragraph("first-lead", line!["Your first decision gave this reason:"]);
            pen.part("first", Block::Quote(line![words]));
        } else if let Some(text) = printed(&fact.value) {
            pen.paragraph(
                "first",
                line!["By telephone I was given this reason at first: ", Span::fact(Field::Reason, fact, text)],
            );
        }
    }
    if pen.case.final_denial().is_none() {
        return;
    }
    match pen.reason() {
        Some(Reason::Written(words)) => {
            pen.paragraph("reason-lead", line!["Your answer to the appeal gives this reason:"]);
            pen.part("reason", Block::Quote(line![words]));
        }
        Some(Reason::Said(sense)) => {
            pen.paragraph("reason", line!["By telephone I was told of your answer: ", sense]);
        }
        None => {}
    }
}
