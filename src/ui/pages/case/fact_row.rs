//! One fact of a case: its value, where it comes from, and the field to change it. Of several notices each keeps its own.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::{Case, Change, Fact, Number, Provenance, Value};
use crate::civil::Date;
use crate::kinds::Field;
use crate::paper::long_day;
use crate::ui::parts::{ErrorLine, ErrorSummary, FactInput, Source, Typed};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// Where a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its field.
    pub field: Field,
    /// The notice that it belongs to, for what stands in one.
    pub notice: Option<Number>,
}

impl Place {
    fn facts(self, case: &Case) -> (Option<&Fact<Value>>, bool) {
        match self.notice.and_then(|number| case.notice(number)) {
            Some(notice) => (notice.facts.get(self.field), notice.facts.said_unknown(self.field)),
            None => (case.fact(self.field), case.said_unknown(self.field)),
        }
    }

    /// What it is called where it has to be told from the same fact of another notice.
    fn full_name(self, case: &Case) -> String {
        let name = words::fields::name(self.field);
        let of = case.notices.len();
        let at = case.notices.iter().position(|notice| of > 1 && Some(notice.number) == self.notice);
        at.map_or_else(|| name.to_owned(), |at| format!("{name}, {}", words::cases::notice(at, of).to_lowercase()))
    }

    fn learned(self, value: Value, today: Date) -> Change {
        let (field, from) = (self.field, Provenance::Statement { on: today });
        match self.notice {
            Some(notice) => Change::NoticeLearned { notice, field, value, from },
            None => Change::Learned { field, value, from },
        }
    }

    fn unknown(self) -> Change {
        let field = self.field;
        match self.notice {
            Some(notice) => Change::NoticeUnknown { notice, field },
            None => Change::SaidUnknown { field },
        }
    }
}

/// The fact, and whether it is being changed.
#[derive(Properties, PartialEq)]
pub struct FactRowProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
    /// Which fact.
    pub place: Place,
    /// Whether its field is shown.
    pub open: bool,
    /// Told which fact is to be changed, or that none is any more.
    pub onedit: Callback<Option<Place>>,
}

/// One fact: its value and its source, or the field to change it.
#[component]
pub fn FactRow(props: &FactRowProps) -> Html {
    let FactRowProps { case, place, .. } = props;
    let name = words::fields::name(place.field);
    if props.open {
        return html! {
            <div class="summary-list__row">
                <dt class="summary-list__name">{ name }</dt>
                <dd class="summary-list__value"><FactEdit case={case.clone()} today={props.today} place={*place} ondone={props.onedit.reform(|()| None)} /></dd>
            </div>
        };
    }
    let (fact, unknown) = place.facts(case);
    let change = {
        let place = *place;
        props.onedit.reform(move |_: MouseEvent| Some(place))
    };
    let value = match fact {
        Some(fact) => words::fields::say(&fact.value),
        None if unknown => "You don\u{2019}t know".to_owned(),
        None => "Not known yet".to_owned(),
    };
    html! {
        <div class="summary-list__row" data-state={fact.is_none().then_some("unknown")}>
            <dt class="summary-list__name">{ name }</dt>
            <dd class="summary-list__value">
                { value }
                if let Some(codes) = fact.and_then(|fact| codes(&fact.value)) {
                    { " " }<a href={Route::TheseCodes { codes }.href()}>{ "What this means" }</a>
                }
            </dd>
            if let Some(fact) = fact {
                <dd class="summary-list__from">{ source(case, &fact.from) }</dd>
            }
            <dd class="summary-list__change">
                <button class="button" type="button" data-state="quiet" onclick={change}>
                    { if fact.is_some() { "Change" } else { "Add" } }<span class="visually-hidden">{ format!("({})", place.full_name(case)) }</span>
                </button>
            </dd>
        </div>
    }
}

/// Group and reason codes as an address writes them.
fn codes(value: &Value) -> Option<String> {
    let Value::Codes(codes) = value else { return None };
    Some(codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("+"))
}

/// Where a fact comes from, in words.
fn source(case: &Case, from: &Provenance) -> Html {
    match from {
        Provenance::Document { document, words } => {
            let title = case.document(*document).map_or("a paper", |document| &*document.title);
            html! { <Source words={words.clone()} from={format!("From {title}")} /> }
        }
        Provenance::Call { call } => html! { { case.call(*call).map(words::cases::call_line).unwrap_or_default() } },
        Provenance::Statement { on } => html! { { format!("You said so on {}", long_day(*on)) } },
    }
}

#[derive(Properties, PartialEq)]
struct FactEditProps {
    case: Rc<Case>,
    today: Date,
    place: Place,
    ondone: Callback<()>,
}

/// The field for one fact, with its three ways out.
#[component]
fn FactEdit(props: &FactEditProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let typed = use_state_eq(|| Typed::of(props.place.field, props.place.facts(&props.case).0.map(|fact| &fact.value)));
    let error = use_state_eq(String::new);
    let id = "fact-edit";
    let onchange = {
        let typed = typed.clone();
        Callback::from(move |next: Typed| typed.set(next))
    };
    let place = props.place;
    let field = place.field;
    let apply = {
        let (act, case, today, ondone, error) =
            (act, props.case.clone(), props.today, props.ondone.clone(), error.clone());
        Callback::from(move |change: Change| match act.change(&case, today, vec![change]) {
            Ok(()) => ondone.emit(()),
            Err(refusal) => error.set(words::both(&refusal)),
        })
    };
    let keep = {
        let (apply, typed, error, today) = (apply.clone(), typed.clone(), error.clone(), props.today);
        Callback::from(move |_: MouseEvent| {
            if matches!(&*typed, Typed::Row(Some(key)) if key == "unknown") {
                apply.emit(place.unknown());
                return;
            }
            match typed.read(field) {
                Ok(value) => apply.emit(place.learned(value, today)),
                Err(said) => error.set(said),
            }
        })
    };
    let unknown = apply.reform(move |_: MouseEvent| place.unknown());
    let cancel = props.ondone.reform(|_: MouseEvent| ());
    let lines = if error.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLine { field: typed.first_input(id).into(), text: (*error).clone().into() }]
    };
    html! {
        <div class="stack">
            <ErrorSummary {lines} />
            <FactInput {id} {field} coverage={props.case.coverage_from()} value={(*typed).clone()} error={(*error).clone()} {onchange} />
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={keep}>{ "Keep this" }</button>
                <button class="button" type="button" data-state="secondary" onclick={unknown}>{ "I don\u{2019}t know" }</button>
                <button class="button" type="button" data-state="quiet" onclick={cancel}>{ "Leave it as it was" }</button>
            </div>
        </div>
    }
}
