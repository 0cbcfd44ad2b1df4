//! A box for the words of a paper: pasted, typed, or taken from a text file that is chosen or dropped. Nothing leaves the
//! device.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser::files;
use crate::words;

/// The box and what stands in it at first.
#[derive(Properties, PartialEq)]
pub struct TextDropProps {
    /// The box's id.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// A hint; may be empty.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What stands in it at first.
    pub first: AttrValue,
    /// Whether something is wrong with the words.
    pub wrong: bool,
    /// The box itself: long words are read from it when they are wanted, not at every keystroke.
    pub area: NodeRef,
    /// Told the words at every keystroke, for drafts, and when a file was read.
    pub oninput: Callback<String>,
    /// Told why a file cannot be read.
    pub onproblem: Callback<String>,
}

/// What stands in the box now.
#[must_use]
pub fn words_in(area: &NodeRef) -> String {
    area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
}

/// A box for the words of a paper.
#[component]
pub fn TextDrop(props: &TextDropProps) -> Html {
    let over = use_state_eq(|| false);
    let oninput =
        props.oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let take = {
        let (area, typed, problem) = (props.area.clone(), props.oninput.clone(), props.onproblem.clone());
        move |file: web_sys::File| {
            let (area, typed, problem) = (area.clone(), typed.clone(), problem.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match files::read(&file).await {
                    Ok(text) => {
                        if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                            area.set_value(&text);
                        }
                        typed.emit(text);
                        problem.emit(String::new());
                    }
                    Err(error) => problem.emit(words::both(&error)),
                }
            });
        }
    };
    let onfile = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = files::chosen(&event) {
                take(file);
            }
        })
    };
    let drag = |now: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(now);
        })
    };
    let ondrop = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = files::dropped(&event) {
                take(file);
            }
        })
    };
    let (hint_id, file_id) = (format!("{}-hint", props.id), format!("{}-file", props.id));
    let described = (!props.hint.is_empty()).then(|| hint_id.clone());
    html! {
        <div class="dropzone" data-state={over.then_some("over")} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}>
            <label class="dropzone__label" for={props.id.clone()}>{ props.label.clone() }</label>
            if !props.hint.is_empty() {
                <p class="dropzone__hint" id={hint_id}>{ props.hint.clone() }</p>
            }
            <textarea ref={props.area.clone()} class="dropzone__text" id={props.id.clone()} rows="10" spellcheck="false" aria-describedby={described}
                aria-invalid={props.wrong.then_some("true")} defaultvalue={props.first.clone()} {oninput} />
            <div class="dropzone__file-row">
                <input class="dropzone__file visually-hidden" id={file_id.clone()} type="file" accept=".txt,text/plain" onchange={onfile} />
                <label class="dropzone__pick" for={file_id}>{ "Choose a text file" }</label>
                <span class="dropzone__or">{ "or drop it here" }</span>
            </div>
        </div>
    }
}
