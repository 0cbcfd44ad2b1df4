//! The page as a whole: reads what is stored, puts the open place in its frame, saves what changed.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::prelude::*;

use super::not_kept::NotKept;
use super::pages::home;
use super::parts::{DISCLAIMER, Heading, Masthead, Notice, Tone};
use super::route::Route;
use super::store::{Act, Action, Desk, State};
use super::wings::{Fetched, Fetching, Wing, use_wing};
use crate::browser::drafts::Keeper;
use crate::browser::page::FirstScreen;
use crate::browser::shelf::Local;
use crate::browser::tabs::Elsewhere;
use crate::browser::{clock, page, shelf, tabs, versions};
use crate::case::CaseId;
use crate::storage::{DraftKey, saving};

/// What the page's program gives the app.
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// Fetches a wing.
    pub bring: Callback<Wing, Fetching>,
    /// The words of the first screen, taken from the page that it takes over.
    pub first: FirstScreen,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    html! { <HashRouter><Inside ..props.clone() /></HashRouter> }
}

#[component]
fn Inside(props: &AppProps) -> Html {
    let navigator = use_navigator().expect("App puts a router around this");
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let state = use_reducer_eq(|| State::empty(clock::today()));
    let go = use_callback(navigator, |route: Route, navigator| navigator.push(&route));
    let desk = use_desk(&state);
    let act = Act { dispatcher: state.dispatcher(), go, desk };
    use_shelf(&state);
    html! {
        <ContextProvider<Act> context={act}>
            <ContextProvider<Rc<State>> context={Rc::new((*state).clone())}>
                <Masthead route={route.clone()} />
                <main id="main" class="app__main" tabindex="-1">
                    <Kept />
                    <Place {route} bring={props.bring.clone()} first={props.first.clone()} />
                </main>
                { home::foot(&props.first) }
            </ContextProvider<Rc<State>>>
        </ContextProvider<Act>>
    }
}

/// Reads the shelf at the start and when another tab wrote to it; writes what changed; notices a new day.
#[hook]
fn use_shelf(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let read = {
            let dispatcher = dispatcher.clone();
            move || match shelf::load() {
                Ok((loaded, percent)) => dispatcher.dispatch(Action::Loaded { loaded: Box::new(loaded), percent }),
                Err(error) => dispatcher.dispatch(Action::NotKept(error.into())),
            }
        };
        read();
        let other_tab = tabs::on_change(move |change| match change {
            Elsewhere::Saved(_) | Elsewhere::Gone(_) | Elsewhere::Aside | Elsewhere::Emptied => read(),
            Elsewhere::Typed(_) => {}
        });
        let refused = {
            let dispatcher = dispatcher.clone();
            page::on_refusal(move |_| dispatcher.dispatch(Action::Refused))
        };
        {
            let dispatcher = dispatcher.clone();
            versions::keep(move |newer| dispatcher.dispatch(Action::Newer(newer)));
        }
        let day = clock::on_new_day(move |today| dispatcher.dispatch(Action::Day(today)));
        move || drop((other_tab, refused, day))
    });
    let dispatcher = state.dispatcher();
    use_effect_with((**state).clone(), move |state| {
        for held in state.cases.iter().filter(|held| held.unsaved) {
            dispatcher.dispatch(match shelf::save(&held.case, held.revision) {
                Ok((revision, percent)) => {
                    if state.is_first_save(held) {
                        // The page "What is stored here" tells how it was answered.
                        yew::platform::spawn_local(async {
                            let _answer = page::ask_to_keep().await;
                        });
                    }
                    Action::Kept { id: held.case.id.clone(), revision, case: held.case.clone(), percent }
                }
                Err(error) => Action::NotKept(error),
            });
        }
    });
}

/// Keeps words being typed on the shelf.
#[hook]
fn use_desk(state: &UseReducerHandle<State>) -> Desk {
    let dispatcher = state.dispatcher();
    let desk = use_memo((), move |()| {
        let told = move |_: &DraftKey, kept: Result<(), saving::Error>| {
            dispatcher.dispatch(match kept {
                Ok(()) => Action::DraftKept,
                Err(error) => Action::NotKept(error),
            });
        };
        let keeper = Rc::new(Keeper::new(Rc::new(Local), told));
        let of = || keeper.clone();
        let (read, typed, done, forget, again) = (of(), of(), of(), of(), of());
        Desk {
            read: Callback::from(move |key| read.words(&key)),
            typed: Callback::from(move |(key, text)| typed.typed(key, text, clock::today())),
            done: Callback::from(move |key| done.done(&key)),
            forget: Callback::from(move |case: Option<CaseId>| forget.forget(case.as_ref())),
            again: Callback::from(move |()| again.save()),
        }
    });
    (*desk).clone()
}

/// What stands in the way of saving, on every page until it is gone.
#[component]
fn Kept() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let refused = state.refused.then(|| {
        html! {
            <div class="center">
                <Notice id="refused" title="Something tried to reach outside this page, and was stopped" tone={Tone::Urgent} role="alert">
                    <p>{ "No part of this page does that. A browser extension may. Nothing of yours was sent." }</p>
                </Notice>
            </div>
        }
    });
    let newer = state.newer.clone().map(|newer| {
        let onclick = Callback::from(move |_: MouseEvent| newer.take_over());
        html! {
            <div class="center">
                <Notice id="newer" title="A newer version of this page is ready" role="status">
                    <p>{ "Finish what you are typing and keep it, then change over. It also changes by itself once every tab of this page is closed." }</p>
                    <p class="cluster"><button class="button" type="button" data-state="secondary" {onclick}>{ "Change over now" }</button></p>
                </Notice>
            </div>
        }
    });
    html! { <>{ refused }{ newer }<NotKept /></> }
}

/// Where in the page.
#[derive(Properties, PartialEq)]
pub struct PlaceProps {
    /// The place.
    pub route: Route,
    /// Fetches the wing in which it is.
    pub bring: Callback<Wing, Fetching>,
    /// The words of the first screen.
    pub first: FirstScreen,
}

/// The open place.
#[component]
pub fn Place(props: &PlaceProps) -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let page = match use_wing(Wing::of(&props.route), &props.bring) {
        None if props.route == Route::Home => Some(html! { <home::Home first={props.first.clone()} /> }),
        #[cfg(debug_assertions)]
        None if props.route == Route::States => Some(html! { <super::states::States /> }),
        None => None,
        Some(Fetched::Here(show)) => show(&props.route, &state),
        Some(Fetched::Coming) => Some(html! { <p class="center" role="status">{ "Opening\u{2026}" }</p> }),
        Some(Fetched::Failed(again)) => Some(html! {
            <div class="center stack">
                <Heading text="This page could not be fetched" />
                <p>{ "Nothing you entered is lost: it is on this device. Check your connection, then try again. If it still does not open, load the page again: there may be a newer version." }</p>
                <p class="cluster"><button class="button" type="button" data-state="primary" onclick={again}>{ "Try again" }</button></p>
            </div>
        }),
    };
    page.unwrap_or_else(|| {
        html! {
            <div class="center stack">
                <Heading text="There is nothing here" />
                <p>{ "The address leads nowhere, or the case is not on this device." }</p>
                <p class="cluster">
                    <a class="button" data-state="primary" href={Route::Cases.href()}>{ "Your cases" }</a>
                    <a class="button" data-state="secondary" href={Route::Home.href()}>{ "The first page" }</a>
                </p>
                <p class="disclaimer">{ DISCLAIMER }</p>
            </div>
        }
    })
}
