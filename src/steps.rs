//! What to do next, why, and what is still missing: the plays of a case put together, with nothing asked twice.
//!
//! Knows no clock and counts no days of law: the caller brings today, and the last day to file comes from `deadlines`. While
//! the first decision is awaited nothing was denied, and only what a play says of the wait is shown.

mod scene;
mod suggest;
mod tasks;

pub use suggest::{Because, Suggestion, suggest};

use crate::case::{Case, EventKind, Number, PlayId};
use crate::civil::Date;
use crate::deadlines::{self, Deadline, Deadlines, Standing};
use crate::kinds::{CallKind, LetterKind, PaperKind, Purpose, Timing, Who};
use crate::rulebook::LevelKind;
use crate::rulebook::schema::{
    Awaited, Book, Branch, Contact, Evidence, Filing, Opens, Phase, Play, PlayCall, Question, Rule, Stage, Task,
    Urgency, Warning,
};
use scene::Scene;

/// The id of the play that stands behind every other one.
pub const GENERAL: &str = "general";

/// So many days before the day to aim for, writing the appeal comes before everything else. Our choice and not law: a
/// letter by certified mail needs about this long.
const PRESSING_DAYS: i64 = 7;

/// The clock that decides what comes first, as `deadlines` reads it: the one for filing, or theirs while nothing is mine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// No last day can be told yet.
    Unknown,
    /// There is time; this is the day to aim for.
    Until(Date),
    /// The day to aim for has passed, and a last day has not: file today.
    Today,
    /// The last day has passed by every reading.
    Late,
    /// Nothing is to be filed: the first decision is awaited, and their time for it has passed.
    TheirsPassed,
    /// Nothing is to be filed by a day: all was done, or no step is left on this road.
    Nothing,
}

/// All that there is to do in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps<'b> {
    /// Where the case stands.
    pub stage: Stage,
    /// Where the wait for the first decision stands, while it is awaited; then nothing was denied yet.
    pub awaited: Option<Awaited>,
    /// What cannot wait in this case: it stands above everything else.
    pub urgencies: Vec<&'b Urgency>,
    /// The one thing to do now; nothing at the end of a stage.
    pub next: Option<Step<'b>>,
    /// Everything, done or not, in order.
    pub checklist: Vec<Step<'b>>,
    /// What proves the case, each paper once.
    pub evidence: Vec<EvidenceItem<'b>>,
    /// The calls that this case may need, each kind once.
    pub calls: Vec<Script<'b>>,
    /// What to be careful about. Those with tools in `beside` belong there; the others beside the next step.
    pub warnings: Vec<&'b Warning>,
    /// The letters that this case may need, in order.
    pub letters: Vec<LetterKind>,
}

/// A task in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'b> {
    /// Its stable key, `<play>.<key>`; done tasks are kept under it.
    pub key: String,
    /// The play whose words are shown.
    pub play: &'b Play,
    /// What, why, how long, and what it opens.
    pub task: &'b Task,
    /// Whether it is done.
    pub state: State,
    /// The day by which it has to be done, where it must come before filing.
    pub by: Option<Date>,
    /// The rules behind it that bind this person's coverage.
    pub rules: Vec<&'b Rule>,
    /// Who helps with it.
    pub contacts: Vec<&'b Contact>,
}

/// Whether a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// To be done.
    Open,
    /// Done, and when, if that is known.
    Done {
        /// The day.
        on: Option<Date>,
    },
    /// It comes after the next turn of the case.
    NotNow,
}

/// A paper that proves something.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceItem<'b> {
    /// Which paper, what it shows, who has it.
    pub evidence: &'b Evidence,
    /// Whether it is here.
    pub state: EvidenceState,
}

/// Whether a paper is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceState {
    /// In hand.
    Held {
        /// The document; none for notes of calls, which stand in the case itself.
        document: Option<Number>,
    },
    /// Asked for.
    Asked {
        /// The day, if known.
        on: Option<Date>,
    },
    /// Neither here nor asked for.
    Missing,
}

/// A call as it should be made in this case.
#[derive(Clone, Debug, PartialEq)]
pub struct Script<'b> {
    /// Which call.
    pub kind: CallKind,
    /// Whom to call.
    pub with: Who,
    /// What to have at hand.
    pub have_ready: &'b [String],
    /// What to say first.
    pub opening: &'b str,
    /// What to ask, in order.
    pub questions: Vec<&'b Question>,
    /// What to do when they say a certain thing.
    pub branches: Vec<&'b Branch>,
    /// What to say before hanging up.
    pub closing: &'b str,
}

impl Clock {
    /// The clock as `deadlines` reads it: of what is mine and open, the date that presses most. An appeal that was sent after
    /// its last day stays late, so that what speaks for taking it is still shown.
    #[must_use]
    pub fn of(deadlines: &Deadlines<'_>) -> Self {
        let Some(deadline) = deadlines.next_mine() else {
            return match (deadlines.mine.iter().any(sent_late), first_decision_is_late(deadlines)) {
                (true, _) => Self::Late,
                (false, true) => Self::TheirsPassed,
                (false, false) => Self::Nothing,
            };
        };
        match (deadline.standing, deadline.when.value()) {
            (Standing::Ahead { .. } | Standing::Today, Some(when)) => Self::Until(when.aim_for),
            (Standing::PastAim { .. } | Standing::BetweenDates { .. }, _) => Self::Today,
            (Standing::Late { .. }, _) => Self::Late,
            (
                Standing::Ahead { .. }
                | Standing::Today
                | Standing::Unknown
                | Standing::Done { .. }
                | Standing::Running { .. }
                | Standing::Due
                | Standing::AskNow { .. }
                | Standing::Overdue { .. },
                _,
            ) => Self::Unknown,
        }
    }
}

fn sent_late(deadline: &Deadline<'_>) -> bool {
    match (deadline.standing, deadline.when.value()) {
        (Standing::Done { on }, Some(when)) => on > when.last_end,
        (
            Standing::Done { .. }
            | Standing::Ahead { .. }
            | Standing::Today
            | Standing::PastAim { .. }
            | Standing::BetweenDates { .. }
            | Standing::Late { .. }
            | Standing::Running { .. }
            | Standing::Due
            | Standing::AskNow { .. }
            | Standing::Overdue { .. }
            | Standing::Unknown,
            _,
        ) => false,
    }
}

/// Whether their time for the first decision has passed for whichever care it may be. More time that a plan may have taken
/// does not count: who asks hears of it.
fn first_decision_is_late(deadlines: &Deadlines<'_>) -> bool {
    let first = || deadlines.theirs.iter().filter(|deadline| deadline.level == LevelKind::FirstDecision);
    let late = |deadline: &&Deadline<'_>| match deadline.standing {
        Standing::AskNow { .. } | Standing::Overdue { .. } => true,
        Standing::Ahead { .. }
        | Standing::Today
        | Standing::PastAim { .. }
        | Standing::BetweenDates { .. }
        | Standing::Late { .. }
        | Standing::Done { .. }
        | Standing::Running { .. }
        | Standing::Due
        | Standing::Unknown => false,
    };
    let passed: Vec<Option<Timing>> = first().filter(late).map(Deadline::timing).collect();
    !passed.is_empty() && first().all(|deadline| passed.contains(&deadline.timing()))
}

impl Steps<'_> {
    /// The warnings that belong beside a tool.
    pub fn warnings_beside(&self, tool: Opens) -> impl Iterator<Item = &Warning> {
        self.warnings.iter().copied().filter(move |warning| warning.beside.contains(&tool))
    }

    /// The warnings that belong beside the next step, whatever it opens.
    pub fn warnings_everywhere(&self) -> impl Iterator<Item = &Warning> {
        self.warnings.iter().copied().filter(|warning| warning.beside.is_empty())
    }

    /// The script for a kind of call.
    #[must_use]
    pub fn script(&self, kind: CallKind) -> Option<&Script<'_>> {
        self.calls.iter().find(|script| script.kind == kind)
    }
}

/// What to do in this case, as of today.
#[must_use]
pub fn of<'b>(case: &Case, book: &'b Book, today: Date, clock: Clock) -> Steps<'b> {
    let stage = stage(case);
    let awaited = awaited(case, stage, clock);
    let mut plays = plays(case, book);
    // A play that says nothing of the wait is about a decision, which has not come.
    plays.retain(|play| awaited.is_none() || play.tasks.iter().any(|task| !task.when.awaited.is_empty()));
    let scene = Scene::new(case, &plays, stage, filing(clock, today), awaited);
    let by = match clock {
        Clock::Until(aim_for) => Some(aim_for),
        Clock::Today => Some(today),
        Clock::Unknown | Clock::Late | Clock::TheirsPassed | Clock::Nothing => None,
    };
    let checklist = tasks::checklist(&scene, book, &plays, by);
    let evidence = evidence(&scene, &plays, &checklist);
    Steps {
        stage: scene.stage,
        urgencies: book.urgencies.iter().filter(|urgency| urgency.whens.iter().any(|when| scene.holds(when))).collect(),
        awaited: scene.awaited,
        next: checklist.iter().find(|step| step.state == State::Open).cloned(),
        calls: calls(&scene, &plays),
        warnings: warnings(&scene, &plays),
        letters: letters(&plays, &checklist, &evidence),
        evidence,
        checklist,
    }
}

/// Where the case stands: at whatever came last. Of one day, the decision answers what was sent, unless more was sent than
/// was decided: then the next step went out on the day of the answer, as fast appeals do.
#[must_use]
pub fn stage(case: &Case) -> Stage {
    let sent = deadlines::filings(case);
    let decided = case.events.iter().filter_map(|event| match event.what {
        EventKind::Won => Some((event.on, Stage::Won)),
        EventKind::Lost => Some((event.on, Stage::Lost)),
        EventKind::Care | EventKind::LetterCame | EventKind::ArrivalConfirmed | EventKind::Other => None,
    });
    let decided: Vec<(Date, Stage)> = decided.collect();
    // A later note corrects an earlier one of the same day.
    let decision = decided.iter().copied().max_by_key(|(on, _)| *on);
    match (sent.iter().max(), decision) {
        (Some(sent_on), Some((on, _))) if *sent_on > on || (*sent_on == on && sent.len() > decided.len()) => {
            Stage::Appealed
        }
        (_, Some((_, stage))) => stage,
        (Some(_), None) => Stage::Appealed,
        (None, None) => first_stage(case),
    }
}

/// Where a case stands before anything has happened in it.
fn first_stage(case: &Case) -> Stage {
    match case.purpose {
        Purpose::Denial => Stage::Denied,
        Purpose::Bill => Stage::Billed,
        // Planned care that was refused is a denial like any other.
        Purpose::Planning if case.has_denial() => Stage::Denied,
        Purpose::Planning => Stage::Planning,
    }
}

/// Where the wait for the first decision stands. A case that was opened for a bill or for planned care has a way of its own.
fn awaited(case: &Case, stage: Stage, clock: Clock) -> Option<Awaited> {
    (stage == Stage::Denied && deadlines::awaits_first_decision(case)).then_some(match clock {
        Clock::TheirsPassed => Awaited::Overdue,
        Clock::Unknown | Clock::Until(_) | Clock::Today | Clock::Late | Clock::Nothing => Awaited::InTime,
    })
}

/// The chosen plays in their order, and the general one behind them.
fn plays<'b>(case: &Case, book: &'b Book) -> Vec<&'b Play> {
    let chosen = case.situations.iter().filter(|PlayId(id)| id != GENERAL).filter_map(|PlayId(id)| book.play(id));
    chosen.chain(book.play(GENERAL)).collect()
}

fn filing(clock: Clock, today: Date) -> Filing {
    match clock {
        Clock::Late => Filing::Late,
        Clock::Today => Filing::Pressing,
        Clock::Until(aim_for) if today.days_until(aim_for) <= PRESSING_DAYS => Filing::Pressing,
        Clock::Until(_) | Clock::Unknown | Clock::TheirsPassed => Filing::Open,
        Clock::Nothing => Filing::None,
    }
}

/// Each paper once, in the words of the first play that names it.
fn evidence<'b>(scene: &Scene, plays: &[&'b Play], checklist: &[Step<'b>]) -> Vec<EvidenceItem<'b>> {
    let mut items: Vec<EvidenceItem<'b>> = Vec::new();
    for evidence in plays.iter().flat_map(|play| &play.evidence).filter(|evidence| scene.holds(&evidence.when)) {
        let same = |item: &EvidenceItem<'_>| {
            item.evidence.paper == evidence.paper
                && (evidence.paper != PaperKind::Other || item.evidence.what == evidence.what)
        };
        if !items.iter().any(same) {
            items.push(EvidenceItem { evidence, state: evidence_state(scene.case, evidence, checklist) });
        }
    }
    items
}

fn evidence_state(case: &Case, evidence: &Evidence, checklist: &[Step<'_>]) -> EvidenceState {
    let Evidence { paper, letter, .. } = evidence;
    let (paper, letter) = (*paper, *letter);
    if let Some(document) = case.documents.iter().find(|document| document.kind == paper) {
        return EvidenceState::Held { document: Some(document.number) };
    }
    if paper == PaperKind::CallNotes && !case.calls.is_empty() {
        return EvidenceState::Held { document: None };
    }
    let written = letter.and_then(|kind| {
        case.letters.iter().filter(|letter| letter.kind == kind).find_map(|letter| letter.sendings.first())
    });
    if let Some(sending) = written {
        return EvidenceState::Asked { on: Some(sending.on) };
    }
    let asked = checklist.iter().filter(|step| step.task.asks_for.contains(&paper)).find_map(|step| match step.state {
        State::Done { on } => Some(on),
        State::Open | State::NotNow => None,
    });
    asked.map_or(EvidenceState::Missing, |on| EvidenceState::Asked { on })
}

/// Each kind of call once: the first play's words, its questions and what they may say, and of the plays behind it those
/// with another key.
fn calls<'b>(scene: &Scene, plays: &[&'b Play]) -> Vec<Script<'b>> {
    let mut scripts: Vec<Script<'b>> = Vec::new();
    for call in plays.iter().flat_map(|play| &play.calls).filter(|call| scene.holds(&call.when)) {
        let at = scripts.iter().position(|script| script.kind == call.kind).unwrap_or_else(|| {
            scripts.push(script(call));
            scripts.len() - 1
        });
        let held = &mut scripts[at].questions;
        for question in call.questions.iter().filter(|question| scene.holds(&question.when)) {
            if held.iter().all(|other| other.key != question.key) {
                held.push(question);
            }
        }
        let held = &mut scripts[at].branches;
        for branch in call.branches.iter().filter(|branch| scene.holds(&branch.when)) {
            if held.iter().all(|other| other.key != branch.key) {
                held.push(branch);
            }
        }
    }
    scripts
}

fn script(call: &PlayCall) -> Script<'_> {
    Script {
        kind: call.kind,
        with: call.with,
        have_ready: &call.have_ready,
        opening: &call.opening,
        questions: Vec::new(),
        branches: Vec::new(),
        closing: &call.closing,
    }
}

fn warnings<'b>(scene: &Scene, plays: &[&'b Play]) -> Vec<&'b Warning> {
    let mut warnings: Vec<&'b Warning> = Vec::new();
    for warning in plays.iter().flat_map(|play| &play.warnings).filter(|warning| scene.holds(&warning.when)) {
        if warnings.iter().all(|held| held.text != warning.text) {
            warnings.push(warning);
        }
    }
    warnings
}

/// Each letter once: those that a step of the case opens, those that fetch a paper of the case, and those that belong to
/// neither. An appeal is not offered to somebody who only has a bill.
fn letters(plays: &[&Play], checklist: &[Step<'_>], evidence: &[EvidenceItem<'_>]) -> Vec<LetterKind> {
    let opens = |task: &Task, kind| task.opens == Opens::Letter(kind);
    let mut letters = Vec::new();
    for kind in plays.iter().flat_map(|play| &play.letters).copied() {
        let of_a_task = plays.iter().flat_map(|play| &play.tasks).any(|task| opens(task, kind));
        let of_a_paper = plays.iter().flat_map(|play| &play.evidence).any(|paper| paper.letter == Some(kind));
        let wanted = checklist.iter().any(|step| opens(step.task, kind))
            || evidence.iter().any(|item| item.evidence.letter == Some(kind));
        if (wanted || !(of_a_task || of_a_paper)) && !letters.contains(&kind) {
            letters.push(kind);
        }
    }
    letters
}

/// Whether a task of this phase has to be done before filing.
fn before_filing(phase: Phase) -> bool {
    match phase {
        Phase::First | Phase::Ask | Phase::Gather | Phase::Write | Phase::Send => true,
        Phase::Follow => false,
    }
}

#[cfg(test)]
mod tests;
