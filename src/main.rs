//! The page's program.
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "Recourse" }</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
