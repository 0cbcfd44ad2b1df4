//! How long each letter takes to be drafted, in the browser that a person reads it in. A report and no test of anything:
//! `cargo xtask bench letters` runs it.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::disallowed_methods,
    clippy::float_arithmetic,
    reason = "the ban on clocks guards the page; here one measures"
)]

use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{Call, Case, Change, Number, Provenance, Value};
use recourse::civil::Date;
use recourse::example;
use recourse::kinds::{CallKind, Field, LetterKind, Who};
use recourse::letters;
use recourse::money::Cents;
use recourse::rulebook::book;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What drafting a letter may take, in milliseconds.
const LIMIT: f64 = 10.0;
const TIMES: usize = 60;

fn now() -> f64 {
    let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into()).expect("browsers have one");
    let now = js_sys::Reflect::get(&performance, &"now".into()).expect("and it has a clock");
    let now = js_sys::Function::from(now).call0(&performance).expect("which can be read");
    now.as_f64().expect("a number")
}

/// The example with answers to what its letters would ask.
fn whole(today: Date) -> Case {
    let from = Provenance::Statement { on: today };
    let case = example::case(today);
    let call = Call {
        number: Number(case.next_number),
        kind: CallKind::InsurerInformation,
        with: Who::Insurer,
        on: today,
        time: String::new(),
        phone: String::new(),
        person: "Dana Reyes".to_owned(),
        department: String::new(),
        reference: "44-1029".to_owned(),
        said: "The provider is in network.".to_owned(),
        promised: "A copy of the criteria by mail.".to_owned(),
        promised_by: None,
        follow_up: None,
    };
    let answers = [
        (Field::CoverageFrom, Value::Choice(Choice::From(From::Work))),
        (Field::Funding, Value::Choice(Choice::Funding(Funding::EmployerPays))),
        (Field::Emergency, Value::Yes(true)),
        (Field::InNetwork, Value::Yes(true)),
        (Field::SignedConsent, Value::Yes(false)),
        (Field::ListedInNetwork, Value::Yes(true)),
        (Field::NoNetworkProvider, Value::Yes(true)),
        (Field::FacilityInNetwork, Value::Yes(true)),
        (Field::HouseholdSize, Value::Count(3)),
        (Field::HouseholdIncome, Value::Money(Cents(4_200_000))),
        (Field::CanPayMonthly, Value::Money(Cents(5_000))),
        (Field::CanPayNow, Value::Money(Cents(40_000))),
    ];
    let answers = answers.into_iter().map(|(field, value)| Change::Learned { field, value, from: from.clone() });
    // An answer that does not fit the example is left out: the letter is then shorter.
    std::iter::once(Change::CallLogged(call))
        .chain(answers)
        .fold(case, |case, change| case.apply(change, today).unwrap_or(case))
}

#[wasm_bindgen_test]
fn how_long_each_letter_takes() {
    let today = "2024-02-01".parse().expect("a real day");
    let case = whole(today);
    let call = case.calls.last().map(|call| call.number);
    console_log!("{:6} {:>8} {:>8} {:>8}   of the limit of {LIMIT} ms, by its worst", "", "median", "95 %", "max");
    let mut worst = 0.0_f64;
    for kind in LetterKind::ALL {
        let about_call = call.filter(|_| kind == LetterKind::L22);
        let number = Number(case.next_number);
        let begun = case.apply(Change::LetterBegun { kind, about_call }, today).expect("a letter can be begun");
        let letter = begun.letter(number).expect("it was begun");
        let mut times = [0.0_f64; TIMES];
        let mut parts = 0;
        for time in &mut times {
            let start = now();
            let draft = letters::draft(letter, &begun, book(), today);
            *time = now() - start;
            parts = draft.paper.parts.len();
        }
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times[((TIMES - 1) * share) / 100];
        worst = worst.max(at(100));
        let refused = if parts == 0 { " (refused)" } else { "" };
        console_log!(
            "{:6} {:8.2} {:8.2} {:8.2}   {:.2}{refused}",
            format!("{kind:?}"),
            at(50),
            at(95),
            at(100),
            at(100) / LIMIT
        );
    }
    console_log!("the slowest draft took {:.2} of the limit", worst / LIMIT);
}
