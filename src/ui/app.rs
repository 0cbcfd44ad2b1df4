//! The page as a whole: reads what is stored, puts the open place in its frame, saves what changed.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::prelude::*;

use super::pages::case::frame::CaseProps;
use super::pages::case::{call, dates, facts, letter, letters, next, packet, papers};
use super::pages::{cases, data, home, intake, open_copy, urgent};
use super::parts::{DISCLAIMER, Heading, Masthead, Notice, Tone};
use super::route::Route;
use super::store::{Act, Action, Desk, Keeping, State};
use crate::browser::drafts::Keeper;
use crate::browser::shelf::Local;
use crate::browser::tabs::Elsewhere;
use crate::browser::{clock, page, shelf, tabs};
use crate::case::Number;
use crate::intake::Door;
use crate::kinds::CallKind;
use crate::storage::{DraftKey, saving};
use crate::words;

/// The page.
#[component]
pub fn App() -> Html {
    html! { <HashRouter><Inside /></HashRouter> }
}

#[component]
fn Inside() -> Html {
    let navigator = use_navigator().expect("App puts a router around this");
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let state = use_reducer(|| State::empty(clock::today()));
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
                    <Place {route} />
                </main>
                <home::Foot />
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
        let day = clock::on_new_day(move |today| dispatcher.dispatch(Action::Day(today)));
        move || drop((other_tab, refused, day))
    });
    let dispatcher = state.dispatcher();
    use_effect_with((**state).clone(), move |state| {
        for held in state.cases.iter().filter(|held| held.unsaved) {
            dispatcher.dispatch(match shelf::save(&held.case, held.revision) {
                Ok((revision, percent)) => {
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
            if let Err(error) = kept {
                dispatcher.dispatch(Action::NotKept(error));
            }
        };
        let keeper = Rc::new(Keeper::new(Rc::new(Local), told));
        let (typed, done) = (keeper.clone(), keeper);
        Desk {
            // A shelf that cannot be read holds no words; that it cannot be read is said when it is loaded.
            read: Callback::from(|key| saving::draft(&Local, &key).ok().flatten().map(|draft| draft.text)),
            typed: Callback::from(move |(key, text)| typed.typed(key, text, clock::today())),
            done: Callback::from(move |key| done.done(&key)),
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
    let kept = kept(&state.keeping);
    html! { <>{ refused }{ kept }</> }
}

fn kept(keeping: &Keeping) -> Html {
    match keeping {
        Keeping::Idle | Keeping::Saved => Html::default(),
        Keeping::Failed(error) => {
            let said = words::InWords::in_words(error);
            html! {
                <div class="center">
                    <Notice id="not-kept" title={said.what} tone={Tone::Urgent} role="alert">
                        <p>{ said.now }</p>
                        <p class="cluster">
                            <a class="button" data-state="secondary" href={Route::Data.href()}>{ "Save a copy" }</a>
                        </p>
                    </Notice>
                </div>
            }
        }
    }
}

/// Where in the page.
#[derive(Properties, PartialEq)]
pub struct PlaceProps {
    /// The place.
    pub route: Route,
}

/// The open place.
#[component]
pub fn Place(props: &PlaceProps) -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let of = |id: &str| state.case(id).map(|case| CaseProps { case, today: state.today });
    let page = match &props.route {
        Route::Home => Some(html! { <home::Home /> }),
        Route::Urgent => Some(html! { <urgent::Urgent /> }),
        Route::NewLetter => Some(html! { <intake::IntakePage key="letter" door={Door::Letter} /> }),
        Route::NewTyped => Some(html! { <intake::IntakePage key="typed" door={Door::NoLetter} /> }),
        Route::Cases => Some(html! { <cases::Cases /> }),
        Route::OpenCopy => Some(html! { <open_copy::OpenCopy /> }),
        Route::Data => Some(html! { <data::Data /> }),
        Route::Next { id } => of(id).map(|of| html! { <next::NextPage ..of /> }),
        Route::Dates { id } => of(id).map(|of| html! { <dates::DatesPage ..of /> }),
        Route::Letters { id } => of(id).map(|of| html! { <letters::LettersPage ..of /> }),
        Route::Letter { id, letter } => {
            of(id).map(|of| html! { <letter::LetterPage key={*letter} {of} letter={Number(*letter)} /> })
        }
        Route::Call { id, kind } => of(id).zip(CallKind::from_key(kind)).map(|(of, kind)| {
            html! { <call::CallPage key={kind.key()} {of} {kind} /> }
        }),
        Route::Papers { id } => of(id).map(|of| html! { <papers::PapersPage ..of /> }),
        Route::Packet { id } => of(id).map(|of| html! { <packet::PacketPage ..of /> }),
        Route::Facts { id } => of(id).map(|of| html! { <facts::FactsPage ..of /> }),
        Route::NotFound => None,
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
