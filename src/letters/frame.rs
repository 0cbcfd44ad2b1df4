//! The head and the foot that letters share: who writes to whom about what, and what is enclosed.

use super::gap::{self, Refused};
use super::law;
use super::pen::{Pen, title, with};
use crate::case::{Case, Document};
use crate::kinds::{Field, LetterKind, PaperKind, Timing};
use crate::paper::{Block, Line, Span, line, long_day};

/// Sender, date, recipient, subject and salutation.
pub(super) fn head(pen: &mut Pen, re: Line, recipient: Vec<Line>, salutation: Line) -> Result<(), Refused> {
    let patient = pen.fact(Field::Patient).ok_or(Refused::NoPatient)?;
    let writer = pen.fact(Field::Representative).unwrap_or_else(|| patient.clone());
    let mut sender = vec![line![writer]];
    pen.lacks(gap::SENDER_ADDRESS);
    sender.extend(pen.address(Field::SenderAddress));
    sender.dedup_by_key(|line| crate::paper::line_text(line));
    pen.part("sender", Block::Address(sender));
    pen.part("date", Block::Standing(line![long_day(pen.today)]));
    pen.part("recipient", Block::Address(recipient));
    let subject = subject(pen, re, patient);
    pen.part("subject", Block::Subject(subject));
    pen.part("salutation", Block::Standing(salutation));
    Ok(())
}

/// The office that decides, at the plan. Nobody to send it to is a reason not to write.
pub(super) fn insurer(pen: &mut Pen) -> Result<Vec<Line>, Refused> {
    let mut lines: Vec<Line> = Vec::new();
    for field in [Field::Insurer, Field::Decider, Field::AppealAddress] {
        for line in pen.address(field) {
            let words = crate::paper::line_text(&line);
            if lines.iter().all(|held| crate::paper::line_text(held) != words) {
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        return Err(Refused::NobodyToSendTo);
    }
    pen.lacks(gap::APPEAL_ADDRESS);
    Ok(lines)
}

fn subject(pen: &mut Pen, re: Line, patient: Span) -> Vec<(String, Line)> {
    let planned = match super::pen::timing(pen.case) {
        Some(Timing::PreService | Timing::Urgent) => true,
        Some(Timing::PostService | Timing::Concurrent) | None => false,
    };
    let service_date = if planned { "Planned for" } else { "Date of service" };
    let identified = pen.fact(Field::ReferenceNumber).is_some();
    let claim = if identified { pen.fact(Field::ClaimNumber) } else { pen.need(gap::CLAIM_NUMBER) };
    let place = match (pen.need(gap::PROVIDER), pen.fact(Field::Facility)) {
        (Some(provider), Some(facility)) => Some(line![provider, ", ", facility]),
        (Some(one), None) | (None, Some(one)) => Some(line![one]),
        (None, None) => None,
    };
    let service = pen.need(gap::SERVICE).map(|service| {
        let code = pen.fact(Field::ProcedureCode).filter(|code| !service.printed().contains(&code.printed()));
        [line![service], with(", procedure code ", code)].concat()
    });
    let rows = [
        ("Re", Some(re)),
        ("Patient", Some(line![patient])),
        ("Member", pen.fact(Field::Member).map(|member| line![member])),
        ("Member ID", pen.need(gap::MEMBER_ID).map(|id| line![id])),
        ("Group number", pen.fact(Field::GroupNumber).map(|group| line![group])),
        ("Plan", pen.fact(Field::Plan).map(|plan| line![plan])),
        ("Claim number", claim.map(|claim| line![claim])),
        ("Reference number", pen.fact(Field::ReferenceNumber).map(|reference| line![reference])),
        ("Notice dated", pen.need(gap::NOTICE_DATE).map(|day| line![day])),
        ("Service", service),
        (service_date, pen.need(gap::SERVICE_DATE).map(|day| line![day])),
        ("Provider", place),
    ];
    rows.into_iter().filter_map(|(label, line)| line.map(|line| (label.to_owned(), line))).collect()
}

/// Who writes for whom, where somebody else writes for the patient.
pub(super) fn on_behalf(pen: &mut Pen) -> Line {
    let (Some(writer), Some(patient)) = (pen.fact(Field::Representative), pen.fact(Field::Patient)) else {
        return Vec::new();
    };
    pen.lacks(gap::REPRESENTATIVE_FORM);
    pen.leans_on(law::REPRESENTATIVE);
    line!["I am ", writer, ", and I write for ", patient, ". "]
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

/// The papers that go with a letter, in the order in which they were added. No more than the letter needs.
#[must_use]
pub fn enclosed(kind: LetterKind, case: &Case) -> Vec<&Document> {
    case.documents
        .iter()
        .filter(|document| !document.title.trim().is_empty() && goes_with(kind, document.kind))
        .collect()
}

fn goes_with(letter: LetterKind, paper: PaperKind) -> bool {
    match (letter, paper) {
        (LetterKind::L01, PaperKind::CallNotes) => false,
        (LetterKind::L01, _) | (_, PaperKind::RepresentativeForm) => true,
        (LetterKind::L12, _) => matches!(
            paper,
            PaperKind::DenialNotice
                | PaperKind::Eob
                | PaperKind::MedicalRecords
                | PaperKind::NecessityLetter
                | PaperKind::Referral
                | PaperKind::Authorization
                | PaperKind::EmergencyRecords
        ),
        (LetterKind::L14, _) => matches!(paper, PaperKind::DenialNotice | PaperKind::Eob),
        (LetterKind::L22, _) => false,
    }
}
