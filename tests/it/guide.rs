//! The public guidance: every problem has its row, and every link leads somewhere.

use std::collections::BTreeSet;

use recourse::kinds::ProblemGroup;
use recourse::rulebook::book;
use recourse::words::guide::glossary::Term;
use recourse::words::guide::helpers::{self, HELPERS};
use recourse::words::guide::questions::{self, QUESTIONS};
use recourse::words::guide::steps::{CAUTIONS, DECISIONS, STEPS, WINS};
use recourse::words::guide::{Page, Section, glance, habits, sharing};

use crate::reading;

/// What the rows of the plays named must say.
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
        let row = rows.iter().find(|row| row.play == play).unwrap_or_else(|| panic!("{play} has no row"));
        for words in first {
            assert!(row.first_step.contains(words), "{play}: the first step lacks \"{words}\": {}", row.first_step);
        }
        for words in approach {
            assert!(row.approach.contains(words), "{play}: the approach lacks \"{words}\": {}", row.approach);
        }
    }
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

/// All sections of all pages.
fn sections() -> Vec<Section> {
    let mut all = vec![DECISIONS, WINS, CAUTIONS];
    all.extend(habits::SECTIONS);
    all.extend(sharing::SECTIONS);
    all.extend(helpers::SECTIONS);
    all
}

#[test]
fn every_rule_and_contact_that_the_guide_names_is_in_the_book() {
    let all = sections();
    let terms = Term::ALL.iter().map(|term| (term.entry().key, term.entry().rules));
    let questions = QUESTIONS.iter().map(|question| (question.key, question.rules));
    let steps = STEPS.iter().map(|step| (step.what, step.rules));
    let points = all.iter().flat_map(|section| section.points).map(|point| (point.what, point.rules));
    let named = terms.chain(questions).chain(steps).chain(points);
    let rules: Vec<(&str, &str)> = named.flat_map(|(place, ids)| ids.iter().map(move |id| (place, *id))).collect();
    assert!(rules.len() > 50, "only {} rules are named", rules.len());
    for (place, id) in rules {
        assert!(book().rule(id).is_some(), "\"{place}\" names the rule {id}, which the book lacks");
    }
    let contacts = QUESTIONS.iter().map(|question| (question.key, question.contacts));
    for (place, ids) in contacts.chain(HELPERS.iter().map(|help| (help.key, help.contacts))) {
        for id in ids {
            assert!(book().contact(id).is_some(), "{place} names the contact {id}, which the book lacks");
        }
    }
}

#[test]
fn questions_and_helpers_are_found_by_keys_of_their_own() {
    let keys: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.key).collect();
    assert_eq!(keys.len(), QUESTIONS.len());
    for question in &QUESTIONS {
        assert_eq!(questions::question(question.key), Some(question));
        assert!(question.ask.ends_with('?'), "{}", question.ask);
        assert!(!question.answer.is_empty() && !question.next.is_empty(), "{}", question.key);
    }
    let keys: BTreeSet<&str> = HELPERS.iter().map(|help| help.key).collect();
    assert_eq!(keys.len(), HELPERS.len());
}

#[test]
fn the_questions_that_most_people_bring_are_answered() {
    for key in ["every-denial", "credit", "collections", "advocate-or-lawyer", "surprise-bills"] {
        assert!(questions::question(key).is_some(), "{key}");
    }
    let collections = questions::question("collections").expect("as just seen").answer.concat();
    for words in ["in writing before you pay", "suspend collections"] {
        assert!(collections.contains(words), "the answer on collections lacks \"{words}\"");
    }
}

/// Where a text says a number of law: a figure, or a number in words before a unit.
fn numbers(text: &str) -> Option<String> {
    let counts =
        "two three four five six seven eight nine ten twelve fifteen twenty thirty forty sixty ninety hundred dozen";
    let units = ["hour", "day", "week", "month", "year", "percent", "dollar", "cent"];
    if text.contains(|c: char| c.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = |pair: &&[&str]| {
        counts.split(' ').any(|count| count == pair[0])
            && units.iter().any(|unit| pair[1].trim_end_matches('s') == *unit)
    };
    words.windows(2).find(said).map(|pair| pair.join(" "))
}

#[test]
fn the_guide_says_no_number_of_law() {
    for bad in ["You have 180 days.", "You have sixty days.", "They answer within two business hours, or Thirty days."]
    {
        assert!(numbers(bad).is_some(), "the guard is blind: {bad}");
    }
    assert_eq!(numbers("Two letters, seven steps, and two kinds of plans."), None);
    for page in Page::ALL {
        for text in reading::page(page) {
            assert_eq!(numbers(text), None, "{}: {text}", page.key());
        }
    }
}
