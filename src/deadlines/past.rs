//! What has happened so far, as far as it starts or stops a clock. Knows no rule of law.

use std::cmp::Ordering;

use super::{Start, Started};
use crate::case::{Case, EventKind, Fact, Notice, Sending, Value};
use crate::civil::{Date, Time};
use crate::kinds::{Beside, CallKind, Field, LetterKind, PaperKind, Who};
use crate::rulebook::LevelKind;

/// What has happened so far.
pub(super) struct Past {
    /// Whether there is or may be a decision to appeal.
    pub denied: bool,
    /// The request or claim on which nothing has been decided yet.
    pub waiting: Option<Start>,
    /// The first sending of the internal appeal.
    pub sent: Option<Sent>,
    /// How the internal appeal ended, if it did; where there was a second one, the last word.
    pub answer: Option<Answer>,
    /// The sending of the appeal after it was lost: the second internal appeal.
    pub again: Option<Sent>,
    /// How many appeals were lost. On the roads of public programs each leads one step up.
    pub losses: usize,
    /// The first sending of an appeal since the last loss.
    pub since_loss: Option<Sent>,
    /// Whether that one was answered.
    pub answered_again: bool,
    /// The first sending of a request for an external review.
    pub review: Option<Sent>,
    /// Whether something was decided since.
    pub review_answered: bool,
    /// The day on which the papers were asked for in writing, while they are not here.
    pub papers_asked: Option<Date>,
}

/// A sending of the appeal.
#[derive(Clone, Copy)]
pub(super) struct Sent {
    pub on: Date,
    /// The day it is known to have arrived.
    arrived: Option<Date>,
    /// The day on which the other side confirmed that it had.
    confirmed: Option<Date>,
    /// The time of day at which it arrived or, where that day is not known, went out by a way that takes no time.
    time: Option<Time>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Won,
    Lost,
}

impl Past {
    pub fn of(case: &Case) -> Self {
        let answers = answers(case);
        let sendings = appeals(case);
        let lost = answers.iter().filter(|(_, answer)| *answer == Answer::Lost).map(|(on, _)| *on).min();
        let again = lost.and_then(|lost| sendings.iter().skip(1).find(|sending| sending.on >= lost));
        let answers_since = |on: Date| answers.iter().filter(|(answered, _)| *answered >= on).count();
        // The loss that came first is no answer to what was sent after it.
        let answered_again = again.is_some_and(|again| answers_since(again.on) > usize::from(lost == Some(again.on)));
        let losses: Vec<Date> =
            answers.iter().filter(|(_, answer)| *answer == Answer::Lost).map(|(on, _)| *on).collect();
        let last_loss = losses.iter().max().copied();
        // On the day of the loss itself: only what was sent beyond what was lost.
        let after = |sending: &Sent, loss: Date| match sending.on.cmp(&loss) {
            Ordering::Greater => true,
            Ordering::Equal => sendings.len() > losses.len(),
            Ordering::Less => false,
        };
        let review = review(case);
        let since_loss = last_loss.and_then(|loss| sendings.iter().skip(1).rev().find(|sending| after(sending, loss)));
        Self {
            denied: case.has_denial(),
            waiting: waiting(case).filter(|_| sendings.is_empty() && answers.is_empty()),
            sent: sendings.first().copied(),
            answer: answers.iter().max_by_key(|(on, _)| *on).map(|(_, answer)| *answer),
            again: again.copied(),
            losses: losses.len(),
            since_loss: since_loss.copied(),
            answered_again,
            review,
            review_answered: review
                .is_some_and(|review| answers_since(review.on) > usize::from(last_loss == Some(review.on))),
            papers_asked: papers_asked(case),
        }
    }

    /// Whether a day is known and lies after the first sending of the appeal.
    pub fn is_after_the_appeal(&self, day: Option<Fact<Date>>) -> bool {
        day.zip(self.sent).is_some_and(|(day, sent)| day.value > sent.on)
    }

    /// The steps that are or were mine on a road that is not known: the appeal, and once it was lost the review; a second
    /// appeal only where the answer is said to name a time for one.
    pub fn levels(&self, case: &Case) -> impl Iterator<Item = LevelKind> {
        let appeal = self.speaks_of_the_appeal().then_some(LevelKind::InternalAppeal);
        let lost = self.answer == Some(Answer::Lost);
        let for_an_appeal = case.final_denial().and_then(|answer| answer.facts.get(Field::StatedForReview));
        let named = for_an_appeal.is_some_and(|fact| fact.value.as_yes() == Some(false));
        let second = (lost && named).then_some(LevelKind::SecondInternalAppeal);
        appeal.into_iter().chain(second).chain(lost.then_some(LevelKind::ExternalReview))
    }

    /// Whether the internal appeal is open, or is known to have been sent. One that was answered and of which we know no
    /// sending has no date any more, and before the first decision there is nothing to appeal; nor where a bill came or care is
    /// planned, and nothing was refused.
    pub fn speaks_of_the_appeal(&self) -> bool {
        self.denied && self.waiting.is_none() && (self.answer.is_none() || self.sent.is_some())
    }
}

impl Sent {
    fn of(sending: &Sending, case: &Case) -> Self {
        Self {
            on: sending.on,
            arrived: sending.arrived,
            confirmed: confirmed(case, sending.on),
            time: sending.time.filter(|_| sending.arrived.is_some() || sending.how.is_instant()),
        }
    }

    /// What starts their clock: the surest that is known of the arrival.
    pub fn start(self) -> Start {
        let (what, day, time) = match (self.arrived, self.confirmed) {
            (Some(day), _) => (Started::AppealArrived, day, self.time),
            (None, Some(day)) => (Started::ArrivalConfirmed, day, None),
            (None, None) => (Started::AppealSent, self.on, self.time),
        };
        Start { what, day, time, provenance: None }
    }
}

/// The ends of internal appeals, in the order in which they were noted.
fn answers(case: &Case) -> Vec<(Date, Answer)> {
    let answers = case.events.iter().filter_map(|event| match event.what {
        EventKind::Won => Some((event.on, Answer::Won)),
        EventKind::Lost => Some((event.on, Answer::Lost)),
        EventKind::Care | EventKind::LetterCame | EventKind::ArrivalConfirmed | EventKind::Other => None,
    });
    answers.collect()
}

/// Each time that an appeal was made, the first one first: by letter, and where a fast appeal is made by phone, by a call to
/// the office that decides it.
fn appeals(case: &Case) -> Vec<Sent> {
    let letters = case.letters.iter().filter(|letter| letter.kind.is_appeal());
    let by_letter = letters.flat_map(|letter| {
        let early = move |sending: &&Sending| letter.kind == LetterKind::L03 && !decided(case, sending.on);
        letter.sendings.iter().filter(move |sending| !early(sending)).map(|sending| Sent::of(sending, case))
    });
    let calls = case.calls.iter().filter(|call| match call.kind {
        CallKind::Expedited | CallKind::Regulator => call.with == Who::Regulator && by_phone(case),
        CallKind::InsurerInformation
        | CallKind::Supervisor
        | CallKind::ClaimStatus
        | CallKind::DoctorsOffice
        | CallKind::BillerHold
        | CallKind::BenefitsOffice
        | CallKind::Network
        | CallKind::BeforeCare
        | CallKind::Estimate
        | CallKind::ItemizedBill
        | CallKind::Assistance
        | CallKind::Collector => false,
    });
    let by_phone = calls.map(|call| Sent {
        on: call.on,
        arrived: Some(call.on),
        confirmed: None,
        time: Time::as_people_write_it(&call.time),
    });
    let mut appeals: Vec<Sent> = by_letter.chain(by_phone).collect();
    appeals.sort_by_key(|sent| sent.on);
    appeals
}

/// The first time that an external review was asked for.
fn review(case: &Case) -> Option<Sent> {
    let letters =
        [LetterKind::L40, LetterKind::L41].into_iter().flat_map(|asks| sendings(case, move |kind| kind == asks));
    let first = letters.min_by_key(|sending| sending.on)?;
    Some(Sent::of(first, case))
}

/// The days on which an appeal was made, the first one first.
#[must_use]
pub fn filings(case: &Case) -> Vec<Date> {
    appeals(case).into_iter().map(|sent| sent.on).collect()
}

/// Whether the appeal is one of those that are made by phone.
fn by_phone(case: &Case) -> bool {
    match case.beside() {
        Some(Beside::HospitalDischarge | Beside::ServicesEnding | Beside::StatusChange) => true,
        Some(Beside::Eligibility | Beside::DualPlan | Beside::Champva) | None => false,
    }
}

/// Whether something had been decided by this day. A fast decision may be asked for before, and is no appeal then.
fn decided(case: &Case, on: Date) -> bool {
    let notice = case.denial().and_then(|notice| notice.facts.get(Field::NoticeDate)?.value.as_day());
    notice.map_or_else(|| waiting(case).is_none(), |notice| notice <= on)
}

/// Each time that a letter of such a kind was sent, the first one first.
fn sendings(case: &Case, such: impl Fn(LetterKind) -> bool) -> Vec<&Sending> {
    let letters = case.letters.iter().filter(|letter| such(letter.kind));
    let mut sendings: Vec<&Sending> = letters.flat_map(|letter| &letter.sendings).collect();
    sendings.sort_by_key(|sending| sending.on);
    sendings
}

/// The first day on which the other side confirmed that the appeal had arrived.
fn confirmed(case: &Case, sent: Date) -> Option<Date> {
    let confirmed = case.events.iter().filter(|event| match event.what {
        EventKind::ArrivalConfirmed => event.on >= sent,
        EventKind::Care | EventKind::LetterCame | EventKind::Won | EventKind::Lost | EventKind::Other => false,
    });
    confirmed.map(|event| event.on).min()
}

/// The request or claim, where the person said when it was sent and nothing says that it was decided.
fn waiting(case: &Case) -> Option<Start> {
    let sent = case.fact(Field::RequestSent)?.pick(Value::as_day)?;
    let decided = case.notices.iter().any(decides)
        || case.documents.iter().any(|document| document.kind == PaperKind::DenialNotice);
    let time = case.fact(Field::RequestTime).and_then(|fact| fact.value.as_time());
    (!decided).then_some(Start { what: Started::ClaimSent, day: sent.value, time, provenance: Some(sent.from) })
}

/// Whether a notice says anything of a decision.
fn decides(notice: &Notice) -> bool {
    let said = [
        Field::NoticeDate,
        Field::NoticeReceived,
        Field::StatedLastDay,
        Field::StatedWindow,
        Field::Reason,
        Field::ReasonCode,
    ];
    said.into_iter().any(|field| notice.facts.get(field).is_some())
}

/// The day on which a letter that asks for the plan's documents was first sent: the one for them alone, or that for the claim
/// file.
fn papers_asked(case: &Case) -> Option<Date> {
    let here = case.documents.iter().any(|document| document.kind == PaperKind::PlanDocument);
    sendings(case, |kind| matches!(kind, LetterKind::L14 | LetterKind::L16))
        .first()
        .map(|sending| sending.on)
        .filter(|_| !here)
}
