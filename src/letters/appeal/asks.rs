//! What is asked beside the remedy itself, for each argument that is not about approval or medical need.

use super::argument::Argument;
use crate::kinds::Field;
use crate::letters::pen::Pen;
use crate::paper::{Line, line};

/// The items of one argument.
pub(super) fn of(pen: &Pen, argument: Argument) -> Vec<Line> {
    let told =
        pen.fact(Field::Provider).map_or_else(|| line!["Tell me"], |provider| line!["Tell ", provider, " and me"]);
    let tell = |what: &'static str| [told.clone(), line![" in writing ", what]].concat();
    match argument {
        Argument::CostShare => vec![line![
            "Send me the numbers behind the share: the allowed amount, the deductible before and after this claim, the copay \
             and the coinsurance, with the page of the plan for each. If the share changes, tell the provider too."
        ]],
        Argument::Referral => vec![tell("whether a referral is still missing, from whom, and until when you take it.")],
        Argument::Experimental => vec![
            line![
                "Send me the plan's definition of experimental care and the policy that you used, with its date and its list \
                 of studies."
            ],
            line![
                "Tell me how and by when I can ask for an independent review outside the plan if you do not change the \
                 decision."
            ],
        ],
        Argument::CodingError => vec![tell(
            "which code, modifier, day or other detail does not fit, by which rule, and until when you take a corrected claim.",
        )],
        Argument::MissingInfo => {
            vec![tell("what is still missing, where to send it, and until when you take it.")]
        }
        Argument::Bundled => {
            vec![line!["Send me the rule by which you count the two services as one."], may_be_billed(pen)]
        }
        Argument::FrequencyLevel => {
            vec![line!["Send me the rule or the criteria by which you cut the number, the length or the level."]]
        }
        Argument::Duplicate => {
            vec![tell("the number of the other claim, the day you received it, what you paid on it and to whom.")]
        }
        Argument::TimelyFiling => vec![
            tell("the day the claim first came, the time limit that you applied, and where it is written."),
            may_be_billed(pen),
        ],
        Argument::Eligibility => vec![line![
            "Send me the first and the last day of the coverage by your record, the reason for its end if it ended, and a copy \
             of the notice of it."
        ]],
        Argument::OtherInsurance => vec![line![
            "Correct your record of other insurance, and tell me what you still need for it. If you hold that another plan \
             pays first, tell me which one, and the rule of the plan that says so."
        ]],
        Argument::WrongPayer => vec![tell(
            "which plan or office should have the claim, with its name and address, and on which day you sent it there.",
        )],
        Argument::Network => vec![line![
            "Count the patient's share with the in-network deductible, copay and coinsurance, and toward the in-network limits. \
             If you do not, send me your record of the network status on that day and the page of the plan that you rely on."
        ]],
        Argument::NotCovered => vec![line![
            "Name the exclusion word for word and its page, and say why this care falls under it. Send me the pages of the \
             plan on this kind of care."
        ]],
        Argument::BenefitLimit => vec![line![
            "Send me the words of the limit, and the list of all that you counted toward it: each day, service, provider and \
             amount."
        ]],
        Argument::Drug => vec![line![
            "Tell the prescriber and me which rule you applied, which other drugs you would cover, and what would show that \
             they do not fit."
        ]],
        Argument::ContractDiscount => vec![may_be_billed(pen)],
        Argument::QualityPenalty => vec![
            tell("which rule of quality you applied, to which stay, and who can have it reviewed."),
            may_be_billed(pen),
        ],
        Argument::ProviderStatus => {
            vec![tell("what is missing in your record of the provider, and since when."), may_be_billed(pen)]
        }
        Argument::OnHold => vec![tell("what the claim waits for, and the day by which you will decide it.")],
        Argument::AppealProcedure => {
            vec![line![
                "Tell me which step is open now, inside the plan and outside it, with its address and its last day."
            ]]
        }
        Argument::MedicaidMedicare => {
            vec![line![
                "Send me the rule and the figures that you used, and the name of the office that can correct them."
            ]]
        }
        Argument::GeneralDenial => vec![line![
            "Give me the specific reason in words, the page of the plan that it rests on, and the meaning of each code."
        ]],
        Argument::PriorAuth | Argument::MedicalNecessity => Vec::new(),
    }
}

fn may_be_billed(pen: &Pen) -> Line {
    let amount = match pen.fact(Field::PatientShare) {
        Some(share) => line!["the ", share],
        None => line!["the amount that you did not pay"],
    };
    [
        line!["Tell me in writing whether the provider may ask the patient for "],
        amount,
        line![", and where that is written."],
    ]
    .concat()
}
