//! The first screen. Its words stand once, in `index.html`, so that it is read before the program arrives and the
//! program takes it over without a jump.

use yew::prelude::*;

use crate::browser::page;

const INDEX: &str = include_str!("../../../index.html");

/// The text between two marks of `index.html`, the marks left out.
fn between(start: &str, end: &str) -> &'static str {
    INDEX
        .split_once(start)
        .and_then(|(_, rest)| rest.split_once(end))
        .map(|(inside, _)| inside)
        .expect("a test reads both marks in index.html")
}

/// The first screen.
#[component]
pub fn Home() -> Html {
    // The heading keeps the focus where it is: the person may be reading the page that stood here before.
    use_effect_with((), |()| page::set_title(between("<title>", "</title>")));
    Html::from_html_unchecked(between(r#"<main id="main" class="app__main" tabindex="-1">"#, "</main>").trim().into())
}

/// The foot of every page.
#[component]
pub fn Foot() -> Html {
    let inside = between("<footer class=\"footer\">", "</footer>").trim();
    html! { <footer class="footer">{ Html::from_html_unchecked(inside.into()) }</footer> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_screen_is_found_in_the_page() {
        assert!(between(r#"<main id="main" class="app__main" tabindex="-1">"#, "</main>").contains("I have a letter"));
        assert!(between("<title>", "</title>").starts_with("Recourse"));
        assert!(between("<footer class=\"footer\">", "</footer>").contains("What it does not do"));
        assert!(INDEX.contains(crate::ui::parts::DISCLAIMER));
    }
}
