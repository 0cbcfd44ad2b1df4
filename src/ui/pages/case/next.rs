//! The one next step of a case, and below it everything else there is to do.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::answer::Outcome;
use super::awaiting::Awaiting;
use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use super::now;
use crate::case::{Case, Change};
use crate::civil::Date;
use crate::deadlines::{self, Deadlines, Side};
use crate::kinds::Field;
use crate::paper::weekday_day;
use crate::rulebook::{self, schema::Opens};
use crate::steps::{State, Step, Steps};
use crate::ui::parts::{Badge, Heading, Here, Why, cannot_wait, standing_key};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// The next step of a case.
#[component]
pub fn NextPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let act = use_context::<Act>().expect("the app gives it to every page");
    let steps = now::steps(case, *today);
    let aside = about(case, &steps);
    html! {
        <CaseFrame case={case.clone()} here={Here::Next} {aside}>
            { cannot_wait(&steps.urgencies, now::coverage(case)) }
            if let Some(step) = &steps.next {
                { card(case, *today, &act, step) }
            } else {
                <Heading text="Nothing to do now" />
                <p>{ words::steps::stage(steps.stage, steps.awaited) }</p>
            }
            <Clock case={case.clone()} today={*today} />
            <Awaiting case={case.clone()} today={*today} />
            <p class="cluster">
                <a class="button" data-state="secondary" href={Route::Options { id: case.id.0.clone() }.href()}>{ "Compare your options" }</a>
                if !case.statements.is_empty() {
                    <a class="button" data-state="secondary" href={Route::Bill { id: case.id.0.clone() }.href()}>{ "Look at the bill" }</a>
                    <a class="button" data-state="secondary" href={Route::Owe { id: case.id.0.clone() }.href()}>{ "What you really owe" }</a>
                }
            </p>
            <Outcome case={case.clone()} today={*today} />
            { for steps.warnings_everywhere().map(|warning| html! { <p>{ warning.text.clone() }</p> }) }
            { checklist(case, *today, &act, &steps) }
        </CaseFrame>
    }
}

#[derive(Properties, PartialEq)]
struct ClockProps {
    case: Rc<Case>,
    today: Date,
}

/// The date that presses most.
#[component]
fn Clock(props: &ClockProps) -> Html {
    let dates: Deadlines = deadlines::of(&props.case, rulebook::book(), props.today);
    let href = Route::Dates { id: props.case.id.0.clone() }.href();
    let Some(deadline) = dates.next_mine().or(dates.theirs.first()) else {
        let word = props.case.day(Field::BillDue).map_or_else(
            || "See the dates".to_owned(),
            |due| format!("The bill asks to be paid by {}: see the dates", weekday_day(due.value)),
        );
        return html! { <p><a {href}>{ word }</a></p> };
    };
    let state = standing_key(deadline.standing);
    let side = match deadline.side {
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    };
    html! {
        <article class="clock" data-side={side} data-state={state} aria-labelledby="clock-next">
            <h2 class="clock__what" id="clock-next">{ words::deadlines::title(deadline) }</h2>
            if let Some(when) = deadline.when.value() {
                <p class="clock__date"><time datetime={when.aim_for.to_string()}>{ weekday_day(when.aim_for) }</time></p>
            }
            <p class="clock__left"><Badge {state} word={words::deadlines::standing(deadline.standing)} /></p>
            <p class="clock__other">{ words::deadlines::advice(deadline) }</p>
            <p><a {href}>{ "How this date is counted" }</a></p>
        </article>
    }
}

fn card(case: &Rc<Case>, today: Date, act: &Act, step: &Step) -> Html {
    let state = step.by.map_or("later", |by| match today.days_until(by) {
        ..0 => "overdue",
        0..=14 => "soon",
        _ => "later",
    });
    html! {
        <section class="next-card" data-state={state} aria-labelledby="next-title">
            <p class="next-card__kicker">{ "Your next step" }</p>
            <Heading class="next-card__title" id="next-title" text={step.task.what.clone()} />
            <p class="next-card__why">{ step.task.why.clone() }</p>
            <dl class="next-card__facts">
                <div class="next-card__fact"><dt>{ "Takes" }</dt><dd>{ words::steps::about(step.task.minutes) }</dd></div>
                if let Some(by) = step.by {
                    <div class="next-card__fact"><dt>{ "By" }</dt><dd><time datetime={by.to_string()}>{ weekday_day(by) }</time></dd></div>
                }
            </dl>
            <div class="next-card__actions">
                { open(case, today, step) }
                <button class="button" type="button" data-state="quiet" onclick={done(case, today, act, step)}>{ "I did this already" }</button>
            </div>
            if !step.rules.is_empty() || !step.contacts.is_empty() {
                <Why ask="What stands behind this">
                    { for step.rules.iter().map(|rule| html! { <p>{ rule.text.clone() }</p> }) }
                    { for step.contacts.iter().map(|contact| html! { <p>{ format!("{}: {} {}", contact.name, contact.phone, contact.purpose) }</p> }) }
                </Why>
            }
        </section>
    }
}

/// The button that opens the step's tool.
fn open(case: &Rc<Case>, today: Date, step: &Step) -> Html {
    let id = case.id.0.clone();
    let link =
        |route: Route, word: &str| html! { <a class="button" data-state="primary" href={route.href()}>{ word }</a> };
    match step.task.opens {
        Opens::Call(kind) => link(Route::Call { id, kind: kind.key().into() }, "Prepare the call"),
        Opens::Letter(kind) => {
            html! { <LetterButton case={case.clone()} {today} {kind} state="primary" named={false} /> }
        }
        Opens::Fact(_) => link(Route::Facts { id }, "Add what you know"),
        Opens::Papers => link(Route::Papers { id }, "Go to your papers"),
        Opens::Packet => link(Route::Packet { id }, "Make the packet"),
        Opens::Bill => link(Route::Bill { id }, "Look at the bill"),
        Opens::Options => link(Route::Options { id }, "Compare your options"),
        Opens::Nothing => Html::default(),
    }
}

fn done<E: 'static>(case: &Rc<Case>, today: Date, act: &Act, step: &Step) -> Callback<E> {
    let (act, case, task) = (act.clone(), case.clone(), step.key.clone());
    Callback::from(move |_: E| {
        // A task is a key; no rule refuses one.
        let _ = act.change(&case, today, vec![Change::TaskDone { task: task.clone() }]);
    })
}

/// What this is about and how it is won.
fn about(case: &Case, steps: &Steps) -> Html {
    let book = rulebook::book();
    let chosen =
        case.situations.first().and_then(|play| book.play(&play.0)).or_else(|| book.play(crate::steps::GENERAL));
    let Some(play) = chosen else { return Html::default() };
    let list = |items: &[String]| html! { <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul> };
    html! {
        <section class="stack" aria-labelledby="about">
            <h2 id="about">{ format!("What this is about: {}", play.name) }</h2>
            <p>{ play.means.clone() }</p>
            <Why ask="What wins it, and what weakens it">
                <h3>{ "What wins it" }</h3>{ list(&play.wins) }
                <h3>{ "What weakens it" }</h3>{ list(&play.weakens) }
                <h3>{ "The way" }</h3>{ list(&play.approach) }
                if !play.wrong_tool.is_empty() { <h3>{ "When an appeal is the wrong tool" }</h3><p>{ play.wrong_tool.clone() }</p> }
                if !play.human_help.is_empty() { <h3>{ "When to get a person\u{2019}s help" }</h3><p>{ play.human_help.clone() }</p> }
            </Why>
            <p>{ words::steps::stage(steps.stage, steps.awaited) }</p>
        </section>
    }
}

fn checklist(case: &Rc<Case>, today: Date, act: &Act, steps: &Steps) -> Html {
    html! {
        <section class="stack" aria-labelledby="list">
            <h2 id="list">{ "Everything there is to do" }</h2>
            <ul class="task-list">{ for steps.checklist.iter().map(|step| item(case, today, act, step)) }</ul>
        </section>
    }
}

fn item(case: &Rc<Case>, today: Date, act: &Act, step: &Step) -> Html {
    let id = format!("task-{}", step.key.replace('.', "-"));
    let why = format!("{id}-why");
    let (state, checked) = match step.state {
        State::Open => (None, false),
        State::Done { .. } => (Some("done"), true),
        State::NotNow => (Some("waiting"), false),
    };
    let onchange = {
        let (act, case, task) = (act.clone(), case.clone(), step.key.clone());
        Callback::from(move |event: Event| {
            let task = task.clone();
            let ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
            let change = if ticked { Change::TaskDone { task } } else { Change::TaskReopened { task } };
            // A task is a key; no rule refuses one.
            let _ = act.change(&case, today, vec![change]);
        })
    };
    html! {
        <li key={id.clone()} class="task-list__item" data-state={state}>
            <input class="task-list__check" type="checkbox" id={id.clone()} {checked} aria-describedby={why.clone()} {onchange} />
            <label class="task-list__name" for={id}>{ step.task.what.clone() }</label>
            <span class="task-list__state">{ words::steps::state(step.state) }</span>
            <div class="task-list__why" id={why}><p>{ step.task.why.clone() }</p></div>
        </li>
    }
}
