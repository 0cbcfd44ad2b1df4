//! One letter: every fact a button that opens its source, every paragraph editable, the ways to take it along.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::{CaseFrame, CaseProps};
use super::sending::Sending;
use crate::browser::{files, page, worker};
use crate::case::{Case, Change, Letter, Number, Provenance};
use crate::kinds::{Field as FactField, PaperKind};
use crate::letters::gap::Missing;
use crate::letters::{self, Draft, WeakPoint};
use crate::packet::Request;
use crate::paper::{Block, Line, Part, Span, Traced};
use crate::rulebook;
use crate::storage::DraftKey;
use crate::ui::parts::{Badge, DISCLAIMER, Entry, Field, Heading, Here, Icon, Notice, Sign, Source, Tone};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// Which letter of which case.
#[derive(Properties, PartialEq)]
pub struct LetterPageProps {
    /// The case and the day.
    pub of: CaseProps,
    /// The letter's number.
    pub letter: Number,
}

/// What stands in the second column.
#[derive(Clone, PartialEq)]
enum Open {
    Nothing,
    Source(Traced),
    Law { text: String, rule: String },
}

/// One letter.
#[component]
pub fn LetterPage(props: &LetterPageProps) -> Html {
    let CaseProps { case, today } = &props.of;
    let open = use_state_eq(|| Open::Nothing);
    let Some(letter) = case.letter(props.letter) else {
        return html! {
            <CaseFrame case={case.clone()} here={Here::Letters}>
                <Heading text="This letter is no longer here" />
                <p><a href={Route::Letters { id: case.id.0.clone() }.href()}>{ "Go to the letters of this case" }</a></p>
            </CaseFrame>
        };
    };
    let draft = letters::draft(letter, case, rulebook::book(), *today);
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(Open::Nothing))
    };
    let onopen = {
        let open = open.clone();
        Callback::from(move |next: Open| open.set(next))
    };
    let aside = html! {
        <>
            <OpenSource case={case.clone()} open={(*open).clone()} onclose={close} />
            <Gaps case={case.clone()} draft={Rc::new(draft.clone())} />
        </>
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Letters} aside={Some(aside)}>
            <Heading text={words::steps::letter(letter.kind)} />
            if let Some(refused) = &draft.refused {
                <Notice id="letter-refused" title="This letter cannot be written yet" tone={Tone::Warn}>
                    <p>{ format!("Why: {refused}. {}", refused.now()) }</p>
                    <p><a class="button" data-state="primary" href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add what you know" }</a></p>
                </Notice>
            } else {
                <p>{ "Press a marked word to see where it comes from. Press Edit to put a paragraph in your own words." }</p>
                <article class="letter" aria-label={draft.paper.title.clone()}>
                    { for draft.paper.parts.iter().enumerate().map(|(at, part)| html! {
                        <PartView key={part.key.clone()} case={case.clone()} today={*today} letter={props.letter} {at}
                            part={part.clone()} onopen={onopen.clone()} open={(*open).clone()} />
                    }) }
                </article>
                <p class="disclaimer">{ DISCLAIMER }</p>
                { look_again(&letters::check(&draft, case, *today)) }
                <Take case={case.clone()} today={*today} letter={letter.clone()} draft={Rc::new(draft)} />
                <Sending case={case.clone()} today={*today} letter={letter.clone()} />
            }
        </CaseFrame>
    }
}

/// What to look at before sending.
fn look_again(points: &[WeakPoint]) -> Html {
    if points.is_empty() {
        return Html::default();
    }
    html! {
        <Notice id="look-again" title="Before you send it, look at this" tone={Tone::Warn}>
            <ul>{ for points.iter().map(|point| html! { <li>{ words::both(point) }</li> }) }</ul>
        </Notice>
    }
}

#[derive(Properties, PartialEq)]
struct PartViewProps {
    case: Rc<Case>,
    today: crate::civil::Date,
    letter: Number,
    at: usize,
    part: Part,
    open: Open,
    onopen: Callback<Open>,
}

/// A part of the letter, with its facts as buttons and a way to edit it.
#[component]
fn PartView(props: &PartViewProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let what = format!("letter-{}-{}", props.letter.0, props.part.key);
    let key = DraftKey { case: Some(props.case.id.clone()), what };
    let kept = {
        let (read, key) = (act.desk.read.clone(), key.clone());
        use_state(move || read.emit(key))
    };
    let editing = use_state_eq(|| None::<String>);
    let text = props.part.block.text(usize::MAX);
    let start = {
        let (editing, text, kept) = (editing.clone(), text.clone(), kept.clone());
        Callback::from(move |_: MouseEvent| editing.set(Some((*kept).clone().unwrap_or_else(|| text.clone()))))
    };
    let oninput = {
        let (editing, key, typed) = (editing.clone(), key.clone(), act.desk.typed.clone());
        Callback::from(move |text: String| {
            typed.emit((key.clone(), text.clone()));
            editing.set(Some(text));
        })
    };
    let leave = |change: Option<Change>| {
        let (editing, kept, key) = (editing.clone(), kept.clone(), key.clone());
        let (act, case, today) = (act.clone(), props.case.clone(), props.today);
        Callback::from(move |_: MouseEvent| {
            // A part has no rule that could refuse its words but their length, and the field holds no more.
            let done = change.clone().is_none_or(|change| act.change(&case, today, vec![change]).is_ok());
            if done {
                act.desk.done.emit(key.clone());
                kept.set(None);
                editing.set(None);
            }
        })
    };
    let (letter, part) = (props.letter, props.part.key.clone());
    let number = props.at + 1;
    if let Some(now) = (*editing).clone() {
        let id = format!("part-{number}");
        let edited = Change::PartEdited { letter, part: part.clone(), text: now.clone() };
        let restored = Change::PartRestored { letter, part: part.clone() };
        let dropped = Change::PartEdited { letter, part, text: String::new() };
        return html! {
            <div class="letter__paragraph" data-state="editing">
                <Field {id} label={format!("Paragraph {number}, in your words")} entry={Entry::Lines(6)} value={now}
                    onchange={oninput.clone()} oninput={Some(oninput)} />
                <div class="letter__tools">
                    <button class="button" type="button" data-state="secondary" onclick={leave(Some(edited))}>{ "Keep this" }</button>
                    <button class="button" type="button" data-state="quiet" onclick={leave(Some(restored))}>{ "Put the first words back" }</button>
                    <button class="button" type="button" data-state="quiet" onclick={leave(Some(dropped))}>{ "Leave this paragraph out" }</button>
                </div>
            </div>
        };
    }
    let block = view_block(&props.part.block, &props.open, &props.onopen);
    let state = props.part.edited.then_some("edited");
    html! {
        <div class="letter__paragraph" data-state={state}>
            { block }
            <div class="letter__tools">
                if props.part.edited {
                    <span class="letter__state">{ "Edited by you" }</span>
                }
                if kept.is_some() {
                    <span class="letter__state">{ "You began to change this" }</span>
                }
                <button class="letter__edit" type="button" onclick={start}>
                    <Icon sign={Sign::Edit} />{ "Edit" }<span class="visually-hidden">{ format!(" part {number}") }</span>
                </button>
            </div>
        </div>
    }
}

fn view_block(block: &Block, open: &Open, onopen: &Callback<Open>) -> Html {
    let line = |line: &Line| view_line(line, open, onopen);
    match block {
        Block::Address(lines) => html! {
            <address class="letter__to">{ for lines.iter().map(|one| html! { <>{ line(one) }<br /></> }) }</address>
        },
        Block::Standing(one) => html! { <p class="letter__date">{ line(one) }</p> },
        Block::Subject(rows) => html! {
            <dl class="letter__subject">
                { for rows.iter().map(|(label, value)| html! { <div><dt>{ format!("{label}:") }</dt>{ " " }<dd>{ line(value) }</dd></div> }) }
            </dl>
        },
        Block::Heading { line: one, .. } => html! { <h2 class="letter__heading">{ line(one) }</h2> },
        Block::Paragraph(one) => html! { <p class="letter__text">{ line(one) }</p> },
        Block::Quote(one) => html! { <blockquote class="letter__quote">{ line(one) }</blockquote> },
        Block::List { numbered: true, items } => {
            html! { <ol class="letter__list">{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ol> }
        }
        Block::List { numbered: false, items } => {
            html! { <ul class="letter__list">{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ul> }
        }
        Block::Table { head, rows } => html! {
            <div class="table" role="region" aria-label="Table in the letter" tabindex="0">
                <table class="table__grid">
                    <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| html! { <tr>{ for row.iter().map(|cell| html! { <td>{ line(cell) }</td> }) }</tr> }) }</tbody>
                </table>
            </div>
        },
        Block::Signature(one) => html! { <p class="letter__close">{ line(one) }</p> },
    }
}

fn view_line(line: &Line, open: &Open, onopen: &Callback<Open>) -> Html {
    line.iter().map(|span| view_span(span, open, onopen)).collect()
}

fn view_span(span: &Span, open: &Open, onopen: &Callback<Open>) -> Html {
    let button = |target: Open| {
        let expanded = (*open == target).to_string();
        let onclick = {
            let onopen = onopen.clone();
            Callback::from(move |_: MouseEvent| onopen.emit(target.clone()))
        };
        (expanded, onclick)
    };
    match span {
        Span::Plain(text) | Span::Own(text) => html! { { text } },
        Span::Fact(traced) => {
            let (expanded, onclick) = button(Open::Source(traced.clone()));
            html! { <button class="fact" type="button" aria-expanded={expanded} {onclick}>{ traced.text() }</button> }
        }
        Span::Quote(traced) => {
            let (expanded, onclick) = button(Open::Source(traced.clone()));
            html! {
                <span class="fact-quote">
                    <q class="fact-quote__words">{ traced.text() }</q>{ " " }
                    <button class="fact-quote__open" type="button" aria-expanded={expanded} {onclick}>
                        <span class="visually-hidden">{ "Where these words come from" }</span><Icon sign={Sign::Quote} />
                    </button>
                </span>
            }
        }
        Span::Law { text, rule } => {
            let (expanded, onclick) = button(Open::Law { text: text.clone(), rule: rule.clone() });
            html! { <button class="fact" type="button" aria-expanded={expanded} {onclick}>{ text }</button> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct OpenSourceProps {
    case: Rc<Case>,
    open: Open,
    onclose: Callback<()>,
}

/// Where the pressed words come from.
#[component]
fn OpenSource(props: &OpenSourceProps) -> Html {
    use_effect_with(props.open.clone(), move |open| {
        if *open != Open::Nothing {
            page::focus("#source-title");
        }
    });
    // The pressed words still say that they are open, so the focus finds its way back to them.
    let close = props.onclose.reform(|()| {
        page::focus(".letter [aria-expanded=true]");
    });
    let onclick = close.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    });
    let body = match &props.open {
        Open::Nothing => return Html::default(),
        Open::Source(traced) => view_source(&props.case, traced),
        Open::Law { text, rule } => view_law(&props.case, text, rule),
    };
    html! {
        <section class="source-panel" id="source-panel" aria-labelledby="source-title" {onkeydown}>
            <div class="source-panel__head">
                <h2 class="source-panel__title" id="source-title" tabindex="-1">{ "Where this comes from" }</h2>
                <button class="source-panel__close" type="button" {onclick}>
                    <span class="visually-hidden">{ "Close" }</span><Icon sign={Sign::Close} />
                </button>
            </div>
            { body }
        </section>
    }
}

fn view_source(case: &Case, traced: &Traced) -> Html {
    let facts = Route::Facts { id: case.id.0.clone() }.href();
    let origin = match traced.from() {
        Provenance::Document { document, words } => {
            let title = case.document(*document).map_or("a paper of this case", |document| &*document.title).to_owned();
            html! { <Source words={words.clone()} from={format!("From {title}")} /> }
        }
        Provenance::Call { call } => html! {
            <p class="source-panel__how">{ case.call(*call).map(words::cases::call_line).unwrap_or_default() }</p>
        },
        Provenance::Statement { on } => html! {
            <p class="source-panel__how">{ format!("You said so on {}.", crate::paper::long_day(*on)) }</p>
        },
    };
    html! {
        <>
            <p class="source-panel__value">{ traced.text() }</p>
            { origin }
            <a class="button" href={facts} data-state="quiet">{ "Change this fact" }</a>
        </>
    }
}

fn view_law(case: &Case, text: &str, rule: &str) -> Html {
    let book = rulebook::book();
    let coverage = case.coverage_kind();
    let source = book.rule(rule).and_then(|rule| match coverage.value() {
        Some(coverage) => book.binding(rule, *coverage),
        None => book.binding_everybody(rule),
    });
    html! {
        <>
            <p class="source-panel__value">{ text }</p>
            if let Some(rule) = book.rule(rule) {
                <p>{ rule.text.clone() }</p>
            }
            if let Some(source) = source {
                if !source.quote.is_empty() {
                    <Source words={source.quote.clone()} from={source.cite.clone()} />
                }
                <p class="source-panel__how">
                    <a href={source.url.clone()} rel="noreferrer">{ source.cite.clone() }</a>
                    { format!(", last read {}", crate::paper::long_day(source.checked_on)) }
                </p>
                <p><Badge state={source.confidence.key()} word={words::deadlines::confidence(source.confidence)} /></p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct GapsProps {
    case: Rc<Case>,
    draft: Rc<Draft>,
}

/// What the letter still lacks.
#[component]
fn Gaps(props: &GapsProps) -> Html {
    let gaps = &props.draft.gaps;
    if gaps.is_empty() {
        return Html::default();
    }
    let facts = Route::Facts { id: props.case.id.0.clone() }.href();
    let papers = Route::Papers { id: props.case.id.0.clone() }.href();
    html! {
        <section class="gap-list" aria-labelledby="gaps">
            <h2 class="gap-list__title" id="gaps">{ format!("Still missing: {}", gaps.len()) }</h2>
            <ul class="gap-list__items">
                { for gaps.iter().map(|gap| {
                    let what = match gap.what {
                        Missing::Fact(field) => words::fields::name(field),
                        Missing::Paper(kind) => words::steps::paper(kind),
                    };
                    let href = match gap.what {
                        Missing::Fact(_) => facts.clone(),
                        Missing::Paper(PaperKind::Criteria) => Route::Criteria { id: props.case.id.0.clone() }.href(),
                        Missing::Paper(_) => papers.clone(),
                    };
                    html! {
                        <li class="gap-list__item">
                            <p class="gap-list__what">{ what }</p>
                            <p class="gap-list__how">{ format!("{} {}", gap.why, gap.get.how()) }</p>
                            <a class="button" {href} data-state="quiet">{ "Add it" }<span class="visually-hidden">{ format!("({what})") }</span></a>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct TakeProps {
    case: Rc<Case>,
    today: crate::civil::Date,
    letter: Letter,
    draft: Rc<Draft>,
}

/// The ways to take the letter along: PDF, text, print, copy.
#[component]
fn Take(props: &TakeProps) -> Html {
    let said = use_state_eq(String::new);
    let busy = use_state_eq(|| false);
    let text = props.draft.paper.text();
    let name = format!("{}-{}", props.letter.kind.key(), props.today);
    let as_text = {
        let (text, name, said) = (text.clone(), name.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            said.set(match files::save(&format!("{name}.txt"), "text/plain", text.as_bytes()) {
                Ok(()) => "The letter is in your downloads as text.".into(),
                Err(error) => words::both(&error),
            });
        })
    };
    let copy = {
        let (text, said) = (text.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match files::copy(&text).await {
                    Ok(()) => "Copied. Paste it into the plan\u{2019}s portal.".into(),
                    Err(error) => words::both(&error),
                });
            });
        })
    };
    let pdf = {
        let (draft, name, said, busy) = (props.draft.clone(), name.clone(), said.clone(), busy.clone());
        let author = props.case.text(FactField::Patient).map(|fact| fact.value.to_owned());
        Callback::from(move |_: MouseEvent| {
            let request = Request::letter(&draft.paper, author.clone());
            let (name, said, busy) = (name.clone(), said.clone(), busy.clone());
            busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match worker::build(&request).await {
                    Ok(packet) => match files::save(&format!("{name}.pdf"), "application/pdf", &packet.bytes) {
                        Ok(()) => words::packet::made(&packet),
                        Err(error) => words::both(&error),
                    },
                    Err(error) => words::both(&error),
                });
                busy.set(false);
            });
        })
    };
    let print = {
        let said = said.clone();
        Callback::from(move |_: MouseEvent| {
            if !page::print() {
                said.set("The browser did not print. Save the PDF and print that.".into());
            }
        })
    };
    html! {
        <section class="stack" aria-labelledby="take">
            <h2 id="take">{ "Take the letter with you" }</h2>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" aria-busy={busy.then_some("true")} onclick={pdf}>
                    { if *busy { "Making the PDF\u{2026}" } else { "Save as PDF" } }
                </button>
                <button class="button" type="button" data-state="secondary" onclick={as_text}>{ "Save as text" }</button>
                <button class="button" type="button" data-state="secondary" onclick={copy}>{ "Copy for a portal" }</button>
                <button class="button" type="button" data-state="secondary" onclick={print}>{ "Print" }</button>
            </div>
            <p class="live" role="status">{ (*said).clone() }</p>
        </section>
    }
}
