//! One page for the clinician's office: shown as it prints, and taken along as PDF, text or print.

use yew::prelude::*;

use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use crate::browser::{files, page, worker};
use crate::kinds::{Field, LetterKind};
use crate::letters;
use crate::packet::Request;
use crate::paper::{Block, Line, line_text};
use crate::rulebook;
use crate::ui::parts::{DISCLAIMER, Heading, Here, Notice, Tone};
use crate::ui::route::Route;
use crate::words;

/// One page for the clinician's office.
#[component]
pub fn KitPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let said = use_state_eq(String::new);
    let busy = use_state_eq(|| false);
    let criteria = Route::Criteria { id: case.id.0.clone() }.href();
    let paper = match letters::kit::of(case, rulebook::book(), *today) {
        Ok(paper) => paper,
        Err(refused) => {
            return html! {
                <CaseFrame case={case.clone()} here={Here::Papers}>
                    <Heading text="One page for the doctor\u{2019}s office" />
                    <Notice id="kit-refused" title="This page cannot be written yet" tone={Tone::Warn}>
                        <p>{ format!("Why: {refused}. {}", refused.now()) }</p>
                        <p><a class="button" data-state="primary" href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add what you know" }</a></p>
                    </Notice>
                </CaseFrame>
            };
        }
    };
    let name = format!("doctors-office-{today}");
    let as_text = {
        let (text, name, said) = (paper.text(), name.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            said.set(match files::save(&format!("{name}.txt"), "text/plain", text.as_bytes()) {
                Ok(()) => "The page is in your downloads as text.".into(),
                Err(error) => words::both(&error),
            });
        })
    };
    let pdf = {
        let (paper, name, said, busy) = (paper.clone(), name.clone(), said.clone(), busy.clone());
        let author = case.text(Field::Patient).map(|fact| fact.value.to_owned());
        Callback::from(move |_: MouseEvent| {
            let request = Request::letter(&paper, author.clone());
            let (name, said, busy) = (name.clone(), said.clone(), busy.clone());
            busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match worker::build(&request).await {
                    Ok(packet) => match files::save(&format!("{name}.pdf"), "application/pdf", &packet.bytes) {
                        Ok(()) => words::packet::made(&packet),
                        Err(error) => words::both(&error),
                    },
                    Err(error) => words::both(&error),
                });
                busy.set(false);
            });
        })
    };
    let print = {
        let said = said.clone();
        Callback::from(move |_: MouseEvent| {
            if !page::print() {
                said.set("The browser did not print. Save the PDF and print that.".into());
            }
        })
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="One page for the doctor\u{2019}s office" />
            <p>{ "An office has little time. This page asks only what it can answer in five minutes, and says by when. Hand it over with the request, or fax it." }</p>
            <p class="cluster">
                <a class="button" data-state="secondary" href={criteria}>{ "The plan\u{2019}s criteria, point by point" }</a>
                <LetterButton case={case.clone()} today={*today} kind={LetterKind::L53} state="secondary" />
                <LetterButton case={case.clone()} today={*today} kind={LetterKind::L59} state="secondary" />
            </p>
            <article class="letter" aria-label={paper.title.clone()}>
                { for paper.parts.iter().map(|part| html! { <div key={part.key.clone()} class="letter__paragraph">{ block(&part.key, &part.block) }</div> }) }
            </article>
            <p class="disclaimer">{ DISCLAIMER }</p>
            <section class="stack" aria-labelledby="take">
                <h2 id="take">{ "Take the page with you" }</h2>
                <div class="cluster">
                    <button class="button" type="button" data-state="primary" aria-busy={busy.then_some("true")} onclick={pdf}>
                        { if *busy { "Making the PDF\u{2026}" } else { "Save as PDF" } }
                    </button>
                    <button class="button" type="button" data-state="secondary" onclick={as_text}>{ "Save as text" }</button>
                    <button class="button" type="button" data-state="secondary" onclick={print}>{ "Print" }</button>
                </div>
                <p class="live" role="status">{ (*said).clone() }</p>
            </section>
        </CaseFrame>
    }
}

/// A part of the page as it is read on a screen.
fn block(key: &str, block: &Block) -> Html {
    let text = |line: &Line| line_text(line);
    match block {
        Block::Address(lines) => {
            html! { <address class="letter__to">{ for lines.iter().map(|line| html! { <>{ text(line) }<br /></> }) }</address> }
        }
        Block::Subject(rows) => html! {
            <dl class="letter__subject">
                { for rows.iter().map(|(label, value)| html! { <div><dt>{ format!("{label}:") }</dt>{ " " }<dd>{ text(value) }</dd></div> }) }
            </dl>
        },
        Block::Heading { line, .. } => html! { <h2 class="letter__heading">{ text(line) }</h2> },
        Block::Quote(line) => html! { <blockquote class="letter__quote">{ text(line) }</blockquote> },
        Block::Standing(line) | Block::Paragraph(line) | Block::Signature(line) => {
            html! { <p class="letter__text">{ text(line) }</p> }
        }
        Block::List { numbered: true, items } => {
            html! { <ol class="letter__list">{ for items.iter().map(|item| html! { <li>{ text(item) }</li> }) }</ol> }
        }
        Block::List { numbered: false, items } => {
            html! { <ul class="letter__list">{ for items.iter().map(|item| html! { <li>{ text(item) }</li> }) }</ul> }
        }
        Block::Table { head, rows } => html! {
            <div class="table" data-narrow="stacked" role="region" aria-label={format!("Points, {key}")} tabindex="0">
                <table class="table__grid">
                    <caption class="table__caption visually-hidden">{ "Points of the criteria" }</caption>
                    <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>
                        { for rows.iter().map(|row| html! {
                            <tr>{ for row.iter().zip(head).enumerate().map(|(at, (cell, name))| if at == 0 {
                                html! { <th scope="row">{ text(cell) }</th> }
                            } else {
                                html! { <td data-label={name.clone()}>{ text(cell) }</td> }
                            }) }</tr>
                        }) }
                    </tbody>
                </table>
            </div>
        },
    }
}
