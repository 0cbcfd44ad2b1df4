//! Whether an appeal comes in time by the notice and by the rule, and what the letter says about it.
//!
//! A letter never concedes more than the notice's own words, and never invents why it comes late.

use super::gap::{self, Unclaimed};
use super::law;
use super::pen::{Pen, counted, unit_word};
use crate::civil::Date;
use crate::deadlines::{self, Deadline, Started};
use crate::kinds::Field;
use crate::paper::{Line, Span, line};
use crate::rulebook::LevelKind;

/// How an appeal written today stands to its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    /// No date is known.
    Silent,
    /// Within the notice's own time.
    ByNotice,
    /// Within the rule's time; the notice names none.
    ByRule,
    /// The notice's time has passed, the rule's has not.
    ByRuleAlone,
    /// The notice's time has passed, and the rule's too where one is known.
    PastNotice,
    /// The rule's time has passed; the notice names none.
    PastRule,
}

impl Time {
    fn of(stated: Option<Date>, by_rule: Option<Date>, today: Date) -> Self {
        match (stated, by_rule) {
            (Some(stated), _) if today <= stated => Self::ByNotice,
            (Some(_), Some(last)) if today <= last => Self::ByRuleAlone,
            (Some(_), _) => Self::PastNotice,
            (None, Some(last)) if today <= last => Self::ByRule,
            (None, Some(_)) => Self::PastRule,
            (None, None) => Self::Silent,
        }
    }
}

/// What the letter says about its time; empty where the dates show nothing that a letter could state.
pub(super) fn sentence(pen: &mut Pen, level: LevelKind) -> Line {
    let Some(deadline) = window(pen, level) else {
        pen.leaves_out(Unclaimed::InTime);
        return Vec::new();
    };
    let stated = stated_words(pen, &deadline);
    let law = window_law(pen, &deadline);
    match (time(&deadline, pen.today), law) {
        (Time::ByNotice, _) => [stated, line![" This letter is within that time."]].concat(),
        (Time::ByRule, Some((cite, amount))) => {
            line!["This letter is within the ", amount, " that the law gives to appeal: ", cite, "."]
        }
        (Time::ByRuleAlone, Some((cite, amount))) => {
            let rule = line![
                " That time has passed, but the rule that binds this plan gives at least ",
                amount,
                " after the notice is received: ",
                cite,
                ". This letter is within the rule's time. Please accept it as filed on time."
            ];
            [stated, rule].concat()
        }
        (Time::PastNotice, _) => [stated, line![" This letter comes after that time. "], ask_to_accept(pen)].concat(),
        (Time::PastRule, Some((_, amount))) => {
            let since =
                if counts_from_receipt(&deadline) { "the notice was received" } else { "the date of the notice" };
            let late = line!["This letter comes more than ", amount, " after ", since, ". "];
            [late, ask_to_accept(pen)].concat()
        }
        (Time::Silent | Time::ByRule | Time::ByRuleAlone | Time::PastRule, _) => {
            pen.leaves_out(Unclaimed::InTime);
            Vec::new()
        }
    }
}

fn ask_to_accept(pen: &mut Pen) -> Line {
    pen.leaves_out(Unclaimed::InTime);
    let ask = match pen.need(gap::WHY_LATE) {
        Some(why) => {
            pen.leans_on(law::GOOD_CAUSE);
            let why = ended(why);
            [line!["I ask you to accept it for good cause. This is why it comes late, in my own words: "], why].concat()
        }
        None => line!["I ask you to accept it and to review the decision all the same. "],
    };
    let rest = "If you do not accept it, please name the plan provision that you rely on, tell me in writing what other \
                review is open, and answer my questions below in any case.";
    [ask, line![rest]].concat()
}

/// Words of the person, closed by a full stop where they have none.
fn ended(words: Span) -> Line {
    let stop = if words.printed().ends_with(['.', '!', '?']) { " " } else { ". " };
    line![words, stop]
}

/// My time for an appeal.
fn window<'a>(pen: &Pen<'a>, level: LevelKind) -> Option<Deadline<'a>> {
    let deadlines = deadlines::of(pen.case, pen.book, pen.today);
    deadlines.mine.into_iter().find(|deadline| deadline.level == level)
}

/// Whether every reading of the time to appeal has passed, or none is known. What is known to be in time is not late.
pub(super) fn is_late(pen: &Pen) -> bool {
    window(pen, LevelKind::InternalAppeal).is_none_or(|deadline| match time(&deadline, pen.today) {
        Time::Silent | Time::PastNotice | Time::PastRule => true,
        Time::ByNotice | Time::ByRule | Time::ByRuleAlone => false,
    })
}

/// The time that the notice gives, in its own words.
pub(super) fn stated(pen: &Pen) -> Line {
    window(pen, LevelKind::InternalAppeal).map_or_else(Vec::new, |deadline| stated_words(pen, &deadline))
}

/// Read from the dates and not from the deadline's own standing, which says "done" once the letter was sent.
fn time(deadline: &Deadline, today: Date) -> Time {
    let Some(when) = deadline.when.value() else { return Time::Silent };
    let stated = when.by_notice.iter().map(|says| says.day).min();
    Time::of(stated, when.by_rule.map(|counted| counted.last_day), today)
}

fn counts_from_receipt(deadline: &Deadline) -> bool {
    deadline.when.value().and_then(|when| when.start.as_ref()).is_some_and(|start| start.what == Started::Received)
}

/// The rule's citation for this plan, and its amount.
fn window_law(pen: &Pen, deadline: &Deadline) -> Option<(Span, Span)> {
    let rule = deadline.rule?;
    let amount = counted(rule.amount_on(pen.today)?, unit_word(rule)?);
    Some((pen.cite(rule)?, Span::law(&rule.id, amount)))
}

/// The notice's own words on the time to appeal, the earliest where it names two.
fn stated_words(pen: &Pen, deadline: &Deadline) -> Line {
    let says = deadline.when.value().and_then(|when| when.by_notice.iter().min_by_key(|says| says.day));
    match says.map(|says| (says.field(), pen.fact(says.field()))) {
        Some((Field::StatedWindow, Some(window))) => line!["The notice gives ", window, " to appeal."],
        Some((_, Some(day))) => line!["The notice gives until ", day, " to appeal."],
        Some((_, None)) | None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stated: Option<&str>, by_rule: Option<&str>, today: &str, expected: Time) {
        let day = |text: &str| text.parse::<Date>().expect("a test writes real days");
        assert_eq!(Time::of(stated.map(day), by_rule.map(day), day(today)), expected, "{stated:?} {by_rule:?} {today}");
    }

    #[test]
    fn an_appeal_is_late_only_when_both_dates_have_passed() {
        let (early, late) = (Some("2026-03-01"), Some("2026-06-28"));
        check(early, late, "2026-03-01", Time::ByNotice);
        check(early, late, "2026-03-02", Time::ByRuleAlone);
        check(early, late, "2026-06-28", Time::ByRuleAlone);
        check(early, late, "2026-06-29", Time::PastNotice);
        check(late, early, "2026-06-28", Time::ByNotice);
        check(late, early, "2026-06-29", Time::PastNotice);
    }

    #[test]
    fn a_missing_date_proves_nothing() {
        check(None, None, "2026-06-29", Time::Silent);
        check(None, Some("2026-06-28"), "2026-06-28", Time::ByRule);
        check(None, Some("2026-06-28"), "2026-06-29", Time::PastRule);
        check(Some("2026-03-01"), None, "2026-03-02", Time::PastNotice);
    }
}
