//! L63, the first dispute of a bill; L64, the same to the biller and the plan together; L65, the reply where the questions
//! are still open; L66, the last letter before others are asked to look. One letter at four times.
//!
//! Every question is one of [`super::matters`]. Sets nobody an ultimatum: the last letter says whom the person will ask.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::law;
use super::matters::{self, Matter, Of};
use super::pen::{Pen, sent_day};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

/// Letters that put questions about a bill to the office that sent it.
const ASKED_BEFORE: [LetterKind; 7] = [
    LetterKind::L55,
    LetterKind::L60,
    LetterKind::L62,
    LetterKind::L63,
    LetterKind::L64,
    LetterKind::L65,
    LetterKind::L67,
];

pub(super) fn write(kind: LetterKind, case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(kind, case, book, today);
    let office = frame::biller(&mut pen)?;
    let matters = matters::of(&pen);
    let follows = matches!(kind, LetterKind::L65 | LetterKind::L66);
    let before = pen.sent(&ASKED_BEFORE);
    if follows && before.is_none() {
        return Err(Refused::NoLetterBefore);
    }
    let joint = kind == LetterKind::L64;
    if joint && pen.fact(Field::Insurer).is_none() {
        return Err(Refused::NobodyToSendTo);
    }
    let listed: Vec<&Matter> = matters.iter().filter(|matter| joint || matter.of == Of::Biller).collect();
    if listed.is_empty() && !follows {
        return Err(Refused::NothingToDispute);
    }
    let to = if joint { both(&pen, office) } else { office };
    let re = title(kind);
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = opening(&pen, kind, before, listed.len());
    pen.paragraph("opening", [who, opening].concat());
    let questions: Vec<Line> = listed.iter().map(|matter| matter.says.clone()).collect();
    pen.list("question", questions);

    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen, kind, listed.is_empty());
    pen.list("ask", items);
    if kind == LetterKind::L66 {
        next(&mut pen);
    }
    pen.paragraph("hold", account::hold_without_prejudice("Until this is settled"));
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::AMOUNT_DUE);
    if !matters::has_eob(case) {
        pen.lacks(gap::EOB_COPY);
    }
    Ok(pen.finish(re))
}

fn title(kind: LetterKind) -> &'static str {
    if kind == LetterKind::L64 {
        "Questions to the biller and the health plan about one bill"
    } else if kind == LetterKind::L65 {
        "My questions about this bill are still open"
    } else if kind == LetterKind::L66 {
        "Last letter about my open questions on this bill"
    } else {
        "Dispute of a bill"
    }
}

/// The office that sent the bill, and after it the plan.
fn both(pen: &Pen, office: Vec<Line>) -> Vec<Line> {
    let plan = [Field::Insurer, Field::Decider, Field::AppealAddress].into_iter().flat_map(|field| pen.address(field));
    office.into_iter().chain([line!["and"]]).chain(plan).collect()
}

fn opening(pen: &Pen, kind: LetterKind, before: Option<Date>, questions: usize) -> Line {
    let number = if questions == 1 { "one thing does" } else { "these things do" };
    let wrote = before.map_or_else(Vec::new, |on| line!["On ", sent_day(on), " I wrote to you about this account. "]);
    if kind == LetterKind::L64 {
        return line![
            "This letter goes to the office that sent the bill and to the health plan, with the same words. I have compared \
             the papers of both, and ",
            number,
            " not fit:"
        ];
    }
    if kind == LetterKind::L63 {
        let compared = if matters::has_eob(pen.case) {
            "I have compared this bill with the plan's explanation of benefits, and "
        } else {
            "I have checked this bill, and "
        };
        return line![compared, number, " not fit:"];
    }
    let rest = match (kind == LetterKind::L66, questions) {
        (false, 0) => "I have no answer yet to what I asked then, so I ask again.",
        (false, 1) => "I have no answer yet to this question:",
        (false, _) => "I have no answer yet to these questions:",
        (true, 0) => "What I asked then is still open, and I ask once more.",
        (true, 1) => "This question is still open, and I ask once more:",
        (true, _) => "These questions are still open, and I ask once more:",
    };
    [wrote, line![rest]].concat()
}

fn asks(pen: &Pen, kind: LetterKind, nothing_listed: bool) -> Vec<Line> {
    let mut items = Vec::new();
    if nothing_listed {
        items.push(line!["Answer each point of my earlier letter in writing. If you did not receive it, tell me so."]);
    } else {
        items.push(line!["Answer each point above in writing, with the paper that shows it."]);
    }
    if kind == LetterKind::L64 {
        items.push(
            [line!["Settle between you what differs between the bill and the claim of "], pen.plan(), line!["."]]
                .concat(),
        );
        items.push(line!["Tell me who of you answers each point."]);
        items.push(line![
            "From the biller: a corrected bill. From the plan: a corrected explanation of benefits, where it changes."
        ]);
        return items;
    }
    items.push(line![
        "Send me a corrected bill, with every charge, payment, discount and adjustment on a line of its own."
    ]);
    items.push(line!["If you hold that the bill is right as it is, tell me why, and send me what it rests on."]);
    if matches!(kind, LetterKind::L65 | LetterKind::L66) {
        items.push(line!["Give me the name of somebody who can decide about this account."]);
    }
    items
}

/// Whom the person will ask next. The help desk only where the care is of a kind that it takes.
fn next(pen: &mut Pen) {
    let surprise = pen.sent(&[LetterKind::L67]).is_some() || pen.yes(Field::Emergency);
    let desk = pen.book.contact("no-surprises-help-desk").filter(|_| surprise && !pen.uninsured());
    let line = match desk {
        Some(desk) if pen.leans_on(law::SURPRISE_COMPLAINT) => line![
            "I would like to settle this with you. If the questions stay open, I will ask the ",
            desk.name.clone(),
            " to look at this bill."
        ],
        Some(_) | None => line![
            "I would like to settle this with you. If the questions stay open, I will ask a public office that takes \
             complaints about bills to look at this account."
        ],
    };
    pen.paragraph("next", line);
}
