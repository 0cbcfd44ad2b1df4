//! An empty place that says what will stand there and how to begin.

use yew::prelude::*;

use super::{Icon, Sign};

/// What will stand there.
#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    /// The heading's id.
    pub id: AttrValue,
    /// Its sign.
    pub sign: Sign,
    /// What is empty.
    pub title: AttrValue,
    /// What will stand here.
    pub text: AttrValue,
    /// How to begin.
    #[prop_or_default]
    pub children: Html,
}

/// An empty place that invites.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <section class="empty" aria-labelledby={props.id.clone()}>
            <Icon sign={props.sign} />
            <h2 class="empty__title" id={props.id.clone()}>{ props.title.clone() }</h2>
            <p class="empty__text">{ props.text.clone() }</p>
            { props.children.clone() }
        </section>
    }
}
