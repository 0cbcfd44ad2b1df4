//! What is stored on this device, how much room it takes, and how to take it along or erase it.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{files, shelf};
use crate::case::Change;
use crate::storage::copy;
use crate::ui::parts::{Dialog, Heading, Keep, Meter, Notice, Tone};
use crate::ui::store::{Act, Action, State};
use crate::words;

/// What is stored on this device.
#[component]
pub fn Data() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
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
    html! {
        <div class="center stack">
            <Heading text="What is stored here" />
            <p>{ "Your cases stand in this browser, on this device. Nobody else has them, so nobody else can bring them back." }</p>
            <p class="live" role="status">{ (*said).clone() }</p>
            <Meter percent={state.percent} />
            <Keep />
            { for state.aside.iter().enumerate().map(|(at, aside)| {
                let save = {
                    let aside = aside.clone();
                    let said = said.clone();
                    Callback::from(move |_: MouseEvent| {
                        if let Err(error) = files::save("recourse-set-aside.txt", "text/plain", aside.text.as_bytes()) {
                            said.set(words::both(&error));
                        }
                    })
                };
                html! {
                    <Notice key={aside.key.clone()} id={format!("aside-{}", aside.key)} title={aside_title(at, state.aside.len())} tone={Tone::Warn}>
                        <p>{ words::both(&aside.why) }</p>
                        <button class="button" type="button" data-state="secondary" onclick={save}>{ "Save it as a file" }</button>
                    </Notice>
                }
            }) }
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

/// Several are told apart by their numbers.
fn aside_title(at: usize, of: usize) -> String {
    let title = "A stored text could not be read";
    if of > 1 { format!("{title} ({} of {of})", at + 1) } else { title.to_owned() }
}
