//! The public guidance: every problem has its row, and every link leads somewhere.

use std::collections::BTreeSet;

use recourse::kinds::ProblemGroup;
use recourse::rulebook::book;
use recourse::words::guide::glance;

/// What the rows of the plays named must say, once those plays are in the book.
const MUST_SAY: [(&str, &[&str], &[&str]); 3] = [
    ("S01", &["written reason", "appeal instructions"], &["letter", "clinician", "peer-to-peer"]),
    ("S11", &["network", "itemized bill"], &["exception", "process", "discount"]),
    ("S36", &["itemized bill", "EOB"], &["payment plan", "financial assistance", "lump"]),
];

#[test]
fn every_play_has_one_row_short_enough_for_a_table() {
    let rows = glance::rows(book());
    assert_eq!(rows.len(), book().plays.len());
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.play).collect();
    assert_eq!(ids.len(), rows.len());
    for row in &rows {
        assert!(book().play(row.play).is_some(), "{} leads nowhere", row.play);
        for (what, text) in [("first step", row.first_step), ("approach", row.approach)] {
            let words = text.split_whitespace().count();
            assert!((2..=22).contains(&words), "{}: {words} words for the {what}: {text}", row.play);
            assert!(!text.ends_with('.'), "{}: a cell is no sentence: {text}", row.play);
        }
        assert!(!glance::coverage(row).is_empty());
    }
}

#[test]
fn the_problems_that_most_people_bring_say_what_is_known_to_help() {
    for (play, first, approach) in MUST_SAY {
        let rows = glance::rows(book());
        let Some(row) = rows.iter().find(|row| row.play == play) else { continue };
        for words in first {
            assert!(row.first_step.contains(words), "{play}: the first step lacks \"{words}\": {}", row.first_step);
        }
        for words in approach {
            assert!(row.approach.contains(words), "{play}: the approach lacks \"{words}\": {}", row.approach);
        }
    }
    assert!(book().play("S01").is_some(), "one of them is in the book");
}

#[test]
fn the_groups_have_seven_different_names_and_keys() {
    let names: Vec<&str> = ProblemGroup::ALL.into_iter().map(glance::group).collect();
    assert_eq!(
        names,
        ["Approval", "Not covered or not needed", "Paperwork and coding", "Network", "Bills", "Before care", "Other"]
    );
    for group in ProblemGroup::ALL {
        assert_eq!(ProblemGroup::from_key(group.key()), Some(group));
        let written = serde_json::to_value(group).expect("a word");
        assert_eq!(written, group.key(), "the key is the word of the rulebook");
    }
}
