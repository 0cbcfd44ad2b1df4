//! Whole letters to the plan beside the first appeal, and the appeal's argument for each family of denial codes.

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::{EventKind, Value};
use recourse::kinds::{Field, LetterKind, PaperKind, Timing};
use recourse::letters::Draft;
use recourse::letters::gap::{Missing, Refused, Unclaimed};

use super::{drafted, flat, golden};
use crate::cases::insurer::{
    ada_bergstrom, ellen_marsh, harold_jensen, john_smith_late, john_smith_unanswered, leo_marchetti,
    luis_romero_refused, molly_quinn, oscar_bell, priya_nair, samuel_wright, vera_stone,
};
use crate::cases::{self, Build, billed, text};

fn draft(built: Build, kind: LetterKind, today: &str) -> Draft {
    drafted(built.later(today).letter(kind, None), today)
}

/// A code of each family, and the words that go with it on a notice.
const FAMILIES: [(&str, &str, &str); 25] = [
    ("cost-share", "PR-1", "Deductible amount."),
    ("prior-auth", "CO-197", "Authorization was not obtained."),
    ("referral", "CO-288", "A referral is absent."),
    ("medical-necessity", "CO-50", "These services are not medically necessary."),
    ("experimental", "CO-55", "The procedure is experimental."),
    ("coding-error", "CO-4", "The procedure code does not fit the modifier."),
    ("missing-info", "CO-16", "The claim lacks information that is needed to decide it."),
    ("bundled", "CO-97", "The benefit is included in the payment for another service."),
    ("frequency-level", "CO-151", "The information does not support this many services."),
    ("duplicate", "CO-18", "Exact duplicate of another claim."),
    ("timely-filing", "CO-29", "The time limit for filing has passed."),
    ("eligibility", "CO-27", "Expenses after coverage ended."),
    ("other-insurance", "CO-22", "This care may be covered by another payer."),
    ("wrong-payer", "CO-109", "The claim is not covered by this payer. Send it to the right one."),
    ("network", "PR-242", "Services not provided by network providers."),
    ("not-covered", "PR-96", "Non-covered charge."),
    ("benefit-limit", "PR-119", "The benefit maximum for this period was reached."),
    ("drug", "PR-153", "The dosage is not supported."),
    ("contract-discount", "CO-45", "The charge exceeds the contracted fee."),
    ("provider-status", "CO-185", "The provider is not eligible to perform this service."),
    ("on-hold", "OA-133", "The disposition of this service line is pending."),
    ("appeal-procedure", "CO-193", "The original decision is upheld."),
    ("quality-penalty", "CO-249", "This claim is a readmission."),
    ("medicaid-medicare", "PR-142", "The monthly Medicaid patient liability amount."),
    ("general-denial", "CO-A1", "The claim is denied."),
];

#[test]
fn each_family_of_codes_has_an_argument_of_its_own() {
    let mut asked = std::collections::BTreeSet::new();
    for (family, code, reason) in FAMILIES {
        let draft = draft(ellen_marsh(code, reason), LetterKind::L01, "2026-05-04");
        golden(&draft, &expect_file![format!("../golden/letters/L01-{family}.txt")]);
        let ask = draft.paper.parts.iter().find(|part| part.key == "ask").expect("an appeal asks").block.text(78);
        assert!(asked.insert(ask), "{family} asks the same as another family");
    }
}

#[test]
fn a_situation_that_the_person_chose_goes_before_the_codes() {
    let built = ellen_marsh("CO-18", "Exact duplicate of another claim.").about("S26");
    let paper = flat(&draft(built, LetterKind::L01, "2026-05-04").paper.text());
    assert!(paper.contains("what is still missing") && !paper.contains("compare the two claims"), "{paper}");
}

#[test]
fn a_second_appeal_answers_both_reasons() {
    let draft = draft(luis_romero_refused(), LetterKind::L02, "2026-06-22");
    golden(&draft, &expect_file!["../golden/letters/L02.txt"]);
}

#[test]
fn a_second_appeal_is_refused_where_the_law_of_the_plan_has_none() {
    let built = luis_romero_refused().covered(From::Myself, None);
    assert_eq!(draft(built, LetterKind::L02, "2026-06-22").refused, Some(Refused::NoSecondAppeal));
    let open = cases::luis_romero().sent(LetterKind::L01);
    assert_eq!(draft(open, LetterKind::L02, "2026-04-20").refused, Some(Refused::NotAnswered));
}

#[test]
fn an_urgent_appeal_says_only_the_harm_that_was_told() {
    golden(&draft(ada_bergstrom(), LetterKind::L03, "2026-03-10"), &expect_file!["../golden/letters/L03-appeal.txt"]);
    let mute = ada_bergstrom().changed(recourse::case::Change::Forgot { field: Field::WhyUrgent });
    let mute = mute.changed(recourse::case::Change::Forgot { field: Field::ClinicianSaysUrgent });
    assert_eq!(draft(mute, LetterKind::L03, "2026-03-10").refused, Some(Refused::NoHarmNamed));
    let given = ada_bergstrom().timed(Timing::PostService);
    assert_eq!(draft(given, LetterKind::L03, "2026-03-10").refused, Some(Refused::NotUrgent));
}

#[test]
fn a_fast_first_decision_is_asked_for_and_is_no_appeal() {
    let built = leo_marchetti()
        .timed(Timing::PreService)
        .says(Field::Urgent, Value::Yes(true))
        .says(Field::WhyUrgent, text("My doctor said that the tendon can tear off within weeks."));
    golden(
        &draft(built.clone(), LetterKind::L03, "2026-06-30"),
        &expect_file!["../golden/letters/L03-first-decision.txt"],
    );
    let sent = built.sent_on(LetterKind::L03, "2026-06-30");
    assert!(recourse::deadlines::awaits_first_decision(&sent.case), "a request before the decision ends no wait");
}

#[test]
fn approved_care_is_to_go_on_during_the_appeal() {
    golden(&draft(samuel_wright(), LetterKind::L04, "2026-05-12"), &expect_file!["../golden/letters/L04.txt"]);
    let sent = samuel_wright().sent_on(LetterKind::L04, "2026-05-12");
    assert_eq!(recourse::deadlines::filings(&sent.case), [cases::day("2026-05-12")]);
}

#[test]
fn a_drug_is_asked_for_with_what_was_tried() {
    golden(&draft(priya_nair(), LetterKind::L05, "2026-09-08"), &expect_file!["../golden/letters/L05-individual.txt"]);
    let thin = draft(harold_jensen(), LetterKind::L05, "2026-02-17");
    golden(&thin, &expect_file!["../golden/letters/L05-part-d.txt"]);
    assert!(thin.cannot_claim.contains(&Unclaimed::DrugsTried));
    assert!(thin.gaps.iter().any(|gap| gap.what == Missing::Fact(Field::DrugsTried)));
}

#[test]
fn a_doctor_who_leaves_the_network_is_kept_for_a_while() {
    golden(&draft(molly_quinn(), LetterKind::L06, "2026-07-06"), &expect_file!["../golden/letters/L06.txt"]);
}

#[test]
fn a_surprise_bill_is_put_before_the_plan() {
    let emergency = billed::aisha_rahman().says(Field::Service, text("emergency care"));
    golden(&draft(emergency, LetterKind::L09, "2026-07-20"), &expect_file!["../golden/letters/L09-emergency.txt"]);
    let facility = billed::thomas_greer().says(Field::Service, text("anesthesia"));
    golden(&draft(facility, LetterKind::L09, "2026-06-15"), &expect_file!["../golden/letters/L09-facility.txt"]);
}

#[test]
fn other_insurance_is_answered_both_ways() {
    golden(&draft(oscar_bell(), LetterKind::L11, "2026-08-24"), &expect_file!["../golden/letters/L11-none.txt"]);
    let other = oscar_bell().says(Field::OtherCoverage, Value::Yes(true)).says(
        Field::OtherInsurer,
        text("Great Lakes Union Fund, member number GL-7751, through my wife's work, since January 1, 2025."),
    );
    golden(&draft(other, LetterKind::L11, "2026-08-24"), &expect_file!["../golden/letters/L11-other.txt"]);
}

#[test]
fn a_late_appeal_gives_the_persons_reason_and_no_other() {
    golden(&draft(john_smith_late(), LetterKind::L13, "2026-11-23"), &expect_file!["../golden/letters/L13.txt"]);
    let in_time = cases::john_smith("2024-02-01").says(Field::WhyLate, text("I was ill."));
    assert_eq!(draft(in_time, LetterKind::L13, "2024-02-01").refused, Some(Refused::NotLate));
    let silent = cases::john_smith("2024-02-01");
    assert_eq!(draft(silent, LetterKind::L13, "2026-11-23").refused, Some(Refused::NoReasonForLateness));
}

#[test]
fn who_and_what_decided_is_asked() {
    golden(&draft(cases::luis_romero(), LetterKind::L15, "2026-04-20"), &expect_file!["../golden/letters/L15.txt"]);
}

#[test]
fn the_plans_documents_are_asked_of_who_has_them() {
    let work = cases::john_smith("2024-02-01").says(Field::Employer, text("Piedmont Tool and Die"));
    golden(&draft(work, LetterKind::L16, "2024-02-01"), &expect_file!["../golden/letters/L16-employer.txt"]);
    golden(
        &draft(cases::denise_carter(), LetterKind::L16, "2026-10-05"),
        &expect_file!["../golden/letters/L16-individual.txt"],
    );
}

#[test]
fn an_eob_is_asked_for_beside_a_bill() {
    let built = billed::maria_santos().says(Field::Insurer, text("Maumee Valley Health"));
    golden(&draft(built, LetterKind::L18, "2026-09-14"), &expect_file!["../golden/letters/L18.txt"]);
}

#[test]
fn two_sums_for_one_deductible_stand_side_by_side() {
    golden(&draft(vera_stone(), LetterKind::L19, "2026-10-12"), &expect_file!["../golden/letters/L19.txt"]);
    let bare = vera_stone().case.facts.get(Field::CountedByMe).is_some();
    assert!(bare);
}

#[test]
fn a_decision_is_asked_for_while_none_has_come() {
    golden(&draft(leo_marchetti(), LetterKind::L20, "2026-05-18"), &expect_file!["../golden/letters/L20.txt"]);
    assert_eq!(draft(oscar_bell(), LetterKind::L20, "2026-08-24").refused, Some(Refused::Decided));
}

#[test]
fn a_date_that_they_missed_is_traced_to_what_was_sent() {
    golden(
        &draft(leo_marchetti(), LetterKind::L21, "2026-06-30"),
        &expect_file!["../golden/letters/L21-first-decision.txt"],
    );
    golden(
        &draft(john_smith_unanswered(), LetterKind::L21, "2024-05-20"),
        &expect_file!["../golden/letters/L21-appeal.txt"],
    );
    let early = john_smith_unanswered();
    assert_eq!(draft(early, LetterKind::L21, "2024-03-01").refused, Some(Refused::NothingMissed));
    let answered = john_smith_unanswered().happened_on(EventKind::Won, "2024-05-01");
    assert_eq!(draft(answered, LetterKind::L21, "2024-05-20").refused, Some(Refused::NothingMissed));
}

#[test]
fn the_patient_signs_who_may_act_and_a_parent_for_a_child() {
    let child = cases::daniel_lopez().says(Field::PatientIsChild, Value::Yes(true));
    golden(&draft(child, LetterKind::L23, "2026-06-10"), &expect_file!["../golden/letters/L23-child.txt"]);
    golden(&draft(samuel_wright(), LetterKind::L23, "2026-05-12"), &expect_file!["../golden/letters/L23-adult.txt"]);
    assert_eq!(draft(cases::grace_kim(), LetterKind::L23, "2026-11-23").refused, Some(Refused::NobodyActs));
}

/// The README's example of `write_letter` reads it.
#[test]
fn a_saved_copy_gives_the_same_letter() {
    let today = cases::day("2024-02-01");
    let case = cases::john_smith("2024-02-01").case;
    let copy = recourse::storage::copy::write([&case], today);
    expect_file!["../../fixtures/cases/john-smith.json"].assert_eq(&copy);
    let opened = recourse::storage::copy::read(&copy).expect("a copy opens").cases.remove(0);
    let mut there = cases::john_smith("2024-02-01");
    let here = draft(there.clone(), LetterKind::L01, "2024-02-01");
    there.case = opened;
    assert_eq!(draft(there, LetterKind::L01, "2024-02-01"), here);
}

#[test]
fn the_two_doctors_are_to_speak() {
    golden(&draft(cases::denise_carter(), LetterKind::L24, "2026-10-05"), &expect_file!["../golden/letters/L24.txt"]);
}

#[test]
fn an_appeal_of_another_coverage_cites_its_own_law_in_every_letter_to_the_plan() {
    let kinds = [LetterKind::L03, LetterKind::L05, LetterKind::L15, LetterKind::L24];
    for kind in kinds {
        let built = ada_bergstrom().covered(From::Work, Some(Funding::EmployerPays));
        let paper = draft(built, kind, "2026-03-10").paper.text();
        assert!(!paper.contains("45 CFR"), "{kind:?}\n{paper}");
    }
    let papers = ada_bergstrom().paper(PaperKind::DenialNotice, "Notice", None, "");
    assert!(draft(papers, LetterKind::L15, "2026-03-10").refused.is_none());
}
