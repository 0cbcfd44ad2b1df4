//! L43, the complaint to the state's insurance regulator, and L44, the request for help to the Department of Labor (EBSA).
//!
//! Each is written only to the office that oversees such a plan. While the kind of plan is not known, the letter asks the
//! office whether it is the one, and cites nothing.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::pen::{Pen, from_work, sent_day, with};
use crate::case::Case;
use crate::civil::Date;
use crate::deadlines::{self, Standing};
use crate::finding::Finding;
use crate::kinds::{CoverageKind, Field, LetterKind};
use crate::paper::{Block, Line, Span, line, long_day};
use crate::rulebook::Book;

pub(super) fn write(kind: LetterKind, case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(kind, case, book, today);
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let names = [Field::ClaimNumber, Field::ReferenceNumber, Field::Service, Field::NoticeDate];
    if names.iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingNamesTheClaim);
    }
    let labor = kind == LetterKind::L44;
    let (to, whose) = if labor { department(&pen)? } else { regulator(&pen)? };
    let re = if labor { "Request for help with a plan from work" } else { "Complaint about a health plan" };
    frame::head(&mut pen, To::Office, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Office);
    let opening = if labor {
        [line!["I ask for your help with a decision of "], pen.plan(), line!["."], employer(&mut pen)].concat()
    } else {
        [line!["I ask you to look at a decision of "], pen.plan(), line![" and to ask it for an answer."]].concat()
    };
    pen.paragraph("opening", [who, opening].concat());
    pen.paragraph("whose", whose);
    if pen.track().is_none() {
        pen.leaves_out(Unclaimed::WhichOffice);
    }
    pen.lacks(gap::REASON);
    frame::reason(&mut pen, "The plan's notice");
    if let Some(last) = pen.of_final(Field::NoticeDate) {
        pen.paragraph("last", line!["After an appeal the plan said no again, in a letter dated ", last, "."]);
    }
    steps(&mut pen);
    overdue(&mut pen);
    if let Some(words) = pen.fact(Field::Statement) {
        pen.paragraph("own-words", line!["In my own words: ", words]);
    }
    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen, labor);
    pen.list("ask", items);
    frame::foot(&mut pen, line!["Please tell me the number of my case with you. I have kept a copy of this letter."]);
    pen.note_law();
    pen.lacks(gap::NOTICE_COPY);
    pen.lacks(gap::STATEMENT);
    Ok(pen.finish(re))
}

/// The state's office, and the sentence on whether the plan is one of its own.
fn regulator(pen: &Pen) -> Result<(Vec<Line>, Line), Refused> {
    let state = pen.case.text(Field::State).ok_or(Refused::NoState)?;
    let place = pen.book.place(state.value).filter(|place| !place.regulator.is_empty()).ok_or(Refused::NoState)?;
    let lives = pen.lives_in();
    let other = if place.second_regulator.is_empty() {
        line![" If another office oversees this plan, please send this letter on and tell me."]
    } else {
        line![
            " If the plan belongs to the ",
            place.second_regulator.clone(),
            ", please send this letter on and tell me."
        ]
    };
    let own = match pen.case.coverage_kind() {
        Finding::Certain(coverage) => match overseen_by_state(coverage) {
            Some(bought) => line![", and the plan ", bought, "."],
            None => return Err(Refused::NotTheState),
        },
        Finding::Assumed { .. } | Finding::Unknown { .. } => {
            line![
                ". I do not know yet whether an insurance company pays the claims of this plan. Please tell me whether you oversee it."
            ]
        }
    };
    Ok((vec![line![place.regulator.clone()]], [lives, own, other].concat()))
}

/// How a plan that a state's office oversees came about; nothing for plans that it does not oversee, or that it oversees in
/// part and by rules that the book does not have.
pub(super) fn overseen_by_state(coverage: CoverageKind) -> Option<&'static str> {
    match coverage {
        CoverageKind::Individual => Some("is bought from an insurance company, without an employer"),
        CoverageKind::EmployerInsured => Some("comes from work, and an insurance company pays its claims"),
        CoverageKind::Student => Some("is a student plan from an insurance company"),
        CoverageKind::Medigap => Some("is a Medicare supplement policy"),
        CoverageKind::ShortTerm => Some("is a short-term policy from an insurance company"),
        CoverageKind::DentalVision => Some("is a dental or vision policy"),
        CoverageKind::EmployerSelfFunded
        | CoverageKind::Government
        | CoverageKind::Church
        | CoverageKind::Grandfathered
        | CoverageKind::Fehb
        | CoverageKind::Medicare
        | CoverageKind::MedicareAdvantage
        | CoverageKind::PartD
        | CoverageKind::Medicaid
        | CoverageKind::MedicaidPlan
        | CoverageKind::Chip
        | CoverageKind::Tricare
        | CoverageKind::Va
        | CoverageKind::SharingMinistry
        | CoverageKind::Uninsured
        | CoverageKind::WorkersCompensation
        | CoverageKind::Auto => None,
    }
}

/// The Department of Labor, and the sentence on why it is the one.
fn department(pen: &Pen) -> Result<(Vec<Line>, Line), Refused> {
    let office = pen.book.contact("ebsa").ok_or(Refused::NobodyToSendTo)?;
    let paid_by = match pen.case.coverage_kind() {
        Finding::Certain(CoverageKind::EmployerSelfFunded) => ", and the employer's plan pays the claims itself.",
        Finding::Certain(CoverageKind::EmployerInsured) => ", and an insurance company pays the claims.",
        Finding::Certain(CoverageKind::Grandfathered) if from_work(pen.case) => ".",
        Finding::Unknown { .. } | Finding::Assumed { .. } if from_work(pen.case) => {
            ". I do not know yet who pays the claims."
        }
        Finding::Certain(_) | Finding::Assumed { .. } | Finding::Unknown { .. } => return Err(Refused::NotFromWork),
    };
    let to = vec![line![office.name.clone()]];
    Ok((to, line!["The coverage comes from work at a private employer or from a union", paid_by]))
}

fn employer(pen: &mut Pen) -> Line {
    pen.need(gap::EMPLOYER_NAMES_THE_PLAN).map_or_else(Vec::new, |employer| line![" The employer is ", employer, "."])
}

/// What was asked of the plan, and when.
fn steps(pen: &mut Pen) {
    let mut sent: Vec<(Date, &'static str)> = pen
        .case
        .letters
        .iter()
        .filter_map(|letter| Some((letter.sendings.iter().map(|sending| sending.on).min()?, done(letter.kind)?)))
        .collect();
    sent.sort_unstable();
    sent.dedup();
    let items: Vec<Line> = sent.into_iter().map(|(on, what)| line!["On ", sent_day(on), " I ", what, "."]).collect();
    if !items.is_empty() {
        pen.paragraph("steps-lead", line!["This is what I have done:"]);
        pen.part("steps", Block::List { numbered: false, items });
    }
}

/// What a letter to the plan did. None for letters to others, and for those that decide nothing here.
fn done(kind: LetterKind) -> Option<&'static str> {
    if kind == LetterKind::L01 {
        Some("appealed to the plan")
    } else if kind == LetterKind::L14 {
        Some("asked the plan for the claim file and its criteria")
    } else if kind == LetterKind::L12 {
        Some("asked the plan to review the care for authorization after the fact")
    } else if kind == LetterKind::L08 {
        Some("asked the plan to process the claim as in-network")
    } else if kind == LetterKind::L07 {
        Some("asked the plan for a network exception")
    } else if matches!(kind, LetterKind::L40 | LetterKind::L41) {
        Some("asked for an external review")
    } else {
        None
    }
}

/// What the plan should have answered by now, as far as its clocks tell.
fn overdue(pen: &mut Pen) {
    let theirs = deadlines::of(pen.case, pen.book, pen.today).theirs;
    let late = theirs.into_iter().find_map(|deadline| {
        let since = match deadline.standing {
            Standing::Overdue { since } | Standing::AskNow { since } => since,
            Standing::Ahead { .. }
            | Standing::Today
            | Standing::PastAim { .. }
            | Standing::BetweenDates { .. }
            | Standing::Late { .. }
            | Standing::Done { .. }
            | Standing::Running { .. }
            | Standing::Due
            | Standing::Unknown => return None,
        };
        Some((deadline.rule?, since))
    });
    let Some((rule, since)) = late else { return };
    let Some(cite) = pen.cite(rule) else { return };
    pen.rests_on("The time for the plan's answer", cite);
    let day = Span::law(&rule.id, long_day(since));
    let line = line!["Counted from the dates that I have, the plan's answer was due by ", day, ". I do not have it."];
    pen.paragraph("overdue", line);
}

fn asks(pen: &Pen, labor: bool) -> Vec<Line> {
    let claim = with(" on claim ", pen.fact(Field::ClaimNumber));
    let answer = [
        line!["Ask the plan to answer in writing"],
        claim,
        line![": on which rule of the plan the decision rests, and why."],
    ]
    .concat();
    let mut items = vec![answer];
    if labor {
        items.push(line!["Tell me which papers the plan has to give me, and ask it for those that it has not sent."]);
        items.push(line!["Look at whether the plan kept to the rules on claims and appeals, and on time."]);
        items.push(line!["Tell me which steps are open to me now, and by when."]);
    } else {
        items.push(line!["Look at whether the plan kept to the law and to its own terms, and on time."]);
        items.push(line!["If it did not, have the decision put right."]);
        items.push(line!["Send me the plan's answer, and tell me what you find."]);
    }
    items
}
