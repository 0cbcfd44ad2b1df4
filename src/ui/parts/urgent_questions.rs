//! The questions about what cannot wait, each opening to what to do today and whom to call.

use yew::prelude::*;

use super::Badge;
use crate::paper::long_day;
use crate::rulebook::{self, schema::Urgency};
use crate::words;

/// The questions, each opening to its answer.
#[component]
pub fn UrgentQuestions() -> Html {
    html! { <div class="stack">{ for rulebook::book().urgencies.iter().map(question) }</div> }
}

fn question(urgency: &Urgency) -> Html {
    let book = rulebook::book();
    let rules = urgency.rules.iter().filter_map(|id| book.rule(id));
    let contacts = urgency.contacts.iter().filter_map(|id| book.contacts.iter().find(|contact| contact.id == *id));
    html! {
        <details key={urgency.key.clone()} class="why" data-state="urgent">
            <summary class="why__ask">{ urgency.question.clone() }</summary>
            <div class="why__answer stack">
                <h2>{ "Do this today" }</h2>
                <ol>{ for urgency.today.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
                <h3>{ "Whom to call" }</h3>
                <ul>
                    <li>{ "First, the number on the letter or on the back of the card." }</li>
                    { for contacts.map(|contact| html! {
                        <li>
                            { format!("{}: ", contact.name) }
                            if !contact.phone.is_empty() { <strong>{ contact.phone.clone() }</strong> }
                            { format!(". {} ", contact.purpose) }
                            <Badge state={contact.confidence.key()} word={words::deadlines::confidence(contact.confidence)} />
                        </li>
                    }) }
                </ul>
                <h3>{ "The rules behind it" }</h3>
                <ul>
                    { for rules.filter_map(|rule| rule.binds.first().and_then(|bind| book.source(&bind.source)).map(|source| (rule, source))).map(|(rule, source)| html! {
                        <li>
                            { format!("{} ", rule.text) }
                            <a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a>
                            { format!(", last read {} ", long_day(source.checked_on)) }
                            <Badge state={source.confidence.key()} word={words::deadlines::confidence(source.confidence)} />
                        </li>
                    }) }
                </ul>
            </div>
        </details>
    }
}
