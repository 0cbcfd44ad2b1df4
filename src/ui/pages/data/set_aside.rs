//! Stored texts that this page cannot read: each offered as a file, and those that were set aside can be erased.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{files, shelf};
use crate::storage::Error;
use crate::storage::saving::Aside;
use crate::ui::parts::{Dialog, Notice, Tone};
use crate::ui::store::{Act, Action, State};
use crate::words;

/// What is told of an action.
#[derive(Properties, PartialEq)]
pub struct SetAsideProps {
    /// Told what became of an action, for the person.
    pub onsaid: Callback<String>,
}

/// Stored texts that cannot be read; nothing when there are none.
#[component]
pub fn SetAside(props: &SetAsideProps) -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let erasing = use_state_eq(|| None::<Aside>);
    let of = state.aside.len();
    let one = |(number, aside): (usize, &Aside)| {
        let save = {
            let (aside, said) = (aside.clone(), props.onsaid.clone());
            Callback::from(move |_: MouseEvent| {
                if let Err(error) = files::save("recourse-set-aside.txt", "text/plain", aside.text.as_bytes()) {
                    said.emit(words::both(&error));
                }
            })
        };
        let ask = {
            let (erasing, aside) = (erasing.clone(), aside.clone());
            Callback::from(move |_: MouseEvent| erasing.set(Some(aside.clone())))
        };
        let said = words::storage::aside(&aside.why);
        let which = format!(" (text {number} of {of})");
        // A newer page will read its own text, so only what no page reads is offered to be erased.
        let is_newer = matches!(aside.why, Error::Newer { .. });
        html! {
            <Notice key={aside.key.clone()} id={format!("aside-{number}")} title={said.what} tone={Tone::Warn}>
                <p>{ said.now }</p>
                <p class="cluster">
                    <button class="button" type="button" data-state="secondary" onclick={save}>
                        { "Save it as a file" }<span class="visually-hidden">{ which.clone() }</span>
                    </button>
                    if !is_newer {
                        <button class="button" type="button" data-state="quiet" onclick={ask}>
                            { "Erase it" }<span class="visually-hidden">{ which }</span>
                        </button>
                    }
                </p>
            </Notice>
        }
    };
    let keep = {
        let erasing = erasing.clone();
        Callback::from(move |()| erasing.set(None))
    };
    let erase = {
        let (erasing, said) = (erasing.clone(), props.onsaid.clone());
        Callback::from(move |()| {
            let Some(aside) = (*erasing).clone() else { return };
            said.emit(match shelf::erase_aside(&aside) {
                Ok((loaded, percent)) => {
                    act.dispatcher.dispatch(Action::Loaded { loaded: Box::new(loaded), percent });
                    words::storage::ERASED.to_owned()
                }
                Err(error) => words::both(&error),
            });
            erasing.set(None);
        })
    };
    html! {
        <>
            { for (1..).zip(&state.aside).map(one) }
            if erasing.is_some() {
                <Dialog id="erase-aside" title="Erase this text?" keep="Keep it" go="Erase it" onkeep={keep} ongo={erase}>
                    <p>{ "The text that could not be read is erased from this device at once and for good." }</p>
                </Dialog>
            }
        </>
    }
}
