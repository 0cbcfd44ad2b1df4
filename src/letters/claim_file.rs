//! L14, the request for the claim file and the criteria. In an employer's plan it also says who has the plan's documents.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, from_work, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L14, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let names = [Field::ClaimNumber, Field::ReferenceNumber, Field::Service, Field::NoticeDate];
    if names.iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingNamesTheClaim);
    }
    let to = frame::insurer(&mut pen)?;
    let re = "Request for the claim file and the criteria, free of charge";
    frame::head(&mut pen, To::Plan, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["I need to see what your decision"],
        with(" of ", pen.fact(Field::NoticeDate)),
        line![
            " rests on, so that I can answer it in my appeal. Please send me, free of charge, copies of all documents, \
             records and other information relevant to this claim. That includes:"
        ],
    ];
    pen.paragraph("opening", opening.concat());
    let items = [
        "everything that you considered, received or produced for this decision, whether or not you relied on it, with the \
         notes of calls and of internal reviews;",
        "the rule, guideline, protocol or clinical criteria that you used;",
        "any policy or guidance of the plan on this treatment for this diagnosis, whether or not you relied on it;",
        "the plan pages that the decision rests on, and the meaning of each code on the notice;",
        "the name of each medical expert whose advice you obtained, whether or not you relied on it.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    for ground in [law::CLAIM_FILE, law::CRITERIA, law::NOTICE_CONTENT, law::REVIEWER] {
        pen.leans_on(ground);
    }
    plan_documents(&mut pen);
    let each = "If you do not have one of these papers, or will not send it, please say which one and why. Please send what \
                you have now and do not wait for the rest.";
    pen.paragraph("each", line![each]);
    let last = "Please confirm in writing that you have received this request, and tell me by when you will send the \
                papers. I have kept a copy of it.";
    frame::foot(&mut pen, line![last]);
    pen.note_law();
    pen.lacks(gap::NOTICE_COPY);
    Ok(pen.finish(re))
}

/// The plan's documents have to be asked of the plan administrator, which is often not the company on the card.
fn plan_documents(pen: &mut Pen) {
    if !from_work(pen.case) || !pen.leans_on(law::PLAN_DOCUMENTS) {
        return;
    }
    let line = [
        line![
            "The plan document and the summary plan description have to be asked of the plan administrator in writing. "
        ],
        match pen.fact(Field::Employer) {
            Some(employer) => line![
                "In a plan from work that is often the employer, here ",
                employer,
                ". If the plan administrator is somebody else, please tell me the name and address. "
            ],
            None => line!["That is often the employer. Please tell me the plan administrator's name and address. "],
        },
        line!["If you act for the plan administrator, please treat this letter as that request and send me both."],
    ];
    pen.paragraph("plan-documents", line.concat());
}
