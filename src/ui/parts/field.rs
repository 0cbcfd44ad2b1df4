//! A field for words, numbers or an amount, with its label, hint and what is wrong.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// A line of words.
    #[default]
    Words,
    /// A number or short code.
    Number,
    /// An amount in dollars.
    Amount,
    /// A telephone number.
    Phone,
    /// Several lines; the number of rows shown.
    Lines(u32),
}

/// The field and what stands in it.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Its id.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// A hint; may be empty.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong; empty when nothing is.
    #[prop_or_default]
    pub error: AttrValue,
    /// What is typed into it.
    #[prop_or_default]
    pub entry: Entry,
    /// What stands in it.
    pub value: AttrValue,
    /// Told what stands in it when the person leaves it.
    pub onchange: Callback<String>,
    /// Told what stands in it at every keystroke, for drafts.
    #[prop_or_default]
    pub oninput: Option<Callback<String>>,
}

/// A field for words, numbers or an amount.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let wrong = !props.error.is_empty();
    let (hint_id, error_id) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    let described: Vec<&str> =
        [(!props.hint.is_empty()).then_some(&*hint_id), wrong.then_some(&*error_id)].into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = wrong.then_some("true");
    let input = match props.entry {
        Entry::Lines(rows) => {
            let text = |event: &Event| event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let onchange = props.onchange.reform(move |event: Event| text(&event));
            let oninput = props.oninput.as_ref().map(|told| {
                told.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value())
            });
            html! {
                <textarea class="field__input" id={props.id.clone()} rows={rows.to_string()} aria-invalid={invalid}
                    aria-describedby={described} value={props.value.clone()} {onchange} {oninput} />
            }
        }
        Entry::Words | Entry::Number | Entry::Amount | Entry::Phone => {
            let text = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
            let onchange = props.onchange.reform(move |event: Event| text(&event));
            let oninput = props
                .oninput
                .as_ref()
                .map(|told| told.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value()));
            let (kind, inputmode, size) = match props.entry {
                Entry::Amount => ("text", Some("decimal"), Some("medium")),
                Entry::Phone => ("tel", None, Some("medium")),
                Entry::Number => ("text", None, Some("medium")),
                Entry::Words | Entry::Lines(_) => ("text", None, None),
            };
            html! {
                <input class="field__input" data-size={size} id={props.id.clone()} type={kind} inputmode={inputmode}
                    autocomplete="off" spellcheck={(props.entry != Entry::Words).then_some("false")} aria-invalid={invalid}
                    aria-describedby={described} value={props.value.clone()} {onchange} {oninput} />
            }
        }
    };
    html! {
        <div class="field" data-state={wrong.then_some("wrong")}>
            <label class="field__label" for={props.id.clone()}>{ props.label.clone() }</label>
            if !props.hint.is_empty() {
                <p class="field__hint" id={hint_id.clone()}>{ props.hint.clone() }</p>
            }
            if wrong {
                <p class="field__error" id={error_id.clone()}><span class="visually-hidden">{ "Error: " }</span>{ props.error.clone() }</p>
            }
            if props.entry == Entry::Amount {
                <div class="field__row"><span class="field__affix" aria-hidden="true">{ "$" }</span>{ input }</div>
            } else {
                { input }
            }
        </div>
    }
}
