//! L40, the request for an external review; L41, the same where it cannot wait; L42, the statement to the reviewer.
//!
//! Where it goes is what the plan's last letter says; without that, to the plan, with the request to send it on. Says that
//! it comes in time only where the dates show it.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::{Pen, sent_day, still_open, timing, with};
use crate::case::{Case, EventKind};
use crate::civil::Date;
use crate::deadlines;
use crate::kinds::{Field, LetterKind, PaperKind, Timing};
use crate::paper::{Block, Line, line, line_text};
use crate::rulebook::{Book, LevelKind};

/// L40 and L41.
pub(super) fn ask(kind: LetterKind, case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(kind, case, book, today);
    let urgent = kind == LetterKind::L41;
    may_ask(&pen, urgent)?;
    let to = recipient(&mut pen)?;
    let re = if urgent { "Request for an expedited external review" } else { "Request for an external review" };
    let dear = if goes_to_the_plan(&pen) { "To whom it may concern:" } else { "To the external review office:" };
    frame::head(&mut pen, To::Office, line![re], to, line![dear])?;
    opening(&mut pen, urgent);
    history(&mut pen);
    reasons(&mut pen);
    let time = in_time(&mut pen);
    if !time.is_empty() {
        pen.paragraph("time", time);
    }
    evidence(&mut pen);
    pen.heading("ask-heading", "What I ask you to do");
    let items = asks(&mut pen, urgent);
    pen.list("ask", items);
    let records = if pen.for_another() {
        "The patient's records that are needed for this review may be given to the reviewer."
    } else {
        "I agree that my records that are needed for this review are given to the reviewer."
    };
    pen.paragraph("records", line![records, " If you need that on a form of your own, please send me the form now."]);
    frame::foot(
        &mut pen,
        line!["Please confirm in writing that you have received this request. I have kept a copy of it."],
    );
    pen.note_law();
    pen.lacks(gap::STATE);
    pen.lacks(gap::NOTICE_COPY);
    pen.lacks(gap::NECESSITY_LETTER);
    Ok(pen.finish(re))
}

/// L42.
pub(super) fn statement(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L42, case, book, today);
    let asked = pen.sent_on(&[LetterKind::L40, LetterKind::L41]).ok_or(Refused::NoReviewAsked)?;
    let to = recipient(&mut pen)?;
    let re = "Statement for the external review";
    frame::head(&mut pen, To::Office, line![re], to, line!["To the independent reviewer:"])?;
    let who = frame::on_behalf(&mut pen, To::Office);
    let opening = [
        line!["On ", sent_day(asked), " I asked for this review of a decision of "],
        pen.plan(),
        line![". This is what I ask you to read and to weigh before you decide."],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    reasons(&mut pen);
    evidence(&mut pen);
    pen.heading("ask-heading", "What I ask you to do");
    let items = [
        "Answer each reason of the plan by itself, with the record that you rely on.",
        "Weigh the treating clinician's judgment, and say so where you do not follow it.",
        "If the plan sends you something new, let me see it and answer before you decide.",
        "Reverse the plan's decision.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    frame::foot(&mut pen, line!["Please put this statement with the file. I have kept a copy of it."]);
    pen.lacks(gap::STATEMENT);
    pen.lacks(gap::NECESSITY_LETTER);
    Ok(pen.finish(re))
}

/// Whether there is such a review, and whether it is its turn.
fn may_ask(pen: &Pen, urgent: bool) -> Result<(), Refused> {
    let case = pen.case;
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if let Some(track) = deadlines::road(case, pen.book)
        && track.level(LevelKind::ExternalReview).is_none()
    {
        return Err(Refused::NoOutsideReview);
    }
    if pen.fact(Field::Reason).is_none() && pen.fact(Field::Service).is_none() {
        return Err(Refused::NothingToAppeal);
    }
    if urgent && !pen.urgent() {
        return Err(Refused::NotUrgent);
    }
    let lost = case.final_denial().is_some() || case.events.iter().any(|event| event.what == EventKind::Lost);
    if lost || urgent { Ok(()) } else { Err(Refused::AppealFirst) }
}

/// The office that the plan's last letter names; else the plan.
fn recipient(pen: &mut Pen) -> Result<Vec<Line>, Refused> {
    let named: Vec<Line> =
        [Field::Decider, Field::AppealAddress].into_iter().flat_map(|field| pen.final_address(field)).collect();
    if named.is_empty() {
        pen.misses(gap::REVIEW_ADDRESS);
        return frame::insurer(pen);
    }
    Ok(named)
}

fn goes_to_the_plan(pen: &Pen) -> bool {
    [Field::Decider, Field::AppealAddress].into_iter().all(|field| pen.of_final(field).is_none())
}

fn opening(pen: &mut Pen, urgent: bool) {
    let who = frame::on_behalf(pen, To::Office);
    let what = match timing(pen.case) {
        Some(Timing::PreService | Timing::Urgent) => " not to approve this care",
        Some(Timing::PostService) => " not to pay for this care",
        Some(Timing::Concurrent) => " to end or shorten this care",
        None => " on this care",
    };
    let fast = if urgent {
        line![" It cannot wait: waiting could do serious harm to ", pen.my(), " health."]
    } else {
        Vec::new()
    };
    let which = if urgent { "an expedited external review" } else { "an external review" };
    let opening = [
        line!["I ask for ", which, " by an independent reviewer of the decision of "],
        pen.plan(),
        line![what],
        with(": ", pen.fact(Field::Service)),
        line!["."],
        fast,
        beside(pen, urgent),
        line![if goes_to_the_plan(pen) {
            " If another office takes this request, please send it on today and tell me which one."
        } else {
            ""
        }],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
}

/// Where no appeal was sent yet, the urgent review goes beside one.
fn beside(pen: &Pen, urgent: bool) -> Line {
    let first = pen.sent_on(&[LetterKind::L01]).is_none() && pen.case.final_denial().is_none();
    if urgent && first && goes_to_the_plan(pen) {
        line![" Please take this letter as an urgent appeal to the plan too, and decide both at the same time."]
    } else {
        Vec::new()
    }
}

/// What was asked of the plan, and what it said last.
fn history(pen: &mut Pen) {
    let appealed = pen
        .sent_on(&[LetterKind::L01])
        .map_or_else(Vec::new, |on| line!["I appealed to the plan on ", sent_day(on), ". "]);
    let last = match (pen.of_final(Field::NoticeDate), pen.of_final(Field::ReferenceNumber)) {
        (Some(day), number) => {
            [line!["The plan's last letter is dated ", day], with(", reference number ", number), line!["."]].concat()
        }
        (None, Some(number)) => line!["The plan's last letter has the reference number ", number, "."],
        (None, None) => Vec::new(),
    };
    let both = [appealed, last].concat();
    if !line_text(&both).trim().is_empty() {
        pen.paragraph("history", both);
    }
}

/// What the plan gave as its reason, first and last.
pub(super) fn reasons(pen: &mut Pen) {
    pen.lacks(gap::REASON);
    frame::reason(pen, "The plan's notice");
    let last = pen.final_reason().filter(|last| {
        pen.fact(Field::Reason)
            .is_none_or(|first| first.printed() != last.printed().trim_matches(['\u{201c}', '\u{201d}']))
    });
    if let Some(last) = last {
        pen.paragraph("last-reason-lead", line!["After the appeal the plan said:"]);
        pen.part("last-reason", Block::Quote(line![last]));
    }
}

/// Why the decision should change: what the papers show, and the person's own words.
fn evidence(pen: &mut Pen) {
    let letters = pen.papers(PaperKind::NecessityLetter);
    let records = pen.papers(PaperKind::MedicalRecords);
    let words = pen.fact(Field::Statement);
    if letters.is_empty() {
        pen.leaves_out(Unclaimed::MedicalNeed);
    }
    pen.heading("why-heading", "Why the decision should change");
    if !letters.is_empty() {
        let says = line!["The treating clinician explains in writing why this care is needed: "];
        pen.paragraph(
            "why-clinician",
            [says, frame::named(&letters), line![". Please weigh each point of it."]].concat(),
        );
    }
    if !records.is_empty() {
        let says = line!["These records go with this letter: "];
        pen.paragraph("why-records", [says, frame::named(&records), line!["."]].concat());
    }
    if let Some(words) = words {
        pen.paragraph("why-statement", line!["In my own words: ", words]);
    }
    let measure = if pen.paper(PaperKind::Criteria).is_some() {
        "I enclose the plan's criteria. Please measure the care against each of them, and against the plan's own terms."
    } else {
        "I do not have the criteria that the plan used. Please ask the plan for them, and measure the care against each of \
         them and against the plan's own terms."
    };
    pen.paragraph("why-criteria", line![measure]);
}

fn asks(pen: &mut Pen, urgent: bool) -> Vec<Line> {
    let remedy = match timing(pen.case) {
        Some(Timing::PreService | Timing::Urgent) => "Reverse the decision, so that the plan approves the care.",
        Some(Timing::PostService) => "Reverse the decision, so that the plan pays its benefit for the care.",
        Some(Timing::Concurrent) => "Reverse the decision, so that the care goes on.",
        None => "Reverse the decision, so that the plan covers the care.",
    };
    if urgent {
        pen.leans_on(law::REVIEW_AT_ONCE);
    }
    let clock = if urgent { "external-review-decision-urgent" } else { "external-review-decision" };
    let due = match pen.takes(clock, "The time for the review") {
        Some(time) => line![
            "Send me the decision in writing, with its reasons, within ",
            time,
            " after the reviewer has the request."
        ],
        None => line!["Send me the decision in writing, with its reasons, and tell me now by when that will be."],
    };
    vec![
        line!["Accept the request. If something is missing, tell me what it is and by when to send it."],
        line![
            "Give it to a reviewer with training and experience in this field of medicine, who has no tie to the plan."
        ],
        line!["Tell me where to send more papers, and until when."],
        line![remedy],
        due,
    ]
}

/// That the request comes in time, where the dates show it.
fn in_time(pen: &mut Pen) -> Line {
    let mine = deadlines::of(pen.case, pen.book, pen.today).mine;
    let review = mine.into_iter().find(|deadline| deadline.level == LevelKind::ExternalReview);
    if let Some(day) = review.as_ref().and_then(still_open) {
        return line!["By the dates that I have, the last day for this request is ", day, ". It comes in time."];
    }
    pen.leaves_out(Unclaimed::ReviewInTime);
    Vec::new()
}
