//! A line of a claim.

use serde_json::Value;

use super::adjudication::{self, About, Placed, Slot};
use super::json::{self, Coding};
use super::pen::Pen;
use super::{Warning, decimal};
use crate::case::Detail;
use crate::case::statement::{CodeSystem, Part, Reason};
use crate::civil::Date;
use crate::importers::bill::{Doubt, Line, Read};
use crate::money::Cents;

/// Amounts that were read from a list of decisions, each with its place.
#[derive(Default)]
pub(super) struct Amounts {
    pub placed: Vec<(Slot, Read<Cents>)>,
    pub unused: Vec<Read<Cents>>,
    pub unplaced: Vec<Read<Cents>>,
}

/// A line, and what no column of it takes.
pub(super) struct Item {
    pub line: Line,
    pub amounts: Amounts,
}

/// Reads a line; `number` is its place on the claim, from 1.
pub(super) fn read(item: &Value, number: usize, pen: &mut Pen, warnings: &mut Vec<Warning>) -> Item {
    let start = pen.at();
    pen.write(&format!("Line {number}:"));
    pen.gap();
    let (on, last) = served(item, pen);
    let code = code(item);
    let read_code = code.map(|code| {
        pen.bar();
        let at = pen.write(&format!("code {}", code.code));
        pen.read(at.end - code.code.len().min(at.len())..at.end, code.code.to_owned())
    });
    let what = what(item, code).map(|what| {
        pen.bar();
        pen.say(what, what.chars().take(200).collect::<String>())
    });
    let mut detail = detail(item, code, pen);
    detail.last = last;
    let units = units(item, pen);
    let decisions = json::list(item, "adjudication");
    let amounts = amounts(decisions, Some(number), pen, warnings);
    let end = pen.at();
    pen.end();
    let one = |slot: Slot| amounts.placed.iter().find(|(held, _)| *held == slot).map(|(_, read)| read.clone());
    let billed = one(Slot::Billed).or_else(|| net(item, pen));
    let plan_paid = plan_paid(&amounts, number, warnings);
    let parts = amounts.placed.iter().filter_map(|(slot, read)| match slot {
        Slot::Part(part) => Some((*part, read.clone())),
        Slot::Billed | Slot::Allowed | Slot::PlanPaid | Slot::PaidToProvider | Slot::Share | Slot::Unused => None,
    });
    let whole = pen.read(start..end, ());
    let line = Line {
        on,
        code: read_code,
        what,
        more: None,
        units,
        billed,
        allowed: one(Slot::Allowed),
        plan_paid,
        share: one(Slot::Share),
        parts: parts.collect(),
        detail,
        words: whole.words,
        at: whole.at,
    };
    Item { line, amounts }
}

/// What the plan paid: as it says, else what went to the provider and to the patient.
fn plan_paid(amounts: &Amounts, number: usize, warnings: &mut Vec<Warning>) -> Option<Read<Cents>> {
    let one = |slot: Slot| amounts.placed.iter().find(|(held, _)| *held == slot).map(|(_, read)| read);
    let (paid, provider, patient) =
        (one(Slot::PlanPaid), one(Slot::PaidToProvider), one(Slot::Part(Part::PaidToPatient)));
    let received = match (provider, patient) {
        (Some(provider), patient) => {
            let patient = patient.map_or(Cents(0), |read| read.value);
            Some(Read { value: Cents(provider.value.0.saturating_add(patient.0)), ..provider.clone() })
        }
        (None, _) => None,
    };
    if let (Some(paid), Some(received)) = (paid, &received)
        && paid.value != received.value
    {
        warnings.push(Warning::PaymentsDiffer { line: number, paid: paid.value, received: received.value });
    }
    paid.cloned().or(received)
}

/// Reads the amounts of decisions, writes each with its names, and adds up those that have the same place.
pub(super) fn amounts(decisions: &[Value], line: Option<usize>, pen: &mut Pen, warnings: &mut Vec<Warning>) -> Amounts {
    let mut found = Amounts::default();
    for decision in decisions {
        let category = json::codings(decision, "category");
        let text = decision.get("category").and_then(|category| json::text(category, "text"));
        let label = adjudication::label(&category, text);
        if let Some(reason) = said_reason(decision) {
            pen.bar();
            pen.write(&format!("{label} {reason}"));
        }
        let Some(written) = decision.get("amount") else { continue };
        pen.bar();
        let start = pen.at();
        let Some(amount) = money(written, &label, pen, warnings) else { continue };
        let read = pen.read(start..pen.at(), amount);
        match adjudication::place(&category, text) {
            Placed::At(Slot::Unused) | Placed::Unknown => found.unused.push(read),
            Placed::TwoNames => {
                warnings.push(Warning::TwoNames { words: read.words.clone() });
                found.unplaced.push(read);
            }
            Placed::At(slot) => match found.placed.iter_mut().find(|(held, _)| *held == slot) {
                Some((_, held)) => {
                    held.value = Cents(held.value.0.saturating_add(amount.0));
                    if let Some(line) = line {
                        warnings.push(Warning::AddedUp { line, name: label });
                    }
                }
                None => found.placed.push((slot, read)),
            },
        }
    }
    found
}

/// Reads an amount of money and writes it after its name.
pub(super) fn money(written: &Value, label: &str, pen: &mut Pen, warnings: &mut Vec<Warning>) -> Option<Cents> {
    let value = written.get("value").unwrap_or(written);
    let number = json::number(value)?;
    let currency = json::text(written, "currency").or_else(|| json::text(written, "code")).unwrap_or("USD");
    let words = if currency == "USD" { format!("{label} {number}") } else { format!("{label} {number} {currency}") };
    pen.write(&words);
    // Some files write amounts as people do.
    let typed = || number.parse().ok().map(|cents| decimal::Amount { cents, rounded: false });
    let Some(amount) = decimal::read(&number).or_else(typed).filter(|_| currency == "USD") else {
        warnings.push(Warning::NotDollars { words: words.chars().take(120).collect() });
        return None;
    };
    if amount.rounded {
        warnings.push(Warning::Rounded { words });
    }
    Some(amount.cents)
}

/// The codes of a decision's reason, as the file has them.
fn said_reason(decision: &Value) -> Option<String> {
    let mut codes: Vec<&str> = Vec::new();
    for coding in json::codings(decision, "reason") {
        if !codes.contains(&coding.code) {
            codes.push(coding.code);
        }
    }
    (!codes.is_empty()).then(|| codes.join(" "))
}

/// When the service was given.
fn served(item: &Value, pen: &mut Pen) -> (Option<Read<Date>>, Option<Date>) {
    let period = item.get("servicedPeriod");
    let single = json::text(item, "servicedDate").or_else(|| json::text(item, "serviced"));
    let first = single.or_else(|| json::text(period?, "start").or_else(|| json::text(period?, "end")));
    let last = period.and_then(|period| json::text(period, "end")).and_then(day);
    let Some((words, first)) = first.and_then(|words| Some((words, day(words)?))) else { return (None, None) };
    let on = pen.say(words.get(..10).unwrap_or(words), first);
    let last = last.filter(|last| *last > first);
    if let Some(last) = last {
        pen.gap();
        pen.write(&format!("to {last}"));
    }
    (Some(on), last)
}

/// The day of a date with or without a time; anything else is none.
pub(super) fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// The code of the service: that of the best known list.
fn code(item: &Value) -> Option<Coding<'_>> {
    let all = ["productOrService", "service"].into_iter().flat_map(|key| json::codings(item, key));
    let said = all.filter(|coding| {
        !matches!(coding.code, "not-applicable" | "unknown") && !coding.system.ends_with("data-absent-reason")
    });
    said.min_by_key(|coding| match system(coding.system) {
        CodeSystem::Cpt | CodeSystem::Hcpcs | CodeSystem::Cdt => 0,
        CodeSystem::Ndc => 1,
        CodeSystem::PaymentGroup => 2,
        CodeSystem::Revenue | CodeSystem::Other => 3,
    })
}

fn system(address: &str) -> CodeSystem {
    let address = address.to_ascii_lowercase();
    let has = |part: &str| address.contains(part);
    if has("ama-assn.org") || has("2.16.840.1.113883.6.12") || has("/cpt") {
        CodeSystem::Cpt
    } else if has("hcpcs") {
        CodeSystem::Hcpcs
    } else if has("ada.org") || has("/cdt") {
        CodeSystem::Cdt
    } else if has("ndc") || has("2.16.840.1.113883.6.69") {
        CodeSystem::Ndc
    } else if has("hipps") || has("drg") {
        CodeSystem::PaymentGroup
    } else if has("revenue") || has("rev-cntr") {
        CodeSystem::Revenue
    } else {
        CodeSystem::Other
    }
}

/// What the file calls the service.
fn what<'a>(item: &'a Value, code: Option<Coding<'a>>) -> Option<&'a str> {
    let text = ["productOrService", "service"].into_iter().find_map(|key| json::text(item.get(key)?, "text"));
    text.or_else(|| code?.display)
}

fn detail(item: &Value, code: Option<Coding>, pen: &mut Pen) -> Detail {
    let revenue = json::codings(item, "revenue");
    // Some files put other codes beside it, under the same name of a list.
    let four = |coding: &&Coding| coding.code.len() == 4 && coding.code.chars().all(|c| c.is_ascii_digit());
    let official = revenue.iter().find(four).or_else(|| revenue.first());
    let revenue = official.map(|coding| coding.code.to_owned()).unwrap_or_default();
    if !revenue.is_empty() {
        pen.bar();
        pen.write(&format!("revenue code {revenue}"));
    }
    let mut modifiers: Vec<String> = Vec::new();
    for modifier in json::list(item, "modifier") {
        for coding in json::codings_of(modifier) {
            if !modifiers.iter().any(|held| held == coding.code) {
                modifiers.push(coding.code.to_owned());
            }
        }
    }
    if !modifiers.is_empty() {
        pen.bar();
        pen.write(&format!("modifiers {}", modifiers.join(" ")));
    }
    let decisions = json::list(item, "adjudication");
    let rate = decisions.iter().filter_map(adjudication::network).find(|(about, _)| *about == About::Rate);
    let pointers = item.get("diagnosisSequence").or_else(|| item.get("diagnosisLinkId")).and_then(Value::as_array);
    let pointers = pointers.into_iter().flatten().filter_map(Value::as_u64);
    Detail {
        last: None,
        system: code.map(|code| system(code.system)),
        modifiers,
        revenue,
        diagnoses: pointers.filter_map(|pointer| u32::try_from(pointer).ok()).collect(),
        parts: std::collections::BTreeMap::new(),
        reasons: reasons(item, decisions),
        network: rate.map(|(_, network)| network),
    }
}

/// All group and reason codes of a line, each once.
fn reasons(item: &Value, decisions: &[Value]) -> Vec<Reason> {
    let amount = |decision: &Value| {
        let value = decision.get("amount")?;
        decimal::read(&json::number(value.get("value").unwrap_or(value))?).map(|amount| amount.cents)
    };
    let own = decisions.iter().flat_map(|decision| adjudication::reasons(decision, amount(decision)));
    let more = json::list(item, "extension").iter().filter_map(adjudication::reason_of_extension);
    let mut found: Vec<Reason> = Vec::new();
    for reason in own.chain(more) {
        if !found.iter().any(|held| held.code == reason.code) {
            found.push(reason);
        }
    }
    found
}

/// How many, where it is a whole number.
fn units(item: &Value, pen: &mut Pen) -> Option<Read<u32>> {
    let number = json::number(item.get("quantity")?.get("value")?)?;
    pen.bar();
    let start = pen.at();
    pen.write(&format!("{number} units"));
    let whole = number.strip_suffix(".0").unwrap_or(&number);
    whole.parse().ok().map(|units| pen.read(start..pen.at(), units))
}

/// The whole cost of a line, where nothing says what was charged. It may be something else.
fn net(item: &Value, pen: &mut Pen) -> Option<Read<Cents>> {
    let start = pen.at();
    let amount = money(item.get("net")?, "net", pen, &mut Vec::new())?;
    let read = pen.read(start..pen.at(), amount);
    pen.end();
    Some(Read { doubt: Some(Doubt::Role), ..read })
}
