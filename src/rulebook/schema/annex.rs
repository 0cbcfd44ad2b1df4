//! What stands beside the book: the states, and what to do about a code. Most people need neither at first, so it is
//! embedded by itself and fetched with the pages that show it.

use serde::{Deserialize, Serialize};

use super::super::kinds::Confidence;
use super::State;

/// What stands beside the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Annex {
    /// The states, the district and the territories.
    #[serde(default, rename = "state")]
    pub states: Vec<State>,
    /// What to do about a code.
    #[serde(default, rename = "advice")]
    pub advice: Vec<Advice>,
    /// Families of codes that are met in the same way.
    #[serde(default, rename = "family")]
    pub families: Vec<Family>,
    /// Codes that are no longer given out.
    #[serde(default, rename = "retired")]
    pub retired: Vec<Retired>,
}

/// What to do about a reason or remark code. Its meaning stands in the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Advice {
    /// The code without group.
    pub code: String,
    /// Id of its family.
    pub family: String,
    /// The groups it is usually printed with.
    #[serde(default)]
    pub usual_groups: Vec<String>,
    /// Who must put it right; empty when not known.
    #[serde(default)]
    pub fixes: Vec<Fixer>,
    /// Whether the patient may be billed.
    #[serde(default)]
    pub billed: Option<Billed>,
    /// What to do first.
    pub first_step: String,
    /// How sure we are.
    pub confidence: Confidence,
}

/// Who must put a code right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fixer {
    /// Whoever sent the bill.
    Provider,
    /// The plan.
    Insurer,
    /// The person.
    Patient,
    /// Another insurer.
    OtherPayer,
}

/// Whether the patient may be billed for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Billed {
    /// It is the person's normal share.
    CostShare,
    /// Only under the group `PR`.
    OnlyUnderPr,
    /// Not by a provider in the network.
    NotInNetwork,
    /// No.
    No,
    /// The claim is not finished.
    NotYet,
    /// Another insurer is to be billed first.
    OtherPayerFirst,
    /// The plan or a signed paper decides.
    PlanTerms,
}

/// Codes that are met in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Family {
    /// Its id.
    pub id: String,
    /// Who acts, and whether an appeal is the way.
    pub way: Way,
    /// Its name, for people.
    pub name: String,
    /// What it is, in our words.
    pub plain: String,
    /// The usual way.
    pub path: String,
}

/// Who acts on codes of a family, and whether an appeal is the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The amount is a normal share; an appeal only where it is wrong.
    NoAppealUnlessWrong,
    /// The provider mends it; where that fails, an appeal.
    ProviderFixThenAppeal,
    /// An appeal, and then the review outside the plan.
    AppealAndExternalReview,
    /// The provider mends it.
    ProviderFix,
    /// Somebody sends what is missing.
    ProviderOrPatientSends,
    /// The loss of a provider who was late; an appeal where the patient was.
    ProviderWriteoffOrAppeal,
    /// The person and the plan put facts right.
    PatientInsurerFix,
    /// The person answers the plan, and the provider bills again.
    PatientProviderFix,
    /// The rules on surprise bills, then an appeal.
    SurpriseBillCheckThenAppeal,
    /// An appeal on the plan's own words.
    AppealPlanTerms,
    /// The prescriber asks for an exception.
    ExceptionRequest,
    /// Nothing is to be done.
    Nothing,
    /// Waiting, and asking what is missing.
    WaitAndAsk,
    /// The next step that the letter names.
    NextLevel,
    /// The provider's loss.
    ProviderWriteoff,
    /// The office that decides on the coverage.
    EligibilityOffice,
    /// The reason in writing, then an appeal.
    AskReasonThenAppeal,
}

/// A code that old papers may show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Retired {
    /// The code without group.
    pub code: String,
    /// How sure we are.
    pub confidence: Confidence,
}
