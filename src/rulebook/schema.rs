//! The shapes of the rulebook's files. The build script reads the TOML through them and the page reads the embedded JSON
//! through them, so what does not fit does not compile.
//!
//! Knows only serde, `civil` and `kinds`: the build script compiles this file too.

use serde::{Deserialize, Serialize};

use super::civil::Date;
use super::kinds::{Beside, Confidence, CoverageKind, TimeZone, Timing};

mod annex;
mod clock;
mod owes;
mod play;
mod state;

pub use annex::{Advice, Annex, Billed, Family, Fixer, Retired, Way};
pub use clock::{
    Booked, ClosedDay, Counts, DatedMoney, DatedValue, Extension, FiledWhen, Gives, LeavesOut, LegalKind, PresumedMail,
    Reading, ShortMonth, TimeOfDay, Trigger, Unit,
};
pub use owes::{Answer, Condition, Owes};
pub use play::{
    Awaited, BillShows, Branch, DoneWhen, Evidence, Filing, Glance, Opens, OutsideReview, Phase, Play, PlayCall,
    Question, Stage, Suggests, SuggestsCase, Takes, Task, Warning, When,
};
pub use state::{
    Basis, CharityCare, DutyBy, MedicalDebt, Office, Origin, PromptPay, ReadIn, ReviewProcess, State, StateKind,
    StateMedicaid, StateReview, StateWindow, StepTherapy, SurpriseBills, SurpriseLevel, TimeToSue, YesNo,
};

/// The whole rulebook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Book {
    /// One for each kind of coverage that the book covers.
    #[serde(default, rename = "track")]
    pub tracks: Vec<Track>,
    /// Clocks, rights and other rules.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
    /// Reviews outside the plan.
    #[serde(default, rename = "review")]
    pub reviews: Vec<Review>,
    /// What the rules rest on.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// Plays.
    #[serde(default, rename = "play")]
    pub plays: Vec<Play>,
    /// Denial codes in plain words.
    #[serde(default, rename = "code")]
    pub codes: Vec<Code>,
    /// Group codes in plain words.
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
    /// Whom to call.
    #[serde(default, rename = "contact")]
    pub contacts: Vec<Contact>,
    /// The first screen's questions about what cannot wait.
    #[serde(default, rename = "urgency")]
    pub urgencies: Vec<Urgency>,
    /// Days on which offices are closed by law.
    #[serde(default, rename = "holiday")]
    pub holidays: Vec<Holiday>,
    /// The states with their own windows. Made from the states' files when the book is built.
    #[serde(default, rename = "place")]
    pub places: Vec<Place>,
    /// Who may be asked to pay; the first row that holds answers.
    #[serde(default)]
    pub owes: Vec<Owes>,
    /// Time zones with the states that lie wholly in them.
    #[serde(default, rename = "zone")]
    pub zones: Vec<Zoned>,
}

/// The road for one kind of coverage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Track {
    /// Its id in files of worked dates, such as `original_medicare`.
    pub id: String,
    /// Which coverage.
    pub coverage: CoverageKind,
    /// What leads onto it, where it runs beside the main road of that coverage.
    #[serde(default)]
    pub beside: Option<Beside>,
    /// Other coverage that takes this road too.
    #[serde(default)]
    pub also: Vec<CoverageKind>,
    /// Its name, for people.
    pub name: String,
    /// How a person recognises it.
    pub recognise: String,
    /// Who enforces the rules.
    pub regulator: String,
    /// What must be said about the levels.
    pub levels_note: String,
    /// The law that it rests on.
    pub law: String,
    /// First decision, appeals in order, external review, court.
    #[serde(default, rename = "level")]
    pub levels: Vec<Level>,
    /// Ids of rules that are rights of a person with this coverage.
    #[serde(default)]
    pub rights: Vec<String>,
    /// Ids of the reviews outside the plan that may be open; empty where the road has later steps of its own.
    #[serde(default)]
    pub reviews: Vec<String>,
}

/// A step on the road.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Level {
    /// Its id in files of worked dates, such as `redetermination`.
    pub id: String,
    /// What kind of step.
    pub kind: LevelKind,
    /// Its name, for people.
    pub name: String,
    /// Who decides.
    pub decider: String,
    /// How to file.
    #[serde(default)]
    pub how_to_file: String,
    /// What must be in it.
    #[serde(default)]
    pub must_include: Vec<String>,
    /// What it costs.
    #[serde(default)]
    pub cost: String,
    /// Whether it exists for every plan of this kind.
    #[serde(default)]
    pub only_if: String,
    /// Ids of the filing clocks (mine).
    #[serde(default)]
    pub file_by: Vec<String>,
    /// Ids of the deciding clocks (theirs).
    #[serde(default)]
    pub decide_by: Vec<String>,
    /// What must be said about this step.
    #[serde(default)]
    pub note: String,
    /// Whether it stands in the place of the step before it, for another kind of denial.
    #[serde(default)]
    pub or_else: bool,
    /// Whom the decision binds.
    #[serde(default)]
    pub binding: String,
    /// What becomes of the care, or of the charges for it, in the meantime.
    #[serde(default)]
    pub meanwhile: String,
    /// Id of the rule with the least sum that must be in dispute.
    #[serde(default)]
    pub least_sum: Option<String>,
    /// Id of the source, for a step without a clock: the law sets no number for it.
    #[serde(default)]
    pub source: Option<String>,
}

/// A review outside the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Review {
    /// Its id in files of worked dates, such as `federal_iro`.
    pub id: String,
    /// Its name, for people.
    pub name: String,
    /// Whose it is.
    pub used_by: Vec<String>,
    /// Who decides.
    pub decider: String,
    /// What it takes.
    pub takes: Vec<String>,
    /// What it does not take.
    pub leaves: String,
    /// When it is open.
    pub when: String,
    /// What it costs.
    pub cost: String,
    /// Whom the decision binds.
    pub binding: String,
    /// How to file.
    #[serde(default)]
    pub how_to_file: String,
    /// What must be in it.
    #[serde(default)]
    pub must_include: Vec<String>,
    /// What becomes of papers that are missing or come later.
    #[serde(default)]
    pub papers: String,
    /// Ids of the filing clocks (mine).
    #[serde(default)]
    pub file_by: Vec<String>,
    /// Ids of the deciding clocks (theirs).
    #[serde(default)]
    pub decide_by: Vec<String>,
    /// A doubt that people can see.
    #[serde(default)]
    pub doubt: String,
    /// Id of its source.
    pub source: String,
}

/// Kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LevelKind {
    /// The plan's first decision.
    FirstDecision,
    /// First internal appeal.
    InternalAppeal,
    /// Second internal appeal, where the plan has one.
    SecondInternalAppeal,
    /// Drug exception, beside the numbered levels.
    DrugException,
    /// External review.
    ExternalReview,
    /// An independent reviewer inside a public program.
    IndependentReview,
    /// A hearing.
    Hearing,
    /// A council or office above the hearing.
    Council,
    /// Court.
    Court,
}

/// A clock, a right or another rule of law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Its id, such as `self-funded-appeal-window`.
    pub id: String,
    /// Its name, for people.
    pub title: String,
    /// What it says, in our words.
    pub text: String,
    /// For clocks: when it applies.
    #[serde(default)]
    pub timing: Option<Timing>,
    /// For clocks: which of several clocks of one step it is, in files of worked dates.
    #[serde(default)]
    pub situations: Vec<String>,
    /// For clocks: how long before care it must have been booked for this one to be the one.
    #[serde(default)]
    pub booked: Option<Booked>,
    /// Its names in files of worked dates, such as `rule.ppdr`, where it belongs to no step.
    #[serde(default)]
    pub worked_as: Vec<String>,
    /// For clocks: what its end is, where it is neither the last day to file nor the last day to decide.
    #[serde(default)]
    pub gives: Option<Gives>,
    /// For clocks: how it counts.
    #[serde(default)]
    pub counts: Option<Counts>,
    /// Its amounts by the day from which they hold; empty for rules without one.
    #[serde(default, rename = "value")]
    pub values: Vec<DatedValue>,
    /// Its sums of money by the day from which they hold; empty for rules without one.
    #[serde(default)]
    pub money: Vec<DatedMoney>,
    /// Which coverages it binds, with the citation that binds each. The citation printed is the one that binds this plan.
    #[serde(default)]
    pub binds: Vec<Binding>,
    /// The two letters of the state whose rule it is; empty for federal rules. Made from the state's file, so its count is
    /// tried with the federal rule's examples.
    #[serde(default)]
    pub of_state: String,
    /// What of a state takes its place there, where the law leaves the time to the states. In a rule of a state: the rule is
    /// open still, because the notice says whether it is this one or the federal one.
    #[serde(default)]
    pub by_state: Option<ByState>,
    /// Id of the source that binds a hospital, a provider, a collector or an office whatever the patient's coverage is.
    /// `text` says whom. A coverage in `binds` keeps its own citation.
    #[serde(default)]
    pub binds_everybody: Option<String>,
    /// What happens when the date is missed.
    #[serde(default)]
    pub if_missed: String,
    /// How it can be extended.
    #[serde(default)]
    pub extension: String,
    /// More time that they may properly take, in numbers.
    #[serde(default)]
    pub extends: Option<Extension>,
    /// A doubt that people can see.
    #[serde(default)]
    pub doubt: String,
    /// Worked examples; every one is run by the tests.
    #[serde(default, rename = "example")]
    pub examples: Vec<Example>,
}

/// What a state may set in the place of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByState {
    /// The window of its own external review.
    ItsReview,
    /// Nothing, where the federal external review is the one of its insured plans.
    FederalReview,
    /// The time to ask for a hearing after a Medicaid plan said no again.
    PlanHearing,
    /// The time to ask for a hearing after the state's own Medicaid office said no.
    AgencyHearing,
}

/// A state, district or territory, as the clocks need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Place {
    /// Its two letters.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its time zone, where it lies wholly in one.
    #[serde(default)]
    pub zone: Option<TimeZone>,
    /// The office that oversees health insurance companies there, where its name was confirmed; may be empty.
    #[serde(default)]
    pub regulator: String,
    /// A second office that oversees some kinds of plans there; may be empty.
    #[serde(default)]
    pub second_regulator: String,
    /// What becomes here of rules that the law leaves to the states. A rule that is not named stays as it is, and nobody
    /// knows whether the state set another time.
    #[serde(default)]
    pub instead: Vec<Instead>,
}

/// A time zone and the states that lie wholly in it. In a state that is not listed, the person says which it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Zoned {
    /// Which.
    pub zone: TimeZone,
    /// The states' two letters.
    pub states: Vec<String>,
    /// Id of the source.
    pub source: String,
}

/// What becomes of a rule in a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instead {
    /// Id of the rule.
    pub of: String,
    /// Id of the rule that takes its place, which may be itself; none where it does not hold here.
    #[serde(default)]
    pub by: Option<String>,
}

/// A coverage that a rule binds, and the source that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Binding {
    /// The coverage.
    pub coverage: CoverageKind,
    /// Id of the source whose citation is printed for it.
    pub source: String,
}

/// A worked example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Example {
    /// The day that starts the clock.
    pub given: Date,
    /// The last day by the rule, after any roll.
    pub last_day: Date,
    /// The day to aim for: the last business day on or before the earliest reading.
    #[serde(default)]
    pub aim_for: Option<Date>,
    /// The last day before any roll.
    #[serde(default)]
    pub unrolled: Option<Date>,
}

/// What rules rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// Its id.
    pub id: String,
    /// The pinpoint, as a lawyer writes it.
    pub cite: String,
    /// Whether the section cited has no paragraphs, so that its number is all the pinpoint there is.
    #[serde(default)]
    pub undivided: bool,
    /// Whether only the section is named: its paragraph was not read, or the source is no section of the codes.
    #[serde(default)]
    pub section_only: bool,
    /// Whether the official text was read and none of its words were kept.
    #[serde(default)]
    pub unquoted: bool,
    /// The official page.
    pub url: String,
    /// The words relied on; empty when the official text was not read.
    #[serde(default)]
    pub quote: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// The day a person last looked.
    pub checked_on: Date,
    /// The day from which it counts as stale.
    pub recheck_on: Date,
}

/// A reason or remark code in our words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Code {
    /// The code without group.
    pub code: String,
    /// What it means, in our words.
    pub plain: String,
    /// Whether it is no denial at all (deductible, copay and the like).
    #[serde(default)]
    pub not_a_denial: bool,
    /// How sure we are of the meaning.
    pub confidence: Confidence,
    /// Id of the family of codes that are met in the same way. Carried over from the annex when the book is built.
    #[serde(default)]
    pub family: String,
}

/// A group code in our words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Group {
    /// `CO`, `PR`, `OA`, `PI` or `CR`.
    pub code: String,
    /// What the two letters stand for.
    pub name: String,
    /// To whom the insurer assigned the amount, in our words.
    pub plain: String,
    /// Whether the patient may be billed for it.
    pub billed: String,
    /// How sure we are.
    pub confidence: Confidence,
}

/// Whom to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contact {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Telephone; may be empty.
    #[serde(default)]
    pub phone: String,
    /// Page.
    #[serde(default)]
    pub url: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// The day a person last looked.
    pub checked_on: Date,
}

/// A question about what cannot wait, and what to do today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Urgency {
    /// Its key.
    pub key: String,
    /// The question.
    pub question: String,
    /// What to do today, in order. Numbers of law come from the rules named in `rules`.
    pub today: Vec<String>,
    /// Ids of the rules behind it.
    pub rules: Vec<String>,
    /// Ids of contacts, after the number on the notice.
    pub contacts: Vec<String>,
    /// When it stands above everything else in a case: any of these.
    #[serde(default, rename = "when")]
    pub whens: Vec<When>,
}

/// A federal holiday under 5 U.S.C. 6103(a).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// When it falls.
    pub on: HolidayOn,
}

/// When a holiday falls each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayOn {
    /// On a fixed day.
    Day {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// On the nth weekday (Monday is 1) of a month; 5 means the last.
    Nth {
        /// 1 to 12.
        month: u32,
        /// 1 to 5.
        nth: u32,
        /// 1 (Monday) to 7 (Sunday).
        weekday: u32,
    },
}
