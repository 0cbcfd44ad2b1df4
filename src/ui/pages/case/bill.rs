//! The bills of a case and the papers beside them: what each says, what to ask about it, and the way to correct or add one.

mod add;
mod from_file;
mod paper;
mod preview;

use std::rc::Rc;

use yew::prelude::*;

use super::begin::LetterButton;
use super::frame::{CaseFrame, CaseProps};
use crate::bills::{self, Question};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{CallKind, LetterKind};
use crate::ui::parts::{Empty, Heading, Here, Sign};
use crate::ui::route::Route;
use crate::words;

/// The letters that go with questions about a bill, in the order in which they are sent.
const LETTERS: [LetterKind; 3] = [LetterKind::L60, LetterKind::L61, LetterKind::L55];

/// The bills of a case.
#[component]
pub fn BillPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let questions = bills::questions(case);
    html! {
        <CaseFrame case={case.clone()} here={Here::Papers}>
            <Heading text="The bill" />
            if !case.statements.is_empty() {
                <p class="cluster"><a class="button" data-state="primary" href={Route::Owe { id: case.id.0.clone() }.href()}>{ "What you really owe" }</a></p>
            }
            if case.statements.is_empty() {
                <Empty id="no-bill" sign={Sign::Letters} title="No bill yet" text="Add it below. It is checked line by line on this device." />
            } else {
                { asked(case, *today, &questions) }
                { for case.statements.iter().map(|statement| html! { <paper::Paper key={statement.number.0} case={case.clone()} number={statement.number} today={*today} /> }) }
                <p class="cluster">
                    <a class="button" data-state="secondary" href={Route::Options { id: case.id.0.clone() }.href()}>{ "Compare your options" }</a>
                </p>
            }
            <add::AddPaper case={case.clone()} today={*today} />
            <from_file::FromFile case={case.clone()} today={*today} />
        </CaseFrame>
    }
}

/// What to ask, with the sentence to say.
fn asked(case: &Rc<Case>, today: Date, questions: &[Question]) -> Html {
    if questions.is_empty() {
        return html! {
            <section class="stack" aria-labelledby="ask">
                <h2 id="ask">{ "What to ask" }</h2>
                <p>{ "The lines and totals agree with each other, as far as they are here. That does not show that the charges are right: hold the bill beside the EOB before you pay." }</p>
            </section>
        };
    }
    let one = |(at, question): (usize, &Question)| {
        let lines = words::bills::lines(question, case);
        html! {
            <li key={at} class="bill-question stack">
                <h3>{ words::bills::title(&question.kind) }</h3>
                <p>{ words::bills::finding(question) }</p>
                if !lines.is_empty() {
                    <ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                }
                <p class="bill-question__ask"><strong>{ "Ask: " }</strong>{ format!("\u{201c}{}\u{201d}", words::bills::ask(question)) }</p>
                <p>{ words::bills::settles(question.settles) }</p>
            </li>
        }
    };
    let count = match questions.len() {
        1 => "One thing to ask".to_owned(),
        count => format!("{count} things to ask"),
    };
    html! {
        <section class="stack" aria-labelledby="ask">
            <h2 id="ask">{ count }</h2>
            <p>{ "These are questions, not mistakes: each may have a good reason. Ask before you pay, and ask for the answer in writing." }</p>
            <ol class="bill-questions">{ for questions.iter().enumerate().map(one) }</ol>
            <div class="cluster">
                <a class="button" data-state="secondary" href={Route::Call { id: case.id.0.clone(), kind: CallKind::ItemizedBill.key().into() }.href()}>{ "Prepare the call" }</a>
                { for LETTERS.into_iter().map(|kind| html! { <LetterButton case={case.clone()} {today} {kind} state="secondary" /> }) }
            </div>
        </section>
    }
}
