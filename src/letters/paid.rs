//! L75, the request for a refund, and L87, the request to confirm in writing that an account is paid and reports about it
//! are deleted.
//!
//! A refund is asked for where the papers show it by arithmetic, and nowhere else.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::matters;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind, StatementKind};
use crate::paper::{Line, line};
use crate::reconcile;
use crate::rulebook::Book;

/// L75.
pub(super) fn refund(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L75, case, book, today);
    let to = frame::biller(&mut pen)?;
    let bill = case.bill().ok_or(Refused::NoBill)?.number;
    let owed = reconcile::of(case, book).owed.into_iter().find(|owed| owed.bill == bill);
    let found = owed.and_then(|owed| {
        let money = |cents| matters::amount(case, cents, bill);
        Some((money(owed.paid)?, money(owed.share?.most)?, money(owed.refund?)?))
    });
    let Some((paid, share, back)) = found else { return Err(Refused::NothingOverpaid) };
    let re = "Request for a refund";
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let by = if pen.for_another() { "The patient's payments come to " } else { "My payments on this account come to " };
    let opening = line![
        by,
        paid,
        ". By the plan's explanation of benefits the patient's share is ",
        share,
        ". Please pay back the difference of ",
        back.clone(),
        "."
    ];
    pen.paragraph("opening", [who, opening].concat());
    let whom = if pen.for_another() { "the patient" } else { "me" };
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = vec![
        line!["Pay back ", back, ", to ", whom, " and not as a credit to another account."],
        line!["Tell me by when and how you will pay it."],
        line!["Send me a list of each payment, discount and adjustment on this account, with its date."],
        line!["If you come to another amount, send me the figures that it rests on."],
    ];
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::RECEIPT);
    pen.lacks(gap::EOB_COPY);
    Ok(pen.finish(re))
}

/// L87.
pub(super) fn confirm(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L87, case, book, today);
    let to = frame::biller(&mut pen)?;
    let receipt = pen.paper(PaperKind::Receipt).is_some()
        || case.statements.iter().any(|paper| paper.kind == StatementKind::Receipt);
    let settled = pen.paper(PaperKind::Terms).is_some();
    if !receipt && !settled {
        return Err(Refused::NothingPaid);
    }
    let re = "Request to confirm that this account is paid";
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let account = with(" ", pen.fact(Field::AccountNumber));
    let how = if settled { " was settled by the terms that we agreed in writing." } else { " was paid." };
    let proof = proof(&pen);
    pen.paragraph("opening", [who, line!["Account"], account, line![how], proof].concat());
    pen.paragraph("ask-lead", line!["Please confirm in writing:"]);
    let items = [
        "that the balance of the account is zero, and since which day;",
        "that no further bill follows for the services on it;",
        "that the account is with no collector, or that you have taken it back;",
        "that nothing about it is reported to a credit bureau, or that you have asked each bureau to delete what was \
         reported, with the day on which you asked.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    let open = "If you hold that something is still open, please tell me the amount and what it is for.";
    pen.paragraph("open", line![open]);
    frame::foot(&mut pen, frame::answer());
    if settled {
        pen.lacks(gap::RECEIPT);
    } else {
        pen.lacks(gap::TERMS);
    }
    Ok(pen.finish(re))
}

fn proof(pen: &Pen) -> Line {
    let receipts = pen.papers(PaperKind::Receipt);
    let terms = pen.papers(PaperKind::Terms);
    if receipts.is_empty() && terms.is_empty() {
        return Vec::new();
    }
    let all: Vec<_> = receipts.into_iter().chain(terms).collect();
    [line![" I enclose: "], frame::named(&all), line!["."]].concat()
}
