//! One letter: every fact a button that opens its source, every paragraph editable, the ways to take it along.

mod block;
mod gaps;
mod own;
mod part;
mod source;
mod take;
mod versions;

use std::rc::Rc;

use yew::prelude::*;

use self::gaps::Gaps;
use self::own::Own;
use self::part::PartView;
use self::source::{Open, OpenSource};
use self::take::Take;
use self::versions::Versions;
use super::frame::{CaseFrame, CaseProps};
use super::sending::Sending;
use crate::browser::page;
use crate::case::{Case, Letter, Number};
use crate::civil::Date;
use crate::letters::{self, Draft, WeakPoint, edit};
use crate::paper::Paper;
use crate::rulebook;
use crate::ui::parts::{DISCLAIMER, Heading, Here, Notice, Tone};
use crate::ui::route::Route;
use crate::words;

/// Which letter of which case.
#[derive(Properties, PartialEq)]
pub struct LetterPageProps {
    /// The case and the day.
    pub of: CaseProps,
    /// The letter's number.
    pub letter: Number,
}

/// One letter.
#[component]
pub fn LetterPage(props: &LetterPageProps) -> Html {
    let CaseProps { case, today } = &props.of;
    let open = use_state_eq(|| Open::Nothing);
    let Some(letter) = case.letter(props.letter) else {
        return html! {
            <CaseFrame case={case.clone()} here={Here::Letters}>
                <Heading text="This letter is no longer here" />
                <p><a href={Route::Letters { id: case.id.0.clone() }.href()}>{ "Go to the letters of this case" }</a></p>
            </CaseFrame>
        };
    };
    let draft = letters::draft(letter, case, rulebook::book(), *today);
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(Open::Nothing))
    };
    let onopen = {
        let open = open.clone();
        Callback::from(move |next: Open| open.set(next))
    };
    let aside = html! {
        <>
            <OpenSource case={case.clone()} open={(*open).clone()} onclose={close} />
            <Gaps case={case.clone()} draft={Rc::new(draft.clone())} />
        </>
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Letters} aside={Some(aside)}>
            <Heading text={words::steps::letter(letter.kind)} />
            if let Some(refused) = &draft.refused {
                <Notice id="letter-refused" title="This letter cannot be written yet" tone={Tone::Warn}>
                    <p>{ format!("Why: {refused}. {}", refused.now()) }</p>
                    <p><a class="button" data-state="primary" href={Route::Facts { id: case.id.0.clone() }.href()}>{ "Add what you know" }</a></p>
                </Notice>
            } else {
                <Written case={case.clone()} today={*today} letter={Rc::new(letter.clone())} draft={Rc::new(draft)}
                    open={(*open).clone()} {onopen} />
            }
        </CaseFrame>
    }
}

#[derive(Properties, PartialEq)]
struct WrittenProps {
    case: Rc<Case>,
    today: Date,
    letter: Rc<Letter>,
    draft: Rc<Draft>,
    open: Open,
    onopen: Callback<Open>,
}

/// The letter itself, what to look at, and what can be done with it.
#[component]
fn Written(props: &WrittenProps) -> Html {
    let WrittenProps { case, today, letter, draft, open, onopen } = props;
    let moving = use_state_eq(|| false);
    let said = use_state_eq(String::new);
    let next_focus = use_mut_ref(String::new);
    let first = letters::first(letter, case, rulebook::book(), *today);
    let stale = edit::stale(letter, &first.paper, case);
    let points = letters::before_sending(letter, (&first, draft), case, rulebook::book(), *today);
    let (first, paper): (Rc<Paper>, Rc<Paper>) = (Rc::new(first.paper), Rc::new(draft.paper.clone()));
    // What moved is drawn anew and loses the focus; it is given back when the drawing is done.
    {
        let next_focus = next_focus.clone();
        use_effect_with(letter.clone(), move |_| {
            let selector = next_focus.take();
            if !selector.is_empty() {
                page::focus(&selector);
            }
        });
    }
    let onmoved = {
        let said = said.clone();
        Callback::from(move |(what, focus): (String, String)| {
            next_focus.replace(focus);
            said.set(what);
        })
    };
    let onmoving = {
        let moving = moving.clone();
        Callback::from(move |now: bool| moving.set(now))
    };
    html! {
        <>
            <p>{ "Press a marked word to see where it comes from. Press Edit to put a paragraph in your own words." }</p>
            <article class="letter" aria-label={paper.title.clone()}>
                { for paper.parts.iter().enumerate().map(|(at, part)| html! {
                    <PartView key={part.key.clone()} case={case.clone()} today={*today} letter={letter.clone()}
                        first={first.clone()} paper={paper.clone()} {at} part={part.clone()} moving={*moving}
                        stale={stale.iter().filter(|stale| stale.part == part.key).cloned().collect::<Vec<_>>()}
                        onopen={onopen.clone()} open={open.clone()} onmoved={onmoved.clone()} />
                }) }
            </article>
            <p class="live" role="status">{ (*said).clone() }</p>
            <Own case={case.clone()} today={*today} letter={letter.clone()} first={first.clone()} moving={*moving} {onmoving} {onmoved} />
            <p class="disclaimer">{ DISCLAIMER }</p>
            { look_again(&points) }
            <Versions case={case.clone()} today={*today} letter={letter.clone()} {first} paper={paper.clone()} />
            <Take case={case.clone()} today={*today} letter={(**letter).clone()} draft={draft.clone()} />
            <Sending case={case.clone()} today={*today} letter={letter.clone()} {paper} />
        </>
    }
}

/// What to look at before sending, each with the way to it.
fn look_again(points: &[WeakPoint]) -> Html {
    if points.is_empty() {
        return Html::default();
    }
    let go = |part: &str| {
        let selector = format!("#edit-{part}");
        Callback::from(move |_: MouseEvent| page::focus(&selector))
    };
    html! {
        <Notice id="look-again" title="Before you send it, look at this" tone={Tone::Warn}>
            <ul>
                { for points.iter().enumerate().map(|(at, point)| html! {
                    <li>
                        <span id={format!("weak-{at}")}>{ words::both(point) }</span>{ " " }
                        if let Some(part) = point.part() {
                            <button class="letter__edit" type="button" aria-describedby={format!("weak-{at}")} onclick={go(part)}>{ "Go there" }</button>
                        }
                    </li>
                }) }
            </ul>
        </Notice>
    }
}
