//! L89, the summary of a case for somebody who helps: an advocate, a legal aid office, a public adviser.
//!
//! Says what happened in the order of the days, what is open and by when, and what is asked for. Leaves out what a household
//! lives on: the person tells it where it matters.

use super::Draft;
use super::complaint;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::matters;
use super::outside;
use super::pen::{Pen, sent_day, still_open, with};
use crate::case::{Case, EventKind, Provenance};
use crate::civil::Date;
use crate::deadlines;
use crate::kinds::{CoverageKind, Field, LetterKind};
use crate::paper::{Block, Line, Span, line, long_day};
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L89, case, book, today);
    let billed = case.bill().is_some();
    if !billed && pen.fact(Field::Reason).is_none() && pen.fact(Field::Service).is_none() {
        return Err(Refused::NothingToAppeal);
    }
    let about_bill = billed && !case.has_denial();
    let to = if about_bill { To::Desk } else { To::Office };
    let re = "Summary of the case";
    let recipient = vec![line!["To the advocate or office that helps with this case"]];
    frame::head(&mut pen, to, line![re], recipient, line!["Thank you for looking at this case."])?;
    let who = frame::on_behalf(&mut pen, to);
    let opening = [
        line![if about_bill { "It is about a bill" } else { "It is about a decision of " }],
        if about_bill { with(" from ", pen.fact(Field::Biller)) } else { pen.plan() },
        with(if about_bill { " for " } else { " on this care: " }, pen.fact(Field::Service)),
        line!["."],
        amounts(&pen, about_bill),
        coverage(&pen),
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    if !about_bill {
        outside::reasons(&mut pen);
    }
    happened(&mut pen);
    let questions: Vec<Line> = matters::of(&pen).into_iter().map(|matter| matter.says).collect();
    if !questions.is_empty() {
        pen.paragraph("question-lead", line!["These questions to the biller or the plan come from the papers:"]);
        pen.list("question", questions);
    }
    open(&mut pen);
    if let Some(words) = pen.fact(Field::Statement) {
        pen.paragraph("own-words", line!["In my own words: ", words]);
    }
    pen.paragraph("ask-lead", line!["Please tell me:"]);
    let items = [
        "whether you can help with this, and what it costs;",
        "which step you would take next, and by when;",
        "which papers you need from me.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    frame::foot(&mut pen, line!["Please tell me soon if you cannot help, so that I can ask somebody else."]);
    pen.lacks(gap::STATE);
    Ok(pen.finish(re))
}

fn amounts(pen: &Pen, about_bill: bool) -> Line {
    let sentence = |lead: &str, field| {
        let said = with(lead, pen.fact(field));
        if said.is_empty() { said } else { [said, line!["."]].concat() }
    };
    if about_bill {
        sentence(" The bill asks for ", Field::AmountDue)
    } else {
        sentence(" By the plan the patient's part is ", Field::PatientShare)
    }
}

/// The kind of coverage, where it is known, and the state.
fn coverage(pen: &Pen) -> Line {
    let kind = match pen.track() {
        _ if pen.uninsured() => line![" There is no coverage."],
        Some((CoverageKind::EmployerSelfFunded, _)) => {
            line![" The plan comes from work, and the employer's plan pays its claims itself."]
        }
        Some((kind, track)) => match complaint::overseen_by_state(kind) {
            Some(words) => line![" The plan ", words, "."],
            None => line![" The kind of coverage: ", track.name.clone(), "."],
        },
        None => Vec::new(),
    };
    let state = with(" The state: ", pen.fact(Field::State));
    let state = if state.is_empty() { state } else { [state, line!["."]].concat() };
    [kind, state].concat()
}

/// What happened, by day.
fn happened(pen: &mut Pen) {
    let case = pen.case;
    let mut items: Vec<(Date, Line)> = Vec::new();
    for (field, what) in
        [(Field::ServiceDate, "the care"), (Field::NoticeDate, "the plan's notice"), (Field::BillDate, "the bill")]
    {
        let day = case.denial_fact(field).and_then(|fact| fact.pick(crate::case::Value::as_day));
        if let (Some(day), Some(span)) = (day, pen.fact(field)) {
            items.push((day.value, line![span, ": ", what]));
        }
    }
    if let Some(last) = case.final_denial().and_then(|notice| notice.facts.get(Field::NoticeDate))
        && let Some(day) = last.pick(crate::case::Value::as_day)
    {
        items.push((
            day.value,
            line![Span::traced(last.from.clone(), long_day(day.value)), ": the plan's answer to the appeal"],
        ));
    }
    for letter in &case.letters {
        for sending in &letter.sendings {
            let what = super::name(letter.kind).to_lowercase();
            items.push((sending.on, line![sent_day(sending.on), ": letter sent (", what, ")"]));
        }
    }
    for call in &case.calls {
        let day = Span::traced(Provenance::Call { call: call.number }, long_day(call.on));
        items.push((call.on, line![day, ": telephone call"]));
    }
    let over = case.events.iter().any(|event| event.what == EventKind::Won);
    items.sort_by_key(|(on, _)| *on);
    let items: Vec<Line> = items.into_iter().map(|(_, line)| line).collect();
    if items.is_empty() {
        return;
    }
    pen.heading("happened-heading", "What happened");
    pen.part("happened", Block::List { numbered: false, items });
    if over {
        pen.paragraph("won", line!["The appeal was won, at least in part."]);
    }
}

/// The next date that is the person's.
fn open(pen: &mut Pen) {
    let deadlines = deadlines::of(pen.case, pen.book, pen.today);
    let Some(next) = deadlines.next_mine() else { return };
    let Some(day) = still_open(next) else { return };
    let what = match next.level {
        LevelKind::ExternalReview => "ask for an external review",
        LevelKind::InternalAppeal | LevelKind::SecondInternalAppeal => "appeal",
        LevelKind::FirstDecision
        | LevelKind::DrugException
        | LevelKind::IndependentReview
        | LevelKind::Hearing
        | LevelKind::Council
        | LevelKind::Court => "take the next step",
    };
    pen.paragraph("open", line!["By the dates that I have, the time to ", what, " ends on ", day, "."]);
}
