//! A paper line by line, in a grid made for a phone: what was read is filled in, beside the words that it came from; what
//! was not sure is left empty and said.
//!
//! What is typed is told at every keystroke, so that a closed tab loses none.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Entry, ErrorLine, ErrorSummary, Field};
use crate::case::{Provenance, Statement};
use crate::civil::Date;
use crate::importers::bill::Draft;
use crate::intake::grid::{Cell, Column, Grid, Row};
use crate::kinds::StatementKind;
use crate::words;

/// The paper, and what to do with it.
#[derive(Properties, PartialEq)]
pub struct LinesProps {
    /// The paper as it is known.
    pub statement: Statement,
    /// What was read of its words, to say what was not sure.
    #[prop_or_default]
    pub draft: Option<Rc<Draft>>,
    /// What was typed before and kept, as [`Grid::to_text`] gives it.
    #[prop_or_default]
    pub kept: Option<AttrValue>,
    /// Today.
    pub today: Date,
    /// What the button says.
    pub done: AttrValue,
    /// Why the lines were refused; empty when they were not.
    #[prop_or_default]
    pub refused: AttrValue,
    /// Told what is typed, as [`Grid::to_text`] gives it, to be kept.
    pub onkeep: Callback<String>,
    /// Told the paper as it stands.
    pub ondone: Callback<Statement>,
}

/// A paper line by line.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let grid = {
        let (kept, statement) = (props.kept.clone(), props.statement.clone());
        use_state(move || kept.and_then(|text| Grid::from_text(&text)).unwrap_or_else(|| Grid::of(&statement)))
    };
    let taken = use_state(|| None::<(usize, Row)>);
    let problems = use_state_eq(Vec::<(Cell, AttrValue)>::new);
    let keep = props.onkeep.reform(|grid: Grid| grid.to_text());
    let set = {
        let (grid, keep) = (grid.clone(), keep.clone());
        Callback::from(move |next: Grid| {
            keep.emit(next.clone());
            grid.set(next);
        })
    };
    let go = {
        let (grid, problems, statement, today) = (grid.clone(), problems.clone(), props.statement.clone(), props.today);
        let ondone = props.ondone.clone();
        Callback::from(move |_: MouseEvent| match grid.read(&statement, today) {
            Ok(read) => ondone.emit(read),
            Err(wrong) => {
                problems.set(wrong.into_iter().map(|(cell, wrong)| (cell, words::both(&wrong).into())).collect());
            }
        })
    };
    let onkind = {
        let (grid, set) = (grid.clone(), set.clone());
        Callback::from(move |event: Event| {
            let chosen = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index());
            if let Some(kind) = chosen.ok().and_then(|at| StatementKind::ALL.get(at)) {
                set.emit(Grid { kind: *kind, ..(*grid).clone() });
            }
        })
    };
    let onadd = {
        let (grid, set) = (grid.clone(), set.clone());
        Callback::from(move |_: MouseEvent| set.emit((*grid).clone().with_row()))
    };
    let ontake = {
        let (grid, set, taken) = (grid.clone(), set.clone(), taken.clone());
        Callback::from(move |at: usize| {
            taken.set(grid.rows.get(at).map(|row| (at, row.clone())));
            set.emit((*grid).clone().without_row(at));
        })
    };
    let onback = {
        let (grid, set, taken) = (grid.clone(), set.clone(), taken.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((at, row)) = &*taken {
                set.emit((*grid).clone().with_row_at(*at, row.clone()));
            }
            taken.set(None);
        })
    };
    let cell = |cell: Cell, label: AttrValue, text: &str, entry: Entry| {
        let typed = |tell: Callback<Grid>| {
            let grid = grid.clone();
            Callback::from(move |text: String| tell.emit((*grid).clone().typed(cell, text)))
        };
        let error = problems.iter().find(|(wrong, _)| *wrong == cell).map(|(_, said)| said.clone()).unwrap_or_default();
        html! {
            <Field id={id(cell)} {label} {error} {entry} value={text.to_owned()} onchange={typed(set.clone())} oninput={typed(keep.clone())} />
        }
    };
    let columns = grid.columns();
    let row = |(at, row): (usize, &Row)| {
        let cells = columns.iter().map(|column| {
            let (label, entry) = (words::bills::column(*column), entry(*column));
            html! { <div class="bill-line__cell" data-column={key(*column)}>{ cell(Cell::Line(at, *column), label.into(), row.cell(*column), entry) }</div> }
        });
        let out = ontake.reform(move |_: MouseEvent| at);
        html! {
            <li key={at} class="bill-line">
                <fieldset>
                    <legend class="bill-line__name">{ format!("Line {}", at + 1) }</legend>
                    { source(row, &props.statement, props.draft.as_deref()) }
                    <div class="bill-line__cells">{ for cells }</div>
                    <button class="button" type="button" data-state="quiet" onclick={out}>{ "Take out" }<span class="visually-hidden">{ format!(" line {}", at + 1) }</span></button>
                </fieldset>
            </li>
        }
    };
    let mut lines: Vec<ErrorLine> = problems
        .iter()
        .map(|(cell, said)| {
            let text = format!("{}: {said}", words::bills::place(*cell, &grid));
            ErrorLine { field: id(*cell).into(), text: text.into() }
        })
        .collect();
    if !props.refused.is_empty() {
        lines.push(ErrorLine { field: "bill-kind".into(), text: props.refused.clone() });
    }
    html! {
        <>
            <ErrorSummary {lines} />
            { for props.draft.iter().flat_map(|draft| words::bills::warnings(draft)).map(|said| html! { <p>{ said }</p> }) }
            <div class="field">
                <label class="field__label" for="bill-kind">{ "What is it?" }</label>
                <select class="field__input" id="bill-kind" onchange={onkind}>
                    { for StatementKind::ALL.into_iter().map(|kind| html! { <option selected={kind == grid.kind}>{ words::bills::kind(kind) }</option> }) }
                </select>
            </div>
            if grid.kind == StatementKind::Eob { <p>{ words::intake::EOB_IS_NO_BILL }</p> }
            <section class="stack" aria-labelledby="bill-lines">
                <h2 id="bill-lines">{ "The lines" }</h2>
                <ol class="bill-lines">{ for grid.rows.iter().enumerate().map(row) }</ol>
                <div class="cluster">
                    <button class="button" type="button" data-state="secondary" onclick={onadd}>{ "Add a line" }</button>
                    if let Some((at, _)) = &*taken {
                        <button class="button" type="button" data-state="quiet" onclick={onback}>{ format!("Put line {} back", at + 1) }</button>
                    }
                </div>
                <p class="bill-lines__sum" role="status">{ words::bills::sum(&grid).unwrap_or_default() }</p>
            </section>
            <section class="stack" aria-labelledby="bill-totals">
                <h2 id="bill-totals">{ "The totals as printed" }</h2>
                <p>{ "Type what the paper takes off as a plain amount. Leave empty what is not on it." }</p>
                <div class="bill-totals">
                    { for grid.totals.iter().enumerate().map(|(at, total)| cell(Cell::Total(at), words::bills::total(total.kind).into(), &total.text, Entry::Amount)) }
                </div>
            </section>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={go}>{ props.done.clone() }</button>
            </div>
        </>
    }
}

/// The words that a line came from, and what in them was not sure.
fn source(row: &Row, statement: &Statement, draft: Option<&Draft>) -> Html {
    let line = row.line.and_then(|line| statement.lines.get(line));
    let Some(Provenance::Document { words, .. }) = line.map(|line| &line.from) else { return Html::default() };
    let left_out = draft.and_then(|draft| draft.lines.iter().find(|line| line.words == *words));
    html! {
        <>
            <p class="bill-line__words">{ format!("On the paper: \u{201c}{}\u{201d}", words.trim()) }</p>
            { for left_out.iter().flat_map(|line| words::bills::left_out(line)).map(|said| html! { <p class="bill-line__doubt">{ said }</p> }) }
        </>
    }
}

fn id(cell: Cell) -> String {
    match cell {
        Cell::Line(row, column) => format!("line-{}-{}", row + 1, key(column)),
        Cell::Total(at) => format!("total-{}", at + 1),
    }
}

fn key(column: Column) -> &'static str {
    match column {
        Column::On => "day",
        Column::Code => "code",
        Column::What => "what",
        Column::Units => "units",
        Column::Billed => "charge",
        Column::Allowed => "allowed",
        Column::PlanPaid => "paid",
        Column::Share => "share",
    }
}

fn entry(column: Column) -> Entry {
    match column {
        Column::On | Column::Code | Column::Units => Entry::Number,
        Column::What => Entry::Words,
        Column::Billed | Column::Allowed | Column::PlanPaid | Column::Share => Entry::Amount,
    }
}
