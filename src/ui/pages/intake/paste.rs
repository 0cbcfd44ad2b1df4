//! The letter's words: pasted, typed, or dropped as a text file.

use std::rc::Rc;

use yew::prelude::*;

use super::ScreenProps;
use crate::importers::letter::Looks;
use crate::intake::Intake;
use crate::storage::DraftKey;
use crate::ui::parts::{ErrorLine, ErrorSummary, Notice, TextDrop, Tone, words_in};
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
    let typed = {
        let (typed, key) = (act.desk.typed.clone(), key.clone());
        Callback::from(move |text: String| typed.emit((key.clone(), text)))
    };
    let onproblem = {
        let problem = problem.clone();
        Callback::from(move |said: String| problem.set(said))
    };
    let read = {
        let (area, problem, doubted) = (area.clone(), problem.clone(), doubted.clone());
        let (intake, ondone, done) = (props.intake.clone(), props.ondone.clone(), act.desk.done);
        Callback::from(move |_: MouseEvent| {
            let text = words_in(&area);
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
            <TextDrop id="letter-text" label="The words of the letter" hint={words::intake::CAMERA} first={(*first).clone()} {area}
                wrong={!problem.is_empty()} oninput={typed} {onproblem} />
            if state.saves() { <p>{ words::storage::KEEP_A_COPY }</p> }
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={read}>{ "Read the letter" }</button>
            </div>
        </>
    }
}
