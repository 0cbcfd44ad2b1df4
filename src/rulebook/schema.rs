//! The shapes of the rulebook's files. The build script reads the TOML through them and the page reads the embedded JSON
//! through them, so what does not fit does not compile.
//!
//! Knows only serde, `civil` and `kinds`: the build script compiles this file too.

use serde::{Deserialize, Serialize};

use super::civil::Date;
use super::kinds::{Confidence, CoverageKind, Timing};

mod owes;
mod play;

pub use owes::{Answer, Condition, Owes};
pub use play::{
    Awaited, BillShows, DoneWhen, Evidence, Filing, Glance, Opens, Phase, Play, PlayCall, Question, Stage, Suggests,
    SuggestsCase, Task, Warning, When,
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
    /// Who may be asked to pay; the first row that holds answers.
    #[serde(default)]
    pub owes: Vec<Owes>,
}

/// The road for one kind of coverage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Track {
    /// Which coverage.
    pub coverage: CoverageKind,
    /// Its name, for people.
    pub name: String,
    /// How a person recognises it.
    pub recognise: String,
    /// Who enforces the rules.
    pub regulator: String,
    /// What must be said about the levels.
    pub levels_note: String,
    /// First decision, appeals in order, external review, court.
    #[serde(default, rename = "level")]
    pub levels: Vec<Level>,
    /// Ids of rules that are rights of a person with this coverage.
    #[serde(default)]
    pub rights: Vec<String>,
}

/// A step on the road.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Level {
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
    /// Whether a state may set a time of its own within this one, which this book does not have.
    #[serde(default)]
    pub varies_by_state: bool,
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
    /// A doubt that people can see.
    #[serde(default)]
    pub doubt: String,
    /// Worked examples; every one is run by the tests.
    #[serde(default, rename = "example")]
    pub examples: Vec<Example>,
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

/// How a clock counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Counts {
    /// In what.
    pub unit: Unit,
    /// From what. That day is day zero.
    pub from: Trigger,
    /// What a month without the day does.
    #[serde(default)]
    pub short_month: ShortMonth,
    /// What a closed last day does.
    #[serde(default)]
    pub on_closed_day: ClosedDay,
    /// What the number is to a longer or shorter one in the notice.
    pub legal_kind: LegalKind,
    /// How it is said when receipt is not known.
    #[serde(default)]
    pub safe_rule: String,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Elapsed hours.
    Hours,
    /// Calendar days.
    Days,
    /// Business days: neither weekend nor federal holiday.
    BusinessDays,
    /// Calendar months.
    Months,
}

/// What starts a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trigger {
    /// Receipt of the notice; the printed date while receipt is not known.
    NoticeReceived,
    /// The date printed on the notice.
    NoticeDate,
    /// The other side's receipt of the claim or request.
    ClaimReceived,
    /// The other side's receipt of our appeal.
    AppealReceived,
    /// The reviewer's receipt of the request.
    ReviewRequestReceived,
    /// A written request of ours, mailed or delivered.
    RequestSent,
    /// The day on which care was booked.
    Booked,
    /// Receipt of the first bill; the printed date while receipt is not known.
    BillReceived,
    /// The date of the first bill after the patient went home.
    FirstBill,
}

/// What a month without the day does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShortMonth {
    /// The last day of the short month.
    #[default]
    LastDay,
    /// The first day of the month after it.
    FirstOfNext,
}

/// What a closed last day does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosedDay {
    /// Nothing: aim for the last business day before.
    #[default]
    Stands,
    /// The next day that is neither weekend nor federal holiday.
    NextOpenDay,
}

/// What the rule's number is to a different one in the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegalKind {
    /// The plan may give more, never less.
    Minimum,
    /// The rule is the limit.
    Fixed,
    /// The state may give less.
    Maximum,
}

/// An amount from a day on. Add one when the law changes; never edit an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatedValue {
    /// The first day on which it holds.
    pub from: Date,
    /// How many units.
    pub amount: u32,
}

/// A sum of money from a day on. Add one when the law changes; never edit an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatedMoney {
    /// The first day on which it holds.
    pub from: Date,
    /// How much, in cents.
    pub cents: u32,
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
}

/// A group code in our words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Group {
    /// `CO`, `PR`, `OA`, `PI` or `CR`.
    pub code: String,
    /// To whom the insurer assigned the amount, in our words.
    pub plain: String,
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
