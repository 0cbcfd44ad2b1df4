//! L53, the request to the clinician for a letter of medical necessity: the plan's reason and criteria in its own words,
//! and what the letter should answer.
//!
//! Argues no medicine and writes nothing that the clinician should say.

use super::Draft;
use super::criteria::{self, Sheet};
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::grid::end;
use super::pen::{Pen, with};
use crate::case::grid::Kind;
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
    let quoted = criteria(&mut pen);

    pen.paragraph("ask-lead", line!["Please answer these points in it:"]);
    let items = asks(&pen, quoted);
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

/// The criteria, point by point where the person has looked at them; whether the letter quotes them. Where they are too long
/// they go along as a paper.
fn criteria(pen: &mut Pen) -> bool {
    let sheets = criteria::sheets(pen);
    let words: Vec<Line> = sheets.iter().flat_map(Sheet::words).collect();
    if criteria::fit(&words) && sheets.iter().all(|sheet| !sheet.looked_at) {
        pen.paragraph("criteria-lead", line!["The plan's criteria say:"]);
        pen.part("criteria", Block::List { numbered: false, items: words });
        return true;
    }
    let sheets: Vec<Sheet> = sheets.into_iter().filter(|sheet| sheet.looked_at).collect();
    if sheets.iter().any(|sheet| !sheet.groups().is_empty()) {
        let lead = "I list the plan's criteria point by point. For each point, please tell me whether it is met, and which \
                    record shows it, with its date and page.";
        pen.paragraph("criteria-lead", line![lead]);
        let groups = sheets.iter().flat_map(|sheet| sheet.groups().into_iter().map(move |group| (sheet, group)));
        for (at, (sheet, group)) in groups.enumerate() {
            pen.paragraph(&format!("criteria-lead-{}", at + 1), sheet.says(&group, "The criteria"));
            let items = group.points.iter().map(|point| asked(pen, sheet, *point)).collect();
            pen.part(&format!("criteria-{}", at + 1), Block::List { numbered: false, items });
        }
        return true;
    }
    if pen.paper(PaperKind::Criteria).is_some() {
        pen.paragraph("criteria", line!["I enclose the plan's criteria."]);
    }
    false
}

/// A point in the plan's words, with what was found for it. How the person marked it is left to the clinician to judge.
fn asked(pen: &Pen, sheet: &Sheet, at: usize) -> Line {
    let piece = &sheet.grid.pieces[at];
    if piece.kind == Kind::Lead {
        return line![sheet.quote(at), " These points follow below."];
    }
    let Some(shown) = piece.is_shown() else { return line![sheet.quote(at)] };
    let (lead, own) = match shown.from {
        Provenance::Document { .. } | Provenance::Call { .. } => (" I found this: ", ""),
        Provenance::Statement { .. } => ("", " In my own words: "),
    };
    let found = criteria::evidence(pen, shown, own);
    let found = [line![sheet.quote(at), lead], found, end(&shown.words)].concat();
    [found, line![" Please confirm or correct it."]].concat()
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
pub(super) fn when(pen: &mut Pen) {
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
