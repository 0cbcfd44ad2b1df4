//! What the person really owes: the pages, what letters take from it, and what goes along as a table and as an exhibit.

use expect_test::expect_file;
use proptest::prelude::*;
use recourse::case::statement::Belongs;
use recourse::case::{At, Case, Change, Detail, Part, Provenance, StatementLine, Tie};
use recourse::importers::fhir;
use recourse::intake::file::{self, Coming, Opened};
use recourse::kinds::StatementKind;
use recourse::money::Cents;
use recourse::reconcile::carry::{self, Purpose};
use recourse::reconcile::{self, Kind, walk};
use recourse::rulebook::book;
use recourse::ui::route::Route;
use recourse::words::reconcile as said;

use crate::cases::day;
use crate::pages::{says, words_of};
use crate::reconcile::{opened, with_text};

const TODAY: &str = "2026-11-23";

/// A bill that leaves out a discount, and its EOB from a file of claims.
fn no_discount() -> Case {
    let case = with_text(&opened(), "reconcile/no-discount-bill.txt");
    with_text(&case, "reconcile/in-network-eob.json")
}

fn id(case: &Case) -> String {
    case.id.0.clone()
}

#[tokio::test]
async fn the_page_says_what_is_owed_why_and_what_to_do() {
    let case = no_discount();
    let page = words_of(Route::Owe { id: id(&case) }, Some(case), TODAY).await;
    says(
        &page,
        &[
            "What you really owe",
            "What you may owe now: $30.00.",
            "The bill asks for $125.00.",
            "Proven by the papers",
            "At stake: $95.00",
            "Please apply the missing $95.00",
            "Write: Request to hold the",
            "Prepare the call",
            "Who may ask you for what",
            "the same code, the same day and the same charge",
            "They are not the same",
            "Your plan\u{2019}s terms",
            "Save the comparison as a table",
        ],
    );
}

#[tokio::test]
async fn without_an_eob_the_page_promises_nothing() {
    let case = with_text(&opened(), "reconcile/no-discount-bill.txt");
    let page = words_of(Route::Owe { id: id(&case) }, Some(case), TODAY).await;
    says(&page, &["There is no EOB here yet", "What you owe cannot be said yet"]);
    let page = words_of(Route::Owe { id: id(&opened()) }, Some(opened()), TODAY).await;
    says(&page, &["No bill and no EOB yet", "Add a bill or an EOB"]);
}

#[tokio::test]
async fn the_eob_is_explained_line_by_line_and_drawn() {
    let case = no_discount();
    let paper = case.statements[1].number.0;
    let page = words_of(Route::Eob { id: id(&case), paper }, Some(case), TODAY).await;
    says(
        &page,
        &[
            "Your EOB, line by line",
            "This is not a bill",
            "The provider charged $225.00.",
            "Where the charge went",
            "Left to you $30.00",
            "What the codes mean",
        ],
    );
}

#[tokio::test]
async fn lines_that_the_person_parted_can_be_taken_back() {
    let case = no_discount();
    let (bill, eob) = (case.statements[0].number, case.statements[1].number);
    let line = |statement| At { statement, line: 0 };
    let tie = Tie { bill: line(bill), eob: line(eob), belongs: Belongs::Apart };
    let case = case.apply(Change::LinesTied(tie), day(TODAY)).expect("both lines are there");
    let page = words_of(Route::Owe { id: id(&case) }, Some(case), TODAY).await;
    says(&page, &["You said that these are not the same", "Take that back", "Only on a bill", "Pair them"]);
}

#[test]
fn letters_take_their_facts_from_findings_with_what_they_rest_on() {
    let case = no_discount();
    let of = reconcile::of(&case, book());
    let dispute = carry::carry(&case, &of, Purpose::Dispute, Some(case.statements[0].number));
    assert_eq!(dispute.len(), 1);
    assert!(matches!(dispute[0].found.kind, Kind::DiscountMissing { .. }) && dispute[0].may_state());
    assert!(!dispute[0].rests_on.is_empty());
    for (number, from) in &dispute[0].rests_on {
        let Provenance::Document { document, words } = from else { panic!("{from:?} is no paper") };
        let text = &case.document(*document).expect("it is in the case").text;
        assert!(text.contains(words.as_str()), "{words:?} is not on paper {number:?}");
    }
    assert_eq!(carry::carry(&case, &of, Purpose::Refund, None), []);
    let hold = carry::carry(&case, &of, Purpose::Hold, None);
    assert_eq!(hold, dispute, "the same finding holds the account, without the bill named too");
    let another = carry::carry(&case, &of, Purpose::Dispute, Some(case.statements[1].number));
    assert_eq!(another, [], "what is about one bill is not carried into a letter about another paper");
    assert_eq!(carry::purposes(&Kind::NoEob).first(), Some(&Purpose::MissingEob));
}

#[test]
fn the_comparison_goes_along_as_a_table_and_as_an_exhibit() {
    let case = no_discount();
    let of = reconcile::of(&case, book());
    let golden = format!("{}/tests/it/golden/reconcile", env!("CARGO_MANIFEST_DIR"));
    expect_file![format!("{golden}/exhibit.txt")].assert_eq(&said::table::exhibit(&case, &of, day(TODAY)).text());
    expect_file![format!("{golden}/table.csv.txt")].assert_eq(&said::table::csv(&case, &of).replace("\r\n", "\n"));
}

#[test]
fn every_claim_of_the_fixtures_comes_into_a_case_as_it_was_shown() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fhir");
    let mut count = 0;
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the fixtures are there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(Opened::Claims(reading)) = file::open("claims.json", &std::fs::read(&path).expect("it reads"))
            else {
                continue;
            };
            for fhir::Eob { draft, text, .. } in reading.eobs {
                let coming = Coming { draft, text, kind: StatementKind::Eob };
                let (case, today) = (opened(), day(TODAY));
                let added = coming
                    .changes("A file", &case, today)
                    .into_iter()
                    .try_fold(case.clone(), |case, change| case.apply(change, today));
                let added = added.unwrap_or_else(|refusal| panic!("{}: {refusal}", path.display()));
                assert_eq!(added.statements[0].lines.len(), coming.draft.lines.len(), "{}", path.display());
                let _ = walk::of_paper(&added.statements[0]);
                count += 1;
            }
        }
    }
    assert!(count >= 20, "only {count} claims");
}

fn cents() -> impl Strategy<Value = Option<i64>> {
    proptest::option::of(-500_i64..50_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_drawn_comes_to_the_charge(billed in cents(), allowed in cents(), paid in cents(), share in cents(), discount in cents()) {
        let line = StatementLine {
            on: None,
            code: String::new(),
            what: String::new(),
            units: None,
            billed: billed.map(Cents),
            allowed: allowed.map(Cents),
            plan_paid: paid.map(Cents),
            share: share.map(Cents),
            detail: Detail { parts: discount.map(|cents| (Part::Discount, Cents(cents))).into_iter().collect(), ..Detail::default() },
            from: Provenance::Statement { on: day(TODAY) },
        };
        let course = walk::of_line(&line);
        if let Some(parts) = course.parts() {
            prop_assert_eq!(Some(parts.iter().map(|(_, cents)| cents.0).sum::<i64>()), billed);
            prop_assert!(parts.iter().all(|(_, cents)| cents.0 > 0));
        }
        prop_assert!(!said::walk::story(&course).is_empty());
    }
}
