//! What the person adds to a letter and leaves out of it: own paragraphs, another order, parts to put back.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::page;
use crate::case::{Case, Change, Letter};
use crate::civil::Date;
use crate::letters::edit;
use crate::paper::Paper;
use crate::storage::DraftKey;
use crate::ui::parts::{Entry, Field};
use crate::ui::store::Act;

/// The letter.
#[derive(Properties, PartialEq)]
pub struct OwnProps {
    /// Its case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// The letter.
    pub letter: Rc<Letter>,
    /// The letter before all edits.
    pub first: Rc<Paper>,
    /// Whether the parts are being put into another order.
    pub moving: bool,
    /// Told whether they are.
    pub onmoving: Callback<bool>,
    /// Told of a part added or put back: what happened, and where the focus goes when it is drawn.
    pub onmoved: Callback<(String, String)>,
}

/// Adding a paragraph, moving, and putting back.
#[component]
pub fn Own(props: &OwnProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let key = DraftKey { case: Some(props.case.id.clone()), what: format!("letter-{}-own-new", props.letter.number.0) };
    let typed = {
        let (read, key) = (act.desk.read.clone(), key.clone());
        use_state_eq(move || read.emit(key))
    };
    let open = typed.is_some();
    // Given up, the focus goes back to the button; added, it goes to the new paragraph.
    let given_up = use_mut_ref(|| false);
    {
        let given_up = given_up.clone();
        use_effect_with(open, move |open| {
            if *open {
                page::focus("#own-new");
            } else if given_up.take() {
                page::focus("#own-add");
            }
        });
    }
    let ongiveup = Callback::from(move |()| {
        given_up.replace(true);
    });
    let start = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| typed.set(Some(String::new())))
    };
    let onmoving = {
        let (moving, told) = (props.moving, props.onmoving.clone());
        Callback::from(move |_: MouseEvent| told.emit(!moving))
    };
    html! {
        <div class="stack" data-gap="small">
            if let Some(text) = (*typed).clone() {
                { adding(props, &act, &key, &typed, text, ongiveup) }
            }
            <div class="cluster">
                if !open {
                    <button class="button" id="own-add" type="button" data-state="secondary" onclick={start}>{ "Add a paragraph of your own" }</button>
                }
                <button class="button" type="button" data-state="quiet" aria-pressed={props.moving.to_string()} onclick={onmoving}>
                    { "Put the paragraphs in another order" }
                </button>
            </div>
            { left_out(props, &act) }
        </div>
    }
}

fn adding(
    props: &OwnProps,
    act: &Act,
    key: &DraftKey,
    typed: &UseStateHandle<Option<String>>,
    text: String,
    ongiveup: Callback<()>,
) -> Html {
    let oninput = {
        let (typed, key, told) = (typed.clone(), key.clone(), act.desk.typed.clone());
        Callback::from(move |text: String| {
            told.emit((key.clone(), text.clone()));
            typed.set(Some(text));
        })
    };
    let close = {
        let (act, typed, key) = (act.clone(), typed.clone(), key.clone());
        Callback::from(move |()| {
            act.desk.done.emit(key.clone());
            typed.set(None);
        })
    };
    let add = {
        let (act, case, today, text) = (act.clone(), props.case.clone(), props.today, text.trim().to_owned());
        let (letter, part) = (props.letter.number, edit::next_own(&props.letter));
        let links = edit::links(&part, &text, &props.first);
        let (close, told) = (close.clone(), props.onmoved.clone());
        Callback::from(move |_: MouseEvent| {
            let change = Change::PartEdited { letter, part: part.clone(), text: text.clone(), links: links.clone() };
            if !text.is_empty() && act.change(&case, today, vec![change]).is_ok() {
                told.emit(("Your paragraph stands before the last sentence.".to_owned(), format!("#edit-{part}")));
                close.emit(());
            }
        })
    };
    let cancel = close.reform(move |_: MouseEvent| ongiveup.emit(()));
    html! {
        <>
            <Field id="own-new" label="A paragraph of your own" entry={Entry::Lines(5)} value={text} onchange={oninput.clone()}
                hint="These words are your own statement. Numbers, dates and amounts that match none of your facts are listed before you send."
                oninput={Some(oninput)} />
            <div class="cluster">
                <button class="button" type="button" data-state="secondary" onclick={add}>{ "Add it to the letter" }</button>
                <button class="button" type="button" data-state="quiet" onclick={cancel}>{ "Cancel" }</button>
            </div>
        </>
    }
}

/// What was left out, each with the words that it has when it is put back.
fn left_out(props: &OwnProps, act: &Act) -> Html {
    let out = edit::left_out(&props.letter, &props.first);
    if out.is_empty() {
        return Html::default();
    }
    let back = |part: &str| {
        let (act, case, today, told) = (act.clone(), props.case.clone(), props.today, props.onmoved.clone());
        let (letter, part) = (props.letter.number, part.to_owned());
        Callback::from(move |_: MouseEvent| {
            if act.change(&case, today, vec![Change::PartPutBack { letter, part: part.clone() }]).is_ok() {
                told.emit(("It is in the letter again.".to_owned(), format!("#edit-{part}")));
            }
        })
    };
    html! {
        <section class="stack" data-gap="small" aria-labelledby="left-out">
            <h2 id="left-out" tabindex="-1">{ "Left out of the letter" }</h2>
            <ul class="case-list">
                { for out.iter().map(|out| html! {
                    <li class="case-list__item" key={out.part.clone()}>
                        <p class="letter__text">{ out.words.clone() }</p>
                        <div><button class="button" type="button" data-state="quiet" onclick={back(&out.part)}>
                            { "Put it back" }<span class="visually-hidden">{ format!(" ({})", start_of(&out.words)) }</span>
                        </button></div>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// The first words, by which a part is told from others.
fn start_of(words: &str) -> String {
    words.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}
