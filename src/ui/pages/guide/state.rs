//! The states: a list to find one's own in, and a page for each with its facts, how sure we are, and where they were read.

use yew::prelude::*;

use super::{prose, ways};
use crate::rulebook::schema::{Basis, Origin};
use crate::rulebook::{self, schema};
use crate::ui::parts::{Badge, DISCLAIMER, Field, Heading, Why};
use crate::ui::route::Route;
use crate::words;
use crate::words::guide::states::{self, Fact, Part, Told};

/// All states, to be narrowed by name.
#[component]
pub fn States() -> Html {
    let wanted = use_state_eq(String::new);
    let onwanted = {
        let wanted = wanted.clone();
        Callback::from(move |text: String| wanted.set(text))
    };
    let search = wanted.trim().to_lowercase();
    let fits =
        |state: &&schema::State| state.name.to_lowercase().contains(&search) || state.code.to_lowercase() == search;
    let shown: Vec<&schema::State> = rulebook::annex().states.iter().filter(fits).collect();
    html! {
        <>
            { prose::sections(&states::SECTIONS) }
            <Field id="find-state" label={states::FIND} value={(*wanted).clone()} onchange={onwanted.clone()} oninput={Some(onwanted)} />
            <p class="live" role="status">{ states::counted(shown.len()) }</p>
            <ul class="guide-nav__list">
                { for shown.into_iter().map(|state| html! {
                    <li key={state.code.clone()}><a class="guide-nav__link" href={Route::YourState { state: state.slug() }.href()}>{ state.name.clone() }</a></li>
                }) }
            </ul>
        </>
    }
}

/// Which state.
#[derive(Properties, PartialEq)]
pub struct StateProps {
    /// Its name or code, as in the address.
    pub state: AttrValue,
}

/// A state by itself.
#[component]
pub fn StatePage(props: &StateProps) -> Html {
    let Some(state) = rulebook::annex().state(&props.state) else {
        return html! {
            <div class="center stack" data-size="wide">
                <Heading text={words::guide::Page::States.title()} />
                <p>{ states::unknown(&props.state) }</p>
                <States />
                { ways(None) }
                <p class="disclaimer">{ DISCLAIMER }</p>
            </div>
        };
    };
    let all = Route::GuidePage { page: words::guide::Page::States.key().to_owned() };
    html! {
        <div class="center stack" data-size="wide">
            <Heading text={state.name.clone()} />
            if let Some(kind) = states::kind(state.kind) {
                <p>{ kind }</p>
            }
            { prose::sections(&states::SECTIONS) }
            <p><strong>{ states::IN_SHORT }</strong>{ " " }{ state.note.clone() }</p>
            { for states::parts(state).iter().enumerate().map(|(at, group)| part(at, group)) }
            <p><a href={all.href()}>{ "Choose another state" }</a></p>
            { ways(None) }
            <p class="disclaimer">{ DISCLAIMER }</p>
        </div>
    }
}

fn part(at: usize, part: &Part<'_>) -> Html {
    let id = format!("part-{at}");
    html! {
        <section class="stack" aria-labelledby={id.clone()}>
            <h2 {id}>{ part.title }</h2>
            <p>{ part.lead }</p>
            if part.facts.is_empty() {
                <p>{ states::NOTHING_KNOWN }</p>
            } else {
                <dl class="next-card__facts">{ for part.facts.iter().map(fact) }</dl>
            }
            if let Some(basis) = part.basis {
                { sources(basis) }
            }
        </section>
    }
}

fn fact(fact: &Fact<'_>) -> Html {
    let told = match &fact.told {
        Told::NotKnown => html! { { states::NOT_KNOWN } },
        Told::Words(words) => html! { { words.to_string() } },
        Told::Phone(number) => html! { { *number } },
        Told::Page(url) => html! { <a href={(*url).to_owned()} rel="noreferrer">{ site(url) }</a> },
    };
    html! {
        <div class="next-card__fact">
            <dt>{ fact.what }</dt>
            <dd>
                { told }
                if let Some(sure) = fact.sure {
                    { " " }<Badge state={sure.key()} word={words::deadlines::confidence(sure)} />
                }
            </dd>
        </div>
    }
}

fn sources(basis: &Basis) -> Html {
    html! {
        <Why ask={states::read_where(basis)}>
            if basis.sources.is_empty() {
                <p>{ states::NO_PAGE }</p>
            } else {
                <ul>{ for basis.sources.iter().map(source) }</ul>
            }
        </Why>
    }
}

fn source(source: &Origin) -> Html {
    html! {
        <li>
            if !source.url.is_empty() {
                <a href={source.url.clone()} rel="noreferrer">{ site(&source.url) }</a>{ " " }
            }
            { source.name.clone() }
        </li>
    }
}

/// The site of an address: what a person knows it by.
fn site(url: &str) -> String {
    let host = url.trim_start_matches("https://").split('/').next().unwrap_or_default();
    host.trim_start_matches("www.").to_owned()
}
