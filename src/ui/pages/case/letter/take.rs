//! The ways to take a letter along: PDF, text, print, copy.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{files, page, worker};
use crate::case::{Case, Letter};
use crate::civil::Date;
use crate::kinds::Field as FactField;
use crate::letters::Draft;
use crate::packet::Request;
use crate::words;

/// The letter to take along.
#[derive(Properties, PartialEq)]
pub struct TakeProps {
    /// Its case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// The letter.
    pub letter: Letter,
    /// The letter as it stands.
    pub draft: Rc<Draft>,
}

/// The ways to take the letter along: PDF, text, print, copy.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let said = use_state_eq(String::new);
    let busy = use_state_eq(|| false);
    let text = props.draft.paper.text();
    let name = format!("{}-{}", props.letter.kind.key(), props.today);
    let as_text = {
        let (text, name, said) = (text.clone(), name.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            said.set(match files::save(&format!("{name}.txt"), "text/plain", text.as_bytes()) {
                Ok(()) => "The letter is in your downloads as text.".into(),
                Err(error) => words::both(&error),
            });
        })
    };
    let copy = {
        let (text, said) = (text.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match files::copy(&text).await {
                    Ok(()) => "Copied. Paste it into the plan\u{2019}s portal.".into(),
                    Err(error) => words::both(&error),
                });
            });
        })
    };
    let pdf = {
        let (draft, name, said, busy) = (props.draft.clone(), name.clone(), said.clone(), busy.clone());
        let author = props.case.text(FactField::Patient).map(|fact| fact.value.to_owned());
        Callback::from(move |_: MouseEvent| {
            let request = Request::letter(&draft.paper, author.clone());
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
        <section class="stack" aria-labelledby="take">
            <h2 id="take">{ "Take the letter with you" }</h2>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" aria-busy={busy.then_some("true")} onclick={pdf}>
                    { if *busy { "Making the PDF\u{2026}" } else { "Save as PDF" } }
                </button>
                <button class="button" type="button" data-state="secondary" onclick={as_text}>{ "Save as text" }</button>
                <button class="button" type="button" data-state="secondary" onclick={copy}>{ "Copy for a portal" }</button>
                <button class="button" type="button" data-state="secondary" onclick={print}>{ "Print" }</button>
            </div>
            <p class="live" role="status">{ (*said).clone() }</p>
        </section>
    }
}
