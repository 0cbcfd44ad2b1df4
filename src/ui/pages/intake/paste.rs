//! The letter's words: pasted, typed, or dropped as a text file.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::ScreenProps;
use crate::browser::files;
use crate::importers::letter::Looks;
use crate::intake::Intake;
use crate::storage::DraftKey;
use crate::ui::parts::{ErrorLine, ErrorSummary, Notice, Tone};
use crate::ui::route::Route;
use crate::ui::store::{Act, State};
use crate::words;

/// The letter's words.
#[component]
pub fn Paste(props: &ScreenProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let today = state.today;
    let key = DraftKey { case: None, what: "letter".into() };
    let area = use_node_ref();
    let first = {
        let (read, key, text) = (act.desk.read.clone(), key.clone(), props.intake.text().to_owned());
        use_memo((), move |()| if text.is_empty() { read.emit(key).unwrap_or_default() } else { text })
    };
    let problem = use_state_eq(String::new);
    // A text that is no health letter is asked about once; the person may know better.
    let doubted = use_state_eq(|| None::<Rc<Intake>>);
    let over = use_state_eq(|| false);
    let typed = {
        let (typed, key) = (act.desk.typed.clone(), key.clone());
        Callback::from(move |text: String| typed.emit((key.clone(), text)))
    };
    let oninput = typed.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let take = {
        let (area, typed, problem) = (area.clone(), typed, problem.clone());
        move |file: web_sys::File| {
            let (area, typed, problem) = (area.clone(), typed.clone(), problem.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match files::read(&file).await {
                    Ok(text) => {
                        if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                            area.set_value(&text);
                        }
                        typed.emit(text);
                        problem.set(String::new());
                    }
                    Err(error) => problem.set(words::both(&error)),
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
    let read = {
        let (area, problem, doubted) = (area.clone(), problem.clone(), doubted.clone());
        let (intake, ondone, done) = (props.intake.clone(), props.ondone.clone(), act.desk.done);
        Callback::from(move |_: MouseEvent| {
            let text = area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
            if text.trim().is_empty() {
                problem.set("There are no words yet. Paste the letter\u{2019}s words into the box.".into());
                return;
            }
            match intake.read(&text, today) {
                Ok(next) if next.reading().is_some_and(|reading| reading.kind == Looks::NotHealth) => {
                    problem.set(String::new());
                    doubted.set(Some(Rc::new(next)));
                }
                Ok(next) => {
                    done.emit(key.clone());
                    ondone.emit(next);
                }
                Err(error) => problem.set(words::both(&error)),
            }
        })
    };
    let go_on = {
        let (doubted, ondone) = (doubted.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(next) = &*doubted {
                ondone.emit((**next).clone());
            }
        })
    };
    let lines = if problem.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLine { field: "letter-text".into(), text: (*problem).clone().into() }]
    };
    html! {
        <>
            <ErrorSummary {lines} />
            if doubted.is_some() {
                <Notice id="not-health" title="This does not look like a letter about health insurance" tone={Tone::Warn} role="alert">
                    <p>{ "Check that you copied the right one. If it is the right one, go on and type what it says." }</p>
                    <p class="cluster">
                        <button class="button" type="button" data-state="secondary" onclick={go_on}>{ "It is the right letter" }</button>
                        <a class="button" data-state="quiet" href={Route::NewTyped.href()}>{ "I have no letter" }</a>
                    </p>
                </Notice>
            }
            <div class="dropzone" data-state={over.then_some("over")} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}>
                <label class="dropzone__label" for="letter-text">{ "The words of the letter" }</label>
                <p class="dropzone__hint" id="letter-text-hint">{ words::intake::CAMERA }</p>
                <textarea ref={area} class="dropzone__text" id="letter-text" rows="10" spellcheck="false" aria-describedby="letter-text-hint"
                    aria-invalid={(!problem.is_empty()).then_some("true")} defaultvalue={(*first).clone()} {oninput} />
                <div class="dropzone__file-row">
                    <input class="dropzone__file visually-hidden" id="letter-file" type="file" accept=".txt,text/plain" onchange={onfile} />
                    <label class="dropzone__pick" for="letter-file">{ "Choose a text file" }</label>
                    <span class="dropzone__or">{ "or drop it here" }</span>
                </div>
            </div>
            if state.saves() { <p>{ words::storage::KEEP_A_COPY }</p> }
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={read}>{ "Read the letter" }</button>
            </div>
        </>
    }
}
