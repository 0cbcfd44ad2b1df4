//! Closed lists that the rulebook's files and the code share.
//!
//! The build script compiles this file too, so it knows only serde.

use serde::{Deserialize, Serialize};

/// What kind of coverage decides the law, the window, the body and the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoverageKind {
    /// Bought by the person, on or off the Marketplace.
    Individual,
    /// A private employer's plan whose claims an insurance company pays with its own money.
    EmployerInsured,
    /// A private employer's or union's plan that pays claims itself; a company only administers it.
    EmployerSelfFunded,
    /// State, county, city, school or public-university employees.
    Government,
    /// A church plan.
    Church,
    /// Unchanged since March 23, 2010.
    Grandfathered,
    /// Federal employees, retirees and postal workers.
    Fehb,
    /// Original Medicare.
    Medicare,
    /// Medicare Advantage.
    MedicareAdvantage,
    /// Medicare drug plan.
    PartD,
    /// Medicare supplement.
    Medigap,
    /// Medicaid paid by the state itself.
    Medicaid,
    /// Medicaid through a plan.
    MedicaidPlan,
    /// Children's Health Insurance Program.
    Chip,
    /// Military families.
    Tricare,
    /// Veterans Affairs and CHAMPVA.
    Va,
    /// Student health plan.
    Student,
    /// Short-term or limited plan.
    ShortTerm,
    /// Health care sharing ministry.
    SharingMinistry,
    /// Dental or vision alone.
    DentalVision,
    /// No coverage.
    Uninsured,
    /// Workers' compensation.
    WorkersCompensation,
    /// Auto insurance.
    Auto,
}

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

/// A letter that the product can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LetterKind {
    /// Internal appeal.
    L01,
    /// Request for retroactive authorization.
    L12,
    /// Request for the claim file and the criteria.
    L14,
    /// Confirmation of a telephone call.
    L22,
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
}

impl CallKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::InsurerInformation,
        Self::Supervisor,
        Self::ClaimStatus,
        Self::Expedited,
        Self::DoctorsOffice,
        Self::BillerHold,
        Self::BenefitsOffice,
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
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl LetterKind {
    /// Its key in file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::L01 => "appeal",
            Self::L12 => "retroactive-authorization",
            Self::L14 => "claim-file",
            Self::L22 => "call-confirmation",
        }
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
    /// Why the person holds the decision wrong, in their own words.
    Statement,
}
