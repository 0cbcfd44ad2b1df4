//! L61, the request to hold the account while a review is open. Names the reviews that the case shows, and no other.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{Refused, Unclaimed};
use super::pen::{Pen, with};
use crate::case::{Case, EventKind, Provenance};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Line, Span, line, long_day};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L61, case, book, today);
    let to = frame::biller(&mut pen)?;
    let re = "Request to hold the account during review";
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let reviews = open_reviews(&pen);
    let (opening, until, news) = if reviews.is_empty() {
        pen.leaves_out(Unclaimed::OpenReview);
        (
            "I am checking this bill. Please hold the account until I have done so.",
            "Hold the account until I have checked the bill and have answered you.",
            "I will write to you when I have checked it.",
        )
    } else {
        (
            "Please hold this account while this is open:",
            "Hold the account until I have the result and have had time to answer you.",
            "I will write to you when I have the result.",
        )
    };
    pen.paragraph("opening", [who, line![opening]].concat());
    if !reviews.is_empty() {
        pen.list("review", reviews);
    }

    pen.paragraph("ask-lead", line!["Please:"]);
    let items = [
        until,
        "Until then, do not send the account to collections, do not sell it, do not report it to a credit bureau, and add \
         no interest and no late fees.",
        "Confirm the hold in writing, with the day until which it runs.",
        "If you will not hold the account, tell me so in writing before you do anything else with it.",
    ];
    pen.list("ask", items.into_iter().map(|item| line![item]).collect());
    pen.paragraph("news", line![news, " ", account::NO_ADMISSION]);
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

/// The reviews that were asked for and are not known to have ended, in the order in which they were asked for.
fn open_reviews(pen: &Pen) -> Vec<Line> {
    let ended = pen.case.events.iter().filter(|event| match event.what {
        EventKind::Won | EventKind::Lost => true,
        EventKind::Care | EventKind::LetterCame | EventKind::ArrivalConfirmed | EventKind::Other => false,
    });
    let ended = ended.map(|event| event.on).max();
    let letters = pen.case.letters.iter().filter_map(|letter| Some((asked(letter.kind)?, letter)));
    let is_open = |on: Date, asked: Asked| match asked.of_whom {
        Of::Plan | Of::Reviewer | Of::Office => ended.is_none_or(|ended| ended < on),
        Of::Biller => asked.brings.is_none_or(|kind| pen.papers(kind).iter().all(|paper| paper.added < on)),
    };
    let mut open: Vec<(Date, Asked)> = letters
        .filter_map(|(asked, letter)| Some((letter.sendings.iter().map(|sending| sending.on).max()?, asked)))
        .filter(|(on, asked)| is_open(*on, *asked))
        .collect();
    open.sort_by_key(|(on, _)| *on);
    let mut reviews: Vec<Line> = open.into_iter().map(|(on, asked)| sentence(pen, on, asked)).collect();
    if reviews.is_empty() && ended.is_none() && pen.case.letters.iter().any(|letter| letter.kind == LetterKind::L01) {
        reviews.push([line!["I am preparing an appeal to "], plan(pen), line![" about this care."]].concat());
    }
    reviews
}

fn sentence(pen: &Pen, on: Date, asked: Asked) -> Line {
    let sent = Span::traced(Provenance::Statement { on }, long_day(on));
    let claim = match asked.of_whom {
        Of::Plan => with(" The claim number is ", pen.fact(Field::ClaimNumber)),
        Of::Biller | Of::Reviewer | Of::Office => Vec::new(),
    };
    let claim = if claim.is_empty() { claim } else { [claim, line!["."]].concat() };
    let whom = match asked.of_whom {
        Of::Plan => [line![" I asked "], plan(pen)].concat(),
        Of::Biller | Of::Reviewer => line![" I asked"],
        Of::Office => line![" I asked a public office"],
    };
    [line!["On ", sent], whom, line![asked.what], claim].concat()
}

fn plan(pen: &Pen) -> Line {
    match pen.fact(Field::Insurer) {
        Some(insurer) => line![insurer],
        None => line!["the health plan"],
    }
}

/// What a letter asked for, and of whom.
#[derive(Clone, Copy)]
struct Asked {
    of_whom: Of,
    what: &'static str,
    /// The paper that answers it.
    brings: Option<PaperKind>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Plan,
    Biller,
    Reviewer,
    Office,
}

/// What a letter to the biller asks for, after "I asked". None for letters that ask nothing of the biller.
pub(super) fn what(kind: LetterKind) -> Option<&'static str> {
    asked(kind).filter(|asked| asked.of_whom == Of::Biller).map(|asked| asked.what)
}

/// The review that a letter opens. None for letters that open none.
fn asked(kind: LetterKind) -> Option<Asked> {
    let (of_whom, what) = match kind {
        LetterKind::L01 | LetterKind::L02 | LetterKind::L03 | LetterKind::L04 => {
            (Of::Plan, " to change its decision on this care (an appeal). I have no decision yet.")
        }
        LetterKind::L08 => (Of::Plan, " to process the claim again as in-network."),
        LetterKind::L09 => (Of::Plan, " to process the claim again as a surprise bill."),
        LetterKind::L11 => (Of::Plan, " to correct its record of other insurance and to process the claim."),
        LetterKind::L12 => (Of::Plan, " to review the care for authorization after the fact."),
        LetterKind::L10 => (Of::Biller, " for a corrected claim."),
        LetterKind::L55 => (Of::Biller, " for a review of the codes."),
        LetterKind::L60 => (Of::Biller, " for an itemized bill."),
        LetterKind::L67 => (Of::Biller, " for a review of this bill as a surprise bill."),
        LetterKind::L05
        | LetterKind::L06
        | LetterKind::L07
        | LetterKind::L13
        | LetterKind::L14
        | LetterKind::L15
        | LetterKind::L16
        | LetterKind::L18
        | LetterKind::L19
        | LetterKind::L20
        | LetterKind::L21
        | LetterKind::L23
        | LetterKind::L24
        | LetterKind::L22
        | LetterKind::L53
        | LetterKind::L59
        | LetterKind::L61
        | LetterKind::L72
        | LetterKind::L74
        | LetterKind::L54
        | LetterKind::L56
        | LetterKind::L73
        | LetterKind::L76
        | LetterKind::L87
        | LetterKind::L89
        | LetterKind::L91 => return None,
        LetterKind::L40 | LetterKind::L41 | LetterKind::L42 => {
            (Of::Reviewer, " for an outside review of the plan's decision. I have no decision yet.")
        }
        LetterKind::L43 | LetterKind::L44 => (Of::Office, " for help with the plan's decision."),
        LetterKind::L45 => (Of::Office, " for help with this bill as a surprise bill."),
        LetterKind::L77 => (Of::Office, " for the federal dispute of this bill, which is above its estimate."),
        LetterKind::L62 => (Of::Biller, " to bill the health plan first."),
        LetterKind::L63 | LetterKind::L64 | LetterKind::L65 | LetterKind::L66 => (Of::Biller, " for a corrected bill."),
        LetterKind::L69 | LetterKind::L70 | LetterKind::L71 => {
            (Of::Biller, " for financial assistance with this account.")
        }
        LetterKind::L75 => (Of::Biller, " for a refund."),
    };
    let brings = (kind == LetterKind::L60).then_some(PaperKind::ItemizedBill);
    Some(Asked { of_whom, what, brings })
}
