//! What the text says about coverage, rights and whether care was given. Hints help to answer; they are no facts.
//!
//! Knows no law: that a right is not mentioned does not mean that it is not there.

use super::{About, Candidate, Doubt, Hint};
use crate::case::Value;
use crate::case::fact::Choice;
use crate::importers::sheet::Sheet;
use crate::kinds::{Field, Timing};

const TURNS: &[(&str, About)] = &[
    ("explanation of benefits", About::Eob),
    ("self-funded", About::SelfFunded),
    ("self-insured", About::SelfFunded),
    ("self funded", About::SelfFunded),
    ("self insured", About::SelfFunded),
    ("administered by", About::AdministeredBy),
    ("claims administrator", About::AdministeredBy),
    ("third party administrator", About::AdministeredBy),
    ("third-party administrator", About::AdministeredBy),
    ("on behalf of", About::AdministeredBy),
    ("administrative services only", About::AdministeredBy),
    ("insured by", About::InsuredBy),
    ("underwritten by", About::InsuredBy),
    ("fully insured", About::InsuredBy),
    ("erisa", About::Erisa),
    ("502(a", About::Erisa),
    ("employee retirement income security act", About::Erisa),
    ("marketplace", About::Marketplace),
    ("healthcare.gov", About::Marketplace),
    ("covered california", About::Marketplace),
    ("medicaid", About::Medicaid),
    ("medi-cal", About::Medicaid),
    ("medicare advantage", About::MedicareAdvantage),
    ("part d", About::PartD),
    ("medicare", About::Medicare),
    ("fehb", About::Fehb),
    ("federal employees health benefits", About::Fehb),
    ("tricare", About::Tricare),
    ("external review", About::ExternalReview),
    ("independent review", About::ExternalReview),
    ("independent external review", About::ExternalReview),
    ("independent medical review", About::ExternalReview),
    ("expedited", About::Expedited),
    ("urgent appeal", About::Expedited),
    ("fast appeal", About::Expedited),
    ("72 hours", About::Expedited),
    ("free of charge", About::FreeCopies),
    ("free copies", About::FreeCopies),
    ("at no cost", About::FreeCopies),
];

/// Hints, one of each kind, and from what the stated window counts.
pub(super) fn all(sheet: &Sheet, found: &[Candidate]) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let mut at = 0;
    while at < sheet.words.len() {
        let longest = TURNS.iter().filter_map(|(turn, about)| Some((sheet.phrase(at, turn)?, *about))).max();
        let Some((end, about)) = longest else {
            at += 1;
            continue;
        };
        if hints.iter().all(|hint| hint.about != about) && !is_language_line(sheet, at) {
            hints.push(hint(sheet, about, sheet.trimmed(&(at..end))));
        }
        at = end;
    }
    let window = found.iter().filter(|one| one.field == Field::StatedWindow).max_by_key(|one| one.strength);
    if let Some(window) = window {
        let words = sheet.verbatim(&window.at).to_lowercase();
        let receipt = words.contains("receiv") || words.contains("receipt") || words.contains("you get");
        let notice =
            ["notice", "letter", "date", "decision", "denial", "mailed"].iter().any(|word| words.contains(word));
        if receipt || notice {
            let about = if receipt { About::CountsFromReceipt } else { About::CountsFromNotice };
            hints.push(hint(sheet, about, window.at.clone()));
        }
    }
    hints
}

fn hint(sheet: &Sheet, about: About, at: std::ops::Range<usize>) -> Hint {
    Hint { about, words: sheet.verbatim(&at).to_owned(), at }
}

/// "Language help is free of charge" says nothing about the file.
fn is_language_line(sheet: &Sheet, at: usize) -> bool {
    let sentence = sheet.sentence(at);
    sheet.any(&sentence, &["language", "interpreter", "tty", "idioma"]).is_some()
}

const AFTER_CARE: [&str; 22] = [
    "performed on",
    "services performed",
    "services rendered",
    "rendered on",
    "provided on",
    "services you received",
    "service you received",
    "care you received",
    "you received on",
    "services received",
    "date of service",
    "dates of service",
    "dos",
    "amount billed",
    "total billed",
    "billed amount",
    "explanation of benefits",
    "claim for",
    "your claim has been",
    "was performed",
    "date filled",
    "service date",
];
const BEFORE_CARE: [&str; 22] = [
    "request for prior authorization",
    "prior authorization request",
    "request for authorization",
    "pre-service",
    "requested service",
    "requested services",
    "service requested",
    "services requested",
    "proposed",
    "request for coverage",
    "pre-authorization request",
    "drug requested",
    "requested drug",
    "medication requested",
    "requested medication",
    "request for the",
    "planned date of service",
    "requested date of service",
    "scheduled for",
    "has been requested",
    "request for",
    "treatment requested",
];
const CUT_SHORT: [&str; 10] = [
    "concurrent review",
    "continued stay",
    "no longer approve",
    "no longer approved",
    "coverage will end",
    "will end on",
    "last covered day",
    "additional days",
    "continued stay review",
    "ongoing course of treatment",
];

/// Whether care was given, with the words that say so. Two that contradict each other are in doubt.
pub(super) fn timing(sheet: &Sheet, found: &mut Vec<Candidate>) {
    let whole = 0..sheet.words.len();
    let before_appeals = sheet
        .any(&whole, &["your appeal rights", "appeal rights", "right to appeal", "how to appeal", "you can appeal"])
        .map_or(whole.end, |words| words.start);
    let about_case = 0..before_appeals;
    let cut = sheet.any(&about_case, &CUT_SHORT);
    let ahead = |words: &std::ops::Range<usize>| {
        matches!(sheet.key(words.start.wrapping_sub(1)), "planned" | "proposed" | "requested" | "scheduled")
    };
    let given = about_case
        .clone()
        .find_map(|at| sheet.any(&(at..at + 1 + 4), &AFTER_CARE).filter(|words| words.start == at && !ahead(words)));
    let asked = sheet.any(&about_case, &BEFORE_CARE);
    let both = cut.is_none() && given.is_some() && asked.is_some();
    let planned = both
        && sheet.any(&about_case, &["pre-service", "proposed", "scheduled for", "planned date of service"]).is_some();
    let billed = found.iter().any(|one| matches!(one.field, Field::Billed | Field::PatientShare));
    let doubt = both.then_some(Doubt::Role);
    let mut push = |timing, words: Option<std::ops::Range<usize>>, strength, doubt| {
        if let Some(words) = words {
            let at = sheet.trimmed(&words);
            found.push(
                Candidate::new(Field::Timing, Value::Choice(Choice::Timing(timing)), at, strength).doubted(doubt),
            );
        }
    };
    push(Timing::Concurrent, cut, 80, None);
    push(Timing::PostService, given, if billed { 78 } else { 70 }, doubt.filter(|_| !billed || planned));
    push(Timing::PreService, asked, if planned { 79 } else { 70 }, doubt);
}
