//! One paper: what it says in all, its lines as a table, its totals, and the way to correct it.

use std::rc::Rc;

use yew::prelude::*;

use crate::bills;
use crate::case::{Case, Change, Number, Statement, StatementLine, Total};
use crate::civil::Date;
use crate::finding::Finding;
use crate::intake::grid::Column;
use crate::money::Cents;
use crate::paper::long_day;
use crate::storage::DraftKey;
use crate::ui::parts::Lines;
use crate::ui::store::Act;
use crate::words;

/// How many lines are shown at once, so that a long paper does not hold up the page.
const AT_ONCE: usize = 100;

/// Which paper.
#[derive(Properties, PartialEq)]
pub struct PaperProps {
    /// The case.
    pub case: Rc<Case>,
    /// The statement's number.
    pub number: Number,
    /// Today.
    pub today: Date,
}

/// One paper.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let PaperProps { case, number, today } = props;
    let correcting = use_state_eq(|| false);
    let all = use_state_eq(|| false);
    let show = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let refused = use_state_eq(String::new);
    let key = DraftKey { case: Some(case.id.clone()), what: format!("lines-{}", number.0) };
    let Some(statement) = case.statement(*number) else { return Html::default() };
    let name = words::bills::name(statement);
    let title = format!("paper-{}", number.0);
    if *correcting {
        let ondone = {
            let (act, case, today, key) = (act.clone(), case.clone(), *today, key.clone());
            let (correcting, refused) = (correcting.clone(), refused.clone());
            Callback::from(move |statement| {
                match act.change(&case, today, vec![Change::StatementCorrected(statement)]) {
                    Ok(()) => {
                        act.desk.done.emit(key.clone());
                        correcting.set(false);
                    }
                    Err(refusal) => refused.set(words::both(&refusal)),
                }
            })
        };
        let kept = act.desk.read.emit(key.clone()).map(AttrValue::from);
        let onkeep = act.desk.typed.reform(move |text: String| (key.clone(), text));
        return html! {
            <section class="stack" aria-labelledby={title.clone()}>
                <h2 id={title}>{ name }</h2>
                <Lines statement={statement.clone()} {kept} today={*today} done="Keep this" refused={(*refused).clone()} {onkeep} {ondone} />
            </section>
        };
    }
    let correct = {
        let correcting = correcting.clone();
        Callback::from(move |_: MouseEvent| correcting.set(true))
    };
    html! {
        <section class="stack" aria-labelledby={title.clone()}>
            <h2 id={title}>{ name.clone() }</h2>
            if let Finding::Certain(standing) | Finding::Assumed { value: standing, .. } = bills::standing(statement) {
                <p>{ words::bills::standing(standing) }</p>
            }
            { lines(statement, if *all { usize::MAX } else { AT_ONCE }) }
            if !*all && statement.lines.len() > AT_ONCE {
                <p><button class="button" type="button" data-state="quiet" onclick={show}>{ format!("Show all {} lines", statement.lines.len()) }<span class="visually-hidden">{ format!(" of {name}") }</span></button></p>
            }
            { totals(statement) }
            <p><button class="button" type="button" data-state="secondary" onclick={correct}>{ "Correct the lines" }<span class="visually-hidden">{ format!(" of {name}") }</span></button></p>
        </section>
    }
}

pub(super) fn lines(statement: &Statement, most: usize) -> Html {
    if statement.lines.is_empty() {
        return html! { <p>{ "It lists no services, only totals. Ask for an itemized bill: then it can be checked." }</p> };
    }
    let columns: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|column| {
            matches!(column, Column::What | Column::Billed)
                || statement.lines.iter().any(|line| !cell(line, *column).is_empty())
        })
        .collect();
    let row = |(at, line): (usize, &StatementLine)| {
        html! {
            <tr>
                <th scope="row">{ format!("Line {}", at + 1) }</th>
                { for columns.iter().map(|column| html! {
                    <td class={is_amount(*column).then_some("table__number")} data-label={words::bills::column(*column)}>{ cell(line, *column) }</td>
                }) }
            </tr>
        }
    };
    html! {
        <div class="table" data-narrow="stacked" role="region" aria-label={format!("The lines of {}", words::bills::name(statement))} tabindex="0">
            <table class="table__grid">
                <caption class="table__caption">{ "The lines" }</caption>
                <thead><tr><th scope="col">{ "Line" }</th>{ for columns.iter().map(|column| html! { <th scope="col">{ words::bills::column(*column) }</th> }) }</tr></thead>
                <tbody>{ for statement.lines.iter().take(most).enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

fn cell(line: &StatementLine, column: Column) -> String {
    let amount = |cents: Option<Cents>| cents.map(|cents| cents.to_string()).unwrap_or_default();
    match column {
        Column::On => line.on.map(long_day).unwrap_or_default(),
        Column::Code => line.code.clone(),
        Column::What => line.what.clone(),
        Column::Units => line.units.map(|units| units.to_string()).unwrap_or_default(),
        Column::Billed => amount(line.billed),
        Column::Allowed => amount(line.allowed),
        Column::PlanPaid => amount(line.plan_paid),
        Column::Share => amount(line.share),
    }
}

fn is_amount(column: Column) -> bool {
    match column {
        Column::Billed | Column::Allowed | Column::PlanPaid | Column::Share => true,
        Column::On | Column::Code | Column::What | Column::Units => false,
    }
}

pub(super) fn totals(statement: &Statement) -> Html {
    let one = |total: &Total| {
        html! { <div class="option__fact"><dt>{ words::bills::total(total.kind) }</dt><dd>{ total.amount.to_string() }</dd></div> }
    };
    html! {
        if !statement.totals.is_empty() {
            <dl class="option__facts">{ for statement.totals.iter().map(one) }</dl>
        }
    }
}
