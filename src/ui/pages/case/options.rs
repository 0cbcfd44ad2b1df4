//! The routes that are open now, side by side: to look at, to print, as a spreadsheet.

use std::rc::Rc;

use yew::prelude::*;

use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use crate::browser::{files, page};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::Field;
use crate::options::{self, Clock, Kind, Months, Route as Way, State, plan};
use crate::rulebook;
use crate::ui::parts::{Entry, Field as Input, Heading, Here};
use crate::ui::route::Route;
use crate::words;
use crate::words::options as said;

/// The options of a case.
#[component]
pub fn OptionsPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let months = use_state_eq(|| None::<Months>);
    // As typed, whether or not it is a number of months.
    let typed = use_state_eq(|| None::<String>);
    let told = use_state_eq(String::new);
    let ways = options::of(case, rulebook::book(), *today, *months);
    let (open, shut): (Vec<&Way>, Vec<&Way>) = ways.iter().partition(|way| !matches!(way.state, State::NotNow(_)));
    let onmonths = {
        let (months, typed) = (months.clone(), typed.clone());
        Callback::from(move |text: String| {
            if let Some(chosen) = read_months(&text) {
                months.set(Some(chosen));
            }
            typed.set(Some(text));
        })
    };
    let wrong = match &*typed {
        Some(text) if read_months(text).is_none() => {
            format!("Type the number of months in figures, from 1 to {}.", plan::MOST)
        }
        Some(_) | None => String::new(),
    };
    let save = {
        let (case, told, today, months) = (case.clone(), told.clone(), *today, *months);
        Callback::from(move |_: MouseEvent| {
            let csv = said::csv(&options::of(&case, rulebook::book(), today, months));
            let name = format!("options-{today}.csv");
            told.set(match files::save(&name, "text/csv", csv.as_bytes()) {
                Ok(()) => format!("Saved as {name}. Any spreadsheet opens it."),
                Err(error) => words::both(&error),
            });
        })
    };
    let print = {
        let told = told.clone();
        Callback::from(move |_: MouseEvent| {
            if !page::print() {
                told.set("This browser cannot print from here. Save the table as a file instead.".to_owned());
            }
        })
    };
    let chosen = ways.iter().find_map(|way| {
        let Kind::Plan(months) = way.kind else { return None };
        Some(months)
    });
    html! {
        <CaseFrame case={case.clone()} here={Here::Next}>
            <Heading text="Your options" />
            <p>{ "What you can do now, side by side. You can go more than one way at once." }</p>
            if case.has_denial() {
                <p>{ "None of these moves your last day to appeal, unless its line says so." }</p>
            }
            if let Some(due) = case.money(Field::AmountDue) {
                <p>{ format!("The bill asks for {}. The amounts below are counted from it.", due.value) }</p>
            }
            { table(&open) }
            if let Some(months) = chosen {
                <Input id="months" label="Months of the payment plan" hint="Choose payments that you can keep. A missed payment can end a plan."
                    error={wrong} entry={Entry::Number} value={(*typed).clone().unwrap_or_else(|| months.count().to_string())} onchange={onmonths} />
            }
            <div class="cluster">
                <button class="button" type="button" data-state="secondary" onclick={save}>{ "Save as a spreadsheet" }</button>
                <button class="button" type="button" data-state="secondary" onclick={print}>{ "Print" }</button>
            </div>
            <p class="live" role="status">{ (*told).clone() }</p>
            { for open.iter().map(|way| by_itself(case, *today, way)) }
            if !shut.is_empty() {
                <section class="stack" aria-labelledby="shut">
                    <h2 id="shut">{ "Not open now" }</h2>
                    <ul>{ for shut.iter().map(|way| html! { <li>{ format!("{}. {}.", said::name(way.kind), said::state(way.state)) }</li> }) }</ul>
                </section>
            }
        </CaseFrame>
    }
}

fn read_months(text: &str) -> Option<Months> {
    text.trim().parse().ok().and_then(Months::new)
}

fn table(open: &[&Way]) -> Html {
    const HEAD: [&str; 5] = ["Way", "State", "By when", "Cost now", "Cost in all"];
    let row = |way: &&Way| {
        let id = format!("#{}", id(way.kind));
        let onclick = {
            let id = id.clone();
            // A plain hash link would change the route.
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                page::focus(&id);
            })
        };
        html! {
            <tr>
                <th scope="row"><a href={id} {onclick}>{ said::name(way.kind) }</a></th>
                <td data-label={HEAD[1]}>{ said::state_brief(way.state) }</td>
                <td data-label={HEAD[2]}>{ said::by_brief(way.by) }</td>
                <td class="table__number" data-label={HEAD[3]}>{ said::amount_brief(way.cost.now) }</td>
                <td class="table__number" data-label={HEAD[4]}>{ said::amount_brief(way.cost.in_all) }</td>
            </tr>
        }
    };
    html! {
        <div class="table" data-narrow="stacked" role="region" aria-label="The ways to go, side by side" tabindex="0">
            <table class="table__grid">
                <caption class="table__caption">{ "The ways to go" }</caption>
                <thead><tr>{ for HEAD.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
                <tbody>{ for open.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// All that there is to say of one way.
fn by_itself(case: &Rc<Case>, today: Date, way: &Way) -> Html {
    let id = id(way.kind);
    let line = |name: &str, text: String| {
        if text.is_empty() {
            Html::default()
        } else {
            html! { <div class="option__fact"><dt>{ name }</dt><dd>{ text }</dd></div> }
        }
    };
    let list = |name: &str, texts: Vec<&'static str>| {
        if texts.is_empty() {
            Html::default()
        } else {
            html! { <div class="option__fact"><dt>{ name }</dt>{ for texts.into_iter().map(|text| html! { <dd>{ text }</dd> }) }</div> }
        }
    };
    html! {
        <section class="option stack" aria-labelledby={id.clone()}>
            <h2 id={id} tabindex="-1">{ said::name(way.kind) }</h2>
            <p>{ said::first_step(way) }</p>
            <dl class="option__facts">
                if let State::Unknown(_) = way.state {
                    <div class="option__fact">
                        <dt>{ "Still open" }</dt>
                        <dd>{ format!("{}. ", said::state(way.state)) }<a href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add what you know" }</a></dd>
                    </div>
                }
                { line("By when", said::by(way.by)) }
                { line("Cost now", said::amount(way.cost.now)) }
                { line("Cost in all", said::amount(way.cost.in_all)) }
                { line("About the cost", said::cost_note(way)) }
                { line("Open if", way.only_if.to_owned()) }
                { line("Have ready", said::needs(way.kind)) }
                { list("In writing", way.kind.in_writing().iter().map(|written| said::writing(*written)).collect()) }
                { list("What it gives up", way.kind.gives_up().iter().map(|given| said::gives_up(*given)).collect()) }
                if way.clock != Clock::NoAppeal {
                    { line("Your last day to appeal", said::clock(way.clock).to_owned()) }
                }
            </dl>
            <div class="cluster">
                if let Some(kind) = way.letter {
                    <LetterButton case={case.clone()} {today} {kind} state="secondary" />
                }
                if let Some(call) = way.call {
                    <a class="button" data-state="quiet" href={Route::Call { id: case.id.0.clone(), kind: call.key().into() }.href()}>{ words::steps::call(call) }</a>
                }
            </div>
        </section>
    }
}

fn id(kind: Kind) -> String {
    format!("way-{}", said::key(kind))
}
