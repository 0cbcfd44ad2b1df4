//! The wings of the house: sets of pages that are fetched when one of them is first opened, so that the first load stays
//! light.
//!
//! The page's program marks where the build cuts (`main.rs`), and the build cuts (`xtask/src/split.rs`). What the start and a
//! wing both need stays with the start; what several wings need comes in files of its own. Off the web there is one
//! program, and every wing is here.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use yew::prelude::*;

use super::pages::case::frame::CaseProps;
use super::pages::case::{
    bill, call, criteria, dates, eob, facts, kit, letter, letters, next, options, owe, packet, papers,
};
use super::pages::{self, data, guide, intake, open_copy, urgent};
use super::route::Route;
use super::store::State;
use crate::case::Number;
use crate::intake::Door;
use crate::kinds::CallKind;
use crate::words::guide::Page;
use crate::words::guide::glossary::Term;

/// A set of pages that is fetched as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wing {
    /// The ways in: a letter, a no without one, a copy, what cannot wait.
    Doors,
    /// The cases and their places.
    Cases,
    /// Writing and binding.
    Desk,
    /// Bills, and the options of a case.
    Bills,
    /// The guide, which needs no case.
    Guide,
}

/// Shows the page of a route; `None` when the wing has no such page or the device no such case.
pub type Show = fn(&Route, &State) -> Option<Html>;

/// A wing on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<Show, NotFetched>>>>;

/// A wing did not come: no connection, or a new version has taken its files' place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pages of {wing:?} could not be fetched")]
pub struct NotFetched {
    /// Which.
    pub wing: Wing,
}

impl Wing {
    /// The wing that holds the page of this route; `None` for what the first load holds.
    #[must_use]
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Home | Route::NotFound => None,
            #[cfg(debug_assertions)]
            Route::States => None,
            Route::Urgent | Route::NewLetter | Route::NewTyped | Route::NewBill | Route::NewPlan | Route::OpenCopy => {
                Some(Self::Doors)
            }
            Route::Guide
            | Route::GuidePage { .. }
            | Route::Word { .. }
            | Route::TheseCodes { .. }
            | Route::YourState { .. }
            | Route::Play { .. } => Some(Self::Guide),
            Route::Bill { .. } | Route::Owe { .. } | Route::Eob { .. } | Route::Options { .. } => Some(Self::Bills),
            Route::Cases
            | Route::Example
            | Route::Data
            | Route::Next { .. }
            | Route::Dates { .. }
            | Route::Letters { .. }
            | Route::Call { .. }
            | Route::Papers { .. }
            | Route::Facts { .. } => Some(Self::Cases),
            Route::Letter { .. } | Route::Packet { .. } | Route::Criteria { .. } | Route::Clinician { .. } => {
                Some(Self::Desk)
            }
        }
    }

    /// The wing without fetching it, for programs that are not cut.
    #[must_use]
    pub fn here(self) -> Fetching {
        let show: Show = match self {
            Self::Doors => doors,
            Self::Cases => cases,
            Self::Desk => desk,
            Self::Bills => bills,
            Self::Guide => guide,
        };
        Box::pin(std::future::ready(Ok(show)))
    }
}

/// The pages of [`Wing::Doors`].
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "a wing shows its own; `Wing::of` lists every route")]
pub fn doors(route: &Route, _: &State) -> Option<Html> {
    Some(match route {
        Route::Urgent => html! { <urgent::Urgent /> },
        Route::NewLetter => html! { <intake::IntakePage key="letter" door={Door::Letter} /> },
        Route::NewTyped => html! { <intake::IntakePage key="typed" door={Door::NoLetter} /> },
        Route::NewBill => html! { <intake::IntakePage key="bill" door={Door::Bill} /> },
        Route::NewPlan => html! { <intake::IntakePage key="plan" door={Door::Planning} /> },
        Route::OpenCopy => html! { <open_copy::OpenCopy /> },
        _ => return None,
    })
}

/// The pages of [`Wing::Cases`].
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "a wing shows its own; `Wing::of` lists every route")]
pub fn cases(route: &Route, state: &State) -> Option<Html> {
    Some(match route {
        Route::Cases => html! { <pages::cases::Cases /> },
        Route::Example => html! { <pages::example::Example /> },
        Route::Data => html! { <data::Data /> },
        Route::Next { id } => html! { <next::NextPage ..of(id, state)? /> },
        Route::Dates { id } => html! { <dates::DatesPage ..of(id, state)? /> },
        Route::Letters { id } => html! { <letters::LettersPage ..of(id, state)? /> },
        Route::Call { id, kind } => {
            let (of, kind) = (of(id, state)?, CallKind::from_key(kind)?);
            html! { <call::CallPage key={kind.key()} {of} {kind} /> }
        }
        Route::Papers { id } => html! { <papers::PapersPage ..of(id, state)? /> },
        Route::Facts { id } => html! { <facts::FactsPage ..of(id, state)? /> },
        _ => return None,
    })
}

/// The pages of [`Wing::Desk`].
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "a wing shows its own; `Wing::of` lists every route")]
pub fn desk(route: &Route, state: &State) -> Option<Html> {
    Some(match route {
        Route::Letter { id, letter } => {
            html! { <letter::LetterPage key={*letter} of={of(id, state)?} letter={Number(*letter)} /> }
        }
        Route::Criteria { id } => html! { <criteria::CriteriaPage ..of(id, state)? /> },
        Route::Clinician { id } => html! { <kit::KitPage ..of(id, state)? /> },
        Route::Packet { id } => html! { <packet::PacketPage ..of(id, state)? /> },
        _ => return None,
    })
}

/// The pages of [`Wing::Bills`].
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "a wing shows its own; `Wing::of` lists every route")]
pub fn bills(route: &Route, state: &State) -> Option<Html> {
    Some(match route {
        Route::Bill { id } => html! { <bill::BillPage ..of(id, state)? /> },
        Route::Owe { id } => html! { <owe::OwePage ..of(id, state)? /> },
        Route::Eob { id, paper } => {
            html! { <eob::EobPage key={*paper} case={state.case(id)?} paper={Number(*paper)} /> }
        }
        Route::Options { id } => html! { <options::OptionsPage ..of(id, state)? /> },
        _ => return None,
    })
}

/// The pages of [`Wing::Guide`].
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "a wing shows its own; `Wing::of` lists every route")]
pub fn guide(route: &Route, _: &State) -> Option<Html> {
    Some(match route {
        Route::Guide => html! { <guide::Guide page={Page::Glance} /> },
        Route::GuidePage { page } => html! { <guide::Guide key={page.clone()} page={Page::from_key(page)?} /> },
        Route::Word { term } => html! { <guide::WordPage key={term.clone()} term={Term::from_key(term)?} /> },
        Route::TheseCodes { codes } => {
            html! { <guide::Guide key={codes.clone()} page={Page::Codes} typed={codes.replace('+', ", ")} /> }
        }
        Route::YourState { state } => html! { <guide::StatePage key={state.clone()} state={state.clone()} /> },
        Route::Play { play } => html! { <guide::PlayPage key={play.clone()} play={play.clone()} /> },
        _ => return None,
    })
}

fn of(id: &str, state: &State) -> Option<CaseProps> {
    state.case(id).map(|case| CaseProps { case, today: state.today })
}

/// How far the fetching of a wing is.
#[derive(Clone)]
pub enum Fetched {
    /// It is on its way.
    Coming,
    /// It is here.
    Here(Show),
    /// It did not come; the callback tries again.
    Failed(Callback<MouseEvent>),
}

/// A wing, fetched when it is first asked for; from then on it is here at once.
#[hook]
pub fn use_wing(wing: Option<Wing>, bring: &Callback<Wing, Fetching>) -> Option<Fetched> {
    let wings = use_mut_ref(BTreeMap::<Wing, Result<Show, NotFetched>>::new);
    let again = use_force_update();
    if let Some(wing) = wing.filter(|_| cfg!(not(target_arch = "wasm32"))) {
        // Off the web the answer is there at the first asking.
        if let Poll::Ready(came) = bring.emit(wing).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            wings.borrow_mut().insert(wing, came);
        }
    }
    let ask = {
        let wings = wings.clone();
        use_callback(bring.clone(), move |wing: Wing, bring| {
            let (wings, again, coming) = (wings.clone(), again.clone(), bring.emit(wing));
            yew::platform::spawn_local(async move {
                let came = coming.await;
                wings.borrow_mut().insert(wing, came);
                again.force_update();
            });
        })
    };
    {
        let (ask, wings) = (ask.clone(), wings.clone());
        use_effect_with(wing, move |wing| {
            if let Some(wing) = wing.filter(|wing| !matches!(wings.borrow().get(wing), Some(Ok(_)))) {
                ask.emit(wing);
            }
        });
    }
    let wing = wing?;
    let came = wings.borrow().get(&wing).copied();
    Some(match came {
        None => Fetched::Coming,
        Some(Ok(show)) => Fetched::Here(show),
        Some(Err(_)) => Fetched::Failed(ask.reform(move |_| wing)),
    })
}
