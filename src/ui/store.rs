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
    /// A case, or words being typed, could not be saved.
    NotKept(saving::Error),
    /// Words being typed were saved.
    DraftKept,
    /// The person has made room, and wants what was not saved to be tried again.
    TriedAgain,
    /// The person gives up what is not saved here.
    GaveUp,
    /// What is stored was read again. A case that changed here and is not saved stays as it is.
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

    /// Whether this browser saves anything, as far as is known.
    #[must_use]
    pub fn saves(&self) -> bool {
        self.keeping != Keeping::Failed(saving::Error::Blocked)
    }

    /// Whether saving this case is the first save on this device, as far as is known here.
    #[must_use]
    pub fn is_first_save(&self, held: &Held) -> bool {
        let own = self.cases.iter().filter(|held| !held.case.is_example()).count();
        held.revision == Revision(0) && !held.case.is_example() && own == 1
    }

    fn has_unsaved(&self) -> bool {
        self.cases.iter().any(|held| held.unsaved)
    }
}

/// The stored cases, but for those that are in hand and not saved: these stay, so that saving can tell what stands in the way.
fn with_unsaved(stored: Vec<saving::Held>, in_hand: Vec<Held>) -> Vec<Held> {
    let mut unsaved: Vec<Held> = in_hand.into_iter().filter(|held| held.unsaved).collect();
    let mut cases = Vec::new();
    for saving::Held { case, revision } in stored {
        let mine = unsaved.iter().position(|held| held.case.id == case.id).map(|at| unsaved.remove(at));
        cases.push(mine.unwrap_or_else(|| Held { case: Rc::new(case), revision, unsaved: false }));
    }
    cases.extend(unsaved);
    cases
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
            Action::DraftKept if next.has_unsaved() || !matches!(next.keeping, Keeping::Failed(_)) => return self,
            Action::DraftKept | Action::TriedAgain => next.keeping = Keeping::Idle,
            Action::GaveUp => next.cases.retain(|held| !held.unsaved),
            Action::Loaded { loaded, percent } => {
                next.cases = with_unsaved(loaded.cases, next.cases);
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
    /// Told that a case is being erased, or all: its words are not saved any more.
    pub forget: Callback<Option<CaseId>>,
    /// Saves at once what waits, also what found no room before.
    pub again: Callback<()>,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Revision;

    const TODAY: &str = "2024-02-01";

    fn case(id: &str, about: &str) -> Case {
        let today = TODAY.parse().unwrap();
        let change = Change::SituationChosen { play: crate::case::PlayId(about.into()) };
        Case::open(CaseId(id.into()), today).apply(change, today).unwrap()
    }

    /// The case `c1` as this tab has it, changed since revision 1.
    fn changed_here() -> State {
        let held = Held { case: Rc::new(case("c1", "mine")), revision: Revision(1), unsaved: true };
        State { cases: vec![held], ..State::empty(TODAY.parse().unwrap()) }
    }

    fn after(state: State, actions: Vec<Action>) -> State {
        let last = actions.into_iter().fold(Rc::new(state), Reducible::reduce);
        (*last).clone()
    }

    fn read(cases: Vec<Case>) -> Action {
        let cases = cases.into_iter().map(|case| saving::Held { case, revision: Revision(2) }).collect();
        Action::Loaded { loaded: Box::new(Loaded { cases, ..Loaded::default() }), percent: 1 }
    }

    /// What is in hand: each case's name, what it is about, and whether it is unsaved.
    fn in_hand(state: &State) -> Vec<(&str, &str, bool)> {
        let line = |held| {
            let Held { case, unsaved, .. }: &Held = held;
            (&*case.id.0, &*case.situations.first().expect("each has one").0, *unsaved)
        };
        state.cases.iter().map(line).collect()
    }

    #[test]
    fn another_tab_does_not_overwrite_what_is_not_saved_here() {
        let state = after(changed_here(), vec![read(vec![case("c1", "theirs"), case("c2", "theirs")])]);
        assert_eq!(in_hand(&state), [("c1", "mine", true), ("c2", "theirs", false)]);
        assert_eq!(state.cases[0].revision, Revision(1), "so that saving is refused");
        let state = after(changed_here(), vec![read(Vec::new())]);
        assert_eq!(in_hand(&state), [("c1", "mine", true)], "although it was erased there");
    }

    #[test]
    fn the_other_tabs_version_comes_when_mine_is_given_up() {
        let state = after(changed_here(), vec![Action::GaveUp, read(vec![case("c1", "theirs")])]);
        assert_eq!(in_hand(&state), [("c1", "theirs", false)]);
    }

    #[test]
    fn a_saved_draft_ends_the_complaint_but_not_while_a_case_is_unsaved() {
        let full = || Action::NotKept(saving::Error::Full);
        let empty = || State::empty(TODAY.parse().unwrap());
        assert_eq!(after(empty(), vec![full(), Action::DraftKept]).keeping, Keeping::Idle);
        let failed = Keeping::Failed(saving::Error::Full);
        assert_eq!(after(changed_here(), vec![full(), Action::DraftKept]).keeping, failed);
        assert_eq!(after(changed_here(), vec![full(), Action::TriedAgain]).keeping, Keeping::Idle);
    }
}
