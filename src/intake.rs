//! The way from a door to a case: what is asked one by one, what is confirmed together.
//!
//! What is confirmed on the way is held in a case of its own, which becomes the person's case at the end. Knows no page:
//! it says which screen stands next and takes answers.

pub mod bill;
pub mod file;
pub mod grid;
pub mod terms;

use crate::case::fact::{Choice, Window};
use crate::case::{Case, CaseId, Change, Document, Number, PlayId, Provenance, Refusal, Statement, Value};
use crate::civil::Date;
use crate::importers::bill::Draft;
use crate::importers::letter::{self, Find, Reading};
use crate::kinds::{CoverageKind, Field, PaperKind, Purpose, StatementKind, Timing, TotalKind};

/// What the person holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A letter.
    Letter,
    /// A no without a letter, or no answer.
    NoLetter,
    /// A bill.
    Bill,
    /// Care that is planned.
    Planning,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What cannot wait.
    Urgent,
    /// The letter's words.
    Paste,
    /// The bill's words.
    Bill,
    /// The bill's lines and totals.
    Lines,
    /// What stands on a bill that is typed.
    Billed,
    /// What the bill does not say and the way depends on.
    Story,
    /// What is known without a letter.
    Typed,
    /// What is known of care that is planned.
    Planned,
    /// Facts that decide something, one by one.
    Decide(Group),
    /// Finds that may be something else, one by one.
    Doubts,
    /// Whether care has been given.
    Care,
    /// The rest, each beside its words, confirmed together.
    Check,
    /// Where the coverage comes from.
    Coverage,
    /// What is about to end, where the coverage has a fast way for it.
    Ending,
}

/// Facts that decide something and belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The notice's date and the last day that it states.
    Dates,
    /// What was decided, and why.
    Decision,
    /// Which claim, and who decides.
    Numbers,
}

/// The fields of the door without a letter.
pub const TYPED: [Field; 9] = [
    Field::Patient,
    Field::Insurer,
    Field::MemberId,
    Field::Service,
    Field::ServiceDate,
    Field::RequestSent,
    Field::NoticeDate,
    Field::Reason,
    Field::ClaimNumber,
];

/// The fields of the door for care that is planned.
pub const PLANNED: [Field; 7] = [
    Field::Service,
    Field::Provider,
    Field::Facility,
    Field::PlannedFor,
    Field::Patient,
    Field::Insurer,
    Field::MemberId,
];

/// The fields of a bill that is typed.
pub const BILLED: [Field; 9] = [
    Field::Biller,
    Field::AmountDue,
    Field::AccountNumber,
    Field::BillDate,
    Field::BillDue,
    Field::Patient,
    Field::ServiceDate,
    Field::Provider,
    Field::Insurer,
];

/// What a bill does not say and the way depends on.
pub const STORY: [Field; 4] = [Field::Emergency, Field::InNetwork, Field::FacilityInNetwork, Field::ListedInNetwork];

/// The play of care that is planned.
const BEFORE_CARE: &str = "S68";

/// A question, what was found for it, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub field: Field,
    /// What the letter says, most likely first.
    pub finds: Vec<Find>,
    /// What was answered.
    pub answer: Option<Value>,
    /// Whether the answer was "I don't know".
    pub unknown: bool,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is as the letter says: the words and what they mean.
    Found(Find),
    /// It is something else.
    Own(Value),
    /// The person does not know.
    Unknown,
}

/// Somebody on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    door: Door,
    case: Case,
    reading: Option<Reading>,
    bill: Option<Draft>,
    at: usize,
}

impl Intake {
    /// At the door. The case is named when the way is done.
    #[must_use]
    pub fn start(door: Door, today: Date) -> Self {
        let open = Case::open(CaseId("intake".into()), today);
        let changes = match door {
            Door::Letter | Door::NoLetter => Vec::new(),
            Door::Bill => vec![Change::OpenedFor(Purpose::Bill)],
            Door::Planning => vec![
                Change::OpenedFor(Purpose::Planning),
                Change::SituationChosen { play: PlayId(BEFORE_CARE.to_owned()) },
            ],
        };
        // Neither what a case is for nor a situation is ever refused.
        let case = changes.into_iter().fold(open, |case, change| case.apply(change, today).unwrap_or(case));
        Self { door, case, reading: None, bill: None, at: 0 }
    }

    /// Where somebody was who closed the page: what they had confirmed stands in `case`.
    #[must_use]
    pub fn resume(door: Door, case: Case) -> Self {
        let text = case.documents.first().map(|document| document.text.as_str());
        let (reading, bill) = match door {
            Door::Bill => (None, text.and_then(|text| bill::read(text).ok())),
            Door::Letter | Door::NoLetter | Door::Planning => (text.and_then(|text| letter::read(text).ok()), None),
        };
        let mut intake = Self { door, case, reading, bill, at: 0 };
        let open = intake.way().iter().position(|screen| !intake.is_answered(*screen));
        intake.at = open.unwrap_or(intake.way().len().saturating_sub(1));
        intake
    }

    /// What has been confirmed so far.
    #[must_use]
    pub fn so_far(&self) -> &Case {
        &self.case
    }

    /// What the letter was found to say.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }

    /// What the person holds.
    #[must_use]
    pub fn door(&self) -> Door {
        self.door
    }

    /// What the bill was found to say.
    #[must_use]
    pub fn bill(&self) -> Option<&Draft> {
        self.bill.as_ref()
    }

    /// The bill as far as it is confirmed.
    #[must_use]
    pub fn statement(&self) -> Option<&Statement> {
        self.case.statements.first()
    }

    /// The words of the letter or the bill.
    #[must_use]
    pub fn text(&self) -> &str {
        self.case.documents.first().map_or("", |document| &document.text)
    }

    /// The screens of this way, in order.
    #[must_use]
    pub fn way(&self) -> Vec<Screen> {
        let mut way = Vec::new();
        match self.door {
            Door::Letter => {
                way.push(Screen::Urgent);
                way.push(Screen::Paste);
                way.extend([Group::Dates, Group::Decision, Group::Numbers].map(Screen::Decide));
                if !self.doubts().is_empty() {
                    way.push(Screen::Doubts);
                }
                if self.found(Field::Timing).is_empty() {
                    way.push(Screen::Care);
                }
                way.push(Screen::Check);
            }
            // Care first: a day of care after the no is right only for care that is still to come.
            Door::NoLetter => way.extend([Screen::Urgent, Screen::Care, Screen::Typed, Screen::Check]),
            Door::Planning => way.push(Screen::Planned),
            Door::Bill => {
                way.extend([Screen::Bill, Screen::Lines]);
                if self.case.documents.is_empty() {
                    way.push(Screen::Billed);
                } else if !self.doubts().is_empty() {
                    way.push(Screen::Doubts);
                }
                way.extend([Screen::Story, Screen::Check]);
            }
        }
        way.push(Screen::Coverage);
        if !self.ending().is_empty() {
            way.push(Screen::Ending);
        }
        way
    }

    /// What is asked of what is about to end. Care that was given does not end.
    fn ending(&self) -> &'static [Field] {
        match self.door {
            Door::Letter | Door::NoLetter if self.case.timing() != Some(Timing::PostService) => {
                self.case.fact(Field::CoverageFrom).map_or(&[], |fact| endings(&fact.value))
            }
            Door::Letter | Door::NoLetter | Door::Bill | Door::Planning => &[],
        }
    }

    /// The screen that stands now.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.way().get(self.at).copied().unwrap_or(Screen::Coverage)
    }

    /// Which screen this is, from 1, and how many there are.
    #[must_use]
    pub fn step(&self) -> (usize, usize) {
        (self.at + 1, self.way().len())
    }

    /// Whether this is the last screen.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.at + 1 >= self.way().len()
    }

    /// The questions of the screen that stands now, apart from choices about coverage, care and situation.
    #[must_use]
    pub fn questions(&self) -> Vec<Question> {
        let fields = match self.screen() {
            Screen::Decide(group) => self.fields(group),
            Screen::Doubts => self.doubts(),
            Screen::Check => self.rest(),
            Screen::Typed => TYPED.to_vec(),
            Screen::Planned => PLANNED.to_vec(),
            Screen::Billed => BILLED.to_vec(),
            Screen::Story => STORY.to_vec(),
            Screen::Ending => self.ending().to_vec(),
            Screen::Urgent | Screen::Paste | Screen::Bill | Screen::Lines | Screen::Care | Screen::Coverage => {
                Vec::new()
            }
        };
        fields.into_iter().map(|field| self.question(field)).collect()
    }

    /// The same way with the letter's words read. Answers stand if the words are the same as before.
    ///
    /// # Errors
    /// [`letter::Error`] when the text is too long to be a letter.
    pub fn read(&self, text: &str, today: Date) -> Result<Self, letter::Error> {
        if self.reading.is_some() && self.text() == text {
            return Ok(self.clone());
        }
        let reading = letter::read(text)?;
        let mut next = Self::start(self.door, today);
        let document = Document {
            number: Number(next.case.next_number),
            kind: PaperKind::DenialNotice,
            title: "the letter you pasted".into(),
            dated: None,
            added: today,
            text: text.to_owned(),
        };
        if let Ok(case) = next.case.apply(Change::DocumentAdded(document), today) {
            next.case = case;
        }
        next.reading = Some(reading);
        next.at = self.at;
        Ok(next)
    }

    /// The same way with the bill's words read; `None` for a bill that is typed line by line. Answers stand if the words
    /// are the same as before.
    ///
    /// # Errors
    /// [`bill::Error`] when the text is empty or too long to be a bill.
    pub fn read_bill(&self, text: Option<&str>, today: Date) -> Result<Self, bill::Error> {
        if self.statement().is_some() && self.text() == text.unwrap_or_default() {
            return Ok(self.clone());
        }
        let draft = text.map(bill::read).transpose()?;
        let mut next = Self::start(self.door, today);
        let changes = match (&draft, text) {
            (Some(draft), Some(text)) => {
                let kind = draft.kind.as_ref().map_or(StatementKind::Bill, |read| read.value);
                bill::paper(draft, kind, text, "the bill you pasted", &next.case, today)
            }
            _ => vec![Change::StatementAdded(Statement::new(Number(next.case.next_number), StatementKind::Bill))],
        };
        // A paper with the case's own next numbers is not refused; its text was found short enough above.
        next.case = changes.into_iter().fold(next.case, |case, change| case.apply(change, today).unwrap_or(case));
        next.bill = draft;
        next.at = self.at;
        Ok(next)
    }

    /// The same way with the lines and totals confirmed as they stand in the statement. What it asks for is learned with
    /// them, where it asks for one amount.
    ///
    /// # Errors
    /// What [`Case::apply`] refuses. Then nothing has changed.
    pub fn with_lines(&self, statement: Statement, today: Date) -> Result<Self, Refusal> {
        let mut asked = statement.totals.iter().filter(|total| total.kind == TotalKind::AmountDue);
        let due = asked.next().filter(|first| asked.all(|other| other.amount == first.amount)).cloned();
        let due = due.filter(|_| statement.kind == StatementKind::Bill);
        let mut case = self.case.apply(Change::StatementCorrected(statement), today)?;
        if let Some(due) = due {
            let value = Value::Money(due.amount);
            case = case.apply(Change::Learned { field: Field::AmountDue, value, from: due.from }, today)?;
        }
        Ok(Self { case, ..self.clone() })
    }

    /// The same way with one answer more.
    ///
    /// # Errors
    /// What [`Case::apply`] refuses, such as a day that has not come yet. Then nothing has changed.
    pub fn answer(&self, field: Field, answer: Answer, today: Date) -> Result<Self, Refusal> {
        let stated = matches!(field, Field::StatedLastDay | Field::StatedWindow);
        let open = matches!(&answer, Answer::Found(find) if find.doubt == Some(letter::Doubt::ForExternalReview));
        let change = match answer {
            Answer::Found(find) => {
                Change::Learned { field, value: find.value, from: self.provenance(find.words, today) }
            }
            Answer::Own(value) => Change::Learned { field, value, from: Provenance::Statement { on: today } },
            Answer::Unknown => Change::SaidUnknown { field },
        };
        let mut case = self.case.apply(change, today)?;
        if stated {
            // That these are the letter's words is confirmed; for which step they are, nobody has said.
            let field = Field::StatedForReview;
            case = case.apply(if open { Change::SaidUnknown { field } } else { Change::Forgot { field } }, today)?;
        }
        Ok(Self { case, ..self.clone() })
    }

    /// The same way with everything on the check page confirmed as found, but what was corrected singly.
    ///
    /// # Errors
    /// The field and why its value is refused. Then nothing has changed.
    pub fn confirm_rest(&self, today: Date) -> Result<Self, (Field, Refusal)> {
        let open = self.rest().into_iter().map(|field| self.question(field)).filter(|question| !question.is_answered());
        open.filter_map(|question| Some((question.field, question.finds.into_iter().next()?))).try_fold(
            self.clone(),
            |intake, (field, find)| {
                intake.answer(field, Answer::Found(find), today).map_err(|refusal| (field, refusal))
            },
        )
    }

    /// The same way with what this is about.
    #[must_use]
    pub fn about(&self, play: PlayId, today: Date) -> Self {
        let dropped = self.case.situations.iter().cloned().map(|play| Change::SituationDropped { play });
        let changes = dropped.chain([Change::SituationChosen { play }]);
        // A situation is a name; no rule refuses one.
        let case = changes.fold(self.case.clone(), |case, change| case.apply(change, today).unwrap_or(case));
        Self { case, ..self.clone() }
    }

    /// The next screen.
    #[must_use]
    pub fn forward(&self) -> Self {
        Self { at: (self.at + 1).min(self.way().len() - 1), ..self.clone() }
    }

    /// The screen before; loses nothing.
    #[must_use]
    pub fn back(&self) -> Self {
        Self { at: self.at.saturating_sub(1), ..self.clone() }
    }

    /// Whether a screen needs nothing more.
    #[must_use]
    pub fn is_answered(&self, screen: Screen) -> bool {
        let answered = |field: Field| self.case.fact(field).is_some() || self.case.said_unknown(field);
        match screen {
            Screen::Urgent => !self.case.documents.is_empty() || self.case.facts.iter().next().is_some(),
            Screen::Paste => self.reading.is_some(),
            // Where somebody left at the lines, they stand again: whether they are right was not said.
            Screen::Bill => self.statement().is_some(),
            Screen::Lines => self.case.fact(Field::AmountDue).is_some(),
            Screen::Billed => BILLED.into_iter().any(|field| field != Field::AmountDue && answered(field)),
            Screen::Story => STORY.into_iter().any(answered),
            Screen::Typed => TYPED.into_iter().any(answered),
            Screen::Planned => PLANNED.into_iter().any(answered),
            Screen::Decide(group) => self.fields(group).into_iter().all(answered),
            Screen::Doubts => self.doubts().into_iter().all(answered),
            Screen::Care => answered(Field::Timing),
            Screen::Check => !self.case.situations.is_empty(),
            Screen::Coverage => answered(Field::CoverageFrom),
            Screen::Ending => self.ending().iter().any(|field| answered(*field)),
        }
    }

    /// The case under its own name, once the way is done.
    #[must_use]
    pub fn case(&self, id: CaseId) -> Case {
        Case { id, ..self.case.clone() }
    }

    /// The kind of coverage that the letter hints at, for a word beside the question. Never an answer by itself.
    #[must_use]
    pub fn coverage_hint(&self) -> Option<(&letter::Hint, Option<CoverageKind>)> {
        self.reading.as_ref()?.hints.iter().find_map(|hint| {
            let kind = match hint.about {
                letter::About::SelfFunded | letter::About::AdministeredBy => Some(CoverageKind::EmployerSelfFunded),
                letter::About::InsuredBy => Some(CoverageKind::EmployerInsured),
                letter::About::Erisa => None,
                letter::About::Marketplace => Some(CoverageKind::Individual),
                letter::About::Medicaid => Some(CoverageKind::Medicaid),
                letter::About::MedicareAdvantage => Some(CoverageKind::MedicareAdvantage),
                letter::About::PartD => Some(CoverageKind::PartD),
                letter::About::Medicare => Some(CoverageKind::Medicare),
                letter::About::Fehb => Some(CoverageKind::Fehb),
                letter::About::Tricare => Some(CoverageKind::Tricare),
                letter::About::Eob
                | letter::About::ExternalReview
                | letter::About::Expedited
                | letter::About::FreeCopies
                | letter::About::CountsFromReceipt
                | letter::About::CountsFromNotice => return None,
            };
            Some((hint, kind))
        })
    }

    fn question(&self, field: Field) -> Question {
        Question {
            field,
            finds: self.found(field),
            answer: self.case.fact(field).map(|fact| fact.value.clone()),
            unknown: self.case.said_unknown(field),
        }
    }

    fn fields(&self, group: Group) -> Vec<Field> {
        match group {
            // A letter states a last day or a window; where it states neither, the day is asked for.
            Group::Dates
                if self.found(Field::StatedLastDay).is_empty() && !self.found(Field::StatedWindow).is_empty() =>
            {
                vec![Field::NoticeDate, Field::StatedWindow]
            }
            Group::Dates => vec![Field::NoticeDate, Field::StatedLastDay],
            Group::Decision => vec![Field::Reason, Field::Service],
            Group::Numbers => vec![Field::ClaimNumber, Field::Insurer],
        }
    }

    /// Fields found in the letter that decide nothing by themselves, in the order of the fields; of a bill, all.
    fn others(&self) -> Vec<Field> {
        let decide: Vec<Field> = match self.door {
            Door::Bill => Vec::new(),
            Door::Letter | Door::NoLetter | Door::Planning => [Group::Dates, Group::Decision, Group::Numbers]
                .into_iter()
                .flat_map(|group| self.fields(group))
                .collect(),
        };
        let mut fields: Vec<Field> = self.finds().into_iter().map(|find| find.field).collect();
        fields.sort_unstable();
        fields.dedup();
        fields.retain(|field| !decide.contains(field));
        fields
    }

    /// Those of which the first find is doubtful.
    fn doubts(&self) -> Vec<Field> {
        self.others().into_iter().filter(|field| self.is_doubtful(*field)).collect()
    }

    fn rest(&self) -> Vec<Field> {
        match self.door {
            Door::Letter => self.others().into_iter().filter(|field| !self.is_doubtful(*field)).collect(),
            Door::Bill if self.bill.is_some() => {
                self.others().into_iter().filter(|field| !self.is_doubtful(*field)).collect()
            }
            Door::Bill => BILLED.into_iter().filter(|field| self.case.fact(*field).is_some()).collect(),
            Door::NoLetter | Door::Planning => {
                TYPED.into_iter().filter(|field| self.case.fact(*field).is_some()).collect()
            }
        }
    }

    fn is_doubtful(&self, field: Field) -> bool {
        self.found(field).first().is_some_and(|find| find.doubt.is_some())
    }

    fn found(&self, field: Field) -> Vec<Find> {
        self.finds().into_iter().filter(|find| find.field == field).collect()
    }

    fn finds(&self) -> Vec<Find> {
        let kind = self.statement().map_or(StatementKind::Bill, |statement| statement.kind);
        let of_bill = self.bill.iter().flat_map(|draft| bill::finds(draft, kind));
        self.reading.iter().flat_map(|reading| &reading.finds).cloned().chain(of_bill).collect()
    }

    fn provenance(&self, words: String, today: Date) -> Provenance {
        match self.case.documents.first() {
            Some(document) => Provenance::Document { document: document.number, words },
            None => Provenance::Statement { on: today },
        }
    }
}

impl Question {
    /// Whether it has an answer, "I don't know" being one.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer.is_some() || self.unknown
    }
}

/// Whether the stated window is counted in days or months, for a typed one.
#[must_use]
pub fn window(amount: u32, months: bool) -> Value {
    Value::Window(if months { Window::Months(amount) } else { Window::Days(amount) })
}

/// Whether an answer says that the coverage comes from work, so that who pays the claims is asked too.
#[must_use]
pub fn asks_funding(value: &Value) -> bool {
    matches!(value, Value::Choice(Choice::From(crate::case::coverage::From::Work)))
}

/// What is asked of what is about to end, by where the coverage comes from.
#[must_use]
pub fn endings(value: &Value) -> &'static [Field] {
    use crate::case::coverage::From;
    let Value::Choice(Choice::From(from)) = value else { return &[] };
    if matches!(from, From::Medicare | From::MedicareAdvantage | From::DualPlan) {
        &[Field::Matter, Field::LeavesHospital, Field::ServicesEnd]
    } else if matches!(from, From::Medicaid | From::MedicaidPlan) {
        &[Field::ChangeStarts]
    } else {
        &[]
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
