//! Everything that can happen to a case, and the one function that lets it happen.

mod criteria;

use super::grid::{Answer, Piece};
use super::statement::LINE_LIMIT;
use super::{
    At, Call, Case, Document, Event, Fact, Facts, Link, Notice, Number, PlanTerms, PlayId, Provenance, Saved, Sending,
    Statement, Tie, Value,
};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Purpose};

/// The longest text that one field takes, in characters.
pub const FIELD_LIMIT: usize = 4_000;
/// The longest text that a document, a note or a letter part takes, in characters.
pub const TEXT_LIMIT: usize = 60_000;

/// Something that happened, in the person's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A fact was confirmed or corrected; what belongs to a notice goes to the newest. [`Change::NoticeLearned`] names another.
    Learned {
        /// Which.
        field: Field,
        /// What is so.
        value: Value,
        /// How we know.
        from: Provenance,
    },
    /// The person does not know.
    SaidUnknown {
        /// What.
        field: Field,
    },
    /// The fact was taken back.
    Forgot {
        /// Which.
        field: Field,
    },
    /// A further decision came, such as the answer to a lost appeal. It is the newest notice, still empty; the earlier ones
    /// keep their facts. Its number must be [`Case::next_number`].
    NoticeAdded {
        /// Its number.
        number: Number,
    },
    /// A fact of one notice was confirmed or corrected, whichever notices came after it.
    NoticeLearned {
        /// The notice's number.
        notice: Number,
        /// Which; one that belongs to a notice.
        field: Field,
        /// What is so.
        value: Value,
        /// How we know.
        from: Provenance,
    },
    /// The person does not know this of one notice.
    NoticeUnknown {
        /// The notice's number.
        notice: Number,
        /// What; a field that belongs to a notice.
        field: Field,
    },
    /// The person chose what this is about.
    SituationChosen {
        /// The play.
        play: PlayId,
    },
    /// The person took a situation back.
    SituationDropped {
        /// The play.
        play: PlayId,
    },
    /// A paper was added. Its number must be [`Case::next_number`].
    DocumentAdded(Document),
    /// A paper was removed. Refused while facts rest on it.
    DocumentRemoved {
        /// Its number.
        document: Number,
    },
    /// The criteria of a paper were split, or the split was corrected. It must hold all words of the paper and no other.
    CriteriaSplit {
        /// The paper's number.
        document: Number,
        /// Its text in pieces.
        pieces: Vec<Piece>,
    },
    /// A criterion was marked, or its mark taken back.
    CriterionMarked {
        /// The paper's number.
        document: Number,
        /// The piece's place among the pieces.
        at: usize,
        /// What was said of it.
        answer: Option<Answer>,
    },
    /// What the case is for was said.
    OpenedFor(Purpose),
    /// A bill, EOB, receipt or estimate was added. Its number must be [`Case::next_number`].
    StatementAdded(Statement),
    /// The lines, totals or kind of a statement were corrected. Its facts change by [`Change::Learned`].
    StatementCorrected(Statement),
    /// A statement was removed.
    StatementRemoved {
        /// Its number.
        statement: Number,
    },
    /// The person said whether two lines are the same care.
    LinesTied(Tie),
    /// The person took that back.
    LinesUntied {
        /// The line of the bill.
        bill: At,
        /// The line of the explanation of benefits.
        eob: At,
    },
    /// The person said what the plan makes its members share.
    TermsSaid(PlanTerms),
    /// The case was put away. It stays whole.
    Archived,
    /// The case was taken out again.
    Unarchived,
    /// A call was noted. Its number must be [`Case::next_number`].
    CallLogged(Call),
    /// A call's notes were corrected.
    CallCorrected(Call),
    /// Something happened. Its number must be [`Case::next_number`].
    EventAdded(Event),
    /// An event was noted by mistake.
    EventRemoved {
        /// Its number.
        event: Number,
    },
    /// A letter was begun.
    LetterBegun {
        /// Which letter.
        kind: LetterKind,
        /// The call that it confirms.
        about_call: Option<Number>,
    },
    /// A part of a letter was given the person's own words; an empty text leaves the part out.
    PartEdited {
        /// The letter's number.
        letter: Number,
        /// The part's key.
        part: String,
        /// The person's words.
        text: String,
        /// The facts that stand in them.
        links: Vec<Link>,
    },
    /// A part of a letter was given back its drafted words.
    PartRestored {
        /// The letter's number.
        letter: Number,
        /// The part's key.
        part: String,
    },
    /// A part was left out of a letter. Its words are kept.
    PartLeftOut {
        /// The letter's number.
        letter: Number,
        /// The part's key.
        part: String,
    },
    /// A part that was left out is in the letter again.
    PartPutBack {
        /// The letter's number.
        letter: Number,
        /// The part's key.
        part: String,
    },
    /// The parts of a letter were put into another order.
    PartsOrdered {
        /// The letter's number.
        letter: Number,
        /// The keys of its parts; what is not named stays behind what it followed.
        order: Vec<String>,
    },
    /// The letter's text was kept as a version.
    VersionKept {
        /// The letter's number.
        letter: Number,
        /// The whole text.
        text: String,
    },
    /// The letter was sent.
    LetterSent {
        /// The letter's number.
        letter: Number,
        /// The whole text as sent.
        text: String,
        /// When and how.
        sending: Sending,
    },
    /// A task was done.
    TaskDone {
        /// Its key.
        task: String,
    },
    /// A task was not done after all.
    TaskReopened {
        /// Its key.
        task: String,
    },
    /// Money need not be paid after all.
    MoneySaved(Saved),
    /// A copy was saved outside the browser.
    CopySaved,
}

/// Why a change cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The value is of another kind than the field holds.
    #[error("{field:?} does not hold such a value")]
    WrongKind {
        /// The field.
        field: Field,
    },
    /// The text is empty.
    #[error("{field:?} is empty")]
    Empty {
        /// The field.
        field: Field,
    },
    /// The text is longer than a field takes.
    #[error("the text has {length} characters, more than {limit}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// The day has not come yet.
    #[error("{day} is after today, {today}")]
    FromTheFuture {
        /// The field, where it is one.
        field: Option<Field>,
        /// The day given.
        day: Date,
        /// Today.
        today: Date,
    },
    /// The notice is dated before the care that it decides on, or the other way round for care already given.
    #[error("care on {service} comes after the notice of {notice}")]
    ServiceAfterNotice {
        /// Day of service.
        service: Date,
        /// Day of the notice.
        notice: Date,
    },
    /// The notice cannot have been received before its own date.
    #[error("received {received}, before its date {notice}")]
    ReceivedBeforeNotice {
        /// Day received.
        received: Date,
        /// Day of the notice.
        notice: Date,
    },
    /// There is no such thing in the case.
    #[error("there is no number {number:?} in the case")]
    NoSuch {
        /// The number.
        number: Number,
    },
    /// The number was given already.
    #[error("the number {number:?} is not the next one")]
    NumberTaken {
        /// The number.
        number: Number,
    },
    /// More lines than a statement takes.
    #[error("{lines} lines, more than {limit}")]
    TooManyLines {
        /// Lines given.
        lines: usize,
        /// Lines allowed.
        limit: usize,
    },
    /// The pieces are not the paper's words.
    #[error("the pieces are not the words of paper {document:?}")]
    WordsLost {
        /// The paper's number.
        document: Number,
    },
    /// The words are not among the paper's.
    #[error("the words do not stand in paper {document:?}")]
    NotInPaper {
        /// The paper's number.
        document: Number,
    },
    /// Facts rest on the paper.
    #[error("{facts} facts rest on the paper")]
    FactsRestOnIt {
        /// How many.
        facts: usize,
    },
}

/// Where a fact goes.
#[derive(Clone, Copy)]
enum Whose {
    /// To what stands now: the case, the newest claim, notice or bill.
    Standing,
    /// To this notice.
    Notice(Number),
}

impl Case {
    /// The case after `change`. Nothing else may alter a case.
    ///
    /// # Errors
    /// A [`Refusal`] that says what does not fit; the case stays as it was.
    pub fn apply(&self, change: Change, today: Date) -> Result<Case, Refusal> {
        let mut next = self.clone();
        match change {
            Change::Learned { field, value, from } => next.learn(Whose::Standing, field, value, from, today)?,
            Change::SaidUnknown { field } => {
                if let Some(facts) = next.home_mut(field) {
                    facts.set_unknown(field);
                }
            }
            Change::Forgot { field } => {
                if let Some(facts) = next.home_mut(field) {
                    facts.clear(field);
                }
            }
            Change::NoticeAdded { number } => {
                next.take_number(number)?;
                next.notices.push(Notice { number, facts: Facts::default() });
            }
            Change::NoticeLearned { notice, field, value, from } => {
                next.learn(Whose::Notice(notice), field, value, from, today)?;
            }
            Change::NoticeUnknown { notice, field } => next.notice_facts_mut(notice, field)?.set_unknown(field),
            Change::SituationChosen { play } => {
                if !next.situations.contains(&play) {
                    next.situations.push(play);
                }
            }
            Change::SituationDropped { play } => next.situations.retain(|held| *held != play),
            Change::DocumentAdded(document) => {
                limit(&document.title, FIELD_LIMIT)?;
                limit(&document.text, TEXT_LIMIT)?;
                next.take_number(document.number)?;
                next.documents.push(document);
            }
            Change::DocumentRemoved { document } => next.remove_document(document)?,
            Change::CriteriaSplit { document, pieces } => next.split_criteria(document, pieces)?,
            Change::CriterionMarked { document, at, answer } => next.mark_criterion(document, at, answer)?,
            Change::OpenedFor(purpose) => next.purpose = purpose,
            Change::StatementAdded(statement) => next.add_statement(statement)?,
            Change::StatementCorrected(statement) => next.correct_statement(statement)?,
            Change::StatementRemoved { statement } => next.remove_statement(statement)?,
            Change::LinesTied(tie) => next.tie(tie)?,
            Change::LinesUntied { bill, eob } => next.ties.retain(|held| (held.bill, held.eob) != (bill, eob)),
            Change::TermsSaid(terms) => next.terms = terms,
            Change::Archived => next.archived = Some(today),
            Change::Unarchived => next.archived = None,
            Change::CallLogged(call) => {
                check_call(&call, today)?;
                next.take_number(call.number)?;
                next.calls.push(call);
            }
            Change::CallCorrected(call) => {
                check_call(&call, today)?;
                let number = call.number;
                let held = next.calls.iter_mut().find(|held| held.number == number);
                *held.ok_or(Refusal::NoSuch { number })? = call;
            }
            Change::EventAdded(event) => {
                not_future(None, event.on, today)?;
                limit(&event.note, TEXT_LIMIT)?;
                next.take_number(event.number)?;
                next.events.push(event);
            }
            Change::EventRemoved { event } => {
                let at = next.events.iter().position(|held| held.number == event);
                next.events.remove(at.ok_or(Refusal::NoSuch { number: event })?);
            }
            Change::LetterBegun { kind, about_call } => next.begin_letter(kind, about_call, today)?,
            Change::PartEdited { letter, part, text, links } => next.letter_mut(letter)?.edit(part, text, links)?,
            Change::PartRestored { letter, part } => next.letter_mut(letter)?.restore(&part),
            Change::PartLeftOut { letter, part } => next.letter_mut(letter)?.leave_out(part)?,
            Change::PartPutBack { letter, part } => next.letter_mut(letter)?.put_back(&part),
            Change::PartsOrdered { letter, order } => next.letter_mut(letter)?.put_in_order(order)?,
            Change::VersionKept { letter, text } => next.letter_mut(letter)?.keep(text, today)?,
            Change::LetterSent { letter, text, sending } => {
                not_future(None, sending.on, today)?;
                let held = next.letter_mut(letter)?;
                held.keep(text, sending.on)?;
                held.sendings.push(sending);
            }
            Change::TaskDone { task } => {
                next.done.insert(task, today);
            }
            Change::TaskReopened { task } => {
                next.done.remove(&task);
            }
            Change::MoneySaved(saved) => next.saved.push(saved),
            Change::CopySaved => next.copied = Some(today),
        }
        Ok(next)
    }

    fn learn(
        &mut self,
        whose: Whose,
        field: Field,
        value: Value,
        from: Provenance,
        today: Date,
    ) -> Result<(), Refusal> {
        if let Value::Text(text) = &value {
            if text.trim().is_empty() {
                return Err(Refusal::Empty { field });
            }
            limit(text, if field == Field::Statement { TEXT_LIMIT } else { FIELD_LIMIT })?;
        }
        if let Value::Day(day) = value {
            self.check_day(whose, field, day, today)?;
        }
        let facts = match whose {
            Whose::Standing => self.home_mut(field),
            Whose::Notice(number) => Some(self.notice_facts_mut(number, field)?),
        };
        let set = facts.is_some_and(|facts| facts.set(field, Fact { value, from }));
        if set { Ok(()) } else { Err(Refusal::WrongKind { field }) }
    }

    /// The facts of a notice that is there, for a field that a notice has.
    fn notice_facts_mut(&mut self, number: Number, field: Field) -> Result<&mut Facts, Refusal> {
        let held = self.notices.iter_mut().find(|notice| notice.number == number);
        let facts = held.map(|notice| &mut notice.facts).ok_or(Refusal::NoSuch { number })?;
        if Notice::holds(field) { Ok(facts) } else { Err(Refusal::WrongKind { field }) }
    }

    /// Days that contradict the clock or each other are refused when they are entered, one by one.
    fn check_day(&self, whose: Whose, field: Field, day: Date, today: Date) -> Result<(), Refusal> {
        if matches!(field, Field::NoticeDate | Field::NoticeReceived | Field::BillDate | Field::RequestSent) {
            not_future(Some(field), day, today)?;
        }
        let facts = |wanted| match whose {
            Whose::Notice(number) if Notice::holds(wanted) => self.notice(number)?.facts.get(wanted),
            // The care is held against the denial that decided on it, and not against an answer that came later.
            Whose::Standing if field == Field::ServiceDate => self.denial_fact(wanted),
            Whose::Standing | Whose::Notice(_) => self.fact(wanted),
        };
        let other = |wanted| facts(wanted).and_then(|fact| fact.value.as_day());
        let with = |wanted| if field == wanted { Some(day) } else { other(wanted) };
        let touches = |fields: [Field; 2]| fields.contains(&field);
        if touches([Field::NoticeDate, Field::NoticeReceived])
            && let (Some(notice), Some(received)) = (with(Field::NoticeDate), with(Field::NoticeReceived))
            && received < notice
        {
            return Err(Refusal::ReceivedBeforeNotice { received, notice });
        }
        if touches([Field::NoticeDate, Field::ServiceDate])
            && let (Some(notice), Some(service)) = (with(Field::NoticeDate), with(Field::ServiceDate))
            && service > notice
            && !self.before_care()
        {
            return Err(Refusal::ServiceAfterNotice { service, notice });
        }
        Ok(())
    }

    /// Whether the person said that care has not been given yet.
    fn before_care(&self) -> bool {
        use super::fact::Choice;
        use crate::kinds::Timing;
        matches!(
            self.fact(Field::Timing).map(|fact| &fact.value),
            Some(Value::Choice(Choice::Timing(Timing::PreService | Timing::Concurrent | Timing::Urgent)))
        )
    }

    pub(super) fn take_number(&mut self, number: Number) -> Result<(), Refusal> {
        if number.0 != self.next_number {
            return Err(Refusal::NumberTaken { number });
        }
        self.next_number += 1;
        Ok(())
    }

    fn add_statement(&mut self, statement: Statement) -> Result<(), Refusal> {
        check_statement(&statement)?;
        self.take_number(statement.number)?;
        self.statements.push(statement);
        Ok(())
    }

    /// Its facts stay: they change one by one.
    fn correct_statement(&mut self, statement: Statement) -> Result<(), Refusal> {
        check_statement(&statement)?;
        let number = statement.number;
        let held = self.statements.iter_mut().find(|held| held.number == number).ok_or(Refusal::NoSuch { number })?;
        let before = std::mem::replace(held, Statement { facts: held.facts.clone(), ..statement });
        // A tie is about a line as it was; a line that was changed may be other care.
        let after = held.lines.clone();
        let stands = |at: At| at.statement != number || after.get(at.line) == before.lines.get(at.line);
        self.ties.retain(|tie| stands(tie.bill) && stands(tie.eob));
        Ok(())
    }

    fn remove_statement(&mut self, number: Number) -> Result<(), Refusal> {
        let at = self.statements.iter().position(|held| held.number == number).ok_or(Refusal::NoSuch { number })?;
        self.statements.remove(at);
        self.ties.retain(|tie| tie.bill.statement != number && tie.eob.statement != number);
        Ok(())
    }

    fn tie(&mut self, tie: Tie) -> Result<(), Refusal> {
        for at in [tie.bill, tie.eob] {
            let held = self.statement(at.statement).and_then(|statement| statement.lines.get(at.line));
            held.ok_or(Refusal::NoSuch { number: at.statement })?;
        }
        self.ties.retain(|held| (held.bill, held.eob) != (tie.bill, tie.eob));
        self.ties.push(tie);
        Ok(())
    }

    fn remove_document(&mut self, number: Number) -> Result<(), Refusal> {
        let at = self.documents.iter().position(|held| held.number == number).ok_or(Refusal::NoSuch { number })?;
        let all = self.claims.iter().map(|claim| &claim.facts).chain(self.notices.iter().map(|notice| &notice.facts));
        let all = all.chain(self.statements.iter().map(|statement| &statement.facts)).chain([&self.facts]);
        let from_it = |from: &Provenance| matches!(from, Provenance::Document { document, .. } if *document == number);
        let lines = self.statements.iter().flat_map(|statement| {
            let service = statement.service.iter().map(|service| &service.from);
            let lines = statement.lines.iter().map(|line| &line.from);
            service.chain(lines).chain(statement.totals.iter().map(|total| &total.from))
        });
        let facts = all.flat_map(super::Facts::iter).filter(|(_, fact)| from_it(&fact.from)).count()
            + lines.filter(|from| from_it(from)).count()
            + self.shown().filter(|shown| from_it(&shown.from)).count();
        if facts > 0 {
            return Err(Refusal::FactsRestOnIt { facts });
        }
        self.documents.remove(at);
        self.grids.retain(|grid| grid.document != number);
        Ok(())
    }
}

fn check_call(call: &Call, today: Date) -> Result<(), Refusal> {
    not_future(None, call.on, today)?;
    for text in [&call.said, &call.promised] {
        limit(text, TEXT_LIMIT)?;
    }
    for text in [&call.time, &call.phone, &call.person, &call.department, &call.reference] {
        limit(text, FIELD_LIMIT)?;
    }
    Ok(())
}

fn check_statement(statement: &Statement) -> Result<(), Refusal> {
    let lines = statement.lines.len();
    if lines > LINE_LIMIT {
        return Err(Refusal::TooManyLines { lines, limit: LINE_LIMIT });
    }
    if let Some((field, _)) = statement.facts.iter().find(|(field, _)| !Statement::holds(*field)) {
        return Err(Refusal::WrongKind { field });
    }
    for line in &statement.lines {
        limit(&line.code, FIELD_LIMIT)?;
        limit(&line.what, FIELD_LIMIT)?;
    }
    Ok(())
}

fn not_future(field: Option<Field>, day: Date, today: Date) -> Result<(), Refusal> {
    if day > today { Err(Refusal::FromTheFuture { field, day, today }) } else { Ok(()) }
}

pub(super) fn limit(text: &str, limit: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length > limit { Err(Refusal::TooLong { length, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
