//! Goes through the paper line by line: heads of tables, services with their amounts, what goes on below them, totals.
//!
//! An amount that no words place is kept as unplaced, never as a service.

use std::collections::BTreeSet;
use std::ops::Range;

use super::amount::{self, Amount};
use super::code::{self, Said};
use super::labels::{self, Label};
use super::table::{Column, Head};
use super::totals::{self, Found, Says};
use super::{Doubt, Line, Page, Read};
use crate::case::statement::Reason;
use crate::case::{Detail, ReasonCode};
use crate::kinds::TotalKind;
use crate::money::Cents;

/// More words than this before an amount are a sentence and no service.
const LONGEST_SERVICE: usize = 25;
/// More amounts than this in one line are no row.
const MOST_AMOUNTS: usize = 12;
/// So many lines may go on below a service.
const MOST_BELOW: usize = 6;

/// What the lines of the paper hold.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub lines: Vec<Line>,
    pub totals: Vec<Found>,
    pub unplaced: Vec<Read<Cents>>,
}

/// Reads all lines.
pub(super) fn read(page: &Page, labels: &[Label]) -> Rows {
    let mut reader = Reader {
        page,
        labels,
        rows: Rows::default(),
        head: None,
        after_totals: false,
        open: None,
        taken: BTreeSet::new(),
    };
    for line in 0..page.sheet.lines.len() {
        reader.line(line);
    }
    reader.rows
}

/// The service that lines below may go on with.
struct Open {
    /// Its last line.
    line: usize,
    /// How far it stands from the edge, in characters.
    edge: usize,
    /// How many lines went on with it.
    below: usize,
}

struct Reader<'p, 's, 't> {
    page: &'p Page<'s, 't>,
    labels: &'p [Label],
    rows: Rows,
    head: Option<Head>,
    /// Whether totals were printed since the last heading; then only what surely is a service is one.
    after_totals: bool,
    open: Option<Open>,
    /// Words of amounts that a label above them took.
    taken: BTreeSet<usize>,
}

impl Reader<'_, '_, '_> {
    fn line(&mut self, line: usize) {
        let sheet = self.page.sheet;
        let words = sheet.lines[line].clone();
        if words.is_empty() {
            self.open = None;
            return;
        }
        if let Some(head) = Head::of(self.page, line) {
            self.head = Some(head);
            self.after_totals = false;
            self.open = None;
            return;
        }
        let mut amounts = amount::all(self.page, &words);
        amounts.retain(|amount| !self.taken.contains(&amount.words.start));
        if amounts.is_empty() {
            self.without_amounts(line, &words);
        } else if amounts.len() > MOST_AMOUNTS {
            self.leave(&amounts);
        } else {
            self.with_amounts(line, &words, &amounts);
        }
    }

    // ---- Lines without amounts

    fn without_amounts(&mut self, line: usize, words: &Range<usize>) {
        if self.totals_above(line) {
            self.open = None;
            return;
        }
        if self.goes_on(line, words) {
            return;
        }
        self.open = None;
        let labelled = labels::within(self.labels, words).iter().any(|label| label.marked);
        if self.is_heading(words) {
            self.after_totals = false;
            if self.page.sheet.raw(words.end - 1).ends_with(':') {
                self.head = None;
            }
        } else if !labelled && words.len() <= LONGEST_SERVICE {
            self.service_without_charge(line, words);
        }
    }

    /// Short words with a colon at their end, or in capitals: they begin something new.
    fn is_heading(&self, words: &Range<usize>) -> bool {
        let sheet = self.page.sheet;
        let says = words.clone().any(|at| !sheet.key(at).is_empty());
        let colon = sheet.raw(words.end - 1).ends_with(':');
        let small = words.clone().any(|at| sheet.raw(at).contains(|c: char| c.is_lowercase() || c.is_ascii_digit()));
        says && words.len() <= 6 && (colon || !small)
    }

    /// Labels of totals whose amounts stand in the line below, column by column.
    fn totals_above(&mut self, line: usize) -> bool {
        let sheet = self.page.sheet;
        let columns = sheet.columns(line);
        let Some(below) = sheet.next_line(line) else { return false };
        let values = sheet.columns(below);
        if columns.is_empty() || columns.len() > MOST_AMOUNTS || values.len() != columns.len() {
            return false;
        }
        let mut any = false;
        for (label, value) in columns.iter().zip(&values) {
            let found = amount::all(self.page, value);
            let alone = found.first().filter(|amount| amount.words == *value);
            if let (Some(says), Some(amount)) = (totals::says(self.page, label), alone)
                && let Some(total) = totals::total(self.page, says, None, amount)
            {
                self.taken.insert(amount.words.start);
                self.rows.totals.push(total);
                any = true;
            }
        }
        self.after_totals |= any;
        any
    }

    /// A line that goes on with the service above it: right below, further in or in small letters, without a label.
    fn goes_on(&mut self, line: usize, words: &Range<usize>) -> bool {
        let Some(open) = self.open.as_mut() else { return false };
        let sheet = self.page.sheet;
        let further_in = sheet.before_in_line(words.start).chars().count() > open.edge;
        let small = sheet.raw(words.start).starts_with(char::is_lowercase);
        let labelled = sheet.labelled(line) || labels::within(self.labels, words).iter().any(|label| label.marked);
        let says = words.clone().any(|at| !sheet.key(at).is_empty());
        let fits = line == open.line + 1 && open.below < MOST_BELOW && words.len() <= LONGEST_SERVICE;
        if !(fits && says && (further_in || small) && !labelled) {
            return false;
        }
        open.line = line;
        open.below += 1;
        let Some(held) = self.rows.lines.last_mut() else { return false };
        let Some(more) = self.page.text(words) else { return true };
        held.at.end = more.at.end;
        sheet.verbatim(&held.at).clone_into(&mut held.words);
        held.more = Some(match held.more.take() {
            None => more,
            Some(before) => {
                let at = before.at.start..more.at.end;
                self.page.read_at(at, format!("{} {}", before.value, more.value))
            }
        });
        true
    }

    /// A service that prints no charge: it begins with a code of which there is no doubt.
    fn service_without_charge(&mut self, line: usize, words: &Range<usize>) {
        let said = code::said(self.page, words, self.head.as_ref());
        let begins = |code: &Read<String>| {
            code.doubt.is_none() && said.what.as_ref().is_some_and(|what| code.at.end <= what.at.start)
        };
        let breaks_off = self.page.sheet.raw(words.end - 1).ends_with([',', '-', '&']);
        let in_table = self.head.is_some() || said.on.is_some() || breaks_off;
        if said.code.as_ref().is_some_and(begins) && (in_table || self.names_system(words)) {
            self.push(line, words, said);
        }
    }

    fn names_system(&self, words: &Range<usize>) -> bool {
        matches!(self.page.sheet.key(words.start), "cpt" | "cdt" | "hcpcs" | "rev" | "revenue")
    }

    // ---- Lines with amounts

    fn with_amounts(&mut self, line: usize, words: &Range<usize>, amounts: &[Amount]) {
        if self.totals_in(words, amounts) {
            self.open = None;
            return;
        }
        let before = words.start..amounts[0].words.start;
        if self.ends_open(line, &before, amounts) {
            return;
        }
        self.open = None;
        if self.is_service(words, &before) {
            self.service(line, words, &before, amounts);
        } else {
            self.leave(amounts);
        }
    }

    /// Whether the line holds totals; then they are kept.
    fn totals_in(&mut self, words: &Range<usize>, amounts: &[Amount]) -> bool {
        let label = words.start..amounts[0].words.start;
        let Some(first) = totals::says(self.page, &label).or_else(|| self.off(&label, &amounts[0])) else {
            return false;
        };
        if first == Says::Added {
            return false;
        }
        let in_columns = amounts.len() > 1 && amounts.windows(2).all(|two| self.is_next_to(&two[0], &two[1]));
        if in_columns {
            self.totals_of_columns(first, &label, amounts);
        } else {
            let mut start = words.start;
            for amount in amounts {
                let label = start..amount.words.start;
                start = amount.words.end;
                let says = totals::says(self.page, &label).or_else(|| self.off(&label, amount));
                let total = says.and_then(|says| totals::total(self.page, says, Some(&label), amount));
                match total {
                    Some(total) => self.rows.totals.push(total),
                    None => self.leave(std::slice::from_ref(amount)),
                }
            }
        }
        self.after_totals = true;
        true
    }

    /// What an amount below zero is when its words are those of a payment or an adjustment and it has no code.
    fn off(&self, label: &Range<usize>, amount: &Amount) -> Option<Says> {
        let said = code::said(self.page, label, None);
        let coded = said.code.is_some_and(|code| code.doubt.is_none());
        (amount.cents.0 < 0 && !coded).then(|| totals::taken_off(self.page, label)).flatten()
    }

    fn is_next_to(&self, left: &Amount, right: &Amount) -> bool {
        (left.words.end..right.words.start).all(|at| self.page.sheet.key(at).is_empty())
    }

    /// A row of amounts under the head of a table that its words make one of totals: each the sum of its column; or, where
    /// the words name one payment or adjustment, that one, and what stands beside it is a running balance.
    fn totals_of_columns(&mut self, first: Says, label: &Range<usize>, amounts: &[Amount]) {
        let Some(head) = self.head.as_ref().filter(|_| first != Says::Other) else { return self.leave(amounts) };
        let columns = head.place(self.page, amounts).unwrap_or_default();
        let summed: Vec<(TotalKind, &Amount)> =
            columns.iter().zip(amounts).filter_map(|(column, amount)| Some((column.sums()?, amount))).collect();
        let sums = matches!(first, Says::Bare | Says::Total(TotalKind::Charges));
        if sums && !summed.is_empty() {
            let totals = summed.into_iter().map(|(kind, amount)| totals::in_column(self.page, kind, amount));
            self.rows.totals.extend(totals);
        } else if let Some(total) = totals::total(self.page, first, Some(label), &amounts[0]) {
            self.rows.totals.push(total);
        } else {
            self.leave(amounts);
        }
    }

    /// The charge of a service whose words began in the line above.
    fn ends_open(&mut self, line: usize, before: &Range<usize>, amounts: &[Amount]) -> bool {
        let sheet = self.page.sheet;
        let Some(open) = self.open.as_ref().filter(|open| open.line + 1 == line && self.head.is_none()) else {
            return false;
        };
        let waits = self.rows.lines.last().is_some_and(|held| held.billed.is_none());
        let [amount] = amounts else { return false };
        let further_in = sheet.before_in_line(sheet.line(amount.words.start).start).chars().count() > open.edge;
        let small = sheet.raw(before.start).starts_with(char::is_lowercase);
        let coded = code::said(self.page, before, None).code.is_some();
        if !waits || coded || !(further_in || small || before.is_empty()) {
            return false;
        }
        let more = self.page.text(before);
        let billed = self.page.read(&amount.words, amount.cents);
        if let Some(held) = self.rows.lines.last_mut() {
            held.at.end = billed.at.end;
            sheet.verbatim(&held.at).clone_into(&mut held.words);
            held.more = held.more.take().or(more);
            held.billed = Some(billed);
        }
        self.open = None;
        true
    }

    /// Whether a line with amounts is a service and no sentence.
    fn is_service(&self, words: &Range<usize>, before: &Range<usize>) -> bool {
        let sheet = self.page.sheet;
        let said = code::said(self.page, before, self.head.as_ref());
        let coded = said.code.as_ref().is_some_and(|code| code.doubt.is_none());
        let dated = said.on.is_some();
        let speaks = |at: usize| {
            matches!(
                sheet.key(at),
                "please" | "if" | "you" | "we" | "will" | "within" | "call" | "thank" | "cannot" | "may" | "is" | "are"
            )
        };
        let sentence = words.clone().any(speaks) || sheet.stops(words.end - 1);
        let labelled = labels::within(self.labels, &(before.start..before.start + 1)).iter().any(|label| label.marked);
        let says = said.what.is_some() || coded;
        let surely = coded || (dated && says);
        says && before.len() <= LONGEST_SERVICE
            && !labelled
            && (surely || !sentence)
            && (surely || !self.after_totals || self.is_added(before))
    }

    fn is_added(&self, label: &Range<usize>) -> bool {
        totals::says(self.page, label) == Some(Says::Added)
    }

    fn service(&mut self, line: usize, words: &Range<usize>, before: &Range<usize>, amounts: &[Amount]) {
        if self.is_added(before) && amounts.iter().all(|amount| amount.cents.0 == 0) {
            return;
        }
        let mut said = code::said(self.page, before, self.head.as_ref());
        let mut amounts = amounts;
        if let Some((first, rest)) = amounts.split_first()
            && let Some(units) = self.head.as_ref().and_then(|head| head.units(amounts))
        {
            said.units = Some(self.page.read(&first.words, units));
            amounts = rest;
        }
        let counted = said.units.as_ref().map(|units| units.value);
        self.push(line, words, said);
        let placed = self.head.as_ref().and_then(|head| head.place(self.page, amounts));
        let page = self.page;
        let read = |amount: &Amount| page.read(&amount.words, amount.cents);
        let Some(held) = self.rows.lines.last_mut() else { return };
        let Some(columns) = placed else {
            held.billed = billed(page, amounts, counted, self.head.is_some());
            return;
        };
        for (column, amount) in columns.into_iter().zip(amounts) {
            let mut part = |part| {
                let read = Read { value: Cents(amount.cents.0.abs()), ..read(amount) };
                held.parts.retain(|(held, _)| *held != part);
                held.parts.push((part, read));
            };
            match column {
                Column::Billed => held.billed = Some(read(amount)),
                Column::Allowed => held.allowed = Some(read(amount)),
                Column::PlanPaid => held.plan_paid = Some(Read { value: Cents(amount.cents.0.abs()), ..read(amount) }),
                Column::Share => held.share = Some(read(amount)),
                Column::Date
                | Column::Code
                | Column::Revenue
                | Column::What
                | Column::Units
                | Column::Each
                | Column::OtherAmount => {}
                Column::Part(kind) => part(kind),
            }
        }
    }

    fn push(&mut self, line: usize, words: &Range<usize>, said: Said) {
        let sheet = self.page.sheet;
        let at = sheet.span(words);
        let Said { on, code, units, what } = said;
        let words_of = sheet.verbatim(&at).to_owned();
        self.rows.lines.push(Line {
            on,
            code,
            what,
            units,
            more: None,
            billed: None,
            allowed: None,
            plan_paid: None,
            share: None,
            parts: Vec::new(),
            detail: Detail { reasons: reasons(&words_of), ..Detail::default() },
            words: words_of,
            at,
        });
        let edge = sheet.before_in_line(words.start).chars().count();
        self.open = Some(Open { line, edge, below: 0 });
    }

    fn leave(&mut self, amounts: &[Amount]) {
        let reads = amounts
            .iter()
            .filter(|amount| amount.cents.0 != 0)
            .map(|amount| self.page.read(&amount.words, amount.cents));
        self.rows.unplaced.extend(reads);
    }
}

/// The group and reason codes in a line, such as `CO-45`, each once. A number without its group may be anything.
fn reasons(words: &str) -> Vec<Reason> {
    let mut found: Vec<Reason> = Vec::new();
    for word in words.split([' ', '\t', ',', ';', '/', '|', '\n']).filter(|word| word.contains('-')) {
        let code = word.trim_matches(['(', ')', '.', ':']).parse::<ReasonCode>().ok();
        if let Some(code) = code.filter(|code| code.group.is_some() && !found.iter().any(|held| held.code == *code)) {
            found.push(Reason { code, amount: None });
        }
    }
    found
}

/// The charge among amounts that no head places: the only one; else the one that is units times a price; else, to be
/// asked, the first.
fn billed(page: &Page, amounts: &[Amount], units: Option<u32>, in_table: bool) -> Option<Read<Cents>> {
    let read = |amount: &Amount| page.read(&amount.words, amount.cents);
    match amounts {
        [only] => Some(Read { doubt: in_table.then_some(Doubt::Column), ..read(only) }),
        [each, whole]
            if units.is_some_and(|units| each.cents.0.checked_mul(i64::from(units)) == Some(whole.cents.0)) =>
        {
            Some(read(whole))
        }
        [first, ..] => Some(Read { doubt: Some(Doubt::Column), ..read(first) }),
        [] => None,
    }
}
