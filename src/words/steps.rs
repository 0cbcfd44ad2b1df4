//! Steps, papers, people, calls, letters and coverage, in words.
//!
//! Knows no case: every word is reached by an exhaustive `match` over a closed list.

use super::fields;
use crate::kinds::{CallKind, CoverageKind, LetterKind, PaperKind, Purpose, Timing, Who};
use crate::paper::long_day;
use crate::rulebook::schema::{Awaited, BillShows, Phase, Stage};
use crate::steps::{Because, EvidenceState, State, Suggestion};

/// Above what cannot wait in a case.
pub const CANNOT_WAIT: &str = "This cannot wait: do it today";

/// What a paper is called in a list.
#[must_use]
pub fn paper(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::DenialNotice => "The letter that says no",
        PaperKind::Eob => "Explanation of benefits (EOB)",
        PaperKind::PlanDocument => "Plan document or booklet",
        PaperKind::Criteria => "The rule or medical policy they used",
        PaperKind::ClaimFile => "The plan's claim file",
        PaperKind::MedicalRecords => "Medical records",
        PaperKind::NecessityLetter => "Letter from the clinician",
        PaperKind::Referral => "Referral or order",
        PaperKind::Authorization => "Approval, or the request for it",
        PaperKind::ItemizedBill => "Itemized bill",
        PaperKind::NetworkProof => "Proof that the provider is in the network",
        PaperKind::EmergencyRecords => "Records of the emergency",
        PaperKind::CallNotes => "Notes of calls",
        PaperKind::RepresentativeForm => "Form that lets you act for the patient",
        PaperKind::Bill => "Bill or statement",
        PaperKind::Receipt => "Receipt or proof of payment",
        PaperKind::Estimate => "Estimate of the cost",
        PaperKind::AssistancePolicy => "Financial assistance policy or form",
        PaperKind::IncomeProof => "Proof of income",
        PaperKind::Terms => "Terms of a plan or settlement, in writing",
        PaperKind::ConsentForm => "Form that agrees to out-of-network care",
        PaperKind::Other => "Another paper",
    }
}

/// Who has a paper or has to act.
#[must_use]
pub fn who(who: Who) -> &'static str {
    match who {
        Who::You => "you",
        Who::Insurer => "the insurer",
        Who::Clinician => "the doctor's office",
        Who::Biller => "the hospital or provider that bills",
        Who::BenefitsOffice => "the benefits office at work",
        Who::Regulator => "the regulator or the outside reviewer",
        Who::Collector => "the collector",
    }
}

/// What a call is for.
#[must_use]
pub fn call(kind: CallKind) -> &'static str {
    match kind {
        CallKind::InsurerInformation => "Call the insurer: what is behind the decision",
        CallKind::Supervisor => "Call the insurer: ask for a supervisor",
        CallKind::ClaimStatus => "Call the insurer: where does it stand",
        CallKind::Expedited => "Call the insurer: ask for a fast decision",
        CallKind::DoctorsOffice => "Call the doctor's office: ask for help",
        CallKind::BillerHold => "Call the biller: hold the bill",
        CallKind::BenefitsOffice => "Call the benefits office at work",
        CallKind::Network => "Call the insurer: who is in the network",
        CallKind::BeforeCare => "Call the insurer: benefits and approval before care",
        CallKind::Estimate => "Call the provider: what will it cost",
        CallKind::ItemizedBill => "Call the biller: ask for an itemized bill",
        CallKind::Assistance => "Call the biller: ask about financial help",
        CallKind::Regulator => "Call the regulator or help desk",
        CallKind::Collector => "A collector calls: ask for it in writing",
    }
}

/// What a letter is called.
#[must_use]
pub fn letter(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::L01 => "Appeal to the plan",
        LetterKind::L02 => "Second appeal to the plan",
        LetterKind::L03 => "Request for a fast decision",
        LetterKind::L04 => "Appeal to keep approved care going",
        LetterKind::L05 => "Request for a drug exception",
        LetterKind::L06 => "Request to keep a doctor who leaves the network",
        LetterKind::L09 => "Surprise bill: letter to the plan",
        LetterKind::L11 => "Answer about other insurance",
        LetterKind::L13 => "Why the appeal comes late",
        LetterKind::L15 => "Request for the criteria and who decided",
        LetterKind::L16 => "Request for the plan\u{2019}s documents",
        LetterKind::L18 => "Request for an EOB",
        LetterKind::L19 => "Request to correct the deductible or limit",
        LetterKind::L20 => "Request for a decision on a claim",
        LetterKind::L21 => "Letter about a date that they missed",
        LetterKind::L23 => "Permission for somebody to act for you",
        LetterKind::L24 => "Request that your doctor speak with theirs",
        LetterKind::L12 => "Request for approval after the care",
        LetterKind::L14 => "Request for the claim file and the rules used",
        LetterKind::L22 => "Confirmation of a telephone call",
        LetterKind::L07 => "Request for a network exception",
        LetterKind::L08 => "Request to process the claim as in-network",
        LetterKind::L10 => "Request for a corrected claim",
        LetterKind::L53 => "Request for a letter from the clinician",
        LetterKind::L55 => "Request to review the codes",
        LetterKind::L59 => "Starting text for the clinician\u{2019}s letter",
        LetterKind::L60 => "Request for an itemized bill",
        LetterKind::L61 => "Request to hold the bill",
        LetterKind::L67 => "Surprise bill: letter to the provider",
        LetterKind::L71 => "Hardship and payment plan",
        LetterKind::L72 => "Offer of a lump sum",
        LetterKind::L74 => "Terms of a settlement, before you pay",
        LetterKind::L40 => "Request for an outside review",
        LetterKind::L41 => "Request for a fast outside review",
        LetterKind::L42 => "Statement to the outside reviewer",
        LetterKind::L43 => "Complaint to your state",
        LetterKind::L44 => "Request for help to the Department of Labor",
        LetterKind::L45 => "Complaint to the No Surprises Help Desk",
        LetterKind::L54 => "Sheet for the doctor\u{2019}s call with the plan",
        LetterKind::L56 => "Request for your medical records",
        LetterKind::L62 => "Request to bill your plan first",
        LetterKind::L63 => "Dispute of the bill",
        LetterKind::L64 => "Dispute to the biller and the plan together",
        LetterKind::L65 => "Reply when they did not answer",
        LetterKind::L66 => "Last letter of the dispute",
        LetterKind::L69 => "Cover letter for the assistance application",
        LetterKind::L70 => "Appeal when assistance was refused",
        LetterKind::L73 => "Counter-offer",
        LetterKind::L75 => "Request for a refund",
        LetterKind::L76 => "Request for an estimate in writing",
        LetterKind::L77 => "Dispute of a bill above the estimate",
        LetterKind::L87 => "Confirmation that it is paid",
        LetterKind::L89 => "Summary for a helper",
        LetterKind::L91 => "Your personal statement",
    }
}

/// What a letter does, in one line.
#[must_use]
pub fn letter_purpose(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::L01 => "Asks the plan to decide again, and keeps your time if it arrives by its date.",
        LetterKind::L02 => {
            "Asks the plan to decide once more, after its first answer was no. Only some plans have this step."
        }
        LetterKind::L03 => {
            "Asks for an answer in the short time for urgent care. Where they have said no, it is the appeal itself."
        }
        LetterKind::L04 => "Appeals the end of care that was approved, and asks that it go on meanwhile.",
        LetterKind::L05 => "Asks the plan to cover a drug that its list or its rules leave out. It is not an appeal.",
        LetterKind::L06 => {
            "Asks the plan to keep network terms for a while with a doctor or hospital that leaves the network."
        }
        LetterKind::L09 => {
            "Asks the plan to count your share as in the network and to send a new EOB. It does not keep your time to appeal."
        }
        LetterKind::L11 => {
            "Tells the plan which other insurance there is or is not, and asks it to process the claim. It does not keep your time."
        }
        LetterKind::L13 => "Asks the plan to take a late appeal, and says why it is late. Send the appeal with it.",
        LetterKind::L15 => {
            "Asks for the rule used, who reviewed, and whether a program took part. It does not keep your time."
        }
        LetterKind::L16 => "Asks for the booklet and the papers that set out the benefits. It does not keep your time.",
        LetterKind::L18 => "Asks the plan what it did with the claim, line by line.",
        LetterKind::L19 => {
            "Asks the plan to show and correct what it has counted toward your deductible and your yearly limit."
        }
        LetterKind::L20 => "Asks where the claim or request stands, what is missing, and for a decision.",
        LetterKind::L21 => "Says which of their dates has passed, and asks for the decision now.",
        LetterKind::L23 => "Tells the plan who may act and get papers for the patient. The patient signs it.",
        LetterKind::L24 => "Asks the plan\u{2019}s medical director to speak with your doctor. It is not an appeal.",
        LetterKind::L12 => "Asks the plan to look at the approval now, after the care. It does not keep your time.",
        LetterKind::L14 => "Asks for all that the plan looked at, free. It does not keep your time.",
        LetterKind::L22 => "Puts in writing what was said and promised in a call.",
        LetterKind::L07 => {
            "Asks the plan to cover an out-of-network provider as if in the network, since it has nobody else."
        }
        LetterKind::L08 => {
            "Asks the plan to pay the claim again at the in-network rate. It does not keep your time to appeal."
        }
        LetterKind::L10 => {
            "Asks the provider to correct the claim and send it again. It does not keep your time to appeal."
        }
        LetterKind::L53 => "Asks the doctor for a letter that answers the plan\u{2019}s reason, point by point.",
        LetterKind::L55 => "Asks the provider to check the codes against the record.",
        LetterKind::L59 => {
            "Gives the doctor a letter to start from, with what your papers show. The doctor checks and changes it."
        }
        LetterKind::L60 => "Asks for every service, code, date and charge on the bill.",
        LetterKind::L61 => "Asks the biller to wait, with nothing sent to collections, while the bill is checked.",
        LetterKind::L67 => "Tells the provider which protection applies, and what to do with the bill.",
        LetterKind::L71 => "Says what you can pay, and asks for help or a payment plan without interest.",
        LetterKind::L72 => "Offers one payment that settles the account in full.",
        LetterKind::L74 => "Asks for the terms in writing. Do not pay before you hold them.",
        LetterKind::L40 => "Asks an independent reviewer to decide. It keeps your time if it arrives by its date.",
        LetterKind::L41 => "Asks an independent reviewer to decide within days, because waiting could do serious harm.",
        LetterKind::L42 => "Tells the outside reviewer what you want to be read, and sends more papers.",
        LetterKind::L43 => "Asks your state to make the plan answer. It does not keep your time to appeal.",
        LetterKind::L44 => {
            "Asks the federal office for plans from work to contact the plan. It does not keep your time to appeal."
        }
        LetterKind::L45 => {
            "Asks the federal help desk to look at a surprise bill. It does not keep your time to appeal."
        }
        LetterKind::L54 => "Gives the doctor on one page what the call with the plan\u{2019}s reviewer needs.",
        LetterKind::L56 => "Asks the doctor or hospital for the records that show why the care was needed.",
        LetterKind::L62 => "Gives the biller your plan\u{2019}s numbers and asks it to bill the plan before you.",
        LetterKind::L63 => "Lists what does not fit on the bill, and asks for a corrected one.",
        LetterKind::L64 => {
            "Puts the same questions to the biller and the plan, so that neither can point at the other."
        }
        LetterKind::L65 => "Asks again what the first letter asked, point by point.",
        LetterKind::L66 => "Says what is still open, and whom you will ask next.",
        LetterKind::L69 => "Goes with the form, and asks for a hold until they decide.",
        LetterKind::L70 => "Asks them to look again at your application, and to say why they refused.",
        LetterKind::L73 => "Answers the amount that they named with what you can pay.",
        LetterKind::L75 => "Shows what you paid and what you owed, and asks for the rest back.",
        LetterKind::L76 => "Asks what the care will cost, with its codes, before you have it.",
        LetterKind::L77 => "Asks for the federal dispute, for people who pay without insurance.",
        LetterKind::L87 => "Asks for a balance of zero in writing, and for credit reports to be deleted.",
        LetterKind::L89 => "Tells an advocate or a lawyer on a page or two what happened and what is needed.",
        LetterKind::L91 => "Says in your own words what happened and what the care means for you.",
    }
}

/// Where a case stands, and where the wait for the first decision does, while it is awaited.
#[must_use]
pub fn stage(stage: Stage, awaited: Option<Awaited>) -> &'static str {
    match stage {
        Stage::Denied if awaited == Some(Awaited::InTime) => "No answer yet; they have not decided",
        Stage::Denied if awaited == Some(Awaited::Overdue) => {
            "No answer yet; counted from the day you gave, their time to decide has passed"
        }
        Stage::Denied => "They said no; no appeal sent yet",
        Stage::Appealed => "Appeal sent; waiting for the answer",
        Stage::Lost => "The appeal was refused",
        Stage::Won => "The appeal was won, at least in part",
        Stage::Billed => "A bill came; it is being checked",
        Stage::Planning => "Care is planned; nothing has been decided",
    }
}

/// The heading above the tasks of a phase.
#[must_use]
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::First => "Before anything else",
        Phase::Ask => "Ask",
        Phase::Gather => "Get together",
        Phase::Write => "Write",
        Phase::Send => "Send",
        Phase::Follow => "After that",
    }
}

/// When the care is or was.
#[must_use]
pub fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::PreService => "The care has not been given yet",
        Timing::PostService => "The care was already given",
        Timing::Concurrent => "Care that was approved is being cut short",
        Timing::Urgent => "Waiting could do serious harm",
    }
}

/// What a kind of coverage is called.
#[must_use]
pub fn coverage(kind: CoverageKind) -> &'static str {
    match kind {
        CoverageKind::Individual => "A plan you bought yourself",
        CoverageKind::EmployerInsured => "A plan from work, paid by an insurance company",
        CoverageKind::EmployerSelfFunded => "A plan from work, paid by the employer (self-funded)",
        CoverageKind::Government => "A plan for state or local government or school employees",
        CoverageKind::Church => "A church plan",
        CoverageKind::Grandfathered => "A plan unchanged since March 23, 2010",
        CoverageKind::Fehb => "A plan for federal employees and retirees (FEHB, PSHB)",
        CoverageKind::Medicare => "Original Medicare",
        CoverageKind::MedicareAdvantage => "Medicare Advantage",
        CoverageKind::PartD => "A Medicare drug plan (Part D)",
        CoverageKind::Medigap => "A Medicare supplement (Medigap)",
        CoverageKind::Medicaid => "Medicaid from the state",
        CoverageKind::MedicaidPlan => "Medicaid through a health plan",
        CoverageKind::Chip => "Children's Health Insurance Program (CHIP)",
        CoverageKind::Tricare => "TRICARE",
        CoverageKind::Va => "VA or CHAMPVA",
        CoverageKind::Student => "A student health plan",
        CoverageKind::ShortTerm => "A short-term or limited plan",
        CoverageKind::SharingMinistry => "A health care sharing ministry",
        CoverageKind::DentalVision => "A dental or vision plan",
        CoverageKind::Uninsured => "No coverage",
        CoverageKind::WorkersCompensation => "Workers' compensation",
        CoverageKind::Auto => "Auto insurance",
    }
}

/// How long a task takes.
#[must_use]
pub fn about(minutes: u32) -> String {
    match minutes {
        0 | 1 => "about a minute".to_owned(),
        2..90 => format!("about {minutes} minutes"),
        _ => format!("about {} hours", minutes.div_ceil(60)),
    }
}

/// The state of a step.
#[must_use]
pub fn state(state: State) -> String {
    match state {
        State::Open => "To do".to_owned(),
        State::Done { on: Some(on) } => format!("Done on {}", long_day(on)),
        State::Done { on: None } => "Done".to_owned(),
        State::NotNow => "Not yet".to_owned(),
    }
}

/// The state of a paper.
#[must_use]
pub fn evidence_state(state: EvidenceState) -> String {
    match state {
        EvidenceState::Held { .. } => "You have it".to_owned(),
        EvidenceState::Asked { on: Some(on) } => format!("Asked for on {}", long_day(on)),
        EvidenceState::Asked { on: None } => "Asked for".to_owned(),
        EvidenceState::Missing => "Still to get".to_owned(),
    }
}

/// What speaks for a play.
#[must_use]
pub fn because(because: &Because) -> String {
    match because {
        Because::Code(code) => format!("The letter has the code {code}."),
        Because::Phrase(phrase) => format!("The reason has the words \u{201c}{phrase}\u{201d}."),
        Because::Timing(Timing::PreService) => "You said that the care has not been given yet.".to_owned(),
        Because::Timing(Timing::PostService) => "You said that the care was already given.".to_owned(),
        Because::Timing(Timing::Concurrent) => "You said that approved care is being cut short.".to_owned(),
        Because::Timing(Timing::Urgent) => "You said that waiting could do serious harm.".to_owned(),
        Because::CareBeforeNotice { service, notice } => {
            format!("The care was on {}, and the letter is of {}.", long_day(*service), long_day(*notice))
        }
        Because::OpenedFor(Purpose::Denial) => "You are here about a no from the insurance.".to_owned(),
        Because::OpenedFor(Purpose::Bill) => "You are here about a bill.".to_owned(),
        Because::OpenedFor(Purpose::Planning) => "The care is still ahead of you.".to_owned(),
        Because::Answered { field, yes: true } => format!("{}: you said yes.", fields::name(*field)),
        Because::Answered { field, yes: false } => format!("{}: you said no.", fields::name(*field)),
        Because::Known(field) => format!("{}: you filled that in.", fields::name(*field)),
        Because::Bill(BillShows::Questions) => "There is something to ask about its lines or totals.".to_owned(),
        Because::Bill(BillShows::NoLines) => "The bill lists no services, only totals.".to_owned(),
        Because::NotADenial(code) => {
            format!("The code {code} says what your share is. It is not a denial, but the amount can be wrong.")
        }
        Because::Stands(stage) => format!("Where it stands: {}.", self::stage(*stage, None)),
        Because::Always => "It fits every case.".to_owned(),
    }
}

/// All that speaks for a suggestion, in one paragraph.
#[must_use]
pub fn why_suggested(suggestion: &Suggestion) -> String {
    suggestion.because.iter().map(because).collect::<Vec<_>>().join(" ")
}
