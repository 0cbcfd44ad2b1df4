//! People who write to somebody outside the plan, dispute a bill, or ask for papers. All are invented.

use recourse::case::coverage::{From, Funding};
use recourse::case::statement::Network;
use recourse::case::{Change, Detail, EventKind, Number, Provenance, Statement, StatementLine, Total, Value};
use recourse::kinds::{Field, LetterKind, PaperKind, Purpose, StatementKind, Timing, TotalKind};
use recourse::money::Cents;

use super::{Build, billed, day, text};

fn money(cents: i64) -> Value {
    Value::Money(Cents(cents))
}

/// Denise Carter after her appeal was refused: the plan's last letter names where to send the request for a review.
pub fn denise_carter_refused() -> Build {
    let last = "Buckeye Family Health\nFinal decision on your appeal, October 28, 2026\nReference FD-2207\nWe uphold the \
                decision. The records do not show at least six weeks of physical therapy\nwithin the last year.\nYou may ask for an \
                external review. Send it to: Buckeye Family Health, External Review Requests, P.O. Box 1190, Columbus, OH 43216.";
    let built = super::denise_carter()
        .says(Field::State, text("Ohio"))
        .sent_on(LetterKind::L01, "2026-10-06")
        .later("2026-11-02")
        .happened_on(EventKind::Lost, "2026-10-28")
        .paper(PaperKind::NecessityLetter, "Letter of Dr. Samuel Ortiz", Some("2026-10-01"), "")
        .paper(PaperKind::DenialNotice, "Final decision of Buckeye Family Health", Some("2026-10-28"), last);
    let number = Number(built.case.next_number);
    built
        .changed(Change::NoticeAdded { number })
        .reads(Field::NoticeDate, Value::Day(day("2026-10-28")), "October 28, 2026")
        .copies(Field::ReferenceNumber, "FD-2207")
        .reads(
            Field::Reason,
            text("The records do not show at least six weeks of physical therapy within the last year."),
            "The records do not show at least six weeks of physical therapy\nwithin the last year.",
        )
        .copies(
            Field::AppealAddress,
            "Buckeye Family Health, External Review Requests, P.O. Box 1190, Columbus, OH 43216",
        )
}

/// The same after the request was sent: an independent reviewer has it.
pub fn denise_carter_in_review() -> Build {
    denise_carter_refused().sent_on(LetterKind::L40, "2026-11-04").later("2026-11-12")
}

/// Luis Romero after his appeal was refused by telephone and nothing more is known.
pub fn luis_romero_refused() -> Build {
    super::luis_romero()
        .says(Field::State, text("Washington"))
        .sent_on(LetterKind::L01, "2026-04-20")
        .later("2026-06-22")
        .happened_on(EventKind::Lost, "2026-06-18")
}

/// Omar Haddad: an infusion that is to go on, cut short; his employer pays the claims, and waiting does harm.
pub fn omar_haddad() -> Build {
    Build::on("2026-03-09")
        .about("S01")
        .says(Field::Patient, text("Omar Haddad"))
        .says(Field::Representative, text("Leila Haddad, wife of the patient"))
        .says(Field::SenderAddress, text("2210 Ridge Avenue\nDearborn, MI 48124"))
        .says(Field::State, text("MI"))
        .says(Field::Insurer, text("Great Lakes Benefit Administrators"))
        .says(Field::AppealAddress, text("Appeals\nP.O. Box 4411\nDetroit, MI 48232"))
        .says(Field::AppealPhone, text("(800) 555-0144"))
        .says(Field::Employer, text("Rouge River Tooling"))
        .says(Field::MemberId, text("GLB 5511 08"))
        .says(Field::ReferenceNumber, text("R-771204"))
        .says(Field::NoticeDate, Value::Day(day("2026-03-04")))
        .says(Field::Service, text("infliximab infusions"))
        .says(Field::ProcedureCode, text("J1745"))
        .says(Field::DiagnosisCode, text("K50.90"))
        .says(Field::Provider, text("Dr. Nadia Brenner"))
        .says(Field::Reason, text("The dose requested exceeds the plan's limit."))
        .says(Field::Urgent, Value::Yes(true))
        .says(
            Field::Statement,
            text("Omar was in the hospital twice in 2025 before the infusions began. He has not been there since."),
        )
        .paper(PaperKind::DenialNotice, "Notice of Great Lakes Benefit Administrators", Some("2026-03-04"), "")
        .timed(Timing::Urgent)
        .covered(From::Work, Some(Funding::EmployerPays))
}

/// Irene Walsh: an office visit and a test, billed before the discount and for more than the plan was told.
pub fn irene_walsh() -> Build {
    let bill = "Harbor View Clinic\nP.O. Box 88, Salem, MA 01970\nPatient: Irene Walsh\nAccount HV-5520\nStatement date: \
                March 20, 2026\n02/10/2026 99213 Office visit 180.00\n02/10/2026 80053 Blood panel 60.00\nTotal charges \
                $240.00\nInsurance paid $80.00\nAmount due $160.00";
    let eob = "Bay Colony Health\nExplanation of benefits, March 3, 2026\n02/10/2026 99213 180.00 allowed 90.00 paid 72.00 \
               you owe 18.00\n02/10/2026 80053 60.00 allowed 30.00 paid 24.00 you owe 6.00";
    let built = Build::on("2026-04-06").opened_for(Purpose::Bill).paper(
        PaperKind::Bill,
        "Statement of Harbor View Clinic",
        Some("2026-03-20"),
        bill,
    );
    let at = built.case.documents[0].number;
    let lines = vec![
        charge(at, "02/10/2026 99213 Office visit 180.00", "99213", [18_000, -1, -1, -1]),
        charge(at, "02/10/2026 80053 Blood panel 60.00", "80053", [6_000, -1, -1, -1]),
    ];
    let totals = [
        (TotalKind::Charges, 24_000, "Total charges $240.00"),
        (TotalKind::InsurancePaid, 8_000, "Insurance paid $80.00"),
        (TotalKind::AmountDue, 16_000, "Amount due $160.00"),
    ];
    let built = statement(built, StatementKind::Bill, lines, &totals, at)
        .copies(Field::Patient, "Irene Walsh")
        .copies(Field::Biller, "Harbor View Clinic")
        .copies(Field::BillerAddress, "P.O. Box 88, Salem, MA 01970")
        .copies(Field::AccountNumber, "HV-5520")
        .reads(Field::BillDate, Value::Day(day("2026-03-20")), "March 20, 2026")
        .reads(Field::AmountDue, money(16_000), "$160.00")
        .says(Field::ServiceDate, Value::Day(day("2026-02-10")))
        .says(Field::SenderAddress, text("14 Essex Street\nSalem, MA 01970"))
        .says(Field::State, text("Massachusetts"))
        .says(Field::Insurer, text("Bay Colony Health"))
        .says(Field::MemberId, text("BCH 770 31"))
        .covered(From::Myself, None)
        .paper(PaperKind::Eob, "Explanation of benefits of Bay Colony Health", Some("2026-03-03"), eob);
    let at = built.case.documents[1].number;
    let lines = vec![
        charge(
            at,
            "02/10/2026 99213 180.00 allowed 90.00 paid 72.00 you owe 18.00",
            "99213",
            [18_000, 9_000, 7_200, 1_800],
        ),
        charge(at, "02/10/2026 80053 60.00 allowed 30.00 paid 24.00 you owe 6.00", "80053", [6_000, 3_000, 2_400, 600]),
    ];
    statement(built, StatementKind::Eob, lines, &[], at)
}

/// Irene Walsh after two letters.
pub fn irene_walsh_without_an_answer() -> Build {
    irene_walsh().sent_on(LetterKind::L63, "2026-04-07").sent_on(LetterKind::L65, "2026-05-04").later("2026-06-01")
}

/// Irene Walsh paid the whole bill, and the plan's papers say that she owed less.
pub fn irene_walsh_paid() -> Build {
    let receipt = "Harbor View Clinic\nReceipt, April 10, 2026\nAccount HV-5520\nPaid by card $160.00";
    let built = irene_walsh().later("2026-05-11").paper(
        PaperKind::Receipt,
        "Receipt of Harbor View Clinic",
        Some("2026-04-10"),
        receipt,
    );
    let at = built.case.documents[2].number;
    statement(
        built,
        StatementKind::Receipt,
        Vec::new(),
        &[(TotalKind::PatientPaid, 16_000, "Paid by card $160.00")],
        at,
    )
}

/// A line of a paper: its words, the code, and charge, allowed, paid and share in cents (below zero where not printed).
fn charge(paper: Number, words: &str, code: &str, cents: [i64; 4]) -> StatementLine {
    let [billed, allowed, plan_paid, share] = cents.map(|cents| (cents >= 0).then_some(Cents(cents)));
    StatementLine {
        on: Some(day("2026-02-10")),
        code: code.to_owned(),
        what: String::new(),
        units: Some(1),
        billed,
        allowed,
        plan_paid,
        share,
        detail: Detail { network: Some(Network::In), ..Detail::default() },
        from: Provenance::Document { document: paper, words: words.to_owned() },
    }
}

fn statement(
    built: Build,
    kind: StatementKind,
    lines: Vec<StatementLine>,
    totals: &[(TotalKind, i64, &str)],
    paper: Number,
) -> Build {
    let total = |(kind, cents, words): &(TotalKind, i64, &str)| Total {
        kind: *kind,
        amount: Cents(*cents),
        from: Provenance::Document { document: paper, words: (*words).to_owned() },
    };
    let totals = totals.iter().map(total).collect();
    let number = Number(built.case.next_number);
    built.changed(Change::StatementAdded(Statement { lines, totals, ..Statement::new(number, kind) }))
}

/// James Whitfield asked for assistance, and it was not granted as he asked; an offer of his was not taken either.
pub fn james_whitfield_refused() -> Build {
    billed::james_whitfield()
        .sent_on(LetterKind::L71, "2026-10-19")
        .sent_on(LetterKind::L72, "2026-11-02")
        .later("2026-11-16")
}

/// James Whitfield with the hospital's form in hand.
pub fn james_whitfield_applies() -> Build {
    billed::james_whitfield().paper(
        PaperKind::AssistancePolicy,
        "Application form of Hollis County Hospital",
        Some("2026-10-12"),
        "",
    )
}

/// Sam Delgado: settled an account by agreed terms and paid it.
pub fn sam_delgado() -> Build {
    Build::on("2026-08-24")
        .opened_for(Purpose::Bill)
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Sam Delgado"))
        .says(Field::SenderAddress, text("310 Palmetto Street\nTampa, FL 33602"))
        .says(Field::Biller, text("Gulf Bay Orthopedics"))
        .says(Field::BillerAddress, text("Patient Accounts\nP.O. Box 2020\nTampa, FL 33601"))
        .says(Field::AccountNumber, text("GBO 66120"))
        .says(Field::BillDate, Value::Day(day("2026-05-06")))
        .says(Field::AmountDue, money(310_000))
        .says(Field::ServiceDate, Value::Day(day("2026-03-18")))
        .paper(PaperKind::Terms, "Terms of settlement signed by Gulf Bay Orthopedics", Some("2026-07-27"), "")
        .paper(PaperKind::Receipt, "Bank page that shows the payment", Some("2026-08-03"), "")
}

/// Tess Moran: care that is planned and paid without insurance.
pub fn tess_moran() -> Build {
    Build::on("2026-09-21")
        .opened_for(Purpose::Planning)
        .says(Field::Patient, text("Tess Moran"))
        .says(Field::SenderAddress, text("8 Alder Court\nBoise, ID 83704"))
        .says(Field::Service, text("removal of the gallbladder"))
        .says(Field::ProcedureCode, text("47562"))
        .says(Field::Provider, text("Dr. Victor Lang"))
        .says(Field::Facility, text("Treasure Valley Surgery Center"))
        .timed(Timing::PreService)
        .covered(From::None, None)
}

/// Tess Moran after the care: the bill is well above the estimate.
pub fn tess_moran_billed() -> Build {
    Build::on("2027-01-11")
        .opened_for(Purpose::Bill)
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Tess Moran"))
        .says(Field::SenderAddress, text("8 Alder Court\nBoise, ID 83704"))
        .says(Field::Service, text("removal of the gallbladder"))
        .says(Field::ServiceDate, Value::Day(day("2026-11-17")))
        .says(Field::EstimatedCost, money(640_000))
        .says(Field::Biller, text("Treasure Valley Surgery Center"))
        .says(Field::BillerAddress, text("Billing\n50 Canyon Road\nBoise, ID 83702"))
        .says(Field::AccountNumber, text("TV-88213"))
        .says(Field::BillDate, Value::Day(day("2026-12-14")))
        .says(Field::AmountDue, money(891_500))
        .paper(PaperKind::Bill, "Bill of Treasure Valley Surgery Center", Some("2026-12-14"), "")
        .paper(PaperKind::Estimate, "Good faith estimate", Some("2026-09-28"), "")
        .covered(From::None, None)
}

/// Aisha Rahman after her letter to the emergency doctors brought nothing.
pub fn aisha_rahman_waiting() -> Build {
    billed::aisha_rahman()
        .paper(PaperKind::Bill, "Bill of Erie Emergency Physicians", Some("2026-07-08"), "")
        .sent_on(LetterKind::L67, "2026-07-20")
        .later("2026-08-24")
}
