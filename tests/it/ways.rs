//! Every kind of coverage from the notice to the last step, told as a person's case is told, and written down to be read:
//! at each step who decides, my window and their clock, what binds this plan, and what to do next. None ends in nothing.

use std::fmt::Write as _;

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::{Call, Change, EventKind, Number, Value};
use recourse::deadlines::{self, Deadline, Deadlines, Standing};
use recourse::kinds::{Beside, CallKind, CoverageKind, Field, LetterKind, Matter, Timing, Who};
use recourse::rulebook::{LevelKind, book};
use recourse::{steps, words};

use crate::cases::{Build, day};

/// Days between the turns of a way: the appeal goes out, and the no comes back.
const APPEAL_AFTER: u32 = 7;
const ANSWER_AFTER: u32 = 30;
/// The same where all is done within days.
const FAST: u32 = 1;
/// The most steps that any road has, and one more.
const MOST_STEPS: usize = 7;

/// A person with one kind of coverage and a letter.
struct Way {
    /// Who, and what came.
    heading: &'static str,
    start: Build,
    /// The first letter's date, which is also that of its receipt.
    on: &'static str,
    by_phone: bool,
}

fn covered(heading: &'static str, from: From, funding: Option<Funding>, timing: Timing) -> Way {
    let on = "2026-12-01";
    let start = Build::on(on)
        .covered(from, funding)
        .timed(timing)
        .says(Field::NoticeDate, Value::Day(day(on)))
        .says(Field::NoticeReceived, Value::Day(day(on)));
    Way { heading, start, on, by_phone: false }
}

impl Way {
    fn about(self, matter: Matter) -> Self {
        Self {
            by_phone: matter != Matter::Eligibility,
            ..self.with(Field::Matter, Value::Choice(Choice::Matter(matter)))
        }
    }

    fn with(self, field: Field, value: Value) -> Self {
        Self { start: self.start.says(field, value), ..self }
    }

    fn on(self, field: Field, on: &str) -> Self {
        self.with(field, Value::Day(day(on)))
    }
}

fn before(heading: &'static str, from: From) -> Way {
    covered(heading, from, None, Timing::PreService)
}

/// The people of a kind of coverage.
fn ways(kind: CoverageKind) -> Vec<Way> {
    let work = |heading, funding| covered(heading, From::Work, Some(funding), Timing::PreService);
    let cut = |heading, from| covered(heading, from, None, Timing::Concurrent);
    match kind {
        CoverageKind::Individual => vec![
            before("A treatment is not approved by a plan that the person buys.", From::Myself),
            before("The Marketplace says that the person may not enroll.", From::Myself).about(Matter::Eligibility),
        ],
        CoverageKind::EmployerInsured => {
            vec![work("A treatment is not approved by a plan from work that an insurer pays.", Funding::InsurerPays)]
        }
        CoverageKind::EmployerSelfFunded => vec![
            work("A treatment is not approved by a plan from work that pays itself.", Funding::EmployerPays),
            covered(
                "Care that was given is not paid by a plan from work that pays itself.",
                From::Work,
                Some(Funding::EmployerPays),
                Timing::PostService,
            ),
        ],
        CoverageKind::Government => {
            vec![before("A treatment is not approved by the plan of a public employer.", From::PublicEmployer)]
        }
        CoverageKind::Church => vec![before("A treatment is not approved by the plan of a church.", From::Church)],
        CoverageKind::Grandfathered => vec![
            work("A treatment is not approved by a grandfathered plan from work.", Funding::EmployerPays)
                .with(Field::Grandfathered, Value::Yes(true)),
            before("A treatment is not approved by a grandfathered policy that the person buys.", From::Myself)
                .with(Field::Grandfathered, Value::Yes(true)),
        ],
        CoverageKind::Fehb => {
            vec![before("A treatment is not approved by a plan for federal employees.", From::FederalEmployer)]
        }
        CoverageKind::Medicare => vec![
            covered("Original Medicare does not pay for care.", From::Medicare, None, Timing::PostService),
            cut("The hospital sends a Medicare patient home.", From::Medicare)
                .about(Matter::HospitalDischarge)
                .on(Field::LeavesHospital, "2026-12-02"),
            cut("Nursing care under Original Medicare is to end.", From::Medicare)
                .about(Matter::ServicesEnding)
                .on(Field::ServicesEnd, "2026-12-04"),
            cut("The hospital changes a Medicare patient to observation.", From::Medicare)
                .about(Matter::StatusChange)
                .on(Field::LeavesHospital, "2026-12-02"),
        ],
        CoverageKind::MedicareAdvantage => vec![
            before("A treatment is not approved by a Medicare Advantage plan.", From::MedicareAdvantage),
            cut("The hospital sends home a patient with Medicare Advantage.", From::MedicareAdvantage)
                .about(Matter::HospitalDischarge)
                .on(Field::LeavesHospital, "2026-12-02"),
            cut("Nursing care under Medicare Advantage is to end.", From::MedicareAdvantage)
                .about(Matter::ServicesEnding)
                .on(Field::ServicesEnd, "2026-12-04"),
            before("A treatment is not approved by one plan for Medicare and Medicaid.", From::DualPlan),
        ],
        CoverageKind::PartD => vec![before("A drug is not approved by a Medicare drug plan.", From::PartD)],
        CoverageKind::Medigap => {
            vec![covered("A Medicare supplement does not pay.", From::Medigap, None, Timing::PostService)]
        }
        CoverageKind::Medicaid => {
            vec![cut("The state cuts services that it pays for.", From::Medicaid).on(Field::ChangeStarts, "2026-12-15")]
        }
        CoverageKind::MedicaidPlan => {
            vec![cut("A Medicaid plan cuts services.", From::MedicaidPlan).on(Field::ChangeStarts, "2026-12-15")]
        }
        CoverageKind::Chip => vec![before("A treatment is not approved by the children\u{2019}s program.", From::Chip)],
        CoverageKind::Tricare => vec![before("A treatment is not approved by TRICARE.", From::Tricare)],
        CoverageKind::Va => vec![
            covered("Veterans Affairs does not pay for care.", From::Va, None, Timing::PostService),
            covered("CHAMPVA does not pay for care.", From::Champva, None, Timing::PostService),
        ],
        CoverageKind::Student => vec![before("A treatment is not approved by a student health plan.", From::Student)],
        CoverageKind::ShortTerm => {
            vec![covered("A short-term plan does not pay.", From::ShortTerm, None, Timing::PostService)]
        }
        CoverageKind::SharingMinistry => {
            vec![covered("A sharing ministry does not share a bill.", From::SharingMinistry, None, Timing::PostService)]
        }
        CoverageKind::DentalVision => {
            vec![covered("A dental plan does not pay.", From::DentalVision, None, Timing::PostService)]
        }
        CoverageKind::Uninsured => {
            vec![covered("Somebody without coverage was refused help.", From::None, None, Timing::PostService)]
        }
        CoverageKind::WorkersCompensation => {
            vec![before("A treatment after an injury at work is not approved.", From::WorkersCompensation)]
        }
        CoverageKind::Auto => {
            vec![covered("An auto insurer does not pay for care.", From::Auto, None, Timing::PostService)]
        }
    }
}

/// The whole way as it is read.
fn told(way: Way) -> String {
    let mut text = format!("{}\n", way.heading);
    let road = deadlines::road(&way.start.case, book());
    match road {
        Some(road) => writeln!(
            text,
            "Road: {}\nTo be said: {}\nWho enforces the rules: {}",
            road.name, road.levels_note, road.regulator
        ),
        None => writeln!(text, "Road: the book has none. The notice alone speaks."),
    }
    .expect("a text takes text");
    let (appeal_after, answer_after) = if way.by_phone { (0, FAST) } else { (APPEAL_AFTER, ANSWER_AFTER) };
    let (mut case, mut on) = (way.start, day(way.on));
    for place in 0..MOST_STEPS {
        let now = deadlines::of(&case.case, book(), on);
        let open = |deadline: &&Deadline<'_>| !matches!(deadline.standing, Standing::Done { .. });
        let mine: Vec<&Deadline<'_>> = now.mine.iter().filter(open).collect();
        let what = if place == 0 { "The letter came" } else { "They said no again" };
        writeln!(text, "\n== {what}: {on}").expect("a text takes text");
        for deadline in &mine {
            written(&mut text, deadline, on);
        }
        if mine.is_empty() {
            text.push_str("No step with a time of its own is left on this road.\n");
        }
        next_step(&mut text, &case, &now, on);
        let is_court = mine.iter().all(|deadline| deadline.level == LevelKind::Court);
        let is_last = is_court || road.is_none() && place > 0;
        if is_last {
            return text;
        }
        let sent = on.plus_days(appeal_after);
        case = if way.by_phone {
            called(case, &sent.to_string())
        } else {
            case.sent_on(LetterKind::L01, &sent.to_string())
        };
        writeln!(text, "\n-- The appeal went out: {sent}").expect("a text takes text");
        let waiting = deadlines::of(&case.case, book(), sent);
        for deadline in &waiting.theirs {
            written(&mut text, deadline, sent);
        }
        if waiting.theirs.is_empty() {
            text.push_str("No law sets a time for their answer.\n");
        }
        next_step(&mut text, &case, &waiting, sent);
        on = sent.plus_days(answer_after);
        case = lost(case, &on.to_string());
    }
    panic!("{text}\nThe road never ends.");
}

fn called(case: Build, on: &str) -> Build {
    let number = Number(case.case.next_number);
    let none = String::new;
    case.later(on).call(Call {
        number,
        kind: CallKind::Expedited,
        with: Who::Regulator,
        on: day(on),
        time: none(),
        phone: none(),
        person: none(),
        department: none(),
        reference: none(),
        said: "I asked for the fast appeal.".to_owned(),
        promised: none(),
        promised_by: None,
        follow_up: None,
    })
}

fn lost(case: Build, on: &str) -> Build {
    let number = Number(case.case.next_number);
    case.later(on)
        .changed(Change::NoticeAdded { number })
        .says(Field::NoticeDate, Value::Day(day(on)))
        .says(Field::NoticeReceived, Value::Day(day(on)))
        .happened_on(EventKind::Lost, on)
}

/// One deadline: its dates, what binds, who decides, and the arithmetic.
fn written(text: &mut String, deadline: &Deadline<'_>, today: recourse::civil::Date) {
    let mut line = |said: String| {
        text.push_str(&said);
        text.push('\n');
    };
    line(format!("{}: {}", words::deadlines::side(deadline.side), words::deadlines::title(deadline)));
    if let Some(step) = deadline.step {
        line(format!("  Step: {}", step.name));
    }
    let about = words::deadlines::step::about(deadline, book(), today);
    // Of their clock only who decides is told.
    let told = if deadline.side == deadlines::Side::Mine { about.len() } else { 1 };
    for (what, said) in about.iter().take(told) {
        line(format!("  {what}: {said}"));
    }
    if let Some(when) = deadline.when.value() {
        let at = if when.at.is_some() { ", by noon" } else { "" };
        line(format!("  Aim for {}; last day {}{at}", when.aim_for, when.last_end));
    }
    line(format!("  {}", words::deadlines::advice(deadline)));
    for said in words::deadlines::arithmetic(deadline) {
        line(format!("    because: {said}"));
    }
    for said in words::deadlines::assumptions(deadline) {
        line(format!("    assumed: {said}"));
    }
    match deadline.sources.as_slice() {
        [] => line(format!("  Law: {}", words::deadlines::no_rule(deadline))),
        sources => {
            for source in sources {
                line(format!("  Law: {}", words::deadlines::checked(source, today)));
            }
        }
    }
}

/// What the steps give to do. No way may come without it.
fn next_step(text: &mut String, case: &Build, now: &Deadlines<'_>, on: recourse::civil::Date) {
    let steps = steps::of(&case.case, book(), on, steps::Clock::of(now));
    let next = steps.next.unwrap_or_else(|| panic!("{text}\nNothing is left to do on {on}."));
    writeln!(text, "Next: {}", next.task.what).expect("a text takes text");
}

fn name(kind: CoverageKind) -> String {
    serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned)).expect("a kind has a name")
}

#[test]
fn every_kind_of_coverage_has_a_way_from_the_notice_to_the_last_step() {
    for kind in CoverageKind::ALL {
        let all: Vec<String> = ways(kind).into_iter().map(told).collect();
        let file = format!("{}/tests/it/golden/ways/{}.txt", env!("CARGO_MANIFEST_DIR"), name(kind));
        expect_file![file].assert_eq(&all.join("\n\n"));
    }
}

#[test]
fn every_way_is_for_the_coverage_that_it_says() {
    for kind in CoverageKind::ALL {
        let first = ways(kind).into_iter().next().expect("a way");
        assert_eq!(first.start.case.coverage_kind(), recourse::finding::Finding::Certain(kind));
    }
}

#[test]
fn every_road_of_the_book_is_walked() {
    let walked: Vec<&str> = CoverageKind::ALL
        .into_iter()
        .flat_map(ways)
        .filter_map(|way| deadlines::road(&way.start.case, book()))
        .map(|road| road.id.as_str())
        .collect();
    for track in &book().tracks {
        assert!(walked.contains(&track.id.as_str()), "no case comes to the road {}", track.id);
    }
    let beside = [
        Beside::HospitalDischarge,
        Beside::ServicesEnding,
        Beside::StatusChange,
        Beside::Eligibility,
        Beside::DualPlan,
        Beside::Champva,
    ];
    for beside in beside {
        assert!(book().tracks.iter().any(|track| track.beside == Some(beside)), "{beside:?} leads nowhere");
    }
}
