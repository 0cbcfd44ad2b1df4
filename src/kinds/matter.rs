//! What a letter is about, where that leads onto a road of its own. Knows only serde: the build script compiles this file too.

use serde::{Deserialize, Serialize};

/// What a letter is about, where some matters have a road of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Care, a drug or a claim: the main road.
    Care,
    /// A Medicare patient is to leave the hospital.
    HospitalDischarge,
    /// Nursing, home health, rehab or hospice care under Medicare is to end.
    ServicesEnding,
    /// The hospital changed a Medicare patient from inpatient to observation.
    StatusChange,
    /// Whether somebody may enroll through the Marketplace, or how much help with the premium they get.
    Eligibility,
}

/// What leads onto a road beside the main one of a coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beside {
    /// [`Matter::HospitalDischarge`].
    HospitalDischarge,
    /// [`Matter::ServicesEnding`].
    ServicesEnding,
    /// [`Matter::StatusChange`].
    StatusChange,
    /// [`Matter::Eligibility`].
    Eligibility,
    /// One plan runs both Medicare and Medicaid.
    DualPlan,
    /// CHAMPVA, and not care from Veterans Affairs itself.
    Champva,
}
