//! The law of the person's own state: where it sets the time, where it does not, and where nobody knows.

use super::levels::rests_on;
use super::*;

/// Lost inside the plan: the second no is dated April 10, 2024 and came two days later.
fn lost(told: Told) -> Told {
    told.dated(Field::NoticeDate, "2024-01-15")
        .sent("2024-02-10", None)
        .refused_again("2024-04-12", "2024-04-10")
        .dated(Field::NoticeReceived, "2024-04-12")
}

fn living_in(told: Told, state: &str) -> Told {
    told.fact(Field::State, Value::Text(state.to_owned()))
}

/// The windows of the external review: the rule, the aim and the last day of each.
fn review_windows(told: &Told) -> Vec<(String, String, String)> {
    let deadlines = told.deadlines();
    let shown = |review: &&Deadline<'_>| {
        let dates = when(review);
        let rule = review.rule.expect("a rule is behind it").id.clone();
        (rule, dates.aim_for.to_string(), dates.last_end.to_string())
    };
    at(&deadlines, LevelKind::ExternalReview).iter().map(shown).collect()
}

fn rest_on_the_state(told: &Told) -> bool {
    let deadlines = told.deadlines();
    at(&deadlines, LevelKind::ExternalReview).iter().all(|review| rests_on(review) == [Field::State])
}

#[test]
fn an_insured_plans_review_rests_on_a_state_that_is_not_known() {
    let bought = Told::on("2024-05-01").fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Myself)));
    for told in [lost(Told::insured("2024-05-01")), lost(bought)] {
        assert_eq!(review_windows(&told).len(), 2, "the state\u{2019}s and the federal one");
        assert!(rest_on_the_state(&told));
        let elsewhere = living_in(told, "Elsewhere");
        assert!(rest_on_the_state(&elsewhere), "a state that we do not know settles nothing");
    }
}

#[test]
fn an_insured_plans_review_has_the_window_of_its_own_state_and_a_self_funded_plans_has_not() {
    let insured = living_in(lost(Told::insured("2024-05-01")), "North Carolina");
    // 120 days from the printed date, and four months from receipt, which federal law asks of every state.
    let own = ("external-review-state-window-nc".to_owned(), "2024-08-08".to_owned(), "2024-08-12".to_owned());
    assert_eq!(review_windows(&insured), [own]);
    assert!(matches!(at(&insured.deadlines(), LevelKind::ExternalReview)[0].when, Finding::Certain(_)));
    let self_funded = living_in(lost(Told::self_funded("2024-05-01")), "NC");
    let federal = ("external-review-federal-window".to_owned(), "2024-08-09".to_owned(), "2024-08-12".to_owned());
    assert_eq!(review_windows(&self_funded), [federal], "no state law applies to it");
}

#[test]
fn where_the_federal_review_is_the_one_of_a_state_only_that_is_shown() {
    let told = living_in(lost(Told::insured("2024-05-01")), "FL");
    let windows = review_windows(&told);
    assert_eq!(windows.iter().map(|window| window.0.as_str()).collect::<Vec<_>>(), ["external-review-hhs-window"]);
    assert!(!rest_on_the_state(&told));
}

#[test]
fn where_a_states_plans_use_either_review_both_are_shown_and_the_letter_decides() {
    let told = living_in(lost(Told::insured("2024-05-01")), "tx");
    let windows = review_windows(&told);
    let rules: Vec<&str> = windows.iter().map(|window| window.0.as_str()).collect();
    assert_eq!(rules, ["external-review-state-window-tx", "external-review-hhs-window"]);
    assert!(rest_on_the_state(&told));
}

#[test]
fn where_sources_differ_on_a_long_window_the_aim_is_the_days_that_are_safe_by_all() {
    // Colorado: four months by one source, 60 days by another.
    let told = living_in(lost(Told::insured("2024-05-01")), "CO");
    let own = ("external-review-state-window-co".to_owned(), "2024-06-07".to_owned(), "2024-08-12".to_owned());
    assert_eq!(review_windows(&told), [own], "60 days after the printed date are a Sunday");
    let deadlines = told.deadlines();
    let steps = &when(at(&deadlines, LevelKind::ExternalReview)[0]).steps;
    assert!(steps.contains(&Step::SafeDays { days: 60, day: day("2024-06-09") }), "{steps:?}");
    let later = Told { on: day("2024-06-20"), ..told };
    let deadlines = later.deadlines();
    let standing = at(&deadlines, LevelKind::ExternalReview)[0].standing;
    assert_eq!(standing, Standing::PastAim { last_day: day("2024-08-10") }, "late only after the window itself");
}

#[test]
fn a_state_whose_window_nobody_found_keeps_the_federal_floor_and_says_so() {
    // Missouri: a page of its own review, and no time in it.
    let told = living_in(lost(Told::insured("2024-05-01")), "MO");
    let windows = review_windows(&told);
    let rules: Vec<&str> = windows.iter().map(|window| window.0.as_str()).collect();
    assert_eq!(rules, ["external-review-state-window"], "the process is known to be the state\u{2019}s");
    assert!(rest_on_the_state(&told));
}

#[test]
fn medicaids_hearing_has_the_states_time_and_never_the_federal_most() {
    let medicaid = Told::on("2024-01-20")
        .fact(Field::CoverageFrom, Value::Choice(Choice::From(From::Medicaid)))
        .dated(Field::NoticeDate, "2024-01-15");
    let aim = |told: &Told| told.deadlines().mine[0].when.value().map(|when| (when.aim_for, when.last_end));
    assert_eq!(
        aim(&living_in(medicaid.clone(), "NJ")),
        Some((day("2024-02-02"), day("2024-02-04"))),
        "20 days, a Sunday"
    );
    // New Jersey\u{2019}s number is official; nobody confirmed Florida\u{2019}s, so the notice alone speaks there.
    assert_eq!(aim(&living_in(medicaid.clone(), "FL")), None);
    assert_eq!(aim(&medicaid), None);
}

#[test]
fn a_state_that_gives_less_than_federal_law_asks_is_aimed_for_and_makes_nobody_late() {
    // Kentucky: 60 days by its own law; four months by the federal law that every state's process must meet.
    let told = living_in(lost(Told::insured("2024-05-01")), "Kentucky");
    let own = ("external-review-state-window-ky".to_owned(), "2024-06-07".to_owned(), "2024-08-12".to_owned());
    assert_eq!(review_windows(&told), [own]);
    let on = |today: &str| {
        let told = Told { on: day(today), ..told.clone() };
        at(&told.deadlines(), LevelKind::ExternalReview)[0].clone()
    };
    assert_eq!(
        cites(&on("2024-05-01")),
        ["KRS 304.17A-621 to 304.17A-625; 806 KAR 17:290", "45 CFR 147.136(c)(2)(vi)"]
    );
    assert_eq!(on("2024-06-08").standing, Standing::PastAim { last_day: day("2024-06-09") });
    assert_eq!(on("2024-06-10").standing, Standing::PastAim { last_day: day("2024-08-12") });
    assert_eq!(on("2024-08-12").standing, Standing::PastAim { last_day: day("2024-08-12") });
    assert_eq!(on("2024-08-13").standing, Standing::Late { since: day("2024-08-12") });
}

#[test]
fn a_shorter_letter_that_has_passed_too_leaves_what_federal_law_asks() {
    let told = living_in(lost(Told::insured("2024-07-01")), "KY").dated(Field::StatedLastDay, "2024-06-20");
    let told = told.fact(Field::StatedForReview, Value::Yes(true));
    let standing = at(&told.deadlines(), LevelKind::ExternalReview)[0].standing;
    assert_eq!(standing, Standing::PastAim { last_day: day("2024-08-12") });
    let before = Told { on: day("2024-06-15"), ..told };
    let standing = at(&before.deadlines(), LevelKind::ExternalReview)[0].standing;
    assert_eq!(standing, Standing::BetweenDates { notice_day: day("2024-06-20"), rule_day: day("2024-06-09") });
}

#[test]
fn a_longer_time_that_the_law_itself_says_replaces_the_federal_one() {
    // Ohio: 180 days from the date of the final denial.
    let told = living_in(lost(Told::insured("2024-05-01")), "OH");
    let own = ("external-review-state-window-oh".to_owned(), "2024-10-07".to_owned(), "2024-10-07".to_owned());
    assert_eq!(review_windows(&told), [own]);
}

#[test]
fn a_longer_time_that_only_others_report_never_moves_the_aim_past_the_federal_date() {
    for state in &crate::rulebook::annex().states {
        let told = living_in(lost(Told::insured("2024-05-01")), &state.code);
        let deadlines = told.deadlines();
        let reviews = at(&deadlines, LevelKind::ExternalReview);
        assert!(!reviews.is_empty(), "{} has no review", state.code);
        let reported = state.external_review.basis.sure_of("window") != crate::kinds::Confidence::Official;
        for review in reviews {
            let dates = when(review);
            assert!(!reported || dates.aim_for <= day("2024-08-12"), "{}: {}", state.code, dates.aim_for);
            assert!(
                dates.last_end >= day("2024-08-10"),
                "{} is late before four months: {}",
                state.code,
                dates.last_end
            );
        }
    }
}

#[test]
fn in_new_york_a_second_appeal_inside_the_plan_gives_no_more_time() {
    let once = lost(living_in(Told::insured("2024-05-01"), "NY"));
    let twice = Told { on: day("2024-06-20"), ..once.clone() }
        .letter(LetterKind::L01, day("2024-05-01"), None)
        .refused_again("2024-06-18", "2024-06-15");
    assert_eq!(review_windows(&once), review_windows(&twice));
    let elsewhere = twice.fact(Field::State, Value::Text("PA".to_owned()));
    assert_ne!(review_windows(&once), review_windows(&elsewhere), "elsewhere the newest answer counts");
}

#[test]
fn a_medicaid_plan_is_appealed_to_first_and_the_hearing_has_the_states_time() {
    let plan = Told::on("2024-05-01").fact(Field::CoverageFrom, Value::Choice(Choice::From(From::MedicaidPlan)));
    let hearing = |state: &str| {
        let told = living_in(lost(plan.clone()), state);
        let hearing = at(&told.deadlines(), LevelKind::Hearing)[0].clone();
        hearing.when.value().map(|when| (when.aim_for, when.last_end))
    };
    // Ohio gives 90 days, North Carolina 120; Kansas is not known, and nobody confirmed New York's number.
    assert_eq!(hearing("OH"), Some((day("2024-07-09"), day("2024-07-09"))));
    assert_eq!(hearing("NC"), Some((day("2024-08-08"), day("2024-08-08"))));
    assert_eq!((hearing("KS"), hearing("NY")), (None, None));
}
