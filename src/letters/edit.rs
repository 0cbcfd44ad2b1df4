//! The person's own words in place of a drafted part, their own paragraphs, and their own order.
//!
//! What they kept of facts and law keeps its trace (`edit::link`).

pub mod link;

pub use link::{Stale, links, relinked, stale, updated};

use crate::case::Letter;
use crate::paper::{Block, Line, Paper, Part, Span, line_text};

/// The words of a part as they are offered for editing: one line for each line or item, without numbers.
#[must_use]
pub fn words(block: &Block) -> String {
    let lines: Vec<String> = match block {
        Block::Subject(rows) => rows.iter().map(|(label, line)| format!("{label}: {}", line_text(line))).collect(),
        Block::Table { rows, .. } => {
            rows.iter().map(|row| row.iter().map(|cell| line_text(cell)).collect::<Vec<_>>().join("; ")).collect()
        }
        Block::Address(_)
        | Block::Standing(_)
        | Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::List { .. }
        | Block::Signature(_) => block.lines().into_iter().map(|line| line_text(line)).collect(),
        Block::Quote(line) => vec![line_text(line)],
    };
    lines.join("\n")
}

/// What a person's own paragraph is named by, with a number behind it.
const OWN: &str = "own-";

/// The parts that stand where they stand in every letter: the head and the foot.
const FIXED: [&str; 11] = [
    "example",
    "sender",
    "date",
    "recipient",
    "subject",
    "salutation",
    "closing",
    "valediction",
    "signature",
    "enclosures-heading",
    "enclosures",
];

/// Where a part goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before the part that stands above it.
    Up,
    /// Behind the part that stands below it.
    Down,
}

/// A part that the person left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The part's key.
    pub part: String,
    /// The words that it has when it is put back.
    pub words: String,
}

/// Whether a part is a paragraph that the person added.
#[must_use]
pub fn is_own(part: &str) -> bool {
    part.starts_with(OWN)
}

/// Whether a part can move among the paragraphs.
#[must_use]
pub fn is_movable(part: &str) -> bool {
    !FIXED.contains(&part)
}

/// The key for the next paragraph that the person adds.
#[must_use]
pub fn next_own(letter: &Letter) -> String {
    let numbers = letter.edits.keys().filter_map(|key| key.strip_prefix(OWN)?.parse::<u32>().ok());
    format!("{OWN}{:02}", numbers.max().unwrap_or_default() + 1)
}

/// The parts' order after one of them moved; none where it cannot go there.
#[must_use]
pub fn moved(paper: &Paper, part: &str, way: Way) -> Option<Vec<String>> {
    let mut order: Vec<String> = paper.parts.iter().map(|part| part.key.clone()).collect();
    let at = order.iter().position(|key| key == part)?;
    let other = match way {
        Way::Up => at.checked_sub(1)?,
        Way::Down => at + 1,
    };
    let movable = |at: usize| order.get(at).is_some_and(|key| is_movable(key));
    (movable(at) && movable(other)).then(|| {
        order.swap(at, other);
        order
    })
}

/// What the person left out, with the words that it has when it is put back. `first` is the letter before all edits.
#[must_use]
pub fn left_out(letter: &Letter, first: &Paper) -> Vec<LeftOut> {
    let own = |key: &str| letter.edits.get(key).filter(|text| !text.trim().is_empty()).cloned();
    let drafted = first
        .parts
        .iter()
        .filter(|part| is_left_out(letter, &part.key))
        .map(|part| LeftOut { part: part.key.clone(), words: own(&part.key).unwrap_or_else(|| words(&part.block)) });
    let is_drafted = |key: &String| first.parts.iter().any(|part| part.key == *key);
    let added = letter.left_out.iter().filter(|key| !is_drafted(key));
    let added = added.filter_map(|key| own(key).map(|words| LeftOut { part: key.clone(), words }));
    drafted.chain(added).collect()
}

fn is_left_out(letter: &Letter, part: &str) -> bool {
    letter.left_out.contains(part) || letter.edits.get(part).is_some_and(|text| text.trim().is_empty())
}

/// The paper with the person's words, in the person's order; without the parts that they left out, and without headings
/// that have nothing under them.
#[must_use]
pub fn apply(paper: Paper, letter: &Letter) -> Paper {
    if letter.edits.is_empty() && letter.left_out.is_empty() && letter.order.is_empty() {
        return paper;
    }
    let elsewhere = link::sources(&paper);
    let kept: Vec<String> = paper.parts.iter().map(|part| part.key.clone()).collect();
    let mut parts: Vec<Part> = paper.parts.into_iter().filter_map(|part| edited(part, letter, &elsewhere)).collect();
    let orphans = letter.edits.iter().filter(|(key, _)| !kept.contains(key) && !is_left_out(letter, key));
    let orphans = orphans.map(|(key, text)| Part {
        key: key.clone(),
        block: Block::Paragraph(link::traced(text.trim(), &[], &elsewhere)),
        edited: true,
    });
    let (placed, unplaced): (Vec<Part>, Vec<Part>) = orphans.partition(|part| letter.order.contains(&part.key));
    parts.extend(placed);
    let mut parts = in_order(parts, &letter.order);
    // What the person added, and words that were written for a part which the facts no longer call for, stand at the end
    // until they are moved, so that none are lost.
    let at = parts.iter().position(|part| part.key == "closing").unwrap_or(parts.len());
    parts.splice(at..at, unplaced);
    let keys: Vec<String> = parts.iter().map(|part| part.key.clone()).collect();
    parts.retain(|part| part.key.strip_suffix("-heading").is_none_or(|section| has_content(section, &keys)));
    Paper { parts, ..paper }
}

/// The parts in this order; one that it does not name stays behind the part that it followed.
fn in_order(parts: Vec<Part>, order: &[String]) -> Vec<Part> {
    let place = |key: &str| order.iter().position(|held| held == key);
    let drafted: Vec<String> = parts.iter().map(|part| part.key.clone()).collect();
    let (mut named, others): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|part| place(&part.key).is_some());
    named.sort_by_key(|part| place(&part.key));
    for part in others {
        let before = drafted.iter().take_while(|key| **key != part.key).last();
        let behind = before.and_then(|before| named.iter().position(|held| held.key == *before));
        named.insert(behind.map_or(0, |at| at + 1), part);
    }
    named
}

fn has_content(section: &str, keys: &[String]) -> bool {
    keys.iter().any(|key| {
        key.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('-') && rest != "-heading")
    })
}

fn edited(part: Part, letter: &Letter, elsewhere: &[Span]) -> Option<Part> {
    if is_left_out(letter, &part.key) {
        return None;
    }
    let Some(text) = letter.edits.get(&part.key).map(|text| text.trim()) else { return Some(part) };
    if text == words(&part.block).trim() {
        return Some(part);
    }
    Some(Part { key: part.key, block: own(&part.block, text, elsewhere), edited: true })
}

/// A block of the same kind with the person's words.
fn own(block: &Block, text: &str, elsewhere: &[Span]) -> Block {
    let known: Vec<Span> = block.lines().into_iter().flatten().cloned().collect();
    let line = |text: &str| link::traced(text, &known, elsewhere);
    let lines = || text.lines().map(str::trim).filter(|row| !row.is_empty()).map(line).collect();
    match block {
        Block::Address(_) => Block::Address(lines()),
        Block::List { numbered, .. } => Block::List { numbered: *numbered, items: lines() },
        Block::Subject(_) => subject(text, line),
        Block::Standing(_) => Block::Standing(line(text)),
        Block::Heading { level, .. } => Block::Heading { level: *level, line: line(text) },
        Block::Signature(_) => Block::Signature(line(text)),
        // Words set off as somebody else's are theirs no longer once they were changed.
        Block::Paragraph(_) | Block::Quote(_) | Block::Table { .. } => Block::Paragraph(line(text)),
    }
}

/// Rows of label and value, or plain lines where a row lacks its label.
fn subject(text: &str, line: impl Fn(&str) -> Line) -> Block {
    let rows: Vec<&str> = text.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
    let labelled: Option<Vec<(&str, &str)>> = rows.iter().map(|row| row.split_once(": ")).collect();
    match labelled {
        Some(rows) => Block::Subject(rows.into_iter().map(|(label, row)| (label.to_owned(), line(row))).collect()),
        None => Block::Address(rows.into_iter().map(line).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Case, CaseId, Change, Fact, Number, Provenance};
    use crate::civil::Date;
    use crate::kinds::{Field, LetterKind};
    use crate::paper::line;

    fn today() -> Date {
        "2024-02-01".parse().expect("a real day")
    }

    fn claim() -> Span {
        let from = Provenance::Statement { on: today() };
        Span::fact(Field::ClaimNumber, &Fact { value: (), from }, "CLM-7")
    }

    fn paper() -> Paper {
        let parts = vec![
            Part::new("salutation", Block::Standing(line!["To the office:"])),
            Part::new("why-heading", Block::Heading { level: 2, line: line!["Why"] }),
            Part::new("why-plan", Block::Paragraph(line!["See claim ", claim(), "."])),
            Part::new("ask", Block::List { numbered: true, items: vec![line!["Pay."], line!["Write."]] }),
            Part::new("closing", Block::Paragraph(line!["Thank you."])),
        ];
        Paper { title: "Test".to_owned(), date: today(), parts }
    }

    const LETTER: Number = Number(3);

    fn edited(part: &str, text: &str) -> Change {
        Change::PartEdited { letter: LETTER, part: part.to_owned(), text: text.to_owned(), links: Vec::new() }
    }

    fn letter(changes: Vec<Change>) -> Letter {
        let begun = Change::LetterBegun { kind: LetterKind::L01, about_call: None };
        let case = Case::open(CaseId("c1".to_owned()), today());
        let changed = |case: Case, change| case.apply(change, today()).expect("it fits");
        let case = [begun].into_iter().chain(changes).fold(case, changed);
        case.letter(LETTER).expect("it was begun").clone()
    }

    fn check(changes: Vec<Change>, expected: &str) {
        assert_eq!(apply(paper(), &letter(changes)).text(), format!("To the office:\n\n{expected}"));
    }

    #[test]
    fn a_heading_goes_with_the_last_of_its_parts() {
        check(vec![edited("why-plan", "")], "1. Pay.\n2. Write.\n\nThank you.\n");
        let out = Change::PartLeftOut { letter: LETTER, part: "why-plan".to_owned() };
        check(vec![out], "1. Pay.\n2. Write.\n\nThank you.\n");
    }

    #[test]
    fn words_written_for_a_part_that_is_gone_are_kept() {
        let changes = vec![edited("why-code", "Keep me."), edited("why-plan", " ")];
        check(changes, "WHY\n\n1. Pay.\n2. Write.\n\nKeep me.\n\nThank you.\n");
    }

    #[test]
    fn a_part_moves_among_the_paragraphs_and_never_past_head_or_foot() {
        let up = |part: &str| moved(&paper(), part, Way::Up);
        assert_eq!(up("why-heading"), None);
        assert_eq!(moved(&paper(), "ask", Way::Down), None);
        assert_eq!(moved(&paper(), "closing", Way::Up), None);
        let order = up("ask").expect("it can move up");
        let changes = vec![Change::PartsOrdered { letter: LETTER, order }, edited("own-01", "I was ill.")];
        check(changes, "WHY\n\n1. Pay.\n2. Write.\n\nSee claim CLM-7.\n\nI was ill.\n\nThank you.\n");
    }

    #[test]
    fn what_was_left_out_can_be_put_back_with_its_words() {
        let out = |part: &str| Change::PartLeftOut { letter: LETTER, part: part.to_owned() };
        let back = |part: &str| Change::PartPutBack { letter: LETTER, part: part.to_owned() };
        let words = |part: &str, words: &str| LeftOut { part: part.to_owned(), words: words.to_owned() };
        let changes =
            vec![edited("own-01", "I was ill."), out("own-01"), edited("ask", "Pay it."), out("ask"), out("closing")];
        let held = letter(changes.clone());
        let expected = [words("ask", "Pay it."), words("closing", "Thank you."), words("own-01", "I was ill.")];
        assert_eq!(left_out(&held, &paper()), expected);
        assert_eq!(next_own(&held), "own-02");
        let changes = changes.into_iter().chain([back("ask"), back("own-01"), back("closing")]).collect();
        check(changes, "WHY\n\nSee claim CLM-7.\n\n1. Pay it.\n\nI was ill.\n\nThank you.\n");
    }

    #[test]
    fn facts_keep_their_trace_wherever_they_stand() {
        let letter = letter(vec![edited("why-plan", "I mean CLM-7, not CLM-71."), edited("own-01", "About CLM-7.")]);
        let paper = apply(paper(), &letter);
        let part = |key: &str| paper.parts.iter().find(|part| part.key == key).expect("it is there");
        let own = |words: &str| Span::Own(words.to_owned());
        assert!(part("why-plan").edited);
        let expected = line![own("I mean "), claim(), own(", not CLM-71.")];
        assert_eq!(part("why-plan").block, Block::Paragraph(expected));
        assert_eq!(part("own-01").block, Block::Paragraph(line![own("About "), claim(), own(".")]));
    }

    #[test]
    fn words_left_as_drafted_are_no_edit() {
        let block = &paper().parts[3].block;
        let letter = letter(vec![edited("ask", &words(block))]);
        assert_eq!(apply(paper(), &letter), paper());
    }

    #[test]
    fn a_fact_that_changed_is_offered_in_the_edited_words() {
        let text = "I mean CLM-7, not CLM-71.";
        let held = links("why-plan", text, &paper());
        assert_eq!(held.len(), 1);
        let change =
            Change::PartEdited { letter: LETTER, part: "why-plan".to_owned(), text: text.to_owned(), links: held };
        let letter = letter(vec![change]);
        let case = Case::open(CaseId("c1".to_owned()), today());
        assert_eq!(stale(&letter, &paper(), &case), []);
        let mut now = paper();
        let from = Provenance::Statement { on: today() };
        let claim = Span::fact(Field::ClaimNumber, &Fact { value: (), from }, "CLM-8");
        now.parts[2].block = Block::Paragraph(line!["See claim ", claim, "."]);
        let found = stale(&letter, &now, &case);
        let expected = Stale {
            part: "why-plan".to_owned(),
            field: Field::ClaimNumber,
            was: "CLM-7".to_owned(),
            now: Some("CLM-8".to_owned()),
        };
        assert_eq!(found, [expected]);
        assert_eq!(updated(text, &found[0]), "I mean CLM-8, not CLM-71.");
        now.parts.remove(2);
        assert_eq!(stale(&letter, &now, &case)[0].now, None, "the fact was taken back");
    }
}
