//! Days in a text, in the forms that American letters use, and what each day is for.
//!
//! A day in figures is read month first; where that could be wrong it says so.

use std::ops::Range;

use super::labels::{DayRole, Hits, Label};
use super::sheet::Sheet;
use super::{Candidate, Doubt};
use crate::case::Value;
use crate::civil::Date;
use crate::kinds::Field;
use crate::paper::MONTHS;

/// A day printed in the text.
pub(super) struct Day {
    pub date: Date,
    /// Its words.
    pub words: Range<usize>,
    pub doubt: Option<Doubt>,
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
    if let Some((date, doubt)) = in_figures(key) {
        return Some(Day { date, words: at..at + 1, doubt });
    }
    let (date, end) = named(sheet, at)?;
    Some(Day { date, words: at..end, doubt: None })
}

/// `2024-01-15`, `01/15/2024`, `1/15/24`, `01-15-2024`, `1.15.2024`, and the first day of `01/05/2024-01/07/2024`.
pub(super) fn in_figures(key: &str) -> Option<(Date, Option<Doubt>)> {
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
        return Date::new(year, b_value, a_value).map(|date| (date, Some(Doubt::DayFirst)));
    }
    let doubt = (b_value <= 12 && a_value != b_value).then_some(Doubt::MonthOrDay);
    Date::new(year, a_value, b_value).map(|date| (date, doubt))
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

/// `January 15, 2024`, `Jan. 15 2024`, `January 15,2024`, `Jan 10-15, 2026`, `15 January 2024`, `15-Jan-2024`.
fn named(sheet: &Sheet, at: usize) -> Option<(Date, usize)> {
    let key = sheet.key(at);
    if let Some(month) = month(key) {
        let next = sheet.key(at + 1);
        if let Some((day, year)) = next.split_once(',') {
            return Some((Date::new(four(year)?, month, day_of_month(day)?)?, at + 2));
        }
        let date = Date::new(four(sheet.key(at + 2))?, month, day_of_month(next)?)?;
        return Some((date, at + 3));
    }
    if !key.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let [day, name, year] = key.split('-').collect::<Vec<_>>().as_slice() {
        return Some((Date::new(four(year)?, month(name)?, day_of_month(day)?)?, at + 1));
    }
    let date = Date::new(four(sheet.key(at + 2))?, month(sheet.key(at + 1))?, day_of_month(key)?)?;
    Some((date, at + 3))
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

/// Days with their role: by the label before them, by their place, by the words around them.
pub(super) fn with_roles(sheet: &Sheet, hits: &Hits, days: &[Day], found: &mut Vec<Candidate>) {
    let dear = (0..sheet.words.len()).find(|at| sheet.words[*at].opens && sheet.key(*at) == "dear");
    let mut labelled = vec![None; days.len()];
    for (number, hit) in hits.0.iter().enumerate() {
        if let Label::Day(role) = hit.label
            && let Some(value) = hits.value(sheet, number)
            && let Some(at) = days.iter().position(|day| value.contains(&day.words.start))
            && days[at].words.start <= value.start + 2
        {
            labelled[at] = labelled[at].or(Some((role, hit.colon)));
        }
    }
    for (day, label) in days.iter().zip(labelled) {
        let role = match label {
            Some((role, colon)) => from_label(role, colon, sheet, day),
            None => from_place(sheet, day, dear).or_else(|| from_words(sheet, day)),
        };
        if let Some((field, strength, doubt)) = role {
            let at = sheet.trimmed(&day.words);
            found.push(Candidate::new(field, Value::Day(day.date), at, strength).doubted(day.doubt).doubted(doubt));
        }
    }
}

type Role = (Field, u8, Option<Doubt>);

fn from_label(role: DayRole, colon: bool, sheet: &Sheet, day: &Day) -> Option<Role> {
    match role {
        DayRole::Notice => Some((Field::NoticeDate, 95, None)),
        DayRole::Bare if colon => Some((Field::NoticeDate, 80, None)),
        DayRole::Bare => from_words(sheet, day),
        DayRole::Service => Some((Field::ServiceDate, 90, None)),
        DayRole::Planned => Some((Field::ServiceDate, 92, None)),
        DayRole::Last => Some((Field::StatedLastDay, 95, None)),
        DayRole::Other => None,
    }
}

/// A day that stands alone above the salutation is the letter's date; a day that opens a row of amounts is one of care.
fn from_place(sheet: &Sheet, day: &Day, dear: Option<usize>) -> Option<Role> {
    let first = sheet.words.get(day.words.start)?;
    let line = sheet.line(day.words.start);
    let alone = line == day.words;
    let above = dear.is_none_or(|dear| day.words.end <= dear) && first.line < 40;
    let after_label = first.line > 0 && {
        let before = sheet.lines[first.line - 1].clone();
        !before.is_empty() && sheet.raw(before.end - 1).ends_with(':')
    };
    if alone && above && !after_label {
        return Some((Field::NoticeDate, 85, None));
    }
    let stamp = line.len() == day.words.len() + 1 && sheet.raw(line.start).trim_end_matches(':') == "RECEIVED";
    if stamp {
        return Some((Field::NoticeReceived, 60, Some(Doubt::Role)));
    }
    let amounts = line.clone().filter(|at| sheet.raw(*at).contains('$')).count();
    (first.opens && amounts >= 2).then_some((Field::ServiceDate, 60, None))
}

/// What stands before a day of care.
const CARE: [&str; 18] = [
    "performed on",
    "provided on",
    "rendered on",
    "received on",
    "given on",
    "services on",
    "service on",
    "your visit on",
    "treated on",
    "admitted on",
    "admitted",
    "dispensed on",
    "filled on",
    "office visit on",
    "care on",
    "visit of",
    "stay beginning",
    "stay from",
];

/// The words before a day that say what it is for.
fn from_words(sheet: &Sheet, day: &Day) -> Option<Role> {
    let sentence = sheet.sentence(day.words.start);
    let before = day.words.start.saturating_sub(8).max(sentence.start)..day.words.start;
    let close = day.words.start.saturating_sub(4).max(sentence.start)..day.words.start;
    let last =
        sheet.any(&close, &["no later than", "not later than", "on or before", "before", "by", "until", "deadline"]);
    let about = sentence.start..sentence.end.min(day.words.end + 30);
    let about_appeal = sheet.any(&about, &["appeal", "appeals", "grievance", "request", "review"]).is_some();
    let about_money = sheet.any(&about, &["pay", "payment", "balance"]).is_some();
    if last.is_some() && about_appeal && !about_money {
        let external = sheet.any(&about, &["external", "independent", "hearing"]).is_some();
        let goes_on =
            sheet.any(&about, &["go on", "continue", "continued", "keep getting", "during the appeal"]).is_some();
        return Some(match (external, goes_on) {
            (true, _) => (Field::StatedLastDay, 50, Some(Doubt::ForExternalReview)),
            (false, true) => (Field::StatedLastDay, 60, Some(Doubt::ToKeepServices)),
            (false, false) => (Field::StatedLastDay, 85, None),
        });
    }
    if sheet
        .any(&before, &["we received", "received your", "received the", "received a", "born", "effective"])
        .is_some()
    {
        return None;
    }
    let after = day.words.end..(day.words.end + 2);
    if sheet.any(&before, &["scheduled for", "planned for", "scheduled on", "proposed for"]).is_some() {
        return Some((Field::ServiceDate, 75, None));
    }
    if sheet.any(&before, &CARE).is_some() {
        return Some((Field::ServiceDate, 70, None));
    }
    let claimed = sentence.start..day.words.start;
    if sheet.key(day.words.start.wrapping_sub(1)) == "on"
        && sheet.any(&claimed, &["claim for", "payment for"]).is_some()
    {
        return Some((Field::ServiceDate, 55, None));
    }
    if sheet.any(&before, &["this notice dated", "this letter dated", "letter is dated", "notice is dated"]).is_some() {
        return Some((Field::NoticeDate, 80, None));
    }
    if sheet.any(&close, &["denied on", "decided on", "decision on", "not approved on"]).is_some() {
        return Some((Field::NoticeDate, 50, Some(Doubt::Role)));
    }
    if sheet.any(&after, &["we denied", "we decided", "we reviewed"]).is_some() {
        return Some((Field::NoticeDate, 40, Some(Doubt::Role)));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<Doubt>)]) {
        let days: Vec<_> = all(&Sheet::new(text)).iter().map(|day| (day.date.to_string(), day.doubt)).collect();
        let expected: Vec<_> = expected.iter().map(|(day, doubt)| ((*day).to_owned(), *doubt)).collect();
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
        check("02/03/2026", &[("2026-02-03", Some(Doubt::MonthOrDay))]);
        check("15/01/2024", &[("2024-01-15", Some(Doubt::DayFirst))]);
        check("02/02/2026", &[("2026-02-02", None)]);
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["02/30/2024", "13/13/2024", "May 2026", "800-555-1234", "1.5.3.2", "24/7", "12345-6789", "may 5 6"]
        {
            check(text, &[]);
        }
    }
}
