//! What each day in a letter is for.

use super::labels::{DayRole, Hits, Label};
use super::{Candidate, Doubt};
use crate::case::Value;
use crate::importers::days::{Day, Unsure};
use crate::importers::sheet::Sheet;
use crate::kinds::Field;

impl From<Unsure> for Doubt {
    fn from(unsure: Unsure) -> Self {
        match unsure {
            Unsure::MonthOrDay => Self::MonthOrDay,
            Unsure::DayFirst => Self::DayFirst,
        }
    }
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
            found.push(
                Candidate::new(field, Value::Day(day.date), at, strength)
                    .doubted(day.unsure.map(Doubt::from))
                    .doubted(doubt),
            );
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
