//! A bill beside its explanations of benefits: which lines are the same care, what does not fit, and what is owed.
//!
//! Works on the papers of a case alone: exact arithmetic in cents, no price list, no list of codes. Law enters
//! only from the book; who may be asked to pay is in [`who`]. A finding is *proven* when it follows from the papers by arithmetic, and *likely* when it
//! needs something that no paper says. What no paper can prove is asked ([`asked`]), and is never a finding.

pub mod asked;
pub mod carry;
mod compare;
mod eobs;
mod owed;
mod pair;
mod paper;
mod share;
mod side;
pub mod walk;
pub mod who;

use crate::bills;
use crate::case::statement::Network;
use crate::case::{At, Case, Number, Statement};
use crate::civil::Date;
use crate::kinds::{CallKind, LetterKind};
use crate::money::Cents;
use crate::rulebook::Book;
pub use owed::Owed;
pub use share::{Basis, Share};

/// What comes of a case's papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciliation {
    /// Lines that are the same care, by bill.
    pub pairs: Vec<Pair>,
    /// Lines of bills that stand on no explanation of benefits.
    pub bill_alone: Vec<At>,
    /// Lines of explanations of benefits that stand on no bill.
    pub eob_alone: Vec<At>,
    /// Explanations of benefits that a newer one took the place of, with the newer one.
    pub replaced: Vec<(Number, Number)>,
    /// What does not fit: proven ones first, the largest first.
    pub findings: Vec<Found>,
    /// What each bill may ask for.
    pub owed: Vec<Owed>,
    /// What is left of the plan's yearly amounts after these explanations of benefits, where the person said the terms.
    pub left: Vec<Left>,
}

/// What is left of the yearly amounts on one side of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which side.
    pub network: Network,
    /// Of the deductible; nothing where it is not known.
    pub deductible: Option<Cents>,
    /// Until the most that the members pay; nothing where it is not known.
    pub out_of_pocket: Option<Cents>,
}

/// Lines that are the same care: mostly one and one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Of bills.
    pub bill: Vec<At>,
    /// Of explanations of benefits.
    pub eob: Vec<At>,
    /// Why they are taken for the same.
    pub why: Vec<Why>,
}

/// Why lines were paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The person said so.
    Said,
    /// The same code.
    SameCode,
    /// The same words, where a code is missing.
    SameWords,
    /// The same day.
    SameDay,
    /// The same charge.
    SameCharge,
    /// As many.
    SameUnits,
    /// Together they come to the same.
    SameSum,
}

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub kind: Kind,
    /// How sure it is.
    pub grade: Grade,
    /// The paper that it is about.
    pub paper: Number,
    /// The lines that it is about; empty when it is about the whole.
    pub lines: Vec<At>,
    /// How much it may move, where that can be said.
    pub at_stake: Option<Cents>,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It follows from the papers by arithmetic.
    Proven,
    /// It needs something that no paper says.
    Likely,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The bill lists no services.
    NoItemization,
    /// The bill shows nothing from the plan, and was made before the plan decided.
    BilledBeforePlan {
        /// The bill's date.
        billed: Date,
        /// The day of the plan's decision.
        decided: Date,
    },
    /// No explanation of benefits fits the bill.
    NoEob,
    /// The plan has not finished with the claim.
    NotFinal,
    /// A charge on the bill is on none of the explanations of benefits that fit it.
    NotOnEob {
        /// The charge.
        billed: Cents,
    },
    /// The bill asks for more than the explanation of benefits leaves to the patient.
    AboveShare {
        /// What it asks for.
        asks: Cents,
        /// What is left to pay.
        left: Cents,
    },
    /// The bill does not take off all of the discount.
    DiscountMissing {
        /// The discount by the explanation of benefits.
        discount: Cents,
        /// What the bill takes off.
        taken: Cents,
    },
    /// The bill does not take off all that the plan paid.
    PlanPaymentMissing {
        /// What the plan paid.
        paid: Cents,
        /// What the bill takes off.
        taken: Cents,
    },
    /// The bill does not take off all that the patient paid.
    OwnPaymentMissing {
        /// What the patient paid, by the receipts.
        paid: Cents,
        /// What the bill takes off.
        taken: Cents,
    },
    /// The bill lists a service more often than the plan was told.
    MoreOften {
        /// On the bill.
        bill: usize,
        /// On the explanation of benefits.
        eob: usize,
    },
    /// The same line stands on two bills, and the plan was told of it once.
    OnTwoBills {
        /// The other bill.
        other: Number,
    },
    /// The bill lists more units than the plan was told.
    MoreUnits {
        /// On the bill.
        bill: u32,
        /// On the explanation of benefits.
        eob: u32,
    },
    /// The bill charges another amount than the plan was told.
    OtherCharge {
        /// On the bill.
        bill: Cents,
        /// On the explanation of benefits.
        eob: Cents,
    },
    /// The bill has another code than the plan was told.
    OtherCode {
        /// On the bill.
        bill: String,
        /// On the explanation of benefits.
        eob: String,
    },
    /// The bill has another day than the plan was told.
    OtherDay {
        /// On the bill.
        bill: Date,
        /// On the explanation of benefits.
        eob: Date,
    },
    /// A line of the explanation of benefits: what is allowed is not what was paid and what is left.
    LineDoesNotAdd {
        /// What is allowed.
        allowed: Cents,
        /// What was paid, by plans.
        paid: Cents,
        /// What is left to the patient.
        share: Cents,
    },
    /// A line of the explanation of benefits: what is left to the patient is not the sum of its parts.
    ShareIsNotItsParts {
        /// What is left to the patient.
        share: Cents,
        /// What deductible, copay, coinsurance and what is not covered come to.
        parts: Cents,
    },
    /// More was counted as deductible than was left of it.
    DeductibleMet {
        /// Counted.
        taken: Cents,
        /// Left before.
        left: Cents,
    },
    /// The coinsurance is not the plan's percentage.
    CoinsuranceRate {
        /// As the explanation of benefits says.
        taken: Cents,
        /// By the plan's percentage.
        by_terms: Cents,
    },
    /// The copay is not the plan's.
    CopayDiffers {
        /// As the explanation of benefits says.
        taken: Cents,
        /// By the plan's terms.
        by_terms: Cents,
    },
    /// More was left to the patient than the yearly limit allows.
    LimitPassed {
        /// Left to the patient.
        taken: Cents,
        /// Left until the limit.
        left: Cents,
    },
    /// The provider is in the network, and the claim was processed as out of it.
    OtherNetwork,
    /// A late fee, interest or a fee for collecting.
    LateFee,
    /// The bill is above the estimate.
    AboveEstimate {
        /// The estimate.
        estimate: Cents,
        /// The bill's charges.
        billed: Cents,
    },
    /// More was paid than is owed.
    Overpaid {
        /// Paid by the patient.
        paid: Cents,
        /// The patient's share.
        share: Cents,
    },
    /// A later statement of a bill that is known.
    FollowUp {
        /// The earlier statement.
        earlier: Number,
    },
    /// What a single paper shows by itself.
    OnPaper(PaperKind),
}

/// What a single paper shows by itself; the question with all its facts is in [`bills::questions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperKind {
    /// The lines do not come to a total.
    Subtotal,
    /// The amount due does not follow.
    Due,
    /// Two amounts due.
    TwoDue,
    /// Another patient.
    Patient,
    /// A day outside the stay.
    Day,
}

/// What comes of the papers of a case. A later statement of a bill takes the place of the earlier one, and a corrected
/// explanation of benefits that of the one before.
#[must_use]
pub fn of(case: &Case, book: &Book) -> Reconciliation {
    let (current, replaced) = eobs::current(case);
    let (bills, follow_ups) = compare::current(case);
    let (bill_nodes, eob_nodes) = (side::nodes(&bills), side::nodes(&current));
    let pairs = pair::all(&bill_nodes, &eob_nodes, &case.ties);
    let of_bills: std::collections::BTreeSet<At> = pairs.iter().flat_map(|pair| pair.bill.iter().copied()).collect();
    let of_eobs: std::collections::BTreeSet<At> = pairs.iter().flat_map(|pair| pair.eob.iter().copied()).collect();
    let alone = |nodes: &[side::Node], held: &std::collections::BTreeSet<At>| -> Vec<At> {
        nodes.iter().map(|node| node.at).filter(|at| !held.contains(at)).collect()
    };
    let desk =
        Desk { case, bills: &bills, eobs: &current, bill_nodes: &bill_nodes, eob_nodes: &eob_nodes, pairs: &pairs };
    let owed: Vec<Owed> = bills.iter().map(|bill| owed::of(&desk, bill)).collect();
    let mut findings = compare::all(&desk);
    findings.extend(eobs::all(&desk));
    findings.extend(owed::all(&desk, &owed));
    findings.extend(paper::all(&desk, book));
    findings.extend(follow_ups.iter().map(|(newer, earlier)| Found {
        kind: Kind::FollowUp { earlier: *earlier },
        grade: Grade::Likely,
        paper: *newer,
        lines: Vec::new(),
        at_stake: None,
    }));
    findings.sort_by_key(|found| {
        (found.grade, std::cmp::Reverse(found.at_stake), found.paper, found.lines.first().copied())
    });
    Reconciliation {
        bill_alone: alone(&bill_nodes, &of_bills),
        eob_alone: alone(&eob_nodes, &of_eobs),
        left: eobs::left(&desk),
        pairs,
        replaced,
        findings,
        owed,
    }
}

/// All that findings are made from.
struct Desk<'a> {
    case: &'a Case,
    bills: &'a [&'a Statement],
    /// The explanations of benefits that stand: no newer one took their place.
    eobs: &'a [&'a Statement],
    bill_nodes: &'a [side::Node<'a>],
    eob_nodes: &'a [side::Node<'a>],
    pairs: &'a [Pair],
}

impl Desk<'_> {
    fn bill_node(&self, at: At) -> Option<&side::Node<'_>> {
        self.bill_nodes.binary_search_by_key(&at, |node| node.at).ok().map(|place| &self.bill_nodes[place])
    }

    fn eob_node(&self, at: At) -> Option<&side::Node<'_>> {
        self.eob_nodes.binary_search_by_key(&at, |node| node.at).ok().map(|place| &self.eob_nodes[place])
    }

    /// The pairs that a bill has a line in.
    fn pairs_of(&self, bill: Number) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(move |pair| pair.bill.iter().any(|at| at.statement == bill))
    }

    /// The explanations of benefits that a bill has lines with; for a bill without lines, those with the same charges.
    fn eobs_of(&self, bill: &Statement) -> Vec<&Statement> {
        let numbers: std::collections::BTreeSet<Number> =
            self.pairs_of(bill.number).flat_map(|pair| pair.eob.iter().map(|at| at.statement)).collect();
        let charges = |paper: &Statement| paper.total(crate::kinds::TotalKind::Charges).map(|total| total.amount);
        let alike = |eob: &&&Statement| {
            numbers.contains(&eob.number)
                || (bill.lines.is_empty() && charges(bill).is_some() && charges(bill) == charges(eob))
        };
        self.eobs.iter().filter(alike).copied().collect()
    }
}

impl Kind {
    /// The letter that takes it up.
    #[must_use]
    pub fn letter(&self) -> Option<LetterKind> {
        match self {
            Self::NoItemization | Self::MoreUnits { .. } | Self::MoreOften { .. } | Self::OtherCharge { .. } => {
                Some(LetterKind::L60)
            }
            Self::NotOnEob { .. }
            | Self::AboveShare { .. }
            | Self::DiscountMissing { .. }
            | Self::PlanPaymentMissing { .. }
            | Self::OwnPaymentMissing { .. }
            | Self::OnTwoBills { .. }
            | Self::BilledBeforePlan { .. }
            | Self::NotFinal
            | Self::NoEob => Some(LetterKind::L61),
            Self::OtherCode { .. } | Self::OtherDay { .. } => Some(LetterKind::L55),
            Self::OtherNetwork => Some(LetterKind::L08),
            Self::LineDoesNotAdd { .. }
            | Self::ShareIsNotItsParts { .. }
            | Self::DeductibleMet { .. }
            | Self::CoinsuranceRate { .. }
            | Self::CopayDiffers { .. }
            | Self::LimitPassed { .. }
            | Self::LateFee
            | Self::AboveEstimate { .. }
            | Self::Overpaid { .. }
            | Self::FollowUp { .. } => None,
            Self::OnPaper(kind) => match kind {
                PaperKind::Subtotal | PaperKind::Due | PaperKind::TwoDue => Some(LetterKind::L60),
                PaperKind::Patient => Some(LetterKind::L61),
                PaperKind::Day => Some(LetterKind::L55),
            },
        }
    }

    /// The call that takes it up.
    #[must_use]
    pub fn call(&self) -> CallKind {
        match self {
            Self::NoItemization => CallKind::ItemizedBill,
            Self::NotFinal
            | Self::LineDoesNotAdd { .. }
            | Self::ShareIsNotItsParts { .. }
            | Self::DeductibleMet { .. }
            | Self::CoinsuranceRate { .. }
            | Self::CopayDiffers { .. }
            | Self::LimitPassed { .. }
            | Self::NoEob => CallKind::ClaimStatus,
            Self::OtherNetwork => CallKind::Network,
            Self::BilledBeforePlan { .. }
            | Self::NotOnEob { .. }
            | Self::AboveShare { .. }
            | Self::DiscountMissing { .. }
            | Self::PlanPaymentMissing { .. }
            | Self::OwnPaymentMissing { .. }
            | Self::MoreOften { .. }
            | Self::OnTwoBills { .. }
            | Self::MoreUnits { .. }
            | Self::OtherCharge { .. }
            | Self::OtherCode { .. }
            | Self::OtherDay { .. }
            | Self::LateFee
            | Self::AboveEstimate { .. }
            | Self::Overpaid { .. }
            | Self::FollowUp { .. }
            | Self::OnPaper(_) => CallKind::BillerHold,
        }
    }
}

/// The question of a single paper as a finding, where arithmetic or identity makes it one.
fn on_paper(kind: &bills::Kind) -> Option<(PaperKind, Grade)> {
    match kind {
        bills::Kind::LinesDoNotSum { .. } => Some((PaperKind::Subtotal, Grade::Proven)),
        bills::Kind::DueDoesNotFollow { .. } => Some((PaperKind::Due, Grade::Proven)),
        bills::Kind::TwoAmountsDue { .. } => Some((PaperKind::TwoDue, Grade::Proven)),
        bills::Kind::OtherPatient { .. } => Some((PaperKind::Patient, Grade::Likely)),
        bills::Kind::OutsideStay { .. } => Some((PaperKind::Day, Grade::Likely)),
        bills::Kind::StandsTwice { .. }
        | bills::Kind::NoDay
        | bills::Kind::NoCode
        | bills::Kind::NoUnits { .. }
        | bills::Kind::UnitsDoNotDivide { .. }
        | bills::Kind::PriceDiffers { .. } => None,
    }
}
