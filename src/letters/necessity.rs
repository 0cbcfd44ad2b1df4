//! L53, the request to the clinician for a letter of medical necessity: the plan's reason and criteria in its own words,
//! and what the letter should answer.
//!
//! Argues no medicine and writes nothing that the clinician should say.

use super::Draft;
use super::criteria::{self, Point};
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, with};
use crate::case::{Case, Provenance};
use crate::civil::Date;
use crate::deadlines::Deadline;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Block, Line, Span, line, long_day};
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L53, case, book, today);
    if pen.fact(Field::Service).is_none() && pen.fact(Field::ProcedureCode).is_none() {
        return Err(Refused::NoCare);
    }
    let to = frame::clinician(&mut pen)?;
    let re = "Request for a letter of medical necessity";
    let dear = match pen.fact(Field::Provider) {
        Some(provider) => line!["Dear ", provider, ":"],
        None => line!["To whom it may concern:"],
    };
    frame::head(&mut pen, To::Provider, line![re], to, dear)?;
    let who = frame::on_behalf(&mut pen, To::Provider);
    let plan = pen.fact(Field::Insurer).map_or_else(|| line!["the health plan"], |insurer| line![insurer]);
    let opening = [
        line!["Please write a letter to "],
        plan,
        line![" that says why this care is needed"],
        with(": ", pen.fact(Field::Service)),
        line![if appealing(&pen) { ". I want to send it with my appeal." } else { ". I want to send it to the plan." }],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    pen.lacks(gap::REASON);
    frame::reason(&mut pen, "The plan's notice");
    let points = criteria(&mut pen);

    pen.paragraph("ask-lead", line!["Please answer these points in it:"]);
    let items = asks(&pen, !points.is_empty());
    pen.list("ask", items);
    when(&mut pen);
    let rest = "Please send it to me, with the notes and test results that it rests on. If you see it differently, or if \
                the plan offers you a call with its reviewer, please tell me.";
    pen.paragraph("send", line![rest]);
    frame::foot(&mut pen, line!["Thank you for your help. I have kept a copy of this letter."]);
    pen.lacks(gap::CRITERIA);
    Ok(pen.finish(re))
}

/// Whether there is a decision to appeal, and no appeal was sent yet.
fn appealing(pen: &Pen) -> bool {
    let decided = pen.reason().is_some() || pen.fact(Field::NoticeDate).is_some();
    let sent = pen.case.letters.iter().any(|letter| letter.kind == LetterKind::L01 && !letter.sendings.is_empty());
    decided && !sent
}

/// The criteria that the letter quotes; none where there are none, or where they are too long and go along as a paper.
fn criteria(pen: &mut Pen) -> Vec<Point> {
    let points = criteria::points(pen);
    if criteria::fit(&points) {
        pen.paragraph("criteria-lead", line!["The plan's criteria say:"]);
        let items = points.iter().map(|point| line![point.quote()]).collect();
        pen.part("criteria", Block::List { numbered: false, items });
        return points;
    }
    if pen.paper(PaperKind::Criteria).is_some() {
        pen.paragraph("criteria", line!["I enclose the plan's criteria."]);
    }
    Vec::new()
}

/// The points in the order in which a reviewer looks for them: the plan's own first.
fn asks(pen: &Pen, quoted: bool) -> Vec<Line> {
    let mut items = Vec::new();
    if pen.reason().is_some() {
        items.push("the plan's reason, point by point, with the record that answers it");
    }
    if quoted {
        items.push("each point of the criteria above, with the record that shows it");
    } else if pen.paper(PaperKind::Criteria).is_some() {
        items.push("each point of the criteria, with the record that shows it");
    }
    items.extend([
        "the diagnosis, since when, and how it limits daily life",
        "what has been tried so far, on which dates, and what came of it",
        "why this care is needed, in this form, amount and place, and what could happen without it",
        "why other treatment that the plan may name would not do as well",
        "which guideline or study you rely on, if you rely on one",
    ]);
    let last = items.len() - 1;
    items.into_iter().enumerate().map(|(at, item)| line![item, if at == last { "." } else { ";" }]).collect()
}

/// The day by which the letter is needed: the day to aim for, by the deadlines.
fn when(pen: &mut Pen) {
    let soon = "Please let me have your letter as soon as you can";
    let line = match pen.next_step() {
        _ if pen.urgent() => line!["This is urgent: waiting could do serious harm. ", soon, "."],
        Some((step, aim)) if pen.today < aim => line![
            match step.level {
                LevelKind::ExternalReview => "I plan to ask for an external review by ",
                LevelKind::FirstDecision
                | LevelKind::InternalAppeal
                | LevelKind::SecondInternalAppeal
                | LevelKind::DrugException
                | LevelKind::IndependentReview
                | LevelKind::Hearing
                | LevelKind::Council
                | LevelKind::Court => "I plan to send the appeal by ",
            },
            day(&step, aim),
            " at the latest. Please let me have your letter before that day, early enough that I can send it along."
        ],
        Some(_) => line![soon, "."],
        None => {
            pen.lacks(gap::DATE_NEEDED);
            line![soon, ", and tell me by when that will be."]
        }
    };
    pen.paragraph("when", line);
}

/// The day, traced to what it counts from.
fn day(deadline: &Deadline, aim: Date) -> Span {
    match source(deadline) {
        Some(from) => Span::traced(from, long_day(aim)),
        None => Span::plain(long_day(aim)),
    }
}

fn source(deadline: &Deadline) -> Option<Provenance> {
    let when = deadline.when.value()?;
    let stated = when.by_notice.iter().min_by_key(|says| says.day).map(|says| says.provenance.clone());
    stated.or_else(|| when.start.as_ref()?.provenance.clone())
}
