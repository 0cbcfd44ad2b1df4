//! The routes with a bill: pay it once it was checked, pay in parts, settle, ask for help, ask about its lines.
//!
//! Its own day is the biller's and not the law's. What is asked for is the newest bill's amount due.

use super::plan::{self, Months};
use super::{Amount, By, Clock, Cost, Kind, NoDay, Reason, Route, State, denial};
use crate::bills::{self, Question, Settles};
use crate::case::{Case, Statement};
use crate::civil::Date;
use crate::kinds::{CallKind, Field, LetterKind};
use crate::money::Cents;

pub(super) fn routes<'b>(case: &Case, today: Date, months: Option<Months>) -> Vec<Route<'b>> {
    let view = View::new(case, today);
    vec![view.dispute(), view.assistance(), view.plan(months), view.lump_sum(), view.pay()]
}

/// What all routes with a bill look at.
struct View<'c> {
    case: &'c Case,
    today: Date,
    /// What is asked for.
    due: Option<Cents>,
    questions: Vec<Question>,
}

impl<'c> View<'c> {
    fn new(case: &'c Case, today: Date) -> Self {
        let bill = case.bill();
        let questions =
            bills::questions(case).into_iter().filter(|q| bill.is_some_and(|bill| bill.number == q.statement));
        Self { case, today, due: due(case, bill), questions: questions.collect() }
    }

    /// Paying comes after the questions, and not while the plan's own decision is in dispute.
    fn pay(&self) -> Route<'static> {
        let state = self.with_due(|_| match self.questions.len() {
            0 if denial::in_dispute(self.case) => State::NotNow(Reason::DecisionInDispute),
            0 => State::Open,
            questions => State::NotNow(Reason::QuestionsFirst { questions }),
        });
        let amount = self.amount(Amount::Exactly);
        self.route(Kind::Pay, state, amount, amount, None, CallKind::BillerHold)
    }

    fn plan(&self, chosen: Option<Months>) -> Route<'static> {
        let monthly = self.case.money(Field::CanPayMonthly).map(|fact| fact.value);
        let fitting = self.due.map_or(Months::USUAL, |due| Months::fitting(due, monthly));
        let months = chosen.unwrap_or(fitting);
        let state = self.with_due(|_| match (chosen, monthly) {
            (None, Some(Cents(..=0))) => State::NotNow(Reason::NothingToPayWith),
            (Some(_) | None, _) => State::Open,
        });
        let now =
            self.amount(|due| plan::runs(due, months).first().map_or(Amount::Open, |run| Amount::Exactly(run.each)));
        self.route(
            Kind::Plan(months),
            state,
            now,
            self.amount(Amount::Exactly),
            Some(LetterKind::L71),
            CallKind::Assistance,
        )
    }

    /// The offer is what the person can pay at once. How much less a biller takes, nobody knows before asking.
    fn lump_sum(&self) -> Route<'static> {
        let offer = self.case.money(Field::CanPayNow).map(|fact| fact.value);
        let state = self.with_due(|_| match offer {
            None => State::Unknown(Field::CanPayNow),
            Some(Cents(..=0)) => State::NotNow(Reason::NothingToPayWith),
            Some(_) => State::Open,
        });
        let amount = self.amount(|due| match offer {
            None => Amount::Unknown(Field::CanPayNow),
            Some(offer) if offer < due => Amount::Exactly(offer),
            Some(_) => Amount::AtMost(due),
        });
        self.route(Kind::LumpSum, state, amount, amount, Some(LetterKind::L72), CallKind::Assistance)
    }

    fn assistance(&self) -> Route<'static> {
        let state = self.with_due(|_| State::Open);
        let (now, in_all) = (Amount::Exactly(Cents(0)), self.amount(Amount::AtMost));
        self.route(Kind::Assistance, state, now, in_all, Some(LetterKind::L71), CallKind::Assistance)
    }

    /// Without its lines a bill cannot be checked: then the itemized bill is what to ask for.
    fn dispute(&self) -> Route<'static> {
        let lines = self.case.bill().is_some_and(|bill| !bill.lines.is_empty());
        let state = match (lines, self.questions.is_empty()) {
            (true, true) => State::NotNow(Reason::NothingToAsk),
            (false, _) | (true, false) => State::Open,
        };
        let more = !lines || self.questions.iter().any(|question| question.settles == Settles::ItemizedBill);
        let (letter, call) =
            if more { (LetterKind::L60, CallKind::ItemizedBill) } else { (LetterKind::L55, CallKind::BillerHold) };
        let (now, in_all) = (Amount::Exactly(Cents(0)), self.amount(Amount::AtMost));
        self.route(Kind::Dispute, state, now, in_all, Some(letter), call)
    }

    /// A state that hangs on what is asked for.
    fn with_due(&self, state: impl FnOnce(Cents) -> State) -> State {
        match self.due {
            None => State::Unknown(Field::AmountDue),
            Some(Cents(..=0)) => State::NotNow(Reason::NothingDue),
            Some(due) => state(due),
        }
    }

    /// An amount that hangs on what is asked for; nothing where nothing is.
    fn amount(&self, amount: impl FnOnce(Cents) -> Amount) -> Amount {
        match self.due {
            None => Amount::Unknown(Field::AmountDue),
            Some(Cents(..=0)) => Amount::Exactly(Cents(0)),
            Some(due) => amount(due),
        }
    }

    fn route(
        &self,
        kind: Kind,
        state: State,
        now: Amount,
        in_all: Amount,
        letter: Option<LetterKind>,
        call: CallKind,
    ) -> Route<'static> {
        let clock = if denial::in_dispute(self.case) { Clock::NoRule } else { Clock::NoAppeal };
        let cost = Cost { now, in_all, said: "" };
        Route { kind, state, by: self.by(state), cost, clock, letter, call: Some(call), only_if: "" }
    }

    /// The day that the bill names, while it is ahead.
    fn by(&self, state: State) -> By {
        match (state, self.case.day(Field::BillDue).map(|fact| fact.value)) {
            (State::NotNow(_), _) => By::None(NoDay::NotNow),
            (State::Open | State::Unknown(_), Some(day)) if day < self.today => By::BillSaid(day),
            (State::Open | State::Unknown(_), Some(day)) => By::BillSays(day),
            (State::Open | State::Unknown(_), None) => By::None(NoDay::NotKnown(Field::BillDue)),
        }
    }
}

/// What the newest bill asks for: as the person confirmed it, else as its totals say.
fn due(case: &Case, bill: Option<&Statement>) -> Option<Cents> {
    let confirmed = case.money(Field::AmountDue).map(|fact| fact.value);
    confirmed.or_else(|| bills::standing(bill?).value().map(|standing| standing.asks))
}
