//! The plan's criteria in the appeal: each point that the record shows, with its words, and what is asked on open points.
//!
//! A point that is not met is neither argued nor admitted. The whole policy goes along.

use super::criteria::{self, Group, Sheet};
use super::gap::Unclaimed;
use super::pen::Pen;
use crate::case::grid::{Kind, Standing};
use crate::paper::{Block, Line, line};

/// The paragraphs that answer the criteria; none where no point was marked.
pub(super) fn argue(pen: &mut Pen) {
    let mut open: Vec<Line> = Vec::new();
    let mut number = 0;
    for sheet in criteria::sheets(pen).into_iter().filter(|sheet| sheet.looked_at) {
        for group in sheet.groups() {
            shown(pen, &sheet, &group, &mut number);
        }
        let points = (0..sheet.grid.pieces.len()).filter(|at| sheet.is_open(*at));
        open.extend(points.map(|at| line![sheet.quote(at)]));
        if sheet.grid.criteria().any(|(_, piece)| piece.is_shown().is_none()) {
            pen.leaves_out(Unclaimed::Criteria);
        }
    }
    if !open.is_empty() {
        let ask =
            "For each of these points, please tell me which record you looked at, and which record you would need:";
        pen.paragraph("grid-open-lead", line![ask]);
        pen.part("grid-open", Block::List { numbered: false, items: open });
    }
}

/// The points of a list that words show, and whether they make it whole.
fn shown(pen: &mut Pen, sheet: &Sheet, group: &Group, number: &mut usize) {
    let met = |at: &&usize| sheet.grid.pieces[**at].is_shown().is_some();
    let items: Vec<Line> = group.points.iter().filter(met).filter_map(|at| item(pen, sheet, *at)).collect();
    if items.is_empty() {
        return;
    }
    *number += 1;
    let said = sheet.asks(group);
    pen.paragraph(&format!("grid-lead-{number}"), said);
    pen.part(&format!("grid-{number}"), Block::List { numbered: false, items });
    let lists = group.points.iter().any(|at| sheet.grid.pieces[*at].kind == Kind::Lead);
    if let Some(lead) = group.lead.filter(|lead| !lists && sheet.grid.standing(*lead) == Standing::Met) {
        let whole = match sheet.grid.need(lead) {
            Some(_) if group.points.len() > 1 => "So this part of your criteria is met.",
            Some(_) | None => "So what this part of your criteria asks for is shown.",
        };
        pen.paragraph(&format!("grid-met-{number}"), line![whole]);
    }
}

/// A point in the plan's words, and the words that show it.
fn item(pen: &Pen, sheet: &Sheet, at: usize) -> Option<Line> {
    let shown = sheet.grid.pieces[at].is_shown()?;
    let own = if pen.for_another() { "In the words of the person who writes: " } else { "In my own words: " };
    let evidence = criteria::evidence(pen, shown, own);
    Some([line![sheet.quote(at), " "], evidence, end(&shown.words)].concat())
}

/// A full stop where the words do not end in one.
pub(super) fn end(words: &str) -> Line {
    if words.trim_end().ends_with(['.', '!', '?']) { Vec::new() } else { line!["."] }
}
