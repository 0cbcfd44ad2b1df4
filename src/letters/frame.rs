//! The head and the foot that letters share: who writes to whom about what, and what is enclosed.

use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, Reason, counted, title, with};
use super::subject;
use crate::case::{Case, Document, Provenance};
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Block, Line, Span, line, line_text, long_day};

/// Within how many days our letters ask for an answer. Our choice and no law: time enough for an office to answer by
/// mail, and short enough that nothing is forgotten. A letter says it as a request.
pub(super) const DAYS_TO_ANSWER: u32 = 14;

/// To whom a letter goes. It decides what the head names, and on what terms somebody else may write for the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// The plan: by member and claim.
    Plan,
    /// The office that sent the bill: by account.
    Biller,
    /// The clinician or the clinician's office: by the care.
    Provider,
    /// A reviewer, a public office or a helper that looks at a decision of the plan: by plan and claim.
    Office,
    /// A public office that looks at a bill: by who sent it, account and plan.
    Desk,
}

/// Sender, date, recipient, subject and salutation.
pub(super) fn head(pen: &mut Pen, to: To, re: Line, recipient: Vec<Line>, salutation: Line) -> Result<(), Refused> {
    let patient = pen.fact(Field::Patient).ok_or(Refused::NoPatient)?;
    let writer = pen.fact(Field::Representative).unwrap_or_else(|| patient.clone());
    let mut sender = vec![line![writer]];
    pen.lacks(gap::SENDER_ADDRESS);
    sender.extend(pen.address(Field::SenderAddress));
    sender.dedup_by_key(|line| line_text(line));
    pen.part("sender", Block::Address(sender));
    pen.part("date", Block::Standing(line![long_day(pen.today)]));
    pen.part("recipient", Block::Address(recipient));
    let subject = subject::rows(pen, to, re, patient);
    pen.part("subject", Block::Subject(subject));
    pen.part("salutation", Block::Standing(salutation));
    Ok(())
}

/// The office that decides, at the plan. Nobody to send it to is a reason not to write.
pub(super) fn insurer(pen: &mut Pen) -> Result<Vec<Line>, Refused> {
    let fields = [Field::Insurer, Field::Decider, Field::AppealAddress];
    let lines = once(fields.into_iter().flat_map(|field| pen.address(field)));
    if lines.is_empty() {
        return Err(Refused::NobodyToSendTo);
    }
    pen.lacks(gap::APPEAL_ADDRESS);
    Ok(lines)
}

/// The head of a letter to the plan.
pub(super) fn to_the_plan(pen: &mut Pen, re: &str, dear: &str) -> Result<(), Refused> {
    let to = insurer(pen)?;
    head(pen, To::Plan, line![re], to, line![dear])
}

/// Nothing by which the plan could find the claim is a reason not to write about it.
pub(super) fn names_the_claim(pen: &Pen) -> Result<(), Refused> {
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    let names = [Field::ClaimNumber, Field::ReferenceNumber, Field::Service];
    if names.iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingNamesTheClaim);
    }
    Ok(())
}

/// The office that sent the newest bill, as it stands on that bill.
pub(super) fn biller(pen: &mut Pen) -> Result<Vec<Line>, Refused> {
    if pen.case.bill().is_none() {
        return Err(Refused::NoBill);
    }
    let name = pen.fact(Field::Biller).map(|name| line![name]);
    let lines = once(name.into_iter().chain(pen.address(Field::BillerAddress)));
    if lines.is_empty() {
        return Err(Refused::NoBiller);
    }
    pen.lacks(gap::BILLER);
    pen.lacks(gap::BILLER_ADDRESS);
    Ok(lines)
}

/// The clinician and the place of care by name. The only address that we could know is the bill's, and it is theirs only
/// where they sent the bill.
pub(super) fn clinician(pen: &mut Pen) -> Result<Vec<Line>, Refused> {
    let names: Vec<Line> = [Field::Provider, Field::Facility]
        .into_iter()
        .filter_map(|field| pen.fact(field))
        .map(|name| line![name])
        .collect();
    if names.is_empty() {
        return Err(Refused::NoProvider);
    }
    let sent_the_bill = pen.fact(Field::Biller).is_some_and(|biller| {
        let biller = biller.printed().to_lowercase();
        names.iter().any(|name| line_text(name).to_lowercase() == biller)
    });
    let address = if sent_the_bill { pen.address(Field::BillerAddress) } else { Vec::new() };
    Ok(once(names.into_iter().chain(address)))
}

/// The lines, each once.
pub(super) fn once(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let mut held: Vec<Line> = Vec::new();
    for line in lines {
        if held.iter().all(|other| line_text(other) != line_text(&line)) {
            held.push(line);
        }
    }
    held
}

/// Who writes for whom, where somebody else writes for the patient.
pub(super) fn on_behalf(pen: &mut Pen, to: To) -> Line {
    let (Some(writer), Some(patient)) = (pen.fact(Field::Representative), pen.fact(Field::Patient)) else {
        return Vec::new();
    };
    match to {
        To::Plan => {
            pen.lacks(gap::REPRESENTATIVE_FORM);
            pen.leans_on(law::REPRESENTATIVE);
        }
        To::Biller => pen.lacks(gap::BILLER_PERMISSION),
        To::Provider => pen.lacks(gap::PROVIDER_PERMISSION),
        To::Office | To::Desk => pen.lacks(gap::OFFICE_PERMISSION),
    }
    line!["I am ", writer, ", and I write for ", patient, ". "]
}

/// The plan's reason. `whose` begins the sentence: "Your notice" to the plan, "The plan's notice" to others.
pub(super) fn reason(pen: &mut Pen, whose: &str) {
    match pen.reason() {
        Some(Reason::Written(quote)) => {
            let lead = [line![whose], with(" dated ", pen.fact(Field::NoticeDate)), line![" gives this reason:"]];
            pen.paragraph("reason-lead", lead.concat());
            pen.part("reason", Block::Quote(line![quote]));
        }
        Some(Reason::Said(sense)) => {
            pen.paragraph("reason", line!["By telephone I was given this reason: ", sense]);
        }
        None => {}
    }
}

/// What keeps a request to the plan apart from the appeal, so that nobody takes the one for the other.
pub(super) fn not_an_appeal(pen: &mut Pen) {
    let apart = "This request is not my appeal and does not replace it. I keep my right to appeal, and the time to appeal \
                 goes on while you review this request.";
    pen.paragraph("apart", line![apart]);
}

/// The last sentences of a request: by when an answer is hoped for, and what was kept.
pub(super) fn answer() -> Line {
    let days = counted(DAYS_TO_ANSWER, "day");
    line![format!("Please answer in writing within {days} after you receive this letter. I have kept a copy.")]
}

/// The rules, the last sentence, the signature and the enclosures.
pub(super) fn foot(pen: &mut Pen, last: Line) {
    pen.rules();
    pen.paragraph("closing", last);
    pen.part("valediction", Block::Standing(line!["Sincerely,"]));
    let patient = pen.fact(Field::Patient);
    let signature = match pen.fact(Field::Representative) {
        Some(writer) => [line![writer], with(", for ", patient)].concat(),
        None => patient.map_or_else(Vec::new, |patient| line![patient]),
    };
    pen.part("signature", Block::Signature(signature));
    let items: Vec<Line> = enclosed(pen.kind(), pen.case).into_iter().map(listed).collect();
    if !items.is_empty() {
        pen.part("enclosures-heading", Block::Standing(line!["Enclosures:"]));
        pen.part("enclosures", Block::List { numbered: true, items });
    }
}

/// A paper by its title and its date.
pub(crate) fn listed(document: &Document) -> Line {
    let dated = document.dated.map(long_day).filter(|day| !document.title.contains(day.as_str()));
    let from = crate::case::Provenance::Document { document: document.number, words: document.title.clone() };
    [line![title(document)], with(", dated ", dated.map(|day| Span::traced(from, day)))].concat()
}

/// The papers by title and date, one after the other.
pub(super) fn named(papers: &[&Document]) -> Line {
    let joined = |(at, paper): (usize, &&Document)| {
        let lead = if at == 0 { Vec::new() } else { line!["; "] };
        [lead, listed(paper)].concat()
    };
    papers.iter().enumerate().flat_map(joined).collect()
}

/// The papers that go with a letter, in the order in which they were added. No more than the letter needs.
#[must_use]
pub fn enclosed(kind: LetterKind, case: &Case) -> Vec<&Document> {
    case.documents
        .iter()
        .filter(|document| !document.title.trim().is_empty())
        .filter(|document| goes_with(kind, document.kind) || kind == LetterKind::L53 && is_quoted(document, case))
        .collect()
}

/// Whether the words that show a criterion stand in this paper.
fn is_quoted(paper: &Document, case: &Case) -> bool {
    let pieces = case.grids.iter().flat_map(|grid| &grid.pieces);
    let shown = pieces.filter_map(|piece| piece.answer.as_ref()?.shown.as_ref());
    shown.map(|shown| &shown.from).any(|from| match from {
        Provenance::Document { document, .. } => *document == paper.number,
        Provenance::Call { .. } | Provenance::Statement { .. } => false,
    })
}

fn goes_with(letter: LetterKind, paper: PaperKind) -> bool {
    if paper == PaperKind::RepresentativeForm {
        return true;
    }
    match letter {
        // What was noted of calls, and what only the billing office needs of a person's means, is not for the plan.
        LetterKind::L01 | LetterKind::L40 | LetterKind::L41 | LetterKind::L42 | LetterKind::L89 => !matches!(
            paper,
            PaperKind::CallNotes | PaperKind::AssistancePolicy | PaperKind::IncomeProof | PaperKind::Terms
        ),
        LetterKind::L02 | LetterKind::L03 | LetterKind::L04 => goes_with(LetterKind::L01, paper),
        LetterKind::L05 => matches!(
            paper,
            PaperKind::DenialNotice | PaperKind::NecessityLetter | PaperKind::MedicalRecords | PaperKind::Referral
        ),
        LetterKind::L06 => matches!(paper, PaperKind::NecessityLetter | PaperKind::Referral | PaperKind::NetworkProof),
        LetterKind::L09 => matches!(
            paper,
            PaperKind::Eob
                | PaperKind::Bill
                | PaperKind::ItemizedBill
                | PaperKind::EmergencyRecords
                | PaperKind::ConsentForm
        ),
        LetterKind::L13 => matches!(paper, PaperKind::DenialNotice | PaperKind::Other),
        LetterKind::L19 => matches!(paper, PaperKind::Eob | PaperKind::Receipt),
        LetterKind::L20 => matches!(paper, PaperKind::Bill | PaperKind::ItemizedBill | PaperKind::Receipt),
        LetterKind::L07 => {
            matches!(paper, PaperKind::Referral | PaperKind::NecessityLetter | PaperKind::NetworkProof)
        }
        LetterKind::L08 => matches!(paper, PaperKind::DenialNotice | PaperKind::Eob | PaperKind::NetworkProof),
        LetterKind::L12 => matches!(
            paper,
            PaperKind::DenialNotice
                | PaperKind::Eob
                | PaperKind::MedicalRecords
                | PaperKind::NecessityLetter
                | PaperKind::Referral
                | PaperKind::Authorization
                | PaperKind::EmergencyRecords
        ),
        LetterKind::L11 | LetterKind::L14 | LetterKind::L15 | LetterKind::L43 | LetterKind::L44 => {
            matches!(paper, PaperKind::DenialNotice | PaperKind::Eob)
        }
        LetterKind::L24 | LetterKind::L53 | LetterKind::L54 => {
            matches!(paper, PaperKind::DenialNotice | PaperKind::Criteria)
        }
        LetterKind::L10 | LetterKind::L55 => {
            matches!(paper, PaperKind::DenialNotice | PaperKind::Eob | PaperKind::Bill | PaperKind::ItemizedBill)
        }
        // The clinician's own office adds the records to its letter.
        LetterKind::L59 => matches!(paper, PaperKind::DenialNotice | PaperKind::Criteria),
        LetterKind::L18 | LetterKind::L60 => paper == PaperKind::Bill,
        LetterKind::L45 | LetterKind::L63 | LetterKind::L64 | LetterKind::L65 | LetterKind::L66 | LetterKind::L67 => {
            matches!(paper, PaperKind::Bill | PaperKind::ItemizedBill | PaperKind::Eob)
        }
        LetterKind::L69 => matches!(paper, PaperKind::IncomeProof | PaperKind::AssistancePolicy),
        LetterKind::L70 | LetterKind::L71 => paper == PaperKind::IncomeProof,
        LetterKind::L75 => {
            matches!(paper, PaperKind::Bill | PaperKind::ItemizedBill | PaperKind::Eob | PaperKind::Receipt)
        }
        LetterKind::L77 => matches!(paper, PaperKind::Bill | PaperKind::ItemizedBill | PaperKind::Estimate),
        LetterKind::L87 => matches!(paper, PaperKind::Receipt | PaperKind::Terms),
        LetterKind::L16
        | LetterKind::L21
        | LetterKind::L22
        | LetterKind::L23
        | LetterKind::L56
        | LetterKind::L61
        | LetterKind::L62
        | LetterKind::L72
        | LetterKind::L73
        | LetterKind::L74
        | LetterKind::L76
        | LetterKind::L91 => false,
    }
}
