//! Names of fields and values, why we ask, where to look, and what to do when a value is refused.
//!
//! Knows no page: one sentence for each thing, used wherever it is shown.

use super::{InWords, Words, words};
use crate::case::coverage::{From, Funding};
use crate::case::fact::Choice;
use crate::case::{Refusal, Value, Window};
use crate::importers::typed::Problem;
use crate::kinds::{Field, Matter, TimeZone, Timing};
use crate::paper::{long_day, time_of_day};

/// The name of a field, as a label.
#[must_use]
pub fn name(field: Field) -> &'static str {
    match field {
        Field::Patient => "Patient",
        Field::Member => "Member (policy holder)",
        Field::Representative => "Who acts for the patient",
        Field::SenderAddress => "Your mailing address",
        Field::CoverageFrom => "Where the coverage comes from",
        Field::Funding => "Who pays the claims",
        Field::State => "State where you live",
        Field::Insurer => "Insurance company or plan administrator",
        Field::Plan => "Name of the plan",
        Field::Employer => "Employer",
        Field::MemberId => "Member number",
        Field::GroupNumber => "Group number",
        Field::ClaimNumber => "Claim number",
        Field::ReferenceNumber => "Reference or case number",
        Field::AuthorizationNumber => "Authorization number",
        Field::ServiceDate => "Date of care",
        Field::Service => "The care that was refused",
        Field::ProcedureCode => "Procedure code",
        Field::DiagnosisCode => "Diagnosis code",
        Field::Provider => "Doctor or other provider",
        Field::Facility => "Hospital or place of care",
        Field::Billed => "Amount billed",
        Field::Allowed => "Amount allowed",
        Field::PatientShare => "What they say you owe",
        Field::NoticeDate => "Date on the letter",
        Field::NoticeReceived => "Day the letter came",
        Field::StatedLastDay => "Last day to appeal, as the letter says",
        Field::StatedWindow => "Time to appeal, as the letter says",
        Field::Reason => "Their reason",
        Field::ReasonCode => "Reason codes",
        Field::Decider => "Office that decides the appeal",
        Field::AppealAddress => "Address for appeals",
        Field::AppealPhone => "Phone for appeals",
        Field::AppealFax => "Fax for appeals",
        Field::Timing => "Whether care was given",
        Field::Urgent => "Whether waiting could do serious harm",
        Field::InNetwork => "Whether the provider is in the network",
        Field::Emergency => "Whether it was an emergency",
        Field::ApprovalAsked => "Whether approval was asked for before care",
        Field::RequestSent => "Day the request or claim was sent to the plan",
        Field::Statement => "Why you think the decision is wrong",
        Field::Biller => "Who sent the bill",
        Field::BillerAddress => "Address on the bill",
        Field::BillerPhone => "Phone number on the bill",
        Field::AccountNumber => "Account number",
        Field::BillDate => "Date on the bill",
        Field::BillDue => "Day by which the bill asks for payment",
        Field::AmountDue => "What the bill asks for",
        Field::SignedConsent => "Whether you agreed in writing to out-of-network care",
        Field::ListedInNetwork => "Whether you were told that the provider was in the network",
        Field::NoNetworkProvider => "Whether nobody in the network can give this care",
        Field::FacilityInNetwork => "Whether the place of care is in the network",
        Field::PlannedFor => "Day the care is planned for",
        Field::EstimatedCost => "Estimate of the cost",
        Field::HouseholdSize => "People in your household",
        Field::HouseholdIncome => "Income of your household in a year",
        Field::CanPayMonthly => "What you can pay each month",
        Field::CanPayNow => "What you can pay at once",
        Field::StatedForReview => "Whether the letter\u{2019}s own date is for a review outside the plan",
        Field::Matter => "What the letter is about",
        Field::LeavesHospital => "Day you are to leave the hospital",
        Field::ServicesEnd => "Last day of the services",
        Field::ChangeStarts => "Day the cut or the end takes effect",
        Field::Grandfathered => "Whether the plan is grandfathered",
        Field::RequestTime => "Time of day at which the request reached the plan",
        Field::TimeZone => "Time zone where the patient is",
        Field::WhyUrgent => "What could happen if you wait",
        Field::ClinicianSaysUrgent => "Whether a doctor says that waiting could do serious harm",
        Field::DrugsTried => "Other drugs tried, and what came of it",
        Field::NetworkEnded => "Day the doctor or hospital leaves the network",
        Field::CareUnderWay => "Treatment under way, and what a change would do",
        Field::OtherCoverage => "Whether the patient had other health insurance that day",
        Field::OtherInsurer => "The other health insurance",
        Field::WhyLate => "Why the appeal comes late",
        Field::CountedByPlan => "What the plan has counted so far",
        Field::CountedByMe => "What should be counted, by your papers",
        Field::PatientIsChild => "Whether the patient is your child under 18",
    }
}

/// Why we ask, in one sentence.
#[must_use]
pub fn why(field: Field) -> &'static str {
    match field {
        Field::Patient | Field::Member => "Every letter names the patient, so that it reaches the right file.",
        Field::Representative => "If you act for somebody else, the plan may ask for their signed permission.",
        Field::SenderAddress => "It stands at the head of your letters, and the answer is mailed there.",
        Field::CoverageFrom => "It decides which rules protect you and who checks the plan.",
        Field::Funding => {
            "An employer plan that pays claims itself follows other rules than one that an insurance company pays."
        }
        Field::State => "Some rights and offices depend on the state.",
        Field::Insurer => "Your appeal goes to the company that decided.",
        Field::Plan | Field::Employer => "It helps to ask for the right plan papers.",
        Field::MemberId | Field::GroupNumber => "The plan finds you by this number.",
        Field::ClaimNumber | Field::ReferenceNumber | Field::AuthorizationNumber => {
            "The plan finds this decision by its number. It goes on every page you send."
        }
        Field::ServiceDate => "It tells this care from other care, and some rules count from it.",
        Field::Service => "The appeal asks the plan to pay for or approve exactly this.",
        Field::ProcedureCode | Field::DiagnosisCode => "A wrong code is a common cause of a denial.",
        Field::Provider | Field::Facility => "They hold the records that support you.",
        Field::Billed | Field::Allowed | Field::PatientShare => {
            "It shows what this decision is worth, and to whom they assigned it."
        }
        Field::NoticeDate => "Your time to appeal may be counted from this day.",
        Field::NoticeReceived => "Most rules count your time from the day the letter reached you.",
        Field::StatedLastDay | Field::StatedWindow => {
            "We show the letter's own date beside the rule's, and aim for the earlier one."
        }
        Field::Reason => "The appeal quotes their reason word for word and answers it.",
        Field::ReasonCode => {
            "The code says what kind of denial it is. Its group letters say to whom they assigned the amount."
        }
        Field::Decider | Field::AppealAddress | Field::AppealPhone | Field::AppealFax => {
            "Appeals sent to another office can be lost or come late."
        }
        Field::Timing => "Care that is still ahead and care already given follow different clocks.",
        Field::Urgent => "If waiting could do serious harm, there is a faster way.",
        Field::InNetwork => "Providers in the network often may not bill you for a mistake in paperwork.",
        Field::Emergency => "Emergency care has its own rules.",
        Field::ApprovalAsked => "If approval was asked for, the record of it is strong evidence.",
        Field::RequestSent => "While they have not decided, their time to decide counts from the day it reached them.",
        Field::Statement => "Your own words go into the appeal as yours.",
        Field::Biller | Field::BillerAddress | Field::BillerPhone => {
            "Letters about the bill go to the office that sent it."
        }
        Field::AccountNumber => "The billing office finds you by this number.",
        Field::BillDate | Field::BillDue => "It shows how much time the bill gives you.",
        Field::AmountDue => "It is what all the checks are about.",
        Field::SignedConsent => {
            "The law protects you from many surprise bills, but less where you agreed to the cost in writing."
        }
        Field::ListedInNetwork => {
            "If the plan\u{2019}s directory was wrong, the plan may have to treat the care as in-network."
        }
        Field::NoNetworkProvider => "If the network has nobody for this care, you can ask for an exception.",
        Field::FacilityInNetwork => {
            "A bill from a doctor outside the network may be a surprise bill if the hospital is in the network."
        }
        Field::PlannedFor => "Approvals and estimates have to be asked for in time.",
        Field::EstimatedCost => "A bill far above its estimate can be questioned.",
        Field::HouseholdSize | Field::HouseholdIncome => {
            "Hospitals decide about financial help by the size of the household and its income."
        }
        Field::CanPayMonthly | Field::CanPayNow => "An offer should be one that you can keep.",
        Field::StatedForReview => {
            "A letter may give one time for another appeal and one for a review outside the plan."
        }
        Field::Matter => "Some matters have a fast way of their own, with other offices and shorter times.",
        Field::LeavesHospital => "A fast appeal has to be asked for by the day you are to leave.",
        Field::ServicesEnd => "A fast appeal has to be asked for before the services end.",
        Field::ChangeStarts => "If you ask in time, the care or the benefits can go on while they decide.",
        Field::Grandfathered => "A plan that has hardly changed since March 2010 follows fewer rules.",
        Field::RequestTime => {
            "An urgent request is answered within hours, and they run from the hour at which it came."
        }
        Field::TimeZone => "Hours are told by the clock where the patient is.",
        Field::WhyUrgent => {
            "A fast decision has to say what harm waiting could do. We write only what you or a doctor say."
        }
        Field::ClinicianSaysUrgent => "Plans give great weight to a doctor who says that it cannot wait.",
        Field::DrugsTried => "Plans often make an exception where their own drugs failed, harmed or could harm.",
        Field::NetworkEnded => "The time for which you can keep the doctor may count from it.",
        Field::CareUnderWay => "Network terms go on only for some kinds of treatment that are under way.",
        Field::OtherCoverage | Field::OtherInsurer => {
            "The plan asks which insurance pays first. A clear answer frees the claim."
        }
        Field::WhyLate => "A late appeal may still be taken for a good reason. Only you know it.",
        Field::CountedByPlan | Field::CountedByMe => "The letter sets the two sums side by side.",
        Field::PatientIsChild => "A parent of a young child signs for the child. All others sign for themselves.",
    }
}

/// Where to look, or how to write it. Empty where the name says it all.
#[must_use]
pub fn hint(field: Field) -> &'static str {
    match field {
        Field::Patient => "The person who needs or had the care.",
        Field::Member => "The person named on the card, if that is not the patient.",
        Field::Representative => "Your name, and whether you are a parent, a guardian or have a signed form.",
        Field::SenderAddress => "Street, city, state and ZIP code.",
        Field::Funding => {
            "Look at the back of the card for small print such as \u{201c}administered by\u{201d} or \u{201c}insured by\u{201d}."
        }
        Field::State => "Two letters, such as NC.",
        Field::Insurer => "The company on the card or at the top of the letter.",
        Field::Plan => "On the card or in the benefit booklet.",
        Field::Employer => "The employer whose plan it is.",
        Field::MemberId => "On the front of the card. It may be called ID or subscriber number.",
        Field::GroupNumber => "On the card, if it has one.",
        Field::ClaimNumber => "On the letter or the explanation of benefits. Any case or reference number will do.",
        Field::ReferenceNumber => "Often near the top of the letter.",
        Field::AuthorizationNumber => "The number of the request for approval.",
        Field::ServiceDate => "The first day of care, or the day it is planned for.",
        Field::Service => "For example: MRI of the lower back.",
        Field::ProcedureCode => "Five figures or letters, such as 72148.",
        Field::DiagnosisCode => "A letter and figures, such as M54.5.",
        Field::Provider => "Who gave, ordered or will give the care.",
        Field::Facility => "Where the care was or will be given.",
        Field::Billed | Field::Allowed | Field::PatientShare => "In dollars, such as 2,500.00.",
        Field::Matter => "If none of the others fits, choose the first.",
        Field::LeavesHospital => "As the hospital told you. If you are home already, the day you left.",
        Field::ServicesEnd => "It stands on the form named Notice of Medicare Non-Coverage.",
        Field::ChangeStarts => "The letter names the day from which less or nothing is paid.",
        Field::RequestTime => {
            "Such as 5:30 pm. The doctor\u{2019}s office or the fax report can tell you. It matters only for an urgent request."
        }
        Field::TimeZone => "It matters only where your state has more than one.",
        Field::Grandfathered => "The booklet must say \u{201c}grandfathered\u{201d}. If it does not, the answer is no.",
        Field::WhyUrgent => {
            "Such as what your doctor told you, or what happened the last time. A few sentences are enough."
        }
        Field::ClinicianSaysUrgent => "Ask the doctor\u{2019}s office. The best proof is a short letter.",
        Field::DrugsTried => "Name each drug, when you took it, and why you stopped.",
        Field::NetworkEnded => "It stands in the plan\u{2019}s or the doctor\u{2019}s letter.",
        Field::CareUnderWay => "What it is, since when, and until when it should go on.",
        Field::OtherCoverage => "Through a spouse, a parent, a job, Medicare or Medicaid.",
        Field::OtherInsurer => "Its name, the member number, whose it is, and from when to when.",
        Field::WhyLate => {
            "Such as illness, a death in the family, or a letter that never came. Say what happened and when."
        }
        Field::CountedByPlan => "In the plan\u{2019}s account or on the newest EOB. In dollars.",
        Field::CountedByMe => "Add up what your EOBs say went to it. In dollars.",
        Field::PatientIsChild => "If the patient is 18 or older, the answer is no.",
        Field::NoticeDate => "The date printed on the letter. Without a letter: the day they told you no.",
        Field::NoticeReceived => "The day it was in your mailbox or your account.",
        Field::StatedLastDay => "Only if the letter prints a date.",
        Field::StatedWindow => "A number and a unit, such as 180 days or 4 months.",
        Field::Reason => "With a letter: their exact words. Without one: what they told you, as you remember it.",
        Field::ReasonCode => "Such as CO-197 or N130. Put a comma between codes.",
        Field::AppealAddress => "From your own letter. We never fill in an address.",
        Field::AppealPhone | Field::AppealFax => "From your own letter.",
        Field::CoverageFrom
        | Field::Decider
        | Field::Timing
        | Field::Urgent
        | Field::InNetwork
        | Field::Emergency
        | Field::ApprovalAsked => "",
        Field::RequestSent => "The day it reached them, if you know it. The doctor\u{2019}s office can tell you.",
        Field::Statement => "A few sentences are enough.",
        Field::Biller => "The name at the top of the bill: a hospital, a doctor\u{2019}s group, a lab or an ambulance.",
        Field::BillerAddress => "From your own bill. We never fill in an address.",
        Field::BillerPhone => "From your own bill.",
        Field::AccountNumber => "On the bill. It may be called account, guarantor or patient number.",
        Field::BillDate => "The date printed on the bill.",
        Field::BillDue => "Only if the bill prints a date.",
        Field::AmountDue => "It may be called amount due, balance or patient responsibility.",
        Field::SignedConsent => {
            "Some providers ask you to sign a form that says they are out of network and what it will cost."
        }
        Field::ListedInNetwork => "In the plan\u{2019}s directory, by phone or by chat, before the care.",
        Field::NoNetworkProvider => "In time, and within a distance that you can travel.",
        Field::FacilityInNetwork => "The hospital or surgery center, not the doctor. The plan can tell you.",
        Field::PlannedFor => "If it is not set yet, leave it open.",
        Field::EstimatedCost => "What the provider told you it would cost you in all.",
        Field::HouseholdSize => "You, and the people you live with and provide for.",
        Field::HouseholdIncome => "Before tax, for everybody together. A rough figure is fine.",
        Field::CanPayMonthly => "After rent, food and medicine.",
        Field::CanPayNow => "Without borrowing, and without a medical credit card.",
        Field::StatedForReview => {
            "Look at the words around it. \u{201c}External\u{201d} or \u{201c}independent\u{201d} review means yes. Another appeal to the plan means no."
        }
    }
}

/// Why the hour of an urgent letter is worth noting.
pub const SENT_TIME: &str = "Such as 5:30 pm, as the fax report or the portal shows. Their hours run from it. Leave it empty if you do not know it.";

/// A value as people read it.
#[must_use]
pub fn say(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Day(day) => long_day(*day),
        Value::Time(time) => time_of_day(*time),
        Value::Money(cents) => cents.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Yes(true) => "Yes".to_owned(),
        Value::Yes(false) => "No".to_owned(),
        Value::Window(Window::Days(1)) => "1 day".to_owned(),
        Value::Window(Window::Days(days)) => format!("{days} days"),
        Value::Window(Window::Months(1)) => "1 month".to_owned(),
        Value::Window(Window::Months(months)) => format!("{months} months"),
        Value::Codes(codes) => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Value::Choice(Choice::From(from)) => coverage_from(*from).to_owned(),
        Value::Choice(Choice::Funding(pays)) => funding(*pays).to_owned(),
        Value::Choice(Choice::Timing(when)) => timing(*when).to_owned(),
        Value::Choice(Choice::Matter(about)) => matter(*about).to_owned(),
        Value::Choice(Choice::TimeZone(zone)) => time_zone(*zone).to_owned(),
    }
}

/// Where coverage comes from.
#[must_use]
pub fn coverage_from(from: From) -> &'static str {
    match from {
        From::Work => "From work, mine or a family member\u{2019}s",
        From::PublicEmployer => "From a state, county, city, school or public university job",
        From::FederalEmployer => "From a federal government job",
        From::Church => "From a church or religious employer",
        From::Myself => "I buy it myself, on or off the Marketplace",
        From::Medicare => "Original Medicare",
        From::MedicareAdvantage => "A Medicare Advantage plan",
        From::PartD => "A Medicare drug plan (Part D)",
        From::DualPlan => "One plan for Medicare and Medicaid together",
        From::Medigap => "A Medicare supplement (Medigap)",
        From::Medicaid => "Medicaid from the state",
        From::MedicaidPlan => "Medicaid through a health plan",
        From::Chip => "CHIP, the children\u{2019}s program",
        From::Tricare => "TRICARE, the military",
        From::Va => "Veterans Affairs (VA)",
        From::Champva => "CHAMPVA, for families of veterans",
        From::Student => "A school or college, as a student",
        From::ShortTerm => "A short-term or limited plan",
        From::SharingMinistry => "A health care sharing ministry",
        From::DentalVision => "A dental or vision plan alone",
        From::WorkersCompensation => "Workers\u{2019} compensation",
        From::Auto => "Auto insurance",
        From::None => "I have no coverage",
    }
}

/// A time zone, as people name it.
#[must_use]
pub fn time_zone(zone: TimeZone) -> &'static str {
    match zone {
        TimeZone::Atlantic => "Atlantic time",
        TimeZone::Eastern => "Eastern time",
        TimeZone::Central => "Central time",
        TimeZone::Mountain => "Mountain time",
        TimeZone::Arizona => "Arizona time",
        TimeZone::Pacific => "Pacific time",
        TimeZone::Alaska => "Alaska time",
        TimeZone::Aleutian => "Aleutian time",
        TimeZone::Hawaii => "Hawaii time",
        TimeZone::Samoa => "Samoa time",
        TimeZone::Chamorro => "Guam time",
    }
}

/// What a letter is about.
#[must_use]
pub fn matter(matter: Matter) -> &'static str {
    match matter {
        Matter::Care => "Care, a drug or a claim",
        Matter::HospitalDischarge => "Leaving the hospital",
        Matter::ServicesEnding => "The end of nursing, home health, rehab or hospice care",
        Matter::StatusChange => "A change from inpatient to observation",
        Matter::Eligibility => "Enrolling through the Marketplace, or help with the premium",
    }
}

/// Who pays the claims.
#[must_use]
pub fn funding(funding: Funding) -> &'static str {
    match funding {
        Funding::EmployerPays => {
            "The employer\u{2019}s plan pays; a company only runs it (\u{201c}self-funded\u{201d}, \u{201c}administered by\u{201d})"
        }
        Funding::InsurerPays => {
            "An insurance company pays (\u{201c}insured by\u{201d}, \u{201c}underwritten by\u{201d})"
        }
    }
}

/// Whether care was given.
#[must_use]
pub fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::PreService => "Not yet: approval was refused before care",
        Timing::PostService => "Yes: care was given, and they will not pay",
        Timing::Concurrent => "It is going on now, and they want to stop or cut it",
        Timing::Urgent => "Not yet, and waiting could do serious harm",
    }
}

impl InWords for Refusal {
    fn in_words(&self) -> Words {
        match self {
            Self::WrongKind { field } => words(
                format!("\u{201c}{}\u{201d} cannot hold that kind of answer.", name(*field)),
                "Go back to the question and answer it again.",
            ),
            Self::Empty { field } => words(
                format!("\u{201c}{}\u{201d} is empty.", name(*field)),
                "Write something, or choose \u{201c}I don\u{2019}t know\u{201d}.",
            ),
            Self::TooLong { length, limit } => too_long(*length, *limit),
            Self::FromTheFuture { field, day, today } => words(
                format!(
                    "{} cannot be {}: that day has not come yet. Today is {}.",
                    field.map_or("This", name),
                    long_day(*day),
                    long_day(*today)
                ),
                "Check the month, the day and the year.",
            ),
            Self::ServiceAfterNotice { service, notice } => words(
                format!(
                    "The date of care, {}, comes after the date on the letter, {}.",
                    long_day(*service),
                    long_day(*notice)
                ),
                "Check both dates. If care has not been given yet, say so where we ask whether it was given.",
            ),
            Self::ReceivedBeforeNotice { received, notice } => words(
                format!(
                    "The letter cannot have come on {}, before its own date, {}.",
                    long_day(*received),
                    long_day(*notice)
                ),
                "Check both dates. If you are not sure when it came, choose \u{201c}I don\u{2019}t know\u{201d}.",
            ),
            Self::NoSuch { .. } => words("That is no longer in this case.", "Go back to the case and look again."),
            Self::NumberTaken { .. } => words(
                "The case changed while you were writing, perhaps in another tab.",
                "Go back to the case and add it again. What you typed is still here.",
            ),
            Self::TooManyLines { lines, limit } => words(
                format!("This has {lines} lines. There is room for {limit}."),
                "Split it into two statements. Nothing you typed is lost.",
            ),
            Self::WordsLost { .. } => {
                words("The pieces are not the words of this paper.", "Split the paper again. Its words are kept.")
            }
            Self::NotInPaper { .. } => words(
                "These words do not stand in that paper.",
                "Copy them exactly as they are printed, or say that they are your own.",
            ),
            Self::FactsRestOnIt { facts } => words(
                format!(
                    "{} on this paper.",
                    if *facts == 1 { "One fact rests".to_owned() } else { format!("{facts} facts rest") }
                ),
                "Change or remove those facts first. Then you can remove the paper.",
            ),
        }
    }
}

impl InWords for Problem {
    fn in_words(&self) -> Words {
        match self {
            Self::Empty => {
                words("Nothing is written here yet.", "Write it, or choose \u{201c}I don\u{2019}t know\u{201d}.")
            }
            Self::TooLong { length, limit } => too_long(*length, *limit),
            Self::NotMoney { text } => words(
                format!("\u{201c}{text}\u{201d} is not an amount of money."),
                "Write figures only, such as 2500 or 2,500.00.",
            ),
            Self::BelowZero { amount } => {
                words(format!("{amount} is below zero."), "Write the amount without the minus sign.")
            }
            Self::NotACode { text } => words(
                format!("\u{201c}{text}\u{201d} does not look like a reason code."),
                "Codes look like CO-197, 50 or N130. Put a comma between codes.",
            ),
            Self::NotAWindow { text } => words(
                format!("\u{201c}{text}\u{201d} is not a number of days or months."),
                "Write a number and its unit, such as 180 days or 4 months.",
            ),
            Self::NotATime { text } => words(
                format!("\u{201c}{text}\u{201d} is not a time of day."),
                "Write it with its half of the day, such as 5:30 pm.",
            ),
            Self::NotACount { text } => {
                words(format!("\u{201c}{text}\u{201d} is not a number of people."), "Write a whole number, such as 3.")
            }
            Self::Chosen { field } => words(
                format!("\u{201c}{}\u{201d} is chosen from a list.", name(*field)),
                "Choose one of the answers, or \u{201c}I don\u{2019}t know\u{201d}.",
            ),
        }
    }
}

fn too_long(length: usize, limit: usize) -> Words {
    words(
        format!("This text has {length} characters. There is room for {limit}."),
        "Keep the part that matters and take out the rest. Nothing you typed is lost.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::Date;

    #[test]
    fn a_refusal_says_both_days() {
        let day = |month, day| Date::new(2026, month, day).expect("a day");
        let refusal = Refusal::FromTheFuture { field: Some(Field::NoticeDate), day: day(12, 1), today: day(11, 23) };
        assert_eq!(
            refusal.in_words().what,
            "Date on the letter cannot be December 1, 2026: that day has not come yet. Today is November 23, 2026."
        );
    }

    #[test]
    fn one_is_one_and_many_are_many() {
        assert_eq!(say(&Value::Window(Window::Days(1))), "1 day");
        assert_eq!(say(&Value::Window(Window::Months(4))), "4 months");
        assert_eq!(Refusal::FactsRestOnIt { facts: 1 }.in_words().what, "One fact rests on this paper.");
    }
}
