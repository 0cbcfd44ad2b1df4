//! The labels that letters and forms print before a value, and where the value stands.
//!
//! Knows what a label is about, not how its value is read.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::importers::sheet::Sheet;
use crate::kinds::Field;

/// What a label announces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// A number with at least one digit.
    Number(Field),
    /// A number, only where a colon or `#` says so.
    StrictNumber(Field),
    /// A name or words, only where a colon or a column says so.
    Words(Field),
    /// An amount.
    Amount(Field),
    /// A day.
    Day(DayRole),
    /// Something that we leave alone.
    Other,
}

/// What a day is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DayRole {
    /// The date of the notice.
    Notice,
    /// A bare "Date:".
    Bare,
    /// Care.
    Service,
    /// Care that is planned.
    Planned,
    /// The last day to appeal.
    Last,
    /// Anything else: birth, payment, receipt by the plan.
    Other,
}

/// A label found.
pub(super) struct Hit {
    pub label: Label,
    pub words: Range<usize>,
    /// Whether a colon ends it.
    pub colon: bool,
}

/// All labels of a text.
pub(super) struct Hits(pub Vec<Hit>);

const CLAIM: Label = Label::Number(Field::ClaimNumber);
const MEMBER: Label = Label::Number(Field::MemberId);
const GROUP: Label = Label::Number(Field::GroupNumber);
const REFERENCE: Label = Label::Number(Field::ReferenceNumber);
const APPROVAL: Label = Label::Number(Field::AuthorizationNumber);
const SERVICE: Label = Label::Words(Field::Service);
const PROVIDER: Label = Label::Words(Field::Provider);
const FACILITY: Label = Label::Words(Field::Facility);
const INSURER: Label = Label::Words(Field::Insurer);
const BILLED: Label = Label::Amount(Field::Billed);
const ALLOWED: Label = Label::Amount(Field::Allowed);
const SHARE: Label = Label::Amount(Field::PatientShare);

const LABELS: &[(&str, Label)] = &[
    ("claim number", CLAIM),
    ("claim no", CLAIM),
    ("claim id", CLAIM),
    ("claim #", CLAIM),
    ("claim#", CLAIM),
    ("claim num", CLAIM),
    ("claim", Label::StrictNumber(Field::ClaimNumber)),
    ("member id", MEMBER),
    ("member id number", MEMBER),
    ("member id #", MEMBER),
    ("member number", MEMBER),
    ("member no", MEMBER),
    ("member #", MEMBER),
    ("member#", MEMBER),
    ("enrollee id", MEMBER),
    ("subscriber id", MEMBER),
    ("subscriber number", MEMBER),
    ("identification number", MEMBER),
    ("id number", MEMBER),
    ("id#", MEMBER),
    ("id", Label::StrictNumber(Field::MemberId)),
    ("cardholder id", MEMBER),
    ("group number", GROUP),
    ("group no", GROUP),
    ("group id", GROUP),
    ("group #", GROUP),
    ("group#", GROUP),
    ("group", Label::StrictNumber(Field::GroupNumber)),
    ("grp", Label::StrictNumber(Field::GroupNumber)),
    ("rx group", Label::Other),
    ("rxgrp", Label::Other),
    ("reference number", REFERENCE),
    ("reference no", REFERENCE),
    ("reference #", REFERENCE),
    ("reference id", REFERENCE),
    ("reference", Label::StrictNumber(Field::ReferenceNumber)),
    ("ref", Label::StrictNumber(Field::ReferenceNumber)),
    ("ref number", REFERENCE),
    ("ref no", REFERENCE),
    ("ref #", REFERENCE),
    ("case number", REFERENCE),
    ("case no", REFERENCE),
    ("case id", REFERENCE),
    ("case #", REFERENCE),
    ("request number", REFERENCE),
    ("request id", REFERENCE),
    ("request #", REFERENCE),
    ("tracking number", REFERENCE),
    ("authorization number", APPROVAL),
    ("authorization no", APPROVAL),
    ("authorization #", APPROVAL),
    ("authorization id", APPROVAL),
    ("authorization request number", APPROVAL),
    ("prior authorization number", APPROVAL),
    ("prior authorization #", APPROVAL),
    ("prior authorization request number", APPROVAL),
    ("pre-authorization number", APPROVAL),
    ("precertification number", APPROVAL),
    ("auth number", APPROVAL),
    ("auth no", APPROVAL),
    ("auth #", APPROVAL),
    ("patient", Label::Words(Field::Patient)),
    ("patient name", Label::Words(Field::Patient)),
    ("name of patient", Label::Words(Field::Patient)),
    ("member", Label::Words(Field::Member)),
    ("member name", Label::Words(Field::Member)),
    ("name of member", Label::Words(Field::Member)),
    ("subscriber", Label::Words(Field::Member)),
    ("subscriber name", Label::Words(Field::Member)),
    ("enrollee", Label::Words(Field::Member)),
    ("insurer", INSURER),
    ("insurance company", INSURER),
    ("insurance carrier", INSURER),
    ("plan administrator", INSURER),
    ("claims administrator", INSURER),
    ("plan", Label::Words(Field::Plan)),
    ("plan name", Label::Words(Field::Plan)),
    ("health plan", Label::Words(Field::Plan)),
    ("benefit plan", Label::Words(Field::Plan)),
    ("employer", Label::Words(Field::Employer)),
    ("employer name", Label::Words(Field::Employer)),
    ("group name", Label::Words(Field::Employer)),
    ("plan sponsor", Label::Words(Field::Employer)),
    ("provider", PROVIDER),
    ("provider name", PROVIDER),
    ("treating provider", PROVIDER),
    ("requesting provider", PROVIDER),
    ("rendering provider", PROVIDER),
    ("ordering provider", PROVIDER),
    ("servicing provider", PROVIDER),
    ("service provider", PROVIDER),
    ("doctor", PROVIDER),
    ("physician", PROVIDER),
    ("treating physician", PROVIDER),
    ("attending physician", PROVIDER),
    ("requesting physician", PROVIDER),
    ("ordering physician", PROVIDER),
    ("prescriber", PROVIDER),
    ("prescriber name", PROVIDER),
    ("prescribing provider", PROVIDER),
    ("facility", FACILITY),
    ("facility name", FACILITY),
    ("servicing facility", FACILITY),
    ("hospital", FACILITY),
    ("place of service", FACILITY),
    ("service", SERVICE),
    ("services", SERVICE),
    ("service requested", SERVICE),
    ("services requested", SERVICE),
    ("requested service", SERVICE),
    ("requested services", SERVICE),
    ("service denied", SERVICE),
    ("services denied", SERVICE),
    ("service description", SERVICE),
    ("description of service", SERVICE),
    ("description of services", SERVICE),
    ("type of service", SERVICE),
    ("item or service", SERVICE),
    ("procedure", SERVICE),
    ("treatment", SERVICE),
    ("treatment requested", SERVICE),
    ("medication", SERVICE),
    ("medication requested", SERVICE),
    ("requested medication", SERVICE),
    ("drug", SERVICE),
    ("drug name", SERVICE),
    ("drug requested", SERVICE),
    ("requested drug", SERVICE),
    ("servicio", Label::Other),
    ("amount billed", BILLED),
    ("billed amount", BILLED),
    ("total billed", BILLED),
    ("total amount billed", BILLED),
    ("billed", BILLED),
    ("billed charges", BILLED),
    ("total charges", BILLED),
    ("total charge", BILLED),
    ("charges", BILLED),
    ("amount charged", BILLED),
    ("provider charges", BILLED),
    ("submitted amount", BILLED),
    ("amount submitted", BILLED),
    ("amount allowed", ALLOWED),
    ("allowed amount", ALLOWED),
    ("total allowed", ALLOWED),
    ("allowed", ALLOWED),
    ("plan allowance", ALLOWED),
    ("patient responsibility", SHARE),
    ("total patient responsibility", SHARE),
    ("member responsibility", SHARE),
    ("total member responsibility", SHARE),
    ("your responsibility", SHARE),
    ("your total responsibility", SHARE),
    ("patient balance", SHARE),
    ("patient balance due", SHARE),
    ("patient portion", SHARE),
    ("balance due", SHARE),
    ("amount due", SHARE),
    ("total amount due", SHARE),
    ("you owe", SHARE),
    ("you may owe", SHARE),
    ("amount you owe", SHARE),
    ("amount you may owe", SHARE),
    ("total you owe", SHARE),
    ("total you may owe", SHARE),
    ("what you owe", SHARE),
    ("your share", SHARE),
    ("patient paid", Label::Other),
    ("plan paid", Label::Other),
    ("member services", Label::Other),
    ("customer service", Label::Other),
    ("provider services", Label::Other),
    ("patient account", Label::Other),
    ("patient account number", Label::Other),
    ("patient id", Label::Other),
    ("provider id", Label::Other),
    ("provider npi", Label::Other),
    ("claims address", Label::Other),
    ("date of notice", Label::Day(DayRole::Notice)),
    ("notice date", Label::Day(DayRole::Notice)),
    ("date of this notice", Label::Day(DayRole::Notice)),
    ("this notice is dated", Label::Day(DayRole::Notice)),
    ("letter date", Label::Day(DayRole::Notice)),
    ("date of letter", Label::Day(DayRole::Notice)),
    ("date of this letter", Label::Day(DayRole::Notice)),
    ("date mailed", Label::Day(DayRole::Notice)),
    ("mailing date", Label::Day(DayRole::Notice)),
    ("mail date", Label::Day(DayRole::Notice)),
    ("notification date", Label::Day(DayRole::Notice)),
    ("determination date", Label::Day(DayRole::Notice)),
    ("date of determination", Label::Day(DayRole::Notice)),
    ("decision date", Label::Day(DayRole::Notice)),
    ("date of decision", Label::Day(DayRole::Notice)),
    ("denial date", Label::Day(DayRole::Notice)),
    ("date of denial", Label::Day(DayRole::Notice)),
    ("date processed", Label::Day(DayRole::Notice)),
    ("processed date", Label::Day(DayRole::Notice)),
    ("processed on", Label::Day(DayRole::Notice)),
    ("eob date", Label::Day(DayRole::Notice)),
    ("date", Label::Day(DayRole::Bare)),
    ("statement date", Label::Day(DayRole::Bare)),
    ("date of service", Label::Day(DayRole::Service)),
    ("dates of service", Label::Day(DayRole::Service)),
    ("service date", Label::Day(DayRole::Service)),
    ("service dates", Label::Day(DayRole::Service)),
    ("dos", Label::Day(DayRole::Service)),
    ("date of visit", Label::Day(DayRole::Service)),
    ("date filled", Label::Day(DayRole::Service)),
    ("admission date", Label::Day(DayRole::Service)),
    ("date of admission", Label::Day(DayRole::Service)),
    ("proposed date of service", Label::Day(DayRole::Planned)),
    ("planned date of service", Label::Day(DayRole::Planned)),
    ("requested date of service", Label::Day(DayRole::Planned)),
    ("scheduled date of service", Label::Day(DayRole::Planned)),
    ("scheduled date", Label::Day(DayRole::Planned)),
    ("appeal deadline", Label::Day(DayRole::Last)),
    ("deadline to appeal", Label::Day(DayRole::Last)),
    ("last day to appeal", Label::Day(DayRole::Last)),
    ("appeal by", Label::Day(DayRole::Last)),
    ("date of birth", Label::Day(DayRole::Other)),
    ("birth date", Label::Day(DayRole::Other)),
    ("dob", Label::Day(DayRole::Other)),
    ("effective date", Label::Day(DayRole::Other)),
    ("date received", Label::Day(DayRole::Other)),
    ("claim received", Label::Day(DayRole::Other)),
    ("request received", Label::Day(DayRole::Other)),
    ("date of request", Label::Day(DayRole::Other)),
    ("date requested", Label::Day(DayRole::Other)),
    ("due date", Label::Day(DayRole::Other)),
    ("payment due", Label::Day(DayRole::Other)),
    ("pay by", Label::Day(DayRole::Other)),
    ("check date", Label::Day(DayRole::Other)),
    ("date printed", Label::Day(DayRole::Other)),
];

impl Hits {
    /// The labels in the order of the text; where two begin at one word, the longer.
    pub fn new(sheet: &Sheet) -> Self {
        let mut by_first: BTreeMap<&str, Vec<(&str, Label)>> = BTreeMap::new();
        for (phrase, label) in LABELS {
            let first = phrase.split(' ').next().unwrap_or(phrase);
            by_first.entry(first).or_default().push((phrase, *label));
        }
        let mut hits = Vec::new();
        let mut at = 0;
        while at < sheet.words.len() {
            let known = by_first.get(sheet.key(at)).into_iter().flatten();
            let longest = known
                .filter_map(|(phrase, label)| Some((sheet.phrase(at, phrase)?, *label)))
                .filter(|(end, _)| sheet.words[at].line == sheet.words[end - 1].line)
                .max_by_key(|(end, _)| *end);
            match longest {
                Some((end, label)) => {
                    hits.push(Hit { label, words: at..end, colon: sheet.colon(end - 1) });
                    at = end;
                }
                None => at += 1,
            }
        }
        Self(hits)
    }

    /// The words of the value that follows a label: the rest of its line or column, up to the next label with a colon;
    /// failing that the column below.
    pub fn value(&self, sheet: &Sheet, number: usize) -> Option<Range<usize>> {
        let hit = self.0.get(number)?;
        let start = if sheet.raw(hit.words.end) == ":" { hit.words.end + 1 } else { hit.words.end };
        let line = sheet.words.get(hit.words.start)?.line;
        let rest = if hit.colon { self.over_odd_gaps(sheet, start) } else { sheet.rest_of_column(start) };
        let same_line = sheet.words.get(start).is_some_and(|word| word.line == line);
        let next_hit = self.0.get(number + 1).filter(|next| next.colon || matches!(next.label, Label::Number(_)));
        let end = next_hit.map_or(rest.end, |next| rest.end.min(next.words.start.max(start)));
        if same_line && start < end && (hit.colon || !sheet.words[start].opens || self.two_columns(sheet, line)) {
            return Some(start..end);
        }
        if same_line && hit.colon && start >= end {
            return None;
        }
        self.below(sheet, hit, line)
    }

    /// The rest of the column, across gaps that are too small for columns and lead to no other label: photographed text is
    /// spaced oddly.
    fn over_odd_gaps(&self, sheet: &Sheet, start: usize) -> Range<usize> {
        let mut rest = sheet.rest_of_column(start);
        let line_end = sheet.line(start).end;
        while rest.end < line_end && rest.len() < 20 && self.starting_at(rest.end).is_none() {
            let gap = sheet.words[rest.end - 1].at.end..sheet.words[rest.end].at.start;
            if gap.len() > 4 || sheet.verbatim(&gap).contains(['\t', '|']) {
                break;
            }
            rest.end = sheet.rest_of_column(rest.end).end;
        }
        rest
    }

    /// Whether a line is a label and a value in two columns.
    fn two_columns(&self, sheet: &Sheet, line: usize) -> bool {
        let columns = sheet.columns(line);
        columns.len() == 2 && self.starting_at(columns[1].start).is_none()
    }

    fn starting_at(&self, word: usize) -> Option<&Hit> {
        self.0.binary_search_by_key(&word, |hit| hit.words.start).ok().map(|at| &self.0[at])
    }

    fn below(&self, sheet: &Sheet, hit: &Hit, line: usize) -> Option<Range<usize>> {
        let columns = sheet.columns(line);
        let column =
            columns.iter().position(|column| column.start <= hit.words.start && hit.words.end <= column.end)?;
        let whole = columns[column].len() == hit.words.len();
        if !whole {
            return None;
        }
        let below = sheet.next_line(line)?;
        let values = sheet.columns(below);
        let value = values.get(column).filter(|_| values.len() == columns.len())?.clone();
        let is_label = self.starting_at(value.start).is_some_and(|other| other.colon || other.words == value);
        (!is_label).then_some(value)
    }
}
