//! L60, the request for an itemized bill. Asks for every line and what each should show, and for the hold meanwhile.
//!
//! Lists nothing that the bill in hand does not show; a line that stands twice on it is asked about.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::lines::{self, Repeated};
use super::pen::Pen;
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L60, case, book, today);
    let to = frame::biller(&mut pen)?;
    let re = "Request for an itemized bill";
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = line![
        "Please send me an itemized bill for this account, with every charge on a line of its own, so that I can check it. \
         Each line should show:"
    ];
    pen.paragraph("opening", [who, opening].concat());

    let items = [
        "the date of the service, and who gave it;",
        "the procedure code (CPT or HCPCS), with every modifier;",
        "the revenue code, if a hospital or another facility sends the bill;",
        "the number of units;",
        "the charge.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    let balance = match pen.fact(Field::AmountDue) {
        Some(amount) => line!["how you come to ", amount, "."],
        None => line!["how you come to the balance."],
    };
    let totals = line!["Please also list each payment, discount and adjustment with its date, so that I can see "];
    pen.paragraph("totals", [totals, balance].concat());
    questions(&mut pen);
    pen.paragraph("hold", account::hold_without_prejudice("Until I have the itemized bill and have checked it"));
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::AMOUNT_DUE);
    if pen.paper(PaperKind::ItemizedBill).is_none() {
        pen.lacks(gap::BILL_COPY);
    }
    Ok(pen.finish(re))
}

/// What the bill in hand shows more than once.
fn questions(pen: &mut Pen) {
    let Some(bill) = pen.case.bill() else { return };
    let questions: Vec<Line> = lines::repeated(bill).iter().map(Repeated::question).collect();
    if questions.is_empty() {
        return;
    }
    let lead =
        if questions.len() == 1 { "I have a question about your bill:" } else { "I have questions about your bill:" };
    pen.paragraph("question-lead", line![lead]);
    pen.list("question", questions);
}
