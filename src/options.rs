//! The routes that are open now, side by side: the first step, by when, what each costs, what must be in writing, and what
//! it gives up.
//!
//! Knows no clock and counts no days: the dates come from `deadlines`. No route is said to stop the clock for the appeal:
//! no rule of the book says that one does, so there is no way to write it here.

mod bill;
mod denial;
pub mod plan;

pub use plan::Months;

use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{CallKind, Field, LetterKind, PaperKind, Purpose};
use crate::money::Cents;
use crate::rulebook::{Book, Rule};

/// A way to go from here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route<'b> {
    /// Which.
    pub kind: Kind,
    /// Whether it is open.
    pub state: State,
    /// By when.
    pub by: By,
    /// What it costs.
    pub cost: Cost<'b>,
    /// Whether it moves the last day to appeal.
    pub clock: Clock<'b>,
    /// The letter that begins it.
    pub letter: Option<LetterKind>,
    /// The call that begins it.
    pub call: Option<CallKind>,
    /// What the rulebook says about when it is open; empty where it says nothing.
    pub only_if: &'b str,
}

/// Ways to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ask the plan to decide again.
    InternalAppeal,
    /// The clinician speaks with the plan's doctor.
    PeerToPeer,
    /// The provider corrects the claim and sends it again.
    CorrectedClaim,
    /// The plan covers an out-of-network provider as if in the network, since it has nobody else.
    NetworkException,
    /// The plan covers a drug that is not on its list.
    DrugException,
    /// A complaint to the regulator.
    Complaint,
    /// People outside the plan decide.
    ExternalReview,
    /// Pay the bill once it has been checked.
    Pay,
    /// Pay in monthly parts.
    Plan(Months),
    /// One payment that settles the account.
    LumpSum,
    /// The provider's financial assistance.
    Assistance,
    /// Ask about lines of the bill before anything is paid.
    Dispute,
}

/// Whether a route is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be begun today.
    Open,
    /// It cannot be begun now.
    NotNow(Reason),
    /// That depends on this fact.
    Unknown(Field),
}

/// Why a route is not open now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The appeal was sent on this day, and the answer is awaited.
    AppealSent(Date),
    /// The plan's time to answer the appeal has passed; the next step may be open without its answer.
    AnswerOverdue(Date),
    /// The first decision is awaited, so there is nothing to appeal.
    NotDecided,
    /// The appeal was decided.
    AppealDecided,
    /// The appeal was won.
    Won,
    /// It comes after the plan's answer to the appeal.
    AfterAppeal,
    /// The care has not been given, so there is no claim to correct.
    CareNotGiven,
    /// The provider is in the network.
    InNetwork,
    /// Somebody in the network can give the care.
    SomebodyInNetwork,
    /// There is no coverage.
    NoCoverage,
    /// The rulebook does not know this kind of coverage.
    NotInBook,
    /// The rulebook knows this kind of coverage, and no rule that gives such a route with it.
    NoRule,
    /// There is something to ask about the bill first.
    QuestionsFirst {
        /// How many questions.
        questions: usize,
    },
    /// The plan's decision on the care is in dispute, so what is owed is not settled.
    DecisionInDispute,
    /// Nothing is asked for.
    NothingDue,
    /// There is nothing to ask about the bill.
    NothingToAsk,
    /// The person said that nothing can be paid this way.
    NothingToPayWith,
}

/// By when a route has to be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Aim for one day; the last reading of the rule and the notice ends on the other.
    Aim {
        /// The day to aim for.
        day: Date,
        /// The last day by the most generous reading.
        last: Date,
    },
    /// Today: the day to aim for has passed, and the last day by the most generous reading has not.
    Today {
        /// The last day by the most generous reading.
        last: Date,
    },
    /// Every reading has passed.
    Passed {
        /// The last day by the most generous reading.
        since: Date,
    },
    /// The day that the bill names, today or ahead. It is the biller's, not the law's.
    BillSays(Date),
    /// The day that the bill named has passed.
    BillSaid(Date),
    /// There is no day, and why.
    None(NoDay),
}

/// Why a route has no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// It cannot be counted before this fact is known.
    NotKnown(Field),
    /// The rulebook has none. It runs beside the appeal, whose day to aim for this is, where it is known.
    BesideAppeal(Option<Date>),
    /// The rulebook has none.
    NoRule,
    /// It was done, or comes later.
    NotNow,
}

/// What a route costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost<'b> {
    /// Now.
    pub now: Amount,
    /// In all.
    pub in_all: Amount,
    /// What the rulebook says of it; empty where it says nothing.
    pub said: &'b str,
}

/// An amount that a route costs, as far as it can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// To the cent.
    Exactly(Cents),
    /// Not more than this; the answer says how much.
    AtMost(Cents),
    /// It depends on this fact.
    Unknown(Field),
    /// Nobody can say before the answer.
    Open,
}

/// What a route does to the last day to appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock<'b> {
    /// It is the appeal: in time, it meets that day.
    IsTheAppeal,
    /// It comes after the appeal and has a day of its own.
    OwnDay,
    /// A rule says that it does not stop it.
    DoesNotStop(&'b Rule),
    /// No rule says that it stops it: count on the day as it stands.
    NoRule,
    /// There is no appeal here to keep a day for.
    NoAppeal,
}

/// What must be in writing on a route, before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Writing {
    /// The appeal itself, with proof of the day on which it was sent.
    Appeal,
    /// What the plan's doctor said, and whether the decision changes.
    TalkResult,
    /// That the corrected claim was sent, and on which day.
    ClaimSent,
    /// What the exception covers: provider, service, dates, and what the person pays.
    ExceptionScope,
    /// The complaint and its number.
    ComplaintNumber,
    /// The request and its proof.
    ReviewRequest,
    /// That the account stands at zero.
    PaidInFull,
    /// The terms of the plan: each payment, its day, no interest, nothing sent to collections while it is kept.
    PlanTerms,
    /// That the payment settles the account in full, before it is paid.
    Settlement,
    /// The decision on the assistance, and what is left to pay.
    AssistanceDecision,
    /// That the account is on hold, and until which day.
    Hold,
    /// The answer to each question.
    Answers,
}

/// What a route gives up, or puts at risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GivesUp {
    /// One of the plan's levels of appeal is used.
    ALevel,
    /// The days that pass while waiting for it.
    Time,
    /// Money that is harder to get back than to hold back.
    MoneyBack,
    /// Perhaps the quarrel about the amount: a plan can be read as agreeing with it.
    Agreement,
    /// The quarrel about the amount: a settlement ends it.
    Dispute,
    /// Privacy: income and household are shown.
    Privacy,
    /// The plan's last word: the decision binds it, and mostly ends the road outside court.
    LastWord,
}

/// The routes of a case as of today. `months` is the length of a payment plan that the person chose; else it follows from
/// what they can pay each month.
#[must_use]
pub fn of<'b>(case: &Case, book: &'b Book, today: Date, months: Option<Months>) -> Vec<Route<'b>> {
    let mut routes = Vec::new();
    if case.has_denial() {
        routes.extend(denial::routes(case, book, today));
    }
    if has_bill(case) {
        routes.extend(bill::routes(case, today, months));
    }
    routes
}

/// Whether somebody asks for money in this case.
fn has_bill(case: &Case) -> bool {
    match case.purpose {
        Purpose::Bill => true,
        Purpose::Denial | Purpose::Planning => case.bill().is_some(),
    }
}

impl Kind {
    /// The papers that it needs.
    #[must_use]
    pub fn needs(self) -> &'static [PaperKind] {
        match self {
            Self::InternalAppeal | Self::ExternalReview => {
                &[PaperKind::DenialNotice, PaperKind::MedicalRecords, PaperKind::NecessityLetter]
            }
            Self::PeerToPeer => &[PaperKind::DenialNotice, PaperKind::MedicalRecords],
            Self::CorrectedClaim => &[PaperKind::Eob, PaperKind::ItemizedBill],
            Self::NetworkException => &[PaperKind::Referral, PaperKind::CallNotes],
            Self::DrugException => &[PaperKind::NecessityLetter, PaperKind::MedicalRecords],
            Self::Complaint => &[PaperKind::DenialNotice, PaperKind::CallNotes],
            Self::Pay => &[PaperKind::ItemizedBill, PaperKind::Eob],
            Self::Plan(_) => &[PaperKind::ItemizedBill, PaperKind::IncomeProof],
            Self::LumpSum => &[PaperKind::ItemizedBill],
            Self::Assistance => &[PaperKind::AssistancePolicy, PaperKind::IncomeProof],
            Self::Dispute => &[PaperKind::Bill, PaperKind::Eob],
        }
    }

    /// What must be in writing.
    #[must_use]
    pub fn in_writing(self) -> &'static [Writing] {
        match self {
            Self::InternalAppeal => &[Writing::Appeal],
            Self::PeerToPeer => &[Writing::TalkResult],
            Self::CorrectedClaim => &[Writing::ClaimSent],
            Self::NetworkException | Self::DrugException => &[Writing::ExceptionScope],
            Self::Complaint => &[Writing::ComplaintNumber],
            Self::ExternalReview => &[Writing::ReviewRequest],
            Self::Pay => &[Writing::PaidInFull],
            Self::Plan(_) => &[Writing::PlanTerms],
            Self::LumpSum => &[Writing::Settlement, Writing::PaidInFull],
            Self::Assistance => &[Writing::Hold, Writing::AssistanceDecision],
            Self::Dispute => &[Writing::Hold, Writing::Answers],
        }
    }

    /// What it gives up.
    #[must_use]
    pub fn gives_up(self) -> &'static [GivesUp] {
        match self {
            Self::InternalAppeal => &[GivesUp::ALevel],
            Self::ExternalReview => &[GivesUp::LastWord],
            Self::PeerToPeer | Self::CorrectedClaim | Self::NetworkException | Self::DrugException => &[GivesUp::Time],
            Self::Complaint | Self::Dispute => &[],
            Self::Pay => &[GivesUp::MoneyBack],
            Self::Plan(_) => &[GivesUp::Agreement],
            Self::LumpSum => &[GivesUp::Dispute, GivesUp::MoneyBack],
            Self::Assistance => &[GivesUp::Privacy],
        }
    }
}

impl Cost<'_> {
    /// It costs nothing to ask.
    const NOTHING: Self = Self { now: Amount::Exactly(Cents(0)), in_all: Amount::Exactly(Cents(0)), said: "" };
}

#[cfg(test)]
mod tests;
