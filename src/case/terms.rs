//! What a plan makes its members share, as the person reads it in their plan's papers.
//!
//! Knows no law. What is not said is unknown: no amount stands in for it.

use crate::case::statement::Network;
use crate::money::Cents;

/// The terms of a plan that decide a patient's share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanTerms {
    /// For care in the network.
    pub inside: Terms,
    /// For care out of the network.
    pub outside: Terms,
}

/// The terms for care on one side of the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What the members pay first.
    pub deductible: Accumulator,
    /// What the members pay at most.
    pub out_of_pocket: Accumulator,
    /// The fixed amount for such a visit.
    pub copay: Option<Cents>,
    /// The patient's part of what is allowed, in hundredths.
    pub coinsurance_percent: Option<u32>,
}

/// A yearly amount that payments count towards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accumulator {
    /// For one person.
    pub individual: Yearly,
    /// For the family together.
    pub family: Yearly,
}

/// How much in a year, and how much of it was met before the papers of the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Yearly {
    /// In the whole year.
    pub limit: Option<Cents>,
    /// Met before.
    pub met: Option<Cents>,
}

impl PlanTerms {
    /// The terms for a side of the network.
    #[must_use]
    pub fn of(&self, network: Network) -> &Terms {
        match network {
            Network::In => &self.inside,
            Network::Out => &self.outside,
        }
    }
}

impl Yearly {
    /// What is left until the limit, where both are known.
    #[must_use]
    pub fn left(self) -> Option<Cents> {
        Some(Cents(self.limit?.0.saturating_sub(self.met?.0).max(0)))
    }
}

impl Accumulator {
    /// What is left until the nearer of both limits, where at least one is known with what was met.
    #[must_use]
    pub fn left(&self) -> Option<Cents> {
        [self.individual.left(), self.family.left()].into_iter().flatten().min()
    }
}
