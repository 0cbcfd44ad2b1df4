//! An explanation that stands where the word stands, closed until asked for.

use yew::prelude::*;

/// The question and its answer.
#[derive(Properties, PartialEq)]
pub struct WhyProps {
    /// Such as "Why we ask".
    pub ask: AttrValue,
    /// The answer.
    pub children: Html,
}

/// An explanation, closed until asked for.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    html! {
        <details class="why">
            <summary class="why__ask">{ props.ask.clone() }</summary>
            <div class="why__answer">{ props.children.clone() }</div>
        </details>
    }
}
