//! Which plays a case is led to: by a code, by words of the reason, by what it was opened for, by an answer.

use recourse::case::coverage::From;
use recourse::case::fact::Choice;
use recourse::kinds::{Field, Purpose, StatementKind};
use recourse::rulebook::book;
use recourse::rulebook::schema::Stage;
use recourse::steps::{Because, suggest};
use recourse::words::steps::why_suggested;

use super::Draft;

/// The plays suggested, without the general one that always comes last.
fn led_to(draft: &Draft) -> Vec<String> {
    let mut plays: Vec<String> = suggest(&draft.0, book()).into_iter().map(|suggestion| suggestion.play.0).collect();
    assert_eq!(plays.pop().as_deref(), Some("general"));
    plays
}

fn coded(code: &str) -> Vec<String> {
    led_to(&Draft::new().coded(&[code]))
}

fn reasoned(reason: &str) -> Vec<String> {
    led_to(&Draft::new().says(Field::Reason, reason))
}

#[test]
fn codes_for_the_network_lead_to_the_three_plays_about_it() {
    assert_eq!(coded("PR-242"), ["S11", "S12", "S13"]);
    assert_eq!(coded("PR-279"), ["S11", "S12", "S13"]);
    assert_eq!(coded("CO-243"), ["S13"]);
}

#[test]
fn codes_that_do_not_fit_each_other_lead_to_the_play_about_coding() {
    for code in ["CO-4", "CO-5", "CO-11", "CO-97", "CO-181", "CO-182", "CO-236", "M51", "N657"] {
        assert_eq!(coded(code), ["S27"], "{code}");
    }
}

#[test]
fn codes_about_papers_days_and_other_plans_lead_to_their_plays() {
    assert_eq!(coded("CO-16"), ["S26", "S27"], "something is missing or wrong: the remark says which");
    for (code, play) in [("CO-226", "S26"), ("PR-227", "S26"), ("CO-18", "S28"), ("CO-29", "S29"), ("OA-22", "S30")] {
        assert_eq!(coded(code), [play], "{code}");
    }
}

#[test]
fn the_remark_for_surprise_bill_rules_leads_to_the_two_plays_about_them() {
    assert_eq!(coded("N830"), ["S14", "S15"]);
}

#[test]
fn a_share_of_ones_own_leads_nowhere_but_to_the_general_play() {
    for code in ["PR-1", "PR-2", "PR-3", "CO-45"] {
        assert!(coded(code).is_empty(), "{code}");
    }
}

#[test]
fn words_of_the_reason_lead_where_a_code_would() {
    for (reason, plays) in [
        ("This claim was processed at the out-of-network benefit level.", &["S11", "S12", "S13"][..]),
        ("The provider is a non-participating provider.", &["S11", "S12"]),
        ("An in-network provider is available for this service.", &["S13"]),
        ("The modifier is missing or invalid.", &["S27"]),
        ("The place of service does not match the procedure.", &["S27"]),
        ("This service is included in the payment for another service.", &["S27"]),
        ("Emergency services by an out-of-network hospital.", &["S11", "S12", "S13", "S14"]),
        ("Your account is past due. Balance $4,000.", &["S39"]),
        ("We did not receive the information that we requested from your provider.", &["S26"]),
        ("This is a duplicate of a claim that was already processed.", &["S28"]),
        ("The claim was received past the timely filing limit.", &["S29"]),
        ("Please send the explanation of benefits of your primary insurance.", &["S30"]),
    ] {
        assert_eq!(reasoned(reason), plays, "{reason}");
    }
}

#[test]
fn a_case_opened_for_a_bill_is_led_to_the_plays_about_bills() {
    let bill = || Draft::new().opened_for(Purpose::Bill);
    assert_eq!(led_to(&bill()), ["S36", "S37", "S38", "S39"]);
    let emergency = bill().answers(&[(Field::Emergency, true), (Field::InNetwork, false)]);
    assert_eq!(led_to(&emergency)[..3], ["S14", "S11", "S15"]);
    let outside = bill().answers(&[(Field::InNetwork, false)]);
    assert_eq!(led_to(&outside)[..2], ["S11", "S15"]);
    let listed = bill().answers(&[(Field::ListedInNetwork, true)]);
    assert_eq!(led_to(&listed)[0], "S12");
}

#[test]
fn planned_care_is_led_to_asking_first() {
    let planning = || Draft::new().opened_for(Purpose::Planning);
    assert_eq!(led_to(&planning()), ["S68"]);
    let nobody = planning().answers(&[(Field::NoNetworkProvider, true)]);
    assert_eq!(led_to(&nobody), ["S13", "S68"]);
}

#[test]
fn a_suggestion_says_what_speaks_for_it() {
    let emergency =
        Draft::new().opened_for(Purpose::Bill).answers(&[(Field::Emergency, true), (Field::InNetwork, false)]);
    let found = suggest(&emergency.0, book());
    assert_eq!(
        found[0].because,
        [
            Because::OpenedFor(Purpose::Bill),
            Because::Answered { field: Field::Emergency, yes: true },
            Because::Answered { field: Field::InNetwork, yes: false },
        ]
    );
    assert_eq!(
        why_suggested(&found[0]),
        "You are here about a bill. Whether it was an emergency: you said yes. Whether the provider is in the network: \
         you said no."
    );
}

#[test]
fn what_the_letter_says_comes_before_what_fits_every_case_of_the_coverage() {
    let plan = Draft::new().chooses(Choice::From(From::MedicareAdvantage));
    assert_eq!(led_to(&plan), ["S48"]);
    let experimental = plan.says(Field::Reason, "This treatment is investigational.");
    assert_eq!(led_to(&experimental), ["S06", "S48"]);
}

#[test]
fn where_the_case_stands_leads_to_what_comes_next() {
    let lost = Draft::new().at(Stage::Lost);
    assert!(led_to(&lost).contains(&"S58".to_owned()));
    assert!(!led_to(&Draft::new()).contains(&"S58".to_owned()));
}

#[test]
fn what_the_bill_shows_comes_first() {
    let with = |text: &str| {
        let case = Draft::new().opened_for(Purpose::Bill).0;
        let today = crate::cases::day("2026-11-25");
        let draft = recourse::intake::bill::read(text).expect("a bill");
        let changes = recourse::intake::bill::changes(&draft, StatementKind::Bill, text, "the bill", &case, today);
        changes.into_iter().fold(case, |case, change| case.apply(change, today).expect("a bill fits"))
    };
    let twice = include_str!("../../fixtures/bills/medical-bill-duplicate.txt");
    assert_eq!(led_to(&Draft(with(twice)))[0], "S38");
    let summary = include_str!("../../fixtures/bills/summary-only.txt");
    assert_eq!(led_to(&Draft(with(summary)))[0], "S37");
}
