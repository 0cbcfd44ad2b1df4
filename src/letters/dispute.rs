//! L63, the first dispute of a bill; L64, the same to the biller and the plan together; L65, the reply where the questions
//! are still open; L66, the last letter before others are asked to look. One letter at four times.
//!
//! Every question is one of [`super::matters`]. Sets nobody an ultimatum: the last letter says whom the person will ask.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::hold;
use super::law;
use super::matters::{self, Of};
use super::pen::{Pen, in_a_row, sent_day};
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

/// When in a dispute the letter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// L63.
    First,
    /// L64.
    Together,
    /// L65.
    Reply,
    /// L66.
    Last,
}

impl Stage {
    fn kind(self) -> LetterKind {
        match self {
            Self::First => LetterKind::L63,
            Self::Together => LetterKind::L64,
            Self::Reply => LetterKind::L65,
            Self::Last => LetterKind::L66,
        }
    }

    /// What the letter is about, where it has so many questions.
    fn title(self, questions: usize) -> &'static str {
        match self {
            Self::First => "Dispute of a bill",
            Self::Together => "Questions to the biller and the health plan about one bill",
            Self::Reply if questions == 0 => "My request about this bill is still open",
            Self::Last if questions == 0 => "Last letter about my open request on this bill",
            Self::Reply => "My questions about this bill are still open",
            Self::Last => "Last letter about my open questions on this bill",
        }
    }

    /// Whether an earlier letter must have gone out.
    fn follows(self) -> bool {
        match self {
            Self::First | Self::Together => false,
            Self::Reply | Self::Last => true,
        }
    }
}

pub(super) fn write(stage: Stage, case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(stage.kind(), case, book, today);
    let office = frame::biller(&mut pen)?;
    let before = earlier(&pen);
    if stage.follows() && before.is_empty() {
        return Err(Refused::NoLetterBefore);
    }
    let together = stage == Stage::Together;
    if together && pen.fact(Field::Insurer).is_none() {
        return Err(Refused::NobodyToSendTo);
    }
    let matters = matters::of(&pen);
    let questions: Vec<Line> =
        matters.iter().filter(|matter| together || matter.of == Of::Biller).map(|matter| matter.says.clone()).collect();
    if questions.is_empty() && !stage.follows() {
        return Err(Refused::NothingToDispute);
    }
    let asked = questions.len();
    let to = if together { both(&mut pen, office) } else { office };
    frame::head(&mut pen, To::Biller, line![stage.title(asked)], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = opening(&pen, stage, &before, questions.len());
    pen.paragraph("opening", [who, opening].concat());
    pen.list("question", questions);

    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen, stage, asked);
    pen.list("ask", items);
    if stage == Stage::Last {
        next(&mut pen);
    }
    pen.paragraph("hold", account::hold_without_prejudice("Until this is settled"));
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::AMOUNT_DUE);
    if !matters::has_eob(case) {
        pen.lacks(gap::EOB_COPY);
    }
    Ok(pen.finish(stage.title(asked)))
}

/// The letters that put questions to the office before, by day.
fn earlier(pen: &Pen) -> Vec<(Date, LetterKind)> {
    let asked = pen.case.letters.iter().filter(|letter| ASKED_BEFORE.contains(&letter.kind));
    let mut sent: Vec<(Date, LetterKind)> =
        asked.flat_map(|letter| letter.sendings.iter().map(|sending| (sending.on, letter.kind))).collect();
    sent.sort_unstable();
    sent.dedup();
    sent
}

/// The office that sent the bill, and after it the plan.
fn both(pen: &mut Pen, office: Vec<Line>) -> Vec<Line> {
    pen.lacks(gap::APPEAL_ADDRESS);
    let fields = [Field::Insurer, Field::Decider, Field::AppealAddress];
    let plan: Vec<Line> = fields.into_iter().flat_map(|field| pen.address(field)).collect();
    frame::once(office.into_iter().chain([line!["and"]]).chain(plan))
}

fn opening(pen: &Pen, stage: Stage, before: &[(Date, LetterKind)], questions: usize) -> Line {
    let one = questions == 1;
    match stage {
        Stage::First => {
            let looked = if matters::has_eob(pen.case) {
                "I have compared this bill with the plan's explanation of benefits, and I have "
            } else {
                "I have checked this bill, and I have "
            };
            line![looked, if one { "a question:" } else { "these questions:" }]
        }
        Stage::Together => line![
            "This letter goes to the office that sent the bill and to the health plan, with the same words. I have compared \
             the papers of both, and I have ",
            if one { "a question:" } else { "these questions:" }
        ],
        Stage::Reply => {
            let rest = match questions {
                0 => " I do not have it yet, so I ask again.",
                1 => " I have no answer yet to this question:",
                _ => " I have no answer yet to these questions:",
            };
            [last_asked(before), line![rest]].concat()
        }
        Stage::Last => {
            let mut days: Vec<Date> = before.iter().map(|(on, _)| *on).collect();
            days.dedup();
            let days = in_a_row(days.into_iter().map(|on| line![sent_day(on)]).collect());
            let rest = match questions {
                0 => " I wrote to you about this account. What I asked for is still open, and I ask once more.",
                1 => " I wrote to you about this account. This question is still open, and I ask once more:",
                _ => " I wrote to you about this account. These questions are still open, and I ask once more:",
            };
            [line!["On "], days, line![rest]].concat()
        }
    }
}

/// What the newest letter asked for, and when.
fn last_asked(before: &[(Date, LetterKind)]) -> Line {
    before.last().map_or_else(Vec::new, |(on, kind)| match hold::what(*kind) {
        Some(what) => line!["On ", sent_day(*on), " I asked", what],
        None => line!["On ", sent_day(*on), " I wrote to you about this account."],
    })
}

fn asks(pen: &Pen, stage: Stage, questions: usize) -> Vec<Line> {
    let mut items = vec![match questions {
        0 => line!["Answer my earlier letter in writing. If you did not receive it, tell me so."],
        1 => line!["Answer the question in writing, with the paper that shows it."],
        _ => line!["Answer each question in writing, with the paper that shows it."],
    }];
    if stage == Stage::Together {
        items.extend([
            [line!["Settle between you what differs between the bill and the claim at "], pen.plan(), line!["."]].concat(),
            line!["Tell me who of you answers which question."],
            line!["From the biller: a corrected bill. From the plan: a corrected explanation of benefits, where it changes."],
        ]);
        return items;
    }
    if questions > 0 {
        items.push(match matters::left(pen) {
            Some(left) => line![
                "Send me a corrected bill, with every charge, payment, discount and adjustment on a line of its own. By the \
                 plan's explanation of benefits ",
                left,
                " is left to pay."
            ],
            None => line![
                "Where an answer changes the bill, send me a corrected one, with every charge, payment, discount and \
                 adjustment on a line of its own."
            ],
        });
        items.push(line!["If you hold that the bill is right as it is, tell me why, and send me what it rests on."]);
    }
    if stage.follows() {
        items.push(line!["Give me the name of somebody who can decide about this account."]);
    }
    items
}

/// Whom the person will ask next. The help desk only where the care is of a kind that it takes.
fn next(pen: &mut Pen) {
    let surprise = pen.sent_on(&[LetterKind::L67]).is_some() || pen.yes(Field::Emergency);
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
