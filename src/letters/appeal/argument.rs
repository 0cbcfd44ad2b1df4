//! What an appeal argues: one argument for each family of denial codes. The person's choice of a situation decides; where it
//! names none, the codes on the notice do.
//!
//! Which code belongs to which family stands in the rulebook, not here.

use crate::case::Case;
use crate::rulebook::Book;

/// An argument, named as the families of the rulebook are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Argument {
    /// The share was worked out wrongly.
    CostShare,
    /// Nobody had approved the care, or the approval does not match.
    PriorAuth,
    /// A referral is missing.
    Referral,
    /// The plan holds the care not needed.
    MedicalNecessity,
    /// The plan holds the care unproven.
    Experimental,
    /// Codes do not fit together.
    CodingError,
    /// Papers or answers are missing.
    MissingInfo,
    /// Counted as part of another service.
    Bundled,
    /// Too many, too long or too high a level.
    FrequencyLevel,
    /// The claim is held to have come twice.
    Duplicate,
    /// The claim came late.
    TimelyFiling,
    /// The plan did not find the coverage.
    Eligibility,
    /// Another insurance should pay first.
    OtherInsurance,
    /// The claim went to the wrong plan.
    WrongPayer,
    /// The provider is outside the network.
    Network,
    /// The plan's words leave the care out.
    NotCovered,
    /// A limit was reached.
    BenefitLimit,
    /// A rule about a drug.
    Drug,
    /// The difference to the contract's price.
    ContractDiscount,
    /// The plan's record of the provider.
    ProviderStatus,
    /// The plan has not finished.
    OnHold,
    /// A review was done, or refused as late.
    AppealProcedure,
    /// A rule of quality between the plan and a hospital.
    QualityPenalty,
    /// A rule of Medicaid or Medicare.
    MedicaidMedicare,
    /// No reason that could be answered.
    GeneralDenial,
}

impl Argument {
    /// All of them, with the rulebook's names of their families.
    pub const ALL: [(Self, &str); 25] = [
        (Self::CostShare, "cost-share"),
        (Self::PriorAuth, "prior-auth"),
        (Self::Referral, "referral"),
        (Self::MedicalNecessity, "medical-necessity"),
        (Self::Experimental, "experimental"),
        (Self::CodingError, "coding-error"),
        (Self::MissingInfo, "missing-info"),
        (Self::Bundled, "bundled"),
        (Self::FrequencyLevel, "frequency-level"),
        (Self::Duplicate, "duplicate"),
        (Self::TimelyFiling, "timely-filing"),
        (Self::Eligibility, "eligibility"),
        (Self::OtherInsurance, "other-insurance"),
        (Self::WrongPayer, "wrong-payer"),
        (Self::Network, "network"),
        (Self::NotCovered, "not-covered"),
        (Self::BenefitLimit, "benefit-limit"),
        (Self::Drug, "drug"),
        (Self::ContractDiscount, "contract-discount"),
        (Self::ProviderStatus, "provider-status"),
        (Self::OnHold, "on-hold"),
        (Self::AppealProcedure, "appeal-procedure"),
        (Self::QualityPenalty, "quality-penalty"),
        (Self::MedicaidMedicare, "medicaid-medicare"),
        (Self::GeneralDenial, "general-denial"),
    ];

    /// The arguments of a case: those of its situations, else those of its codes, in their order and each once.
    pub fn of(case: &Case, book: &Book) -> Vec<Self> {
        let mut chosen: Vec<Self> = Vec::new();
        for argument in case.situations.iter().filter_map(|play| Self::of_play(&play.0)) {
            if !chosen.contains(&argument) {
                chosen.push(argument);
            }
        }
        if !chosen.is_empty() {
            return chosen;
        }
        let families = case.codes().iter().filter_map(|code| book.code(&code.code)).map(|code| code.family.as_str());
        for argument in families.filter_map(Self::of_family) {
            if !chosen.contains(&argument) {
                chosen.push(argument);
            }
        }
        // A share, a discount and a code without a reason say nothing beside a code that has one.
        let idle = |argument: &Self| matches!(argument, Self::CostShare | Self::ContractDiscount | Self::GeneralDenial);
        if chosen.iter().any(|argument| !idle(argument)) {
            chosen.retain(|argument| !idle(argument));
        } else {
            chosen.truncate(1);
        }
        chosen
    }

    fn of_family(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, family)| *family == id).map(|(argument, _)| argument)
    }

    fn of_play(id: &str) -> Option<Self> {
        Some(match id {
            "S03" | "S04" => Self::PriorAuth,
            "S05" | "S19" | "S20" => Self::MedicalNecessity,
            "S06" | "S09" => Self::Experimental,
            "S07" | "S08" | "S49" => Self::Drug,
            "S11" | "S12" | "S13" | "S14" | "S15" => Self::Network,
            "S22" | "S33" => Self::CostShare,
            "S23" => Self::BenefitLimit,
            "S24" | "S25" => Self::NotCovered,
            "S26" => Self::MissingInfo,
            "S27" => Self::CodingError,
            "S28" => Self::Duplicate,
            "S29" => Self::TimelyFiling,
            "S30" | "S31" => Self::OtherInsurance,
            "S32" => Self::Eligibility,
            _ => return None,
        })
    }

    /// Whether somebody trained in medicine has to judge it.
    pub fn is_medical(self) -> bool {
        matches!(self, Self::MedicalNecessity | Self::Experimental)
    }

    /// Its name within the keys of a letter's parts.
    pub fn key(self) -> &'static str {
        Self::ALL.into_iter().find(|(argument, _)| *argument == self).map_or("general-denial", |(_, family)| family)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{annex, book};

    #[test]
    fn each_family_of_the_rulebook_has_its_argument() {
        let families: Vec<&str> = annex().families.iter().map(|family| family.id.as_str()).collect();
        let argued: Vec<&str> = Argument::ALL.into_iter().map(|(_, family)| family).collect();
        assert_eq!(argued, families);
    }

    #[test]
    fn a_code_of_the_book_has_the_family_that_its_advice_names() {
        for code in &book().codes {
            let family = annex().advice(&code.code).map_or("", |advice| advice.family.as_str());
            assert_eq!(code.family, family, "{}", code.code);
        }
    }
}
