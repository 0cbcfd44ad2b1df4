//! The letters whose answer is awaited: since when, until when, and what to do then.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::{Case, Change, Number};
use crate::civil::Date;
use crate::letters::awaited::{Awaited, answered, awaited};
use crate::rulebook;
use crate::ui::parts::Badge;
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// The case, and which of its letters.
#[derive(Properties, PartialEq)]
pub struct AwaitingProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// This letter alone; otherwise all, under a heading.
    #[prop_or_default]
    pub only: Option<Number>,
}

/// The answers that are awaited.
#[component]
pub fn Awaiting(props: &AwaitingProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let AwaitingProps { case, today, only } = props;
    let waits: Vec<Awaited> = awaited(case, rulebook::book(), *today)
        .into_iter()
        .filter(|one| only.is_none_or(|letter| letter == one.letter))
        .collect();
    if waits.is_empty() {
        return Html::default();
    }
    let rows = html! { <ul class="case-list">{ for waits.iter().map(|one| row(props, &act, one)) }</ul> };
    if only.is_some() {
        return rows;
    }
    html! {
        <section class="stack" data-gap="small" aria-labelledby="awaiting">
            <h2 id="awaiting">{ "Answers you wait for" }</h2>
            { rows }
        </section>
    }
}

fn row(props: &AwaitingProps, act: &Act, one: &Awaited) -> Html {
    let name = words::steps::letter(one.kind);
    let (state, word) = words::letters::awaited(one, props.today);
    let came = {
        let (act, case, today, task) = (act.clone(), props.case.clone(), props.today, answered(one.letter));
        Callback::from(move |_: MouseEvent| {
            // A task is a key; no rule refuses one.
            let _ = act.change(&case, today, vec![Change::TaskDone { task: task.clone() }]);
        })
    };
    let href = Route::Letter { id: props.case.id.0.clone(), letter: one.letter.0 }.href();
    html! {
        <li class="case-list__item" key={one.letter.0}>
            if props.only.is_none() {
                <a class="case-list__name" {href}>{ name }</a>
            }
            <p class="case-list__next"><Badge {state} {word} /></p>
            <p class="case-list__about">{ words::letters::then(one, props.today) }</p>
            if one.takes_an_answer() {
                <div><button class="button" type="button" data-state="quiet" onclick={came}>
                    { "The answer came" }<span class="visually-hidden">{ format!(" ({name})") }</span>
                </button></div>
            }
        </li>
    }
}
