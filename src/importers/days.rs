//! Days printed in a text, in the forms that American letters and bills use.
//!
//! Knows no letter and no bill: what a day is for is said elsewhere. A day in figures is read month first; where that could
//! be wrong it says so.

use std::ops::Range;

use super::sheet::Sheet;
use crate::civil::Date;
use crate::paper::MONTHS;

/// Why a day in figures must be asked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsure {
    /// A date such as 02/03/2026, read month first.
    MonthOrDay,
    /// A date such as 15/01/2026, which can only be day first.
    DayFirst,
}

/// A day printed in the text.
pub(super) struct Day {
    pub date: Date,
    /// The last day of a span printed as one, as in `Jan 10-15, 2026`.
    pub last: Option<Date>,
    /// Its words.
    pub words: Range<usize>,
    pub unsure: Option<Unsure>,
}

/// All days, in the order of the text.
pub(super) fn all(sheet: &Sheet) -> Vec<Day> {
    let mut days = Vec::new();
    let mut at = 0;
    while at < sheet.words.len() {
        if let Some(day) = at_word(sheet, at) {
            at = day.words.end;
            days.push(day);
        } else {
            at += 1;
        }
    }
    days
}

fn at_word(sheet: &Sheet, at: usize) -> Option<Day> {
    let key = sheet.key(at);
    let after = |last: Option<Date>, first: Date| last.filter(|last| *last > first);
    if let Some((date, unsure)) = in_figures(key) {
        let last = key.split_once('-').and_then(|(_, rest)| in_figures(rest)).map(|(last, _)| last);
        return Some(Day { date, last: after(last, date), words: at..at + 1, unsure });
    }
    let (date, last_day, end) = named(sheet, at)?;
    let last = last_day.and_then(|day| Date::new(date.year(), date.month(), day));
    Some(Day { date, last: after(last, date), words: at..end, unsure: None })
}

/// `2024-01-15`, `01/15/2024`, `1/15/24`, `01-15-2024`, `1.15.2024`, and the first day of `01/05/2024-01/07/2024`.
pub(super) fn in_figures(key: &str) -> Option<(Date, Option<Unsure>)> {
    if !key.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let first = if key.contains('/') { key.split('-').next()? } else { key };
    let mark = ['/', '-', '.'].into_iter().find(|mark| first.contains(*mark))?;
    let parts: Vec<&str> = first.split(mark).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let all_figures = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if ![a, b, c].into_iter().all(|part| all_figures(part)) {
        return None;
    }
    let (a_value, b_value) = (a.parse().ok()?, b.parse().ok()?);
    if a.len() == 4 && mark != '.' && c.len() <= 2 {
        return Date::new(a.parse().ok()?, b_value, c.parse().ok()?).map(|date| (date, None));
    }
    if a.len() > 2 || b.len() > 2 || !matches!(c.len(), 2 | 4) {
        return None;
    }
    let year = year(c)?;
    if a_value > 12 {
        return Date::new(year, b_value, a_value).map(|date| (date, Some(Unsure::DayFirst)));
    }
    let unsure = (b_value <= 12 && a_value != b_value).then_some(Unsure::MonthOrDay);
    Date::new(year, a_value, b_value).map(|date| (date, unsure))
}

/// A year of four figures, or of two, which stand for 1970 to 2069.
fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    Some(match text.len() {
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    })
}

/// `January 15, 2024`, `Jan. 15 2024`, `January 15,2024`, `Jan 10-15, 2026`, `15 January 2024`, `15-Jan-2024`: the day, the
/// day of the month on which a span ends, and the word after it.
fn named(sheet: &Sheet, at: usize) -> Option<(Date, Option<u32>, usize)> {
    let key = sheet.key(at);
    if let Some(month) = month(key) {
        let next = sheet.key(at + 1);
        let (days, year, end) = match next.split_once(',') {
            Some((days, year)) => (days, year, at + 2),
            None => (next, sheet.key(at + 2), at + 3),
        };
        let last = days.split_once(['-', '\u{2013}']).and_then(|(_, last)| day_of_month(last));
        return Some((Date::new(four(year)?, month, day_of_month(days)?)?, last, end));
    }
    if !key.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let [day, name, year] = key.split('-').collect::<Vec<_>>().as_slice() {
        return Some((Date::new(four(year)?, month(name)?, day_of_month(day)?)?, None, at + 1));
    }
    let date = Date::new(four(sheet.key(at + 2))?, month(sheet.key(at + 1))?, day_of_month(key)?)?;
    Some((date, None, at + 3))
}

fn month(key: &str) -> Option<u32> {
    let short = key.get(..3)?;
    let at = MONTHS.iter().position(|name| {
        let name = name.to_ascii_lowercase();
        name == key || (name.starts_with(short) && (key.len() == 3 || key == "sept"))
    })?;
    u32::try_from(at + 1).ok()
}

fn day_of_month(key: &str) -> Option<u32> {
    let key = key.split(['-', '\u{2013}']).next()?;
    key.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok().filter(|day| (1..=31).contains(day))
}

fn four(key: &str) -> Option<i32> {
    (key.len() == 4).then(|| key.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<Unsure>)]) {
        let days: Vec<_> = all(&Sheet::new(text)).iter().map(|day| (day.date.to_string(), day.unsure)).collect();
        let expected: Vec<_> = expected.iter().map(|(day, unsure)| ((*day).to_owned(), *unsure)).collect();
        assert_eq!(days, expected, "{text}");
    }

    #[test]
    fn days_are_read_in_every_form_that_letters_use() {
        for text in [
            "January 15, 2024",
            "JANUARY 15, 2024",
            "Jan. 15 2024",
            "Jan 15th, 2024.",
            "January\n15,\u{a0}2024",
            "January 15,2024",
            "01/15/2024",
            "1/15/24",
            "01-15-2024",
            "2024-01-15",
            "15 January 2024",
            "15-Jan-2024",
            "(01/15/2024)",
            "01/15/2024-01/17/2024",
            "Jan 15-17, 2024",
        ] {
            check(text, &[("2024-01-15", None)]);
        }
    }

    #[test]
    fn a_day_in_figures_is_read_month_first_and_says_when_that_could_be_wrong() {
        check("02/03/2026", &[("2026-02-03", Some(Unsure::MonthOrDay))]);
        check("15/01/2024", &[("2024-01-15", Some(Unsure::DayFirst))]);
        check("02/02/2026", &[("2026-02-02", None)]);
    }

    #[test]
    fn a_span_printed_as_one_keeps_both_its_ends() {
        for text in ["Jan 10-15, 2026", "01/10/2026-01/15/2026", "January 10-15,2026"] {
            let ends: Vec<_> = all(&Sheet::new(text)).iter().map(|day| (day.date, day.last)).collect();
            assert_eq!(ends, [(Date::new(2026, 1, 10).unwrap(), Date::new(2026, 1, 15))], "{text}");
        }
        assert!(all(&Sheet::new("Jan 10, 2026 2026-01-10")).iter().all(|day| day.last.is_none()));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["02/30/2024", "13/13/2024", "May 2026", "800-555-1234", "1.5.3.2", "24/7", "12345-6789", "may 5 6"]
        {
            check(text, &[]);
        }
    }
}
