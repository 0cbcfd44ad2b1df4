//! Why the decision should change, and what is asked for it: the part of the appeal that follows from the situation.
//!
//! As ambitious as the evidence in hand; where facts are thin it asks for the plan's own words instead of arguing.

use super::argument::Argument;
use super::{About, Remedy, asks, why};
use crate::case::ReasonCode;
use crate::kinds::{Field, PaperKind};
use crate::letters::frame::{listed, named};
use crate::letters::gap::{self, Unclaimed};
use crate::letters::grid;
use crate::letters::law;
use crate::letters::pen::{Pen, with};
use crate::paper::{Line, Span, line};

/// The paragraphs under "Why this decision should change".
pub(super) fn write(pen: &mut Pen, about: &About) {
    if pen.fact(Field::Reason).is_none() {
        let line = line![
            "I do not have the reason for your decision in writing. Please give me the specific reason and the plan \
             provision that it rests on, so that I can answer it."
        ];
        pen.paragraph("why-reason", line);
    }
    if about.argues(Argument::PriorAuth) {
        no_authorization(pen);
    }
    statement(pen);
    evidence(pen, about);
    if about.argues(Argument::MedicalNecessity) {
        necessity(pen);
    }
    grid::argue(pen);
    for argument in &about.arguments {
        why::write(pen, *argument);
    }
    if about.ask() == Remedy::Approve {
        before_care(pen);
    }
    if about.arguments.is_empty() {
        plan_words(pen);
    }
}

/// What is asked beside the remedy itself.
pub(super) fn asks(pen: &mut Pen, about: &About) -> Vec<Line> {
    let mut items = Vec::new();
    if about.argues(Argument::PriorAuth) {
        let told = match pen.fact(Field::Provider) {
            Some(provider) => line!["tell ", provider, " and me"],
            None => line!["tell me"],
        };
        items.push(
            [
                line!["Review this care for authorization after the fact (retroactive authorization), and "],
                told,
                line![" in writing which records you need for it."],
            ]
            .concat(),
        );
        items.push(line![
            "Name the page of the plan that requires authorization for this care, and the page that says what the plan \
             pays when it is missing."
        ]);
        items.extend(carries(pen));
    }
    if about.argues(Argument::MedicalNecessity) {
        items.push(line![
            "Name each criterion that you find not met, and the record that shows it. Send me the criteria and the plan's \
             definition of medical necessity."
        ]);
    }
    for argument in &about.arguments {
        items.extend(asks::of(pen, *argument));
    }
    if about.ask() == Remedy::Approve && !about.is_medical() {
        items.push(line![
            "Tell me which rule or criteria the decision rests on, and which point of it you find not met."
        ]);
    }
    items
}

/// S04: the claim was denied because nobody had approved the care beforehand.
fn no_authorization(pen: &mut Pen) {
    approval(pen);
    emergency(pen);
    let only = if speaks_of_authorization_alone(pen) {
        line![
            "The reason that you give is about approval before the care. It does not say that the care was not needed. "
        ]
    } else {
        Vec::new()
    };
    let review = line![
        "Please look at the care itself now, and decide as you would have decided if you had been asked before it was given."
    ];
    let records = match pen.fact(Field::Provider) {
        Some(provider) => line![" Please ask ", provider, " for any record that you need."],
        None => Vec::new(),
    };
    pen.paragraph("why-care", [only, review, records].concat());
    let plan = line![
        "Please also show me the plan's own words and the standard that you used. If the plan sets a lower payment or a \
         penalty for missing authorization, please apply that and pay the rest."
    ];
    pen.paragraph("why-plan", plan);
    network(pen);
    code(pen);
}

fn approval(pen: &mut Pen) {
    pen.lacks(gap::APPROVAL_ASKED);
    let number = pen.fact(Field::AuthorizationNumber);
    if pen.yes(Field::ApprovalAsked) {
        let line = [
            line!["Approval was asked for before the care was given."],
            number.map_or_else(Vec::new, |number| line![" The authorization number is ", number, "."]),
            line![" Please check your records of that request against this claim."],
        ];
        pen.paragraph("why-approval", line.concat());
    } else {
        pen.leaves_out_unless_answered(Field::ApprovalAsked, Unclaimed::Approval);
        if let Some(number) = number {
            pen.paragraph(
                "why-approval",
                line!["I have this authorization number: ", number, ". Please check whether it belongs to this care."],
            );
        }
    }
}

fn emergency(pen: &mut Pen) {
    pen.lacks(gap::EMERGENCY);
    if !pen.yes(Field::Emergency) {
        pen.leaves_out_unless_answered(Field::Emergency, Unclaimed::Emergency);
        return;
    }
    let law = if pen.leans_on(law::EMERGENCY) {
        " The law does not let a plan require approval in advance for it."
    } else {
        ""
    };
    pen.paragraph(
        "why-emergency",
        line!["The care was an emergency. Please review it under the plan's terms for emergency services.", law],
    );
}

fn network(pen: &mut Pen) {
    pen.lacks(gap::IN_NETWORK);
    if !pen.yes(Field::InNetwork) {
        pen.leaves_out_unless_answered(Field::InNetwork, Unclaimed::InNetwork);
        return;
    }
    let Some(provider) = pen.fact(Field::Provider).or_else(|| pen.fact(Field::Facility)) else { return };
    pen.paragraph(
        "why-network",
        line![
            provider,
            " is in the plan's network. Please tell me whether the contract with you makes the provider, and not the \
             patient, responsible for asking for authorization."
        ],
    );
}

/// The group code CO beside an amount that the notice calls the patient's. A question, never a conclusion.
fn code(pen: &mut Pen) {
    let Some(code) = contractual(pen) else { return };
    let shown = match pen.fact(Field::PatientShare) {
        Some(share) => {
            line!["The notice shows ", share, " as patient responsibility, and beside it the code ", code, ". "]
        }
        None => line!["The notice shows the code ", code, ". "],
    };
    let line = [
        shown,
        line![
            "In such codes the letters CO stand for contractual obligation, and PR for patient responsibility. Please \
             explain how the two can stand together on this notice."
        ],
    ];
    pen.paragraph("why-code", line.concat());
}

/// The ask that goes with [`code`].
fn carries(pen: &Pen) -> Option<Line> {
    contractual(pen)?;
    let amount = match pen.fact(Field::PatientShare) {
        Some(share) => line!["the ", share],
        None => line!["the amount that you did not pay"],
    };
    let whom =
        if pen.for_another() { ", the provider or the patient, and why." } else { ", the provider or I, and why." };
    Some([line!["Tell me in writing who is responsible for "], amount, line![whom]].concat())
}

/// The first code with group CO, as the notice prints it.
fn contractual(pen: &Pen) -> Option<Span> {
    let fact = pen.case.denial_fact(Field::ReasonCode)?;
    let held = pen.case.codes().iter().find(|code| code.group.as_deref() == Some("CO")).map(ReasonCode::to_string)?;
    Some(Span::fact(Field::ReasonCode, fact, held))
}

/// Whether the quoted reason names no ground beside authorization.
fn speaks_of_authorization_alone(pen: &Pen) -> bool {
    const OTHER_GROUNDS: [&str; 8] =
        ["necess", "experiment", "investigat", "exclu", "covered", "cosmetic", "criteria", "eligib"];
    pen.quote(Field::Reason).is_some_and(|quote| {
        let words = quote.printed().to_lowercase();
        ["authori", "approv", "certif", "notif"].iter().any(|word| words.contains(word))
            && OTHER_GROUNDS.iter().all(|word| !words.contains(word))
    })
}

/// S05: the reason is a medical judgment.
fn necessity(pen: &mut Pen) {
    pen.lacks(gap::NECESSITY_LETTER);
    pen.lacks(gap::RECORDS);
    pen.lacks(gap::CRITERIA);
    if pen.paper(PaperKind::NecessityLetter).is_none() {
        pen.leaves_out(Unclaimed::MedicalNeed);
    }
    let measure = line![
        "Please measure this care against the plan's own definition of medical necessity and the written criteria that \
         you used, one by one."
    ];
    let criteria = match pen.paper(PaperKind::Criteria) {
        Some(paper) => [line![" I enclose the criteria: "], listed(paper), line!["."]].concat(),
        None => line![" I do not have those criteria, so I cannot answer them one by one yet."],
    };
    pen.paragraph("why-criteria", [measure, criteria].concat());
}

/// S01: approval was asked for and refused.
fn before_care(pen: &mut Pen) {
    pen.lacks(gap::NECESSITY_LETTER);
    pen.lacks(gap::RECORDS);
    if pen.paper(PaperKind::NecessityLetter).is_none() {
        pen.leaves_out(Unclaimed::MedicalNeed);
    }
    let line = match pen.fact(Field::Provider) {
        Some(provider) => line![
            "If something is missing from the request, please tell ",
            provider.clone(),
            " and me what it is before you decide, so that it can be sent. If a medical question is open, please let ",
            provider,
            " speak with your reviewer before you decide."
        ],
        None => line![
            "If something is missing from the request, please tell me what it is before you decide, so that it can be sent."
        ],
    };
    pen.paragraph("why-missing", line);
}

/// The papers in hand that speak to the reason.
fn evidence(pen: &mut Pen, about: &About) {
    let letters = pen.papers(PaperKind::NecessityLetter);
    if !letters.is_empty() {
        let line = [
            line!["I enclose a letter from the treating clinician on why this care is needed: "],
            named(&letters),
            line![". Please answer each point that it makes."],
        ];
        pen.paragraph("why-clinician", line.concat());
    }
    let records: Vec<_> = [PaperKind::MedicalRecords, PaperKind::EmergencyRecords, PaperKind::Referral]
        .into_iter()
        .flat_map(|kind| pen.papers(kind))
        .collect();
    if !records.is_empty() {
        let lead = if letters.is_empty() { "I enclose" } else { "I also enclose" };
        let line =
            [line![lead, " these records, which your first review may not have had: "], named(&records), line!["."]];
        pen.paragraph("why-records", line.concat());
    }
    let plan = pen.papers(PaperKind::PlanDocument);
    if !plan.is_empty() {
        pen.paragraph(
            "why-booklet",
            [line!["I enclose the pages of the plan that I rely on: "], named(&plan), line!["."]].concat(),
        );
    }
    let network = pen.papers(PaperKind::NetworkProof);
    if about.argues(Argument::PriorAuth) && !network.is_empty() {
        pen.paragraph(
            "why-directory",
            [line!["On the network I enclose this: "], named(&network), line!["."]].concat(),
        );
    }
}

/// The person's own account.
fn statement(pen: &mut Pen) {
    if let Some(words) = pen.need(gap::STATEMENT) {
        pen.paragraph("why-statement", with("In my own words: ", Some(words)));
    }
}

/// The general play: hold the reason against the plan's own words.
fn plan_words(pen: &mut Pen) {
    if pen.fact(Field::Reason).is_none() {
        return;
    }
    let line = line![
        "Please compare the reason that you give with the plan's own words, and show me the words and the standard that \
         you rely on. If they do not support the reason, please reverse the decision."
    ];
    pen.paragraph("why-plan", line);
}
