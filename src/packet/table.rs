//! Tables: how wide each column is, and rows as strips under a head that is repeated.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use krilla::tagging::Tag;

use super::flow::{Ink, Setter, WIDTH};
use super::tags::{self, TagAt};
use super::typeface::{Face, SetLine, Style, Widths, has_ink};

const CELL: Style = Style { face: Face::Regular, size: 9.5, leading: 13.0 };
const HEAD: Style = Style { face: Face::Bold, ..CELL };
const BETWEEN_COLUMNS: f32 = 12.0;
const ABOVE_ROW: f32 = 4.0;
const BELOW_ROW: f32 = 4.0;
/// No column takes more than this share while another still wants room.
const LARGEST_SHARE: f32 = 0.45;
/// Rows of up to this many lines are not divided.
const SHORT_ROW: usize = 12;

/// Sets a table: its head, which `pages` repeats, and its rows.
pub fn set(setter: &mut Setter<'_>, root: TagAt, head: &[String], rows: &[Vec<String>]) {
    let head: Vec<String> = head.iter().map(|name| setter.printable(name)).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| setter.printable(cell)).collect()).collect();
    let columns = columns(&widths(setter, &head, &rows));
    let table = setter.flow.tags.under(root, Tag::Table);

    let first = setter.strips.len();
    let head_tag = setter.flow.tags.under(table, Tag::THead);
    row(setter, head_tag, &head, HEAD, &columns);
    setter.keep_all(first);
    if let Some(last) = setter.strips.last_mut() {
        last.keep = true;
    }
    let number = setter.flow.heads.len();
    setter.flow.heads.push(setter.strips.iter().skip(first).cloned().collect());

    let body = setter.flow.tags.under(table, Tag::TBody);
    for cells in rows.iter().filter(|cells| cells.iter().any(|cell| has_ink(cell))) {
        let first = setter.strips.len();
        row(setter, body, cells, CELL, &columns);
        if setter.strips.len() - first <= SHORT_ROW {
            setter.keep_all(first);
        } else {
            setter.no_widows(first);
        }
        for strip in setter.strips.iter_mut().skip(first) {
            strip.table = Some(number);
        }
    }
}

/// A row and the hairline below it.
fn row(setter: &mut Setter<'_>, parent: TagAt, cells: &[String], style: Style, columns: &[f32]) {
    let tag = setter.flow.tags.under(parent, Tag::TR);
    let mut left = 0.0;
    let mut abreast: Vec<(TagAt, Vec<SetLine>, f32)> = Vec::new();
    for (cell, width) in cells.iter().zip(columns) {
        let kind = match style.face {
            Face::Bold => tags::column_head(),
            Face::Regular => Tag::TD.into(),
        };
        abreast.push((setter.flow.tags.under(tag, kind), setter.typeface.lines(cell, style, *width), left));
        left += width + BETWEEN_COLUMNS;
    }
    let first = setter.strips.len();
    setter.abreast(abreast);
    let Some([.., last]) = setter.strips.get_mut(first..) else { return };
    last.ink.push(Ink::Rule { left: 0.0, down: last.height + BELOW_ROW, width: WIDTH });
    last.height += BELOW_ROW;
    if let Some(strip) = setter.strips.get_mut(first) {
        strip.gap = ABOVE_ROW;
    }
}

fn widths(setter: &mut Setter<'_>, head: &[String], rows: &[Vec<String>]) -> Vec<Widths> {
    let mut widths: Vec<Widths> = head.iter().map(|name| setter.typeface.widths(name, HEAD)).collect();
    for row in rows {
        for (column, cell) in widths.iter_mut().zip(row) {
            let cell = setter.typeface.widths(cell, CELL);
            column.least = column.least.max(cell.least);
            column.most = column.most.max(cell.most);
        }
    }
    widths
}

/// How wide each column is, the whole width together.
fn columns(wanted: &[Widths]) -> Vec<f32> {
    let gaps: f32 = wanted.iter().skip(1).map(|_| BETWEEN_COLUMNS).sum();
    let room = WIDTH - gaps;
    let least: Vec<f32> = wanted.iter().map(|column| column.least).collect();
    let fair: Vec<f32> = wanted.iter().map(|column| column.most.min(room * LARGEST_SHARE).max(column.least)).collect();
    let most: Vec<f32> = wanted.iter().map(|column| column.most).collect();
    let (least_sum, fair_sum, most_sum) = (sum(&least), sum(&fair), sum(&most));
    if least_sum >= room {
        // Words too long for any division: each column gives in proportion, and the words are broken.
        least.iter().map(|least| least * room / least_sum).collect()
    } else if fair_sum >= room {
        between(&least, &fair, (room - least_sum) / (fair_sum - least_sum))
    } else if most_sum >= room {
        between(&fair, &most, (room - fair_sum) / (most_sum - fair_sum))
    } else if most_sum > 0.0 {
        most.iter().map(|most| most * room / most_sum).collect()
    } else {
        most
    }
}

fn between(low: &[f32], high: &[f32], share: f32) -> Vec<f32> {
    low.iter().zip(high).map(|(low, high)| low + (high - low) * share).collect()
}

fn sum(widths: &[f32]) -> f32 {
    widths.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wanted: &[(f32, f32)], narrowest: f32) {
        let wanted: Vec<Widths> = wanted.iter().map(|(least, most)| Widths { least: *least, most: *most }).collect();
        let columns = columns(&wanted);
        let gaps: f32 = columns.iter().skip(1).map(|_| BETWEEN_COLUMNS).sum();
        assert!((sum(&columns) + gaps - WIDTH).abs() < 0.01, "{columns:?}");
        assert!(columns.iter().all(|column| *column >= narrowest), "{columns:?}");
    }

    #[test]
    fn columns_fill_the_page_and_none_starves() {
        check(&[(10.0, 20.0), (10.0, 30.0)], 100.0);
        check(&[(30.0, 70.0), (40.0, 5000.0)], 70.0);
        check(&[(30.0, 70.0), (40.0, 5000.0), (40.0, 3000.0), (30.0, 60.0)], 45.0);
        check(&[(900.0, 900.0), (100.0, 900.0)], 40.0);
    }
}
