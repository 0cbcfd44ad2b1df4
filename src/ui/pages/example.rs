//! Opens the example, in one click: puts it on the shelf if it is not there, and goes to it.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::prelude::*;

use crate::case::EXAMPLE;
use crate::example;
use crate::ui::route::Route;
use crate::ui::store::{Act, Action, State};

/// The way into the example.
#[component]
pub fn Example() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let navigator = use_navigator().expect("the app puts a router around every page");
    use_effect_with((), move |()| {
        if state.case(EXAMPLE).is_none() {
            act.dispatcher.dispatch(Action::Opened(Box::new(example::case(state.today))));
        }
        // The way in is no place to come back to.
        navigator.replace(&Route::Next { id: EXAMPLE.to_owned() });
    });
    html! { <p class="center" role="status">{ "Opening the example\u{2026}" }</p> }
}
