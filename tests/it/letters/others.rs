//! Whole letters to reviewers, public offices, clinicians, helpers, and to billers in a dispute.

use expect_test::expect_file;
use recourse::case::Value;
use recourse::case::coverage::{From, Funding};
use recourse::kinds::{Field, LetterKind, PaperKind, StatementKind, Timing};
use recourse::letters::Draft;
use recourse::letters::gap::{Missing, Refused, Unclaimed};
use recourse::money::Cents;

use super::{drafted, flat, golden, laws};
use crate::cases::others::{
    aisha_rahman_waiting, denise_carter_in_review, denise_carter_refused, irene_walsh, irene_walsh_paid,
    irene_walsh_without_an_answer, james_whitfield_applies, james_whitfield_refused, luis_romero_refused, omar_haddad,
    sam_delgado, tess_moran, tess_moran_billed,
};
use crate::cases::{self, Build, billed, planned, text};

fn draft(built: Build, kind: LetterKind, today: &str) -> Draft {
    drafted(built.later(today).letter(kind, None), today)
}

fn paper(built: Build, kind: LetterKind, today: &str) -> String {
    flat(&draft(built, kind, today).paper.text())
}

fn refused(built: Build, kind: LetterKind, today: &str) -> Option<Refused> {
    draft(built, kind, today).refused
}

#[test]
fn an_external_review_goes_where_the_last_letter_says() {
    let draft = draft(denise_carter_refused(), LetterKind::L40, "2026-11-02");
    golden(&draft, &expect_file!["../golden/letters/L40-named-office.txt"]);
    assert_eq!(draft.cannot_claim, []);
}

#[test]
fn an_external_review_goes_to_the_plan_where_nothing_says_more() {
    let draft = draft(luis_romero_refused(), LetterKind::L40, "2026-06-22");
    golden(&draft, &expect_file!["../golden/letters/L40-to-the-plan.txt"]);
    assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Fact(Field::AppealAddress)));
}

#[test]
fn a_wife_asks_for_a_review_that_cannot_wait() {
    golden(
        &draft(omar_haddad(), LetterKind::L41, "2026-03-09"),
        &expect_file!["../golden/letters/L41-representative.txt"],
    );
}

#[test]
fn a_statement_follows_the_request_for_a_review() {
    golden(
        &draft(denise_carter_in_review(), LetterKind::L42, "2026-11-12"),
        &expect_file!["../golden/letters/L42.txt"],
    );
}

#[test]
fn a_review_outside_the_plan_has_its_time_and_its_plans() {
    let early = denise_carter_refused().case;
    assert!(early.final_denial().is_some());
    assert_eq!(refused(cases::denise_carter(), LetterKind::L40, "2026-10-05"), Some(Refused::AppealFirst));
    assert_eq!(refused(cases::denise_carter(), LetterKind::L41, "2026-10-05"), Some(Refused::NotUrgent));
    assert_eq!(refused(denise_carter_refused(), LetterKind::L42, "2026-11-02"), Some(Refused::NoReviewAsked));
    let medicare = luis_romero_refused().covered(From::Medicare, None);
    assert_eq!(refused(medicare, LetterKind::L40, "2026-06-22"), Some(Refused::NoOutsideReview));
    let unknown = cases::grace_kim().refused_again("2026-11-20");
    let draft = draft(unknown, LetterKind::L40, "2026-11-23");
    assert!(draft.refused.is_none() && laws(&draft).is_empty());
    assert!(draft.cannot_claim.contains(&Unclaimed::Law));
}

#[test]
fn a_complaint_names_the_states_office_and_why_it_is_the_one() {
    let draft = draft(denise_carter_refused(), LetterKind::L43, "2026-11-02");
    golden(&draft, &expect_file!["../golden/letters/L43-individual.txt"]);
}

#[test]
fn a_complaint_asks_the_office_whether_it_is_the_one() {
    let draft = draft(cases::grace_kim().says(Field::State, text("Idaho")), LetterKind::L43, "2026-11-23");
    golden(&draft, &expect_file!["../golden/letters/L43-unknown-plan.txt"]);
    assert!(draft.cannot_claim.contains(&Unclaimed::WhichOffice));
}

#[test]
fn a_complaint_goes_to_no_office_that_is_not_the_one() {
    assert_eq!(refused(omar_haddad(), LetterKind::L43, "2026-03-09"), Some(Refused::NotTheState));
    assert_eq!(refused(cases::denise_carter(), LetterKind::L43, "2026-10-05"), Some(Refused::NoState));
    assert_eq!(refused(cases::denise_carter(), LetterKind::L44, "2026-10-05"), Some(Refused::NotFromWork));
    let unknown = omar_haddad().covered(From::PublicEmployer, None);
    assert_eq!(refused(unknown, LetterKind::L44, "2026-03-09"), Some(Refused::NotFromWork));
    let california = planned::ben_castillo().says(Field::State, text("CA"));
    let paper = paper(california, LetterKind::L43, "2026-05-18");
    assert!(paper.contains("If the plan belongs to the California Department of Managed Health Care"), "{paper}");
}

#[test]
fn the_department_of_labor_is_asked_about_a_plan_from_work() {
    let built = cases::john_smith("2024-02-01")
        .says(Field::Employer, text("Piedmont Tool and Die"))
        .sent_on(LetterKind::L01, "2024-02-01")
        .later("2024-05-13");
    golden(&draft(built, LetterKind::L44, "2024-05-13"), &expect_file!["../golden/letters/L44-overdue.txt"]);
    let open = cases::john_smith_uncovered("2024-02-01").covered(From::Work, None);
    let paper = paper(open, LetterKind::L44, "2024-02-01");
    assert!(paper.contains("I do not know yet who pays the claims."), "{paper}");
}

#[test]
fn the_help_desk_is_asked_about_a_surprise_bill() {
    let draft = draft(aisha_rahman_waiting(), LetterKind::L45, "2026-08-24");
    golden(&draft, &expect_file!["../golden/letters/L45-emergency.txt"]);
}

#[test]
fn the_help_desk_is_asked_whether_a_protection_holds() {
    let draft = draft(billed::helen_park(), LetterKind::L45, "2026-11-23");
    golden(&draft, &expect_file!["../golden/letters/L45-facts-missing.txt"]);
    assert!(draft.cannot_claim.contains(&Unclaimed::SurpriseBill));
    let inside = billed::aisha_rahman().says(Field::InNetwork, Value::Yes(true));
    assert_eq!(refused(inside, LetterKind::L45, "2026-07-20"), Some(Refused::InNetwork));
}

#[test]
fn the_doctor_has_a_page_for_the_call_with_the_plan() {
    golden(&draft(omar_haddad(), LetterKind::L54, "2026-03-09"), &expect_file!["../golden/letters/L54-urgent.txt"]);
    let criteria = draft(planned::luis_romero_with_criteria(), LetterKind::L54, "2026-04-20");
    golden(&criteria, &expect_file!["../golden/letters/L54-criteria.txt"]);
}

#[test]
fn records_are_asked_for_with_the_rule_that_binds_every_office() {
    let draft = draft(cases::luis_romero(), LetterKind::L56, "2026-04-20");
    golden(&draft, &expect_file!["../golden/letters/L56.txt"]);
    let mother = paper(billed::daniel_lopez(), LetterKind::L56, "2026-06-10");
    assert!(mother.contains("a copy of the patient's records"), "{mother}");
}

#[test]
fn the_plan_is_billed_first() {
    golden(&draft(billed::thomas_greer(), LetterKind::L62, "2026-06-15"), &expect_file!["../golden/letters/L62.txt"]);
    let bare = draft(billed::helen_park(), LetterKind::L62, "2026-11-23");
    golden(&bare, &expect_file!["../golden/letters/L62-no-plan.txt"]);
    assert_eq!(refused(billed::james_whitfield(), LetterKind::L62, "2026-10-19"), Some(Refused::NoCoverage));
}

#[test]
fn what_does_not_fit_is_disputed() {
    golden(
        &draft(irene_walsh(), LetterKind::L63, "2026-04-06"),
        &expect_file!["../golden/letters/L63-bill-and-eob.txt"],
    );
    let alone = draft(billed::maria_santos(), LetterKind::L63, "2026-09-14");
    golden(&alone, &expect_file!["../golden/letters/L63-bill-alone.txt"]);
    assert_eq!(refused(billed::james_whitfield(), LetterKind::L63, "2026-10-19"), Some(Refused::NothingToDispute));
}

#[test]
fn the_same_is_put_to_the_biller_and_the_plan() {
    golden(&draft(irene_walsh(), LetterKind::L64, "2026-04-06"), &expect_file!["../golden/letters/L64.txt"]);
    assert_eq!(refused(billed::maria_santos(), LetterKind::L64, "2026-09-14"), Some(Refused::NobodyToSendTo));
}

#[test]
fn a_dispute_goes_on_until_it_is_answered() {
    let asked = irene_walsh().sent_on(LetterKind::L63, "2026-04-07");
    golden(&draft(asked, LetterKind::L65, "2026-05-04"), &expect_file!["../golden/letters/L65.txt"]);
    golden(
        &draft(irene_walsh_without_an_answer(), LetterKind::L66, "2026-06-01"),
        &expect_file!["../golden/letters/L66.txt"],
    );
    let unlisted = draft(billed::carol_novak(), LetterKind::L65, "2026-08-03");
    golden(&unlisted, &expect_file!["../golden/letters/L65-itemized-bill.txt"]);
    for kind in [LetterKind::L65, LetterKind::L66] {
        assert_eq!(refused(irene_walsh(), kind, "2026-04-06"), Some(Refused::NoLetterBefore), "{kind:?}");
    }
    let surprise = paper(aisha_rahman_waiting(), LetterKind::L66, "2026-08-24");
    assert!(surprise.contains("I will ask the No Surprises Help Desk to look at this bill."), "{surprise}");
}

#[test]
fn assistance_is_applied_for_and_a_refusal_is_looked_at_again() {
    golden(
        &draft(james_whitfield_applies(), LetterKind::L69, "2026-10-19"),
        &expect_file!["../golden/letters/L69-with-form.txt"],
    );
    golden(
        &draft(billed::carol_novak(), LetterKind::L69, "2026-08-03"),
        &expect_file!["../golden/letters/L69-no-form.txt"],
    );
    golden(
        &draft(james_whitfield_refused(), LetterKind::L70, "2026-11-16"),
        &expect_file!["../golden/letters/L70.txt"],
    );
    assert_eq!(refused(billed::james_whitfield(), LetterKind::L70, "2026-10-19"), Some(Refused::NoLetterBefore));
}

#[test]
fn an_offer_is_followed_by_a_counter_offer() {
    golden(
        &draft(james_whitfield_refused(), LetterKind::L73, "2026-11-16"),
        &expect_file!["../golden/letters/L73.txt"],
    );
    assert_eq!(refused(billed::james_whitfield(), LetterKind::L73, "2026-10-19"), Some(Refused::NoLetterBefore));
}

#[test]
fn what_was_paid_beyond_the_share_is_asked_back() {
    golden(&draft(irene_walsh_paid(), LetterKind::L75, "2026-05-11"), &expect_file!["../golden/letters/L75.txt"]);
    assert_eq!(refused(irene_walsh(), LetterKind::L75, "2026-04-06"), Some(Refused::NothingOverpaid));
}

#[test]
fn a_paid_account_is_confirmed() {
    golden(&draft(sam_delgado(), LetterKind::L87, "2026-08-24"), &expect_file!["../golden/letters/L87-settled.txt"]);
    golden(&draft(irene_walsh_paid(), LetterKind::L87, "2026-05-11"), &expect_file!["../golden/letters/L87-paid.txt"]);
    assert_eq!(refused(irene_walsh(), LetterKind::L87, "2026-04-06"), Some(Refused::NothingPaid));
}

#[test]
fn an_estimate_is_asked_for_before_care() {
    let draft_ = draft(tess_moran(), LetterKind::L76, "2026-09-21");
    golden(&draft_, &expect_file!["../golden/letters/L76-without-insurance.txt"]);
    golden(
        &draft(planned::nora_feldman(), LetterKind::L76, "2026-10-05"),
        &expect_file!["../golden/letters/L76-insured.txt"],
    );
    let after = tess_moran().timed(Timing::PostService);
    assert_eq!(refused(after, LetterKind::L76, "2026-09-21"), Some(Refused::CareGiven));
}

#[test]
fn a_bill_above_its_estimate_goes_to_the_federal_dispute() {
    golden(&draft(tess_moran_billed(), LetterKind::L77, "2027-01-11"), &expect_file!["../golden/letters/L77.txt"]);
    let refused = |built: Build| refused(built, LetterKind::L77, "2027-01-11");
    assert_eq!(
        refused(tess_moran_billed().says(Field::EstimatedCost, Value::Money(Cents(880_000)))),
        Some(Refused::NotAboveEstimate)
    );
    assert_eq!(refused(tess_moran_billed().covered(From::Work, Some(Funding::InsurerPays))), Some(Refused::Insured));
    let late = tess_moran_billed().says(Field::BillDate, Value::Day(cases::day("2026-08-03")));
    assert_eq!(refused(late), Some(Refused::DisputeTooLate));
    assert_eq!(refused(billed::james_whitfield().later("2027-01-11")), Some(Refused::NoEstimate));
}

#[test]
fn a_helper_reads_the_case_on_a_page() {
    golden(
        &draft(denise_carter_in_review(), LetterKind::L89, "2026-11-12"),
        &expect_file!["../golden/letters/L89-denial.txt"],
    );
    let bill = draft(irene_walsh_without_an_answer(), LetterKind::L89, "2026-06-01");
    golden(&bill, &expect_file!["../golden/letters/L89-bill.txt"]);
    assert!(!bill.paper.text().contains("household"));
}

#[test]
fn a_statement_is_the_persons_own() {
    golden(&draft(cases::daniel_lopez(), LetterKind::L91, "2026-06-10"), &expect_file!["../golden/letters/L91.txt"]);
    assert_eq!(refused(cases::luis_romero(), LetterKind::L91, "2026-04-20"), Some(Refused::NoStatement));
}

#[test]
fn letters_about_a_bill_need_one() {
    let named = || Build::on("2026-11-23").says(Field::Patient, text("Ann Poe"));
    for kind in [
        LetterKind::L45,
        LetterKind::L62,
        LetterKind::L63,
        LetterKind::L64,
        LetterKind::L65,
        LetterKind::L66,
        LetterKind::L69,
        LetterKind::L75,
        LetterKind::L87,
    ] {
        assert_eq!(refused(named(), kind, "2026-11-23"), Some(Refused::NoBill), "{kind:?}");
        let eob = named().statement(StatementKind::Eob, Vec::new());
        assert_eq!(refused(eob, kind, "2026-11-23"), Some(Refused::NoBill), "an explanation of benefits is no bill");
    }
}

#[test]
fn what_helpers_are_told_leaves_out_the_purse() {
    for kind in [LetterKind::L40, LetterKind::L43, LetterKind::L44, LetterKind::L45, LetterKind::L89] {
        let (case, _) = billed::james_whitfield().letter(kind, None);
        let papers = recourse::letters::enclosed(kind, &case);
        assert!(papers.iter().all(|paper| paper.kind != PaperKind::IncomeProof), "{kind:?}");
    }
}
