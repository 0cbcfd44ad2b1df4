//! The person's own words in place of a drafted part. What they kept of facts and law keeps its trace.

use std::collections::BTreeMap;

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

/// The paper with the person's words; parts that they emptied are left out, and headings with nothing under them too.
#[must_use]
pub fn apply(paper: Paper, edits: &BTreeMap<String, String>) -> Paper {
    let kept: Vec<String> = paper.parts.iter().map(|part| part.key.clone()).collect();
    let mut parts: Vec<Part> = paper.parts.into_iter().filter_map(|part| edited(part, edits)).collect();
    // Words that were written for a part which the facts no longer call for stand at the end, so that none are lost.
    let at = parts.iter().position(|part| part.key == "closing").unwrap_or(parts.len());
    let orphans = edits.iter().filter(|(key, text)| !kept.contains(key) && !text.trim().is_empty());
    let orphans = orphans.map(|(key, text)| Part {
        key: key.clone(),
        block: Block::Paragraph(vec![Span::Own(text.trim().to_owned())]),
        edited: true,
    });
    parts.splice(at..at, orphans);
    let keys: Vec<String> = parts.iter().map(|part| part.key.clone()).collect();
    parts.retain(|part| part.key.strip_suffix("-heading").is_none_or(|section| has_content(section, &keys)));
    Paper { parts, ..paper }
}

fn has_content(section: &str, keys: &[String]) -> bool {
    keys.iter().any(|key| {
        key.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('-') && rest != "-heading")
    })
}

fn edited(part: Part, edits: &BTreeMap<String, String>) -> Option<Part> {
    let Some(text) = edits.get(&part.key).map(|text| text.trim()) else { return Some(part) };
    if text.is_empty() {
        return None;
    }
    if text == words(&part.block).trim() {
        return Some(part);
    }
    Some(Part { key: part.key, block: own(&part.block, text), edited: true })
}

/// A block of the same kind with the person's words.
fn own(block: &Block, text: &str) -> Block {
    let known: Vec<&Span> = block.lines().into_iter().flatten().collect();
    let line = |text: &str| traced(text, &known);
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

/// The person's words, in which facts, quotes and law that they left as they were keep their origin.
fn traced(text: &str, known: &[&Span]) -> Line {
    let mut line = Line::new();
    let mut rest = text;
    for span in known {
        let printed = match span {
            Span::Fact(_) | Span::Quote(_) | Span::Law { .. } => span.printed(),
            Span::Plain(_) | Span::Own(_) => continue,
        };
        if let Some((before, after)) = rest.split_once(printed.as_str()).filter(|around| stands_alone(*around)) {
            if !before.is_empty() {
                line.push(Span::Own(before.to_owned()));
            }
            line.push((*span).clone());
            rest = after;
        }
    }
    if !rest.is_empty() {
        line.push(Span::Own(rest.to_owned()));
    }
    line
}

/// Whether what stands between the two is not a piece of a longer word or number.
fn stands_alone((before, after): (&str, &str)) -> bool {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !joins(before.chars().next_back()) && !joins(after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Fact, Provenance};
    use crate::kinds::Field;
    use crate::paper::line;

    fn claim() -> Span {
        let from = Provenance::Statement { on: "2024-02-01".parse().expect("a real day") };
        Span::fact(Field::ClaimNumber, &Fact { value: (), from }, "CLM-7")
    }

    fn paper() -> Paper {
        let date = "2024-02-01".parse().expect("a real day");
        let parts = vec![
            Part::new("why-heading", Block::Heading { level: 2, line: line!["Why"] }),
            Part::new("why-plan", Block::Paragraph(line!["See claim ", claim(), "."])),
            Part::new("ask", Block::List { numbered: true, items: vec![line!["Pay."], line!["Write."]] }),
            Part::new("closing", Block::Paragraph(line!["Thank you."])),
        ];
        Paper { title: "Test".to_owned(), date, parts }
    }

    fn check(edits: &[(&str, &str)], expected: &str) {
        let edits = edits.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        assert_eq!(apply(paper(), &edits).text(), expected);
    }

    #[test]
    fn a_heading_goes_with_the_last_of_its_parts() {
        check(&[("why-plan", "")], "1. Pay.\n2. Write.\n\nThank you.\n");
    }

    #[test]
    fn words_written_for_a_part_that_is_gone_are_kept() {
        check(&[("why-code", "Keep me."), ("why-plan", " ")], "WHY\n\n1. Pay.\n2. Write.\n\nKeep me.\n\nThank you.\n");
    }

    #[test]
    fn a_fact_that_was_left_as_it_is_keeps_its_trace() {
        let edits = BTreeMap::from([("why-plan".to_owned(), "I mean CLM-7, not CLM-71.".to_owned())]);
        let part = &apply(paper(), &edits).parts[1];
        let expected = line![Span::Own("I mean ".to_owned()), claim(), Span::Own(", not CLM-71.".to_owned())];
        assert!(part.edited);
        assert_eq!(part.block, Block::Paragraph(expected));
    }

    #[test]
    fn words_left_as_drafted_are_no_edit() {
        let block = &paper().parts[2].block;
        let edits = BTreeMap::from([("ask".to_owned(), words(block))]);
        assert_eq!(apply(paper(), &edits), paper());
    }
}
