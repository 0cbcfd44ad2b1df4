//! Every page in every state, one below the other, for reviewers. In debug builds only, at `#/states`.

use std::rc::Rc;

use yew::prelude::*;

use super::route::Route;
use super::store::{Held, State};
use super::wings::{self, Show, Wing};
use crate::case::coverage::From;
use crate::case::fact::Choice;
use crate::case::{Case, CaseId, Change, EXAMPLE, Event, EventKind, Number, Provenance, Sending, SentBy, Value};
use crate::civil::Date;
use crate::example;
use crate::kinds::{CallKind, Field, LetterKind, Purpose};
use crate::storage::Revision;
use crate::words::guide::Page;

/// Every page in every state.
#[component]
pub fn States() -> Html {
    let today = use_context::<Rc<State>>().expect("the app gives it to every page").today;
    html! {
        <>
            { for states(today).into_iter().map(|(name, state)| html! {
                <section key={name} aria-label={name}>
                    <h2 class="center">{ name }</h2>
                    { for routes(&state).into_iter().map(|route| shown(&route, &state)) }
                </section>
            }) }
        </>
    }
}

/// A page in a state of its own.
fn shown(route: &Route, state: &State) -> Html {
    let show: Show = match Wing::of(route) {
        Some(Wing::Doors) => wings::doors,
        Some(Wing::Cases) => wings::cases,
        Some(Wing::Desk) => wings::desk,
        Some(Wing::Bills) => wings::bills,
        Some(Wing::Guide) => wings::guide,
        None => return Html::default(),
    };
    html! {
        <ContextProvider<Rc<State>> context={Rc::new(state.clone())}>
            <p class="center"><code>{ route.href() }</code></p>
            { show(route, state) }
            <hr />
        </ContextProvider<Rc<State>>>
    }
}

fn routes(state: &State) -> Vec<Route> {
    let mut all = vec![Route::Cases, Route::Data];
    if state.cases.is_empty() {
        all.extend([
            Route::Urgent,
            Route::NewLetter,
            Route::NewTyped,
            Route::NewBill,
            Route::NewPlan,
            Route::OpenCopy,
            Route::Guide,
            Route::YourState { state: "ohio".to_owned() },
            Route::GuidePage { page: Page::Codes.key().to_owned() },
        ]);
    }
    for held in &state.cases {
        let id = || held.case.id.0.clone();
        all.extend([
            Route::Next { id: id() },
            Route::Dates { id: id() },
            Route::Letters { id: id() },
            Route::Papers { id: id() },
            Route::Packet { id: id() },
            Route::Criteria { id: id() },
            Route::Clinician { id: id() },
            Route::Facts { id: id() },
            Route::Bill { id: id() },
            Route::Owe { id: id() },
            Route::Options { id: id() },
        ]);
        all.extend(CallKind::ALL.map(|kind| Route::Call { id: id(), kind: kind.key().to_owned() }));
        all.extend(held.case.letters.iter().map(|letter| Route::Letter { id: id(), letter: letter.number.0 }));
    }
    all
}

/// Nothing yet, and a case at each of its turns.
fn states(today: Date) -> Vec<(&'static str, State)> {
    let of = |case: Case| {
        let held = Held { case: Rc::new(case), revision: Revision(1), unsaved: false };
        State { cases: vec![held], percent: 12, ..State::empty(today) }
    };
    vec![
        ("Nothing yet", State::empty(today)),
        ("No answer yet", of(unanswered(today))),
        ("Denied", of(example::case(today))),
        ("Appeal sent", of(after(today, &[sent]))),
        ("Said no again", of(after(today, &[sent, lost]))),
        ("Won", of(after(today, &[sent, won]))),
        ("Its last day long past", of(example::case(today.minus_days(400)))),
        ("Care is planned", of(after(today, &[planned]))),
    ]
}

/// The example after these changes; what does not fit is left out.
fn after(today: Date, changes: &[fn(&Case, Date) -> Change]) -> Case {
    changes.iter().fold(example::case(today), |case, change| {
        let change = change(&case, today);
        case.apply(change, today).unwrap_or(case)
    })
}

fn sent(case: &Case, today: Date) -> Change {
    let letter = case.letters.iter().find(|letter| letter.kind == LetterKind::L01);
    let sending =
        Sending { on: today.minus_days(3), how: SentBy::Fax, proof: "0143".to_owned(), arrived: None, time: None };
    let letter = letter.map_or(Number(0), |letter| letter.number);
    Change::LetterSent { letter, text: "As sent.".to_owned(), sending }
}

fn lost(case: &Case, today: Date) -> Change {
    happened(case, today, EventKind::Lost)
}

fn won(case: &Case, today: Date) -> Change {
    happened(case, today, EventKind::Won)
}

fn happened(case: &Case, today: Date, what: EventKind) -> Change {
    Change::EventAdded(Event { number: Number(case.next_number), on: today, what, note: String::new() })
}

/// A request on which nothing was decided.
fn unanswered(today: Date) -> Case {
    let facts = [
        (Field::Service, Value::Text("MRI of the left knee".to_owned())),
        (Field::RequestSent, Value::Day(today.minus_days(9))),
        (Field::CoverageFrom, Value::Choice(Choice::From(From::Myself))),
    ];
    facts.into_iter().fold(Case::open(CaseId(EXAMPLE.to_owned()), today), |case, (field, value)| {
        let change = Change::Learned { field, value, from: Provenance::Statement { on: today } };
        case.apply(change, today).unwrap_or(case)
    })
}

fn planned(_: &Case, _: Date) -> Change {
    Change::OpenedFor(Purpose::Planning)
}
