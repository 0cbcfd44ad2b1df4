//! What every place of a case stands in: its name, the five places, one or two columns.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::shelf;
use crate::case::{Case, CaseId};
use crate::civil::Date;
use crate::ui::parts::{Here, PlaceNav};
use crate::ui::route::Route;
use crate::ui::store::{Act, Action};
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
            if props.case.is_example() {
                <ExampleNote id={props.case.id.clone()} />
            }
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

#[derive(Properties, PartialEq)]
struct ExampleNoteProps {
    id: CaseId,
}

/// Says on every place of the example that it is one, and removes it in one click.
#[component]
fn ExampleNote(props: &ExampleNoteProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let onclick = {
        let id = props.id.clone();
        Callback::from(move |_: MouseEvent| match shelf::erase_case(&id) {
            Ok(()) => {
                act.dispatcher.dispatch(Action::Erased(id.clone()));
                act.go.emit(Route::Home);
            }
            Err(error) => act.dispatcher.dispatch(Action::NotKept(error.into())),
        })
    };
    html! {
        <aside class="example-note" aria-label="Example">
            <p>{ "This is an example. Its people and numbers are invented, and it never mixes with your own cases." }</p>
            <button class="button" type="button" data-state="secondary" {onclick}>{ "Remove the example" }</button>
        </aside>
    }
}
