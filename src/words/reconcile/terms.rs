//! The terms of a plan, in words: what each cell asks for, and what is wrong in one.

use super::super::{InWords, Words, words};
use crate::case::statement::Network;
use crate::intake::terms::{Cell, Wrong};

/// What a cell asks for.
#[must_use]
pub fn label(cell: Cell) -> &'static str {
    match cell {
        Cell::Deductible => "Deductible for one person, for the year",
        Cell::DeductibleMet => "Met of it before these claims",
        Cell::FamilyDeductible => "Deductible for the family, for the year",
        Cell::FamilyDeductibleMet => "Met of the family\u{2019}s before these claims",
        Cell::Limit => "The most that one person pays in the year",
        Cell::LimitMet => "Paid towards it before these claims",
        Cell::FamilyLimit => "The most that the family pays in the year",
        Cell::FamilyLimitMet => "Paid towards the family\u{2019}s before these claims",
        Cell::Copay => "Copay for such a visit",
        Cell::Coinsurance => "Your coinsurance, in percent",
    }
}

/// The name of a side of the network.
#[must_use]
pub fn side(network: Network) -> &'static str {
    match network {
        Network::In => "In the network",
        Network::Out => "Out of the network",
    }
}

impl InWords for Wrong {
    fn in_words(&self) -> Words {
        match self {
            Self::NotMoney => words("This is not an amount.", "Type it like 1,500 or 1500.00, or leave it empty."),
            Self::NotAPercentage => {
                words("This is not a percentage.", "Type a whole number from 0 to 100, or leave it empty.")
            }
        }
    }
}
