//! The notices before the newest: all that is known of each, to be read. Changes go to the newest.

use std::rc::Rc;

use yew::prelude::*;

use super::facts::view_source;
use crate::case::{Case, Notice};
use crate::words;

/// The case.
#[derive(Properties, PartialEq)]
pub struct EarlierProps {
    /// The case.
    pub case: Rc<Case>,
}

/// The notices before the newest, newest first.
#[component]
pub fn Earlier(props: &EarlierProps) -> Html {
    let case = &props.case;
    let before = case.notices.len().saturating_sub(1);
    html! { { for (0..before).rev().map(|at| view(case, at, &case.notices[at])) } }
}

fn view(case: &Case, at: usize, notice: &Notice) -> Html {
    let id = format!("notice-{}", at + 1);
    let mut facts = notice.facts.iter().peekable();
    let empty = facts.peek().is_none();
    html! {
        <section key={id.clone()} class="stack" aria-labelledby={id.clone()}>
            <h2 {id}>{ words::cases::notice(at, case.notices.len()) }</h2>
            if empty {
                <p>{ "Nothing is known of it." }</p>
            } else {
                <dl class="summary-list">
                    { for facts.map(|(field, fact)| html! {
                        <div class="summary-list__row">
                            <dt class="summary-list__name">{ words::fields::name(field) }</dt>
                            <dd class="summary-list__value">{ words::fields::say(&fact.value) }</dd>
                            <dd class="summary-list__from">{ view_source(case, &fact.from) }</dd>
                        </div>
                    }) }
                </dl>
            }
        </section>
    }
}
