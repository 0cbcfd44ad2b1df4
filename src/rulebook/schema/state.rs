//! What state law and state offices add, one entry a state, district or territory. Each group of facts has its basis: how
//! sure we are, of which fields we are more or less sure, and where it was read.
//!
//! A field that is missing is not known. It is never a no: [`YesNo`] says no where somebody found a no.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::civil::Date;
use super::super::kinds::Confidence;
use super::{Trigger, Unit};

/// A state, district or territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct State {
    /// Its two letters, as the post writes them.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: StateKind,
    /// The main facts in a few sentences.
    pub note: String,
    /// The office that takes complaints about insurers.
    pub regulator: Office,
    /// A second office for some plans, where one is known.
    #[serde(default)]
    pub second_regulator: Option<Office>,
    /// Review of a denial outside the plan.
    pub external_review: StateReview,
    /// A program that helps people with insurance for free, where one is known.
    #[serde(default)]
    pub assistance: Option<Office>,
    /// State law on surprise bills.
    #[serde(default)]
    pub surprise_bills: Option<SurpriseBills>,
    /// Medicaid, and the time to ask for a hearing.
    #[serde(default)]
    pub medicaid: Option<StateMedicaid>,
    /// Free counsel on Medicare.
    #[serde(default)]
    pub ship: Option<Office>,
    /// State law on step therapy.
    #[serde(default)]
    pub step_therapy: Option<StepTherapy>,
    /// Free or cheaper hospital care beyond the federal rule.
    #[serde(default)]
    pub charity_care: Option<CharityCare>,
    /// State limits on collecting and reporting medical debt.
    #[serde(default)]
    pub medical_debt: Option<MedicalDebt>,
    /// How long a creditor may wait before suing.
    #[serde(default)]
    pub time_to_sue: Option<TimeToSue>,
    /// How soon an insurer must pay a clean claim.
    #[serde(default)]
    pub prompt_pay: Option<PromptPay>,
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateKind {
    /// A state.
    State,
    /// The District of Columbia.
    District,
    /// A territory.
    Territory,
}

/// What a group of facts rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Basis {
    /// What kind of page the main field was read in.
    pub read_in: ReadIn,
    /// How sure we are of the group.
    pub confidence: Confidence,
    /// Fields of which we are more or less sure than of the group.
    #[serde(default)]
    pub but: BTreeMap<String, Confidence>,
    /// The day a person last looked.
    pub checked_on: Date,
    /// The pages read; none where no page was found.
    #[serde(default)]
    pub sources: Vec<Origin>,
}

impl Basis {
    /// How sure we are of a field, by its name in the files.
    #[must_use]
    pub fn sure_of(&self, field: &str) -> Confidence {
        self.but.get(field).copied().unwrap_or(self.confidence)
    }
}

/// What kind of page a fact was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadIn {
    /// The office's or program's own page.
    Office,
    /// A law, a rule or a decision of a court.
    Law,
    /// Another site.
    Elsewhere,
    /// No page was found.
    Nowhere,
}

/// A page that was read. It has an address, a name, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Origin {
    /// Its address; empty when it was not recorded.
    #[serde(default)]
    pub url: String,
    /// What was read there, where the address does not say it.
    #[serde(default)]
    pub name: String,
}

/// A yes or a no that somebody found. What nobody found is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// An office or a program that a person can call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Telephone; empty when not known.
    #[serde(default)]
    pub phone: String,
    /// Another telephone.
    #[serde(default)]
    pub phone_alt: String,
    /// Its page; a regulator's is where a complaint is filed.
    #[serde(default)]
    pub url: String,
    /// Which plans it is for, where there are two offices.
    #[serde(default)]
    pub applies_to: String,
    /// What else to know.
    #[serde(default)]
    pub note: String,
    /// What this rests on.
    pub basis: Basis,
}

/// Review of a denial outside the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StateReview {
    /// Whose process it is.
    pub process: ReviewProcess,
    /// How long a person has to ask.
    #[serde(default)]
    pub window: Option<StateWindow>,
    /// What starts that time.
    pub trigger: String,
    /// The same for counting: receipt only where it is said, and otherwise the printed date, which can only be early.
    pub counts_from: Trigger,
    /// Whether the plan's first answer starts it, so that a second appeal inside the plan gives no more time.
    #[serde(default)]
    pub from_first_answer: bool,
    /// Days that are safe to count where sources differ; no limit of law.
    pub safe_window_days: u32,
    /// How long the reviewer has.
    #[serde(default)]
    pub decision_time: String,
    /// What it costs.
    #[serde(default)]
    pub fee: String,
    /// With whom to file.
    pub file_with: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Telephone when it is urgent.
    #[serde(default)]
    pub phone_urgent: String,
    /// Its page.
    #[serde(default)]
    pub url: String,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// A doubt that people can see.
    #[serde(default)]
    pub caution: String,
    /// What this rests on.
    pub basis: Basis,
}

/// Whose review process a state's plans use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewProcess {
    /// The state's own.
    State,
    /// The federal one.
    FederalHhs,
    /// The state has a law, and many plans use the federal process.
    Mixed,
}

/// A length of time in days or months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StateWindow {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

/// State law on surprise bills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SurpriseBills {
    /// How far it goes.
    pub level: SurpriseLevel,
    /// The year of the list that says so.
    pub level_as_of: u32,
    /// Whether the state limits the bills of ground ambulances.
    #[serde(default)]
    pub ground_ambulance: Option<YesNo>,
    /// What it says about them.
    #[serde(default)]
    pub ground_ambulance_note: String,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// What this rests on.
    pub basis: Basis,
}

/// How far a state's law on surprise bills goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SurpriseLevel {
    /// Far.
    Comprehensive,
    /// Some plans or some bills.
    Partial,
    /// Nothing was found beyond the federal law, which holds everywhere.
    NoneBeyondFederal,
}

/// Medicaid, and the time to ask for a hearing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StateMedicaid {
    /// The office.
    pub agency: String,
    /// Days to ask for a hearing, from the plan's decision on the appeal.
    #[serde(default)]
    pub hearing_days_after_plan_appeal: Option<u32>,
    /// Days to ask for a hearing, from a notice of the state or county.
    #[serde(default)]
    pub hearing_days_agency: Option<u32>,
    /// Telephone for hearings.
    #[serde(default)]
    pub hearing_phone: String,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// A doubt that people can see.
    #[serde(default)]
    pub caution: String,
    /// What this rests on.
    pub basis: Basis,
}

/// State law on step therapy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepTherapy {
    /// Whether there is one.
    pub law: YesNo,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// What this rests on.
    pub basis: Basis,
}

/// Free or cheaper hospital care beyond the federal rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CharityCare {
    /// Whether the state asks it of hospitals.
    pub mandate: YesNo,
    /// What the duty is, where it is no law.
    #[serde(default)]
    pub by: Option<DutyBy>,
    /// Care is free at or below this percent of the federal poverty level.
    #[serde(default)]
    pub free_fpl: Option<u32>,
    /// Care is cheaper up to this percent of the federal poverty level.
    #[serde(default)]
    pub discount_fpl: Option<u32>,
    /// Who must give it, and to whom.
    #[serde(default)]
    pub applies_to: String,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// What else to know.
    #[serde(default)]
    pub note: String,
    /// What this rests on.
    pub basis: Basis,
}

/// What a hospital's duty rests on, where it is no law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DutyBy {
    /// A program that hospitals joined.
    Program,
}

/// State limits on collecting and reporting medical debt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MedicalDebt {
    /// Whether medical debt is kept off credit reports.
    #[serde(default)]
    pub credit_reporting_ban: Option<YesNo>,
    /// The most interest, in percent a year.
    #[serde(default)]
    pub interest_cap_pct: Option<u32>,
    /// Nothing may be collected at or below this percent of the federal poverty level.
    #[serde(default)]
    pub no_collection_at_or_below_fpl: Option<u32>,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// What else to know.
    #[serde(default)]
    pub note: String,
    /// A doubt that people can see.
    #[serde(default)]
    pub caution: String,
    /// What this rests on.
    pub basis: Basis,
}

/// How long a creditor may wait before suing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TimeToSue {
    /// Years for a written contract.
    pub written_years: u32,
    /// Years under a rule for medical debt.
    #[serde(default)]
    pub medical_debt_years: Option<u32>,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// What else to know.
    #[serde(default)]
    pub note: String,
    /// What this rests on.
    pub basis: Basis,
}

/// How soon an insurer must pay a clean claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PromptPay {
    /// Days for a claim sent electronically.
    #[serde(default)]
    pub electronic_days: Option<u32>,
    /// Days for a claim on paper.
    #[serde(default)]
    pub paper_days: Option<u32>,
    /// The law.
    #[serde(default)]
    pub citation: String,
    /// What this rests on.
    pub basis: Basis,
}
