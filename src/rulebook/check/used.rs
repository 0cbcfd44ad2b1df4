//! Whether anybody comes to each rule and each road. What nobody comes to is not looked after, and grows wrong unseen.

use std::collections::BTreeSet;

use super::super::schema::Book;
use super::{Fault, Found, at};

impl Found<'_> {
    /// Rules that nothing names, and roads to which nothing leads.
    pub(super) fn unused(&mut self) {
        let book = self.book;
        let named = named(book);
        for rule in book.rules.iter().filter(|rule| !named.contains(rule.id.as_str()) && rule.worked_as.is_empty()) {
            self.add(&at("rule", &rule.id), Fault::UnusedRule);
        }
        let mut roads = BTreeSet::new();
        for track in &book.tracks {
            let coverages = [track.coverage].into_iter().chain(track.also.iter().copied());
            let taken = coverages.filter(|coverage| !roads.insert((*coverage, track.beside))).count();
            if taken > 0 {
                self.add(&at("track", &track.id), Fault::SecondRoad);
            }
        }
    }
}

/// Every rule that a step, a right, a review, a state, a play or a question names.
fn named(book: &Book) -> BTreeSet<&str> {
    let levels = || book.tracks.iter().flat_map(|track| &track.levels);
    let clocks = levels().flat_map(|level| level.file_by.iter().chain(&level.decide_by).chain(&level.least_sum));
    let rights = book.tracks.iter().flat_map(|track| &track.rights);
    let reviews = book.reviews.iter().flat_map(|review| review.file_by.iter().chain(&review.decide_by));
    let tasks = book.plays.iter().flat_map(|play| &play.tasks).flat_map(|task| &task.rules);
    let warnings = book.plays.iter().flat_map(|play| &play.warnings).flat_map(|warning| &warning.rules);
    let urgent = book.urgencies.iter().flat_map(|urgency| &urgency.rules);
    let by_state = book.places.iter().flat_map(|place| &place.instead).filter_map(|instead| instead.by.as_ref());
    let owed = book.owes.iter().filter_map(|row| row.rule.as_ref());
    clocks
        .chain(by_state)
        .chain(owed)
        .chain(rights)
        .chain(reviews)
        .chain(tasks)
        .chain(warnings)
        .chain(urgent)
        .map(String::as_str)
        .collect()
}
