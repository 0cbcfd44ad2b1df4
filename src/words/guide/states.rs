//! A state's page: what its law and its offices add, group by group, each fact with how sure we are.
//!
//! Knows no number of law: numbers come from the annex. What is missing there reads "not known", never "no".

use std::borrow::Cow;

use super::{Section, point};
use crate::kinds::Confidence;
use crate::paper::long_day;
use crate::rulebook::schema::{
    Basis, CharityCare, DutyBy, MedicalDebt, Office, PromptPay, ReadIn, ReviewProcess, State, StateKind, StateMedicaid,
    StateReview, StateWindow, StepTherapy, SurpriseBills, SurpriseLevel, TimeToSue, Unit, YesNo,
};

/// Whether state law is the person's, and how to find out. Stands above every state.
pub static SECTIONS: [Section; 1] = [Section {
    title: "First: does state law apply to your plan?",
    points: &[
        point(
            "State law holds for insured plans, and mostly not for a self-funded plan from work.",
            "A plan is insured when an insurance company pays the claims with its own money. It is self-funded when the \
             employer or union pays.",
        ),
        point(
            "How to find out",
            "Ask the benefits office at work: \u{201c}Is our plan insured or self-funded?\u{201d} The plan\u{2019}s booklet \
             says it too. The name on the card does not settle it.",
        ),
        point(
            "Medicare and Medicaid have their own rules.",
            "The federal rules on appeals and on surprise bills hold in every state, also where this page has found nothing \
             more.",
        ),
        point(
            "Your letter and your plan\u{2019}s papers come first.",
            "Where they name another office, another date or another number, follow them. Pages move and numbers change.",
        ),
    ],
}];

/// What stands above the list of states.
pub const FIND: &str = "Find your state";
/// What is said of a short text above the groups.
pub const IN_SHORT: &str = "In short. How sure we are of each part stands with the part below.";
/// What is said where nothing is known.
pub const NOT_KNOWN: &str = "Not known";
/// What is said of a whole group where nothing is known.
pub const NOTHING_KNOWN: &str = "Not known. That is not a no: we did not find it. Ask the office named at the top.";
/// What is said where no page was found.
pub const NO_PAGE: &str = "No page was found for this. Check it before you rely on it.";

/// What stands above the pages that were read.
#[must_use]
pub fn read_where(basis: &Basis) -> String {
    let day = long_day(basis.checked_on);
    match basis.read_in {
        ReadIn::Office | ReadIn::Law | ReadIn::Elsewhere => format!("Where this was read, last on {day}"),
        ReadIn::Nowhere => format!("Where this comes from, looked for on {day}"),
    }
}

/// That no state has this name.
#[must_use]
pub fn unknown(written: &str) -> String {
    let shown: String = written.chars().take(40).collect();
    format!("We know no state or territory called \u{201c}{shown}\u{201d}. Choose yours below.")
}

/// How many are in the list.
#[must_use]
pub fn counted(states: usize) -> String {
    match states {
        0 => "No state or territory has this in its name.".to_owned(),
        1 => "1 state or territory".to_owned(),
        many => format!("{many} states and territories"),
    }
}

/// What kind of place it is, where that is worth a word.
#[must_use]
pub fn kind(kind: StateKind) -> Option<&'static str> {
    match kind {
        StateKind::State => None,
        StateKind::District => Some("A district with laws of its own."),
        StateKind::Territory => {
            Some("A territory. Some federal rules may not bind insurers here, so let your letter show the way.")
        }
    }
}

/// A group of facts under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The heading.
    pub title: &'static str,
    /// What it is good for, in a sentence.
    pub lead: &'static str,
    /// The facts, in order; none where nothing is known.
    pub facts: Vec<Fact<'a>>,
    /// What they rest on.
    pub basis: Option<&'a Basis>,
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    /// What it is.
    pub what: &'static str,
    /// What is known of it.
    pub told: Told<'a>,
    /// How sure we are; `None` for what is not known and for a count of our own.
    pub sure: Option<Confidence>,
}

/// What is known of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// Nothing.
    NotKnown,
    /// Words.
    Words(Cow<'a, str>),
    /// A telephone number.
    Phone(&'a str),
    /// An address to open.
    Page(&'a str),
}

/// All groups of a state, in the order in which they are read.
#[must_use]
pub fn parts(state: &State) -> Vec<Part<'_>> {
    vec![
        office(
            "Who takes complaints about insurers",
            "Free. They can make an insurer answer, and tell you which rules hold for your plan.",
            Some(&state.regulator),
            Page::Complaint,
        ),
        office(
            "A second office for some plans",
            "Only a few states have one. Your card or your letter names the right office.",
            state.second_regulator.as_ref(),
            Page::Complaint,
        ),
        office(
            "A program that helps you for free",
            "Not every state has one. They explain, and some write the appeal with you.",
            state.assistance.as_ref(),
            Page::Own,
        ),
        review(&state.external_review),
        surprise(state.surprise_bills.as_ref()),
        medicaid(state.medicaid.as_ref()),
        office(
            "Free counsel on Medicare (SHIP)",
            "For anybody with Medicare, and for those who care for them.",
            state.ship.as_ref(),
            Page::Own,
        ),
        charity(state.charity_care.as_ref()),
        debt(state.medical_debt.as_ref()),
        suing(state.time_to_sue.as_ref()),
        step_therapy(state.step_therapy.as_ref()),
        prompt_pay(state.prompt_pay.as_ref()),
    ]
}

/// What an office's page is.
#[derive(Clone, Copy)]
enum Page {
    /// Where to complain.
    Complaint,
    /// The program's own.
    Own,
}

/// Facts as they are put together.
struct Facts<'a> {
    basis: &'a Basis,
    facts: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    fn of(basis: &'a Basis) -> Self {
        Self { basis, facts: Vec::new() }
    }

    /// A fact; `None` reads "not known".
    fn fact(mut self, field: &str, what: &'static str, told: impl Into<Option<Told<'a>>>) -> Self {
        let told = told.into();
        let sure = told.as_ref().map(|_| self.basis.sure_of(field));
        self.facts.push(Fact { what, told: told.unwrap_or(Told::NotKnown), sure });
        self
    }

    /// A fact that is left out where there is none: a second number, a remark.
    fn more(self, field: &str, what: &'static str, told: impl Into<Option<Told<'a>>>) -> Self {
        match told.into() {
            Some(told) => self.fact(field, what, told),
            None => self,
        }
    }

    /// A count of our own, which nobody could confirm.
    fn ours(mut self, what: &'static str, told: Told<'a>) -> Self {
        self.facts.push(Fact { what, told, sure: None });
        self
    }

    fn part(self, title: &'static str, lead: &'static str) -> Part<'a> {
        Part { title, lead, facts: self.facts, basis: Some(self.basis) }
    }
}

fn nothing(title: &'static str, lead: &'static str) -> Part<'static> {
    Part { title, lead, facts: Vec::new(), basis: None }
}

fn text(text: &str) -> Option<Told<'_>> {
    (!text.is_empty()).then_some(Told::Words(Cow::Borrowed(text)))
}

fn phone(number: &str) -> Option<Told<'_>> {
    (!number.is_empty()).then_some(Told::Phone(number))
}

fn page(url: &str) -> Option<Told<'_>> {
    (!url.is_empty()).then_some(Told::Page(url))
}

fn said<'a>(words: impl Into<Cow<'a, str>>) -> Told<'a> {
    Told::Words(words.into())
}

fn days(days: u32) -> Told<'static> {
    said(format!("{days} days"))
}

fn office<'a>(title: &'static str, lead: &'static str, office: Option<&'a Office>, kind: Page) -> Part<'a> {
    let Some(office) = office else { return nothing(title, lead) };
    let page_is = match kind {
        Page::Complaint => "Where to complain",
        Page::Own => "Page",
    };
    Facts::of(&office.basis)
        .fact("name", "Name", text(&office.name))
        .more("applies-to", "For which plans", text(&office.applies_to))
        .fact("phone", "Phone", phone(&office.phone))
        .more("phone-alt", "Another phone", phone(&office.phone_alt))
        .fact("url", page_is, page(&office.url))
        .more("note", "Good to know", text(&office.note))
        .part(title, lead)
}

fn review(review: &StateReview) -> Part<'_> {
    Facts::of(&review.basis)
        .fact("process", "Whose review", said(process(review.process)))
        .fact("window", "Time to ask for it", review.window.map(|window| said(length(window))))
        .fact("trigger", "Counted from", text(&review.trigger))
        .ours("Safe to count on", said(safe(review.safe_window_days)))
        .fact("decision-time", "They decide in", text(&review.decision_time))
        .fact("fee", "What it costs", text(&review.fee))
        .fact("file-with", "File it with", text(&review.file_with))
        .fact("phone", "Phone", phone(&review.phone))
        .more("phone-urgent", "Phone when it is urgent", phone(&review.phone_urgent))
        .fact("url", "Page", page(&review.url))
        .fact("citation", "Law", text(&review.citation))
        .more("caution", "Take care", text(&review.caution))
        .part(
            "Review outside the plan",
            "After the plan\u{2019}s last no, somebody who does not work for the plan looks again.",
        )
}

/// Whose review it is.
#[must_use]
pub fn process(process: ReviewProcess) -> &'static str {
    match process {
        ReviewProcess::State => "The state\u{2019}s own",
        ReviewProcess::FederalHhs => "The federal one",
        ReviewProcess::Mixed => "The state has a law, and many plans use the federal one. Your letter says which.",
    }
}

fn length(window: StateWindow) -> String {
    let unit = match window.unit {
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::BusinessDays => "business days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::YearEnds => "ends of a year",
    };
    format!("{} {unit}", window.amount)
}

fn safe(days: u32) -> String {
    format!(
        "{days} days. This is our careful count, not the law\u{2019}s limit. If they have passed, you may still be in time: \
         file anyway and ask."
    )
}

fn surprise(bills: Option<&SurpriseBills>) -> Part<'_> {
    let (title, lead) =
        ("State law on surprise bills", "This comes on top of the federal law, which holds in every state.");
    let Some(bills) = bills else { return nothing(title, lead) };
    Facts::of(&bills.basis)
        .fact("level", "How far it goes", said(level(bills)))
        .fact("ground-ambulance", "Limits bills of ground ambulances", bills.ground_ambulance.map(yes_no))
        .more("ground-ambulance-note", "About ambulances", text(&bills.ground_ambulance_note))
        .fact("citation", "Law", text(&bills.citation))
        .part(title, lead)
}

fn level(bills: &SurpriseBills) -> String {
    let reach = match bills.level {
        SurpriseLevel::Comprehensive => "It protects against most surprise bills",
        SurpriseLevel::Partial => "It protects for some plans or some bills",
        SurpriseLevel::NoneBeyondFederal => "A list named no state law beyond the federal one",
    };
    format!("{reach} (as of {}; it may have changed)", bills.level_as_of)
}

fn yes_no(answer: YesNo) -> Told<'static> {
    match answer {
        YesNo::Yes => said("Yes"),
        YesNo::No => said("No"),
    }
}

fn medicaid(medicaid: Option<&StateMedicaid>) -> Part<'_> {
    let (title, lead) = (
        "Medicaid, and the time to ask for a hearing",
        "The date in your letter rules. To keep care going, ask before the change takes effect.",
    );
    let Some(medicaid) = medicaid else { return nothing(title, lead) };
    Facts::of(&medicaid.basis)
        .fact("agency", "Office", text(&medicaid.agency))
        .fact(
            "hearing-days-after-plan-appeal",
            "After the plan\u{2019}s decision on your appeal",
            medicaid.hearing_days_after_plan_appeal.map(days),
        )
        .fact("hearing-days-agency", "After a notice of the state or county", medicaid.hearing_days_agency.map(days))
        .fact("hearing-phone", "Phone for hearings", phone(&medicaid.hearing_phone))
        .fact("citation", "Law", text(&medicaid.citation))
        .more("caution", "Take care", text(&medicaid.caution))
        .part(title, lead)
}

fn charity(care: Option<&CharityCare>) -> Part<'_> {
    let (title, lead) = (
        "Free or cheaper hospital care",
        "Nonprofit hospitals must have a policy in every state. This is what the state adds.",
    );
    let Some(care) = care else { return nothing(title, lead) };
    let mandate = match (care.mandate, care.by) {
        (YesNo::Yes, None) => "Yes",
        (YesNo::Yes, Some(DutyBy::Program)) => "Yes, by a program that hospitals joined",
        (YesNo::No, None | Some(DutyBy::Program)) => "No rule of the state was found",
    };
    Facts::of(&care.basis)
        .fact("mandate", "The state asks it of hospitals", said(mandate))
        .fact("free-fpl", "Free", care.free_fpl.map(at_or_below))
        .fact("discount-fpl", "Cheaper", care.discount_fpl.map(at_or_below))
        .fact("applies-to", "Who must, and for whom", text(&care.applies_to))
        .fact("citation", "Law", text(&care.citation))
        .more("note", "Good to know", text(&care.note))
        .part(title, lead)
}

fn at_or_below(percent: u32) -> Told<'static> {
    said(format!("with income up to {percent}% of the federal poverty level"))
}

fn debt(debt: Option<&MedicalDebt>) -> Part<'_> {
    let (title, lead) = ("Medical debt", "What the state adds to the federal rules on collectors and credit reports.");
    let Some(debt) = debt else { return nothing(title, lead) };
    Facts::of(&debt.basis)
        .fact("credit-reporting-ban", "Keeps medical debt off credit reports", debt.credit_reporting_ban.map(yes_no))
        .fact(
            "interest-cap-pct",
            "Most interest",
            debt.interest_cap_pct.map(|percent| said(format!("{percent}% a year"))),
        )
        .fact(
            "no-collection-at-or-below-fpl",
            "Nothing may be collected",
            debt.no_collection_at_or_below_fpl.map(at_or_below),
        )
        .fact("citation", "Law", text(&debt.citation))
        .more("note", "Good to know", text(&debt.note))
        .more("caution", "Take care", text(&debt.caution))
        .part(title, lead)
}

fn suing(time: Option<&TimeToSue>) -> Part<'_> {
    let (title, lead) = (
        "How long a creditor may wait before suing",
        "A bill without a signed contract may fall under a shorter time. In some states a payment starts the time again.",
    );
    let Some(time) = time else { return nothing(title, lead) };
    let years = |years: u32| said(format!("{years} years"));
    Facts::of(&time.basis)
        .fact("written-years", "Written contract", years(time.written_years))
        .fact(
            "medical-debt-years",
            "Medical debt, where a rule of its own was found",
            time.medical_debt_years.map(years),
        )
        .fact("citation", "Law", text(&time.citation))
        .more("note", "Good to know", text(&time.note))
        .part(title, lead)
}

fn step_therapy(law: Option<&StepTherapy>) -> Part<'_> {
    let (title, lead) = (
        "Law on step therapy",
        "Step therapy means that the plan wants you to try another drug first. Such a law opens a way around it.",
    );
    let Some(law) = law else { return nothing(title, lead) };
    Facts::of(&law.basis)
        .fact("law", "The state has one", yes_no(law.law))
        .fact("citation", "Law", text(&law.citation))
        .part(title, lead)
}

fn prompt_pay(pay: Option<&PromptPay>) -> Part<'_> {
    let (title, lead) = (
        "How soon an insurer must pay a complete claim",
        "From an older list. Ask the office named at the top before you rely on it.",
    );
    let Some(pay) = pay else { return nothing(title, lead) };
    Facts::of(&pay.basis)
        .fact("electronic-days", "Claim sent electronically", pay.electronic_days.map(days))
        .fact("paper-days", "Claim on paper", pay.paper_days.map(days))
        .fact("citation", "Law", text(&pay.citation))
        .part(title, lead)
}
