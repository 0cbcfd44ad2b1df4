//! The routes that are open now, in words, and the table of them for print and for a spreadsheet.
//!
//! Promises nothing: a route is what can be asked for. Knows no number of law; what the rulebook says of a cost is shown in
//! its own words.

mod table;

pub use table::{csv, key, paper};

use super::{fields, steps};
use crate::kinds::{Field, LetterKind};
use crate::options::{Amount, By, Clock, Cost, GivesUp, Kind, NoDay, Reason, Route, State, Writing, plan};
use crate::paper::{long_day, weekday_day};

/// What a route is called.
#[must_use]
pub fn name(kind: Kind) -> String {
    match kind {
        Kind::InternalAppeal => "Appeal to the plan".to_owned(),
        Kind::PeerToPeer => "Talk between the doctors (peer-to-peer)".to_owned(),
        Kind::CorrectedClaim => "Corrected claim".to_owned(),
        Kind::NetworkException => "Exception: nobody in the network".to_owned(),
        Kind::DrugException => "Exception for a drug".to_owned(),
        Kind::Complaint => "Complaint to the regulator".to_owned(),
        Kind::ExternalReview => "Review by people outside the plan".to_owned(),
        Kind::Pay => "Pay, once the bill was checked".to_owned(),
        Kind::Plan(months) if months.count() == 1 => "Payment plan of 1 month".to_owned(),
        Kind::Plan(months) => format!("Payment plan of {} months", months.count()),
        Kind::LumpSum => "One payment that settles it".to_owned(),
        Kind::Assistance => "Financial assistance".to_owned(),
        Kind::Dispute => "Ask about the bill before paying".to_owned(),
    }
}

/// The first step, as an order to oneself.
#[must_use]
pub fn first_step(route: &Route<'_>) -> &'static str {
    match route.kind {
        Kind::InternalAppeal => "Write the appeal, and send it in a way that shows when it arrived.",
        Kind::PeerToPeer => {
            "Call the doctor\u{2019}s office: ask whether the doctor will call the plan\u{2019}s doctor, and whether the plan offers it for this decision."
        }
        Kind::CorrectedClaim => {
            "Call the office that billed: ask what was sent, and whether a code or a name is wrong."
        }
        Kind::NetworkException => {
            "Call the plan: ask who in the network can give this care in time and within reach. Note every name."
        }
        Kind::DrugException => {
            "Ask the prescriber to send the plan the request, with the reason why other drugs will not do."
        }
        Kind::Complaint => "Call the regulator: ask whether it can act on this plan, and how to complain.",
        Kind::ExternalReview => "Read in the letter where and how to ask for the review, and ask for it in writing.",
        Kind::Pay => "Compare the bill with the EOB. Then pay in a way that leaves a receipt.",
        Kind::Plan(_) => "Ask for a plan without interest that you can keep. Sign nothing on the telephone.",
        Kind::LumpSum => "Offer the amount, and ask for the terms in writing before you pay.",
        Kind::Assistance => {
            "Ask for the financial assistance policy and its form, and for a hold on the bill meanwhile."
        }
        Kind::Dispute => match route.letter {
            Some(LetterKind::L60) => "Ask for an itemized bill, and for a hold on the account meanwhile.",
            Some(_) | None => "Ask each question, and for a hold on the account until it is answered.",
        },
    }
}

/// Whether a route is open, in a few words.
#[must_use]
pub fn state(state: State) -> String {
    match state {
        State::Open => "Open now".to_owned(),
        State::NotNow(why) => format!("Not now: {}", reason(why)),
        State::Unknown(field) => format!("First to be known: {}", unknown(field)),
    }
}

fn unknown(field: Field) -> String {
    if field == Field::Service {
        return "whether the care is a drug that is not on the plan\u{2019}s list".to_owned();
    }
    lower(fields::name(field))
}

/// Why a route is not open now.
#[must_use]
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::AppealSent(on) => format!("you sent the appeal on {}; wait for the answer", long_day(on)),
        Reason::AnswerOverdue(since) => format!(
            "the answer was due on {}; for your kind of plan a missed day can open the next step, so ask",
            long_day(since)
        ),
        Reason::NotDecided => "the plan has not decided yet".to_owned(),
        Reason::AppealDecided => "the appeal was decided".to_owned(),
        Reason::Won => "you won".to_owned(),
        Reason::AfterAppeal => "it comes after the plan\u{2019}s answer to your appeal".to_owned(),
        Reason::CareNotGiven => "the care has not been given, so there is no claim to correct".to_owned(),
        Reason::InNetwork => "the provider is in the network".to_owned(),
        Reason::SomebodyInNetwork => "somebody in the network can give the care".to_owned(),
        Reason::NoCoverage => "there is no plan to ask".to_owned(),
        Reason::NotInBook => "the rules for this kind of coverage are not in here; go by your letter".to_owned(),
        Reason::NoRule => {
            "we know no rule for it with this kind of coverage; the plan may have a way all the same, so ask".to_owned()
        }
        Reason::QuestionsFirst { questions: 1 } => "there is a question to ask about the bill first".to_owned(),
        Reason::QuestionsFirst { questions } => format!("there are {questions} questions to ask about the bill first"),
        Reason::DecisionInDispute => {
            "the plan\u{2019}s decision is in dispute, so what you owe is not settled".to_owned()
        }
        Reason::NothingDue => "nothing is asked for".to_owned(),
        Reason::NothingToAsk => "we found nothing to ask about".to_owned(),
        Reason::NothingToPayWith => "you said that you cannot pay this way".to_owned(),
    }
}

/// By when, or why there is no day.
#[must_use]
pub fn by(by: By) -> String {
    match by {
        By::Aim { day, last } if day == last => weekday_day(day),
        By::Aim { day, last } => format!("Aim for {}; the last day is {}", weekday_day(day), weekday_day(last)),
        By::Today { last } => format!("Today; the last day is {}", weekday_day(last)),
        By::Passed { since } => {
            format!("The last day was {}. Send it today all the same, and say why it is late", long_day(since))
        }
        By::BillSays(day) => format!("The bill says {}", weekday_day(day)),
        By::BillSaid(day) => format!("The bill said {}. Call today", long_day(day)),
        By::None(NoDay::NotKnown(field)) => format!("Not known without this: {}", lower(fields::name(field))),
        By::None(NoDay::BesideAppeal(Some(day))) => {
            format!("No day of its own. It runs beside the appeal, which goes out by {}", weekday_day(day))
        }
        By::None(NoDay::BesideAppeal(None)) => "No day of its own. It runs beside the appeal".to_owned(),
        By::None(NoDay::NoRule) => "We know no rule that sets a day. Go by your letter".to_owned(),
        By::None(NoDay::NotNow) => "No day now".to_owned(),
    }
}

/// An amount of a route.
#[must_use]
pub fn amount(amount: Amount) -> String {
    match amount {
        Amount::Exactly(cents) => cents.to_string(),
        Amount::AtMost(cents) => format!("At most {cents}"),
        Amount::Unknown(field) => format!("Not known without this: {}", lower(fields::name(field))),
        Amount::Open => "Not known yet".to_owned(),
    }
}

/// By when, for a narrow column.
#[must_use]
pub fn by_brief(by: By) -> String {
    match by {
        By::Aim { day, .. } => long_day(day),
        By::Today { .. } => "Today".to_owned(),
        By::Passed { .. } => "Passed: today all the same".to_owned(),
        By::BillSays(day) | By::BillSaid(day) => format!("{}, says the bill", long_day(day)),
        By::None(NoDay::NotKnown(_)) => "Not known yet".to_owned(),
        By::None(NoDay::BesideAppeal(Some(day))) => format!("Beside the appeal: {}", long_day(day)),
        By::None(NoDay::BesideAppeal(None)) => "Beside the appeal".to_owned(),
        By::None(NoDay::NoRule) => "See your letter".to_owned(),
        By::None(NoDay::NotNow) => "No day now".to_owned(),
    }
}

/// An amount of a route, for a narrow column.
#[must_use]
pub fn amount_brief(amount: Amount) -> String {
    match amount {
        Amount::Unknown(_) => "Not known yet".to_owned(),
        Amount::Exactly(_) | Amount::AtMost(_) | Amount::Open => self::amount(amount),
    }
}

/// Whether a route is open, for a narrow column.
#[must_use]
pub fn state_brief(state: State) -> &'static str {
    match state {
        State::Open => "Open now",
        State::NotNow(_) => "Not now",
        State::Unknown(_) => "One thing to say first",
    }
}

/// What more there is to say of a cost: the rulebook's own words, or the payments of a plan.
#[must_use]
pub fn cost_note(route: &Route<'_>) -> String {
    match (route.kind, route.cost) {
        (Kind::Plan(months), Cost { in_all: Amount::Exactly(total), .. }) => {
            let runs = plan::runs(total, months);
            let run = |run: &plan::Run| match run.payments {
                1 => format!("1 payment of {}", run.each),
                payments => format!("{payments} payments of {}", run.each),
            };
            runs.iter().map(run).collect::<Vec<_>>().join(", then ")
        }
        (Kind::LumpSum, _) => "If they accept it as payment in full.".to_owned(),
        (_, Cost { said, .. }) => said.to_owned(),
    }
}

/// What a route does to the last day to appeal.
#[must_use]
pub fn clock(clock: Clock<'_>) -> &'static str {
    match clock {
        Clock::IsTheAppeal => "This is the appeal: sent in time, it keeps your right.",
        Clock::OwnDay => "It comes after the appeal and has a day of its own.",
        Clock::DoesNotStop(_) => "It does not stop the clock for the appeal.",
        Clock::NoRule => "We know no rule by which it stops the clock for the appeal. Count on the day as it stands.",
        Clock::NoAppeal => "No appeal is open here.",
    }
}

/// What must be in writing.
#[must_use]
pub fn writing(writing: Writing) -> &'static str {
    match writing {
        Writing::Appeal => "The appeal itself, with proof of the day you sent it",
        Writing::TalkResult => "What the plan\u{2019}s doctor said, and whether the decision changes",
        Writing::ClaimSent => "That the corrected claim was sent, and on which day",
        Writing::ExceptionScope => "What the exception covers: provider, care, dates, and what you pay",
        Writing::ComplaintNumber => "Your complaint, and its number",
        Writing::ReviewRequest => "Your request, with proof of the day you sent it",
        Writing::PaidInFull => "That the account stands at zero",
        Writing::PlanTerms => {
            "Each payment and its day, no interest, and nothing sent to collections while you keep the plan"
        }
        Writing::Settlement => "That this payment settles the account in full: before you pay",
        Writing::AssistanceDecision => "The decision, and what is left to pay",
        Writing::Hold => "That the account is on hold, and until which day",
        Writing::Answers => "The answer to each question",
    }
}

/// What a route gives up, or puts at risk.
#[must_use]
pub fn gives_up(gives_up: GivesUp) -> &'static str {
    match gives_up {
        GivesUp::ALevel => "It uses one of the plan\u{2019}s levels of appeal. Put in all that helps you.",
        GivesUp::Time => "The days that pass while you wait. Send the appeal by its day all the same.",
        GivesUp::MoneyBack => "Money is easier to hold back than to get back.",
        GivesUp::Agreement => "A plan can be read as agreeing with the amount. Ask your questions first.",
        GivesUp::Dispute => "A settlement ends the quarrel about the amount.",
        GivesUp::Privacy => "You show your income and who lives with you.",
        GivesUp::LastWord => "The decision binds the plan. If it goes against you, mostly a court is what is left.",
    }
}

/// The papers that a route needs, in a row.
#[must_use]
pub fn needs(kind: Kind) -> String {
    kind.needs().iter().map(|paper| steps::paper(*paper)).collect::<Vec<_>>().join("; ")
}

/// The letter and the call that begin a route.
#[must_use]
pub fn begins_with(route: &Route<'_>) -> Vec<&'static str> {
    let letter = route.letter.map(steps::letter);
    letter.into_iter().chain(route.call.map(steps::call)).collect()
}

fn lower(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
