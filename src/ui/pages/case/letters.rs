//! Letters and calls of a case: what was begun, what was sent, what was said.

use yew::prelude::*;

use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use super::now;
use crate::case::{Call, Case, Letter, Number};
use crate::kinds::{CallKind, LetterKind};
use crate::paper::long_day;
use crate::ui::parts::{Badge, Empty, Heading, Here, Sign};
use crate::ui::route::Route;
use crate::words;

/// Letters and calls of a case.
#[component]
pub fn LettersPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let steps = now::steps(case, *today);
    // A confirmation is written from its call.
    let offered: Vec<LetterKind> = steps
        .letters
        .iter()
        .copied()
        .filter(|kind| *kind != LetterKind::L22 && case.letters.iter().all(|letter| letter.kind != *kind))
        .collect();
    html! {
        <CaseFrame case={case.clone()} here={Here::Letters}>
            <Heading text="Letters and calls" />
            <section class="stack" aria-labelledby="letters">
                <h2 id="letters">{ "Letters" }</h2>
                if !case.letters.is_empty() {
                    <ul class="case-list">{ for case.letters.iter().map(|letter| letter_row(case, letter)) }</ul>
                }
                if !offered.is_empty() {
                    <h3>{ "Letters for this case" }</h3>
                    <ul class="case-list">
                        { for offered.into_iter().map(|kind| html! {
                            <li class="case-list__item">
                                <p class="case-list__name">{ words::steps::letter(kind) }</p>
                                <p class="case-list__about">{ words::steps::letter_purpose(kind) }</p>
                                <LetterButton case={case.clone()} today={*today} {kind} state="secondary" named={false} />
                            </li>
                        }) }
                    </ul>
                }
            </section>
            <section class="stack" aria-labelledby="calls">
                <h2 id="calls">{ "Calls" }</h2>
                if case.calls.is_empty() {
                    <Empty id="no-calls" sign={Sign::Phone} title="No calls yet"
                        text="Start one from here: you have the words to say and a place for notes on one page." />
                } else {
                    <ul class="case-list">{ for case.calls.iter().map(|call| call_row(case, call)) }</ul>
                }
                <ul class="cluster">
                    { for steps.calls.iter().map(|script| script.kind).map(|kind| html! {
                        <li><a class="button" data-state="secondary" href={call_route(case, kind).href()}>{ words::steps::call(kind) }</a></li>
                    }) }
                </ul>
            </section>
        </CaseFrame>
    }
}

fn call_route(case: &Case, kind: CallKind) -> Route {
    Route::Call { id: case.id.0.clone(), kind: kind.key().into() }
}

fn letter_row(case: &Case, letter: &Letter) -> Html {
    let route = Route::Letter { id: case.id.0.clone(), letter: letter.number.0 };
    let (state, word) = match letter.sendings.last() {
        Some(sending) => ("done", format!("Sent on {}", long_day(sending.on))),
        None => ("unknown", format!("Begun on {}, not sent", long_day(letter.begun))),
    };
    html! {
        <li class="case-list__item">
            <a class="case-list__name" href={route.href()}>{ words::steps::letter(letter.kind) }</a>
            <p class="case-list__about">{ words::steps::letter_purpose(letter.kind) }</p>
            <p class="case-list__next"><Badge {state} {word} /></p>
        </li>
    }
}

fn call_row(case: &Case, call: &Call) -> Html {
    let confirmation = case.letters.iter().find(|letter| letter.about_call == Some(call.number));
    let follow_up = call.follow_up.map(|day| format!("Ask again on {}", long_day(day)));
    html! {
        <li class="case-list__item">
            <p class="case-list__name">{ words::cases::call_line(call) }</p>
            <p class="case-list__about">{ call.said.clone() }</p>
            if !call.promised.is_empty() {
                <p class="case-list__about">{ format!("Promised: {}", call.promised) }</p>
            }
            if let Some(word) = follow_up {
                <p class="case-list__next"><Badge state="later" {word} /></p>
            }
            if let Some(Letter { number: Number(letter), .. }) = confirmation {
                <a href={Route::Letter { id: case.id.0.clone(), letter: *letter }.href()}>{ "The letter that confirms it" }</a>
            }
        </li>
    }
}
