//! The labels that bills print before names, numbers and days, and where the value stands.
//!
//! Knows what a label is about, not how its value is read. Amounts and their labels are read with the rows.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Page;
use super::totals;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The patient's name.
    Patient,
    /// The member's or customer's name.
    Member,
    /// The account's number.
    Account,
    /// The number of a receipt, an invoice or a statement.
    Receipt,
    /// The patient's number with the provider.
    PatientNumber,
    /// The member number of the plan.
    MemberId,
    /// The claim's number.
    Claim,
    /// The clinician, or who gave the care.
    Provider,
    /// Who is to be paid.
    Sender,
    /// A day of service.
    Service,
    /// The first day of a stay.
    Admitted,
    /// The last day of a stay.
    Discharged,
    /// The paper's own date.
    Dated,
    /// A bare "Date".
    Date,
    /// The day by which to pay.
    Due,
    /// The patient's birth.
    Birth,
    /// Something that we leave alone.
    Other,
}

/// A label found.
#[derive(Debug)]
pub(super) struct Label {
    pub about: About,
    /// Its words.
    pub words: Range<usize>,
    /// The words of its value; empty when none stands there.
    pub value: Range<usize>,
    /// Whether a colon or a number sign ends it.
    pub marked: bool,
}

const LABELS: [(&str, About); 109] = [
    ("patient", About::Patient),
    ("patient name", About::Patient),
    ("name", About::Member),
    ("name of patient", About::Patient),
    ("patient's name", About::Patient),
    ("member", About::Member),
    ("member name", About::Member),
    ("subscriber", About::Member),
    ("subscriber name", About::Member),
    ("customer", About::Member),
    ("customer name", About::Member),
    ("client", About::Member),
    ("account", About::Account),
    ("account #", About::Account),
    ("account number", About::Account),
    ("account no", About::Account),
    ("acct", About::Account),
    ("acct #", About::Account),
    ("acct number", About::Account),
    ("acct no", About::Account),
    ("patient account", About::Account),
    ("patient account number", About::Account),
    ("patient account no", About::Account),
    ("guarantor account", About::Account),
    ("guarantor account number", About::Account),
    ("guarantor number", About::Account),
    ("hospital account", About::Account),
    ("visit account", About::Account),
    ("account status", About::Other),
    ("account balance", About::Other),
    ("account type", About::Other),
    ("receipt", About::Receipt),
    ("receipt #", About::Receipt),
    ("receipt number", About::Receipt),
    ("receipt no", About::Receipt),
    ("invoice", About::Receipt),
    ("invoice #", About::Receipt),
    ("invoice number", About::Receipt),
    ("invoice no", About::Receipt),
    ("statement #", About::Receipt),
    ("statement number", About::Receipt),
    ("bill number", About::Receipt),
    ("bill #", About::Receipt),
    ("patient id", About::PatientNumber),
    ("patient number", About::PatientNumber),
    ("patient #", About::PatientNumber),
    ("mrn", About::Other),
    ("member id", About::MemberId),
    ("member number", About::MemberId),
    ("subscriber id", About::MemberId),
    ("identification number", About::MemberId),
    ("claim", About::Claim),
    ("claim #", About::Claim),
    ("claim number", About::Claim),
    ("claim no", About::Claim),
    ("claim id", About::Claim),
    ("provider", About::Provider),
    ("provider name", About::Provider),
    ("rendering provider", About::Provider),
    ("servicing provider", About::Provider),
    ("attending provider", About::Provider),
    ("attending physician", About::Provider),
    ("physician", About::Provider),
    ("doctor", About::Provider),
    ("dentist", About::Provider),
    ("make checks payable to", About::Sender),
    ("make check payable to", About::Sender),
    ("billed by", About::Sender),
    ("date of service", About::Service),
    ("dates of service", About::Service),
    ("service date", About::Service),
    ("service dates", About::Service),
    ("date of visit", About::Service),
    ("visit date", About::Service),
    ("date of treatment", About::Service),
    ("treatment date", About::Service),
    ("dos", About::Service),
    ("date filled", About::Service),
    ("admission date", About::Admitted),
    ("date of admission", About::Admitted),
    ("admit date", About::Admitted),
    ("discharge date", About::Discharged),
    ("date of discharge", About::Discharged),
    ("statement date", About::Dated),
    ("bill date", About::Dated),
    ("billing date", About::Dated),
    ("invoice date", About::Dated),
    ("date processed", About::Dated),
    ("date", About::Date),
    ("due date", About::Due),
    ("payment due", About::Due),
    ("payment due date", About::Due),
    ("pay by", About::Due),
    ("dob", About::Birth),
    ("date of birth", About::Birth),
    ("birth date", About::Birth),
    ("birthdate", About::Birth),
    ("date of estimate", About::Dated),
    ("estimate date", About::Dated),
    ("eob date", About::Dated),
    ("processed date", About::Dated),
    ("due by", About::Due),
    ("due on", About::Due),
    ("please pay by", About::Due),
    ("payment due by", About::Due),
    ("amount due by", About::Due),
    ("date due", About::Due),
    ("next visit", About::Other),
    ("print date", About::Other),
];

/// The labels in the order of the text; where two begin at one word, the longer. A label begins a line or a column, or a
/// colon ends it.
pub(super) fn all(page: &Page) -> Vec<Label> {
    let sheet = page.sheet;
    let mut by_first: BTreeMap<&str, Vec<(&str, About)>> = BTreeMap::new();
    for (phrase, about) in LABELS {
        by_first.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push((phrase, about));
    }
    let mut found: Vec<Label> = Vec::new();
    let mut at = 0;
    while at < sheet.words.len() {
        let known = by_first.get(first_key(sheet.key(at))).into_iter().flatten();
        let longest = known
            .filter_map(|(phrase, about)| Some((phrase_end(page, at, phrase)?, *about)))
            .filter(|(end, _)| sheet.words[at].line == sheet.words[end - 1].line)
            .max_by_key(|(end, _)| *end);
        let Some((end, about)) = longest else {
            at += 1;
            continue;
        };
        let marked = sheet.colon(end - 1) || sheet.raw(end - 1).ends_with('#') || sheet.raw(end).starts_with('#');
        let inside = end == at + 1 && sheet.key(at) == "name";
        if sheet.words[at].opens || (marked && !inside) {
            found.push(Label { about, words: at..end, value: end..end, marked });
        }
        at = end;
    }
    place_values(page, &mut found);
    found
}

/// The labels that begin within these words.
pub(super) fn within<'l>(labels: &'l [Label], words: &Range<usize>) -> &'l [Label] {
    let start = labels.partition_point(|label| label.words.start < words.start);
    let end = labels.partition_point(|label| label.words.start < words.end);
    labels.get(start..end).unwrap_or_default()
}

/// The key without a number sign at its end: `Account#` begins as `account` does.
fn first_key(key: &str) -> &str {
    if key.len() > 1 { key.trim_end_matches('#') } else { key }
}

/// The word after a phrase; a number sign may stand at its last word or alone.
fn phrase_end(page: &Page, at: usize, phrase: &str) -> Option<usize> {
    page.sheet.phrase(at, phrase).or_else(|| {
        let (last, before) = phrase.rsplit_once(' ').map_or((phrase, None), |(before, last)| (last, Some(before)));
        let end = before.map_or(Some(at), |before| page.sheet.phrase(at, before))?;
        (page.sheet.key(end).strip_suffix('#') == Some(last)).then_some(end + 1)
    })
}

/// The value of each label: the rest of its column up to the next label with a colon; failing that the column below.
fn place_values(page: &Page, labels: &mut [Label]) {
    let sheet = page.sheet;
    let starts: Vec<(usize, bool)> = labels.iter().map(|label| (label.words.start, label.marked)).collect();
    let is_label = |word: usize| starts.binary_search_by_key(&word, |(start, _)| *start).is_ok();
    for number in 0..labels.len() {
        let words = labels[number].words.clone();
        let line = sheet.line(words.start);
        let mut start = words.end;
        while start < line.end && matches!(sheet.raw(start), ":" | "#" | "#:") {
            start += 1;
        }
        let next = starts[number + 1..].iter().take_while(|(next, _)| *next < line.end);
        let next = next.clone().find(|(_, marked)| *marked).map_or(line.end, |(next, _)| *next);
        let own_column = start < line.end && !sheet.words[start].opens;
        let here = start < line.end && !is_label(start) && (labels[number].marked || is_pair(page, &words));
        let value = if own_column || here {
            let end = over_odd_gaps(page, start, labels[number].marked, line.end.min(next));
            start..end.min(next).max(start)
        } else {
            below(page, &words).filter(|value| !is_label(value.start)).unwrap_or(start..start)
        };
        labels[number].value = value;
    }
}

/// Whether a line is a label and a value in two columns, and the value is no label itself.
fn is_pair(page: &Page, label: &Range<usize>) -> bool {
    let line = page.sheet.words.get(label.start).map_or(0, |word| word.line);
    match page.sheet.columns(line).as_slice() {
        [first, second] => first == label && totals::says(page, second).is_none(),
        _ => false,
    }
}

/// The end of a value: of its column; after a colon also across gaps too small for columns, for photographed text is
/// spaced oddly.
fn over_odd_gaps(page: &Page, start: usize, marked: bool, limit: usize) -> usize {
    let sheet = page.sheet;
    let mut end = sheet.rest_of_column(start).end;
    while marked && end < limit && end < start + 8 {
        let gap = sheet.words[end - 1].at.end..sheet.words[end].at.start;
        if gap.len() > 4 || sheet.verbatim(&gap).contains(['\t', '|']) {
            break;
        }
        end = sheet.rest_of_column(end).end;
    }
    end
}

/// The words below, where label and value stand in the same column of two lines.
fn below(page: &Page, label: &Range<usize>) -> Option<Range<usize>> {
    let sheet = page.sheet;
    let line = sheet.words.get(label.start)?.line;
    let columns = sheet.columns(line);
    let column = columns.iter().position(|column| column.contains(&label.start))?;
    let whole = columns[column].clone().skip(label.len()).all(|word| sheet.key(word).is_empty());
    let below = sheet.next_line(line).filter(|_| whole)?;
    let values = sheet.columns(below);
    values.get(column).filter(|_| values.len() == columns.len()).cloned()
}
