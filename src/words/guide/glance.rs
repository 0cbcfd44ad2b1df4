//! The problems at a glance: one row for every play of the book, to find one's own in.
//!
//! Knows no case. What a row says stands with its play, so a new play is a new row.

use crate::kinds::{CoverageKind, ProblemGroup};
use crate::rulebook::Book;

/// A problem, what most people do first, and what may help after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The problem, as the play is called.
    pub problem: &'a str,
    /// What most people do first.
    pub first_step: &'a str,
    /// What may help after that.
    pub approach: &'a str,
    /// The coverages that the play is written for; empty means any.
    pub coverage: &'a [CoverageKind],
    /// Among which problems it is looked for.
    pub group: ProblemGroup,
    /// The play's id.
    pub play: &'a str,
}

/// A row for every play of the book: by group, and within a group by id.
#[must_use]
pub fn rows(book: &Book) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = book
        .plays
        .iter()
        .map(|play| Row {
            problem: &play.name,
            first_step: &play.glance.first_step,
            approach: &play.glance.approach,
            coverage: &play.suggests.coverage,
            group: play.glance.group,
            play: &play.id,
        })
        .collect();
    rows.sort_by_key(|row| (row.group, row.play));
    rows
}

/// The groups that have a row, in the order in which they are offered: a filter offers no empty one.
#[must_use]
pub fn groups(rows: &[Row<'_>]) -> Vec<ProblemGroup> {
    ProblemGroup::ALL.into_iter().filter(|group| rows.iter().any(|row| row.group == *group)).collect()
}

/// What a group of problems is called.
#[must_use]
pub fn group(group: ProblemGroup) -> &'static str {
    match group {
        ProblemGroup::Approval => "Approval",
        ProblemGroup::Coverage => "Not covered or not needed",
        ProblemGroup::Paperwork => "Paperwork and coding",
        ProblemGroup::Network => "Network",
        ProblemGroup::Bills => "Bills",
        ProblemGroup::BeforeCare => "Before care",
        ProblemGroup::Other => "Other",
    }
}

/// The coverages that a row is written for, in a few words.
#[must_use]
pub fn coverage(row: &Row<'_>) -> String {
    if row.coverage.is_empty() {
        return "Any coverage".to_owned();
    }
    row.coverage.iter().map(|kind| short(*kind)).collect::<Vec<_>>().join("; ")
}

/// A coverage in so few words that it fits the cell of a table. `words::steps::coverage` has the full name.
fn short(kind: CoverageKind) -> &'static str {
    match kind {
        CoverageKind::Individual => "bought yourself",
        CoverageKind::EmployerInsured => "from work, insured",
        CoverageKind::EmployerSelfFunded => "from work, self-funded",
        CoverageKind::Government => "state or local government",
        CoverageKind::Church => "church plan",
        CoverageKind::Grandfathered => "old plan (grandfathered)",
        CoverageKind::Fehb => "federal employees",
        CoverageKind::Medicare => "Original Medicare",
        CoverageKind::MedicareAdvantage => "Medicare Advantage",
        CoverageKind::PartD => "Medicare drug plan",
        CoverageKind::Medigap => "Medigap",
        CoverageKind::Medicaid => "Medicaid from the state",
        CoverageKind::MedicaidPlan => "Medicaid plan",
        CoverageKind::Chip => "CHIP",
        CoverageKind::Tricare => "TRICARE",
        CoverageKind::Va => "VA or CHAMPVA",
        CoverageKind::Student => "student plan",
        CoverageKind::ShortTerm => "short-term plan",
        CoverageKind::SharingMinistry => "sharing ministry",
        CoverageKind::DentalVision => "dental or vision",
        CoverageKind::Uninsured => "no coverage",
        CoverageKind::WorkersCompensation => "workers\u{2019} compensation",
        CoverageKind::Auto => "auto insurance",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(group: ProblemGroup, coverage: &[CoverageKind]) -> Row<'_> {
        Row { problem: "", first_step: "", approach: "", coverage, group, play: "" }
    }

    #[test]
    fn a_row_for_all_says_so_and_one_for_some_names_them() {
        let check = |kinds: &[CoverageKind], expected: &str| {
            assert_eq!(coverage(&row(ProblemGroup::Other, kinds)), expected);
        };
        check(&[], "Any coverage");
        check(&[CoverageKind::Individual, CoverageKind::EmployerSelfFunded], "bought yourself; from work, self-funded");
    }

    #[test]
    fn only_groups_with_a_row_are_offered_and_in_one_order() {
        let rows = [row(ProblemGroup::Other, &[]), row(ProblemGroup::Approval, &[]), row(ProblemGroup::Other, &[])];
        assert_eq!(groups(&rows), [ProblemGroup::Approval, ProblemGroup::Other]);
        assert_eq!(groups(&[]), []);
    }

    #[test]
    fn the_order_of_the_list_is_the_order_of_the_rows() {
        assert!(ProblemGroup::ALL.is_sorted());
    }
}
