//! The page's program: puts the app in the place of the first screen.

use recourse::ui::app::App;

fn main() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has the element");
    yew::Renderer::<App>::with_root(root).render();
}
