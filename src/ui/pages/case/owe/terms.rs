//! The plan's terms as the person reads them in the plan's papers: what the share is checked against.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::statement::Network;
use crate::case::{Case, Change};
use crate::civil::Date;
use crate::intake::terms::{Cell, Form, Wrong};
use crate::ui::parts::{Entry, ErrorLine, ErrorSummary, Field, Why};
use crate::ui::store::Act;
use crate::words;
use crate::words::reconcile::terms as said;

/// The case.
#[derive(Properties, PartialEq)]
pub struct TermsFormProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
}

/// The plan's terms.
#[component]
pub fn TermsForm(props: &TermsFormProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let TermsFormProps { case, today } = props;
    let form = {
        let terms = case.terms.clone();
        use_state(move || Form::of(&terms))
    };
    let wrong = use_state_eq(Vec::<(Network, Cell, Wrong)>::new);
    let told = use_state_eq(String::new);
    let keep = {
        let (act, case, today) = (act, case.clone(), *today);
        let (form, wrong, told) = (form.clone(), wrong.clone(), told.clone());
        Callback::from(move |_: MouseEvent| match form.read() {
            Ok(terms) => {
                wrong.set(Vec::new());
                told.set(match act.change(&case, today, vec![Change::TermsSaid(terms)]) {
                    Ok(()) => "Kept. Each EOB is checked against it.".to_owned(),
                    Err(refusal) => words::both(&refusal),
                });
            }
            Err(cells) => {
                told.set(String::new());
                wrong.set(cells);
            }
        })
    };
    let cell = |network: Network, cell: Cell| {
        let id = id(network, cell);
        let typed = {
            let form = form.clone();
            Callback::from(move |text: String| form.set((*form).clone().typed(network, cell, text)))
        };
        let found = wrong.iter().find(|(side, which, _)| (*side, *which) == (network, cell));
        let error = found.map(|(_, _, wrong)| words::both(wrong)).unwrap_or_default();
        let entry = if cell == Cell::Coinsurance { Entry::Number } else { Entry::Amount };
        html! { <Field {id} label={said::label(cell)} {error} {entry} value={form.cell(network, cell).to_owned()} onchange={typed.clone()} oninput={typed} /> }
    };
    let side = |network: Network| {
        html! {
            <fieldset class="stack">
                <legend><strong>{ said::side(network) }</strong></legend>
                { for Cell::ALL.into_iter().map(|which| cell(network, which)) }
            </fieldset>
        }
    };
    let lines: Vec<ErrorLine> = wrong
        .iter()
        .map(|(network, cell, wrong)| {
            let text = format!("{}, {}: {}", said::side(*network), said::label(*cell), words::both(wrong));
            ErrorLine { field: id(*network, *cell).into(), text: text.into() }
        })
        .collect();
    html! {
        <Why ask="Your plan\u{2019}s terms">
            <p>{ "They are in the summary of benefits and coverage, and on the plan\u{2019}s website. What you leave empty is not checked. Amounts met are those before the EOBs in this case." }</p>
            <ErrorSummary {lines} />
            { side(Network::In) }
            { side(Network::Out) }
            <p><button class="button" type="button" data-state="primary" onclick={keep}>{ "Keep these terms" }</button></p>
            <p class="live" role="status">{ (*told).clone() }</p>
        </Why>
    }
}

fn id(network: Network, cell: Cell) -> String {
    let side = match network {
        Network::In => "in",
        Network::Out => "out",
    };
    format!("terms-{side}-{}", cell as usize)
}
