//! A payment plan to the cent: so many parts in whole cents that come to the whole, the larger ones first.
//!
//! Knows no case. Without interest: a plan that adds any is another plan.

use crate::money::Cents;

/// The most months that a plan may take.
pub const MOST: u32 = 120;

/// The length of a plan in months, from 1 to [`MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months(u32);

/// Equal payments in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// How many.
    pub payments: u32,
    /// How much each.
    pub each: Cents,
}

impl Months {
    /// The length of a plan while nothing is known of what the person can pay: a year. Our choice and not law.
    pub const USUAL: Self = Self(12);

    /// So many months, if a plan may take as many.
    #[must_use]
    pub fn new(months: u32) -> Option<Self> {
        (1..=MOST).contains(&months).then_some(Self(months))
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0
    }

    /// The shortest plan whose payments are not larger than what the person can pay each month; the longest one where even
    /// its payments are; the usual one where nothing is known. `total` is above zero.
    #[must_use]
    pub fn fitting(total: Cents, monthly: Option<Cents>) -> Self {
        let Some(monthly) = monthly.filter(|monthly| monthly.0 > 0) else { return Self::USUAL };
        let months = total.0.max(1).unsigned_abs().div_ceil(monthly.0.unsigned_abs());
        Self(u32::try_from(months).unwrap_or(MOST).clamp(1, MOST))
    }
}

/// The payments of a plan: they come to the whole, differ by at most a cent, and the larger stand first. Nothing, when
/// there is nothing to pay.
#[must_use]
pub fn payments(total: Cents, months: Months) -> Vec<Cents> {
    let each = runs(total, months).into_iter();
    each.flat_map(|run| std::iter::repeat_n(run.each, run.payments as usize)).collect()
}

/// The same, equal payments together.
#[must_use]
pub fn runs(total: Cents, months: Months) -> Vec<Run> {
    if total.0 <= 0 {
        return Vec::new();
    }
    let count = i64::from(months.0);
    let (each, larger) = (total.0 / count, total.0 % count);
    let larger = u32::try_from(larger).unwrap_or_default();
    let runs =
        [Run { payments: larger, each: Cents(each + 1) }, Run { payments: months.0 - larger, each: Cents(each) }];
    runs.into_iter().filter(|run| run.payments > 0).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_plan_has_from_one_to_a_hundred_and_twenty_months() {
        assert_eq!(
            [0, 1, 120, 121].map(|months| Months::new(months).map(Months::count)),
            [None, Some(1), Some(120), None]
        );
    }

    #[test]
    fn the_length_follows_from_what_can_be_paid() {
        let months = |total, monthly: Option<i64>| Months::fitting(Cents(total), monthly.map(Cents)).count();
        assert_eq!(months(22_000, None), 12);
        assert_eq!(months(22_000, Some(0)), 12);
        assert_eq!(months(22_000, Some(5_000)), 5);
        assert_eq!(months(22_000, Some(22_000)), 1);
        assert_eq!(months(22_000, Some(30_000)), 1);
        assert_eq!(months(22_000, Some(1)), MOST);
        assert_eq!(months(i64::MAX, Some(1)), MOST);
    }

    #[test]
    fn equal_payments_stand_together() {
        let runs = runs(Cents(22_000), Months(12));
        assert_eq!(runs, [Run { payments: 4, each: Cents(1_834) }, Run { payments: 8, each: Cents(1_833) }]);
        assert_eq!(super::runs(Cents(0), Months(12)), []);
        assert_eq!(super::runs(Cents(-5), Months(12)), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_payments_come_to_the_whole_and_differ_by_a_cent_at_most(total in 1..=i64::MAX, months in 1..=MOST) {
            let payments = payments(Cents(total), Months(months));
            prop_assert_eq!(payments.len(), months as usize);
            prop_assert_eq!(payments.iter().map(|cents| i128::from(cents.0)).sum::<i128>(), i128::from(total));
            prop_assert!(payments.is_sorted_by(|a, b| a >= b));
            prop_assert!(payments[0].0 - payments[payments.len() - 1].0 <= 1);
        }

        #[test]
        fn a_fitting_plan_asks_for_no_more_than_can_be_paid(total in 1..=1_000_000_i64, monthly in 1..=1_000_000_i64) {
            let months = Months::fitting(Cents(total), Some(Cents(monthly)));
            let first = payments(Cents(total), months)[0];
            prop_assert!(first.0 <= monthly || months.count() == MOST);
        }
    }
}
