//! What an amount or a word of a decision is, by the names that the file gives it.
//!
//! The names are those of the base standard, of CARIN and of Medicare. Where Medicare gives a second name, that one tells
//! apart what the first lumps together: it calls the total, the unit price and even the payment "submitted".

use serde_json::Value;

use super::json::{self, Coding};
use crate::case::ReasonCode;
use crate::case::statement::{Network, Part, Reason};

/// The place of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Billed,
    Allowed,
    PlanPaid,
    PaidToProvider,
    Share,
    Part(Part),
    /// Known, and of no use here: a unit price, an internal figure.
    Unused,
}

/// The place of an amount, or that its names do not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    At(Slot),
    TwoNames,
    Unknown,
}

/// The base standard's and CARIN's names, and words that plans use in their place; without signs, in small letters.
const GENERAL: [(&str, Slot); 48] = [
    ("submitted", Slot::Billed),
    ("submittedamount", Slot::Billed),
    ("billed", Slot::Billed),
    ("billedamount", Slot::Billed),
    ("amountbilled", Slot::Billed),
    ("totalcharge", Slot::Billed),
    ("amountallowed", Slot::Allowed),
    ("amountpaid", Slot::PlanPaid),
    ("insurancepaid", Slot::PlanPaid),
    ("patientshare", Slot::Share),
    ("amountyouowe", Slot::Share),
    ("youowe", Slot::Share),
    ("charge", Slot::Billed),
    ("charges", Slot::Billed),
    ("total", Slot::Billed),
    ("eligible", Slot::Allowed),
    ("allowed", Slot::Allowed),
    ("allowedamount", Slot::Allowed),
    ("eligibleamount", Slot::Allowed),
    ("benefit", Slot::PlanPaid),
    ("paid", Slot::PlanPaid),
    ("paidamount", Slot::PlanPaid),
    ("planpaid", Slot::PlanPaid),
    ("payment", Slot::PlanPaid),
    ("paidtoprovider", Slot::PaidToProvider),
    ("paidtopatient", Slot::Part(Part::PaidToPatient)),
    ("memberliability", Slot::Share),
    ("memberresponsibility", Slot::Share),
    ("patientresponsibility", Slot::Share),
    ("patientliability", Slot::Share),
    ("patientpay", Slot::Share),
    ("patientpayamount", Slot::Share),
    ("discount", Slot::Part(Part::Discount)),
    ("contractualadjustment", Slot::Part(Part::Discount)),
    ("deductible", Slot::Part(Part::Deductible)),
    ("deductibleamount", Slot::Part(Part::Deductible)),
    ("copay", Slot::Part(Part::Copay)),
    ("copayment", Slot::Part(Part::Copay)),
    ("copayamount", Slot::Part(Part::Copay)),
    ("coinsurance", Slot::Part(Part::Coinsurance)),
    ("coinsuranceamount", Slot::Part(Part::Coinsurance)),
    ("noncovered", Slot::Part(Part::NotCovered)),
    ("notcovered", Slot::Part(Part::NotCovered)),
    ("priorpayerpaid", Slot::Part(Part::OtherPayer)),
    ("otherpayerpaid", Slot::Part(Part::OtherPayer)),
    ("paidbypatient", Slot::Part(Part::PatientPaid)),
    ("patientpaid", Slot::Part(Part::PatientPaid)),
    ("drugcost", Slot::Unused),
];

/// Medicare's own names.
const MEDICARE: [(&str, Slot); 49] = [
    ("line_sbmtd_chrg_amt", Slot::Billed),
    ("rev_cntr_tot_chrg_amt", Slot::Billed),
    ("clm_tot_chrg_amt", Slot::Billed),
    ("clm_line_sbmt_chrg_amt", Slot::Billed),
    ("clm_sbmt_chrg_amt", Slot::Billed),
    ("line_alowd_chrg_amt", Slot::Allowed),
    ("clm_line_alowd_chrg_amt", Slot::Allowed),
    ("clm_alowd_chrg_amt", Slot::Allowed),
    ("nch_carr_clm_alowd_amt", Slot::Allowed),
    ("nch_carr_clm_sbmtd_chrg_amt", Slot::Billed),
    ("line_nch_pmt_amt", Slot::PlanPaid),
    ("rev_cntr_pmt_amt_amt", Slot::PlanPaid),
    ("clm_line_cvrd_pd_amt", Slot::PlanPaid),
    ("cvrd_d_plan_pd_amt", Slot::PlanPaid),
    ("ncvrd_plan_pd_amt", Slot::Unused),
    ("clm_pmt_amt", Slot::PlanPaid),
    ("line_prvdr_pmt_amt", Slot::PaidToProvider),
    ("rev_cntr_prvdr_pmt_amt", Slot::PaidToProvider),
    ("clm_line_prvdr_pmt_amt", Slot::PaidToProvider),
    ("clm_prvdr_pmt_amt", Slot::PaidToProvider),
    ("nch_clm_prvdr_pmt_amt", Slot::PaidToProvider),
    ("line_bene_pmt_amt", Slot::Part(Part::PaidToPatient)),
    ("rev_cntr_bene_pmt_amt", Slot::Part(Part::PaidToPatient)),
    ("clm_line_bene_pd_amt", Slot::Part(Part::PaidToPatient)),
    ("clm_bene_pd_amt", Slot::Part(Part::PaidToPatient)),
    ("nch_clm_bene_pmt_amt", Slot::Part(Part::PaidToPatient)),
    ("rev_cntr_ptnt_rspnsblty_pmt", Slot::Share),
    ("line_bene_ptb_ddctbl_amt", Slot::Part(Part::Deductible)),
    ("rev_cntr_cash_ddctbl_amt", Slot::Part(Part::Deductible)),
    ("clm_line_mdcr_ddctbl_amt", Slot::Part(Part::Deductible)),
    ("clm_mdcr_ddctbl_amt", Slot::Part(Part::Deductible)),
    ("carr_clm_cash_ddctbl_apld_amt", Slot::Part(Part::Deductible)),
    ("line_coinsrnc_amt", Slot::Part(Part::Coinsurance)),
    ("rev_cntr_coinsrnc_wge_adjstd_c", Slot::Part(Part::Coinsurance)),
    ("clm_line_mdcr_coinsrnc_amt", Slot::Part(Part::Coinsurance)),
    ("clm_mdcr_coinsrnc_amt", Slot::Part(Part::Coinsurance)),
    ("rev_cntr_ncvrd_chrg_amt", Slot::Part(Part::NotCovered)),
    ("clm_line_ncvrd_chrg_amt", Slot::Part(Part::NotCovered)),
    ("clm_ncvrd_chrg_amt", Slot::Part(Part::NotCovered)),
    ("line_bene_prmry_pyr_pd_amt", Slot::Part(Part::OtherPayer)),
    ("rev_cntr_1st_msp_pd_amt", Slot::Part(Part::OtherPayer)),
    ("rev_cntr_2nd_msp_pd_amt", Slot::Part(Part::OtherPayer)),
    ("ptnt_pay_amt", Slot::Part(Part::PatientPaid)),
    ("clm_line_bene_pmt_amt", Slot::Part(Part::PatientPaid)),
    ("clm_bene_pmt_amt", Slot::Part(Part::PatientPaid)),
    ("rev_cntr_rate_amt", Slot::Unused),
    ("gdc_abv_oopt_amt", Slot::Unused),
    ("gdc_blw_oopt_amt", Slot::Unused),
    ("tot_rx_cst_amt", Slot::Unused),
];

/// The place of an amount with these names.
pub(super) fn place(category: &[Coding], text: Option<&str>) -> Placed {
    let plain = |name: &str| name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let general = |name: &str| {
        let name = plain(name);
        GENERAL.into_iter().find(|(held, _)| *held == name).map(|(_, slot)| slot)
    };
    let medicare = |name: &str| {
        let name = name.to_ascii_lowercase();
        MEDICARE.into_iter().find(|(held, _)| *held == name).map(|(_, slot)| slot)
    };
    let second = category.iter().find_map(|coding| medicare(coding.name()));
    let first = category.iter().find_map(|coding| general(coding.name())).or_else(|| general(text?));
    match (first, second) {
        (None, None) => Placed::Unknown,
        // The second name tells apart what "submitted" lumps together, and what is no cost share at all.
        (Some(slot), None) | (None | Some(Slot::Billed), Some(slot)) | (Some(_), Some(slot @ Slot::Unused)) => {
            Placed::At(slot)
        }
        (Some(first), Some(second)) if first == second => Placed::At(second),
        (Some(_), Some(_)) => Placed::TwoNames,
    }
}

/// The names of a category as one word.
pub(super) fn label(category: &[Coding], text: Option<&str>) -> String {
    let names: Vec<&str> = category.iter().map(Coding::name).collect();
    if names.is_empty() { text.unwrap_or("amount").to_owned() } else { names.join("+") }
}

/// The group and reason codes that the reasons of a decision state, each pair once.
pub(super) fn reasons(adjudication: &Value, amount: Option<crate::money::Cents>) -> Vec<Reason> {
    let category = json::codings(adjudication, "category");
    let about_reasons = category.iter().any(|coding| is_about_reasons(coding.name()));
    let codings = json::codings(adjudication, "reason");
    let group = codings.iter().find(|coding| is_group(coding));
    let mut found: Vec<Reason> = Vec::new();
    for coding in codings.iter().filter(|coding| !is_group(coding)) {
        let known = is_reason_list(coding.system) || is_reason_list(coding.code) || is_reason_list_name(&category);
        let Some(mut code) = code_of(coding, known, about_reasons) else { continue };
        if code.group.is_none() {
            code.group = group.map(|group| group.code.to_owned());
        }
        if !found.iter().any(|held| held.code == code) {
            found.push(Reason { code, amount });
        }
    }
    found
}

/// The code of an extension such as Medicare's second reason.
pub(super) fn reason_of_extension(extension: &Value) -> Option<Reason> {
    let coding = extension.get("valueCoding")?;
    let url = json::text(extension, "url").unwrap_or_default();
    let code = json::text(coding, "code").filter(|_| is_reason_list(url))?;
    Some(Reason { code: parsed(code)?, amount: None })
}

fn is_about_reasons(name: &str) -> bool {
    matches!(name, "denialreason" | "adjustmentreason" | "adjustment-reason" | "denial-reason")
}

/// A group is one of five, and comes from a list of groups, or from no named list.
fn is_group(coding: &Coding) -> bool {
    let list = coding.system.to_ascii_lowercase();
    matches!(coding.code, "CO" | "PR" | "OA" | "PI" | "CR")
        && (list.contains("group") || list.contains("grp") || list.is_empty())
}

fn is_reason_list(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["adjustment-reason", "remittance-advice-remark", "x12.org", "ansi", "carc", "rarc"]
        .iter()
        .any(|part| address.contains(part))
}

fn is_reason_list_name(category: &[Coding]) -> bool {
    category.iter().any(|coding| is_reason_list(coding.name()))
}

/// A code of a reason. From a list that is not known only one with its group, such as `CO-45`; a bare `0` never is one.
fn code_of(coding: &Coding, known: bool, about_reasons: bool) -> Option<ReasonCode> {
    let code = parsed(coding.code)?;
    let unnamed = coding.system.is_empty() && about_reasons;
    (known || unnamed || code.group.is_some()).then_some(code)
}

fn parsed(text: &str) -> Option<ReasonCode> {
    let code: ReasonCode = text.parse().ok()?;
    (!code.code.trim_start_matches('0').is_empty()).then_some(code)
}

/// What a decision says of the network: the rate that was used, or the standing of who billed.
pub(super) fn network(adjudication: &Value) -> Option<(About, Network)> {
    let category = json::codings(adjudication, "category");
    let about = category.iter().find_map(|coding| match coding.name() {
        "benefitpaymentstatus" | "adjudicationstatus" | "inoutnetwork" => Some(About::Rate),
        "billingnetworkstatus" | "billingnetworkcontractingstatus" => Some(About::Biller),
        "renderingnetworkstatus" | "performingnetworkcontractingstatus" => Some(About::Clinician),
        _ => None,
    })?;
    let said = json::codings(adjudication, "reason");
    let said = if said.is_empty() { json::codings(adjudication, "code") } else { said };
    let network = said.iter().find_map(|coding| match coding.name() {
        "innetwork" | "contracted" => Some(Network::In),
        "outofnetwork" | "noncontracted" => Some(Network::Out),
        _ => None,
    })?;
    Some((about, network))
}

/// What a word about the network is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The rate that was used.
    Rate,
    /// Who billed.
    Biller,
    /// Who gave the care.
    Clinician,
}
