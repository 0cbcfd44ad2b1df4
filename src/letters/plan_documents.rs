//! L16, the request for the documents that set out the benefits: to the plan administrator, which in a plan from work is
//! often the employer, or to the insurer.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, from_work, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L16, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let re = "Request for the plan's documents";
    let employer = pen.fact(Field::Employer).filter(|_| from_work(case));
    match &employer {
        Some(employer) => {
            let to = vec![line![employer.clone()], line!["Plan administrator of the health plan"]];
            frame::head(&mut pen, To::Plan, line![re], to, line!["To the plan administrator:"])?;
        }
        None => frame::to_the_plan(&mut pen, re, "To whom it may concern:")?,
    }
    let who = frame::on_behalf(&mut pen, To::Plan);
    let whose = if pen.for_another() { "The patient is" } else { "I am" };
    let opening = [
        who,
        line![whose, " covered by this plan"],
        with(", which ", employer.is_some().then(|| pen.fact(Field::Insurer)).flatten()),
        if employer.is_some() && pen.fact(Field::Insurer).is_some() { line![" runs or insures"] } else { Vec::new() },
        line![". Please send me copies of these documents, as they stood on "],
        pen.fact(Field::ServiceDate).map_or_else(|| line!["the day of this letter"], |day| line![day]),
        line![" and with every change since:"],
    ];
    pen.paragraph("opening", opening.concat());
    let items = if from_work(case) { of_an_employer() } else { of_an_insurer() };
    pen.list("ask", items);
    let time = if from_work(case) {
        pen.book.rule(law::PLAN_DOCUMENTS.rule).and_then(|rule| pen.within(rule, law::PLAN_DOCUMENTS.for_what))
    } else {
        None
    };
    if employer.is_some() {
        pen.paragraph(
            "who",
            line![
                "If somebody else is the plan administrator, please tell me the name and address, and pass this letter on to \
                 them today."
            ],
        );
    }
    pen.paragraph(
        "cost",
        line!["If a copy costs something, please tell me how much before you make it. A file by e-mail is enough."],
    );
    let last = match time {
        Some(amount) => line![
            "The rule named here gives ",
            amount,
            " from this request. Please send the documents within that time. I have kept a copy of this letter."
        ],
        None => frame::answer(),
    };
    frame::foot(&mut pen, last);
    pen.note_law();
    if from_work(case) {
        pen.lacks(gap::EMPLOYER);
    }
    Ok(pen.finish(re))
}

fn of_an_employer() -> Vec<Line> {
    let items = [
        "the plan document and the contract or trust under which the plan is run;",
        "the newest summary plan description, with each summary of changes;",
        "the contract with the company that runs the claims, as far as it says how claims are decided;",
        "the plan's rules on claims and appeals;",
        "if the decision is about mental health or substance use care, the plan's written comparison of its limits there with \
         those for other care.",
    ];
    items.into_iter().map(|item| line![item]).collect()
}

fn of_an_insurer() -> Vec<Line> {
    let items = [
        "the policy, certificate or evidence of coverage, in full;",
        "the summary of benefits and coverage;",
        "each rider and each notice of a change;",
        "the rules on claims, appeals and reviews outside the plan.",
    ];
    items.into_iter().map(|item| line![item]).collect()
}
