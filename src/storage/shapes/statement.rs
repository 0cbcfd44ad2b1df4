//! Saved bills, explanations of benefits, receipts and estimates. Came with version 2.

use serde::{Deserialize, Serialize};

use super::super::Place;
use super::detail::{ClaimNotes, Detail};
use super::facts::{Facts, From};
use super::is_default;
use crate::case::{self, Number};
use crate::civil::Date;
use crate::kinds::{StatementKind, TotalKind};
use crate::money::Cents;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    number: u32,
    kind: StatementKind,
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    facts: Facts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    service: Option<Service>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<Line>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    totals: Vec<Total>,
    #[serde(default, skip_serializing_if = "is_default")]
    claim: ClaimNotes,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Service {
    first: Date,
    last: Date,
    from: From,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Line {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    code: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    units: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    billed: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    allowed: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan_paid: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    share: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    detail: Detail,
    from: From,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Total {
    kind: TotalKind,
    cents: i64,
    from: From,
}

impl Statement {
    pub(super) fn store(statement: &case::Statement) -> Self {
        Self {
            number: statement.number.0,
            kind: statement.kind,
            facts: Facts::store(&statement.facts),
            service: statement.service.as_ref().map(Service::store),
            lines: statement.lines.iter().map(Line::store).collect(),
            totals: statement.totals.iter().map(Total::store).collect(),
            claim: ClaimNotes::store(&statement.claim),
        }
    }

    pub(super) fn restore(self) -> Result<case::Statement, Place> {
        Ok(case::Statement {
            number: Number(self.number),
            kind: self.kind,
            facts: self.facts.restore_where(case::Statement::holds)?,
            service: self.service.map(Service::restore),
            lines: self.lines.into_iter().map(Line::restore).collect(),
            totals: self.totals.into_iter().map(Total::restore).collect(),
            claim: self.claim.restore(),
        })
    }
}

impl Service {
    fn store(service: &case::Service) -> Self {
        Self { first: service.first, last: service.last, from: From::store(&service.from) }
    }

    fn restore(self) -> case::Service {
        case::Service { first: self.first, last: self.last, from: self.from.restore() }
    }
}

impl Line {
    fn store(line: &case::StatementLine) -> Self {
        let cents = |amount: Option<Cents>| amount.map(|cents| cents.0);
        Self {
            on: line.on,
            code: line.code.clone(),
            what: line.what.clone(),
            units: line.units,
            billed: cents(line.billed),
            allowed: cents(line.allowed),
            plan_paid: cents(line.plan_paid),
            share: cents(line.share),
            detail: Detail::store(&line.detail),
            from: From::store(&line.from),
        }
    }

    fn restore(self) -> case::StatementLine {
        case::StatementLine {
            on: self.on,
            code: self.code,
            what: self.what,
            units: self.units,
            billed: self.billed.map(Cents),
            allowed: self.allowed.map(Cents),
            plan_paid: self.plan_paid.map(Cents),
            share: self.share.map(Cents),
            detail: self.detail.restore(),
            from: self.from.restore(),
        }
    }
}

impl Total {
    fn store(total: &case::Total) -> Self {
        Self { kind: total.kind, cents: total.amount.0, from: From::store(&total.from) }
    }

    fn restore(self) -> case::Total {
        case::Total { kind: self.kind, amount: Cents(self.cents), from: self.from.restore() }
    }
}
