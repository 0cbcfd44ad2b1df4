//! People whom a bill came to. All are invented, and so are the offices that wrote to them.

use recourse::case::coverage::{From, Funding};
use recourse::case::{Detail, Number, Provenance, StatementLine, Value};
use recourse::kinds::{Field, LetterKind, PaperKind, Purpose, StatementKind};
use recourse::money::Cents;

use super::{Build, day, text};

/// What Maria Santos pasted of her bill.
const LAKEVIEW: &str = "Lakeview Medical Group\nP.O. Box 310, Toledo, OH 43603\nPatient: Maria Santos\nAccount LMG-20418\n\
                        Statement date: September 4, 2026\n08/12/2026 99213 Office visit 150.00\n08/12/2026 85025 Blood \
                        count 42.00\n08/12/2026 99213 Office visit 150.00\nAmount due: $342.00";

/// A line of a pasted bill: its words, the day, the code, the charge in cents.
fn line(paper: Number, words: &str, on: &str, code: &str, cents: i64) -> StatementLine {
    StatementLine {
        on: Some(day(on)),
        code: code.to_owned(),
        what: String::new(),
        units: Some(1),
        billed: Some(Cents(cents)),
        allowed: None,
        plan_paid: None,
        share: None,
        detail: Detail::default(),
        from: Provenance::Document { document: paper, words: words.to_owned() },
    }
}

/// An amount in cents.
fn money(cents: i64) -> Value {
    Value::Money(Cents(cents))
}

/// Maria Santos: a bill with lines, and one of them twice.
pub fn maria_santos() -> Build {
    let built = Build::on("2026-09-14").opened_for(Purpose::Bill).paper(
        PaperKind::Bill,
        "Statement of Lakeview Medical Group",
        Some("2026-09-04"),
        LAKEVIEW,
    );
    let paper = built.case.documents[0].number;
    let lines = vec![
        line(paper, "08/12/2026 99213 Office visit 150.00", "2026-08-12", "99213", 15_000),
        line(paper, "08/12/2026 85025 Blood count 42.00", "2026-08-12", "85025", 4_200),
        line(paper, "08/12/2026 99213 Office visit 150.00", "2026-08-12", "99213", 15_000),
    ];
    built
        .statement(StatementKind::Bill, lines)
        .copies(Field::Patient, "Maria Santos")
        .copies(Field::Biller, "Lakeview Medical Group")
        .copies(Field::BillerAddress, "P.O. Box 310, Toledo, OH 43603")
        .copies(Field::AccountNumber, "LMG-20418")
        .reads(Field::BillDate, Value::Day(day("2026-09-04")), "September 4, 2026")
        .reads(Field::AmountDue, money(34_200), "$342.00")
        .says(Field::ServiceDate, Value::Day(day("2026-08-12")))
        .says(Field::SenderAddress, text("12 Willow Street\nToledo, OH 43604"))
}

/// James Whitfield: a hospital bill that says one total, and what his household lives on. No coverage.
pub fn james_whitfield() -> Build {
    Build::on("2026-10-19")
        .opened_for(Purpose::Bill)
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("James Whitfield"))
        .says(Field::SenderAddress, text("903 Sycamore Avenue\nKnoxville, TN 37917"))
        .says(Field::Biller, text("Hollis County Hospital"))
        .says(Field::BillerAddress, text("Patient Accounts\n1 Hospital Drive\nKnoxville, TN 37920"))
        .says(Field::AccountNumber, text("HCH 0077 3141"))
        .says(Field::BillDate, Value::Day(day("2026-10-01")))
        .says(Field::AmountDue, money(486_000))
        .says(Field::ServiceDate, Value::Day(day("2026-08-29")))
        .says(Field::HouseholdSize, Value::Count(4))
        .says(Field::HouseholdIncome, money(3_840_000))
        .says(Field::CanPayMonthly, money(7_500))
        .says(Field::CanPayNow, money(120_000))
        .paper(PaperKind::IncomeProof, "Pay stubs of James Whitfield, August and September 2026", None, "")
        .covered(From::None, None)
}

/// Aisha Rahman: emergency doctors outside the network, in a plan that she pays for herself.
pub fn aisha_rahman() -> Build {
    Build::on("2026-07-20")
        .opened_for(Purpose::Bill)
        .about("S14")
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Aisha Rahman"))
        .says(Field::SenderAddress, text("55 Lorain Street\nCleveland, OH 44113"))
        .says(Field::Insurer, text("Buckeye Family Health"))
        .says(Field::MemberId, text("BFH 118 902 4"))
        .says(Field::ClaimNumber, text("26-4410-77"))
        .says(Field::Provider, text("Dr. Neil Abbott"))
        .says(Field::Facility, text("St. Brendan Hospital"))
        .says(Field::ServiceDate, Value::Day(day("2026-05-30")))
        .says(Field::Biller, text("Erie Emergency Physicians"))
        .says(Field::BillerAddress, text("P.O. Box 4040\nAkron, OH 44308"))
        .says(Field::AccountNumber, text("EEP-99120"))
        .says(Field::BillDate, Value::Day(day("2026-07-08")))
        .says(Field::AmountDue, money(178_000))
        .says(Field::Emergency, Value::Yes(true))
        .says(Field::InNetwork, Value::Yes(false))
        .paper(PaperKind::Eob, "Explanation of benefits of Buckeye Family Health", Some("2026-06-25"), "")
        .covered(From::Myself, None)
}

/// Thomas Greer: an anesthesiologist outside the network at a surgery center inside it; his employer pays the claims.
pub fn thomas_greer() -> Build {
    Build::on("2026-06-15")
        .opened_for(Purpose::Bill)
        .about("S15")
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Thomas Greer"))
        .says(Field::SenderAddress, text("7 Quarry Road\nDuluth, MN 55806"))
        .says(Field::Insurer, text("Northland Benefit Services"))
        .says(Field::MemberId, text("NBS 30071"))
        .says(Field::GroupNumber, text("G-812"))
        .says(Field::Provider, text("Dr. Colin Marsh"))
        .says(Field::Facility, text("Harbor Surgery Center"))
        .says(Field::ServiceDate, Value::Day(day("2026-04-22")))
        .says(Field::Biller, text("Twin Ports Anesthesia"))
        .says(Field::BillerAddress, text("Billing Office\nP.O. Box 75\nDuluth, MN 55801"))
        .says(Field::AccountNumber, text("TPA-2207"))
        .says(Field::BillDate, Value::Day(day("2026-06-02")))
        .says(Field::AmountDue, money(96_000))
        .says(Field::Emergency, Value::Yes(false))
        .says(Field::InNetwork, Value::Yes(false))
        .says(Field::FacilityInNetwork, Value::Yes(true))
        .says(Field::SignedConsent, Value::Yes(false))
        .covered(From::Work, Some(Funding::EmployerPays))
}

/// Helen Park: a bill from a laboratory that she never chose; she knows no more of it yet.
pub fn helen_park() -> Build {
    Build::on("2026-11-23")
        .opened_for(Purpose::Bill)
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Helen Park"))
        .says(Field::SenderAddress, text("31 Mill Pond Lane\nNashua, NH 03060"))
        .says(Field::Biller, text("Granite Pathology"))
        .says(Field::BillerAddress, text("P.O. Box 19\nConcord, NH 03301"))
        .says(Field::AccountNumber, text("GP 55 0182"))
        .says(Field::BillDate, Value::Day(day("2026-11-09")))
        .says(Field::AmountDue, money(41_850))
        .says(Field::Facility, text("Merrimack Valley Hospital"))
        .says(Field::ServiceDate, Value::Day(day("2026-09-17")))
}

/// Carol Novak: a bill while her appeal is open, and a request for an itemized bill without an answer.
pub fn carol_novak() -> Build {
    Build::on("2026-08-03")
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Carol Novak"))
        .says(Field::SenderAddress, text("640 Prairie Court\nOmaha, NE 68104"))
        .says(Field::Insurer, text("Platte Valley Health Plan"))
        .says(Field::ClaimNumber, text("PV-7730021"))
        .says(Field::Service, text("a CT scan of the chest"))
        .says(Field::ServiceDate, Value::Day(day("2026-05-11")))
        .says(Field::Reason, text("The service was not medically necessary."))
        .says(Field::NoticeDate, Value::Day(day("2026-06-24")))
        .says(Field::Biller, text("Midlands Imaging Center"))
        .says(Field::BillerAddress, text("200 Dodge Street, Suite 5\nOmaha, NE 68102"))
        .says(Field::AccountNumber, text("MIC-60815"))
        .says(Field::BillDate, Value::Day(day("2026-07-10")))
        .says(Field::AmountDue, money(231_500))
        .sent_on(LetterKind::L60, "2026-07-21")
        .sent_on(LetterKind::L01, "2026-07-28")
        .later("2026-08-03")
}

/// The clinic's bill for Daniel Lopez, whose mother writes.
pub fn daniel_lopez() -> Build {
    super::daniel_lopez()
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Biller, text("Bright Words Clinic"))
        .says(Field::BillerAddress, text("410 Mesa Street\nEl Paso, TX 79902"))
        .says(Field::AccountNumber, text("BWC-3107"))
        .says(Field::BillDate, Value::Day(day("2026-06-01")))
        .says(Field::AmountDue, money(138_000))
        .says(Field::CanPayMonthly, money(5_000))
}
