//! The rules of the rulebook that letters lean on, by id. What they say and for whom they bind stands in the book alone.
//!
//! A letter asks in plain sentences and names its rules in one list at the end, each beside what it is for.

/// A rule that a letter leans on, and the words beside its citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    /// The rule's id in the rulebook.
    pub rule: &'static str,
    /// What it is for, in the letter.
    pub for_what: &'static str,
}

const fn ground(rule: &'static str, for_what: &'static str) -> Ground {
    Ground { rule, for_what }
}

pub(super) const CLAIM_FILE: Ground = ground("claim-file-free", "Papers relevant to the claim, free of charge");
pub(super) const CRITERIA: Ground = ground("criteria-free", "The rule or criteria used, free of charge");
pub(super) const FAIR_REVIEW: Ground = ground("fair-review", "Who decides an appeal, and how");
pub(super) const REVIEWER: Ground = ground("reviewer-identity", "The names of medical experts");
pub(super) const NEW_EVIDENCE: Ground = ground("new-evidence", "New evidence and new reasons before the decision");
pub(super) const NOTICE_CONTENT: Ground = ground("notice-content", "What a notice of denial has to explain");
pub(super) const PLAN_DOCUMENTS: Ground = ground("plan-documents", "The plan's documents");
pub(super) const ONGOING_CARE: Ground = ground("keep-ongoing-care", "Approved care during the appeal");
pub(super) const REPRESENTATIVE: Ground = ground("representative", "Somebody who acts for the patient");
pub(super) const EMERGENCY: Ground = ground("emergency-without-approval", "Emergency care without approval in advance");
pub(super) const REVIEW_AT_ONCE: Ground =
    ground("external-review-at-once", "An urgent outside review beside the appeal");
pub(super) const SURPRISE_COMPLAINT: Ground = ground("surprise-complaint", "Complaints about surprise bills");
pub(super) const EMERGENCY_BILL: Ground = ground("surprise-emergency-bill", "Bills for emergency care");
pub(super) const FACILITY_BILL: Ground =
    ground("surprise-facility-bill", "Bills of clinicians outside the network at a place inside it");
pub(super) const AID_WINDOW: Ground =
    ground("hospital-aid-window", "The time to apply for a nonprofit hospital's help");
pub(super) const AID_APPLIED: Ground =
    ground("hospital-aid-applied", "What a nonprofit hospital does once an application is in");
pub(super) const AID_PRICE: Ground = ground("hospital-aid-price", "The price limit at a nonprofit hospital");
pub(super) const ESTIMATE_ASKED: Ground = ground("estimate-asked", "Estimates for who pays without insurance");
pub(super) const ESTIMATE_DISPUTE: Ground = ground("estimate-dispute", "The dispute of a bill above its estimate");
pub(super) const PREVENTION: Ground = ground("preventive-zero-cost", "Preventive services without a share");
pub(super) const LATE_CLAIM: Ground = ground("provider-timely-filing", "Claims that come late");
pub(super) const DIRECTORY: Ground = ground("directory-error", "What a directory said of the network");
pub(super) const GOOD_CAUSE: Ground = ground("good-cause-medicare", "Late for a good reason");
pub(super) const FULL_PAYMENT: Ground = ground("medicaid-no-balance-bill", "Medicaid's payment as payment in full");
pub(super) const EMERGENCY_SHARE: Ground =
    ground("surprise-emergency-share", "The share for emergency care outside the network");
pub(super) const FACILITY_SHARE: Ground =
    ground("surprise-facility-share", "The share for clinicians outside the network at a place inside it");
pub(super) const DOCTORS_WORD: Ground = ground("doctor-can-expedite", "A doctor's word that it cannot wait");
pub(super) const KEEP_PLAN_SERVICES: Ground =
    ground("medicaid-plan-keep-services", "Services that go on during the appeal");
pub(super) const KEEP_BENEFITS: Ground = ground("medicaid-keep-benefits", "Benefits that go on until the hearing");
pub(super) const DRUG_EXCEPTIONS: Ground = ground("part-d-exceptions", "Exceptions for drugs");
pub(super) const CONTINUITY: Ground = ground("continuity-of-care", "Network terms with a provider who leaves");
pub(super) const DEEMED_EXHAUSTED: Ground =
    ground("deemed-exhausted", "What follows where a plan does not keep to the rules");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_a_letter_leans_on_is_in_the_book() {
        let all = [
            CLAIM_FILE,
            CRITERIA,
            FAIR_REVIEW,
            REVIEWER,
            NEW_EVIDENCE,
            NOTICE_CONTENT,
            PLAN_DOCUMENTS,
            ONGOING_CARE,
            REPRESENTATIVE,
            EMERGENCY,
            REVIEW_AT_ONCE,
            SURPRISE_COMPLAINT,
            EMERGENCY_BILL,
            FACILITY_BILL,
            AID_WINDOW,
            AID_APPLIED,
            AID_PRICE,
            ESTIMATE_ASKED,
            ESTIMATE_DISPUTE,
            PREVENTION,
            LATE_CLAIM,
            DIRECTORY,
            GOOD_CAUSE,
            FULL_PAYMENT,
            EMERGENCY_SHARE,
            FACILITY_SHARE,
            DOCTORS_WORD,
            KEEP_PLAN_SERVICES,
            KEEP_BENEFITS,
            DRUG_EXCEPTIONS,
            CONTINUITY,
            DEEMED_EXHAUSTED,
        ];
        for ground in all {
            assert!(crate::rulebook::book().rule(ground.rule).is_some(), "{}", ground.rule);
        }
    }
}
