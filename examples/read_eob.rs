//! Reads a file with explanations of benefits (FHIR in JSON; pasted text too) and prints the drafts and the warnings as
//! JSON. Amounts are cents.
//!
//! `cargo run --no-default-features --example read_eob -- FILE`. Knows only the core.

use std::process::ExitCode;

use recourse::case::statement::{ClaimNotes, Network};
use recourse::importers::bill::{self, Draft, Line, Read};
use recourse::importers::csv;
use recourse::importers::fhir::{self, Eob, Error, Looks};
use recourse::kinds::StatementKind;
use recourse::money::Cents;
use recourse::words::{InWords, Words, bills as say, fields, words};
use serde_json::{Map, Value, json};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        return fail(&words("No file was named.", "cargo run --no-default-features --example read_eob -- FILE"));
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let what = format!("{} cannot be read: {error}.", path.display());
            return fail(&words(what, "Check the name of the file."));
        }
    };
    let told = match fhir::read(&bytes) {
        Ok(reading) => json!({
            "eobs": reading.eobs.iter().map(eob).collect::<Vec<_>>(),
            "not_claims_for_payment": reading.others.iter().map(|other| json!({
                "id": other.id,
                "kind": format!("{:?}", other.what),
                "says": both(other),
            })).collect::<Vec<_>>(),
            "besides": reading.besides.iter().map(|(kind, count)| (kind.clone(), json!(count))).collect::<Map<_, _>>(),
            "warnings": reading.warnings.iter().map(both).collect::<Vec<_>>(),
        }),
        Err(error) => match from_text(&error, &bytes) {
            Some(told) => told,
            None => return fail(&error.in_words()),
        },
    };
    match serde_json::to_string_pretty(&told) {
        Ok(text) => println!("{text}"),
        Err(error) => return fail(&words(format!("The result cannot be written: {error}."), "Report this file.")),
    }
    ExitCode::SUCCESS
}

/// The words of a bill or an EOB that was saved as text.
fn from_text(error: &Error, bytes: &[u8]) -> Option<Value> {
    let Error::OtherFile(Looks::Text) = error else { return None };
    if let Some(told) = from_table(bytes) {
        return Some(told);
    }
    let read = bill::read(std::str::from_utf8(bytes).ok()?).ok()?;
    read.kind.is_some().then(|| json!({ "eobs": [draft(&read)], "warnings": [] }))
}

/// A table, where the file is one whose columns are known: an amount, and two more.
fn from_table(bytes: &[u8]) -> Option<Value> {
    let table = csv::open(bytes).ok()?;
    let mapping = csv::guess(&table);
    let known = mapping.iter().flatten().count() >= 3;
    let reading = csv::read(&table, &mapping, StatementKind::Eob).ok().filter(|_| known)?;
    let columns =
        table.head.iter().zip(&mapping).map(|(name, holds)| json!({ "name": name, "holds": format!("{holds:?}") }));
    Some(json!({
        "eobs": [draft(&reading.draft)],
        "columns": columns.collect::<Vec<_>>(),
        "warnings": reading.unread.iter().map(both).collect::<Vec<_>>(),
    }))
}

fn eob(eob: &Eob) -> Value {
    let mut told = draft(&eob.draft);
    if let Some(held) = told.as_object_mut() {
        held.insert("id".to_owned(), json!(eob.id));
        held.insert("amounts_not_used".to_owned(), eob.unused.iter().map(|read| json!(read.words)).collect());
        let warnings: Vec<Value> = eob.warnings.iter().map(both).collect();
        held.insert("warnings_about_the_claim".to_owned(), json!(warnings));
    }
    told
}

fn draft(draft: &Draft) -> Value {
    let facts = draft.finds.iter().map(|find| {
        let value = doubted(&find.read, json!(fields::say(&find.read.value)));
        (format!("{:?}", find.field), value)
    });
    let days = |read: &Read<bill::Days>| json!([read.value.first().to_string(), read.value.last().to_string()]);
    let totals = draft.totals.iter().map(|total| {
        let amount = doubted(&total.amount, json!(total.amount.value.0));
        json!({ "of": format!("{:?}", total.kind), "cents": amount, "words": total.amount.words })
    });
    json!({
        "kind": draft.kind.as_ref().map(|kind| say::kind(kind.value)),
        "facts": facts.collect::<Map<_, _>>(),
        "days": draft.service.iter().map(days).collect::<Vec<_>>(),
        "claim": claim(&draft.claim),
        "lines": draft.lines.iter().map(line).collect::<Vec<_>>(),
        "totals": totals.collect::<Vec<_>>(),
        "amounts_without_a_place": draft.unplaced.iter().map(|read| read.words.clone()).collect::<Vec<_>>(),
        "warnings": draft.warnings.iter().map(both).collect::<Vec<_>>(),
    })
}

fn claim(claim: &ClaimNotes) -> Value {
    json!({
        "state": claim.state.map(|state| format!("{state:?}")),
        "replaces": claim.replaces,
        "replaced_by": claim.replaced_by,
        "provider_network": claim.provider_network.map(network),
    })
}

fn line(line: &Line) -> Value {
    let cents = |read: &Option<Read<Cents>>| read.as_ref().map(|read| doubted(read, json!(read.value.0)));
    let parts = line.parts.iter().map(|(part, read)| (format!("{part:?}"), doubted(read, json!(read.value.0))));
    let reasons = line
        .detail
        .reasons
        .iter()
        .map(|reason| json!({ "code": reason.code.to_string(), "cents": reason.amount.map(|amount| amount.0) }));
    json!({
        "on": line.on.as_ref().map(|read| doubted(read, json!(read.value.to_string()))),
        "last": line.detail.last.map(|last| last.to_string()),
        "code": line.code.as_ref().map(|read| doubted(read, json!(read.value))),
        "system": line.detail.system.map(|system| format!("{system:?}")),
        "modifiers": line.detail.modifiers,
        "revenue": line.detail.revenue,
        "diagnoses": line.detail.diagnoses,
        "what": line.said(),
        "units": line.units.as_ref().map(|read| doubted(read, json!(read.value))),
        "billed": cents(&line.billed),
        "allowed": cents(&line.allowed),
        "plan_paid": cents(&line.plan_paid),
        "patient_share": cents(&line.share),
        "parts": parts.collect::<Map<_, _>>(),
        "reasons": reasons.collect::<Vec<_>>(),
        "network": line.detail.network.map(network),
        "words": line.words,
    })
}

/// A value; where something about it must be asked, with what.
fn doubted<T>(read: &Read<T>, value: Value) -> Value {
    match read.doubt {
        Some(doubt) => json!({ "value": value, "ask": say::doubt(doubt) }),
        None => value,
    }
}

fn network(network: Network) -> &'static str {
    match network {
        Network::In => "in",
        Network::Out => "out",
    }
}

fn both<T: InWords>(said: &T) -> Value {
    let Words { what, now } = said.in_words();
    json!(format!("{what} {now}"))
}

fn fail(problem: &Words) -> ExitCode {
    eprintln!("{}\n{}", problem.what, problem.now);
    ExitCode::FAILURE
}
