//! Whole letters for named people, read line by line by reviewers; and what must hold of every letter.

mod bill;
mod care;
mod grid;
mod holds;
mod insurer;
mod others;
mod sending;

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::{Case, Change, Letter, Number, Value};
use recourse::civil::Date;
use recourse::kinds::{CoverageKind, Field, LetterKind, Timing};
use recourse::letters::gap::{Missing, Refused, Unclaimed};
use recourse::letters::{self, Draft, WeakPoint};
use recourse::paper::Span;
use recourse::rulebook::book;

use crate::cases::{self, Build, PA_REASON, day, text};

fn drafted((case, letter): (Case, Letter), today: &str) -> Draft {
    letters::draft(&letter, &case, book(), day(today))
}

fn golden(draft: &Draft, file: &expect_test::ExpectFile) {
    assert_eq!(draft.refused, None);
    file.assert_eq(&draft.paper.text());
}

#[test]
fn an_mri_without_authorization_in_a_self_funded_plan() {
    let draft = drafted(cases::john_smith("2024-02-01").letter(LetterKind::L01, None), "2024-02-01");
    golden(&draft, &expect_file!["golden/letters/L01-s04-self-funded.txt"]);
    let unclaimed = [Unclaimed::Approval, Unclaimed::Emergency, Unclaimed::InNetwork];
    assert_eq!(draft.cannot_claim, unclaimed);
}

#[test]
fn the_same_appeal_long_after_the_last_day() {
    let built = cases::john_smith("2024-02-01").later("2026-11-23").says(
        Field::WhyLate,
        text("I was in the hospital and then in a nursing home from March 2024 to October 2026."),
    );
    let draft = drafted(built.letter(LetterKind::L01, None), "2026-11-23");
    golden(&draft, &expect_file!["golden/letters/L01-s04-late.txt"]);
    assert!(draft.cannot_claim.contains(&Unclaimed::InTime));
}

#[test]
fn a_late_appeal_invents_no_reason() {
    let draft =
        drafted(cases::john_smith("2024-02-01").later("2026-11-23").letter(LetterKind::L01, None), "2026-11-23");
    let paper = draft.paper.text();
    assert!(!paper.contains("good cause"), "{paper}");
    assert!(flat(&paper).contains("I ask you to accept it and to review the decision all the same."), "{paper}");
}

#[test]
fn between_the_letters_day_and_the_rules_day_the_appeal_says_that_it_is_on_time() {
    let built = cases::luis_romero()
        .says(Field::StatedWindow, Value::Window(recourse::case::Window::Days(30)))
        .later("2026-06-01");
    let draft = drafted(built.letter(LetterKind::L01, None), "2026-06-01");
    golden(&draft, &expect_file!["golden/letters/L01-s05-past-the-stated-day.txt"]);
}

#[test]
fn a_refusal_before_care_in_a_plan_that_a_person_buys() {
    let draft = drafted(cases::denise_carter().letter(LetterKind::L01, None), "2026-10-05");
    golden(&draft, &expect_file!["golden/letters/L01-s01-individual.txt"]);
}

#[test]
fn a_medical_reason_answered_with_evidence_in_an_insured_plan() {
    let draft = drafted(cases::luis_romero().letter(LetterKind::L01, None), "2026-04-20");
    golden(&draft, &expect_file!["golden/letters/L01-s05-insured.txt"]);
}

#[test]
fn an_appeal_cites_no_law_while_the_plan_is_not_known() {
    let draft = drafted(cases::grace_kim().letter(LetterKind::L01, None), "2026-11-23");
    golden(&draft, &expect_file!["golden/letters/L01-general-unknown-coverage.txt"]);
    assert!(laws(&draft).is_empty());
    assert!(draft.cannot_claim.contains(&Unclaimed::Law));
    assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Fact(Field::CoverageFrom)));
}

#[test]
fn a_mother_writes_for_her_son() {
    let draft = drafted(cases::daniel_lopez().letter(LetterKind::L01, None), "2026-06-10");
    golden(&draft, &expect_file!["golden/letters/L01-representative.txt"]);
}

#[test]
fn a_request_for_authorization_after_the_fact() {
    let draft = drafted(cases::john_smith("2024-02-01").letter(LetterKind::L12, None), "2024-02-01");
    golden(&draft, &expect_file!["golden/letters/L12.txt"]);
}

#[test]
fn the_claim_file_of_a_self_funded_plan() {
    let built = cases::john_smith("2024-02-01").says(Field::Employer, text("Piedmont Tool and Die"));
    golden(
        &drafted(built.letter(LetterKind::L14, None), "2024-02-01"),
        &expect_file!["golden/letters/L14-self-funded.txt"],
    );
}

#[test]
fn the_claim_file_of_a_plan_that_a_person_buys() {
    let draft = drafted(cases::denise_carter().letter(LetterKind::L14, None), "2026-10-05");
    golden(&draft, &expect_file!["golden/letters/L14-individual.txt"]);
}

#[test]
fn a_call_is_put_on_paper() {
    let built = cases::john_smith("2024-02-01");
    let call = cases::john_smith_call(&built);
    let number = call.number;
    let draft = drafted(built.call(call).letter(LetterKind::L22, Some(number)), "2024-02-01");
    golden(&draft, &expect_file!["golden/letters/L22.txt"]);
}

#[test]
fn an_appeal_names_neither_approval_nor_emergency_until_they_are_facts() {
    let paper = |built: Build| drafted(built.letter(LetterKind::L01, None), "2024-02-01").paper.text();
    let bare = paper(cases::john_smith("2024-02-01")).to_lowercase();
    assert!(!bare.contains("emergency") && !bare.contains("was asked for before") && !bare.contains(" owe"), "{bare}");
    let told = |built: Build| {
        built
            .says(Field::Emergency, Value::Yes(true))
            .says(Field::ApprovalAsked, Value::Yes(true))
            .says(Field::AuthorizationNumber, text("AUTH-7"))
            .says(Field::InNetwork, Value::Yes(true))
    };
    let full = flat(&paper(told(cases::john_smith("2024-02-01"))));
    for said in ["The care was an emergency.", "Approval was asked for before", "AUTH-7", "is in the plan's network"] {
        assert!(full.contains(said), "{said}");
    }
    assert!(!full.contains("29 CFR 2590.716-4"), "a citation that nobody confirmed is printed");
    let individual = cases::john_smith_uncovered("2024-02-01").covered(From::Myself, None);
    assert!(flat(&paper(told(individual))).contains("45 CFR 149.110(b)(1)"));
}

#[test]
fn a_no_to_approval_and_network_is_not_argued() {
    let built = cases::john_smith("2024-02-01")
        .says(Field::Emergency, Value::Yes(false))
        .says(Field::ApprovalAsked, Value::Yes(false))
        .says(Field::InNetwork, Value::Yes(false));
    let with = drafted(built.letter(LetterKind::L01, None), "2024-02-01").paper;
    let without = drafted(cases::john_smith("2024-02-01").letter(LetterKind::L01, None), "2024-02-01").paper;
    assert_eq!(with.text(), without.text());
}

#[test]
fn letters_that_cannot_be_written_say_why() {
    let refused = |built: Build, kind| drafted(built.letter(kind, None), "2026-11-23").refused;
    let named = || Build::on("2026-11-23").says(Field::Patient, text("Ann Poe"));
    assert_eq!(refused(named(), LetterKind::L01), Some(Refused::NothingToAppeal));
    assert_eq!(refused(named(), LetterKind::L14), Some(Refused::NothingNamesTheClaim));
    assert_eq!(refused(named(), LetterKind::L12), Some(Refused::NothingNamesTheClaim));
    assert_eq!(refused(named(), LetterKind::L22), Some(Refused::NoCall));
    let served = named().says(Field::Service, text("an X-ray"));
    assert_eq!(refused(served.clone(), LetterKind::L01), Some(Refused::NobodyToSendTo));
    assert_eq!(refused(served.clone().timed(Timing::PreService), LetterKind::L12), Some(Refused::CareNotGiven));
    assert_eq!(refused(served.covered(From::None, None), LetterKind::L01), Some(Refused::NoCoverage));
    let nameless =
        Build::on("2026-11-23").says(Field::Service, text("an X-ray")).says(Field::Insurer, text("Northern Mutual"));
    assert_eq!(refused(nameless, LetterKind::L01), Some(Refused::NoPatient));
}

#[test]
fn each_plan_is_met_with_its_own_law() {
    let plans = [
        (From::Myself, None, vec!["29 CFR 2590", "29 U.S.C."]),
        (From::Work, Some(Funding::InsurerPays), vec![]),
        (From::Work, Some(Funding::EmployerPays), vec!["45 CFR"]),
        (From::PublicEmployer, None, vec!["29 CFR 2590", "29 U.S.C."]),
        (From::Medicaid, None, vec!["45 CFR 147", "29 CFR"]),
        (From::Church, None, vec!["CFR", "U.S.C."]),
    ];
    for (from, funding, foreign) in plans {
        for kind in [LetterKind::L01, LetterKind::L12, LetterKind::L14] {
            let built = cases::john_smith_uncovered("2024-02-01").covered(from, funding);
            let paper = drafted(built.letter(kind, None), "2024-02-01").paper.text();
            for cite in &foreign {
                assert!(!paper.contains(cite), "{kind:?} {from:?} {cite}\n{paper}");
            }
            if book().track(CoverageKind::Individual).is_some() && foreign.len() < 2 {
                assert!(paper.contains("CFR"), "{kind:?} {from:?}");
            }
        }
    }
}

#[test]
fn an_edit_is_the_persons_own_and_an_empty_one_leaves_the_part_out() {
    let (case, letter) = cases::john_smith("2024-02-01").letter(LetterKind::L01, None);
    let edit = |case: &Case, part: &str, words: &str| {
        let change = Change::PartEdited {
            letter: letter.number,
            part: part.to_owned(),
            text: words.to_owned(),
            links: Vec::new(),
        };
        case.apply(change, day("2024-02-01")).expect("the letter is there")
    };
    let case = edit(&case, "why-code", "");
    let case =
        edit(&case, "why-care", "My claim is for $2,600.00 of January 6, 2024. Dr. Jane Wilson ordered the MRI.");
    let case = edit(&case, "ask", "");
    let letter = case.letter(letter.number).expect("the letter is there");
    let draft = letters::draft(letter, &case, book(), day("2024-02-01"));
    let part = |key: &str| draft.paper.parts.iter().find(|part| part.key == key);
    assert!(part("why-code").is_none() && part("ask").is_none() && part("ask-heading").is_none());
    let own = part("why-care").expect("an edited part stays");
    assert!(own.edited);
    let unmatched = |words: &str| WeakPoint::Unmatched { part: "why-care".to_owned(), words: words.to_owned() };
    assert_eq!(
        letters::check(&draft, &case, day("2024-02-01")),
        [WeakPoint::NoRemedy, unmatched("$2,600.00"), unmatched("January 6, 2024")]
    );
}

#[test]
fn a_letter_as_drafted_has_no_weak_point() {
    let built = cases::john_smith("2024-02-01");
    let call = cases::john_smith_call(&built);
    let number = call.number;
    let built = built.call(call);
    for kind in [LetterKind::L01, LetterKind::L12, LetterKind::L14, LetterKind::L22] {
        let (case, letter) = built.clone().letter(kind, Some(number));
        let draft = letters::draft(&letter, &case, book(), day("2024-02-01"));
        assert_eq!(letters::check(&draft, &case, day("2024-02-01")), [], "{kind:?}");
    }
}

#[test]
fn a_changed_quote_is_found() {
    let (case, letter) = cases::john_smith("2024-02-01").letter(LetterKind::L01, None);
    let words = format!("\u{201c}{}\u{201d}", PA_REASON.replace("MRI", "all MRI"));
    let change =
        Change::PartEdited { letter: letter.number, part: "reason".to_owned(), text: words, links: Vec::new() };
    let case = case.apply(change, day("2024-02-01")).expect("the letter is there");
    let draft = letters::draft(case.letter(letter.number).expect("there"), &case, book(), day("2024-02-01"));
    let found = letters::check(&draft, &case, day("2024-02-01"));
    assert!(matches!(found.as_slice(), [WeakPoint::QuoteNotInSource { part, .. }] if part == "reason"), "{found:?}");
}

fn laws(draft: &Draft) -> Vec<&Span> {
    let spans = draft.paper.parts.iter().flat_map(|part| part.block.lines()).flatten();
    spans.filter(|span| matches!(span, Span::Law { .. })).collect()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The packet's pages of John Smith's case, with his call and his letter sent.
mod packet {
    use super::*;
    use recourse::case::{Sending, SentBy};
    use recourse::packet::contents;

    fn sent() -> (Case, Date) {
        let built = cases::john_smith("2024-02-01");
        let call = cases::john_smith_call(&built);
        let (case, letter) = built.call(call).letter(LetterKind::L01, None);
        let text = letters::draft(&letter, &case, book(), day("2024-02-01")).paper.text();
        let sending = Sending {
            on: day("2024-02-01"),
            how: SentBy::CertifiedMail,
            proof: "9407 1000 0000 0000 0000 01".to_owned(),
            arrived: None,
            time: None,
        };
        let case = case.apply(Change::LetterSent { letter: letter.number, text, sending }, day("2024-02-01"));
        (case.expect("the letter is there"), day("2024-02-01"))
    }

    #[test]
    fn the_cover_says_whose_packet_it_is_and_what_is_asked() {
        let (case, today) = sent();
        let cover = contents::cover(&case, book(), today).text();
        expect_file!["golden/letters/packet-cover.txt"].assert_eq(&cover);
    }

    #[test]
    fn the_documents_have_the_numbers_of_the_enclosures() {
        let (case, letter) = cases::luis_romero().letter(LetterKind::L01, None);
        let enclosures = letters::draft(&letter, &case, book(), day("2026-04-20")).paper;
        let enclosures = enclosures.parts.iter().find(|part| part.key == "enclosures").expect("papers are in hand");
        let listed = contents::documents_named(&case, day("2026-04-20"));
        assert_eq!(listed.parts[1].block, enclosures.block);
    }

    #[test]
    fn the_chronology_runs_from_care_to_the_letter_sent() {
        let (case, today) = sent();
        expect_file!["golden/letters/packet-chronology.txt"].assert_eq(&contents::chronology(&case, today).text());
    }

    #[test]
    fn an_empty_case_has_pages_that_say_so() {
        let case = Build::on("2026-11-23").case;
        let today = day("2026-11-23");
        assert!(contents::chronology(&case, today).text().contains("Nothing has been noted yet."));
        assert!(contents::documents_named(&case, today).text().contains("No documents are named."));
        assert!(!contents::cover(&case, book(), today).text().contains("Letter:"));
    }
}

#[test]
fn letters_answer_the_denial_also_after_a_second_no() {
    for (kind, today) in
        [(LetterKind::L01, "2024-03-01"), (LetterKind::L12, "2024-03-01"), (LetterKind::L14, "2024-06-20")]
    {
        let built = cases::john_smith("2024-02-01").later(today);
        let before = drafted(built.clone().letter(kind, None), today);
        let (case, letter) = built.refused_again("2024-02-28").letter(kind, None);
        let after = letters::draft(&letter, &case, book(), day(today));
        assert_eq!(after, before, "{kind:?}");
        assert_eq!(letters::check(&after, &case, day(today)), [], "{kind:?}");
        holds::holds_together(&after, &case, day(today));
    }
}

#[test]
fn a_letter_about_a_call_that_is_gone_is_refused() {
    let (case, letter) = cases::john_smith("2024-02-01").letter(LetterKind::L22, None);
    let letter = Letter { about_call: Some(Number(99)), ..letter };
    assert_eq!(letters::draft(&letter, &case, book(), day("2024-02-01")).refused, Some(Refused::NoCall));
}
