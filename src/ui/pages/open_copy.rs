//! Opening a copy that was saved outside the browser. A case that is here already is asked about, never overwritten.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::{clock, files, shelf};
use crate::case::Case;
use crate::paper::long_day;
use crate::storage::copy::{self, Opened};
use crate::ui::parts::{ErrorLine, ErrorSummary, Heading};
use crate::ui::route::Route;
use crate::ui::store::{Act, Action, State};
use crate::words;

/// Opening a copy.
#[component]
pub fn OpenCopy() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let problem = use_state_eq(String::new);
    let opened = use_state_eq(|| None::<Rc<Opened>>);
    let choose = {
        let (problem, opened) = (problem.clone(), opened.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (problem, opened) = (problem.clone(), opened.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let read = match files::read(&file).await {
                    Ok(text) => copy::read(&text).map_err(|error| words::both(&error)),
                    Err(error) => Err(words::both(&error)),
                };
                match read {
                    Ok(copy) => {
                        problem.set(String::new());
                        opened.set(Some(Rc::new(copy)));
                    }
                    Err(said) => {
                        opened.set(None);
                        problem.set(said);
                    }
                }
            });
        })
    };
    let here = |case: &Case| state.case(&case.id.0).is_some();
    let bring = |both: bool| {
        let (act, opened, state, problem) = (act.clone(), opened.clone(), state.clone(), problem.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(copy) = (*opened).clone() else { return };
            for case in copy.cases.iter().cloned() {
                let known = state.case(&case.id.0).is_some();
                let case = if known && both { copy::renamed(case, clock::fresh_id()) } else { case };
                if known && !both {
                    if let Err(error) = shelf::replace(&case) {
                        problem.set(words::both(&error));
                        return;
                    }
                    match shelf::load() {
                        Ok((loaded, percent)) => {
                            act.dispatcher.dispatch(Action::Erased(case.id.clone()));
                            act.dispatcher.dispatch(Action::Loaded { loaded: Box::new(loaded), percent });
                        }
                        Err(error) => act.dispatcher.dispatch(Action::NotKept(error.into())),
                    }
                } else {
                    act.dispatcher.dispatch(Action::Opened(Box::new(case)));
                }
            }
            act.go.emit(Route::Cases);
        })
    };
    let lines = if problem.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLine { field: "copy".into(), text: (*problem).clone().into() }]
    };
    html! {
        <div class="center stack">
            <Heading text="Open a copy" />
            <ErrorSummary {lines} />
            <div class="field" data-state={(!problem.is_empty()).then_some("wrong")}>
                <label class="field__label" for="copy">{ "Choose the file" }</label>
                <p class="field__hint" id="copy-hint">{ "It is called recourse-copy, with the day on which you saved it." }</p>
                <input class="field__input" id="copy" type="file" accept=".json,application/json" aria-describedby="copy-hint" onchange={choose} />
            </div>
            if state.saves() { <p>{ words::storage::KEEP_A_COPY }</p> }
            if let Some(copy) = &*opened {
                <section class="stack" aria-labelledby="found">
                    <h2 id="found">{ "In this copy" }</h2>
                    if let Some(day) = copy.saved_on {
                        <p>{ format!("Saved on {}.", long_day(day)) }</p>
                    }
                    <ul>{ for copy.cases.iter().map(|case| html! {
                        <li>
                            { words::cases::name(case) }
                            if here(case) {
                                { " (a case with the same origin is on this device already)" }
                            }
                        </li>
                    }) }</ul>
                    <div class="cluster">
                        if copy.cases.iter().any(here) {
                            <button class="button" type="button" data-state="primary" onclick={bring(true)}>{ "Keep both" }</button>
                            <button class="button" type="button" data-state="danger" onclick={bring(false)}>{ "Replace the one here with the copy" }</button>
                        } else {
                            <button class="button" type="button" data-state="primary" onclick={bring(true)}>{ "Open it" }</button>
                        }
                    </div>
                </section>
            }
        </div>
    }
}
