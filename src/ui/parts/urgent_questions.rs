//! The questions about what cannot wait, each opening to what to do today and whom to call; and the same above a case in
//! which one of them was answered with yes.

use yew::prelude::*;

use super::{Badge, Notice, Tone};
use crate::kinds::CoverageKind;
use crate::paper::long_day;
use crate::rulebook::{self, Rule, Source, schema::Urgency};
use crate::words;

/// The questions, each opening to its answer.
#[component]
pub fn UrgentQuestions() -> Html {
    html! { <div class="stack">{ for rulebook::book().urgencies.iter().map(question) }</div> }
}

fn question(urgency: &Urgency) -> Html {
    html! {
        <details key={urgency.key.clone()} class="why" data-state="urgent">
            <summary class="why__ask">{ urgency.question.clone() }</summary>
            <div class="why__answer stack">
                <h2>{ "Do this today" }</h2>
                { answer(urgency, None) }
            </div>
        </details>
    }
}

/// What cannot wait in this case, open and above everything else.
pub fn cannot_wait(urgencies: &[&Urgency], coverage: Option<CoverageKind>) -> Html {
    html! {
        { for urgencies.iter().map(|urgency| {
            let id = format!("cannot-wait-{}", urgency.key);
            html! {
                <Notice key={urgency.key.clone()} {id} title={words::steps::CANNOT_WAIT} tone={Tone::Urgent}>
                    <div class="stack">{ answer(urgency, coverage) }</div>
                </Notice>
            }
        }) }
    }
}

fn answer(urgency: &Urgency, coverage: Option<CoverageKind>) -> Html {
    let book = rulebook::book();
    let rules = urgency.rules.iter().filter_map(|id| book.rule(id));
    let contacts = urgency.contacts.iter().filter_map(|id| book.contact(id));
    // With a known coverage only what binds it; without, one citation of each.
    let source = |rule: &Rule| match coverage {
        Some(kind) => book.binding(rule, kind),
        None => rule.binds.first().and_then(|bind| book.source(&bind.source)),
    };
    let behind: Vec<(&Rule, &Source)> = rules.filter_map(|rule| Some((rule, source(rule)?))).collect();
    html! {
        <>
            <ol>{ for urgency.today.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
            <h3>{ "Whom to call" }</h3>
            <ul>
                <li>{ "First, the number on the letter or on the back of the card." }</li>
                { for contacts.map(|contact| html! {
                    <li>
                        { contact.name.clone() }
                        if !contact.phone.is_empty() { { ": " }<strong>{ contact.phone.clone() }</strong> }
                        { format!(". {} ", contact.purpose) }
                        <Badge state={contact.confidence.key()} word={words::deadlines::confidence(contact.confidence)} />
                    </li>
                }) }
            </ul>
            if !behind.is_empty() {
                <h3>{ "The rules behind it" }</h3>
                <ul>
                    { for behind.into_iter().map(|(rule, source)| html! {
                        <li>
                            { format!("{} ", rule.text) }
                            <a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a>
                            { format!(", last read {} ", long_day(source.checked_on)) }
                            <Badge state={source.confidence.key()} word={words::deadlines::confidence(source.confidence)} />
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}
