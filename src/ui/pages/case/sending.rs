//! Sending a letter: who gets it, how, what goes on top, what to keep; and the record that starts the other side's clock.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::awaiting::Awaiting;
use crate::browser::{files, worker};
use crate::case::{Case, Change, Letter, Provenance, SentBy};
use crate::civil::{Date, Time};
use crate::importers::typed::Problem;
use crate::kinds::Field as FactField;
use crate::letters::addressee::{Addressee, addressee};
use crate::letters::sheet::sheet;
use crate::packet::{Request, Role};
use crate::paper::{Paper, Span, line_text, long_day};
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
    pub letter: Rc<Letter>,
    /// The letter as it stands.
    pub paper: Rc<Paper>,
}

const WAYS: [SentBy; 5] = [SentBy::CertifiedMail, SentBy::Fax, SentBy::Portal, SentBy::Mail, SentBy::Hand];

/// A way's key in the list of ways.
fn key(way: SentBy) -> &'static str {
    match way {
        SentBy::CertifiedMail => "certified",
        SentBy::Fax => "fax",
        SentBy::Portal => "portal",
        SentBy::Mail => "mail",
        SentBy::Hand => "hand",
    }
}

/// How to send a letter, and noting that it was sent.
#[component]
pub fn Sending(props: &SendingProps) -> Html {
    let to = addressee(&props.paper, &props.case);
    let best = to.as_ref().and_then(|to| to.ways().first().copied()).unwrap_or(SentBy::CertifiedMail);
    let chosen = use_state_eq(|| None::<SentBy>);
    let way = chosen.unwrap_or(best);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            chosen.set(WAYS.into_iter().find(|way| key(*way) == value));
        })
    };
    html! {
        <section class="stack" aria-labelledby="send">
            <h2 id="send">{ "Send it" }</h2>
            { to.as_ref().map(|to| where_to(&props.case, to)).unwrap_or_default() }
            <div class="field">
                <label class="field__label" for="sent-how">{ "How will you send it?" }</label>
                <select class="field__input" id="sent-how" {onchange}>
                    { for WAYS.iter().map(|one| html! { <option value={key(*one)} selected={*one == way}>{ words::letters::way(*one) }</option> }) }
                </select>
            </div>
            <p>{ words::letters::how(way) }</p>
            <p>{ words::letters::keep(way) }</p>
            if sheet(&props.letter, &props.paper, &props.case, way, None).is_some() {
                <OnTop case={props.case.clone()} letter={props.letter.clone()} paper={props.paper.clone()} {way} />
            }
            <Record case={props.case.clone()} today={props.today} letter={props.letter.clone()} paper={props.paper.clone()} {way} />
        </section>
    }
}

/// Who gets it, and which fact says so.
fn where_to(case: &Case, to: &Addressee) -> Html {
    let source = |from: &Provenance| match from {
        Provenance::Document { document, .. } => {
            let title = case.document(*document).map_or("a paper of this case", |document| &document.title);
            format!("The address is from your paper: {title}.")
        }
        Provenance::Call { call } => {
            let call = case.call(*call).map(words::cases::call_line).unwrap_or_default();
            format!("The address was told in a call: {call}. Compare it with your notice.")
        }
        Provenance::Statement { on } => {
            format!("You typed the address on {}. Compare it with your notice or your bill.", long_day(*on))
        }
    };
    let number = |name: &str, span: &Option<Span>| {
        span.as_ref().map(|span| html! { <p>{ format!("{name}: {}", span.printed()) }</p> }).unwrap_or_default()
    };
    html! {
        <>
            <p>{ "It goes to:" }</p>
            <address class="letter__to">{ for to.lines.iter().map(|line| html! { <>{ line_text(line) }<br /></> }) }</address>
            if let Some(address) = &to.address {
                <p>{ source(address.from()) }</p>
            } else {
                <Notice id="no-address" title="No address is in your facts" tone={Tone::Warn}>
                    <p>{ "Use the address printed on your own notice or bill, and add it to the facts. Do not take one from a web search: the same company has many, and a letter at the wrong desk may not count." }</p>
                </Notice>
            }
            { number("Fax", &to.fax) }
            { number("Telephone", &to.phone) }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct OnTopProps {
    case: Rc<Case>,
    letter: Rc<Letter>,
    paper: Rc<Paper>,
    way: SentBy,
}

/// The letter as a PDF with the sheet for this way on top, which says how many pages there are.
#[component]
fn OnTop(props: &OnTopProps) -> Html {
    let said = use_state_eq(String::new);
    let busy = use_state_eq(|| false);
    let onclick = {
        let OnTopProps { case, letter, paper, way } = props;
        let (case, letter, paper, way) = (case.clone(), letter.clone(), paper.clone(), *way);
        let (said, busy) = (said.clone(), busy.clone());
        Callback::from(move |_: MouseEvent| {
            let (case, letter, paper) = (case.clone(), letter.clone(), paper.clone());
            let (said, busy) = (said.clone(), busy.clone());
            busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                said.set(with_sheet(&case, &letter, &paper, way).await);
                busy.set(false);
            });
        })
    };
    let name = match props.way {
        SentBy::Fax => "Save the fax sheet and the letter as one PDF",
        SentBy::CertifiedMail | SentBy::Mail | SentBy::Portal | SentBy::Hand => {
            "Save the cover sheet and the letter as one PDF"
        }
    };
    html! {
        <div class="stack" data-gap="small">
            <div><button class="button" type="button" data-state="secondary" aria-busy={busy.then_some("true")} {onclick}>{ name }</button></div>
            <p class="live" role="status">{ (*said).clone() }</p>
        </div>
    }
}

/// Makes the letter to count its pages, then both; what became of it, in words.
async fn with_sheet(case: &Case, letter: &Letter, paper: &Paper, way: SentBy) -> String {
    let author = case.text(FactField::Patient).map(|fact| fact.value.to_owned());
    let alone = match worker::build(&Request::letter(paper, author.clone())).await {
        Ok(packet) => packet,
        Err(error) => return words::both(&error),
    };
    let on_top = sheet(letter, paper, case, way, Some(alone.pages));
    let papers = on_top.map(|sheet| (Role::Cover, sheet)).into_iter().chain([(Role::Letter, paper.clone())]).collect();
    let request = Request::packet(author, paper.title.clone(), paper.date, papers);
    let name = format!("{}-{}-{}.pdf", letter.kind.key(), key(way), paper.date);
    match worker::build(&request).await {
        Ok(packet) => match files::save(&name, "application/pdf", &packet.bytes) {
            Ok(()) => words::packet::made(&packet),
            Err(error) => words::both(&error),
        },
        Err(error) => words::both(&error),
    }
}

#[derive(Properties, PartialEq)]
struct RecordProps {
    case: Rc<Case>,
    today: Date,
    letter: Rc<Letter>,
    paper: Rc<Paper>,
    way: SentBy,
}

/// Noting when and how it was sent, with what proof.
#[component]
fn Record(props: &RecordProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let on = use_state_eq(|| DateText::of(props.today));
    let proof = use_state_eq(String::new);
    let time = use_state_eq(String::new);
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let onday = {
        let on = on.clone();
        Callback::from(move |text: DateText| on.set(text))
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
        let (on, proof, problems, how) = (on.clone(), proof.clone(), problems.clone(), props.way);
        let time = time.clone();
        let (case, today, letter, paper) = (props.case.clone(), props.today, props.letter.number, props.paper.clone());
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
            let sending =
                crate::case::Sending { on: day, how, proof: (*proof).trim().to_owned(), arrived: None, time: hour };
            let change = Change::LetterSent { letter, text: paper.text(), sending };
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
    let (label, hint) = words::letters::proof(props.way);
    html! {
        <>
            <h3>{ "When you have sent it" }</h3>
            if let Some(sent) = props.letter.sendings.last() {
                <Notice id="sent" title={format!("Sent on {}", long_day(sent.on))} tone={Tone::Ok} role="status">
                    <ul>{ for props.letter.sendings.iter().map(|sending| html! { <li>{ words::letters::sent(sending) }</li> }) }</ul>
                    <p>{ "Their clock runs from the day they get it. Look under Dates for the day by which the law wants an answer." }</p>
                </Notice>
            }
            <Awaiting case={props.case.clone()} today={props.today} only={Some(props.letter.number)} />
            <ErrorSummary lines={(*problems).clone()} />
            <DateField id="sent-on" legend="What day did you send it?" error={error_of(false)} value={(*on).clone()} onchange={onday} />
            <Field id="sent-proof" {label} {hint} entry={Entry::Number} value={(*proof).clone()} onchange={onproof} />
            if props.case.yes(FactField::Urgent).is_some_and(|urgent| urgent.value) && props.way.is_instant() {
                <Field id="sent-time" label="Time of day" hint={words::fields::SENT_TIME} error={error_of(true)}
                    value={(*time).clone()} onchange={ontime} />
            }
            <div class="cluster"><button class="button" type="button" data-state="secondary" onclick={note}>{ "Note that I sent it" }</button></div>
        </>
    }
}
