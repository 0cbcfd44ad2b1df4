//! What is stored on this device, how much room it takes, and how to take it along or erase it.

mod set_aside;

use std::rc::Rc;

use yew::prelude::*;

use self::set_aside::SetAside;
use crate::browser::{files, page, shelf};
use crate::case::Change;
use crate::storage::copy;
use crate::ui::parts::{Dialog, Heading, Keep, Meter};
use crate::ui::store::{Act, Action, State};
use crate::words;

/// Whether the browser has promised to keep what is stored; nothing until it has answered.
#[hook]
fn use_promise() -> UseStateHandle<Option<bool>> {
    let promised = use_state_eq(|| None);
    {
        let promised = promised.clone();
        use_effect_with((), move |()| {
            yew::platform::spawn_local(async move { promised.set(Some(page::is_kept().await)) });
        });
    }
    promised
}

/// What is stored on this device.
#[component]
pub fn Data() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let promised = use_promise();
    let asking = use_state_eq(|| false);
    let said = use_state_eq(String::new);
    let save = {
        let (act, state, said) = (act.clone(), state.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            // The example is no case of the person's.
            let own = || state.cases.iter().map(|held| &held.case).filter(|case| !case.is_example());
            let cases = own().map(|case| &**case);
            let copy = copy::write(cases, state.today);
            if let Err(error) = files::save(&copy::file_name(state.today), "application/json", copy.as_bytes()) {
                said.set(words::both(&error));
                return;
            }
            for case in own() {
                // The day of the copy is part of the case; nothing can refuse it.
                let _ = act.change(case, state.today, vec![Change::CopySaved]);
            }
        })
    };
    let ask = {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let keep = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(false))
    };
    let erase = {
        let (asking, act, said) = (asking.clone(), act, said.clone());
        Callback::from(move |()| {
            act.desk.forget.emit(None);
            said.set(match shelf::erase_everything() {
                Ok(()) => {
                    act.dispatcher.dispatch(Action::ErasedAll);
                    "Everything is erased from this device.".into()
                }
                Err(error) => words::both(&error),
            });
            asking.set(false);
        })
    };
    let onsaid = {
        let said = said.clone();
        Callback::from(move |words: String| said.set(words))
    };
    html! {
        <div class="center stack">
            <Heading text="What is stored here" />
            <p>{ "Your cases stand in this browser, on this device. Nobody else has them, so nobody else can bring them back." }</p>
            <p class="live" role="status">{ (*said).clone() }</p>
            <Meter percent={state.percent} />
            if state.saves() { <Keep /> }
            if let Some(promised) = *promised {
                <p>{ words::storage::promise(promised) }</p>
            }
            <SetAside {onsaid} />
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={save}>{ "Save a copy of all cases" }</button>
                <button class="button" type="button" data-state="danger" onclick={ask}>{ "Erase everything" }</button>
            </div>
            if *asking {
                <Dialog id="erase-all" title="Erase everything?" keep="Keep it all" go="Erase everything" onkeep={keep} ongo={erase}>
                    <p>{ format!("All cases ({}), drafts and set-aside texts are erased from this device at once and for good.", state.cases.len()) }</p>
                </Dialog>
            }
        </div>
    }
}
