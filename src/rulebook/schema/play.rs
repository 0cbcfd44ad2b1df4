//! The shapes of the playbooks: situations, tasks, evidence, calls, warnings, and when each applies.
//!
//! Knows only serde and `kinds`: the build script compiles this file too.

use serde::{Deserialize, Serialize};

use super::super::kinds::{
    CallKind, CoverageKind, Field, LetterKind, Matter, PaperKind, ProblemGroup, Purpose, Timing, Who,
};

/// A situation and the way through it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Play {
    /// Its id, such as `S04`; the general play is `general`.
    pub id: String,
    /// Its name, for people.
    pub name: String,
    /// Its line in the table of problems.
    pub glance: Glance,
    /// What suggests it.
    #[serde(default)]
    pub suggests: Suggests,
    /// What it means.
    pub means: String,
    /// What wins it.
    pub wins: Vec<String>,
    /// What weakens it.
    pub weakens: Vec<String>,
    /// The approach in a few sentences.
    pub approach: Vec<String>,
    /// When an appeal is the wrong tool, and what is the right one.
    #[serde(default)]
    pub wrong_tool: String,
    /// Whether people outside the plan take it, after the plan's last no.
    #[serde(default)]
    pub outside_review: Option<OutsideReview>,
    /// When to get a person's help.
    #[serde(default)]
    pub human_help: String,
    /// The tasks in order; the first open one is the next step.
    #[serde(rename = "task")]
    pub tasks: Vec<Task>,
    /// What proves it, and who has it.
    #[serde(rename = "evidence")]
    pub evidence: Vec<Evidence>,
    /// Calls with their questions.
    #[serde(default, rename = "call")]
    pub calls: Vec<PlayCall>,
    /// Letters in order.
    pub letters: Vec<LetterKind>,
    /// Warnings.
    #[serde(default, rename = "warning")]
    pub warnings: Vec<Warning>,
}

/// Whether a review outside the plan takes a kind of denial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OutsideReview {
    /// Whether it does.
    pub takes: Takes,
    /// Why, and what is left where it does not.
    pub why: String,
}

/// Whether a reviewer takes a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Takes {
    /// It is what the review is for.
    Yes,
    /// It hangs on what the letter says.
    Perhaps,
    /// It is not.
    No,
}

/// A play's line in the table of problems, beside its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Glance {
    /// What most people do first, in a few words and without a full stop.
    pub first_step: String,
    /// What may help after that, as short.
    pub approach: String,
    /// Among which problems people look for it.
    pub group: ProblemGroup,
}

/// What in a letter suggests a play.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Suggests {
    /// Reason codes without group.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Words of reason sentences, lower case; all words of one entry must stand in the reason.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// The timings that it belongs to; empty means any.
    #[serde(default)]
    pub timings: Vec<Timing>,
    /// The coverages for which it is suggested; empty means any. A coverage that is not known yet is never held against it.
    #[serde(default)]
    pub coverage: Vec<CoverageKind>,
    /// Cases for which it is suggested although no letter says so.
    #[serde(default, rename = "case")]
    pub cases: Vec<SuggestsCase>,
}

/// A case for which a play is suggested although no letter says so. All that is given must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuggestsCase {
    /// What the case was opened for.
    pub purpose: Purpose,
    /// The coverages, of which the person's must be known to be one; empty says nothing of it.
    #[serde(default)]
    pub coverage: Vec<CoverageKind>,
    /// Where the case stands; empty says nothing of it.
    #[serde(default)]
    pub stage: Vec<Stage>,
    /// Fields answered with yes.
    #[serde(default)]
    pub yes: Vec<Field>,
    /// Fields answered with no.
    #[serde(default)]
    pub no: Vec<Field>,
    /// Fields that are known.
    #[serde(default)]
    pub known: Vec<Field>,
    /// What the bill shows by itself.
    #[serde(default)]
    pub bill: Option<BillShows>,
}

/// What a bill shows by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BillShows {
    /// Lines or totals about which there is something to ask.
    Questions,
    /// No lines, only totals.
    NoLines,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Task {
    /// Its key within the play.
    pub key: String,
    /// What to do, as an order to oneself.
    pub what: String,
    /// Why.
    pub why: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// Where it stands in the work; within a phase the order of the file holds.
    pub phase: Phase,
    /// The tool that does it.
    pub opens: Opens,
    /// When it applies; empty means always.
    #[serde(default)]
    pub when: When,
    /// What makes it done by itself.
    #[serde(default)]
    pub done_when: Option<DoneWhen>,
    /// The papers that doing it asks somebody for.
    #[serde(default)]
    pub asks_for: Vec<PaperKind>,
    /// Ids of rules behind it. Shown are those that bind the person's coverage.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Ids of contacts who help with it.
    #[serde(default)]
    pub contacts: Vec<String>,
}

/// Where a task stands in the work. Tasks of several plays are put together by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before all else: waiting does harm, or a date has come.
    First,
    /// Ask those who know or can put it right.
    Ask,
    /// Get papers and facts together.
    Gather,
    /// Write.
    Write,
    /// Send.
    Send,
    /// After sending.
    Follow,
}

/// What a task opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opens {
    /// The call companion.
    Call(CallKind),
    /// A letter.
    Letter(LetterKind),
    /// The facts, to fill in one.
    Fact(Field),
    /// The list of papers.
    Papers,
    /// The packet.
    Packet,
    /// The bill, line by line.
    Bill,
    /// The table of options.
    Options,
    /// Nothing: to be done away from the page.
    Nothing,
}

/// When a task, a call, a question, a piece of evidence or a warning applies. All that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct When {
    /// The coverages; empty means any.
    #[serde(default)]
    pub coverage: Vec<CoverageKind>,
    /// The coverages for which it does not apply. A coverage that is not known yet is never held against it.
    #[serde(default)]
    pub except: Vec<CoverageKind>,
    /// What the letter is about, which must be known to be one of these; empty means any.
    #[serde(default)]
    pub matter: Vec<Matter>,
    /// What the letter must not be known to be about.
    #[serde(default)]
    pub not_about: Vec<Matter>,
    /// The timings; empty means any.
    #[serde(default)]
    pub timing: Vec<Timing>,
    /// The group codes seen on the notice; empty means any.
    #[serde(default)]
    pub group: Vec<String>,
    /// Fields that are not known yet. `coverage-from` and `funding` count as missing only while the coverage hangs on them.
    #[serde(default)]
    pub missing: Vec<Field>,
    /// Fields that are known.
    #[serde(default)]
    pub known: Vec<Field>,
    /// Fields answered with yes.
    #[serde(default)]
    pub yes: Vec<Field>,
    /// Fields answered with no.
    #[serde(default)]
    pub no: Vec<Field>,
    /// Where the case stands; empty means any. While the first decision is awaited the case stands at none.
    #[serde(default)]
    pub stage: Vec<Stage>,
    /// Only while the first decision is awaited, and where that wait stands; empty says nothing of it.
    #[serde(default)]
    pub awaited: Vec<Awaited>,
    /// Where the clock for filing stands; empty means any.
    #[serde(default)]
    pub filing: Vec<Filing>,
}

/// Where the clock for filing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filing {
    /// There is time, or no date is known.
    Open,
    /// The day to aim for is near, or has passed while the law still gives time.
    Pressing,
    /// The last day has passed by every reading.
    Late,
    /// No step is left that anybody must take by a day.
    None,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Denied; nothing sent yet.
    Denied,
    /// An appeal was sent; their clock runs.
    Appealed,
    /// The internal appeal was lost.
    Lost,
    /// Won.
    Won,
    /// A bill came; no decision of the insurance is in dispute.
    Billed,
    /// Care is planned; nothing has been decided.
    Planning,
}

/// Where the wait for the first decision stands. Nothing was denied yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Awaited {
    /// Their time runs, or no end of it is known.
    InTime,
    /// Their time has passed, if it began on the day that the person gave.
    Overdue,
}

/// What makes a task done by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoneWhen {
    /// A bill with its lines is here.
    BillLines,
    /// A call of this kind is logged.
    Called(CallKind),
    /// A letter of this kind was sent.
    Sent(LetterKind),
    /// The fact is known.
    Known(Field),
    /// A paper of this kind is in hand.
    Holds(PaperKind),
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Evidence {
    /// Which paper.
    pub paper: PaperKind,
    /// What it is, exactly, for this situation.
    pub what: String,
    /// What it shows.
    pub why: String,
    /// Who has it.
    pub from: Who,
    /// The letter that asks them for it.
    #[serde(default)]
    pub letter: Option<LetterKind>,
    /// When it applies.
    #[serde(default)]
    pub when: When,
}

/// A call with its questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlayCall {
    /// Which call.
    pub kind: CallKind,
    /// Whom to call.
    pub with: Who,
    /// What to have at hand.
    pub have_ready: Vec<String>,
    /// What to say first.
    pub opening: String,
    /// What to ask, in order.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
    /// What to say before hanging up.
    pub closing: String,
    /// What to do when they say a certain thing.
    #[serde(default, rename = "branch")]
    pub branches: Vec<Branch>,
    /// When it applies.
    #[serde(default)]
    pub when: When,
}

/// What to do when they say a certain thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Branch {
    /// Its key within the kind of call. A play's own branch replaces the general one with the same key.
    pub key: String,
    /// What they say, in few words.
    pub if_they_say: String,
    /// What to say or do then.
    pub then: String,
    /// The key of the question to which they say it; empty where they may say it at any time.
    #[serde(default)]
    pub after: String,
    /// When it applies.
    #[serde(default)]
    pub when: When,
}

/// A question to ask in a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Question {
    /// Its key within the kind of call. A play's own question replaces the general one with the same key.
    pub key: String,
    /// The words.
    pub ask: String,
    /// Why it matters.
    pub why: String,
    /// When it applies.
    #[serde(default)]
    pub when: When,
}

/// A warning at the moment it matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Warning {
    /// The words.
    pub text: String,
    /// The tools beside which it is shown; empty means beside the next step.
    #[serde(default)]
    pub beside: Vec<Opens>,
    /// Ids of rules behind it. Shown are those that bind the person's coverage.
    #[serde(default)]
    pub rules: Vec<String>,
    /// When it applies.
    #[serde(default)]
    pub when: When,
}
