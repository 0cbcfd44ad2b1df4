//! Every problem at a glance: its first step and its approach, to be narrowed by problem and by coverage.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::kinds::{CoverageKind, ProblemGroup};
use crate::rulebook;
use crate::ui::route::Route;
use crate::words;
use crate::words::guide::glance::{self, Row};

/// The table of problems.
#[component]
pub fn Glance() -> Html {
    let group = use_state_eq(|| None::<ProblemGroup>);
    let coverage = use_state_eq(|| None::<CoverageKind>);
    let rows = glance::rows(rulebook::book());
    let mut coverages: Vec<CoverageKind> = rows.iter().flat_map(|row| row.coverage).copied().collect();
    coverages.sort_unstable();
    coverages.dedup();
    let groups = glance::groups(&rows);
    let fits = |row: &&Row<'_>| {
        group.is_none_or(|group| row.group == group)
            && coverage.is_none_or(|kind| row.coverage.is_empty() || row.coverage.contains(&kind))
    };
    let shown: Vec<&Row<'_>> = rows.iter().filter(fits).collect();
    let choose_group = {
        let (group, groups) = (group.clone(), groups.clone());
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            group.set(groups.iter().copied().find(|group| group.key() == key));
        })
    };
    let choose_coverage = {
        let (coverage, coverages) = (coverage.clone(), coverages.clone());
        Callback::from(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<usize>().ok();
            coverage.set(at.and_then(|at| coverages.get(at)).copied());
        })
    };
    html! {
        <>
            <div class="cluster">
                <div class="field">
                    <label class="field__label" for="glance-group">{ "Kind of problem" }</label>
                    <select class="field__input" id="glance-group" onchange={choose_group}>
                        <option value="" selected={group.is_none()}>{ "All" }</option>
                        { for groups.iter().map(|one| html! {
                            <option value={one.key()} selected={*group == Some(*one)}>{ glance::group(*one) }</option>
                        }) }
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for="glance-coverage">{ "Coverage" }</label>
                    <select class="field__input" id="glance-coverage" onchange={choose_coverage}>
                        <option value="" selected={coverage.is_none()}>{ "Any" }</option>
                        { for coverages.iter().enumerate().map(|(at, kind)| html! {
                            <option value={at.to_string()} selected={*coverage == Some(*kind)}>{ words::steps::coverage(*kind) }</option>
                        }) }
                    </select>
                </div>
            </div>
            <p class="live" role="status">{ counted(shown.len()) }</p>
            <div class="table" data-narrow="stacked" role="region" aria-label="Problems at a glance" tabindex="0">
                <table class="table__grid">
                    <thead><tr>
                        <th scope="col">{ "Problem" }</th><th scope="col">{ "Typical first step" }</th>
                        <th scope="col">{ "Possible approach" }</th><th scope="col">{ "Coverage" }</th>
                    </tr></thead>
                    <tbody>{ for shown.into_iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn counted(rows: usize) -> String {
    match rows {
        0 => "No problem fits. Choose \u{201c}All\u{201d} or \u{201c}Any\u{201d}.".to_owned(),
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    }
}

fn row(row: &Row<'_>) -> Html {
    let href = Route::Play { play: row.play.to_owned() }.href();
    html! {
        <tr key={row.play.to_owned()}>
            <th scope="row"><a {href}>{ row.problem }</a></th>
            <td data-label="Typical first step">{ row.first_step }</td>
            <td data-label="Possible approach">{ row.approach }</td>
            <td data-label="Coverage">{ glance::coverage(row) }</td>
        </tr>
    }
}
