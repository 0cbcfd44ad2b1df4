//! The terms of a plan as they are typed: every cell as text, whether or not it reads; and the terms that the cells come to.

use crate::case::PlanTerms;
use crate::case::statement::Network;
use crate::case::terms::{Accumulator, Terms, Yearly};
use crate::money::Cents;

/// A cell of one side of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// The deductible of one person in the year.
    Deductible,
    /// What was met of it.
    DeductibleMet,
    /// The deductible of the family.
    FamilyDeductible,
    /// What was met of it.
    FamilyDeductibleMet,
    /// The most that one person pays in the year.
    Limit,
    /// What was met of it.
    LimitMet,
    /// The most that the family pays.
    FamilyLimit,
    /// What was met of it.
    FamilyLimitMet,
    /// The fixed amount for a visit.
    Copay,
    /// The person's percentage.
    Coinsurance,
}

impl Cell {
    /// All of them, as they stand in the form.
    pub const ALL: [Self; 10] = [
        Self::Deductible,
        Self::DeductibleMet,
        Self::FamilyDeductible,
        Self::FamilyDeductibleMet,
        Self::Limit,
        Self::LimitMet,
        Self::FamilyLimit,
        Self::FamilyLimitMet,
        Self::Copay,
        Self::Coinsurance,
    ];
}

/// What is wrong in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no amount of money, or one below zero.
    NotMoney,
    /// It is no whole number from 0 to 100.
    NotAPercentage,
}

/// The form as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    inside: [String; 10],
    outside: [String; 10],
}

impl Form {
    /// The form as it stands for these terms.
    #[must_use]
    pub fn of(terms: &PlanTerms) -> Self {
        Self { inside: cells(&terms.inside), outside: cells(&terms.outside) }
    }

    /// What stands in a cell.
    #[must_use]
    pub fn cell(&self, network: Network, cell: Cell) -> &str {
        match network {
            Network::In => &self.inside[cell as usize],
            Network::Out => &self.outside[cell as usize],
        }
    }

    /// The form with a cell typed anew.
    #[must_use]
    pub fn typed(mut self, network: Network, cell: Cell, text: String) -> Self {
        match network {
            Network::In => self.inside[cell as usize] = text,
            Network::Out => self.outside[cell as usize] = text,
        }
        self
    }

    /// The terms. An empty cell is unknown.
    ///
    /// # Errors
    /// Every cell that does not read.
    pub fn read(&self) -> Result<PlanTerms, Vec<(Network, Cell, Wrong)>> {
        let mut wrong = Vec::new();
        let mut side = |network: Network| {
            let mut amount = |cell: Cell| -> Option<Cents> {
                let text = self.cell(network, cell).trim();
                let read = text.parse::<Cents>().ok().filter(|cents| cents.0 >= 0);
                if read.is_none() && !text.is_empty() {
                    wrong.push((network, cell, Wrong::NotMoney));
                }
                read
            };
            let mut yearly = |limit, met| Yearly { limit: amount(limit), met: amount(met) };
            let deductible = Accumulator {
                individual: yearly(Cell::Deductible, Cell::DeductibleMet),
                family: yearly(Cell::FamilyDeductible, Cell::FamilyDeductibleMet),
            };
            let out_of_pocket = Accumulator {
                individual: yearly(Cell::Limit, Cell::LimitMet),
                family: yearly(Cell::FamilyLimit, Cell::FamilyLimitMet),
            };
            let copay = amount(Cell::Copay);
            let text = self.cell(network, Cell::Coinsurance).trim().trim_end_matches('%').trim();
            let percent = text.parse::<u32>().ok().filter(|percent| *percent <= 100);
            if percent.is_none() && !text.is_empty() {
                wrong.push((network, Cell::Coinsurance, Wrong::NotAPercentage));
            }
            Terms { deductible, out_of_pocket, copay, coinsurance_percent: percent }
        };
        let terms = PlanTerms { inside: side(Network::In), outside: side(Network::Out) };
        if wrong.is_empty() { Ok(terms) } else { Err(wrong) }
    }
}

fn cells(terms: &Terms) -> [String; 10] {
    let amount = |cents: Option<Cents>| cents.map(|cents| cents.to_string().replace('$', "")).unwrap_or_default();
    let (deductible, limit) = (&terms.deductible, &terms.out_of_pocket);
    [
        amount(deductible.individual.limit),
        amount(deductible.individual.met),
        amount(deductible.family.limit),
        amount(deductible.family.met),
        amount(limit.individual.limit),
        amount(limit.individual.met),
        amount(limit.family.limit),
        amount(limit.family.met),
        amount(terms.copay),
        terms.coinsurance_percent.map(|percent| percent.to_string()).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_reads_back_as_it_was() {
        let form = Form::of(&PlanTerms::default())
            .typed(Network::In, Cell::Deductible, "1,500".into())
            .typed(Network::In, Cell::DeductibleMet, "200.50".into())
            .typed(Network::Out, Cell::Coinsurance, "40 %".into());
        let terms = form.read().unwrap();
        assert_eq!(terms.inside.deductible.left(), Some(Cents(129_950)));
        assert_eq!(terms.outside.coinsurance_percent, Some(40));
        assert_eq!(terms.inside.copay, None, "what is empty is unknown");
        assert_eq!(Form::of(&terms).read(), Ok(terms));
    }

    #[test]
    fn every_cell_that_does_not_read_is_told() {
        let form = Form::of(&PlanTerms::default())
            .typed(Network::In, Cell::Copay, "-5".into())
            .typed(Network::Out, Cell::Coinsurance, "120".into())
            .typed(Network::Out, Cell::Limit, "a lot".into());
        let wrong = form.read().unwrap_err();
        assert_eq!(
            wrong,
            [
                (Network::In, Cell::Copay, Wrong::NotMoney),
                (Network::Out, Cell::Limit, Wrong::NotMoney),
                (Network::Out, Cell::Coinsurance, Wrong::NotAPercentage),
            ]
        );
    }
}
