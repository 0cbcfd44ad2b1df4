//! One piece of a policy: a point is marked and the words that show it are quoted; any piece can be joined, parted or named.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::browser::page;
use crate::case::grid::{Answer, Kind, Piece, Shown, Standing, breaks};
use crate::case::{Case, Change, Number, Provenance};
use crate::civil::Date;
use crate::storage::DraftKey;
use crate::ui::parts::{Choice, Choices, Entry, Field};
use crate::ui::store::Act;
use crate::words;

/// Which piece.
#[derive(Properties, PartialEq)]
pub struct PointProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// The paper.
    pub document: Number,
    /// The piece's place.
    pub at: usize,
    /// Told what was done.
    pub tell: Callback<String>,
}

impl PointProps {
    fn piece(&self) -> Option<&Piece> {
        self.case.grid(self.document)?.pieces.get(self.at)
    }

    fn change(&self, act: &Act, answer: Option<Answer>) -> Result<(), String> {
        let change = Change::CriterionMarked { document: self.document, at: self.at, answer };
        act.change(&self.case, self.today, vec![change]).map_err(|refusal| words::both(&refusal))
    }
}

/// Marks a point.
#[component]
pub fn Mark(props: &PointProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let Some(piece) = props.piece() else { return Html::default() };
    let answer = piece.answer.clone();
    let choices = Standing::ALL
        .map(|one| Choice::new(one.key(), words::criteria::standing(one), words::criteria::consequence(one)))
        .to_vec();
    let onchoose = {
        let (act, answer) = (act.clone(), answer.clone());
        let (case, today, document, at, tell) =
            (props.case.clone(), props.today, props.document, props.at, props.tell.clone());
        Callback::from(move |key: AttrValue| {
            let Some(standing) = Standing::ALL.into_iter().find(|one| one.key() == key.as_str()) else { return };
            let shown = answer.as_ref().and_then(|answer| answer.shown.clone());
            let change = Change::CriterionMarked { document, at, answer: Some(Answer { standing, shown }) };
            if let Err(refusal) = act.change(&case, today, vec![change]) {
                tell.emit(words::both(&refusal));
            }
        })
    };
    let chosen = answer.as_ref().map(|answer| AttrValue::from(answer.standing.key()));
    let met = answer.as_ref().is_some_and(|answer| answer.standing == Standing::Met);
    html! {
        <div class="stack">
            <Choices id={format!("criterion-{}-{}", props.document.0, props.at)} legend={html! { { piece.whole() } }} {choices} {chosen} {onchoose} />
            if met {
                <Quote case={props.case.clone()} today={props.today} document={props.document} at={props.at} tell={props.tell.clone()} />
            }
        </div>
    }
}

/// The words that show a point, and where they stand.
#[component]
fn Quote(props: &PointProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let held = props.piece().and_then(|piece| piece.answer.clone()).and_then(|answer| answer.shown);
    let length = props.piece().map_or(0, |piece| piece.words.len());
    let what = format!("criterion-{}-{}-{length}", props.document.0, props.at);
    let key = DraftKey { case: Some(props.case.id.clone()), what };
    let typed = {
        let (read, key, held) = (act.desk.read.clone(), key.clone(), held.clone());
        use_state_eq(move || read.emit(key).unwrap_or_else(|| held.map(|shown| shown.words).unwrap_or_default()))
    };
    let sources = sources(&props.case, props.document, props.today);
    let first = held.as_ref().and_then(|shown| sources.iter().position(|(_, from)| same(from, &shown.from)));
    let chosen = use_state_eq(|| first.unwrap_or(0));
    let problem = use_state_eq(String::new);
    let id = format!("shown-{}-{}", props.document.0, props.at);
    let oninput = {
        let (typed, key, told) = (typed.clone(), key.clone(), act.desk.typed.clone());
        Callback::from(move |text: String| {
            told.emit((key.clone(), text.clone()));
            typed.set(text);
        })
    };
    let onsource = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            chosen.set(usize::try_from(at).unwrap_or(0));
        })
    };
    let keep = {
        let (act, typed, problem, sources, chosen) =
            (act.clone(), typed.clone(), problem.clone(), sources.clone(), chosen.clone());
        let props = PointProps {
            case: props.case.clone(),
            today: props.today,
            document: props.document,
            at: props.at,
            tell: props.tell.clone(),
        };
        let id = id.clone();
        Callback::from(move |_: MouseEvent| {
            let words = typed.trim().to_owned();
            let Some((_, from)) = sources.get(*chosen).filter(|_| !words.is_empty()) else {
                problem.set("Write or paste the words that show it.".into());
                page::focus(&format!("#{id}"));
                return;
            };
            let from = match from {
                Provenance::Document { document, .. } => {
                    Provenance::Document { document: *document, words: words.clone() }
                }
                Provenance::Call { .. } | Provenance::Statement { .. } => from.clone(),
            };
            let answer = Answer { standing: Standing::Met, shown: Some(Shown { words, from }) };
            match props.change(&act, Some(answer)) {
                Ok(()) => {
                    act.desk.done.emit(key.clone());
                    problem.set(String::new());
                    props.tell.emit("The words are kept with this point.".into());
                }
                Err(said) => {
                    problem.set(said);
                    page::focus(&format!("#{id}"));
                }
            }
        })
    };
    let select = format!("{id}-from");
    html! {
        <div class="stack">
            <Field id={id.clone()} label="The words from the record that show it" hint="Copy them exactly as they stand there."
                error={(*problem).clone()} entry={Entry::Lines(3)} value={(*typed).clone()} onchange={oninput.clone()} oninput={Some(oninput)} />
            <div class="field">
                <label class="field__label" for={select.clone()}>{ "Where do they stand?" }</label>
                <select class="field__input" id={select} onchange={onsource}>
                    { for sources.iter().enumerate().map(|(at, (name, _))| html! { <option selected={at == *chosen}>{ name.clone() }</option> }) }
                </select>
            </div>
            <p class="cluster">
                <button class="button" type="button" data-state="secondary" onclick={keep}>{ "Keep these words" }<span class="visually-hidden">{ format!(" for piece {}", props.at + 1) }</span></button>
                if held.is_some_and(|shown| shown.words == typed.trim()) {
                    <span class="record__about">{ "Kept" }</span>
                }
            </p>
        </div>
    }
}

/// The papers, calls and people that words can come from, by name.
fn sources(case: &Case, policy: Number, today: Date) -> Vec<(String, Provenance)> {
    let papers = case.documents.iter().filter(|paper| paper.number != policy);
    let papers = papers
        .map(|paper| (paper.title.clone(), Provenance::Document { document: paper.number, words: String::new() }));
    let calls = case.calls.iter().map(|call| (words::cases::call_line(call), Provenance::Call { call: call.number }));
    let own = ("My own words".to_owned(), Provenance::Statement { on: today });
    papers.chain(calls).chain([own]).collect()
}

fn same(one: &Provenance, other: &Provenance) -> bool {
    match (one, other) {
        (Provenance::Document { document, .. }, Provenance::Document { document: held, .. }) => document == held,
        (Provenance::Call { call }, Provenance::Call { call: held }) => call == held,
        (Provenance::Statement { .. }, Provenance::Statement { .. }) => true,
        (Provenance::Document { .. } | Provenance::Call { .. } | Provenance::Statement { .. }, _) => false,
    }
}

/// Corrects how a piece was split, and what it is.
#[component]
pub fn Correct(props: &PointProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let (Some(grid), Some(piece)) = (props.case.grid(props.document), props.piece()) else { return Html::default() };
    let at = props.at;
    let to = |pieces: Vec<Piece>, said: &'static str| {
        let (act, case, today, document, tell) =
            (act.clone(), props.case.clone(), props.today, props.document, props.tell.clone());
        Callback::from(move |_: MouseEvent| {
            let change = Change::CriteriaSplit { document, pieces: pieces.clone() };
            match act.change(&case, today, vec![change]) {
                Ok(()) => {
                    tell.emit(said.to_owned());
                    page::focus(&format!("#piece-{}-{at}", document.0));
                }
                Err(refusal) => tell.emit(words::both(&refusal)),
            }
        })
    };
    let button = |name: String, pieces: Vec<Piece>, said: &'static str| {
        let onclick = to(pieces, said);
        html! { <li><button class="button" type="button" data-state="quiet" {onclick}>{ name }</button></li> }
    };
    let parts = breaks(&piece.words).into_iter().filter_map(|second| {
        let begins: Vec<&str> = piece.words.get(second..)?.split_whitespace().take(5).collect();
        let name = format!("Part it before \u{201c}{}\u{201d}", begins.join(" "));
        Some(button(name, grid.parted(at, second)?, "Parted in two."))
    });
    let named = Kind::ALL.into_iter().filter(|kind| *kind != piece.kind && *kind != Kind::Between).filter_map(|kind| {
        let name = format!("This is {}", words::criteria::kind(kind));
        Some(button(name, grid.named(at, kind)?, "Changed."))
    });
    html! {
        <details class="why">
            <summary class="why__ask">{ "Correct this piece" }<span class="visually-hidden">{ format!(" ({})", at + 1) }</span></summary>
            <ul class="why__answer">
                if let Some(pieces) = grid.joined(at) {
                    { button("Join it with the next piece".to_owned(), pieces, "Joined.") }
                }
                { for parts }
                { for named }
            </ul>
        </details>
    }
}
