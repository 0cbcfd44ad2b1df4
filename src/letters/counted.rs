//! L19, the request to show and correct what the plan has counted toward the deductible or the yearly limit.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::Pen;
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L19, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let (plans, mine) = (pen.fact(Field::CountedByPlan), pen.fact(Field::CountedByMe));
    let eobs = pen.papers(PaperKind::Eob);
    if plans.is_none() && mine.is_none() && eobs.is_empty() {
        return Err(Refused::NothingCounted);
    }
    let re = "Request to correct what was counted toward the deductible or the yearly limit";
    frame::to_the_plan(&mut pen, re, "To the claims department:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = line![
        "Please check what you have counted toward the deductible and the yearly out-of-pocket limit, and correct it where it \
         is wrong."
    ];
    pen.paragraph("opening", [who, opening].concat());
    let sums = match (plans, mine) {
        (Some(plans), Some(mine)) => {
            line!["Your record shows ", plans, ". By my explanations of benefits it should be ", mine, "."]
        }
        (Some(plans), None) => line!["Your record shows ", plans, ". I cannot find in my papers how you come to that."],
        (None, Some(mine)) => line!["By my explanations of benefits it should be ", mine, " by now."],
        (None, None) => Vec::new(),
    };
    if !sums.is_empty() {
        pen.paragraph("sums", sums);
    }
    if let Some(words) = pen.fact(Field::Statement) {
        pen.paragraph("statement", line!["In my own words: ", words]);
    }
    if !eobs.is_empty() {
        pen.paragraph("eobs", [line!["I enclose: "], frame::named(&eobs), line!["."]].concat());
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = [
        "Send me the list of all that you counted this plan year, for the patient and for the family: each claim, its day, the \
         amount, and whether it went to the deductible, the limit, or neither.",
        "For each claim of that list, or of my papers, that you did not count, tell me why, with the page of the plan.",
        "Correct the record, and process again each claim on which the patient paid too much because of it.",
        "Send the new explanations of benefits to the providers and to me.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    frame::foot(&mut pen, frame::answer());
    for gap in [gap::COUNTED_BY_PLAN, gap::COUNTED_BY_ME, gap::EOB_COPY] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}
