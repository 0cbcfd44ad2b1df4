//! Cases of named people for the tests. The people are invented; the first letter is the published sample `pa-denial-001`.

pub mod billed;
pub mod insurer;
pub mod others;
pub mod planned;

use recourse::case::coverage::{From, Funding};
use recourse::case::fact::Choice;
use recourse::case::grid::{Answer, Shown, Standing};
use recourse::case::{
    Call, Case, CaseId, Change, Document, Event, EventKind, Letter, Number, PlayId, Provenance, ReasonCode, Sending,
    SentBy, Statement, StatementLine, Value, Window,
};
use recourse::civil::Date;
use recourse::kinds::{CallKind, Field, LetterKind, PaperKind, Purpose, StatementKind, Timing, Who};
use recourse::money::Cents;

/// A real day.
pub fn day(text: &str) -> Date {
    text.parse().expect("a test writes real days")
}

/// A text value.
pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A case in the making.
#[derive(Clone, Debug)]
pub struct Build {
    /// The case so far.
    pub case: Case,
    today: Date,
}

impl Build {
    /// An empty case opened on this day.
    pub fn on(today: &str) -> Self {
        let today = day(today);
        Self { case: Case::open(CaseId("test".to_owned()), today), today }
    }

    fn apply(mut self, change: Change) -> Self {
        self.case = self.case.apply(change, self.today).expect("the test's case holds together");
        self
    }

    /// The case after any other change.
    pub fn changed(self, change: Change) -> Self {
        self.apply(change)
    }

    /// A fact that the person states.
    pub fn says(self, field: Field, value: Value) -> Self {
        let from = Provenance::Statement { on: self.today };
        self.apply(Change::Learned { field, value, from })
    }

    /// A fact read in the newest paper, beside the exact words.
    pub fn reads(self, field: Field, value: Value, words: &str) -> Self {
        let paper = self.case.documents.last().expect("a paper was added before");
        assert!(paper.text.contains(words), "the paper does not say {words:?}");
        let from = Provenance::Document { document: paper.number, words: words.to_owned() };
        self.apply(Change::Learned { field, value, from })
    }

    /// A text fact in the same words as in the newest paper.
    pub fn copies(self, field: Field, words: &str) -> Self {
        self.reads(field, text(words), words)
    }

    /// A paper.
    pub fn paper(self, kind: PaperKind, title: &str, dated: Option<&str>, text: &str) -> Self {
        let (number, added) = (Number(self.case.next_number), self.today);
        let (title, dated, text) = (title.to_owned(), dated.map(day), text.to_owned());
        self.apply(Change::DocumentAdded(Document { number, kind, title, dated, added, text }))
    }

    /// The criterion that begins with these words, marked, with the words that show it.
    pub fn marked(self, document: Number, begins: &str, standing: Standing, shown: Option<(&str, Provenance)>) -> Self {
        let grid = self.case.grid(document).expect("the criteria are split");
        let at = grid.criteria().find(|(_, piece)| piece.words.starts_with(begins)).expect("such a criterion").0;
        let shown = shown.map(|(words, from)| Shown { words: words.to_owned(), from });
        self.apply(Change::CriterionMarked { document, at, answer: Some(Answer { standing, shown }) })
    }

    /// What the case is about.
    pub fn about(self, play: &str) -> Self {
        self.apply(Change::SituationChosen { play: PlayId(play.to_owned()) })
    }

    /// Where the coverage comes from, and who pays its claims.
    pub fn covered(self, from: From, funding: Option<Funding>) -> Self {
        let case = self.says(Field::CoverageFrom, Value::Choice(Choice::From(from)));
        match funding {
            Some(funding) => case.says(Field::Funding, Value::Choice(Choice::Funding(funding))),
            None => case,
        }
    }

    /// Whether care has been given.
    pub fn timed(self, timing: Timing) -> Self {
        self.says(Field::Timing, Value::Choice(Choice::Timing(timing)))
    }

    /// A bill or another statement, with its lines; its facts come after it.
    pub fn statement(self, kind: StatementKind, lines: Vec<StatementLine>) -> Self {
        let number = Number(self.case.next_number);
        self.apply(Change::StatementAdded(Statement { lines, ..Statement::new(number, kind) }))
    }

    /// What the case was opened for.
    pub fn opened_for(self, purpose: Purpose) -> Self {
        self.apply(Change::OpenedFor(purpose))
    }

    /// A letter begun and sent on this day.
    pub fn sent_on(self, kind: LetterKind, on: &str) -> Self {
        let begun = self.later(on).apply(Change::LetterBegun { kind, about_call: None });
        let letter = begun.case.letters.last().expect("a letter was begun").number;
        let sending = Sending { on: begun.today, how: SentBy::Mail, proof: String::new(), arrived: None, time: None };
        begun.apply(Change::LetterSent { letter, text: "The letter.".to_owned(), sending })
    }

    /// Something that happened on this day.
    pub fn happened_on(self, what: EventKind, on: &str) -> Self {
        let (number, on) = (Number(self.case.next_number), day(on));
        self.apply(Change::EventAdded(Event { number, on, what, note: String::new() }))
    }

    /// A call.
    pub fn call(self, call: Call) -> Self {
        self.apply(Change::CallLogged(call))
    }

    /// A letter sent by fax on the case's day.
    pub fn sent(self, kind: LetterKind) -> Self {
        let letter = Number(self.case.next_number);
        let sending = Sending { on: self.today, how: SentBy::Fax, proof: String::new(), arrived: None, time: None };
        let text = "As written.".to_owned();
        self.apply(Change::LetterBegun { kind, about_call: None }).apply(Change::LetterSent { letter, text, sending })
    }

    /// Something that happened on the case's day.
    pub fn happened(self, what: EventKind) -> Self {
        let event = Event { number: Number(self.case.next_number), on: self.today, what, note: String::new() };
        self.apply(Change::EventAdded(event))
    }

    /// A second no: a notice of this day, with a reason, an office and a window of its own.
    pub fn refused_again(self, on: &str) -> Self {
        let number = Number(self.case.next_number);
        self.apply(Change::NoticeAdded { number })
            .says(Field::NoticeDate, Value::Day(day(on)))
            .says(Field::Reason, text("The decision is upheld."))
            .says(Field::ReasonCode, Value::Codes(vec!["PR-50".parse::<ReasonCode>().expect("a code")]))
            .says(Field::ReferenceNumber, text("FINAL-1"))
            .says(Field::Decider, text("Final Review Unit"))
            .says(Field::AppealAddress, text("1 Elsewhere Road, Dover, DE 19901"))
            .says(Field::StatedWindow, Value::Window(Window::Months(4)))
    }

    /// The case with a letter begun, and the letter.
    pub fn letter(self, kind: LetterKind, about_call: Option<Number>) -> (Case, Letter) {
        let built = self.apply(Change::LetterBegun { kind, about_call });
        let letter = built.case.letters.last().cloned().expect("a letter was begun");
        (built.case, letter)
    }

    /// The same case on a later day.
    pub fn later(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }
}

/// The sample denial of `denialops`.
pub const PA_DENIAL: &str = include_str!("../fixtures/letters/pa-denial-001.txt");

/// The reason in that denial, on one line.
pub const PA_REASON: &str = "Prior authorization was not obtained for this service. According to your plan benefits, MRI \
                             services require prior authorization before the service is performed.";

/// Where that denial wants the appeal.
const PA_ADDRESS: &str = "BCBS Appeals Department, P.O. Box 2291, Durham, NC 27702";

/// John Smith: an MRI without authorization; nothing said about coverage yet.
pub fn john_smith_uncovered(today: &str) -> Build {
    Build::on(today)
        .paper(PaperKind::DenialNotice, "Denial letter from Blue Cross Blue Shield of North Carolina", Some("2024-01-15"), PA_DENIAL)
        .copies(Field::Patient, "John Smith")
        .reads(Field::SenderAddress, text("123 Main Street, Raleigh, NC 27601"), "123 Main Street\nRaleigh, NC 27601")
        .copies(Field::Insurer, "Blue Cross Blue Shield of North Carolina")
        .copies(Field::MemberId, "ABC123456789")
        .copies(Field::GroupNumber, "98765")
        .copies(Field::ClaimNumber, "CLM2024011500001")
        .reads(Field::NoticeDate, Value::Day(day("2024-01-15")), "January 15, 2024")
        .reads(Field::ServiceDate, Value::Day(day("2024-01-05")), "January 5, 2024")
        .copies(Field::Service, "MRI of the lumbar spine")
        .copies(Field::ProcedureCode, "72148")
        .copies(Field::Provider, "Dr. Jane Wilson")
        .copies(Field::Facility, "Raleigh Medical Center")
        .reads(Field::Billed, Value::Money(Cents(250_000)), "$2,500.00")
        .reads(Field::Allowed, Value::Money(Cents(0)), "$0.00")
        .reads(Field::PatientShare, Value::Money(Cents(250_000)), "Patient Responsibility: $2,500.00")
        .reads(
            Field::Reason,
            text(PA_REASON),
            "Prior authorization was not obtained for this service.\nAccording to your plan benefits, MRI services require \
             prior authorization\nbefore the service is performed.",
        )
        .reads(Field::ReasonCode, Value::Codes(vec!["CO-197".parse::<ReasonCode>().expect("a code")]), "CO-197")
        .reads(Field::StatedWindow, Value::Window(Window::Days(180)), "within 180 days of this notice")
        .reads(Field::AppealAddress, text(PA_ADDRESS), PA_ADDRESS)
        .copies(Field::AppealFax, "(800) 555-4321")
        .about("S04")
        .timed(Timing::PostService)
}

/// John Smith in his employer's self-funded plan.
pub fn john_smith(today: &str) -> Build {
    john_smith_uncovered(today).covered(From::Work, Some(Funding::EmployerPays))
}

/// John Smith's call to the number on his notice.
pub fn john_smith_call(built: &Build) -> Call {
    Call {
        number: Number(built.case.next_number),
        kind: CallKind::InsurerInformation,
        with: Who::Insurer,
        on: day("2024-01-31"),
        time: "2:15 p.m.".to_owned(),
        phone: "(800) 555-1234".to_owned(),
        person: "Dana".to_owned(),
        department: "Claims".to_owned(),
        reference: "R-40417".to_owned(),
        said: "Dr. Wilson was in the network on January 5, 2024.\nThe plan can review the MRI after the fact if the doctor \
               sends the order and the office note."
            .to_owned(),
        promised: "Dana will send me the plan page on authorization.".to_owned(),
        promised_by: Some(day("2024-02-09")),
        follow_up: Some(day("2024-02-12")),
    }
}

/// Denise Carter: a spinal cord stimulator trial, refused before care, in a plan that she pays for herself.
pub fn denise_carter() -> Build {
    Build::on("2026-10-05")
        .says(Field::Patient, text("Denise Carter"))
        .says(Field::SenderAddress, text("48 Alder Lane\nColumbus, OH 43215"))
        .says(Field::Insurer, text("Buckeye Family Health"))
        .says(Field::Decider, text("Member Appeals"))
        .says(Field::AppealAddress, text("P.O. Box 1170\nColumbus, OH 43216"))
        .says(Field::MemberId, text("BFH 220 417 9"))
        .says(Field::ReferenceNumber, text("PA-88120"))
        .says(Field::NoticeDate, Value::Day(day("2026-09-21")))
        .says(Field::StatedWindow, Value::Window(Window::Days(180)))
        .says(Field::Service, text("a trial of a spinal cord stimulator"))
        .says(Field::ProcedureCode, text("63650"))
        .says(Field::Provider, text("Dr. Samuel Ortiz"))
        .says(Field::Reason, text("The request does not show that at least six weeks of physical therapy were tried first."))
        .says(
            Field::Statement,
            text("I did eight weeks of physical therapy at Lakeside Therapy, from June 1 to July 24, 2026. It did not help."),
        )
        .paper(PaperKind::MedicalRecords, "Discharge summary of Lakeside Therapy", Some("2026-07-24"), "")
        .about("S01")
        .timed(Timing::PreService)
        .covered(From::Myself, None)
}

/// Luis Romero: physical therapy that the plan holds not medically necessary; insured through work, with evidence.
pub fn luis_romero() -> Build {
    let notice = "Dear Luis Romero,\nClaim 7781-0432 for physical therapy on March 3, 2026 is denied.\nThe service is not \
                  medically necessary because the records do not show measurable\nprogress.\nYou may appeal within 180 days \
                  after you receive this notice.";
    Build::on("2026-04-20")
        .paper(PaperKind::DenialNotice, "Notice of denial from Summit Health", Some("2026-04-02"), notice)
        .copies(Field::Patient, "Luis Romero")
        .copies(Field::ClaimNumber, "7781-0432")
        .copies(Field::Service, "physical therapy")
        .reads(Field::ServiceDate, Value::Day(day("2026-03-03")), "March 3, 2026")
        .reads(
            Field::Reason,
            text("The service is not medically necessary because the records do not show measurable progress."),
            "The service is not medically necessary because the records do not show measurable\nprogress.",
        )
        .reads(Field::StatedWindow, Value::Window(Window::Days(180)), "within 180 days")
        .says(Field::NoticeDate, Value::Day(day("2026-04-02")))
        .says(Field::NoticeReceived, Value::Day(day("2026-04-06")))
        .says(Field::SenderAddress, text("9 Harbor Street, Apt. 4\nTacoma, WA 98402"))
        .says(Field::Insurer, text("Summit Health"))
        .says(Field::AppealAddress, text("Summit Health\nAppeals and Grievances\nP.O. Box 5050\nSeattle, WA 98111"))
        .says(Field::MemberId, text("SH-5520981"))
        .says(Field::GroupNumber, text("T-3310"))
        .says(Field::Provider, text("Dr. Amara Okafor"))
        .says(Field::PatientShare, Value::Money(Cents(64_000)))
        .paper(PaperKind::NecessityLetter, "Letter of Dr. Amara Okafor on medical necessity", Some("2026-04-15"), "")
        .paper(PaperKind::MedicalRecords, "Therapy notes, January to March 2026", None, "")
        .about("S05")
        .timed(Timing::PostService)
        .covered(From::Work, Some(Funding::InsurerPays))
}

/// Grace Kim: hearing aids, refused; she does not know yet what kind of plan it is.
pub fn grace_kim() -> Build {
    Build::on("2026-11-23")
        .says(Field::Patient, text("Grace Kim"))
        .says(Field::SenderAddress, text("210 Orchard Road\nBoise, ID 83702"))
        .says(Field::Insurer, text("Northern Mutual"))
        .says(Field::AppealAddress, text("Appeals Unit, P.O. Box 88, Boise, ID 83701"))
        .says(Field::MemberId, text("NM 4471 20"))
        .says(Field::ClaimNumber, text("26-118-4402"))
        .says(Field::NoticeDate, Value::Day(day("2026-11-02")))
        .says(Field::StatedWindow, Value::Window(Window::Days(60)))
        .says(Field::Service, text("hearing aids for both ears"))
        .says(Field::ServiceDate, Value::Day(day("2026-10-12")))
        .says(Field::Provider, text("Dr. Peter Vance"))
        .says(Field::Billed, Value::Money(Cents(412_000)))
        .says(Field::PatientShare, Value::Money(Cents(412_000)))
        .says(Field::Reason, text("Benefit limit reached for this calendar year."))
        .says(Field::Statement, text("I have had no other hearing aids since 2021."))
        .timed(Timing::PostService)
        .about("general")
}

/// Daniel Lopez, a child; his mother writes.
pub fn daniel_lopez() -> Build {
    Build::on("2026-06-10")
        .says(Field::Patient, text("Daniel Lopez"))
        .says(Field::Representative, text("Rosa Lopez, mother of the patient"))
        .says(Field::Member, text("Rosa Lopez"))
        .says(Field::SenderAddress, text("77 Cedar Court\nEl Paso, TX 79901"))
        .says(Field::Insurer, text("Lone Star Benefit Administrators"))
        .says(Field::AppealAddress, text("Appeals\nP.O. Box 600\nDallas, TX 75201"))
        .says(Field::MemberId, text("LSB 90077 02"))
        .says(Field::ClaimNumber, text("C-2026-55017"))
        .says(Field::NoticeDate, Value::Day(day("2026-05-28")))
        .says(Field::StatedLastDay, Value::Day(day("2026-11-24")))
        .says(Field::Service, text("speech therapy, twelve visits"))
        .says(Field::ServiceDate, Value::Day(day("2026-04-06")))
        .says(Field::Provider, text("Bright Words Clinic"))
        .says(Field::Reason, text("Speech therapy for developmental delay is not medically necessary."))
        .says(Field::PatientShare, Value::Money(Cents(138_000)))
        .says(
            Field::Statement,
            text("Daniel spoke about 20 words when the therapy began in January 2026. By April he spoke about 60."),
        )
        .about("S05")
        .timed(Timing::PostService)
        .covered(From::Work, Some(Funding::EmployerPays))
}
