//! Papers: what proves the case, what is in hand, who has the rest, and the way to the packet.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::frame::{CaseFrame, CaseProps};
use super::now;
use crate::case::{Case, Change, Document, Number};
use crate::civil::Date;
use crate::kinds::PaperKind;
use crate::paper::long_day;
use crate::steps::{EvidenceItem, EvidenceState};
use crate::ui::parts::{DateField, DateText, ErrorLine, ErrorSummary, Field, Heading, Here};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// The kinds of papers a person can add, the most usual first.
const KINDS: [PaperKind; 15] = [
    PaperKind::DenialNotice,
    PaperKind::Eob,
    PaperKind::MedicalRecords,
    PaperKind::NecessityLetter,
    PaperKind::Referral,
    PaperKind::Authorization,
    PaperKind::ItemizedBill,
    PaperKind::PlanDocument,
    PaperKind::Criteria,
    PaperKind::ClaimFile,
    PaperKind::NetworkProof,
    PaperKind::EmergencyRecords,
    PaperKind::CallNotes,
    PaperKind::RepresentativeForm,
    PaperKind::Other,
];

/// Papers in hand and needed.
#[component]
pub fn PapersPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let steps = now::steps(case, *today);
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="Papers" />
            <section class="stack" aria-labelledby="needed">
                <h2 id="needed">{ "What proves it" }</h2>
                <ul class="task-list">{ for steps.evidence.iter().map(evidence) }</ul>
            </section>
            <section class="stack" aria-labelledby="held">
                <h2 id="held">{ "In hand" }</h2>
                if case.documents.is_empty() {
                    <p>{ "None noted yet. Note below each paper that you hold, so that the letter can name it." }</p>
                } else {
                    <ol class="record">{ for case.documents.iter().map(held) }</ol>
                }
                <AddPaper case={case.clone()} today={*today} />
            </section>
            <p class="cluster">
                <a class="button" data-state="secondary" href={Route::Criteria { id: case.id.0.clone() }.href()}>{ "The plan\u{2019}s criteria, point by point" }</a>
                <a class="button" data-state="secondary" href={Route::Clinician { id: case.id.0.clone() }.href()}>{ "One page for the doctor\u{2019}s office" }</a>
                <a class="button" data-state="primary" href={Route::Packet { id: case.id.0.clone() }.href()}>{ "Make the packet" }</a>
            </p>
        </CaseFrame>
    }
}

fn evidence(item: &EvidenceItem) -> Html {
    let state = match item.state {
        EvidenceState::Held { .. } => Some("done"),
        EvidenceState::Asked { .. } => Some("waiting"),
        EvidenceState::Missing => None,
    };
    html! {
        <li class="task-list__item" data-state={state}>
            <p class="task-list__name">{ item.evidence.what.clone() }</p>
            <span class="task-list__state">{ words::steps::evidence_state(item.state) }</span>
            <div class="task-list__why"><p>{ format!("{} {}: {}.", item.evidence.why, "Who has it", words::steps::who(item.evidence.from)) }</p>
                if let Some(letter) = item.evidence.letter.filter(|_| item.state == EvidenceState::Missing) {
                    <p>{ format!("The letter that asks for it: {}.", words::steps::letter(letter)) }</p>
                }
            </div>
        </li>
    }
}

fn held(document: &Document) -> Html {
    let day = document.dated.unwrap_or(document.added);
    html! {
        <li class="record__item">
            <p class="record__date"><time datetime={day.to_string()}>{ long_day(day) }</time></p>
            <span class="record__name">{ words::steps::paper(document.kind) }</span>
            <p class="record__about">{ document.title.clone() }</p>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct AddPaperProps {
    case: Rc<Case>,
    today: Date,
}

/// Noting a paper in hand: what it is, what the person calls it, its date.
#[component]
fn AddPaper(props: &AddPaperProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let kind = use_state_eq(|| PaperKind::MedicalRecords);
    let title = use_state_eq(String::new);
    let dated = use_state_eq(DateText::default);
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let onkind = {
        let kind = kind.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            if let Some(next) = usize::try_from(chosen).ok().and_then(|at| KINDS.get(at)) {
                kind.set(*next);
            }
        })
    };
    let ontitle = {
        let title = title.clone();
        Callback::from(move |text: String| title.set(text))
    };
    let ondated = {
        let dated = dated.clone();
        Callback::from(move |text: DateText| dated.set(text))
    };
    let add = {
        let (kind, title, dated, problems) = (kind.clone(), title.clone(), dated.clone(), problems.clone());
        let (act, case, today) = (act, props.case.clone(), props.today);
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = dated.problem().filter(|_| !dated.is_empty()) {
                problems.set(vec![ErrorLine { field: "paper-dated-month".into(), text: text.into() }]);
                return;
            }
            let name = title.trim();
            let name = if name.is_empty() { words::steps::paper(*kind) } else { name };
            let paper = Document {
                number: Number(case.next_number),
                kind: *kind,
                title: name.to_owned(),
                dated: dated.day(),
                added: today,
                text: String::new(),
            };
            match act.change(&case, today, vec![Change::DocumentAdded(paper)]) {
                Ok(()) => {
                    title.set(String::new());
                    dated.set(DateText::default());
                    problems.set(Vec::new());
                }
                Err(refusal) => {
                    let text = words::both(&refusal);
                    problems.set(vec![ErrorLine { field: "paper-title".into(), text: text.into() }]);
                }
            }
        })
    };
    let error = |id: &str| -> AttrValue {
        problems.iter().find(|line| line.field.starts_with(id)).map(|line| line.text.clone()).unwrap_or_default()
    };
    html! {
        <details class="why">
            <summary class="why__ask">{ "Note a paper that you hold" }</summary>
            <div class="why__answer stack">
                <ErrorSummary lines={(*problems).clone()} />
                <div class="field">
                    <label class="field__label" for="paper-kind">{ "What is it?" }</label>
                    <select class="field__input" id="paper-kind" onchange={onkind}>
                        { for KINDS.iter().map(|one| html! { <option selected={*one == *kind}>{ words::steps::paper(*one) }</option> }) }
                    </select>
                </div>
                <Field id="paper-title" label="What do you call it?" hint="For example: notes of the visit on January 5" error={error("paper-title")}
                    value={(*title).clone()} onchange={ontitle} />
                <DateField id="paper-dated" legend="Date on it, if any" error={error("paper-dated")} value={(*dated).clone()} onchange={ondated} />
                <div class="cluster"><button class="button" type="button" data-state="secondary" onclick={add}>{ "Note it" }</button></div>
            </div>
        </details>
    }
}
