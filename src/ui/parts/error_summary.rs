//! All that is wrong on a page at once, each line leading to its field. Takes the focus when it appears.

use yew::prelude::*;

use crate::browser::page;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorLine {
    /// The id of the input to go to.
    pub field: AttrValue,
    /// What happened and what to do now.
    pub text: AttrValue,
}

/// All that is wrong.
#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// The lines; nothing is shown while there are none.
    pub lines: Vec<ErrorLine>,
}

/// All that is wrong on a page, with links to the fields.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    use_effect_with(props.lines.clone(), move |lines| {
        if !lines.is_empty() {
            page::focus(".error-summary");
        }
    });
    if props.lines.is_empty() {
        return Html::default();
    }
    let title = match props.lines.len() {
        1 => "One thing to look at".to_owned(),
        count => format!("{count} things to look at"),
    };
    html! {
        <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-title">
            <h2 class="error-summary__title" id="error-title">{ title }</h2>
            <ul class="error-summary__list">
                { for props.lines.iter().map(|line| {
                    let field = line.field.clone();
                    // A plain hash link would change the route.
                    let onclick = Callback::from(move |event: MouseEvent| {
                        event.prevent_default();
                        page::focus(&format!("#{field}"));
                    });
                    html! { <li><a class="error-summary__link" href={format!("#{}", line.field)} {onclick}>{ line.text.clone() }</a></li> }
                }) }
            </ul>
        </div>
    }
}
