//! Facts in the person's own words: found again where they stand as they are printed, and offered anew when they changed in
//! the case.

use std::cmp::Reverse;

use crate::case::{Case, Letter, Link};
use crate::kinds::Field;
use crate::letters::pen::printed;
use crate::paper::{Line, Paper, Span};

/// Shorter facts of other parts, such as a count, are too easily met by chance to be taken for the fact.
const LONG_ENOUGH: usize = 4;

/// A fact in the person's own words that is another in the case by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The part's key.
    pub part: String,
    /// Which fact.
    pub field: Field,
    /// As it stands in the words.
    pub was: String,
    /// As it is now; none where it was taken back.
    pub now: Option<String>,
}

/// Every fact, quote and law of the paper, each once.
pub(super) fn sources(paper: &Paper) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for span in paper.parts.iter().flat_map(|part| part.block.lines()).flatten() {
        if has_origin(span) && found.iter().all(|held| held.printed() != span.printed()) {
            found.push(span.clone());
        }
    }
    found
}

fn has_origin(span: &Span) -> bool {
    match span {
        Span::Fact(_) | Span::Quote(_) | Span::Law { .. } => !span.printed().is_empty(),
        Span::Plain(_) | Span::Own(_) => false,
    }
}

/// The person's words, in which facts, quotes and law that they left as they were keep their origin: those of the part
/// itself, and the longer ones of the whole letter.
pub(super) fn traced(text: &str, own: &[Span], elsewhere: &[Span]) -> Line {
    let near = own.iter().filter(|span| has_origin(span)).map(|span| (span, span.printed()));
    let far = elsewhere.iter().map(|span| (span, span.printed()));
    let known: Vec<(&Span, String)> =
        near.chain(far.filter(|(_, printed)| printed.chars().count() >= LONG_ENOUGH)).collect();
    let mut line = Line::new();
    let mut rest = text;
    while let Some((at, span, length)) = first(rest, &known) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            line.push(Span::Own(before.to_owned()));
        }
        line.push(span.clone());
        rest = from.split_at(length).1;
    }
    if !rest.is_empty() {
        line.push(Span::Own(rest.to_owned()));
    }
    line
}

/// The first of the known words in the text, the longest where several begin there.
fn first<'a>(text: &str, known: &[(&'a Span, String)]) -> Option<(usize, &'a Span, usize)> {
    let found = known.iter().filter_map(|(span, words)| Some((place(text, words)?, *span, words.len())));
    found.min_by_key(|(at, _, length)| (*at, Reverse(*length)))
}

/// Where the words stand in the text, and not as a piece of a longer word or number.
fn place(text: &str, words: &str) -> Option<usize> {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone = |at: usize| {
        let (before, from) = text.split_at(at);
        !joins(before.chars().next_back()) && !joins(from.split_at(words.len()).1.chars().next())
    };
    if words.is_empty() { None } else { text.match_indices(words).map(|(at, _)| at).find(|at| alone(*at)) }
}

/// The facts that stand in words kept for a part, with what tells them apart. `first` is the letter before all edits.
#[must_use]
pub fn links(part: &str, text: &str, first: &Paper) -> Vec<Link> {
    let of_the_part = printed_facts(first, Some(part));
    let near = |words: &str| of_the_part.iter().any(|(_, held)| held == words);
    let all = printed_facts(first, None);
    let nth = |at: usize, field: Field| all.iter().take(at).filter(|(held, _)| *held == field).count();
    let stands = |words: &str| place(text, words).is_some() && (near(words) || words.chars().count() >= LONG_ENOUGH);
    let found = all.iter().enumerate().filter(|(_, (_, words))| stands(words));
    found
        .map(|(at, (field, words))| Link {
            field: *field,
            words: words.clone(),
            nth: u32::try_from(nth(at, *field)).unwrap_or(u32::MAX),
        })
        .collect()
}

/// The same for words that were kept before: a fact that changed meanwhile stays linked while its old words stand there, so
/// that it is still offered.
#[must_use]
pub fn relinked(letter: &Letter, part: &str, text: &str, first: &Paper) -> Vec<Link> {
    let mut found = links(part, text, first);
    let held = letter.links.get(part).into_iter().flatten();
    let held: Vec<Link> =
        held.filter(|link| place(text, &link.words).is_some() && !found.contains(link)).cloned().collect();
    found.extend(held);
    found
}

/// The fields that the paper prints, or one part of it, and how; each once.
fn printed_facts(paper: &Paper, part: Option<&str>) -> Vec<(Field, String)> {
    let mut found: Vec<(Field, String)> = Vec::new();
    let parts = paper.parts.iter().filter(|held| part.is_none_or(|part| held.key == part));
    for span in parts.flat_map(|part| part.block.lines()).flatten() {
        let field = match span {
            Span::Fact(traced) | Span::Quote(traced) => traced.field(),
            Span::Plain(_) | Span::Own(_) | Span::Law { .. } => None,
        };
        let fact = field.map(|field| (field, span.printed())).filter(|(_, words)| !words.is_empty());
        found.extend(fact.filter(|fact| !found.contains(fact)));
    }
    found
}

/// The facts in the person's own words that are others in the case by now. `first` is the letter before all edits.
#[must_use]
pub fn stale(letter: &Letter, first: &Paper, case: &Case) -> Vec<Stale> {
    let facts = printed_facts(first, None);
    let shown = letter.links.iter().filter(|(part, _)| !letter.left_out.contains(*part));
    let worded = shown.filter_map(|(part, links)| Some((part, letter.edits.get(part)?, links)));
    let found = worded.flat_map(|(part, text, links)| {
        let standing = links.iter().filter(|link| place(text, &link.words).is_some());
        standing
            .filter(|link| !stands(link, &facts, case))
            .map(|link| Stale {
                part: part.clone(),
                field: link.field,
                was: link.words.clone(),
                now: now(link, &facts, case),
            })
            .collect::<Vec<_>>()
    });
    found.collect()
}

/// Whether the fact is still what it was, as far as the letter and the case tell.
fn stands(link: &Link, facts: &[(Field, String)], case: &Case) -> bool {
    let is_printed = facts.iter().any(|(field, words)| *field == link.field && *words == link.words);
    // The letter may print it no longer, or only a piece of it.
    is_printed
        || whole(link, case).is_some_and(|held| place(&held, unquoted(&link.words).unwrap_or(&link.words)).is_some())
}

/// The fact as it is now, printed as it was; none where it was taken back.
fn now(link: &Link, facts: &[(Field, String)], case: &Case) -> Option<String> {
    let mut printings = facts.iter().filter(|(field, _)| *field == link.field).map(|(_, words)| words).peekable();
    if printings.peek().is_some() {
        return printings.nth(usize::try_from(link.nth).ok()?).cloned();
    }
    let held = whole(link, case).filter(|_| link.nth == 0)?;
    Some(if unquoted(&link.words).is_some() { format!("\u{201c}{held}\u{201d}") } else { held })
}

/// The whole fact as the case has it.
fn whole(link: &Link, case: &Case) -> Option<String> {
    case.denial_fact(link.field).and_then(|fact| printed(&fact.value))
}

fn unquoted(words: &str) -> Option<&str> {
    words.strip_prefix('\u{201c}')?.strip_suffix('\u{201d}')
}

/// The words with the fact as it is now. Without one they stay as they are.
#[must_use]
pub fn updated(text: &str, stale: &Stale) -> String {
    let Some(now) = &stale.now else { return text.to_owned() };
    let mut whole = String::new();
    let mut rest = text;
    while let Some(at) = place(rest, &stale.was) {
        let (before, from) = rest.split_at(at);
        whole.push_str(before);
        whole.push_str(now);
        rest = from.split_at(stale.was.len()).1;
    }
    whole + rest
}
