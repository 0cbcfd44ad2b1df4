//! The routes after a no: the appeal, what can run beside it, and what comes after it.
//!
//! A late appeal is still a route: it can be taken for good cause, and nothing is lost by trying.

use super::{Amount, By, Clock, Cost, Kind, NoDay, Reason, Route, State};
use crate::case::{Case, EventKind};
use crate::civil::Date;
use crate::deadlines::{self, Deadlines, Standing};
use crate::finding::Finding;
use crate::kinds::{CallKind, CoverageKind, Field, LetterKind, Timing};
use crate::money::Cents;
use crate::rulebook::schema::Stage;
use crate::rulebook::{Book, Level, LevelKind, Rule, Track};
use crate::steps;

/// The id of the rule on complaints.
const COMPLAINT: &str = "state-complaint";
/// The id of the rule that opens the external review beside an urgent appeal.
const AT_ONCE: &str = "external-review-at-once";
/// The id of the rule by which a missed answer ends the appeal.
const EXHAUSTED: &str = "deemed-exhausted";

pub(super) fn routes<'b>(case: &Case, book: &'b Book, today: Date) -> Vec<Route<'b>> {
    let view = View::new(case, book, today);
    vec![
        view.appeal(),
        view.beside(Kind::PeerToPeer, view.peer_to_peer(), None, CallKind::DoctorsOffice),
        view.beside(Kind::CorrectedClaim, view.corrected_claim(), Some(LetterKind::L10), CallKind::DoctorsOffice),
        view.beside(Kind::NetworkException, view.network_exception(), Some(LetterKind::L07), CallKind::Network),
        view.drug_exception(),
        view.complaint(),
        view.external_review(),
    ]
}

/// What all routes after a no look at.
struct View<'c, 'b> {
    case: &'c Case,
    book: &'b Book,
    stage: Stage,
    coverage: Coverage<'b>,
    deadlines: Deadlines<'b>,
}

/// The roads on which the case may be.
enum Coverage<'b> {
    /// On this one.
    On(&'b Track),
    /// On one of two, which of them this fact decides.
    Either(&'b Track, &'b Track, Field),
    /// The kind is known, and the book has no road for it.
    NotInBook,
    /// There is no plan.
    None,
    /// This fact decides.
    Unknown(Field),
}

impl<'c, 'b> View<'c, 'b> {
    fn new(case: &'c Case, book: &'b Book, today: Date) -> Self {
        let coverage = Coverage::of(case, book);
        Self { case, book, stage: stage(case), coverage, deadlines: deadlines::of(case, book, today) }
    }

    fn appeal(&self) -> Route<'b> {
        let state = match (self.stage, &self.coverage) {
            (Stage::Won, _) => State::NotNow(Reason::Won),
            (Stage::Lost, _) => State::NotNow(Reason::AppealDecided),
            (Stage::Appealed, _) => State::NotNow(self.awaited()),
            (Stage::Denied | Stage::Billed | Stage::Planning, _) if deadlines::awaits_first_decision(self.case) => {
                State::NotNow(Reason::NotDecided)
            }
            (Stage::Denied | Stage::Billed | Stage::Planning, Coverage::None) => State::NotNow(Reason::NoCoverage),
            (Stage::Denied | Stage::Billed | Stage::Planning, Coverage::Unknown(field)) if self.says_no_day() => {
                State::Unknown(*field)
            }
            (Stage::Denied | Stage::Billed | Stage::Planning, _) => State::Open,
        };
        Route {
            kind: Kind::InternalAppeal,
            by: self.by(LevelKind::InternalAppeal, state),
            state,
            cost: self.cost(LevelKind::InternalAppeal),
            clock: Clock::IsTheAppeal,
            letter: Some(LetterKind::L01),
            call: Some(CallKind::InsurerInformation),
            only_if: self.only_if(LevelKind::InternalAppeal),
        }
    }

    /// A route that runs beside the appeal and has no day of its own.
    fn beside(&self, kind: Kind, state: State, letter: Option<LetterKind>, call: CallKind) -> Route<'b> {
        let by = By::None(match state {
            State::NotNow(_) => NoDay::NotNow,
            State::Open | State::Unknown(_) => NoDay::BesideAppeal(self.appeal_aim()),
        });
        let (cost, call) = (Cost::NOTHING, Some(call));
        Route { kind, state, by, cost, clock: Clock::NoRule, letter, call, only_if: "" }
    }

    fn peer_to_peer(&self) -> State {
        self.before_the_end(|| State::Open)
    }

    fn corrected_claim(&self) -> State {
        self.before_the_end(|| match self.case.timing() {
            Some(Timing::PostService) => State::Open,
            Some(Timing::PreService | Timing::Concurrent | Timing::Urgent) => State::NotNow(Reason::CareNotGiven),
            None => State::Unknown(Field::Timing),
        })
    }

    fn network_exception(&self) -> State {
        let yes = |field| self.case.yes(field).map(|fact| fact.value);
        self.before_the_end(|| match (yes(Field::InNetwork), yes(Field::NoNetworkProvider)) {
            (Some(true), _) => State::NotNow(Reason::InNetwork),
            (_, Some(false)) => State::NotNow(Reason::SomebodyInNetwork),
            (Some(false), Some(true)) => State::Open,
            (None, _) => State::Unknown(Field::InNetwork),
            (Some(false), None) => State::Unknown(Field::NoNetworkProvider),
        })
    }

    /// Whether the care is a drug that is not on the list, no fact says: so it is asked.
    fn drug_exception(&self) -> Route<'b> {
        let state = self.before_the_end(|| match self.coverage.has(LevelKind::DrugException) {
            Ok(true) => State::Unknown(Field::Service),
            Ok(false) => State::NotNow(self.coverage.lacks()),
            Err(field) => State::Unknown(field),
        });
        let route = self.beside(Kind::DrugException, state, None, CallKind::DoctorsOffice);
        Route { cost: self.cost(LevelKind::DrugException), only_if: self.only_if(LevelKind::DrugException), ..route }
    }

    fn complaint(&self) -> Route<'b> {
        let state = match &self.coverage {
            Coverage::On(_) | Coverage::Either(..) => State::Open,
            Coverage::NotInBook | Coverage::None => State::NotNow(self.coverage.lacks()),
            Coverage::Unknown(field) => State::Unknown(*field),
        };
        let route = self.beside(Kind::Complaint, state, None, CallKind::Regulator);
        let rule = self.coverage.surely_gives(COMPLAINT).then(|| self.book.rule(COMPLAINT)).flatten();
        Route { clock: rule.map_or(Clock::NoRule, Clock::DoesNotStop), ..route }
    }

    fn external_review(&self) -> Route<'b> {
        let urgent =
            self.case.yes(Field::Urgent).is_some_and(|fact| fact.value) || self.case.timing() == Some(Timing::Urgent);
        let at_once = || urgent && self.book.rule(AT_ONCE).is_some_and(|rule| self.coverage.is_bound_by(rule));
        let state = match (self.coverage.has(LevelKind::ExternalReview), self.stage) {
            (_, Stage::Won) => State::NotNow(Reason::Won),
            (Err(field), _) => State::Unknown(field),
            (Ok(false), _) => State::NotNow(self.coverage.lacks()),
            (Ok(true), Stage::Lost) => State::Open,
            (Ok(true), Stage::Denied | Stage::Appealed | Stage::Billed | Stage::Planning) if at_once() => State::Open,
            (Ok(true), Stage::Appealed) => State::NotNow(match self.overdue() {
                Some(since) if self.coverage.surely_gives(EXHAUSTED) => Reason::AnswerOverdue(since),
                Some(_) | None => Reason::AfterAppeal,
            }),
            (Ok(true), Stage::Denied | Stage::Billed | Stage::Planning) => State::NotNow(Reason::AfterAppeal),
        };
        let by = match (self.stage, state) {
            (Stage::Denied | Stage::Appealed, State::Open) => By::None(NoDay::BesideAppeal(self.appeal_aim())),
            (_, state) => self.by(LevelKind::ExternalReview, state),
        };
        Route {
            kind: Kind::ExternalReview,
            by,
            state,
            cost: self.cost(LevelKind::ExternalReview),
            clock: Clock::OwnDay,
            letter: None,
            call: Some(CallKind::Regulator),
            only_if: self.only_if(LevelKind::ExternalReview),
        }
    }

    /// A state that holds only until the appeal was decided.
    fn before_the_end(&self, state: impl FnOnce() -> State) -> State {
        match (self.stage, &self.coverage) {
            (Stage::Won, _) => State::NotNow(Reason::Won),
            (Stage::Lost, _) => State::NotNow(Reason::AppealDecided),
            (_, Coverage::None) => State::NotNow(Reason::NoCoverage),
            (Stage::Denied | Stage::Appealed | Stage::Billed | Stage::Planning, _) => state(),
        }
    }

    /// Why the appeal is not to be sent once more.
    fn awaited(&self) -> Reason {
        let sendings = self.case.letters.iter().filter(|letter| letter.kind.is_appeal()).flat_map(|l| &l.sendings);
        let first = sendings.map(|sending| sending.on).min();
        match (self.overdue(), first) {
            (Some(since), _) => Reason::AnswerOverdue(since),
            (None, Some(on)) => Reason::AppealSent(on),
            (None, None) => Reason::AfterAppeal,
        }
    }

    /// Since when the plan's answer is overdue, if no clock that may run still gives it time. A clock that has run out only
    /// by one reading does not make it so, and does not speak against it.
    fn overdue(&self) -> Option<Date> {
        let theirs = self.deadlines.theirs.iter().filter(|deadline| deadline.level == LevelKind::InternalAppeal);
        let since: Option<Vec<Option<Date>>> = theirs
            .map(|deadline| match deadline.standing {
                Standing::Overdue { since } => Some(Some(since)),
                Standing::AskNow { .. } => Some(None),
                Standing::Running { .. }
                | Standing::Due
                | Standing::Unknown
                | Standing::Ahead { .. }
                | Standing::Today
                | Standing::PastAim { .. }
                | Standing::BetweenDates { .. }
                | Standing::Late { .. }
                | Standing::Done { .. } => None,
            })
            .collect();
        since?.into_iter().flatten().max()
    }

    fn says_no_day(&self) -> bool {
        !self.deadlines.mine.iter().any(|deadline| deadline.when.value().is_some())
    }

    /// The day to aim for with the appeal, while it is to be sent.
    fn appeal_aim(&self) -> Option<Date> {
        match self.by(LevelKind::InternalAppeal, State::Open) {
            By::Aim { day, .. } => Some(day),
            By::Today { last } => Some(last),
            By::Passed { .. } | By::BillSays(_) | By::BillSaid(_) | By::None(_) => None,
        }
    }

    /// By when, as the deadlines engine says: of several rules the one that ends first.
    fn by(&self, level: LevelKind, state: State) -> By {
        if let State::NotNow(_) = state {
            return By::None(NoDay::NotNow);
        }
        let all = self.deadlines.mine.iter().filter(|deadline| deadline.level == level);
        let first = all.clone().filter_map(|deadline| Some((deadline.when.value()?, deadline.standing)));
        if let Some((when, standing)) = first.min_by_key(|(when, _)| when.aim_for) {
            let last = when.last_end;
            return match standing {
                Standing::Ahead { .. } | Standing::Today => By::Aim { day: when.aim_for, last },
                Standing::PastAim { .. } | Standing::BetweenDates { .. } => By::Today { last },
                Standing::Late { since } => By::Passed { since },
                Standing::Done { .. }
                | Standing::Running { .. }
                | Standing::Due
                | Standing::AskNow { .. }
                | Standing::Overdue { .. }
                | Standing::Unknown => By::None(NoDay::NotNow),
            };
        }
        let asked = all.clone().find_map(|deadline| match &deadline.when {
            Finding::Unknown { ask } => ask.first().copied(),
            Finding::Certain(_) | Finding::Assumed { .. } => None,
        });
        let counted =
            self.coverage.tracks().iter().any(|track| track.level(level).is_some_and(|l| !l.file_by.is_empty()));
        let fallback = if counted { NoDay::NotKnown(Field::NoticeDate) } else { NoDay::NoRule };
        By::None(asked.map_or(fallback, NoDay::NotKnown))
    }

    /// What the book says that a level costs. Its one word for nothing is "Free."
    fn cost(&self, level: LevelKind) -> Cost<'b> {
        let said = self.coverage.surely(level, |level| level.cost.as_str());
        let amount = if said == "Free." { Amount::Exactly(Cents(0)) } else { Amount::Open };
        Cost { now: amount, in_all: amount, said }
    }

    fn only_if(&self, level: LevelKind) -> &'b str {
        self.coverage.surely(level, |level| level.only_if.as_str())
    }
}

impl<'b> Coverage<'b> {
    fn of(case: &Case, book: &'b Book) -> Self {
        match case.coverage_kind() {
            Finding::Certain(CoverageKind::Uninsured) | Finding::Assumed { value: CoverageKind::Uninsured, .. } => {
                Self::None
            }
            Finding::Certain(kind) | Finding::Assumed { value: kind, .. } => {
                book.track(kind).map_or(Self::NotInBook, Self::On)
            }
            Finding::Unknown { ask } => {
                let field = ask.first().copied().unwrap_or(Field::CoverageFrom);
                let both = (book.track(CoverageKind::EmployerInsured), book.track(CoverageKind::EmployerSelfFunded));
                match both {
                    (Some(insured), Some(own)) if field == Field::Funding => Self::Either(insured, own, field),
                    (Some(_) | None, _) => Self::Unknown(field),
                }
            }
        }
    }

    /// Why there is no such route.
    fn lacks(&self) -> Reason {
        match self {
            Self::On(_) | Self::Either(..) => Reason::NoRule,
            Self::NotInBook | Self::Unknown(_) => Reason::NotInBook,
            Self::None => Reason::NoCoverage,
        }
    }

    fn tracks(&self) -> Vec<&'b Track> {
        match self {
            Self::On(track) => vec![*track],
            Self::Either(one, other, _) => vec![*one, *other],
            Self::NotInBook | Self::None | Self::Unknown(_) => Vec::new(),
        }
    }

    /// Whether the road has such a level; else the fact that decides it.
    fn has(&self, kind: LevelKind) -> Result<bool, Field> {
        match self {
            Self::On(track) => Ok(track.level(kind).is_some()),
            Self::Either(one, other, field) => match (one.level(kind), other.level(kind)) {
                (Some(_), Some(_)) => Ok(true),
                (None, None) => Ok(false),
                (Some(_), None) | (None, Some(_)) => Err(*field),
            },
            Self::NotInBook | Self::None => Ok(false),
            Self::Unknown(field) => Err(*field),
        }
    }

    /// Whether every road that it may be gives this right.
    fn surely_gives(&self, rule: &str) -> bool {
        let tracks = self.tracks();
        !tracks.is_empty() && tracks.iter().all(|track| track.rights.iter().any(|right| right == rule))
    }

    /// Whether a rule binds every road that it may be.
    fn is_bound_by(&self, rule: &Rule) -> bool {
        let tracks = self.tracks();
        let binds = |track: &&Track| rule.binds.iter().any(|binding| binding.coverage == track.coverage);
        !tracks.is_empty() && tracks.iter().all(binds)
    }

    /// What every road that it may be says of a level in the same words; empty otherwise.
    fn surely(&self, kind: LevelKind, words: impl Fn(&'b Level) -> &'b str) -> &'b str {
        let said: Vec<&'b str> = self.tracks().into_iter().map(|track| track.level(kind).map_or("", &words)).collect();
        match said.as_slice() {
            [first, rest @ ..] if rest.iter().all(|other| other == first) => first,
            [] | [..] => "",
        }
    }
}

/// Where the case stands with the no, whatever it was opened for.
fn stage(case: &Case) -> Stage {
    match steps::stage(case) {
        Stage::Billed | Stage::Planning => Stage::Denied,
        stage @ (Stage::Denied | Stage::Appealed | Stage::Lost | Stage::Won) => stage,
    }
}

/// Whether the plan's no is still in dispute: nothing was won.
pub(super) fn in_dispute(case: &Case) -> bool {
    let won = case.events.iter().any(|event| event.what == EventKind::Won);
    case.has_denial() && !won
}
