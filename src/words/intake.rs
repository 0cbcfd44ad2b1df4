//! The questions of the first pages, in words, and the lists of answers.

use super::{InWords, Words, words};
use crate::case::coverage::{From, Funding};
use crate::importers::letter::{self, About, Doubt, Warning};
use crate::intake::{Door, Group, Screen};
use crate::kinds::{Field, Matter, TimeZone, Timing};

/// An answer of a closed list: what it is, its key, its name, and a line that explains it.
pub type Row<T> = (T, &'static str, &'static str, &'static str);

/// Where coverage can come from.
pub const FROM: [Row<From>; 23] = [
    (
        From::Work,
        "work",
        "From work",
        "Yours, a partner\u{2019}s or a parent\u{2019}s job at a private company or charity",
    ),
    (From::Myself, "own", "We buy it ourselves", "From HealthCare.gov, a state marketplace, an agent or an insurer"),
    (
        From::PublicEmployer,
        "public",
        "From a public employer",
        "A state, county, city, public school or public university",
    ),
    (From::FederalEmployer, "federal", "From the federal government", "Federal employees, retirees and postal workers"),
    (From::Church, "church", "From a church", "A church or religious employer"),
    (From::Medicare, "medicare", "Original Medicare", "The red, white and blue card"),
    (From::MedicareAdvantage, "advantage", "A Medicare Advantage plan", "A company runs your Medicare"),
    (From::PartD, "part-d", "A Medicare drug plan", "It covers drugs only"),
    (From::DualPlan, "dual", "One plan for Medicare and Medicaid", "One card and one letter for both"),
    (From::Medigap, "medigap", "A Medicare supplement", "Medigap: it pays after Original Medicare"),
    (From::MedicaidPlan, "medicaid-plan", "Medicaid through a health plan", "The card or the letter names a plan"),
    (
        From::Medicaid,
        "medicaid",
        "Medicaid from the state",
        "The card names no plan, or the letter is about whether you qualify",
    ),
    (From::Chip, "chip", "The children\u{2019}s program", "CHIP, under your state\u{2019}s name for it"),
    (From::Tricare, "tricare", "The military", "TRICARE"),
    (From::Va, "va", "Veterans Affairs", "Care that the VA gives or pays for"),
    (From::Champva, "champva", "CHAMPVA", "For the family of a veteran"),
    (From::Student, "student", "A school or college", "A student health plan"),
    (From::ShortTerm, "short", "A short-term or limited plan", "The papers say short-term, fixed indemnity or limited"),
    (From::SharingMinistry, "sharing", "A sharing ministry", "Members share each other\u{2019}s bills"),
    (From::DentalVision, "dental", "A dental or vision plan alone", ""),
    (From::WorkersCompensation, "work-injury", "Workers\u{2019} compensation", "For an injury or illness from work"),
    (From::Auto, "auto", "Auto insurance", "For an injury in a crash"),
    (From::None, "none", "No coverage", ""),
];

/// Who can pay the claims of an employer\u{2019}s plan.
pub const FUNDING: [Row<Funding>; 2] = [
    (
        Funding::EmployerPays,
        "employer",
        "It says \u{201c}self-funded\u{201d}, \u{201c}self-insured\u{201d} or \u{201c}administered by\u{201d}",
        "The employer pays the claims; the company on the card only handles them",
    ),
    (
        Funding::InsurerPays,
        "insurer",
        "It says \u{201c}insured by\u{201d} or \u{201c}underwritten by\u{201d}",
        "The insurance company pays the claims with its own money",
    ),
];

/// Where in the life of a claim the decision can have fallen.
pub const TIMING: [Row<Timing>; 4] = [
    (Timing::PostService, "given", "The care was given", "The plan will not pay, or not all of it"),
    (Timing::PreService, "planned", "The care is still to come", "The plan will not approve it"),
    (Timing::Concurrent, "going-on", "The care is going on", "The plan will stop it or cut it short"),
    (Timing::Urgent, "urgent", "It is urgent", "Waiting could do serious harm to life, health or function"),
];

/// What a letter can be about, where some matters have a road of their own.
pub const MATTER: [Row<Matter>; 5] = [
    (Matter::Care, "care", "Care, a drug or a claim", "They will not approve it or will not pay"),
    (
        Matter::HospitalDischarge,
        "discharge",
        "Leaving the hospital",
        "Medicare: the form is named An Important Message from Medicare",
    ),
    (
        Matter::ServicesEnding,
        "services",
        "Nursing, home health, rehab or hospice care will end",
        "Medicare: the form is named Notice of Medicare Non-Coverage",
    ),
    (
        Matter::StatusChange,
        "status",
        "The hospital stay was changed to observation",
        "Medicare: the form is named Medicare Change of Status Notice",
    ),
    (
        Matter::Eligibility,
        "eligibility",
        "Enrolling, or help with the premium",
        "The letter is from HealthCare.gov or a state marketplace",
    ),
];

/// The time zones of the United States.
pub const TIME_ZONE: [Row<TimeZone>; 11] = [
    (TimeZone::Eastern, "eastern", "Eastern", "Such as New York, Atlanta, Detroit"),
    (TimeZone::Central, "central", "Central", "Such as Chicago, Dallas, Nashville"),
    (TimeZone::Mountain, "mountain", "Mountain", "Such as Denver, Boise, El Paso; the Navajo Nation"),
    (TimeZone::Arizona, "arizona", "Arizona", "Without daylight saving time"),
    (TimeZone::Pacific, "pacific", "Pacific", "Such as Los Angeles, Seattle, Las Vegas"),
    (TimeZone::Alaska, "alaska", "Alaska", "Such as Anchorage"),
    (TimeZone::Aleutian, "aleutian", "Aleutian", "Such as Adak"),
    (TimeZone::Hawaii, "hawaii", "Hawaii", ""),
    (TimeZone::Atlantic, "atlantic", "Atlantic", "Puerto Rico and the Virgin Islands"),
    (TimeZone::Samoa, "samoa", "Samoa", "American Samoa"),
    (TimeZone::Chamorro, "chamorro", "Guam", "Guam and the Northern Mariana Islands"),
];

/// What a letter can be about with this coverage: a hospital's form is Medicare's, and enrolling is the Marketplace's.
pub fn matters(from: From) -> impl Iterator<Item = &'static Row<Matter>> {
    let medicare = matches!(from, From::Medicare | From::MedicareAdvantage | From::DualPlan);
    MATTER.iter().filter(move |(matter, ..)| match matter {
        Matter::Care => true,
        Matter::HospitalDischarge | Matter::ServicesEnding | Matter::StatusChange => medicare,
        Matter::Eligibility => !medicare,
    })
}

/// What a screen asks.
#[must_use]
pub fn title(screen: Screen) -> &'static str {
    match screen {
        Screen::Urgent => "Is there something that cannot wait?",
        Screen::Paste => "Your letter",
        Screen::Bill => "Your bill",
        Screen::Lines => "Is this what stands on it?",
        Screen::Billed => "What else stands on the bill?",
        Screen::Story => "How did the care come about?",
        Screen::Typed => "What happened?",
        Screen::Planned => "What care is planned?",
        Screen::Decide(Group::Dates) => "Are these dates right?",
        Screen::Decide(Group::Decision) => "Is this what they decided?",
        Screen::Decide(Group::Numbers) => "Which claim, and who decides?",
        Screen::Doubts => "We are not sure about these",
        Screen::Care => "Has the care been given?",
        Screen::Check => "Check the rest",
        Screen::Coverage => "Where does the coverage come from?",
        Screen::Ending => "Is something about to end?",
    }
}

/// What a screen is about, after "Step 3 of 8".
#[must_use]
pub fn about(screen: Screen, door: Door) -> &'static str {
    match screen {
        Screen::Doubts | Screen::Check if door == Door::Bill => "about the bill",
        Screen::Urgent => "what cannot wait",
        Screen::Paste
        | Screen::Typed
        | Screen::Decide(Group::Dates | Group::Decision | Group::Numbers)
        | Screen::Doubts
        | Screen::Check => "about the letter",
        Screen::Bill | Screen::Lines | Screen::Billed => "about the bill",
        Screen::Care | Screen::Planned | Screen::Story | Screen::Ending => "about the care",
        Screen::Coverage => "about the plan",
    }
}

/// What is asked of one fact that decides something.
#[must_use]
pub fn ask(field: Field) -> Option<&'static str> {
    const ASKED: [(Field, &str); 7] = [
        (Field::NoticeDate, "Is this the date printed on the letter?"),
        (Field::StatedLastDay, "Is this the last day to appeal that the letter names?"),
        (Field::StatedWindow, "Is this the time to appeal that the letter gives?"),
        (Field::Reason, "Are these the words of their reason?"),
        (Field::Service, "Is this the care?"),
        (Field::ClaimNumber, "Is this the claim number?"),
        (Field::Insurer, "Is this the company that decided?"),
    ];
    ASKED.into_iter().find(|(asked, _)| *asked == field).map(|(_, question)| question)
}

/// What a field is called where care is still ahead; `None` where its own name will do.
#[must_use]
pub fn planned(field: Field) -> Option<&'static str> {
    (field == Field::Service).then_some("The care that is planned")
}

/// What is asked where the answer chooses the way of a bill; `None` where the field's own name will do.
#[must_use]
pub fn story(field: Field) -> Option<&'static str> {
    const ASKED: [(Field, &str); 4] = [
        (Field::Emergency, "Was it an emergency?"),
        (Field::InNetwork, "Is the doctor or place that bills you in your plan\u{2019}s network?"),
        (Field::FacilityInNetwork, "Was the hospital or center where it was done in the network?"),
        (Field::ListedInNetwork, "Were you told before that this provider was in the network?"),
    ];
    ASKED.into_iter().find(|(asked, _)| *asked == field).map(|(_, question)| question)
}

/// Where the words of a find come from.
#[must_use]
pub fn source(door: Door) -> &'static str {
    match door {
        Door::Bill => "From your bill",
        Door::Letter | Door::NoLetter | Door::Planning => "From your letter",
    }
}

/// Why a fact is asked by itself.
#[must_use]
pub fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::MonthOrDay => "Printed in figures. We read the month first. Is that the day you see?",
        Doubt::DayFirst => "Printed with the day first. Is that the day you see?",
        Doubt::Several => "The paper has more than one. Which is it?",
        Doubt::Role => "We are not sure what this is for.",
        Doubt::NotForAppeals => "The letter prints this number, but does not say that it is for appeals.",
        Doubt::ForExternalReview => {
            "This seems to be the time for an outside review later, not for your appeal to the plan."
        }
        Doubt::BusinessDays => {
            "The letter counts business days, which take longer than calendar days. We keep them as days, so we aim earlier."
        }
        Doubt::ToKeepServices => {
            "This seems to be the day by which to ask if your services should go on during the appeal. It may not be the last \
             day to appeal."
        }
        Doubt::AfterNotice => "This day comes after the date on the letter.",
    }
}

/// What a hint tells, before its words.
#[must_use]
pub fn hint(about: About) -> &'static str {
    match about {
        About::Eob => "The letter calls itself an explanation of benefits.",
        About::SelfFunded => "The letter says that the plan pays claims itself.",
        About::AdministeredBy => "The letter says that a company runs the plan for somebody else.",
        About::InsuredBy => "The letter says that an insurance company insures the plan.",
        About::Erisa => "The letter names ERISA, a federal law for plans at work.",
        About::Marketplace => "The letter names the Marketplace.",
        About::Medicaid => "The letter names Medicaid.",
        About::MedicareAdvantage => "The letter names Medicare Advantage.",
        About::PartD => "The letter names Medicare Part D.",
        About::Medicare => "The letter names Medicare.",
        About::Fehb => "The letter names the Federal Employees program.",
        About::Tricare => "The letter names TRICARE.",
        About::ExternalReview => "The letter offers a review by somebody outside the plan.",
        About::Expedited => "The letter offers a fast appeal.",
        About::FreeCopies => "The letter offers copies free of charge.",
        About::CountsFromReceipt => "The letter counts your time from the day you receive it.",
        About::CountsFromNotice => "The letter counts your time from its own date.",
    }
}

impl InWords for Warning {
    fn in_words(&self) -> Words {
        match self {
            Self::NotHealth => words(
                "This does not look like a letter about health insurance.",
                "Check that you copied the right one.",
            ),
            Self::NotADecision => words(
                "This is about health care, but it does not look like a letter that says no.",
                "Look for a letter or an explanation of benefits from the insurance company.",
            ),
            Self::NoNoticeDate => words(
                "We did not find the date of the letter.",
                "Look near the top of the first page. If there is none, the postmark helps.",
            ),
            Self::NoReason => words(
                "We did not find a reason.",
                "Look for \u{201c}because\u{201d} or \u{201c}reason\u{201d}. You can copy the sentence yourself.",
            ),
            Self::SeveralLetters => words(
                "This may be more than one letter.",
                "Look at each fact closely. If it is two letters, go back and keep only the one that says no.",
            ),
        }
    }
}

impl InWords for letter::Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Empty => words("There are no words yet.", "Paste the letter\u{2019}s words into the box."),
            Self::TooLong { length, limit } => words(
                format!("This text has {length} characters. A letter with {limit} can be read."),
                "Paste the pages that say what was decided, why, and how to appeal.",
            ),
        }
    }
}

/// Why coverage is asked for.
pub const WHY_COVERAGE: &str = "Plans from work and plans that you buy follow different rules. The dates and the place to \
    appeal to depend on it.";

/// What to do while the kind of coverage is not known.
pub const UNKNOWN_FUNDING: &str = "Ask the benefits office at work: \u{201c}Is our health plan self-funded or insured?\u{201d} \
    Until you know, we show what holds for both.";

/// What a bill is, before its words are pasted.
pub const BILL: &str = "Best is the itemized bill: each service with its code, its day and its charge. A bill with only a \
    total will do to begin with.";

/// What to do with an explanation of benefits at the door for bills.
pub const EOB_IS_NO_BILL: &str = "An explanation of benefits (EOB) is not a bill: it says what the plan decided. You can keep \
    it here and add the bill later. If it says no to something, begin again with \u{201c}I have a letter\u{201d}.";

/// How a phone copies text from paper, without anything leaving it.
pub const CAMERA: &str = "On paper? Open the phone\u{2019}s camera or photo app, point at the letter, press the text sign, and \
    copy. The phone reads it by itself.";
