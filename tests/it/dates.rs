//! Worked deadlines from elsewhere, run by the program that lawyers run.

#[path = "../../examples/check_dates.rs"]
mod check_dates;

use check_dates::{check, totals};

const VECTORS: &str = include_str!("../fixtures/rules/test-vectors.toml");

fn problems(text: &str) -> Vec<String> {
    let lines = check(text).expect("a file of vectors");
    lines.into_iter().flat_map(|line| line.problems).collect()
}

/// One vector of a track's own clock, with these further lines.
fn vector(track: &str, level: &str, clock: &str, more: &str) -> String {
    format!("[[vector]]\nid = \"x\"\ntrack = \"{track}\"\nlevel = \"{level}\"\nclock = \"{clock}\"\n{more}\n")
}

#[test]
fn every_worked_deadline_comes_out() {
    let lines = check(VECTORS).expect("the fixture has the shape of a file of vectors");
    let wrong: Vec<String> = lines
        .iter()
        .filter(|line| !line.problems.is_empty())
        .map(|line| format!("{}: {}", line.id, line.problems.join("; ")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let counts: Vec<_> = totals(&lines).into_iter().map(|(confidence, (_, all))| (confidence, all)).collect();
    assert_eq!(counts, [("corroborated", 22), ("unverified", 1), ("verified", 60)]);
}

#[test]
fn the_sentence_for_readers_is_not_read() {
    let without: Vec<&str> = VECTORS.lines().filter(|line| !line.starts_with("event = ")).collect();
    assert_eq!(problems(&without.join("\n")), Vec::<String>::new());
}

#[test]
fn what_is_unknown_is_named_and_never_skipped() {
    let filing = "inputs = { notice_date = \"2026-11-23\" }\nexpected_file_by = \"2027-02-21\"";
    let cases = [
        (vector("no_such", "opm", "filing", filing), "unknown track `no_such`"),
        (vector("fehb", "no_such", "filing", filing), "unknown level `no_such` of track `fehb`"),
        (vector("fehb", "opm", "guess", filing), "unknown clock `guess`"),
        (vector("fehb", "opm", "filing", filing), "level `opm` has several clocks"),
        (
            vector("fehb", "opm", "filing", &format!("situation = \"x\"\n{filing}")),
            "unknown situation `x` of level `opm`",
        ),
        (vector("none", "rule.no_such", "filing", filing), "unknown level `rule.no_such`"),
        (vector("tricare", "hearing", "filing", &format!("moon = 1\n{filing}")), "unknown field `moon`"),
        (
            vector("tricare", "hearing", "filing", &format!("expected_moon = \"2027-01-01\"\n{filing}")),
            "unknown output `expected_moon`",
        ),
        (
            vector(
                "tricare",
                "hearing",
                "filing",
                "inputs = { moon = \"2026-11-23\" }\nexpected_file_by = \"2027-01-22\"",
            ),
            "unknown input `moon`",
        ),
        (
            vector(
                "tricare",
                "hearing",
                "filing",
                "inputs = { notice_date = \"2027-02-29\" }\nexpected_file_by = \"2027-01-22\"",
            ),
            "input `notice_date`",
        ),
        (
            vector(
                "tricare",
                "hearing",
                "filing",
                "inputs = { request_sent = \"2026-11-23\" }\nexpected_file_by = \"2027-01-22\"",
            ),
            "starts with notice_date",
        ),
        (vector("tricare", "hearing", "filing", "inputs = { notice_date = \"2026-11-23\" }"), "expects nothing"),
        (
            vector(
                "medicare_part_d",
                "coverage_determination",
                "decision",
                "situation = \"expedited\"\ninputs = { request_received_at = \"2026-12-31T20:00\" }\nexpected_decide_by_time = \"2027-01-01T20:00\"",
            ),
            "time_zone",
        ),
        (
            vector(
                "medicaid_ffs",
                "fair_hearing",
                "filing",
                "state_window_days = 120\ninputs = { notice_mailed = \"2026-11-30\" }\nexpected_file_by = \"2027-03-30\"",
            ),
            "lets the state choose 1 to 90 days",
        ),
    ];
    for (text, names) in cases {
        let problems = problems(&text);
        assert!(problems.iter().any(|problem| problem.contains(names)), "{text}\n{problems:?}");
    }
    assert!(check("vector = 1").is_err());
    assert!(check("[[vector").is_err());
}

/// Vectors for what the fixture happens not to use.
fn unused() -> Vec<String> {
    vec![
        // A backward clock: to the hour before an appointment, across a change of clocks.
        vector(
            "none",
            "rule.nsa_notice_consent",
            "other",
            "inputs = { appointment = \"2027-03-15T10:00\", scheduled_on = \"2027-03-01\", time_zone = \"America/New_York\" }\nexpected_latest_notice = \"2027-03-12T09:00\"",
        ),
        vector(
            "none",
            "rule.nsa_notice_consent",
            "other",
            "inputs = { appointment = \"2027-03-10T10:00\", scheduled_on = \"2027-03-09\", time_zone = \"US/Pacific\" }\nexpected_latest_notice = \"2027-03-09\"",
        ),
        vector(
            "none",
            "rule.nsa_notice_consent",
            "other",
            "inputs = { appointment = \"2027-03-10T10:00\", scheduled_on = \"2027-03-10\", time_zone = \"US/Pacific\" }\nexpected_latest_notice = \"2027-03-10T07:00\"",
        ),
        vector(
            "none",
            "right.advance_notice_medicaid",
            "other",
            "inputs = { effective_date = \"2027-01-15\" }\nexpected_latest_notice = \"2027-01-05\"",
        ),
        vector(
            "none",
            "right.stay_while_qio_decides",
            "other",
            "inputs = { decision_told = \"2026-12-24\" }\nexpected_protection_ends = \"2026-12-25T12:00\"",
        ),
        // The later of two waits.
        vector(
            "none",
            "rule.r501_eca_wait",
            "other",
            "inputs = { first_post_discharge_bill = \"2027-01-01\", notice_date = \"2027-04-25\" }\nexpected_earliest_action = \"2027-05-25\"",
        ),
        // A day on which the form ends the window earlier than the regulation.
        vector(
            "medicare_service_termination",
            "qio",
            "filing",
            "inputs = { notice_received = \"2026-12-30\", services_end = \"2026-12-31\" }\nexpected_file_by_time = \"2026-12-31T12:00\"\nsafe_file_by_time = \"2026-12-30T12:00\"",
        ),
        // Request and papers, whichever is later.
        vector(
            "medicare_hospital_discharge",
            "reconsideration",
            "decision",
            "inputs = { request_received_at = \"2026-12-24T09:00\", information_received = \"2026-12-28\", time_zone = \"US/Eastern\" }\nexpected_decide_by = \"2026-12-31\"",
        ),
        // Booked long ahead; asked for in writing; suing by the end of a year.
        vector(
            "none",
            "rule.gfe_timing",
            "decision",
            "inputs = { scheduled_on = \"2026-12-01\", service_date = \"2027-01-15\" }\nexpected_decide_by = \"2026-12-04\"",
        ),
        vector(
            "self_funded_erisa",
            "right.erisa_documents",
            "decision",
            "inputs = { request_mailed = \"2027-01-30\" }\nexpected_decide_by = \"2027-03-01\"",
        ),
        vector(
            "fehb",
            "court",
            "filing",
            "inputs = { service_date = \"2026-05-05\" }\nexpected_file_by = \"2029-12-31\"",
        ),
        vector(
            "tricare",
            "reconsideration",
            "filing",
            "situation = \"expedited\"\ninputs = { notice_date = \"2027-01-04\" }\nexpected_target_date = \"2027-01-07\"\nexpected_presumed_receipt = \"2027-01-09\"\nexpected_file_by = \"2027-01-12\"",
        ),
        // A range that the state has not filled: only its beginning is safe, and no last day is said.
        vector(
            "medicaid_managed_care",
            "fair_hearing",
            "filing",
            "inputs = { resolution_notice = \"2027-02-15\" }\nsafe_file_by = \"2027-05-14\"",
        ),
        vector(
            "medicare_part_d",
            "redetermination",
            "decision",
            "situation = \"expedited\"\ninputs = { request_received = \"2027-01-04\" }\nexpected_decide_by = \"2027-01-07\"",
        ),
        vector(
            "medicare_advantage",
            "organization_determination",
            "decision",
            "situation = \"expedited\"\nextension_taken = true\ninputs = { request_received_at = \"2027-01-04T09:30\", time_zone = \"America/Denver\" }\nexpected_decide_by_time = \"2027-01-21T09:30\"",
        ),
    ]
}

#[test]
fn what_no_vector_here_uses_works_too() {
    for text in unused() {
        assert_eq!(problems(&text), Vec::<String>::new(), "{text}");
    }
    let never = vector(
        "medicaid_ffs",
        "fair_hearing",
        "filing",
        "inputs = { notice_mailed = \"2026-11-30\" }\nexpected_file_by = \"2027-02-28\"",
    );
    assert_eq!(problems(&never), ["expected_file_by is not known, expected 2027-02-28"]);
}
