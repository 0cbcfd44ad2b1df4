//! How much of the room in this browser is used.

use yew::prelude::*;

/// The share used.
#[derive(Properties, PartialEq)]
pub struct MeterProps {
    /// Percent used, 0 to 100.
    pub percent: u8,
}

/// How much of the room in this browser is used, in words and as a bar.
#[component]
pub fn Meter(props: &MeterProps) -> Html {
    let state = match props.percent {
        0..=70 => None,
        71..=95 => Some("filling"),
        _ => Some("full"),
    };
    html! {
        <div class="meter" data-state={state}>
            <p class="meter__label">{ format!("Space used on this device: {} percent", props.percent) }</p>
            <svg class="meter__bar" aria-hidden="true" focusable="false">
                <rect class="meter__track" width="100%" height="100%" />
                <rect class="meter__used" width={format!("{}%", props.percent.min(100))} height="100%" />
            </svg>
        </div>
    }
}
