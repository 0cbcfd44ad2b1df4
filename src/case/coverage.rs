//! Which kind of coverage this is, from questions that a person can answer.

use super::Case;
use super::fact::{Choice, Value};
use crate::finding::Finding;
use crate::kinds::{Beside, CoverageKind, Field, Matter};

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
    /// One plan that runs both Medicare and Medicaid.
    DualPlan,
    /// A Medicare supplement.
    Medigap,
    /// Medicaid, straight from the state.
    Medicaid,
    /// Medicaid through a health plan.
    MedicaidPlan,
    /// Children's program.
    Chip,
    /// The military.
    Tricare,
    /// Veterans Affairs.
    Va,
    /// CHAMPVA, for families of veterans.
    Champva,
    /// A school or college as a student.
    Student,
    /// A short-term or limited plan.
    ShortTerm,
    /// A sharing ministry.
    SharingMinistry,
    /// A dental or vision plan alone.
    DentalVision,
    /// Workers' compensation.
    WorkersCompensation,
    /// Auto insurance.
    Auto,
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
    /// a big insurer does not mean that the plan is insured. A grandfathered plan of another kind than a private employer's
    /// stays unknown, and nothing settles it: only its own papers and the state speak.
    #[must_use]
    pub fn coverage_kind(&self) -> Finding<CoverageKind> {
        let Some(Value::Choice(Choice::From(from))) = self.fact(Field::CoverageFrom).map(|fact| &fact.value) else {
            return Finding::Unknown { ask: vec![Field::CoverageFrom] };
        };
        let grandfathered = self.yes(Field::Grandfathered).is_some_and(|fact| fact.value);
        Finding::Certain(match from {
            From::Work if grandfathered => CoverageKind::Grandfathered,
            From::PublicEmployer | From::Church | From::Myself if grandfathered => {
                return Finding::Unknown { ask: Vec::new() };
            }
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
            From::MedicareAdvantage | From::DualPlan => CoverageKind::MedicareAdvantage,
            From::PartD => CoverageKind::PartD,
            From::Medigap => CoverageKind::Medigap,
            From::Medicaid => CoverageKind::Medicaid,
            From::MedicaidPlan => CoverageKind::MedicaidPlan,
            From::Chip => CoverageKind::Chip,
            From::Tricare => CoverageKind::Tricare,
            From::Va | From::Champva => CoverageKind::Va,
            From::Student => CoverageKind::Student,
            From::ShortTerm => CoverageKind::ShortTerm,
            From::SharingMinistry => CoverageKind::SharingMinistry,
            From::DentalVision => CoverageKind::DentalVision,
            From::WorkersCompensation => CoverageKind::WorkersCompensation,
            From::Auto => CoverageKind::Auto,
            From::None => CoverageKind::Uninsured,
        })
    }

    /// Where the coverage comes from, if the person said so.
    #[must_use]
    pub fn coverage_from(&self) -> Option<From> {
        let fact = self.fact(Field::CoverageFrom)?;
        if let Value::Choice(Choice::From(from)) = &fact.value { Some(*from) } else { None }
    }

    /// What leads onto a road beside the main one, if anything does: the matter of the letter before the kind of plan.
    #[must_use]
    pub fn beside(&self) -> Option<Beside> {
        match self.fact(Field::Matter).and_then(|fact| fact.value.as_matter()) {
            Some(Matter::HospitalDischarge) => return Some(Beside::HospitalDischarge),
            Some(Matter::ServicesEnding) => return Some(Beside::ServicesEnding),
            Some(Matter::StatusChange) => return Some(Beside::StatusChange),
            Some(Matter::Eligibility) => return Some(Beside::Eligibility),
            Some(Matter::Care) | None => {}
        }
        match self.fact(Field::CoverageFrom).map(|fact| &fact.value) {
            Some(Value::Choice(Choice::From(From::DualPlan))) => Some(Beside::DualPlan),
            Some(Value::Choice(Choice::From(From::Champva))) => Some(Beside::Champva),
            _ => None,
        }
    }
}
