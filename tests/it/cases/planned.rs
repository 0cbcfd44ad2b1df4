//! People who write about a network, a code or the criteria. All are invented.

use recourse::case::coverage::{From, Funding};
use recourse::case::grid::{self, Standing};
use recourse::case::{Change, Number, Provenance, ReasonCode, Value};
use recourse::kinds::{Field, PaperKind, Purpose, StatementKind, Timing};
use recourse::money::Cents;

use super::{Build, day, text};

/// Nora Feldman: care that she can find nobody for in the network.
pub fn nora_feldman() -> Build {
    Build::on("2026-10-05")
        .opened_for(Purpose::Planning)
        .says(Field::Patient, text("Nora Feldman"))
        .says(Field::SenderAddress, text("18 Juniper Way\nMissoula, MT 59802"))
        .says(Field::Insurer, text("Big Sky Mutual"))
        .says(Field::AppealAddress, text("Member Services\nP.O. Box 900\nHelena, MT 59601"))
        .says(Field::MemberId, text("BSM 7719 03"))
        .says(Field::Service, text("evaluation for epilepsy surgery"))
        .says(Field::Provider, text("Dr. Ingrid Solheim"))
        .says(Field::PlannedFor, Value::Day(day("2026-12-01")))
        .says(Field::InNetwork, Value::Yes(false))
        .says(Field::NoNetworkProvider, Value::Yes(true))
        .paper(PaperKind::Referral, "Referral of Dr. Paul Reyes", Some("2026-09-28"), "")
        .timed(Timing::PreService)
        .covered(From::Work, Some(Funding::InsurerPays))
}

/// Ben Castillo: the directory named his therapist; the claim was paid as out-of-network. He buys his plan himself.
pub fn ben_castillo() -> Build {
    Build::on("2026-05-18")
        .about("S12")
        .says(Field::Patient, text("Ben Castillo"))
        .says(Field::SenderAddress, text("226 Alameda Street\nFresno, CA 93721"))
        .says(Field::Insurer, text("Sierra Choice Health"))
        .says(Field::AppealAddress, text("Claims Review\nP.O. Box 3300\nSacramento, CA 95812"))
        .says(Field::MemberId, text("SCH-448-201"))
        .says(Field::ClaimNumber, text("C-90-55812"))
        .says(Field::NoticeDate, Value::Day(day("2026-05-04")))
        .says(Field::Service, text("psychotherapy, one visit"))
        .says(Field::ServiceDate, Value::Day(day("2026-04-08")))
        .says(Field::Provider, text("Dr. Lena Hartwig"))
        .says(Field::Reason, text("Services of an out-of-network provider. Out-of-network benefits applied."))
        .says(Field::ListedInNetwork, Value::Yes(true))
        .paper(PaperKind::NetworkProof, "Directory page that names Dr. Lena Hartwig", Some("2026-03-30"), "")
        .paper(PaperKind::Eob, "Explanation of benefits of Sierra Choice Health", Some("2026-05-04"), "")
        .covered(From::Myself, None)
}

/// Gwen Ashby: the provider says that it is in the network; her employer's plan paid as if it were not.
pub fn gwen_ashby() -> Build {
    Build::on("2026-02-20")
        .about("S12")
        .says(Field::Patient, text("Gwen Ashby"))
        .says(Field::SenderAddress, text("902 Camellia Drive\nMobile, AL 36608"))
        .says(Field::Insurer, text("Gulf States Administrators"))
        .says(Field::AppealAddress, text("P.O. Box 1212\nBirmingham, AL 35201"))
        .says(Field::MemberId, text("GSA 60 3318"))
        .says(Field::GroupNumber, text("7702"))
        .says(Field::ClaimNumber, text("GS-118-2044"))
        .says(Field::NoticeDate, Value::Day(day("2026-02-09")))
        .says(Field::Service, text("ultrasound of the abdomen"))
        .says(Field::ProcedureCode, text("76700"))
        .says(Field::ServiceDate, Value::Day(day("2026-01-14")))
        .says(Field::Provider, text("Bayside Imaging"))
        .says(Field::PatientShare, Value::Money(Cents(48_700)))
        .says(Field::Reason, text("Processed at the out-of-network benefit level."))
        .says(Field::InNetwork, Value::Yes(true))
        .covered(From::Work, Some(Funding::EmployerPays))
}

/// Ruth Adler: a claim refused for its modifier; a bill came from the clinic's own office.
pub fn ruth_adler() -> Build {
    Build::on("2026-03-16")
        .about("general")
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Patient, text("Ruth Adler"))
        .says(Field::SenderAddress, text("1204 Linden Street\nScranton, PA 18510"))
        .says(Field::Insurer, text("Keystone Mutual"))
        .says(Field::MemberId, text("KM 2208 71"))
        .says(Field::ClaimNumber, text("KM-2026-01877"))
        .says(Field::NoticeDate, Value::Day(day("2026-03-02")))
        .says(Field::Service, text("X-rays of both knees"))
        .says(Field::ProcedureCode, text("73562"))
        .says(Field::ServiceDate, Value::Day(day("2026-02-10")))
        .says(Field::Provider, text("Dr. Alan Pruitt"))
        .says(Field::Reason, text("The procedure code is inconsistent with the modifier used."))
        .says(Field::ReasonCode, Value::Codes(vec!["CO-4".parse::<ReasonCode>().expect("a code")]))
        .says(Field::Biller, text("Lackawanna Orthopedics"))
        .says(Field::BillerAddress, text("Billing Department\n88 Wyoming Avenue\nScranton, PA 18503"))
        .says(Field::AccountNumber, text("LO-31877"))
        .says(Field::BillDate, Value::Day(day("2026-03-06")))
        .says(Field::AmountDue, Value::Money(Cents(21_600)))
        .timed(Timing::PostService)
}

/// Peter Lund: a long visit on paper that was a short one in the room.
pub fn peter_lund() -> Build {
    Build::on("2026-09-28")
        .opened_for(Purpose::Bill)
        .says(Field::Patient, text("Peter Lund"))
        .says(Field::SenderAddress, text("5 Ferry Street\nBangor, ME 04401"))
        .says(Field::Insurer, text("Pine Coast Health"))
        .says(Field::MemberId, text("PCH-70012"))
        .says(Field::ClaimNumber, text("PC-61190"))
        .says(Field::Service, text("an office visit"))
        .says(Field::ProcedureCode, text("99215"))
        .says(Field::DiagnosisCode, text("J06.9"))
        .says(Field::ServiceDate, Value::Day(day("2026-08-19")))
        .says(Field::Provider, text("Dr. Joan Tracy"))
        .says(Field::Facility, text("Penobscot Family Practice"))
        .says(Field::Statement, text("I came for a cold. The visit took about ten minutes, and no test was done."))
        .statement(StatementKind::Bill, Vec::new())
        .says(Field::Biller, text("Penobscot Family Practice"))
        .says(Field::BillerAddress, text("77 State Street\nBangor, ME 04401"))
        .says(Field::AccountNumber, text("PFP 8841"))
        .says(Field::BillDate, Value::Day(day("2026-09-10")))
        .says(Field::AmountDue, Value::Money(Cents(31_000)))
}

/// Luis Romero with the plan's criteria in hand, before his doctor has written.
pub fn luis_romero_with_criteria() -> Build {
    let mut built = super::luis_romero();
    built.case.documents.retain(|paper| paper.kind != PaperKind::NecessityLetter);
    built.paper(
        PaperKind::Criteria,
        "Summit Health policy on outpatient therapy",
        Some("2026-01-01"),
        "Continued therapy is medically necessary when all of these are met:\n1. The records show measurable progress\n   \
         toward written goals.\n2. A therapist with a license gives or supervises it.\n3. Progress is measured again every 10 \
         visits.",
    )
}

/// The plan's criteria for Luis Romero's therapy, as a person copies them out of a policy. Invented.
pub const THERAPY: &str = include_str!("../../fixtures/criteria/outpatient-therapy.txt");

/// Luis Romero, who has marked the plan's criteria one by one against his records.
pub fn luis_romero_with_grid() -> Build {
    let mut built = super::luis_romero();
    built.case.documents.retain(|paper| paper.kind == PaperKind::DenialNotice);
    let built = built
        .says(Field::ProcedureCode, text("97110"))
        .says(Field::DiagnosisCode, text("M25.561"))
        .says(Field::AppealPhone, text("800-555-0134"));
    let policy = Number(built.case.next_number);
    let built =
        built.paper(PaperKind::Criteria, "Summit Health policy on outpatient therapy", Some("2026-01-01"), THERAPY);
    let notes = Number(built.case.next_number);
    let built = built.paper(
        PaperKind::MedicalRecords,
        "Therapy notes, January to March 2026",
        None,
        "January 12, 2026: walks 100 feet with a cane. Knee bends 70 degrees.\nMarch 3, 2026: walks 400 feet\nwithout a cane. \
         Knee bends 115 degrees.\nSupervised by Jo Lindqvist, PT, license PT-0091.",
    );
    let paper = |words: &str| Provenance::Document { document: notes, words: words.to_owned() };
    let said = Provenance::Statement { on: built.today };
    let walks = "walks 400 feet without a cane";
    let license = "Supervised by Jo Lindqvist, PT, license PT-0091.";
    let stairs = "I can climb the stairs to my flat again. In January I could not.";
    built
        .changed(Change::CriteriaSplit { document: policy, pieces: grid::read(THERAPY) })
        .marked(policy, "The records show", Standing::Met, Some((walks, paper(walks))))
        .marked(policy, "A therapist with", Standing::Met, Some((license, paper(license))))
        .marked(policy, "Progress is measured", Standing::Unclear, None)
        .marked(policy, "The member can do", Standing::Met, Some((stairs, said)))
        .marked(policy, "A return to work", Standing::NotMet, None)
        .marked(policy, "A home program", Standing::NotMet, None)
}
