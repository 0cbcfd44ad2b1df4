//! L20, the request for a decision on a claim or a request on which nothing has come yet. Says which time the rule gives.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Timing};
use crate::paper::line;
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L20, case, book, today);
    frame::names_the_claim(&pen)?;
    if pen.fact(Field::Reason).is_some() || pen.fact(Field::NoticeDate).is_some() {
        return Err(Refused::Decided);
    }
    let ahead = match timing(case) {
        Some(Timing::PreService | Timing::Urgent | Timing::Concurrent) => true,
        Some(Timing::PostService) | None => false,
    };
    let what = if ahead { "the request for approval of this care" } else { "the claim for this care" };
    let re =
        if ahead { "Request for a decision on a request for approval" } else { "Request for a decision on a claim" };
    frame::to_the_plan(&mut pen, re, "To the claims department:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let sent = pen.need(gap::SENT_ON);
    let sent = match sent {
        Some(day) => line![" It was sent to you, or reached you, on ", day, "."],
        None => Vec::new(),
    };
    let opening = [
        who,
        line!["I have no decision on ", what],
        pen.the_care(": "),
        with(", by ", pen.fact(Field::Provider)),
        line!["."],
        sent,
    ];
    pen.paragraph("opening", opening.concat());
    let kind = match timing(case) {
        Some(Timing::PostService) => Some(Timing::PostService),
        Some(_) if pen.urgent() => Some(Timing::Urgent),
        Some(_) => Some(Timing::PreService),
        None => None,
    };
    if let Some(amount) = pen.decides_within(LevelKind::FirstDecision, kind) {
        pen.paragraph(
            "time",
            line![
                "The rule that binds this plan gives ",
                amount,
                " to decide after it arrives, unless the plan properly takes more time and says so."
            ],
        );
    }
    pen.paragraph("ask-lead", line!["Please tell me in writing:"]);
    let told = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    let mut items = vec![
        line!["The day on which it reached you, and the number that you gave it."],
        [
            line!["What is still missing, if anything, of whom you asked it and when. Please tell "],
            told,
            line![" too."],
        ]
        .concat(),
        line!["The day by which you decide. If you took more time, send me the notice of it."],
    ];
    if ahead {
        items.push(line!["The decision, as soon as there is one, by telephone and in writing."]);
    } else {
        items.push(line![
            "The decision, with the explanation of benefits. If the plan or the law of the state adds interest to a late \
             payment, please add it."
        ]);
    }
    items.push(line!["If nothing ever reached you: how and until when it can be sent."]);
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    Ok(pen.finish(re))
}
