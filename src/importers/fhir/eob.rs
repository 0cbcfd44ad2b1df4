//! A claim as a draft: who, when, what its lines and totals say, and what there is to know about it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::adjudication::{self, About, Slot};
use super::item::{self, Amounts, day};
use super::names::{Named, Names};
use super::pen::Pen;
use super::{Eob, Kind, Other, Warning, json};
use crate::case::Value as Fact;
use crate::case::statement::{ClaimNotes, ClaimState, LINE_LIMIT, Part};
use crate::importers::bill::{self, Days, Doubt, Draft, Find, Line, Read, Total};
use crate::kinds::{Field, StatementKind, TotalKind};
use crate::money::Cents;

/// Reads a claim.
///
/// # Errors
/// What it is instead, when it is no claim for payment that can be read.
pub(super) fn read(resource: &Value, names: &Names) -> Result<Eob, Other> {
    let id = json::text(resource, "id").unwrap_or_default().to_owned();
    if let Some(what) = other(resource) {
        return Err(Other { id, what });
    }
    let items = lines_of(resource);
    if items.len() > LINE_LIMIT {
        return Err(Other { id, what: Kind::TooLong });
    }
    let mut reader = Reader { resource, names, pen: Pen::default(), warnings: Vec::new(), finds: Vec::new() };
    let kind = reader.pen.say("Explanation of benefits, from a file of claims", StatementKind::Eob);
    reader.pen.end();
    if is_older(resource) {
        reader.warnings.push(Warning::OlderForm);
    }
    reader.people();
    reader.numbers();
    let service = reader.period();
    let claim = reader.notes();
    let mut lines = Vec::new();
    let mut rest = Amounts::default();
    for (at, one) in items.into_iter().enumerate() {
        let item = item::read(one, at + 1, &mut reader.pen, &mut reader.warnings);
        lines.push(item.line);
        rest.unused.extend(item.amounts.unused);
        rest.unplaced.extend(item.amounts.unplaced);
    }
    reader.outside(service.as_ref(), &lines);
    let totals = reader.totals(&mut rest);
    reader.differences(&totals, &lines);
    let Reader { pen, warnings, finds, .. } = reader;
    let draft = Draft {
        kind: Some(kind),
        finds,
        service: service.into_iter().collect(),
        lines,
        totals,
        unplaced: rest.unplaced,
        claim,
        warnings: Vec::new(),
    };
    let draft = Draft { warnings: lacks(&draft), ..draft };
    Ok(Eob { id, draft, text: pen.into_text(), unused: rest.unused, warnings })
}

/// What a claim is that is none for payment.
fn other(resource: &Value) -> Option<Kind> {
    match json::text(resource, "use") {
        Some("preauthorization") => return Some(Kind::Preauthorization),
        Some("predetermination") => return Some(Kind::Predetermination),
        Some(_) | None => {}
    }
    match json::text(resource, "status") {
        Some("cancelled") => return Some(Kind::Cancelled),
        Some("entered-in-error") => return Some(Kind::Mistake),
        Some("draft") => return Some(Kind::Unfinished),
        Some(_) | None => {}
    }
    let flat = |item: &Value| {
        item.get("service").is_some_and(|service| service.get("coding").is_none() && service.get("code").is_some())
    };
    let oldest = ["organizationReference", "patientReference", "claimResponseReference", "organizationIdentifier"];
    let old = oldest.iter().any(|key| resource.get(key).is_some()) || json::list(resource, "item").iter().any(flat);
    old.then_some(Kind::TooOld)
}

/// Whether it is in the form before the one of today.
fn is_older(resource: &Value) -> bool {
    let older =
        ["totalCost", "totalBenefit", "information", "organization"].iter().any(|key| resource.get(key).is_some());
    older || json::list(resource, "item").iter().any(|item| item.get("service").is_some())
}

/// The lines: items, or their details where only those have decisions; and what the plan added.
fn lines_of(resource: &Value) -> Vec<&Value> {
    let decided = |value: &Value| !json::list(value, "adjudication").is_empty();
    let mut found = Vec::new();
    for item in json::list(resource, "item").iter().chain(json::list(resource, "addItem")) {
        let details = json::list(item, "detail");
        if !decided(item) && details.iter().any(decided) {
            found.extend(details);
        } else {
            found.push(item);
        }
    }
    found
}

/// What the draft lacks, in the words of all readers of bills.
fn lacks(draft: &Draft) -> Vec<bill::Warning> {
    let none = |field| draft.find(field).is_none();
    let no_day = draft.service.is_empty() && draft.lines.iter().all(|line| line.on.is_none());
    let no_due = draft.totals(TotalKind::AmountDue).next().is_none();
    [
        (none(Field::Insurer) && none(Field::Provider), bill::Warning::NoSender),
        (none(Field::Patient), bill::Warning::NoPatient),
        (no_day, bill::Warning::NoServiceDate),
        (draft.lines.is_empty(), bill::Warning::NoLines),
        (no_due && draft.lines.iter().all(|line| line.share.is_none()), bill::Warning::NoAmountDue),
        (draft.lines.iter().any(|line| line.billed.is_none()), bill::Warning::LinesWithoutCharge),
        (!draft.unplaced.is_empty(), bill::Warning::AmountsUnplaced),
    ]
    .into_iter()
    .filter_map(|(so, warning)| so.then_some(warning))
    .collect()
}

struct Reader<'a> {
    resource: &'a Value,
    names: &'a Names,
    pen: Pen,
    warnings: Vec<Warning>,
    finds: Vec<Find>,
}

/// Somebody as a claim names them.
struct Who {
    /// The name that stands in the claim.
    shown: Option<String>,
    /// Where the person or organization stands itself.
    held: Option<Named>,
    /// A number, where nothing else is there.
    number: Option<String>,
}

impl Reader<'_> {
    fn who(&self, key: &str) -> Option<Who> {
        let told = self.resource.get(key)?;
        let held = json::text(told, "reference").and_then(|reference| self.names.find(self.resource, reference));
        let number = told.get("identifier").and_then(|identifier| json::text(identifier, "value"));
        Some(Who {
            shown: json::text(told, "display").map(ToOwned::to_owned),
            held,
            number: number.map(ToOwned::to_owned),
        })
    }

    fn find(&mut self, label: &str, words: &str, field: Field, value: Fact, doubt: Option<Doubt>) {
        let read = self.pen.labelled(label, words, value);
        self.pen.end();
        self.finds.push(Find { field, read: Read { doubt, ..read } });
    }

    fn text(&mut self, label: &str, words: &str, field: Field, doubt: Option<Doubt>) {
        let value = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let value: String = value.chars().take(200).collect();
        self.find(label, &value, field, Fact::Text(value.clone()), doubt);
    }

    /// The plan, the provider and the patient.
    fn people(&mut self) {
        let insurer = self.who("insurer").or_else(|| self.who("organization"));
        let plan = insurer.as_ref().and_then(|who| who.held.as_ref()?.name.clone().or_else(|| who.shown.clone()));
        let plan = plan.or_else(|| insurer.as_ref()?.shown.clone()).or_else(|| insurer.as_ref()?.number.clone());
        if let Some(plan) = &plan {
            self.text("Plan", plan, Field::Insurer, None);
        }
        if let Some(who) = self.who("provider") {
            let named = who.held.and_then(|held| held.name);
            let doubt = match (&who.shown, &named) {
                (Some(shown), Some(named)) if !shown.eq_ignore_ascii_case(named) => {
                    let (shown, named) = (shown.clone(), named.clone());
                    self.warnings.push(Warning::ProviderNamedTwice { shown, named });
                    Some(Doubt::Several)
                }
                (Some(shown), None) if plan.as_ref().is_some_and(|plan| plan.eq_ignore_ascii_case(shown)) => {
                    self.warnings.push(Warning::ProviderIsInsurer);
                    Some(Doubt::Role)
                }
                (Some(_) | None, _) => None,
            };
            let number = who.number.map(|number| format!("provider number {number}"));
            if let Some(name) = named.or(who.shown).or(number) {
                self.text("Provider", &name, Field::Provider, doubt);
            }
        }
        let patient = self.who("patient");
        let held = patient.as_ref().and_then(|who| who.held.clone());
        let name = held.as_ref().and_then(|held| held.name.clone()).or_else(|| patient?.shown);
        match name {
            Some(name) => self.text("Patient", &name, Field::Patient, None),
            None => self.warnings.push(Warning::NoPatient),
        }
        let coverage = json::list(self.resource, "insurance").iter().find_map(|insurance| {
            self.names.find(self.resource, json::text(insurance.get("coverage")?, "reference")?)?.member_id
        });
        if let Some(number) = coverage.or_else(|| held?.member_id) {
            self.text("Member number", &number, Field::MemberId, None);
        }
    }

    /// The claim's number and the day on which it was made.
    fn numbers(&mut self) {
        let all = json::list(self.resource, "identifier");
        let group = |held: &&Value| !json::text(held, "system").is_some_and(|system| system.ends_with("claim-group"));
        let number = all.iter().filter(group).find_map(|held| json::text(held, "value"));
        match number {
            Some(number) => self.text("Claim number", number, Field::ClaimNumber, None),
            None => self.warnings.push(Warning::NoClaimNumber),
        }
        match json::text(self.resource, "created").and_then(|created| Some((created.get(..10)?, day(created)?))) {
            Some((words, made)) => self.find("Made on", words, Field::BillDate, Fact::Day(made), None),
            None => self.warnings.push(Warning::NoDate),
        }
    }

    /// The claim's own days.
    fn period(&mut self) -> Option<Read<Days>> {
        let period = self.resource.get("billablePeriod")?;
        let edge = |key: &str| json::text(period, key).and_then(day);
        let first = edge("start").or_else(|| edge("end"))?;
        let last = edge("end").filter(|last| *last > first);
        let (words, days) = match last {
            Some(last) => (format!("{first} to {last}"), Days::Span { first, last }),
            None => (first.to_string(), Days::One(first)),
        };
        let read = self.pen.labelled("Days of the claim", &words, days);
        self.pen.end();
        Some(read)
    }

    /// How far the plan has come, what the claim corrects, and who is in the network.
    fn notes(&mut self) -> ClaimNotes {
        let state = match json::text(self.resource, "outcome") {
            Some("complete") => Some(ClaimState::Complete),
            Some("partial") => Some(ClaimState::Partial),
            Some("queued") => Some(ClaimState::Waiting),
            Some("error") => Some(ClaimState::Failed),
            Some(_) | None => None,
        };
        match json::text(self.resource, "outcome").filter(|_| state.is_some()) {
            Some(outcome) => {
                self.pen.labelled("State", outcome, ());
                self.pen.end();
            }
            None => self.warnings.push(Warning::NoState),
        }
        let mut notes = ClaimNotes { state, ..ClaimNotes::default() };
        for related in json::list(self.resource, "related") {
            let Some(number) = related_number(related) else { continue };
            let relation = json::codings(related, "relationship");
            if relation.iter().any(|coding| coding.name() == "replacedby") {
                self.warnings.push(Warning::Replaced { by: number.clone() });
                notes.replaced_by = Some(number);
            } else if relation.iter().any(|coding| matches!(coding.name(), "prior" | "replaces" | "adjusts")) {
                self.warnings.push(Warning::Corrects { earlier: number.clone() });
                notes.replaces = Some(number);
            }
        }
        let claim = json::list(self.resource, "adjudication").iter().chain(json::list(self.resource, "supportingInfo"));
        let said: Vec<_> = claim.filter_map(adjudication::network).collect();
        let about = |wanted: About| said.iter().find(|(about, _)| *about == wanted).map(|(_, network)| *network);
        notes.provider_network = about(About::Biller).or_else(|| about(About::Clinician));
        notes
    }

    fn outside(&mut self, service: Option<&Read<Days>>, lines: &[Line]) {
        let Some(days) = service.map(|read| read.value) else { return };
        for (at, line) in lines.iter().enumerate() {
            if line.on.as_ref().is_some_and(|on| on.value < days.first() || on.value > days.last()) {
                self.warnings.push(Warning::OutsidePeriod { line: at + 1 });
            }
        }
    }

    /// The totals as the claim states them, and once more where its head says another.
    fn totals(&mut self, rest: &mut Amounts) -> Vec<Total> {
        let mut totals: Vec<Total> = Vec::new();
        for key in ["total", "adjudication"] {
            let decisions = json::list(self.resource, key);
            if decisions.is_empty() {
                continue;
            }
            self.pen.write(if key == "total" { "Totals:" } else { "Of the whole claim:" });
            let found = item::amounts(decisions, None, &mut self.pen, &mut self.warnings);
            self.pen.end();
            for (slot, read) in settled(found.placed) {
                self.total(&mut totals, slot, read);
            }
            rest.unused.extend(found.unused);
            rest.unplaced.extend(found.unplaced);
        }
        let more = [("totalCost", TotalKind::Charges), ("totalBenefit", TotalKind::InsurancePaid)];
        for (key, kind) in more {
            self.single(&mut totals, self.resource.get(key), key, kind);
        }
        let payment = self.resource.get("payment").and_then(|payment| payment.get("amount"));
        self.single(&mut totals, payment, "payment", TotalKind::InsurancePaid);
        totals
    }

    fn single(&mut self, totals: &mut Vec<Total>, written: Option<&Value>, label: &str, kind: TotalKind) {
        let start = self.pen.at();
        let amount = written.and_then(|written| item::money(written, label, &mut self.pen, &mut self.warnings));
        if let Some(amount) = amount {
            let read = self.pen.read(start..self.pen.at(), amount);
            self.pen.end();
            self.total(totals, kind, read);
        }
    }

    fn total(&mut self, totals: &mut Vec<Total>, kind: TotalKind, read: Read<Cents>) {
        let held = totals.iter().find(|held| held.kind == kind).map(|held| held.amount.value);
        match held {
            Some(held) if held == read.value => {}
            Some(held) => {
                self.warnings.push(Warning::TwoTotals { kind, one: held, other: read.value });
                totals.push(Total { kind, amount: read });
            }
            None => totals.push(Total { kind, amount: read }),
        }
    }

    /// The totals to which the lines do not come, where every line has its part.
    fn differences(&mut self, totals: &[Total], lines: &[Line]) {
        let mut seen: BTreeMap<TotalKind, Option<i64>> = BTreeMap::new();
        for total in totals {
            let whole = *seen.entry(total.kind).or_insert_with(|| sum(lines, total.kind));
            if let Some(whole) = whole.filter(|whole| *whole != total.amount.value.0) {
                let (said, lines) = (total.amount.value, Cents(whole));
                self.warnings.push(Warning::TotalDiffers { kind: total.kind, said, lines });
            }
        }
    }
}

/// The kinds of totals that amounts are; what the plan paid in all, else what went to the provider and to the patient.
fn settled(placed: Vec<(Slot, Read<Cents>)>) -> Vec<(TotalKind, Read<Cents>)> {
    let whole = placed.iter().any(|(slot, _)| *slot == Slot::PlanPaid);
    let provider = placed.iter().find(|(slot, _)| *slot == Slot::PaidToProvider).map(|(_, read)| read.value);
    let mut found = Vec::new();
    for (slot, mut read) in placed {
        let kind = match slot {
            Slot::Billed => TotalKind::Charges,
            Slot::Allowed => TotalKind::Allowed,
            Slot::PlanPaid => TotalKind::InsurancePaid,
            Slot::PaidToProvider if !whole => TotalKind::InsurancePaid,
            Slot::Part(Part::PaidToPatient) if !whole && read.value != Cents(0) => {
                if let Some(provider) = provider {
                    read.value = Cents(read.value.0.saturating_add(provider.0));
                    found.retain(|(kind, _)| *kind != TotalKind::InsurancePaid);
                }
                TotalKind::InsurancePaid
            }
            Slot::Share => TotalKind::AmountDue,
            Slot::Part(Part::Discount) => TotalKind::Adjustments,
            Slot::Part(Part::Deductible) => TotalKind::Deductible,
            Slot::Part(Part::Copay) => TotalKind::Copay,
            Slot::Part(Part::Coinsurance) => TotalKind::Coinsurance,
            Slot::Part(Part::NotCovered) => TotalKind::NotCovered,
            Slot::Part(Part::OtherPayer) => TotalKind::OtherPayer,
            Slot::Part(Part::PatientPaid) => TotalKind::PatientPaid,
            Slot::Part(Part::PaidToPatient) | Slot::PaidToProvider | Slot::Unused => continue,
        };
        found.push((kind, read));
    }
    found
}

/// What the lines come to, if each has its part and nothing about it is in doubt.
fn sum(lines: &[Line], kind: TotalKind) -> Option<i64> {
    let part =
        |line: &Line, wanted: Part| line.parts.iter().find(|(part, _)| *part == wanted).map(|(_, read)| read.value);
    let of = |line: &Line| match kind {
        TotalKind::Charges => line.billed.as_ref().and_then(Read::sure).copied(),
        TotalKind::Allowed => line.allowed.as_ref().map(|read| read.value),
        TotalKind::InsurancePaid => line.plan_paid.as_ref().map(|read| read.value),
        TotalKind::AmountDue => line.share.as_ref().map(|read| read.value),
        TotalKind::Adjustments => part(line, Part::Discount),
        TotalKind::Deductible => part(line, Part::Deductible),
        TotalKind::Copay => part(line, Part::Copay),
        TotalKind::Coinsurance => part(line, Part::Coinsurance),
        TotalKind::NotCovered => part(line, Part::NotCovered),
        TotalKind::OtherPayer => part(line, Part::OtherPayer),
        TotalKind::PatientPaid => part(line, Part::PatientPaid),
    };
    let parts: Option<Vec<Cents>> = lines.iter().map(of).collect();
    let parts = parts.filter(|parts| !parts.is_empty())?;
    parts.into_iter().try_fold(0_i64, |sum, part| sum.checked_add(part.0))
}

/// The number of a claim that another is related to.
fn related_number(related: &Value) -> Option<String> {
    let own = related.get("reference").and_then(|identifier| json::text(identifier, "value"));
    let claim = related.get("claim");
    let inside = claim.and_then(|claim| json::text(claim.get("identifier")?, "value"));
    let named = claim.and_then(|claim| json::text(claim, "display"));
    let address = claim.and_then(|claim| json::text(claim, "reference")).map(json::last_part);
    own.or(inside).or(named).or(address).map(ToOwned::to_owned)
}
