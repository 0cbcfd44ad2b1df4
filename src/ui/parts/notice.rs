//! Something the person should know now, with a heading and a sign.

use yew::prelude::*;

use super::{Icon, Sign};

/// How it is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// To know.
    #[default]
    Info,
    /// It went well.
    Ok,
    /// Take care.
    Warn,
    /// Now.
    Urgent,
}

impl Tone {
    fn key(self) -> Option<&'static str> {
        match self {
            Self::Info => None,
            Self::Ok => Some("ok"),
            Self::Warn => Some("warn"),
            Self::Urgent => Some("urgent"),
        }
    }

    fn sign(self) -> Sign {
        match self {
            Self::Info => Sign::Info,
            Self::Ok => Sign::Ok,
            Self::Warn => Sign::Warn,
            Self::Urgent => Sign::Urgent,
        }
    }
}

/// What to know.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// The heading's id.
    pub id: AttrValue,
    /// The heading.
    pub title: AttrValue,
    /// How it is meant.
    #[prop_or_default]
    pub tone: Tone,
    /// Whether it appeared after something the person did, so that a screen reader says it.
    #[prop_or_default]
    pub role: Option<AttrValue>,
    /// What to know.
    #[prop_or_default]
    pub children: Html,
}

/// Something the person should know now.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <section class="notice" data-state={props.tone.key()} aria-labelledby={props.id.clone()} role={props.role.clone()}>
            <Icon sign={props.tone.sign()} />
            <div class="notice__body">
                <h2 class="notice__title" id={props.id.clone()}>{ props.title.clone() }</h2>
                { props.children.clone() }
            </div>
        </section>
    }
}
