//! The exact words that a fact came from.

use yew::prelude::*;

/// The words and where they stand.
#[derive(Properties, PartialEq)]
pub struct SourceProps {
    /// Words before the find.
    #[prop_or_default]
    pub before: AttrValue,
    /// The words of the find.
    pub words: AttrValue,
    /// Words after the find.
    #[prop_or_default]
    pub after: AttrValue,
    /// Where they stand.
    pub from: AttrValue,
}

/// The exact words that a fact came from, the find marked.
#[component]
pub fn Source(props: &SourceProps) -> Html {
    html! {
        <figure class="source">
            <blockquote class="source__words">{ props.before.clone() }<mark>{ props.words.clone() }</mark>{ props.after.clone() }</blockquote>
            <figcaption class="source__from">{ props.from.clone() }</figcaption>
        </figure>
    }
}
