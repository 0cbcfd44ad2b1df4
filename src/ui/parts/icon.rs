//! Small drawn signs. They only repeat what a word says.

use yew::prelude::*;

/// A drawn sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Onward.
    Arrow,
    /// Back.
    Back,
    /// The next step.
    Next,
    /// Dates.
    Dates,
    /// Letters.
    Letters,
    /// Papers.
    Papers,
    /// Facts.
    Facts,
    /// To know.
    Info,
    /// Take care.
    Warn,
    /// Now.
    Urgent,
    /// Well.
    Ok,
    /// Telephone.
    Phone,
    /// Private.
    Lock,
    /// Close.
    Close,
    /// Edit.
    Edit,
    /// Words of somebody else.
    Quote,
}

impl Sign {
    /// The path on a field of 24 by 24.
    fn path(self) -> &'static str {
        match self {
            Self::Arrow => "M4 12h15M13 6l6 6-6 6",
            Self::Back => "M20 12H5M11 6l-6 6 6 6",
            Self::Next => "M5 20V5a1 1 0 0 1 1-1h12l-3 4.5 3 4.5H6",
            Self::Dates => "M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4M8 15h3",
            Self::Letters => "M3 6h18v13H3zM3.5 6.5 12 13.5l8.5-7",
            Self::Papers => "M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9.5 13h6M9.5 16.5h6",
            Self::Facts => "M5 4h14v16H5zM8.5 9l1.5 1.5L12.5 8M8.5 15l1.5 1.5 2.5-2.5M15 9.5h1.5M15 15.5h1.5",
            Self::Info => "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 11v5.5M12 7.5v.1",
            Self::Warn => "M12 3.5 22 20.5H2zM12 10v5M12 17.800v.1",
            Self::Urgent => "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v5.5M12 16.5v.1",
            Self::Ok => "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8 12.300l2.8 2.800L16 9.5",
            Self::Phone => {
                "M6.5 3.5h3l1.5 4.5-2 1.5c1 2.3 2.5 3.8 5 5l1.5-2 4.5 1.5v3c0 2-1.5 3-3 3C10 19.5 4.5 13 3.5 6.5c0-1.5 1-3 3-3z"
            }
            Self::Lock => "M5.5 10.5h13v10h-13zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5M12 14.5v2.5",
            Self::Close => "M5.5 5.5l13 13M18.5 5.5l-13 13",
            Self::Edit => "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5",
            Self::Quote => "M4 6h16M4 11h16M4 16h9M18 14v6M15 17h6",
        }
    }
}

/// Which sign, and a class beside its own.
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// The sign.
    pub sign: Sign,
    /// A further class.
    #[prop_or_default]
    pub class: Classes,
}

/// A drawn sign, hidden from screen readers.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class={classes!("icon", props.class.clone())} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={props.sign.path()} />
        </svg>
    }
}
