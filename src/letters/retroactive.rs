//! L12, the request that the plan review care for authorization after it was given.
//!
//! It is no appeal and says so: it stops no clock. Cites no right to a review after the fact, because the plan decides that.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::{Pen, Reason, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Timing};
use crate::paper::{Block, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L12, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    match timing(case) {
        Some(Timing::PreService | Timing::Urgent) => return Err(Refused::CareNotGiven),
        Some(Timing::PostService | Timing::Concurrent) | None => {}
    }
    if [Field::ClaimNumber, Field::ReferenceNumber, Field::Service].iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingNamesTheClaim);
    }
    let to = frame::insurer(&mut pen)?;
    let re = "Request for authorization after the fact (retroactive authorization)";
    frame::head(&mut pen, To::Plan, line![re], to, line!["Dear Authorization Reviewer:"])?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["Please review this care for authorization after the fact"],
        with(": ", pen.fact(Field::Service)),
        with(", given on ", pen.fact(Field::ServiceDate)),
        with(" by ", pen.fact(Field::Provider)),
        line!["."],
    ];
    pen.paragraph("opening", opening.concat());
    denial(&mut pen);
    asked_before(&mut pen);

    pen.heading("ask-heading", "What I ask you to do");
    let (tell, provider) = match pen.fact(Field::Provider) {
        Some(provider) => {
            (line!["Tell ", provider.clone(), " and me"], line![provider, " may send you records directly."])
        }
        None => (line!["Tell me"], line!["The doctor may send you records directly."]),
    };
    let claim = match pen.fact(Field::ClaimNumber) {
        Some(claim) => line!["claim ", claim],
        None => line!["the claim"],
    };
    let items = vec![
        [
            tell,
            line![" in writing which records and forms you need for this review, and where to send them. "],
            provider,
        ]
        .concat(),
        line!["Review the care by the criteria that you would have used before it was given."],
        [
            line!["If you authorize it, add the authorization to "],
            claim,
            line![", reprocess it and send me the new notice."],
        ]
        .concat(),
        line![
            "If you do not review care after the fact, or do not authorize this care, tell me in writing why, and send me, \
             free of charge, the plan page and the policy that you rely on."
        ],
    ];
    pen.list("ask", items);
    pen.leans_on(law::CLAIM_FILE);
    frame::not_an_appeal(&mut pen);
    let last = "Please confirm in writing that you have received this request, and tell me by when you will answer it. I \
                have kept a copy of it.";
    frame::foot(&mut pen, line![last]);
    pen.note_law();
    for gap in [gap::APPROVAL_ASKED, gap::RECORDS, gap::NECESSITY_LETTER, gap::NOTICE_COPY] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

fn denial(pen: &mut Pen) {
    let dated = with(" dated ", pen.fact(Field::NoticeDate));
    match pen.reason() {
        Some(Reason::Written(quote)) => {
            pen.paragraph(
                "reason-lead",
                [line!["Your notice"], dated, line![" denied the claim for this reason:"]].concat(),
            );
            pen.part("reason", Block::Quote(line![quote]));
        }
        Some(Reason::Said(_)) | None if !dated.is_empty() => {
            pen.paragraph("reason-lead", [line!["This is the care in your notice"], dated, line!["."]].concat());
        }
        Some(Reason::Said(_)) | None => {}
    }
}

fn asked_before(pen: &mut Pen) {
    if !pen.yes(Field::ApprovalAsked) {
        pen.leaves_out_unless_answered(Field::ApprovalAsked, Unclaimed::Approval);
        return;
    }
    let number = pen.fact(Field::AuthorizationNumber);
    let line = [
        line!["Approval was asked for before the care was given."],
        number.map_or_else(Vec::new, |number| line![" The authorization number is ", number, "."]),
    ];
    pen.paragraph("asked-before", line.concat());
}
