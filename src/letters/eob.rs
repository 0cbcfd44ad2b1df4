//! L18, the request for an explanation of benefits: what the plan did with the claim, or that it never had it.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L18, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let names = [Field::ClaimNumber, Field::Service, Field::ServiceDate, Field::Provider, Field::Facility];
    if names.iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingNamesTheClaim);
    }
    let re = "Request for an explanation of benefits";
    frame::to_the_plan(&mut pen, re, "To the claims department:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["Please send me the explanation of benefits (EOB) for each claim for this care"],
        with(", given on ", pen.fact(Field::ServiceDate)),
        with(" by ", pen.fact(Field::Provider).or_else(|| pen.fact(Field::Facility))),
        line!["."],
    ];
    pen.paragraph("opening", opening.concat());
    if let Some(amount) = pen.fact(Field::AmountDue) {
        let bill = [
            line!["A bill"],
            with(" of ", pen.fact(Field::Biller)),
            with(", dated ", pen.fact(Field::BillDate)),
            line![" asks for ", amount, ". It cannot be checked without the EOB."],
        ];
        pen.paragraph("bill", bill.concat());
    }
    let items = vec![
        line![
            "For each line: the code, the charge, the allowed amount, what the plan paid and to whom, each part of the patient's \
             share, and the meaning of each code."
        ],
        line!["The day on which each claim came, and the day on which it was decided."],
        line!["What this claim added to the deductible and to the yearly limit."],
        [
            line!["If you have no claim for this care: a letter that says so, and until when "],
            pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]),
            line![" or I can send it."],
        ]
        .concat(),
    ];
    pen.paragraph("ask-lead", line!["Please send me:"]);
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::SERVICE_DATE);
    Ok(pen.finish(re))
}
