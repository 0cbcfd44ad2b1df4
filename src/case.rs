//! What the person told us, and the only way that it changes.
//!
//! Knows no clock, no storage and no rule of law. Nothing here is serializable: `storage` has shapes of its own.

pub mod change;
pub mod coverage;
pub mod fact;
pub mod grid;
mod letter;
pub mod statement;
pub mod terms;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{Change, Refusal};
pub use fact::{Fact, Facts, Provenance, ReasonCode, Value, Window};
pub use grid::Grid;
pub use statement::{At, Detail, Part, Service, Statement, StatementLine, Tie, Total};
pub use terms::PlanTerms;

use crate::civil::{Date, Time};
use crate::kinds::{CallKind, Field, LetterKind, PaperKind, Purpose, StatementKind, Timing, Who};
use crate::money::Cents;

/// Names a case on this device. Made once when the case is opened, from a number given by the caller.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(pub String);

/// The name of the one case that is an example, with invented people. No other case is ever given it.
pub const EXAMPLE: &str = "example";

/// Names a play of the rulebook, such as `S04`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlayId(pub String);

/// A thing of the case, numbered in the order in which it was added, never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub u32);

/// One dispute, from denial to settlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its name on this device.
    pub id: CaseId,
    /// The day it was opened.
    pub opened: Date,
    /// What it was opened for.
    pub purpose: Purpose,
    /// The day it was put away; it stays whole.
    pub archived: Option<Date>,
    /// People, coverage, and all else that stands once a case.
    pub facts: Facts,
    /// Claims or requests in dispute. A case opens with one.
    pub claims: Vec<Claim>,
    /// Decisions received, in the order in which they came. A case opens with one, perhaps empty: the denial.
    pub notices: Vec<Notice>,
    /// Bills, explanations of benefits, receipts and estimates.
    pub statements: Vec<Statement>,
    /// What the person said of which lines of bills and explanations of benefits belong together.
    pub ties: Vec<Tie>,
    /// What the plan makes its members share.
    pub terms: PlanTerms,
    /// What this is about; chosen by the person.
    pub situations: Vec<PlayId>,
    /// Papers in hand (metadata, and the text of pasted letters).
    pub documents: Vec<Document>,
    /// The plan's criteria among them, split and marked.
    pub grids: Vec<Grid>,
    /// Calls made or received.
    pub calls: Vec<Call>,
    /// Other things that happened.
    pub events: Vec<Event>,
    /// Letters begun.
    pub letters: Vec<Letter>,
    /// Tasks done, by the task's key, and when.
    pub done: BTreeMap<String, Date>,
    /// Money that need not be paid after all.
    pub saved: Vec<Saved>,
    /// The last day on which a copy was saved outside the browser.
    pub copied: Option<Date>,
    /// The next number to give.
    pub next_number: u32,
}

/// A claim, or a request for approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its number in this case.
    pub number: Number,
    /// Numbers, service, codes, amounts.
    pub facts: Facts,
}

/// A decision received: letter, EOB, or a refusal by telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number in this case.
    pub number: Number,
    /// Dates, reasons, rights stated.
    pub facts: Facts,
}

/// A paper in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its number in this case.
    pub number: Number,
    /// What it is.
    pub kind: PaperKind,
    /// What the person calls it.
    pub title: String,
    /// The date printed on it.
    pub dated: Option<Date>,
    /// The day it was added.
    pub added: Date,
    /// Its text, if it was pasted; empty otherwise.
    pub text: String,
}

/// A telephone call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its number in this case.
    pub number: Number,
    /// What it was for.
    pub kind: CallKind,
    /// Whom it was with.
    pub with: Who,
    /// The day.
    pub on: Date,
    /// The time of day, as the person wrote it; may be empty.
    pub time: String,
    /// The telephone number; may be empty.
    pub phone: String,
    /// The person spoken with; may be empty.
    pub person: String,
    /// Their department; may be empty.
    pub department: String,
    /// The call's reference number; may be empty.
    pub reference: String,
    /// What was said, in the person's words.
    pub said: String,
    /// What was promised; may be empty.
    pub promised: String,
    /// By when it was promised.
    pub promised_by: Option<Date>,
    /// When to ask again.
    pub follow_up: Option<Date>,
}

/// Something that happened and is neither a call nor a letter of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number in this case.
    pub number: Number,
    /// The day.
    pub on: Date,
    /// What happened.
    pub what: EventKind,
    /// The person's words; may be empty.
    pub note: String,
}

/// Kinds of things that happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// Care was given.
    Care,
    /// A letter or EOB came.
    LetterCame,
    /// The other side confirmed that our letter arrived.
    ArrivalConfirmed,
    /// The appeal was decided, in whole or in part, for the person.
    Won,
    /// The appeal was lost.
    Lost,
    /// Anything else.
    Other,
}

/// A letter begun from the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its number in this case.
    pub number: Number,
    /// Which letter.
    pub kind: LetterKind,
    /// The call that a confirmation letter confirms.
    pub about_call: Option<Number>,
    /// The day it was begun.
    pub begun: Date,
    /// The person's own words for a part, by the part's key; an empty text leaves the part out.
    pub edits: BTreeMap<String, String>,
    /// The facts that stand in a part's own words, by the part's key, as they were printed when the words were kept.
    pub links: BTreeMap<String, Vec<Link>>,
    /// The parts that the person left out. Their words are kept and can be put back.
    pub left_out: BTreeSet<String>,
    /// The keys of the parts in the person's own order; empty while the order is the drafted one.
    pub order: Vec<String>,
    /// The text as it stood each time it was kept or sent.
    pub versions: Vec<Version>,
    /// Each time it was sent.
    pub sendings: Vec<Sending>,
}

/// A fact as it was printed when the person put a part into their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which fact.
    pub field: Field,
    /// As it was printed.
    pub words: String,
    /// Which of the fact's printed forms in the letter this was, from 0: an address is printed line by line.
    pub nth: u32,
}

/// A letter's text as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The day.
    pub on: Date,
    /// The whole text.
    pub text: String,
}

/// A letter sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The day it was sent.
    pub on: Date,
    /// How.
    pub how: SentBy,
    /// Tracking, fax or confirmation number; may be empty.
    pub proof: String,
    /// The day it is known to have arrived.
    pub arrived: Option<Date>,
    /// The time of day at which it went out, or arrived where that day is known: clocks of hours run from it.
    pub time: Option<Time>,
}

/// Ways to send a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentBy {
    /// Certified mail.
    CertifiedMail,
    /// Ordinary mail.
    Mail,
    /// Fax.
    Fax,
    /// The plan's portal.
    Portal,
    /// By hand.
    Hand,
}

impl SentBy {
    /// Whether it is there at the moment in which it goes out.
    #[must_use]
    pub fn is_instant(self) -> bool {
        match self {
            Self::Fax | Self::Portal | Self::Hand => true,
            Self::CertifiedMail | Self::Mail => false,
        }
    }
}

/// Money that need not be paid after all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The day it became certain.
    pub on: Date,
    /// How much.
    pub amount: Cents,
    /// Why, in the person's words.
    pub why: String,
}

impl Notice {
    /// Whether a notice holds such a fact.
    #[must_use]
    pub fn holds(field: Field) -> bool {
        fact::home(field) == fact::Home::Notice
    }
}

impl Case {
    /// A case opened on `today`, with one empty claim and one empty notice.
    #[must_use]
    pub fn open(id: CaseId, today: Date) -> Self {
        Self {
            id,
            opened: today,
            purpose: Purpose::default(),
            archived: None,
            facts: Facts::default(),
            claims: vec![Claim { number: Number(1), facts: Facts::default() }],
            notices: vec![Notice { number: Number(2), facts: Facts::default() }],
            statements: Vec::new(),
            ties: Vec::new(),
            terms: PlanTerms::default(),
            situations: Vec::new(),
            documents: Vec::new(),
            grids: Vec::new(),
            calls: Vec::new(),
            events: Vec::new(),
            letters: Vec::new(),
            done: BTreeMap::new(),
            saved: Vec::new(),
            copied: None,
            next_number: 3,
        }
    }

    /// Whether this is the example, with invented people.
    #[must_use]
    pub fn is_example(&self) -> bool {
        self.id.0 == EXAMPLE
    }

    /// The fact that stands in this field, from the newest notice or claim for those that belong there.
    #[must_use]
    pub fn fact(&self, field: Field) -> Option<&Fact<Value>> {
        self.home(field).and_then(|facts| facts.get(field))
    }

    /// The decision that the internal appeal is about: the first notice, whatever came after it.
    #[must_use]
    pub fn denial(&self) -> Option<&Notice> {
        self.notices.first()
    }

    /// The notice with this number.
    #[must_use]
    pub fn notice(&self, number: Number) -> Option<&Notice> {
        self.notices.iter().find(|notice| notice.number == number)
    }

    /// The newest notice where one came after the denial: the answer to a lost appeal.
    #[must_use]
    pub fn final_denial(&self) -> Option<&Notice> {
        self.notices.get(1..).and_then(<[Notice]>::last)
    }

    /// The fact that stands in this field, from the denial for those that belong to a notice. What argues with the denial
    /// reads this; [`Case::fact`] is what is being told now.
    #[must_use]
    pub fn denial_fact(&self, field: Field) -> Option<&Fact<Value>> {
        match fact::home(field) {
            fact::Home::Notice => self.denial()?.facts.get(field),
            fact::Home::Case | fact::Home::Claim | fact::Home::Bill => self.fact(field),
        }
    }

    /// Whether something was refused, or was asked for and not answered: the case was opened for it, or a notice says so. A
    /// bill, and care that is planned, have nothing to appeal until then.
    #[must_use]
    pub fn has_denial(&self) -> bool {
        match self.purpose {
            Purpose::Denial => true,
            Purpose::Bill | Purpose::Planning => self.notices.iter().any(|notice| notice.facts.iter().next().is_some()),
        }
    }

    /// Whether the person said that they do not know.
    #[must_use]
    pub fn said_unknown(&self, field: Field) -> bool {
        self.home(field).is_some_and(|facts| facts.said_unknown(field))
    }

    /// The fields about which the person said that they do not know.
    #[must_use]
    pub fn unknowns(&self) -> BTreeSet<Field> {
        let claims = self.claims.last().into_iter().flat_map(|claim| claim.facts.unknowns());
        let notices = self.notices.last().into_iter().flat_map(|notice| notice.facts.unknowns());
        let bills = self.bill().into_iter().flat_map(|bill| bill.facts.unknowns());
        self.facts.unknowns().chain(claims).chain(notices).chain(bills).collect()
    }

    /// A text fact.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<Fact<&str>> {
        self.fact(field)?.pick(Value::as_text)
    }

    /// A day.
    #[must_use]
    pub fn day(&self, field: Field) -> Option<Fact<Date>> {
        self.fact(field)?.pick(Value::as_day)
    }

    /// An amount.
    #[must_use]
    pub fn money(&self, field: Field) -> Option<Fact<Cents>> {
        self.fact(field)?.pick(Value::as_money)
    }

    /// What the person said of where in the life of the claim the decision fell.
    #[must_use]
    pub fn timing(&self) -> Option<Timing> {
        self.fact(Field::Timing)?.value.as_timing()
    }

    /// A yes or no.
    #[must_use]
    pub fn yes(&self, field: Field) -> Option<Fact<bool>> {
        self.fact(field)?.pick(Value::as_yes)
    }

    /// Group and reason codes of the denial, in the order printed.
    #[must_use]
    pub fn codes(&self) -> &[ReasonCode] {
        self.denial_fact(Field::ReasonCode).map_or(&[], |fact| match &fact.value {
            Value::Codes(codes) => codes,
            Value::Text(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::Money(_)
            | Value::Yes(_)
            | Value::Count(_)
            | Value::Window(_)
            | Value::Choice(_) => &[],
        })
    }

    /// The document with this number.
    #[must_use]
    pub fn document(&self, number: Number) -> Option<&Document> {
        self.documents.iter().find(|document| document.number == number)
    }

    /// The criteria of this paper, split.
    #[must_use]
    pub fn grid(&self, document: Number) -> Option<&Grid> {
        self.grids.iter().find(|grid| grid.document == document)
    }

    /// The call with this number.
    #[must_use]
    pub fn call(&self, number: Number) -> Option<&Call> {
        self.calls.iter().find(|call| call.number == number)
    }

    /// The bill, EOB, receipt or estimate with this number.
    #[must_use]
    pub fn statement(&self, number: Number) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.number == number)
    }

    /// The newest bill.
    #[must_use]
    pub fn bill(&self) -> Option<&Statement> {
        self.statements.iter().rev().find(|statement| statement.kind == StatementKind::Bill)
    }

    /// The letter with this number.
    #[must_use]
    pub fn letter(&self, number: Number) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.number == number)
    }

    fn home(&self, field: Field) -> Option<&Facts> {
        match fact::home(field) {
            fact::Home::Case => Some(&self.facts),
            fact::Home::Claim => self.claims.last().map(|claim| &claim.facts),
            fact::Home::Notice => self.notices.last().map(|notice| &notice.facts),
            fact::Home::Bill => self.bill().map(|bill| &bill.facts),
        }
    }

    fn home_mut(&mut self, field: Field) -> Option<&mut Facts> {
        match fact::home(field) {
            fact::Home::Case => Some(&mut self.facts),
            fact::Home::Claim => self.claims.last_mut().map(|claim| &mut claim.facts),
            fact::Home::Notice => self.notices.last_mut().map(|notice| &mut notice.facts),
            fact::Home::Bill => {
                let mut bills = self.statements.iter_mut().rev();
                bills.find(|statement| statement.kind == StatementKind::Bill).map(|bill| &mut bill.facts)
            }
        }
    }
}
