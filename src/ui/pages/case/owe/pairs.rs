//! Which lines are the same care, and why; the person may part them, pair others, and take that back.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::browser::page;
use crate::case::statement::Belongs;
use crate::case::{At, Case, Change, Tie};
use crate::civil::Date;
use crate::reconcile::{Pair, Reconciliation};
use crate::ui::store::Act;
use crate::words;
use crate::words::reconcile as said;

/// How many rows are shown at once, so that a bill of a thousand lines does not hold up the page.
const AT_ONCE: usize = 25;

/// The case and what comes of its papers.
#[derive(Properties, PartialEq)]
pub struct PairsProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// What comes of its papers.
    pub of: Rc<Reconciliation>,
}

/// Which lines are the same care.
#[component]
pub fn Pairs(props: &PairsProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let PairsProps { case, today, of } = props;
    let shown = use_state_eq(|| AT_ONCE);
    let told = use_state_eq(String::new);
    let change = {
        let (act, case, today, told) = (act, case.clone(), *today, told.clone());
        Callback::from(move |(changes, words): (Vec<Change>, &'static str)| {
            told.set(match act.change(&case, today, changes) {
                Ok(()) => words.to_owned(),
                Err(refusal) => words::both(&refusal),
            });
            // The button that was pressed may be gone.
            page::focus("#same-care");
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + AT_ONCE))
    };
    let longest = of.pairs.len().max(of.bill_alone.len()).max(of.eob_alone.len());
    let apart: Vec<&Tie> = case.ties.iter().filter(|tie| tie.belongs == Belongs::Apart).collect();
    html! {
        <section class="stack" aria-labelledby="same-care">
            <h2 id="same-care" tabindex="-1">{ "Which lines are the same care" }</h2>
            <p class="live" role="status">{ (*told).clone() }</p>
            if of.pairs.is_empty() {
                <p>{ "No line of a bill and no line of an EOB look like the same care." }</p>
            } else {
                { table(case, &of.pairs[..of.pairs.len().min(*shown)], &change) }
            }
            if !of.bill_alone.is_empty() {
                <h3>{ "Only on a bill" }</h3>
                <ul class="stack">{ for of.bill_alone.iter().take(*shown).map(|at| html! {
                    <Alone key={format!("{}-{}", at.statement.0, at.line)} case={case.clone()} bill={*at} of={of.clone()} change={change.clone()} />
                }) }</ul>
            }
            if !of.eob_alone.is_empty() {
                <h3>{ "Only on an EOB" }</h3>
                <ul>{ for of.eob_alone.iter().take(*shown).map(|at| html! { <li>{ said::line(*at, case) }</li> }) }</ul>
            }
            if longest > *shown {
                <p><button class="button" type="button" data-state="secondary" onclick={more}>{ format!("Show more lines ({} in all)", longest) }</button></p>
            }
            if !apart.is_empty() {
                <h3>{ "You said that these are not the same" }</h3>
                <ul class="stack">{ for apart.into_iter().map(|tie| parted(case, tie, &change)) }</ul>
            }
        </section>
    }
}

type Tell = Callback<(Vec<Change>, &'static str)>;

fn table(case: &Case, pairs: &[Pair], change: &Tell) -> Html {
    let lines = |lines: &[At]| html! { <>{ for lines.iter().map(|at| html! { <p>{ said::line(*at, case) }</p> }) }</> };
    let row = |pair: &Pair| {
        let own = pair.why.contains(&crate::reconcile::Why::Said);
        let ties = pair.bill.iter().flat_map(|bill| pair.eob.iter().map(|eob| (*bill, *eob)));
        let (changes, says, button): (Vec<Change>, _, _) = if own {
            (ties.map(|(bill, eob)| Change::LinesUntied { bill, eob }).collect(), "Taken back.", "Take that back")
        } else {
            let apart = |(bill, eob)| Change::LinesTied(Tie { bill, eob, belongs: Belongs::Apart });
            (ties.map(apart).collect(), "Noted: they are not the same.", "They are not the same")
        };
        let onclick = change.reform(move |_: MouseEvent| (changes.clone(), says));
        let about = pair.bill.first().map(|at| said::line(*at, case)).unwrap_or_default();
        html! {
            <tr>
                <th scope="row">{ lines(&pair.bill) }</th>
                <td data-label="On the EOB">{ lines(&pair.eob) }</td>
                <td data-label="Because of">{ said::why(pair) }</td>
                <td data-label="Wrong?"><button class="button" type="button" data-state="quiet" {onclick}>{ button }<span class="visually-hidden">{ format!(" ({about})") }</span></button></td>
            </tr>
        }
    };
    html! {
        <div class="table" data-narrow="stacked" role="region" aria-label="The same care" tabindex="0">
            <table class="table__grid">
                <caption class="table__caption">{ "The same care" }</caption>
                <thead><tr><th scope="col">{ "On the bill" }</th><th scope="col">{ "On the EOB" }</th><th scope="col">{ "Because of" }</th><th scope="col">{ "Wrong?" }</th></tr></thead>
                <tbody>{ for pairs.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn parted(case: &Case, tie: &Tie, change: &Tell) -> Html {
    let (bill, eob) = (tie.bill, tie.eob);
    let onclick = change.reform(move |_: MouseEvent| (vec![Change::LinesUntied { bill, eob }], "Taken back."));
    html! {
        <li>
            <p>{ format!("{}; {}", said::line(bill, case), said::line(eob, case)) }</p>
            <button class="button" type="button" data-state="quiet" {onclick}>{ "Take that back" }<span class="visually-hidden">{ format!(" ({})", said::line(bill, case)) }</span></button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct AloneProps {
    case: Rc<Case>,
    bill: At,
    of: Rc<Reconciliation>,
    change: Tell,
}

/// A line that is only on a bill, and the line of an EOB that the person pairs it with.
#[component]
fn Alone(props: &AloneProps) -> Html {
    let AloneProps { case, bill, of, change } = props;
    let chosen = use_state_eq(|| 0_usize);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            chosen.set(usize::try_from(at).unwrap_or(0));
        })
    };
    let onclick = {
        let (bill, eob) = (*bill, of.eob_alone.get(*chosen).copied());
        change.reform(move |_: MouseEvent| {
            let tie = eob.map(|eob| Change::LinesTied(Tie { bill, eob, belongs: Belongs::Together }));
            (tie.into_iter().collect(), "Noted: they are the same.")
        })
    };
    let id = format!("pair-{}-{}", bill.statement.0, bill.line);
    let name = said::line(*bill, case);
    html! {
        <li>
            <p>{ name.clone() }</p>
            if !of.eob_alone.is_empty() {
                <div class="field">
                    <label class="field__label" for={id.clone()}>{ "It is the same as" }<span class="visually-hidden">{ format!(" ({name})") }</span></label>
                    <select class="field__input" {id} {onchange}>
                        { for of.eob_alone.iter().enumerate().map(|(at, eob)| html! { <option selected={at == *chosen}>{ said::line(*eob, case) }</option> }) }
                    </select>
                </div>
                <button class="button" type="button" data-state="quiet" {onclick}>{ "Pair them" }<span class="visually-hidden">{ format!(" ({name})") }</span></button>
            }
        </li>
    }
}
