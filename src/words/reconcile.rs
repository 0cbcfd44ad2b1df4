//! A bill beside its explanation of benefits, in words: why lines are the same, what does not fit, and what is owed.
//!
//! A finding says what the papers say. It accuses nobody and promises nothing.

pub mod table;
pub mod terms;
pub mod walk;

use super::bills::name;
use crate::case::statement::{Network, Reason};
use crate::case::{At, Case};
use crate::kinds::StatementKind;
use crate::money::Cents;
use crate::paper::long_day;
use crate::reconcile::asked::Asked;
use crate::reconcile::{Basis, Found, Grade, Kind, Left, Owed, Pair, PaperKind, Reconciliation, Why};
use crate::rulebook::Book;

/// How sure a finding is.
#[must_use]
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Proven => "Proven by the papers",
        Grade::Likely => "Likely",
    }
}

/// Why two lines are taken for the same care.
#[must_use]
pub fn why(pair: &Pair) -> String {
    let parts: Vec<&str> = pair.why.iter().map(|why| one_reason(*why)).collect();
    match parts.as_slice() {
        [] => "what is left on both".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn one_reason(why: Why) -> &'static str {
    match why {
        Why::Said => "you said so",
        Why::SameCode => "the same code",
        Why::SameWords => "the same words",
        Why::SameDay => "the same day",
        Why::SameCharge => "the same charge",
        Why::SameUnits => "as many units",
        Why::SameSum => "together the same charge",
    }
}

/// A line as a person would point at it, with the paper that it is on.
#[must_use]
pub fn line(at: At, case: &Case) -> String {
    let Some(paper) = case.statement(at.statement) else { return String::new() };
    let said = paper.lines.get(at.line).map(super::bills::line).unwrap_or_default();
    let short = match paper.kind {
        StatementKind::Eob => "EOB",
        StatementKind::Bill | StatementKind::Receipt | StatementKind::Estimate => super::bills::kind(paper.kind),
    };
    // Where there are several, which of them.
    let several = case.statements.iter().filter(|held| held.kind == paper.kind).count() > 1;
    let which = if several { format!("{short} {}", place(at, case)) } else { short.to_owned() };
    format!("{which}, line {}: {said}", at.line + 1)
}

/// Which of the papers of its kind a line is on, from 1.
fn place(at: At, case: &Case) -> usize {
    let kind = case.statement(at.statement).map(|paper| paper.kind);
    let same = case.statements.iter().filter(|held| Some(held.kind) == kind);
    same.take_while(|held| held.number != at.statement).count() + 1
}

/// What does not fit, in a few words.
#[must_use]
pub fn title(kind: &Kind) -> &'static str {
    match kind {
        Kind::NoItemization => "The bill lists no services",
        Kind::BilledBeforePlan { .. } => "The bill came before the plan decided",
        Kind::NoEob => "No explanation of benefits fits this bill",
        Kind::NotFinal => "The plan has not finished with the claim",
        Kind::NotOnEob { .. } => "A charge that the plan was not told of",
        Kind::AboveShare { .. } => "The bill asks for more than the plan says you owe",
        Kind::DiscountMissing { .. } => "The plan\u{2019}s discount is not taken off in full",
        Kind::PlanPaymentMissing { .. } => "The plan\u{2019}s payment is not taken off in full",
        Kind::OwnPaymentMissing { .. } => "Your own payment is not taken off",
        Kind::MoreOften { .. } => "A service stands on the bill more often than on the EOB",
        Kind::OnTwoBills { .. } => "The same service stands on two bills",
        Kind::MoreUnits { .. } => "More units on the bill than on the EOB",
        Kind::OtherCharge { .. } => "The charge is not the one on the EOB",
        Kind::OtherCode { .. } => "The code is not the one on the EOB",
        Kind::OtherDay { .. } => "The day is not the one on the EOB",
        Kind::LineDoesNotAdd { .. } => "A line of the EOB does not add up",
        Kind::ShareIsNotItsParts { .. } => "Your share on the EOB is not the sum of its parts",
        Kind::DeductibleMet { .. } => "More deductible than was left",
        Kind::CoinsuranceRate { .. } => "The coinsurance is above your plan\u{2019}s rate",
        Kind::CopayDiffers { .. } => "The copay is above your plan\u{2019}s",
        Kind::LimitPassed { .. } => "Your yearly limit was passed",
        Kind::OtherNetwork => "The in-network rate was not used",
        Kind::LateFee => "A fee that is no care",
        Kind::AboveEstimate { .. } => "The bill is well above the estimate",
        Kind::Overpaid { .. } => "You have paid more than you owe",
        Kind::FollowUp { .. } => "A later statement of a bill that you have",
        Kind::OnPaper(kind) => match kind {
            PaperKind::Subtotal => "The lines do not come to the total",
            PaperKind::Due => "The amount due does not follow from the rest",
            PaperKind::TwoDue => "Two different amounts due",
            PaperKind::Patient => "Another patient\u{2019}s name",
            PaperKind::Day => "A day outside the days of care",
        },
    }
}

/// What the papers say, with the exact amounts.
#[must_use]
pub fn reason(found: &Found, case: &Case) -> String {
    match &found.kind {
        Kind::NoItemization => "It prints totals, and none of the services behind them.".to_owned(),
        Kind::BilledBeforePlan { billed, decided } => format!(
            "It is dated {}; the plan decided on {}. It shows no payment and no discount of the plan.",
            long_day(*billed),
            long_day(*decided)
        ),
        Kind::NoEob => {
            "None of its lines is on an explanation of benefits that you have here. The claim may not have been \
                        sent, or its EOB may be missing."
                .to_owned()
        }
        Kind::NotFinal => {
            "The plan\u{2019}s own file says that the claim is not finished. Amounts can change.".to_owned()
        }
        Kind::NotOnEob { billed } => format!(
            "The bill charges {billed}. It is on none of the EOBs that fit this bill. An EOB may be missing, or the plan was \
             never told."
        ),
        Kind::AboveShare { asks, left } => format!(
            "The bill asks for {asks}. By the EOB, after what you paid, {left} is left. {} of the difference has no other reason \
             that these papers show.",
            stake(found)
        ),
        Kind::DiscountMissing { discount, taken } => format!(
            "The EOB shows a discount of {discount}. The bill takes off {taken}. The missing {} is exactly what the bill asks for \
             beyond the rest.{}",
            stake(found),
            match found.grade {
                Grade::Proven => "",
                Grade::Likely => {
                    " Whether the office may bill it depends on its contract with your plan: ask the plan whether the office \
                     is in its network."
                }
            }
        ),
        Kind::PlanPaymentMissing { paid, taken } => {
            format!("The EOB shows that the plan paid {paid}. The bill takes off {taken}. {} is missing.", stake(found))
        }
        Kind::OwnPaymentMissing { paid, taken } => {
            format!("By your receipts you paid {paid}. The bill takes off {taken}. {} is missing.", stake(found))
        }
        Kind::MoreOften { bill, eob } => format!(
            "The bill lists it {bill} times, with the same code, day and charge. The EOB lists it {eob} {}. It can be right: \
             two samples, two teeth.",
            if *eob == 1 { "time" } else { "times" }
        ),
        Kind::OnTwoBills { other } => format!(
            "The same code, day and charge are on {} too. The plan was told of it once.",
            case.statement(*other).map_or_else(|| "another bill".to_owned(), name)
        ),
        Kind::MoreUnits { bill, eob } => {
            format!("The bill has {}, the EOB {}. The bill charges {} more.", units(*bill), units(*eob), stake(found))
        }
        Kind::OtherCharge { bill, eob } => format!("The bill charges {bill}; the EOB says that {eob} was billed."),
        Kind::OtherCode { bill, eob } => {
            format!("The bill has code {bill}, the EOB {eob}. The plan decided on the code that it was told.")
        }
        Kind::OtherDay { bill, eob } => format!("The bill says {}, the EOB {}.", long_day(*bill), long_day(*eob)),
        Kind::LineDoesNotAdd { allowed, paid, share } => format!(
            "The plan allows {allowed}. {paid} was paid and {share} is left to you, which makes {}. The difference is {}.",
            Cents(paid.0.saturating_add(share.0)),
            stake(found)
        ),
        Kind::ShareIsNotItsParts { share, parts } => format!(
            "The EOB says that your share is {share}. Deductible, copay, coinsurance and what is not covered come to {parts}."
        ),
        Kind::DeductibleMet { taken, left } => format!(
            "By what you told us, {left} of the deductible was left. These EOBs count {taken} towards it: {} more.",
            stake(found)
        ),
        Kind::CoinsuranceRate { taken, by_terms } => {
            format!("The EOB takes {taken} as coinsurance. By your plan\u{2019}s percentage it would be {by_terms}.")
        }
        Kind::CopayDiffers { taken, by_terms } => {
            format!("The EOB takes a copay of {taken}. By what you told us, your plan\u{2019}s is {by_terms}.")
        }
        Kind::LimitPassed { taken, left } => format!(
            "By what you told us, {left} was left until your yearly limit. These EOBs leave {taken} to you: {} more.",
            stake(found)
        ),
        Kind::OtherNetwork => {
            "The plan\u{2019}s file says that the provider is in its network, and that these lines were \
                               processed as out of it."
                .to_owned()
        }
        Kind::LateFee => "The line is a fee or interest, not care. The plan has nothing to do with it.".to_owned(),
        Kind::AboveEstimate { estimate, billed } => {
            format!("The estimate was {estimate}, the bill is {billed}: {} more.", stake(found))
        }
        Kind::Overpaid { paid, share } => {
            format!("You paid {paid}. By the EOB your share is {share}. {} is to be paid back.", stake(found))
        }
        Kind::FollowUp { earlier } => format!(
            "It has the same account number and lists again what stands on {}. It is one debt, not two.",
            case.statement(*earlier).map_or_else(|| "an earlier bill".to_owned(), name)
        ),
        Kind::OnPaper(_) => on_paper(found, case).map_or_else(String::new, |question| super::bills::finding(&question)),
    }
}

/// The sentence to say or to send.
#[must_use]
pub fn ask(found: &Found, case: &Case) -> String {
    match &found.kind {
        Kind::NoItemization => {
            "Please send me an itemized bill: every service with its code, day, count and charge.".to_owned()
        }
        Kind::BilledBeforePlan { .. } => {
            "Please bill my plan first, and send me a new statement after it has decided.".to_owned()
        }
        Kind::NoEob => {
            "Did you send a claim for this care to my plan? On which day, and what is its number?".to_owned()
        }
        Kind::NotFinal => "Please hold the account until my plan has finished with the claim.".to_owned(),
        Kind::NotOnEob { billed } => {
            format!("My plan has not processed this charge of {billed}. Was it sent to the plan? If so, when?")
        }
        Kind::AboveShare { asks, left } => format!(
            "My plan\u{2019}s explanation of benefits leaves {left} for me to pay. You ask for {asks}. Please correct the \
             balance, or tell me in writing what the difference of {} is for.",
            stake(found)
        ),
        Kind::DiscountMissing { .. } => format!(
            "The explanation of benefits shows a discount that my statement does not take off in full. Please apply the \
             missing {}, or tell me in writing why you may bill it.",
            stake(found)
        ),
        Kind::PlanPaymentMissing { paid, .. } => {
            format!("My plan says that it paid {paid}. Please apply the missing {} to my account.", stake(found))
        }
        Kind::OwnPaymentMissing { paid, .. } => {
            format!("I have receipts for {paid}. Please apply the missing {} to my account.", stake(found))
        }
        Kind::MoreOften { bill, .. } => {
            format!("Was this service given {bill} times that day? Please check it against the record.")
        }
        Kind::OnTwoBills { .. } => "This service stands on two bills. Which of them is right?".to_owned(),
        Kind::MoreUnits { bill, eob } => format!(
            "My plan was told of {}; you bill {}. How many were given? Please correct the bill or the claim.",
            units(*eob),
            units(*bill)
        ),
        Kind::OtherCharge { bill, eob } => {
            format!("You billed my plan {eob} and me {bill} for the same service. Which is right?")
        }
        Kind::OtherCode { bill, eob } => {
            format!("The bill has code {bill}, the claim {eob}. Which was the service? Please review the code.")
        }
        Kind::OtherDay { bill, eob } => {
            format!("On which day was this care given: {} or {}?", long_day(*bill), long_day(*eob))
        }
        Kind::LineDoesNotAdd { .. } | Kind::ShareIsNotItsParts { .. } => {
            "Please explain how you came to my share on this line, step by step.".to_owned()
        }
        Kind::DeductibleMet { .. } => {
            "Please send me the record of my deductible for the year, and process the claim again if it was met."
                .to_owned()
        }
        Kind::CoinsuranceRate { .. } | Kind::CopayDiffers { .. } => {
            "Which term of my plan sets this amount? Please send it to me, or process the claim again.".to_owned()
        }
        Kind::LimitPassed { .. } => {
            "Please send me the record of my out-of-pocket amounts for the year. I believe that the limit was reached."
                .to_owned()
        }
        Kind::OtherNetwork => {
            "Your record shows this provider in the network. Please process the claim again at the in-network rate."
                .to_owned()
        }
        Kind::LateFee => {
            "Please take off this fee while I clear up the bill, or show me where I agreed to it.".to_owned()
        }
        Kind::AboveEstimate { estimate, billed } => {
            format!(
                "Your estimate was {estimate} and the bill is {billed}. Please honor the estimate, or explain the difference."
            )
        }
        Kind::Overpaid { .. } => format!("I have paid {} more than my share. Please pay it back.", stake(found)),
        Kind::FollowUp { .. } => "Is this the same account as on the earlier statement? What changed since?".to_owned(),
        Kind::OnPaper(_) => on_paper(found, case).map_or_else(String::new, |question| super::bills::ask(&question)),
    }
}

/// The question that a finding about a single paper is made from.
fn on_paper(found: &Found, case: &Case) -> Option<crate::bills::Question> {
    crate::bills::questions(case).into_iter().find(|question| {
        let same = question.statement == found.paper && question.lines == found.lines;
        same && question.kind.difference() == found.at_stake
    })
}

fn units(units: u32) -> String {
    if units == 1 { "1 unit".to_owned() } else { format!("{units} units") }
}

fn stake(found: &Found) -> Cents {
    found.at_stake.unwrap_or_default()
}

/// Who may be asked to pay what each reason code of these explanations of benefits moves, each answer once.
#[must_use]
pub fn who(case: &Case, book: &Book) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let eobs = case.statements.iter().filter(|paper| paper.kind == StatementKind::Eob);
    for line in eobs.flat_map(|eob| &eob.lines) {
        for reason in line.detail.reasons.iter().filter(|reason| reason.code.group.is_some()) {
            let one = who_for(case, line, reason, book);
            if !said.contains(&one) {
                said.push(one);
            }
        }
    }
    said
}

fn who_for(case: &Case, line: &crate::case::StatementLine, reason: &Reason, book: &Book) -> String {
    let answer = crate::reconcile::who::of(case, line, reason, book);
    let mut parts = Vec::new();
    if let Some(row) = answer.row {
        parts.push(format!("{}: {}", reason.code, row.text));
        parts.extend(row.doubt.clone());
        let sure = super::deadlines::confidence(row.confidence);
        parts.push(answer.source.map_or_else(
            || format!("This follows from the code and from contracts between plans and providers ({sure})."),
            |source| format!("{} ({sure}).", source.cite),
        ));
    } else {
        let group = reason.code.group.as_deref().and_then(|group| book.group(group));
        let plain = group.map_or("", |group| group.plain.as_str());
        parts.push(format!("{}: {plain} Who may ask you for it cannot be said yet.", reason.code));
    }
    if !answer.missing.is_empty() {
        let names: Vec<&str> = answer.missing.iter().map(|field| super::fields::name(*field)).collect();
        let how = if answer.row.is_some() { "It could change with" } else { "It depends on" };
        parts.push(format!("{how}: {}.", names.join("; ")));
    }
    parts.join(" ")
}

/// The whole of it as text, to be read or kept.
#[must_use]
pub fn report(case: &Case, of: &Reconciliation, book: &Book) -> String {
    let mut said = Vec::new();
    said.push(heading("Papers"));
    for paper in &case.statements {
        let count = paper.lines.len();
        said.push(format!("{}: {count} {}", name(paper), if count == 1 { "line" } else { "lines" }));
    }
    for (earlier, newer) in &of.replaced {
        let name = |number| case.statement(number).map(name).unwrap_or_default();
        said.push(format!("{} was replaced by {}; the newer one counts.", name(*earlier), name(*newer)));
    }
    said.push(heading("What is owed"));
    for one in &of.owed {
        said.push(case.statement(one.bill).map(name).unwrap_or_default());
        said.extend(owed(one).iter().map(|said| format!("  {said}")));
    }
    said.extend(of.left.iter().map(left));
    said.push(heading("What does not fit"));
    if of.findings.is_empty() {
        said.push("Nothing that these papers show.".to_owned());
    }
    for found in &of.findings {
        let stake = found.at_stake.map(|cents| format!(", {cents}")).unwrap_or_default();
        said.push(format!("{} ({}{stake})", title(&found.kind), grade(found.grade)));
        said.push(format!("  {}", reason(found, case)));
        said.push(format!("  Say: \u{201c}{}\u{201d}", ask(found, case)));
        said.extend(found.lines.iter().map(|at| format!("    {}", line(*at, case))));
    }
    let asked_of = who(case, book);
    if !asked_of.is_empty() {
        said.push(heading("Who may be asked to pay"));
        said.extend(asked_of.iter().map(|one| format!("  {one}")));
    }
    said.push(heading("The same care"));
    for pair in &of.pairs {
        said.extend(pair.bill.iter().chain(&pair.eob).map(|at| format!("  {}", line(*at, case))));
        said.push(format!("    because of {}", why(pair)));
    }
    for (name, alone) in [("Only on a bill", &of.bill_alone), ("Only on an EOB", &of.eob_alone)] {
        if !alone.is_empty() {
            said.push(heading(name));
            said.extend(alone.iter().map(|at| format!("  {}", line(*at, case))));
        }
    }
    said.push(heading("What no paper can say"));
    said.extend(crate::reconcile::asked::of(case).into_iter().map(|one| format!("  {}", asked(one))));
    said.push("\nInformation, not a substitute for the advice of an attorney. An EOB is not a bill.\n".to_owned());
    said.join("\n").trim_start().to_owned()
}

fn heading(name: &str) -> String {
    format!("\n{name}\n{}", "-".repeat(name.len()))
}

/// What is owed on a bill, in sentences.
#[must_use]
pub fn owed(owed: &Owed) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(asks) = owed.asks {
        said.push(format!("The bill asks for {asks}."));
    }
    let Some((share, (least, most))) = owed.share.zip(owed.now) else {
        said.push(
            "What you owe cannot be said yet: no explanation of benefits says what your share is. Ask the plan for it before \
             you pay."
                .to_owned(),
        );
        return said;
    };
    let how = match share.basis {
        Basis::Printed => "The EOB says that your share is",
        Basis::Parts => "Deductible, copay and coinsurance on the EOB make your share",
        Basis::Remainder => "What the plan allows less what was paid leaves you",
    };
    said.push(if share.least == share.most {
        format!("{how} {}.", share.most)
    } else {
        format!("{how} {}, or up to {} with what the plan does not cover.", share.least, share.most)
    });
    if let Some(plan) = owed.plan_paid.filter(|plan| *plan != Cents(0)) {
        said.push(format!("The plan paid {plan}."));
    }
    if owed.other_paid != Cents(0) {
        said.push(format!("Another insurer paid {}.", owed.other_paid));
    }
    if owed.paid != Cents(0) {
        said.push(format!("You have paid {}.", owed.paid));
    }
    if owed.unexplained != Cents(0) {
        said.push(format!("{} of the bill is on no EOB that fits it.", owed.unexplained));
    }
    said.push(match (owed.refund, least == most) {
        (Some(refund), _) => format!("Nothing more is due. {refund} is to be paid back to you."),
        (None, true) if most == Cents(0) => "By these papers nothing is due now.".to_owned(),
        (None, true) => format!("What you may owe now: {most}."),
        (None, false) => {
            format!("What you may owe now: between {least} and {most}, until the open points are answered.")
        }
    });
    said
}

/// What is left of the plan's yearly amounts after these papers.
#[must_use]
pub fn left(left: &Left) -> String {
    let side = match left.network {
        Network::In => "in the network",
        Network::Out => "out of the network",
    };
    let parts = [
        left.deductible.map(|cents| format!("{cents} of the deductible")),
        left.out_of_pocket.map(|cents| format!("{cents} until the most that you pay in the year")),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", and ");
    format!("After these claims, for care {side}: {parts} is left, by what you told us.")
}

/// A question that no document answers.
#[must_use]
pub fn asked(asked: Asked) -> &'static str {
    match asked {
        Asked::Received => "Did you receive each service on the bill?",
        Asked::Cancelled => "Was any of it cancelled, or did you refuse it?",
        Asked::VisitLevel => "Was the visit about as long as its level suggests? If not, ask for a review of the code.",
        Asked::UnitsAgainstTime => "Do the units fit the time and the amount that you were given?",
        Asked::Diagnosis => "Does the diagnosis on the claim fit what you were treated for?",
        Asked::Setting => {
            "Was the care given in the place that the bill names: office, hospital, inpatient or outpatient?"
        }
        Asked::Bundled => {
            "Does any line belong to another, so that both have one price? Ask the office which are bundled."
        }
        Asked::OncePerDay => "Is something charged twice for a day that is given once, like a room or a first hour?",
        Asked::Preventive => "Was it preventive care? Some of it has no cost to you in the network.",
        Asked::Emergency => "Was it an emergency?",
        Asked::FacilityInNetwork => {
            "Was the hospital or clinic in your plan\u{2019}s network, though the doctor was not?"
        }
        Asked::GroundAmbulance => "Was it an ambulance on the road? Other rules hold than for one in the air.",
        Asked::Accident => "Was it an accident, or did it happen at work? Then another insurer may have to pay first.",
        Asked::Estimate => "Were you given an estimate before the care? Add it here.",
        Asked::Price => "Is the price above what the hospital publishes? You can look it up in its price file.",
        Asked::Assistance => "Is the bill hard to pay? Ask the hospital for its financial help before you pay.",
        Asked::Collection => "Did a collector write to you? Keep the letter and its envelope.",
    }
}
