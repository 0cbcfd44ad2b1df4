//! What codes mean, and the rights and rules of the book to search.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{source, sources_of};
use crate::kinds::{Confidence, CoverageKind};
use crate::rulebook::{self, Rule};
use crate::ui::parts::{Badge, Entry, Field, Why};
use crate::ui::route::Route;
use crate::words;
use crate::words::guide::codes::{self, Decoded};
use crate::words::guide::rights;
use crate::words::state_law;

/// What is typed first, and the first coverage chosen; for whoever looks at the page without typing.
#[derive(Default, Properties, PartialEq)]
pub struct CodesProps {
    /// Codes that are already there.
    #[prop_or_default]
    pub typed: AttrValue,
}

/// The decoder and the search.
#[component]
pub fn Codes(props: &CodesProps) -> Html {
    html! {
        <>
            <Decoder typed={props.typed.clone()} />
            <Rights />
        </>
    }
}

#[component]
fn Decoder(props: &CodesProps) -> Html {
    let first = props.typed.to_string();
    let typed = use_state_eq(|| first);
    let ontyped = {
        let typed = typed.clone();
        Callback::from(move |text: String| typed.set(text))
    };
    let (read, unread) = codes::decoded(&typed, rulebook::book(), rulebook::annex());
    html! {
        <section class="stack" aria-labelledby="decoder">
            <h2 id="decoder">{ "What your codes mean" }</h2>
            <p>{ codes::GROUP_FIRST }</p>
            <Field id="typed-codes" label={codes::FIELD} hint={codes::HINT} entry={Entry::Lines(2)} value={(*typed).clone()}
                onchange={ontyped.clone()} oninput={Some(ontyped)} />
            <div class="live stack" role="status">
                { for read.iter().map(decoded) }
                { for unread.iter().map(|word| html! { <p><strong>{ word.clone() }</strong>{ ": " }{ codes::NOT_A_CODE }</p> }) }
            </div>
            <p>{ codes::NEVER_FIRST }</p>
        </section>
    }
}

fn decoded(one: &Decoded<'_>) -> Html {
    html! {
        <section key={one.printed.clone()} class="stack">
            <h3>{ one.printed.clone() }</h3>
            if let Some(group) = one.group {
                <p><strong>{ format!("{} ({}): ", group.code, group.name) }</strong>{ group.plain.clone() }{ " " }{ sure(group.confidence) }</p>
            }
            if let Some(missing) = one.no_group {
                <p>{ missing }</p>
            }
            if let Some(code) = one.code {
                <p><strong>{ format!("{}: ", code.code) }</strong>{ code.plain.clone() }{ " " }{ sure(code.confidence) }</p>
                if code.not_a_denial {
                    <p>{ codes::NO_DENIAL }</p>
                }
            } else {
                <p>{ if one.retired { codes::RETIRED } else { codes::UNKNOWN } }</p>
                <p>{ codes::ASK }</p>
            }
            { advice(one) }
            { for one.plays.iter().map(|play| html! {
                <p><a href={Route::Play { play: play.id.clone() }.href()}>{ format!("The way through it: {}", play.name) }</a></p>
            }) }
        </section>
    }
}

fn advice(one: &Decoded<'_>) -> Html {
    let Some(advice) = one.advice else { return Html::default() };
    html! {
        <>
            <dl class="next-card__facts">
                { fact("Who has to put it right", codes::fixes(&advice.fixes)) }
                if let Some(group) = one.group {
                    { fact("May you be billed, by its letters?", group.billed.clone()) }
                }
                if let Some(billed) = advice.billed {
                    { fact("And by its number?", codes::billed(billed).to_owned()) }
                }
                { fact("Do first", advice.first_step.clone()) }
                if let Some(family) = one.family {
                    { fact("In short", codes::way(family.way).to_owned()) }
                    { fact("The usual way", family.path.clone()) }
                }
                if !advice.usual_groups.is_empty() {
                    { fact("Usually printed with", advice.usual_groups.join(", ")) }
                }
            </dl>
            <p>{ codes::ADVICE }{ " " }{ sure(advice.confidence) }</p>
        </>
    }
}

fn fact(what: &'static str, told: String) -> Html {
    html! { <div class="next-card__fact"><dt>{ what }</dt><dd>{ told }</dd></div> }
}

fn sure(confidence: Confidence) -> Html {
    html! { <Badge state={confidence.key()} word={words::deadlines::confidence(confidence)} /> }
}

#[component]
fn Rights() -> Html {
    let book = rulebook::book();
    let wanted = use_state_eq(String::new);
    let coverage = use_state_eq(|| None::<CoverageKind>);
    let coverages = rights::coverages(book);
    let onwanted = {
        let wanted = wanted.clone();
        Callback::from(move |text: String| wanted.set(text))
    };
    let choose = {
        let (coverage, coverages) = (coverage.clone(), coverages.clone());
        Callback::from(move |event: Event| {
            coverage.set(chosen(&event).and_then(|at| coverages.get(at)).copied());
        })
    };
    let state = use_state_eq(|| None::<usize>);
    let live = {
        let state = state.clone();
        Callback::from(move |event: Event| state.set(chosen(&event)))
    };
    let place = (*state).and_then(|at| book.places.get(at));
    let found = rights::found(book, &wanted, *coverage, place);
    html! {
        <section class="stack" aria-labelledby="rights">
            <h2 id="rights">{ "The rules that protect you" }</h2>
            <div class="field">
                <label class="field__label" for="rights-coverage">{ "Coverage" }</label>
                <select class="field__input" id="rights-coverage" onchange={choose}>
                    <option value="" selected={coverage.is_none()}>{ "Any" }</option>
                    { for coverages.iter().enumerate().map(|(at, kind)| html! {
                        <option value={at.to_string()} selected={*coverage == Some(*kind)}>{ words::steps::coverage(*kind) }</option>
                    }) }
                </select>
            </div>
            <div class="field">
                <label class="field__label" for="rights-state">{ "State" }</label>
                <select class="field__input" id="rights-state" onchange={live}>
                    <option value="" selected={state.is_none()}>{ "Any" }</option>
                    { for book.places.iter().enumerate().map(|(at, place)| html! {
                        <option value={at.to_string()} selected={*state == Some(at)}>{ place.name.clone() }</option>
                    }) }
                </select>
            </div>
            if let Some(said) = coverage.and_then(|kind| state_law::of_kind(kind, place)) {
                <p>{ said }</p>
            }
            if let Some(place) = place {
                <p><a href={Route::YourState { state: place.code.clone() }.href()}>{ state_law::adds(place) }</a></p>
            }
            <Field id="find-rule" label={rights::FIELD} hint={rights::HINT} value={(*wanted).clone()} onchange={onwanted.clone()} oninput={Some(onwanted)} />
            <p class="live" role="status">{ found.counted() }</p>
            { rules(rights::RIGHTS, &found.rights, *coverage) }
            { rules(rights::OTHERS, &found.others, *coverage) }
        </section>
    }
}

/// Which option of a list was chosen; `None` for the first, which stands for any.
fn chosen(event: &Event) -> Option<usize> {
    event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()
}

fn rules(title: &'static str, rules: &[&Rule], coverage: Option<CoverageKind>) -> Html {
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ title }</h3>
            { for rules.iter().map(|one| rule(one, coverage)) }
        </>
    }
}

fn rule(rule: &Rule, coverage: Option<CoverageKind>) -> Html {
    let states = Route::GuidePage { page: words::guide::Page::States.key().to_owned() };
    html! {
        <Why key={rule.id.clone()} ask={rule.title.clone()}>
            <p>{ rule.text.clone() }</p>
            { for [&rule.if_missed, &rule.extension, &rule.doubt].into_iter().filter(|text| !text.is_empty()).map(|text| html! {
                <p>{ text.clone() }</p>
            }) }
            if rule.by_state.is_some() {
                <p><a href={states.href()}>{ rights::BY_STATE }</a></p>
            }
            if let Some(kind) = coverage {
                { for rulebook::book().binding(rule, kind).into_iter().map(source) }
            } else {
                { sources_of(rule) }
            }
        </Why>
    }
}
