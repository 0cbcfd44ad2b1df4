//! What becomes of a rule, and of a review outside the plan, in the state where the person lives.

use crate::case::Case;
use crate::kinds::{CoverageKind, Field};
use crate::rulebook::{Book, Review, Rule, Track};

/// A rule as it stands for this person.
#[derive(Clone, Copy)]
pub(super) struct Ruled<'b> {
    pub rule: &'b Rule,
    /// Whether the state may have set another time, which is not known here.
    pub state_open: bool,
}

/// The rule or what takes its place in the person's state; `None` where it does not hold there. Only coverage that follows
/// its state has a state's rule.
pub(super) fn where_they_live<'b>(
    case: &Case,
    book: &'b Book,
    coverage: CoverageKind,
    rule: &'b Rule,
) -> Option<Ruled<'b>> {
    let as_it_is = Ruled { rule, state_open: rule.by_state.is_some() };
    if rule.by_state.is_none() || !coverage.follows_its_state() {
        return Some(as_it_is);
    }
    let state = case.text(Field::State).and_then(|state| book.place(state.value));
    let Some(instead) = state.and_then(|state| state.instead.iter().find(|instead| instead.of == rule.id)) else {
        return Some(as_it_is);
    };
    let own = book.rule(instead.by.as_deref()?)?;
    Some(Ruled { rule: own, state_open: own.id != rule.id && own.by_state.is_some() })
}

/// The reviews outside the plan that may be the one of this person: those of the road, without those that their state does
/// not use. Several where only the letter says which; none where the road has no such review.
#[must_use]
pub fn reviews<'b>(case: &Case, book: &'b Book, track: &'b Track) -> Vec<&'b Review> {
    let holds = |review: &&Review| {
        let mut rules = review.file_by.iter().filter_map(|id| book.rule(id)).peekable();
        rules.peek().is_none() || rules.any(|rule| where_they_live(case, book, track.coverage, rule).is_some())
    };
    let named = track.reviews.iter().filter_map(|id| book.reviews.iter().find(|review| review.id == *id));
    named.filter(holds).collect()
}
