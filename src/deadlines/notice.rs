//! What a notice says of dates: its own date, the day it came, and by when it wants the appeal. Knows no rule of law.

use super::Started;
use super::past::Past;
use crate::case::{Case, Fact, Facts, Notice, Provenance, Value, Window};
use crate::civil::Date;
use crate::kinds::Field;

/// The longest window that a notice can mean. A longer one is a slip of reading, and is asked about again.
const LONGEST_DAYS: u32 = 3_660;
/// The same in months.
const LONGEST_MONTHS: u32 = 120;

/// A last day as the notice states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeSays {
    /// The day.
    pub day: Date,
    /// The window that it states, when it states no day.
    pub window: Option<Window>,
    /// What that window was counted from: the printed date, or receipt where the printed date is not known.
    pub counted_from: Option<Started>,
    /// How we know what it says.
    pub provenance: Provenance,
}

impl NoticeSays {
    /// The fact behind it.
    #[must_use]
    pub fn field(&self) -> Field {
        if self.window.is_some() { Field::StatedWindow } else { Field::StatedLastDay }
    }
}

/// The dates of one notice.
pub(super) struct Dates<'a> {
    facts: &'a Facts,
}

impl<'a> Dates<'a> {
    fn of(notice: &'a Notice) -> Self {
        Self { facts: &notice.facts }
    }

    /// The notice that is appealed. Where it is the only one, is dated after the appeal, and the appeal was answered, the
    /// answer was written over it, as was the way before a second notice could be added; then nothing is known of the
    /// denial any more.
    pub(super) fn of_denial(case: &'a Case, past: &Past) -> Option<Self> {
        let denial = case.denial().map(Self::of)?;
        let alone = case.final_denial().is_none() && past.answer.is_some();
        (!alone || !past.is_after_the_appeal(denial.printed())).then_some(denial)
    }

    /// The answer to the lost appeal: the newest notice that says anything of dates, unless it is the denial. The denial's
    /// own dates would end the external review months too early.
    pub(super) fn of_final_denial(case: &'a Case, past: &Past) -> Option<Self> {
        if let Some(newest) = case.final_denial() {
            return Some(Self::of(newest)).filter(Self::says_anything);
        }
        let dated = |only: &Self| only.printed().or_else(|| only.received());
        case.denial().map(Self::of).filter(|only| past.is_after_the_appeal(dated(only)))
    }

    fn says_anything(&self) -> bool {
        let fields = [Field::NoticeDate, Field::NoticeReceived, Field::StatedLastDay, Field::StatedWindow];
        fields.into_iter().any(|field| self.facts.get(field).is_some())
    }

    pub(super) fn printed(&self) -> Option<Fact<Date>> {
        self.day(Field::NoticeDate)
    }

    pub(super) fn received(&self) -> Option<Fact<Date>> {
        self.day(Field::NoticeReceived)
    }

    /// Whether it states a window that cannot be placed, because neither its date nor its receipt is known.
    pub(super) fn states_a_window_without_a_start(&self) -> bool {
        self.window().is_some() && self.printed().is_none() && self.received().is_none()
    }

    /// Whether a stated window had to be counted from receipt, which may be later than the notice means.
    pub(super) fn states_a_window_without_its_date(&self) -> bool {
        self.window().is_some() && self.printed().is_none()
    }

    /// Every last day that it states.
    pub(super) fn says(&self) -> Vec<NoticeSays> {
        let day = self.day(Field::StatedLastDay).map(|fact| NoticeSays {
            day: fact.value,
            window: None,
            counted_from: None,
            provenance: fact.from,
        });
        day.into_iter().chain(self.stated_window()).collect()
    }

    fn stated_window(&self) -> Option<NoticeSays> {
        let window = self.window()?;
        let (from, started) = match (self.printed(), self.received()) {
            (Some(printed), _) => (printed.value, Started::Printed),
            (None, Some(received)) => (received.value, Started::Received),
            (None, None) => return None,
        };
        let day = match window.value {
            Window::Days(days) => from.plus_days(days),
            Window::Months(months) => from.last_day_after_months(months),
        };
        Some(NoticeSays { day, window: Some(window.value), counted_from: Some(started), provenance: window.from })
    }

    fn window(&self) -> Option<Fact<Window>> {
        let window = self
            .facts
            .get(Field::StatedWindow)?
            .pick(|value| if let Value::Window(window) = value { Some(*window) } else { None })?;
        let can_be = match window.value {
            Window::Days(days) => days <= LONGEST_DAYS,
            Window::Months(months) => months <= LONGEST_MONTHS,
        };
        can_be.then_some(window)
    }

    fn day(&self, field: Field) -> Option<Fact<Date>> {
        self.facts.get(field)?.pick(|value| if let Value::Day(day) = value { Some(*day) } else { None })
    }
}
