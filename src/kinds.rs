//! Closed lists that the rulebook's files and the code share.
//! The build script compiles this file too, so it knows only serde.

use serde::{Deserialize, Serialize};

// The build script reads this file from another place, and finds the parts beside it all the same.
#[path = "kinds/coverage.rs"]
mod coverage;
#[path = "kinds/letter.rs"]
mod letter;
#[path = "kinds/matter.rs"]
mod matter;
#[path = "kinds/statement.rs"]
mod statement;
#[path = "kinds/time_zone.rs"]
mod time_zone;

pub use coverage::CoverageKind;
pub use letter::LetterKind;
pub use matter::{Beside, Matter};
#[allow(unused_imports, reason = "the build script compiles this file too, and knows no statements")]
pub use statement::{StatementKind, TotalKind};
pub use time_zone::TimeZone;

/// Where in the life of a claim the decision fell. Decides which clock of the other side runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// Approval was asked for and care has not been given.
    PreService,
    /// Care was given; the claim came after.
    PostService,
    /// Care already approved is being cut short or not extended.
    Concurrent,
    /// Waiting could seriously harm life, health or function.
    Urgent,
}

/// What kind of problem a play is about, for whoever looks for theirs in the table of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemGroup {
    /// Approval before care: refused, late, not asked for, or not honored.
    Approval,
    /// The plan says that it does not cover the care, or that it was not needed.
    Coverage,
    /// Papers, codes, dates, other insurance: what can be put right without a quarrel about the care.
    Paperwork,
    /// In or out of the network.
    Network,
    /// What the provider or a collector asks for.
    Bills,
    /// Nothing was refused yet.
    BeforeCare,
    /// What fits nowhere else.
    Other,
}

impl ProblemGroup {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Approval, Self::Coverage, Self::Paperwork, Self::Network, Self::Bills, Self::BeforeCare, Self::Other];

    /// Its key in addresses and styles; the same word as in the rulebook.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::Coverage => "coverage",
            Self::Paperwork => "paperwork",
            Self::Network => "network",
            Self::Bills => "bills",
            Self::BeforeCare => "before-care",
            Self::Other => "other",
        }
    }

    /// The group with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

/// How sure we are of a fact of law. The one scale that people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the official text.
    Official,
    /// Reported by others.
    Reported,
    /// Not confirmed.
    NotConfirmed,
}

/// A telephone call that has a preparation card and a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallKind {
    /// Ask the insurer for the facts behind the decision.
    InsurerInformation,
    /// Ask for a supervisor when the first answer is no answer.
    Supervisor,
    /// Where does the claim or appeal stand?
    ClaimStatus,
    /// Ask for an expedited decision.
    Expedited,
    /// Ask the doctor's office for support, records or a retroactive approval.
    DoctorsOffice,
    /// Ask the biller to hold the account during review.
    BillerHold,
    /// Ask the benefits office at work which kind of plan it is.
    BenefitsOffice,
    /// Ask the insurer who is in the network, and for an exception where nobody is.
    Network,
    /// Before care: ask the insurer about benefits and approval.
    BeforeCare,
    /// Before care: ask the provider for an estimate.
    Estimate,
    /// Ask the biller for an itemized bill.
    ItemizedBill,
    /// Ask the biller about financial assistance and payment plans.
    Assistance,
    /// Ask a regulator or help desk.
    Regulator,
    /// Ask a collector for proof, and say nothing else.
    Collector,
}

impl CallKind {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::InsurerInformation,
        Self::Supervisor,
        Self::ClaimStatus,
        Self::Expedited,
        Self::DoctorsOffice,
        Self::BillerHold,
        Self::BenefitsOffice,
        Self::Network,
        Self::BeforeCare,
        Self::Estimate,
        Self::ItemizedBill,
        Self::Assistance,
        Self::Regulator,
        Self::Collector,
    ];

    /// Its key in addresses; the same word as in the rulebook.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::InsurerInformation => "insurer-information",
            Self::Supervisor => "supervisor",
            Self::ClaimStatus => "claim-status",
            Self::Expedited => "expedited",
            Self::DoctorsOffice => "doctors-office",
            Self::BillerHold => "biller-hold",
            Self::BenefitsOffice => "benefits-office",
            Self::Network => "network",
            Self::BeforeCare => "before-care",
            Self::Estimate => "estimate",
            Self::ItemizedBill => "itemized-bill",
            Self::Assistance => "assistance",
            Self::Regulator => "regulator",
            Self::Collector => "collector",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl Confidence {
    /// Its key for styles.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Reported => "reported",
            Self::NotConfirmed => "unconfirmed",
        }
    }
}

/// Kinds of papers that a case may hold or need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperKind {
    /// The letter that says no (adverse benefit determination).
    DenialNotice,
    /// Explanation of benefits.
    Eob,
    /// Summary plan description, policy or benefit booklet.
    PlanDocument,
    /// Clinical criteria, medical policy, internal guideline.
    Criteria,
    /// The insurer's claim file.
    ClaimFile,
    /// Medical records and clinician notes.
    MedicalRecords,
    /// Letter of medical necessity from the treating clinician.
    NecessityLetter,
    /// Referral or order.
    Referral,
    /// Authorization number, request or approval.
    Authorization,
    /// Itemized bill.
    ItemizedBill,
    /// Proof of the provider's network status.
    NetworkProof,
    /// Records of emergency care.
    EmergencyRecords,
    /// Notes of calls.
    CallNotes,
    /// Authorization to act for somebody.
    RepresentativeForm,
    /// A bill or billing statement that does not list each service.
    Bill,
    /// Receipt or other proof of a payment.
    Receipt,
    /// Good faith estimate, or another estimate of the cost.
    Estimate,
    /// The provider's financial assistance policy or its application form.
    AssistancePolicy,
    /// Proof of income or of hardship.
    IncomeProof,
    /// Terms of a payment plan or settlement, in writing.
    Terms,
    /// The form by which a patient agrees to out-of-network care and its cost.
    ConsentForm,
    /// Anything else.
    Other,
}

/// Who has a paper, or who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The person, or who acts for them.
    You,
    /// The insurer or plan administrator.
    Insurer,
    /// The treating clinician's office.
    Clinician,
    /// The hospital or provider that bills.
    Biller,
    /// The employer's benefits office.
    BenefitsOffice,
    /// A regulator or independent reviewer.
    Regulator,
    /// A debt collector.
    Collector,
}

/// A fact of a case that a play, a letter or a clock may need.
///
/// One name for each thing that can be asked, found in a letter, confirmed, corrected and traced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The patient's name.
    Patient,
    /// The member's (policy holder's) name, if another person.
    Member,
    /// Name of who acts for the patient, and their authority.
    Representative,
    /// The postal address for the letter's head.
    SenderAddress,
    /// Where the coverage comes from.
    CoverageFrom,
    /// Who pays the claims of an employer plan.
    Funding,
    /// The state where the person lives.
    State,
    /// The company on the card: insurer or claims administrator.
    Insurer,
    /// The plan's name.
    Plan,
    /// The employer.
    Employer,
    /// Member number.
    MemberId,
    /// Group number.
    GroupNumber,
    /// Claim number.
    ClaimNumber,
    /// Case or reference number of the decision.
    ReferenceNumber,
    /// Authorization number.
    AuthorizationNumber,
    /// First day of service.
    ServiceDate,
    /// What the care was, in words.
    Service,
    /// Procedure code.
    ProcedureCode,
    /// Diagnosis code.
    DiagnosisCode,
    /// The clinician.
    Provider,
    /// The hospital or other place.
    Facility,
    /// Amount billed.
    Billed,
    /// Amount allowed.
    Allowed,
    /// What the plan says the patient owes.
    PatientShare,
    /// Date printed on the notice.
    NoticeDate,
    /// Day the notice was received.
    NoticeReceived,
    /// The last day that the notice states.
    StatedLastDay,
    /// The window that the notice states, in days or months.
    StatedWindow,
    /// The reason, word for word.
    Reason,
    /// Group and reason code.
    ReasonCode,
    /// Who decides the appeal (name of the office).
    Decider,
    /// Appeal address.
    AppealAddress,
    /// Appeal telephone.
    AppealPhone,
    /// Appeal fax.
    AppealFax,
    /// Whether care has been given.
    Timing,
    /// Whether waiting could do serious harm.
    Urgent,
    /// Whether the provider is in the plan's network.
    InNetwork,
    /// Whether it was an emergency.
    Emergency,
    /// Whether approval was asked for before care.
    ApprovalAsked,
    /// The day on which the request for approval or the claim reached the plan; the day it was sent where that is not known.
    RequestSent,
    /// The time of day at which it reached the plan, for clocks that count hours.
    RequestTime,
    /// Why the person holds the decision wrong, in their own words.
    Statement,
    /// Who sent the bill.
    Biller,
    /// The biller's address, from the bill.
    BillerAddress,
    /// The biller's telephone, from the bill.
    BillerPhone,
    /// The account number on the bill.
    AccountNumber,
    /// The date printed on the bill.
    BillDate,
    /// The day by which the bill asks to be paid.
    BillDue,
    /// What the bill asks for.
    AmountDue,
    /// Whether the person signed a form that agrees to out-of-network care and its cost.
    SignedConsent,
    /// Whether the plan's directory or the plan itself named the provider as in the network before the care.
    ListedInNetwork,
    /// Whether the plan has nobody in its network who can give the care in time and within reach.
    NoNetworkProvider,
    /// Whether the hospital or other place of care is in the plan's network.
    FacilityInNetwork,
    /// The day for which care is planned.
    PlannedFor,
    /// What the provider estimated.
    EstimatedCost,
    /// How many people live in the household.
    HouseholdSize,
    /// The household's yearly income before tax.
    HouseholdIncome,
    /// What the person can pay each month.
    CanPayMonthly,
    /// What the person can pay at once.
    CanPayNow,
    /// Whether the day or the time that a letter states is for a review outside the plan, and not for an appeal to it.
    StatedForReview,
    /// What the letter is about, where some matters have a road of their own.
    Matter,
    /// The day on which the patient is to leave the hospital, or left it.
    LeavesHospital,
    /// The last day of the services that are to end.
    ServicesEnd,
    /// The day on which a cut or an end of benefits takes effect.
    ChangeStarts,
    /// Whether the plan's booklet says that the plan is grandfathered.
    Grandfathered,
    /// The time zone at the patient's place, where the state has more than one.
    TimeZone,
    /// What could happen by waiting, in the person's own words.
    WhyUrgent,
    /// Whether a clinician says that waiting could do serious harm.
    ClinicianSaysUrgent,
    /// Other drugs that were tried, and what came of it.
    DrugsTried,
    /// The day on which the provider left or leaves the plan's network.
    NetworkEnded,
    /// The treatment that is under way, and what a change would do to it.
    CareUnderWay,
    /// Whether the patient had other health insurance on the day of care.
    OtherCoverage,
    /// The other health insurance: name, member number, from when to when.
    OtherInsurer,
    /// Why the appeal comes late, in the person's own words.
    WhyLate,
    /// What the plan says was counted toward the deductible or limit.
    CountedByPlan,
    /// What by the person's papers should be counted.
    CountedByMe,
    /// Whether the patient is a minor child of who acts.
    PatientIsChild,
}

/// What a case was opened for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The insurance said no, or does not answer.
    #[default]
    Denial,
    /// A bill came.
    Bill,
    /// Care is planned.
    Planning,
}
