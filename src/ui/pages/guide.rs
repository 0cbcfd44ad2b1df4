//! The guide: what anybody can read without a case, each page with an address of its own.

mod codes;
mod glance;
mod glossary;
mod law;
mod play;
mod prose;
mod state;

use std::rc::Rc;

use yew::prelude::*;

pub use glossary::WordPage;
pub use play::PlayPage;
pub use state::StatePage;

use crate::kinds::Confidence;
use crate::rulebook;
use crate::ui::parts::{Badge, DISCLAIMER, Heading, Why};
use crate::ui::route::Route;
use crate::ui::store::State;
use crate::words;
use crate::words::guide::Page;
use crate::words::guide::glossary::{Piece, linked};

/// Which page.
#[derive(Properties, PartialEq)]
pub struct GuideProps {
    /// The page.
    pub page: Page,
    /// Codes that are already there, for the page of codes.
    #[prop_or_default]
    pub typed: AttrValue,
}

/// A page of the guide.
#[component]
pub fn Guide(props: &GuideProps) -> Html {
    let page = props.page;
    let today = use_context::<Rc<State>>().expect("the app gives it to every page").today;
    let body = match page {
        Page::Steps => prose::steps(),
        Page::Glance => html! { <glance::Glance /> },
        Page::Questions => prose::questions(),
        Page::Glossary => html! { <glossary::Glossary /> },
        Page::Helpers => prose::helpers(),
        Page::Sharing => prose::sections(&words::guide::sharing::SECTIONS),
        Page::Habits => prose::sections(&words::guide::habits::SECTIONS),
        Page::Law => html! { <law::Law {today} /> },
        Page::States => html! { <state::States /> },
        Page::Codes => html! { <codes::Codes typed={props.typed.clone()} /> },
    };
    html! {
        <div class="center stack" data-size="wide">
            <Heading text={page.title()} />
            <p>{ page.lead() }</p>
            { body }
            { ways(Some(page)) }
            { doors() }
            <p class="disclaimer">{ DISCLAIMER }</p>
        </div>
    }
}

/// The address of a page of the guide.
fn route(page: Page) -> Route {
    match page {
        Page::Glance => Route::Guide,
        Page::Steps
        | Page::Questions
        | Page::Glossary
        | Page::Helpers
        | Page::Sharing
        | Page::Habits
        | Page::States
        | Page::Codes
        | Page::Law => Route::GuidePage { page: page.key().to_owned() },
    }
}

/// The way between the pages of the guide.
fn ways(here: Option<Page>) -> Html {
    html! {
        <nav class="guide-nav" aria-labelledby="guide-ways">
            <h2 class="guide-nav__title" id="guide-ways">{ "All pages of the guide" }</h2>
            <ul class="guide-nav__list">
                { for Page::ALL.into_iter().map(|page| html! {
                    <li><a class="guide-nav__link" href={route(page).href()} aria-current={(here == Some(page)).then_some("page")}>{ page.title() }</a></li>
                }) }
            </ul>
        </nav>
    }
}

/// The doors, at the foot of each page of the guide.
fn doors() -> Html {
    html! {
        <section class="stack" aria-labelledby="begin">
            <h2 id="begin">{ "Work on your own case" }</h2>
            <p class="cluster">
                <a class="button" data-state="primary" href={Route::NewLetter.href()}>{ "I have a letter" }</a>
                <a class="button" data-state="secondary" href={Route::NewBill.href()}>{ "I have a bill" }</a>
                <a class="button" data-state="secondary" href={Route::Example.href()}>{ "Look at an example first" }</a>
            </p>
        </section>
    }
}

/// A text in which each word of the glossary is explained where it stands.
fn explained(text: &str) -> Html {
    let pieces = linked(text).into_iter().map(|piece| match piece {
        Piece::Plain(words) => html! { { words } },
        Piece::Explained(words, term) => {
            let href = Route::Word { term: term.entry().key.to_owned() }.href();
            html! { <a {href}>{ words }</a> }
        }
    });
    pieces.collect()
}

/// The rules of the book behind a statement, in their own words, with their sources.
fn rules(ids: &[&str]) -> Html {
    let book = rulebook::book();
    let rules: Vec<_> = ids.iter().filter_map(|id| book.rule(id)).collect();
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <Why ask="The rule behind this">
            { for rules.into_iter().map(|rule| html! { <><p>{ rule.text.clone() }</p>{ sources_of(rule) }</> }) }
        </Why>
    }
}

/// The sources of a rule, whatever the coverage is.
fn sources_of(rule: &rulebook::Rule) -> Html {
    let book = rulebook::book();
    let bound = rule.binds.iter().map(|binding| binding.source.as_str());
    let mut ids: Vec<&str> = bound.chain(rule.binds_everybody.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(|id| book.source(id)).map(source).collect()
}

fn source(source: &rulebook::Source) -> Html {
    let confidence: Confidence = source.confidence;
    html! {
        <p>
            <a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a>
            { format!(", last read {} ", crate::paper::long_day(source.checked_on)) }
            <Badge state={confidence.key()} word={words::deadlines::confidence(confidence)} />
        </p>
    }
}

/// Those of the book who help with it.
fn contacts(ids: &[&str]) -> Html {
    let book = rulebook::book();
    html! {
        <>{ for ids.iter().filter_map(|id| book.contact(id)).map(|contact| html! {
            <p>{ format!("{}: {} {}", contact.name, contact.phone, contact.purpose) }</p>
        }) }</>
    }
}
