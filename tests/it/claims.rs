//! Files of claims (FHIR), each value beside what a separate script found at its place, and the traps that they hold.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use recourse::case::statement::{ClaimState, Network, Part};
use recourse::importers::bill::{Line, Read};
use recourse::importers::fhir::{self, Eob, Error, FileWarning, Kind, Looks, Reading, Warning};
use recourse::kinds::{Field, TotalKind};
use recourse::money::Cents;
use serde_json::{Value as Json, json};

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fhir").join(name);
    std::fs::read(path).expect("the fixture is there")
}

fn reading(name: &str) -> Reading {
    fhir::read(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn single(name: &str) -> Eob {
    let mut eobs = reading(name).eobs;
    assert_eq!(eobs.len(), 1, "{name}");
    eobs.remove(0)
}

/// What the script found, by file.
fn expected() -> BTreeMap<String, Vec<Json>> {
    serde_json::from_slice(&bytes("EXPECTED-eob-raw.json")).expect("it is JSON")
}

/// Cents of a number in the list, without the reader's own arithmetic.
fn cents(value: &Json) -> Option<i64> {
    let text = value.as_number()?.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let thousandths: i64 = format!("{:0<3}", part.chars().take(3).collect::<String>()).parse().ok()?;
    let sum = whole.parse::<i64>().ok()?.abs() * 1_000 + thousandths;
    Some(if text.starts_with('-') { -(sum + 5) / 10 } else { (sum + 5) / 10 })
}

/// The sum of the amounts under any of these names; nothing where there is none.
fn sum(amounts: &[Json], names: &[&str]) -> Option<i64> {
    let held: Vec<i64> = amounts
        .iter()
        .filter(|amount| amount["category"].as_str().is_some_and(|category| names.contains(&category)))
        .filter_map(|amount| cents(&amount["amount"]))
        .collect();
    (!held.is_empty()).then(|| held.iter().sum())
}

const BILLED: [&str; 6] = [
    "submitted",
    "submitted+line_sbmtd_chrg_amt",
    "submitted+rev_cntr_tot_chrg_amt",
    "submitted+CLM_LINE_SBMT_CHRG_AMT",
    "line_sbmtd_chrg_amt",
    "rev_cntr_tot_chrg_amt",
];
const ALLOWED: [&str; 3] = ["eligible+line_alowd_chrg_amt", "eligible+CLM_LINE_ALOWD_CHRG_AMT", "line_alowd_chrg_amt"];
const PAID: [&str; 6] = [
    "benefit",
    "benefit+line_nch_pmt_amt",
    "benefit+CLM_LINE_CVRD_PD_AMT",
    "benefit+cvrd_d_plan_pd_amt",
    "submitted+rev_cntr_pmt_amt_amt",
    "line_nch_pmt_amt",
];
const TO_PROVIDER: [&str; 4] = [
    "paidtoprovider",
    "paidtoprovider+line_prvdr_pmt_amt",
    "paidtoprovider+CLM_LINE_PRVDR_PMT_AMT",
    "line_prvdr_pmt_amt",
];
const TO_PATIENT: [&str; 3] =
    ["paidtopatient+line_bene_pmt_amt", "paidtopatient+CLM_LINE_BENE_PD_AMT", "line_bene_pmt_amt"];
const PARTS: [(Part, &[&str]); 6] = [
    (
        Part::Deductible,
        &["deductible+line_bene_ptb_ddctbl_amt", "deductible+CLM_LINE_MDCR_DDCTBL_AMT", "line_bene_ptb_ddctbl_amt"],
    ),
    (
        Part::Coinsurance,
        &["coinsurance+line_coinsrnc_amt", "coinsurance+CLM_LINE_MDCR_COINSRNC_AMT", "line_coinsrnc_amt"],
    ),
    (Part::Discount, &["discount", "discount+lics_amt", "discount+rptd_gap_dscnt_num"]),
    (Part::NotCovered, &["noncovered+rev_cntr_ncvrd_chrg_amt", "noncovered+CLM_LINE_NCVRD_CHRG_AMT"]),
    (
        Part::OtherPayer,
        &[
            "priorpayerpaid+line_bene_prmry_pyr_pd_amt",
            "priorpayerpaid+CLM_BENE_PRMRY_PYR_PD_AMT",
            "priorpayerpaid+CLM_LINE_INSTNL_MSP1_PD_AMT",
            "priorpayerpaid+CLM_LINE_INSTNL_MSP2_PD_AMT",
            "priorpayerpaid+othr_troop_amt",
            "priorpayerpaid+plro_amt",
        ],
    ),
    (Part::PatientPaid, &["paidbypatient+ptnt_pay_amt", "paidbypatient+CLM_LINE_BENE_PMT_AMT"]),
];

fn value(read: Option<&Read<Cents>>) -> Option<i64> {
    read.map(|read| read.value.0)
}

fn check_line(line: &Line, item: &Json, place: &str) {
    let amounts = item["amounts"].as_array().expect("a list");
    let billed = sum(amounts, &BILLED).or_else(|| cents(&item["net"]));
    assert_eq!(value(line.billed.as_ref()), billed, "{place}: billed");
    assert_eq!(value(line.allowed.as_ref()), sum(amounts, &ALLOWED), "{place}: allowed");
    let provider = sum(amounts, &TO_PROVIDER);
    let received = provider.map(|paid| paid + sum(amounts, &TO_PATIENT).unwrap_or_default());
    assert_eq!(value(line.plan_paid.as_ref()), sum(amounts, &PAID).or(received), "{place}: plan paid");
    assert_eq!(value(line.share.as_ref()), sum(amounts, &["memberliability"]), "{place}: share");
    for (part, names) in PARTS {
        let read = line.parts.iter().find(|(held, _)| *held == part).map(|(_, read)| read);
        assert_eq!(value(read), sum(amounts, names), "{place}: {part:?}");
    }
    let codes: Vec<&str> = item["code"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    let code = line.code.as_ref().map_or("not-applicable", |read| read.value.as_str());
    assert!(codes.contains(&code) || (code == "not-applicable" && codes.is_empty()), "{place}: {code} of {codes:?}");
    let revenue: Vec<&str> = item["revenue"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    assert_eq!(line.detail.revenue, revenue.first().copied().unwrap_or_default(), "{place}");
    let modifiers: BTreeSet<&str> =
        item["modifiers"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    assert_eq!(line.detail.modifiers.iter().map(String::as_str).collect::<BTreeSet<_>>(), modifiers, "{place}");
    let served = item["serviced"].as_str().or_else(|| item["serviced"]["start"].as_str());
    let served = served.map(|day| day.chars().take(10).collect::<String>());
    assert_eq!(line.on.as_ref().map(|on| on.value.to_string()), served, "{place}");
    let quantity = item["quantity"].as_f64().map(|units| units.to_string());
    assert_eq!(line.units.as_ref().map(|units| units.value.to_string()), quantity, "{place}");
}

fn check_claim(eob: &Eob, told: &Json, place: &str) {
    assert_eq!(eob.id, told["id"].as_str().unwrap_or_default(), "{place}");
    let number = told["claimNumbers"][0]["value"].as_str();
    assert_eq!(eob.claim_number(), number, "{place}");
    let made = eob.draft.find(Field::BillDate).map(|read| read.words.clone());
    let created = told["created"].as_str().filter(|day| *day != "IGNORED_FIELD");
    assert_eq!(made, created.map(|day| day.chars().take(10).collect()), "{place}");
    let state = match told["outcome"].as_str() {
        Some("complete") => Some(ClaimState::Complete),
        Some("partial") => Some(ClaimState::Partial),
        _ => None,
    };
    assert_eq!(eob.draft.claim.state, state, "{place}");
    let period = eob.draft.service.first().map(|read| (read.value.first().to_string(), read.value.last().to_string()));
    let edge = |key: &str| told["billablePeriod"][key].as_str().map(|day| day.chars().take(10).collect::<String>());
    assert_eq!(period, edge("start").zip(edge("end")), "{place}");
    let items = told["items"].as_array().expect("a list");
    assert_eq!(eob.draft.lines.len(), items.len(), "{place}");
    for (at, (line, item)) in eob.draft.lines.iter().zip(items).enumerate() {
        check_line(line, item, &format!("{place}, line {}", at + 1));
    }
    let totals = told["totals"].as_array().expect("a list");
    let first = |kind| eob.draft.totals(kind).next().map(|read| read.value.0);
    for (kind, names) in [
        (TotalKind::Charges, &["submitted", "submitted+clm_tot_chrg_amt", "submitted+CLM_SBMT_CHRG_AMT"][..]),
        (TotalKind::Allowed, &["eligible+CLM_ALOWD_CHRG_AMT"]),
        (TotalKind::Adjustments, &["discount"]),
        (TotalKind::PatientPaid, &["paidbypatient", "paidbypatient+CLM_BENE_PMT_AMT"]),
        (TotalKind::Deductible, &["deductible+CLM_MDCR_DDCTBL_AMT"]),
        (TotalKind::Coinsurance, &["coinsurance+CLM_MDCR_COINSRNC_AMT"]),
        (TotalKind::NotCovered, &["noncovered+CLM_NCVRD_CHRG_AMT"]),
    ] {
        assert_eq!(first(kind), sum(totals, names), "{place}: {kind:?}");
    }
    for read in eob.draft.totals.iter().map(|total| &total.amount) {
        assert_eq!(eob.text.get(read.at.clone()), Some(read.words.as_str()), "{place}");
    }
}

#[test]
fn every_claim_gives_what_stands_at_its_places() {
    let mut checked = 0;
    for (file, told) in expected() {
        let reading = reading(&file);
        assert_eq!(reading.eobs.len(), told.len(), "{file}");
        for (eob, told) in reading.eobs.iter().zip(&told) {
            let older = eob.warnings.contains(&Warning::OlderForm);
            assert_eq!(older, told["use"].is_null(), "{file}: what is older says so");
            if !older {
                check_claim(eob, told, &file);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 16);
}

#[test]
fn a_reason_that_is_none_is_no_denial_and_one_that_is_comes_once_with_its_group() {
    let codes = |name: &str| -> Vec<String> {
        let eob = single(name);
        eob.draft.lines.iter().flat_map(|line| &line.detail.reasons).map(|reason| reason.code.to_string()).collect()
    };
    assert!(codes("cms-bfd/v2-r4/eobReadCarrier.json").is_empty());
    assert!(codes("cms-bluebutton/eob_read_carrier_v2.json").is_empty());
    assert!(codes("cms-bfd/v2-r4/eobReadHha.json").contains(&"CO-120".to_owned()));
    assert_eq!(codes("cms-bfd/v3-idr/ExplanationOfBenefit-HHA.json"), ["PR-B7"]);
}

#[test]
fn a_unit_price_and_a_payment_called_submitted_are_no_charges() {
    let line = &single("cms-bfd/v2-r4/eobReadHha.json").draft.lines[0];
    let told = &expected()["cms-bfd/v2-r4/eobReadHha.json"][0]["items"][0]["amounts"];
    let told = told.as_array().unwrap();
    assert_eq!(value(line.billed.as_ref()), sum(told, &["submitted+rev_cntr_tot_chrg_amt"]));
    assert_eq!(value(line.plan_paid.as_ref()), sum(told, &["submitted+rev_cntr_pmt_amt_amt"]));
}

#[test]
fn what_does_not_fit_is_kept_and_told() {
    let pharmacy = single("carin-bb-2.0.0/ExplanationOfBenefit-EOBPharmacy1.json");
    assert!(pharmacy.warnings.contains(&Warning::ProviderIsInsurer));
    assert!(pharmacy.warnings.contains(&Warning::OutsidePeriod { line: 1 }));
    let differs = Warning::TotalDiffers { kind: TotalKind::Charges, said: Cents(265_000), lines: Cents(100_000) };
    assert!(pharmacy.warnings.contains(&differs), "{:?}", pharmacy.warnings);
    assert_eq!(pharmacy.draft.claim.provider_network, Some(Network::In));
    let synthea = reading("synthea-r4/Clemente_Kreiger_1484a42d-0eaf-4654-9cbf-6b050a5cd73b.json");
    assert!(synthea.eobs[0].warnings.iter().any(|warning| matches!(warning, Warning::Rounded { .. })));
    assert!(synthea.eobs[0].draft.find(Field::Patient).is_some());
    assert!(synthea.besides.contains(&("Claim".to_owned(), 3)));
}

#[test]
fn a_provider_with_two_names_keeps_both() {
    let claim: Json = serde_json::from_slice(&bytes("carin-bb-2.0.0/ExplanationOfBenefit-EOBInpatient1.json")).unwrap();
    let group: Json = serde_json::from_slice(&bytes("carin-bb-2.0.0/Organization-ProviderOrganization1.json")).unwrap();
    let bundle = json!({ "resourceType": "Bundle", "entry": [{ "resource": claim }, { "resource": group }] });
    let eob = fhir::read(bundle.to_string().as_bytes()).unwrap().eobs.remove(0);
    let (shown, named) =
        ([["XX", "X"].concat(), " Health Plan".to_owned()].concat(), "Orange Medical Group".to_owned());
    assert!(eob.warnings.contains(&Warning::ProviderNamedTwice { shown, named }));
    assert!(eob.draft.find(Field::Provider).is_some_and(|read| read.doubt.is_some()));
}

#[test]
fn a_bundle_says_that_it_is_not_whole() {
    let warnings = reading("cms-bcda/test.ndjson").warnings;
    assert!(warnings.contains(&FileWarning::FewerThanSaid { said: 33, held: 10 }), "{warnings:?}");
}

fn claim(more: &Json) -> String {
    let mut claim = json!({
        "resourceType": "ExplanationOfBenefit", "use": "claim", "status": "active", "outcome": "complete",
        "item": [{ "sequence": 1, "productOrService": { "coding": [{ "code": "99213" }] } }]
    });
    for (key, value) in more.as_object().expect("an object") {
        claim[key] = value.clone();
    }
    claim.to_string()
}

#[test]
fn what_is_no_claim_for_payment_is_named() {
    let kind = |more: Json| fhir::read(claim(&more).as_bytes()).unwrap().others.first().map(|other| other.what);
    assert_eq!(kind(json!({ "use": "preauthorization" })), Some(Kind::Preauthorization));
    assert_eq!(kind(json!({ "use": "predetermination" })), Some(Kind::Predetermination));
    assert_eq!(kind(json!({ "status": "cancelled" })), Some(Kind::Cancelled));
    assert_eq!(kind(json!({ "item": [{ "service": { "code": "99213" } }] })), Some(Kind::TooOld));
    assert_eq!(kind(json!({})), None);
}

#[test]
fn a_correction_knows_what_it_corrects() {
    let related = json!([{ "relationship": { "coding": [{ "code": "prior" }] }, "reference": { "value": "A1" } }]);
    let eob = fhir::read(claim(&json!({ "related": related })).as_bytes()).unwrap().eobs.remove(0);
    assert_eq!(eob.draft.claim.replaces.as_deref(), Some("A1"));
}

#[test]
fn what_a_file_is_it_is_called() {
    let looks = |bytes: &[u8]| match fhir::read(bytes) {
        Err(Error::OtherFile(looks)) => Some(looks),
        Ok(_) | Err(_) => None,
    };
    assert_eq!(looks(b"<?xml version=\"1.0\"?><Bundle xmlns=\"http://hl7.org/fhir\">"), Some(Looks::FhirXml));
    assert_eq!(looks(b"<!DOCTYPE html><html>"), Some(Looks::Html));
    assert_eq!(looks(b"%PDF-1.7"), Some(Looks::Pdf));
    assert_eq!(looks(b"PK\x03\x04abc"), Some(Looks::Zip));
    assert_eq!(looks(b"ISA*00*"), Some(Looks::X12));
    assert_eq!(looks(b"Date,Code\n"), Some(Looks::Text));
    assert_eq!(fhir::read(b" \n"), Err(Error::Empty));
    assert_eq!(fhir::read(b"{}"), Err(Error::NotFhir));
    let patient = fhir::read(br#"{"resourceType":"Patient"}"#);
    assert_eq!(patient, Err(Error::NoEob { holds: vec![("Patient".to_owned(), 1)] }));
    assert_eq!(fhir::read(br#"{"resourceType":"#), Err(Error::CutShort { line: 1 }));
    assert!(matches!(fhir::read(&vec![b' '; fhir::LIMIT + 1]), Err(Error::TooLarge { .. })));
    let deep = "[".repeat(100_000);
    assert!(matches!(fhir::read(deep.as_bytes()), Err(Error::Damaged { .. })));
}

#[test]
fn what_stands_before_the_damage_is_read() {
    let name = "synthea-r4/Clemente_Kreiger_1484a42d-0eaf-4654-9cbf-6b050a5cd73b.json";
    let whole = bytes(name);
    let cut = fhir::read(&whole[..whole.len() - 2_000]).unwrap();
    assert!(matches!(cut.warnings.as_slice(), [FileWarning::Damaged { .. }]), "{:?}", cut.warnings);
    assert!(!cut.eobs.is_empty());
    let lines = format!("{}\n{{\"resourceType\": oops\n{}\n", claim(&json!({})), claim(&json!({ "id": "b" })));
    let reading = fhir::read(lines.as_bytes()).unwrap();
    assert_eq!(reading.eobs.len(), 2);
    assert_eq!(reading.warnings, [FileWarning::LinesLeftOut { lines: vec![2], count: 1 }]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_the_reader_stumble(at in 0_usize..15_000, byte: u8, cut in 0_usize..15_000, which in 0_usize..3) {
        let names = ["carin-bb-2.0.0/ExplanationOfBenefit-EOBOral1.json", "cms-bfd/v2-r4/eobReadHha.json",
            "cms-bfd/v2-r4/eobReadPde.json"];
        let mut damaged = bytes(names[which]);
        let length = damaged.len();
        damaged[at % length] = byte;
        let _ = fhir::read(&damaged);
        let _ = fhir::read(&damaged[..cut % length]);
    }
}
