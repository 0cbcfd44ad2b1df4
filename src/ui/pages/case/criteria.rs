//! The plan's criteria, point by point: pasted, split, corrected, and marked with the words from the record.

mod paste;
mod point;

use std::rc::Rc;

use yew::prelude::*;

use self::paste::Paste;
use self::point::{Correct, Mark};
use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use crate::case::grid::{self, Kind};
use crate::case::{Case, Change, Document, Grid};
use crate::civil::Date;
use crate::kinds::{LetterKind, PaperKind};
use crate::ui::parts::{Heading, Here, Notice};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// The plan's criteria.
#[component]
pub fn CriteriaPage(props: &CaseProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let CaseProps { case, today } = props;
    let said = use_state_eq(String::new);
    let tell = {
        let said = said.clone();
        Callback::from(move |words: String| said.set(words))
    };
    let unread: Vec<&Document> = case
        .documents
        .iter()
        .filter(|paper| paper.kind == PaperKind::Criteria && !paper.text.trim().is_empty())
        .filter(|paper| case.grid(paper.number).is_none())
        .collect();
    let split = |paper: &Document| {
        let (act, case, today, tell) = (act.clone(), case.clone(), *today, tell.clone());
        let change = Change::CriteriaSplit { document: paper.number, pieces: grid::read(&paper.text) };
        Callback::from(move |_: MouseEvent| {
            tell.emit(match act.change(&case, today, vec![change.clone()]) {
                Ok(()) => "Split. Look at each piece below.".to_owned(),
                Err(refusal) => words::both(&refusal),
            });
        })
    };
    let kit = Route::Clinician { id: case.id.0.clone() }.href();
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="The plan\u{2019}s criteria" />
            <p>{ "A plan measures care against a list of points. Paste that list from the plan\u{2019}s policy. Then mark each point, and quote the words from your record that show it." }</p>
            <p class="live" role="status">{ (*said).clone() }</p>
            { for unread.into_iter().map(|paper| html! {
                <p class="cluster">
                    <span>{ paper.title.clone() }</span>
                    <button class="button" type="button" data-state="secondary" onclick={split(paper)}>{ "Split it into points" }<span class="visually-hidden">{ format!(": {}", paper.title) }</span></button>
                </p>
            }) }
            { for case.grids.iter().map(|grid| sheet(case, *today, grid, &tell)) }
            <Paste case={case.clone()} today={*today} tell={tell.clone()} />
            if !case.grids.is_empty() {
                <section class="stack" aria-labelledby="next-letters">
                    <h2 id="next-letters">{ "What to do with it" }</h2>
                    <p class="cluster">
                        <LetterButton case={case.clone()} today={*today} kind={LetterKind::L53} state="secondary" />
                        <LetterButton case={case.clone()} today={*today} kind={LetterKind::L01} state="secondary" />
                        <a class="button" data-state="secondary" href={kit}>{ "One page for the doctor\u{2019}s office" }</a>
                    </p>
                </section>
            }
        </CaseFrame>
    }
}

/// The criteria of one paper.
fn sheet(case: &Rc<Case>, today: Date, grid: &Grid, tell: &Callback<String>) -> Html {
    let title = case.document(grid.document).map(|paper| paper.title.clone()).unwrap_or_default();
    let id = format!("criteria-{}", grid.document.0);
    html! {
        <section class="stack" aria-labelledby={id.clone()}>
            <h2 id={id.clone()}>{ title }</h2>
            <p>{ "Every word of the text stands below. If a piece is split wrongly, correct it there." }</p>
            <ol class="record">
                { for grid.pieces.iter().enumerate().map(|(at, piece)| {
                    let name = format!("piece-{}-{at}", grid.document.0);
                    let body = match piece.kind {
                        Kind::Heading => html! { <h3>{ piece.whole() }</h3> },
                        Kind::Lead => html! {
                            <>
                                <p><strong>{ piece.whole() }</strong></p>
                                <p class="record__about">{ words::criteria::list(grid, at) }</p>
                            </>
                        },
                        Kind::Criterion => html! {
                            <Mark case={case.clone()} {today} document={grid.document} {at} tell={tell.clone()} />
                        },
                        Kind::Between | Kind::Text => html! { <p>{ piece.whole() }</p> },
                    };
                    html! {
                        <li key={at} class="record__item" id={name} tabindex="-1">
                            <div class="stack">
                                { body }
                                <Correct case={case.clone()} {today} document={grid.document} {at} tell={tell.clone()} />
                            </div>
                        </li>
                    }
                }) }
            </ol>
            <Notice id={format!("{id}-letter")} title="What the appeal says of these points">
                <ul>{ for words::criteria::summary(grid).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                <p>{ "Points that are left out are neither argued nor admitted. The whole policy is listed as enclosed, so the plan sees every point. The doctor is asked about each point, whatever you marked." }</p>
            </Notice>
        </section>
    }
}
