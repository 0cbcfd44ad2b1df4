//! The two clocks: on a line, as a table, and each with its arithmetic and what it rests on.

mod beside;

use yew::prelude::*;

use super::frame::{CaseFrame, CaseProps};
use super::now;
use crate::case::Case;
use crate::civil::Date;
use crate::deadlines::{self, Deadline, Side, Standing, When};
use crate::finding::Finding;
use crate::kinds::Field;
use crate::paper::{long_day, weekday_day};
use crate::rulebook::{self, schema::Source};
use crate::ui::parts::{
    Badge, Calendar, Heading, Here, Lane, Mark, Notice, Timeline, Tone, Why, cannot_wait, standing_key,
};
use crate::ui::route::Route;
use crate::words;
use crate::words::agenda::{self, Wanted};

/// The two clocks of a case.
#[component]
pub fn DatesPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let dates = deadlines::of(case, rulebook::book(), *today);
    let coverage = now::coverage(case);
    let all: Vec<(char, &Deadline)> = ('A'..='Z').zip(dates.mine.iter().chain(&dates.theirs)).collect();
    let marks: Vec<Mark> = all.iter().filter_map(|(key, deadline)| mark(*key, deadline)).collect();
    let said = use_state_eq(String::new);
    let onsave = {
        let (case, today, said) = (case.clone(), *today, said.clone());
        Callback::from(move |wanted: Wanted| {
            said.set(crate::ui::pages::saved_for_calendar(&[&*case], today, wanted));
        })
    };
    let side = |side: Side| {
        let clocks = all.iter().filter(move |(_, deadline)| deadline.side == side);
        html! { <div class="stack">{ for clocks.map(|(key, deadline)| clock(case, *key, deadline, *today)) }</div> }
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Dates} aside={(!dates.theirs.is_empty()).then(|| html! {
            <><h2>{ "By when they must answer" }</h2>{ side(Side::Theirs) }</>
        })}>
            { cannot_wait(&now::steps(case, *today).urgencies, coverage) }
            <Heading text="Dates" />
            if all.is_empty() && !case.has_denial() {
                <p>{ "No last day of the law runs here yet: nothing was refused. If the plan says no, add the date on its letter, and the last day to appeal stands here." }</p>
                if let Some(due) = case.day(Field::BillDue) {
                    <p>{ format!("The bill asks to be paid by {}. That is the biller\u{2019}s own day. If you ask about the bill before it, ask in writing that the account is on hold meanwhile.", weekday_day(due.value)) }</p>
                }
            } else if all.is_empty() {
                <Notice id="no-dates" title="No date yet" tone={Tone::Warn}>
                    <p>{ "Look on the letter for a last day to appeal, and add the date printed on it. Then the date stands here." }</p>
                    <a class="button" data-state="primary" href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add a date" }</a>
                </Notice>
            }
            if !marks.is_empty() {
                <Timeline today={*today} {marks} />
                <Why ask="The same dates as a table">{ table(&all) }</Why>
            }
            if !dates.mine.is_empty() {
                <h2>{ "By when you must act" }</h2>
                { whose_law(case) }
                { side(Side::Mine) }
            }
            if case.has_denial() {
                { beside::no_pause(coverage, *today) }
                { beside::outside(case, coverage, *today) }
                { beside::road(case) }
            }
            <Calendar waits={agenda::waits(case)} {onsave} said={(*said).clone()} />
        </CaseFrame>
    }
}

/// Whether the law of the person's state applies, and the way to what it adds.
fn whose_law(case: &Case) -> Html {
    let place = case.text(Field::State).and_then(|state| rulebook::book().place(state.value));
    let Some(said) = words::state_law::of(&case.coverage_kind(), place) else { return Html::default() };
    html! {
        <p>
            { said }{ " " }
            if let Some(place) = place {
                <a href={Route::YourState { state: place.code.clone() }.href()}>{ words::state_law::adds(place) }</a>
            } else {
                <a href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add your state" }</a>
            }
        </p>
    }
}

fn mark(key: char, deadline: &Deadline) -> Option<Mark> {
    let lane = match deadline.side {
        Side::Mine => Lane::Mine,
        Side::Theirs => Lane::Theirs,
    };
    let day = deadline.when.value()?.aim_for;
    Some(Mark { key, lane, day, what: words::deadlines::title(deadline) })
}

fn table(all: &[(char, &Deadline)]) -> Html {
    html! {
        <div class="table" role="region" aria-label="All dates" tabindex="0">
            <table class="table__grid">
                <caption class="table__caption">{ "All dates" }</caption>
                <thead><tr><th scope="col">{ "What" }</th><th scope="col">{ "Whose" }</th><th scope="col">{ "Date" }</th><th scope="col">{ "Now" }</th></tr></thead>
                <tbody>
                    { for all.iter().map(|(key, deadline)| html! {
                        <tr>
                            <th scope="row">{ format!("{key}. {}", words::deadlines::title(deadline)) }</th>
                            <td>{ if deadline.side == Side::Mine { "Yours" } else { "Theirs" } }</td>
                            <td>{ deadline.when.value().map_or_else(|| "Not known".to_owned(), |when| long_day(when.aim_for)) }</td>
                            <td>{ words::deadlines::standing(deadline.standing) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn clock(case: &Case, key: char, deadline: &Deadline, today: Date) -> Html {
    let id = format!("clock-{}", key.to_ascii_lowercase());
    let (side, whose) = match deadline.side {
        Side::Mine => ("mine", "Your date: you must act"),
        Side::Theirs => ("theirs", "Their date: they must answer"),
    };
    let state = standing_key(deadline.standing);
    html! {
        <article key={id.clone()} class="clock" data-side={side} data-state={state} aria-labelledby={id.clone()}>
            <p class="clock__side"><span class="clock__key">{ key.to_string() }</span>{ format!(" {whose}") }</p>
            <h3 class="clock__what" {id}>{ words::deadlines::title(deadline) }</h3>
            if let Some(when) = deadline.when.value() {
                <p class="clock__date"><time datetime={when.aim_for.to_string()}>{ weekday_day(when.aim_for) }</time></p>
            } else {
                <p class="clock__date">{ "Not known yet" }</p>
            }
            <p class="clock__left"><Badge {state} word={words::deadlines::standing(deadline.standing)} /></p>
            <p class="clock__other">{ words::deadlines::advice(deadline) }</p>
            { for words::deadlines::more_time(deadline).into_iter().map(|said| html! { <p class="clock__other">{ said }</p> }) }
            { for words::deadlines::assumptions(deadline).into_iter().map(|said| html! { <p class="clock__other">{ said }</p> }) }
            { open_question(case, &deadline.when) }
            if deadline.side == Side::Mine {
                { step_facts(deadline, today) }
            }
            if deadline.when.value().is_some() {
                { how(deadline, today) }
            }
            if matches!(deadline.standing, Standing::Late { .. }) {
                <a class="button" data-state="primary" href={Route::Next { id: case.id.0.clone() }.href()}>{ "What to do when it is late" }</a>
            }
        </article>
    }
}

/// What would settle a date that is assumed or not known.
fn open_question(case: &Case, when: &Finding<When>) -> Html {
    let ask = match when {
        Finding::Certain(_) => return Html::default(),
        Finding::Assumed { because, .. } => because,
        Finding::Unknown { ask } => ask,
    };
    // The state's own time is open also where the state is known.
    let open = ask.iter().filter(|field| **field != Field::State || case.fact(Field::State).is_none());
    let names: Vec<String> = open.map(|field| words::fields::name(*field).to_lowercase()).collect();
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <p class="clock__other">
            { format!("It could change with: {}. ", names.join(", ")) }
            <a href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add what you know" }</a>
        </p>
    }
}

/// Who decides, how to file, and what it costs.
fn step_facts(deadline: &Deadline, today: Date) -> Html {
    let said = words::deadlines::step::about(deadline, rulebook::book(), today);
    if said.is_empty() {
        return Html::default();
    }
    html! {
        <details class="clock__how">
            <summary class="clock__ask">{ words::deadlines::step::ASK }</summary>
            <dl class="clock__answer">
                { for said.into_iter().map(|(what, told)| html! { <div class="next-card__fact"><dt>{ what }</dt><dd>{ told }</dd></div> }) }
            </dl>
        </details>
    }
}

/// The arithmetic in words, and what the date rests on.
fn how(deadline: &Deadline, today: Date) -> Html {
    html! {
        <details class="clock__how">
            <summary class="clock__ask">{ "How this date is counted" }</summary>
            <div class="clock__answer">
                <ol class="clock__steps">{ for words::deadlines::arithmetic(deadline).into_iter().map(|said| html! { <li>{ said }</li> }) }</ol>
                if let Some(rule) = deadline.rule {
                    <p>{ rule.text.clone() }</p>
                    if !rule.if_missed.is_empty() { <p>{ format!("If it is missed: {}", rule.if_missed) }</p> }
                    if !rule.doubt.is_empty() { <p>{ format!("A doubt: {}", rule.doubt) }</p> }
                } else {
                    <p>{ words::deadlines::no_rule(deadline) }</p>
                }
                { for deadline.sources.iter().map(|source| cite(source, today)) }
            </div>
        </details>
    }
}

fn cite(source: &Source, today: Date) -> Html {
    html! {
        <>
            <p class="clock__cite">
                <a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a>
                { format!(", last checked on {}.", long_day(source.checked_on)) }
                if source.is_stale(today) { { " It should have been checked again by now: compare it with your letter." } }
            </p>
            if !source.quote.is_empty() {
                <blockquote class="source__words">{ source.quote.clone() }</blockquote>
            }
            <p><Badge state={source.confidence.key()} word={words::deadlines::confidence(source.confidence)} /></p>
        </>
    }
}
