//! Bills and planned care: what is done first, what is never asked for, and three cases as a person reads them.

use expect_test::expect_file;
use recourse::case::Value;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::kinds::{CallKind, Field, LetterKind, PaperKind, Purpose, Timing};
use recourse::rulebook::book;
use recourse::rulebook::schema::{Opens, Stage};
use recourse::steps::{Clock, Steps};

use super::{Draft, coverages, day, told};

/// What only somebody with a denial has.
const PAPERS_OF_A_DENIAL: [PaperKind; 4] =
    [PaperKind::DenialNotice, PaperKind::ClaimFile, PaperKind::Criteria, PaperKind::NecessityLetter];
/// What only a letter that says no can tell.
const FACTS_OF_A_DENIAL: [Field; 6] = [
    Field::NoticeDate,
    Field::NoticeReceived,
    Field::Reason,
    Field::AppealAddress,
    Field::StatedLastDay,
    Field::Timing,
];

fn asks_for_no_denial(steps: &Steps<'_>, letters: &[LetterKind], told: &str) {
    for item in &steps.evidence {
        assert!(!PAPERS_OF_A_DENIAL.contains(&item.evidence.paper), "{:?} for {told}", item.evidence.paper);
    }
    for step in &steps.checklist {
        assert!(
            !FACTS_OF_A_DENIAL.iter().any(|field| step.task.opens == Opens::Fact(*field)),
            "{} for {told}",
            step.key
        );
        assert!(step.task.asks_for.iter().all(|paper| !PAPERS_OF_A_DENIAL.contains(paper)), "{} for {told}", step.key);
    }
    for script in &steps.calls {
        let speaks = script.have_ready.iter().any(|thing| thing.contains("letter that says no"));
        assert!(!speaks && !script.opening.contains("denied"), "{:?} for {told}", script.kind);
    }
    for kind in letters {
        assert!(!steps.letters.contains(kind), "{kind:?} for {told}");
    }
}

#[test]
fn a_bill_asks_for_nothing_that_only_a_denial_has() {
    for play in ["general", "S14", "S15", "S36", "S37", "S38", "S39"] {
        // Where the plan counted the share wrongly, only an appeal mends it.
        let surprise = ["S14", "S15"].contains(&play);
        let letters: &[LetterKind] =
            if surprise { &[LetterKind::L12] } else { &[LetterKind::L01, LetterKind::L12, LetterKind::L14] };
        for coverage in coverages() {
            let draft = coverage.iter().fold(Draft::new().about(play), |draft, choice| draft.chooses(*choice));
            let steps = draft.at(Stage::Billed).steps(Clock::Unknown);
            assert_eq!(steps.stage, Stage::Billed);
            asks_for_no_denial(&steps, letters, &format!("{play} {coverage:?}"));
        }
    }
}

#[test]
fn planned_care_asks_for_nothing_that_only_a_denial_or_a_bill_has() {
    for play in ["general", "S68"] {
        for coverage in coverages() {
            let draft = coverage.iter().fold(Draft::new().about(play), |draft, choice| draft.chooses(*choice));
            let steps = draft.at(Stage::Planning).steps(Clock::Unknown);
            let told = format!("{play} {coverage:?}");
            let letters = [LetterKind::L01, LetterKind::L12, LetterKind::L14, LetterKind::L60, LetterKind::L74];
            asks_for_no_denial(&steps, &letters, &told);
            let bills = [PaperKind::Bill, PaperKind::ItemizedBill, PaperKind::Eob];
            assert!(steps.evidence.iter().all(|item| !bills.contains(&item.evidence.paper)), "{told}");
        }
    }
}

#[test]
fn a_denial_is_not_asked_for_a_bill_that_nobody_has() {
    let steps = Draft::new().about("S05").steps(Clock::Unknown);
    for kind in [LetterKind::L60, LetterKind::L61, LetterKind::L74] {
        assert!(!steps.letters.contains(&kind), "{kind:?}");
    }
    assert!(steps.script(CallKind::ItemizedBill).is_none());
    assert!(steps.script(CallKind::BeforeCare).is_none());
}

#[test]
fn who_has_no_coverage_is_sent_to_no_insurer() {
    for (play, stage) in
        [("general", Stage::Billed), ("S36", Stage::Billed), ("S39", Stage::Billed), ("S68", Stage::Planning)]
    {
        let steps = Draft::new().about(play).chooses(Choice::From(From::None)).at(stage).steps(Clock::Unknown);
        let insurers = [CallKind::InsurerInformation, CallKind::Network, CallKind::BeforeCare];
        for step in &steps.checklist {
            assert!(!insurers.iter().any(|kind| step.task.opens == Opens::Call(*kind)), "{} for {play}", step.key);
        }
        assert!(steps.evidence.iter().all(|item| item.evidence.paper != PaperKind::Eob), "{play}");
    }
}

#[test]
fn law_that_binds_everybody_is_shown_before_the_coverage_is_known() {
    let rules = |draft: Draft| {
        let steps = draft.about("S39").at(Stage::Billed).steps(Clock::Unknown);
        let step = steps.checklist.into_iter().find(|step| step.key == "S39.assistance").expect("it is there");
        step.rules.into_iter().map(|rule| rule.id.clone()).collect::<Vec<_>>()
    };
    let expected = ["hospital-aid-scope", "hospital-aid-window", "hospital-aid-applied", "hospital-aid-in-the-open"];
    assert_eq!(rules(Draft::new()), expected);
    assert_eq!(rules(Draft::new().chooses(Choice::From(From::Medicare))), expected);
}

#[test]
fn surprise_bill_law_is_shown_only_for_plans_that_it_reaches() {
    let rules = |from: From| {
        let draft = Draft::new().about("S14").chooses(Choice::From(from)).at(Stage::Billed);
        let step =
            draft.steps(Clock::Unknown).checklist.into_iter().find(|step| step.key == "S14.hold").expect("there");
        step.rules.len()
    };
    assert_eq!(rules(From::Myself), 2);
    assert_eq!(rules(From::Work), 2, "both kinds of plans from work are bound");
    assert_eq!(rules(From::ShortTerm), 0);
    assert_eq!(rules(From::Medicare), 0);
}

/// The first step of a play, and its way in a few sentences.
fn opening(play: &str, stage: Stage) -> (String, String) {
    let draft = Draft::new().about(play).chooses(Choice::From(From::Myself));
    // What decides the dates is known, so that the first step is the play's own.
    let timing = if play == "S01" { Timing::PreService } else { Timing::PostService };
    let draft = draft.chooses(Choice::Timing(timing)).knows(Field::NoticeDate, Value::Day(day("2024-01-15"))).at(stage);
    let next = draft.steps(Clock::Unknown).next.expect("something to do");
    let approach = book().play(play).expect("in the book").approach.join(" ").to_lowercase();
    (format!("{} {}", next.task.what, next.task.why).to_lowercase(), approach)
}

#[test]
fn the_problems_that_most_people_bring_begin_as_the_guidance_says() {
    for (play, stage, first, then) in [
        ("S01", Stage::Denied, &["reason in writing", "how to appeal"][..], &["peer-to-peer", "letter"][..]),
        (
            "S11",
            Stage::Denied,
            &["network status"],
            &["network status", "itemized bill", "in-network exception", "process the claim again", "discount"],
        ),
        (
            "S36",
            Stage::Billed,
            &["itemized bill", "compare it with the eob"],
            &["payment plan", "financial assistance", "lump sum"],
        ),
    ] {
        let (step, approach) = opening(play, stage);
        for words in first {
            assert!(step.contains(words), "{play}: the first step lacks \"{words}\": {step}");
        }
        for words in then {
            assert!(approach.contains(words), "{play}: the approach lacks \"{words}\": {approach}");
        }
    }
}

/// A stay in a hospital of the network, a plan from work that an insurance company pays, and a bill that nobody can read.
#[test]
fn a_large_hospital_bill_reads_well() {
    let draft = Draft::new()
        .says(Field::Patient, "Maria Lopez")
        .says(Field::Facility, "Riverside Community Hospital")
        .knows(Field::ServiceDate, Value::Day(day("2023-12-11")))
        .chooses(Choice::From(From::Work))
        .chooses(Choice::Funding(Funding::InsurerPays))
        .about("S36")
        .at(Stage::Billed);
    expect_file!["../golden/steps/s36-billed.txt"].assert_eq(&told(&draft.steps(Clock::Unknown)));
}

/// The plan's own list named the doctor, and the claim was paid as if he were outside.
#[test]
fn a_provider_of_the_network_paid_as_one_outside_reads_well() {
    let draft = Draft::new()
        .says(Field::Patient, "Daniel Okafor")
        .says(Field::Insurer, "Blue Cross Blue Shield of North Carolina")
        .says(Field::ClaimNumber, "CLM2024010900417")
        .says(Field::Provider, "Dr. Priya Raman")
        .says(Field::AppealAddress, "P.O. Box 2291, Durham, NC 27702")
        .knows(Field::NoticeDate, Value::Day(day("2024-01-22")))
        .knows(Field::ServiceDate, Value::Day(day("2024-01-09")))
        .coded(&["PR-242"])
        .answers(&[(Field::ListedInNetwork, true)])
        .chooses(Choice::From(From::Myself))
        .about("S12");
    let steps = draft.steps(Clock::Until(day("2024-07-19")));
    expect_file!["../golden/steps/s12-denied.txt"].assert_eq(&told(&steps));
}

/// A knee operation in three weeks, with a plan whose employer pays the claims.
#[test]
fn planned_care_reads_well() {
    let draft = Draft::new()
        .says(Field::Patient, "Ruth Feldman")
        .says(Field::Service, "Knee arthroscopy")
        .knows(Field::PlannedFor, Value::Day(day("2024-02-22")))
        .chooses(Choice::From(From::Work))
        .chooses(Choice::Funding(Funding::EmployerPays))
        .about("S68")
        .opened_for(Purpose::Planning);
    expect_file!["../golden/steps/s68-planning.txt"].assert_eq(&told(&draft.steps(Clock::Unknown)));
}
