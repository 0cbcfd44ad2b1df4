//! One letter a file: a function from case, book and day to paper.
//!
//! A letter knows no clock and no page. It states confirmed facts, quotes the notice, cites only the law that binds this
//! plan, and leaves out what it cannot carry. What is left out is told to the person beside the letter, never in it.

mod account;
pub mod addressee;
mod appeal;
mod assistance;
pub mod awaited;
mod bill_plan;
mod call;
pub mod check;
mod claim_file;
mod coding;
pub mod compare;
mod complaint;
mod continuity;
mod counted;
mod criteria;
mod dispute;
mod drug;
pub mod edit;
mod eob;
mod estimate;
mod exception;
mod fast;
mod frame;
pub mod gap;
mod good_cause;
mod grid;
mod hardship;
mod hold;
mod in_network;
mod itemized_bill;
pub mod kit;
mod late;
mod law;
mod lines;
mod matters;
mod missed;
mod model;
mod necessity;
mod ongoing;
mod other_insurance;
mod outside;
mod own_statement;
mod paid;
mod peer;
mod peer_sheet;
mod pen;
mod plan_documents;
mod records;
mod representative;
mod retroactive;
mod reviewer;
mod settlement;
pub mod sheet;
mod status;
mod subject;
mod summary;
mod surprise;
mod surprise_complaint;

pub use check::{WeakPoint, before_sending, check};
pub use frame::enclosed;
pub(crate) use frame::listed;
pub(crate) use pen::{printed, quote};

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{Case, Letter};
use crate::civil::Date;
use crate::kinds::LetterKind;
use crate::paper::{Block, Paper, Part, Span};
use crate::rulebook::Book;
use gap::{Gap, Refused, Unclaimed};

/// A letter as it stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The letter; without parts where it was refused.
    pub paper: Paper,
    /// What would make it stronger, the most important first.
    pub gaps: Vec<Gap>,
    /// What it leaves unsaid because no confirmed fact carries it.
    pub cannot_claim: Vec<Unclaimed>,
    /// Why it cannot be written yet.
    pub refused: Option<Refused>,
}

/// The letter from the facts of the case, with the person's own words where they edited a part.
#[must_use]
pub fn draft(letter: &Letter, case: &Case, book: &Book, today: Date) -> Draft {
    let written = match letter.kind {
        LetterKind::L01 => appeal::write(case, book, today),
        LetterKind::L02 => appeal::second::write(case, book, today),
        LetterKind::L03 => fast::write(case, book, today),
        LetterKind::L04 => ongoing::write(case, book, today),
        LetterKind::L05 => drug::write(case, book, today),
        LetterKind::L06 => continuity::write(case, book, today),
        LetterKind::L09 => surprise::plan::write(case, book, today),
        LetterKind::L11 => other_insurance::write(case, book, today),
        LetterKind::L13 => good_cause::write(case, book, today),
        LetterKind::L15 => reviewer::write(case, book, today),
        LetterKind::L16 => plan_documents::write(case, book, today),
        LetterKind::L18 => eob::write(case, book, today),
        LetterKind::L19 => counted::write(case, book, today),
        LetterKind::L20 => status::write(case, book, today),
        LetterKind::L21 => missed::write(case, book, today),
        LetterKind::L23 => representative::write(case, book, today),
        LetterKind::L24 => peer::write(case, book, today),
        LetterKind::L12 => retroactive::write(case, book, today),
        LetterKind::L14 => claim_file::write(case, book, today),
        LetterKind::L22 => call::write(letter.about_call, case, book, today),
        LetterKind::L07 => exception::write(case, book, today),
        LetterKind::L08 => in_network::write(case, book, today),
        LetterKind::L10 => coding::correct(case, book, today),
        LetterKind::L53 => necessity::write(case, book, today),
        LetterKind::L55 => coding::review(case, book, today),
        LetterKind::L59 => model::write(case, book, today),
        LetterKind::L60 => itemized_bill::write(case, book, today),
        LetterKind::L61 => hold::write(case, book, today),
        LetterKind::L67 => surprise::write(case, book, today),
        LetterKind::L71 => hardship::write(case, book, today),
        LetterKind::L72 => settlement::offer(case, book, today),
        LetterKind::L74 => settlement::terms(case, book, today),
        LetterKind::L40 | LetterKind::L41 => outside::ask(letter.kind, case, book, today),
        LetterKind::L42 => outside::statement(case, book, today),
        LetterKind::L43 | LetterKind::L44 => complaint::write(letter.kind, case, book, today),
        LetterKind::L45 => surprise_complaint::write(case, book, today),
        LetterKind::L54 => peer_sheet::write(case, book, today),
        LetterKind::L56 => records::write(case, book, today),
        LetterKind::L62 => bill_plan::write(case, book, today),
        LetterKind::L63 => dispute::write(dispute::Stage::First, case, book, today),
        LetterKind::L64 => dispute::write(dispute::Stage::Together, case, book, today),
        LetterKind::L65 => dispute::write(dispute::Stage::Reply, case, book, today),
        LetterKind::L66 => dispute::write(dispute::Stage::Last, case, book, today),
        LetterKind::L69 => assistance::apply(case, book, today),
        LetterKind::L70 => assistance::appeal(case, book, today),
        LetterKind::L73 => settlement::counter(case, book, today),
        LetterKind::L75 => paid::refund(case, book, today),
        LetterKind::L76 => estimate::ask(case, book, today),
        LetterKind::L77 => estimate::dispute(case, book, today),
        LetterKind::L87 => paid::confirm(case, book, today),
        LetterKind::L89 => summary::write(case, book, today),
        LetterKind::L91 => own_statement::write(case, book, today),
    };
    match written {
        Ok(draft) => {
            let paper = edit::apply(draft.paper, letter);
            Draft { paper: if case.is_example() { marked(paper) } else { paper }, ..draft }
        }
        Err(refused) => Draft {
            paper: Paper { title: name(letter.kind).to_owned(), date: today, parts: Vec::new() },
            gaps: Vec::new(),
            cannot_claim: Vec::new(),
            refused: Some(refused),
        },
    }
}

/// The letter before the person's words: what is offered when they are put back, and what they are held against.
#[must_use]
pub fn first(letter: &Letter, case: &Case, book: &Book, today: Date) -> Draft {
    let untouched = Letter { edits: BTreeMap::new(), left_out: BTreeSet::new(), order: Vec::new(), ..letter.clone() };
    draft(&untouched, case, book, today)
}

/// The paper with the word on it, and in its title, that it is an example.
fn marked(paper: Paper) -> Paper {
    let note = "Example. The people, the numbers and the dates in this letter are invented.";
    let note = Part::new("example", Block::Paragraph(vec![Span::plain(note)]));
    let parts = std::iter::once(note).chain(paper.parts).collect();
    Paper { title: format!("Example: {}", paper.title), parts, ..paper }
}

/// What a letter is called, in lists and in the chronology.
#[must_use]
pub fn name(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::L01 => "Internal appeal",
        LetterKind::L02 => "Second-level appeal",
        LetterKind::L03 => "Request for a fast decision",
        LetterKind::L04 => "Appeal to keep approved care",
        LetterKind::L05 => "Request for a drug exception",
        LetterKind::L06 => "Request for continuity of care",
        LetterKind::L09 => "Request to process a surprise bill",
        LetterKind::L11 => "Answer about other insurance",
        LetterKind::L13 => "Good cause for a late appeal",
        LetterKind::L15 => "Request for the criteria and the reviewer",
        LetterKind::L16 => "Request for the plan documents",
        LetterKind::L18 => "Request for an explanation of benefits",
        LetterKind::L19 => "Request to correct the deductible or limit",
        LetterKind::L20 => "Request for a decision on a claim",
        LetterKind::L21 => "Their deadline has passed",
        LetterKind::L23 => "Authorization of a representative",
        LetterKind::L24 => "Request for a physician-to-physician review",
        LetterKind::L12 => "Request for retroactive authorization",
        LetterKind::L14 => "Request for the claim file and the criteria",
        LetterKind::L22 => "Confirmation of a telephone call",
        LetterKind::L07 => "Request for a network exception",
        LetterKind::L08 => "Request to process the claim as in-network",
        LetterKind::L10 => "Request for a corrected claim",
        LetterKind::L53 => "Request for a letter of medical necessity",
        LetterKind::L55 => "Request for a coding review",
        LetterKind::L59 => "Starting text for a letter of medical necessity",
        LetterKind::L60 => "Request for an itemized bill",
        LetterKind::L61 => "Request to hold the account",
        LetterKind::L67 => "Surprise bill",
        LetterKind::L71 => "Hardship and payment plan",
        LetterKind::L72 => "Offer of a lump sum",
        LetterKind::L74 => "Terms of settlement",
        LetterKind::L40 => "Request for an external review",
        LetterKind::L41 => "Request for an expedited external review",
        LetterKind::L42 => "Statement to the external reviewer",
        LetterKind::L43 => "Complaint to the state insurance regulator",
        LetterKind::L44 => "Request for help with an employer's plan",
        LetterKind::L45 => "Complaint about a surprise bill",
        LetterKind::L54 => "Sheet for the peer-to-peer call",
        LetterKind::L56 => "Request for medical records",
        LetterKind::L62 => "Request to bill the health plan first",
        LetterKind::L63 => "Dispute of a bill",
        LetterKind::L64 => "Dispute of a bill, to the biller and the plan",
        LetterKind::L65 => "Reply: the questions are still open",
        LetterKind::L66 => "Final notice of a dispute",
        LetterKind::L69 => "Application for financial assistance",
        LetterKind::L70 => "Request to review a decision on financial assistance",
        LetterKind::L73 => "Counter-offer",
        LetterKind::L75 => "Request for a refund",
        LetterKind::L76 => "Request for an estimate",
        LetterKind::L77 => "Patient-provider dispute",
        LetterKind::L87 => "Request to confirm that the account is paid",
        LetterKind::L89 => "Summary of the case",
        LetterKind::L91 => "Personal statement",
    }
}
