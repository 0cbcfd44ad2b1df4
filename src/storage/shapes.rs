//! The saved shapes, and the way from and to the case. One set for all versions: each version only adds to the one before.
//!
//! A shape may gain a field that can be left out, and a closed list a name. That is a new version in [`super::VERSION`], so
//! that a page that knows only the one before says "newer" and leaves the text alone, instead of dropping what it cannot
//! read at the next save. For the same reason a field that is not listed here is refused. Nothing here is ever renamed,
//! removed or given another meaning: the frozen texts of every version are read whole by the tests.
//!
//! | version | what it added |
//! | --- | --- |
//! | 1 | everything else |
//! | 2 | `purpose`, `archived`, `statements`, `grids`, counts, and names in most closed lists |

mod detail;
mod facts;
mod grid;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::detail::{PlanTerms, Tie};
use self::facts::Facts;
use self::grid::Grid;
use self::statement::Statement;
use super::Place;
use crate::case::{self, CaseId, Number, PlayId, fact};
use crate::civil::{Date, Time};
use crate::kinds::{CallKind, Field, LetterKind, PaperKind, Purpose, Who};
use crate::money::Cents;

/// One case under its key.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    pub(super) recourse: String,
    pub(super) version: u64,
    pub(super) revision: u64,
    pub(super) case: Case,
}

/// A copy outside the browser.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Copy {
    pub(super) recourse: String,
    pub(super) version: u64,
    #[serde(rename = "saved-on")]
    pub(super) saved_on: Date,
    pub(super) cases: Vec<Case>,
}

/// Words being typed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    pub(super) recourse: String,
    pub(super) version: u64,
    #[serde(rename = "saved-on")]
    pub(super) saved_on: Date,
    pub(super) text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Case {
    id: String,
    opened: Date,
    #[serde(default, skip_serializing_if = "is_default")]
    purpose: Purpose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    archived: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copied: Option<Date>,
    next_number: u32,
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    facts: Facts,
    claims: Vec<Part>,
    notices: Vec<Part>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    statements: Vec<Statement>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ties: Vec<Tie>,
    #[serde(default, skip_serializing_if = "is_default")]
    terms: PlanTerms,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    situations: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<Document>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    grids: Vec<Grid>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    calls: Vec<Call>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    events: Vec<Event>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    letters: Vec<Letter>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    done: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    saved: Vec<Saved>,
}

/// A claim or a notice.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    number: u32,
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    facts: Facts,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    number: u32,
    kind: PaperKind,
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dated: Option<Date>,
    added: Date,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Call {
    number: u32,
    kind: CallKind,
    with: Who,
    on: Date,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    time: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    phone: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    person: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    department: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reference: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    said: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    promised: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promised_by: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    follow_up: Option<Date>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    number: u32,
    on: Date,
    #[serde(with = "EventKind")]
    what: case::EventKind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Letter {
    number: u32,
    kind: LetterKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about_call: Option<u32>,
    begun: Date,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    edits: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "is_default")]
    links: BTreeMap<String, Vec<Link>>,
    #[serde(default, skip_serializing_if = "is_default")]
    left_out: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    versions: Vec<Version>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sendings: Vec<Sending>,
}

/// A fact that stands in a part's own words.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    field: Field,
    words: String,
    #[serde(default, skip_serializing_if = "is_default")]
    nth: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Version {
    on: Date,
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sending {
    on: Date,
    #[serde(with = "SentBy")]
    how: case::SentBy,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    proof: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    arrived: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    time: Option<Time>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    on: Date,
    cents: i64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::EventKind", rename_all = "kebab-case")]
enum EventKind {
    Care,
    LetterCame,
    ArrivalConfirmed,
    Won,
    Lost,
    Other,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "case::SentBy", rename_all = "kebab-case")]
enum SentBy {
    CertifiedMail,
    Mail,
    Fax,
    Portal,
    Hand,
}

/// The case in the saved shape.
pub(super) fn store(case: &case::Case) -> Case {
    Case {
        id: case.id.0.clone(),
        opened: case.opened,
        purpose: case.purpose,
        archived: case.archived,
        copied: case.copied,
        next_number: case.next_number,
        facts: Facts::store(&case.facts),
        claims: case.claims.iter().map(|claim| Part::store(claim.number, &claim.facts)).collect(),
        notices: case.notices.iter().map(|notice| Part::store(notice.number, &notice.facts)).collect(),
        statements: case.statements.iter().map(Statement::store).collect(),
        ties: case.ties.iter().map(Tie::store).collect(),
        terms: PlanTerms::store(&case.terms),
        situations: case.situations.iter().map(|play| play.0.clone()).collect(),
        documents: case.documents.iter().map(Document::store).collect(),
        grids: case.grids.iter().map(Grid::store).collect(),
        calls: case.calls.iter().map(Call::store).collect(),
        events: case.events.iter().map(Event::store).collect(),
        letters: case.letters.iter().map(Letter::store).collect(),
        done: case.done.clone(),
        saved: case.saved.iter().map(Saved::store).collect(),
    }
}

/// The case again, if all that must hold of a case holds.
pub(super) fn restore(case: Case) -> Result<case::Case, Place> {
    let mut claims = Vec::with_capacity(case.claims.len());
    for Part { number, facts } in case.claims {
        claims.push(case::Claim { number: Number(number), facts: facts.restore(fact::Home::Claim)? });
    }
    let mut notices = Vec::with_capacity(case.notices.len());
    for Part { number, facts } in case.notices {
        notices.push(case::Notice { number: Number(number), facts: facts.restore(fact::Home::Notice)? });
    }
    let statements = case.statements.into_iter().map(Statement::restore).collect::<Result<_, Place>>()?;
    let case = case::Case {
        id: CaseId(case.id),
        opened: case.opened,
        purpose: case.purpose,
        archived: case.archived,
        facts: case.facts.restore(fact::Home::Case)?,
        claims,
        notices,
        statements,
        ties: case.ties.into_iter().map(Tie::restore).collect(),
        terms: case.terms.restore(),
        situations: case.situations.into_iter().map(PlayId).collect(),
        documents: case.documents.into_iter().map(Document::restore).collect(),
        grids: case.grids.into_iter().map(Grid::restore).collect(),
        calls: case.calls.into_iter().map(Call::restore).collect(),
        events: case.events.into_iter().map(Event::restore).collect(),
        letters: case.letters.into_iter().map(Letter::restore).collect(),
        done: case.done,
        saved: case.saved.into_iter().map(Saved::restore).collect(),
        copied: case.copied,
        next_number: case.next_number,
    };
    check(&case)?;
    Ok(case)
}

/// What holds of every case that [`case::Case::apply`] can make, and that the shapes alone do not say.
fn check(case: &case::Case) -> Result<(), Place> {
    if !super::key::is_plain(&case.id) {
        return Err(Place::Id);
    }
    if case.claims.is_empty() {
        return Err(Place::NoClaim);
    }
    if case.notices.is_empty() {
        return Err(Place::NoNotice);
    }
    let claims = case.claims.iter().map(|claim| claim.number);
    let notices = case.notices.iter().map(|notice| notice.number);
    let documents = case.documents.iter().map(|document| document.number);
    let calls = case.calls.iter().map(|call| call.number);
    let events = case.events.iter().map(|event| event.number);
    let letters = case.letters.iter().map(|letter| letter.number);
    let statements = case.statements.iter().map(|statement| statement.number);
    let mut seen = BTreeSet::new();
    for number in claims.chain(notices).chain(documents).chain(calls).chain(events).chain(letters).chain(statements) {
        if number.0 >= case.next_number || !seen.insert(number) {
            return Err(Place::Number(number));
        }
    }
    let lost = |grid: &&case::Grid| {
        case.document(grid.document).is_none_or(|paper| !case::grid::is_whole(&grid.pieces, &paper.text))
    };
    case.grids.iter().find(lost).map_or(Ok(()), |grid| Err(Place::Number(grid.document)))
}

/// Whether a value need not be written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Part {
    fn store(number: Number, facts: &case::Facts) -> Self {
        Self { number: number.0, facts: Facts::store(facts) }
    }
}

impl Document {
    fn store(document: &case::Document) -> Self {
        Self {
            number: document.number.0,
            kind: document.kind,
            title: document.title.clone(),
            dated: document.dated,
            added: document.added,
            text: document.text.clone(),
        }
    }

    fn restore(self) -> case::Document {
        case::Document {
            number: Number(self.number),
            kind: self.kind,
            title: self.title,
            dated: self.dated,
            added: self.added,
            text: self.text,
        }
    }
}

impl Call {
    fn store(call: &case::Call) -> Self {
        Self {
            number: call.number.0,
            kind: call.kind,
            with: call.with,
            on: call.on,
            time: call.time.clone(),
            phone: call.phone.clone(),
            person: call.person.clone(),
            department: call.department.clone(),
            reference: call.reference.clone(),
            said: call.said.clone(),
            promised: call.promised.clone(),
            promised_by: call.promised_by,
            follow_up: call.follow_up,
        }
    }

    fn restore(self) -> case::Call {
        case::Call {
            number: Number(self.number),
            kind: self.kind,
            with: self.with,
            on: self.on,
            time: self.time,
            phone: self.phone,
            person: self.person,
            department: self.department,
            reference: self.reference,
            said: self.said,
            promised: self.promised,
            promised_by: self.promised_by,
            follow_up: self.follow_up,
        }
    }
}

impl Event {
    fn store(event: &case::Event) -> Self {
        Self { number: event.number.0, on: event.on, what: event.what, note: event.note.clone() }
    }

    fn restore(self) -> case::Event {
        case::Event { number: Number(self.number), on: self.on, what: self.what, note: self.note }
    }
}

impl Letter {
    fn store(letter: &case::Letter) -> Self {
        Self {
            number: letter.number.0,
            kind: letter.kind,
            about_call: letter.about_call.map(|call| call.0),
            begun: letter.begun,
            edits: letter.edits.clone(),
            links: letter
                .links
                .iter()
                .map(|(part, links)| (part.clone(), links.iter().map(Link::store).collect()))
                .collect(),
            left_out: letter.left_out.clone(),
            order: letter.order.clone(),
            versions: letter.versions.iter().map(|v| Version { on: v.on, text: v.text.clone() }).collect(),
            sendings: letter.sendings.iter().map(Sending::store).collect(),
        }
    }

    fn restore(self) -> case::Letter {
        case::Letter {
            number: Number(self.number),
            kind: self.kind,
            about_call: self.about_call.map(Number),
            begun: self.begun,
            edits: self.edits,
            links: self
                .links
                .into_iter()
                .map(|(part, links)| (part, links.into_iter().map(Link::restore).collect()))
                .collect(),
            left_out: self.left_out,
            order: self.order,
            versions: self.versions.into_iter().map(|v| case::Version { on: v.on, text: v.text }).collect(),
            sendings: self.sendings.into_iter().map(Sending::restore).collect(),
        }
    }
}

impl Link {
    fn store(link: &case::Link) -> Self {
        Self { field: link.field, words: link.words.clone(), nth: link.nth }
    }

    fn restore(self) -> case::Link {
        case::Link { field: self.field, words: self.words, nth: self.nth }
    }
}

impl Sending {
    fn store(sending: &case::Sending) -> Self {
        Self {
            on: sending.on,
            how: sending.how,
            proof: sending.proof.clone(),
            arrived: sending.arrived,
            time: sending.time,
        }
    }

    fn restore(self) -> case::Sending {
        case::Sending { on: self.on, how: self.how, proof: self.proof, arrived: self.arrived, time: self.time }
    }
}

impl Saved {
    fn store(saved: &case::Saved) -> Self {
        Self { on: saved.on, cents: saved.amount.0, why: saved.why.clone() }
    }

    fn restore(self) -> case::Saved {
        case::Saved { on: self.on, amount: Cents(self.cents), why: self.why }
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::kinds::{StatementKind, Timing, TotalKind};

    /// Puts each name in this text's `*`, and expects the same text when it was read and written again.
    fn check<T: Serialize + DeserializeOwned>(text: &str, names: &str) {
        for name in names.split_whitespace() {
            let text = text.replace('*', name);
            let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }

    /// The shared lists may gain names (which is a new version). These are saved on people's devices and may not change.
    #[test]
    fn names_of_the_lists_are_as_they_were() {
        check::<CallKind>("\"*\"", "insurer-information supervisor claim-status expedited doctors-office biller-hold");
        check::<CallKind>("\"*\"", "benefits-office");
        check::<LetterKind>("\"*\"", "L01 L12 L14 L22");
        check::<PaperKind>("\"*\"", "denial-notice eob plan-document criteria claim-file medical-records");
        check::<PaperKind>("\"*\"", "necessity-letter referral authorization itemized-bill network-proof");
        check::<PaperKind>("\"*\"", "emergency-records call-notes representative-form other");
        check::<Who>("\"*\"", "you insurer clinician biller benefits-office regulator");
        check::<Timing>("\"*\"", "pre-service post-service concurrent urgent");
        check::<Field>("\"*\"", "patient member representative sender-address coverage-from funding state insurer");
        check::<Field>("\"*\"", "plan employer member-id group-number claim-number reference-number");
        check::<Field>("\"*\"", "authorization-number service-date service procedure-code diagnosis-code provider");
        check::<Field>("\"*\"", "facility billed allowed patient-share notice-date notice-received stated-last-day");
        check::<Field>("\"*\"", "stated-window reason reason-code decider appeal-address appeal-phone appeal-fax");
        check::<Field>("\"*\"", "timing urgent in-network emergency approval-asked statement");
        check::<CallKind>("\"*\"", "network before-care estimate itemized-bill assistance regulator");
        check::<CallKind>("\"*\"", "collector");
        check::<Who>("\"*\"", "collector");
        check::<LetterKind>("\"*\"", "L07 L08 L10 L53 L55 L60 L61 L67 L71 L72 L74");
        check::<LetterKind>("\"*\"", "L40 L41 L42 L43 L44 L45 L54 L56 L62 L63 L64 L65 L66 L69 L70");
        check::<LetterKind>("\"*\"", "L73 L75 L76 L77 L87 L89 L91");
        check::<PaperKind>("\"*\"", "bill receipt estimate assistance-policy income-proof terms consent-form");
        check::<Field>("\"*\"", "biller biller-address biller-phone account-number bill-date bill-due amount-due");
        check::<Field>("\"*\"", "signed-consent listed-in-network no-network-provider planned-for estimated-cost");
        check::<Field>("\"*\"", "household-size household-income can-pay-monthly can-pay-now facility-in-network");
        check::<StatementKind>("\"*\"", "bill eob receipt estimate");
        check::<TotalKind>("\"*\"", "charges allowed adjustments insurance-paid patient-paid amount-due");
        check::<TotalKind>("\"*\"", "deductible copay coinsurance not-covered other-payer");
        check::<Purpose>("\"*\"", "denial bill planning");
        // Version 2.
        check::<Field>("\"*\"", "request-sent stated-for-review");
        check::<LetterKind>("\"*\"", "L59");
        let event = "{\"number\":3,\"on\":\"2024-02-01\",\"what\":\"*\"}";
        check::<Event>(event, "care letter-came arrival-confirmed won lost other");
        check::<Sending>("{\"on\":\"2024-02-01\",\"how\":\"*\"}", "certified-mail mail fax portal hand");
    }
}
