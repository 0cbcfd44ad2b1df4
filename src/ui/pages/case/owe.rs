//! What the person really owes: each bill beside its explanations of benefits, what does not fit and what to do about it, who
//! may ask for what, and what is left of the year's amounts.

mod pairs;
mod terms;

use std::rc::Rc;

use yew::prelude::*;

use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use crate::browser::files;
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::StatementKind;
use crate::reconcile::{self, Found, Owed, Reconciliation, asked};
use crate::rulebook;
use crate::ui::parts::{Badge, Empty, Heading, Here, Sign, Why};
use crate::ui::route::Route;
use crate::words;
use crate::words::reconcile as said;

/// How many findings are shown at once; a long bill can have hundreds.
const AT_ONCE: usize = 20;

/// What the person really owes.
#[component]
pub fn OwePage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let of = use_memo(case.clone(), |case| reconcile::of(case, rulebook::book()));
    let who = use_memo(case.clone(), |case| said::who(case, rulebook::book()));
    let shown = use_state_eq(|| AT_ONCE);
    let holds = |kind| case.statements.iter().any(|paper| paper.kind == kind);
    let (has_bill, has_eob) = (holds(StatementKind::Bill), holds(StatementKind::Eob));
    let add = Route::Bill { id: case.id.0.clone() }.href();
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + AT_ONCE))
    };
    let rest = of.findings.len().saturating_sub(*shown);
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="What you really owe" />
            if !has_bill && !has_eob {
                <Empty id="no-papers" sign={Sign::Letters} title="No bill and no EOB yet" text="Add the bill and the explanation of benefits (EOB) from your plan. Then they stand side by side here, to the cent.">
                    <a class="button" data-state="primary" href={add}>{ "Add a bill or an EOB" }</a>
                </Empty>
            } else {
                if !has_eob {
                    <p>{ "There is no EOB here yet. Without it nobody can say what you owe. Ask the plan for it, or download it from the plan\u{2019}s website." }{ " " }<a href={add.clone()}>{ "Add an EOB" }</a></p>
                } else if !has_bill {
                    <p>{ "There is no bill here yet, only what the plan says. Pay nothing before a bill comes." }{ " " }<a href={add.clone()}>{ "Add the bill" }</a></p>
                }
                { for of.owed.iter().map(|owed| one_bill(case, owed)) }
                { walks(case) }
                <section class="stack" aria-labelledby="does-not-fit">
                    <h2 id="does-not-fit">{ "What does not fit" }</h2>
                    if of.findings.is_empty() {
                        <p>{ "Nothing that these papers show. That does not prove that every charge is right: look at the questions below." }</p>
                    } else {
                        <p>{ "\u{201c}Proven by the papers\u{201d} follows from them by arithmetic. \u{201c}Likely\u{201d} needs something that no paper says: ask." }</p>
                        <ol class="bill-questions">{ for of.findings.iter().take(*shown).enumerate().map(|(at, found)| finding(case, *today, at, found)) }</ol>
                        if rest > 0 {
                            <p><button class="button" type="button" data-state="secondary" onclick={more}>{ format!("Show {} more of {rest}", rest.min(AT_ONCE)) }</button></p>
                        }
                    }
                </section>
                if !who.is_empty() {
                    <section class="stack" aria-labelledby="who-may-ask">
                        <h2 id="who-may-ask">{ "Who may ask you for what" }</h2>
                        <p>{ "A code alone never says that you owe nothing. Each answer names what it rests on and what would change it." }</p>
                        <ul class="stack">{ for who.iter().map(|answer| html! { <li>{ answer.clone() }</li> }) }</ul>
                        <p><a href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add what you know" }</a></p>
                    </section>
                }
                <pairs::Pairs case={case.clone()} today={*today} of={of.clone()} />
                { questions(case) }
                { year(&of) }
                <terms::TermsForm case={case.clone()} today={*today} />
                <Kept case={case.clone()} of={of.clone()} today={*today} />
            }
        </CaseFrame>
    }
}

/// What a bill may ask for, and who paid what.
fn one_bill(case: &Case, owed: &Owed) -> Html {
    let name = case.statement(owed.bill).map(words::bills::name).unwrap_or_default();
    let id = format!("owed-{}", owed.bill.0);
    let mut sentences = said::owed(owed);
    let answer = sentences.pop().unwrap_or_default();
    html! {
        <section class="next-card" aria-labelledby={id.clone()}>
            <h2 {id}>{ name }</h2>
            <p><strong>{ answer }</strong></p>
            if !sentences.is_empty() {
                <ul>{ for sentences.into_iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
            }
            if owed.open {
                <p>{ "Some of it is open. Ask the office to hold the account until it is settled." }</p>
            }
        </section>
    }
}

/// The way to each explanation of benefits, line by line.
fn walks(case: &Case) -> Html {
    let eobs: Vec<_> = case.statements.iter().filter(|paper| paper.kind == StatementKind::Eob).collect();
    html! {
        if !eobs.is_empty() {
            <p>{ "Line by line: " }{ for eobs.iter().enumerate().map(|(at, eob)| {
                let href = Route::Eob { id: case.id.0.clone(), paper: eob.number.0 }.href();
                let which = if eobs.len() > 1 { format!(" ({} of {})", at + 1, eobs.len()) } else { String::new() };
                html! { <a class="button" data-state="secondary" {href}>{ format!("{}{which}", words::bills::name(eob)) }</a> }
            }) }</p>
        }
    }
}

fn finding(case: &Rc<Case>, today: Date, at: usize, found: &Found) -> Html {
    let stake = found.at_stake.filter(|cents| cents.0 > 0);
    let call = Route::Call { id: case.id.0.clone(), kind: found.kind.call().key().into() }.href();
    html! {
        <li key={at} class="bill-question stack">
            <h3>{ said::title(&found.kind) }</h3>
            <p><Badge state="later" word={said::grade(found.grade)} />if let Some(stake) = stake { { format!(" At stake: {stake}") } }</p>
            <p>{ said::reason(found, case) }</p>
            if !found.lines.is_empty() {
                <ul>{ for found.lines.iter().take(AT_ONCE).map(|at| html! { <li>{ said::line(*at, case) }</li> }) }</ul>
            }
            <p class="bill-question__ask"><strong>{ "Say or send: " }</strong>{ format!("\u{201c}{}\u{201d}", said::ask(found, case)) }</p>
            <div class="cluster">
                if let Some(kind) = found.kind.letter() {
                    <LetterButton case={case.clone()} {today} {kind} state="secondary" />
                }
                <a class="button" data-state="quiet" href={call}>{ "Prepare the call" }<span class="visually-hidden">{ format!(" ({})", said::title(&found.kind)) }</span></a>
            </div>
        </li>
    }
}

fn questions(case: &Case) -> Html {
    html! {
        <Why ask="What no paper can say">
            <p>{ "Only you, the record or the office can answer these." }</p>
            <ul>{ for asked::of(case).into_iter().map(|one| html! { <li>{ said::asked(one) }</li> }) }</ul>
        </Why>
    }
}

fn year(of: &Reconciliation) -> Html {
    html! {
        if !of.left.is_empty() {
            <section class="stack" aria-labelledby="year">
                <h2 id="year">{ "What is left of the year\u{2019}s amounts" }</h2>
                { for of.left.iter().map(|left| html! { <p>{ said::left(left) }</p> }) }
                <p>{ "The next claims count from there: first the deductible, then your copay or percentage, until the most that you pay in the year is reached." }</p>
            </section>
        }
    }
}

/// The comparison, to keep.
#[derive(Properties, PartialEq)]
struct KeptProps {
    case: Rc<Case>,
    of: Rc<Reconciliation>,
    today: Date,
}

/// Saves the comparison as a table.
#[component]
fn Kept(props: &KeptProps) -> Html {
    let told = use_state_eq(String::new);
    let onclick = {
        let (case, of, today, told) = (props.case.clone(), props.of.clone(), props.today, told.clone());
        Callback::from(move |_: MouseEvent| {
            let name = format!("bill-and-eob-{today}.csv");
            let text = said::table::csv(&case, &of);
            told.set(match files::save(&name, "text/csv", text.as_bytes()) {
                Ok(()) => format!("Saved as {name}. Any spreadsheet opens it."),
                Err(error) => words::both(&error),
            });
        })
    };
    html! {
        <>
            <p class="cluster">
                <button class="button" type="button" data-state="secondary" {onclick}>{ "Save the comparison as a table" }</button>
                <a class="button" data-state="quiet" href={Route::Bill { id: props.case.id.0.clone() }.href()}>{ "The papers, and add one" }</a>
            </p>
            <p class="live" role="status">{ (*told).clone() }</p>
            <p>{ "Information, not a substitute for the advice of an attorney. An EOB is not a bill." }</p>
        </>
    }
}
