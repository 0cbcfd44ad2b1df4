//! What a change may do to a case, and what is refused.

use super::*;
use crate::case::{CaseId, EventKind, SentBy};
use crate::kinds::{PaperKind, Timing};
use crate::money::Cents;

fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

fn today() -> Date {
    day("2024-02-01")
}

fn open() -> Case {
    Case::open(CaseId("c1".into()), today())
}

fn said(field: Field, value: Value) -> Change {
    Change::Learned { field, value, from: Provenance::Statement { on: today() } }
}

fn after(changes: impl IntoIterator<Item = Change>) -> Result<Case, Refusal> {
    changes.into_iter().try_fold(open(), |case, change| case.apply(change, today()))
}

#[track_caller]
fn refused(changes: impl IntoIterator<Item = Change>, expected: &Refusal) {
    assert_eq!(after(changes).as_ref(), Err(expected));
}

#[test]
fn a_notice_cannot_come_from_the_future() {
    let tomorrow = day("2024-02-02");
    refused(
        [said(Field::NoticeDate, Value::Day(tomorrow))],
        &Refusal::FromTheFuture { field: Some(Field::NoticeDate), day: tomorrow, today: today() },
    );
    assert!(after([said(Field::NoticeDate, Value::Day(today()))]).is_ok());
}

#[test]
fn a_notice_is_not_received_before_its_date_in_either_order() {
    let (notice, received) = (day("2024-01-15"), day("2024-01-14"));
    let expected = Refusal::ReceivedBeforeNotice { received, notice };
    let dated = said(Field::NoticeDate, Value::Day(notice));
    let came = said(Field::NoticeReceived, Value::Day(received));
    refused([dated.clone(), came.clone()], &expected);
    refused([came, dated], &expected);
}

#[test]
fn care_after_the_notice_is_care_still_to_come() {
    let (notice, service) = (day("2024-01-15"), day("2024-01-20"));
    let dated = said(Field::NoticeDate, Value::Day(notice));
    let care = said(Field::ServiceDate, Value::Day(service));
    refused([dated.clone(), care.clone()], &Refusal::ServiceAfterNotice { service, notice });
    let planned = Value::Choice(crate::case::fact::Choice::Timing(Timing::PreService));
    assert!(after([said(Field::Timing, planned), dated, care]).is_ok());
}

#[test]
fn a_field_holds_only_its_own_kind() {
    let wrong = Refusal::WrongKind { field: Field::Billed };
    refused([said(Field::Billed, Value::Text("2500".into()))], &wrong);
    assert!(after([said(Field::Billed, Value::Money(Cents(250_000)))]).is_ok());
}

#[test]
fn a_name_has_a_limit_and_may_be_in_any_script() {
    let name = |text: String| said(Field::Patient, Value::Text(text));
    refused([name("a".repeat(200_000))], &Refusal::TooLong { length: 200_000, limit: FIELD_LIMIT });
    refused([name(" \t\n".into())], &Refusal::Empty { field: Field::Patient });
    let case = after([name("\u{645}\u{631}\u{64a}\u{645} \u{1f33b}".into())]).expect("a name is a name");
    assert_eq!(case.text(Field::Patient).map(|fact| fact.value.to_owned()).as_deref(), Some("مريم 🌻"));
}

#[test]
fn learning_takes_i_dont_know_back_and_the_other_way_round() {
    let known = said(Field::NoticeReceived, Value::Day(today()));
    let unknown = Change::SaidUnknown { field: Field::NoticeReceived };
    let case = after([known.clone(), unknown.clone()]).expect("both are allowed");
    assert!(case.said_unknown(Field::NoticeReceived) && case.day(Field::NoticeReceived).is_none());
    let case = after([unknown, known]).expect("both are allowed");
    assert!(!case.said_unknown(Field::NoticeReceived) && case.day(Field::NoticeReceived).is_some());
}

#[test]
fn a_paper_stays_while_facts_rest_on_it() {
    let document = Number(open().next_number);
    let paper = Document {
        number: document,
        kind: PaperKind::DenialNotice,
        title: "the denial letter".into(),
        dated: None,
        added: today(),
        text: "Claim Number: C-1".into(),
    };
    let from = Provenance::Document { document, words: "Claim Number: C-1".into() };
    let fact = Change::Learned { field: Field::ClaimNumber, value: Value::Text("C-1".into()), from };
    let removed = Change::DocumentRemoved { document };
    refused(
        [Change::DocumentAdded(paper.clone()), fact.clone(), removed.clone()],
        &Refusal::FactsRestOnIt { facts: 1 },
    );
    let forgot = Change::Forgot { field: Field::ClaimNumber };
    let case = after([Change::DocumentAdded(paper), fact, forgot, removed]).expect("nothing rests on it any more");
    assert!(case.documents.is_empty());
}

#[test]
fn a_second_notice_is_the_newest_and_the_denial_stays_as_it_was() {
    let (denied, answered) = (day("2024-01-10"), day("2024-01-31"));
    let reason = |text: &str| said(Field::Reason, Value::Text(text.into()));
    let first = [
        said(Field::NoticeDate, Value::Day(denied)),
        said(Field::NoticeReceived, Value::Day(day("2024-01-20"))),
        reason("No approval."),
    ];
    let second = [
        Change::NoticeAdded { number: Number(open().next_number) },
        // Before the day on which the denial came: the two notices have nothing to do with each other.
        said(Field::NoticeDate, Value::Day(day("2024-01-15"))),
        said(Field::NoticeDate, Value::Day(answered)),
        reason("Not needed."),
    ];
    let case = after(first.into_iter().chain(second)).expect("an answer can come");
    assert_eq!(case.day(Field::NoticeDate).map(|fact| fact.value), Some(answered));
    assert_eq!(case.day(Field::NoticeReceived), None, "nobody said when the answer came");
    let of_denial = |field| case.denial_fact(field).map(|fact| fact.value.clone());
    assert_eq!(of_denial(Field::NoticeDate), Some(Value::Day(denied)));
    assert_eq!(of_denial(Field::Reason), Some(Value::Text("No approval.".into())));
    assert_eq!(case.final_denial().map(|notice| notice.number), Some(Number(open().next_number)));
    assert_eq!(open().final_denial(), None);
}

#[test]
fn care_is_held_against_the_denial_and_not_against_the_answer() {
    let (notice, service) = (day("2024-01-10"), day("2024-01-20"));
    let changes = [
        said(Field::NoticeDate, Value::Day(notice)),
        Change::NoticeAdded { number: Number(open().next_number) },
        said(Field::NoticeDate, Value::Day(day("2024-01-31"))),
        said(Field::ServiceDate, Value::Day(service)),
    ];
    refused(changes, &Refusal::ServiceAfterNotice { service, notice });
}

fn of_notice(notice: u32, field: Field, value: Value) -> Change {
    Change::NoticeLearned { notice: Number(notice), field, value, from: Provenance::Statement { on: today() } }
}

/// The denial, which is number 2, and an answer, which is number 3.
fn answered() -> [Change; 3] {
    [
        said(Field::NoticeDate, Value::Day(day("2024-01-10"))),
        Change::NoticeAdded { number: Number(open().next_number) },
        said(Field::NoticeDate, Value::Day(day("2024-01-31"))),
    ]
}

#[test]
fn a_fact_of_an_earlier_notice_is_corrected_and_the_newest_stays() {
    let corrected = of_notice(2, Field::NoticeDate, Value::Day(day("2024-01-09")));
    let case = after(answered().into_iter().chain([corrected])).expect("a wrong date can be put right");
    let of_denial = case.denial_fact(Field::NoticeDate).map(|fact| fact.value.clone());
    assert_eq!(of_denial, Some(Value::Day(day("2024-01-09"))));
    assert_eq!(case.day(Field::NoticeDate).map(|fact| fact.value), Some(day("2024-01-31")));

    let unknown = Change::NoticeUnknown { notice: Number(2), field: Field::NoticeDate };
    let case = case.apply(unknown, today()).expect("nobody has to know");
    assert_eq!(case.denial_fact(Field::NoticeDate), None);
    assert!(case.denial().is_some_and(|denial| denial.facts.said_unknown(Field::NoticeDate)));
    assert!(!case.said_unknown(Field::NoticeDate), "the answer's date is known");
}

#[test]
fn a_fact_of_a_named_notice_is_refused_as_one_of_the_newest_is() {
    let told = |last: Change| answered().into_iter().chain([last]);
    let tomorrow = day("2024-02-02");
    refused(
        told(of_notice(2, Field::NoticeDate, Value::Day(tomorrow))),
        &Refusal::FromTheFuture { field: Some(Field::NoticeDate), day: tomorrow, today: today() },
    );
    let (notice, received) = (day("2024-01-10"), day("2024-01-09"));
    refused(
        told(of_notice(2, Field::NoticeReceived, Value::Day(received))),
        &Refusal::ReceivedBeforeNotice { received, notice },
    );
    // Before the answer was written, after the denial was: only its own notice counts.
    assert!(after(told(of_notice(2, Field::NoticeReceived, Value::Day(day("2024-01-20"))))).is_ok());
    refused(told(of_notice(2, Field::Reason, Value::Day(notice))), &Refusal::WrongKind { field: Field::Reason });
    refused(told(of_notice(2, Field::Reason, Value::Text(" ".into()))), &Refusal::Empty { field: Field::Reason });
}

#[test]
fn only_a_notice_of_the_case_takes_a_fact_and_only_one_that_a_notice_has() {
    let missing = Refusal::NoSuch { number: Number(7) };
    refused([of_notice(7, Field::NoticeDate, Value::Day(today()))], &missing);
    refused([Change::NoticeUnknown { notice: Number(7), field: Field::NoticeDate }], &missing);
    let wrong = Refusal::WrongKind { field: Field::Patient };
    refused([of_notice(2, Field::Patient, Value::Text("Rosa".into()))], &wrong);
    refused([Change::NoticeUnknown { notice: Number(2), field: Field::Patient }], &wrong);
}

#[test]
fn the_date_of_the_denial_is_held_against_the_care_also_when_it_is_corrected() {
    let (service, notice) = (day("2024-01-08"), day("2024-01-07"));
    let changes = answered()
        .into_iter()
        .chain([said(Field::ServiceDate, Value::Day(service)), of_notice(2, Field::NoticeDate, Value::Day(notice))]);
    refused(changes, &Refusal::ServiceAfterNotice { service, notice });
}

#[test]
fn a_notice_takes_the_next_number_and_no_other() {
    refused([Change::NoticeAdded { number: Number(2) }], &Refusal::NumberTaken { number: Number(2) });
    refused([Change::NoticeAdded { number: Number(9) }], &Refusal::NumberTaken { number: Number(9) });
}

#[test]
fn numbers_are_given_once() {
    let event = |number| Event { number: Number(number), on: today(), what: EventKind::Other, note: String::new() };
    let first = open().next_number;
    refused(
        [Change::EventAdded(event(first)), Change::EventAdded(event(first))],
        &Refusal::NumberTaken { number: Number(first) },
    );
    let again = [
        Change::EventAdded(event(first)),
        Change::EventRemoved { event: Number(first) },
        Change::EventAdded(event(first)),
    ];
    refused(again, &Refusal::NumberTaken { number: Number(first) });
}

#[test]
fn what_was_sent_is_kept_word_for_word() {
    let begun = Change::LetterBegun { kind: LetterKind::L01, about_call: None };
    let letter = Number(open().next_number);
    let sending = Sending { on: today(), how: SentBy::Fax, proof: "1234".into(), arrived: None, time: None };
    let sent = Change::LetterSent { letter, text: "Dear plan".into(), sending };
    let case = after([begun.clone(), sent.clone(), sent]).expect("a letter can be sent twice");
    let held = case.letter(letter).expect("it was begun");
    assert_eq!((held.versions.len(), held.sendings.len()), (1, 2), "the same words are one version");
    let late = Sending { on: day("2024-02-02"), how: SentBy::Fax, proof: String::new(), arrived: None, time: None };
    let expected = Refusal::FromTheFuture { field: None, day: late.on, today: today() };
    refused([begun, Change::LetterSent { letter, text: String::new(), sending: late }], &expected);
}
