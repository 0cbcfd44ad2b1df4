//! People who write to their plan about other things than a plain denial. All are invented.

use recourse::case::coverage::{From, Funding};
use recourse::case::{EventKind, Number, ReasonCode, Value, Window};
use recourse::kinds::{Field, LetterKind, PaperKind, Timing};
use recourse::money::Cents;

use super::{Build, day, text};

/// Luis Romero after his appeal was answered with no; the answer names a second appeal.
pub fn luis_romero_refused() -> Build {
    let lost =
        super::luis_romero().sent(LetterKind::L01).later("2026-06-22").happened_on(EventKind::Lost, "2026-06-18");
    let number = Number(lost.case.next_number);
    lost.changed(recourse::case::Change::NoticeAdded { number })
        .says(Field::NoticeDate, Value::Day(day("2026-06-16")))
        .says(Field::NoticeReceived, Value::Day(day("2026-06-18")))
        .says(
            Field::Reason,
            text("The therapy notes do not measure progress toward written goals. The denial is upheld."),
        )
        .says(Field::ReferenceNumber, text("APL-20931"))
        .says(Field::Decider, text("Second Level Appeals"))
        .says(Field::StatedWindow, Value::Window(Window::Days(60)))
        .says(Field::StatedForReview, Value::Yes(false))
}

/// Ada Bergstrom: an infusion that was refused, and a relapse while she waits. She buys her plan herself.
pub fn ada_bergstrom() -> Build {
    Build::on("2026-03-10")
        .says(Field::Patient, text("Ada Bergstrom"))
        .says(Field::SenderAddress, text("514 Larch Street\nFargo, ND 58102"))
        .says(Field::Insurer, text("Red River Health"))
        .says(Field::AppealAddress, text("Appeals\nP.O. Box 2020\nFargo, ND 58108"))
        .says(Field::MemberId, text("RRH 771 204"))
        .says(Field::ReferenceNumber, text("PA-60318"))
        .says(Field::NoticeDate, Value::Day(day("2026-03-06")))
        .says(Field::Service, text("infusions of ocrelizumab for multiple sclerosis"))
        .says(Field::Provider, text("Dr. Mona Haddad"))
        .says(Field::Reason, text("The records do not show that the disease is active."))
        .says(Field::Urgent, Value::Yes(true))
        .says(Field::ClinicianSaysUrgent, Value::Yes(true))
        .says(
            Field::WhyUrgent,
            text("My last infusion was in August 2025. In February 2026 I lost the sight of my left eye for a week."),
        )
        .paper(PaperKind::NecessityLetter, "Letter of Dr. Mona Haddad", Some("2026-03-09"), "")
        .timed(Timing::PreService)
        .covered(From::Myself, None)
}

/// Samuel Wright: rehabilitation after a stroke, approved and now to end. His wife writes.
pub fn samuel_wright() -> Build {
    Build::on("2026-05-12")
        .says(Field::Patient, text("Samuel Wright"))
        .says(Field::Representative, text("Carla Wright, wife of the patient"))
        .says(Field::SenderAddress, text("83 Tulip Avenue\nLexington, KY 40502"))
        .says(Field::Insurer, text("Bluegrass Benefit Services"))
        .says(Field::AppealAddress, text("Appeals\nP.O. Box 818\nLouisville, KY 40201"))
        .says(Field::MemberId, text("BBS-44120"))
        .says(Field::GroupNumber, text("2290"))
        .says(Field::ReferenceNumber, text("CR-11806"))
        .says(Field::AuthorizationNumber, text("AU-500418"))
        .says(Field::NoticeDate, Value::Day(day("2026-05-11")))
        .says(Field::Service, text("inpatient rehabilitation after a stroke"))
        .says(Field::Provider, text("Dr. Felix Grant"))
        .says(Field::Facility, text("Cardinal Rehabilitation Hospital"))
        .says(Field::ServicesEnd, Value::Day(day("2026-05-16")))
        .says(Field::Reason, text("Care at this level is no longer needed. A lower level of care is suitable."))
        .says(
            Field::Statement,
            text("He still cannot get out of bed without two people. Last week he took his first steps with a walker."),
        )
        .paper(PaperKind::Authorization, "Approval of 21 days", Some("2026-04-28"), "")
        .timed(Timing::Concurrent)
        .covered(From::Work, Some(Funding::EmployerPays))
}

/// Priya Nair: a drug that is not on the list of the plan that she buys.
pub fn priya_nair() -> Build {
    Build::on("2026-09-08")
        .says(Field::Patient, text("Priya Nair"))
        .says(Field::SenderAddress, text("1660 Juniper Street, Unit 12\nAurora, CO 80010"))
        .says(Field::Insurer, text("Front Range Mutual"))
        .says(Field::AppealAddress, text("Pharmacy Exceptions\nP.O. Box 77\nDenver, CO 80201"))
        .says(Field::MemberId, text("FRM-230-118"))
        .says(Field::Service, text("galcanezumab, 120 mg each month"))
        .says(Field::Provider, text("Dr. Owen Tate"))
        .says(Field::NoticeDate, Value::Day(day("2026-09-01")))
        .says(Field::Reason, text("This drug is not on your drug list. Two other drugs have to be tried first."))
        .says(
            Field::DrugsTried,
            text("Topiramate from January to April 2026: I could not find words at work. Propranolol in May 2026: I fainted twice."),
        )
        .paper(PaperKind::NecessityLetter, "Statement of Dr. Owen Tate", Some("2026-09-04"), "")
        .timed(Timing::PreService)
        .covered(From::Myself, None)
}

/// Harold Jensen: a drug in a Medicare drug plan; nobody has noted yet what was tried.
pub fn harold_jensen() -> Build {
    Build::on("2026-02-17")
        .says(Field::Patient, text("Harold Jensen"))
        .says(Field::SenderAddress, text("29 Depot Street\nKearney, NE 68847"))
        .says(Field::Insurer, text("Plains Drug Plan"))
        .says(Field::AppealAddress, text("Coverage Determinations\nP.O. Box 3\nLincoln, NE 68501"))
        .says(Field::MemberId, text("PDP 90-2214"))
        .says(Field::Service, text("apixaban, 5 mg twice a day"))
        .says(Field::Provider, text("Dr. Ruth Amsel"))
        .timed(Timing::PreService)
        .covered(From::PartD, None)
}

/// Molly Quinn: her obstetrician leaves the network before the birth.
pub fn molly_quinn() -> Build {
    Build::on("2026-07-06")
        .says(Field::Patient, text("Molly Quinn"))
        .says(Field::SenderAddress, text("411 Harbor View\nPortland, ME 04101"))
        .says(Field::Insurer, text("Casco Health"))
        .says(Field::AppealAddress, text("Member Services\nP.O. Box 560\nPortland, ME 04112"))
        .says(Field::MemberId, text("CH-31-9902"))
        .says(Field::Service, text("care in pregnancy and at birth"))
        .says(Field::Provider, text("Dr. Anne Levesque"))
        .says(Field::NetworkEnded, Value::Day(day("2026-07-31")))
        .says(Field::CareUnderWay, text("I am 31 weeks pregnant. Dr. Levesque has cared for me since February 2026."))
        .timed(Timing::Concurrent)
        .covered(From::Work, Some(Funding::InsurerPays))
}

/// Oscar Bell: the plan holds a claim because it thinks that he has other insurance.
pub fn oscar_bell() -> Build {
    Build::on("2026-08-24")
        .about("S30")
        .says(Field::Patient, text("Oscar Bell"))
        .says(Field::SenderAddress, text("72 Foundry Road\nErie, PA 16501"))
        .says(Field::Insurer, text("Lakeshore Mutual"))
        .says(Field::AppealAddress, text("Claims\nP.O. Box 14\nErie, PA 16512"))
        .says(Field::MemberId, text("LM 22 7790"))
        .says(Field::ClaimNumber, text("LM-26-40071"))
        .says(Field::NoticeDate, Value::Day(day("2026-08-10")))
        .says(Field::Service, text("a colonoscopy"))
        .says(Field::ServiceDate, Value::Day(day("2026-07-14")))
        .says(Field::Provider, text("Dr. Iris Cole"))
        .says(Field::PatientShare, Value::Money(Cents(184_000)))
        .says(Field::Reason, text("Our records show other coverage. Send the payment record of the other plan."))
        .says(Field::OtherCoverage, Value::Yes(false))
        .timed(Timing::PostService)
        .covered(From::Work, Some(Funding::InsurerPays))
}

/// Vera Stone: two sums for one deductible.
pub fn vera_stone() -> Build {
    Build::on("2026-10-12")
        .about("S33")
        .says(Field::Patient, text("Vera Stone"))
        .says(Field::SenderAddress, text("9 Chapel Lane\nMacon, GA 31201"))
        .says(Field::Insurer, text("Peach State Health"))
        .says(Field::AppealAddress, text("Claims\nP.O. Box 401\nAtlanta, GA 30301"))
        .says(Field::MemberId, text("PSH 8 4417"))
        .says(Field::CountedByPlan, Value::Money(Cents(142_000)))
        .says(Field::CountedByMe, Value::Money(Cents(208_500)))
        .paper(PaperKind::Eob, "Explanation of benefits, surgery", Some("2026-05-20"), "")
        .paper(PaperKind::Eob, "Explanation of benefits, physical therapy", Some("2026-08-03"), "")
        .covered(From::Work, Some(Funding::EmployerPays))
}

/// Leo Marchetti: a claim on which nothing has come.
pub fn leo_marchetti() -> Build {
    Build::on("2026-06-30")
        .says(Field::Patient, text("Leo Marchetti"))
        .says(Field::SenderAddress, text("350 Canal Street\nProvidence, RI 02903"))
        .says(Field::Insurer, text("Narragansett Health"))
        .says(Field::AppealAddress, text("Claims\nP.O. Box 1636\nProvidence, RI 02901"))
        .says(Field::MemberId, text("NH-55-0123"))
        .says(Field::Service, text("surgery on the right shoulder"))
        .says(Field::ServiceDate, Value::Day(day("2026-04-15")))
        .says(Field::Provider, text("Dr. Paula Webb"))
        .says(Field::Billed, Value::Money(Cents(1_860_000)))
        .says(Field::RequestSent, Value::Day(day("2026-04-27")))
        .timed(Timing::PostService)
        .covered(From::Work, Some(Funding::EmployerPays))
}

/// John Smith whose appeal arrived and was not answered.
pub fn john_smith_unanswered() -> Build {
    super::john_smith("2024-02-01")
        .sent_on(LetterKind::L01, "2024-02-01")
        .happened_on(EventKind::ArrivalConfirmed, "2024-02-01")
        .later("2024-05-20")
}

/// John Smith long after the last day, with a reason.
pub fn john_smith_late() -> Build {
    super::john_smith("2024-02-01")
        .later("2026-11-23")
        .says(Field::WhyLate, text("I was in the hospital and then in a nursing home from March 2024 to October 2026."))
}

/// Ellen Marsh: a claim with this code and this reason, and nothing else that would argue.
pub fn ellen_marsh(code: &str, reason: &str) -> Build {
    Build::on("2026-05-04")
        .says(Field::Patient, text("Ellen Marsh"))
        .says(Field::SenderAddress, text("15 Birch Hill Road\nConcord, NH 03301"))
        .says(Field::Insurer, text("Granite Mutual"))
        .says(Field::AppealAddress, text("Appeals\nP.O. Box 330\nManchester, NH 03105"))
        .says(Field::MemberId, text("GM 40-1182"))
        .says(Field::ClaimNumber, text("GM-2026-7719"))
        .says(Field::NoticeDate, Value::Day(day("2026-04-13")))
        .says(Field::StatedWindow, Value::Window(Window::Days(180)))
        .says(Field::Service, text("an outpatient visit with tests"))
        .says(Field::ServiceDate, Value::Day(day("2026-03-09")))
        .says(Field::Provider, text("Dr. Simon Keller"))
        .says(Field::PatientShare, Value::Money(Cents(61_200)))
        .says(Field::Reason, text(reason))
        .says(Field::ReasonCode, Value::Codes(vec![code.parse::<ReasonCode>().expect("a code")]))
        .timed(Timing::PostService)
        .covered(From::Work, Some(Funding::InsurerPays))
}
