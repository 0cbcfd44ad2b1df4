//! The page's heading: it names the page in the browser's title and takes the focus when the page is reached.

use yew::prelude::*;

use crate::browser::page;

/// The heading's words.
#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// What the page is called.
    pub text: AttrValue,
    /// A class.
    #[prop_or_default]
    pub class: Classes,
    /// An id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The page's heading.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    use_effect_with(props.text.clone(), |text| {
        page::set_title(&format!("{text} \u{b7} Recourse"));
        page::focus_heading();
    });
    html! { <h1 class={props.class.clone()} id={props.id.clone()} tabindex="-1">{ props.text.clone() }</h1> }
}
