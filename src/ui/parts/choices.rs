//! One answer from a list, in rows as tall as a thumb. "I don't know" is the last row where it can be an answer.

use yew::prelude::*;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its key.
    pub value: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// A line of explanation; may be empty.
    pub about: AttrValue,
    /// Whether it is "I don't know".
    pub unknown: bool,
}

impl Choice {
    /// A row with a name and a line of explanation.
    pub fn new(value: impl Into<AttrValue>, name: impl Into<AttrValue>, about: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), name: name.into(), about: about.into(), unknown: false }
    }

    /// The last row.
    pub fn dont_know(about: impl Into<AttrValue>) -> Self {
        Self { value: "unknown".into(), name: "I don\u{2019}t know".into(), about: about.into(), unknown: true }
    }
}

/// The question and its rows.
#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    /// The group's id; the first row has it.
    pub id: AttrValue,
    /// The question.
    pub legend: Html,
    /// A hint; may be empty.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong; empty when nothing is.
    #[prop_or_default]
    pub error: AttrValue,
    /// The rows.
    pub choices: Vec<Choice>,
    /// The chosen row's key.
    #[prop_or_default]
    pub chosen: Option<AttrValue>,
    /// Told the chosen row's key.
    pub onchoose: Callback<AttrValue>,
}

/// One answer from a list.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let wrong = !props.error.is_empty();
    let (hint_id, error_id) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    let described: Vec<&str> =
        [(!props.hint.is_empty()).then_some(&*hint_id), wrong.then_some(&*error_id)].into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let row = |(at, choice): (usize, &Choice)| {
        let value = choice.value.clone();
        let onchange = props.onchoose.reform(move |_: Event| value.clone());
        html! {
            <label key={choice.value.to_string()} class="choices__row" data-state={choice.unknown.then_some("unknown")}>
                <input class="choices__input" type="radio" name={props.id.clone()} id={(at == 0).then(|| props.id.clone())}
                    value={choice.value.clone()} checked={props.chosen.as_ref() == Some(&choice.value)}
                    aria-invalid={wrong.then_some("true")} {onchange} />
                <span class="choices__text">
                    <span class="choices__name">{ choice.name.clone() }</span>
                    if !choice.about.is_empty() {
                        <span class="choices__about">{ choice.about.clone() }</span>
                    }
                </span>
            </label>
        }
    };
    html! {
        <fieldset class="choices" data-state={wrong.then_some("wrong")} aria-describedby={described}>
            <legend class="choices__legend">{ props.legend.clone() }</legend>
            if !props.hint.is_empty() {
                <p class="choices__hint" id={hint_id.clone()}>{ props.hint.clone() }</p>
            }
            if wrong {
                <p class="choices__error" id={error_id.clone()}><span class="visually-hidden">{ "Error: " }</span>{ props.error.clone() }</p>
            }
            <div class="choices__list">{ for props.choices.iter().enumerate().map(row) }</div>
        </fieldset>
    }
}
