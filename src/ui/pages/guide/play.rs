//! One problem and the way through it, for anybody to read.

use yew::prelude::*;

use super::{doors, ways};
use crate::kinds::LetterKind;
use crate::rulebook::schema::{Evidence, Play, PlayCall, Task};
use crate::rulebook::{self, Rule};
use crate::ui::parts::{DISCLAIMER, Heading, Why};
use crate::ui::route::Route;
use crate::words;

/// Which play.
#[derive(Properties, PartialEq)]
pub struct PlayPageProps {
    /// Its id.
    pub play: AttrValue,
}

/// One problem and the way through it.
#[component]
pub fn PlayPage(props: &PlayPageProps) -> Html {
    let book = rulebook::book();
    let Some(play) = book.play(&props.play) else {
        return html! {
            <div class="center stack">
                <Heading text="This problem is not in the guide" />
                <p><a href={Route::Guide.href()}>{ "See all problems" }</a></p>
            </div>
        };
    };
    let mut rules: Vec<&Rule> = play.tasks.iter().flat_map(|task| &task.rules).filter_map(|id| book.rule(id)).collect();
    rules.dedup_by_key(|rule| rule.id.clone());
    html! {
        <div class="center stack">
            <Heading text={play.name.clone()} />
            <p>{ play.means.clone() }</p>
            <dl class="next-card__facts">
                <div class="next-card__fact"><dt>{ "Typical first step" }</dt><dd>{ play.glance.first_step.clone() }</dd></div>
                <div class="next-card__fact"><dt>{ "Possible approach" }</dt><dd>{ play.glance.approach.clone() }</dd></div>
            </dl>
            { section("wins", "What wins it", &play.wins) }
            { section("weakens", "What weakens it", &play.weakens) }
            { section("way", "The way", &play.approach) }
            { tasks(play) }
            { evidence(play) }
            { calls(play) }
            { letters(play) }
            { section("care", "Take care", &play.warnings.iter().map(|warning| warning.text.clone()).collect::<Vec<_>>()) }
            if !rules.is_empty() {
                <Why ask="The rules behind this">{ for rules.iter().map(|rule| html! { <p>{ rule.text.clone() }</p> }) }</Why>
            }
            { aside("wrong-tool", "When an appeal is the wrong tool", &play.wrong_tool) }
            { aside("human-help", "When to get a person\u{2019}s help", &play.human_help) }
            { ways(None) }
            { doors() }
            <p class="disclaimer">{ DISCLAIMER }</p>
        </div>
    }
}

fn section(id: &'static str, title: &'static str, items: &[String]) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack" aria-labelledby={id}>
            <h2 {id}>{ title }</h2>
            <ul>{ for items.iter().map(|item| html! { <li>{ item.clone() }</li> }) }</ul>
        </section>
    }
}

fn aside(id: &'static str, title: &'static str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <section class="stack" aria-labelledby={id}><h2 {id}>{ title }</h2><p>{ text.to_owned() }</p></section> }
}

fn tasks(play: &Play) -> Html {
    let task = |task: &Task| html! { <li><strong>{ task.what.clone() }</strong>{ ". " }{ task.why.clone() }</li> };
    html! {
        <section class="stack" aria-labelledby="tasks">
            <h2 id="tasks">{ "What there is to do" }</h2>
            <p>{ "In your own case, this list fits your coverage and where you stand." }</p>
            <ol>{ for play.tasks.iter().map(task) }</ol>
        </section>
    }
}

fn evidence(play: &Play) -> Html {
    let row = |item: &Evidence| {
        html! { <tr><th scope="row">{ item.what.clone() }</th><td>{ item.why.clone() }</td><td>{ words::steps::who(item.from) }</td></tr> }
    };
    html! {
        <section class="stack" aria-labelledby="evidence">
            <h2 id="evidence">{ "What proves it, and who has it" }</h2>
            <div class="table" role="region" aria-label="Papers that prove it" tabindex="0">
                <table class="table__grid">
                    <thead><tr><th scope="col">{ "Paper" }</th><th scope="col">{ "What it shows" }</th><th scope="col">{ "Who has it" }</th></tr></thead>
                    <tbody>{ for play.evidence.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn calls(play: &Play) -> Html {
    let call = |call: &PlayCall| {
        html! {
            <Why ask={words::steps::call(call.kind)}>
                <p>{ call.opening.clone() }</p>
                <ol>{ for call.questions.iter().map(|question| html! { <li>{ question.ask.clone() }</li> }) }</ol>
                if !call.branches.is_empty() {
                    <ul>
                        { for call.branches.iter().map(|branch| html! {
                            <li>{ format!("If they say \u{201c}{}\u{201d}: {}", branch.if_they_say, branch.then) }</li>
                        }) }
                    </ul>
                }
                <p>{ call.closing.clone() }</p>
            </Why>
        }
    };
    if play.calls.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack" aria-labelledby="calls">
            <h2 id="calls">{ "What to say on the phone" }</h2>
            { for play.calls.iter().map(call) }
        </section>
    }
}

fn letters(play: &Play) -> Html {
    let letter = |kind: &LetterKind| {
        html! { <li><strong>{ words::steps::letter(*kind) }</strong>{ ". " }{ words::steps::letter_purpose(*kind) }</li> }
    };
    html! {
        <section class="stack" aria-labelledby="letters">
            <h2 id="letters">{ "Letters, in order" }</h2>
            <ul>{ for play.letters.iter().map(letter) }</ul>
        </section>
    }
}
