//! Check your answers: the rest, each beside its words, confirmed together by one button and correctable singly; and what
//! this is about.

use std::rc::Rc;

use yew::prelude::*;

use super::ScreenProps;
use super::ask::around;
use crate::case::{Case, PlayId};
use crate::civil::Date;
use crate::intake::{Answer, Intake, Question};
use crate::kinds::{Field, ProblemGroup};
use crate::rulebook;
use crate::steps::{self, Suggestion};
use crate::ui::parts::{Choice, Choices, ErrorLine, ErrorSummary, FactInput, Source, Typed, Why};
use crate::ui::store::State;
use crate::words;
use crate::words::guide::glance::{self, Row as Glance};

/// What the rest of the letter suggests that this is about, the likeliest first.
fn suggestions(intake: &Intake, today: Date) -> Vec<Suggestion> {
    // The suggestion looks at what is on this page too, as if it were confirmed.
    let case: Case = intake.confirm_rest(today).map_or_else(|_| intake.so_far().clone(), |all| all.so_far().clone());
    steps::suggest(&case, rulebook::book())
}

/// Check your answers.
#[component]
pub fn Check(props: &ScreenProps) -> Html {
    let today = use_context::<Rc<State>>().expect("the app gives it to every page").today;
    let editing = use_state_eq(|| None::<Field>);
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let suggested = suggestions(&props.intake, today);
    let chosen = {
        let held = props.intake.so_far().situations.first().or(suggested.first().map(|first| &first.play));
        let first = held.map_or_else(|| AttrValue::from(steps::GENERAL), |play| play.0.clone().into());
        use_state_eq(|| first)
    };
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |key: AttrValue| chosen.set(key))
    };
    let go = {
        let (intake, chosen, problems, ondone) =
            (props.intake.clone(), chosen.clone(), problems.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| match intake.confirm_rest(today) {
            Ok(next) => ondone.emit(next.about(PlayId(chosen.to_string()), today)),
            Err((field, refusal)) => {
                let text = format!("{}: {}", words::fields::name(field), words::both(&refusal));
                problems.set(vec![ErrorLine { field: row_id(field).into(), text: text.into() }]);
            }
        })
    };
    let row = |question: &Question| {
        let field = question.field;
        let onedit = {
            let editing = editing.clone();
            Callback::from(move |open: bool| editing.set(open.then_some(field)))
        };
        html! {
            <Row key={words::fields::name(field)} question={question.clone()} intake={props.intake.clone()} {today}
                open={*editing == Some(field)} {onedit} onchange={props.onchange.clone()} />
        }
    };
    let plays = suggested.iter().map(|suggestion| {
        let play = rulebook::book().play(&suggestion.play.0);
        let name = play.map_or_else(|| suggestion.play.0.clone(), |play| play.name.clone());
        Choice::new(suggestion.play.0.clone(), name, words::steps::why_suggested(suggestion))
    });
    html! {
        <>
            <ErrorSummary lines={(*problems).clone()} />
            <dl class="summary-list">{ for props.intake.questions().iter().map(row) }</dl>
            <Choices id="about" legend={html! { <h2>{ "What is this about?" }</h2> }} choices={plays.collect::<Vec<_>>()}
                hint="The likeliest first. You can add more later, under the facts of the case."
                chosen={Some((*chosen).clone())} onchoose={onchoose.clone()} />
            <Why ask="None of these? Choose from all situations">
                { all_situations(&suggested, &chosen, &onchoose) }
            </Why>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={go}>{ "All of this is right" }</button>
            </div>
        </>
    }
}

/// Every situation that was not suggested, by the kind of problem, as further answers to the same question.
fn all_situations(suggested: &[Suggestion], chosen: &AttrValue, onchoose: &Callback<AttrValue>) -> Html {
    let rows: Vec<Glance<'_>> = glance::rows(rulebook::book());
    let others = |group: ProblemGroup| -> Vec<Choice> {
        let here = rows.iter().filter(|row| row.group == group);
        let other = here.filter(|row| suggested.iter().all(|suggestion| suggestion.play.0 != row.play));
        other.map(|row| Choice::new(row.play.to_owned(), row.problem.to_owned(), "")).collect()
    };
    let list = |group: ProblemGroup| {
        let choices = others(group);
        if choices.is_empty() {
            return Html::default();
        }
        html! {
            <Choices key={group.key()} id={format!("about-{}", group.key())} legend={html! { <h3>{ glance::group(group) }</h3> }}
                {choices} chosen={Some(chosen.clone())} onchoose={onchoose.clone()} />
        }
    };
    glance::groups(&rows).into_iter().map(list).collect()
}

fn row_id(field: Field) -> String {
    format!("change-{}", words::fields::name(field).to_lowercase().replace(' ', "-"))
}

#[derive(Properties, PartialEq)]
struct RowProps {
    question: Question,
    intake: Rc<Intake>,
    today: Date,
    open: bool,
    onedit: Callback<bool>,
    onchange: Callback<Intake>,
}

/// One fact of the page, and the way to correct it.
#[component]
fn Row(props: &RowProps) -> Html {
    let Question { field, finds, answer, unknown } = &props.question;
    let field = *field;
    let name = words::fields::name(field);
    let first = answer.as_ref().or(finds.first().map(|find| &find.value));
    let typed = {
        let start = Typed::of(field, first);
        use_state_eq(|| start)
    };
    let error = use_state_eq(String::new);
    let answered = {
        let (intake, today, onchange, onedit, error) =
            (props.intake.clone(), props.today, props.onchange.clone(), props.onedit.clone(), error.clone());
        Callback::from(move |given: Answer| match intake.answer(field, given, today) {
            Ok(next) => {
                onedit.emit(false);
                onchange.emit(next);
            }
            Err(refusal) => error.set(words::both(&refusal)),
        })
    };
    if props.open {
        let id = "check-edit";
        let keep = {
            let (typed, answered, error) = (typed.clone(), answered.clone(), error.clone());
            Callback::from(move |_: MouseEvent| match typed.read(field) {
                Ok(value) => answered.emit(Answer::Own(value)),
                Err(said) => error.set(said),
            })
        };
        let unknown = answered.reform(|_: MouseEvent| Answer::Unknown);
        let onchange = {
            let typed = typed.clone();
            Callback::from(move |next: Typed| typed.set(next))
        };
        return html! {
            <div class="summary-list__row">
                <dt class="summary-list__name">{ name }</dt>
                <dd class="summary-list__value">
                    <div class="stack">
                        <FactInput {id} {field} value={(*typed).clone()} error={(*error).clone()} can_be_unknown={false} {onchange} />
                        <div class="cluster">
                            <button class="button" type="button" data-state="secondary" onclick={keep}>{ "Keep this" }</button>
                            <button class="button" type="button" data-state="quiet" onclick={unknown}>{ "I don\u{2019}t know" }</button>
                        </div>
                    </div>
                </dd>
            </div>
        };
    }
    let value = match first {
        _ if *unknown => "You don\u{2019}t know".to_owned(),
        Some(value) => words::fields::say(value),
        None => "Not known yet".to_owned(),
    };
    let from = finds.first().filter(|find| answer.is_none() || answer.as_ref() == Some(&find.value));
    let change = props.onedit.reform(|_: MouseEvent| true);
    html! {
        <div class="summary-list__row" data-state={unknown.then_some("unknown")}>
            <dt class="summary-list__name">{ name }</dt>
            <dd class="summary-list__value">{ value }</dd>
            if let Some(find) = from.filter(|_| !*unknown) {
                <dd class="summary-list__from">{ source(find, &props.intake) }</dd>
            }
            <dd class="summary-list__change">
                <button class="button" type="button" data-state="quiet" id={row_id(field)} onclick={change}>
                    { "Change" }<span class="visually-hidden">{ format!("({name})") }</span>
                </button>
            </dd>
        </div>
    }
}

fn source(find: &crate::importers::letter::Find, intake: &Intake) -> Html {
    let (before, after) = around(intake.text(), find);
    html! { <Source {before} words={find.words.clone()} {after} from={words::intake::source(intake.door())} /> }
}
