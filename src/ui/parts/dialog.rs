//! A question before something that cannot be undone. The safe answer comes first and has the focus.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// The question and its two answers.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its id.
    pub id: AttrValue,
    /// The question.
    pub title: AttrValue,
    /// What will happen.
    pub children: Html,
    /// The safe answer.
    pub keep: AttrValue,
    /// The other answer.
    pub go: AttrValue,
    /// Told of the safe answer.
    pub onkeep: Callback<()>,
    /// Told of the other answer.
    pub ongo: Callback<()>,
}

/// A question before something that cannot be undone; open for as long as it is on the page.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>()
            && !dialog.open()
        {
            // Refused only when it is open already or not in the page.
            let _ = dialog.show_modal();
        }
    });
    let title = format!("{}-title", props.id);
    let oncancel = props.onkeep.reform(|event: Event| event.prevent_default());
    let onkeep = props.onkeep.reform(|_: MouseEvent| ());
    let ongo = props.ongo.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={node} class="dialog" aria-labelledby={title.clone()} {oncancel}>
            <h2 class="dialog__title" id={title}>{ props.title.clone() }</h2>
            <div class="dialog__body">{ props.children.clone() }</div>
            <div class="dialog__actions">
                <button class="button" type="button" data-state="secondary" autofocus=true onclick={onkeep}>{ props.keep.clone() }</button>
                <button class="button" type="button" data-state="danger" onclick={ongo}>{ props.go.clone() }</button>
            </div>
        </dialog>
    }
}
