//! The box for a policy's words, and its name.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::{Case, Change, Document, Number, grid};
use crate::civil::Date;
use crate::kinds::PaperKind;
use crate::storage::DraftKey;
use crate::ui::parts::{ErrorLine, ErrorSummary, Field, TextDrop, words_in};
use crate::ui::store::Act;
use crate::words;

/// The case and the day.
#[derive(Properties, PartialEq)]
pub struct PasteProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// Told what was done.
    pub tell: Callback<String>,
}

/// The box for a policy's words.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let key = DraftKey { case: Some(props.case.id.clone()), what: "criteria".into() };
    let area = use_node_ref();
    let title = use_state_eq(String::new);
    let problem = use_state_eq(String::new);
    let first = {
        let (read, key) = (act.desk.read.clone(), key.clone());
        use_memo((), move |()| read.emit(key).unwrap_or_default())
    };
    let oninput = {
        let key = key.clone();
        act.desk.typed.reform(move |text: String| (key.clone(), text))
    };
    let onproblem = {
        let problem = problem.clone();
        Callback::from(move |said: String| problem.set(said))
    };
    let ontitle = {
        let title = title.clone();
        Callback::from(move |text: String| title.set(text))
    };
    let split = {
        let (act, case, today, tell) = (act.clone(), props.case.clone(), props.today, props.tell.clone());
        let (area, title, problem) = (area.clone(), title.clone(), problem.clone());
        Callback::from(move |_: MouseEvent| {
            let text = words_in(&area);
            if text.trim().is_empty() {
                problem.set("The box is empty. Paste the words of the policy into it.".into());
                return;
            }
            let name = if title.trim().is_empty() { "The plan\u{2019}s criteria" } else { title.trim() };
            let document = Number(case.next_number);
            let pieces = grid::read(&text);
            let count = pieces.iter().filter(|piece| piece.kind == grid::Kind::Criterion).count();
            let paper = Document {
                number: document,
                kind: PaperKind::Criteria,
                title: name.to_owned(),
                dated: None,
                added: today,
                text,
            };
            let changes = vec![Change::DocumentAdded(paper), Change::CriteriaSplit { document, pieces }];
            match act.change(&case, today, changes) {
                Ok(()) => {
                    act.desk.done.emit(key.clone());
                    if let Some(area) = area.cast::<web_sys::HtmlTextAreaElement>() {
                        area.set_value("");
                    }
                    title.set(String::new());
                    problem.set(String::new());
                    tell.emit(format!("Split. Points found: {count}."));
                    crate::browser::page::focus("h1");
                }
                Err(refusal) => problem.set(words::both(&refusal)),
            }
        })
    };
    let lines = match problem.as_str() {
        "" => Vec::new(),
        said => vec![ErrorLine { field: "criteria-text".into(), text: said.to_owned().into() }],
    };
    html! {
        <section class="stack" aria-labelledby="paste">
            <h2 id="paste">{ if props.case.grids.is_empty() { "Paste the policy" } else { "Paste another policy" } }</h2>
            <ErrorSummary {lines} />
            <TextDrop id="criteria-text" label="The words of the policy" hint="Copy them from the policy or the letter. Take the part that says when the care is covered."
                first={(*first).clone()} {area} wrong={!problem.is_empty()} {oninput} {onproblem} />
            <Field id="criteria-title" label="What is it called?" hint="For example: medical policy 7.02 on knee imaging" value={(*title).clone()} onchange={ontitle} />
            <p><button class="button" type="button" data-state="primary" onclick={split}>{ "Split it into points" }</button></p>
        </section>
    }
}
