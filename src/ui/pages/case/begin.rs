//! The button that opens a letter of a case, or begins it.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::{Case, Change};
use crate::civil::Date;
use crate::kinds::LetterKind;
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// The letter to which the button leads, and how the button looks.
#[derive(Properties, PartialEq)]
pub struct LetterButtonProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// Which letter.
    pub kind: LetterKind,
    /// `primary` or `secondary`.
    pub state: &'static str,
    /// Whether the letter's name is what the button says, or only what it says to those who cannot see where it stands.
    #[prop_or(true)]
    pub named: bool,
}

/// The button that opens a letter, or begins it.
#[component]
pub fn LetterButton(props: &LetterButtonProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let LetterButtonProps { case, today, kind, state, named } = props;
    let name = words::steps::letter(*kind);
    let say = |plain: &str, verb: &str| {
        if *named {
            html! { { format!("{verb}: {name}") } }
        } else {
            html! { <>{ plain }<span class="visually-hidden">{ format!(" ({name})") }</span></> }
        }
    };
    if let Some(letter) = case.letters.iter().find(|letter| letter.kind == *kind) {
        let href = Route::Letter { id: case.id.0.clone(), letter: letter.number.0 }.href();
        return html! { <a class="button" data-state={*state} {href}>{ say("Open the letter", "Open") }</a> };
    }
    let onclick = {
        let (case, kind, today) = (case.clone(), *kind, *today);
        Callback::from(move |_: MouseEvent| {
            let letter = case.next_number;
            if act.change(&case, today, vec![Change::LetterBegun { kind, about_call: None }]).is_ok() {
                act.go.emit(Route::Letter { id: case.id.0.clone(), letter });
            }
        })
    };
    html! { <button class="button" type="button" data-state={*state} {onclick}>{ say("Write the letter", "Write") }</button> }
}
