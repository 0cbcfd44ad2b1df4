//! Who gets a letter, and which fact gave the address: one reading of the recipient for all letters.
//!
//! The address is the person's own notice's or bill's, or it is not there. Knows no address of anybody.

use super::pen::printed;
use crate::case::{Case, SentBy};
use crate::kinds::Field;
use crate::paper::{Line, Paper, Span, Traced, line_text};

/// On whose desk a letter lands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The plan's, or that of whoever decides for it.
    Plan,
    /// That of the office that sent the bill.
    Biller,
    /// The clinician's or the place of care's.
    Clinician,
    /// Somebody else's.
    Other,
}

/// Who gets a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// On whose desk it lands.
    pub desk: Desk,
    /// Name and address as the letter prints them.
    pub lines: Vec<Line>,
    /// The fact that gave the address, if one did.
    pub address: Option<Traced>,
    /// Their fax number, with its fact.
    pub fax: Option<Span>,
    /// Their telephone number, with its fact.
    pub phone: Option<Span>,
}

/// Facts that say where an office is.
const ADDRESSES: [Field; 2] = [Field::AppealAddress, Field::BillerAddress];
/// Facts by which the plan's desk is known, the biller's, and the clinician's.
const DESKS: [(Desk, &[Field]); 3] = [
    (Desk::Plan, &[Field::Insurer, Field::Decider, Field::AppealAddress]),
    (Desk::Biller, &[Field::Biller, Field::BillerAddress]),
    (Desk::Clinician, &[Field::Provider, Field::Facility]),
];

/// Who gets the letter; none where it names nobody.
#[must_use]
pub fn addressee(paper: &Paper, case: &Case) -> Option<Addressee> {
    let lines: Vec<Line> =
        paper.parts.iter().find(|part| part.key == "recipient")?.block.lines().into_iter().cloned().collect();
    let facts: Vec<&Traced> = lines.iter().flatten().filter_map(traced).collect();
    let names = |fields: &[Field]| facts.iter().any(|fact| fact.field().is_some_and(|field| fields.contains(&field)));
    let desk = DESKS.iter().find(|(_, fields)| names(fields)).map_or(Desk::Other, |(desk, _)| *desk);
    let address = facts.iter().find(|fact| fact.field().is_some_and(|field| ADDRESSES.contains(&field)));
    let address = address.map(|fact| (*fact).clone());
    let known = |field: Field| {
        let fact = case.denial_fact(field)?;
        printed(&fact.value).map(|text| Span::fact(field, fact, text))
    };
    let (fax, phone) = match desk {
        Desk::Plan => (known(Field::AppealFax), known(Field::AppealPhone)),
        Desk::Biller => (None, known(Field::BillerPhone)),
        Desk::Clinician | Desk::Other => (None, None),
    };
    Some(Addressee { desk, lines, address, fax, phone })
}

fn traced(span: &Span) -> Option<&Traced> {
    match span {
        Span::Fact(traced) | Span::Quote(traced) => Some(traced),
        Span::Plain(_) | Span::Law { .. } | Span::Own(_) => None,
    }
}

impl Addressee {
    /// What they are called: the first line.
    #[must_use]
    pub fn name(&self) -> String {
        self.lines.first().map(|line| line_text(line)).unwrap_or_default()
    }

    /// Whether this text names them.
    #[must_use]
    pub fn is_named_in(&self, text: &str) -> bool {
        self.lines.iter().any(|line| text.contains(&line_text(line)))
    }

    /// The ways that are open with what is known, the one with the best proof first.
    #[must_use]
    pub fn ways(&self) -> Vec<SentBy> {
        let certified = self.address.is_some().then_some(SentBy::CertifiedMail);
        let fax = self.fax.is_some().then_some(SentBy::Fax);
        let more: &[SentBy] = match self.desk {
            Desk::Plan => &[SentBy::Portal],
            Desk::Biller | Desk::Clinician => &[SentBy::Hand, SentBy::Portal],
            Desk::Other => &[SentBy::Portal, SentBy::Hand],
        };
        let mail = self.address.is_some().then_some(SentBy::Mail);
        certified.into_iter().chain(fax).chain(more.iter().copied()).chain(mail).collect()
    }
}
