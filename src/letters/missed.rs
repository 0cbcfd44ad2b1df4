//! L21, that a date of theirs has passed. Each is traced to what started it, and names its rule. Where it is not known that
//! what was sent arrived, the letter says so and asks.

use super::Draft;
use super::frame::{self, To};
use super::gap::Refused;
use super::law;
use super::pen::{Pen, counted, unit_word};
use crate::case::{Case, Provenance};
use crate::civil::Date;
use crate::deadlines::{self, Deadline, Standing, Started};
use crate::kinds::LetterKind;
use crate::paper::{Line, Span, line, long_day};
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L21, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let passed = passed(&pen);
    if passed.is_empty() {
        return Err(Refused::NothingMissed);
    }
    let re = "The time for your answer has passed";
    frame::to_the_plan(&mut pen, re, "To whom it may concern:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [who, line!["I wait for an answer of yours on this care"], pen.the_care(": "), line!["."]];
    pen.paragraph("opening", opening.concat());
    let items: Vec<Line> = passed.iter().filter_map(|deadline| told(&mut pen, deadline)).collect();
    if items.is_empty() {
        return Err(Refused::NothingMissed);
    }
    pen.list("passed", items);
    let surely = passed.iter().any(|deadline| matches!(deadline.standing, Standing::Overdue { .. }));
    let appeal = passed.iter().any(|deadline| deadline.level == LevelKind::InternalAppeal && deadline.step.is_some());
    if !surely {
        pen.paragraph(
            "arrival",
            line![
                "I count from the day named there. If it reached you later, or you took more time by a notice that I do not \
                 have, please tell me the day and send me the notice."
            ],
        );
    }
    if surely && appeal && pen.leans_on(law::DEEMED_EXHAUSTED) {
        pen.paragraph(
            "follows",
            line![
                "The rules name what follows where a plan does not keep to them: the internal appeal can count as finished, and \
                 I can go on to the next step. If you hold that this slip does not count, please explain that in writing."
            ],
        );
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let papers = passed.iter().all(|deadline| deadline.step.is_none());
    let items = if papers {
        vec![
            line!["Send me the documents that I asked for now."],
            line!["If you will not send one of them, or somebody else has to, tell me which one, why, and who has it."],
        ]
    } else {
        vec![
            line![
                "Decide now, and send me the decision in writing with its reason. If you have decided, send me a copy."
            ],
            line!["Tell me on which day you received what I sent, and why the time was not kept."],
            line![
                "Tell me which next step is open to me, inside the plan and outside it, with its address and its last day."
            ],
        ]
    };
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

/// Their dates that have passed. Of two clocks for one answer only the longer one is held against them.
fn passed<'a>(pen: &Pen<'a>) -> Vec<Deadline<'a>> {
    let theirs = deadlines::of(pen.case, pen.book, pen.today).theirs;
    let longest = |deadline: &Deadline<'_>| {
        theirs.iter().filter(|other| of_one_answer(other, deadline)).all(|other| end(other) <= end(deadline))
    };
    let mut held: Vec<Deadline<'a>> = Vec::new();
    for deadline in &theirs {
        if is_late(deadline) && longest(deadline) && !held.iter().any(|other| of_one_answer(other, deadline)) {
            held.push(deadline.clone());
        }
    }
    held
}

fn end(deadline: &Deadline<'_>) -> Option<Date> {
    deadline.when.value().map(|when| when.last_end)
}

/// Whether both are clocks for the same answer. The papers are an answer of their own.
fn of_one_answer(one: &Deadline<'_>, other: &Deadline<'_>) -> bool {
    one.level == other.level && one.step.is_some() == other.step.is_some()
}

fn is_late(deadline: &Deadline<'_>) -> bool {
    match deadline.standing {
        Standing::Overdue { .. } | Standing::AskNow { .. } => true,
        Standing::Ahead { .. }
        | Standing::Today
        | Standing::PastAim { .. }
        | Standing::BetweenDates { .. }
        | Standing::Late { .. }
        | Standing::Done { .. }
        | Standing::Running { .. }
        | Standing::Due
        | Standing::Unknown => false,
    }
}

/// What was sent, when, which time the rule gives, and the day on which that ended.
fn told(pen: &mut Pen, deadline: &Deadline<'_>) -> Option<Line> {
    let when = deadline.when.value()?;
    let (start, rule, end) = (when.start.as_ref()?, deadline.rule?, when.by_rule?.last_day);
    let day = start_day(start);
    let began = match start.what {
        Started::AppealArrived => line!["My appeal reached you on ", day],
        Started::ArrivalConfirmed => line!["On ", day, " you confirmed that you had my appeal"],
        Started::AppealSent => line!["I sent my appeal on ", day],
        Started::ClaimSent => line!["The request or claim was sent to you, or reached you, on ", day],
        Started::PapersAskedFor => line!["I asked for the plan's documents in writing on ", day],
        Started::Received
        | Started::Printed
        | Started::Presumed
        | Started::LeavesHospital
        | Started::ServicesEnd
        | Started::ChangeStarts
        | Started::Care => return None,
    };
    let cite = pen.cite(rule)?;
    let amount = Span::law(&rule.id, counted(rule.amount_on(pen.today)?, unit_word(rule)?));
    pen.rests_on("The time for your answer", cite);
    let end = Span::law(&rule.id, long_day(end));
    Some(
        [began, line![". The rule gives ", amount, ". By that count the time ended on ", end, ". I have no answer."]]
            .concat(),
    )
}

fn start_day(start: &deadlines::Start) -> Span {
    let from = start.provenance.clone().unwrap_or(Provenance::Statement { on: start.day });
    Span::traced(from, long_day(start.day))
}
