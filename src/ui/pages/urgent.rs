//! Before the first question: what cannot wait, what to do today, and whom to call.

use yew::prelude::*;

use crate::ui::parts::{Heading, UrgentQuestions};
use crate::ui::route::Route;

/// What cannot wait.
#[component]
pub fn Urgent() -> Html {
    html! {
        <div class="center stack">
            <Heading text="Is there something that cannot wait?" />
            <UrgentQuestions />
            <p class="cluster">
                <a class="button" data-state="primary" href={Route::NewLetter.href()}>{ "Go on: I have a letter" }</a>
                <a class="button" data-state="secondary" href={Route::NewTyped.href()}>{ "Go on without a letter" }</a>
            </p>
        </div>
    }
}
