//! Kinds of coverage. Knows only serde: the build script compiles this file too.

use serde::{Deserialize, Serialize};

/// What kind of coverage decides the law, the window, the body and the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoverageKind {
    /// Bought by the person, on or off the Marketplace.
    Individual,
    /// A private employer's plan whose claims an insurance company pays with its own money.
    EmployerInsured,
    /// A private employer's or union's plan that pays claims itself; a company only administers it.
    EmployerSelfFunded,
    /// State, county, city, school or public-university employees.
    Government,
    /// A church plan.
    Church,
    /// Unchanged since March 23, 2010.
    Grandfathered,
    /// Federal employees, retirees and postal workers.
    Fehb,
    /// Original Medicare.
    Medicare,
    /// Medicare Advantage.
    MedicareAdvantage,
    /// Medicare drug plan.
    PartD,
    /// Medicare supplement.
    Medigap,
    /// Medicaid paid by the state itself.
    Medicaid,
    /// Medicaid through a plan.
    MedicaidPlan,
    /// Children's Health Insurance Program.
    Chip,
    /// Military families.
    Tricare,
    /// Veterans Affairs and CHAMPVA.
    Va,
    /// Student health plan.
    Student,
    /// Short-term or limited plan.
    ShortTerm,
    /// Health care sharing ministry.
    SharingMinistry,
    /// Dental or vision alone.
    DentalVision,
    /// No coverage.
    Uninsured,
    /// Workers' compensation.
    WorkersCompensation,
    /// Auto insurance.
    Auto,
}

impl CoverageKind {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Individual,
        Self::EmployerInsured,
        Self::EmployerSelfFunded,
        Self::Government,
        Self::Church,
        Self::Grandfathered,
        Self::Fehb,
        Self::Medicare,
        Self::MedicareAdvantage,
        Self::PartD,
        Self::Medigap,
        Self::Medicaid,
        Self::MedicaidPlan,
        Self::Chip,
        Self::Tricare,
        Self::Va,
        Self::Student,
        Self::ShortTerm,
        Self::SharingMinistry,
        Self::DentalVision,
        Self::Uninsured,
        Self::WorkersCompensation,
        Self::Auto,
    ];

    /// Whether the law of the person's state says by when the last steps must be taken: an insured plan's external review,
    /// and the hearing of Medicaid. A plan that pays claims itself follows federal law alone.
    #[must_use]
    pub fn follows_its_state(self) -> bool {
        match self {
            Self::Individual | Self::EmployerInsured | Self::Student | Self::Medicaid | Self::MedicaidPlan => true,
            // Some plans of the first four kinds follow their state and some do not: the letter says which.
            Self::Government
            | Self::Church
            | Self::Grandfathered
            | Self::Chip
            | Self::EmployerSelfFunded
            | Self::Fehb
            | Self::Medicare
            | Self::MedicareAdvantage
            | Self::PartD
            | Self::Medigap
            | Self::Tricare
            | Self::Va
            | Self::ShortTerm
            | Self::SharingMinistry
            | Self::DentalVision
            | Self::Uninsured
            | Self::WorkersCompensation
            | Self::Auto => false,
        }
    }
}
