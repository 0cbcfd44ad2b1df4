//! The first screen. Its words stand once, in `index.html`, so that it is read before the program arrives; the program
//! takes them from the page before it takes the page's place, and so takes it over without a jump.

use yew::prelude::*;

use crate::browser::page::{self, FirstScreen};

/// The words of the first screen.
#[derive(Properties, PartialEq)]
pub struct HomeProps {
    /// The words.
    pub first: FirstScreen,
}

/// The first screen.
#[component]
pub fn Home(props: &HomeProps) -> Html {
    // The heading keeps the focus where it is: the person may be reading the page that stood here before.
    use_effect_with(props.first.title.clone(), |title| page::set_title(title));
    Html::from_html_unchecked(props.first.main.clone().into())
}

/// The foot of every page.
pub fn foot(first: &FirstScreen) -> Html {
    html! { <footer class="footer">{ Html::from_html_unchecked(first.foot.clone().into()) }</footer> }
}
