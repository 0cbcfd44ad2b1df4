//! Each kind of coverage from the notice to the last step, and what holds of every clock on any day.

use super::*;
use crate::deadlines::clock::{self, Input, Known};
use crate::deadlines::hours::Moment;
use crate::rulebook::schema::LegalKind;

fn covered(from: From, today: &str) -> Told {
    Told::on(today).fact(Field::CoverageFrom, Value::Choice(Choice::From(from)))
}

/// Dates of mine with the rules behind them, in the order in which they are shown: rule, day to aim for, last day.
fn rows(deadlines: &Deadlines<'_>) -> Vec<(String, String, String)> {
    let row = |deadline: &Deadline<'_>| {
        let rule = deadline.rule.map_or("-".to_owned(), |rule| rule.id.clone());
        match deadline.when.value() {
            Some(when) => (rule, when.aim_for.to_string(), when.last_end.to_string()),
            None => (rule, "?".to_owned(), "?".to_owned()),
        }
    };
    deadlines.mine.iter().filter(|mine| !matches!(mine.standing, Standing::Done { .. })).map(row).collect()
}

fn rule_ids(deadlines: &[Deadline<'_>]) -> Vec<String> {
    deadlines.iter().filter_map(|deadline| deadline.rule).map(|rule| rule.id.clone()).collect()
}

/// From the notice to the last step: the rules that are mine at each, as often as the appeal is lost.
fn journey(from: From, losses: usize) -> Vec<Vec<String>> {
    let mut told = covered(from, "2027-01-05").timing(Timing::PreService).dated(Field::NoticeDate, "2027-01-04");
    let mut steps = vec![rows(&told.deadlines()).into_iter().map(|(rule, ..)| rule).collect()];
    let mut at = day("2027-02-01");
    for _ in 0..losses {
        let (sent, lost) = (at, at.plus_days(40));
        told.on = lost.plus_days(2);
        told = told
            .letter(LetterKind::L01, sent, Some(sent))
            .refused_again(&lost.plus_days(1).to_string(), &lost.to_string());
        steps.push(rows(&told.deadlines()).into_iter().map(|(rule, ..)| rule).collect());
        at = lost.plus_days(20);
    }
    steps
}

fn is(found: &[Vec<String>], expected: &[&[&str]]) {
    assert_eq!(found, expected.iter().map(|step| step.to_vec()).collect::<Vec<_>>());
}

#[test]
fn original_medicare_climbs_five_steps() {
    is(
        &journey(From::Medicare, 5),
        &[
            &["medicare-redetermination-window"],
            &["medicare-reconsideration-window"],
            &["medicare-alj-window"],
            &["medicare-council-window"],
            &["medicare-court-window"],
            &[],
        ],
    );
}

#[test]
fn medicare_advantage_goes_on_by_itself_and_then_climbs() {
    is(
        &journey(From::MedicareAdvantage, 4),
        &[
            &["advantage-reconsideration-window"],
            &["advantage-ire-window"],
            &["advantage-alj-window"],
            &["advantage-council-window"],
            &["advantage-court-window"],
        ],
    );
}

#[test]
fn a_medicare_drug_plan_is_asked_again_at_each_step() {
    is(
        &journey(From::PartD, 4),
        &[
            &["part-d-redetermination-window"],
            &["part-d-ire-window"],
            &["part-d-alj-window-standard"],
            &["part-d-council-window"],
            &["part-d-court-window"],
        ],
    );
}

#[test]
fn medicaid_of_the_state_has_one_hearing_and_plans_of_medicaid_and_of_children_two_steps() {
    is(&journey(From::Medicaid, 1), &[&["medicaid-hearing-window"], &[]]);
    is(&journey(From::MedicaidPlan, 1), &[&["medicaid-plan-plan-appeal-window"], &["medicaid-plan-hearing-window"]]);
    is(&journey(From::Chip, 2), &[&["chip-plan-appeal-window"], &["-"], &[]]);
}

#[test]
fn federal_employees_go_to_opm_and_then_to_court() {
    is(
        &journey(From::FederalEmployer, 2),
        &[&["fehb-reconsideration-window"], &["fehb-opm-window-carrier-affirmed"], &["fehb-court-window"]],
    );
}

#[test]
fn military_families_take_the_road_of_their_denial() {
    is(
        &journey(From::Tricare, 2),
        &[
            &["tricare-reconsideration-window-standard"],
            &["tricare-second-reconsideration-window", "tricare-formal-review-window"],
            &["tricare-hearing-window"],
        ],
    );
}

#[test]
fn veterans_students_and_public_employees_have_their_own_windows() {
    is(&journey(From::Va, 0), &[&["va-decision-review-window"]]);
    is(
        &journey(From::Student, 1),
        &[&["internal-appeal-window"], &["external-review-state-window", "external-review-hhs-window"]],
    );
    is(
        &journey(From::PublicEmployer, 1),
        &[
            &["internal-appeal-window"],
            &["external-review-state-window", "external-review-hhs-window", "external-review-federal-window"],
        ],
    );
}

#[test]
fn coverage_with_few_rights_has_the_date_of_its_own_papers_alone() {
    for from in [From::ShortTerm, From::SharingMinistry] {
        let told = covered(from, "2027-01-05").dated(Field::NoticeDate, "2027-01-04");
        assert!(told.deadlines().theirs.is_empty());
        let mine = told.window(30).mine();
        assert_eq!((mine.rule, when(&mine).aim_for), (None, day("2027-02-03")), "{from:?}");
    }
}

#[test]
fn presumed_mail_gives_a_target_and_a_limit_and_known_receipt_ends_it() {
    let told = covered(From::Medicare, "2026-10-20").dated(Field::NoticeDate, "2026-10-15");
    let mine = told.mine();
    assert_eq!((when(&mine).aim_for, when(&mine).last_end), (day("2027-02-12"), day("2027-02-17")));
    assert!(matches!(&mine.when, Finding::Assumed { because, .. } if *because == [Field::NoticeReceived]));
    let known = told.dated(Field::NoticeReceived, "2026-10-15").mine();
    assert!(matches!(known.when, Finding::Certain(_)));
    assert_eq!((when(&known).aim_for, when(&known).last_end), (day("2027-02-12"), day("2027-02-12")));
}

#[test]
fn on_each_side_of_a_minimum_and_of_a_limit() {
    // The plan may give more, never less: between the two days the word is to file today and say so.
    let plan = |today: &str| first_journey(today).window(60).mine().standing;
    assert_eq!(plan("2024-03-15"), Standing::Today);
    assert_eq!(
        plan("2024-03-16"),
        Standing::BetweenDates { notice_day: day("2024-03-15"), rule_day: day("2024-07-13") }
    );
    assert_eq!(plan("2024-07-14"), Standing::Late { since: day("2024-07-13") });
    // The rule is the limit: a longer day in the letter is a ground to ask, and no right.
    let limit =
        |today: &str| covered(From::FederalEmployer, today).dated(Field::NoticeDate, "2026-11-23").window(300).mine();
    assert_eq!(limit("2027-05-21").standing, Standing::Today);
    assert_eq!(limit("2027-05-23").standing, Standing::PastAim { last_day: day("2027-05-23") });
    let late = limit("2027-05-24");
    assert_eq!(late.standing, Standing::Late { since: day("2027-05-23") });
    assert_eq!(late.promised(), Some(day("2027-09-19")));
    // And a shorter one is aimed for.
    let short = covered(From::FederalEmployer, "2027-01-25").dated(Field::NoticeDate, "2026-11-23").window(60).mine();
    assert_eq!(short.standing, Standing::BetweenDates { notice_day: day("2027-01-22"), rule_day: day("2027-05-23") });
    assert_eq!(short.promised(), None);
}

#[test]
fn where_the_state_chooses_no_federal_number_is_shown() {
    let told = covered(From::Medicaid, "2027-01-05").dated(Field::NoticeDate, "2027-01-04");
    assert!(matches!(&told.mine().when, Finding::Unknown { ask } if *ask == [Field::State, Field::StatedLastDay]));
    let stated = told.window(30).mine();
    assert_eq!((when(&stated).by_rule, when(&stated).last_end), (None, day("2027-02-03")));
}

#[test]
fn services_that_are_cut_have_their_own_early_windows() {
    let told = |timing| covered(From::Medicaid, "2027-01-05").dated(Field::NoticeDate, "2027-01-04").timing(timing);
    let cut = rule_ids(&told(Timing::Concurrent).deadlines().mine);
    assert_eq!(
        cut,
        ["medicaid-hearing-window", "medicaid-keep-benefits", "medicaid-fair-hearing-window-restore-benefits"]
    );
    assert_eq!(rule_ids(&told(Timing::PostService).deadlines().mine), ["medicaid-hearing-window"]);
}

#[test]
fn a_carrier_that_stays_silent_opens_the_way_to_opm() {
    let told = |today: &str| {
        covered(From::FederalEmployer, today).dated(Field::NoticeDate, "2026-10-01").sent("2026-11-02", None)
    };
    assert!(at(&told("2026-12-02").deadlines(), LevelKind::ExternalReview).is_empty());
    let silent = told("2026-12-03").deadlines();
    let [opm] = at(&silent, LevelKind::ExternalReview)[..] else { panic!("one: {silent:?}") };
    assert_eq!(when(opm).last_end, day("2027-03-02"));
}

#[test]
fn their_answer_at_a_higher_step_runs_from_what_was_sent_last() {
    let told = covered(From::Medicare, "2027-04-20")
        .dated(Field::NoticeDate, "2027-01-04")
        .sent("2027-02-01", Some("2027-02-01"))
        .refused_again("2027-03-10", "2027-03-09")
        .sent("2027-04-01", Some("2027-04-02"));
    let deadlines = told.deadlines();
    assert_eq!(rule_ids(&deadlines.theirs), ["medicare-reconsideration-answer"]);
    assert_eq!(when(&deadlines.theirs[0]).last_end, day("2027-06-01"));
    assert!(
        at(&deadlines, LevelKind::IndependentReview).iter().all(|mine| matches!(mine.standing, Standing::Done { .. }))
    );
}

/// What every clock of the book needs, all on one day or near it.
fn facts(start: Date, receipt: u32) -> Known {
    let mut known = Known { zone: Some("America/New_York".parse().expect("a zone")), ..Known::default() };
    for input in Input::ALL {
        let time = Time::new(9, 30).filter(|_| input.may_have_a_time());
        known.moments.insert(input, Moment { day: start, time });
    }
    known.moments.insert(Input::NoticeReceived, Moment::on(start.plus_days(receipt)));
    known.moments.remove(&Input::ProvedReceipt);
    known.moments.remove(&Input::ExtensionNoticeReceived);
    known
}

proptest! {
    #[test]
    fn no_forward_clock_ends_before_it_starts_and_no_target_lies_after_its_limit(days in 0..3_286u32, receipt in 0..30u32) {
        let start = day("2024-01-01").plus_days(days);
        let known = facts(start, receipt);
        for rule in book().rules.iter().filter(|rule| rule.counts.is_some() && rule.booked.is_none()) {
            let counts = rule.counts.as_ref().expect("filtered");
            let Ok(answer) = clock::answer(&[rule], clock::Side::Filing, &known, book()) else { continue };
            if counts.before {
                let last = answer.latest_notice.or(answer.file_by);
                prop_assert!(last.is_some_and(|last| last.day < start), "{}", rule.id);
                continue;
            }
            for end in [answer.file_by, answer.safe, answer.decide_by, answer.earliest_action, answer.protection_ends].into_iter().flatten() {
                // The form of one notice counts back from the end of the services, and may be earlier than its receipt.
                prop_assert!(end.day >= start || counts.other_reading.is_some(), "{}: {end} before {start}", rule.id);
            }
            if let (Some(target), Some(limit)) = (answer.target, answer.file_by) {
                prop_assert!(target <= limit.day, "{}", rule.id);
            }
            if let (Some(safe), Some(limit)) = (answer.safe, answer.file_by) {
                prop_assert!(safe <= limit, "{}", rule.id);
            }
        }
    }

    #[test]
    fn a_later_receipt_never_makes_a_date_earlier(days in 0..3_286u32, receipt in 0..60u32, later in 0..60u32) {
        let start = day("2024-01-01").plus_days(days);
        for rule in book().rules.iter().filter(|rule| rule.counts.is_some()) {
            let answer = |receipt| clock::answer(&[rule], clock::Side::Filing, &facts(start, receipt), book()).ok();
            let (Some(early), Some(late)) = (answer(receipt), answer(receipt + later)) else { continue };
            prop_assert!(early.file_by <= late.file_by, "{}", rule.id);
            prop_assert!(early.safe <= late.safe, "{}", rule.id);
        }
    }
}

#[test]
fn a_state_that_must_choose_leaves_no_last_day_until_it_has() {
    let left = |rule: &&Rule| {
        let kind = rule.counts.as_ref().map(|counts| counts.legal_kind);
        matches!(kind, Some(LegalKind::Maximum | LegalKind::StateRange))
    };
    for rule in book().rules.iter().filter(left) {
        let known = facts(day("2027-01-04"), 0);
        let answer = clock::answer(&[rule], clock::Side::Filing, &known, book()).expect("it starts");
        assert_eq!((answer.file_by, answer.asks_state), (None, true), "{}", rule.id);
        let known = Known { state_window_days: Some(90), ..known };
        let answer = clock::answer(&[rule], clock::Side::Filing, &known, book()).expect("it starts");
        assert_eq!(answer.file_by, Some(Moment::on(day("2027-04-04"))), "{}", rule.id);
    }
}
