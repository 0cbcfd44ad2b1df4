//! The button that saves days for the person's own calendar.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is told when the button is pressed: whether names stand in the titles.
#[derive(Properties, PartialEq)]
pub struct CalendarProps {
    /// Told whether names stand in the titles.
    pub onsave: Callback<bool>,
    /// What became of it; empty before.
    pub said: AttrValue,
}

/// Saves days for the person's own calendar.
#[component]
pub fn Calendar(props: &CalendarProps) -> Html {
    let names = use_state_eq(|| false);
    let onchange = {
        let names = names.clone();
        Callback::from(move |event: Event| names.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let onclick = {
        let names = *names;
        props.onsave.reform(move |_: MouseEvent| names)
    };
    html! {
        <details class="why">
            <summary class="why__ask">{ "Put the dates into my calendar" }</summary>
            <div class="why__answer stack">
                <p>{ "The file holds each date with reminders a week before, the day before, and on the day. It does not change by itself: after a change, save it again, and your calendar puts the new dates in the place of the old ones." }</p>
                <label class="choices__row">
                    <input class="choices__input" type="checkbox" checked={*names} {onchange} />
                    <span class="choices__text"><span class="choices__name">{ "Put the name of the case into the titles. Others may see them on your phone." }</span></span>
                </label>
                <p><button class="button" type="button" data-state="secondary" {onclick}>{ "Save for my calendar" }</button></p>
                <p class="live" role="status">{ props.said.clone() }</p>
            </div>
        </details>
    }
}
