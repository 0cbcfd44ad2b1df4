//! The way back, first on a question screen.

use yew::prelude::*;

use super::{Icon, Sign};

/// Where back leads: to an address, or a step back in the same place.
#[derive(Properties, PartialEq)]
pub struct BackProps {
    /// The address, when back is another place.
    #[prop_or_default]
    pub href: Option<AttrValue>,
    /// The step back, when it is the same place.
    #[prop_or_default]
    pub onback: Callback<()>,
}

/// The way back. Loses nothing.
#[component]
pub fn Back(props: &BackProps) -> Html {
    let onclick = props.onback.reform(|_: MouseEvent| ());
    match &props.href {
        Some(href) => html! { <a class="back" href={href.clone()}><Icon sign={Sign::Back} />{ "Back" }</a> },
        None => html! { <button class="back" type="button" {onclick}><Icon sign={Sign::Back} />{ "Back" }</button> },
    }
}
