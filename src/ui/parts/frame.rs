//! What stands around every page: the mark and the places of a case.

use yew::prelude::*;

use super::{Icon, Sign};
use crate::browser::page;
use crate::ui::route::Route;

/// The sentence that stands on the first screen, every letter screen and in the packet's README.
pub const DISCLAIMER: &str = "Information, not a substitute for the advice of an attorney.";

/// Which of the head's links is the open page.
#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    /// The open page.
    pub route: Route,
}

/// The mark and the name, a link to the first screen, and the way to the cases.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page::focus("#main");
    });
    let current = |route: Route| (props.route == route).then_some("page");
    html! {
        <>
            <a class="skip-link" href="#main" onclick={skip}>{ "Skip to the page" }</a>
            <header class="masthead">
                <div class="masthead__inner">
                    <a class="masthead__home" href="#/">
                        <img class="masthead__mark" src="mark.svg" alt="" width="32" height="32" />{ "Recourse" }
                    </a>
                    <nav class="masthead__nav" aria-label="Main">
                        <ul class="masthead__places">
                            <li><a class="masthead__place" href={Route::Guide.href()} aria-current={current(Route::Guide)}>{ "Guide" }</a></li>
                            <li><a class="masthead__place" href={Route::Cases.href()} aria-current={current(Route::Cases)}>{ "Your cases" }</a></li>
                        </ul>
                    </nav>
                </div>
            </header>
        </>
    }
}

/// A place in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// The next step.
    Next,
    /// The two clocks.
    Dates,
    /// Letters and calls.
    Letters,
    /// Papers.
    Papers,
    /// Facts.
    Facts,
}

/// Which case, and where in it.
#[derive(Properties, PartialEq)]
pub struct PlaceNavProps {
    /// The case's id.
    pub id: AttrValue,
    /// The open place.
    pub here: Here,
}

/// The five places of a case.
#[component]
pub fn PlaceNav(props: &PlaceNavProps) -> Html {
    let id = props.id.to_string();
    let place = |here: Here, route: Route, sign: Sign, word: &str, more: &str| {
        let current = (here == props.here).then_some("page");
        html! {
            <li class="place-nav__item">
                <a class="place-nav__link" href={route.href()} aria-current={current}>
                    <Icon {sign} />
                    <span class="place-nav__word">{ word }if !more.is_empty() { <span class="place-nav__more">{ more }</span> }</span>
                </a>
            </li>
        }
    };
    html! {
        <nav class="place-nav" aria-label="This case">
            <ul class="place-nav__list">
                { place(Here::Next, Route::Next { id: id.clone() }, Sign::Next, "Next", "") }
                { place(Here::Dates, Route::Dates { id: id.clone() }, Sign::Dates, "Dates", "") }
                { place(Here::Letters, Route::Letters { id: id.clone() }, Sign::Letters, "Letters", " and calls") }
                { place(Here::Papers, Route::Papers { id: id.clone() }, Sign::Papers, "Papers", "") }
                { place(Here::Facts, Route::Facts { id }, Sign::Facts, "Facts", "") }
            </ul>
        </nav>
    }
}
