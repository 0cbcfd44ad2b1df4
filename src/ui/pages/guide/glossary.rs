//! Words in letters and bills, from A to Z, with a search.

use yew::prelude::*;

use super::{rules, ways};
use crate::ui::parts::{DISCLAIMER, Field, Heading};
use crate::words::guide::glossary::{Term, a_to_z};

/// The glossary.
#[component]
pub fn Glossary() -> Html {
    let wanted = use_state_eq(String::new);
    let onwanted = {
        let wanted = wanted.clone();
        Callback::from(move |text: String| wanted.set(text))
    };
    let search = wanted.to_lowercase();
    let fits = |term: &Term| {
        let entry = term.entry();
        let mut names = [entry.name, entry.plain].into_iter().chain(entry.also.iter().copied());
        names.any(|name| name.to_lowercase().contains(search.trim()))
    };
    let shown: Vec<Term> = a_to_z().into_iter().filter(fits).collect();
    html! {
        <>
            <Field id="find-word" label="Find a word" value={(*wanted).clone()} onchange={onwanted.clone()} oninput={Some(onwanted)} />
            <p class="live" role="status">{ format!("{} words", shown.len()) }</p>
            <dl class="glossary">{ for shown.into_iter().map(word) }</dl>
        </>
    }
}

fn word(term: Term) -> Html {
    let entry = term.entry();
    html! {
        <div key={entry.key} class="glossary__word">
            <dt>{ entry.name }</dt>
            <dd>{ told(term) }</dd>
        </div>
    }
}

fn told(term: Term) -> Html {
    let entry = term.entry();
    html! {
        <>
            <p><strong>{ entry.plain }</strong></p>
            <p>{ entry.means }</p>
            <p>{ entry.met }</p>
            if !entry.also.is_empty() {
                <p class="glossary__also">{ format!("Also printed as: {}.", entry.also.join(", ")) }</p>
            }
            { rules(entry.rules) }
        </>
    }
}

/// Which word.
#[derive(Properties, PartialEq)]
pub struct WordProps {
    /// The word.
    pub term: Term,
}

/// A word of the glossary by itself: where a text that uses it leads.
#[component]
pub fn WordPage(props: &WordProps) -> Html {
    html! {
        <div class="center stack" data-size="wide">
            <Heading text={props.term.entry().name} />
            { told(props.term) }
            { ways(None) }
            <p class="disclaimer">{ DISCLAIMER }</p>
        </div>
    }
}
