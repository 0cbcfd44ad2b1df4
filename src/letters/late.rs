//! Whether an appeal comes in time by the notice and by the rule, and what the letter says about it.
//!
//! A letter never concedes more than the notice's own words, and never invents why it comes late.

use super::gap::Unclaimed;
use super::pen::{Pen, Side, counted, part_of, printed};
use crate::case::{Case, Value, Window};
use crate::civil::Date;
use crate::kinds::Field;
use crate::line;
use crate::paper::{Line, Span};
use crate::rulebook::Rule;
use crate::rulebook::schema::Unit;

/// How an appeal written today stands to its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
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

/// What the letter says about its time, for [`Pen`] to write; empty where the dates show nothing.
pub(super) fn sentence(pen: &mut Pen) -> Line {
    let rule = window_rule(pen);
    let standing = standing(pen.case, rule.map(|(_, last)| last), pen.today);
    let stated = stated_words(pen);
    let law = rule.and_then(|(rule, _)| {
        let amount = counted(rule.amount_on(pen.today)?, unit(rule)?);
        Some((pen.cite(rule)?, Span::law(&rule.id, amount)))
    });
    match (standing, law) {
        (Standing::ByNotice, _) => [stated, line![" This letter is within that time."]].concat(),
        (Standing::ByRule, Some((cite, amount))) => {
            line!["This letter is within the ", amount, " that ", cite, " gives to appeal."]
        }
        (Standing::ByRuleAlone, Some((cite, amount))) => [
            stated,
            line![
                " ", cite, " gives at least ", amount, " after the notice is received. This appeal is within that time, so \
                 please accept it as filed on time."
            ],
        ]
        .concat(),
        (Standing::PastNotice, _) => {
            [stated, line![" This letter comes after that time. "], ask_to_accept(pen)].concat()
        }
        (Standing::PastRule, Some((_, amount))) => {
            [line!["This letter comes more than ", amount, " after the date of the notice. "], ask_to_accept(pen)].concat()
        }
        (Standing::Silent | Standing::ByRule | Standing::ByRuleAlone | Standing::PastRule, _) => {
            pen.leaves_out(Unclaimed::InTime);
            Vec::new()
        }
    }
}

/// Whether the letter comes after every time that is known.
pub(super) fn is_late(pen: &Pen) -> bool {
    let last = window_rule(pen).map(|(_, last)| last);
    match standing(pen.case, last, pen.today) {
        Standing::PastNotice | Standing::PastRule => true,
        Standing::Silent | Standing::ByNotice | Standing::ByRule | Standing::ByRuleAlone => false,
    }
}

fn ask_to_accept(pen: &mut Pen) -> Line {
    pen.leaves_out(Unclaimed::InTime);
    let ask = match reason_for_lateness(pen.case) {
        Some(reason) => line!["I ask you to accept it for good cause. The reason is this: ", reason, " "],
        None => line!["I ask you to accept it and to review the decision all the same. "],
    };
    let rest = "If you do not accept it, please name the plan provision that you rely on, and tell me in writing what \
                other review is open.";
    [ask, line![rest]].concat()
}

/// The rule's window for this plan and its last day, counted from receipt, or from the printed date while receipt is not
/// known.
fn window_rule<'a>(pen: &Pen<'a>) -> Option<(&'a Rule, Date)> {
    let day = |field| pen.case.day(field).map(|fact| fact.value);
    let start = day(Field::NoticeReceived).or_else(|| day(Field::NoticeDate))?;
    pen.appeal_clocks(Side::Mine).into_iter().find_map(|rule| {
        let amount = rule.amount_on(pen.today)?;
        let last = match rule.counts.as_ref()?.unit {
            Unit::Days => start.plus_days(amount),
            Unit::Months => start.last_day_after_months(amount),
            Unit::Hours | Unit::BusinessDays => return None,
        };
        Some((rule, last))
    })
}

fn unit(rule: &Rule) -> Option<&'static str> {
    match rule.counts.as_ref()?.unit {
        Unit::Hours => Some("hour"),
        Unit::Days => Some("day"),
        Unit::BusinessDays => Some("business day"),
        Unit::Months => Some("month"),
    }
}

fn standing(case: &Case, by_rule: Option<Date>, today: Date) -> Standing {
    match (stated_last_day(case), by_rule) {
        (Some(stated), _) if today <= stated => Standing::ByNotice,
        (Some(_), Some(last)) if today <= last => Standing::ByRuleAlone,
        (Some(_), _) => Standing::PastNotice,
        (None, Some(last)) if today <= last => Standing::ByRule,
        (None, Some(_)) => Standing::PastRule,
        (None, None) => Standing::Silent,
    }
}

/// The last day by the notice: the day that it prints, or its window counted from its date.
fn stated_last_day(case: &Case) -> Option<Date> {
    if let Some(day) = case.day(Field::StatedLastDay) {
        return Some(day.value);
    }
    let Value::Window(window) = &case.fact(Field::StatedWindow)?.value else { return None };
    let start = case.day(Field::NoticeDate)?.value;
    Some(match window {
        Window::Days(days) => start.plus_days(*days),
        Window::Months(months) => start.last_day_after_months(*months),
    })
}

fn stated_words(pen: &Pen) -> Line {
    if let Some(day) = pen.fact(Field::StatedLastDay) {
        return line!["The notice gives until ", day, " to appeal."];
    }
    pen.fact(Field::StatedWindow).map_or_else(Vec::new, |window| line!["The notice gives ", window, " to appeal."])
}

/// The sentence of the person's own statement that says why the appeal comes late, word for word.
fn reason_for_lateness(case: &Case) -> Option<Span> {
    let statement = case.text(Field::Statement)?;
    let says = |sentence: &str, words: &[&str]| {
        let sentence = sentence.to_lowercase();
        words.iter().any(|word| format!(" {sentence} ").contains(&format!(" {word} ")))
    };
    let text = case.fact(Field::Statement).and_then(|fact| printed(&fact.value))?;
    let sentence = text.split_inclusive(['.', '!', '?']).map(str::trim).find(|sentence| {
        let bare = sentence.replace(['.', ',', ';', ':', '!', '?'], " ");
        says(&bare, &["late", "deadline", "on time", "in time", "in due time"])
            && says(&bare, &["appeal", "letter", "notice", "deadline", "file", "answer", "reply", "write", "respond"])
    })?;
    Some(part_of(Field::Statement, &statement, sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stated: Option<&str>, by_rule: Option<&str>, today: &str, expected: Standing) {
        let day = |text: &str| text.parse::<Date>().expect("a test writes real days");
        let today = day(today);
        let mut case = Case::open(crate::case::CaseId("test".to_owned()), today);
        if let Some(stated) = stated {
            let from = crate::case::Provenance::Statement { on: today };
            let value = Value::Day(day(stated));
            let change = crate::case::Change::Learned { field: Field::StatedLastDay, value, from };
            case = case.apply(change, today).expect("a day fits");
        }
        assert_eq!(standing(&case, by_rule.map(day), today), expected, "{stated:?} {by_rule:?} {today}");
    }

    #[test]
    fn an_appeal_is_late_only_when_both_dates_have_passed() {
        let (early, late) = (Some("2026-03-01"), Some("2026-06-28"));
        check(early, late, "2026-03-01", Standing::ByNotice);
        check(early, late, "2026-03-02", Standing::ByRuleAlone);
        check(early, late, "2026-06-28", Standing::ByRuleAlone);
        check(early, late, "2026-06-29", Standing::PastNotice);
        check(late, early, "2026-06-28", Standing::ByNotice);
        check(late, early, "2026-06-29", Standing::PastNotice);
    }

    #[test]
    fn a_missing_date_proves_nothing() {
        check(None, None, "2026-06-29", Standing::Silent);
        check(None, Some("2026-06-28"), "2026-06-28", Standing::ByRule);
        check(None, Some("2026-06-28"), "2026-06-29", Standing::PastRule);
        check(Some("2026-03-01"), None, "2026-03-02", Standing::PastNotice);
    }
}
