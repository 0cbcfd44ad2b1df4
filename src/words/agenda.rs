//! The days of a case for a person's own calendar: both clocks, calls to follow up, bills that are due, care that is planned.
//!
//! An entry is named by its case and by what it is, never by its date or its rule, so that a calendar finds it again when
//! either has changed. What is over is an entry too, called off. Nothing is kept about files saved before: what is over
//! follows from the case as it stood before its answers. What was taken back or erased leaves no trace, and the page says so.
//!
//! A phone shows titles on its lock screen. So a title names the step and not the person or the care, unless asked for.

mod ics;

pub use ics::{Stamp, ics};

use super::{deadlines as said, steps};
use crate::case::{Call, Case, EventKind, Facts, Number};
use crate::civil::Date;
use crate::deadlines::{self, Deadline, Side, Standing, Started, When};
use crate::finding::Finding;
use crate::kinds::{Field, StatementKind, Timing, Who};
use crate::paper::{long_day, weekday_day};
use crate::rulebook::{Book, LevelKind};

/// What no new file can mend, and what to do then.
pub const LEFT_OVER: &str =
    "If you erased a case or corrected something here, an old entry may stay in your calendar: delete it there.";

/// A day of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Names it within the case for good, such as `mine-internal-appeal`.
    pub key: String,
    /// The day.
    pub on: Date,
    /// What is to be done, without names.
    pub title: String,
    /// What more there is to say.
    pub about: String,
    /// When it rings.
    pub rings: Rings,
    /// Whether it is over, so that a calendar may drop it.
    pub over: bool,
}

/// When an entry rings, each time at nine in the morning. Our choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rings {
    /// A week before, the day before, and on the day: the person has something to prepare.
    Ahead,
    /// On the day alone: others owe something.
    OnTheDay,
    /// On the day, and then in the rhythm that the person chose.
    InRhythm,
}

/// How often to be reminded of a call that waits for an answer. The person's choice, and no rule of law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rhythm {
    /// On its day alone.
    #[default]
    Once,
    /// Every week.
    EveryWeek,
    /// Every two weeks.
    EveryTwoWeeks,
}

/// How the person wants the entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whether the name of the case stands in the titles.
    pub names: bool,
    /// How often calls that wait ring.
    pub rhythm: Rhythm,
}

impl Rhythm {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Once, Self::EveryWeek, Self::EveryTwoWeeks];

    /// How often it rings in all. Only the person sees the answer come, so it must end by itself.
    pub const TIMES: u32 = 6;

    /// Weeks from one reminder to the next.
    #[must_use]
    pub fn weeks(self) -> Option<u32> {
        match self {
            Self::Once => None,
            Self::EveryWeek => Some(1),
            Self::EveryTwoWeeks => Some(2),
        }
    }

    /// Its stable name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::EveryWeek => "week",
            Self::EveryTwoWeeks => "two-weeks",
        }
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> String {
        let every = match self {
            Self::Once => return "Once, on the day to ask again".to_owned(),
            Self::EveryWeek => "week",
            Self::EveryTwoWeeks => "two weeks",
        };
        format!("Every {every} from that day, {} times in all", Self::TIMES)
    }
}

/// The days of a case as they stand today. What has no date yet is left out.
#[must_use]
pub fn entries(case: &Case, book: &Book, today: Date) -> Vec<Entry> {
    let mut all = clocks(case, book, today);
    for before in earlier(case) {
        for entry in clocks(&before, book, today) {
            if all.iter().all(|held| held.key != entry.key) {
                all.push(entry.over("This is over: what it waited for has come.".to_owned()));
            }
        }
    }
    all.extend(case.calls.iter().filter_map(|call| follow_up(call, case)));
    let bills = case.statements.iter().filter(|statement| statement.kind == StatementKind::Bill);
    all.extend(bills.filter_map(|bill| bill_due(bill.number, &bill.facts)));
    all.extend(case.claims.iter().filter_map(|claim| planned_care(claim.number, &claim.facts)));
    match case.archived {
        Some(on) => {
            all.into_iter().map(|entry| entry.over(format!("You put this case away on {}.", long_day(on)))).collect()
        }
        None => all,
    }
}

/// Whether a call of the case waits for somebody's word: then a rhythm of reminders can be offered.
#[must_use]
pub fn waits(case: &Case) -> bool {
    let open = |call: &Call| follow_up(call, case).is_some_and(|entry| !entry.over);
    case.archived.is_none() && case.calls.iter().any(open)
}

impl Entry {
    /// The same entry, called off.
    fn over(self, about: String) -> Self {
        Self { over: true, about, ..self }
    }
}

/// The dates of both clocks. A key is given before a date is looked for, so that it stays when the date comes.
fn clocks(case: &Case, book: &Book, today: Date) -> Vec<Entry> {
    let dates = deadlines::of(case, book, today);
    let mut taken: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for deadline in dates.mine.iter().chain(&dates.theirs) {
        let mut key = key(deadline);
        // Where two rules speak of one step (a plan may have one level of appeal or two), the first has the plain name.
        if let (true, Some(rule)) = (taken.contains(&key), deadline.rule) {
            key = format!("{key}-{}", rule.id);
        }
        taken.push(key.clone());
        all.extend(deadline.when.value().map(|when| clock(key, deadline, when)));
    }
    all
}

/// The case as it stood before the papers came, before each of its answers, and before the first decision.
fn earlier(case: &Case) -> Vec<Case> {
    let mut before = case.clone();
    before.documents.clear();
    let mut all = vec![before.clone()];
    while let Some(at) = before.events.iter().rposition(|event| is_answer(event.what)) {
        before.events.remove(at);
        all.push(before.clone());
    }
    before.letters.clear();
    for notice in &mut before.notices {
        notice.facts = Facts::default();
    }
    all.push(before);
    all
}

fn is_answer(what: EventKind) -> bool {
    match what {
        EventKind::Won | EventKind::Lost => true,
        EventKind::Care | EventKind::LetterCame | EventKind::ArrivalConfirmed | EventKind::Other => false,
    }
}

/// Names a date by what it is: whose, which step, and which kind of care or whether it is about papers. The rule has no part
/// in it, for it changes when the kind of coverage becomes known.
fn key(deadline: &Deadline<'_>) -> String {
    let side = match deadline.side {
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    };
    let of = match (asks_for_papers(deadline), deadline.timing()) {
        (true, _) => "-papers",
        (false, None) => "",
        (false, Some(Timing::PreService)) => "-pre-service",
        (false, Some(Timing::PostService)) => "-post-service",
        (false, Some(Timing::Concurrent)) => "-concurrent",
        (false, Some(Timing::Urgent)) => "-urgent",
    };
    format!("{side}-{}{of}", level(deadline.level))
}

fn asks_for_papers(deadline: &Deadline<'_>) -> bool {
    let start = deadline.when.value().and_then(|when| when.start.as_ref());
    start.is_some_and(|start| start.what == Started::PapersAskedFor)
}

/// A date of one of the clocks: on the day to aim for, and once that has passed, on the last day that there is.
fn clock(key: String, deadline: &Deadline<'_>, when: &When) -> Entry {
    let (on, sent) = match deadline.standing {
        Standing::PastAim { last_day } => (last_day, None),
        Standing::BetweenDates { notice_day, rule_day } => (notice_day.max(rule_day), None),
        Standing::Late { since } => (since, None),
        Standing::Done { on } => (when.aim_for, Some(on)),
        Standing::Ahead { .. }
        | Standing::Today
        | Standing::Running { .. }
        | Standing::Due
        | Standing::AskNow { .. }
        | Standing::Overdue { .. }
        | Standing::Unknown => (when.aim_for, None),
    };
    let (title, rings) = match deadline.side {
        Side::Mine => (mine(deadline.level, on > when.aim_for || on == when.last_end), Rings::Ahead),
        Side::Theirs => (theirs(deadline), Rings::OnTheDay),
    };
    let entry = Entry { key, on, title, about: about(deadline, when, on), rings, over: false };
    match sent {
        Some(day) => entry.over(format!("You sent it on {}.", long_day(day))),
        None => entry,
    }
}

fn about(deadline: &Deadline<'_>, when: &When, on: Date) -> String {
    let last = match deadline.side {
        Side::Theirs => "If nothing has come by the end of the day, ask.".to_owned(),
        Side::Mine if when.first_end != when.last_end => format!(
            "Your papers and the rule give two last days: {} and {}. Send it by the first one if you can.",
            weekday_day(when.first_end),
            weekday_day(when.last_end)
        ),
        Side::Mine if on == when.last_end => "This is the last day.".to_owned(),
        Side::Mine => format!("The last day is {}.", weekday_day(when.last_end)),
    };
    let mut about = vec![format!("{}.", said::title(deadline)), last];
    about.extend(said::assumptions(deadline));
    let sources = deadline.sources.iter();
    about.extend(sources.map(|source| format!("{}, last checked on {}.", source.cite, long_day(source.checked_on))));
    about.join(" ")
}

fn mine(level: LevelKind, last: bool) -> String {
    let what = match level {
        LevelKind::FirstDecision => "send what they need for the first decision",
        LevelKind::InternalAppeal => "send the appeal",
        LevelKind::SecondInternalAppeal => "send the second appeal",
        // That it is about a drug is nobody's business.
        LevelKind::DrugException => "ask for the exception",
        LevelKind::ExternalReview => "ask for the outside review",
        LevelKind::IndependentReview => "ask for the independent review",
        // In some programs the state looks at it on paper.
        LevelKind::Hearing => "ask for the hearing or state review",
        // It stands before the hearing in some programs, and after it in others.
        LevelKind::Council => "ask for the next review",
        LevelKind::Court => "go to court: see a lawyer well before",
    };
    let when = if last { "Last day to" } else { "Aim to" };
    format!("{when} {what}")
}

/// What is due from them, and whether it surely is.
fn theirs(deadline: &Deadline<'_>) -> String {
    let (what, are) = if asks_for_papers(deadline) {
        ("The papers that you asked for", "are")
    } else {
        (answer(deadline.level), "is")
    };
    match deadline.when {
        Finding::Certain(_) => format!("{what} {are} due"),
        Finding::Assumed { .. } | Finding::Unknown { .. } => format!("{what} may be due"),
    }
}

fn answer(level: LevelKind) -> &'static str {
    match level {
        LevelKind::FirstDecision => "The first decision",
        LevelKind::InternalAppeal => "The answer to the appeal",
        LevelKind::SecondInternalAppeal => "The answer to the second appeal",
        LevelKind::DrugException => "The answer on the exception",
        LevelKind::ExternalReview => "The answer of the outside review",
        LevelKind::IndependentReview => "The answer of the independent review",
        LevelKind::Hearing => "The decision of the hearing or state review",
        LevelKind::Council => "The answer of the next review",
        LevelKind::Court => "The decision of the court",
    }
}

/// A call to follow up, on the day to ask again; where none was chosen, on the day by which something was promised.
fn follow_up(call: &Call, case: &Case) -> Option<Entry> {
    let on = call.follow_up.or(call.promised_by)?;
    let title = match call.with {
        Who::You => "Ask again".to_owned(),
        Who::Insurer | Who::Clinician | Who::Biller | Who::BenefitsOffice | Who::Regulator | Who::Collector => {
            format!("Ask {} again", steps::who(call.with))
        }
    };
    let promised = call.promised_by.map(|by| format!(" Something was promised by {}.", weekday_day(by)));
    let (day, promised) = (long_day(call.on), promised.unwrap_or_default());
    let about = format!("You called on {day}.{promised} What was said stands in your notes of the call.");
    let rings = Rings::InRhythm;
    let entry = Entry { key: numbered("call", call.number), on, title, about, rings, over: false };
    let again = case.calls.iter().find(|other| {
        (other.kind, other.with) == (call.kind, call.with) && other.number > call.number && other.on >= call.on
    });
    Some(match again {
        Some(again) => entry.over(format!("You called again on {}.", long_day(again.on))),
        None => entry,
    })
}

fn bill_due(number: Number, bill: &Facts) -> Option<Entry> {
    let about =
        "The biller\u{2019}s own day. Check the bill first, and ask in writing that the account is on hold meanwhile.";
    let title = "A bill asks to be paid by this day";
    Some(day("bill", number, bill.get(Field::BillDue)?.value.as_day()?, title, about))
}

fn planned_care(number: Number, claim: &Facts) -> Option<Entry> {
    let about = "Before this day, look at the approval and the estimate again.";
    Some(day("care", number, claim.get(Field::PlannedFor)?.value.as_day()?, "Care is planned", about))
}

fn day(what: &str, number: Number, on: Date, title: &str, about: &str) -> Entry {
    let (title, about) = (title.to_owned(), about.to_owned());
    Entry { key: numbered(what, number), on, title, about, rings: Rings::Ahead, over: false }
}

fn numbered(what: &str, number: Number) -> String {
    format!("{what}-{}", number.0)
}

fn level(level: LevelKind) -> &'static str {
    match level {
        LevelKind::FirstDecision => "first-decision",
        LevelKind::InternalAppeal => "internal-appeal",
        LevelKind::SecondInternalAppeal => "second-appeal",
        LevelKind::DrugException => "drug-exception",
        LevelKind::ExternalReview => "external-review",
        LevelKind::IndependentReview => "independent-review",
        LevelKind::Hearing => "hearing",
        LevelKind::Council => "council",
        LevelKind::Court => "court",
    }
}
