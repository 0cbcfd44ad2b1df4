//! A part of a letter with its tools: put into own words, moved, left out; and a fact that changed offered anew.

use std::rc::Rc;

use yew::prelude::*;

use super::block::view_block;
use super::source::Open;
use crate::browser::page;
use crate::case::{Case, Change, Letter};
use crate::civil::Date;
use crate::letters::WeakPoint;
use crate::letters::edit::{self, Stale, Way};
use crate::paper::{Paper, Part};
use crate::storage::DraftKey;
use crate::ui::parts::{Entry, Field, Icon, Sign};
use crate::ui::store::Act;
use crate::words;

/// A part and the letter around it.
#[derive(Properties, PartialEq)]
pub struct PartViewProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// The letter.
    pub letter: Rc<Letter>,
    /// The letter before all edits.
    pub first: Rc<Paper>,
    /// The letter as it stands.
    pub paper: Rc<Paper>,
    /// Which part of it, from 0.
    pub at: usize,
    /// The part.
    pub part: Part,
    /// Its facts that changed in the case since its words were kept.
    pub stale: Vec<Stale>,
    /// Whether the parts are being put into another order.
    pub moving: bool,
    /// What stands in the second column.
    pub open: Open,
    /// Told what to open there.
    pub onopen: Callback<Open>,
    /// Told of a move or a part left out: what happened, and where the focus goes when it is drawn.
    pub onmoved: Callback<(String, String)>,
}

/// A part of the letter, with its facts as buttons and a way to edit it.
#[component]
pub fn PartView(props: &PartViewProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let what = format!("letter-{}-{}", props.letter.number.0, props.part.key);
    let key = DraftKey { case: Some(props.case.id.clone()), what };
    let kept = {
        let (read, key) = (act.desk.read.clone(), key.clone());
        use_state(move || read.emit(key))
    };
    let editing = use_state_eq(|| None::<String>);
    let number = props.at + 1;
    use_focus(editing.is_some(), number, props.part.key.clone());
    let text = props.part.block.text(usize::MAX);
    let start = {
        let (editing, text, kept) = (editing.clone(), text.clone(), kept.clone());
        Callback::from(move |_: MouseEvent| editing.set(Some((*kept).clone().unwrap_or_else(|| text.clone()))))
    };
    if let Some(now) = (*editing).clone() {
        let oninput = {
            let (editing, key, typed) = (editing.clone(), key.clone(), act.desk.typed.clone());
            Callback::from(move |text: String| {
                typed.emit((key.clone(), text.clone()));
                editing.set(Some(text));
            })
        };
        let leave = {
            let (editing, kept) = (editing.clone(), kept.clone());
            let (act, case, today) = (act.clone(), props.case.clone(), props.today);
            Callback::from(move |change: Option<Change>| {
                // A part has no rule that could refuse its words but their length, and the field holds no more.
                if change.is_none_or(|change| act.change(&case, today, vec![change]).is_ok()) {
                    act.desk.done.emit(key.clone());
                    kept.set(None);
                    editing.set(None);
                }
            })
        };
        return editor(props, number, now, &oninput, &leave);
    }
    let state = props.part.edited.then_some("edited");
    html! {
        <div class="letter__paragraph" data-state={state}>
            { view_block(&props.part.block, &props.open, &props.onopen) }
            { for props.stale.iter().map(|stale| offer(props, &act, stale)) }
            <div class="letter__tools">
                if edit::is_own(&props.part.key) {
                    <span class="letter__state">{ "Your own paragraph" }</span>
                } else if props.part.edited {
                    <span class="letter__state">{ "Edited by you" }</span>
                }
                if kept.is_some() {
                    <span class="letter__state">{ "You began to change this" }</span>
                }
                if props.moving {
                    { mover(props, &act, number, Way::Up) }
                    { mover(props, &act, number, Way::Down) }
                }
                <button class="letter__edit" id={format!("edit-{}", props.part.key)} type="button" onclick={start}>
                    <Icon sign={Sign::Edit} />{ "Edit" }<span class="visually-hidden">{ format!(" part {number}") }</span>
                </button>
            </div>
        </div>
    }
}

/// Puts the focus into the field when it opens, and back to the button when it closes.
#[hook]
fn use_focus(open: bool, number: usize, part: String) {
    let was_open = use_mut_ref(|| false);
    use_effect_with(open, move |open| {
        let before = was_open.replace(*open);
        match (before, *open) {
            (false, true) => page::focus(&format!("#part-{number}")),
            (true, false) => page::focus(&format!("#edit-{part}")),
            (true, true) | (false, false) => {}
        }
    });
}

fn editor(
    props: &PartViewProps,
    number: usize,
    now: String,
    oninput: &Callback<String>,
    leave: &Callback<Option<Change>>,
) -> Html {
    let (letter, part) = (props.letter.number, props.part.key.clone());
    let own = edit::is_own(&part);
    let label = if own { "Your own paragraph".to_owned() } else { format!("Paragraph {number}, in your words") };
    let links = edit::relinked(&props.letter, &part, &now, &props.first);
    let on = |change: Change| leave.reform(move |_: MouseEvent| Some(change.clone()));
    let edited = on(Change::PartEdited { letter, part: part.clone(), text: now.clone(), links });
    let restored = on(Change::PartRestored { letter, part: part.clone() });
    let left_out = {
        let told = props.onmoved.clone();
        let gone = on(Change::PartLeftOut { letter, part });
        Callback::from(move |event: MouseEvent| {
            told.emit(("Left out. You can put it back below the letter.".to_owned(), "#left-out".to_owned()));
            gone.emit(event);
        })
    };
    html! {
        <div class="letter__paragraph" data-state="editing">
            <Field id={format!("part-{number}")} {label} entry={Entry::Lines(6)} value={now} onchange={oninput.clone()}
                oninput={Some(oninput.clone())} />
            <div class="letter__tools">
                <button class="button" type="button" data-state="secondary" onclick={edited}>{ "Keep this" }</button>
                if !own {
                    <button class="button" type="button" data-state="quiet" onclick={restored}>{ "Put the first words back" }</button>
                }
                <button class="button" type="button" data-state="quiet" onclick={left_out}>{ "Leave this paragraph out" }</button>
                <button class="button" type="button" data-state="quiet" onclick={leave.reform(|_: MouseEvent| None)}>{ "Cancel" }</button>
            </div>
        </div>
    }
}

/// A button that moves the part. At the end of its way it stays where it is, so that the focus does too.
fn mover(props: &PartViewProps, act: &Act, number: usize, way: Way) -> Html {
    let key = &props.part.key;
    if !edit::is_movable(key) {
        return Html::default();
    }
    let (word, id, said) = match way {
        Way::Up => ("Move up", format!("up-{key}"), "Moved up."),
        Way::Down => ("Move down", format!("down-{key}"), "Moved down."),
    };
    let order = edit::moved(&props.paper, key, way);
    let disabled = order.is_none().then_some("true");
    let onclick = {
        let (act, case, today, told) = (act.clone(), props.case.clone(), props.today, props.onmoved.clone());
        let (letter, focus) = (props.letter.number, format!("#{id}"));
        Callback::from(move |_: MouseEvent| {
            let Some(order) = order.clone() else { return };
            if act.change(&case, today, vec![Change::PartsOrdered { letter, order }]).is_ok() {
                told.emit((said.to_owned(), focus.clone()));
            }
        })
    };
    html! {
        <button class="letter__edit" {id} type="button" aria-disabled={disabled} {onclick}>
            { word }<span class="visually-hidden">{ format!(" (part {number})") }</span>
        </button>
    }
}

/// A fact of these words that is another in the case by now.
fn offer(props: &PartViewProps, act: &Act, stale: &Stale) -> Html {
    let (letter, part) = (&props.letter, &props.part.key);
    let text = letter.edits.get(part).cloned().unwrap_or_default();
    let keep = |text: String| {
        let links = edit::links(part, &text, &props.first);
        let change = Change::PartEdited { letter: letter.number, part: part.clone(), text, links };
        let (act, case, today, told) = (act.clone(), props.case.clone(), props.today, props.onmoved.clone());
        let focus = format!("#edit-{part}");
        Callback::from(move |_: MouseEvent| {
            if act.change(&case, today, vec![change.clone()]).is_ok() {
                told.emit((String::new(), focus.clone()));
            }
        })
    };
    html! {
        <div class="letter__offer">
            <p>{ words::both(&WeakPoint::FactChanged(stale.clone())) }</p>
            <div class="letter__tools">
                if stale.now.is_some() {
                    <button class="button" type="button" data-state="secondary" onclick={keep(edit::updated(&text, stale))}>
                        { "Put in the new words" }
                    </button>
                }
                <button class="button" type="button" data-state="quiet" onclick={keep(text.clone())}>{ "Keep my words" }</button>
            </div>
        </div>
    }
}
