//! L76, the request for an estimate before care, and L77, the request for the federal dispute of a bill that is well above
//! its estimate.
//!
//! The least difference and the time for the dispute are the book's.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::matters;
use super::pen::{Pen, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::deadlines;
use crate::finding::Finding;
use crate::kinds::{Field, LetterKind, StatementKind, Timing, TotalKind};
use crate::paper::{Line, Span, line};
use crate::rulebook::{Book, Rule};

/// L76.
pub(super) fn ask(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L76, case, book, today);
    if timing(case) == Some(Timing::PostService) {
        return Err(Refused::CareGiven);
    }
    if pen.fact(Field::Service).is_none() && pen.fact(Field::ProcedureCode).is_none() {
        return Err(Refused::NoCare);
    }
    let to = frame::clinician(&mut pen)?;
    let re = "Request for an estimate in writing";
    frame::head(&mut pen, To::Provider, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Provider);
    let pays = if pen.uninsured() {
        " It will be paid without insurance."
    } else {
        " It will be billed to the health plan named above."
    };
    let plan = if pen.uninsured() || pen.fact(Field::Insurer).is_some() { pays } else { "" };
    let opening = [
        line!["Before this care I would like to know in writing what it will cost"],
        with(": ", pen.fact(Field::Service)),
        line![".", plan],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    pen.paragraph("ask-lead", line!["Please send me an estimate with:"]);
    let mut items = vec![
        line!["each service that you expect, with its procedure code and the diagnosis code;"],
        line![if pen.uninsured() { "the price of each;" } else { "the price of each, with and without insurance;" }],
        line!["who else will send a bill for this care, such as a hospital, a laboratory or an anesthesiologist;"],
    ];
    if pen.uninsured() {
        items.push(line!["what has to be paid before the care, and what may still change."]);
    } else {
        items.push(line!["for each of them, whether they are in the plan's network;"]);
        items.push(line!["whether the plan has to approve the care first, and who asks for it."]);
    }
    pen.list("ask", items);
    // The rule is for who asks before anything is booked. A day that is set has a clock of its own, from the booking.
    let open = pen.fact(Field::PlannedFor).is_none();
    let time = if open { pen.takes(law::ESTIMATE_ASKED.rule, law::ESTIMATE_ASKED.for_what) } else { None };
    let last = match time {
        Some(time) => line![
            "Please send it within ",
            time,
            " after you receive this letter. It books nothing. I have kept a copy."
        ],
        None => [line!["This letter books nothing. "], frame::answer()].concat(),
    };
    frame::foot(&mut pen, last);
    pen.lacks(gap::PLANNED_FOR);
    Ok(pen.finish(re))
}

/// L77.
pub(super) fn dispute(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L77, case, book, today);
    let rule = book.rule(law::ESTIMATE_DISPUTE.rule).ok_or(Refused::Insured)?;
    match case.coverage_kind() {
        Finding::Certain(coverage) if book.binding(rule, coverage).is_some() => {}
        Finding::Certain(_) | Finding::Assumed { .. } | Finding::Unknown { .. } => return Err(Refused::Insured),
    }
    if case.bill().is_none() {
        return Err(Refused::NoBill);
    }
    let sums = sums(&pen, rule)?;
    let desk = book.contact("no-surprises-help-desk").ok_or(Refused::NobodyToSendTo)?;
    let to = vec![line!["Patient-provider dispute resolution"], line![desk.name.clone()]];
    let re = "Request for the dispute of a bill above its good faith estimate";
    frame::head(&mut pen, To::Desk, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Desk);
    let from = pen.fact(Field::Biller).map_or_else(|| line!["The provider"], |biller| line![biller]);
    let opening = [
        line!["I ask for the federal dispute process for this bill. "],
        from,
        line![" estimated ", sums.estimate, " for this care and billed ", sums.billed],
        line![". The difference is at least ", sums.least, ", which is what the process asks for."],
        line![if pen.uninsured() { " No insurance was used for the care." } else { "" }],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let time = time(&mut pen, rule)?;
    if !time.is_empty() {
        pen.paragraph("time", time);
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = [
        "Start the process, and tell me the day on which you received this request.",
        "If something is missing, tell me what it is and by when to send it.",
        "Tell the provider that the process has begun, so that it makes no collection and adds no late fee meanwhile.",
        "Set the amount to the estimate, unless the provider shows why it had to be more.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    pen.leans_on(law::ESTIMATE_DISPUTE);
    frame::foot(&mut pen, line!["Please confirm in writing that you have received this request. I have kept a copy."]);
    pen.lacks(gap::ESTIMATE_PAPER);
    pen.lacks(gap::BILL_COPY);
    Ok(pen.finish(re))
}

struct Sums {
    estimate: Span,
    billed: Span,
    least: Span,
}

/// The estimate, what was billed, and the least difference by the rule.
fn sums(pen: &Pen, rule: &Rule) -> Result<Sums, Refused> {
    let case = pen.case;
    let paper = case.statements.iter().rev().find(|paper| paper.kind == StatementKind::Estimate);
    let total = |kind| paper.and_then(|paper| paper.total(kind));
    let printed = total(TotalKind::Charges).or_else(|| total(TotalKind::AmountDue));
    let estimate = printed
        .map(|total| (total.amount, Span::traced(total.from.clone(), total.amount.to_string())))
        .or_else(|| Some((case.money(Field::EstimatedCost)?.value, pen.fact(Field::EstimatedCost)?)));
    let (estimate, printed_estimate) = estimate.ok_or(Refused::NoEstimate)?;
    let bill = case.bill().ok_or(Refused::NoBill)?;
    let charges = bill.total(TotalKind::Charges).map(|total| total.amount);
    let billed = match charges {
        Some(charges) => matters::amount(case, charges, bill.number).map(|span| (charges, span)),
        None => case.money(Field::AmountDue).map(|due| due.value).zip(pen.fact(Field::AmountDue)),
    };
    let (billed, printed_bill) = billed.ok_or(Refused::NotAboveEstimate)?;
    let least = rule.money_on(pen.today).ok_or(Refused::NotAboveEstimate)?;
    if billed.0.saturating_sub(estimate.0) < least.0 {
        return Err(Refused::NotAboveEstimate);
    }
    let least = Span::law(&rule.id, least.to_string());
    Ok(Sums { estimate: printed_estimate, billed: printed_bill, least })
}

/// That it comes in time, counted from the date of the bill.
fn time(pen: &mut Pen, rule: &Rule) -> Result<Line, Refused> {
    let Some(dated) = pen.case.day(Field::BillDate) else { return Ok(Vec::new()) };
    let Some(counted) = deadlines::count(rule, dated.value, pen.book) else { return Ok(Vec::new()) };
    if counted.last_day < pen.today {
        return Err(Refused::DisputeTooLate);
    }
    let printed = pen.fact(Field::BillDate);
    Ok([
        line!["The first bill that I have"],
        with(" is dated ", printed),
        line![". This request is within the time from that day."],
    ]
    .concat())
}
