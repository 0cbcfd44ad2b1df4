//! The words of a line before its amounts: its day, its code, how many, and what the service was.
//!
//! Knows the shapes of codes and no list of them. A code keeps what is printed and loses its system's name.

use std::ops::Range;

use super::table::{Column, Head};
use super::{Doubt, Page, Read};
use crate::civil::Date;

/// What the words before a line's amounts say.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub on: Option<Read<Date>>,
    pub code: Option<Read<String>>,
    pub units: Option<Read<u32>>,
    pub what: Option<Read<String>>,
}

/// How a code looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `99213`, `D0120`, `J3301`, `99213-25`.
    Procedure,
    /// `0450`, and `450` after the name of its system.
    Revenue,
}

/// A code found.
struct Code {
    shape: Shape,
    /// Its words, with its system's name.
    words: Range<usize>,
    /// Itself, in bytes.
    at: Range<usize>,
    /// Whether its system is named or its place is one for codes.
    sure: bool,
    named: bool,
}

/// Names of code systems, in small letters.
const SYSTEMS: [(&str, Shape); 13] = [
    ("cpt", Shape::Procedure),
    ("cpt-4", Shape::Procedure),
    ("cpt4", Shape::Procedure),
    ("cpt\u{ae}", Shape::Procedure),
    ("hcpcs", Shape::Procedure),
    ("cpt/hcpcs", Shape::Procedure),
    ("cdt", Shape::Procedure),
    ("ada", Shape::Procedure),
    ("proc", Shape::Procedure),
    ("code", Shape::Procedure),
    ("rev", Shape::Revenue),
    ("revenue", Shape::Revenue),
    ("ub", Shape::Revenue),
];

/// Reads the words of a line before its amounts.
pub(super) fn said(page: &Page, words: &Range<usize>, head: Option<&Head>) -> Said {
    let mut rest = words.clone();
    while rest.start < rest.end && page.sheet.key(rest.start).is_empty() {
        rest.start += 1;
    }
    let on = page.day_at(rest.start).map(|day| {
        rest.start = day.words.end.min(rest.end);
        Read { doubt: day.unsure.map(Doubt::from), ..page.read(&day.words, day.date) }
    });
    while rest.start < rest.end && is_short_day(page.sheet.key(rest.start)) {
        rest.start += 1;
    }
    // A second day in front is the last of a span; it stays in the words of the line.
    if let Some(day) = page.day_at(rest.start) {
        rest.start = day.words.end.min(rest.end);
    }
    let units = units(page, &rest, head);
    let counted = units.as_ref().map(|(words, _)| words.clone());
    let codes = codes(page, &rest, counted.as_ref(), head);
    let code = chosen(page, &codes);
    let taken = codes.iter().filter(|code| code.sure).map(|code| code.words.clone()).chain(counted);
    let what = longest(page, &rest, taken.collect());
    Said { on, code, units: units.map(|(_, read)| read), what }
}

/// A day without its year, such as `01/05`.
fn is_short_day(key: &str) -> bool {
    let figures = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    key.split_once('/').is_some_and(|(month, day)| figures(month) && figures(day))
}

/// The codes among the words, in order.
fn codes(page: &Page, words: &Range<usize>, counted: Option<&Range<usize>>, head: Option<&Head>) -> Vec<Code> {
    let sheet = page.sheet;
    let end = counted.filter(|counted| counted.end == words.end).map_or(words.end, |counted| counted.start);
    let mut found: Vec<Code> = Vec::new();
    let mut at = words.start;
    while at < words.end {
        if counted.is_some_and(|counted| counted.contains(&at)) {
            at += 1;
            continue;
        }
        let system = system(page, at, words.end);
        let here = system.map_or(at, |(_, next)| next);
        let Some((shape, bytes)) = shape(page, here, system.map(|(shape, _)| shape)) else {
            at += 1;
            continue;
        };
        let raw = sheet.raw(here);
        let bracketed = raw.starts_with(['(', '[']) && raw.trim_end_matches([',', ':', ';']).ends_with([')', ']']);
        let after_code = found.last().is_some_and(|last| last.words.end == at);
        let dashed = at > words.start && matches!(sheet.raw(at - 1), "-" | "\u{2013}" | "\u{2014}" | ":");
        let placed = bracketed || dashed || after_code || at == words.start || here + 1 == end;
        let column = head.is_some_and(|head| head.has(Column::Revenue));
        let sure = system.is_some() || (placed && (shape == Shape::Procedure || column));
        found.push(Code { shape, words: at..here + 1, at: bytes, sure, named: system.is_some() });
        at = here + 1;
    }
    // Codes side by side stand in one place: what holds for the last holds for those before it.
    for at in (1..found.len()).rev() {
        if found[at].sure && found[at - 1].shape == found[at].shape && found[at - 1].words.end == found[at].words.start
        {
            found[at - 1].sure = true;
        }
    }
    found
}

/// The name of a code system here, and the word after it.
fn system(page: &Page, at: usize, end: usize) -> Option<(Shape, usize)> {
    let key = page.sheet.key(at).trim_end_matches('#');
    let (shape, mut next) = match page.sheet.phrase(at, "procedure code") {
        Some(next) => (&Shape::Procedure, next),
        None => SYSTEMS.iter().find(|(name, _)| *name == key).map(|(_, shape)| (shape, at + 1))?,
    };
    while next + 1 < end && matches!(page.sheet.key(next), "code" | "#" | "" | "no") {
        next += 1;
    }
    (next < end).then_some((*shape, next))
}

/// The shape of the code that a word is, and where it stands without brackets and its system's name.
fn shape(page: &Page, at: usize, system: Option<Shape>) -> Option<(Shape, Range<usize>)> {
    let span = page.sheet.words.get(at)?.at.clone();
    let raw = page.sheet.raw(at);
    let outer = |c: char| !c.is_ascii_alphanumeric();
    let inner = raw.trim_matches(outer);
    let start = span.start + (raw.len() - raw.trim_start_matches(outer).len());
    let glued = ["CPT", "CDT", "HCPCS"].iter().find_map(|name| inner.strip_prefix(name));
    let bare = glued.map_or(inner, |rest| rest.trim_start_matches(['-', ':', '#']));
    let bytes = start + inner.len() - bare.len()..start + inner.len();
    let (body, modifier) = bare.split_once('-').map_or((bare, None), |(body, modifier)| (body, Some(modifier)));
    let modified = modifier.is_none_or(|modifier| {
        modifier
            .split('-')
            .all(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()))
    });
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let lettered = body.strip_prefix(|c: char| c.is_ascii_uppercase() && c <= 'V').is_some_and(digits)
        || body.strip_suffix(['F', 'T', 'M', 'U']).is_some_and(digits);
    let procedure = modified && body.len() == 5 && (digits(body) || lettered);
    let revenue = modifier.is_none()
        && digits(body)
        && ((body.len() == 4 && body.starts_with('0'))
            || (system == Some(Shape::Revenue) && matches!(body.len(), 3 | 4)));
    if procedure && system != Some(Shape::Revenue) {
        return Some((Shape::Procedure, bytes));
    }
    revenue.then_some((Shape::Revenue, bytes))
}

/// The code of the line: that of a procedure before that of a department; of several the one with its system's name.
fn chosen(page: &Page, codes: &[Code]) -> Option<Read<String>> {
    let of = |shape| -> Vec<&Code> { codes.iter().filter(|code| code.shape == shape).collect() };
    let procedures = of(Shape::Procedure);
    let candidates = if procedures.iter().any(|code| code.sure) { procedures } else { codes.iter().collect() };
    let best = candidates.iter().max_by_key(|code| (code.named, code.sure, std::cmp::Reverse(code.at.start)))?;
    let said = |code: &Code| page.sheet.verbatim(&code.at);
    let rivals = candidates.iter().filter(|code| code.sure && code.shape == best.shape && said(code) != said(best));
    let several = rivals.into_iter().any(|code| code.named == best.named);
    let doubt = if !best.sure {
        Some(Doubt::Role)
    } else if several {
        Some(Doubt::Several)
    } else {
        None
    };
    Some(Read { doubt, ..page.read_at(best.at.clone(), said(best).to_owned()) })
}

/// How many: after or before a word for it, as in `Qty 2` and `x 2`; else the figure in the table's column for it.
fn units(page: &Page, words: &Range<usize>, head: Option<&Head>) -> Option<(Range<usize>, Read<u32>)> {
    let sheet = page.sheet;
    let figure = |at: usize| -> Option<u32> {
        let raw = sheet.raw(at).trim_matches(['(', ')', ',', ';', ':']);
        let whole = raw.strip_suffix(".00").or_else(|| raw.strip_suffix(".0")).unwrap_or(raw);
        let fits = (1..=4).contains(&whole.len()) && whole.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| whole.parse().ok()).flatten()
    };
    let found = |words: Range<usize>, value: u32| {
        let read = page.read(&words, value);
        Some((words, read))
    };
    for at in words.clone() {
        match sheet.key(at) {
            "qty" | "quantity" | "units" if at + 1 < words.end && figure(at + 1).is_some() => {
                return found(at..at + 2, figure(at + 1)?);
            }
            "units" | "unit" if at > words.start && figure(at - 1).is_some() => {
                return found(at - 1..at + 1, figure(at - 1)?);
            }
            "x" if at + 1 < words.end && figure(at + 1).is_some() => return found(at..at + 2, figure(at + 1)?),
            key => {
                let times = key.strip_prefix('x').or_else(|| key.strip_suffix('x'));
                let value =
                    times.filter(|figures| (1..=3).contains(&figures.len())).and_then(|figures| figures.parse().ok());
                if let Some(value) = value {
                    return found(at..at + 1, value);
                }
            }
        }
    }
    let head = head.filter(|head| head.has(Column::Units))?;
    if head.is_before(Column::Units, Column::What) {
        let at = words.clone().take(3).find(|at| figure(*at).is_some() && shape(page, *at, None).is_none())?;
        return found(at..at + 1, figure(at)?);
    }
    let last = words.end.checked_sub(1).filter(|last| *last >= words.start && sheet.words[*last].opens)?;
    found(last..last + 1, figure(last)?)
}

/// The longest run of words that nothing else took.
fn longest(page: &Page, words: &Range<usize>, mut taken: Vec<Range<usize>>) -> Option<Read<String>> {
    taken.sort_by_key(|taken| taken.start);
    let mut runs = Vec::new();
    let mut start = words.start;
    for taken in taken {
        runs.push(start..taken.start.max(start));
        start = taken.end.max(start);
    }
    runs.push(start..words.end.max(start));
    let mark = |at: usize| page.sheet.key(at).is_empty();
    let runs = runs.into_iter().filter_map(|mut run| {
        while run.start < run.end && mark(run.start) {
            run.start += 1;
        }
        while run.end > run.start && mark(run.end - 1) {
            run.end -= 1;
        }
        page.text(&run)
    });
    runs.max_by_key(|read| (read.value.len(), std::cmp::Reverse(read.at.start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importers::sheet::Sheet;

    fn check(text: &str, code: Option<(&str, Option<Doubt>)>, units: Option<u32>, what: Option<&str>) {
        let sheet = Sheet::new(text);
        let page = Page::new(&sheet);
        let said = said(&page, &(0..sheet.words.len()), None);
        let read = said.code.as_ref().map(|read| (read.value.as_str(), read.doubt));
        assert_eq!(read, code, "{text}");
        assert_eq!(said.units.map(|read| read.value), units, "{text}");
        assert_eq!(said.what.map(|read| read.value).as_deref(), what, "{text}");
    }

    #[test]
    fn a_code_loses_the_name_of_its_system() {
        for text in [
            "CPT 99213 - Office Visit",
            "CPT: 99213 Office Visit",
            "CPT-99213 Office Visit",
            "Office Visit (99213)",
            "Office Visit - 99213",
            "99213 Office Visit",
            "01/15/2024 99213 Office Visit",
            "Office Visit (CPT 99213)",
            "CPT Code 99213: Office Visit",
        ] {
            check(text, Some(("99213", None)), None, Some("Office Visit"));
        }
        check("CDT D1110 - Prophylaxis (Cleaning)", Some(("D1110", None)), None, Some("Prophylaxis (Cleaning)"));
        check("Revenue code 450 Emergency room", Some(("450", None)), None, Some("Emergency room"));
        check("HCPCS J3301 Injection", Some(("J3301", None)), None, Some("Injection"));
    }

    #[test]
    fn a_modifier_stays_with_its_code() {
        check("99213-25 Office Visit", Some(("99213-25", None)), None, Some("Office Visit"));
    }

    #[test]
    fn a_figure_that_may_be_no_code_says_so() {
        check("Room 99213 east wing", Some(("99213", Some(Doubt::Role))), None, Some("Room 99213 east wing"));
        check("0450 Emergency room", Some(("0450", Some(Doubt::Role))), None, Some("0450 Emergency room"));
        check("99213 99214 Office visits", Some(("99213", Some(Doubt::Several))), None, Some("Office visits"));
    }

    #[test]
    fn a_department_and_a_procedure_give_the_procedure() {
        check("Rev 0450 CPT 99284 ED visit", Some(("99284", None)), None, Some("ED visit"));
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in ["Lisinopril 10mg (30 tablets)", "Vitamin D3 1000IU", "Facility Fee", "X-ray, 2 views", "Room 12"] {
            check(text, None, None, Some(text));
        }
    }

    #[test]
    fn how_many_is_read_where_it_is_said() {
        check("97110 Exercise Qty 2", Some(("97110", None)), Some(2), Some("Exercise"));
        check("97110 Exercise x3", Some(("97110", None)), Some(3), Some("Exercise"));
        check("97110 Exercise x 3", Some(("97110", None)), Some(3), Some("Exercise"));
        check("97110 Exercise 4 units", Some(("97110", None)), Some(4), Some("Exercise"));
    }
}
