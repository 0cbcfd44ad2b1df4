//! L69, the cover of an application for financial assistance, and L70, the request to look at a refusal again.
//!
//! Cites what binds nonprofit hospitals as that, because whether the office is one is often not known.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::hardship;
use super::law::{self, Ground};
use super::pen::{Pen, sent_day};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{LetterKind, PaperKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

/// L69.
pub(super) fn apply(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L69, case, book, today);
    let re = "Application for financial assistance";
    let who = begin(&mut pen, re)?;
    let forms = pen.papers(PaperKind::AssistancePolicy);
    let enclosed = if forms.is_empty() {
        line![" If you decide on a form of your own, please send it to me."]
    } else {
        [line![" I enclose: "], frame::named(&forms), line![". If you need another form, please send it to me."]]
            .concat()
    };
    let opening = [
        line!["I apply for financial assistance with this account."],
        enclosed,
        line![" Please take the day on which you receive this letter as the day of the application."],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    hardship::means(&mut pen);
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = [
        "Confirm in writing that you have the application, with the day.",
        "If something is missing, tell me what it is and by when to send it, before you decide.",
        "Decide in writing, with the reason and with how you came to the amount.",
        "Tell me whether your policy covers each clinician who bills for this care, and who does not fall under it.",
        "If you grant assistance, send me a corrected bill, and pay back what was paid beyond it.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    nonprofit(&mut pen, &[law::AID_WINDOW, law::AID_APPLIED, law::AID_PRICE]);
    pen.paragraph("hold", account::hold_without_prejudice("While you decide"));
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::ASSISTANCE_FORM);
    Ok(pen.finish(re))
}

/// L70.
pub(super) fn appeal(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L70, case, book, today);
    let asked = pen.sent_on(&[LetterKind::L69, LetterKind::L71]).ok_or(Refused::NoLetterBefore)?;
    let re = "Request to review a decision on financial assistance";
    let who = begin(&mut pen, re)?;
    let opening = line![
        "On ",
        sent_day(asked),
        " I asked for financial assistance with this account. Please look again at your decision on it."
    ];
    pen.paragraph("opening", [who, opening].concat());
    hardship::means(&mut pen);
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = [
        "Have somebody look at the application who did not decide on it before.",
        "Tell me in writing which rule of your policy the decision rests on, and which figures you used for it.",
        "If a paper was missing, tell me which one. I will send it.",
        "Send me your policy, and tell me whether it has a discount for people above the limit for free care.",
        "Send me your new decision in writing.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    nonprofit(&mut pen, &[law::AID_APPLIED, law::AID_PRICE]);
    pen.paragraph("hold", account::hold_without_prejudice("While you review it"));
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

fn begin(pen: &mut Pen, re: &str) -> Result<Line, Refused> {
    let to = frame::biller(pen)?;
    frame::head(pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    pen.lacks(gap::AMOUNT_DUE);
    Ok(frame::on_behalf(pen, To::Biller))
}

/// The rules that hold where the office belongs to a nonprofit hospital. The letter does not say that it does.
fn nonprofit(pen: &mut Pen, grounds: &[Ground]) {
    let cited = grounds.iter().filter(|ground| pen.leans_on(**ground)).count();
    if cited > 0 {
        let line =
            "If you bill for a nonprofit hospital, please decide by the federal rules for it. They are named below.";
        pen.paragraph("nonprofit", line![line]);
    }
}
