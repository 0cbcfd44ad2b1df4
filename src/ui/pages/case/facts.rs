//! Everything known in a case, each fact with its source, and the way to add or correct one.

use std::rc::Rc;

use yew::prelude::*;

use super::earlier::Earlier;
use super::frame::{CaseFrame, CaseProps};
use crate::case::{Case, Change, PlayId, Provenance};
use crate::civil::Date;
use crate::kinds::Field;
use crate::paper::long_day;
use crate::rulebook;
use crate::ui::parts::{ErrorLine, ErrorSummary, FactInput, Heading, Here, Source, Typed};
use crate::ui::store::Act;
use crate::words;

/// The facts in groups, as a person would look for them; the newest notice first.
const GROUPS: [(&str, &[Field]); 5] = [
    (
        "The decision",
        &[
            Field::NoticeDate,
            Field::NoticeReceived,
            Field::StatedLastDay,
            Field::StatedWindow,
            Field::Reason,
            Field::ReasonCode,
            Field::ReferenceNumber,
        ],
    ),
    (
        "The care",
        &[
            Field::Service,
            Field::ServiceDate,
            Field::RequestSent,
            Field::Timing,
            Field::ProcedureCode,
            Field::DiagnosisCode,
            Field::Provider,
            Field::Facility,
            Field::ClaimNumber,
            Field::AuthorizationNumber,
            Field::Billed,
            Field::Allowed,
            Field::PatientShare,
        ],
    ),
    ("What else matters", &[Field::InNetwork, Field::ApprovalAsked, Field::Emergency, Field::Urgent, Field::Statement]),
    (
        "The plan",
        &[
            Field::CoverageFrom,
            Field::Funding,
            Field::Insurer,
            Field::Plan,
            Field::Employer,
            Field::MemberId,
            Field::GroupNumber,
            Field::State,
            Field::Decider,
            Field::AppealAddress,
            Field::AppealPhone,
            Field::AppealFax,
        ],
    ),
    ("The people", &[Field::Patient, Field::Member, Field::Representative, Field::SenderAddress]),
];

/// Everything known in a case.
#[component]
pub fn FactsPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let editing = use_state_eq(|| None::<Field>);
    let edit = {
        let editing = editing.clone();
        Callback::from(move |field: Option<Field>| editing.set(field))
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Facts}>
            <Heading text="Facts" />
            <p>{ "Letters and dates use what stands here. Change what is wrong, and add what is missing." }</p>
            <Situation case={case.clone()} today={*today} />
            { for GROUPS.into_iter().enumerate().map(|(at, (title, fields))| {
                let id = title.to_lowercase().replace(' ', "-");
                // Where an answer came, what is told now is the answer's.
                let title = if at == 0 { words::cases::notice(case.notices.len().saturating_sub(1), case.notices.len()) } else { title };
                html! {
                    <>
                        <section key={id.clone()} class="stack" aria-labelledby={id.clone()}>
                            <h2 {id}>{ title }</h2>
                            <dl class="summary-list">
                                { for fields.iter().map(|field| html! {
                                    <FactRow key={words::fields::name(*field)} case={case.clone()} today={*today} field={*field}
                                        open={*editing == Some(*field)} onedit={edit.clone()} />
                                }) }
                            </dl>
                        </section>
                        if at == 0 {
                            <Earlier case={case.clone()} />
                        }
                    </>
                }
            }) }
        </CaseFrame>
    }
}

#[derive(Properties, PartialEq)]
struct FactRowProps {
    case: Rc<Case>,
    today: Date,
    field: Field,
    open: bool,
    onedit: Callback<Option<Field>>,
}

/// One fact: its value and its source, or the field to change it.
#[component]
fn FactRow(props: &FactRowProps) -> Html {
    let name = words::fields::name(props.field);
    if props.open {
        return html! {
            <div class="summary-list__row">
                <dt class="summary-list__name">{ name }</dt>
                <dd class="summary-list__value"><FactEdit case={props.case.clone()} today={props.today} field={props.field} ondone={props.onedit.reform(|()| None)} /></dd>
            </div>
        };
    }
    let fact = props.case.fact(props.field);
    let unknown = props.case.said_unknown(props.field);
    let change = {
        let field = props.field;
        props.onedit.reform(move |_: MouseEvent| Some(field))
    };
    let value = match fact {
        Some(fact) => words::fields::say(&fact.value),
        None if unknown => "You don\u{2019}t know".to_owned(),
        None => "Not known yet".to_owned(),
    };
    html! {
        <div class="summary-list__row" data-state={fact.is_none().then_some("unknown")}>
            <dt class="summary-list__name">{ name }</dt>
            <dd class="summary-list__value">{ value }</dd>
            if let Some(fact) = fact {
                <dd class="summary-list__from">{ view_source(&props.case, &fact.from) }</dd>
            }
            <dd class="summary-list__change">
                <button class="button" type="button" data-state="quiet" onclick={change}>
                    { if fact.is_some() { "Change" } else { "Add" } }<span class="visually-hidden">{ format!("({name})") }</span>
                </button>
            </dd>
        </div>
    }
}

/// Where a fact comes from, in words.
pub(super) fn view_source(case: &Case, from: &Provenance) -> Html {
    match from {
        Provenance::Document { document, words } => {
            let title = case.document(*document).map_or("a paper", |document| &*document.title);
            html! { <Source words={words.clone()} from={format!("From {title}")} /> }
        }
        Provenance::Call { call } => html! { { case.call(*call).map(words::cases::call_line).unwrap_or_default() } },
        Provenance::Statement { on } => html! { { format!("You said so on {}", long_day(*on)) } },
    }
}

#[derive(Properties, PartialEq)]
struct FactEditProps {
    case: Rc<Case>,
    today: Date,
    field: Field,
    ondone: Callback<()>,
}

/// The field for one fact, with its three ways out.
#[component]
fn FactEdit(props: &FactEditProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let typed = use_state_eq(|| Typed::of(props.field, props.case.fact(props.field).map(|fact| &fact.value)));
    let error = use_state_eq(String::new);
    let id = "fact-edit";
    let onchange = {
        let typed = typed.clone();
        Callback::from(move |next: Typed| typed.set(next))
    };
    let field = props.field;
    let apply = {
        let (act, case, today, ondone, error) =
            (act, props.case.clone(), props.today, props.ondone.clone(), error.clone());
        Callback::from(move |change: Change| match act.change(&case, today, vec![change]) {
            Ok(()) => ondone.emit(()),
            Err(refusal) => error.set(words::both(&refusal)),
        })
    };
    let keep = {
        let (apply, typed, error, today) = (apply.clone(), typed.clone(), error.clone(), props.today);
        Callback::from(move |_: MouseEvent| {
            if matches!(&*typed, Typed::Row(Some(key)) if key == "unknown") {
                apply.emit(Change::SaidUnknown { field });
                return;
            }
            match typed.read(field) {
                Ok(value) => apply.emit(Change::Learned { field, value, from: Provenance::Statement { on: today } }),
                Err(said) => error.set(said),
            }
        })
    };
    let unknown = apply.reform(move |_: MouseEvent| Change::SaidUnknown { field });
    let cancel = props.ondone.reform(|_: MouseEvent| ());
    let lines = if error.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLine { field: typed.first_input(id).into(), text: (*error).clone().into() }]
    };
    html! {
        <div class="stack">
            <ErrorSummary {lines} />
            <FactInput {id} {field} value={(*typed).clone()} error={(*error).clone()} {onchange} />
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={keep}>{ "Keep this" }</button>
                <button class="button" type="button" data-state="secondary" onclick={unknown}>{ "I don\u{2019}t know" }</button>
                <button class="button" type="button" data-state="quiet" onclick={cancel}>{ "Leave it as it was" }</button>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SituationProps {
    case: Rc<Case>,
    today: Date,
}

/// What the case is about: one or several of the situations that we have a way through.
#[component]
fn Situation(props: &SituationProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let row = |(id, name): (String, String)| {
        let play = PlayId(id.clone());
        let chosen = props.case.situations.contains(&play);
        let onchange = {
            let (act, case, today) = (act.clone(), props.case.clone(), props.today);
            Callback::from(move |_: Event| {
                let play = play.clone();
                let change = if chosen { Change::SituationDropped { play } } else { Change::SituationChosen { play } };
                // A situation is a name; no rule refuses one.
                let _ = act.change(&case, today, vec![change]);
            })
        };
        html! {
            <label key={id} class="choices__row">
                <input class="choices__input" type="checkbox" name="situation" checked={chosen} {onchange} />
                <span class="choices__text"><span class="choices__name">{ name }</span></span>
            </label>
        }
    };
    let plays = rulebook::book().plays.iter().filter(|play| play.id != crate::steps::GENERAL);
    html! {
        <fieldset class="choices">
            <legend class="choices__legend"><h2>{ "What is this about?" }</h2></legend>
            <p class="choices__hint">{ "Choose all that fit. If none fits, the general way stands." }</p>
            <div class="choices__list">{ for plays.map(|play| row((play.id.clone(), play.name.clone()))) }</div>
        </fieldset>
    }
}
