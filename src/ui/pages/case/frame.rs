//! What every place of a case stands in: its name, the five places, one or two columns.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::Case;
use crate::civil::Date;
use crate::ui::parts::{Here, PlaceNav};
use crate::words;

/// What a place of a case is given.
#[derive(Properties, PartialEq)]
pub struct CaseProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
}

/// A place of a case.
#[derive(Properties, PartialEq)]
pub struct CaseFrameProps {
    /// The case.
    pub case: Rc<Case>,
    /// Which place this belongs to.
    pub here: Here,
    /// The main column.
    pub children: Html,
    /// The second column; left out when empty.
    #[prop_or_default]
    pub aside: Option<Html>,
}

/// The frame around a place of a case.
#[component]
pub fn CaseFrame(props: &CaseFrameProps) -> Html {
    let name = words::cases::name(&props.case);
    let about = words::cases::about(&props.case);
    html! {
        <div class="case">
            <header class="case__head">
                <p class="case__name">{ name }</p>
                if !about.is_empty() {
                    <p class="case__about">{ about }</p>
                }
            </header>
            <PlaceNav id={props.case.id.0.clone()} here={props.here} />
            <div class="case__body">
                <div class="case__main stack">{ props.children.clone() }</div>
                if let Some(aside) = &props.aside {
                    <aside class="case__aside stack" aria-label="At hand">{ aside.clone() }</aside>
                }
            </div>
        </div>
    }
}
