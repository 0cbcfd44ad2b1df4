//! Saved details of statements: what their lines say beyond the columns, the claim, ties between lines, the plan's terms.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::Code;
use super::is_default;
use crate::case::statement::{self, At};
use crate::case::{Number, terms};
use crate::civil::Date;
use crate::money::Cents;

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Detail {
    #[serde(default, skip_serializing_if = "is_default")]
    last: Option<Date>,
    #[serde(default, skip_serializing_if = "is_default")]
    system: Option<CodeSystem>,
    #[serde(default, skip_serializing_if = "is_default")]
    modifiers: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    revenue: String,
    #[serde(default, skip_serializing_if = "is_default")]
    diagnoses: Vec<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    parts: BTreeMap<Part, i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    reasons: Vec<Reason>,
    #[serde(default, skip_serializing_if = "is_default")]
    network: Option<Network>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    code: Code,
    #[serde(default, skip_serializing_if = "is_default")]
    cents: Option<i64>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct ClaimNotes {
    #[serde(default, skip_serializing_if = "is_default")]
    state: Option<ClaimState>,
    #[serde(default, skip_serializing_if = "is_default")]
    replaces: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    replaced_by: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    provider_network: Option<Network>,
}

/// What the person said of two lines.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tie {
    bill: (u32, usize),
    eob: (u32, usize),
    belongs: Together,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanTerms {
    #[serde(default, skip_serializing_if = "is_default")]
    inside: Terms,
    #[serde(default, skip_serializing_if = "is_default")]
    outside: Terms,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Terms {
    #[serde(default, skip_serializing_if = "is_default")]
    deductible: Accumulator,
    #[serde(default, skip_serializing_if = "is_default")]
    out_of_pocket: Accumulator,
    #[serde(default, skip_serializing_if = "is_default")]
    copay: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    coinsurance_percent: Option<u32>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accumulator {
    #[serde(default, skip_serializing_if = "is_default")]
    individual: Yearly,
    #[serde(default, skip_serializing_if = "is_default")]
    family: Yearly,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Yearly {
    #[serde(default, skip_serializing_if = "is_default")]
    limit: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    met: Option<i64>,
}

/// A closed list of the case, saved under these names.
macro_rules! saved {
    ($name:ident = $of:path { $($variant:ident),* $(,)? }) => {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum $name { $($variant),* }

        impl $name {
            fn store(value: $of) -> Self {
                use $of as Of;
                match value { $(Of::$variant => Self::$variant),* }
            }

            fn restore(self) -> $of {
                use $of as Of;
                match self { $(Self::$variant => Of::$variant),* }
            }
        }
    };
}

saved!(CodeSystem = statement::CodeSystem { Cpt, Hcpcs, Cdt, Ndc, Revenue, PaymentGroup, Other });
saved!(Network = statement::Network { In, Out });
saved!(ClaimState = statement::ClaimState { Complete, Partial, Waiting, Failed });
saved!(Together = statement::Belongs { Together, Apart });
saved!(
    Part = statement::Part {
        Discount,
        Deductible,
        Copay,
        Coinsurance,
        NotCovered,
        OtherPayer,
        PatientPaid,
        PaidToPatient,
    }
);

impl Detail {
    pub(super) fn store(detail: &statement::Detail) -> Self {
        let reason = |reason: &statement::Reason| Reason {
            code: Code::store(&reason.code),
            cents: reason.amount.map(|amount| amount.0),
        };
        Self {
            last: detail.last,
            system: detail.system.map(CodeSystem::store),
            modifiers: detail.modifiers.clone(),
            revenue: detail.revenue.clone(),
            diagnoses: detail.diagnoses.clone(),
            parts: detail.parts.iter().map(|(part, amount)| (Part::store(*part), amount.0)).collect(),
            reasons: detail.reasons.iter().map(reason).collect(),
            network: detail.network.map(Network::store),
        }
    }

    pub(super) fn restore(self) -> statement::Detail {
        let reason =
            |reason: Reason| statement::Reason { code: reason.code.restore(), amount: reason.cents.map(Cents) };
        statement::Detail {
            last: self.last,
            system: self.system.map(CodeSystem::restore),
            modifiers: self.modifiers,
            revenue: self.revenue,
            diagnoses: self.diagnoses,
            parts: self.parts.into_iter().map(|(part, cents)| (part.restore(), Cents(cents))).collect(),
            reasons: self.reasons.into_iter().map(reason).collect(),
            network: self.network.map(Network::restore),
        }
    }
}

impl ClaimNotes {
    pub(super) fn store(notes: &statement::ClaimNotes) -> Self {
        Self {
            state: notes.state.map(ClaimState::store),
            replaces: notes.replaces.clone(),
            replaced_by: notes.replaced_by.clone(),
            provider_network: notes.provider_network.map(Network::store),
        }
    }

    pub(super) fn restore(self) -> statement::ClaimNotes {
        statement::ClaimNotes {
            state: self.state.map(ClaimState::restore),
            replaces: self.replaces,
            replaced_by: self.replaced_by,
            provider_network: self.provider_network.map(Network::restore),
        }
    }
}

impl Tie {
    pub(super) fn store(tie: &statement::Tie) -> Self {
        let at = |at: At| (at.statement.0, at.line);
        Self { bill: at(tie.bill), eob: at(tie.eob), belongs: Together::store(tie.belongs) }
    }

    pub(super) fn restore(self) -> statement::Tie {
        let at = |(statement, line)| At { statement: Number(statement), line };
        statement::Tie { bill: at(self.bill), eob: at(self.eob), belongs: self.belongs.restore() }
    }
}

impl PlanTerms {
    pub(super) fn store(plan: &terms::PlanTerms) -> Self {
        Self { inside: Terms::store(&plan.inside), outside: Terms::store(&plan.outside) }
    }

    pub(super) fn restore(self) -> terms::PlanTerms {
        terms::PlanTerms { inside: self.inside.restore(), outside: self.outside.restore() }
    }
}

impl Terms {
    fn store(terms: &terms::Terms) -> Self {
        Self {
            deductible: Accumulator::store(&terms.deductible),
            out_of_pocket: Accumulator::store(&terms.out_of_pocket),
            copay: terms.copay.map(|copay| copay.0),
            coinsurance_percent: terms.coinsurance_percent,
        }
    }

    fn restore(self) -> terms::Terms {
        terms::Terms {
            deductible: self.deductible.restore(),
            out_of_pocket: self.out_of_pocket.restore(),
            copay: self.copay.map(Cents),
            coinsurance_percent: self.coinsurance_percent,
        }
    }
}

impl Accumulator {
    fn store(held: &terms::Accumulator) -> Self {
        let yearly =
            |held: terms::Yearly| Yearly { limit: held.limit.map(|cents| cents.0), met: held.met.map(|cents| cents.0) };
        Self { individual: yearly(held.individual), family: yearly(held.family) }
    }

    fn restore(self) -> terms::Accumulator {
        let yearly = |held: Yearly| terms::Yearly { limit: held.limit.map(Cents), met: held.met.map(Cents) };
        terms::Accumulator { individual: yearly(self.individual), family: yearly(self.family) }
    }
}
