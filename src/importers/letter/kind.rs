//! Whether a text is a health plan's decision, another paper about health care, or neither.
//!
//! Counts different words, so that one word said often proves nothing.

use std::collections::BTreeSet;

use super::Looks;
use crate::importers::sheet::Sheet;

/// Words that belong to care itself.
const CARE: [&str; 35] = [
    "patient",
    "medical",
    "medically",
    "health",
    "healthcare",
    "physician",
    "doctor",
    "dr",
    "hospital",
    "treatment",
    "diagnosis",
    "medication",
    "drug",
    "prescription",
    "prescriber",
    "clinical",
    "clinic",
    "dental",
    "dds",
    "surgery",
    "surgical",
    "therapy",
    "pharmacy",
    "provider",
    "providers",
    "mri",
    "ct",
    "nurse",
    "cpt",
    "hcpcs",
    "icd-10",
    "inpatient",
    "outpatient",
    "medicaid",
    "medicare",
];

/// Words that belong to its payment.
const PAYMENT: [&str; 20] = [
    "member",
    "claim",
    "claims",
    "plan",
    "coverage",
    "covered",
    "benefits",
    "benefit",
    "insurance",
    "deductible",
    "copay",
    "copayment",
    "coinsurance",
    "authorization",
    "appeal",
    "network",
    "allowed",
    "billed",
    "subscriber",
    "enrollee",
];

/// Turns of phrase of a decision.
const DECISION: [&str; 37] = [
    "denied",
    "denial",
    "deny",
    "denying",
    "not approved",
    "not approve",
    "unable to approve",
    "cannot approve",
    "disapproved",
    "not authorized",
    "not covered",
    "non-covered",
    "not medically necessary",
    "medical necessity",
    "adverse benefit determination",
    "adverse determination",
    "explanation of benefits",
    "right to appeal",
    "your appeal rights",
    "appeal rights",
    "how to appeal",
    "non-certified",
    "non-certification",
    "not certified",
    "not certify",
    "no longer approve",
    "no longer covered",
    "not payable",
    "coverage determination",
    "notice of action",
    "partially approved",
    "will end",
    "upheld",
    "claim decision",
    "may appeal",
    "can appeal",
    "file an appeal",
];

/// Turns of phrase of a bill.
const BILL: [&str; 13] = [
    "amount due",
    "balance due",
    "billing statement",
    "payment due",
    "please remit",
    "remit payment",
    "pay by",
    "statement of services",
    "patient statement",
    "due date",
    "receipt",
    "pay online",
    "payment plan",
];

/// What the text looks like.
pub(super) fn of(sheet: &Sheet) -> Looks {
    let different: BTreeSet<&str> = sheet.words.iter().map(|word| word.key.as_str()).collect();
    let care = CARE.iter().filter(|word| different.contains(*word)).count();
    let payment = PAYMENT.iter().filter(|word| different.contains(*word)).count();
    if care == 0 || care.max((care + payment).saturating_sub(1)) < 2 {
        return Looks::NotHealth;
    }
    let whole = 0..sheet.words.len();
    let decision = sheet.any(&whole, &DECISION).is_some();
    let bill = sheet.any(&whole, &BILL).is_some() && !different.contains("appeal");
    if decision && !bill { Looks::HealthDecision } else { Looks::HealthPaperOther }
}
