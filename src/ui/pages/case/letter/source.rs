//! Where the pressed words come from: the paper, the call, the person's own statement, or the rule.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::page;
use crate::case::{Case, Provenance};
use crate::paper::{Traced, long_day};
use crate::rulebook;
use crate::ui::parts::{Badge, Icon, Sign, Source};
use crate::ui::route::Route;
use crate::words;

/// What stands in the second column.
#[derive(Clone, PartialEq)]
pub enum Open {
    /// Nothing.
    Nothing,
    /// Where words come from.
    Source(Traced),
    /// The rule behind a citation.
    Law {
        /// The words.
        text: String,
        /// The rule's id.
        rule: String,
    },
}

/// The case and what is open.
#[derive(Properties, PartialEq)]
pub struct OpenSourceProps {
    /// The case.
    pub case: Rc<Case>,
    /// What is open.
    pub open: Open,
    /// Told when it is closed.
    pub onclose: Callback<()>,
}

/// Where the pressed words come from.
#[component]
pub fn OpenSource(props: &OpenSourceProps) -> Html {
    // The same words may stand at several places of the letter: the focus goes back to the place that was pressed.
    let pressed = use_mut_ref(|| None::<web_sys::HtmlElement>);
    {
        let pressed = pressed.clone();
        use_effect_with(props.open.clone(), move |open| {
            if *open != Open::Nothing {
                let words = page::focused().filter(|element| element.get_attribute("aria-expanded").is_some());
                *pressed.borrow_mut() = words;
                page::focus("#source-title");
            }
        });
    }
    let close = props.onclose.reform(move |()| match pressed.borrow_mut().take() {
        // Fails only in a page that is being taken down.
        Some(words) => drop(words.focus()),
        None => page::focus(".letter [aria-expanded=true]"),
    });
    let onclick = close.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    });
    let body = match &props.open {
        Open::Nothing => return Html::default(),
        Open::Source(traced) => view_source(&props.case, traced),
        Open::Law { text, rule } => view_law(&props.case, text, rule),
    };
    html! {
        <section class="source-panel" id="source-panel" aria-labelledby="source-title" {onkeydown}>
            <div class="source-panel__head">
                <h2 class="source-panel__title" id="source-title" tabindex="-1">{ "Where this comes from" }</h2>
                <button class="source-panel__close" type="button" {onclick}>
                    <span class="visually-hidden">{ "Close" }</span><Icon sign={Sign::Close} />
                </button>
            </div>
            { body }
        </section>
    }
}

fn view_source(case: &Case, traced: &Traced) -> Html {
    let facts = Route::Facts { id: case.id.0.clone() }.href();
    let origin = match traced.from() {
        Provenance::Document { document, words } => {
            let title = case.document(*document).map_or("a paper of this case", |document| &*document.title).to_owned();
            html! { <Source words={words.clone()} from={format!("From {title}")} /> }
        }
        Provenance::Call { call } => html! {
            <p class="source-panel__how">{ case.call(*call).map(words::cases::call_line).unwrap_or_default() }</p>
        },
        Provenance::Statement { on } => html! {
            <p class="source-panel__how">{ format!("You said so on {}.", long_day(*on)) }</p>
        },
    };
    html! {
        <>
            <p class="source-panel__value">{ traced.text() }</p>
            { origin }
            <a class="button" href={facts} data-state="quiet">{ "Change this fact" }</a>
        </>
    }
}

fn view_law(case: &Case, text: &str, rule: &str) -> Html {
    let book = rulebook::book();
    let coverage = case.coverage_kind();
    let source = book.rule(rule).and_then(|rule| match coverage.value() {
        Some(coverage) => book.binding(rule, *coverage),
        None => book.binding_everybody(rule),
    });
    html! {
        <>
            <p class="source-panel__value">{ text }</p>
            if let Some(rule) = book.rule(rule) {
                <p>{ rule.text.clone() }</p>
            }
            if let Some(source) = source {
                if !source.quote.is_empty() {
                    <Source words={source.quote.clone()} from={source.cite.clone()} />
                }
                <p class="source-panel__how">
                    <a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a>
                    { format!(", last read {}", long_day(source.checked_on)) }
                </p>
                <p><Badge state={source.confidence.key()} word={words::deadlines::confidence(source.confidence)} /></p>
            }
        </>
    }
}
