//! An explanation of benefits line by line: what each charge became, as a picture with a table beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::CaseFrame;
use crate::case::{Case, Number, Part, Statement, StatementLine};
use crate::money::Cents;
use crate::reconcile::walk::{self, Course, Went};
use crate::rulebook;
use crate::ui::parts::{Heading, Here, Notice};
use crate::ui::route::Route;
use crate::words;
use crate::words::reconcile::walk as said;

/// How many lines are shown at once.
const AT_ONCE: usize = 25;

/// Which paper.
#[derive(Properties, PartialEq)]
pub struct EobProps {
    /// The case.
    pub case: Rc<Case>,
    /// The paper's number.
    pub paper: Number,
}

/// An explanation of benefits line by line.
#[component]
pub fn EobPage(props: &EobProps) -> Html {
    let EobProps { case, paper } = props;
    let shown = use_state_eq(|| AT_ONCE);
    let back = Route::Owe { id: case.id.0.clone() }.href();
    let Some(eob) = case.statement(*paper) else {
        return html! {
            <CaseFrame case={case.clone()} here={Here::Papers}>
                <Heading text="This paper is not in the case" />
                <p><a class="button" data-state="primary" href={back}>{ "What you really owe" }</a></p>
            </CaseFrame>
        };
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + AT_ONCE))
    };
    let course = walk::of_paper(eob);
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="Your EOB, line by line" />
            <Notice id="not-a-bill" title="This is not a bill">
                <p>{ said::NO_BILL.trim_start_matches("This is not a bill. ") }</p>
            </Notice>
            <section class="stack" aria-labelledby="in-all">
                <h2 id="in-all">{ words::bills::name(eob) }</h2>
                { for said::story(&course).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
                { picture(&course) }
                { whole(&course) }
            </section>
            <section class="stack" aria-labelledby="each-line">
                <h2 id="each-line">{ "Each line" }</h2>
                if eob.lines.is_empty() {
                    <p>{ "It lists no services, only totals." }</p>
                }
                <ol class="stack">{ for eob.lines.iter().take(*shown).map(one_line) }</ol>
                if eob.lines.len() > *shown {
                    <p><button class="button" type="button" data-state="secondary" onclick={more}>{ format!("Show more lines ({} in all)", eob.lines.len()) }</button></p>
                }
            </section>
            { codes(eob) }
            <p><a class="button" data-state="primary" href={back}>{ "What you really owe" }</a></p>
        </CaseFrame>
    }
}

fn one_line(line: &StatementLine) -> Html {
    let course = walk::of_line(line);
    let parts = Part::ALL.into_iter().filter_map(|part| Some((part, line.detail.parts.get(&part)?)));
    let parts: Vec<_> = parts.filter(|(part, cents)| *part != Part::Discount && cents.0 != 0).collect();
    let codes: Vec<String> = line.detail.reasons.iter().map(|reason| reason.code.to_string()).collect();
    html! {
        <li class="stack">
            <h3>{ words::bills::line(line) }</h3>
            { for said::story(&course).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            if !parts.is_empty() {
                <ul>{ for parts.into_iter().map(|(part, cents)| html! { <li>{ format!("{}: {cents}", said::column(part)) }</li> }) }</ul>
            }
            if !codes.is_empty() { <p>{ format!("Codes: {}", codes.join(", ")) }</p> }
            { picture(&course) }
        </li>
    }
}

/// The parts of a charge as one bar. What it shows stands in words beside it, so nothing is told by colour alone.
fn picture(course: &Course) -> Html {
    let Some((billed, parts)) = course.billed.zip(course.parts()) else { return Html::default() };
    let label = said::picture(billed, &parts);
    // In thousandths of the bar, so that no part is lost to rounding.
    let wide = |cents: Cents| i64::try_from(i128::from(cents.0) * 1_000 / i128::from(billed.0.max(1))).unwrap_or(0);
    let mut before = 0_i64;
    let bars: Vec<Html> = parts
        .iter()
        .map(|(went, cents)| {
            let (x, width) = (wide(Cents(before)), wide(Cents(before + cents.0)) - wide(Cents(before)));
            before += cents.0;
            html! { <rect class="course__part" data-part={key(*went)} x={x.to_string()} y="0" width={width.to_string()} height="60" /> }
        })
        .collect();
    html! {
        <figure class="course">
            <svg class="course__bar" viewBox="0 0 1000 60" preserveAspectRatio="none" role="img" aria-label={label}>{ for bars }</svg>
            <figcaption class="course__key">
                { for parts.iter().map(|(went, cents)| html! { <span class="course__name" data-part={key(*went)}>{ format!("{} {cents}", said::went(*went)) }</span> }) }
            </figcaption>
        </figure>
    }
}

fn key(went: Went) -> &'static str {
    match went {
        Went::Discount => "discount",
        Went::Plan => "plan",
        Went::Other => "other",
        Went::You => "you",
        Went::Open => "open",
    }
}

/// The same as a table.
fn whole(course: &Course) -> Html {
    let Some((billed, parts)) = course.billed.zip(course.parts()) else { return Html::default() };
    html! {
        <div class="table" role="region" aria-label="Where the charge went" tabindex="0">
            <table class="table__grid">
                <caption class="table__caption">{ "Where the charge went" }</caption>
                <thead><tr><th scope="col">{ "Part" }</th><th scope="col">{ "Amount" }</th></tr></thead>
                <tbody>
                    <tr><th scope="row">{ "Charged" }</th><td class="table__number">{ billed.to_string() }</td></tr>
                    { for parts.iter().map(|(went, cents)| html! { <tr><th scope="row">{ said::went(*went) }</th><td class="table__number">{ cents.to_string() }</td></tr> }) }
                </tbody>
            </table>
        </div>
    }
}

/// The codes of the paper in plain words, each once.
fn codes(eob: &Statement) -> Html {
    let book = rulebook::book();
    let mut said: Vec<(String, String)> = Vec::new();
    for reason in eob.lines.iter().flat_map(|line| &line.detail.reasons) {
        let name = reason.code.to_string();
        if said.iter().any(|(held, _)| *held == name) {
            continue;
        }
        let group = reason.code.group.as_deref().and_then(|group| book.group(group)).map(|group| group.plain.clone());
        let code = book.codes.iter().find(|code| code.code == reason.code.code).map(|code| code.plain.clone());
        let plain: Vec<String> = [code, group].into_iter().flatten().collect();
        if !plain.is_empty() {
            said.push((name, plain.join(" ")));
        }
    }
    html! {
        if !said.is_empty() {
            <section class="stack" aria-labelledby="codes">
                <h2 id="codes">{ "What the codes mean" }</h2>
                <dl class="summary-list">{ for said.into_iter().map(|(name, plain)| html! {
                    <div class="summary-list__row"><dt class="summary-list__name">{ name }</dt><dd>{ plain }</dd></div>
                }) }</dl>
            </section>
        }
    }
}
