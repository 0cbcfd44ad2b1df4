//! By when, and why: the two clocks. Mine (by when must I act) and theirs (by when must they answer).
//!
//! Knows the case and the rulebook; knows no clock (`today` is given) and no wording. Every number of law is the
//! rulebook's; every step of the arithmetic is kept as a value, so that it can be told in words.
//!
//! How a careful lawyer would hold the dates, and so do we:
//! - The last day by the rule is counted from receipt where receipt is known, for that is the law. The day to aim for never
//!   rests on receipt: the plan may count from the date that it printed, so the aim is the earliest reading of all, moved
//!   back to a business day.
//! - Nothing is late until the last reading has passed. Between the readings the word is: file today and say so.
//! - Where the state may give less than the federal number, that number is never shown as the date. Where a state may set
//!   a time of its own within the federal one, the date rests on the state.
//! - A clock begins with what the person told. While no decision has come, nothing is mine; nothing is theirs before
//!   something of ours was sent.

pub mod clock;
mod count;
pub mod hours;
mod ladder;
mod mine;
mod notice;
mod past;
mod places;
mod theirs;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use count::{Closed, Counted, Step, count};
pub use notice::NoticeSays;
pub use past::filings;
pub use places::reviews;

use crate::case::{Case, Provenance};
use crate::civil::{Date, Time};
use crate::finding::Finding;
use crate::kinds::{CoverageKind, Field, Timing};
use crate::rulebook::schema::LegalKind;
use crate::rulebook::{Book, Level, LevelKind, Rule, Source, Track};
use past::Past;

/// Both clocks of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadlines<'b> {
    /// By when must I.
    pub mine: Vec<Deadline<'b>>,
    /// By when must they.
    pub theirs: Vec<Deadline<'b>>,
}

/// One date with all that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline<'b> {
    /// Whose it is.
    pub side: Side,
    /// The step on the road; for a right beside the road, the step that it serves.
    pub level: LevelKind,
    /// The same step as the book tells it: who decides, how to file, what it costs. `None` where the road is not known, and
    /// for a right beside it.
    pub step: Option<&'b Level>,
    /// The rule behind it. `None`: the law sets no time for this step, the book has no rule for this coverage, or the
    /// coverage is not known; then the notice alone speaks.
    pub rule: Option<&'b Rule>,
    /// The citations that bind this plan; more than one while it is open which of two kinds of plan it is, and where a state
    /// gives less than federal law asks of it.
    pub sources: Vec<&'b Source>,
    /// The dates.
    pub when: Finding<When>,
    /// Where it stands today.
    pub standing: Standing,
}

/// Whose a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// By when must I.
    Mine,
    /// By when must they.
    Theirs,
}

/// The dates of a deadline and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// What the rule's clock starts with; `None` when only the notice speaks.
    pub start: Option<Start>,
    /// What the rule gives.
    pub by_rule: Option<Counted>,
    /// The same rule counted from the printed date, where receipt is known and later.
    pub from_printed: Option<Counted>,
    /// What the notice says itself: a day, a window, or both.
    pub by_notice: Vec<NoticeSays>,
    /// For mine: the day to aim for, the earliest reading moved back to a business day. For theirs: their last day.
    pub aim_for: Date,
    /// The first day on which the rule or the notice ends it.
    pub first_end: Date,
    /// The day after which both have passed.
    pub last_end: Date,
    /// The time of day at which those days end: where the law names one, and for hours that run from a known one.
    pub at: Option<Time>,
    /// The arithmetic.
    pub steps: Vec<Step>,
}

/// What starts a clock in this case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// What happened.
    pub what: Started,
    /// When. Day zero.
    pub day: Date,
    /// At what time of day, where that is known. Only clocks of hours run from it.
    pub time: Option<Time>,
    /// How we know, where it is a fact of the case.
    pub provenance: Option<Provenance>,
}

/// Kinds of starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Started {
    /// The notice was received.
    Received,
    /// The date printed on the notice.
    Printed,
    /// The day on which the law takes the notice to have come, so many days after its date.
    Presumed,
    /// The appeal arrived.
    AppealArrived,
    /// The other side confirmed that the appeal had arrived; it cannot have arrived later.
    ArrivalConfirmed,
    /// The appeal was sent; it cannot have arrived earlier.
    AppealSent,
    /// The request or claim reached them, or was sent where nothing more is known.
    ClaimSent,
    /// The papers were asked for in writing.
    PapersAskedFor,
    /// The patient is to leave the hospital, or left it.
    LeavesHospital,
    /// The services end.
    ServicesEnd,
    /// The cut or the end of benefits takes effect.
    ChangeStarts,
    /// The care was given.
    Care,
}

/// Where a deadline stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Mine: there is time until the day to aim for.
    Ahead {
        /// Days until the day to aim for.
        days_left: u32,
    },
    /// Mine: today is the day to aim for.
    Today,
    /// Mine: the day to aim for has passed; no last day has.
    PastAim {
        /// The last day that still stands.
        last_day: Date,
    },
    /// Mine: one of the notice's day and the rule's day has passed, and the other has not. File today and say so.
    BetweenDates {
        /// The day by the notice.
        notice_day: Date,
        /// The day by the rule.
        rule_day: Date,
    },
    /// Mine: every reading has passed.
    Late {
        /// The last day by the most generous reading.
        since: Date,
    },
    /// Mine: it was sent.
    Done {
        /// The day.
        on: Date,
    },
    /// Theirs: their time runs.
    Running {
        /// Days until their last day.
        days_left: u32,
    },
    /// Theirs: today is their last day.
    Due,
    /// Theirs: their time has passed if what was sent arrived that day, at the right office, and if this clock is the one
    /// that applies. Ask.
    AskNow {
        /// Their last day by that reading.
        since: Date,
    },
    /// Theirs: their time has passed.
    Overdue {
        /// Their last day.
        since: Date,
    },
    /// No date can be said yet.
    Unknown,
}

/// Both clocks of a case on a day.
///
/// While nothing was decided, their first decision runs from the day on which the request or claim was sent. Then the
/// internal appeal is mine until a letter `L01` was sent; then theirs runs. When the appeal was lost, the next steps are
/// mine: the external review, counted from the final denial, which is the newest notice; and a second appeal, for which the
/// law has no time and the notice alone speaks, until the appeal was sent again. What that notice states counts for one of
/// the two; while nobody says for which, it is shown for each, and assumed.
#[must_use]
pub fn of<'b>(case: &Case, book: &'b Book, today: Date) -> Deadlines<'b> {
    let past = Past::of(case);
    match Road::of(case, book) {
        Road::Known(track, coverage) => on(track, coverage, case, book, &past, today),
        Road::Either(one, other) => {
            let [one, other] = [one, other].map(|track| on(track, track.coverage, case, book, &past, today));
            Deadlines {
                mine: agreed(one.mine, &other.mine, |level| {
                    mine::by_notice(level, case, book, &past, today, vec![Field::Funding])
                }),
                theirs: agreed(one.theirs, &other.theirs, |_| None),
            }
        }
        Road::Unknown { ask } => Deadlines {
            mine: past
                .levels(case)
                .filter_map(|level| mine::by_notice(level, case, book, &past, today, ask.clone()))
                .collect(),
            theirs: Vec::new(),
        },
    }
}

/// The road on which a case is, where it is known which.
#[must_use]
pub fn road<'b>(case: &Case, book: &'b Book) -> Option<&'b Track> {
    match Road::of(case, book) {
        Road::Known(track, _) => Some(track),
        Road::Either(..) | Road::Unknown { .. } => None,
    }
}

/// Whether the first decision is awaited: the person said when the request or claim was sent, and nothing says that it was
/// decided.
#[must_use]
pub fn awaits_first_decision(case: &Case) -> bool {
    Past::of(case).waiting.is_some()
}

fn on<'b>(
    track: &'b Track,
    coverage: CoverageKind,
    case: &Case,
    book: &'b Book,
    past: &Past,
    today: Date,
) -> Deadlines<'b> {
    let scene = Scene { case, book, past, coverage, today };
    Deadlines { mine: mine::on(track, &scene), theirs: theirs::on(track, &scene) }
}

/// What deadlines on a road are read with.
struct Scene<'a, 'b> {
    case: &'a Case,
    book: &'b Book,
    past: &'a Past,
    /// Decides which citation binds, and which of the road's clocks are for this person.
    coverage: CoverageKind,
    today: Date,
}

impl<'b> Scene<'_, 'b> {
    /// The rules of these names that bind this coverage.
    fn rules(&self, ids: &'b [String]) -> impl Iterator<Item = &'b Rule> {
        let (book, coverage) = (self.book, self.coverage);
        ids.iter().filter_map(move |id| book.rule(id)).filter(move |rule| book.binding(rule, coverage).is_some())
    }

    fn sources(&self, rule: &'b Rule) -> Vec<&'b Source> {
        self.book.binding(rule, self.coverage).into_iter().collect()
    }
}

/// What holds on either of two roads, resting on the answer which of them it is. Where they part at a level, `instead`.
fn agreed<'b>(
    one: Vec<Deadline<'b>>,
    other: &[Deadline<'b>],
    instead: impl Fn(LevelKind) -> Option<Deadline<'b>>,
) -> Vec<Deadline<'b>> {
    let mut all = Vec::new();
    let mut parted: Vec<LevelKind> = Vec::new();
    for mut deadline in one {
        let same = |twin: &&Deadline<'b>| {
            twin.level == deadline.level && twin.rule == deadline.rule && twin.when == deadline.when
        };
        let twin = other.iter().find(same);
        if let Some(twin) = twin {
            let more =
                twin.sources.iter().filter(|source| !deadline.sources.contains(source)).copied().collect::<Vec<_>>();
            deadline.sources.extend(more);
            deadline.when = deadline.when.resting_on(Field::Funding);
            all.push(deadline);
        } else if !parted.contains(&deadline.level) {
            parted.push(deadline.level);
        }
    }
    all.extend(parted.into_iter().filter_map(instead));
    all
}

impl<'b> Deadlines<'b> {
    /// The one that presses most: the first by the day to aim for among those that can still be met, then those without a
    /// date, then those that are late. `None` when nothing of mine is open.
    #[must_use]
    pub fn next_mine(&self) -> Option<&Deadline<'b>> {
        self.mine
            .iter()
            .filter_map(|deadline| Some((deadline.press()?, deadline)))
            // On one day the step that every plan has comes before the one that this plan may not have.
            .min_by_key(|(press, deadline)| (*press, deadline.level == LevelKind::SecondInternalAppeal))
            .map(|(_, d)| d)
    }
}

impl Deadline<'_> {
    /// For a rule that is itself the limit: the later day that the notice gave. It does not move the limit, and is a ground
    /// for asking that a late appeal be taken.
    #[must_use]
    pub fn promised(&self) -> Option<Date> {
        let counts = self.rule.and_then(|rule| rule.counts.as_ref())?;
        let when = self.when.value()?;
        let last = when.by_notice.iter().map(|says| says.day).max()?;
        (counts.legal_kind == LegalKind::Fixed && last > when.last_end).then_some(last)
    }

    /// The earlier, the more it presses; `None` when nothing is to be done. A step that the plan may not even have presses
    /// only where its date is known.
    fn press(&self) -> Option<(u8, Option<Date>)> {
        let aim = self.when.value().map(|when| when.aim_for);
        match self.standing {
            Standing::Ahead { .. } | Standing::Today | Standing::PastAim { .. } | Standing::BetweenDates { .. } => {
                Some((0, aim))
            }
            Standing::Unknown if self.level == LevelKind::SecondInternalAppeal => Some((3, aim)),
            Standing::Unknown => Some((1, aim)),
            Standing::Late { .. } => Some((2, aim)),
            Standing::Done { .. }
            | Standing::Running { .. }
            | Standing::Due
            | Standing::AskNow { .. }
            | Standing::Overdue { .. } => None,
        }
    }

    /// Where in the life of a claim it applies, for clocks that depend on that.
    #[must_use]
    pub fn timing(&self) -> Option<Timing> {
        self.rule.and_then(|rule| rule.timing)
    }
}

impl<T> Finding<T> {
    /// The same finding, resting on one more answer.
    fn resting_on(self, field: Field) -> Self {
        match self {
            Self::Certain(value) => Self::Assumed { value, because: vec![field] },
            Self::Assumed { value, mut because } => {
                because.push(field);
                Self::Assumed { value, because }
            }
            // What no answer settles, one more does not settle either.
            Self::Unknown { ask } if ask.is_empty() => Self::Unknown { ask },
            Self::Unknown { mut ask } => {
                ask.push(field);
                Self::Unknown { ask }
            }
        }
    }
}

/// A finding that rests on these answers, or on none.
fn finding<T>(value: T, because: Vec<Field>) -> Finding<T> {
    if because.is_empty() { Finding::Certain(value) } else { Finding::Assumed { value, because } }
}

/// Which road of the book the case is on.
enum Road<'b> {
    Known(&'b Track, CoverageKind),
    Either(&'b Track, &'b Track),
    Unknown { ask: Vec<Field> },
}

impl<'b> Road<'b> {
    fn of(case: &Case, book: &'b Book) -> Self {
        match case.coverage_kind() {
            Finding::Certain(coverage) | Finding::Assumed { value: coverage, .. } => {
                let beside = case.beside().and_then(|beside| book.track_beside(coverage, beside));
                let road = beside.or_else(|| book.track(coverage));
                road.map_or(Self::Unknown { ask: Vec::new() }, |track| Self::Known(track, coverage))
            }
            Finding::Unknown { ask } if ask == [Field::Funding] => {
                let (insured, own) = (CoverageKind::EmployerInsured, CoverageKind::EmployerSelfFunded);
                match (book.track(insured), book.track(own)) {
                    (Some(insured), Some(own)) => Self::Either(insured, own),
                    (Some(_) | None, _) => Self::Unknown { ask },
                }
            }
            Finding::Unknown { ask } => Self::Unknown { ask },
        }
    }
}
