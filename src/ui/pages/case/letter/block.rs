//! A part of a letter as it is read: every fact, quote and rule a button that opens its source.

use yew::prelude::*;

use super::source::Open;
use crate::paper::{Block, Line, Span};
use crate::ui::parts::{Icon, Sign};

/// The part, with what is open marked.
pub fn view_block(block: &Block, open: &Open, onopen: &Callback<Open>) -> Html {
    let line = |line: &Line| view_line(line, open, onopen);
    match block {
        Block::Address(lines) => html! {
            <address class="letter__to">{ for lines.iter().map(|one| html! { <>{ line(one) }<br /></> }) }</address>
        },
        Block::Standing(one) => html! { <p class="letter__date">{ line(one) }</p> },
        Block::Subject(rows) => html! {
            <dl class="letter__subject">
                { for rows.iter().map(|(label, value)| html! { <div><dt>{ format!("{label}:") }</dt>{ " " }<dd>{ line(value) }</dd></div> }) }
            </dl>
        },
        Block::Heading { line: one, .. } => html! { <h2 class="letter__heading">{ line(one) }</h2> },
        Block::Paragraph(one) => html! { <p class="letter__text">{ line(one) }</p> },
        Block::Quote(one) => html! { <blockquote class="letter__quote">{ line(one) }</blockquote> },
        Block::List { numbered: true, items } => {
            html! { <ol class="letter__list">{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ol> }
        }
        Block::List { numbered: false, items } => {
            html! { <ul class="letter__list">{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ul> }
        }
        Block::Table { head, rows } => html! {
            <div class="table" role="region" aria-label="Table in the letter" tabindex="0">
                <table class="table__grid">
                    <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| html! { <tr>{ for row.iter().map(|cell| html! { <td>{ line(cell) }</td> }) }</tr> }) }</tbody>
                </table>
            </div>
        },
        Block::Signature(one) => html! { <p class="letter__close">{ line(one) }</p> },
    }
}

fn view_line(line: &Line, open: &Open, onopen: &Callback<Open>) -> Html {
    line.iter().map(|span| view_span(span, open, onopen)).collect()
}

fn view_span(span: &Span, open: &Open, onopen: &Callback<Open>) -> Html {
    let button = |target: Open| {
        let expanded = (*open == target).to_string();
        let onclick = {
            let onopen = onopen.clone();
            Callback::from(move |_: MouseEvent| onopen.emit(target.clone()))
        };
        (expanded, onclick)
    };
    match span {
        Span::Plain(text) | Span::Own(text) => html! { { text } },
        Span::Fact(traced) => {
            let (expanded, onclick) = button(Open::Source(traced.clone()));
            html! { <button class="fact" type="button" aria-expanded={expanded} {onclick}>{ traced.text() }</button> }
        }
        Span::Quote(traced) => {
            let (expanded, onclick) = button(Open::Source(traced.clone()));
            html! {
                <span class="fact-quote">
                    <q class="fact-quote__words">{ traced.text() }</q>{ " " }
                    <button class="fact-quote__open" type="button" aria-expanded={expanded} {onclick}>
                        <span class="visually-hidden">{ "Where these words come from" }</span><Icon sign={Sign::Quote} />
                    </button>
                </span>
            }
        }
        Span::Law { text, rule } => {
            let (expanded, onclick) = button(Open::Law { text: text.clone(), rule: rule.clone() });
            html! { <button class="fact" type="button" aria-expanded={expanded} {onclick}>{ text }</button> }
        }
    }
}
