//! Editing without losing the trace, the last look before a letter goes out, and sending it.

use expect_test::expect_file;
use recourse::case::{Case, Change, Letter, Number, Provenance, Sending, SentBy, Value};
use recourse::civil::Date;
use recourse::kinds::{Field, LetterKind};
use recourse::letters::addressee::{Desk, addressee};
use recourse::letters::awaited::{By, answered, awaited};
use recourse::letters::edit::{self, Stale, Way};
use recourse::letters::sheet::sheet;
use recourse::letters::{self, WeakPoint};
use recourse::paper::{Span, Traced};
use recourse::rulebook::book;

use crate::cases::{self, billed, day, text};

const TODAY: &str = "2024-02-01";

fn today() -> Date {
    day(TODAY)
}

fn appeal() -> (Case, Number) {
    let (case, letter) = cases::john_smith(TODAY).letter(LetterKind::L01, None);
    (case, letter.number)
}

fn after(case: &Case, change: Change) -> Case {
    case.apply(change, today()).expect("it fits")
}

/// The case after the person's words for a part, with the facts that stand in them linked as the page links them.
fn worded(case: &Case, letter: Number, part: &str, text: &str) -> Case {
    let held = case.letter(letter).expect("it was begun");
    let links = edit::relinked(held, part, text, &letters::first(held, case, book(), today()).paper);
    after(case, Change::PartEdited { letter, part: part.to_owned(), text: text.to_owned(), links })
}

fn held(case: &Case, letter: Number) -> &Letter {
    case.letter(letter).expect("it was begun")
}

fn points(case: &Case, letter: Number, today: Date) -> Vec<WeakPoint> {
    let letter = held(case, letter);
    let (first, draft) = (letters::first(letter, case, book(), today), letters::draft(letter, case, book(), today));
    letters::before_sending(letter, (&first, &draft), case, book(), today)
}

#[test]
fn a_fact_that_changes_is_offered_in_the_persons_own_words_and_takes_its_place() {
    let (case, letter) = appeal();
    let number = case.text(Field::ClaimNumber).expect("the letter names the claim").value.to_owned();
    let words = format!("I was ill. My claim is {number}, and I ask about {number} again.");
    let case = worded(&case, letter, "own-01", &words);
    assert_eq!(points(&case, letter, today()), []);
    let from = Provenance::Statement { on: today() };
    let case = after(&case, Change::Learned { field: Field::ClaimNumber, value: text("CLM-9"), from });
    let first = letters::first(held(&case, letter), &case, book(), today()).paper;
    let stale = edit::stale(held(&case, letter), &first, &case);
    let now = Some("CLM-9".to_owned());
    let expected = Stale { part: "own-01".to_owned(), field: Field::ClaimNumber, was: number.clone(), now };
    assert_eq!(stale, std::slice::from_ref(&expected));
    assert!(points(&case, letter, today()).contains(&WeakPoint::FactChanged(expected)));
    let updated = edit::updated(&words, &stale[0]);
    assert_eq!(updated, "I was ill. My claim is CLM-9, and I ask about CLM-9 again.");
    let case = worded(&case, letter, "own-01", &updated);
    assert_eq!(points(&case, letter, today()), []);
    let draft = letters::draft(held(&case, letter), &case, book(), today());
    let own = draft.paper.parts.iter().find(|part| part.key == "own-01").expect("it was added");
    let facts = own.block.lines().into_iter().flatten().filter(|span| matches!(span, Span::Fact(_))).count();
    assert_eq!(facts, 2, "both mentions lead to the fact");
}

#[test]
fn an_address_that_changes_is_offered_line_by_line() {
    let (case, letter) = appeal();
    let first = letters::first(held(&case, letter), &case, book(), today()).paper;
    let recipient = first.parts.iter().find(|part| part.key == "recipient").expect("it goes to somebody");
    let words = format!("Attn: Appeals\n{}", edit::words(&recipient.block));
    let case = worded(&case, letter, "recipient", &words);
    let stale = |case: &Case| {
        edit::stale(held(case, letter), &letters::first(held(case, letter), case, book(), today()).paper, case)
    };
    assert_eq!(stale(&case), []);
    let from = Provenance::Statement { on: today() };
    let moved = text("PO Box 9\nRaleigh, NC 27601");
    let case = after(&case, Change::Learned { field: Field::AppealAddress, value: moved, from });
    let now: Vec<Option<String>> = stale(&case).into_iter().map(|stale| stale.now).collect();
    assert!(
        now.contains(&Some("PO Box 9".to_owned())) && now.contains(&Some("Raleigh, NC 27601".to_owned())),
        "{now:?}"
    );
}

#[test]
fn numbers_and_days_of_the_persons_own_are_held_against_the_facts_however_they_are_written() {
    let (case, letter) = appeal();
    let text = "On 1/15/2024 and Jan 15, 2024 and 2024-01-15 it said 2,500.00. On 3/9/2023 I paid 17.50.";
    let case = worded(&case, letter, "own-01", text);
    let unmatched = |words: &str| WeakPoint::Unmatched { part: "own-01".to_owned(), words: words.to_owned() };
    assert_eq!(points(&case, letter, today()), [unmatched("March 9, 2023"), unmatched("$17.50")]);
}

#[test]
fn each_weak_point_is_found() {
    let (case, letter) = appeal();
    let out = |part: &str| Change::PartLeftOut { letter, part: part.to_owned() };
    for (part, point) in [
        ("date", WeakPoint::NoDate),
        ("recipient", WeakPoint::NoRecipient),
        ("ask", WeakPoint::NoRemedy),
        ("signature", WeakPoint::NoSignature),
    ] {
        assert_eq!(points(&after(&case, out(part)), letter, today()), [point], "{part}");
    }
    let elsewhere = worded(&case, letter, "recipient", "Somebody Else, Inc.");
    assert!(matches!(points(&elsewhere, letter, today()).as_slice(), [WeakPoint::OtherRecipient { .. }]));
    let attached = worded(&case, letter, "own-01", "See Exhibit 40.");
    let lacks = WeakPoint::NotEnclosed { part: "own-01".to_owned(), words: "Exhibit 40".to_owned() };
    assert!(points(&attached, letter, today()).contains(&lacks));
    let (case, letter) = cases::luis_romero().letter(LetterKind::L01, None);
    let day_of = day("2026-04-20");
    let bare = case.apply(Change::PartLeftOut { letter: letter.number, part: "enclosures".to_owned() }, day_of);
    let found = points(&bare.expect("it is there"), letter.number, day_of);
    assert!(found.iter().any(|point| matches!(point, WeakPoint::NotEnclosed { .. })), "{found:?}");
}

#[test]
fn an_appeal_after_its_last_day_is_told_so_until_it_was_sent() {
    let (case, letter) = cases::john_smith(TODAY).later("2026-11-23").letter(LetterKind::L01, None);
    let late = day("2026-11-23");
    let passed = WeakPoint::LastDayPassed { day: day("2024-07-13"), one_stands: false };
    assert_eq!(points(&case, letter.number, late), [passed]);
}

#[test]
fn what_was_moved_and_left_out_stays_so_when_facts_change() {
    let (case, letter) = appeal();
    let paper = letters::draft(held(&case, letter), &case, book(), today()).paper;
    let key = &paper.parts.iter().find(|part| part.key.starts_with("why-")).expect("it argues").key.clone();
    let order = edit::moved(&paper, key, Way::Down).expect("something stands below");
    let case = after(&case, Change::PartsOrdered { letter, order: order.clone() });
    let from = Provenance::Statement { on: today() };
    let case = after(&case, Change::Learned { field: Field::Emergency, value: Value::Yes(true), from });
    let keys: Vec<String> = letters::draft(held(&case, letter), &case, book(), today())
        .paper
        .parts
        .into_iter()
        .map(|part| part.key)
        .filter(|key| order.contains(key))
        .collect();
    assert_eq!(keys, order);
}

#[test]
fn every_letter_says_who_gets_it_and_which_fact_gave_the_address() {
    let to = |built: cases::Build, kind, today: &str| {
        let (case, letter) = built.letter(kind, None);
        addressee(&letters::draft(&letter, &case, book(), day(today)).paper, &case)
    };
    let plan = to(cases::john_smith(TODAY), LetterKind::L01, TODAY).expect("the notice names the office");
    assert_eq!((plan.desk, plan.address.as_ref().and_then(Traced::field)), (Desk::Plan, Some(Field::AppealAddress)));
    assert_eq!(plan.ways().first(), Some(&SentBy::CertifiedMail));
    let biller = to(billed::maria_santos(), LetterKind::L60, "2026-09-14").expect("the bill names the office");
    assert_eq!(biller.desk, Desk::Biller);
    assert!(!biller.ways().contains(&SentBy::Fax), "no fax number is known");
}

#[test]
fn the_sheets_on_top_say_nothing_of_the_care() {
    let (case, letter) =
        cases::luis_romero().says(Field::AppealFax, text("919-555-0143")).letter(LetterKind::L01, None);
    let paper = letters::draft(&letter, &case, book(), day("2026-04-20")).paper;
    let fax = sheet(&letter, &paper, &case, SentBy::Fax, Some(3)).expect("a fax has a sheet").text();
    expect_file!["../golden/letters/sheet-fax.txt"].assert_eq(&fax);
    let mail = sheet(&letter, &paper, &case, SentBy::CertifiedMail, None).expect("so has a letter").text();
    expect_file!["../golden/letters/sheet-mail.txt"].assert_eq(&mail);
    let service = case.text(Field::Service).expect("the care is known").value.to_owned();
    assert!(!fax.contains(&service), "{fax}");
    assert_eq!(sheet(&letter, &paper, &case, SentBy::Portal, None), None);
}

#[test]
fn a_letter_sent_sets_the_day_to_ask_again() {
    let sent = |kind, how| {
        let (case, letter) = cases::john_smith(TODAY).letter(kind, None);
        let sending = Sending { on: today(), how, proof: "94 07".to_owned(), arrived: None, time: None };
        let text = letters::draft(&letter, &case, book(), today()).paper.text();
        (after(&case, Change::LetterSent { letter: letter.number, text, sending }), letter.number)
    };
    let (case, letter) = sent(LetterKind::L14, SentBy::Fax);
    let waits = awaited(&case, book(), today());
    assert_eq!(
        waits.iter().map(|one| (one.letter, one.by)).collect::<Vec<_>>(),
        [(letter, By::Asked(day("2024-02-15")))]
    );
    let case = after(&case, Change::TaskDone { task: answered(letter) });
    assert_eq!(awaited(&case, book(), today()), []);
    let (case, _) = sent(LetterKind::L01, SentBy::CertifiedMail);
    let waits = awaited(&case, book(), today());
    assert!(matches!(waits.as_slice(), [one] if matches!(one.by, By::Law(day) if day > today())), "{waits:?}");
}
