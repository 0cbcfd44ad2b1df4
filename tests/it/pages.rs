//! Pages rendered without a browser: what stands on them for a given case and day.

use std::rc::Rc;

use recourse::case::Case;
use recourse::ui::app::Place;
use recourse::ui::route::Route;
use recourse::ui::store::{Act, Action, Desk, State};
use yew::prelude::*;

use crate::cases;

#[derive(Properties, PartialEq)]
struct PageProps {
    route: Route,
    cases: Vec<Rc<Case>>,
}

/// The page in its contexts, as the app gives them.
#[component]
fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| State::empty(cases::today()));
    let mut shown = (*state).clone();
    for case in &props.cases {
        shown = (*Rc::new(shown).reduce(Action::Opened(Box::new((**case).clone())))).clone();
    }
    let desk = Desk {
        read: Callback::from(|_| None),
        typed: Callback::noop(),
        done: Callback::noop(),
    };
    let act = Act { dispatcher: state.dispatcher(), go: Callback::noop(), desk };
    html! {
        <ContextProvider<Act> context={act}>
            <ContextProvider<Rc<State>> context={Rc::new(shown)}>
                <Place route={props.route.clone()} />
            </ContextProvider<Rc<State>>>
        </ContextProvider<Act>>
    }
}

/// The page's words without its tags, runs of space folded.
async fn words_of(route: Route, cases: Vec<Rc<Case>>) -> String {
    let props = move || PageProps { route, cases };
    let html = yew::LocalServerRenderer::<Page>::with_props(props()).hydratable(false).render().await;
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
