//! L05, the request that the plan cover a drug that its list or its rules leave out. No appeal, and it says so.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::{Pen, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{CoverageKind, Field, LetterKind, PaperKind, Timing};
use crate::paper::{Line, Span, line};
use crate::rulebook::{Book, LevelKind};

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L05, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let drug = pen.fact(Field::Service).ok_or(Refused::NoCare)?;
    let re = "Request for an exception for a drug";
    frame::to_the_plan(&mut pen, re, "To the department that decides on drug exceptions:")?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    let opening = [
        who,
        line!["Please cover this drug as an exception to the plan's list or its rules: ", drug],
        with(", prescribed by ", pen.fact(Field::Provider)),
        line!["."],
        if pen.urgent() {
            line![" This request is urgent: waiting could do serious harm to ", pen.my(), " health."]
        } else {
            Vec::new()
        },
    ];
    pen.paragraph("opening", opening.concat());
    frame::reason(&mut pen, "Your notice");
    why(&mut pen);
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&mut pen);
    pen.list("ask", items);
    if pen.fact(Field::Reason).is_some() {
        frame::not_an_appeal(&mut pen);
    }
    frame::foot(&mut pen, line!["Please confirm that you have received this request. I have kept a copy."]);
    pen.note_law();
    for gap in [gap::PRESCRIBER, gap::PRESCRIBER_LETTER] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

fn why(pen: &mut Pen) {
    if !pen.own_words("why-tried", "This is what was tried before, in my own words: ", gap::DRUGS_TRIED) {
        pen.leaves_out(Unclaimed::DrugsTried);
    }
    if let Some(words) = pen.fact(Field::Statement) {
        pen.paragraph("why-statement", line!["In my own words: ", words]);
    }
    if let Some(words) = pen.fact(Field::WhyUrgent).filter(|_| pen.urgent()) {
        pen.paragraph("why-urgent", line!["Why it cannot wait, in my own words: ", words]);
    }
    let letters = pen.papers(PaperKind::NecessityLetter);
    if letters.is_empty() {
        pen.leaves_out(Unclaimed::MedicalNeed);
    } else {
        pen.paragraph(
            "why-letter",
            [line!["I enclose the prescriber's letter: "], frame::named(&letters), line!["."]].concat(),
        );
    }
}

fn asks(pen: &mut Pen) -> Vec<Line> {
    pen.leans_on(law::DRUG_EXCEPTIONS);
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the prescriber"], |provider| line![provider]);
    let decide = match due(pen) {
        Some(amount) => line!["Decide within ", amount, " after you receive this request, and tell me in writing."],
        None => line!["Decide without delay, and tell me in writing."],
    };
    let mut items = vec![
        line!["Cover the drug as prescribed, without the step, the limit or the tier that stands against it."],
        [
            line!["If you need a form, or more from the prescriber, tell "],
            provider,
            line![" and me now what it has to say and where to send it."],
        ]
        .concat(),
        decide,
    ];
    if pen.case.coverage_kind().value() == Some(&CoverageKind::PartD) {
        items.push(line!["Tell me whether I can have a supply for the time until you decide (a transition fill)."]);
    }
    items.push(line![
        "If you say no, give me the reason, the rule of your list that you applied, the drugs that you would cover instead, \
         and how to have the decision reviewed by somebody outside the plan."
    ]);
    items
}

/// How long the plan has: by the rule for exceptions where the road has one, else by that for a first decision on drugs.
fn due(pen: &mut Pen) -> Option<Span> {
    let urgent = pen.urgent();
    let id = match pen.case.coverage_kind().value() {
        Some(CoverageKind::Individual) if urgent => "drug-exception-decision-urgent",
        Some(CoverageKind::Individual) => "drug-exception-decision",
        Some(CoverageKind::PartD) if urgent => "part-d-coverage-determination-answer-expedited",
        Some(CoverageKind::PartD) => "part-d-coverage-determination-answer-standard",
        _ => {
            let timing = if urgent { Timing::Urgent } else { Timing::PreService };
            return pen.decides_within(LevelKind::FirstDecision, Some(timing));
        }
    };
    let rule = pen.book.rule(id)?;
    pen.within(rule, "The time for the decision on an exception")
}
