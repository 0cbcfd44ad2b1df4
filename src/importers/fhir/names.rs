//! The people and organizations of a file, by the references under which claims name them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json;

/// Who stands under which reference.
#[derive(Debug, Default)]
pub(super) struct Names {
    held: BTreeMap<String, Named>,
}

/// Somebody, or a membership.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub name: Option<String>,
    /// The member's number, of a patient or a coverage.
    pub member_id: Option<String>,
}

impl Names {
    /// Keeps what a resource says of itself, if it is somebody.
    pub fn keep(&mut self, resource: &Value, full_url: Option<&str>) {
        let Some(kind) = json::text(resource, "resourceType") else { return };
        let Some(named) = named(resource, kind) else { return };
        if let Some(id) = json::text(resource, "id") {
            self.held.insert(format!("{kind}/{id}"), named.clone());
        }
        if let Some(url) = full_url {
            self.held.insert(url.to_owned(), named);
        }
    }

    /// Who a reference names: in the claim itself, or in the file.
    pub fn find(&self, claim: &Value, reference: &str) -> Option<Named> {
        if let Some(id) = reference.strip_prefix('#') {
            let inside = json::list(claim, "contained").iter().find(|held| json::text(held, "id") == Some(id))?;
            return named(inside, json::text(inside, "resourceType")?);
        }
        // `https://server/fhir/Patient/1/_history/2` is `Patient/1`.
        let plain = reference.split("/_history/").next().unwrap_or(reference);
        let mut parts = plain.rsplit('/');
        let short = parts.next().zip(parts.next()).map(|(id, kind)| format!("{kind}/{id}"));
        self.held.get(plain).or_else(|| self.held.get(&short?)).cloned()
    }
}

fn named(resource: &Value, kind: &str) -> Option<Named> {
    match kind {
        "Organization" => Some(Named { name: json::text(resource, "name").map(ToOwned::to_owned), member_id: None }),
        "Practitioner" | "Patient" | "RelatedPerson" => {
            Some(Named { name: person(resource), member_id: member_number(resource) })
        }
        "Coverage" => {
            let own = json::text(resource, "subscriberId").map(ToOwned::to_owned);
            let payer = json::list(resource, "payor").iter().find_map(|payor| json::text(payor, "display"));
            Some(Named { name: payer.map(ToOwned::to_owned), member_id: own.or_else(|| member_number(resource)) })
        }
        _ => None,
    }
}

/// A person's name: as text, or given names and family name.
fn person(resource: &Value) -> Option<String> {
    let name = json::list(resource, "name").first()?;
    if let Some(text) = json::text(name, "text") {
        return Some(text.to_owned());
    }
    let given = name.get("given").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    // Older forms hold the family name as a list.
    let family = match name.get("family") {
        Some(Value::String(family)) => Some(family.as_str()),
        Some(Value::Array(list)) => list.iter().find_map(Value::as_str),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => None,
    };
    let whole = given.chain(family).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!whole.is_empty()).then_some(whole)
}

/// The number that is marked as the member's.
fn member_number(resource: &Value) -> Option<String> {
    let marked =
        |held: &&Value| json::codings(held, "type").iter().any(|coding| matches!(coding.code, "MB" | "um" | "SN"));
    let held = json::list(resource, "identifier").iter().find(marked)?;
    json::text(held, "value").map(ToOwned::to_owned)
}
