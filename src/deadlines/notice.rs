//! What a notice says of dates: its own date, the day it came, and by when it wants the appeal. Knows no rule of law.
//!
//! A day or a time that a notice states belongs to that notice and to one step of the road, never to two.

use super::Started;
use super::past::Past;
use crate::case::{Case, Fact, Facts, Notice, Provenance, Value, Window};
use crate::civil::Date;
use crate::kinds::Field;
use crate::rulebook::LevelKind;

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

/// The dates of one notice, as they count for one step.
pub(super) struct Dates<'a> {
    facts: &'a Facts,
    stated: Stated,
}

/// For which step the day or the time is that a notice states.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stated {
    /// For this step.
    ForThis,
    /// For another step than this one.
    ForAnother,
    /// For this one or another; nobody has said.
    Open,
}

impl Stated {
    /// As the person says; without their word `otherwise`.
    fn of(facts: &Facts, level: LevelKind, otherwise: Self) -> Self {
        let review = facts.get(Field::StatedForReview).and_then(|fact| fact.value.as_yes());
        match review {
            Some(review) if review == level.is_outside_the_plan() => Self::ForThis,
            Some(_) => Self::ForAnother,
            None => otherwise,
        }
    }
}

impl<'a> Dates<'a> {
    fn of(notice: &'a Notice, level: LevelKind, otherwise: Stated) -> Self {
        Self { facts: &notice.facts, stated: Stated::of(&notice.facts, level, otherwise) }
    }

    /// The notice that is appealed. Where it is the only one, is dated after the appeal, and the appeal was answered, the
    /// answer was written over it, as was the way before a second notice could be added; then nothing is known of the
    /// denial any more.
    ///
    /// What it states is for the appeal, unless the person says that it is not, or does not know.
    pub(super) fn of_denial(case: &'a Case, past: &Past) -> Option<Self> {
        let notice = case.denial()?;
        let open = notice.facts.said_unknown(Field::StatedForReview);
        let otherwise = if open { Stated::Open } else { Stated::ForThis };
        let denial = Self::of(notice, LevelKind::InternalAppeal, otherwise);
        let alone = case.final_denial().is_none() && past.answer.is_some();
        (!alone || !past.is_after_the_appeal(denial.printed())).then_some(denial)
    }

    /// The answer after which this step comes, unless it is the denial, whose own dates would end the external review months
    /// too early. For the review it is the newest notice that says anything of dates; for a second appeal that was answered
    /// too, the notice before that answer.
    ///
    /// What it states is for one step. Where the road has two (`two_steps`) and nobody says which, it is open.
    pub(super) fn of_answer(case: &'a Case, past: &Past, level: LevelKind, two_steps: bool) -> Option<Self> {
        let open = if two_steps { Stated::Open } else { Stated::ForThis };
        match (case.notices.get(1..).unwrap_or_default(), level) {
            // The answer was written over the denial; what is stated there may still be the denial's.
            ([], _) => {
                let dated = |only: &Self| only.printed().or_else(|| only.received());
                let only = case.denial().map(|denial| Self::of(denial, level, Stated::Open));
                only.filter(|only| past.is_after_the_appeal(dated(only)))
            }
            ([first, .., _], LevelKind::SecondInternalAppeal) if past.answered_again => {
                Some(Self::of(first, level, open))
            }
            // After a second appeal there is no third: the last answer speaks of what is left.
            ([_, .., newest], _) if past.answered_again => Some(Self::of(newest, level, Stated::ForThis)),
            ([.., newest], _) => Some(Self::of(newest, level, open)),
        }
        .filter(Self::says_anything)
    }

    /// The first answer to an appeal, where other letters came after it. What it states may be for a second appeal.
    pub(super) fn of_first_answer(case: &'a Case, level: LevelKind) -> Option<Self> {
        let [first, _, ..] = case.notices.get(1..)? else { return None };
        Some(Self::of(first, level, Stated::Open)).filter(Self::says_anything)
    }

    /// The same dates for a window of which the notice's own last day is not: what keeps care going ends earlier.
    pub(super) fn without_its_last_day(&self) -> Self {
        Self { facts: self.facts, stated: Stated::ForAnother }
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
        self.stated != Stated::ForAnother
            && self.window().is_some()
            && self.printed().is_none()
            && self.received().is_none()
    }

    /// Whether a stated window had to be counted from receipt, which may be later than the notice means.
    pub(super) fn states_a_window_without_its_date(&self) -> bool {
        self.stated != Stated::ForAnother && self.window().is_some() && self.printed().is_none()
    }

    /// Whether what it states is for another step than this one, and this one's own time is not known.
    pub(super) fn states_for_another(&self) -> bool {
        let states =
            [Field::StatedLastDay, Field::StatedWindow].into_iter().any(|field| self.facts.get(field).is_some());
        states && self.stated == Stated::ForAnother
    }

    /// Whether it is open for which step the last days are that it states.
    pub(super) fn may_state_for_another(&self) -> bool {
        self.stated == Stated::Open && !self.says().is_empty()
    }

    /// Every last day that it states for this step.
    pub(super) fn says(&self) -> Vec<NoticeSays> {
        if self.stated == Stated::ForAnother {
            return Vec::new();
        }
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
