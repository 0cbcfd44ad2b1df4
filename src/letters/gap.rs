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
    /// The person has it at hand.
    Papers,
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
            Self::Papers => "Note it on the page \u{201c}Papers\u{201d}.",
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
    /// That nobody in the network can give the care.
    NobodyInNetwork,
    /// That a protection from surprise bills applies.
    SurpriseBill,
    /// Which review of the claim or the bill is open.
    OpenReview,
    /// What the household's means are.
    Means,
    /// What other drugs were tried.
    DrugsTried,
    /// That the treatment is of a kind that the law protects.
    CareUnderWay,
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
            Self::NobodyInNetwork => {
                "The letter does not say that nobody in the network can give this care. It asks the plan instead."
            }
            Self::SurpriseBill => {
                "The letter names no protection from surprise bills, because the facts do not show one. One is for \
                 emergencies. One is for a clinician outside the network at a place inside it, without signed consent."
            }
            Self::OpenReview => {
                "The letter names no appeal or other request, because none is noted as sent. If you have sent one, note it."
            }
            Self::Means => {
                "The letter says nothing of your household and its income, because they are not among the facts."
            }
            Self::DrugsTried => {
                "The letter does not say which other drugs were tried, because the facts do not. Add them with what came of each."
            }
            Self::CareUnderWay => {
                "The letter does not say which treatment is under way. Add it in your own words, or with a letter of the doctor."
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
    /// No bill is in the case.
    #[error("no bill is in the case")]
    NoBill,
    /// The bill names nobody who sent it.
    #[error("nothing says who sent the bill")]
    NoBiller,
    /// No clinician and no place of care.
    #[error("no doctor and no place of care is named")]
    NoProvider,
    /// Nothing says what the care is.
    #[error("nothing says what the care is")]
    NoCare,
    /// An exception is asked for before the care.
    #[error("the care has been given already")]
    CareGiven,
    /// Nothing to except from: the provider is in the network.
    #[error("the provider is in the plan's network")]
    InNetwork,
    /// Nothing to except from: somebody in the network can give the care.
    #[error("somebody in the plan's network can give this care")]
    NetworkHasSomebody,
    /// No fact says that the provider was, or was said to be, in the network.
    #[error("no fact says that the provider was in the network")]
    NotInNetwork,
    /// Neither a reason nor a code that could be wrong.
    #[error("neither the plan's reason nor a code is known")]
    NothingToCorrect,
    /// No code that could be compared with the record.
    #[error("no code is known")]
    NoCode,
    /// The facts show that it is no surprise bill.
    #[error("the facts do not show a surprise bill")]
    NoSurprise,
    /// Nobody knows what can be paid.
    #[error("the amount that can be paid now is not known")]
    NoOffer,
    /// The first appeal was not answered with no.
    #[error("the first appeal has no answer yet")]
    NotAnswered,
    /// The law of this kind of plan knows no second appeal to it.
    #[error("this kind of plan has no second appeal")]
    NoSecondAppeal,
    /// The person said that waiting does no serious harm, or the care was given.
    #[error("nothing is urgent by the facts")]
    NotUrgent,
    /// Nobody says what harm waiting could do.
    #[error("nothing says what waiting could do")]
    NoHarmNamed,
    /// No approved care is being cut short.
    #[error("no approved care is being ended or cut")]
    NotOngoing,
    /// Nothing says whether there was other insurance.
    #[error("nothing says whether there was other insurance")]
    NoAnswerAboutOthers,
    /// By the dates that we have the appeal still comes in time.
    #[error("the appeal is not late by the dates of the case")]
    NotLate,
    /// Nobody says why the appeal comes late.
    #[error("nothing says why the appeal comes late")]
    NoReasonForLateness,
    /// No sum and no EOB to set beside the plan's.
    #[error("nothing says what was counted")]
    NothingCounted,
    /// The claim has been decided.
    #[error("the plan has decided")]
    Decided,
    /// None of their dates has passed.
    #[error("no date of theirs has passed by what we know")]
    NothingMissed,
    /// Nobody acts for the patient.
    #[error("nobody acts for the patient")]
    NobodyActs,
    /// The offer is as much as the bill asks for.
    #[error("the amount that can be paid now covers the whole bill")]
    OfferCoversTheBill,
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
            Self::NoBill => "Add the bill: who sent it, its date, and what it asks for.",
            Self::NoBiller => "Add who sent the bill, and the address that stands on it.",
            Self::NoProvider => "Add the doctor, or the hospital or other place of care.",
            Self::NoCare => "Add what the care is.",
            Self::CareGiven => {
                "An exception is asked for before care. After care, appeal, or ask the plan to process the claim as \
                 in-network."
            }
            Self::InNetwork => {
                "In the network the contract limits what you pay. If the plan processed the claim otherwise, ask it to \
                 process the claim as in-network."
            }
            Self::NetworkHasSomebody => {
                "An exception is for care that nobody in the network can give in time and within reach. If that is so \
                 after all, change the answer."
            }
            Self::NotInNetwork => {
                "Ask the plan and the provider about the day of the care, or look at what the directory said before it. \
                 Then add the answer."
            }
            Self::NothingToCorrect => "Add the plan's reason and its codes from the notice, or a code from the bill.",
            Self::NoCode => "Add the procedure code or the diagnosis code, from the notice or the bill.",
            Self::NoSurprise => {
                "By your answers this was no emergency, and the place of care was outside the network. Ask for an itemized \
                 bill, or about financial help."
            }
            Self::NoOffer => "Add the amount that you can pay at once, without borrowing.",
            Self::NotAnswered => {
                "A second appeal answers the plan\u{2019}s no to the first one. When that comes, note it as a letter of the case."
            }
            Self::NoSecondAppeal => {
                "The next step is another one. The dates of your case show which, with its address and its last day."
            }
            Self::NotUrgent => {
                "A fast decision is for care that is still ahead or going on, where waiting could do serious harm. If that is so, change the answers."
            }
            Self::NoHarmNamed => {
                "Say in your own words what could happen by waiting, or ask the doctor for a short letter."
            }
            Self::NotOngoing => {
                "This letter is for care that the plan approved and now wants to end or cut. For other decisions, send the appeal."
            }
            Self::NoAnswerAboutOthers => {
                "Say whether the patient had other health insurance on the day of care, and which."
            }
            Self::NotLate => "Send the appeal itself, in time. This letter is for one that comes late.",
            Self::NoReasonForLateness => "Say in your own words why it comes late. We invent no reason.",
            Self::NothingCounted => "Add what the plan has counted and what should be counted, by your EOBs.",
            Self::Decided => "This letter asks for a decision. Yours has come: appeal it, or ask for the claim file.",
            Self::NothingMissed => {
                "Note when you sent your letter or claim, and whether it arrived. Then their time can be counted."
            }
            Self::NobodyActs => "Add who is to act for the patient.",
            Self::OfferCoversTheBill => {
                "An offer settles a bill for less. Check both amounts, and ask for an itemized bill before you pay in full."
            }
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
            Self::CareNotGiven | Self::CareGiven => &[Field::Timing],
            Self::NoCoverage => &[Field::CoverageFrom],
            Self::NoCall
            | Self::NothingWasSaid
            | Self::NoBill
            | Self::NotAnswered
            | Self::NoSecondAppeal
            | Self::NotLate
            | Self::Decided => &[],
            Self::NoBiller => &[Field::Biller, Field::BillerAddress],
            Self::NoProvider => &[Field::Provider, Field::Facility],
            Self::NoCare => &[Field::Service, Field::ProcedureCode],
            Self::InNetwork => &[Field::InNetwork],
            Self::NetworkHasSomebody => &[Field::NoNetworkProvider],
            Self::NotInNetwork => &[Field::InNetwork, Field::ListedInNetwork],
            Self::NothingToCorrect => &[Field::Reason, Field::ReasonCode, Field::ProcedureCode, Field::DiagnosisCode],
            Self::NoCode => &[Field::ProcedureCode, Field::DiagnosisCode],
            Self::NoSurprise => &[Field::Emergency, Field::FacilityInNetwork],
            Self::NotUrgent => &[Field::Timing, Field::Urgent],
            Self::NoHarmNamed => &[Field::WhyUrgent, Field::ClinicianSaysUrgent],
            Self::NotOngoing => &[Field::Timing, Field::ServicesEnd, Field::ChangeStarts],
            Self::NoAnswerAboutOthers => &[Field::OtherCoverage, Field::OtherInsurer],
            Self::NoReasonForLateness => &[Field::WhyLate],
            Self::NothingCounted => &[Field::CountedByMe, Field::CountedByPlan],
            Self::NothingMissed => &[Field::RequestSent],
            Self::NobodyActs => &[Field::Representative],
            Self::NoOffer | Self::OfferCoversTheBill => &[Field::CanPayNow],
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
const NETWORK: Get = Get::Call(CallKind::Network);
const BILLER_OFFICE: Get = Get::Call(CallKind::Assistance);

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

// The bill.

pub(super) const BILLER: Gap = fact(Field::Biller, Get::Bill, "The letter goes to the office that sent the bill.");
pub(super) const BILLER_ADDRESS: Gap =
    fact(Field::BillerAddress, Get::Bill, "Letters about a bill go to the address on it.");
pub(super) const ACCOUNT_NUMBER: Gap = fact(Field::AccountNumber, Get::Bill, "The office finds the account by it.");
pub(super) const BILL_DATE: Gap = fact(Field::BillDate, Get::Bill, "It says which bill is meant.");
pub(super) const AMOUNT_DUE: Gap = fact(Field::AmountDue, Get::Bill, "It says which amount is meant.");
pub(super) const BILL_COPY: Gap = paper(PaperKind::Bill, Get::Papers, "A copy of the bill shows what it leaves out.");
pub(super) const BILLER_PERMISSION: Gap = paper(
    PaperKind::RepresentativeForm,
    BILLER_OFFICE,
    "Billing offices often want the patient's signed permission before they answer somebody else.",
);
pub(super) const PROVIDER_PERMISSION: Gap = paper(
    PaperKind::RepresentativeForm,
    DOCTOR,
    "The office may want the patient's signed permission before it answers somebody else.",
);
pub(super) const HOUSEHOLD_SIZE: Gap =
    fact(Field::HouseholdSize, Get::Yourself, "Assistance is decided by the size of the household and its income.");
pub(super) const HOUSEHOLD_INCOME: Gap =
    fact(Field::HouseholdIncome, Get::Yourself, "Assistance is decided by the size of the household and its income.");
pub(super) const CAN_PAY_MONTHLY: Gap = fact(
    Field::CanPayMonthly,
    Get::Yourself,
    "A plan that names an amount is answered faster. Name one that you can keep.",
);
pub(super) const INCOME_PROOF: Gap =
    paper(PaperKind::IncomeProof, Get::Yourself, "Offices usually ask for proof, such as a pay stub or a tax return.");

// The network.

pub(super) const NOBODY_IN_NETWORK: Gap =
    fact(Field::NoNetworkProvider, NETWORK, "An exception is for care that nobody in the network can give.");
pub(super) const OUTSIDE_NETWORK: Gap =
    fact(Field::InNetwork, NETWORK, "An exception is for a provider outside the network.");
pub(super) const EXCEPTION_FOR: Gap =
    fact(Field::Provider, Get::Yourself, "The exception names who is to give the care.");
pub(super) const REFERRAL: Gap =
    paper(PaperKind::Referral, DOCTOR, "A referral shows that the care is needed, and from whom.");
pub(super) const NETWORK_PROOF: Gap = paper(
    PaperKind::NetworkProof,
    NETWORK,
    "The directory page of that time, or the plan's answer in writing, is the best proof.",
);
pub(super) const LISTED_IN_NETWORK: Gap = fact(
    Field::ListedInNetwork,
    Get::Yourself,
    "What the plan or its directory told you before the care is an argument of its own.",
);
pub(super) const SURPRISE_EMERGENCY: Gap =
    fact(Field::Emergency, Get::Yourself, "Emergency care has a protection of its own from surprise bills.");
pub(super) const SURPRISE_NETWORK: Gap =
    fact(Field::InNetwork, NETWORK, "A surprise bill comes from a provider outside the network.");
pub(super) const SURPRISE_FACILITY: Gap = fact(
    Field::FacilityInNetwork,
    NETWORK,
    "At a place inside the network, its clinicians may be held to network terms.",
);
pub(super) const SIGNED_CONSENT: Gap = fact(
    Field::SignedConsent,
    Get::Yourself,
    "A signed form that agrees to out-of-network care can take a protection away.",
);
pub(super) const PLAN_NAME: Gap = fact(Field::Insurer, Get::Card, "The office needs it to bill the plan.");
pub(super) const EOB_COPY: Gap =
    paper(PaperKind::Eob, Get::Call(CallKind::ClaimStatus), "It shows what the plan says that the patient owes.");

// The clinician.

pub(super) const CODE: Gap = fact(Field::ProcedureCode, Get::Notice, "The office looks up the claim by its code.");
pub(super) const WHAT_WAS_DONE: Gap =
    fact(Field::Statement, Get::Yourself, "Say what was done and what was not. The office compares it with the code.");
pub(super) const DATE_NEEDED: Gap =
    fact(Field::NoticeDate, Get::Notice, "The day by which the doctor's letter is needed counts from it.");

// What single letters to the plan need.

pub(super) const PRESCRIBER_LETTER: Gap = paper(
    PaperKind::NecessityLetter,
    DOCTOR,
    "Plans decide exceptions by what the prescriber writes: why the other drugs do not fit.",
);
pub(super) const DRUGS_TRIED: Gap =
    fact(Field::DrugsTried, Get::Yourself, "An exception is often made where the plan's own drugs failed or did harm.");
pub(super) const PRESCRIBER: Gap =
    fact(Field::Provider, Get::Yourself, "The plan asks the prescriber for what it needs to decide.");
pub(super) const WHY_URGENT: Gap =
    fact(Field::WhyUrgent, Get::Yourself, "A fast decision has to say what harm waiting could do.");
pub(super) const CLINICIAN_URGENT: Gap =
    fact(Field::ClinicianSaysUrgent, DOCTOR, "A doctor's word that it cannot wait weighs most.");
pub(super) const URGENT_LETTER: Gap =
    paper(PaperKind::NecessityLetter, DOCTOR, "A short letter of the doctor on the harm of a wait is the best proof.");
pub(super) const SERVICES_END: Gap = fact(Field::ServicesEnd, Get::Notice, "The care has to be kept before that day.");
pub(super) const APPROVAL_PAPER: Gap =
    paper(PaperKind::Authorization, DOCTOR, "The approval shows what was promised, and until when.");
pub(super) const NETWORK_ENDED: Gap =
    fact(Field::NetworkEnded, NETWORK, "The time for which network terms can go on may count from it.");
pub(super) const CARE_UNDER_WAY: Gap =
    fact(Field::CareUnderWay, Get::Yourself, "Only some kinds of treatment that are under way are protected.");
pub(super) const LEAVING_PROVIDER: Gap =
    fact(Field::Provider, Get::Yourself, "The letter names who leaves the network.");
pub(super) const OTHER_INSURER: Gap = fact(
    Field::OtherInsurer,
    Get::Yourself,
    "The plan needs its name, its number and its dates to settle who pays first.",
);
pub(super) const COUNTED_BY_PLAN: Gap =
    fact(Field::CountedByPlan, Get::Call(CallKind::ClaimStatus), "The letter sets the plan's sum beside yours.");
pub(super) const COUNTED_BY_ME: Gap =
    fact(Field::CountedByMe, Get::Papers, "The letter sets the sum of your EOBs beside the plan's.");
pub(super) const SENT_ON: Gap =
    fact(Field::RequestSent, DOCTOR, "The plan's time to decide counts from the day it reached them.");
pub(super) const EMPLOYER: Gap =
    fact(Field::Employer, Get::Yourself, "In a plan from work the employer is often who has to send the documents.");
pub(super) const WHY_LATE: Gap =
    fact(Field::WhyLate, Get::Yourself, "A late appeal may be taken for a good reason. Only you know it.");
pub(super) const LATE_PROOF: Gap = paper(
    PaperKind::Other,
    Get::Yourself,
    "Proof of why it is late, such as a hospital paper, makes the reason strong.",
);
pub(super) const ANSWER_REASON: Gap =
    fact(Field::Reason, Get::Notice, "The second appeal answers what the plan said to the first one.");
pub(super) const ANSWER_WINDOW: Gap =
    fact(Field::StatedWindow, Get::Notice, "Only the plan's answer says how long you have for a second appeal.");
pub(super) const CHILD: Gap = fact(
    Field::PatientIsChild,
    Get::Yourself,
    "For a child under 18 a parent signs. Everybody else signs for themselves.",
);
