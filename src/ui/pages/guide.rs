//! The guide: what anybody can read without a case, each page with an address of its own.

mod glance;
mod play;

use yew::prelude::*;

pub use glance::Glance;
pub use play::PlayPage;

use crate::ui::route::Route;

/// The pages of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Every problem at a glance.
    Glance,
}

impl Page {
    const ALL: [Self; 1] = [Self::Glance];

    fn route(self) -> Route {
        match self {
            Self::Glance => Route::Guide,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Glance => "Problems at a glance",
        }
    }
}

/// The way between the pages of the guide.
pub fn ways(here: Option<Page>) -> Html {
    html! {
        <nav class="guide-nav" aria-label="Guide">
            <ul class="guide-nav__list">
                { for Page::ALL.into_iter().map(|page| html! {
                    <li><a class="guide-nav__link" href={page.route().href()} aria-current={(here == Some(page)).then_some("page")}>{ page.name() }</a></li>
                }) }
            </ul>
        </nav>
    }
}

/// The doors, at the foot of each page of the guide.
pub fn doors() -> Html {
    html! {
        <section class="stack" aria-labelledby="begin">
            <h2 id="begin">{ "Work on your own case" }</h2>
            <p class="cluster">
                <a class="button" data-state="primary" href={Route::NewLetter.href()}>{ "I have a letter" }</a>
                <a class="button" data-state="secondary" href={Route::NewPlan.href()}>{ "I am planning care" }</a>
                <a class="button" data-state="secondary" href={Route::Example.href()}>{ "Look at an example first" }</a>
            </p>
        </section>
    }
}
