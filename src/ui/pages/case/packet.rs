//! The packet: cover, letter, list of the papers named, and chronology, as one PDF.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::{CaseFrame, CaseProps};
use crate::browser::{files, worker};
use crate::case::Letter;
use crate::kinds::Field;
use crate::letters;
use crate::options;
use crate::packet::{Request, Role, contents};
use crate::rulebook;
use crate::ui::parts::{DISCLAIMER, Empty, Heading, Here, Sign};
use crate::ui::route::Route;
use crate::words;

/// The packet.
#[component]
pub fn PacketPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let said = use_state_eq(String::new);
    let busy = use_state_eq(|| false);
    // The options are nobody's business but the person's own: they come in only when asked for.
    let own = use_state_eq(|| false);
    let letter: Option<&Letter> = case.letters.iter().rev().find(|letter| letter.about_call.is_none());
    let Some(letter) = letter else {
        let letters = Route::Letters { id: case.id.0.clone() }.href();
        return html! {
            <CaseFrame case={case.clone()} here={Here::Papers}>
                <Heading text="The packet" />
                <Empty id="no-letter" sign={Sign::Letters} title="Write the letter first"
                    text="The packet puts your letter, a list of the papers and what happened so far into one file.">
                    <a class="button" data-state="primary" href={letters}>{ "Go to the letters" }</a>
                </Empty>
            </CaseFrame>
        };
    };
    let draft = letters::draft(letter, case, rulebook::book(), *today);
    let author = case.text(Field::Patient).map(|fact| fact.value.to_owned());
    let title = format!("Packet: {}", draft.paper.title);
    let mut papers = vec![
        (Role::Cover, contents::cover(case, rulebook::book(), *today)),
        (Role::Letter, draft.paper),
        (Role::Documents, contents::documents_named(case, *today)),
        (Role::Chronology, contents::chronology(case, *today)),
    ];
    let mut name = format!("packet-{today}.pdf");
    if *own {
        let ways = options::of(case, rulebook::book(), *today, None);
        papers.push((Role::Options, words::options::paper(&ways, case, *today)));
        name = format!("my-copy-{today}.pdf");
    }
    let request = Request::packet(author, title, *today, papers);
    let onown = {
        let own = own.clone();
        Callback::from(move |event: Event| own.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let make = {
        let (said, busy) = (said.clone(), busy.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, busy, name, request) = (said.clone(), busy.clone(), name.clone(), request.clone());
            busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match worker::build(&request).await {
                    Ok(packet) => match files::save(&name, "application/pdf", &packet.bytes) {
                        Ok(()) => words::packet::made(&packet),
                        Err(error) => words::both(&error),
                    },
                    Err(error) => words::both(&error),
                });
                busy.set(false);
            });
        })
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="The packet" />
            <p>{ "One PDF to mail, fax or upload. Every page is numbered, so that nobody can lose one without your knowing." }</p>
            <ol>
                <li>{ "A cover page with your name, your numbers and what you ask for" }</li>
                <li>{ words::steps::letter(letter.kind) }</li>
                <li>{ "A list of the papers that go with it" }</li>
                <li>{ "What happened so far: calls, letters and dates" }</li>
            </ol>
            <p>{ "Put copies of your papers behind it, in the order of the list." }</p>
            <ul class="task-list">
                <li class="task-list__item">
                    <input class="task-list__check" type="checkbox" id="own-copy" checked={*own} aria-describedby="own-copy-why" onchange={onown} />
                    <label class="task-list__name" for="own-copy">{ "Make it my own copy, with my options at the end" }</label>
                    <div class="task-list__why" id="own-copy-why"><p>{ "The options say what you can pay and what you may agree to. Leave them out of what you send." }</p></div>
                </li>
            </ul>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" aria-busy={busy.then_some("true")} onclick={make}>
                    { if *busy { "Making the PDF\u{2026}" } else { "Make the packet" } }
                </button>
                <a class="button" data-state="secondary" href={Route::Letter { id: case.id.0.clone(), letter: letter.number.0 }.href()}>{ "Read the letter again" }</a>
            </div>
            <p class="live" role="status">{ (*said).clone() }</p>
            <p class="disclaimer">{ DISCLAIMER }</p>
        </CaseFrame>
    }
}
