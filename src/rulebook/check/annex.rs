//! What must hold of the annex: no state twice, every group with its page, every address safe, every code known to the book.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::super::kinds::Confidence;
use super::super::schema::{Annex, Basis, Book, ByState, ReadIn, Rule, State};
use super::{Entry, Fault, Problem, at, url_faults};

/// The letters that the post gives to the states, the district and five territories.
const POSTAL: [&str; 56] = [
    "AK", "AL", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "GU", "HI", "IA", "ID", "IL", "IN", "KS",
    "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MP", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY",
    "OH", "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY",
];

/// All entries of the annex in the order in which they stand.
#[must_use]
pub fn entries(annex: &Annex) -> Vec<Entry> {
    let states = annex.states.iter().map(|state| at("state", &state.code));
    let advice = annex.advice.iter().map(|advice| at("advice", &advice.code));
    let families = annex.families.iter().map(|family| at("family", &family.id));
    let retired = annex.retired.iter().map(|retired| at("retired", &retired.code));
    states.chain(advice).chain(families).chain(retired).collect()
}

/// Every problem of the annex, in the order of its entries.
#[must_use]
pub fn check(annex: &Annex, book: &Book) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut times: BTreeMap<Entry, usize> = BTreeMap::new();
    for entry in entries(annex) {
        *times.entry(entry).or_default() += 1;
    }
    for (entry, times) in times {
        if times > 1 {
            problems.push(Problem { entry, what: Fault::Repeated { times } });
        }
    }
    for state in &annex.states {
        let entry = at("state", &state.code);
        let faults = of_state(state).into_iter().chain(dated(state, book));
        problems.extend(faults.map(|what| Problem { entry: entry.clone(), what }));
    }
    for advice in &annex.advice {
        let dangling = |field: &str, table: &'static str, id: &str| Problem {
            entry: at("advice", &advice.code),
            what: Fault::Dangling { field: field.to_owned(), table, id: id.to_owned() },
        };
        if book.codes.iter().all(|code| code.code != advice.code) {
            problems.push(dangling("code", "code", &advice.code));
        }
        if annex.families.iter().all(|family| family.id != advice.family) {
            problems.push(dangling("family", "family", &advice.family));
        }
        for group in advice.usual_groups.iter().filter(|id| book.groups.iter().all(|group| group.code != **id)) {
            problems.push(dangling("usual-groups", "group", group));
        }
        if advice.first_step.trim().is_empty() {
            let what = Fault::Empty { field: "first-step".to_owned() };
            problems.push(Problem { entry: at("advice", &advice.code), what });
        }
    }
    problems
}

/// What is missing from the whole: a state, advice on a code, or somebody who names a family.
#[must_use]
pub fn whole(annex: &Annex, book: &Book) -> Vec<Problem> {
    let problem = |table, id: &str, what| Problem { entry: at(table, id), what };
    let missing = POSTAL.iter().filter(|code| annex.states.iter().all(|state| state.code != **code));
    let silent = book.codes.iter().filter(|code| annex.advice.iter().all(|advice| advice.code != code.code));
    let unused = annex.families.iter().filter(|family| annex.advice.iter().all(|advice| advice.family != family.id));
    let known = annex.retired.iter().filter(|retired| book.codes.iter().any(|code| code.code == retired.code));
    missing
        .map(|code| problem("state", code, Fault::MissingState))
        .chain(silent.map(|code| problem("code", &code.code, Fault::NoAdvice)))
        .chain(unused.map(|family| problem("family", &family.id, Fault::Unused)))
        .chain(known.map(|retired| problem("retired", &retired.code, Fault::RetiredAndKnown)))
        .collect()
}

/// The times of a state that become dates: each within the law, each with a page to open.
fn dated(state: &State, book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    let to_open = |basis: &Basis| basis.sources.iter().any(|source| !source.url.is_empty());
    if state.external_review.window.is_some() && !to_open(&state.external_review.basis) {
        faults.push(Fault::NoPageToOpen { field: "window".to_owned() });
    }
    let Some(medicaid) = &state.medicaid else { return faults };
    for (field, by_state, days) in [
        ("hearing-days-after-plan-appeal", ByState::PlanHearing, medicaid.hearing_days_after_plan_appeal),
        ("hearing-days-agency", ByState::AgencyHearing, medicaid.hearing_days_agency),
    ] {
        let Some(days) = days else { continue };
        if !to_open(&medicaid.basis) {
            faults.push(Fault::NoPageToOpen { field: field.to_owned() });
        }
        let leaves = |rule: &&Rule| rule.by_state == Some(by_state) && rule.of_state.is_empty();
        let value = book.rules.iter().find(leaves).and_then(|rule| rule.values.last());
        let range = value.map(|value| (value.least.unwrap_or(1), value.amount));
        if let Some((least, most)) = range.filter(|(least, most)| !(*least..=*most).contains(&days)) {
            faults.push(Fault::BeyondTheLaw { field: field.to_owned(), days, least, most });
        }
    }
    faults
}

fn of_state(state: &State) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !POSTAL.contains(&state.code.as_str()) {
        faults.push(Fault::NoSuchState { code: state.code.clone() });
    }
    for (field, text) in [("code", &state.code), ("name", &state.name), ("note", &state.note)] {
        if text.trim().is_empty() {
            faults.push(Fault::Empty { field: field.to_owned() });
        }
    }
    for (basis, fields) in groups(state) {
        faults.extend(of_basis(basis, &fields));
    }
    faults
}

/// The groups of facts of a state, each with its basis and its fields as the files name them.
fn groups(state: &State) -> Vec<(&Basis, Value)> {
    let State {
        code: _,
        name: _,
        kind: _,
        note: _,
        regulator,
        second_regulator,
        external_review,
        assistance,
        surprise_bills,
        medicaid,
        ship,
        step_therapy,
        charity_care,
        medical_debt,
        time_to_sue,
        prompt_pay,
    } = state;
    let groups = [
        Some(group(regulator, &regulator.basis)),
        second_regulator.as_ref().map(|of| group(of, &of.basis)),
        Some(group(external_review, &external_review.basis)),
        assistance.as_ref().map(|of| group(of, &of.basis)),
        surprise_bills.as_ref().map(|of| group(of, &of.basis)),
        medicaid.as_ref().map(|of| group(of, &of.basis)),
        ship.as_ref().map(|of| group(of, &of.basis)),
        step_therapy.as_ref().map(|of| group(of, &of.basis)),
        charity_care.as_ref().map(|of| group(of, &of.basis)),
        medical_debt.as_ref().map(|of| group(of, &of.basis)),
        time_to_sue.as_ref().map(|of| group(of, &of.basis)),
        prompt_pay.as_ref().map(|of| group(of, &of.basis)),
    ];
    groups.into_iter().flatten().collect()
}

fn group<'a>(group: &impl Serialize, basis: &'a Basis) -> (&'a Basis, Value) {
    (basis, serde_json::to_value(group).expect("a group has only text, numbers and lists"))
}

fn of_basis(basis: &Basis, group: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let at_the_source = match basis.read_in {
        ReadIn::Office | ReadIn::Law => true,
        ReadIn::Elsewhere | ReadIn::Nowhere => false,
    };
    if basis.confidence == Confidence::Official && !at_the_source {
        faults.push(Fault::OfficialElsewhere);
    }
    if basis.sources.is_empty() && basis.read_in != ReadIn::Nowhere {
        faults.push(Fault::NoPage);
    }
    for source in &basis.sources {
        if source.url.is_empty() && source.name.trim().is_empty() {
            faults.push(Fault::Empty { field: "sources".to_owned() });
        }
        if !source.url.is_empty() {
            faults.extend(url_faults(&source.url));
        }
    }
    if let Some(url) = group.get("url").and_then(Value::as_str).filter(|url| !url.is_empty()) {
        faults.extend(url_faults(url));
    }
    let there = |field: &str| group.get(field).is_some_and(|value| !value.is_null() && value.as_str() != Some(""));
    for field in basis.but.keys().filter(|field| !there(field)) {
        faults.push(Fault::NoSuchField { field: field.clone() });
    }
    faults
}
