//! The lines of one side, bills or explanations of benefits, as they are compared.

use std::collections::BTreeSet;

use crate::case::{At, Statement, StatementLine};
use crate::civil::Date;
use crate::kinds::Field;

/// A line as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Node<'c> {
    pub at: At,
    pub line: &'c StatementLine,
    /// Its first day; that of the paper where the paper names a single one.
    pub on: Option<Date>,
    /// Its last day.
    pub last: Option<Date>,
    /// The code without modifiers, in capitals; may be empty.
    pub code: String,
    /// The modifiers.
    pub modifiers: BTreeSet<String>,
    pub billed: Option<i64>,
}

/// All lines of these papers.
pub(super) fn nodes<'c>(statements: &[&'c Statement]) -> Vec<Node<'c>> {
    let of = |statement: &&'c Statement| {
        let statement = *statement;
        let single = statement.service.as_ref().filter(|service| service.first == service.last);
        let day = single.map(|service| service.first);
        statement.lines.iter().enumerate().map(move |(line, held)| node(statement, line, held, day))
    };
    statements.iter().flat_map(of).collect()
}

fn node<'c>(statement: &'c Statement, at: usize, line: &'c StatementLine, day: Option<Date>) -> Node<'c> {
    let (code, attached) = parted(&line.code);
    let on = line.on.or(day);
    Node {
        at: At { statement: statement.number, line: at },
        line,
        on,
        last: line.detail.last.or(on),
        code,
        modifiers: line.detail.modifiers.iter().map(|modifier| modifier.to_ascii_uppercase()).chain(attached).collect(),
        billed: line.billed.map(|cents| cents.0),
    }
}

/// A code and the modifiers that are printed with it, as in `99213-25`.
fn parted(printed: &str) -> (String, Vec<String>) {
    let upper = printed.trim().to_ascii_uppercase();
    let mut parts = upper.split(['-', ' ']);
    let code = parts.next().unwrap_or_default().to_owned();
    let modifiers: Vec<String> = parts.map(ToOwned::to_owned).collect();
    let all_short = modifiers.iter().all(|modifier| modifier.len() == 2);
    // A drug's number has hyphens of its own.
    if code.len() == 5 && all_short { (code, modifiers) } else { (upper.clone(), Vec::new()) }
}

/// The words of a description, in small letters, without short ones.
pub(super) fn words(what: &str) -> BTreeSet<String> {
    let words = what.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 2).collect()
}

/// Whether two papers may be from the same office: a name that both hold.
pub(super) fn same_office(one: &Statement, other: &Statement) -> bool {
    let names = |statement: &Statement| -> BTreeSet<String> {
        let held = [Field::Biller, Field::Provider].into_iter().filter_map(|field| statement.facts.get(field));
        held.filter_map(|fact| fact.value.as_text())
            .flat_map(words)
            .filter(|word| !COMMON.contains(&word.as_str()))
            .collect()
    };
    !names(one).is_disjoint(&names(other))
}

/// Words that many offices have in their names.
const COMMON: [&str; 16] = [
    "medical",
    "center",
    "hospital",
    "health",
    "care",
    "clinic",
    "group",
    "services",
    "the",
    "and",
    "associates",
    "inc",
    "llc",
    "physicians",
    "family",
    "provider",
];
