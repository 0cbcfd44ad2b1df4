//! L62, the request to bill the health plan before the patient. Gives the numbers by which the office can do it.
//!
//! Says nothing of what the plan will pay, and nothing of why it was not billed.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L62, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let to = frame::biller(&mut pen)?;
    let re = "Request to bill the health plan first";
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = [
        line!["This bill came to "],
        line![if pen.for_another() { "the patient" } else { "me" }],
        line![". I ask you to send the claim for this care to the health plan first, and to wait for its decision."],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let plan = numbers(&mut pen);
    pen.paragraph("plan", plan);
    if pen.yes(Field::InNetwork) {
        let provider = pen.fact(Field::Provider).map_or_else(|| line!["The provider"], |provider| line![provider]);
        pen.paragraph("network", [provider, line![" is in the plan's network."]].concat());
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let send = if pen.fact(Field::Insurer).is_some() {
        "Send the claim to the plan now, with these numbers. Plans take claims for a limited time only."
    } else {
        "Tell me now which plan you have on file. Plans take claims for a limited time only."
    };
    let items = [
        send,
        "If you sent it before, tell me on which day, and what the plan answered.",
        "If the plan refused it for something that you can correct, correct it and send it again.",
        "After the plan's decision, send me a bill that shows what the plan allowed, what it paid and what is left.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    pen.paragraph("hold", account::hold_without_prejudice("Until the plan has decided and I have its explanation"));
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

/// The plan and the numbers that stand on its card; without the plan, that they follow.
fn numbers(pen: &mut Pen) -> Line {
    let Some(plan) = pen.need(gap::PLAN_NAME) else {
        return line![
            "If you have no plan on file, or another one, I will give you the name and the numbers that you need."
        ];
    };
    let member = pen.need(gap::MEMBER_ID);
    let numbers = [
        with(", member ID ", member),
        with(", group number ", pen.fact(Field::GroupNumber)),
        with(", member ", pen.fact(Field::Member)),
        with(", claim number ", pen.fact(Field::ClaimNumber)),
    ];
    [line!["The plan is ", plan], numbers.concat(), line!["."]].concat()
}
