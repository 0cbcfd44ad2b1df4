//! What must hold of every letter, whatever the case has and lacks.

use std::collections::BTreeSet;

use proptest::prelude::*;
use recourse::case::coverage::{From, Funding};
use recourse::case::{Case, Change, Fact, Facts, Provenance, ReasonCode, Statement, StatementLine, Value};
use recourse::finding::Finding;
use recourse::kinds::{Field, LetterKind, PaperKind, Purpose, Timing};
use recourse::letters::{self, Draft, WeakPoint};
use recourse::packet::{self, Request};
use recourse::paper::{Part, Span, Traced, long_day};
use recourse::rulebook::book;

use super::flat;
use crate::cases::{self, Build, billed, day, insurer, others, planned};

/// Fields that a case may lack, each alone or with others.
const DROPPABLE: [Field; 50] = [
    Field::SenderAddress,
    Field::Insurer,
    Field::MemberId,
    Field::GroupNumber,
    Field::ClaimNumber,
    Field::ReferenceNumber,
    Field::NoticeDate,
    Field::ServiceDate,
    Field::Service,
    Field::ProcedureCode,
    Field::DiagnosisCode,
    Field::Provider,
    Field::Facility,
    Field::Billed,
    Field::Allowed,
    Field::PatientShare,
    Field::Reason,
    Field::ReasonCode,
    Field::StatedWindow,
    Field::StatedLastDay,
    Field::Decider,
    Field::AppealAddress,
    Field::Timing,
    Field::Funding,
    Field::CoverageFrom,
    Field::Statement,
    Field::Patient,
    Field::Representative,
    Field::Biller,
    Field::BillerAddress,
    Field::AccountNumber,
    Field::BillDate,
    Field::AmountDue,
    Field::PlannedFor,
    Field::HouseholdSize,
    Field::HouseholdIncome,
    Field::CanPayMonthly,
    Field::CanPayNow,
    Field::InNetwork,
    Field::Emergency,
    Field::WhyUrgent,
    Field::DrugsTried,
    Field::NetworkEnded,
    Field::CareUnderWay,
    Field::OtherCoverage,
    Field::OtherInsurer,
    Field::WhyLate,
    Field::CountedByPlan,
    Field::CountedByMe,
    Field::RequestSent,
];

/// Questions that may be answered with yes or no, against what the person said before.
const ANSWERED: [Field; 11] = [
    Field::Emergency,
    Field::ApprovalAsked,
    Field::InNetwork,
    Field::Urgent,
    Field::SignedConsent,
    Field::ListedInNetwork,
    Field::NoNetworkProvider,
    Field::FacilityInNetwork,
    Field::ClinicianSaysUrgent,
    Field::OtherCoverage,
    Field::PatientIsChild,
];

const PLAYS: [&str; 16] = [
    "S01", "S02", "S04", "S05", "S12", "S14", "S15", "S68", "general", "S08", "S24", "S26", "S27", "S28", "S29", "S30",
];

/// Codes that a notice may bear, of every family and some of none.
const CODES: [&str; 27] = [
    "PR-1", "CO-197", "CO-288", "CO-50", "CO-55", "CO-4", "CO-16", "CO-97", "CO-151", "CO-18", "CO-29", "CO-27",
    "CO-22", "CO-109", "PR-242", "PR-96", "PR-119", "PR-153", "CO-45", "CO-185", "OA-133", "CO-193", "CO-249",
    "PR-142", "CO-A1", "N130", "PR-999",
];

/// Every kind of coverage whose law might be cited by mistake.
const COVERED: [(From, Option<Funding>); 10] = [
    (From::Work, Some(Funding::EmployerPays)),
    (From::Work, Some(Funding::InsurerPays)),
    (From::Myself, None),
    (From::Medicare, None),
    (From::MedicareAdvantage, None),
    (From::PartD, None),
    (From::Medicaid, None),
    (From::MedicaidPlan, None),
    (From::Chip, None),
    (From::Church, None),
];

fn starts() -> Vec<(Build, &'static str)> {
    vec![
        (cases::john_smith("2024-02-01"), "2024-02-01"),
        (cases::john_smith("2024-02-01").later("2026-11-23"), "2026-11-23"),
        (cases::denise_carter(), "2026-10-05"),
        (cases::luis_romero(), "2026-04-20"),
        (cases::grace_kim(), "2026-11-23"),
        (cases::daniel_lopez(), "2026-06-10"),
        (billed::maria_santos(), "2026-09-14"),
        (billed::james_whitfield(), "2026-10-19"),
        (billed::aisha_rahman(), "2026-07-20"),
        (billed::thomas_greer(), "2026-06-15"),
        (billed::helen_park(), "2026-11-23"),
        (billed::carol_novak(), "2026-08-03"),
        (billed::daniel_lopez(), "2026-06-10"),
        (planned::nora_feldman(), "2026-10-05"),
        (planned::ben_castillo(), "2026-05-18"),
        (planned::gwen_ashby(), "2026-02-20"),
        (planned::ruth_adler(), "2026-03-16"),
        (planned::peter_lund(), "2026-09-28"),
        (planned::luis_romero_with_criteria(), "2026-04-20"),
        (others::denise_carter_refused(), "2026-11-02"),
        (others::denise_carter_in_review(), "2026-11-12"),
        (others::omar_haddad(), "2026-03-09"),
        (others::irene_walsh(), "2026-04-06"),
        (others::irene_walsh_without_an_answer(), "2026-06-01"),
        (others::irene_walsh_paid(), "2026-05-11"),
        (others::aisha_rahman_waiting(), "2026-08-24"),
        (others::james_whitfield_refused(), "2026-11-16"),
        (others::sam_delgado(), "2026-08-24"),
        (others::tess_moran(), "2026-09-21"),
        (others::tess_moran_billed(), "2027-01-11"),
        (planned::luis_romero_with_grid(), "2026-04-20"),
        (insurer::luis_romero_refused(), "2026-06-22"),
        (insurer::ada_bergstrom(), "2026-03-10"),
        (insurer::samuel_wright(), "2026-05-12"),
        (insurer::priya_nair(), "2026-09-08"),
        (insurer::harold_jensen(), "2026-02-17"),
        (insurer::molly_quinn(), "2026-07-06"),
        (insurer::oscar_bell(), "2026-08-24"),
        (insurer::vera_stone(), "2026-10-12"),
        (insurer::leo_marchetti(), "2026-05-18"),
        (insurer::leo_marchetti(), "2026-06-30"),
        (insurer::john_smith_unanswered(), "2024-05-20"),
        (insurer::john_smith_late(), "2026-11-23"),
        (insurer::ellen_marsh("CO-18", "Exact duplicate of another claim."), "2026-05-04"),
    ]
}

/// A case that lacks some of its facts, on a day.
fn case() -> impl Strategy<Value = (Build, &'static str)> {
    let timing =
        proptest::sample::select(&[Timing::PreService, Timing::PostService, Timing::Concurrent, Timing::Urgent][..]);
    let purpose = proptest::sample::select(&[Purpose::Denial, Purpose::Bill, Purpose::Planning][..]);
    let answer = (proptest::sample::select(&ANSWERED[..]), any::<bool>());
    let bearing = (
        proptest::option::of(proptest::sample::select(&CODES[..])),
        proptest::option::of(proptest::sample::select(&COVERED[..])),
    );
    (
        proptest::sample::select(starts()),
        proptest::collection::vec(proptest::sample::select(&DROPPABLE[..]), 0..14),
        proptest::option::of(proptest::sample::select(&PLAYS[..])),
        proptest::option::of(timing),
        proptest::option::of(purpose),
        proptest::collection::vec(answer, 0..4),
        bearing,
    )
        .prop_map(|((built, today), dropped, play, timing, purpose, answers, (code, covered))| {
            let mut built = built.later(today);
            if let Some(code) = code {
                let codes = vec![code.parse::<ReasonCode>().expect("a code")];
                built = built.says(Field::ReasonCode, Value::Codes(codes));
            }
            if let Some((from, funding)) = covered {
                built = built.covered(from, funding);
            }
            built = play.into_iter().fold(built, Build::about);
            built = timing.into_iter().fold(built, Build::timed);
            built = purpose.into_iter().fold(built, Build::opened_for);
            for (field, answer) in answers {
                built = built.says(field, Value::Yes(answer));
            }
            for field in dropped {
                built.case = built.case.apply(Change::Forgot { field }, day(today)).expect("a fact may be taken back");
            }
            let call = cases::john_smith_call(&built);
            if call.on <= day(today) {
                built = built.call(call);
            }
            (built, today)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_is_missing_a_letter_states_only_what_the_case_carries((built, today) in case()) {
        let call = built.case.calls.first().map(|call| call.number);
        for kind in LetterKind::ALL {
            let (case, letter) = built.clone().letter(kind, call);
            holds_together(&letters::draft(&letter, &case, book(), day(today)), &case, day(today));
        }
    }
}

#[test]
fn every_letter_is_written_for_somebody_here() {
    let mut written = BTreeSet::new();
    for (built, today) in starts() {
        let call = built.case.calls.first().map(|call| call.number);
        for kind in LetterKind::ALL {
            let (case, letter) = built.clone().letter(kind, call);
            let draft = letters::draft(&letter, &case, book(), day(today));
            if draft.refused.is_none() {
                let mut points = letters::check(&draft, &case, day(today));
                // The clinician's own office adds the records to its letter.
                points.retain(|point| kind != LetterKind::L59 || !matches!(point, WeakPoint::NotEnclosed { .. }));
                assert_eq!(points, [], "{kind:?}");
                written.insert(kind);
            }
        }
    }
    let all: BTreeSet<LetterKind> = LetterKind::ALL.into_iter().filter(|kind| *kind != LetterKind::L22).collect();
    assert_eq!(written, all);
}

/// Short enough that a clerk reads it to the end: one page of typed text at six lines an inch, and never a third page when
/// it is bound.
#[test]
fn letters_about_a_bill_a_code_or_a_network_are_short() {
    let long = [
        LetterKind::L01,
        LetterKind::L02,
        LetterKind::L03,
        LetterKind::L04,
        LetterKind::L05,
        LetterKind::L12,
        LetterKind::L14,
        LetterKind::L15,
        LetterKind::L22,
        LetterKind::L40,
        LetterKind::L41,
        LetterKind::L42,
        LetterKind::L43,
        LetterKind::L44,
        LetterKind::L59,
        LetterKind::L89,
    ];
    // A list of rules may run over the page.
    let cites = [
        LetterKind::L06,
        LetterKind::L09,
        LetterKind::L16,
        LetterKind::L20,
        LetterKind::L21,
        LetterKind::L23,
        LetterKind::L24,
    ];
    for (built, today) in starts() {
        for kind in LetterKind::ALL.into_iter().filter(|kind| !long.contains(kind)) {
            let (case, letter) = built.clone().letter(kind, None);
            let draft = letters::draft(&letter, &case, book(), day(today));
            if draft.refused.is_none() {
                let paper = draft.paper.text();
                // Criteria that are asked for one by one, and a list of rules, take the room that they take.
                let listed = !case.grids.is_empty() && kind == LetterKind::L53;
                let long = listed || cites.contains(&kind);
                assert!(long || paper.lines().count() <= 66, "{kind:?}\n{paper}");
                let bound = packet::build(&Request::letter(&draft.paper, None)).expect("a letter can be bound");
                assert!(bound.pages <= 2, "{kind:?}\n{paper}");
            }
        }
    }
}

/// What must hold of every letter.
pub fn holds_together(draft: &Draft, case: &Case, today: recourse::civil::Date) {
    let paper = draft.paper.text();
    if draft.refused.is_some() {
        assert!(draft.paper.parts.is_empty());
        return;
    }
    reads_well(draft, &paper);
    for part in &draft.paper.parts {
        for span in part.block.lines().into_iter().flatten() {
            match span {
                Span::Fact(traced) => is_of_the_case(traced, case),
                Span::Quote(traced) => {
                    is_of_the_case(traced, case);
                    if let Provenance::Document { document, .. } = traced.from() {
                        let text = &case.document(*document).expect("a quote rests on a paper of the case").text;
                        assert!(flat(text).contains(&flat(traced.text())), "{:?}", traced.text());
                    }
                }
                Span::Law { rule, .. } => {
                    let rule = book().rule(rule).expect("law is in the book");
                    let binding = match case.coverage_kind() {
                        Finding::Certain(coverage) => book().binding(rule, coverage),
                        Finding::Assumed { .. } | Finding::Unknown { .. } => book().binding_everybody(rule),
                    };
                    assert!(binding.is_some(), "{} does not bind this plan", rule.id);
                }
                Span::Own(words) => panic!("{words:?} without an edit"),
                Span::Plain(words) => is_ours(part, words, today),
            }
        }
    }
}

/// No bracket outside a quote, no doubled space, no empty part, no part twice; and what every letter has.
fn reads_well(draft: &Draft, paper: &str) {
    for sign in ["{", "}", "unknown", "Unknown", "None", "\u{201c}\u{201d}", "  \n", " .", " ,", ",,", "..", " ;", "::"]
    {
        assert!(!paper.contains(sign), "{sign:?} in\n{paper}");
    }
    assert!(paper.lines().all(|line| !line.trim().contains("  ")), "a doubled space in\n{paper}");
    let quoted = |c: char| c == '\u{201c}';
    let outside: String = paper.split('\u{201d}').filter_map(|piece| piece.split(quoted).next()).collect();
    assert!(!outside.contains(['[', ']']), "a bracket in\n{paper}");
    let keys: BTreeSet<&str> = draft.paper.parts.iter().map(|part| part.key.as_str()).collect();
    assert_eq!(keys.len(), draft.paper.parts.len(), "two parts share a key");
    for key in ["sender", "date", "recipient", "ask", "closing", "signature", "subject"] {
        assert!(keys.contains(key), "no {key} in\n{paper}");
    }
    for part in &draft.paper.parts {
        assert!(!part.block.text(78).trim().is_empty(), "{} is empty in\n{paper}", part.key);
        assert!(part.block.lines().iter().all(|line| !line.is_empty()), "an empty line of {} in\n{paper}", part.key);
    }
}

/// Our own words hold no law and no number, but for the day of the letter and the days that we ask for.
fn is_ours(part: &Part, words: &str, today: recourse::civil::Date) {
    assert!(!words.contains("CFR") && !words.contains("U.S.C."), "{words:?}");
    let ours = part.key == "date" && words == long_day(today);
    let asked = words.replace("within 14 days", "");
    assert!(ours || !asked.contains(|c: char| c.is_ascii_digit()), "{words:?} in {}", part.key);
}

/// A fact is what its field holds. Without a field it stands in a line, a paper or a call of the case, or follows from a
/// fact of it.
fn is_of_the_case(traced: &Traced, case: &Case) {
    assert!(!traced.text().trim().is_empty());
    if let Some(field) = traced.field() {
        let answer = case.final_denial().and_then(|notice| notice.facts.get(field));
        let is = |fact: &&Fact<Value>| &fact.from == traced.from() && printed(&fact.value).contains(traced.text());
        let held = case.denial_fact(field).into_iter().chain(answer).find(is);
        assert!(held.is_some(), "{field:?}: {:?} is no fact of the case", traced.text());
        return;
    }
    let lines = case.statements.iter().flat_map(|statement: &Statement| &statement.lines);
    let from_lines: Vec<&StatementLine> = lines.filter(|line| &line.from == traced.from()).collect();
    if !from_lines.is_empty() {
        let says = |line: &&StatementLine| {
            let day = line.on.map(long_day);
            let charge = line.billed.map(|cents| cents.to_string());
            [Some(flat(&line.code)), Some(flat(&line.what)), day, charge]
                .into_iter()
                .flatten()
                .any(|said| said == traced.text())
        };
        assert!(from_lines.iter().any(says), "{:?} stands in no such line", traced.text());
        return;
    }
    match traced.from() {
        Provenance::Document { document, .. } => {
            case.document(*document).expect("a paper of the case");
        }
        Provenance::Call { call } => {
            case.call(*call).expect("a call of the case");
        }
        Provenance::Statement { on } => {
            let sent = case.letters.iter().flat_map(|letter| &letter.sendings).any(|sending| sending.on == *on);
            let stated = [&case.facts].into_iter().chain(case.notices.iter().map(|notice| &notice.facts));
            let stated = stated.flat_map(Facts::iter).any(|(_, fact)| &fact.from == traced.from());
            assert!(sent || stated, "{:?} was never stated", traced.text());
        }
    }
}

/// A value as a reader sees it, by this test's own account.
fn printed(value: &Value) -> String {
    match value {
        Value::Text(text) => flat(text),
        Value::Day(day) => long_day(*day),
        Value::Money(cents) => cents.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Window(recourse::case::Window::Days(days)) => format!("{days} days"),
        Value::Window(recourse::case::Window::Months(months)) => format!("{months} months"),
        Value::Codes(codes) => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Value::Time(_) | Value::Yes(_) | Value::Choice(_) => panic!("{value:?} is never printed"),
    }
}

#[test]
fn what_a_household_lives_on_goes_to_the_biller_alone() {
    let papers = |kind| {
        let (case, _) = billed::james_whitfield().letter(kind, None);
        letters::enclosed(kind, &case).iter().any(|paper| paper.kind == PaperKind::IncomeProof)
    };
    let with: Vec<LetterKind> = LetterKind::ALL.into_iter().filter(|kind| papers(*kind)).collect();
    assert_eq!(with, [LetterKind::L69, LetterKind::L70, LetterKind::L71]);
}
