//! How old the law in the book is: when somebody last read each source, when it is to be read again, and what rests on it.

use std::collections::BTreeSet;

use super::schema::Task;
use super::{Book, Play, Rule, Source};

/// A source, and what rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aged<'b> {
    /// The source.
    pub source: &'b Source,
    /// The rules that cite it.
    pub rules: Vec<&'b Rule>,
    /// The plays that show one of these rules with a step.
    pub plays: Vec<&'b Play>,
}

impl Book {
    /// All sources, those to be read again soonest first.
    #[must_use]
    pub fn by_age(&self) -> Vec<Aged<'_>> {
        let mut all: Vec<Aged<'_>> = self.sources.iter().map(|source| self.aged(source)).collect();
        all.sort_by(|a, b| (a.source.recheck_on, &a.source.id).cmp(&(b.source.recheck_on, &b.source.id)));
        all
    }

    fn aged<'b>(&'b self, source: &'b Source) -> Aged<'b> {
        let cites = |rule: &&Rule| {
            rule.binds.iter().any(|binding| binding.source == source.id)
                || rule.binds_everybody.as_ref() == Some(&source.id)
        };
        let rules: Vec<&Rule> = self.rules.iter().filter(cites).collect();
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        let shows = |task: &Task| task.rules.iter().any(|rule| ids.contains(rule.as_str()));
        let plays = self.plays.iter().filter(|play| play.tasks.iter().any(shows)).collect();
        Aged { source, rules, plays }
    }
}

#[cfg(test)]
mod tests {
    use super::super::book;
    use super::*;

    #[test]
    fn every_source_is_listed_once_with_what_rests_on_it() {
        let all = book().by_age();
        assert_eq!(all.len(), book().sources.len());
        let ids: BTreeSet<&str> = all.iter().map(|aged| aged.source.id.as_str()).collect();
        assert_eq!(ids.len(), all.len());
        assert!(all.windows(2).all(|pair| pair[0].source.recheck_on <= pair[1].source.recheck_on));
        for rule in &book().rules {
            assert!(all.iter().any(|aged| aged.rules.contains(&rule)), "{} rests on no source", rule.id);
        }
    }
}
