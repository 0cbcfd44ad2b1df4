//! Where the coverage comes from and, for a plan from work, who pays its claims; and whether the care has been given.

use std::rc::Rc;

use yew::prelude::*;

use super::ScreenProps;
use crate::case::Refusal;
use crate::civil::Date;
use crate::intake::{Answer, Intake, asks_funding};
use crate::kinds::Field;
use crate::ui::parts::{Choice, Choices, ErrorLine, ErrorSummary, Source, Why, row_value};
use crate::ui::store::State;
use crate::words;
use crate::words::intake::{FROM, FUNDING, Row, TIMING};

const CHOOSE: &str = "Choose one. \u{201c}I don\u{2019}t know\u{201d} is fine.";

fn rows<T>(list: &[Row<T>], unknown: &'static str) -> Vec<Choice> {
    let known = list.iter().map(|(_, key, name, about)| Choice::new(*key, *name, *about));
    known.chain([Choice::dont_know(unknown)]).collect()
}

/// The key of the answer that stands for a field, if one does.
fn held<T: PartialEq>(intake: &Intake, field: Field, list: &[Row<T>]) -> Option<AttrValue> {
    if intake.so_far().said_unknown(field) {
        return Some("unknown".into());
    }
    let value = &intake.so_far().fact(field)?.value;
    list.iter().find(|(_, key, ..)| row_value(field, key).as_ref() == Some(value)).map(|(_, key, ..)| (*key).into())
}

fn answer(intake: &Intake, field: Field, key: &str, today: Date) -> Result<Intake, Refusal> {
    intake.answer(field, row_value(field, key).map_or(Answer::Unknown, Answer::Own), today)
}

/// Whether the care has been given.
#[component]
pub fn Care(props: &ScreenProps) -> Html {
    let today = use_context::<Rc<State>>().expect("the app gives it to every page").today;
    let chosen = {
        let first = held(&props.intake, Field::Timing, &TIMING);
        use_state_eq(|| first)
    };
    let error = use_state_eq(String::new);
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |key: AttrValue| chosen.set(Some(key)))
    };
    let go = {
        let (chosen, error, intake, ondone) =
            (chosen.clone(), error.clone(), props.intake.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(key) = &*chosen else {
                error.set(CHOOSE.into());
                return;
            };
            match answer(&intake, Field::Timing, key, today) {
                Ok(next) => ondone.emit(next),
                Err(refusal) => error.set(words::both(&refusal)),
            }
        })
    };
    let lines = summary(&error, "care");
    html! {
        <>
            <ErrorSummary {lines} />
            <Choices id="care" legend={html! { <span class="visually-hidden">{ "Has the care been given?" }</span> }}
                error={(*error).clone()} choices={rows(&TIMING, "")} chosen={(*chosen).clone()} {onchoose} />
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={go}>{ "Continue" }</button>
            </div>
        </>
    }
}

fn summary(error: &str, field: &'static str) -> Vec<ErrorLine> {
    if error.is_empty() { Vec::new() } else { vec![ErrorLine { field: field.into(), text: error.to_owned().into() }] }
}

/// Where the coverage comes from and who pays its claims.
#[component]
pub fn Coverage(props: &ScreenProps) -> Html {
    let today = use_context::<Rc<State>>().expect("the app gives it to every page").today;
    let from = {
        let first = held(&props.intake, Field::CoverageFrom, &FROM);
        use_state_eq(|| first)
    };
    let funding = {
        let first = held(&props.intake, Field::Funding, &FUNDING);
        use_state_eq(|| first)
    };
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let choose = |into: &UseStateHandle<Option<AttrValue>>| {
        let into = into.clone();
        Callback::from(move |key: AttrValue| into.set(Some(key)))
    };
    let asks =
        from.as_deref().and_then(|key| row_value(Field::CoverageFrom, key)).is_some_and(|value| asks_funding(&value));
    // What is about to end is asked next, where the coverage has a fast way for it.
    let goes_on = from
        .as_deref()
        .is_some_and(|key| answer(&props.intake, Field::CoverageFrom, key, today).is_ok_and(|next| !next.is_last()));
    let go_on = if goes_on { "Continue" } else { "Show me the next step" };
    let go = {
        let (from, funding, problems) = (from.clone(), funding.clone(), problems.clone());
        let (intake, ondone) = (props.intake.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| {
            let missing = |field: &'static str| vec![ErrorLine { field: field.into(), text: CHOOSE.into() }];
            let refused = |refusal: Refusal| {
                problems.set(vec![ErrorLine { field: "from".into(), text: words::both(&refusal).into() }]);
            };
            let Some(key) = &*from else { return problems.set(missing("from")) };
            let next = match answer(&intake, Field::CoverageFrom, key, today) {
                Ok(next) => next,
                Err(refusal) => return refused(refusal),
            };
            if !asks {
                return ondone.emit(next);
            }
            let Some(key) = &*funding else { return problems.set(missing("funding")) };
            match answer(&next, Field::Funding, key, today) {
                Ok(next) => ondone.emit(next),
                Err(refusal) => refused(refusal),
            }
        })
    };
    let error = |id: &str| -> AttrValue {
        problems.iter().find(|line| line.field == id).map(|line| line.text.clone()).unwrap_or_default()
    };
    html! {
        <>
            <ErrorSummary lines={(*problems).clone()} />
            if let Some((hint, _)) = props.intake.coverage_hint() {
                <Source words={hint.words.clone()} from={words::intake::hint(hint.about)} />
            }
            <Choices id="from" legend={html! { <span class="visually-hidden">{ "Where does the coverage come from?" }</span> }}
                hint="If you are on somebody else\u{2019}s plan, answer for that plan." error={error("from")}
                choices={rows(&FROM, "We go on, and tell you how to find out")} chosen={(*from).clone()} onchoose={choose(&from)} />
            if asks {
                <Choices id="funding" legend={html! { { "What does the insurance card or the plan booklet say?" } }}
                    hint="Look for small print at the foot of the card." error={error("funding")}
                    choices={rows(&FUNDING, words::intake::UNKNOWN_FUNDING)} chosen={(*funding).clone()} onchoose={choose(&funding)} />
            }
            <Why ask="Why we ask"><p>{ words::intake::WHY_COVERAGE }</p></Why>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={go}>{ go_on }</button>
            </div>
        </>
    }
}
