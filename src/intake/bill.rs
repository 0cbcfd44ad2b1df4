//! What a confirmed draft of a bill does to a case: the paper, its lines and totals, and the facts that it states.
//!
//! Only what is sure becomes a fact: what the person did not confirm stays out. A bill never overwrites what the case knows
//! already; what it says itself about the patient stays with the bill.

use crate::case::change::FIELD_LIMIT;
use crate::case::fact::{Home, home};
use crate::case::{
    Case, Change, Detail, Document, Fact, Number, Provenance, Service, Statement, StatementLine, Total, Value,
};
use crate::civil::Date;
use crate::importers::bill::{self, Doubt, Draft, Line, Read};
pub use crate::importers::bill::{Error, read};
use crate::importers::letter::{self, Find};
use crate::kinds::{Field, PaperKind, Purpose, StatementKind, TotalKind};
use crate::money::Cents;

/// The changes, in order, by which the paper with this text comes into the case as what the person said it is.
///
/// The paper and the statement come first, with the case's next two numbers. Of a bill, who sent it, its number, its dates
/// and what it asks for follow one by one, so that a day which cannot be is refused by itself.
#[must_use]
pub fn changes(draft: &Draft, kind: StatementKind, text: &str, title: &str, case: &Case, today: Date) -> Vec<Change> {
    let of_bill = |field| is_of_bill(kind, field);
    let known = known(draft, Number(case.next_number));
    let learned =
        known.into_iter().filter(|(field, _)| of_bill(*field) || is_new(*field, case)).filter_map(|(field, fact)| {
            let change = Change::Learned { field, value: fact.value, from: fact.from };
            // What contradicts the case is not learned; it stays with the paper.
            (of_bill(field) || case.apply(change.clone(), today).is_ok()).then_some(change)
        });
    paper(draft, kind, text, title, case, today).into_iter().chain(learned).collect()
}

/// The first two of [`changes`]: the paper and the statement, with what it surely says itself. The facts that a case
/// learns from a bill are left to be confirmed one by one.
#[must_use]
pub fn paper(draft: &Draft, kind: StatementKind, text: &str, title: &str, case: &Case, today: Date) -> Vec<Change> {
    let paper = Number(case.next_number);
    let mut statement = statement(draft, kind, paper);
    for (field, fact) in known(draft, paper) {
        if Statement::holds(field) && !is_of_bill(kind, field) {
            statement.facts.set(field, fact);
        }
    }
    let document = Document {
        number: paper,
        kind: paper_kind(kind, draft),
        title: title.to_owned(),
        dated: draft.find(Field::BillDate).and_then(Read::sure).and_then(Value::as_day),
        added: today,
        text: text.to_owned(),
    };
    vec![Change::DocumentAdded(document), Change::StatementAdded(statement)]
}

/// What a bill says, as a case about it asks for it: each field with what was found, the first days of care as one day.
/// Of another paper only what is not its own.
#[must_use]
pub fn finds(draft: &Draft, kind: StatementKind) -> Vec<Find> {
    let said = draft.finds.iter().map(|said| find(said.field, said.read.value.clone(), &said.read));
    let single = due(draft).is_some();
    let due = draft.totals(TotalKind::AmountDue).enumerate().filter(|(at, _)| !single || *at == 0).map(|(_, read)| {
        let asked = find(Field::AmountDue, Value::Money(read.value), read);
        Find { doubt: asked.doubt.or((!single).then_some(letter::Doubt::Several)), ..asked }
    });
    let service = draft.service.iter().min_by_key(|read| read.value.first());
    let service = service.map(|read| find(Field::ServiceDate, Value::Day(read.value.first()), read));
    let all = said.chain(due).chain(service);
    all.filter(|find| is_of_bill(kind, find.field) || home(find.field) != Home::Bill).collect()
}

fn find<T>(field: Field, value: Value, read: &Read<T>) -> Find {
    Find { field, value, words: read.words.clone(), at: read.at.clone(), doubt: read.doubt.map(doubt) }
}

/// Whether the case holds this fact of such a paper as one of its bill.
fn is_of_bill(kind: StatementKind, field: Field) -> bool {
    kind == StatementKind::Bill && home(field) == Home::Bill
}

fn doubt(doubt: Doubt) -> letter::Doubt {
    match doubt {
        Doubt::MonthOrDay => letter::Doubt::MonthOrDay,
        Doubt::DayFirst => letter::Doubt::DayFirst,
        Doubt::Several => letter::Doubt::Several,
        Doubt::Role | Doubt::Place | Doubt::Column => letter::Doubt::Role,
    }
}

/// What the paper surely says, with its words.
fn known(draft: &Draft, paper: Number) -> Vec<(Field, Fact<Value>)> {
    let fact = |read: &Read<Value>| {
        let value = read.sure()?.clone();
        Some(Fact { value, from: from(paper, &read.words) })
    };
    let finds = draft.finds.iter().filter_map(|find| Some((find.field, fact(&find.read)?)));
    let due = due(draft)
        .map(|read| (Field::AmountDue, Fact { value: Value::Money(read.value), from: from(paper, &read.words) }));
    let service = draft.service.iter().min_by_key(|read| read.value.first()).filter(|read| read.doubt.is_none());
    let service = service.map(|read| {
        (Field::ServiceDate, Fact { value: Value::Day(read.value.first()), from: from(paper, &read.words) })
    });
    finds.chain(due).chain(service).collect()
}

/// What the paper asks for, if it says so once or the same each time.
fn due(draft: &Draft) -> Option<&Read<Cents>> {
    let mut all = draft.totals(TotalKind::AmountDue).filter(|read| read.doubt.is_none());
    let first = all.next()?;
    all.all(|read| read.value == first.value).then_some(first)
}

/// Whether the case does not know this yet, and may learn it from a paper: people always, what the care was only where
/// the case is about the bill, since a bill beside a denial can be for other care.
fn is_new(field: Field, case: &Case) -> bool {
    let belongs = match home(field) {
        Home::Case => true,
        Home::Claim => match case.purpose {
            Purpose::Bill => true,
            Purpose::Denial | Purpose::Planning => false,
        },
        Home::Notice | Home::Bill => false,
    };
    belongs && case.fact(field).is_none()
}

fn statement(draft: &Draft, kind: StatementKind, paper: Number) -> Statement {
    let number = Number(paper.0 + 1);
    let totals = draft.totals.iter().filter_map(|total| {
        let amount = *total.amount.sure()?;
        Some(Total { kind: total.kind, amount, from: from(paper, &total.amount.words) })
    });
    Statement {
        service: service(draft, paper),
        lines: draft.lines.iter().map(|line| statement_line(draft, line, paper)).collect(),
        totals: totals.collect(),
        claim: draft.claim.clone(),
        ..Statement::new(number, kind)
    }
}

/// The first and the last day that the paper names, if it is sure of all of them.
fn service(draft: &Draft, paper: Number) -> Option<Service> {
    let sure: Vec<&Read<bill::Days>> = draft.service.iter().filter(|read| read.doubt.is_none()).collect();
    let whole = sure.len() == draft.service.len();
    let first = sure.iter().map(|read| read.value.first()).min()?;
    let last = sure.iter().map(|read| read.value.last()).max()?;
    let words = sure.iter().find(|read| read.value.first() == first).map(|read| read.words.as_str())?;
    whole.then(|| Service { first, last, from: from(paper, words) })
}

fn statement_line(draft: &Draft, line: &Line, paper: Number) -> StatementLine {
    let sure = |read: &Option<Read<Cents>>| read.as_ref().and_then(Read::sure).copied();
    let code = line.code.as_ref().and_then(Read::sure).cloned();
    StatementLine {
        on: draft.day_of(line).and_then(|read| read.sure().copied()),
        code: code.unwrap_or_default(),
        what: line.said().chars().take(FIELD_LIMIT).collect(),
        units: line.units.as_ref().and_then(Read::sure).copied(),
        billed: sure(&line.billed),
        allowed: sure(&line.allowed),
        plan_paid: sure(&line.plan_paid),
        share: sure(&line.share),
        detail: Detail {
            parts: line.parts.iter().filter_map(|(part, read)| Some((*part, *read.sure()?))).collect(),
            ..line.detail.clone()
        },
        from: from(paper, &line.words),
    }
}

fn from(document: Number, words: &str) -> Provenance {
    Provenance::Document { document, words: words.to_owned() }
}

/// What the paper is in the list of papers: a bill that lists its services is an itemized one.
fn paper_kind(kind: StatementKind, draft: &Draft) -> PaperKind {
    match kind {
        StatementKind::Bill if draft.lines.is_empty() => PaperKind::Bill,
        StatementKind::Bill => PaperKind::ItemizedBill,
        StatementKind::Eob => PaperKind::Eob,
        StatementKind::Receipt => PaperKind::Receipt,
        StatementKind::Estimate => PaperKind::Estimate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{CaseId, Refusal};

    const BILL: &str = "CENTRAL MEDICAL CENTER\nPatient Billing Statement\nPatient: John Doe\nDate of Service: 2024-01-15\n\
                        Statement date: 2024-02-01\nAccount #: 12345678\nCPT 99213 - Office Visit $150.00\n\
                        Copay: -$20.00\nAmount due: $130.00\n";

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn open(purpose: Purpose) -> Case {
        let today = day("2024-03-01");
        Case::open(CaseId("c1".to_owned()), today).apply(Change::OpenedFor(purpose), today).unwrap()
    }

    fn read(text: &str) -> Draft {
        bill::read(text).unwrap()
    }

    /// The case after the paper came into it.
    fn after(case: &Case, draft: &Draft, kind: StatementKind, text: &str, today: &str) -> Result<Case, Refusal> {
        let changes = changes(draft, kind, text, "The bill", case, day(today));
        changes.into_iter().try_fold(case.clone(), |case, change| case.apply(change, day(today)))
    }

    #[test]
    fn a_confirmed_bill_is_in_the_case_with_the_words_that_it_came_from() {
        let case =
            after(&open(Purpose::Bill), &read(BILL).confirmed(), StatementKind::Bill, BILL, "2024-03-01").unwrap();
        let statement = &case.statements[0];
        assert_eq!(case.documents[0].kind, PaperKind::ItemizedBill);
        assert_eq!(case.documents[0].dated, Some(day("2024-02-01")));
        assert_eq!(statement.lines[0].on, Some(day("2024-01-15")));
        assert_eq!(statement.lines[0].code, "99213");
        assert_eq!(statement.totals.iter().map(|total| total.amount.0).collect::<Vec<_>>(), [2_000, 13_000]);
        assert_eq!(case.text(Field::Biller).map(|fact| fact.value), Some("CENTRAL MEDICAL CENTER"));
        assert_eq!(case.money(Field::AmountDue).map(|fact| fact.value), Some(Cents(13_000)));
        assert_eq!(case.day(Field::ServiceDate).map(|fact| fact.value), Some(day("2024-01-15")));
        let totals = statement.totals.iter().map(|total| &total.from);
        let facts = statement.facts.iter().map(|(_, fact)| &fact.from);
        for from in statement.lines.iter().map(|line| &line.from).chain(totals).chain(facts) {
            let Provenance::Document { document, words } = from else { panic!("{from:?}") };
            assert_eq!(*document, case.documents[0].number);
            assert!(BILL.contains(words.as_str()), "{words}");
        }
    }

    #[test]
    fn what_was_not_confirmed_stays_out() {
        let case = after(&open(Purpose::Bill), &read(BILL), StatementKind::Bill, BILL, "2024-03-01").unwrap();
        assert_eq!(
            case.statements[0].totals.iter().map(|total| total.kind).collect::<Vec<_>>(),
            [TotalKind::AmountDue]
        );
        let text = "Invoice\nDate of service: 02/03/2024\nVisit 99213 $5.00 $4.00\n";
        let case = after(&open(Purpose::Bill), &read(text), StatementKind::Bill, text, "2024-03-01").unwrap();
        let statement = &case.statements[0];
        assert_eq!((statement.service.as_ref(), statement.lines[0].on, statement.lines[0].billed), (None, None, None));
        assert_eq!(case.fact(Field::ServiceDate), None);
    }

    #[test]
    fn the_patient_of_the_case_stays_and_that_of_the_bill_stays_with_the_bill() {
        let said = Provenance::Statement { on: day("2024-03-01") };
        let patient = Change::Learned { field: Field::Patient, value: Value::Text("Mary Doe".into()), from: said };
        let case = open(Purpose::Bill).apply(patient, day("2024-03-01")).unwrap();
        let case = after(&case, &read(BILL).confirmed(), StatementKind::Bill, BILL, "2024-03-01").unwrap();
        assert_eq!(case.text(Field::Patient).map(|fact| fact.value), Some("Mary Doe"));
        assert!(matches!(crate::bills::questions(&case)[0].kind, crate::bills::Kind::OtherPatient { .. }));
    }

    #[test]
    fn a_bill_beside_a_denial_says_nothing_about_the_care_that_was_denied() {
        let case =
            after(&open(Purpose::Denial), &read(BILL).confirmed(), StatementKind::Bill, BILL, "2024-03-01").unwrap();
        assert_eq!(case.fact(Field::ServiceDate), None);
        assert!(case.statements[0].service.is_some());
    }

    #[test]
    fn an_explanation_of_benefits_keeps_its_own_facts_and_changes_no_bill() {
        let text = "BLUECARE INSURANCE COMPANY\nExplanation of Benefits\nMember ID: BC1\nDate processed: 2024-02-15\n\
                    Visit 99213 $5.00\nYour responsibility: $5.00\n";
        let case =
            after(&open(Purpose::Bill), &read(BILL).confirmed(), StatementKind::Bill, BILL, "2024-03-01").unwrap();
        let case = after(&case, &read(text).confirmed(), StatementKind::Eob, text, "2024-03-01").unwrap();
        assert_eq!(case.day(Field::BillDate).map(|fact| fact.value), Some(day("2024-02-01")));
        let facts: Vec<Field> = case.statements[1].facts.iter().map(|(field, _)| field).collect();
        assert_eq!(facts, [Field::Insurer, Field::MemberId, Field::BillDate, Field::AmountDue]);
        assert_eq!(case.text(Field::Insurer).map(|fact| fact.value), Some("BLUECARE INSURANCE COMPANY"));
    }

    #[test]
    fn a_bill_from_the_future_is_refused_by_its_date_alone() {
        let refused = after(&open(Purpose::Bill), &read(BILL).confirmed(), StatementKind::Bill, BILL, "2024-01-20");
        let (day, today) = (day("2024-02-01"), day("2024-01-20"));
        assert_eq!(refused, Err(Refusal::FromTheFuture { field: Some(Field::BillDate), day, today }));
    }
}
