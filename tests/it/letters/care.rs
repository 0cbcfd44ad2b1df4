//! Whole letters about the network, the codes and the criteria: to the plan and to the clinician.

use expect_test::expect_file;
use recourse::case::coverage::From;
use recourse::case::{Provenance, Value};
use recourse::kinds::{CallKind, Field, LetterKind, PaperKind, Timing};
use recourse::letters::Draft;
use recourse::letters::gap::{Get, Missing, Refused, Unclaimed};

use super::{drafted, flat, golden, laws};
use crate::cases::planned::{
    ben_castillo, gwen_ashby, luis_romero_with_criteria, nora_feldman, peter_lund, ruth_adler,
};
use crate::cases::{self, Build, text};

fn draft(built: Build, kind: LetterKind, today: &str) -> Draft {
    drafted(built.later(today).letter(kind, None), today)
}

#[test]
fn an_exception_is_asked_for_where_the_network_has_nobody() {
    let draft = draft(nora_feldman(), LetterKind::L07, "2026-10-05");
    golden(&draft, &expect_file!["../golden/letters/L07-nobody.txt"]);
    assert_eq!(draft.cannot_claim, []);
}

#[test]
fn an_exception_is_asked_for_before_anybody_knows_who_is_in_the_network() {
    let built = cases::denise_carter();
    let draft = draft(built, LetterKind::L07, "2026-10-05");
    golden(&draft, &expect_file!["../golden/letters/L07-not-known.txt"]);
    assert_eq!(draft.cannot_claim, [Unclaimed::NobodyInNetwork]);
    let gap = draft.gaps.iter().find(|gap| gap.what == Missing::Fact(Field::NoNetworkProvider)).expect("it is missing");
    assert_eq!(gap.get, Get::Call(CallKind::Network));
}

#[test]
fn a_request_that_cannot_wait_says_so() {
    let urgent = nora_feldman().says(Field::Urgent, Value::Yes(true));
    let paper = flat(&draft(urgent, LetterKind::L07, "2026-10-05").paper.text());
    assert!(paper.contains("This request is urgent: waiting could do serious harm to my health."), "{paper}");
}

#[test]
fn a_claim_is_to_be_processed_again_because_the_directory_was_wrong() {
    let draft = draft(ben_castillo(), LetterKind::L08, "2026-05-18");
    golden(&draft, &expect_file!["../golden/letters/L08-directory.txt"]);
    assert_eq!(draft.cannot_claim, [Unclaimed::InNetwork]);
}

#[test]
fn a_claim_is_to_be_processed_again_because_the_provider_is_in_the_network() {
    let draft = draft(gwen_ashby(), LetterKind::L08, "2026-02-20");
    golden(&draft, &expect_file!["../golden/letters/L08-in-network.txt"]);
    assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Paper(PaperKind::NetworkProof)));
}

#[test]
fn a_directory_that_was_wrong_proves_no_network() {
    let built = ben_castillo().says(Field::InNetwork, Value::Yes(false));
    let draft = draft(built, LetterKind::L08, "2026-05-18");
    assert_eq!(draft.cannot_claim, []);
    assert!(!flat(&draft.paper.text()).contains("is in the plan's network."));
}

#[test]
fn a_claim_is_to_be_corrected_and_sent_again() {
    let draft = draft(ruth_adler(), LetterKind::L10, "2026-03-16");
    golden(&draft, &expect_file!["../golden/letters/L10.txt"]);
    assert!(laws(&draft).is_empty());
}

#[test]
fn the_codes_of_a_visit_are_to_be_reviewed() {
    let draft = draft(peter_lund(), LetterKind::L55, "2026-09-28");
    golden(&draft, &expect_file!["../golden/letters/L55.txt"]);
    let without = draft.gaps.iter().any(|gap| gap.what == Missing::Fact(Field::Statement));
    assert!(!without);
}

#[test]
fn nobody_counts_on_a_corrected_claim_while_the_time_to_appeal_runs() {
    let says = |today: &str| {
        let paper = flat(&draft(cases::john_smith("2024-02-01"), LetterKind::L10, today).paper.text());
        paper.contains("The time to appeal to the health plan goes on meanwhile.")
    };
    assert!(says("2024-02-01"));
    assert!(!says("2026-11-23"), "that time has passed");
}

#[test]
fn without_a_plan_the_bill_is_corrected_and_not_the_claim() {
    let paper = flat(&draft(peter_lund().covered(From::None, None), LetterKind::L55, "2026-09-28").paper.text());
    assert!(paper.contains("correct it and send me a corrected bill."), "{paper}");
    assert!(!paper.contains("corrected claim") && !paper.contains("Until the health plan"), "{paper}");
    let draft = draft(peter_lund().covered(From::None, None), LetterKind::L10, "2026-09-28");
    assert_eq!(draft.refused, Some(Refused::NoCoverage));
}

#[test]
fn a_clinicians_address_is_taken_from_a_bill_only_where_the_clinician_sent_it() {
    let paper = |built: Build| draft(built, LetterKind::L55, "2026-09-28").paper.text();
    assert!(paper(peter_lund()).contains("77 State Street"));
    assert!(!paper(peter_lund().says(Field::Biller, text("Statewide Billing"))).contains("77 State Street"));
}

#[test]
fn a_letter_of_medical_necessity_is_asked_for_with_the_criteria_word_for_word() {
    let draft = draft(luis_romero_with_criteria(), LetterKind::L53, "2026-04-20");
    golden(&draft, &expect_file!["../golden/letters/L53-criteria.txt"]);
}

#[test]
fn a_letter_of_medical_necessity_before_care_without_criteria() {
    let draft = draft(cases::denise_carter(), LetterKind::L53, "2026-10-05");
    golden(&draft, &expect_file!["../golden/letters/L53-no-criteria.txt"]);
    assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Paper(PaperKind::Criteria)));
}

#[test]
fn a_mother_asks_her_sons_clinic() {
    let draft = draft(cases::daniel_lopez(), LetterKind::L53, "2026-06-10");
    golden(&draft, &expect_file!["../golden/letters/L53-representative.txt"]);
    assert!(laws(&draft).is_empty());
}

#[test]
fn criteria_too_long_to_quote_go_along_as_a_paper() {
    let long = "The records show progress. ".repeat(80);
    let built = cases::luis_romero().paper(PaperKind::Criteria, "Policy 12", None, &long);
    let paper = flat(&draft(built, LetterKind::L53, "2026-04-20").paper.text());
    assert!(paper.contains("I enclose the plan's criteria."), "{paper}");
    assert!(!paper.contains("The records show progress."), "{paper}");
}

#[test]
fn what_was_said_by_telephone_is_not_quoted() {
    let call = cases::john_smith_call(&ruth_adler());
    let from = Provenance::Call { call: call.number };
    let mut built = ruth_adler().call(call);
    let change = recourse::case::Change::Learned { field: Field::Reason, value: text("The modifier is wrong."), from };
    built.case = built.case.apply(change, cases::day("2026-03-16")).expect("a reason may be heard");
    let paper = flat(&draft(built, LetterKind::L10, "2026-03-16").paper.text());
    assert!(paper.contains("By telephone I was given this reason: The modifier is wrong."), "{paper}");
    assert!(!paper.contains('\u{201c}'), "{paper}");
}

#[test]
fn after_the_day_to_aim_for_the_clinician_is_given_none() {
    let paper = |today: &str| flat(&draft(cases::luis_romero(), LetterKind::L53, today).paper.text());
    assert!(paper("2026-04-20").contains("I plan to send the appeal by "));
    let late = paper("2026-12-20");
    assert!(!late.contains("I plan to send") && late.contains("as soon as you can"), "{late}");
}

#[test]
fn letters_about_care_that_cannot_be_written_say_why() {
    let refused = |built: Build, kind| draft(built, kind, "2026-11-23").refused;
    let named = || Build::on("2026-11-23").says(Field::Patient, text("Ann Poe"));
    for kind in [LetterKind::L07, LetterKind::L53] {
        assert_eq!(refused(named(), kind), Some(Refused::NoCare), "{kind:?}");
    }
    assert_eq!(refused(named(), LetterKind::L08), Some(Refused::NothingNamesTheClaim));
    assert_eq!(refused(named(), LetterKind::L10), Some(Refused::NothingToCorrect));
    assert_eq!(refused(named(), LetterKind::L55), Some(Refused::NoCode));
    let coded = || named().says(Field::ProcedureCode, text("99213"));
    for kind in [LetterKind::L10, LetterKind::L53, LetterKind::L55] {
        assert_eq!(refused(coded(), kind), Some(Refused::NoProvider), "{kind:?}");
    }
    let served = || named().says(Field::Service, text("an X-ray"));
    assert_eq!(refused(served(), LetterKind::L08), Some(Refused::NotInNetwork));
    assert_eq!(refused(served().timed(Timing::PreService), LetterKind::L08), Some(Refused::CareNotGiven));
    assert_eq!(refused(served().timed(Timing::PostService), LetterKind::L07), Some(Refused::CareGiven));
    assert_eq!(refused(served(), LetterKind::L07), Some(Refused::NobodyToSendTo));
    assert_eq!(refused(served().says(Field::InNetwork, Value::Yes(true)), LetterKind::L07), Some(Refused::InNetwork));
    let somebody = served().says(Field::NoNetworkProvider, Value::Yes(false));
    assert_eq!(refused(somebody, LetterKind::L07), Some(Refused::NetworkHasSomebody));
    for kind in [LetterKind::L07, LetterKind::L08] {
        assert_eq!(refused(served().covered(From::None, None), kind), Some(Refused::NoCoverage));
    }
}
