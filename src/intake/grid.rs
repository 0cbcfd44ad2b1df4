//! A paper as it is typed: every cell as text, whether or not it reads; and the statement that the cells come to.
//!
//! A line that was not touched keeps the words that it came from; a line that was typed or changed is the person's own
//! word. Knows no page. The sentences for what is wrong are in `words::bills`.

use std::num::ParseIntError;

use crate::case::change::FIELD_LIMIT;
use crate::case::{Detail, Provenance, Statement, StatementLine, Total};
use crate::civil::Date;
use crate::importers::typed;
use crate::kinds::{StatementKind, TotalKind};
use crate::money::Cents;

/// A column of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The day of the service.
    On,
    /// Its code.
    Code,
    /// What it was.
    What,
    /// How many.
    Units,
    /// What was charged.
    Billed,
    /// What the plan allows.
    Allowed,
    /// What the plan paid.
    PlanPaid,
    /// What is left to the patient.
    Share,
}

/// A paper as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// What it is.
    pub kind: StatementKind,
    /// Its lines; one that holds nothing is no line.
    pub rows: Vec<Row>,
    /// Its totals; one that holds nothing is not on the paper.
    pub totals: Vec<TotalCell>,
}

/// A line as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Which line of the statement it was, from 0; `None` for one that was added.
    pub line: Option<usize>,
    cells: [String; 8],
}

/// A total as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalCell {
    /// Of what.
    pub kind: TotalKind,
    /// Which total of the statement it was, from 0; `None` for one that was added.
    pub total: Option<usize>,
    /// As typed.
    pub text: String,
}

/// A place in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Of a line, from 0.
    Line(usize, Column),
    /// A total, from 0.
    Total(usize),
}

/// What is wrong in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no day.
    NotADay,
    /// It is a day that has not come yet.
    FromTheFuture(Date),
    /// It is no whole number.
    NotANumber,
    /// It is no amount of money.
    NotMoney,
    /// It holds more characters than a field takes.
    TooLong,
}

impl Column {
    /// All of them, as they stand on the paper.
    pub const ALL: [Self; 8] =
        [Self::On, Self::Code, Self::What, Self::Units, Self::Billed, Self::Allowed, Self::PlanPaid, Self::Share];

    /// Those that every bill has.
    pub const OF_BILLS: [Self; 5] = [Self::On, Self::Code, Self::What, Self::Units, Self::Billed];
}

impl Row {
    /// What stands in a cell.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        &self.cells[column as usize]
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    fn of(at: usize, line: &StatementLine) -> Self {
        let amount = |cents: Option<Cents>| cents.map(figures).unwrap_or_default();
        let cells = [
            line.on.map(said_day).unwrap_or_default(),
            line.code.clone(),
            line.what.clone(),
            line.units.map(|units| units.to_string()).unwrap_or_default(),
            amount(line.billed),
            amount(line.allowed),
            amount(line.plan_paid),
            amount(line.share),
        ];
        Self { line: Some(at), cells }
    }
}

impl Grid {
    /// The grid of a statement, with a place for each total that such a paper mostly prints and with a line to type into
    /// where there is none.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        let mut rows: Vec<Row> = statement.lines.iter().enumerate().map(|(at, line)| Row::of(at, line)).collect();
        if rows.is_empty() {
            rows.push(Row::default());
        }
        let mut totals: Vec<TotalCell> = statement
            .totals
            .iter()
            .enumerate()
            .map(|(at, total)| TotalCell { kind: total.kind, total: Some(at), text: figures(total.amount) })
            .collect();
        for kind in usual(statement.kind) {
            if !totals.iter().any(|total| total.kind == *kind) {
                totals.push(TotalCell { kind: *kind, total: None, text: String::new() });
            }
        }
        totals.sort_by_key(|total| total.kind);
        Self { kind: statement.kind, rows, totals }
    }

    /// The same grid with other words in a cell. A cell that is not there changes nothing.
    #[must_use]
    pub fn typed(mut self, cell: Cell, text: String) -> Self {
        let held = match cell {
            Cell::Line(row, column) => self.rows.get_mut(row).map(|row| &mut row.cells[column as usize]),
            Cell::Total(total) => self.totals.get_mut(total).map(|total| &mut total.text),
        };
        if let Some(held) = held {
            *held = text;
        }
        self
    }

    /// The same grid with one empty line more. Its day is that of the line above, since most bills repeat it.
    #[must_use]
    pub fn with_row(mut self) -> Self {
        let mut row = Row::default();
        if let Some(last) = self.rows.last() {
            row.cells[Column::On as usize].clone_from(&last.cells[Column::On as usize]);
        }
        self.rows.push(row);
        self
    }

    /// The same grid with a line put back where it was, or at the end.
    #[must_use]
    pub fn with_row_at(mut self, at: usize, row: Row) -> Self {
        self.rows.insert(at.min(self.rows.len()), row);
        self
    }

    /// The same grid without a line.
    #[must_use]
    pub fn without_row(mut self, row: usize) -> Self {
        if row < self.rows.len() {
            self.rows.remove(row);
        }
        self
    }

    /// The columns to show: those of every bill, and those in which something stands.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        let used = |column: &Column| self.rows.iter().any(|row| !row.cell(*column).trim().is_empty());
        let always = |column: &Column| Column::OF_BILLS.contains(column) || self.kind == StatementKind::Eob;
        Column::ALL.into_iter().filter(|column| always(column) || used(column)).collect()
    }

    /// What the charges of the lines come to, while each that is typed reads; `None` where there is none.
    #[must_use]
    pub fn charges(&self) -> Option<Cents> {
        let typed = self.rows.iter().map(|row| row.cell(Column::Billed).trim()).filter(|text| !text.is_empty());
        let amounts: Option<Vec<Cents>> = typed.map(|text| text.parse().ok()).collect();
        let amounts = amounts.filter(|amounts| !amounts.is_empty())?;
        amounts.into_iter().try_fold(Cents(0), |sum, amount| Some(Cents(sum.0.checked_add(amount.0)?)))
    }

    /// The first printed total of a kind, if what is typed reads.
    #[must_use]
    pub fn total(&self, kind: TotalKind) -> Option<Cents> {
        self.totals.iter().find(|total| total.kind == kind)?.text.parse().ok()
    }

    /// The statement that the cells come to; `before` is the one that the grid was made of.
    ///
    /// # Errors
    /// Every cell in which something is wrong, in the order of the grid.
    pub fn read(&self, before: &Statement, today: Date) -> Result<Statement, Vec<(Cell, Wrong)>> {
        // An estimate is about care to come.
        let latest = (self.kind != StatementKind::Estimate).then_some(today);
        let mut wrong = Vec::new();
        let mut lines = Vec::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            let mut fault = |column, what| wrong.push((Cell::Line(at, column), what));
            let mut line = read_row(row, latest, today, &mut fault);
            let held = row.line.and_then(|line| before.lines.get(line));
            // What has no cell stays as the paper said it.
            line.detail = held.map(|held| held.detail.clone()).unwrap_or_default();
            lines.push(held.filter(|held| is_same(held, &line)).cloned().unwrap_or(line));
        }
        let mut totals = Vec::new();
        for (at, cell) in self.totals.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()) {
            let Ok(amount) = cell.text.parse::<Cents>() else {
                wrong.push((Cell::Total(at), Wrong::NotMoney));
                continue;
            };
            let held = cell.total.and_then(|total| before.totals.get(total));
            let same = held.filter(|held| held.kind == cell.kind && held.amount == amount);
            let own = Total { kind: cell.kind, amount, from: Provenance::Statement { on: today } };
            totals.push(same.cloned().unwrap_or(own));
        }
        if wrong.is_empty() { Ok(Statement { kind: self.kind, lines, totals, ..before.clone() }) } else { Err(wrong) }
    }

    /// The grid as text, for a draft: tabs between cells, a line for each row and total.
    #[must_use]
    pub fn to_text(&self) -> String {
        let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let at = |line: Option<usize>| line.map(|line| line.to_string()).unwrap_or_default();
        let kind = StatementKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        let rows = self.rows.iter().map(|row| {
            let cells: Vec<String> = row.cells.iter().map(|cell| plain(cell)).collect();
            format!("line\t{}\t{}", at(row.line), cells.join("\t"))
        });
        let totals = self.totals.iter().map(|total| {
            let kind = TotalKind::ALL.iter().position(|kind| *kind == total.kind).unwrap_or(0);
            format!("total\t{}\t{kind}\t{}", at(total.total), plain(&total.text))
        });
        [kind.to_string()].into_iter().chain(rows).chain(totals).collect::<Vec<_>>().join("\n")
    }

    /// The grid of a draft; `None` when the text is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let kind = *StatementKind::ALL.get(lines.next()?.parse::<usize>().ok()?)?;
        let mut grid = Self { kind, rows: Vec::new(), totals: Vec::new() };
        for line in lines {
            let mut parts = line.split('\t');
            match parts.next()? {
                "line" => {
                    let at = place(parts.next()?).ok()?;
                    let cells: Vec<String> = parts.map(ToOwned::to_owned).collect();
                    grid.rows.push(Row { line: at, cells: cells.try_into().ok()? });
                }
                "total" => {
                    let total = place(parts.next()?).ok()?;
                    let kind = *TotalKind::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
                    grid.totals.push(TotalCell { kind, total, text: parts.next()?.to_owned() });
                }
                _ => return None,
            }
        }
        Some(grid)
    }
}

/// The totals that such a paper mostly prints.
fn usual(kind: StatementKind) -> &'static [TotalKind] {
    match kind {
        StatementKind::Bill => &[
            TotalKind::Charges,
            TotalKind::Adjustments,
            TotalKind::InsurancePaid,
            TotalKind::PatientPaid,
            TotalKind::AmountDue,
        ],
        StatementKind::Eob => &[
            TotalKind::Charges,
            TotalKind::Allowed,
            TotalKind::Adjustments,
            TotalKind::InsurancePaid,
            TotalKind::PatientPaid,
            TotalKind::AmountDue,
        ],
        StatementKind::Receipt => &[TotalKind::Charges, TotalKind::InsurancePaid, TotalKind::PatientPaid],
        StatementKind::Estimate => &[TotalKind::Charges, TotalKind::AmountDue],
    }
}

fn place(text: &str) -> Result<Option<usize>, ParseIntError> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}

fn read_row(row: &Row, latest: Option<Date>, today: Date, fault: &mut impl FnMut(Column, Wrong)) -> StatementLine {
    let mut told = |column: Column, read: Result<(), Wrong>| {
        if let Err(wrong) = read {
            fault(column, wrong);
        }
    };
    let on = read_day(row.cell(Column::On), latest);
    told(Column::On, on.map(drop));
    for column in [Column::Code, Column::What] {
        let fits = row.cell(column).chars().count() <= FIELD_LIMIT;
        told(column, if fits { Ok(()) } else { Err(Wrong::TooLong) });
    }
    let units = read_units(row.cell(Column::Units));
    told(Column::Units, units.map(drop));
    let mut amount = |column: Column| {
        let read = read_amount(row.cell(column));
        told(column, read.map(drop));
        read.ok().flatten()
    };
    StatementLine {
        billed: amount(Column::Billed),
        allowed: amount(Column::Allowed),
        plan_paid: amount(Column::PlanPaid),
        share: amount(Column::Share),
        on: on.ok().flatten(),
        code: row.cell(Column::Code).trim().to_owned(),
        what: row.cell(Column::What).trim().to_owned(),
        units: units.ok().flatten(),
        detail: Detail::default(),
        from: Provenance::Statement { on: today },
    }
}

/// Whether two lines say the same, wherever they come from.
fn is_same(one: &StatementLine, other: &StatementLine) -> bool {
    let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ").trim().to_owned();
    let said = |line: &StatementLine| StatementLine {
        code: plain(&line.code),
        what: plain(&line.what),
        from: other.from.clone(),
        ..line.clone()
    };
    said(one) == said(other)
}

fn read_day(text: &str, latest: Option<Date>) -> Result<Option<Date>, Wrong> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let day = typed::day(text).ok_or(Wrong::NotADay)?;
    if latest.is_some_and(|latest| day > latest) { Err(Wrong::FromTheFuture(day)) } else { Ok(Some(day)) }
}

fn read_units(text: &str) -> Result<Option<u32>, Wrong> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).or(Err(Wrong::NotANumber)) }
}

fn read_amount(text: &str) -> Result<Option<Cents>, Wrong> {
    if text.trim().is_empty() { Ok(None) } else { text.parse().map(Some).or(Err(Wrong::NotMoney)) }
}

/// An amount as it is typed behind a dollar sign.
fn figures(amount: Cents) -> String {
    amount.to_string().replace('$', "")
}

/// A day as bills print it.
fn said_day(day: Date) -> String {
    format!("{}/{}/{}", day.month(), day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::case::Number;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn words(document: u32, words: &str) -> Provenance {
        Provenance::Document { document: Number(document), words: words.to_owned() }
    }

    fn bill() -> Statement {
        let line = |code: &str, cents| StatementLine {
            on: Some(day("2024-01-15")),
            code: code.to_owned(),
            what: "Office visit".to_owned(),
            units: None,
            billed: Some(Cents(cents)),
            allowed: None,
            plan_paid: None,
            share: None,
            detail: Detail::default(),
            from: words(1, code),
        };
        Statement {
            lines: vec![line("99213", 15_000), line("36415", 2_500)],
            totals: vec![Total { kind: TotalKind::AmountDue, amount: Cents(17_500), from: words(1, "$175.00") }],
            ..Statement::new(Number(2), StatementKind::Bill)
        }
    }

    fn today() -> Date {
        day("2024-03-01")
    }

    #[test]
    fn what_was_not_touched_keeps_the_words_it_came_from() {
        let grid = Grid::of(&bill());
        assert_eq!(grid.read(&bill(), today()), Ok(bill()));
        assert_eq!(grid.charges(), Some(Cents(17_500)));
    }

    #[test]
    fn what_was_changed_is_the_persons_own_word() {
        let grid = Grid::of(&bill()).typed(Cell::Line(1, Column::Billed), "$25.50".to_owned());
        let read = grid.read(&bill(), today()).unwrap();
        assert_eq!(read.lines[0], bill().lines[0]);
        assert_eq!(
            (read.lines[1].billed, &read.lines[1].from),
            (Some(Cents(2_550)), &Provenance::Statement { on: today() })
        );
        assert_eq!(read.totals, bill().totals);
    }

    #[test]
    fn a_line_that_is_taken_out_does_not_shift_the_words_of_the_next() {
        let grid = Grid::of(&bill());
        let without = grid.clone().without_row(0);
        assert_eq!(without.read(&bill(), today()).unwrap().lines, [bill().lines[1].clone()]);
        assert_eq!(without.with_row_at(0, grid.rows[0].clone()), grid);
    }

    #[test]
    fn an_empty_line_is_no_line_and_an_empty_total_is_not_on_the_paper() {
        let empty = Statement::new(Number(2), StatementKind::Bill);
        assert_eq!(Grid::of(&empty).rows.len(), 1, "a line to type into");
        assert_eq!(Grid::of(&empty).read(&empty, today()), Ok(empty));
    }

    #[test]
    fn a_new_line_takes_the_day_of_the_one_above() {
        let grid = Grid::of(&bill()).with_row();
        assert_eq!(grid.rows[2].cell(Column::On), "1/15/2024");
        assert_eq!(grid.rows[2].line, None);
    }

    #[test]
    fn every_cell_that_is_wrong_is_named() {
        let typed = [
            (Cell::Line(0, Column::On), "2/30/2024"),
            (Cell::Line(0, Column::Units), "two"),
            (Cell::Line(1, Column::On), "3/2/2024"),
            (Cell::Line(1, Column::Billed), "2,5"),
            (Cell::Total(0), "much"),
        ];
        let grid = typed.into_iter().fold(Grid::of(&bill()), |grid, (cell, text)| grid.typed(cell, text.to_owned()));
        let wrong = grid.read(&bill(), today()).unwrap_err();
        assert_eq!(
            wrong,
            [
                (Cell::Line(0, Column::On), Wrong::NotADay),
                (Cell::Line(0, Column::Units), Wrong::NotANumber),
                (Cell::Line(1, Column::On), Wrong::FromTheFuture(day("2024-03-02"))),
                (Cell::Line(1, Column::Billed), Wrong::NotMoney),
                (Cell::Total(0), Wrong::NotMoney),
            ]
        );
    }

    #[test]
    fn a_draft_that_is_none_is_not_read() {
        for text in ["", "9\n", "0\nline\t0\tonly\n", "0\ntotal\t\t77\t1\n", "hello"] {
            assert_eq!(Grid::from_text(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_comes_back_from_its_draft(cells in prop::collection::vec(("[^\t\r\n]{0,12}", 0..8usize), 0..12)) {
            let mut grid = Grid::of(&bill()).with_row();
            for (at, (text, column)) in cells.into_iter().enumerate() {
                grid = grid.typed(Cell::Line(at % 3, Column::ALL[column]), text.clone()).typed(Cell::Total(at % 5), text);
            }
            prop_assert_eq!(Grid::from_text(&grid.to_text()), Some(grid.clone()));
            // No text that is typed is a panic, and what is refused is named.
            if let Err(wrong) = grid.read(&bill(), today()) {
                prop_assert!(!wrong.is_empty());
            }
        }
    }
}
