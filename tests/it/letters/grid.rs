//! Criteria in letters: what the record shows is argued, what is open is asked for, the rest is left alone.

use expect_test::expect_file;
use recourse::case::grid::{Kind, Standing};
use recourse::case::{Case, Number};
use recourse::kinds::LetterKind;
use recourse::letters::gap::Unclaimed;
use recourse::letters::{self, Draft};
use recourse::paper::Paper;
use recourse::rulebook::book;

use super::{drafted, flat, golden};
use crate::cases::planned::{luis_romero_with_criteria, luis_romero_with_grid};
use crate::cases::{self, Build, day};

const APRIL: &str = "2026-04-20";

fn draft(built: Build, kind: LetterKind) -> Draft {
    drafted(built.letter(kind, None), APRIL)
}

fn kit(case: &Case) -> Paper {
    letters::kit::of(case, book(), day(APRIL)).expect("there is enough to ask for")
}

fn policy(built: &Build) -> Number {
    built.case.grids[0].document
}

#[test]
fn an_appeal_answers_the_criteria_that_the_record_shows() {
    let draft = draft(luis_romero_with_grid(), LetterKind::L01);
    golden(&draft, &expect_file!["../golden/letters/L01-criteria-grid.txt"]);
    assert!(draft.cannot_claim.contains(&Unclaimed::Criteria));
}

#[test]
fn what_is_not_met_is_neither_argued_nor_admitted() {
    let built = luis_romero_with_grid();
    let grid = &built.case.grids[0];
    let left: Vec<String> = grid
        .criteria()
        .filter(|(_, piece)| piece.answer.as_ref().is_none_or(|answer| answer.standing == Standing::NotMet))
        .map(|(_, piece)| piece.line())
        .collect();
    assert_eq!(left.len(), 2);
    let appeal = flat(&draft(built, LetterKind::L01).paper.text());
    for words in left {
        assert!(!appeal.contains(&words), "{words}");
    }
    assert!(
        appeal.contains("Summit Health policy on outpatient therapy, dated January 1, 2026"),
        "the policy goes along"
    );
}

#[test]
fn a_list_that_asks_for_all_is_called_met_only_when_all_of_it_is() {
    let built = luis_romero_with_grid();
    let all = "So this part of your criteria is met.";
    let text = |built: Build| flat(&draft(built, LetterKind::L01).paper.text());
    assert_eq!(text(built.clone()).matches(all).count(), 1, "the list that asks for one has it");
    let at = policy(&built);
    let bare = built.marked(at, "The member can do", Standing::Met, None);
    assert_eq!(text(bare).matches(all).count(), 0, "nothing is met without words that show it");
}

#[test]
fn nobody_who_marked_nothing_finds_a_grid_in_the_appeal() {
    let draft = draft(luis_romero_with_criteria(), LetterKind::L01);
    assert!(draft.paper.parts.iter().all(|part| !part.key.starts_with("grid")));
}

#[test]
fn the_clinician_is_asked_point_by_point() {
    let draft = draft(luis_romero_with_grid(), LetterKind::L53);
    golden(&draft, &expect_file!["../golden/letters/L53-criteria-grid.txt"]);
}

#[test]
fn the_clinician_is_given_a_text_to_start_from() {
    let draft = draft(luis_romero_with_grid(), LetterKind::L59);
    golden(&draft, &expect_file!["../golden/letters/L59-criteria-grid.txt"]);
    let keys: Vec<&str> = draft.paper.parts.iter().map(|part| part.key.as_str()).collect();
    let at = |key: &str| keys.iter().position(|held| *held == key).expect(key);
    assert!(at("questions") < at("sender-heading") && at("sender-heading") < at("date"));
}

#[test]
fn a_text_to_start_from_before_care_and_without_criteria() {
    let draft = drafted(cases::denise_carter().letter(LetterKind::L59, None), "2026-10-05");
    golden(&draft, &expect_file!["../golden/letters/L59-before-care.txt"]);
}

#[test]
fn the_office_gets_one_page() {
    let paper = kit(&luis_romero_with_grid().case);
    expect_file!["../golden/letters/clinician-kit.txt"].assert_eq(&paper.text());
}

#[test]
fn the_page_for_the_office_tells_nobody_how_a_point_was_marked() {
    let built = luis_romero_with_grid();
    let at = policy(&built);
    let before = kit(&built.case).text();
    let open = built.marked(at, "A home program", Standing::Unclear, None);
    assert_eq!(kit(&open.case).text(), before);
}

#[test]
fn a_heading_never_becomes_a_point() {
    let built = luis_romero_with_grid();
    let headings = built.case.grids[0].pieces.iter().filter(|piece| piece.kind == Kind::Heading).count();
    assert_eq!(headings, 2);
    assert!(!flat(&draft(built, LetterKind::L53).paper.text()).contains("Outpatient Therapy"));
}
