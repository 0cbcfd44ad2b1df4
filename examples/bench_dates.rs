//! How long the dates and the steps of a case take: 1,000 cases over every kind of coverage, each with a day, a letter and a
//! turn of its own. `cargo xtask bench dates` runs it.

use std::time::{Duration, Instant};

use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{Case, CaseId, Change, Event, EventKind, Number, Provenance, Refusal, Sending, SentBy, Value};
use recourse::civil::Date;
use recourse::kinds::{Field, LetterKind, Matter, Timing};
use recourse::rulebook::book;
use recourse::{deadlines, steps};

const CASES: u32 = 1_000;
/// What the dates and steps of a case may take, at the median.
const LIMIT: Duration = Duration::from_millis(1);

const FROM: [From; 22] = [
    From::Work,
    From::PublicEmployer,
    From::FederalEmployer,
    From::Church,
    From::Myself,
    From::Medicare,
    From::MedicareAdvantage,
    From::DualPlan,
    From::PartD,
    From::Medigap,
    From::Medicaid,
    From::MedicaidPlan,
    From::Chip,
    From::Tricare,
    From::Va,
    From::Champva,
    From::Student,
    From::ShortTerm,
    From::SharingMinistry,
    From::DentalVision,
    From::WorkersCompensation,
    From::None,
];
const TIMING: [Timing; 4] = [Timing::PreService, Timing::PostService, Timing::Concurrent, Timing::Urgent];
const MATTER: [Matter; 5] =
    [Matter::Care, Matter::HospitalDischarge, Matter::ServicesEnding, Matter::StatusChange, Matter::Eligibility];

fn main() -> Result<(), Refusal> {
    let start = Date::new(2026, 1, 2).unwrap_or_else(|| unreachable!("it is a day"));
    let cases = (0..CASES).map(|number| case(number, start.plus_days(number))).collect::<Result<Vec<_>, _>>()?;
    // The book is read once, when the page first needs it.
    let book = book();
    let mut times = Vec::new();
    let mut found = 0;
    for (case, today) in &cases {
        let begun = now();
        let dates = deadlines::of(case, book, *today);
        let steps = steps::of(case, book, *today, steps::Clock::of(&dates));
        times.push(begun.elapsed());
        found += dates.mine.len() + dates.theirs.len() + steps.checklist.len();
    }
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    println!("{CASES} cases, {found} dates and steps");
    for (name, time) in [("median", at(50)), ("99th percentile", at(99))] {
        let kept = if time <= LIMIT { "kept" } else { "MISSED" };
        println!("{name:16} {:>8} \u{b5}s, limit {} \u{b5}s: {kept}", time.as_micros(), LIMIT.as_micros());
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measure of time reads the clock")]
fn now() -> Instant {
    Instant::now()
}

fn pick<T: Copy>(list: &[T], number: u32) -> Option<T> {
    let at = usize::try_from(number).ok()?.checked_rem(list.len())?;
    list.get(at).copied()
}

/// A case and the day on which it is looked at. Each number gives another mix of coverage, matter, timing and turn.
fn case(number: u32, came: Date) -> Result<(Case, Date), Refusal> {
    let today = came.plus_days(90);
    let said = |field, value| Change::Learned { field, value, from: Provenance::Statement { on: today } };
    let choice = |field, choice: Option<Choice>| choice.map(|choice| said(field, Value::Choice(choice)));
    let funding = [Funding::EmployerPays, Funding::InsurerPays];
    let mut changes: Vec<Change> = [
        choice(Field::CoverageFrom, pick(&FROM, number).map(Choice::From)),
        choice(Field::Funding, pick(&funding, number / 22).map(Choice::Funding)),
        choice(Field::Timing, pick(&TIMING, number / 3).map(Choice::Timing)),
        choice(Field::Matter, pick(&MATTER, number / 7).map(Choice::Matter)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let days = [
        (Field::NoticeDate, 0),
        (Field::NoticeReceived, 4),
        (Field::LeavesHospital, 5),
        (Field::ServicesEnd, 7),
        (Field::ChangeStarts, 14),
    ];
    changes.extend(days.map(|(field, after)| said(field, Value::Day(came.plus_days(after)))));
    let mut case = Case::open(CaseId(format!("c{number}")), came);
    for change in changes {
        case = case.apply(change, today)?;
    }
    for turn in 0..number % 4 {
        case = lost(&case, came.plus_days(10 + turn * 20), today)?;
    }
    Ok((case, today))
}

/// The case after an appeal that was sent on a day and lost ten days later, with a letter.
fn lost(case: &Case, sent: Date, today: Date) -> Result<Case, Refusal> {
    let letter = Number(case.next_number);
    let sending = Sending { on: sent, how: SentBy::Fax, proof: String::new(), arrived: Some(sent), time: None };
    let case = case
        .apply(Change::LetterBegun { kind: LetterKind::L01, about_call: None }, today)?
        .apply(Change::LetterSent { letter, text: "The appeal.".to_owned(), sending }, today)?;
    let number = Number(case.next_number);
    let on = sent.plus_days(10);
    let date =
        Change::Learned { field: Field::NoticeDate, value: Value::Day(on), from: Provenance::Statement { on: today } };
    let case = case.apply(Change::NoticeAdded { number }, today)?.apply(date, today)?;
    let event = Event { number: Number(case.next_number), on, what: EventKind::Lost, note: String::new() };
    case.apply(Change::EventAdded(event), today)
}
