//! The reader of criteria: real and invented policies as a person sees them split, and what holds of every text.

use expect_test::{ExpectFile, expect_file};
use proptest::prelude::*;
use recourse::case::Number;
use recourse::case::grid::{self, Grid, Kind, Need, Piece};

/// A piece a line, indented by its depth, with what a list asks for.
fn told(text: &str) -> String {
    let grid = Grid { document: Number(3), pieces: grid::read(text) };
    let one = |(at, piece): (usize, &Piece)| {
        let kind = match piece.kind {
            Kind::Heading => "heading".to_owned(),
            Kind::Lead => match grid.need(at) {
                Some(Need::All) => "all of".to_owned(),
                Some(Need::AtLeast(some)) => format!("at least {some} of"),
                None => "list".to_owned(),
            },
            Kind::Criterion => "criterion".to_owned(),
            Kind::Between => "between".to_owned(),
            Kind::Text => "text".to_owned(),
        };
        format!("{}[{kind}] {}\n", "    ".repeat(piece.depth.into()), piece.whole())
    };
    grid.pieces.iter().enumerate().map(one).collect()
}

fn check(text: &str, golden: &ExpectFile) {
    assert!(grid::is_whole(&grid::read(text), text));
    golden.assert_eq(&told(text));
}

#[test]
fn a_national_coverage_determination() {
    check(
        include_str!("../fixtures/criteria/ncd-240-4-parts.txt"),
        &expect_file!["golden/criteria/ncd-240-4-parts.txt"],
    );
}

#[test]
fn a_policy_on_therapy() {
    check(
        include_str!("../fixtures/criteria/outpatient-therapy.txt"),
        &expect_file!["golden/criteria/outpatient-therapy.txt"],
    );
}

#[test]
fn a_policy_on_infusions_with_lists_in_lists() {
    check(include_str!("../fixtures/criteria/infusion.txt"), &expect_file!["golden/criteria/infusion.txt"]);
}

/// Lines as policies have them, in any order.
fn line() -> impl Strategy<Value = String> {
    const MARKS: [&str; 12] =
        ["", "", "1. ", "(a) ", "iv) ", "- ", "\u{2022} ", "\u{2022}", "2.1 ", "A. ", "\t o ", "    "];
    const WORDS: [&str; 15] = [
        "All of the following:",
        "One or more of these:",
        "pain for six weeks; and",
        "AND",
        "or",
        "",
        "  ",
        "Exclusions",
        "An exam.",
        "The following are not covered:",
        "Coverage Criteria",
        "\u{a0}",
        "\u{e9}\u{301}tat; or",
        ":",
        ";",
    ];
    (proptest::sample::select(&MARKS[..]), proptest::sample::select(&WORDS[..]))
        .prop_map(|(mark, words)| format!("{mark}{words}"))
}

fn texts() -> impl Strategy<Value = String> {
    let ends = proptest::sample::select(&["\n", "\r\n", "\n\n", "\r"][..]);
    let lined = proptest::collection::vec((line(), ends), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect());
    prop_oneof![lined, any::<String>(), "(\\PC|[\n\t\r\u{b}\u{85}\u{2028}]){0,200}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_letter_of_a_text_stands_in_exactly_one_piece(text in texts()) {
        let pieces = grid::read(&text);
        prop_assert!(grid::is_whole(&pieces, &text));
        prop_assert!(pieces.len() <= grid::MOST_PIECES + 1);
        prop_assert!(pieces.iter().all(|piece| piece.answer.is_none() && piece.words.trim() == piece.words));
        let grid = Grid { document: Number(3), pieces };
        for at in 0..grid.pieces.len() {
            let _ = (grid.standing(at), grid.need(at), grid.is_needless(at));
            for corrected in [grid.joined(at), grid.named(at, Kind::Criterion)].into_iter().flatten() {
                prop_assert!(grid::is_whole(&corrected, &text));
            }
            for second in grid::breaks(&grid.pieces[at].words) {
                prop_assert!(grid::is_whole(&grid.parted(at, second).expect("a break parts"), &text));
            }
        }
    }
}
