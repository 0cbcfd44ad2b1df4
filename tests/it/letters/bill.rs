//! Whole letters to the office that sent the bill.

use expect_test::expect_file;
use recourse::case::coverage::{From, Funding};
use recourse::case::{Change, EventKind, Value};
use recourse::kinds::{Field, LetterKind, PaperKind, StatementKind, Who};
use recourse::letters::gap::{Missing, Refused, Unclaimed};
use recourse::letters::{self, Draft, WeakPoint};
use recourse::money::Cents;
use recourse::rulebook::book;

use super::{drafted, flat, golden, laws};
use crate::cases::billed::{
    aisha_rahman, carol_novak, daniel_lopez, helen_park, james_whitfield, maria_santos, thomas_greer,
};
use crate::cases::{Build, day, text};

fn draft(built: Build, kind: LetterKind, today: &str) -> Draft {
    drafted(built.later(today).letter(kind, None), today)
}

#[test]
fn an_itemized_bill_is_asked_for_and_a_line_that_stands_twice_is_asked_about() {
    let draft = draft(maria_santos(), LetterKind::L60, "2026-09-14");
    golden(&draft, &expect_file!["../golden/letters/L60-line-twice.txt"]);
    assert_eq!(draft.gaps, []);
}

#[test]
fn an_itemized_bill_is_asked_for_where_the_bill_says_one_total() {
    let draft = draft(james_whitfield(), LetterKind::L60, "2026-10-19");
    golden(&draft, &expect_file!["../golden/letters/L60-one-total.txt"]);
}

#[test]
fn an_account_is_held_while_an_appeal_is_open() {
    let draft = draft(carol_novak(), LetterKind::L61, "2026-08-03");
    golden(&draft, &expect_file!["../golden/letters/L61-appeal-open.txt"]);
    assert_eq!(draft.cannot_claim, []);
}

#[test]
fn a_mother_asks_to_hold_the_account_of_her_son() {
    let draft = draft(daniel_lopez(), LetterKind::L61, "2026-06-10");
    golden(&draft, &expect_file!["../golden/letters/L61-representative.txt"]);
    assert_eq!(draft.cannot_claim, [Unclaimed::OpenReview]);
    assert!(laws(&draft).is_empty(), "a rule about plans binds no clinic");
    assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Paper(PaperKind::RepresentativeForm)));
}

#[test]
fn a_review_that_ended_is_not_called_open() {
    let paper = |built: Build| flat(&draft(built, LetterKind::L61, "2026-08-20").paper.text());
    let lost = carol_novak().later("2026-08-20").happened_on(EventKind::Lost, "2026-08-19");
    let after = paper(lost.clone());
    assert!(
        !after.contains("(an appeal)") && after.contains("On July 21, 2026 I asked for an itemized bill."),
        "{after}"
    );
    let itemized = lost.clone().paper(PaperKind::ItemizedBill, "Itemized bill", None, "");
    assert_eq!(draft(itemized, LetterKind::L61, "2026-08-20").cannot_claim, [Unclaimed::OpenReview]);
    let again = paper(lost.sent_on(LetterKind::L08, "2026-08-20"));
    assert!(again.contains("to process the claim again as in-network. The claim number is PV-7730021."), "{again}");
}

#[test]
fn an_appeal_that_is_being_written_is_named_as_such() {
    let mut built = helen_park();
    (built.case, _) = built.clone().letter(LetterKind::L01, None);
    let paper = flat(&draft(built, LetterKind::L61, "2026-11-23").paper.text());
    assert!(paper.contains("I am preparing an appeal to the health plan about this care."), "{paper}");
}

#[test]
fn an_emergency_outside_the_network_is_named_with_its_protection() {
    let draft = draft(aisha_rahman(), LetterKind::L67, "2026-07-20");
    golden(&draft, &expect_file!["../golden/letters/L67-emergency.txt"]);
    assert_eq!(draft.cannot_claim, []);
}

#[test]
fn a_clinician_outside_the_network_at_a_facility_inside_it() {
    let draft = draft(thomas_greer(), LetterKind::L67, "2026-06-15");
    golden(&draft, &expect_file!["../golden/letters/L67-facility.txt"]);
    assert_eq!(draft.cannot_claim, []);
}

#[test]
fn a_surprise_bill_of_which_little_is_known() {
    let draft = draft(helen_park(), LetterKind::L67, "2026-11-23");
    golden(&draft, &expect_file!["../golden/letters/L67-facts-missing.txt"]);
    assert_eq!(draft.cannot_claim, [Unclaimed::Law, Unclaimed::SurpriseBill]);
    for field in [Field::Emergency, Field::InNetwork, Field::FacilityInNetwork, Field::SignedConsent] {
        assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Fact(field)), "{field:?}");
    }
}

#[test]
fn no_protection_is_named_that_the_facts_do_not_carry() {
    let names = |built: Build| {
        let paper = flat(&draft(built, LetterKind::L67, "2026-07-20").paper.text());
        paper.contains("Check this bill against the protection")
    };
    assert!(names(aisha_rahman()) && names(thomas_greer()));
    assert!(!names(thomas_greer().says(Field::SignedConsent, Value::Yes(true))));
    assert!(!names(
        thomas_greer()
            .says(Field::FacilityInNetwork, Value::Yes(false))
            .says(Field::Emergency, Value::Yes(true))
            .says(Field::Biller, text("Lake County Ambulance"))
    ));
    assert!(!names(aisha_rahman().covered(From::Medicare, None)), "the book has no rule for this plan");
    assert!(!names(aisha_rahman().covered(From::Work, None)), "nobody knows yet who pays the claims");
    assert!(names(aisha_rahman().covered(From::Work, Some(Funding::InsurerPays))));
}

#[test]
fn a_household_states_its_means() {
    let draft = draft(james_whitfield(), LetterKind::L71, "2026-10-19");
    golden(&draft, &expect_file!["../golden/letters/L71-with-income.txt"]);
    assert_eq!((draft.gaps, draft.cannot_claim), (Vec::new(), Vec::new()));
}

#[test]
fn assistance_is_asked_for_without_naming_an_income() {
    let draft = draft(carol_novak(), LetterKind::L71, "2026-08-03");
    golden(&draft, &expect_file!["../golden/letters/L71-without-income.txt"]);
    assert_eq!(draft.cannot_claim, [Unclaimed::Means]);
}

#[test]
fn a_mother_says_what_the_household_can_pay() {
    let built = daniel_lopez().says(Field::HouseholdSize, Value::Count(1));
    let paper = flat(&draft(built, LetterKind::L71, "2026-06-10").paper.text());
    assert!(paper.contains("There is 1 person in the household."), "{paper}");
    assert!(paper.contains("That is what the household can pay."), "{paper}");
    let built = daniel_lopez().says(Field::HouseholdIncome, Value::Money(Cents(4_100_000)));
    let paper = flat(&draft(built, LetterKind::L71, "2026-06-10").paper.text());
    assert!(paper.contains("The household's income is about $41,000.00 a year before tax."), "{paper}");
}

#[test]
fn one_payment_is_offered_and_the_terms_are_asked_for() {
    let offer = draft(james_whitfield(), LetterKind::L72, "2026-10-19");
    golden(&offer, &expect_file!["../golden/letters/L72.txt"]);
    let terms = draft(james_whitfield(), LetterKind::L74, "2026-10-19");
    golden(&terms, &expect_file!["../golden/letters/L74.txt"]);
    for paper in [offer.paper.text(), terms.paper.text()].map(|paper| flat(&paper)) {
        assert!(!paper.contains("household") && !paper.contains("income"), "an offer pleads nothing: {paper}");
    }
}

#[test]
fn a_call_to_the_biller_is_confirmed_to_the_address_on_the_bill() {
    let mut call = crate::cases::john_smith_call(&carol_novak());
    call.with = Who::Biller;
    let number = call.number;
    let (case, letter) = carol_novak().call(call).letter(LetterKind::L22, Some(number));
    let paper = drafted((case, letter), "2026-08-03").paper.text();
    assert!(paper.contains("Midlands Imaging Center\n200 Dodge Street, Suite 5"), "{paper}");
    assert!(paper.contains("Account number: MIC-60815") && !paper.contains("Member ID"), "{paper}");
}

#[test]
fn what_the_bill_says_may_be_said_in_own_words() {
    let (case, letter) = maria_santos().letter(LetterKind::L60, None);
    let today = day("2026-09-14");
    let text =
        "Account LMG-20418, bill of September 4, 2026: 85025 for $42.00 is right, 85026 for $43.00 is not there.";
    let edit = Change::PartEdited {
        letter: letter.number,
        part: "totals".to_owned(),
        text: text.to_owned(),
        links: Vec::new(),
    };
    let case = case.apply(edit, today).expect("the letter is there");
    let draft = letters::draft(case.letter(letter.number).expect("there"), &case, book(), today);
    let unmatched = |words: &str| WeakPoint::Unmatched { part: "totals".to_owned(), words: words.to_owned() };
    assert_eq!(letters::check(&draft, &case, today), [unmatched("85026"), unmatched("$43.00")]);
}

#[test]
fn letters_about_a_bill_that_cannot_be_written_say_why() {
    let refused = |built: Build, kind| draft(built, kind, "2026-11-23").refused;
    let all = [LetterKind::L60, LetterKind::L61, LetterKind::L67, LetterKind::L71, LetterKind::L72, LetterKind::L74];
    let named = || Build::on("2026-11-23").says(Field::Patient, text("Ann Poe"));
    for kind in all {
        assert_eq!(refused(named(), kind), Some(Refused::NoBill), "{kind:?}");
        let bill = named().statement(StatementKind::Bill, Vec::new());
        assert_eq!(refused(bill, kind), Some(Refused::NoBiller), "{kind:?}");
        let eob = named().statement(StatementKind::Eob, Vec::new());
        assert_eq!(refused(eob, kind), Some(Refused::NoBill), "an explanation of benefits is no bill");
    }
    for kind in [LetterKind::L72, LetterKind::L74] {
        assert_eq!(refused(helen_park(), kind), Some(Refused::NoOffer));
        let all_of_it = helen_park().says(Field::CanPayNow, Value::Money(Cents(41_850)));
        assert_eq!(refused(all_of_it, kind), Some(Refused::OfferCoversTheBill));
    }
    let inside = aisha_rahman().says(Field::InNetwork, Value::Yes(true));
    assert_eq!(refused(inside, LetterKind::L67), Some(Refused::InNetwork));
    let no_surprise = thomas_greer().says(Field::FacilityInNetwork, Value::Yes(false));
    assert_eq!(refused(no_surprise, LetterKind::L67), Some(Refused::NoSurprise));
    assert_eq!(refused(james_whitfield(), LetterKind::L67), Some(Refused::NoCoverage));
}

#[test]
fn an_offer_is_made_where_the_bill_names_no_amount() {
    let mut built = helen_park().says(Field::CanPayNow, Value::Money(Cents(30_000)));
    let forgot = Change::Forgot { field: Field::AmountDue };
    built.case = built.case.apply(forgot, day("2026-11-23")).expect("a fact may be taken back");
    let draft = draft(built, LetterKind::L72, "2026-11-23");
    assert!(draft.gaps.iter().any(|gap| gap.what == Missing::Fact(Field::AmountDue)));
    assert!(flat(&draft.paper.text()).contains("in full settlement of account GP 55 0182. I will pay"));
}
