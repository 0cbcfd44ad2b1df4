//! L91, the personal statement: the person's own words, with the claim that they belong to.
//!
//! Adds nothing to the words. They are the person's own account, confirmed with their signature.

use super::Draft;
use super::frame::{self, To};
use super::gap::Refused;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::line;
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L91, case, book, today);
    let words = pen.fact(Field::Statement).ok_or(Refused::NoStatement)?;
    let to = frame::insurer(&mut pen)?;
    let re = "Personal statement";
    frame::head(&mut pen, To::Plan, line![re], to, line!["To whoever decides on this claim:"])?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        line!["This is my own account for the review of this decision"],
        with(" on ", pen.fact(Field::Service)),
        line!["."],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    pen.paragraph("statement", line![words]);
    pen.paragraph("ask", line!["Please put this statement with the file, and read it before you decide."]);
    frame::foot(&mut pen, line!["What is written here is true as far as I know it. I have kept a copy."]);
    Ok(pen.finish(re))
}
