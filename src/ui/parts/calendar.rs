//! The button that saves days for the person's own calendar, and what can be chosen before.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Choice, Choices};
use crate::words::agenda::{LEFT_OVER, Rhythm, Wanted};

/// What is told when the button is pressed.
#[derive(Properties, PartialEq)]
pub struct CalendarProps {
    /// Whether a call waits for an answer, so that a rhythm can be chosen.
    pub waits: bool,
    /// Told how the person wants the entries.
    pub onsave: Callback<Wanted>,
    /// What became of it; empty before.
    pub said: AttrValue,
}

/// Saves days for the person's own calendar.
#[component]
pub fn Calendar(props: &CalendarProps) -> Html {
    let wanted = use_state_eq(Wanted::default);
    let onnames = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| {
            let names = event.target_unchecked_into::<HtmlInputElement>().checked();
            wanted.set(Wanted { names, ..*wanted });
        })
    };
    let onclick = {
        let wanted = *wanted;
        props.onsave.reform(move |_: MouseEvent| wanted)
    };
    html! {
        <details class="why">
            <summary class="why__ask">{ "Put the dates into my calendar" }</summary>
            <div class="why__answer stack">
                <p>{ "The file holds each date of yours with reminders a week before, the day before, and on the day; dates of others, and calls, ring on the day. It does not change by itself: after a change, save it again, and most calendars put the new dates in the place of the old ones. " }{ LEFT_OVER }</p>
                <label class="choices__row">
                    <input class="choices__input" type="checkbox" checked={wanted.names} onchange={onnames} />
                    <span class="choices__text"><span class="choices__name">{ "Put the name of the case into the titles. Others may see them on your phone." }</span></span>
                </label>
                if props.waits {
                    { rhythms(&wanted) }
                }
                <p><button class="button" type="button" data-state="secondary" {onclick}>{ "Save for my calendar" }</button></p>
                <p class="live" role="status">{ props.said.clone() }</p>
            </div>
        </details>
    }
}

/// How often calls that wait ring.
fn rhythms(wanted: &UseStateHandle<Wanted>) -> Html {
    let choices: Vec<Choice> = Rhythm::ALL.map(|rhythm| Choice::new(rhythm.key(), rhythm.words(), "")).to_vec();
    let onchoose = {
        let wanted = wanted.clone();
        Callback::from(move |key: AttrValue| {
            if let Some(rhythm) = Rhythm::ALL.into_iter().find(|rhythm| rhythm.key() == key.as_str()) {
                wanted.set(Wanted { rhythm, ..*wanted });
            }
        })
    };
    let legend = html! { "Remind me of calls that wait for an answer" };
    html! { <Choices id="calendar-rhythm" {legend} {choices} chosen={AttrValue::from(wanted.rhythm.key())} {onchoose} /> }
}
