//! Which kind of coverage this is, from questions that a person can answer.

use super::Case;
use super::fact::{Choice, Value};
use crate::finding::Finding;
use crate::kinds::{CoverageKind, Field};

/// Where the coverage comes from, as a person would say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// From work, mine or a family member's, at a private employer.
    Work,
    /// From a state, county, city, school or public university as employer.
    PublicEmployer,
    /// From the federal government as employer.
    FederalEmployer,
    /// From a church or a religious employer.
    Church,
    /// We pay the premium ourselves, on or off the Marketplace.
    Myself,
    /// Original Medicare.
    Medicare,
    /// A Medicare Advantage plan.
    MedicareAdvantage,
    /// A Medicare drug plan.
    PartD,
    /// Medicaid from the state itself.
    Medicaid,
    /// Medicaid through a health plan.
    MedicaidPlan,
    /// Children's program.
    Chip,
    /// The military.
    Tricare,
    /// Veterans Affairs.
    Va,
    /// A school or college as a student.
    Student,
    /// A short-term or limited plan.
    ShortTerm,
    /// A sharing ministry.
    SharingMinistry,
    /// No coverage.
    None,
}

/// Who pays the claims of an employer's plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Funding {
    /// The card or booklet says "self-funded", "self-insured", "administered by" or "claims administrator".
    EmployerPays,
    /// The card or booklet says "insured by" or "underwritten by".
    InsurerPays,
}

impl Case {
    /// The kind of coverage, as far as the answers tell.
    ///
    /// Where the coverage comes from work and the person does not know who pays the claims, it stays unknown: a card from
    /// a big insurer does not mean that the plan is insured.
    #[must_use]
    pub fn coverage_kind(&self) -> Finding<CoverageKind> {
        let Some(Value::Choice(Choice::From(from))) = self.fact(Field::CoverageFrom).map(|fact| &fact.value) else {
            return Finding::Unknown { ask: vec![Field::CoverageFrom] };
        };
        Finding::Certain(match from {
            From::Work => match self.fact(Field::Funding).map(|fact| &fact.value) {
                Some(Value::Choice(Choice::Funding(Funding::EmployerPays))) => CoverageKind::EmployerSelfFunded,
                Some(Value::Choice(Choice::Funding(Funding::InsurerPays))) => CoverageKind::EmployerInsured,
                _ => return Finding::Unknown { ask: vec![Field::Funding] },
            },
            From::PublicEmployer => CoverageKind::Government,
            From::FederalEmployer => CoverageKind::Fehb,
            From::Church => CoverageKind::Church,
            From::Myself => CoverageKind::Individual,
            From::Medicare => CoverageKind::Medicare,
            From::MedicareAdvantage => CoverageKind::MedicareAdvantage,
            From::PartD => CoverageKind::PartD,
            From::Medicaid => CoverageKind::Medicaid,
            From::MedicaidPlan => CoverageKind::MedicaidPlan,
            From::Chip => CoverageKind::Chip,
            From::Tricare => CoverageKind::Tricare,
            From::Va => CoverageKind::Va,
            From::Student => CoverageKind::Student,
            From::ShortTerm => CoverageKind::ShortTerm,
            From::SharingMinistry => CoverageKind::SharingMinistry,
            From::None => CoverageKind::Uninsured,
        })
    }
}
