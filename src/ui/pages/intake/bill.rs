//! The bill at the door: its words pasted or dropped, or no words at all; then its lines.

use std::rc::Rc;

use yew::prelude::*;

use super::ScreenProps;
use crate::importers::bill::Warning;
use crate::intake::Intake;
use crate::storage::DraftKey;
use crate::ui::parts::{ErrorLine, ErrorSummary, Lines, Notice, TextDrop, Tone, words_in};
use crate::ui::route::Route;
use crate::ui::store::{Act, State};
use crate::words;

fn draft_of(what: &str) -> DraftKey {
    DraftKey { case: None, what: what.into() }
}

/// The bill's words.
#[component]
pub fn PasteBill(props: &ScreenProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let today = state.today;
    let area = use_node_ref();
    let first = {
        let (read, text) = (act.desk.read.clone(), props.intake.text().to_owned());
        use_memo((), move |()| if text.is_empty() { read.emit(draft_of("bill")).unwrap_or_default() } else { text })
    };
    let problem = use_state_eq(String::new);
    // A text that is no bill is asked about once; the person may know better.
    let doubted = use_state_eq(|| None::<Rc<Intake>>);
    let oninput = act.desk.typed.reform(|text: String| (draft_of("bill"), text));
    let onproblem = {
        let problem = problem.clone();
        Callback::from(move |said: String| problem.set(said))
    };
    let took = {
        let (ondone, done) = (props.ondone.clone(), act.desk.done.clone());
        Callback::from(move |next: Intake| {
            // The words are in the case now, and the lines of an earlier bill are not those of this one.
            done.emit(draft_of("bill"));
            done.emit(draft_of("bill-lines"));
            ondone.emit(next);
        })
    };
    let read = {
        let (area, problem, doubted) = (area.clone(), problem.clone(), doubted.clone());
        let (intake, took, ondone) = (props.intake.clone(), took.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| match intake.read_bill(Some(&words_in(&area)), today) {
            Ok(next) if is_no_bill(&next) => {
                problem.set(String::new());
                doubted.set(Some(Rc::new(next)));
            }
            // The same words again: their lines stand as they were left.
            Ok(next) if next.so_far() == intake.so_far() => ondone.emit(next),
            Ok(next) => took.emit(next),
            Err(error) => problem.set(words::both(&error)),
        })
    };
    let go_on = {
        let (doubted, took) = (doubted.clone(), took.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(next) = &*doubted {
                took.emit((**next).clone());
            }
        })
    };
    let by_hand = {
        let (intake, problem) = (props.intake.clone(), problem.clone());
        Callback::from(move |_: MouseEvent| match intake.read_bill(None, today) {
            Ok(next) => took.emit(next),
            Err(error) => problem.set(words::both(&error)),
        })
    };
    let lines = if problem.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLine { field: "bill-text".into(), text: (*problem).clone().into() }]
    };
    html! {
        <>
            <ErrorSummary {lines} />
            if doubted.is_some() {
                <Notice id="not-a-bill" title="This does not look like a bill" tone={Tone::Warn} role="alert">
                    <p>{ "Check that you copied the page with the services and the amounts. A letter that says no has its own way." }</p>
                    <p class="cluster">
                        <button class="button" type="button" data-state="secondary" onclick={go_on}>{ "It is the right paper" }</button>
                        <a class="button" data-state="quiet" href={Route::NewLetter.href()}>{ "It is a letter that says no" }</a>
                    </p>
                </Notice>
            }
            <p>{ words::intake::BILL }</p>
            <TextDrop id="bill-text" label="The words of the bill" hint={words::intake::CAMERA} first={(*first).clone()} {area}
                wrong={!problem.is_empty()} {oninput} {onproblem} />
            if state.saves() { <p>{ words::storage::KEEP_A_COPY }</p> }
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={read}>{ "Read the bill" }</button>
                <button class="button" type="button" data-state="quiet" onclick={by_hand}>{ "Type it line by line" }</button>
            </div>
        </>
    }
}

/// Whether the words are no bill, explanation of benefits, receipt or estimate.
fn is_no_bill(intake: &Intake) -> bool {
    intake.bill().is_some_and(|draft| draft.kind.is_none() || draft.warnings.contains(&Warning::NotHealth))
}

/// The bill's lines and totals.
#[component]
pub fn BillLines(props: &ScreenProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let today = use_context::<Rc<State>>().expect("the app gives it to every page").today;
    let kept = {
        let read = act.desk.read.clone();
        use_memo((), move |()| read.emit(draft_of("bill-lines")).map(AttrValue::from))
    };
    let refused = use_state_eq(String::new);
    let Some(statement) = props.intake.statement() else { return Html::default() };
    let ondone = {
        let (intake, told, refused) = (props.intake.clone(), props.ondone.clone(), refused.clone());
        let done = act.desk.done.clone();
        Callback::from(move |statement| match intake.with_lines(statement, today) {
            Ok(next) => {
                done.emit(draft_of("bill-lines"));
                told.emit(next);
            }
            Err(refusal) => refused.set(words::both(&refusal)),
        })
    };
    let onkeep = act.desk.typed.reform(|text: String| (draft_of("bill-lines"), text));
    let draft = props.intake.bill().cloned().map(Rc::new);
    html! {
        <Lines statement={statement.clone()} {draft} kept={(*kept).clone()} {today} done="Yes, this is on the bill"
            refused={(*refused).clone()} {onkeep} {ondone} />
    }
}
