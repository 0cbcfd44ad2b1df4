//! L03, the request for a fast decision. Where something was refused it is the appeal itself; before that it asks for a fast
//! first decision.
//!
//! Says of the harm only what the person or a clinician has said. Care that was given is never urgent.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::deadlines;
use crate::kinds::{Field, LetterKind, PaperKind, Timing};
use crate::paper::{Line, line};
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L03, case, book, today);
    may_be_asked(&pen)?;
    let decided = !deadlines::awaits_first_decision(case);
    let re =
        if decided { "Urgent: fast (expedited) appeal" } else { "Urgent: request for a fast (expedited) decision" };
    frame::to_the_plan(&mut pen, re, "Dear Appeals Reviewer:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let (what, ask) = if decided {
        ("I am appealing your decision on this care", " I ask you to decide the appeal fast.")
    } else {
        ("I wait for your decision on this care", " I ask you to decide it fast.")
    };
    let by = with(", by ", pen.fact(Field::Provider));
    let opening = [who, line![what], pen.the_care(": "), by, line![".", ask]];
    pen.paragraph("opening", opening.concat());
    if decided {
        frame::reason(&mut pen, "Your notice");
    }
    pen.heading("why-heading", "Why it cannot wait");
    harm(&mut pen);
    if decided && let Some(words) = pen.fact(Field::Statement) {
        pen.paragraph("why-statement", line!["On the decision itself, in my own words: ", words]);
    }
    pen.heading("ask-heading", "What I ask you to do");
    let items = asks(&mut pen, decided);
    pen.list("ask", items);
    let call = match pen.fact(Field::Provider) {
        Some(provider) => line![
            "If you need anything from ",
            provider,
            ", please call the office today. Please do not wait for the mail."
        ],
        None => line![
            "If you need anything from the doctor, please call the office today. Please do not wait for the mail."
        ],
    };
    frame::foot(&mut pen, [call, line![" I have kept a copy of this letter."]].concat());
    pen.note_law();
    for gap in [gap::CLINICIAN_URGENT, gap::URGENT_LETTER, gap::WHY_URGENT] {
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
    if timing(pen.case) == Some(Timing::PostService) || pen.no(Field::Urgent) {
        return Err(Refused::NotUrgent);
    }
    if pen.fact(Field::WhyUrgent).is_none() && !pen.yes(Field::ClinicianSaysUrgent) {
        return Err(Refused::NoHarmNamed);
    }
    Ok(())
}

fn harm(pen: &mut Pen) {
    if pen.yes(Field::ClinicianSaysUrgent) {
        let who = pen.fact(Field::Provider).map_or_else(|| line!["The treating doctor"], |provider| line![provider]);
        let says = line![" says that waiting could do serious harm to ", pen.my(), " health."];
        let word = if pen.leans_on(law::DOCTORS_WORD) {
            line![" On a doctor's word the plan has to use the fast time."]
        } else {
            Vec::new()
        };
        pen.paragraph("why-doctor", [who, says, word].concat());
    }
    if let Some(words) = pen.fact(Field::WhyUrgent) {
        pen.paragraph("why-urgent", line!["In my own words: ", words]);
    }
    let letters = pen.papers(PaperKind::NecessityLetter);
    if !letters.is_empty() {
        pen.paragraph(
            "why-letter",
            [line!["I enclose the doctor's letter: "], frame::named(&letters), line!["."]].concat(),
        );
    }
}

fn asks(pen: &mut Pen, decided: bool) -> Vec<Line> {
    let level = if decided { LevelKind::InternalAppeal } else { LevelKind::FirstDecision };
    let within = pen.decides_within(level, Some(Timing::Urgent));
    let tell = match pen.fact(Field::Provider) {
        Some(provider) => {
            line![", and tell ", provider, " and me the decision by telephone first and then in writing."]
        }
        None => line![", and tell me the decision by telephone first and then in writing."],
    };
    let when = match within {
        Some(amount) => {
            line!["Decide as fast as the health needs it, at the latest within ", amount, " after you receive this"]
        }
        None => line!["Decide as fast as the health needs it"],
    };
    let mut items = vec![
        [when, tell].concat(),
        if decided { line!["Reverse the decision and approve the care."] } else { line!["Approve the care."] },
    ];
    if decided && pen.leans_on(law::REVIEW_AT_ONCE) {
        items.push(line![
            "Tell me today how to ask for the review outside the plan at the same time as this appeal, as the law allows in an \
             urgent case."
        ]);
    }
    items.push(line![
        "If you will not decide it fast, call me the same day with the reason, tell me who decided that, and go on with it \
         in the usual time."
    ]);
    items
}
