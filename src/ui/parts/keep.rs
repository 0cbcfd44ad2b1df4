//! The sentence that a browser may drop what it holds.

use yew::prelude::*;

use super::{Notice, Tone};
use crate::words;

/// Some browsers drop the data, so keep a copy.
#[component]
pub fn Keep() -> Html {
    html! { <Notice id="keep" title="Keep a copy" tone={Tone::Info}><p>{ words::storage::KEEP_A_COPY }</p></Notice> }
}
