//! The rules of the rulebook that letters lean on, by id. What they say and for whom they bind stands in the book alone.

/// Everything relevant to the claim, free of charge.
pub(super) const CLAIM_FILE: &str = "claim-file-free";
/// The rule, guideline or criteria used, free of charge.
pub(super) const CRITERIA: &str = "criteria-free";
/// A new look by somebody else.
pub(super) const FAIR_REVIEW: &str = "fair-review";
/// The names of the medical experts.
pub(super) const REVIEWER: &str = "reviewer-identity";
/// New evidence and new reasons before the decision.
pub(super) const NEW_EVIDENCE: &str = "new-evidence";
/// What a notice of denial has to say.
pub(super) const NOTICE_CONTENT: &str = "notice-content";
/// The plan's documents from its administrator.
pub(super) const PLAN_DOCUMENTS: &str = "erisa-documents";
/// Approved care goes on during the appeal.
pub(super) const ONGOING_CARE: &str = "keep-ongoing-care";
/// Somebody may act for the patient.
pub(super) const REPRESENTATIVE: &str = "representative";
/// Emergency care needs no approval in advance.
pub(super) const EMERGENCY: &str = "emergency-no-approval";

#[cfg(test)]
mod tests {
    #[test]
    fn every_rule_that_a_letter_leans_on_is_in_the_book() {
        use super::*;
        let all = [CLAIM_FILE, CRITERIA, FAIR_REVIEW, REVIEWER, NEW_EVIDENCE, NOTICE_CONTENT, PLAN_DOCUMENTS];
        for rule in all {
            assert!(crate::rulebook::book().rule(rule).is_some(), "{rule}");
        }
    }
}
