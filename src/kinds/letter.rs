//! Kinds of letters. Knows only serde: the build script compiles this file too.

use serde::{Deserialize, Serialize};

/// A letter that the product can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LetterKind {
    /// Internal appeal.
    L01,
    /// Second appeal to the plan.
    L02,
    /// Request for a fast decision.
    L03,
    /// Appeal of the end of approved care.
    L04,
    /// Request for a drug exception.
    L05,
    /// Request for continuity of care.
    L06,
    /// Request for a network gap exception or a single-case agreement.
    L07,
    /// Request to process a claim again as in-network.
    L08,
    /// Surprise bill, to the plan.
    L09,
    /// Request for a corrected claim, and to process it again.
    L10,
    /// Answer about other insurance.
    L11,
    /// Request for retroactive authorization.
    L12,
    /// Good cause for a late appeal.
    L13,
    /// Request for the claim file and the criteria.
    L14,
    /// Request for the criteria, the reviewers and the use of automated tools.
    L15,
    /// Request for the plan's documents.
    L16,
    /// Request for an explanation of benefits.
    L18,
    /// Request to correct what was counted toward the deductible or the limit.
    L19,
    /// Request for the status of a claim.
    L20,
    /// A deadline of theirs has passed.
    L21,
    /// Confirmation of a telephone call.
    L22,
    /// Authorization of somebody to act.
    L23,
    /// Request for a talk between the clinician and the plan's medical director.
    L24,
    /// Request for an external review.
    L40,
    /// Request for an external review that cannot wait.
    L41,
    /// Statement to the external reviewer.
    L42,
    /// Complaint to the state's insurance regulator.
    L43,
    /// Request for help to the Department of Labor (EBSA).
    L44,
    /// Complaint to the No Surprises Help Desk.
    L45,
    /// Request to the clinician for a letter of medical necessity.
    L53,
    /// Sheet for a call between the clinician and the plan's reviewer.
    L54,
    /// Request to the provider to review the codes.
    L55,
    /// Request for medical records.
    L56,
    /// A starting text for the clinician's letter of medical necessity.
    L59,
    /// Request for an itemized bill.
    L60,
    /// Request to hold the account while it is reviewed.
    L61,
    /// Request to bill the health plan first.
    L62,
    /// First dispute of a bill.
    L63,
    /// Dispute of a bill to the biller and the plan together.
    L64,
    /// Reply to an answer that answers nothing.
    L65,
    /// Last letter of a dispute, before others are asked to look.
    L66,
    /// Surprise bill, to the provider.
    L67,
    /// Cover to an application for financial assistance.
    L69,
    /// Appeal of a decision on financial assistance.
    L70,
    /// Hardship, and a payment plan.
    L71,
    /// Offer of a lump sum.
    L72,
    /// Counter-offer after an offer was refused.
    L73,
    /// Terms of a settlement, to be confirmed before paying.
    L74,
    /// Request for a refund.
    L75,
    /// Request for an estimate before care.
    L76,
    /// Request for the federal dispute of a bill above its estimate.
    L77,
    /// Request to confirm that an account is paid, and that reports are deleted.
    L87,
    /// Summary of the case for somebody who helps.
    L89,
    /// Personal statement.
    L91,
}

impl LetterKind {
    /// All of them.
    pub const ALL: [Self; 54] = [
        Self::L01,
        Self::L02,
        Self::L03,
        Self::L04,
        Self::L05,
        Self::L06,
        Self::L07,
        Self::L08,
        Self::L09,
        Self::L10,
        Self::L11,
        Self::L12,
        Self::L13,
        Self::L14,
        Self::L15,
        Self::L16,
        Self::L18,
        Self::L19,
        Self::L20,
        Self::L21,
        Self::L22,
        Self::L23,
        Self::L24,
        Self::L40,
        Self::L41,
        Self::L42,
        Self::L43,
        Self::L44,
        Self::L45,
        Self::L53,
        Self::L54,
        Self::L55,
        Self::L56,
        Self::L59,
        Self::L60,
        Self::L61,
        Self::L62,
        Self::L63,
        Self::L64,
        Self::L65,
        Self::L66,
        Self::L67,
        Self::L69,
        Self::L70,
        Self::L71,
        Self::L72,
        Self::L73,
        Self::L74,
        Self::L75,
        Self::L76,
        Self::L77,
        Self::L87,
        Self::L89,
        Self::L91,
    ];

    /// Whether it is itself an appeal to the plan: sending it keeps the time and starts theirs.
    #[must_use]
    pub fn is_appeal(self) -> bool {
        matches!(self, Self::L01 | Self::L02 | Self::L03 | Self::L04)
    }

    /// Its key in file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::L01 => "appeal",
            Self::L02 => "second-appeal",
            Self::L03 => "fast-decision",
            Self::L04 => "ongoing-care",
            Self::L05 => "drug-exception",
            Self::L06 => "continuity-of-care",
            Self::L07 => "network-exception",
            Self::L08 => "reprocess-in-network",
            Self::L09 => "reprocess-surprise-bill",
            Self::L10 => "corrected-claim",
            Self::L11 => "other-insurance",
            Self::L12 => "retroactive-authorization",
            Self::L13 => "good-cause",
            Self::L14 => "claim-file",
            Self::L15 => "criteria-and-reviewer",
            Self::L16 => "plan-documents",
            Self::L18 => "eob-request",
            Self::L19 => "accumulator",
            Self::L20 => "claim-status",
            Self::L21 => "missed-deadline",
            Self::L22 => "call-confirmation",
            Self::L23 => "representative",
            Self::L24 => "peer-to-peer",
            Self::L40 => "external-review",
            Self::L41 => "urgent-external-review",
            Self::L42 => "reviewer-statement",
            Self::L43 => "state-complaint",
            Self::L44 => "ebsa",
            Self::L45 => "surprise-complaint",
            Self::L53 => "necessity-letter-request",
            Self::L54 => "peer-to-peer-sheet",
            Self::L55 => "coding-review",
            Self::L56 => "records",
            Self::L59 => "necessity-letter-model",
            Self::L60 => "itemized-bill",
            Self::L61 => "account-hold",
            Self::L62 => "bill-plan-first",
            Self::L63 => "dispute",
            Self::L64 => "joint-dispute",
            Self::L65 => "dispute-reply",
            Self::L66 => "dispute-final",
            Self::L67 => "surprise-bill",
            Self::L69 => "assistance-application",
            Self::L70 => "assistance-appeal",
            Self::L71 => "hardship-and-plan",
            Self::L72 => "lump-sum-offer",
            Self::L73 => "counter-offer",
            Self::L74 => "settlement-terms",
            Self::L75 => "refund",
            Self::L76 => "estimate",
            Self::L77 => "estimate-dispute",
            Self::L87 => "paid-confirmation",
            Self::L89 => "intake-summary",
            Self::L91 => "personal-statement",
        }
    }
}
