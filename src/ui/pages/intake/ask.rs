//! Facts that decide something, each confirmed by itself beside the words it came from; and the eight fields of a no
//! without a letter.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::ScreenProps;
use crate::civil::Date;
use crate::importers::letter::Find;
use crate::intake::{Answer, Intake, Question, Screen};
use crate::kinds::Field;
use crate::ui::parts::{Choice, Choices, ErrorLine, ErrorSummary, FactInput, Source, Typed};
use crate::ui::store::State;
use crate::words;

/// What the person did about one question.
#[derive(Clone, Debug, PartialEq)]
struct Given {
    /// Confirmed as found: the find's place in the list.
    found: Option<usize>,
    /// Whether the answer is "I don't know".
    unknown: bool,
    /// Whether the person types it.
    own: bool,
    /// What was typed.
    typed: Typed,
}

impl Given {
    fn of(question: &Question) -> Self {
        let found = question.finds.iter().position(|find| Some(&find.value) == question.answer.as_ref());
        Self {
            found,
            unknown: question.unknown,
            own: question.finds.is_empty() || (question.answer.is_some() && found.is_none()),
            typed: Typed::of(question.field, question.answer.as_ref()),
        }
    }

    /// The answer, or what is wrong. Nothing at all is no answer.
    fn answer(&self, question: &Question) -> Option<Result<Answer, String>> {
        if self.unknown || matches!(&self.typed, Typed::Row(Some(key)) if key == "unknown") {
            return Some(Ok(Answer::Unknown));
        }
        if let Some(find) = self.found.and_then(|at| question.finds.get(at)) {
            return Some(Ok(Answer::Found(find.clone())));
        }
        (self.own && !self.typed.is_empty()).then(|| self.typed.read(question.field).map(Answer::Own))
    }
}

/// What the button says: the last screen opens the case.
fn go_on(intake: &Intake) -> &'static str {
    if intake.is_last() { "Show me the next step" } else { "Continue" }
}

/// The way after all answers, or what is wrong on the screen.
fn answered(
    intake: &Intake,
    questions: &[Question],
    given: &BTreeMap<Field, Given>,
    today: Date,
) -> Result<Intake, Vec<ErrorLine>> {
    let mut lines = Vec::new();
    let mut next = intake.clone();
    let mut any = false;
    for question in questions {
        let Some(held) = given.get(&question.field) else { continue };
        let id = id(question.field);
        let mut wrong = |text: String| {
            let field = if held.own { held.typed.first_input(&format!("{id}-own")) } else { id.clone() };
            lines.push(ErrorLine { field: field.into(), text: text.into() });
        };
        match held.answer(question) {
            // Without a letter every field may stay empty, as long as one is filled.
            None if fills_in(intake.screen()) => {}
            None => wrong(format!(
                "{}: choose one answer. \u{201c}I don\u{2019}t know\u{201d} is fine.",
                words::fields::name(question.field)
            )),
            Some(Err(said)) => wrong(said),
            Some(Ok(answer)) => match next.answer(question.field, answer, today) {
                Ok(after) => {
                    any = true;
                    next = after;
                }
                Err(refusal) => wrong(words::both(&refusal)),
            },
        }
    }
    if let Some(first) = questions.first().filter(|_| lines.is_empty() && !any && must_fill_in(intake.screen())) {
        let text =
            format!("Fill in at least one field, such as \u{201c}{}\u{201d}.", label(intake.screen(), first.field));
        lines.push(ErrorLine { field: format!("{}-own", id(first.field)).into(), text: text.into() });
    }
    if lines.is_empty() { Ok(next) } else { Err(lines) }
}

/// Whether the screen is a form to fill in, and not one question after the other.
fn fills_in(screen: Screen) -> bool {
    matches!(screen, Screen::Typed | Screen::Planned | Screen::Billed | Screen::Story | Screen::Ending)
}

/// Whether such a form says nothing while all of it is empty.
fn must_fill_in(screen: Screen) -> bool {
    matches!(screen, Screen::Typed | Screen::Planned)
}

/// What a field of such a form is called.
fn label(screen: Screen, field: Field) -> &'static str {
    let own = if screen == Screen::Story { words::intake::story(field) } else { None };
    let own = own.or_else(|| if screen == Screen::Planned { words::intake::planned(field) } else { None });
    own.unwrap_or_else(|| words::fields::name(field))
}

fn id(field: Field) -> String {
    format!("ask-{}", words::fields::name(field).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
}

/// The questions of a screen.
#[component]
pub fn Ask(props: &ScreenProps) -> Html {
    let state = use_context::<Rc<State>>().expect("the app gives it to every page");
    let today = state.today;
    let questions = props.intake.questions();
    let given = {
        let first: BTreeMap<Field, Given> =
            questions.iter().map(|question| (question.field, Given::of(question))).collect();
        use_state(move || first)
    };
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let set = |field: Field| {
        let given = given.clone();
        Callback::from(move |next: Given| {
            let mut all = (*given).clone();
            all.insert(field, next);
            given.set(all);
        })
    };
    let go = {
        let (given, problems, intake) = (given.clone(), problems.clone(), props.intake.clone());
        let (ondone, questions) = (props.ondone.clone(), questions.clone());
        Callback::from(move |_: MouseEvent| match answered(&intake, &questions, &given, today) {
            Ok(next) => ondone.emit(next),
            Err(lines) => problems.set(lines),
        })
    };
    let typed_screen = fills_in(props.intake.screen());
    let screen = props.intake.screen();
    let view = |question: &Question| {
        let held = given.get(&question.field).cloned().unwrap_or_else(|| Given::of(question));
        let id = id(question.field);
        let own = format!("{id}-own");
        let error = |wanted: &str| -> AttrValue {
            let line = problems
                .iter()
                .find(|line| line.field.as_str() == wanted || line.field.starts_with(&format!("{wanted}-")));
            line.map(|line| line.text.clone()).unwrap_or_default()
        };
        let ontyped = {
            let set = set(question.field);
            Callback::from(move |typed: Typed| set.emit(Given { typed, own: true, found: None, unknown: false }))
        };
        let onchoose = {
            let (set, held) = (set(question.field), held.clone());
            Callback::from(move |key: AttrValue| {
                set.emit(Given {
                    found: key.parse().ok(),
                    unknown: key == "unknown",
                    own: key == "own",
                    typed: held.typed.clone(),
                });
            })
        };
        let label = AttrValue::from(label(screen, question.field));
        let input = html! {
            <FactInput id={own.clone()} label={Some(label)} field={question.field}
                coverage={props.intake.so_far().coverage_from()} value={held.typed.clone()} error={error(&own)} can_be_unknown={typed_screen} onchange={ontyped} />
        };
        if typed_screen {
            return input;
        }
        let chosen: Option<AttrValue> = match (held.found, held.unknown, held.own && !question.finds.is_empty()) {
            (Some(at), ..) => Some(at.to_string().into()),
            (None, true, _) => Some("unknown".into()),
            (None, false, true) => Some("own".into()),
            (None, false, false) if question.finds.is_empty() => Some("own".into()),
            (None, false, false) => None,
        };
        let rows = rows(question);
        let legend = words::intake::ask(question.field).filter(|_| !question.finds.is_empty());
        let legend = legend.map_or_else(|| words::fields::name(question.field).to_string(), ToOwned::to_owned);
        html! {
            <div key={id.clone()} class="stack">
                { for question.finds.iter().take(1).map(|find| found(find, &props.intake)) }
                if let Some(doubt) = question.finds.first().and_then(|find| find.doubt) {
                    <p>{ words::intake::doubt(doubt) }</p>
                }
                <Choices id={id.clone()} legend={html! { { legend } }} error={error(&id)} choices={rows} {chosen} {onchoose} />
                if held.own || question.finds.is_empty() && !held.unknown {
                    { input }
                }
            </div>
        }
    };
    html! {
        <>
            <ErrorSummary lines={(*problems).clone()} />
            if must_fill_in(screen) && state.saves() {
                <p>{ words::storage::KEEP_A_COPY }</p>
            }
            <div class="stack" data-gap="large">{ for questions.iter().map(view) }</div>
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={go}>{ go_on(&props.intake) }</button>
            </div>
        </>
    }
}

/// The rows of a question: as found, other finds, typed, not known.
fn rows(question: &Question) -> Vec<Choice> {
    let mut rows: Vec<Choice> = Vec::new();
    for (at, find) in question.finds.iter().enumerate().take(4) {
        let value = words::fields::say(&find.value);
        rows.push(if at == 0 {
            Choice::new(at.to_string(), "Yes, that is right", "")
        } else {
            Choice::new(at.to_string(), format!("No, it is {value}"), format!("\u{201c}{}\u{201d}", find.words))
        });
    }
    let other = if question.finds.is_empty() { "I\u{2019}ll type it" } else { "No, I\u{2019}ll type it" };
    rows.push(Choice::new("own", other, ""));
    rows.push(Choice::dont_know(""));
    rows
}

/// A find: its value, and the words around it in the letter.
fn found(find: &Find, intake: &Intake) -> Html {
    let (before, after) = around(intake.text(), find);
    let from = words::intake::source(intake.door());
    html! {
        <>
            <p class="question__find">{ words::fields::say(&find.value) }</p>
            <Source {before} words={find.words.clone()} {after} {from} />
        </>
    }
}

/// Up to forty characters before and after a find, cut at a space.
pub(super) fn around(text: &str, find: &Find) -> (String, String) {
    let before = text.get(..find.at.start).unwrap_or_default();
    let after = text.get(find.at.end..).unwrap_or_default();
    let mut head: Vec<char> = before.chars().rev().take(40).collect();
    head.reverse();
    let head: String = head.into_iter().collect();
    let head =
        head.split_once(' ').filter(|_| before.chars().count() > 40).map_or(head.as_str(), |(_, rest)| rest).to_owned();
    let tail: String = after.chars().take(40).collect();
    let tail =
        tail.rsplit_once(' ').filter(|_| after.chars().count() > 40).map_or(tail.as_str(), |(rest, _)| rest).to_owned();
    (head, tail)
}
