//! Whether the patient of a paper is that of the case.
//!
//! Order, commas, capitals and initials make no other person. Where one name is a part of the other, nothing is asked.

use std::collections::BTreeSet;

use super::{Kind, Question, Settles, question};
use crate::case::{Case, Statement};
use crate::kinds::Field;

pub(super) fn patient(statement: &Statement, case: &Case) -> Option<Question> {
    let paper = statement.facts.get(Field::Patient)?.value.as_text()?;
    let known = case.text(Field::Patient)?.value;
    let (one, other) = (parts(paper), parts(known));
    let same = one.is_subset(&other) || other.is_subset(&one);
    let kind = Kind::OtherPatient { paper: paper.to_owned(), case: known.to_owned() };
    (!same).then(|| question(statement, kind, Vec::new(), Settles::Office))
}

/// The words of a name in small letters, without initials.
fn parts(name: &str) -> BTreeSet<String> {
    let words = name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-')));
    let words = words.map(|word| word.replace('\u{2019}', "'").to_lowercase());
    words.filter(|word| word.chars().count() > 1).collect()
}
