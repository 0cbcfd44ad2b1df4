//! How a clock counts, as the rulebook's files say it.

use serde::{Deserialize, Serialize};

use super::super::civil::Date;
use super::super::kinds::Confidence;

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
    /// Days from the printed date that are safe to count on, where the time is longer or sources differ; no limit of law.
    #[serde(default)]
    pub safe_days: Option<u32>,
    /// Whether the first answer to an appeal starts it, also where a second appeal was answered since.
    #[serde(default)]
    pub from_first_answer: bool,
    /// How long the mail is presumed to take, where the law presumes it.
    #[serde(default)]
    pub presumed_mail: Option<PresumedMail>,
    /// When a request counts as filed.
    #[serde(default)]
    pub filed_when: FiledWhen,
    /// The hour at which the last day ends, where the law names one.
    #[serde(default)]
    pub at: Option<TimeOfDay>,
    /// Whether the last day is the day of the event itself; then the amount is 0.
    #[serde(default)]
    pub same_day: bool,
    /// Whether it counts backward: so long before the event, something must have been done.
    #[serde(default)]
    pub before: bool,
    /// Where the law gives the later of two days: the other one.
    #[serde(default)]
    pub or_later: Option<Trigger>,
    /// Days that the count leaves out.
    #[serde(default)]
    pub leaves_out: Option<LeavesOut>,
    /// Another reading of the same window, which may be earlier.
    #[serde(default)]
    pub other_reading: Option<Reading>,
}

/// How long the mail is presumed to take. Proof of another day of receipt ends the presumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PresumedMail {
    /// Days after the notice.
    pub days: u32,
    /// Whether weekends and federal holidays are left out of them.
    #[serde(default)]
    pub business_days: bool,
}

/// When a request counts as filed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FiledWhen {
    /// The rule does not say. Aim to have it there.
    #[default]
    Unspecified,
    /// When it reaches them.
    Received,
    /// By the day of its postmark.
    Postmarked,
    /// By the day of its postmark or of its receipt.
    PostmarkedOrReceived,
    /// When it is filed in court.
    FiledInCourt,
}

/// An hour at which a last day ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeOfDay {
    /// 12:00, local time at the place of care.
    Noon,
}

/// Days that a count leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeavesOut {
    /// The days that a member of a Medicaid plan took, after the plan's decision, to ask for the hearing.
    AskingForTheHearing,
}

/// Another reading of a window: a day so many days before an event, at the same hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reading {
    /// The event.
    pub before: Trigger,
    /// Days.
    pub days: u32,
}

/// More time that the other side may properly take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Extension {
    /// In what.
    pub unit: Unit,
    /// How many more.
    pub amount: u32,
}

/// What the end of a clock is, where it is neither a last day to file nor a last day to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gives {
    /// The day by which they must tell the person.
    ToldBy,
    /// The last day on which a notice to the person is in time.
    LatestNotice,
    /// The first day on which the other side may act.
    EarliestAction,
    /// The last day of a protection.
    ProtectionEnds,
}

/// How long before care it was booked, where that picks the clock. The count ends on the day of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Booked {
    /// In what: days or business days.
    pub unit: Unit,
    /// The least.
    #[serde(default)]
    pub at_least: u32,
    /// The most; without it, any longer time.
    #[serde(default)]
    pub at_most: Option<u32>,
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
    /// Years, to the same day of the year.
    Years,
    /// Calendar years, to the last day of the last one.
    YearEnds,
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
    /// The mailing of the notice; the printed date while that is not known.
    NoticeMailed,
    /// The sending of the notice; the printed date while that is not known.
    NoticeSent,
    /// The day on which the person was told the decision.
    DecisionTold,
    /// The day of discharge or release from the hospital.
    Discharge,
    /// The day on which services end.
    ServicesEnd,
    /// The day on which a change takes effect.
    EffectiveDate,
    /// The day of care.
    ServiceDate,
    /// The hour of the appointment.
    Appointment,
    /// An event that the text names.
    Event,
    /// The day on which the decider has what it needs.
    InformationReceived,
    /// The later of the receipt of the request and of the papers needed.
    RequestAndPapers,
    /// Receipt of the request or, where one is needed, of the prescriber's statement.
    RequestOrStatement,
    /// The filing of the appeal to the plan.
    PlanAppealFiled,
    /// A written request for reconsideration that was not answered.
    UnansweredRequest,
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
    /// The state picks a number within a range: the amount is its end, and `least` its beginning.
    StateRange,
}

/// An amount from a day on. Add one when the law changes; never edit an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatedValue {
    /// The first day on which it holds.
    pub from: Date,
    /// How many units.
    pub amount: u32,
    /// The least that a state may pick, for a range.
    #[serde(default)]
    pub least: Option<u32>,
}

/// A sum of money from a day on. Add one when the law changes; never edit an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatedMoney {
    /// The first day on which it holds.
    pub from: Date,
    /// The last day on which it holds, where the law says; after it nothing is known.
    #[serde(default)]
    pub until: Option<Date>,
    /// How much, in cents.
    pub cents: u32,
    /// How sure we are of this sum, where that is not what the source says.
    #[serde(default)]
    pub confidence: Option<Confidence>,
}
