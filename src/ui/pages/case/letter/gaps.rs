//! What a letter still lacks, with how to get each.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::Case;
use crate::kinds::PaperKind;
use crate::letters::Draft;
use crate::letters::gap::Missing;
use crate::ui::route::Route;
use crate::words;

/// The case and its letter.
#[derive(Properties, PartialEq)]
pub struct GapsProps {
    /// The case.
    pub case: Rc<Case>,
    /// The letter.
    pub draft: Rc<Draft>,
}

/// What the letter still lacks.
#[component]
pub fn Gaps(props: &GapsProps) -> Html {
    let gaps = &props.draft.gaps;
    if gaps.is_empty() {
        return Html::default();
    }
    let facts = Route::Facts { id: props.case.id.0.clone() }.href();
    let criteria = Route::Criteria { id: props.case.id.0.clone() }.href();
    let papers = Route::Papers { id: props.case.id.0.clone() }.href();
    html! {
        <section class="gap-list" aria-labelledby="gaps">
            <h2 class="gap-list__title" id="gaps">{ format!("Still missing: {}", gaps.len()) }</h2>
            <ul class="gap-list__items">
                { for gaps.iter().map(|gap| {
                    let what = match gap.what {
                        Missing::Fact(field) => words::fields::name(field),
                        Missing::Paper(kind) => words::steps::paper(kind),
                    };
                    let href = match gap.what {
                        Missing::Fact(_) => facts.clone(),
                        Missing::Paper(PaperKind::Criteria) => criteria.clone(),
                        Missing::Paper(_) => papers.clone(),
                    };
                    html! {
                        <li class="gap-list__item">
                            <p class="gap-list__what">{ what }</p>
                            <p class="gap-list__how">{ format!("{} {}", gap.why, gap.get.how()) }</p>
                            <a class="button" {href} data-state="quiet">{ "Add it" }<span class="visually-hidden">{ format!("({what})") }</span></a>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
