//! Versions of a letter: kept ones, and any two of them compared by words.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::browser::page;
use crate::case::{Case, Change, Letter};
use crate::civil::Date;
use crate::letters::compare::{Piece, compare, differences};
use crate::paper::{Paper, long_day};
use crate::ui::store::Act;

/// The letter.
#[derive(Properties, PartialEq)]
pub struct VersionsProps {
    /// Its case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// The letter.
    pub letter: Rc<Letter>,
    /// The letter before all edits.
    pub first: Rc<Paper>,
    /// The letter as it stands.
    pub paper: Rc<Paper>,
}

/// A text that can be compared.
struct Text {
    name: String,
    text: String,
}

/// The versions, and two of them compared.
#[component]
pub fn Versions(props: &VersionsProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let texts = texts(props);
    let last = texts.len() - 1;
    let chosen = use_state_eq(|| [None::<usize>; 2]);
    let shown = use_state_eq(|| false);
    use_effect_with(*shown, |shown| {
        if *shown {
            page::focus("#compared");
        }
    });
    let [earlier, later] =
        [chosen[0].unwrap_or(last.saturating_sub(1)), chosen[1].unwrap_or(last)].map(|at| at.min(last));
    let now = texts[last].text.clone();
    let is_kept = props.letter.versions.last().is_some_and(|version| version.text == now);
    let keep = {
        let (case, today, letter) = (props.case.clone(), props.today, props.letter.number);
        Callback::from(move |_: MouseEvent| {
            // A letter of our own length is never too long to keep.
            let _ = act.change(&case, today, vec![Change::VersionKept { letter, text: now.clone() }]);
        })
    };
    let onchoose = |at: usize| {
        let (chosen, shown) = (chosen.clone(), shown.clone());
        Callback::from(move |event: Event| {
            let mut next = *chosen;
            next[at] = event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok();
            chosen.set(next);
            shown.set(false);
        })
    };
    let show = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(true))
    };
    html! {
        <section class="stack" aria-labelledby="versions">
            <h2 id="versions">{ "Versions" }</h2>
            <div class="cluster">
                <button class="button" type="button" data-state="secondary" onclick={keep}>{ "Keep this version" }</button>
                <p role="status">{ if is_kept { "The letter as it stands is kept." } else { "" } }</p>
            </div>
            <div class="switcher">
                { choice("compare-earlier", "Compare", &texts, earlier, onchoose(0)) }
                { choice("compare-later", "With", &texts, later, onchoose(1)) }
            </div>
            <div><button class="button" type="button" data-state="secondary" onclick={show}>{ "Show what changed" }</button></div>
            if *shown {
                { comparison(&texts[earlier], &texts[later]) }
            }
        </section>
    }
}

/// All texts that there are: as drafted, as kept, as it stands.
fn texts(props: &VersionsProps) -> Vec<Text> {
    let versions = &props.letter.versions;
    let was_sent = |at: usize| {
        let day = versions[at].on;
        let last_of_day = versions.iter().rposition(|version| version.on == day) == Some(at);
        last_of_day && props.letter.sendings.iter().any(|sending| sending.on == day)
    };
    let kept = versions.iter().enumerate().map(|(at, version)| {
        let what = if was_sent(at) { "sent" } else { "kept" };
        Text { name: format!("Version {}, {what} on {}", at + 1, long_day(version.on)), text: version.text.clone() }
    });
    let first = Text { name: "The first words, without your changes".to_owned(), text: props.first.text() };
    let now = Text { name: "The letter as it stands".to_owned(), text: props.paper.text() };
    std::iter::once(first).chain(kept).chain([now]).collect()
}

fn choice(id: &'static str, label: &'static str, texts: &[Text], chosen: usize, onchange: Callback<Event>) -> Html {
    html! {
        <div class="field">
            <label class="field__label" for={id}>{ label }</label>
            <select class="field__input" {id} {onchange}>
                { for texts.iter().enumerate().map(|(at, text)| html! {
                    <option value={at.to_string()} selected={at == chosen}>{ text.name.clone() }</option>
                }) }
            </select>
        </div>
    }
}

/// What changed, each change with the word that says which it is.
fn comparison(earlier: &Text, later: &Text) -> Html {
    let paragraphs = compare(&earlier.text, &later.text);
    let title = match differences(&paragraphs) {
        0 => "Nothing changed".to_owned(),
        1 => "One place changed".to_owned(),
        places => format!("{places} places changed"),
    };
    html! {
        <section class="compare" aria-labelledby="compared">
            <h3 id="compared" tabindex="-1">{ title }</h3>
            { for paragraphs.iter().map(|pieces| html! { <p class="compare__text">{ for pieces.iter().map(view) }</p> }) }
        </section>
    }
}

fn view(piece: &Piece) -> Html {
    match piece {
        Piece::Same(words) => html! { <>{ words.clone() }{ " " }</> },
        Piece::Added(words) => {
            html! { <><ins class="compare__added"><span class="compare__mark">{ "Added:" }</span>{ " " }{ words.clone() }</ins>{ " " }</> }
        }
        Piece::Removed(words) => {
            html! { <><del class="compare__removed"><span class="compare__mark">{ "Removed:" }</span>{ " " }{ words.clone() }</del>{ " " }</> }
        }
    }
}
