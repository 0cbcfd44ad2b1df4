//! All cases on this device, each with its next date, its copy, and the way to erase it.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{files, shelf};
use crate::case::{Case, CaseId, Change};
use crate::deadlines;
use crate::paper::long_day;
use crate::rulebook;
use crate::storage::copy;
use crate::ui::parts::{Badge, Dialog, Empty, Heading, Keep, Notice, Sign, Tone, standing_key};
use crate::ui::route::Route;
use crate::ui::store::{Act, Action, State};
use crate::words;

/// All cases on this device.
#[component]
pub fn Cases() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let erasing = use_state_eq(|| None::<CaseId>);
    let said = use_state_eq(String::new);
    let row = |case: &Rc<Case>| {
        let save = {
            let (act, case, today, said) = (act.clone(), case.clone(), state.today, said.clone());
            Callback::from(move |_: MouseEvent| {
                let copy = copy::write([&*case], today);
                if let Err(error) = files::save(&copy::file_name(today), "application/json", copy.as_bytes()) {
                    said.set(words::both(&error));
                    return;
                }
                // The day of the copy is part of the case; nothing can refuse it.
                let _ = act.change(&case, today, vec![Change::CopySaved]);
            })
        };
        let erase = {
            let (erasing, id) = (erasing.clone(), case.id.clone());
            Callback::from(move |_: MouseEvent| erasing.set(Some(id.clone())))
        };
        let dates = deadlines::of(case, rulebook::book(), state.today);
        let name = words::cases::name(case);
        html! {
            <li key={case.id.0.clone()} class="case-list__item">
                <a class="case-list__name" href={Route::Next { id: case.id.0.clone() }.href()}>{ name.clone() }</a>
                <p class="case-list__about">{ words::cases::about(case) }</p>
                <p class="case-list__next">
                    if let Some(next) = dates.next_mine() {
                        <Badge state={standing_key(next.standing)} word={words::deadlines::standing(next.standing)} />
                        { format!(" {}", words::deadlines::title(next)) }
                        if let Some(when) = next.when.value() { { format!(": {}", long_day(when.aim_for)) } }
                    } else {
                        <Badge state="unknown" word="Date not known" />
                    }
                </p>
                <p class="case-list__copy">{ words::storage::last_copy(case.copied) }</p>
                <div class="cluster">
                    <button class="button" type="button" data-state="secondary" onclick={save}>
                        { "Save a copy" }<span class="visually-hidden">{ format!(" of {name}") }</span>
                    </button>
                    <button class="button" type="button" data-state="quiet" onclick={erase}>
                        { "Erase" }<span class="visually-hidden">{ format!(" {name}") }</span>
                    </button>
                </div>
            </li>
        }
    };
    let keep = {
        let erasing = erasing.clone();
        Callback::from(move |()| erasing.set(None))
    };
    let erase = {
        let (erasing, act, said) = (erasing.clone(), act.clone(), said.clone());
        Callback::from(move |()| {
            let Some(id) = (*erasing).clone() else { return };
            act.desk.forget.emit(Some(id.clone()));
            said.set(match shelf::erase_case(&id) {
                Ok(()) => {
                    act.dispatcher.dispatch(Action::Erased(id));
                    // Words that found no room before may find some now.
                    act.desk.again.emit(());
                    "The case is erased.".into()
                }
                Err(error) => words::both(&error),
            });
            erasing.set(None);
        })
    };
    let asked = (*erasing).clone().and_then(|id| state.case(&id.0));
    html! {
        <div class="center stack">
            <Heading text="Your cases" />
            <p class="live" role="status">{ (*said).clone() }</p>
            { set_aside(&state) }
            if state.cases.is_empty() {
                <Empty id="no-cases" sign={Sign::Letters} title="No cases yet"
                    text="A case begins with the letter that said no, or with what they told you.">
                    <a class="button" data-state="primary" href={Route::Home.href()}>{ "Begin" }</a>
                </Empty>
            } else {
                <ul class="case-list">{ for state.cases.iter().rev().map(|held| row(&held.case)) }</ul>
                <p class="cluster">
                    <a class="button" data-state="primary" href={Route::NewLetter.href()}>{ "Begin another case" }</a>
                </p>
            }
            <p class="cluster">
                <a class="button" data-state="quiet" href={Route::OpenCopy.href()}>{ "Open a copy" }</a>
                <a class="button" data-state="quiet" href={Route::Data.href()}>{ "What is stored here" }</a>
            </p>
            <Keep />
            if let Some(case) = asked {
                <Dialog id="erase" title="Erase this case?" keep="Keep it" go="Erase it" onkeep={keep} ongo={erase}>
                    <p>{ format!("\u{201c}{}\u{201d} is erased from this device at once and for good. {}.", words::cases::name(&case), words::storage::last_copy(case.copied)) }</p>
                </Dialog>
            }
        </div>
    }
}

/// Says that there are texts that could not be read, and where they are.
fn set_aside(state: &State) -> Html {
    if state.aside.is_empty() {
        return Html::default();
    }
    html! {
        <Notice id="set-aside" title={words::storage::SET_ASIDE} tone={Tone::Warn}>
            <p>{ "It is kept, whole. " }<a href={Route::Data.href()}>{ "See it and save it as a file" }</a></p>
        </Notice>
    }
}
