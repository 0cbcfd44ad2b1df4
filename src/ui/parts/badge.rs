//! A short word about a state. The state's key colours it; the word says it.

use yew::prelude::*;

use crate::deadlines::Standing;

/// The state's key and its word.
#[derive(Properties, PartialEq)]
pub struct BadgeProps {
    /// Such as `soon`, `official`.
    pub state: AttrValue,
    /// The word.
    pub word: AttrValue,
}

/// The key of where a deadline stands. Two weeks are soon: our choice, no law.
#[must_use]
pub fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Ahead { days_left: 0..=14 }
        | Standing::Running { days_left: 0..=14 }
        | Standing::Today
        | Standing::PastAim { .. }
        | Standing::BetweenDates { .. }
        | Standing::Due
        | Standing::AskNow { .. } => "soon",
        Standing::Ahead { .. } | Standing::Running { .. } => "later",
        Standing::Late { .. } | Standing::Overdue { .. } => "overdue",
        Standing::Done { .. } => "done",
        Standing::Unknown => "unknown",
    }
}

/// A short word about a state.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    html! { <span class="badge" data-state={props.state.clone()}>{ props.word.clone() }</span> }
}
