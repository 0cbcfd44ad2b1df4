//! Walks every play under every coverage, timing, stage, group code and answer, and reads some cases as a person would.

mod bills;
mod journeys;
mod suggestions;
mod waiting;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{
    Call, Case, CaseId, Change, Event, EventKind, Number, PlayId, Provenance, ReasonCode, Sending, SentBy, Value,
};
use recourse::civil::Date;
use recourse::deadlines;
use recourse::kinds::{CallKind, Confidence, Field, LetterKind, Purpose, Timing, Who};
use recourse::paper::weekday_day;
use recourse::rulebook::book;
use recourse::rulebook::schema::{Opens, Stage};
use recourse::steps::{self, Clock, State, Steps};
use recourse::words::steps as words;

use crate::reading;

fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

fn today() -> Date {
    day("2024-02-01")
}

/// A case in the making.
#[derive(Clone)]
struct Draft(Case);

impl Draft {
    fn new() -> Self {
        Self(Case::open(CaseId("walk".to_owned()), today()))
    }

    fn with(self, change: Change) -> Self {
        Self(self.0.apply(change, today()).expect("the test tells a case that can be"))
    }

    fn knows(self, field: Field, value: Value) -> Self {
        self.with(Change::Learned { field, value, from: Provenance::Statement { on: today() } })
    }

    fn says(self, field: Field, text: &str) -> Self {
        self.knows(field, Value::Text(text.to_owned()))
    }

    fn chooses(self, choice: Choice) -> Self {
        let field = match choice {
            Choice::From(_) => Field::CoverageFrom,
            Choice::Funding(_) => Field::Funding,
            Choice::Timing(_) => Field::Timing,
            Choice::Matter(_) => Field::Matter,
            Choice::TimeZone(_) => Field::TimeZone,
        };
        self.knows(field, Value::Choice(choice))
    }

    fn about(self, play: &str) -> Self {
        self.with(Change::SituationChosen { play: PlayId(play.to_owned()) })
    }

    fn coded(self, codes: &[&str]) -> Self {
        let codes: Vec<ReasonCode> = codes.iter().map(|code| code.parse().expect("a code")).collect();
        self.knows(Field::ReasonCode, Value::Codes(codes))
    }

    fn calls(self, kind: CallKind, with: Who) -> Self {
        let number = Number(self.0.next_number);
        let empty = String::new;
        self.with(Change::CallLogged(Call {
            number,
            kind,
            with,
            on: today(),
            time: empty(),
            phone: empty(),
            person: empty(),
            department: empty(),
            reference: empty(),
            said: "In network.".to_owned(),
            promised: empty(),
            promised_by: None,
            follow_up: None,
        }))
    }

    fn sends(self, kind: LetterKind) -> Self {
        let letter = Number(self.0.next_number);
        let sending = Sending { on: today(), how: SentBy::Fax, proof: String::new(), arrived: None, time: None };
        self.with(Change::LetterBegun { kind, about_call: None }).with(Change::LetterSent {
            letter,
            text: "Please look again.".to_owned(),
            sending,
        })
    }

    fn happens(self, what: EventKind) -> Self {
        let number = Number(self.0.next_number);
        self.with(Change::EventAdded(Event { number, on: today(), what, note: String::new() }))
    }

    fn at(self, stage: Stage) -> Self {
        match stage {
            Stage::Denied => self,
            Stage::Appealed => self.sends(LetterKind::L01),
            Stage::Lost => self.sends(LetterKind::L01).happens(EventKind::Lost),
            Stage::Won => self.sends(LetterKind::L01).happens(EventKind::Won),
            Stage::Billed => self.opened_for(Purpose::Bill),
            Stage::Planning => self.opened_for(Purpose::Planning),
        }
    }

    fn opened_for(self, purpose: Purpose) -> Self {
        if self.0.purpose == purpose { self } else { self.with(Change::OpenedFor(purpose)) }
    }

    fn answers(self, fields: &[(Field, bool)]) -> Self {
        fields.iter().fold(self, |draft, (field, yes)| draft.knows(*field, Value::Yes(*yes)))
    }

    fn steps(&self, clock: Clock) -> Steps<'static> {
        steps::of(&self.0, book(), today(), clock)
    }
}

const SOURCES: [From; 17] = [
    From::Work,
    From::PublicEmployer,
    From::FederalEmployer,
    From::Church,
    From::Myself,
    From::Medicare,
    From::MedicareAdvantage,
    From::PartD,
    From::Medicaid,
    From::MedicaidPlan,
    From::Chip,
    From::Tricare,
    From::Va,
    From::Student,
    From::ShortTerm,
    From::SharingMinistry,
    From::None,
];

fn coverages() -> Vec<Vec<Choice>> {
    let mut all = vec![
        vec![],
        vec![Choice::From(From::Work), Choice::Funding(Funding::EmployerPays)],
        vec![Choice::From(From::Work), Choice::Funding(Funding::InsurerPays)],
    ];
    all.extend(SOURCES.map(|from| vec![Choice::From(from)]));
    all
}

const STAGES: [Stage; 4] = [Stage::Denied, Stage::Appealed, Stage::Lost, Stage::Won];
/// Where a case can stand, and what it was opened for. A bill can lead to an appeal too.
const STANDINGS: [(Purpose, Stage); 9] = [
    (Purpose::Denial, Stage::Denied),
    (Purpose::Denial, Stage::Appealed),
    (Purpose::Denial, Stage::Lost),
    (Purpose::Denial, Stage::Won),
    (Purpose::Bill, Stage::Billed),
    (Purpose::Bill, Stage::Appealed),
    (Purpose::Bill, Stage::Lost),
    (Purpose::Bill, Stage::Won),
    (Purpose::Planning, Stage::Planning),
];
/// What is known besides: when the care is or was, the codes of the letter, and answers to what the plays ask.
type Known = (Option<Timing>, &'static [&'static str], &'static [(Field, bool)]);
const KNOWN: [Known; 6] = [
    (None, &[], &[]),
    (None, &["PR-242"], &ALL_YES),
    (Some(Timing::PreService), &[], &ALL_NO),
    (Some(Timing::PostService), &["CO-197"], &ALL_NO),
    (Some(Timing::Concurrent), &["PR-50", "N130"], &[]),
    (Some(Timing::Urgent), &["CO-197"], &[]),
];
const ALL_YES: [(Field, bool); 5] = [
    (Field::InNetwork, true),
    (Field::Emergency, true),
    (Field::SignedConsent, true),
    (Field::ListedInNetwork, true),
    (Field::NoNetworkProvider, true),
];
const ALL_NO: [(Field, bool); 5] = [
    (Field::InNetwork, false),
    (Field::Emergency, false),
    (Field::SignedConsent, false),
    (Field::ListedInNetwork, false),
    (Field::NoNetworkProvider, false),
];

/// Every way in which a case can start, for the plays given.
fn every(plays: &[&str], mut check: impl FnMut(Draft, &str)) {
    for coverage in coverages() {
        for (purpose, stage) in STANDINGS {
            for (timing, codes, answers) in KNOWN {
                let mut draft = Draft::new().opened_for(purpose).answers(answers);
                for play in plays {
                    draft = draft.about(play);
                }
                for choice in coverage.iter().copied().chain(timing.map(Choice::Timing)) {
                    draft = draft.chooses(choice);
                }
                if !codes.is_empty() {
                    draft = draft.coded(codes);
                }
                let told = format!("{plays:?} {coverage:?} {timing:?} {purpose:?} {stage:?} {codes:?} {answers:?}");
                check(draft.at(stage), &told);
            }
        }
    }
}

/// Does what is next until nothing is, and looks at every step on the way.
fn walk(mut draft: Draft, clock: Clock, told: &str) {
    let mut seen = BTreeSet::new();
    let start = draft.steps(clock);
    assert!(start.next.is_some(), "nothing to do: {told}");
    for _ in 0..100 {
        let steps = draft.steps(clock);
        let Some(next) = steps.next else {
            let open = steps.checklist.iter().filter(|step| step.state == State::Open).count();
            assert_eq!(open, 0, "ends with open tasks: {told}");
            return;
        };
        assert!(seen.insert(next.key.clone()), "{} comes twice: {told}", next.key);
        draft = draft.with(Change::TaskDone { task: next.key });
    }
    panic!("no end: {told}");
}

/// Whatever is shown can be opened, and nothing is shown twice.
fn sound(steps: &Steps<'_>, told: &str) {
    let mut keys = BTreeSet::new();
    let mut opened = Vec::new();
    for step in &steps.checklist {
        assert!(keys.insert(&step.key), "{} twice: {told}", step.key);
        match step.task.opens {
            Opens::Call(kind) if step.state == State::Open => {
                let script = steps.script(kind).unwrap_or_else(|| panic!("no script for {kind:?}: {told}"));
                assert!(!script.questions.is_empty(), "nothing to ask in {kind:?}: {told}");
            }
            Opens::Letter(kind) => assert!(steps.letters.contains(&kind), "no letter {kind:?}: {told}"),
            Opens::Call(_)
            | Opens::Fact(_)
            | Opens::Papers
            | Opens::Packet
            | Opens::Bill
            | Opens::Options
            | Opens::Nothing => {}
        }
        match step.task.opens {
            Opens::Call(_) | Opens::Letter(_) | Opens::Fact(_) | Opens::Packet | Opens::Bill | Opens::Options => {
                assert!(!opened.contains(&step.task.opens), "{:?} asked for twice: {told}", step.task.opens);
                opened.push(step.task.opens);
            }
            Opens::Papers | Opens::Nothing => {}
        }
    }
    for script in &steps.calls {
        let asks: BTreeSet<&str> = script.questions.iter().map(|question| question.ask.as_str()).collect();
        assert_eq!(asks.len(), script.questions.len(), "asks twice in {:?}: {told}", script.kind);
    }
    let papers: BTreeSet<_> = steps.evidence.iter().map(|item| item.evidence.paper).collect();
    assert_eq!(papers.len(), steps.evidence.len(), "a paper is asked for twice: {told}");
}

fn walk_all(plays: &[&str]) {
    every(plays, |draft, told| {
        let soon = Clock::Until(today().plus_days(3));
        for clock in [Clock::Until(today().plus_days(90)), soon, Clock::Today, Clock::Late, Clock::Unknown] {
            sound(&draft.steps(clock), told);
        }
        walk(draft, Clock::Until(today().plus_days(90)), told);
    });
}

fn walk_each(plays: &[&str]) {
    for play in plays {
        walk_all(&[play]);
    }
}

/// Every play of the book. A new one is added here, and walked below.
const PLAYS: [&str; 47] = [
    "general", "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S10", "S11", "S12", "S13", "S14", "S15", "S18",
    "S21", "S22", "S23", "S24", "S26", "S27", "S28", "S29", "S30", "S32", "S33", "S34", "S35", "S36", "S37", "S38",
    "S39", "S40", "S41", "S43", "S47", "S48", "S49", "S50", "S51", "S58", "S59", "S60", "S61", "S68", "S71",
];

#[test]
fn every_play_of_the_book_is_walked() {
    let ids: Vec<&str> = book().plays.iter().map(|play| play.id.as_str()).collect();
    assert_eq!(ids, PLAYS);
}

#[test]
fn the_general_play_reaches_an_end() {
    walk_all(&["general"]);
}

#[test]
fn plays_about_approval_and_need_reach_an_end() {
    walk_each(&["S01", "S04", "S05"]);
}

#[test]
fn plays_about_networks_and_codes_reach_an_end() {
    walk_each(&["S11", "S12", "S13", "S27"]);
}

#[test]
fn plays_about_papers_reach_an_end() {
    walk_each(&["S26", "S28", "S29", "S30"]);
}

#[test]
fn plays_about_surprise_bills_reach_an_end() {
    walk_each(&["S14", "S15"]);
}

#[test]
fn plays_about_other_bills_reach_an_end() {
    walk_each(&["S36", "S37", "S38", "S39"]);
}

#[test]
fn plays_about_approvals_and_drugs_reach_an_end() {
    walk_each(&["S02", "S03", "S06", "S07", "S08", "S10"]);
}

#[test]
fn plays_about_what_is_covered_reach_an_end() {
    walk_each(&["S18", "S21", "S22", "S23", "S24", "S32", "S33"]);
}

#[test]
fn plays_about_claims_that_were_never_sent_and_debts_reach_an_end() {
    walk_each(&["S34", "S35", "S40", "S41", "S43"]);
}

#[test]
fn plays_about_medicare_and_medicaid_reach_an_end() {
    walk_each(&["S47", "S48", "S49", "S50", "S51"]);
}

#[test]
fn plays_about_what_goes_wrong_on_the_way_reach_an_end() {
    walk_each(&["S58", "S59", "S60", "S61", "S71"]);
}

#[test]
fn the_play_before_care_reaches_an_end() {
    walk_all(&["S68"]);
}

#[test]
fn several_situations_in_one_case_ask_for_nothing_twice() {
    walk_all(&["S05", "S04"]);
    walk_all(&["S36", "S37", "S39"]);
    walk_all(&["S15", "S12", "S38"]);
}

#[test]
fn a_late_or_pressing_appeal_reaches_an_end_too() {
    for play in PLAYS {
        for coverage in coverages() {
            for stage in STAGES {
                for clock in [Clock::Late, Clock::Today] {
                    let draft = coverage.iter().fold(Draft::new().about(play), |draft, choice| draft.chooses(*choice));
                    walk(draft.at(stage), clock, &format!("{play} {coverage:?} {stage:?} {clock:?}"));
                }
            }
        }
    }
}

#[test]
fn plays_name_no_number_of_law() {
    for play in &book().plays {
        for text in reading::play(play) {
            assert!(!text.contains(|c: char| c.is_ascii_digit()), "{}: {text}", play.id);
        }
    }
}

#[test]
fn every_code_has_its_own_words() {
    let codes = &book().codes;
    assert_eq!(codes.len(), 160);
    let shares: Vec<&str> = codes.iter().filter(|code| code.not_a_denial).map(|code| code.code.as_str()).collect();
    assert_eq!(shares, ["1", "2", "3", "45"]);
    let groups: Vec<&str> = book().groups.iter().map(|group| group.code.as_str()).collect();
    assert_eq!(groups, ["CO", "PR", "OA", "PI", "CR"]);
}

#[test]
fn what_cannot_wait_starts_with_the_number_on_the_notice_or_with_help_now() {
    let keys: Vec<&str> = book().urgencies.iter().map(|urgency| urgency.key.as_str()).collect();
    assert_eq!(keys, ["losing-care", "serious-harm", "medicaid-stopping"]);
    for urgency in &book().urgencies {
        assert!(!urgency.rules.is_empty(), "{} rests on no rule", urgency.key);
        let named = urgency.today.iter().any(|step| step.contains("on the notice") || step.contains("on the letter"));
        assert!(named, "{} does not name the number on the notice", urgency.key);
    }
}

/// The case of the sample letter: no approval beforehand, care given, a plan from work that pays its claims itself.
fn sample() -> Draft {
    Draft::new()
        .says(Field::Patient, "John Smith")
        .says(Field::Insurer, "Blue Cross Blue Shield of North Carolina")
        .says(Field::MemberId, "ABC123456789")
        .says(Field::ClaimNumber, "CLM2024011500001")
        .says(Field::Service, "MRI of the lumbar spine")
        .says(Field::Provider, "Dr. Jane Wilson")
        .says(Field::Reason, "Prior authorization was not obtained for this service.")
        .says(Field::AppealAddress, "BCBS Appeals Department, P.O. Box 2291, Durham, NC 27702")
        .knows(Field::NoticeDate, Value::Day(day("2024-01-15")))
        .knows(Field::ServiceDate, Value::Day(day("2024-01-05")))
        .knows(Field::StatedWindow, Value::Window(recourse::case::Window::Days(180)))
        .coded(&["CO-197"])
        .chooses(Choice::From(From::Work))
        .chooses(Choice::Funding(Funding::EmployerPays))
        .about("S04")
}

/// The sample case on a day, with the dates that the rulebook gives it.
fn sample_on(today: Date) -> Steps<'static> {
    let case = sample().0;
    let clock = Clock::of(&deadlines::of(&case, book(), today));
    steps::of(&case, book(), today, clock)
}

/// The steps as a person reads them.
fn told(steps: &Steps<'_>) -> String {
    let mut out = String::new();
    let mut say = |line: String| writeln!(out, "{line}").expect("a text takes any line");
    say(words::stage(steps.stage, steps.awaited).to_owned());
    if let Some(next) = &steps.next {
        say(format!("\nNEXT\n{}", next.task.what));
        say(format!("Why: {}", next.task.why));
        let by = next.by.map(|by| format!(" By {}.", weekday_day(by))).unwrap_or_default();
        say(format!("It takes {}.{by}", words::about(next.task.minutes)));
        for warning in steps.warnings_everywhere().chain(steps.warnings_beside(next.task.opens)) {
            say(format!("Careful: {}", warning.text));
        }
    }
    say("\nALL STEPS".to_owned());
    let mut phase = None;
    for step in &steps.checklist {
        if phase.replace(step.task.phase) != Some(step.task.phase) {
            say(format!("  {}", words::phase(step.task.phase)));
        }
        say(format!("    [{}] {} ({})", words::state(step.state), step.task.what, words::about(step.task.minutes)));
        for rule in &step.rules {
            say(format!("        rule: {}", rule.title));
        }
        for contact in &step.contacts {
            let sure = match contact.confidence {
                Confidence::Official => "read in the official text",
                Confidence::Reported => "reported by others",
                Confidence::NotConfirmed => "not confirmed",
            };
            say(format!("        help: {} {} ({sure})", contact.name, contact.phone));
        }
    }
    say("\nWHAT PROVES IT".to_owned());
    for item in &steps.evidence {
        let from = words::who(item.evidence.from);
        say(format!("  [{}] {}", words::evidence_state(item.state), item.evidence.what));
        say(format!("      from {from}. {}", item.evidence.why));
    }
    for script in &steps.calls {
        say(format!("\n{}", words::call(script.kind).to_uppercase()));
        say(format!("  Have ready: {}.", script.have_ready.join("; ")));
        say(format!("  Say: {}", script.opening));
        for question in &script.questions {
            say(format!("  Ask: {}\n       ({})", question.ask, question.why));
        }
        for branch in &script.branches {
            say(format!("  If they say \"{}\": {}", branch.if_they_say, branch.then));
        }
        say(format!("  Before you hang up: {}", script.closing));
        for warning in steps.warnings_beside(Opens::Call(script.kind)) {
            say(format!("  Careful: {}", warning.text));
        }
    }
    say("\nLETTERS".to_owned());
    for kind in &steps.letters {
        say(format!("  {}. {}", words::letter(*kind), words::letter_purpose(*kind)));
    }
    out
}

#[test]
fn the_sample_case_reads_well() {
    let steps = sample_on(today());
    expect_file!["golden/steps/s04-self-funded.txt"].assert_eq(&told(&steps));
}

#[test]
fn the_sample_case_reads_well_when_its_date_has_passed() {
    let steps = sample_on(day("2026-11-23"));
    let next = steps.next.as_ref().expect("something to do");
    assert_eq!(next.key, "general.late-file");
    expect_file!["golden/steps/s04-late.txt"].assert_eq(&told(&steps));
}

#[test]
fn the_first_step_after_care_without_approval_is_a_call_with_these_questions() {
    let steps = sample().steps(Clock::Until(day("2024-07-12")));
    let next = steps.next.as_ref().expect("something to do");
    assert_eq!((next.key.as_str(), next.task.opens), ("S04.call-insurer", Opens::Call(CallKind::InsurerInformation)));
    assert_eq!(next.by, Some(day("2024-07-12")));
    let script = steps.script(CallKind::InsurerInformation).expect("a script");
    let keys: Vec<&str> = script.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(keys, ["network", "group-co", "retroactive", "on-file", "page", "fix", "reason"]);
}

#[test]
fn after_the_calls_the_papers_count_as_asked_for_and_the_next_step_moves_on() {
    let draft = sample()
        .calls(CallKind::InsurerInformation, Who::Insurer)
        .calls(CallKind::DoctorsOffice, Who::Clinician)
        .calls(CallKind::BillerHold, Who::Biller);
    let steps = draft.steps(Clock::Until(day("2024-07-12")));
    assert_eq!(steps.next.as_ref().map(|step| step.key.as_str()), Some("general.ask-plan-document"));
    let records = steps.evidence.iter().find(|item| item.evidence.paper == recourse::kinds::PaperKind::MedicalRecords);
    let state = records.map(|item| item.state);
    assert_eq!(state, Some(steps::EvidenceState::Asked { on: Some(today()) }));
}
