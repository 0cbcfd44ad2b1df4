//! From a door to a case, one screen at a time. What was confirmed is kept as it goes, so that a closed tab loses nothing.

mod ask;
mod bill;
mod check;
mod coverage;
mod paste;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::clock;
use crate::case::Case;
use crate::intake::{Door, Group, Intake, Screen};
use crate::storage::{self, DraftKey, Revision};
use crate::ui::parts::{Back, Heading, UrgentQuestions};
use crate::ui::route::Route;
use crate::ui::store::{Act, Action, State};
use crate::words;

/// Which door.
#[derive(Properties, PartialEq)]
pub struct IntakeProps {
    /// The door.
    pub door: Door,
}

/// What a screen of the intake is given.
#[derive(Properties, PartialEq)]
pub struct ScreenProps {
    /// Where the person is.
    pub intake: Rc<Intake>,
    /// Told where the person is after an answer, without leaving the screen.
    pub onchange: Callback<Intake>,
    /// Told where the person is when the screen is done.
    pub ondone: Callback<Intake>,
}

fn key(door: Door) -> DraftKey {
    let what = match door {
        Door::Letter => "intake-letter",
        Door::NoLetter => "intake-typed",
        Door::Planning => "intake-planning",
        Door::Bill => "intake-bill",
    };
    DraftKey { case: None, what: what.into() }
}

/// From a door to a case.
#[component]
pub fn IntakePage(props: &IntakeProps) -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let door = props.door;
    let resumed = {
        let read = act.desk.read.clone();
        use_memo((), move |()| read.emit(key(door)).and_then(|text| storage::read(&text).ok()).map(|(case, _)| case))
    };
    let intake = {
        let (today, resumed) = (state.today, resumed.clone());
        use_state(move || {
            Rc::new((*resumed).clone().map_or_else(|| Intake::start(door, today), |case| Intake::resume(door, case)))
        })
    };
    let onchange = {
        let (intake, typed) = (intake.clone(), act.desk.typed.clone());
        Callback::from(move |next: Intake| {
            typed.emit((key(door), storage::write(next.so_far(), Revision(0))));
            intake.set(Rc::new(next));
        })
    };
    let ondone = {
        let (onchange, act, today) = (onchange.clone(), act.clone(), state.today);
        Callback::from(move |next: Intake| {
            if !next.is_last() {
                onchange.emit(next.forward());
                return;
            }
            let case: Case = next.case(clock::fresh_id());
            let id = case.id.0.clone();
            act.desk.done.emit(key(door));
            act.dispatcher.dispatch(Action::Opened(Box::new(case)));
            act.dispatcher.dispatch(Action::Day(today));
            act.go.emit(Route::Next { id });
        })
    };
    let onback = {
        let (intake, onchange) = (intake.clone(), onchange.clone());
        Callback::from(move |()| onchange.emit(intake.back()))
    };
    let restart = {
        let (onchange, today) = (onchange.clone(), state.today);
        Callback::from(move |_: MouseEvent| onchange.emit(Intake::start(door, today)))
    };
    let (step, of) = intake.step();
    let screen = intake.screen();
    let given = yew::props! { ScreenProps { intake: (*intake).clone(), onchange, ondone: ondone.clone() } };
    let body = match screen {
        Screen::Urgent => {
            let (ondone, intake) = (ondone, (*intake).clone());
            let go = Callback::from(move |_: MouseEvent| ondone.emit((*intake).clone()));
            html! {
                <>
                    <p>{ "If one of these is so, open it and do what it says today. Then come back and go on." }</p>
                    <UrgentQuestions />
                    <div class="cluster">
                        <button class="button" type="button" data-state="primary" onclick={go}>{ "Go on" }</button>
                    </div>
                </>
            }
        }
        Screen::Paste => html! { <paste::Paste ..given /> },
        Screen::Bill => html! { <bill::PasteBill ..given /> },
        Screen::Lines => html! { <bill::BillLines ..given /> },
        Screen::Typed
        | Screen::Planned
        | Screen::Billed
        | Screen::Story
        | Screen::Ending
        | Screen::Decide(_)
        | Screen::Doubts => {
            html! { <ask::Ask key={step} ..given /> }
        }
        Screen::Care => html! { <coverage::Care ..given /> },
        Screen::Check => html! { <check::Check ..given /> },
        Screen::Coverage => html! { <coverage::Coverage ..given /> },
    };
    html! {
        <div class="question center stack">
            if step == 1 {
                <Back href={Route::Home.href()} />
            } else {
                <Back {onback} />
            }
            <p class="progress">{ format!("Step {step} of {of}") }<span class="progress__what">{ format!(", {}", words::intake::about(screen, door)) }</span></p>
            <Heading text={words::intake::title(screen)} />
            if resumed.is_some() && step > 1 {
                <p class="cluster">
                    { "You began this before, and your answers are still here." }
                    <button class="button" type="button" data-state="quiet" onclick={restart}>{ "Begin anew" }</button>
                </p>
            }
            if matches!(screen, Screen::Decide(Group::Dates)) {
                { for intake.reading().iter().flat_map(|reading| &reading.warnings).map(|warning| html! { <p>{ words::both(warning) }</p> }) }
            }
            { body }
        </div>
    }
}
