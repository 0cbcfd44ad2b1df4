//! Everything that can happen to a case, and the one function that lets it happen.

use super::{
    Call, Case, Document, Event, Fact, Facts, Letter, Notice, Number, PlayId, Provenance, Saved, Sending, Value,
    Version,
};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};

/// The longest text that one field takes, in characters.
pub const FIELD_LIMIT: usize = 4_000;
/// The longest text that a document, a note or a letter part takes, in characters.
pub const TEXT_LIMIT: usize = 60_000;

/// Something that happened, in the person's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A fact was confirmed or corrected; what belongs to a notice goes to the newest.
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
    },
    /// A part of a letter was given back its drafted words.
    PartRestored {
        /// The letter's number.
        letter: Number,
        /// The part's key.
        part: String,
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
    /// Facts rest on the paper.
    #[error("{facts} facts rest on the paper")]
    FactsRestOnIt {
        /// How many.
        facts: usize,
    },
}

impl Case {
    /// The case after `change`. Nothing else may alter a case.
    ///
    /// # Errors
    /// A [`Refusal`] that says what does not fit; the case stays as it was.
    pub fn apply(&self, change: Change, today: Date) -> Result<Case, Refusal> {
        let mut next = self.clone();
        match change {
            Change::Learned { field, value, from } => next.learn(field, value, from, today)?,
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
            Change::LetterBegun { kind, about_call } => {
                if let Some(number) = about_call.filter(|number| next.call(*number).is_none()) {
                    return Err(Refusal::NoSuch { number });
                }
                let number = Number(next.next_number);
                next.take_number(number)?;
                next.letters.push(Letter {
                    number,
                    kind,
                    about_call,
                    begun: today,
                    edits: std::collections::BTreeMap::new(),
                    versions: Vec::new(),
                    sendings: Vec::new(),
                });
            }
            Change::PartEdited { letter, part, text } => {
                limit(&text, TEXT_LIMIT)?;
                next.letter_mut(letter)?.edits.insert(part, text);
            }
            Change::PartRestored { letter, part } => {
                next.letter_mut(letter)?.edits.remove(&part);
            }
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

    fn learn(&mut self, field: Field, value: Value, from: Provenance, today: Date) -> Result<(), Refusal> {
        if let Value::Text(text) = &value {
            if text.trim().is_empty() {
                return Err(Refusal::Empty { field });
            }
            limit(text, if field == Field::Statement { TEXT_LIMIT } else { FIELD_LIMIT })?;
        }
        if let Value::Day(day) = value {
            self.check_day(field, day, today)?;
        }
        let set = self.home_mut(field).is_some_and(|facts| facts.set(field, Fact { value, from }));
        if set { Ok(()) } else { Err(Refusal::WrongKind { field }) }
    }

    /// Days that contradict the clock or each other are refused when they are entered, one by one.
    fn check_day(&self, field: Field, day: Date, today: Date) -> Result<(), Refusal> {
        if matches!(field, Field::NoticeDate | Field::NoticeReceived | Field::RequestSent) {
            not_future(Some(field), day, today)?;
        }
        // The care is held against the denial that decided on it, and not against an answer that came later.
        let facts = |wanted| if field == Field::ServiceDate { self.denial_fact(wanted) } else { self.fact(wanted) };
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

    fn take_number(&mut self, number: Number) -> Result<(), Refusal> {
        if number.0 != self.next_number {
            return Err(Refusal::NumberTaken { number });
        }
        self.next_number += 1;
        Ok(())
    }

    fn letter_mut(&mut self, number: Number) -> Result<&mut Letter, Refusal> {
        self.letters.iter_mut().find(|letter| letter.number == number).ok_or(Refusal::NoSuch { number })
    }

    fn remove_document(&mut self, number: Number) -> Result<(), Refusal> {
        let at = self.documents.iter().position(|held| held.number == number).ok_or(Refusal::NoSuch { number })?;
        let rests =
            |fact: &Fact<Value>| matches!(fact.from, Provenance::Document { document, .. } if document == number);
        let all = self.claims.iter().map(|claim| &claim.facts).chain(self.notices.iter().map(|notice| &notice.facts));
        let facts = all.chain([&self.facts]).flat_map(Facts::iter).filter(|(_, fact)| rests(fact)).count();
        if facts > 0 {
            return Err(Refusal::FactsRestOnIt { facts });
        }
        self.documents.remove(at);
        Ok(())
    }
}

impl Letter {
    /// Keeps the text as a version unless it is the same as the last one.
    fn keep(&mut self, text: String, on: Date) -> Result<(), Refusal> {
        limit(&text, TEXT_LIMIT)?;
        if self.versions.last().is_none_or(|last| last.text != text) {
            self.versions.push(Version { on, text });
        }
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

fn not_future(field: Option<Field>, day: Date, today: Date) -> Result<(), Refusal> {
    if day > today { Err(Refusal::FromTheFuture { field, day, today }) } else { Ok(()) }
}

fn limit(text: &str, limit: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length > limit { Err(Refusal::TooLong { length, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{CaseId, EventKind, SentBy};
    use crate::kinds::{PaperKind, Timing};
    use crate::money::Cents;

    fn day(text: &str) -> Date {
        text.parse().expect("a test writes real days")
    }

    fn today() -> Date {
        day("2024-02-01")
    }

    fn open() -> Case {
        Case::open(CaseId("c1".into()), today())
    }

    fn said(field: Field, value: Value) -> Change {
        Change::Learned { field, value, from: Provenance::Statement { on: today() } }
    }

    fn after(changes: impl IntoIterator<Item = Change>) -> Result<Case, Refusal> {
        changes.into_iter().try_fold(open(), |case, change| case.apply(change, today()))
    }

    #[track_caller]
    fn refused(changes: impl IntoIterator<Item = Change>, expected: &Refusal) {
        assert_eq!(after(changes).as_ref(), Err(expected));
    }

    #[test]
    fn a_notice_cannot_come_from_the_future() {
        let tomorrow = day("2024-02-02");
        refused(
            [said(Field::NoticeDate, Value::Day(tomorrow))],
            &Refusal::FromTheFuture { field: Some(Field::NoticeDate), day: tomorrow, today: today() },
        );
        assert!(after([said(Field::NoticeDate, Value::Day(today()))]).is_ok());
    }

    #[test]
    fn a_notice_is_not_received_before_its_date_in_either_order() {
        let (notice, received) = (day("2024-01-15"), day("2024-01-14"));
        let expected = Refusal::ReceivedBeforeNotice { received, notice };
        let dated = said(Field::NoticeDate, Value::Day(notice));
        let came = said(Field::NoticeReceived, Value::Day(received));
        refused([dated.clone(), came.clone()], &expected);
        refused([came, dated], &expected);
    }

    #[test]
    fn care_after_the_notice_is_care_still_to_come() {
        let (notice, service) = (day("2024-01-15"), day("2024-01-20"));
        let dated = said(Field::NoticeDate, Value::Day(notice));
        let care = said(Field::ServiceDate, Value::Day(service));
        refused([dated.clone(), care.clone()], &Refusal::ServiceAfterNotice { service, notice });
        let planned = Value::Choice(crate::case::fact::Choice::Timing(Timing::PreService));
        assert!(after([said(Field::Timing, planned), dated, care]).is_ok());
    }

    #[test]
    fn a_field_holds_only_its_own_kind() {
        let wrong = Refusal::WrongKind { field: Field::Billed };
        refused([said(Field::Billed, Value::Text("2500".into()))], &wrong);
        assert!(after([said(Field::Billed, Value::Money(Cents(250_000)))]).is_ok());
    }

    #[test]
    fn a_name_has_a_limit_and_may_be_in_any_script() {
        let name = |text: String| said(Field::Patient, Value::Text(text));
        refused([name("a".repeat(200_000))], &Refusal::TooLong { length: 200_000, limit: FIELD_LIMIT });
        refused([name(" \t\n".into())], &Refusal::Empty { field: Field::Patient });
        let case = after([name("\u{645}\u{631}\u{64a}\u{645} \u{1f33b}".into())]).expect("a name is a name");
        assert_eq!(case.text(Field::Patient).map(|fact| fact.value.to_owned()).as_deref(), Some("مريم 🌻"));
    }

    #[test]
    fn learning_takes_i_dont_know_back_and_the_other_way_round() {
        let known = said(Field::NoticeReceived, Value::Day(today()));
        let unknown = Change::SaidUnknown { field: Field::NoticeReceived };
        let case = after([known.clone(), unknown.clone()]).expect("both are allowed");
        assert!(case.said_unknown(Field::NoticeReceived) && case.day(Field::NoticeReceived).is_none());
        let case = after([unknown, known]).expect("both are allowed");
        assert!(!case.said_unknown(Field::NoticeReceived) && case.day(Field::NoticeReceived).is_some());
    }

    #[test]
    fn a_paper_stays_while_facts_rest_on_it() {
        let document = Number(open().next_number);
        let paper = Document {
            number: document,
            kind: PaperKind::DenialNotice,
            title: "the denial letter".into(),
            dated: None,
            added: today(),
            text: "Claim Number: C-1".into(),
        };
        let from = Provenance::Document { document, words: "Claim Number: C-1".into() };
        let fact = Change::Learned { field: Field::ClaimNumber, value: Value::Text("C-1".into()), from };
        let removed = Change::DocumentRemoved { document };
        refused(
            [Change::DocumentAdded(paper.clone()), fact.clone(), removed.clone()],
            &Refusal::FactsRestOnIt { facts: 1 },
        );
        let forgot = Change::Forgot { field: Field::ClaimNumber };
        let case = after([Change::DocumentAdded(paper), fact, forgot, removed]).expect("nothing rests on it any more");
        assert!(case.documents.is_empty());
    }

    #[test]
    fn a_second_notice_is_the_newest_and_the_denial_stays_as_it_was() {
        let (denied, answered) = (day("2024-01-10"), day("2024-01-31"));
        let reason = |text: &str| said(Field::Reason, Value::Text(text.into()));
        let first = [
            said(Field::NoticeDate, Value::Day(denied)),
            said(Field::NoticeReceived, Value::Day(day("2024-01-20"))),
            reason("No approval."),
        ];
        let second = [
            Change::NoticeAdded { number: Number(open().next_number) },
            // Before the day on which the denial came: the two notices have nothing to do with each other.
            said(Field::NoticeDate, Value::Day(day("2024-01-15"))),
            said(Field::NoticeDate, Value::Day(answered)),
            reason("Not needed."),
        ];
        let case = after(first.into_iter().chain(second)).expect("an answer can come");
        assert_eq!(case.day(Field::NoticeDate).map(|fact| fact.value), Some(answered));
        assert_eq!(case.day(Field::NoticeReceived), None, "nobody said when the answer came");
        let of_denial = |field| case.denial_fact(field).map(|fact| fact.value.clone());
        assert_eq!(of_denial(Field::NoticeDate), Some(Value::Day(denied)));
        assert_eq!(of_denial(Field::Reason), Some(Value::Text("No approval.".into())));
        assert_eq!(case.final_denial().map(|notice| notice.number), Some(Number(open().next_number)));
        assert_eq!(open().final_denial(), None);
    }

    #[test]
    fn care_is_held_against_the_denial_and_not_against_the_answer() {
        let (notice, service) = (day("2024-01-10"), day("2024-01-20"));
        let changes = [
            said(Field::NoticeDate, Value::Day(notice)),
            Change::NoticeAdded { number: Number(open().next_number) },
            said(Field::NoticeDate, Value::Day(day("2024-01-31"))),
            said(Field::ServiceDate, Value::Day(service)),
        ];
        refused(changes, &Refusal::ServiceAfterNotice { service, notice });
    }

    #[test]
    fn a_notice_takes_the_next_number_and_no_other() {
        refused([Change::NoticeAdded { number: Number(2) }], &Refusal::NumberTaken { number: Number(2) });
        refused([Change::NoticeAdded { number: Number(9) }], &Refusal::NumberTaken { number: Number(9) });
    }

    #[test]
    fn numbers_are_given_once() {
        let event = |number| Event { number: Number(number), on: today(), what: EventKind::Other, note: String::new() };
        let first = open().next_number;
        refused(
            [Change::EventAdded(event(first)), Change::EventAdded(event(first))],
            &Refusal::NumberTaken { number: Number(first) },
        );
        let again = [
            Change::EventAdded(event(first)),
            Change::EventRemoved { event: Number(first) },
            Change::EventAdded(event(first)),
        ];
        refused(again, &Refusal::NumberTaken { number: Number(first) });
    }

    #[test]
    fn what_was_sent_is_kept_word_for_word() {
        let begun = Change::LetterBegun { kind: LetterKind::L01, about_call: None };
        let letter = Number(open().next_number);
        let sending = Sending { on: today(), how: SentBy::Fax, proof: "1234".into(), arrived: None };
        let sent = Change::LetterSent { letter, text: "Dear plan".into(), sending };
        let case = after([begun.clone(), sent.clone(), sent]).expect("a letter can be sent twice");
        let held = case.letter(letter).expect("it was begun");
        assert_eq!((held.versions.len(), held.sendings.len()), (1, 2), "the same words are one version");
        let late = Sending { on: day("2024-02-02"), how: SentBy::Fax, proof: String::new(), arrived: None };
        let expected = Refusal::FromTheFuture { field: None, day: late.on, today: today() };
        refused([begun, Change::LetterSent { letter, text: String::new(), sending: late }], &expected);
    }
}
