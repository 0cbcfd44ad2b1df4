//! Why the decision should change, for each argument that is not about approval or medical need.
//!
//! Says what a fact carries and asks for the rest: an appeal never states what the plan has to prove.

use super::argument::Argument;
use crate::kinds::{Field, PaperKind, Timing};
use crate::letters::frame::named;
use crate::letters::gap::{self, Unclaimed};
use crate::letters::law;
use crate::letters::other_insurance;
use crate::letters::pen::{Pen, with};
use crate::letters::surprise;
use crate::paper::{Line, line};
use crate::rulebook::LevelKind;

/// The paragraphs of one argument.
pub(super) fn write(pen: &mut Pen, argument: Argument) {
    for (at, paragraph) in paragraphs(pen, argument).into_iter().filter(|line| !line.is_empty()).enumerate() {
        let more = ["", "-more", "-further", "-also", "-last"].get(at).copied().unwrap_or("-rest");
        pen.paragraph(&format!("argues-{}{more}", argument.key()), paragraph);
    }
}

fn paragraphs(pen: &mut Pen, argument: Argument) -> Vec<Line> {
    match argument {
        Argument::CostShare => cost_share(pen),
        Argument::Referral => referral(pen),
        Argument::Experimental => experimental(pen),
        Argument::CodingError => coding(pen),
        Argument::MissingInfo => missing(pen),
        Argument::Bundled => bundled(pen),
        Argument::FrequencyLevel => level(pen),
        Argument::Duplicate => vec![line![
            "Please compare the two claims that you take for one: the day, the service, the code, the body side and the \
             provider of each. If two services were given, each is to be decided by itself. If it is one, please tell me \
             what was paid for it and what my share is."
        ]],
        Argument::TimelyFiling => late_claim(pen),
        Argument::Eligibility => vec![line![
            "Please check the name, the date of birth and the member number on the claim against your record of the \
             coverage, and check which days the coverage had. If you ended the coverage back to an earlier day, please \
             take this letter as an appeal of that decision too."
        ]],
        Argument::OtherInsurance => vec![other_insurance::answer(pen)],
        Argument::WrongPayer => vec![line![
            "If this claim belongs to another plan, office or company that works for you, please send it there, and \
             count it as received on the day on which it first reached you. I should not lose time because of where the \
             claim was sent."
        ]],
        Argument::Network => network(pen),
        Argument::NotCovered => vec![line![
            "Please hold the plan's own words against this care and this diagnosis. If an exclusion does not name this \
             care, or the plan covers it for some reasons or in some places, please decide by those words."
        ]],
        Argument::BenefitLimit => vec![line![
            "Please show how you counted. A limit can only be reached by care that it is about, in the time that it is \
             about. If the plan goes beyond the limit where care is medically needed, please take this letter as a \
             request for that."
        ]],
        Argument::Drug => drug(pen),
        Argument::ContractDiscount => vec![line![
            "As I read the notice, this amount is the difference between the charge and the price that you allow. Please \
             tell me whether it is, and whether the provider may ask it of the patient."
        ]],
        Argument::ProviderStatus => vec![line![
            "This reason is about your record of the provider. Please tell the provider and me what in that record is \
             missing or does not fit, so that it can be put right, and decide the claim again then."
        ]],
        Argument::OnHold => on_hold(pen),
        Argument::AppealProcedure => procedure(pen),
        Argument::QualityPenalty => vec![line![
            "As I read the notice, this reason is about a rule between you and the hospital, and not about whether the care \
             is covered. Please tell me whether any of this amount may be asked of the patient, and by which rule."
        ]],
        Argument::MedicaidMedicare => program(pen),
        Argument::GeneralDenial => vec![line![
            "The notice does not give me a reason that I can answer. Please tell me what each code and remark on it means, \
             and which fact and which words of the plan the decision rests on."
        ]],
        // These two are written where the papers are known; see `reasons`.
        Argument::PriorAuth | Argument::MedicalNecessity => Vec::new(),
    }
}

fn cost_share(pen: &mut Pen) -> Vec<Line> {
    let share = match pen.fact(Field::PatientShare) {
        Some(share) => line!["The notice puts ", share, " on the patient. "],
        None => Vec::new(),
    };
    let work = line![
        "Please work the patient's share out again: from the allowed amount, with the in-network terms if the provider is \
         in the network, and with what had been counted toward the deductible and the yearly limit before this claim."
    ];
    let counted = match (pen.fact(Field::CountedByMe), pen.fact(Field::CountedByPlan)) {
        (Some(mine), Some(plans)) => {
            line!["By my papers ", mine, " should have been counted. Your record shows ", plans, "."]
        }
        (Some(mine), None) => line!["By my papers ", mine, " should have been counted by now."],
        (None, _) => Vec::new(),
    };
    let prevention = if pen.case.situations.iter().any(|play| play.0 == "S22") && pen.leans_on(law::PREVENTION) {
        line![
            "A plan may not charge a share for some preventive services. Please check whether this service is one of them, \
             and if it is, take the share off."
        ]
    } else {
        Vec::new()
    };
    vec![[share, work].concat(), counted, network_status(pen), prevention]
}

/// One sentence, where it is a fact that the provider is in the network.
fn network_status(pen: &mut Pen) -> Line {
    pen.lacks(gap::IN_NETWORK);
    if !pen.yes(Field::InNetwork) {
        pen.leaves_out_unless_answered(Field::InNetwork, Unclaimed::InNetwork);
        return Vec::new();
    }
    match pen.fact(Field::Provider).or_else(|| pen.fact(Field::Facility)) {
        Some(provider) => line![provider, " is in the plan's network."],
        None => line!["The provider is in the plan's network."],
    }
}

fn referral(pen: &mut Pen) -> Vec<Line> {
    pen.lacks(gap::REFERRAL);
    let held = pen.papers(PaperKind::Referral);
    let first = if held.is_empty() {
        line![
            "If the plan accepts a referral that is dated after the care, please say so now, and tell my doctor and me \
             where to send it."
        ]
    } else {
        [line!["I enclose the referral: "], named(&held), line![". Please decide the claim again with it."]].concat()
    };
    let page = line![
        "Please also show me the words of the plan that ask for a referral for this care, and what the plan pays without one."
    ];
    vec![first, page]
}

fn experimental(pen: &mut Pen) -> Vec<Line> {
    pen.lacks(gap::NECESSITY_LETTER);
    pen.lacks(gap::RECORDS);
    pen.lacks(gap::CRITERIA);
    if pen.paper(PaperKind::NecessityLetter).is_none() {
        pen.leaves_out(Unclaimed::MedicalNeed);
    }
    vec![line![
        "Please measure this care, for this diagnosis, against the plan's own definition of experimental or investigational \
         care, point by point. For each point that you find not met, please name the study or the review that you rely on, \
         with its date. Please look at what the treating clinician writes about the evidence, and at what was published \
         since your policy was last changed."
    ]]
}

fn coding(pen: &mut Pen) -> Vec<Line> {
    let provider = pen.fact(Field::Provider);
    let office = provider.map_or_else(|| line!["the provider's office"], |provider| line![provider]);
    vec![
        [
            line!["This reason is about how the claim was written. If "],
            office,
            line![" sends you a corrected claim, please take it as part of this appeal, and decide on the care as it was given."],
        ]
        .concat(),
        network_status(pen),
    ]
}

fn missing(pen: &mut Pen) -> Vec<Line> {
    pen.lacks(gap::RECORDS);
    let asked = line![
        "Please decide on what is enclosed and on what you hold already. If something is still missing, please name it: \
         which paper, of which day, from whom, and when and of whom you asked for it."
    ];
    let time = pen
        .book
        .rule("missing-information-window")
        .and_then(|rule| pen.within(rule, "The time to send missing information"));
    let time = time.map_or_else(Vec::new, |amount| {
        line![
            "If you need it from me, please give me the time that the rule sets, at least ",
            amount,
            " after you ask."
        ]
    });
    vec![asked, time]
}

fn bundled(pen: &mut Pen) -> Vec<Line> {
    let code = with(" with procedure code ", pen.fact(Field::ProcedureCode));
    vec![
        [
            line!["You count this service"],
            code,
            line![
                " as part of another one. Please name that other service, its day, its code and what you paid for it, and the \
                 rule by which the two are one. If a record or a modifier would show that they were two, please tell the \
                 provider and me."
            ],
        ]
        .concat(),
        network_status(pen),
    ]
}

fn level(pen: &mut Pen) -> Vec<Line> {
    pen.lacks(gap::NECESSITY_LETTER);
    pen.lacks(gap::RECORDS);
    vec![line![
        "Please decide on each visit, day or unit by itself. For each that you do not pay, please say which record you \
         looked at, which rule or criteria you used, and what number or level you would have paid. Please pay the part that \
         you do not question now."
    ]]
}

fn late_claim(pen: &mut Pen) -> Vec<Line> {
    let sent = match pen.fact(Field::RequestSent) {
        Some(day) => line!["By what I know, the claim was sent to you, or reached you, on ", day, ". "],
        None => Vec::new(),
    };
    let check = line![
        "Please check on which day any claim for this care first reached you or a company that works for you, and count \
         from that day."
    ];
    let who = line![
        "If the provider had to send the claim, please tell the provider and me whether its contract with you lets it ask \
         the patient for what you do not pay because a claim was late."
    ];
    let why = pen.fact(Field::WhyLate).map_or_else(Vec::new, |why| line!["In my own words: ", why]);
    pen.leans_on(law::LATE_CLAIM);
    vec![[sent, check].concat(), why, network_status(pen), who]
}

fn network(pen: &mut Pen) -> Vec<Line> {
    for gap in [gap::SURPRISE_EMERGENCY, gap::SURPRISE_NETWORK, gap::LISTED_IN_NETWORK, gap::NETWORK_PROOF] {
        pen.lacks(gap);
    }
    let known = surprise::facts(pen);
    let protection = surprise::protection(pen);
    let law = if let Some(held) = protection {
        held.leans_on_the_plans_share(pen);
        line![
            "There is a protection from surprise bills for ",
            held.words(),
            ". The share is to be counted as if the care had been in the network."
        ]
    } else {
        pen.leaves_out(Unclaimed::SurpriseBill);
        Vec::new()
    };
    let mut told = Vec::new();
    if pen.yes(Field::ListedInNetwork) {
        pen.leans_on(law::DIRECTORY);
        told = line!["Before the care, the plan or its directory named the provider as in the network."];
    }
    let nobody = if pen.yes(Field::NoNetworkProvider) {
        line!["The plan has nobody in its network who can give this care in time and within reach."]
    } else {
        Vec::new()
    };
    let check = line![
        "Please check the network status of the provider and of the place of care on the day of the care, and whether the \
         care was an emergency, and decide by what you find."
    ];
    vec![known, law, told, nobody, check]
}

fn drug(pen: &mut Pen) -> Vec<Line> {
    pen.lacks(gap::PRESCRIBER_LETTER);
    let tried = pen.need(gap::DRUGS_TRIED).map_or_else(
        || {
            pen.leaves_out(Unclaimed::DrugsTried);
            Vec::new()
        },
        |tried| line!["This is what was tried before, in my own words: ", tried],
    );
    let exception = line![
        "Please take this letter also as a request for an exception from the rule that you applied: the list, the tier, the \
         quantity or the step. If you need the prescriber's statement for it, please tell the prescriber and me now what \
         it has to say and where to send it."
    ];
    vec![tried, exception]
}

fn on_hold(pen: &mut Pen) -> Vec<Line> {
    let due = pen.decides_within(LevelKind::FirstDecision, Some(Timing::PostService));
    let due = due.map_or_else(Vec::new, |amount| {
        line![
            "The rule gives a plan ",
            amount,
            " after a claim for care already given arrives, unless it properly takes more."
        ]
    });
    let ask = line![
        "Please tell me what you wait for, from whom and since when, and decide the claim. If it waits for a premium, \
         please tell me which month, and what you have received."
    ];
    vec![ask, due]
}

fn procedure(pen: &mut Pen) -> Vec<Line> {
    let why = pen.fact(Field::WhyLate).map_or_else(Vec::new, |why| {
        pen.leans_on(law::GOOD_CAUSE);
        line!["If you hold that a request of mine came late, I ask you to accept it. In my own words: ", why]
    });
    let which = line![
        "Please tell me which request of mine you decided or refused, on which day you received it, and which time you \
         applied. Please decide on the care itself."
    ];
    vec![which, why]
}

fn program(pen: &mut Pen) -> Vec<Line> {
    let full = if pen.leans_on(law::FULL_PAYMENT) {
        line![
            "A provider in Medicaid has to take what Medicaid pays, with any share that the state sets, as payment in full."
        ]
    } else {
        Vec::new()
    };
    let which = line![
        "Please tell me which rule of the program you applied, how you worked out the amount, and which office can correct \
         it if the income, the dates or the kind of coverage that you used are wrong."
    ];
    vec![which, full]
}
