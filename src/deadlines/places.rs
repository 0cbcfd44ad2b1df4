//! What becomes of a rule, and of a review outside the plan, in the state where the person lives.

use crate::case::Case;
use crate::kinds::{CoverageKind, Field};
use crate::rulebook::schema::{ByState, LegalKind, Place};
use crate::rulebook::{Book, Review, Rule, Track};

/// A rule as it stands for this person.
#[derive(Clone, Copy)]
pub(super) struct Ruled<'b> {
    pub rule: &'b Rule,
    /// Whether the state may have set another time, which is not known here.
    pub state_open: bool,
    /// For a rule of a state: the federal one in whose place it stands, if no state may give less.
    pub floor: Option<&'b Rule>,
}

/// The rule or what takes its place in the person's state; `None` where it does not hold there. Only coverage that follows
/// its state has a state's rule.
pub(super) fn where_they_live<'b>(
    case: &Case,
    book: &'b Book,
    coverage: CoverageKind,
    rule: &'b Rule,
) -> Option<Ruled<'b>> {
    let as_it_is = Ruled { rule, state_open: rule.by_state.is_some(), floor: None };
    if rule.by_state.is_none() || !coverage.follows_its_state() {
        return Some(as_it_is);
    }
    let state = case.text(Field::State).and_then(|state| book.place(state.value));
    let Some(instead) = state.and_then(|state| state.instead.iter().find(|instead| instead.of == rule.id)) else {
        return Some(as_it_is);
    };
    let own = book.rule(instead.by.as_deref()?)?;
    let other = own.id != rule.id;
    let least = rule.counts.as_ref().is_some_and(|counts| counts.legal_kind == LegalKind::Minimum);
    Some(Ruled { rule: own, state_open: other && own.by_state.is_some(), floor: (other && least).then_some(rule) })
}

/// The reviews outside the plan that may be the one of this person: those of the road, without those that their state does
/// not use. Several where only the letter says which; none where the road has no such review.
#[must_use]
pub fn reviews<'b>(case: &Case, book: &'b Book, track: &'b Track) -> Vec<&'b Review> {
    let state = case.text(Field::State).and_then(|state| book.place(state.value));
    let federal = |id: &str| book.rule(id).is_some_and(|rule| rule.by_state == Some(ByState::FederalReview));
    let none_federal = |place: &Place| place.instead.iter().any(|instead| instead.by.is_none() && federal(&instead.of));
    // Where the state has the only process, an insurer cannot choose a federal one, whose windows do not bind its plans.
    let states_alone = track.coverage.follows_its_state() && state.is_some_and(none_federal);
    let open = |rule: &Rule| {
        let bound = !states_alone || book.binding(rule, track.coverage).is_some();
        bound && where_they_live(case, book, track.coverage, rule).is_some()
    };
    let holds = |review: &&Review| {
        let mut rules = review.file_by.iter().filter_map(|id| book.rule(id)).peekable();
        rules.peek().is_none() || rules.any(open)
    };
    let named = track.reviews.iter().filter_map(|id| book.reviews.iter().find(|review| review.id == *id));
    named.filter(holds).collect()
}
