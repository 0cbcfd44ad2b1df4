//! One clock of the book, worked from named facts: what `of` does for a case, without a case.
//!
//! Knows no case, no wording and no program's name for a step. A lawyer's worked dates are run through here.

use std::collections::BTreeMap;

use super::count;
use super::hours::{Moment, Zone};
use crate::civil::Date;
use crate::money::Cents;
use crate::rulebook::schema::{Booked, Counts, Extension, Gives, LeavesOut, LegalKind, TimeOfDay, Trigger, Unit};
use crate::rulebook::{Book, Rule};

mod input;

pub use input::Input;

/// What is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Days and hours by their names.
    pub moments: BTreeMap<Input, Moment>,
    /// The time zone at the patient's place.
    pub zone: Option<Zone>,
    /// Whether the other side properly took the extension that the clock allows.
    pub extension_taken: bool,
    /// The days that the state chose, where the law leaves them to the state.
    pub state_window_days: Option<u32>,
}

/// Whose clock is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// By when must the person file.
    Filing,
    /// By when must the other side decide.
    Decision,
    /// Neither: the rule itself says what its end is.
    Other,
}

/// Everything that clocks can say. What does not follow from the facts stays empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The last day to file by the rule, after any roll; with the hour where the law names one.
    pub file_by: Option<Moment>,
    /// The same before a roll.
    pub unrolled: Option<Date>,
    /// Where mail is presumed: the printed date and the window, which holds even if it came at once.
    pub target: Option<Date>,
    /// Where mail is presumed: the day on which the law takes it to have come.
    pub presumed_receipt: Option<Date>,
    /// The day to aim for: the last business day on or before the earliest reading, and never before the clock starts.
    /// Where an hour ends the window, the earliest reading itself.
    pub safe: Option<Moment>,
    /// The last day, or hour, to decide.
    pub decide_by: Option<Moment>,
    /// The same with the extension that the rule allows.
    pub extended: Option<Moment>,
    /// The day by which they must tell the person.
    pub told_by: Option<Moment>,
    /// The last moment at which a notice to the person is in time.
    pub latest_notice: Option<Moment>,
    /// The first day on which the other side may act.
    pub earliest_action: Option<Moment>,
    /// The last day of a protection.
    pub protection_ends: Option<Moment>,
    /// Whether a state's number is missing, so that no last day can be said.
    pub asks_state: bool,
}

/// Why a clock cannot be worked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cannot {
    /// No fact starts it.
    #[error("rule `{rule}` starts with {}, and none is given", names(.wants))]
    NoStart {
        /// The rule.
        rule: String,
        /// The facts, each of which would do.
        wants: &'static [Input],
    },
    /// It counts hours from an hour, and the zone is not known.
    #[error("rule `{rule}` counts hours that really pass: say in which time_zone")]
    NoZone {
        /// The rule.
        rule: String,
    },
    /// The book begins later.
    #[error("rule `{rule}` has no amount on {day}")]
    NoAmount {
        /// The rule.
        rule: String,
        /// The day.
        day: Date,
    },
    /// It says nothing that was asked.
    #[error("rule `{rule}` is no clock of this kind")]
    NoClock {
        /// The rule.
        rule: String,
    },
    /// The state's number is not one that the law lets it choose.
    #[error("rule `{rule}` lets the state choose {least} to {most} days, and {days} were given")]
    NotTheStates {
        /// The rule.
        rule: String,
        /// Given.
        days: u32,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// The care was booked at another distance than any of the clocks is for.
    #[error("none of the clocks is for care booked so long before")]
    NotBookedSo,
    /// Beyond the calendar.
    #[error("rule `{rule}` ends beyond the calendar")]
    BeyondTheCalendar {
        /// The rule.
        rule: String,
    },
}

fn names(inputs: &[Input]) -> String {
    inputs.iter().map(|input| input.key()).collect::<Vec<_>>().join(" or ")
}

/// What these clocks say together. Several stand side by side where how care was booked picks one, where the last of two
/// waits counts, or where one says by when they decide and another by when they tell.
///
/// # Errors
/// When none of them can be worked, the first reason.
pub fn answer(rules: &[&Rule], side: Side, known: &Known, book: &Book) -> Result<Answer, Cannot> {
    let mut answer = Answer::default();
    let mut worked = false;
    let mut first = None;
    for rule in chosen(rules, known, book) {
        match work(rule, side, known, book, &mut answer) {
            Ok(()) => worked = true,
            Err(cannot) => first = first.or(Some(cannot)),
        }
    }
    if worked { Ok(answer) } else { Err(first.unwrap_or(Cannot::NotBookedSo)) }
}

/// The clocks that how care was booked leaves standing. Without a booking, those that ask for none.
fn chosen<'r>(rules: &[&'r Rule], known: &Known, book: &Book) -> Vec<&'r Rule> {
    let booked = known.day(Input::ScheduledOn).zip(known.day(Input::ServiceDate).or(known.day(Input::Appointment)));
    let one_way = rules.iter().any(|rule| rule.booked.is_none());
    let fits = |rule: &&&Rule| match (rule.booked, booked) {
        (Some(lead), Some((on, care))) => lead_fits(lead, on, care, book),
        // The longest lead is the plain rule where nothing is said of the booking.
        (Some(lead), None) => !one_way && lead.at_most.is_none(),
        (None, Some(_)) => {
            rules.len() == 1 || rule.counts.as_ref().is_none_or(|counts| counts.from != Trigger::ClaimReceived)
        }
        (None, None) => true,
    };
    rules.iter().filter(fits).copied().collect()
}

fn lead_fits(lead: Booked, on: Date, care: Date, book: &Book) -> bool {
    let ahead = match lead.unit {
        Unit::BusinessDays => book.business_days_until(on, care),
        Unit::Days | Unit::Hours | Unit::Months | Unit::Years | Unit::YearEnds => {
            u32::try_from(on.days_until(care)).unwrap_or(0)
        }
    };
    ahead >= lead.at_least && lead.at_most.is_none_or(|most| ahead <= most)
}

fn work(rule: &Rule, side: Side, known: &Known, book: &Book, answer: &mut Answer) -> Result<(), Cannot> {
    let no_clock = || Cannot::NoClock { rule: rule.id.clone() };
    let counts = rule.counts.as_ref().ok_or_else(no_clock)?;
    let desk = Desk { rule, counts, known, book };
    let later = |old: Option<Moment>, new: Moment| Some(old.map_or(new, |old| old.max(new)));
    match (rule.gives, side) {
        (Some(Gives::ToldBy), _) => answer.told_by = Some(desk.end()?),
        (Some(Gives::LatestNotice), _) => answer.latest_notice = Some(desk.end()?),
        (Some(Gives::EarliestAction), _) => answer.earliest_action = later(answer.earliest_action, desk.end()?),
        (Some(Gives::ProtectionEnds), _) => answer.protection_ends = Some(desk.end()?),
        (None, Side::Filing) => desk.file(answer)?,
        (None, Side::Decision) => {
            let end = desk.end()?;
            answer.extended = rule.extends.map(|more| desk.longer(end, more));
            answer.decide_by = if known.extension_taken { answer.extended } else { Some(end) };
        }
        (None, Side::Other) => return Err(no_clock()),
    }
    Ok(())
}

impl Known {
    /// A fact.
    #[must_use]
    pub fn moment(&self, input: Input) -> Option<Moment> {
        self.moments.get(&input).copied()
    }

    /// The day of a fact.
    #[must_use]
    pub fn day(&self, input: Input) -> Option<Date> {
        self.moment(input).map(|moment| moment.day)
    }

    fn first(&self, inputs: &[Input]) -> Option<Moment> {
        inputs.iter().find_map(|input| self.moment(*input))
    }

    fn last(&self, inputs: &[Input]) -> Option<Moment> {
        inputs.iter().filter_map(|input| self.moment(*input)).max()
    }
}

/// One clock with what it is worked from.
struct Desk<'a> {
    rule: &'a Rule,
    counts: &'a Counts,
    known: &'a Known,
    book: &'a Book,
}

impl Desk<'_> {
    /// What starts the clock.
    fn start(&self) -> Result<Moment, Cannot> {
        let wants = Input::of(self.counts.from);
        let start = match self.counts.from {
            Trigger::RequestAndPapers => self.known.last(wants),
            _ if self.counts.from == Trigger::NoticeReceived => return self.received(wants),
            Trigger::NoticeReceived
            | Trigger::NoticeDate
            | Trigger::NoticeMailed
            | Trigger::NoticeSent
            | Trigger::ClaimReceived
            | Trigger::AppealReceived
            | Trigger::ReviewRequestReceived
            | Trigger::RequestSent
            | Trigger::Booked
            | Trigger::BillReceived
            | Trigger::FirstBill
            | Trigger::DecisionTold
            | Trigger::Discharge
            | Trigger::ServicesEnd
            | Trigger::EffectiveDate
            | Trigger::ServiceDate
            | Trigger::Appointment
            | Trigger::Event
            | Trigger::InformationReceived
            | Trigger::RequestOrStatement
            | Trigger::PlanAppealFiled
            | Trigger::UnansweredRequest => self.known.first(wants),
        };
        start.ok_or_else(|| self.no_start(wants))
    }

    fn no_start(&self, wants: &'static [Input]) -> Cannot {
        Cannot::NoStart { rule: self.rule.id.clone(), wants }
    }

    /// The day of receipt: proved, told, presumed, or for want of all the printed date, which can only be early.
    fn received(&self, wants: &'static [Input]) -> Result<Moment, Cannot> {
        let known = self.known.first(&[Input::ProvedReceipt, Input::NoticeReceived, Input::ExtensionNoticeReceived]);
        let presumed = || self.presumed().map(Moment::on);
        known.or_else(presumed).or_else(|| self.known.first(wants)).ok_or_else(|| self.no_start(wants))
    }

    /// The date that is on the paper, or that is known to be no earlier than it.
    fn printed(&self) -> Option<Date> {
        let dates = [Input::NoticeDate, Input::ResolutionNotice, Input::NoticeMailed, Input::NoticeSent];
        self.known.first(&dates).map(|moment| moment.day)
    }

    fn presumed(&self) -> Option<Date> {
        Some(self.counts.presumed_mail?.from(self.printed()?, self.book))
    }

    /// So many of the clock's units after, or before, a moment.
    fn after(&self, start: Moment, amount: u32) -> Result<Moment, Cannot> {
        let beyond = || Cannot::BeyondTheCalendar { rule: self.rule.id.clone() };
        match (self.counts.unit, self.counts.before, start.time) {
            (Unit::Hours, before, Some(_)) => {
                let zone = self.known.zone.ok_or_else(|| Cannot::NoZone { rule: self.rule.id.clone() })?;
                let end = if before { start.before_hours(amount, zone) } else { start.after_hours(amount, zone) };
                end.ok_or_else(beyond)
            }
            (unit, true, _) => count::back(unit, amount, start.day, self.book).map(Moment::on).ok_or_else(beyond),
            (_, false, _) => {
                let end = count::unrolled(self.counts, amount, start.day, self.book);
                Ok(match self.counts.at {
                    Some(TimeOfDay::Noon) => Moment::noon(end),
                    None => Moment::on(end),
                })
            }
        }
    }

    /// The end of the clock from its start, before any roll.
    fn end(&self) -> Result<Moment, Cannot> {
        let start = self.start()?;
        let end = self.after(start, self.amount(start.day)?)?;
        Ok(match self.counts.leaves_out {
            Some(LeavesOut::AskingForTheHearing) => Moment { day: end.day.plus_days(self.asking()), ..end },
            None => end,
        })
    }

    /// The days between the plan's decision and the request for a hearing.
    fn asking(&self) -> u32 {
        let from = self.known.day(Input::ResolutionNotice).or(self.known.day(Input::NoticeDate));
        let days = from.zip(self.known.day(Input::HearingRequested)).map(|(from, to)| from.days_until(to));
        days.and_then(|days| u32::try_from(days).ok()).unwrap_or(0)
    }

    fn amount(&self, day: Date) -> Result<u32, Cannot> {
        self.rule.amount_on(day).ok_or_else(|| Cannot::NoAmount { rule: self.rule.id.clone(), day })
    }

    /// The number that binds: the rule's, or the state's where the law leaves it to the state. `None` while that is not
    /// known.
    fn binding_amount(&self, day: Date) -> Result<Option<u32>, Cannot> {
        let most = self.amount(day)?;
        let least = self.rule.least_on(day).unwrap_or(1);
        match (self.counts.legal_kind, self.known.state_window_days) {
            (LegalKind::Minimum | LegalKind::Fixed, _) => Ok(Some(most)),
            (LegalKind::Maximum | LegalKind::StateRange, None) => Ok(None),
            (LegalKind::Maximum | LegalKind::StateRange, Some(days)) if (least..=most).contains(&days) => {
                Ok(Some(days))
            }
            (LegalKind::Maximum | LegalKind::StateRange, Some(days)) => {
                Err(Cannot::NotTheStates { rule: self.rule.id.clone(), days, least, most })
            }
        }
    }

    fn longer(&self, end: Moment, more: Extension) -> Moment {
        let day = match more.unit {
            Unit::BusinessDays => self.book.plus_business_days(end.day, more.amount),
            Unit::Hours | Unit::Days | Unit::Months | Unit::Years | Unit::YearEnds => end.day.plus_days(more.amount),
        };
        end.at_the_same_time_on(day)
    }

    /// The person's clock.
    fn file(&self, answer: &mut Answer) -> Result<(), Cannot> {
        let start = self.start()?;
        answer.presumed_receipt = self.presumed();
        let Some(amount) = self.binding_amount(start.day)? else {
            answer.asks_state = true;
            // Without the state's number only the least that it may choose is safe.
            if let Some(least) = self.rule.least_on(start.day) {
                answer.safe = Some(self.aim(self.after(start, least)?, start));
            }
            return Ok(());
        };
        let end = self.after(start, amount)?;
        let last = self.later_of(count::rolled(self.counts, end.day, self.book));
        answer.unrolled = Some(end.day);
        answer.file_by = Some(Moment { day: last, ..end });
        let from_printed = self.printed().map(|printed| self.after(Moment::on(printed), amount)).transpose()?;
        if self.counts.presumed_mail.is_some() {
            answer.target = from_printed.map(|end| end.day);
        }
        let readings = from_printed
            .filter(|_| matches!(self.counts.from, Trigger::NoticeReceived | Trigger::BillReceived))
            .into_iter()
            .chain(self.other_reading(end));
        let earliest = readings.fold(end, Moment::min);
        answer.safe = Some(self.aim(earliest, start));
        Ok(())
    }

    /// The later of the end and the other day that the law names.
    fn later_of(&self, end: Date) -> Date {
        let other = self.counts.or_later.and_then(|trigger| self.known.first(Input::of(trigger)));
        other.map_or(end, |other| end.max(other.day))
    }

    fn other_reading(&self, end: Moment) -> Option<Moment> {
        let reading = self.counts.other_reading?;
        let event = self.known.first(Input::of(reading.before))?;
        Some(end.at_the_same_time_on(event.day.minus_days(reading.days)))
    }

    /// The last business day on or before the earliest reading, and never before the clock starts. An hour stays.
    fn aim(&self, earliest: Moment, start: Moment) -> Moment {
        if earliest.time.is_some() {
            return earliest;
        }
        let first = self.printed().map_or(start.day, |printed| printed.min(start.day)).min(earliest.day);
        Moment::on(self.book.business_day_on_or_before(earliest.day).max(first))
    }
}

/// The least sum that must be in dispute for who files on this day; `None` where the book knows none for it.
#[must_use]
pub fn least_sum(rule: &Rule, filed: Date) -> Option<Cents> {
    rule.money_on(filed)
}
