//! L01, the internal appeal. What is asked follows from when care is given; what is argued follows from the situation.
//!
//! Claims neither approval nor emergency nor network unless a confirmed fact carries it, and reads no debt out of a code.

pub(super) mod argument;
mod asks;
mod reasons;
pub(super) mod second;
mod why;

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::late;
use super::law;
use super::pen::{Pen, in_a_row, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Timing};
use crate::paper::{Line, line};
use crate::rulebook::{Book, LevelKind};
use argument::Argument;

/// What the appeal is about.
struct About {
    /// What it argues.
    arguments: Vec<Argument>,
    /// When care is given, as far as it is known.
    timing: Option<Timing>,
}

impl About {
    fn of(case: &Case, book: &Book) -> Self {
        let timing = timing(case);
        // Before care nothing was done without approval.
        let ahead = matches!(timing, Some(Timing::PreService | Timing::Urgent));
        let mut arguments = Argument::of(case, book);
        arguments.retain(|argument| !(ahead && *argument == Argument::PriorAuth));
        Self { arguments, timing }
    }

    fn argues(&self, argument: Argument) -> bool {
        self.arguments.contains(&argument)
    }

    fn is_medical(&self) -> bool {
        self.arguments.iter().any(|argument| argument.is_medical())
    }

    fn ask(&self) -> Remedy {
        match self.timing {
            Some(Timing::PreService | Timing::Urgent) => Remedy::Approve,
            Some(Timing::PostService) => Remedy::Pay,
            Some(Timing::Concurrent) => Remedy::Continue,
            None => Remedy::Cover,
        }
    }
}

/// What the plan is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Remedy {
    Approve,
    Pay,
    Continue,
    Cover,
}

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L01, case, book, today);
    let about = About::of(case, book);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if pen.fact(Field::Reason).is_none() && pen.fact(Field::Service).is_none() {
        return Err(Refused::NothingToAppeal);
    }
    let to = frame::insurer(&mut pen)?;
    let re = match about.ask() {
        Remedy::Approve => "Appeal of a denied request for approval",
        Remedy::Pay => "Appeal of a denied claim",
        Remedy::Continue => "Appeal of a decision to end approved care",
        Remedy::Cover => "Appeal of a denial",
    };
    frame::head(&mut pen, To::Plan, line![re], to, line!["Dear Appeals Reviewer:"])?;

    opening(&mut pen, &about);
    reason(&mut pen);
    figures(&mut pen);
    let time = late::sentence(&mut pen, LevelKind::InternalAppeal);
    if !time.is_empty() {
        pen.paragraph("time", time);
    }
    pen.heading("why-heading", "Why this decision should change");
    reasons::write(&mut pen, &about);
    pen.heading("ask-heading", "What I ask you to do");
    let items = ask(&mut pen, &about);
    pen.list("ask", items);
    pen.heading("review-heading", "How I ask you to review it");
    review(&mut pen, &about);

    let last = if frame::enclosed(LetterKind::L01, case).is_empty() {
        "Please confirm in writing that you have received this appeal. I have kept a copy of it."
    } else {
        "Please confirm in writing that you have received this appeal. I have kept a copy of it and of what is enclosed."
    };
    frame::foot(&mut pen, line![last]);
    pen.note_law();
    pen.lacks(gap::NOTICE_COPY);
    if about.timing.is_none() {
        pen.lacks(gap::TIMING);
    }
    Ok(pen.finish(re))
}

fn opening(pen: &mut Pen, about: &About) {
    let who = frame::on_behalf(pen, To::Plan);
    let what = match about.ask() {
        Remedy::Approve => "not to approve this care",
        Remedy::Pay => "not to pay for this care",
        Remedy::Continue => "to end or shorten this care, which you had approved",
        Remedy::Cover => "on this care",
    };
    let ask = match about.ask() {
        Remedy::Approve => ". I ask you to reverse the decision and approve the care.",
        Remedy::Pay => {
            ". I ask you to reverse the decision, reprocess the claim and pay the plan's benefit for this care."
        }
        Remedy::Continue => ". I ask you to reverse the decision and to go on covering the care.",
        Remedy::Cover => ". I ask you to reverse the decision and to cover the care.",
    };
    let day = match (about.ask(), pen.fact(Field::ServiceDate)) {
        (Remedy::Pay, Some(day)) => line![" (date of service ", day, ")"],
        (Remedy::Pay | Remedy::Approve | Remedy::Continue | Remedy::Cover, _) => Vec::new(),
    };
    let care = pen.fact(Field::Service).map_or_else(Vec::new, |service| [line![": ", service], day].concat());
    let line = [who, line!["I am appealing your decision ", what], care, line![ask]].concat();
    pen.paragraph("opening", line);
}

/// The reason in the plan's words.
fn reason(pen: &mut Pen) {
    pen.lacks(gap::REASON);
    frame::reason(pen, "Your notice");
}

/// Code and amounts as printed.
fn figures(pen: &mut Pen) {
    let code = if pen.case.codes().len() > 1 { "the codes " } else { "the code " };
    let shown: Vec<Line> = [
        with(code, pen.fact(Field::ReasonCode)),
        pen.fact(Field::Billed).map_or_else(Vec::new, |amount| line![amount, " billed"]),
        pen.fact(Field::Allowed).map_or_else(Vec::new, |amount| line![amount, " allowed"]),
        pen.fact(Field::PatientShare).map_or_else(Vec::new, |amount| line![amount, " as patient responsibility"]),
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .collect();
    if !shown.is_empty() {
        pen.paragraph("figures", [line!["The notice shows "], in_a_row(shown), line!["."]].concat());
    }
}

/// What the plan is asked to do, in numbers.
fn ask(pen: &mut Pen, about: &About) -> Vec<Line> {
    let claim = pen.fact(Field::ClaimNumber);
    let mut items: Vec<Line> = Vec::new();
    items.push(match about.ask() {
        Remedy::Approve => [
            line!["Approve this care"],
            with(" by ", pen.fact(Field::Provider)),
            with(": ", pen.fact(Field::Service)),
            line!["."],
        ]
        .concat(),
        Remedy::Pay => [
            line!["Reverse the denial, reprocess "],
            claim.map_or_else(|| line!["the claim"], |claim| line!["claim ", claim]),
            line![" and pay the plan's benefit for this care."],
        ]
        .concat(),
        Remedy::Continue => {
            pen.leans_on(law::ONGOING_CARE);
            line!["Reverse the decision, and go on covering the care while you decide this appeal."]
        }
        Remedy::Cover => line!["Reverse the denial and cover this care under the plan."],
    });
    items.extend(reasons::asks(pen, about));
    pen.leans_on(law::NOTICE_CONTENT);
    items.push(line![
        "If you do not change the decision in full, tell me in writing the specific reason and the plan provision for each \
         part that you uphold."
    ]);
    items
}

/// Who reviews, what I ask to see, and by when an answer is due.
fn review(pen: &mut Pen, about: &About) {
    let due = answer_by(pen, about, LevelKind::InternalAppeal);
    pen.paragraph("review-date", due);
    let mut who = line![
        "Please have the appeal decided by somebody who did not take part in the first decision and does not report to the \
         person who did."
    ];
    if about.is_medical() {
        who.extend(line![
            " Because the decision rests on a medical judgment, please consult a health care professional with training \
             and experience in that field of medicine, who was not consulted before."
        ]);
    }
    pen.paragraph("review-who", who);
    let file = line![
        "Please send me, free of charge, the claim file: all documents, records and other information relevant to this \
         claim, with any rule, guideline or clinical criteria that you used. Please name each medical expert whose advice \
         you obtained."
    ];
    pen.paragraph("review-file", file);
    new_evidence(pen);
    for ground in [law::FAIR_REVIEW, law::CLAIM_FILE, law::CRITERIA, law::REVIEWER, law::NEW_EVIDENCE] {
        pen.leans_on(ground);
    }
}

fn new_evidence(pen: &mut Pen) {
    let new = line![
        "If you gather new evidence or rely on a new reason, please send it to me free of charge, early enough that I can \
         answer before you decide."
    ];
    pen.paragraph("review-new", new);
}

/// By when the plan has to decide, from the rule for this timing.
fn answer_by(pen: &mut Pen, about: &About, level: LevelKind) -> Line {
    let urgent = pen.yes(Field::Urgent) && about.timing != Some(Timing::PostService);
    let timing = match about.timing {
        Some(_) | None if urgent => Some(Timing::Urgent),
        // Care that is being cut short follows the clock of care not given yet.
        Some(Timing::Concurrent) => Some(Timing::PreService),
        Some(Timing::PreService | Timing::PostService | Timing::Urgent) | None => about.timing,
    };
    let due = pen.decides_within(level, timing);
    let lead = if urgent {
        line!["This appeal is urgent: waiting could do serious harm to ", pen.my(), " health. "]
    } else {
        Vec::new()
    };
    let due = match due {
        Some(amount) => {
            line!["Please send me your decision on this appeal in writing within ", amount, " after you receive it."]
        }
        None if urgent => line!["Please decide it without delay, and send me the decision in writing."],
        None => {
            line!["Please send me your decision on this appeal in writing, and tell me now by when you will decide."]
        }
    };
    [lead, due].concat()
}
