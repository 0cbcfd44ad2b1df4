//! How old the law in the book is: each source with the day on which somebody last read it, and what rests on it.

use yew::prelude::*;

use crate::civil::Date;
use crate::paper::long_day;
use crate::rulebook::{self, age::Aged};
use crate::ui::parts::{Badge, Why};
use crate::words;
use crate::words::guide::law;

/// Today.
#[derive(Properties, PartialEq)]
pub struct LawProps {
    /// Today.
    pub today: Date,
}

/// The sources of the book by age.
#[component]
pub fn Law(props: &LawProps) -> Html {
    let today = props.today;
    let all = rulebook::book().by_age();
    let (stale, fresh): (Vec<&Aged<'_>>, Vec<&Aged<'_>>) = all.iter().partition(|aged| aged.source.is_stale(today));
    html! {
        <>
            <p>{ law::counted(all.len(), stale.len()) }</p>
            if !stale.is_empty() {
                <h2>{ "To be read again by now" }</h2>
                <p>{ law::STALE }</p>
                { for stale.into_iter().map(one) }
            }
            <h2>{ "What is in the book" }</h2>
            { for fresh.into_iter().map(one) }
        </>
    }
}

fn one(aged: &Aged<'_>) -> Html {
    let source = aged.source;
    html! {
        <article key={source.id.clone()} class="stack" data-gap="small">
            <h3><a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a></h3>
            <p><Badge state={source.confidence.key()} word={words::deadlines::confidence(source.confidence)} /></p>
            <p>{ format!("Last read {}. To be read again by {}.", long_day(source.checked_on), long_day(source.recheck_on)) }</p>
            if !aged.rules.is_empty() {
                <Why ask="What rests on it">
                    <ul>{ for aged.rules.iter().map(|rule| html! { <li>{ rule.title.clone() }</li> }) }</ul>
                </Why>
            }
        </article>
    }
}
