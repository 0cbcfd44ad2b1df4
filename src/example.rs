//! A case to look around in: invented people, whole enough to show every place.
//!
//! Made by changes alone, like any other case, and told apart by its name: see [`Case::is_example`]. Its days follow today, so
//! that its dates are never past.

use crate::case::coverage::{From, Funding};
use crate::case::fact::Choice;
use crate::case::{
    Call, Case, CaseId, Change, Document, EXAMPLE, Event, EventKind, Number, PlayId, Provenance, ReasonCode, Value,
    Window,
};
use crate::civil::Date;
use crate::importers::bill::Draft;
use crate::intake::bill;
use crate::kinds::{CallKind, Field, LetterKind, PaperKind, StatementKind, Timing, Who};
use crate::money::Cents;
use crate::paper::long_day;

const LETTER: Number = Number(3);
const CALL: Number = Number(4);

const SERVICE: &str = "Outpatient physical therapy, 12 visits";
const REASON: &str = "The services are not medically necessary because the records do not show continued improvement.";

/// The example, as it stands on this day.
///
/// # Panics
/// Never: a test makes it on many days.
#[must_use]
pub fn case(today: Date) -> Case {
    let all =
        |case: Case, changes: Vec<Change>| changes.into_iter().try_fold(case, |case, change| case.apply(change, today));
    let denied = all(Case::open(CaseId(EXAMPLE.to_owned()), today.minus_days(18)), changes(today));
    let billed = denied.and_then(|case| {
        let bill = bill_changes(&case, today, service(today));
        all(case, bill)
    });
    billed.expect("the example's own changes fit, on any day")
}

/// The day of the first visit.
fn service(today: Date) -> Date {
    today.minus_days(48)
}

/// The letter of the example: every fact that rests on it stands in it word for word.
fn letter(notice: Date, service: Date) -> String {
    format!(
        "Meadowlark Benefit Administrators\nClaims administrator for the Oak Street Bakery Employee Health Plan\n\n\
         Date: {}\n\nPatient: Rosa Delgado\nMember ID: MBA44719920\nClaim number: 26-118-40772\nService: {SERVICE}\n\
         Provider: Hillside Physical Therapy\nDate of service: {}\n\nWe have denied this claim.\nReason: {REASON} (CO-50)\n\
         Amount billed: $1,860.00\nYour responsibility: $1,860.00\n\n\
         You may appeal within 180 days of receiving this notice.\n\
         Send appeals to: Appeals Unit, P.O. Box 1180, Springfield, IL 62705\nPhone: (555) 010-0142\n",
        long_day(notice),
        long_day(service),
    )
}

/// The clinic's bill, in which one month stands twice, so that there is something to ask.
fn bill_text(today: Date, service: Date) -> String {
    let line = |after: u32| format!("{}   97110   Therapy visits   4   $620.00\n", long_day(service.plus_days(after)));
    format!(
        "Hillside Physical Therapy\n41 Mill Lane, Springfield, IL 62701\nPatient billing statement\n\n\
         Statement date: {}\nAccount #: HPT-20931\nPatient: Rosa Delgado\n\n\
         Date   Code   Service   Units   Charge\n{}{}{}{}\n\
         Total charges: $2,480.00\nAmount due: $2,480.00\nPayment due: {}\n",
        long_day(today.minus_days(9)),
        line(0),
        line(7),
        line(7),
        line(14),
        long_day(today.plus_days(21)),
    )
}

/// What the clinic's bill brings into the case.
fn bill_changes(case: &Case, today: Date, service: Date) -> Vec<Change> {
    let text = bill_text(today, service);
    let draft = bill::read(&text).map(Draft::confirmed).unwrap_or_default();
    bill::changes(&draft, StatementKind::Bill, &text, "Bill of the clinic", case, today)
}

fn changes(today: Date) -> Vec<Change> {
    let (notice, service) = (today.minus_days(21), service(today));
    let mut changes = vec![Change::DocumentAdded(Document {
        number: LETTER,
        kind: PaperKind::DenialNotice,
        title: "Denial letter".to_owned(),
        dated: Some(notice),
        added: today.minus_days(18),
        text: letter(notice, service),
    })];
    changes.push(Change::CallLogged(call(today)));
    changes.extend(facts(today, notice, service));
    changes.extend(["S05"].map(|play| Change::SituationChosen { play: PlayId(play.to_owned()) }));
    changes.extend([
        Change::EventAdded(Event {
            number: Number(5),
            on: service,
            what: EventKind::Care,
            note: "First of twelve visits after the knee operation".to_owned(),
        }),
        Change::LetterBegun { kind: LetterKind::L22, about_call: Some(CALL) },
        Change::LetterBegun { kind: LetterKind::L01, about_call: None },
    ]);
    changes
}

fn facts(today: Date, notice: Date, service: Date) -> Vec<Change> {
    let printed = |field, words: String, value| Change::Learned {
        field,
        value,
        from: Provenance::Document { document: LETTER, words },
    };
    let named = |field, words: &str| printed(field, words.to_owned(), text(words));
    let code = ReasonCode { group: Some("CO".to_owned()), code: "50".to_owned() };
    vec![
        said(today, Field::Timing, Value::Choice(Choice::Timing(Timing::PostService))),
        named(Field::Patient, "Rosa Delgado"),
        named(Field::Insurer, "Meadowlark Benefit Administrators"),
        named(Field::Plan, "Oak Street Bakery Employee Health Plan"),
        named(Field::MemberId, "MBA44719920"),
        named(Field::ClaimNumber, "26-118-40772"),
        named(Field::Service, SERVICE),
        named(Field::Provider, "Hillside Physical Therapy"),
        named(Field::Reason, REASON),
        printed(Field::ReasonCode, "CO-50".to_owned(), Value::Codes(vec![code])),
        printed(Field::NoticeDate, long_day(notice), Value::Day(notice)),
        printed(Field::ServiceDate, long_day(service), Value::Day(service)),
        printed(Field::Billed, "$1,860.00".to_owned(), Value::Money(Cents(186_000))),
        printed(Field::PatientShare, "$1,860.00".to_owned(), Value::Money(Cents(186_000))),
        printed(Field::StatedWindow, "180 days of receiving this notice".to_owned(), Value::Window(Window::Days(180))),
        named(Field::AppealAddress, "Appeals Unit, P.O. Box 1180, Springfield, IL 62705"),
        named(Field::AppealPhone, "(555) 010-0142"),
        said(today, Field::NoticeReceived, Value::Day(today.minus_days(18))),
        said(today, Field::CoverageFrom, Value::Choice(Choice::From(From::Work))),
        said(today, Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays))),
        said(today, Field::Employer, text("Oak Street Bakery")),
        said(today, Field::State, text("IL")),
        said(
            today,
            Field::Statement,
            text("Before the visits I could not climb stairs. After them I went back to work."),
        ),
        Change::Learned { field: Field::InNetwork, value: Value::Yes(true), from: Provenance::Call { call: CALL } },
    ]
}

fn call(today: Date) -> Call {
    Call {
        number: CALL,
        kind: CallKind::InsurerInformation,
        with: Who::Insurer,
        on: today.minus_days(12),
        time: "10:20 in the morning".to_owned(),
        phone: "(555) 010-0142".to_owned(),
        person: "Dana".to_owned(),
        department: "Member services".to_owned(),
        reference: "C-7741".to_owned(),
        said: "The clinic is in the network. The reviewer had only the first two visits' notes.".to_owned(),
        promised: "To mail the criteria that were used".to_owned(),
        promised_by: Some(today.plus_days(2)),
        follow_up: Some(today.plus_days(3)),
    }
}

fn said(today: Date, field: Field, value: Value) -> Change {
    Change::Learned { field, value, from: Provenance::Statement { on: today } }
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bills;

    #[test]
    fn it_can_be_made_on_any_day_and_is_known_for_an_example() {
        let mut day: Date = "2026-01-01".parse().expect("a day");
        for _ in 0..800 {
            assert!(case(day).is_example());
            day = day.plus_days(1);
        }
    }

    #[test]
    fn every_fact_that_rests_on_its_letter_stands_in_it() {
        let case = case("2026-11-25".parse().expect("a day"));
        let text = &case.document(LETTER).expect("the letter").text;
        let all = [&case.facts, &case.claims[0].facts, &case.notices[0].facts];
        let mut seen = 0;
        for (field, fact) in all.into_iter().flat_map(crate::case::Facts::iter) {
            if let Provenance::Document { words, .. } = &fact.from {
                assert!(text.contains(words.as_str()), "{field:?}: {words}");
                seen += 1;
            }
        }
        assert!(seen > 12);
    }

    #[test]
    fn its_bill_has_one_thing_to_ask_and_says_what_it_asks_for() {
        let case = case("2026-11-25".parse().expect("a day"));
        let bill = case.bill().expect("the clinic's bill");
        assert_eq!((bill.lines.len(), bill.lines[1].units), (4, Some(4)));
        let questions = bills::questions(&case);
        assert!(
            matches!(questions.as_slice(), [one] if matches!(one.kind, bills::Kind::StandsTwice { .. })),
            "{questions:?}"
        );
        let text = |field| case.text(field).map(|fact| fact.value.to_owned());
        assert_eq!(text(Field::Biller).as_deref(), Some("Hillside Physical Therapy"));
        assert_eq!(text(Field::AccountNumber).as_deref(), Some("HPT-20931"));
        assert_eq!(case.money(Field::AmountDue).map(|fact| fact.value), Some(Cents(248_000)));
    }
}
