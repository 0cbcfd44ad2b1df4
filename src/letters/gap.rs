//! What a letter lacks, why it matters and how to get it; what a letter does not claim; why a letter cannot be written.
//!
//! Nothing of this is printed in a letter. The sentences are for the person who writes it.

use crate::kinds::{CallKind, Field, PaperKind};

/// Something that would make the letter stronger, or easier to file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is missing.
    pub what: Missing,
    /// Why it matters in this letter.
    pub why: &'static str,
    /// How to get it.
    pub get: Get,
}

/// What can be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A fact.
    Fact(Field),
    /// A paper.
    Paper(PaperKind),
}

/// Ways to get what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Get {
    /// It stands on the notice.
    Notice,
    /// It stands on the bill.
    Bill,
    /// It stands on the member card.
    Card,
    /// Somebody has to be called.
    Call(CallKind),
    /// Ask for it with the letter for the claim file.
    ClaimFileLetter,
    /// Only the person knows it.
    Yourself,
}

impl Get {
    /// What to do, in a sentence.
    #[must_use]
    pub fn how(self) -> &'static str {
        match self {
            Self::Notice => "Look on the notice.",
            Self::Card => "Look on the member card, or on the notice.",
            Self::Call(CallKind::InsurerInformation) => "Call the number on the notice and ask.",
            Self::Call(CallKind::Supervisor) => "Call the number on the notice and ask for a supervisor.",
            Self::Call(CallKind::ClaimStatus) => "Call the number on the notice and ask where the claim stands.",
            Self::Call(CallKind::Expedited) => "Call the number on the notice and ask for a fast decision.",
            Self::Call(CallKind::DoctorsOffice) => "Ask the doctor's office.",
            Self::Call(CallKind::BillerHold) => "Ask the office that sends the bill.",
            Self::Call(CallKind::BenefitsOffice) => "Ask the benefits office at work.",
            Self::Call(CallKind::Network | CallKind::BeforeCare) => "Call the number on the card and ask.",
            Self::Call(CallKind::Estimate) => "Ask the provider\u{2019}s office for an estimate in writing.",
            Self::Call(CallKind::ItemizedBill | CallKind::Assistance) => "Call the number on the bill and ask.",
            Self::Call(CallKind::Regulator) => "Ask the regulator or the help desk.",
            Self::Bill => "Look on the bill.",
            Self::ClaimFileLetter => "Send the letter that asks for the claim file and the criteria.",
            Self::Yourself => "Add it here in your own words.",
        }
    }
}

/// Something that the letter leaves unsaid because no confirmed fact carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unclaimed {
    /// That approval was asked for or given before the care.
    Approval,
    /// That the care was an emergency.
    Emergency,
    /// That the provider is in the plan's network.
    InNetwork,
    /// That a clinician explained in writing why the care was needed.
    MedicalNeed,
    /// What the law says, because the kind of coverage is not known or not in the rulebook.
    Law,
    /// That the appeal comes in time.
    InTime,
}

impl Unclaimed {
    /// What is left unsaid and what would change that.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Self::Approval => {
                "The letter does not say that approval was asked for or given. If it was, say so in the facts, with the \
                 authorization number."
            }
            Self::Emergency => {
                "The letter does not say that the care was an emergency. If it was, say so in the facts."
            }
            Self::InNetwork => {
                "The letter does not say that the provider is in the plan's network. Ask, and add the answer to the facts."
            }
            Self::MedicalNeed => {
                "The letter does not argue the medicine, because no letter from the clinician is among your papers."
            }
            Self::Law => {
                "The letter cites no law, because the law depends on the kind of plan and that is not known or not covered \
                 here. It leans on the notice and the plan instead."
            }
            Self::InTime => {
                "The letter does not say that it comes in time, because the dates that we have do not show it."
            }
        }
    }
}

/// Why a letter cannot be written yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nobody knows for whom the letter speaks.
    #[error("the patient's name is missing")]
    NoPatient,
    /// There is nobody to send it to.
    #[error("there is no insurer, office or address to send it to")]
    NobodyToSendTo,
    /// Neither what was denied nor why.
    #[error("neither the reason nor the service is known")]
    NothingToAppeal,
    /// No number and no service by which the plan could find the claim.
    #[error("nothing names the claim")]
    NothingNamesTheClaim,
    /// Approval after the fact needs care that was given.
    #[error("the care has not been given yet")]
    CareNotGiven,
    /// There is no plan that could answer.
    #[error("there is no coverage")]
    NoCoverage,
    /// No call stands behind the confirmation.
    #[error("the call is not in the case")]
    NoCall,
    /// The notes of the call are empty.
    #[error("the notes of the call are empty")]
    NothingWasSaid,
}

impl Refused {
    /// What to do now, in a sentence.
    #[must_use]
    pub fn now(self) -> &'static str {
        match self {
            Self::NoPatient => "Add the patient's name.",
            Self::NobodyToSendTo => "Add the insurer's name, or the appeal address on the notice.",
            Self::NothingToAppeal => "Add the reason as the notice words it, or what the care was.",
            Self::NothingNamesTheClaim => "Add the claim number, or what the care was.",
            Self::CareNotGiven => {
                "Before care, ask for approval or appeal the denial. This letter is for care already given."
            }
            Self::NoCoverage => "Without coverage there is no plan to write to. Check where the coverage comes from.",
            Self::NoCall => "Choose the call that this letter confirms.",
            Self::NothingWasSaid => "Add to the notes of the call what was said or promised.",
        }
    }

    /// The fields of which one would do.
    #[must_use]
    pub fn ask(self) -> &'static [Field] {
        match self {
            Self::NoPatient => &[Field::Patient],
            Self::NobodyToSendTo => &[Field::Insurer, Field::AppealAddress, Field::Decider],
            Self::NothingToAppeal => &[Field::Reason, Field::Service],
            Self::NothingNamesTheClaim => &[Field::ClaimNumber, Field::ReferenceNumber, Field::Service],
            Self::CareNotGiven => &[Field::Timing],
            Self::NoCoverage => &[Field::CoverageFrom],
            Self::NoCall | Self::NothingWasSaid => &[],
        }
    }
}

const fn fact(field: Field, get: Get, why: &'static str) -> Gap {
    Gap { what: Missing::Fact(field), why, get }
}

const fn paper(kind: PaperKind, get: Get, why: &'static str) -> Gap {
    Gap { what: Missing::Paper(kind), why, get }
}

const INSURER: Get = Get::Call(CallKind::InsurerInformation);
const DOCTOR: Get = Get::Call(CallKind::DoctorsOffice);

pub(super) const SENDER_ADDRESS: Gap = fact(Field::SenderAddress, Get::Yourself, "The answer comes by mail to it.");
pub(super) const APPEAL_ADDRESS: Gap =
    fact(Field::AppealAddress, Get::Notice, "An appeal counts when it reaches the place that the notice names.");
pub(super) const MEMBER_ID: Gap = fact(Field::MemberId, Get::Card, "The plan finds the member by it.");
pub(super) const CLAIM_NUMBER: Gap = fact(Field::ClaimNumber, Get::Notice, "The plan finds the claim by it.");
pub(super) const NOTICE_DATE: Gap =
    fact(Field::NoticeDate, Get::Notice, "It says which decision is meant, and the time to appeal counts from it.");
pub(super) const REASON: Gap =
    fact(Field::Reason, Get::Notice, "An appeal that answers the plan's own words is the hardest to set aside.");
pub(super) const SERVICE: Gap = fact(Field::Service, Get::Notice, "It says which care the decision is about.");
pub(super) const SERVICE_DATE: Gap = fact(Field::ServiceDate, Get::Notice, "It tells this care from other care.");
pub(super) const PROVIDER: Gap = fact(Field::Provider, Get::Notice, "The plan may need records from this clinician.");
pub(super) const COVERAGE: Gap = fact(
    Field::CoverageFrom,
    Get::Yourself,
    "The law that gives rights against the plan depends on where the coverage comes from.",
);
pub(super) const FUNDING: Gap = fact(
    Field::Funding,
    Get::Call(CallKind::BenefitsOffice),
    "Who pays the claims decides which law may be cited. The letter cites none until then.",
);
pub(super) const TIMING: Gap =
    fact(Field::Timing, Get::Yourself, "Before care the letter asks for approval; after care it asks for payment.");
pub(super) const STATEMENT: Gap =
    fact(Field::Statement, Get::Yourself, "Your own account is evidence: what was done, by whom and when.");
pub(super) const IN_NETWORK: Gap =
    fact(Field::InNetwork, INSURER, "In a network the contract often makes the provider ask for approval, not you.");
pub(super) const APPROVAL_ASKED: Gap =
    fact(Field::ApprovalAsked, DOCTOR, "If approval was asked for, the denial may rest on a mistake.");
pub(super) const EMERGENCY: Gap =
    fact(Field::Emergency, Get::Yourself, "Emergency care is reviewed under terms of its own.");
pub(super) const NECESSITY_LETTER: Gap = paper(
    PaperKind::NecessityLetter,
    DOCTOR,
    "A letter from the treating clinician is the strongest answer to a medical reason.",
);
pub(super) const RECORDS: Gap = paper(PaperKind::MedicalRecords, DOCTOR, "The records show what the criteria ask for.");
pub(super) const CRITERIA: Gap =
    paper(PaperKind::Criteria, Get::ClaimFileLetter, "With the criteria in hand each one can be answered.");
pub(super) const REPRESENTATIVE_FORM: Gap = paper(
    PaperKind::RepresentativeForm,
    INSURER,
    "Plans often want a signed form from the patient before they answer somebody else. Ask whether one is needed.",
);
pub(super) const NOTICE_COPY: Gap =
    paper(PaperKind::DenialNotice, Get::Yourself, "A copy of the notice shows which decision is meant.");
