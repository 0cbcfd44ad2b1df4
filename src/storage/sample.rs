//! A case in which everything that can stand in a case stands once, for the tests of saving.

use std::collections::BTreeMap;

use crate::case::coverage::{From, Funding};
use crate::case::fact::Choice;
use crate::case::statement::{At, Belongs, ClaimNotes, ClaimState, CodeSystem, Network, Reason, Tie};
use crate::case::terms::{Accumulator, PlanTerms, Terms, Yearly};
use crate::case::{
    Call, Case, CaseId, Change, Detail, Document, Event, EventKind, Link, Number, Part, PlayId, Provenance, Saved,
    Sending, SentBy, Statement, StatementLine, Total, Value, Window,
};
use crate::civil::{Date, Time};
use crate::kinds::{
    CallKind, Field, LetterKind, Matter, PaperKind, Purpose, StatementKind, TimeZone, Timing, TotalKind, Who,
};
use crate::money::Cents;

pub fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

/// The sample's changes fit one another.
fn after(opened: Case, changes: Vec<Change>, today: Date) -> Case {
    changes.into_iter().try_fold(opened, |case, change| case.apply(change, today)).expect("the changes fit")
}

/// Maya Torres's case with everything that version 1 knew, made by changes alone.
pub fn of_version_1() -> Case {
    let today = day("2024-02-20");
    let letter = Provenance::Document { document: Number(3), words: "Date of notice: January 15, 2024".to_owned() };
    let said = Provenance::Statement { on: today };
    let call = Provenance::Call { call: Number(4) };
    let text = |text: &str| Value::Text(text.to_owned());
    let learned = |field, value, from: &Provenance| Change::Learned { field, value, from: from.clone() };
    let codes = vec!["CO-197".parse().expect("a code"), "N130".parse().expect("a code")];
    let changes = vec![
        Change::DocumentAdded(Document {
            number: Number(3),
            kind: PaperKind::DenialNotice,
            title: "The letter that says no".to_owned(),
            dated: Some(day("2024-01-15")),
            added: today,
            text: "Date of notice: January 15, 2024\nWe have denied \"MRI\" (CO-197).\n\tSincerely, 😀".to_owned(),
        }),
        Change::CallLogged(Call {
            number: Number(4),
            kind: CallKind::InsurerInformation,
            with: Who::Insurer,
            on: day("2024-02-02"),
            time: "about 10".to_owned(),
            phone: "800-555-0100".to_owned(),
            person: "Ana".to_owned(),
            department: "Appeals".to_owned(),
            reference: "R-77".to_owned(),
            said: "The MRI needed approval.".to_owned(),
            promised: "The criteria, by mail".to_owned(),
            promised_by: Some(day("2024-02-16")),
            follow_up: Some(day("2024-02-19")),
        }),
        Change::EventAdded(Event {
            number: Number(5),
            on: day("2024-01-02"),
            what: EventKind::Care,
            note: "MRI of the knee".to_owned(),
        }),
        learned(Field::Patient, text("Maya Torres"), &said),
        learned(Field::CoverageFrom, Value::Choice(Choice::From(From::Work)), &said),
        learned(Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays)), &call),
        Change::SaidUnknown { field: Field::GroupNumber },
        learned(Field::Service, text("MRI of the knee"), &letter),
        learned(Field::Timing, Value::Choice(Choice::Timing(Timing::PostService)), &said),
        learned(Field::ServiceDate, Value::Day(day("2024-01-02")), &letter),
        learned(Field::Billed, Value::Money(Cents(250_000)), &letter),
        learned(Field::Emergency, Value::Yes(false), &said),
        Change::SaidUnknown { field: Field::InNetwork },
        learned(Field::NoticeDate, Value::Day(day("2024-01-15")), &letter),
        learned(Field::StatedWindow, Value::Window(Window::Days(180)), &letter),
        learned(Field::Reason, text("No prior authorization was on file."), &letter),
        learned(Field::ReasonCode, Value::Codes(codes), &letter),
        Change::SaidUnknown { field: Field::NoticeReceived },
        Change::SituationChosen { play: PlayId("S04".to_owned()) },
        Change::LetterBegun { kind: LetterKind::L22, about_call: Some(Number(4)) },
        Change::LetterBegun { kind: LetterKind::L01, about_call: None },
        Change::PartEdited {
            letter: Number(7),
            part: "reason".to_owned(),
            text: "In my own words.".to_owned(),
            links: Vec::new(),
        },
        Change::PartEdited { letter: Number(7), part: "closing".to_owned(), text: String::new(), links: Vec::new() },
        Change::VersionKept { letter: Number(7), text: "Dear appeals office".to_owned() },
        Change::LetterSent {
            letter: Number(7),
            text: "Dear appeals office,".to_owned(),
            sending: Sending {
                on: day("2024-02-19"),
                how: SentBy::CertifiedMail,
                proof: "9407 1000".to_owned(),
                arrived: Some(day("2024-02-20")),
                time: None,
            },
        },
        Change::TaskDone { task: "S04.call".to_owned() },
        Change::MoneySaved(Saved { on: today, amount: Cents(250_000), why: "Paid after all".to_owned() }),
        Change::CopySaved,
    ];
    let opened = Case::open(CaseId("c18d2f".to_owned()), day("2024-02-01"));
    let case = after(opened, changes, today);
    debug_assert_eq!(case.done, BTreeMap::from([("S04.call".to_owned(), today)]));
    case
}

/// A bill with what version 2 added, made by changes alone.
pub fn billed() -> Case {
    let today = day("2024-03-01");
    let said = Provenance::Statement { on: today };
    let words = |words: &str| Provenance::Document { document: Number(3), words: words.to_owned() };
    let learned = |field, value| Change::Learned { field, value, from: said.clone() };
    let changes = vec![
        Change::OpenedFor(Purpose::Bill),
        Change::DocumentAdded(Document {
            number: Number(3),
            kind: PaperKind::Bill,
            title: "The bill".to_owned(),
            dated: None,
            added: today,
            text: "99213 Office visit 2 $150.00\nTotal $150.00".to_owned(),
        }),
        Change::StatementAdded(Statement {
            lines: vec![StatementLine {
                on: Some(day("2024-01-15")),
                code: "99213".to_owned(),
                what: "Office visit".to_owned(),
                units: Some(2),
                billed: Some(Cents(15_000)),
                allowed: Some(Cents(10_000)),
                plan_paid: Some(Cents(8_000)),
                share: Some(Cents(2_000)),
                detail: Detail::default(),
                from: words("99213 Office visit 2 $150.00"),
            }],
            totals: vec![Total { kind: TotalKind::Charges, amount: Cents(15_000), from: words("Total $150.00") }],
            ..Statement::new(Number(4), StatementKind::Bill)
        }),
        Change::StatementAdded(Statement::new(Number(5), StatementKind::Eob)),
        learned(Field::AccountNumber, Value::Text("12345678".to_owned())),
        learned(Field::BillDate, Value::Day(day("2024-02-01"))),
        learned(Field::HouseholdSize, Value::Count(3)),
        learned(Field::SignedConsent, Value::Yes(false)),
        Change::SaidUnknown { field: Field::BillDue },
        Change::LetterBegun { kind: LetterKind::L14, about_call: None },
        Change::Archived,
    ];
    after(Case::open(CaseId("c18d30".to_owned()), day("2024-03-01")), changes, today)
}

/// The same case months later, with everything that the newest version knows: the plan said no again.
pub fn case() -> Case {
    let today = day("2024-05-20");
    let said = Provenance::Statement { on: today };
    let learned = |field, value| Change::Learned { field, value, from: said.clone() };
    let changes = vec![
        learned(Field::RequestSent, Value::Day(day("2024-01-03"))),
        Change::NoticeAdded { number: Number(8) },
        learned(Field::NoticeDate, Value::Day(day("2024-04-12"))),
        learned(Field::NoticeReceived, Value::Day(day("2024-04-16"))),
        learned(Field::Reason, Value::Text("The decision is upheld.".to_owned())),
        Change::EventAdded(Event {
            number: Number(9),
            on: day("2024-04-16"),
            what: EventKind::Lost,
            note: String::new(),
        }),
    ];
    after(of_version_1(), changes, today)
}

/// An explanation of benefits with all that its lines can say, the plan's terms, and a tie between lines.
pub fn explained() -> Case {
    let today = day("2024-03-01");
    let said = Provenance::Statement { on: today };
    let reason = |code: &str, amount| Reason { code: code.parse().expect("a code"), amount };
    let parts = Part::ALL.into_iter().zip(1..).map(|(part, cents)| (part, Cents(cents)));
    let line = |detail| StatementLine {
        on: Some(day("2024-01-15")),
        code: "99213".to_owned(),
        what: String::new(),
        units: None,
        billed: Some(Cents(15_000)),
        allowed: None,
        plan_paid: None,
        share: None,
        detail,
        from: said.clone(),
    };
    let detail = Detail {
        last: Some(day("2024-01-16")),
        system: Some(CodeSystem::Cpt),
        modifiers: vec!["25".to_owned()],
        revenue: "0450".to_owned(),
        diagnoses: vec![1, 2],
        parts: parts.collect(),
        reasons: vec![reason("CO-45", Some(Cents(500))), reason("N130", None)],
        network: Some(Network::Out),
    };
    let claim = ClaimNotes {
        state: Some(ClaimState::Partial),
        replaces: Some("A1".to_owned()),
        replaced_by: Some("A3".to_owned()),
        provider_network: Some(Network::In),
    };
    let yearly = |limit, met| Yearly { limit: Some(Cents(limit)), met };
    let inside = Terms {
        deductible: Accumulator { individual: yearly(150_000, Some(Cents(20_000))), family: Yearly::default() },
        out_of_pocket: Accumulator { individual: Yearly::default(), family: yearly(1_200_000, None) },
        copay: Some(Cents(3_000)),
        coinsurance_percent: Some(20),
    };
    let at = |statement| At { statement: Number(statement), line: 0 };
    let total = Total { kind: TotalKind::Deductible, amount: Cents(2), from: said.clone() };
    let bill = Statement { lines: vec![line(Detail::default())], ..Statement::new(Number(3), StatementKind::Bill) };
    let eob = Statement {
        lines: vec![line(detail)],
        totals: vec![total],
        claim,
        ..Statement::new(Number(4), StatementKind::Eob)
    };
    let changes = vec![
        Change::OpenedFor(Purpose::Bill),
        Change::StatementAdded(bill),
        Change::StatementAdded(eob),
        Change::LinesTied(Tie { bill: at(3), eob: at(4), belongs: Belongs::Apart }),
        Change::TermsSaid(PlanTerms { inside, outside: Terms::default() }),
    ];
    after(Case::open(CaseId("c18d31".to_owned()), today), changes, today)
}

/// A case about care that is to end, with what was added for it within version 2.
pub fn ending() -> Case {
    let today = day("2026-12-01");
    let said = Provenance::Statement { on: today };
    let learned = |field, value| Change::Learned { field, value, from: said.clone() };
    let changes = vec![
        learned(Field::CoverageFrom, Value::Choice(Choice::From(From::DualPlan))),
        learned(Field::Matter, Value::Choice(Choice::Matter(Matter::ServicesEnding))),
        learned(Field::LeavesHospital, Value::Day(day("2026-12-02"))),
        learned(Field::ServicesEnd, Value::Day(day("2026-12-04"))),
        learned(Field::ChangeStarts, Value::Day(day("2026-12-15"))),
        learned(Field::Grandfathered, Value::Yes(false)),
    ];
    after(Case::open(CaseId("c18d31".to_owned()), today), changes, today)
}

/// A case in which the hour counts, with what was added for it within version 2.
pub fn to_the_minute() -> Case {
    let today = day("2026-12-01");
    let said = Provenance::Statement { on: today };
    let learned = |field, value| Change::Learned { field, value, from: said.clone() };
    let changes = vec![
        learned(Field::TimeZone, Value::Choice(Choice::TimeZone(TimeZone::Mountain))),
        learned(Field::RequestTime, Value::Time(Time::NOON)),
        Change::LetterBegun { kind: LetterKind::L01, about_call: None },
        Change::LetterSent {
            letter: Number(3),
            text: "Dear appeals office".to_owned(),
            sending: Sending {
                on: today,
                how: SentBy::Fax,
                proof: String::new(),
                arrived: None,
                time: Time::new(17, 30),
            },
        },
    ];
    after(Case::open(CaseId("c18d32".to_owned()), today), changes, today)
}

/// A case with the plan's criteria, split and marked, with what was added for it within version 2.
pub fn graded() -> Case {
    use crate::case::grid::{self, Answer, Shown, Standing};
    let today = day("2026-04-20");
    let paper = |number, kind, title: &str, text: &str| {
        Change::DocumentAdded(Document {
            number: Number(number),
            kind,
            title: title.to_owned(),
            dated: None,
            added: today,
            text: text.to_owned(),
        })
    };
    let criteria = "Therapy\n\nCovered when one of these is met:\n1. Progress\nOR\n2. A plan\n\nAsk us.";
    let marked = |at, standing, shown| Change::CriterionMarked {
        document: Number(3),
        at,
        answer: Some(Answer { standing, shown }),
    };
    let from = Provenance::Document { document: Number(4), words: "Walks 300 feet".to_owned() };
    let shown = Shown { words: "Walks 300 feet".to_owned(), from };
    let changes = vec![
        paper(3, PaperKind::Criteria, "The policy", criteria),
        paper(4, PaperKind::MedicalRecords, "Notes", "Walks 300 feet."),
        Change::CriteriaSplit { document: Number(3), pieces: grid::read(criteria) },
        marked(2, Standing::Met, Some(shown)),
        marked(4, Standing::NotMet, None),
        Change::LetterBegun { kind: LetterKind::L59, about_call: None },
    ];
    after(Case::open(CaseId("c18d32".to_owned()), today), changes, today)
}

/// A letter that was put into another order and into the person's own words, with what was added for it within version 2.
pub fn rewritten() -> Case {
    let today = day("2024-03-01");
    let letter = Number(3);
    let part = |key: &str| key.to_owned();
    let links = vec![
        Link { field: Field::ClaimNumber, words: "CLM-7".to_owned(), nth: 0 },
        Link { field: Field::AppealAddress, words: "Durham, NC".to_owned(), nth: 1 },
    ];
    let changes = vec![
        Change::LetterBegun { kind: LetterKind::L01, about_call: None },
        Change::PartEdited { letter, part: part("why-plan"), text: "I mean CLM-7, Durham, NC.".to_owned(), links },
        Change::PartEdited { letter, part: part("why-care"), text: "Again.".to_owned(), links: Vec::new() },
        Change::PartRestored { letter, part: part("why-care") },
        Change::PartEdited { letter, part: part("own-01"), text: "I was ill in May.".to_owned(), links: Vec::new() },
        Change::PartLeftOut { letter, part: part("why-code") },
        Change::PartLeftOut { letter, part: part("reason") },
        Change::PartPutBack { letter, part: part("reason") },
        Change::PartsOrdered { letter, order: vec![part("own-01"), part("why-plan")] },
    ];
    after(Case::open(CaseId("c18d32".to_owned()), today), changes, today)
}
