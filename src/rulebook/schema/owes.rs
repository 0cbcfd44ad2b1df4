//! Who may be asked to pay an amount that a plan did not: a decision table. The first row whose conditions all hold answers.

use serde::{Deserialize, Serialize};

use super::super::kinds::{Confidence, Field};

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Owes {
    /// Its id.
    pub id: String,
    /// What must all hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Reason codes of which the amount must have one; empty where any will do.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Who may be asked.
    pub answer: Answer,
    /// The answer, in our words.
    pub text: String,
    /// The rule of law that it rests on, where there is one.
    #[serde(default)]
    pub rule: Option<String>,
    /// How sure we are of the answer as a whole.
    pub confidence: Confidence,
    /// The facts that would change the answer.
    #[serde(default)]
    pub changes: Vec<Field>,
    /// A doubt that people are shown.
    #[serde(default)]
    pub doubt: Option<String>,
}

/// Something that must hold. A condition about a fact that nobody knows neither holds nor fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// The amount has the group code `CO`.
    GroupCo,
    /// The amount has the group code `PR`.
    GroupPr,
    /// The amount has the group code `OA`.
    GroupOa,
    /// The amount has the group code `PI`.
    GroupPi,
    /// The amount has the group code `CR`.
    GroupCr,
    /// The plan processed the line as in its network, or the person says that the provider is in it.
    InNetwork,
    /// The other way round.
    OutOfNetwork,
    /// It was an emergency.
    Emergency,
    /// The hospital or other place is in the network.
    FacilityInNetwork,
    /// The person signed that they agree to out-of-network care and its cost.
    Consented,
    /// The person did not sign it.
    NotConsented,
    /// The coverage is Medicaid.
    Medicaid,
}

/// Who may be asked to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The patient, up to the share that the plan states.
    Share,
    /// No more than the share for care in the network.
    NetworkShare,
    /// The provider has to settle it with the plan.
    Provider,
    /// Nobody yet: something comes first.
    NotYet,
    /// It is open.
    Open,
}
