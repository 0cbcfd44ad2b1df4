//! Any case that changes can make is read back as it was written, and no text makes reading fail in another way than it says.

use proptest::prelude::*;
use proptest::sample::select;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{
    Call, Case, CaseId, Change, Document, Event, EventKind, Link, Number, PlayId, Provenance, ReasonCode, Saved,
    Sending, SentBy, Value, Window,
};
use recourse::civil::{Date, Time};
use recourse::kinds::{CallKind, Field, LetterKind, PaperKind, TimeZone, Timing, Who};
use recourse::money::Cents;
use recourse::storage::{self, Revision, copy, saving, shelf};

const FIELDS: [Field; 42] = [
    Field::Patient,
    Field::Member,
    Field::Representative,
    Field::SenderAddress,
    Field::CoverageFrom,
    Field::Funding,
    Field::State,
    Field::Insurer,
    Field::Plan,
    Field::Employer,
    Field::MemberId,
    Field::GroupNumber,
    Field::ClaimNumber,
    Field::ReferenceNumber,
    Field::AuthorizationNumber,
    Field::ServiceDate,
    Field::Service,
    Field::ProcedureCode,
    Field::DiagnosisCode,
    Field::Provider,
    Field::Facility,
    Field::Billed,
    Field::Allowed,
    Field::PatientShare,
    Field::NoticeDate,
    Field::NoticeReceived,
    Field::StatedLastDay,
    Field::StatedWindow,
    Field::StatedForReview,
    Field::Reason,
    Field::ReasonCode,
    Field::Decider,
    Field::AppealAddress,
    Field::AppealPhone,
    Field::AppealFax,
    Field::Timing,
    Field::Urgent,
    Field::InNetwork,
    Field::Emergency,
    Field::ApprovalAsked,
    Field::RequestSent,
    Field::Statement,
];

fn today() -> Date {
    "2026-11-23".parse().expect("a real day")
}

fn day() -> impl Strategy<Value = Date> {
    (0_u32..20_000).prop_map(|days| today().minus_days(days))
}

fn time() -> impl Strategy<Value = Time> {
    (0_u32..24, 0_u32..60).prop_map(|(hour, minute)| Time::new(hour, minute).expect("a clock shows it"))
}

/// Also quotes, control characters, right-to-left marks and emoji.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[ -~\n\t\"\\\\]{0,60}", Just("שלום \u{202e}abc 👩‍⚕️ \u{0}\u{2028}".to_owned())]
}

fn number() -> impl Strategy<Value = Number> {
    (1_u32..14).prop_map(Number)
}

fn provenance() -> impl Strategy<Value = Provenance> {
    prop_oneof![
        (number(), text()).prop_map(|(document, words)| Provenance::Document { document, words }),
        number().prop_map(|call| Provenance::Call { call }),
        day().prop_map(|on| Provenance::Statement { on }),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let code = (proptest::option::of(text()), text()).prop_map(|(group, code)| ReasonCode { group, code });
    prop_oneof![
        text().prop_map(Value::Text),
        day().prop_map(Value::Day),
        any::<i64>().prop_map(|cents| Value::Money(Cents(cents))),
        any::<bool>().prop_map(Value::Yes),
        any::<u32>().prop_map(|days| Value::Window(Window::Days(days))),
        any::<u32>().prop_map(|months| Value::Window(Window::Months(months))),
        proptest::collection::vec(code, 0..3).prop_map(Value::Codes),
        select(vec![From::Work, From::PublicEmployer, From::Myself, From::PartD, From::None])
            .prop_map(|from| Value::Choice(Choice::From(from))),
        select(vec![Funding::EmployerPays, Funding::InsurerPays])
            .prop_map(|funding| Value::Choice(Choice::Funding(funding))),
        select(vec![Timing::PreService, Timing::PostService, Timing::Concurrent, Timing::Urgent])
            .prop_map(|timing| Value::Choice(Choice::Timing(timing))),
        time().prop_map(Value::Time),
        select(TimeZone::ALL.to_vec()).prop_map(|zone| Value::Choice(Choice::TimeZone(zone))),
    ]
}

fn call() -> impl Strategy<Value = Call> {
    let kind = select(vec![CallKind::InsurerInformation, CallKind::BillerHold, CallKind::BenefitsOffice]);
    let with = select(vec![Who::Insurer, Who::Clinician, Who::BenefitsOffice]);
    let texts = (text(), text(), text(), text(), text(), text(), text());
    let days = (day(), proptest::option::of(day()), proptest::option::of(day()));
    (number(), kind, with, texts, days).prop_map(|(number, kind, with, texts, days)| {
        let (time, phone, person, department, reference, said, promised) = texts;
        let (on, promised_by, follow_up) = days;
        Call {
            number,
            kind,
            with,
            on,
            time,
            phone,
            person,
            department,
            reference,
            said,
            promised,
            promised_by,
            follow_up,
        }
    })
}

fn link() -> impl Strategy<Value = Link> {
    (select(FIELDS.to_vec()), text(), 0..3_u32).prop_map(|(field, words, nth)| Link { field, words, nth })
}

fn sending() -> impl Strategy<Value = Sending> {
    let how = select(vec![SentBy::CertifiedMail, SentBy::Mail, SentBy::Fax, SentBy::Portal, SentBy::Hand]);
    let arrived = proptest::option::of(day());
    let time = proptest::option::of(time());
    (day(), how, text(), arrived, time).prop_map(|(on, how, proof, arrived, time)| Sending {
        on,
        how,
        proof,
        arrived,
        time,
    })
}

fn change() -> impl Strategy<Value = Change> {
    let kind = select(LetterKind::ALL.to_vec());
    let paper = select(vec![PaperKind::DenialNotice, PaperKind::Eob, PaperKind::Other]);
    let what = select(vec![
        EventKind::Care,
        EventKind::LetterCame,
        EventKind::ArrivalConfirmed,
        EventKind::Won,
        EventKind::Lost,
    ]);
    prop_oneof![
        12 => (select(FIELDS.to_vec()), value(), provenance())
            .prop_map(|(field, value, from)| Change::Learned { field, value, from }),
        3 => select(FIELDS.to_vec()).prop_map(|field| Change::SaidUnknown { field }),
        1 => select(FIELDS.to_vec()).prop_map(|field| Change::Forgot { field }),
        2 => (number(), select(FIELDS.to_vec()), value(), provenance())
            .prop_map(|(notice, field, value, from)| Change::NoticeLearned { notice, field, value, from }),
        1 => Just(Change::NoticeAdded { number: Number(0) }),
        1 => "[A-Z0-9]{1,4}".prop_map(|play| Change::SituationChosen { play: PlayId(play) }),
        2 => (number(), paper, text(), proptest::option::of(day()), day(), text()).prop_map(
            |(number, kind, title, dated, added, text)| Change::DocumentAdded(Document {
                number, kind, title, dated, added, text
            })
        ),
        1 => number().prop_map(|document| Change::DocumentRemoved { document }),
        2 => call().prop_map(Change::CallLogged),
        1 => call().prop_map(Change::CallCorrected),
        2 => (number(), day(), what, text())
            .prop_map(|(number, on, what, note)| Change::EventAdded(Event { number, on, what, note })),
        1 => number().prop_map(|event| Change::EventRemoved { event }),
        2 => (kind, proptest::option::of(number()))
            .prop_map(|(kind, about_call)| Change::LetterBegun { kind, about_call }),
        2 => (number(), text(), text(), proptest::collection::vec(link(), 0..3))
            .prop_map(|(letter, part, text, links)| Change::PartEdited { letter, part, text, links }),
        1 => (number(), text()).prop_map(|(letter, part)| Change::PartLeftOut { letter, part }),
        1 => (number(), text()).prop_map(|(letter, part)| Change::PartPutBack { letter, part }),
        1 => (number(), proptest::collection::vec(text(), 0..3))
            .prop_map(|(letter, order)| Change::PartsOrdered { letter, order }),
        1 => (number(), text()).prop_map(|(letter, text)| Change::VersionKept { letter, text }),
        1 => (number(), text(), sending())
            .prop_map(|(letter, text, sending)| Change::LetterSent { letter, text, sending }),
        1 => text().prop_map(|task| Change::TaskDone { task }),
        1 => (day(), any::<i64>(), text())
            .prop_map(|(on, cents, why)| Change::MoneySaved(Saved { on, amount: Cents(cents), why })),
        1 => Just(Change::CopySaved),
    ]
}

/// The case after all changes that it lets happen; things are given the number that is next.
fn after(changes: Vec<Change>) -> Case {
    let mut case = Case::open(CaseId("c18d2f".to_owned()), today().minus_days(30));
    for mut change in changes {
        let next = Number(case.next_number);
        if let Change::DocumentAdded(Document { number, .. })
        | Change::CallLogged(Call { number, .. })
        | Change::EventAdded(Event { number, .. })
        | Change::NoticeAdded { number } = &mut change
        {
            *number = next;
        }
        if let Ok(changed) = case.apply(change, today()) {
            case = changed;
        }
    }
    case
}

fn case() -> impl Strategy<Value = Case> {
    proptest::collection::vec(change(), 0..40).prop_map(after)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_case_is_read_as_it_was_written(case in case(), revision: u64) {
        let revision = Revision(revision);
        prop_assert_eq!(storage::read(&storage::write(&case, revision)), Ok((case.clone(), revision)));
        let opened = copy::read(&copy::write([&case], today())).expect("a copy that was just written");
        prop_assert_eq!(opened, copy::Opened { saved_on: Some(today()), cases: vec![case] });
    }

    #[test]
    fn a_spoiled_text_is_refused_or_read_and_never_more(
        case in case(),
        at in any::<prop::sample::Index>(),
        put in select(vec!["", "0", "9", "\"", "{", "]", ",", "null", "-1", "é"]),
    ) {
        let text = storage::write(&case, Revision(1));
        let at = at.index(text.chars().count());
        let spoiled: String = text.chars().take(at).chain(put.chars()).chain(text.chars().skip(at + 1)).collect();
        if let Ok((read, revision)) = storage::read(&spoiled) {
            prop_assert_eq!(storage::read(&storage::write(&read, revision)), Ok((read, revision)));
        }
    }

    #[test]
    fn whatever_stands_on_the_shelf_loading_loses_no_text(texts in proptest::collection::vec((select(vec![
        "recourse.case.c1", "recourse.case.c2", "recourse.draft.-.letter", "recourse.draft.c1.call-notes",
        "recourse.aside.1.case.c1", "recourse.aside.4.draft.-.letter", "recourse.aside.x", "theme",
    ]), text()), 0..8)) {
        use recourse::storage::Shelf;
        let shelf = shelf::Memory::default();
        for (key, text) in &texts {
            shelf.set(key, text).expect("there is room");
        }
        let all = || -> std::collections::BTreeSet<String> {
            let keys = shelf.keys().expect("memory has keys");
            keys.iter().filter_map(|key| shelf.get(key).expect("memory reads")).collect()
        };
        let before = all();
        let loaded = saving::load_all(&shelf).expect("memory is not blocked");
        prop_assert_eq!(all(), before);
        prop_assert_eq!(saving::load_all(&shelf), Ok(loaded));
    }
}

/// A case as it stands after months: a long letter pasted, ten calls, an appeal kept four times and sent.
#[test]
fn a_case_of_months_takes_less_than_forty_kilobytes() {
    let paragraph =
        "On January 15, 2024 the plan wrote that no prior authorization was on file for the MRI of the knee. ";
    let letter = paragraph.repeat(40);
    let mut changes = vec![Change::DocumentAdded(Document {
        number: Number(0),
        kind: PaperKind::DenialNotice,
        title: "The letter that says no".to_owned(),
        dated: None,
        added: today(),
        text: letter.clone(),
    })];
    let from = Provenance::Document { document: Number(3), words: paragraph.to_owned() };
    changes.extend(FIELDS.iter().map(|field| Change::Learned {
        field: *field,
        value: Value::Text("Example Health Plan of the Midwest, Appeals Office".to_owned()),
        from: from.clone(),
    }));
    changes.extend((0..10).map(|_| {
        Change::CallLogged(Call {
            number: Number(0),
            kind: CallKind::ClaimStatus,
            with: Who::Insurer,
            on: today(),
            time: "10:30".to_owned(),
            phone: "800-555-0100".to_owned(),
            person: "Ana".to_owned(),
            department: "Appeals".to_owned(),
            reference: "R-77001".to_owned(),
            said: paragraph.repeat(4),
            promised: "A call back".to_owned(),
            promised_by: Some(today()),
            follow_up: None,
        })
    }));
    let mut case = after(changes);
    let begun = Change::LetterBegun { kind: LetterKind::L01, about_call: None };
    case = case.apply(begun, today()).expect("a letter can be begun");
    let number = case.letters[0].number;
    for version in 0..4 {
        let text = format!("{version} {letter}");
        case = case.apply(Change::VersionKept { letter: number, text }, today()).expect("a version can be kept");
    }
    let length = storage::write(&case, Revision(1)).len();
    assert!((20_000..40_000).contains(&length), "{length} bytes");
}
