//! The cases as the pages see them: a thin reducer around [`Case::apply`], without rules of its own.
//!
//! Knows no browser; the app saves what it marks as unsaved.

use std::rc::Rc;

use yew::prelude::*;

use super::route::Route;
use crate::browser::versions::Newer;
use crate::case::{Case, CaseId, Change, Refusal};
use crate::civil::Date;
use crate::storage::saving::{self, Aside, Loaded};
use crate::storage::{DraftKey, Revision};

/// A case in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The case.
    pub case: Rc<Case>,
    /// The revision that is saved; 0 before the first save.
    pub revision: Revision,
    /// Whether it has changed since.
    pub unsaved: bool,
}

/// What became of the last save.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Keeping {
    /// Nothing to save yet.
    #[default]
    Idle,
    /// Saved on this device.
    Saved,
    /// Not saved.
    Failed(saving::Error),
}

/// Everything that the pages see.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Today, where the person is.
    pub today: Date,
    /// The cases, in the order in which they were opened.
    pub cases: Vec<Held>,
    /// What became of the last save.
    pub keeping: Keeping,
    /// Stored text that could not be read: damaged, or of a newer version of the page.
    pub aside: Vec<Aside>,
    /// Percent of the room in this browser that is used.
    pub percent: u8,
    /// Whether the page's content policy refused something, which no part of this page asks for.
    pub refused: bool,
    /// A newer version of the page that waits to take over.
    pub newer: Option<Newer>,
}

/// Something that happened to the cases.
#[derive(Clone, Debug)]
pub enum Action {
    /// A case was opened.
    Opened(Box<Case>),
    /// A case changed.
    Changed {
        /// Which.
        id: CaseId,
        /// How, in order.
        changes: Vec<Change>,
    },
    /// A case was saved.
    Kept {
        /// Which.
        id: CaseId,
        /// Its new revision.
        revision: Revision,
        /// The case as saved; what changed since is still unsaved.
        case: Rc<Case>,
        /// Percent of the room used.
        percent: u8,
    },
    /// A case could not be saved.
    NotKept(saving::Error),
    /// What is stored was read again.
    Loaded {
        /// All that is on the shelf.
        loaded: Box<Loaded>,
        /// Percent of the room used.
        percent: u8,
    },
    /// A case was erased.
    Erased(CaseId),
    /// Everything was erased.
    ErasedAll,
    /// A new day began.
    Day(Date),
    /// The page's content policy refused something.
    Refused,
    /// A newer version of the page waits.
    Newer(Newer),
}

impl State {
    /// Nothing in hand on `today`.
    #[must_use]
    pub fn empty(today: Date) -> Self {
        Self {
            today,
            cases: Vec::new(),
            keeping: Keeping::Idle,
            aside: Vec::new(),
            percent: 0,
            refused: false,
            newer: None,
        }
    }

    /// The case with this id.
    #[must_use]
    pub fn case(&self, id: &str) -> Option<Rc<Case>> {
        self.cases.iter().find(|held| held.case.id.0 == id).map(|held| held.case.clone())
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Opened(case) => {
                next.cases.push(Held { case: Rc::new(*case), revision: Revision(0), unsaved: true });
            }
            Action::Changed { id, changes } => {
                let today = next.today;
                if let Some(held) = next.cases.iter_mut().find(|held| held.case.id == id) {
                    // The page has asked `Act::change` before: what is refused here was overtaken by another change.
                    if let Ok(case) = apply_all(&held.case, changes, today) {
                        held.case = Rc::new(case);
                        held.unsaved = true;
                    }
                }
            }
            Action::Kept { id, revision, case, percent } => {
                next.keeping = Keeping::Saved;
                next.percent = percent;
                if let Some(held) = next.cases.iter_mut().find(|held| held.case.id == id) {
                    held.revision = revision;
                    held.unsaved = !Rc::ptr_eq(&held.case, &case);
                }
            }
            Action::NotKept(why) => next.keeping = Keeping::Failed(why),
            Action::Loaded { loaded, percent } => {
                let held =
                    |held: saving::Held| Held { case: Rc::new(held.case), revision: held.revision, unsaved: false };
                next.cases = loaded.cases.into_iter().map(held).collect();
                next.aside = loaded.aside.into_iter().chain(loaded.newer).collect();
                next.percent = percent;
                next.keeping = Keeping::Idle;
            }
            Action::Erased(id) => next.cases.retain(|held| held.case.id != id),
            Action::ErasedAll => next = State { newer: next.newer.take(), ..State::empty(next.today) },
            Action::Day(today) => next.today = today,
            Action::Refused => next.refused = true,
            Action::Newer(newer) => next.newer = Some(newer),
        }
        Rc::new(next)
    }
}

/// The case after all changes, or the first refusal.
///
/// # Errors
/// What [`Case::apply`] refuses.
pub fn apply_all(case: &Case, changes: Vec<Change>, today: Date) -> Result<Case, Refusal> {
    changes.into_iter().try_fold(case.clone(), |case, change| case.apply(change, today))
}

/// What a page can do: change the cases, and go to another place. Never changes, so it re-renders nobody.
#[derive(Clone, PartialEq)]
pub struct Act {
    /// Changes the cases.
    pub dispatcher: UseReducerDispatcher<State>,
    /// Goes to another place.
    pub go: Callback<Route>,
    /// Keeps words being typed.
    pub desk: Desk,
}

/// Keeps words being typed, so that a closed tab loses none.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// The words kept under a key.
    pub read: Callback<DraftKey, Option<String>>,
    /// Told of words being typed.
    pub typed: Callback<(DraftKey, String)>,
    /// Told that the words are in the case, or no longer wanted.
    pub done: Callback<DraftKey>,
}

impl Act {
    /// Changes a case, all or nothing.
    ///
    /// # Errors
    /// The first refusal; then nothing has changed.
    pub fn change(&self, case: &Case, today: Date, changes: Vec<Change>) -> Result<(), Refusal> {
        apply_all(case, changes.clone(), today)?;
        self.dispatcher.dispatch(Action::Changed { id: case.id.clone(), changes });
        Ok(())
    }
}
