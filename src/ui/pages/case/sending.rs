//! Noting that a letter was sent: when, how, with what proof. Starts the other side's clock.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::case::{Case, Change, Letter, SentBy};
use crate::civil::{Date, Time};
use crate::importers::typed::Problem;
use crate::kinds::Field as Fact;
use crate::letters;
use crate::paper::long_day;
use crate::rulebook;
use crate::ui::parts::{DateField, DateText, Entry, ErrorLine, ErrorSummary, Field, Notice, Tone};
use crate::ui::store::Act;
use crate::words;

/// The letter.
#[derive(Properties, PartialEq)]
pub struct SendingProps {
    /// Its case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// The letter.
    pub letter: Letter,
}

const WAYS: [(SentBy, &str, &str); 5] = [
    (SentBy::CertifiedMail, "certified", "Certified mail"),
    (SentBy::Fax, "fax", "Fax"),
    (SentBy::Portal, "portal", "The plan\u{2019}s portal"),
    (SentBy::Mail, "mail", "Ordinary mail"),
    (SentBy::Hand, "hand", "By hand"),
];

/// Noting that a letter was sent.
#[component]
pub fn Sending(props: &SendingProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let on = use_state_eq(|| DateText::of(props.today));
    let how = use_state_eq(|| SentBy::CertifiedMail);
    let proof = use_state_eq(String::new);
    let time = use_state_eq(String::new);
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let onday = {
        let on = on.clone();
        Callback::from(move |text: DateText| on.set(text))
    };
    let onhow = {
        let how = how.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some((way, _, _)) = WAYS.iter().find(|(_, key, _)| *key == chosen) {
                how.set(*way);
            }
        })
    };
    let onproof = {
        let proof = proof.clone();
        Callback::from(move |text: String| proof.set(text))
    };
    let ontime = {
        let time = time.clone();
        Callback::from(move |text: String| time.set(text))
    };
    let note = {
        let (on, how, proof, problems) = (on.clone(), how.clone(), proof.clone(), problems.clone());
        let time = time.clone();
        let (act, case, today, letter) = (act, props.case.clone(), props.today, props.letter.clone());
        Callback::from(move |_: MouseEvent| {
            let field = "sent-on-month";
            let Some(day) = on.day() else {
                let text = on.problem().unwrap_or_default();
                problems.set(vec![ErrorLine { field: field.into(), text: text.into() }]);
                return;
            };
            let hour = Time::as_people_write_it(&time);
            if hour.is_none() && !time.trim().is_empty() {
                let text = words::both(&Problem::NotATime { text: (*time).trim().chars().take(40).collect() });
                problems.set(vec![ErrorLine { field: "sent-time".into(), text: text.into() }]);
                return;
            }
            let text = letters::draft(&letter, &case, rulebook::book(), today).paper.text();
            let sending = crate::case::Sending {
                on: day,
                how: *how,
                proof: (*proof).trim().to_owned(),
                arrived: None,
                time: hour,
            };
            let change = Change::LetterSent { letter: letter.number, text, sending };
            problems.set(match act.change(&case, today, vec![change]) {
                Ok(()) => Vec::new(),
                Err(refusal) => vec![ErrorLine { field: field.into(), text: words::both(&refusal).into() }],
            });
        })
    };
    let error_of = |hour: bool| {
        let line = problems.first().filter(|line| (line.field == "sent-time") == hour);
        line.map(|line| line.text.clone()).unwrap_or_default()
    };
    html! {
        <section class="stack" aria-labelledby="sending">
            <h2 id="sending">{ "When you have sent it" }</h2>
            if let Some(sent) = props.letter.sendings.last() {
                <Notice id="sent" title={format!("Sent on {}", long_day(sent.on))} tone={Tone::Ok} role="status">
                    <p>{ "Their clock runs from the day they get it. Look under Dates for the day by which they must answer." }</p>
                </Notice>
            }
            <ErrorSummary lines={(*problems).clone()} />
            <DateField id="sent-on" legend="What day did you send it?" error={error_of(false)} value={(*on).clone()} onchange={onday} />
            <div class="field">
                <label class="field__label" for="sent-how">{ "How?" }</label>
                <select class="field__input" id="sent-how" onchange={onhow}>
                    { for WAYS.iter().map(|(way, key, name)| html! { <option value={*key} selected={*way == *how}>{ *name }</option> }) }
                </select>
            </div>
            <Field id="sent-proof" label="Proof" hint="The tracking, fax or confirmation number. Keep the receipt." entry={Entry::Number}
                value={(*proof).clone()} onchange={onproof} />
            if props.case.yes(Fact::Urgent).is_some_and(|urgent| urgent.value) && how.is_instant() {
                <Field id="sent-time" label="Time of day" hint={words::fields::SENT_TIME} error={error_of(true)}
                    value={(*time).clone()} onchange={ontime} />
            }
            <div class="cluster"><button class="button" type="button" data-state="secondary" onclick={note}>{ "Note that I sent it" }</button></div>
        </section>
    }
}
