//! All cases on this device, the one with the next date first; search, putting away, and the way to erase one.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{files, shelf};
use crate::case::{Case, CaseId, Change};
use crate::civil::Date;
use crate::deadlines::{self, Standing};
use crate::paper::long_day;
use crate::rulebook;
use crate::storage::copy;
use crate::ui::parts::{Badge, Calendar, Dialog, Empty, Field, Heading, Keep, Notice, Sign, Tone, standing_key};
use crate::ui::route::Route;
use crate::ui::store::{Act, Action, State};
use crate::words;
use crate::words::agenda::{self, Wanted};

/// A case in the list, with what the list says of it.
#[derive(Clone, PartialEq)]
struct Row {
    case: Rc<Case>,
    standing: Option<Standing>,
    title: String,
    aim: Option<Date>,
}

impl Row {
    fn of(case: &Rc<Case>, today: Date) -> Self {
        let dates = deadlines::of(case, rulebook::book(), today);
        let next = dates.next_mine();
        Self {
            case: case.clone(),
            standing: next.map(|next| next.standing),
            title: next.map(|next| words::deadlines::title(next).clone()).unwrap_or_default(),
            aim: next.and_then(|next| next.when.value()).map(|when| when.aim_for),
        }
    }

    /// The next date first; those without one after them, the newest first.
    fn order(&self) -> (bool, Option<Date>, std::cmp::Reverse<Date>) {
        (self.aim.is_none(), self.aim, std::cmp::Reverse(self.case.opened))
    }
}

/// All cases on this device.
#[component]
pub fn Cases() -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let act = use_context::<Act>().expect("the app gives it to every page");
    let erasing = use_state_eq(|| None::<CaseId>);
    let said = use_state_eq(String::new);
    let wanted = use_state_eq(String::new);
    let mut rows: Vec<Row> = state.cases.iter().map(|held| Row::of(&held.case, state.today)).collect();
    rows.sort_by_key(Row::order);
    let (example, own): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.case.is_example());
    let many = own.len() > 1;
    let found: Vec<Row> = own.iter().filter(|row| words::cases::matches(&row.case, &wanted)).cloned().collect();
    let (archived, open): (Vec<Row>, Vec<Row>) = found.into_iter().partition(|row| row.case.archived.is_some());
    let erase = {
        let erasing = erasing.clone();
        Callback::from(move |id: CaseId| erasing.set(Some(id)))
    };
    let row = |row: &Row| html! { <CaseRow key={row.case.id.0.clone()} row={row.clone()} today={state.today} onsaid={say(&said)} onerase={erase.clone()} /> };
    let onwanted = {
        let wanted = wanted.clone();
        Callback::from(move |text: String| wanted.set(text))
    };
    let dated = use_state_eq(String::new);
    let onsave = {
        let (state, dated) = (state.clone(), dated.clone());
        Callback::from(move |wanted: Wanted| {
            let own: Vec<&Case> = own_cases(&state).collect();
            dated.set(super::saved_for_calendar(&own, state.today, wanted));
        })
    };
    html! {
        <div class="center stack">
            <Heading text="Your cases" />
            <p class="live" role="status">{ (*said).clone() }</p>
            { set_aside(&state) }
            if own.is_empty() {
                <Empty id="no-cases" sign={Sign::Letters} title="No cases yet"
                    text="A case begins with the letter that said no, with a bill, or with care that is planned.">
                    <a class="button" data-state="primary" href={Route::Home.href()}>{ "Begin" }</a>
                </Empty>
            } else {
                if many {
                    <Field id="find-case" label="Find a case" hint="A name, a company, a number or a kind of care."
                        value={(*wanted).clone()} onchange={onwanted.clone()} oninput={Some(onwanted)} />
                }
                if open.is_empty() && archived.is_empty() {
                    <p role="status">{ format!("No case has \u{201c}{}\u{201d} in it.", *wanted) }</p>
                }
                <ul class="case-list">{ for open.iter().map(row) }</ul>
                if !archived.is_empty() {
                    <section class="stack" aria-labelledby="archived">
                        <h2 id="archived">{ "Put away" }</h2>
                        <ul class="case-list">{ for archived.iter().map(row) }</ul>
                    </section>
                }
                <p class="cluster">
                    <a class="button" data-state="primary" href={Route::Home.href()}>{ "Begin another case" }</a>
                </p>
                <Calendar waits={own_cases(&state).any(agenda::waits)} {onsave} said={(*dated).clone()} />
            }
            if !example.is_empty() {
                <section class="stack" aria-labelledby="example">
                    <h2 id="example">{ "Example" }</h2>
                    <ul class="case-list">{ for example.iter().map(row) }</ul>
                </section>
            }
            <p class="cluster">
                <a class="button" data-state="quiet" href={Route::OpenCopy.href()}>{ "Open a copy" }</a>
                <a class="button" data-state="quiet" href={Route::Data.href()}>{ "What is stored here" }</a>
            </p>
            if state.saves() { <Keep /> }
            { ask_erase(&state, &act, &erasing, &said) }
        </div>
    }
}

/// All cases but the example.
fn own_cases(state: &State) -> impl Iterator<Item = &Case> {
    state.cases.iter().map(|held| &*held.case).filter(|case| !case.is_example())
}

/// Says something in the page's live line.
fn say(said: &UseStateHandle<String>) -> Callback<String> {
    let said = said.clone();
    Callback::from(move |text: String| said.set(text))
}

fn ask_erase(
    state: &State,
    act: &Act,
    erasing: &UseStateHandle<Option<CaseId>>,
    said: &UseStateHandle<String>,
) -> Html {
    let Some(case) = (**erasing).clone().and_then(|id| state.case(&id.0)) else { return Html::default() };
    let onkeep = {
        let erasing = erasing.clone();
        Callback::from(move |()| erasing.set(None))
    };
    let ongo = {
        let (erasing, act, said, id) = (erasing.clone(), act.clone(), say(said), case.id.clone());
        Callback::from(move |()| {
            said.emit(erase_now(&act, &id, "The case is erased."));
            erasing.set(None);
        })
    };
    let name = words::cases::name(&case);
    html! {
        <Dialog id="erase" title="Erase this case?" keep="Keep it" go="Erase it" {onkeep} {ongo}>
            <p>{ format!("\u{201c}{name}\u{201d} is erased from this device at once and for good. {}.", words::storage::last_copy(case.copied)) }</p>
        </Dialog>
    }
}

/// Erases a case, and says how that went.
fn erase_now(act: &Act, id: &CaseId, done: &str) -> String {
    act.desk.forget.emit(Some(id.clone()));
    match shelf::erase_case(id) {
        Ok(()) => {
            act.dispatcher.dispatch(Action::Erased(id.clone()));
            // Words that found no room before may find some now.
            act.desk.again.emit(());
            done.to_owned()
        }
        Err(error) => words::both(&error),
    }
}

#[derive(Properties, PartialEq)]
struct CaseRowProps {
    row: Row,
    today: Date,
    onsaid: Callback<String>,
    onerase: Callback<CaseId>,
}

#[component]
fn CaseRow(props: &CaseRowProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let (row, case, today) = (&props.row, props.row.case.clone(), props.today);
    let name = words::cases::name(&case);
    html! {
        <li class="case-list__item">
            <a class="case-list__name" href={Route::Next { id: case.id.0.clone() }.href()}>{ name.clone() }</a>
            <p class="case-list__about">{ words::cases::about(&case) }</p>
            <p class="case-list__next">
                if let Some(standing) = row.standing {
                    <Badge state={standing_key(standing)} word={words::deadlines::standing(standing)} />
                    { format!(" {}", row.title) }
                    if let Some(aim) = row.aim { { format!(": {}", long_day(aim)) } }
                } else {
                    <Badge state="unknown" word="No date of yours is open" />
                }
            </p>
            if case.is_example() {
                <div class="cluster">{ remove_example(&act, &props.onsaid, &case.id) }</div>
            } else {
                <p class="case-list__copy">{ words::storage::last_copy(case.copied) }</p>
                <div class="cluster">
                    { act_button(&name, "Save a copy", " of ", "secondary", save(&act, &case, today, &props.onsaid)) }
                    { put_away(&act, &case, today, &name) }
                    { act_button(&name, "Erase", " ", "quiet", props.onerase.reform({ let id = case.id.clone(); move |_: MouseEvent| id.clone() })) }
                </div>
            }
        </li>
    }
}

fn act_button(
    name: &str,
    word: &'static str,
    between: &str,
    state: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button class="button" type="button" data-state={state} {onclick}>
            { word }<span class="visually-hidden">{ format!("{between}{name}") }</span>
        </button>
    }
}

fn save(act: &Act, case: &Rc<Case>, today: Date, onsaid: &Callback<String>) -> Callback<MouseEvent> {
    let (act, case, onsaid) = (act.clone(), case.clone(), onsaid.clone());
    Callback::from(move |_: MouseEvent| {
        let copy = copy::write([&*case], today);
        if let Err(error) = files::save(&copy::file_name(today), "application/json", copy.as_bytes()) {
            onsaid.emit(words::both(&error));
            return;
        }
        // The day of the copy is part of the case; nothing can refuse it.
        let _ = act.change(&case, today, vec![Change::CopySaved]);
    })
}

fn put_away(act: &Act, case: &Rc<Case>, today: Date, name: &str) -> Html {
    let (word, change) = match case.archived {
        None => ("Put away", Change::Archived),
        Some(_) => ("Take out again", Change::Unarchived),
    };
    let onclick = {
        let (act, case) = (act.clone(), case.clone());
        Callback::from(move |_: MouseEvent| {
            // Nothing refuses to put a case away or to take it out.
            let _ = act.change(&case, today, vec![change.clone()]);
        })
    };
    act_button(name, word, " ", "quiet", onclick)
}

/// Removes the example, in one click: there is nothing in it to lose.
fn remove_example(act: &Act, onsaid: &Callback<String>, id: &CaseId) -> Html {
    let onclick = {
        let (act, onsaid, id) = (act.clone(), onsaid.clone(), id.clone());
        Callback::from(move |_: MouseEvent| onsaid.emit(erase_now(&act, &id, "The example is removed.")))
    };
    html! { <button class="button" type="button" data-state="secondary" {onclick}>{ "Remove the example" }</button> }
}
/// Says that there are texts that could not be read, and where they are.
fn set_aside(state: &State) -> Html {
    if state.aside.is_empty() {
        return Html::default();
    }
    html! {
        <Notice id="set-aside" title={words::storage::SET_ASIDE} tone={Tone::Warn}>
            <p>{ "It is kept, whole. " }<a href={Route::Data.href()}>{ "See it and save it as a file" }</a></p>
        </Notice>
    }
}
