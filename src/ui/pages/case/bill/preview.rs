//! A paper from a file before it comes into the case: what it says, its first lines, its totals, and what to know about it.

use yew::prelude::*;

use super::paper;
use crate::case::Case;
use crate::civil::Date;
use crate::intake::file::Coming;
use crate::kinds::StatementKind;
use crate::ui::parts::{Notice, Tone};
use crate::words;

/// How many lines are shown; all of them come in.
const AT_ONCE: usize = 25;

/// The paper.
pub fn of(coming: &Coming, notes: &[String], case: &Case, today: Date) -> Html {
    let statement = coming.statement(case, today);
    let count = statement.lines.len();
    let facts =
        statement.facts.iter().map(|(field, fact)| (words::fields::name(field), words::fields::say(&fact.value)));
    html! {
        <>
            <h3>{ words::bills::kind(coming.kind) }</h3>
            if coming.kind == StatementKind::Eob { <p>{ words::intake::EOB_IS_NO_BILL }</p> }
            if coming.is_for_somebody_else(case, today) {
                <Notice id="somebody-else" title="This names another patient than your case does" tone={Tone::Warn} role="alert">
                    <p>{ "Add it only if it belongs here: a name can be misspelled, or a plan can name the member. Otherwise go back and choose another." }</p>
                </Notice>
            }
            if !notes.is_empty() {
                <h4>{ "Good to know" }</h4>
                <ul>{ for notes.iter().map(|note| html! { <li>{ note.clone() }</li> }) }</ul>
            }
            if coming.is_cut() { <p>{ "Its words are longer than are kept of one paper. All lines and amounts are kept." }</p> }
            <dl class="summary-list">{ for facts.map(|(name, value)| html! {
                <div class="summary-list__row"><dt class="summary-list__name">{ name }</dt><dd class="summary-list__value">{ value }</dd></div>
            }) }</dl>
            if count > AT_ONCE { <p>{ format!("The first {AT_ONCE} of {count} lines. All of them are added.") }</p> }
            { paper::lines(&statement, AT_ONCE) }
            { paper::totals(&statement) }
        </>
    }
}
