//! The states: none is missing, no fact is lost, every address is safe, and what is not known says so.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{EventKind, Value as CaseValue};
use recourse::kinds::{Confidence, Field, LetterKind};
use recourse::rulebook::check::Fault;
use recourse::rulebook::check::annex::{check, whole};
use recourse::rulebook::schema::{Basis, Family, ReadIn, Retired, State, StateKind};
use recourse::rulebook::{Annex, annex, book};
use recourse::ui::route::Route;
use recourse::words::deadlines::confidence;
use recourse::words::guide::codes;
use recourse::words::guide::states::{self, Told};
use serde_json::Value;

use crate::cases;
use crate::pages::{says, words_of};

/// Every group of facts, and how many facts the states have in it, as counted in what was researched.
const FACTS: [(&str, usize); 12] = [
    ("assistance", 61),
    ("charity-care", 96),
    ("external-review", 524),
    ("medicaid", 107),
    ("medical-debt", 59),
    ("prompt-pay", 44),
    ("regulator", 191),
    ("second-regulator", 17),
    ("ship", 104),
    ("step-therapy", 49),
    ("surprise-bills", 157),
    ("time-to-sue", 116),
];

/// What the files say a second time for counting: no fact of its own.
const FOR_COUNTING: [&str; 2] = ["counts-from", "from-first-answer"];

/// The groups of a state as the files name them, each with its fields and its basis.
fn groups(state: &State) -> Vec<(String, Vec<String>, Basis)> {
    let Value::Object(fields) = serde_json::to_value(state).expect("text and numbers") else { panic!("no table") };
    let there = |value: &Value| !value.is_null() && value.as_str() != Some("");
    let a_fact = |name: &str, value: &Value| there(value) && !FOR_COUNTING.contains(&name);
    let group = |(name, value): (String, Value)| {
        let Value::Object(mut fields) = value else { return None };
        let basis = serde_json::from_value(fields.remove("basis")?).expect("a basis");
        Some((
            name,
            fields.into_iter().filter(|(name, value)| a_fact(name, value)).map(|(name, _)| name).collect(),
            basis,
        ))
    };
    fields.into_iter().filter_map(group).collect()
}

#[test]
fn every_state_the_district_and_five_territories_are_there_once() {
    let states = &annex().states;
    let of = |kind: StateKind| states.iter().filter(|state| state.kind == kind).count();
    assert_eq!((of(StateKind::State), of(StateKind::District), of(StateKind::Territory)), (50, 1, 5));
    for named in [|state: &State| state.code.clone(), |state: &State| state.slug()] {
        assert_eq!(states.iter().map(named).collect::<BTreeSet<String>>().len(), 56);
    }
    for state in states {
        for written in [state.code.clone(), state.code.to_lowercase(), state.name.clone(), state.slug()] {
            assert_eq!(annex().state(&written), Some(state), "{written}");
        }
    }
    for written in ["", "Ontario", "OHI", "xx"] {
        assert_eq!(annex().state(written), None, "{written}");
    }
}

#[test]
fn no_fact_is_lost_and_none_is_surer_than_it_was() {
    let mut facts: BTreeMap<String, usize> = BTreeMap::new();
    let mut sure: BTreeMap<Confidence, usize> = BTreeMap::new();
    let mut bases: BTreeMap<Confidence, usize> = BTreeMap::new();
    let mut sources = 0;
    for (name, fields, basis) in annex().states.iter().flat_map(groups) {
        *facts.entry(name).or_default() += fields.len();
        for field in &fields {
            *sure.entry(basis.sure_of(field)).or_default() += 1;
        }
        *bases.entry(basis.confidence).or_default() += 1;
        sources += basis.sources.len();
    }
    assert_eq!(facts, FACTS.map(|(name, count)| (name.to_owned(), count)).into());
    let counts = |official, reported, not_confirmed| {
        BTreeMap::from([
            (Confidence::Official, official),
            (Confidence::Reported, reported),
            (Confidence::NotConfirmed, not_confirmed),
        ])
    };
    assert_eq!(sure, counts(480, 945, 100));
    assert_eq!(bases, counts(107, 304, 27));
    assert_eq!(sources, 758);
}

#[test]
fn only_what_an_office_or_the_law_says_counts_as_read_in_the_official_text() {
    for state in &annex().states {
        for (name, fields, basis) in groups(state) {
            let read = matches!(basis.read_in, ReadIn::Office | ReadIn::Law);
            assert!(read || basis.confidence != Confidence::Official, "{} {name}", state.code);
            assert_eq!(basis.sources.is_empty(), basis.read_in == ReadIn::Nowhere, "{} {name}", state.code);
            assert!(basis.but.keys().all(|field| fields.contains(field)), "{} {name}", state.code);
        }
    }
}

#[test]
fn every_address_is_safe_and_follows_nobody() {
    let text = serde_json::to_string(annex()).expect("text and numbers");
    assert!(!text.contains("http:"));
    let addresses: Vec<&str> = text.split('"').filter(|part| part.starts_with("http")).collect();
    assert!(addresses.len() > 700, "only {} addresses", addresses.len());
    for address in addresses {
        assert!(address.starts_with("https://") && !address.contains(char::is_whitespace), "{address}");
        for mark in ["utm_", "gclid", "fbclid", "mc_cid", "mc_eid", "sessionid"] {
            assert!(!address.contains(mark), "{address}");
        }
    }
}

/// Ohio with this done to it, and what is then wrong with it.
fn wrong(spoil: impl Fn(&mut State)) -> Vec<Fault> {
    let mut state = annex().state("OH").expect("the annex has it").clone();
    spoil(&mut state);
    let spoilt = Annex { states: vec![state], ..Annex::default() };
    check(&spoilt, book()).into_iter().map(|problem| problem.what).collect()
}

#[test]
fn a_bad_state_does_not_pass() {
    assert_eq!(wrong(|_| {}), []);
    assert_eq!(wrong(|state| state.note.clear()), [Fault::Empty { field: "note".to_owned() }]);
    assert_eq!(wrong(|state| state.regulator.basis.read_in = ReadIn::Elsewhere), [Fault::OfficialElsewhere]);
    assert_eq!(wrong(|state| state.regulator.basis.sources.clear()), [Fault::NoPage]);
    let url = "http://example.org/?utm_source=x".to_owned();
    let faults = wrong(|state| state.regulator.url.clone_from(&url));
    assert_eq!(faults, [Fault::NotHttps { url: url.clone() }, Fault::Tracked { url: url.clone() }]);
    let doubted = |state: &mut State| {
        state.regulator.basis.but.insert("fax".to_owned(), Confidence::NotConfirmed);
    };
    assert_eq!(wrong(doubted), [Fault::NoSuchField { field: "fax".to_owned() }]);
    assert_eq!(wrong(|state| state.code = "OI".to_owned()), [Fault::NoSuchState { code: "OI".to_owned() }]);
    let field = "hearing-days-after-plan-appeal".to_owned();
    let longer = |state: &mut State| {
        state.medicaid.as_mut().expect("Ohio has Medicaid").hearing_days_after_plan_appeal = Some(150);
    };
    assert_eq!(wrong(longer), [Fault::BeyondTheLaw { field, days: 150, least: 90, most: 120 }]);
    let unread = |state: &mut State| state.external_review.basis.sources.iter_mut().for_each(|page| page.url.clear());
    let faults = wrong(unread);
    assert!(faults.contains(&Fault::NoPageToOpen { field: "window".to_owned() }), "{faults:?}");
    let twice = Annex { states: vec![annex().states[0].clone(); 2], ..Annex::default() };
    assert_eq!(
        check(&twice, book()).into_iter().map(|problem| problem.what).collect::<Vec<_>>(),
        [Fault::Repeated { times: 2 }]
    );
}

#[test]
fn a_missing_state_an_unused_family_and_a_code_without_advice_do_not_pass() {
    assert_eq!(whole(annex(), book()), []);
    let mut less = annex().clone();
    less.states.retain(|state| state.code != "GU");
    let mute = less.advice.remove(0);
    less.families.push(Family { id: "nobody".to_owned(), ..less.families[0].clone() });
    less.retired.push(Retired { code: mute.code.clone(), ..less.retired[0].clone() });
    let said: Vec<String> = whole(&less, book()).iter().map(ToString::to_string).collect();
    let code = mute.code;
    assert_eq!(
        said,
        [
            "state `GU`: has no file".to_owned(),
            format!("code `{code}`: has no advice"),
            "family `nobody`: nothing names it".to_owned(),
            format!("retired `{code}`: is retired and has a meaning in the book"),
        ]
    );
}

#[test]
fn every_code_of_the_book_has_its_advice() {
    for code in &book().codes {
        let advice = annex().advice(&code.code).unwrap_or_else(|| panic!("{} has no advice", code.code));
        assert!(annex().family(&advice.family).is_some(), "{}", code.code);
        assert_eq!(advice.confidence, Confidence::NotConfirmed, "billing practice is no law");
    }
    assert_eq!((annex().advice.len(), annex().families.len(), annex().retired.len()), (book().codes.len(), 25, 6));
    // As sure of each meaning as whoever looked: 135 reason codes and 25 remark codes, and five groups.
    let reported = |of: Confidence| of == Confidence::Reported;
    let codes = book().codes.iter().filter(|code| reported(code.confidence)).count();
    let groups = book().groups.iter().filter(|group| reported(group.confidence)).count();
    assert_eq!((codes, book().codes.len()), (129, 160));
    assert_eq!((groups, book().groups.len()), (4, 5));
}

/// A state's page as text.
fn told(state: &State) -> String {
    let mut page = format!("{}\n{} {}\n", state.name, states::IN_SHORT, state.note);
    for part in states::parts(state) {
        write!(page, "\n{}\n{}\n", part.title, part.lead).expect("text");
        if part.facts.is_empty() {
            writeln!(page, "  {}", states::NOTHING_KNOWN).expect("text");
        }
        for fact in part.facts {
            let words = match fact.told {
                Told::NotKnown => states::NOT_KNOWN.to_owned(),
                Told::Words(words) => words.into_owned(),
                Told::Phone(words) | Told::Page(words) => words.to_owned(),
            };
            let sure = fact.sure.map(|sure| format!(" [{}]", confidence(sure))).unwrap_or_default();
            writeln!(page, "  {}: {words}{sure}", fact.what).expect("text");
        }
        if let Some(basis) = part.basis {
            writeln!(page, "  {}:", states::read_where(basis)).expect("text");
            if basis.sources.is_empty() {
                writeln!(page, "    {}", states::NO_PAGE).expect("text");
            }
            for source in &basis.sources {
                writeln!(page, "    {}", format!("{} {}", source.url, source.name).trim()).expect("text");
            }
        }
    }
    page
}

#[test]
fn a_well_covered_and_a_thin_state_read_as_they_should() {
    let state = |code: &str| annex().state(code).expect("the annex has it");
    expect_file!["golden/states/california.txt"].assert_eq(&told(state("CA")));
    expect_file!["golden/states/american-samoa.txt"].assert_eq(&told(state("AS")));
}

#[test]
fn what_is_missing_is_never_a_no() {
    for state in &annex().states {
        for part in states::parts(state) {
            for fact in part.facts {
                let unsure = fact.told == Told::NotKnown || fact.what == "Safe to count on";
                assert_eq!(unsure, fact.sure.is_none(), "{} {}", state.code, fact.what);
            }
        }
    }
    let california = states::parts(annex().state("CA").expect("the annex has it"));
    let known =
        |title: &str| california.iter().find(|part| part.title == title).is_some_and(|part| part.basis.is_some());
    assert!(known("Medical debt"));
    let samoa = states::parts(annex().state("AS").expect("the annex has it"));
    let debt = samoa.iter().find(|part| part.title == "Medical debt").expect("every state has the heading");
    assert!(debt.facts.is_empty() && debt.basis.is_none());
}

const TODAY: &str = "2026-11-25";

#[tokio::test]
async fn a_states_page_opens_by_name_and_by_code_and_says_whether_state_law_applies() {
    for state in ["ohio", "OH"] {
        let page = words_of(Route::YourState { state: state.to_owned() }, None, TODAY).await;
        says(
            &page,
            &[
                "Ohio",
                "State law holds for insured plans, and mostly not for a self-funded plan from work.",
                "Ohio Department of Insurance",
                "read in the official text",
                "reported by others",
                "Where this was read, last on November 23, 2026",
                "Not known. That is not a no",
                "Choose another state",
            ],
        );
    }
}

#[tokio::test]
async fn an_unknown_state_is_named_and_the_list_stands_below() {
    let page = words_of(Route::YourState { state: "ontario".to_owned() }, None, TODAY).await;
    says(
        &page,
        &["We know no state or territory called \u{201c}ontario\u{201d}.", "56 states and territories", "Wyoming"],
    );
    let page = words_of(Route::GuidePage { page: "states".to_owned() }, None, TODAY).await;
    says(&page, &["Your state", "56 states and territories", "Alabama", "American Samoa"]);
}

#[tokio::test]
async fn the_page_of_rights_and_codes_shows_every_rule_with_its_source() {
    let page = words_of(Route::GuidePage { page: "codes".to_owned() }, None, TODAY).await;
    says(
        &page,
        &["What your codes mean", codes::GROUP_FIRST, "The rules that protect you", "29 CFR 2560.503-1(h)(3)(i)"],
    );
    says(&page, &[&format!("{} rules", book().rules.iter().filter(|rule| rule.of_state.is_empty()).count())]);
}

#[tokio::test]
async fn a_code_found_in_a_letter_leads_to_what_it_means_with_its_letters_first() {
    let case = cases::luis_romero().says(Field::ReasonCode, codes_of("CO-197")).case;
    let id = case.id.0.clone();
    says(&words_of(Route::Facts { id }, Some(case), TODAY).await, &["CO-197", "What this means"]);
    let page = words_of(Route::TheseCodes { codes: "CO-197+N130".to_owned() }, None, TODAY).await;
    let order =
        ["CO (Contractual obligation):", "197:", "Who has to put it right", "May you be billed, by its letters?"];
    says(&page, &order);
    let at = |words: &str| page.find(words).expect("the page says it");
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "the letters come first");
    says(&page, &["In short", "The way through it", "This is a remark code"]);
}

fn codes_of(code: &str) -> CaseValue {
    CaseValue::Codes(vec![code.parse().expect("a code as plans print it")])
}

#[tokio::test]
async fn the_dates_of_one_state_differ_for_an_insured_and_a_self_funded_plan_and_say_why() {
    let dates = async |funding| {
        let lost = cases::luis_romero().sent(LetterKind::L01).later("2026-06-20").happened(EventKind::Lost);
        let told = lost.refused_again("2026-06-15").says(Field::State, cases::text("OH"));
        let told = told.says(Field::CoverageFrom, CaseValue::Choice(Choice::From(From::Work)));
        let case = told.says(Field::Funding, CaseValue::Choice(Choice::Funding(funding))).case;
        words_of(Route::Dates { id: case.id.0.clone() }, Some(case), "2026-06-20").await
    };
    let insured = dates(Funding::InsurerPays).await;
    says(
        &insured,
        &[
            "so the law of Ohio applies",
            "What Ohio adds",
            "Ohio R.C. 3922.02(B)",
            "Ohio gives 180 days",
            "Day 180 is Saturday, December 12, 2026",
        ],
    );
    let self_funded = dates(Funding::EmployerPays).await;
    says(&self_funded, &["the law of Ohio mostly does not", "29 CFR 2590.715-2719(d)(2)(i)", "October 15, 2026"]);
    assert!(!self_funded.contains("3922.02") && !insured.contains("2590.715-2719(d)"));
}

#[test]
fn only_the_guide_reaches_the_annex_so_that_no_other_page_carries_it() {
    let mut reach = Vec::new();
    let mut folders = vec![std::path::PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("our own sources") {
            let path = entry.expect("our own sources").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("our own sources");
                // Tests at the end of a file are in no page.
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                let name = path.to_string_lossy().replace('\\', "/");
                if code.contains("annex()") && !name.contains("/tests") {
                    reach.push(name);
                }
            }
        }
    }
    reach.sort();
    assert_eq!(reach, ["src/rulebook.rs", "src/ui/pages/guide/codes.rs", "src/ui/pages/guide/state.rs"]);
}
