//! A paper from a file: claims as plans hand them out, a table, or a text. What it is, is said; what was read, is shown; only
//! what the person confirms comes into the case.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::preview;
use crate::browser::{files, page};
use crate::case::Case;
use crate::civil::Date;
use crate::importers::csv::{self, Holds, Mapping, Table};
use crate::importers::{bill, fhir};
use crate::intake::file::{self, Coming, Opened};
use crate::kinds::StatementKind;
use crate::storage::DraftKey;
use crate::ui::parts::{ErrorLine, ErrorSummary};
use crate::ui::store::Act;
use crate::words::{self, InWords};

/// The case.
#[derive(Properties, PartialEq)]
pub struct FromFileProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// No file yet.
    None,
    /// Claims to choose from, and which of them are in the case.
    Claims(Rc<fhir::Reading>, Vec<usize>),
    /// A table whose columns are to be confirmed.
    Table(Rc<Table>, Mapping, StatementKind),
    /// A paper to look at before it comes into the case; what to go back to.
    Paper(Rc<Coming>, Vec<String>, Box<Stage>),
}

/// A paper from a file.
#[component]
pub fn FromFile(props: &FromFileProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let FromFileProps { case, today } = props;
    let stage = use_state(|| Stage::None);
    let name = use_state_eq(String::new);
    let problem = use_state_eq(String::new);
    let told = use_state_eq(String::new);
    let go = {
        let stage = stage.clone();
        Callback::from(move |next: Stage| {
            stage.set(next);
            page::focus("#from-file");
        })
    };
    let onfile = {
        let (go, name, problem, told) = (go.clone(), name.clone(), problem.clone(), told.clone());
        let read = act.desk.read.clone();
        Callback::from(move |event: Event| {
            let Some(chosen) = files::chosen(&event) else { return };
            let (go, name, problem, told, read) =
                (go.clone(), name.clone(), problem.clone(), told.clone(), read.clone());
            told.set("Reading the file\u{2026}".to_owned());
            yew::platform::spawn_local(async move {
                let opened = match files::bytes(&chosen, file::LIMIT).await {
                    Ok(bytes) => file::open(&chosen.name(), &bytes).map_err(|error| words::both(&error)),
                    Err(error) => Err(words::both(&error)),
                };
                told.set(String::new());
                name.set(chosen.name());
                match opened.and_then(|opened| first(opened, &read)) {
                    Ok(next) => {
                        problem.set(String::new());
                        go.emit(next);
                    }
                    Err(said) => problem.set(said),
                }
            });
        })
    };
    let add = {
        let (act, case, today, name) = (act.clone(), case.clone(), *today, name.clone());
        let (go, problem, told) = (go.clone(), problem.clone(), told.clone());
        Callback::from(move |(coming, back): (Rc<Coming>, Stage)| {
            match act.change(&case, today, coming.changes(&name, &case, today)) {
                Ok(()) => {
                    problem.set(String::new());
                    told.set(format!("{} added.", words::bills::kind(coming.kind)));
                    go.emit(back);
                }
                Err(refusal) => problem.set(words::both(&refusal)),
            }
        })
    };
    let lines = if problem.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLine { field: "paper-file".into(), text: (*problem).clone().into() }]
    };
    let close = go.reform(|_: MouseEvent| Stage::None);
    let shown = match &*stage {
        Stage::None => Html::default(),
        Stage::Claims(reading, added) => claims(reading, added, &go),
        Stage::Table(table, mapping, kind) => columns(table, mapping, *kind, &go, &problem, &act),
        Stage::Paper(coming, notes, back) => {
            let (next, before) = (after(coming, back), (**back).clone());
            let confirm = {
                let coming = coming.clone();
                add.reform(move |_: MouseEvent| (coming.clone(), next.clone()))
            };
            html! {
                <>
                    { preview::of(coming, notes, case, *today) }
                    <div class="cluster">
                        <button class="button" type="button" data-state="primary" onclick={confirm}>{ "Yes, add it to the case" }</button>
                        <button class="button" type="button" data-state="quiet" onclick={go.reform(move |_: MouseEvent| before.clone())}>{ "Back" }</button>
                    </div>
                </>
            }
        }
    };
    html! {
        <section class="stack" aria-labelledby="from-file">
            <h2 id="from-file" tabindex="-1">{ "From a file" }</h2>
            <ErrorSummary {lines} />
            <p class="live" role="status">{ (*told).clone() }</p>
            if *stage == Stage::None {
                <p id="paper-file-hint">{ "Claims from your plan\u{2019}s website or from Medicare (FHIR, in JSON), a table (CSV), or a text file. It stays on this device." }</p>
                <div class="dropzone__file-row">
                    <input class="dropzone__file visually-hidden" id="paper-file" type="file" accept=".json,.ndjson,.csv,.tsv,.txt" aria-describedby="paper-file-hint"
                        aria-invalid={(!problem.is_empty()).then_some("true")} onchange={onfile} />
                    <label class="dropzone__pick" for="paper-file">{ "Choose a file with claims or a table" }</label>
                </div>
            } else {
                { shown }
                <p><button class="button" type="button" data-state="quiet" onclick={close}>{ "Another file" }</button></p>
            }
        </section>
    }
}

/// Where to begin with a file.
fn first(opened: Opened, read: &Callback<DraftKey, Option<String>>) -> Result<Stage, String> {
    match opened {
        Opened::Claims(reading) => Ok(Stage::Claims(Rc::new(reading), Vec::new())),
        Opened::Table(table) => {
            let kept = read.emit(key(&table)).and_then(|text| file::kept_mapping(&text, &table));
            let mapping = kept.unwrap_or_else(|| csv::guess(&table));
            let is_eob =
                mapping.iter().flatten().any(|holds| matches!(holds, Holds::Allowed | Holds::PlanPaid | Holds::Share));
            let kind = if is_eob { StatementKind::Eob } else { StatementKind::Bill };
            Ok(Stage::Table(Rc::new(table), mapping, kind))
        }
        Opened::Words(text) => {
            let draft = bill::read(&text).map_err(|error| words::both(&error))?;
            let Some(kind) = draft.kind.as_ref().map(|kind| kind.value) else {
                return Err(words::both(&bill::Warning::NotABill));
            };
            let notes = words::bills::warnings(&draft);
            Ok(Stage::Paper(Rc::new(Coming { draft, text, kind }), notes, Box::new(Stage::None)))
        }
    }
}

/// What to show once a paper is in the case: of several claims, the others.
fn after(coming: &Coming, back: &Stage) -> Stage {
    let Stage::Claims(reading, added) = back else { return Stage::None };
    let own = reading.eobs.iter().position(|eob| eob.text == coming.text);
    let added: Vec<usize> = added.iter().copied().chain(own).collect();
    if added.len() >= reading.eobs.len() { Stage::None } else { Stage::Claims(reading.clone(), added) }
}

/// The claims of a file: each can be looked at and added; what is none is named.
fn claims(reading: &Rc<fhir::Reading>, added: &[usize], go: &Callback<Stage>) -> Html {
    let both = |said: words::Words| format!("{} {}", said.what, said.now);
    let notes: Vec<String> = reading
        .warnings
        .iter()
        .map(InWords::in_words)
        .chain(reading.others.iter().map(InWords::in_words))
        .map(both)
        .collect();
    let one = |(at, eob): (usize, &fhir::Eob)| {
        let name = words::fhir::claim(eob);
        let onclick = {
            let (reading, added) = (reading.clone(), added.to_vec());
            go.reform(move |_: MouseEvent| paper(&reading, at, &added))
        };
        html! {
            <li>
                <p>{ name.clone() }</p>
                if added.contains(&at) {
                    <p>{ "In the case." }</p>
                } else {
                    <button class="button" type="button" data-state="secondary" {onclick}>{ "Look at it" }<span class="visually-hidden">{ format!(" ({name})") }</span></button>
                }
            </li>
        }
    };
    let count = match reading.eobs.len() {
        0 => "The file holds no claim for payment.".to_owned(),
        1 => "The file holds one claim.".to_owned(),
        count => format!("The file holds {count} claims. Look at the one that belongs to your bill."),
    };
    html! {
        <>
            <p>{ count }</p>
            if !notes.is_empty() { <ul>{ for notes.into_iter().map(|note| html! { <li>{ note }</li> }) }</ul> }
            <ol class="stack">{ for reading.eobs.iter().enumerate().map(one) }</ol>
        </>
    }
}

/// A claim of a file as a paper to look at.
fn paper(reading: &Rc<fhir::Reading>, at: usize, added: &[usize]) -> Stage {
    let back = Stage::Claims(reading.clone(), added.to_vec());
    let Some(eob) = reading.eobs.get(at) else { return back };
    let coming = Coming { draft: eob.draft.clone(), text: eob.text.clone(), kind: StatementKind::Eob };
    let notes = eob.warnings.iter().map(words::both).collect();
    Stage::Paper(Rc::new(coming), notes, Box::new(back))
}

fn key(table: &Table) -> DraftKey {
    DraftKey { case: None, what: file::mapping_key(table) }
}

/// What each column holds, to be confirmed, with the first cells of each.
fn columns(
    table: &Rc<Table>,
    mapping: &Mapping,
    kind: StatementKind,
    go: &Callback<Stage>,
    problem: &UseStateHandle<String>,
    act: &Act,
) -> Html {
    let chosen =
        |event: &Event| usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index()).ok();
    let of_kind = {
        let (table, mapping, go) = (table.clone(), mapping.clone(), go.clone());
        Callback::from(move |event: Event| {
            if let Some(kind) = chosen(&event).and_then(|at| StatementKind::ALL.get(at)) {
                go.emit(Stage::Table(table.clone(), mapping.clone(), *kind));
            }
        })
    };
    let read = {
        let (table, mapping, go, problem) = (table.clone(), mapping.clone(), go.clone(), problem.clone());
        let typed = act.desk.typed.clone();
        Callback::from(move |_: MouseEvent| match file::of_table(&table, &mapping, kind) {
            Ok((coming, unread)) => {
                problem.set(String::new());
                typed.emit((key(&table), file::mapping_text(&mapping)));
                let notes = unread.iter().map(words::both).collect();
                let back = Stage::Table(table.clone(), mapping.clone(), kind);
                go.emit(Stage::Paper(Rc::new(coming), notes, Box::new(back)));
            }
            Err(error) => problem.set(words::both(&error)),
        })
    };
    let column = |(at, name): (usize, &String)| {
        let held = mapping.get(at).copied().flatten();
        let onchange = {
            let (table, mapping, go) = (table.clone(), mapping.clone(), go.clone());
            Callback::from(move |event: Event| {
                let Some(row) = chosen(&event) else { return };
                let mut mapping = mapping.clone();
                if let Some(place) = mapping.get_mut(at) {
                    *place = row.checked_sub(1).and_then(|row| Holds::ALL.get(row)).copied();
                }
                go.emit(Stage::Table(table.clone(), mapping, kind));
            })
        };
        let cells: Vec<&str> =
            table.rows.iter().take(3).filter_map(|(_, cells)| cells.get(at)).map(String::as_str).collect();
        let id = format!("column-{}", at + 1);
        html! {
            <tr>
                <th scope="row">{ name.clone() }</th>
                <td data-label="First cells">{ cells.join("; ") }</td>
                <td data-label="What it holds">
                    <label class="visually-hidden" for={id.clone()}>{ format!("What {name} holds") }</label>
                    <select class="field__input" {id} {onchange}>
                        <option selected={held.is_none()}>{ "Leave it out" }</option>
                        { for Holds::ALL.into_iter().map(|holds| html! { <option selected={held == Some(holds)}>{ words::fhir::holds(holds) }</option> }) }
                    </select>
                </td>
            </tr>
        }
    };
    html! {
        <>
            <p>{ format!("It is a table with {} rows. Check what each column holds: it was guessed from the names.", table.rows.len()) }</p>
            if table.other_letters { <p>{ words::both(&fhir::FileWarning::OtherLetters) }</p> }
            <div class="field">
                <label class="field__label" for="table-kind">{ "What is it?" }</label>
                <select class="field__input" id="table-kind" onchange={of_kind}>
                    { for StatementKind::ALL.into_iter().map(|one| html! { <option selected={one == kind}>{ words::bills::kind(one) }</option> }) }
                </select>
            </div>
            <div class="table" data-narrow="stacked" role="region" aria-label="The columns" tabindex="0">
                <table class="table__grid">
                    <caption class="table__caption">{ "The columns" }</caption>
                    <thead><tr><th scope="col">{ "Column" }</th><th scope="col">{ "First cells" }</th><th scope="col">{ "What it holds" }</th></tr></thead>
                    <tbody>{ for table.head.iter().enumerate().map(column) }</tbody>
                </table>
            </div>
            <p><button class="button" type="button" data-state="primary" onclick={read}>{ "Read the table" }</button></p>
        </>
    }
}
