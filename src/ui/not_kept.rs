//! What stands in the way of saving, in words, with the ways out of it. Stands on every page until it is gone.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{Notice, Tone};
use super::route::Route;
use super::store::{Act, Action, Held, Keeping, State};
use crate::browser::{clock, page, shelf};
use crate::case::Case;
use crate::storage::{copy, saving};
use crate::words::InWords;

/// What stands in the way of saving; nothing while nothing does.
#[component]
pub fn NotKept() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let Keeping::Failed(error) = &state.keeping else { return Html::default() };
    let said = error.in_words();
    let see = Callback::from(|_: MouseEvent| page::focus("#not-kept"));
    html! {
        <>
        // The notice may appear far above what the person looks at; this line stays in sight.
        <p class="not-kept"><button class="not-kept__see" type="button" onclick={see}>{ "Not saved: see what to do" }</button></p>
        <div class="center">
            <Notice id="not-kept" title={said.what} tone={Tone::Urgent} role="alert">
                <p>{ said.now }</p>
                <p class="cluster">
                    <a class="button" data-state="secondary" href={Route::Data.href()}>{ "Save a copy" }</a>
                    { ways_out(error, &state, &act) }
                </p>
            </Notice>
        </div>
        </>
    }
}

/// What can be done now beside saving a copy.
fn ways_out(error: &saving::Error, state: &State, act: &Act) -> Html {
    match error {
        saving::Error::Full => {
            let again = act.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                again.dispatcher.dispatch(Action::TriedAgain);
                again.desk.again.emit(());
            });
            html! { <button class="button" type="button" data-state="secondary" {onclick}>{ "Try again" }</button> }
        }
        saving::Error::ChangedElsewhere { .. } => {
            let load = act.clone();
            let load = Callback::from(move |_: MouseEvent| take_theirs(&load));
            let (beside, mine) = (act.clone(), unsaved(state));
            let beside = Callback::from(move |_: MouseEvent| keep_beside(&beside, &mine));
            html! {
                <>
                    <button class="button" type="button" data-state="secondary" onclick={beside}>{ "Keep mine as a second case" }</button>
                    <button class="button" type="button" data-state="quiet" onclick={load}>{ "Load the other tab\u{2019}s version" }</button>
                </>
            }
        }
        saving::Error::Blocked | saving::Error::ErasedElsewhere | saving::Error::NewerVersion { .. } => Html::default(),
    }
}

fn unsaved(state: &State) -> Vec<Rc<Case>> {
    state.cases.iter().filter(|held| held.unsaved).map(|Held { case, .. }| case.clone()).collect()
}

/// Gives up what is not saved here for what is stored.
fn take_theirs(act: &Act) {
    match shelf::load() {
        Ok((loaded, percent)) => {
            act.dispatcher.dispatch(Action::GaveUp);
            act.dispatcher.dispatch(Action::Loaded { loaded: Box::new(loaded), percent });
        }
        Err(error) => act.dispatcher.dispatch(Action::NotKept(error.into())),
    }
}

/// Keeps what is not saved here under new names, beside what is stored, and goes to it.
fn keep_beside(act: &Act, mine: &[Rc<Case>]) {
    take_theirs(act);
    for case in mine {
        let case = copy::renamed((**case).clone(), clock::fresh_id());
        let id = case.id.0.clone();
        act.dispatcher.dispatch(Action::Opened(Box::new(case)));
        act.go.emit(Route::Next { id });
    }
}
