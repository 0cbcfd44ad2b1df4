//! Why a letter cannot be written yet, and what to do now.

use crate::kinds::Field;

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
    /// The plan has not said no for the last time.
    #[error("the plan has not decided an appeal yet")]
    AppealFirst,
    /// This coverage has no external review.
    #[error("this coverage has no external review")]
    NoOutsideReview,
    /// No request for a review was sent.
    #[error("no request for an outside review was sent")]
    NoReviewAsked,
    /// Which state is not known.
    #[error("the state is not known")]
    NoState,
    /// The state's regulator has no power over this plan.
    #[error("the state's regulator is not the one for this plan")]
    NotTheState,
    /// Not a plan from a private employer.
    #[error("the plan is not from a private employer")]
    NotFromWork,
    /// Nothing on the papers that does not fit.
    #[error("the papers show nothing that does not fit")]
    NothingToDispute,
    /// No earlier letter to which this one is the next.
    #[error("no earlier letter was sent")]
    NoLetterBefore,
    /// The papers do not show that more was paid than is owed.
    #[error("the papers do not show that too much was paid")]
    NothingOverpaid,
    /// Nothing shows that anything was paid.
    #[error("nothing shows that the account was paid")]
    NothingPaid,
    /// No estimate in the case.
    #[error("there is no estimate")]
    NoEstimate,
    /// The bill is not far enough above the estimate.
    #[error("the bill is not far enough above the estimate")]
    NotAboveEstimate,
    /// The time for the dispute has passed.
    #[error("the time for the dispute has passed")]
    DisputeTooLate,
    /// The federal dispute is for people who pay without insurance.
    #[error("the dispute is for people who pay without insurance")]
    Insured,
    /// The person has told nothing in their own words.
    #[error("there are no words of the person's own")]
    NoStatement,
}

impl Refused {
    /// What to do now, in a sentence.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a sentence for each, and none left out")]
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
            Self::AppealFirst => {
                "An outside review comes after the plan's last decision. Send the appeal first. When the plan has answered, \
                 add its letter here. If waiting could do serious harm, use the letter for a fast review."
            }
            Self::NoOutsideReview => {
                "This coverage has steps of its own after the plan's answer. See the page with your dates for the next one."
            }
            Self::NoReviewAsked => {
                "Send the request for an outside review first, and note the day on which you sent it."
            }
            Self::NoState => "Add the state where you live.",
            Self::NotTheState => {
                "The state does not oversee this kind of plan. A plan from a private employer goes to the Department of \
                 Labor. For other plans, the page with your dates says who oversees them."
            }
            Self::NotFromWork => {
                "This office helps with plans from private employers and unions. For other plans, the page with your dates \
                 says who oversees them."
            }
            Self::NothingToDispute => {
                "Add the bill and the explanation of benefits with their lines, so that they can be compared. Or ask for an \
                 itemized bill first."
            }
            Self::NoLetterBefore => "This letter follows an earlier one. Note the letter that you sent, and the day.",
            Self::NothingOverpaid => {
                "Add what you paid, with the receipt, and the explanation of benefits that says what you owe."
            }
            Self::NothingPaid => "Add the receipt, or the terms that were agreed.",
            Self::NoEstimate => "Add the estimate, or its amount, from the provider.",
            Self::NotAboveEstimate => {
                "The federal dispute is for bills well above the estimate. Ask the provider to honor the estimate all the same."
            }
            Self::DisputeTooLate => {
                "Ask the provider to honor the estimate all the same, and ask about financial help."
            }
            Self::Insured => {
                "If you used no insurance for this care, say so under coverage. With insurance, dispute the bill itself."
            }
            Self::NoStatement => "Tell in the facts, in your own words, what happened and why the decision is wrong.",
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
            Self::NoCall
            | Self::NothingWasSaid
            | Self::NoBill
            | Self::NotAnswered
            | Self::NoSecondAppeal
            | Self::NotLate
            | Self::Decided
            | Self::AppealFirst
            | Self::NoReviewAsked
            | Self::NothingToDispute
            | Self::NoLetterBefore
            | Self::NothingOverpaid
            | Self::NothingPaid => &[],
            Self::NoCoverage | Self::NoOutsideReview | Self::NotTheState | Self::NotFromWork | Self::Insured => {
                &[Field::CoverageFrom]
            }
            Self::NoState => &[Field::State],
            Self::NoEstimate | Self::NotAboveEstimate => &[Field::EstimatedCost, Field::AmountDue],
            Self::DisputeTooLate => &[Field::BillDate],
            Self::NoStatement => &[Field::Statement],
        }
    }
}
