//! The pages of the guide that are read from top to bottom: steps, questions, helpers, and lists of points.

use yew::prelude::*;

use super::{contacts, explained, rules};
use crate::ui::parts::Why;
use crate::words::guide::helpers::{self, HELPERS, Help};
use crate::words::guide::questions::{QUESTIONS, Question};
use crate::words::guide::steps::{CAUTIONS, DECISIONS, STEPS, Step, WINS};
use crate::words::guide::{Point, Section};

/// The seven steps, how plans decide, what wins, and what to be careful about.
pub fn steps() -> Html {
    let step = |step: &Step| {
        html! {
            <li>
                <strong>{ step.what }</strong>
                <p>{ explained(step.why) }</p>
                <ul>{ for step.how.iter().map(|how| html! { <li>{ explained(how) }</li> }) }</ul>
                { rules(step.rules) }
            </li>
        }
    };
    html! {
        <>
            <ol class="stack">{ for STEPS.iter().map(step) }</ol>
            { sections(&[DECISIONS, WINS, CAUTIONS]) }
        </>
    }
}

/// Questions people ask, each closed until it is opened.
pub fn questions() -> Html {
    let question = |question: &Question| {
        html! {
            <Why key={question.key} ask={question.ask}>
                { for question.answer.iter().map(|answer| html! { <p>{ explained(answer) }</p> }) }
                <p><strong>{ "What to do next: " }</strong>{ explained(question.next) }</p>
                { rules(question.rules) }
                { contacts(question.contacts) }
            </Why>
        }
    };
    html! { <div class="stack">{ for QUESTIONS.iter().map(question) }</div> }
}

/// Who helps, and how to choose.
pub fn helpers() -> Html {
    let help = |help: &Help| {
        html! {
            <li key={help.key}>
                <strong>{ help.who }</strong>{ format!(" ({})", helpers::cost(help.cost)) }
                <p>{ explained(help.good_for) }</p>
                <p>{ explained(help.limits) }</p>
                { contacts(help.contacts) }
            </li>
        }
    };
    html! {
        <>
            <ul class="stack">{ for HELPERS.iter().map(help) }</ul>
            { sections(&helpers::SECTIONS) }
        </>
    }
}

/// Points under their headings.
pub fn sections(sections: &[Section]) -> Html {
    let point = |point: &Point| {
        html! { <li><strong>{ point.what }</strong>{ " " }{ explained(point.why) }{ rules(point.rules) }</li> }
    };
    sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let id = format!("section-{at}");
            html! {
                <section class="stack" aria-labelledby={id.clone()}>
                    <h2 {id}>{ section.title }</h2>
                    <ul class="stack">{ for section.points.iter().map(point) }</ul>
                </section>
            }
        })
        .collect()
}
