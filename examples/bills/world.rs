//! Made-up encounters: what was done, what was billed for it, and what the plan made of it. Knows nothing of how papers are
//! compared; here the truth is known before there are papers.

use recourse::case::statement::{ClaimNotes, ClaimState, Network};
use recourse::case::{
    Case, CaseId, Change, Detail, Fact, Number, Part, PlanTerms, Provenance, Service, Statement, StatementLine, Total,
    Value,
};
use recourse::civil::Date;
use recourse::kinds::{Field, Purpose, StatementKind, TotalKind};
use recourse::money::Cents;

use crate::chance::Chance;

/// What was done, and what became of it.
#[derive(Clone)]
pub struct Care {
    pub on: Date,
    pub code: String,
    pub what: &'static str,
    pub units: u32,
    pub billed: i64,
    pub allowed: i64,
    pub paid: i64,
    pub deductible: i64,
    pub coinsurance: i64,
}

impl Care {
    pub fn share(&self) -> i64 {
        self.deductible + self.coinsurance
    }
}

/// A bill and its explanation of benefits, as they should be.
pub struct Account {
    pub office: String,
    pub first: Date,
    pub last: Date,
    pub network: Network,
    pub bill: Statement,
    pub eob: Statement,
}

/// The papers of an encounter.
pub struct Encounter {
    pub percent: i64,
    pub accounts: Vec<Account>,
    /// Receipts, estimates, further bills.
    pub more: Vec<Statement>,
    pub terms: PlanTerms,
    pub facts: Vec<(Field, Value)>,
}

const WHAT: [&str; 8] =
    ["Office visit", "Blood test", "X-ray", "Injection", "Therapy", "Scan", "Supplies", "Room and board"];

pub fn day(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).expect("the calendar has it")
}

fn said() -> Provenance {
    Provenance::Statement { on: day(2026, 9, 1) }
}

pub fn fact(value: Value) -> Fact<Value> {
    Fact { value, from: said() }
}

/// Makes a paper say something of itself.
pub fn say(paper: &mut Statement, field: Field, fact: Fact<Value>) {
    *paper = paper.clone().saying(field, fact);
}

pub fn total(kind: TotalKind, cents: i64) -> Total {
    Total { kind, amount: Cents(cents), from: said() }
}

/// Makes an encounter of one to three offices.
pub fn encounter(chance: &mut Chance) -> Encounter {
    let percent = [10, 15, 20, 30][chance.place(4)];
    let offices = if chance.percent(70) { 1 } else { chance.from(2, 3) };
    let mut deductible = if chance.percent(50) { chance.from(0, 150_000) } else { 0 };
    let first = day(2026, 2, 1).plus_days(u32::try_from(chance.from(0, 60)).unwrap_or(0));
    let stay = if chance.percent(70) { 0 } else { chance.from(1, 5) };
    let last = first.plus_days(u32::try_from(stay).unwrap_or(0));
    let accounts = (0..offices).map(|at| {
        let lines = lines(chance, first, stay, percent, &mut deductible);
        account(chance, at, first, last, &lines)
    });
    Encounter {
        percent,
        accounts: accounts.collect(),
        more: Vec::new(),
        terms: PlanTerms::default(),
        facts: Vec::new(),
    }
}

fn lines(chance: &mut Chance, first: Date, stay: i64, percent: i64, deductible: &mut i64) -> Vec<Care> {
    let count = match chance.from(1, 100) {
        ..=60 => chance.from(1, 6),
        61..=86 => chance.from(7, 30),
        87..=97 => chance.from(31, 120),
        _ => chance.from(121, 400),
    };
    let mut made: Vec<Care> = Vec::new();
    for _ in 0..count {
        // The same service twice on one day is often right.
        if chance.percent(4) && !made.is_empty() {
            let again = made[chance.place(made.len())].clone();
            let plan = decided(chance, again.billed, percent, deductible);
            made.push(priced(again, plan));
            continue;
        }
        let code = format!("{:05}", chance.from(10_000, 99_999));
        let units = if chance.percent(75) { 1 } else { u32::try_from(chance.from(2, 6)).unwrap_or(1) };
        let price = match chance.from(1, 10) {
            ..=4 => chance.from(500, 9_000),
            5..=8 => chance.from(9_000, 60_000),
            9 => [15_000, 25_000, 4_500][chance.place(3)],
            _ => chance.from(60_000, 900_000),
        };
        let billed = price * i64::from(units);
        let on = first.plus_days(u32::try_from(chance.from(0, stay)).unwrap_or(0));
        let plan = decided(chance, billed, percent, deductible);
        let care = Care {
            on,
            code,
            what: WHAT[chance.place(WHAT.len())],
            units,
            billed,
            allowed: 0,
            paid: 0,
            deductible: 0,
            coinsurance: 0,
        };
        made.push(priced(care, plan));
    }
    made
}

/// What the plan allows, what counts as deductible, and the patient's percentage of the rest.
fn decided(chance: &mut Chance, billed: i64, percent: i64, deductible: &mut i64) -> (i64, i64, i64) {
    let allowed = billed * chance.from(20, 90) / 100;
    let first = allowed.min(*deductible);
    *deductible -= first;
    (allowed, first, ((allowed - first) * percent + 50) / 100)
}

fn priced(care: Care, (allowed, deductible, coinsurance): (i64, i64, i64)) -> Care {
    Care { allowed, deductible, coinsurance, paid: allowed - deductible - coinsurance, ..care }
}

fn account(chance: &mut Chance, at: i64, first: Date, last: Date, lines: &[Care]) -> Account {
    let office =
        ["Harbor Hospital", "Summit Radiology", "Quill Laboratory"][usize::try_from(at).unwrap_or(0)].to_owned();
    let number = format!("A{}", chance.from(100_000, 999_999));
    let network = if chance.percent(80) { Network::In } else { Network::Out };
    let coded = chance.percent(94);
    let dated = first != last || chance.percent(85);
    let counted = chance.percent(70);
    let service = Some(Service { first, last, from: said() });
    let bill_lines = lines.iter().map(|care| StatementLine {
        on: dated.then_some(care.on),
        code: if coded && chance.percent(3) { format!("{}-25", care.code) } else { care.code.clone() },
        what: care.what.to_owned(),
        units: counted.then_some(care.units),
        billed: Some(Cents(care.billed)),
        allowed: None,
        plan_paid: None,
        share: None,
        detail: Detail::default(),
        from: said(),
    });
    let bill_lines: Vec<StatementLine> = bill_lines.collect();
    let mut eob_lines: Vec<StatementLine> = lines.iter().map(|care| eob_line(care, network)).collect();
    if chance.percent(60) {
        for place in (1..eob_lines.len()).rev() {
            let other = chance.place(place + 1);
            eob_lines.swap(place, other);
        }
    }
    let sum = |of: fn(&Care) -> i64| lines.iter().map(of).sum::<i64>();
    let (billed, allowed, paid, share) =
        (sum(|care| care.billed), sum(|care| care.allowed), sum(|care| care.paid), sum(Care::share));
    let mut bill = Statement {
        service: service.clone(),
        lines: bill_lines,
        totals: vec![
            total(TotalKind::Charges, billed),
            total(TotalKind::Adjustments, billed - allowed),
            total(TotalKind::InsurancePaid, paid),
            total(TotalKind::AmountDue, share),
        ],
        ..Statement::new(Number(0), StatementKind::Bill)
    };
    say(&mut bill, Field::Biller, fact(Value::Text(office.clone())));
    say(&mut bill, Field::AccountNumber, fact(Value::Text(number.clone())));
    say(&mut bill, Field::BillDate, fact(Value::Day(last.plus_days(50))));
    let mut eob = Statement {
        service: (first == last).then_some(service).flatten(),
        lines: eob_lines,
        totals: vec![total(TotalKind::Charges, billed), total(TotalKind::InsurancePaid, paid)],
        claim: ClaimNotes { state: Some(ClaimState::Complete), ..ClaimNotes::default() },
        ..Statement::new(Number(0), StatementKind::Eob)
    };
    if chance.percent(70) {
        eob.totals.push(total(TotalKind::AmountDue, share));
    }
    say(&mut eob, Field::Provider, fact(Value::Text(office.clone())));
    say(&mut eob, Field::ClaimNumber, fact(Value::Text(format!("C{number}"))));
    say(&mut eob, Field::BillDate, fact(Value::Day(last.plus_days(30))));
    Account { office, first, last, network, bill, eob }
}

fn eob_line(care: &Care, network: Network) -> StatementLine {
    let parts = [
        (Part::Discount, care.billed - care.allowed),
        (Part::Deductible, care.deductible),
        (Part::Coinsurance, care.coinsurance),
    ];
    StatementLine {
        on: Some(care.on),
        code: care.code.clone(),
        what: care.what.to_owned(),
        units: Some(care.units),
        billed: Some(Cents(care.billed)),
        allowed: Some(Cents(care.allowed)),
        plan_paid: Some(Cents(care.paid)),
        share: Some(Cents(care.share())),
        detail: Detail {
            parts: parts.into_iter().map(|(part, cents)| (part, Cents(cents))).collect(),
            network: Some(network),
            ..Detail::default()
        },
        from: said(),
    }
}

/// The case that holds all papers of an encounter, and the numbers of its papers: bills and explanations of benefits by
/// account, then the others.
pub fn case(encounter: Encounter) -> (Case, Vec<(Number, Number)>, Vec<Number>) {
    let today = day(2026, 9, 1);
    let open = Case::open(CaseId("made-up".to_owned()), today);
    let mut changes = vec![Change::OpenedFor(Purpose::Bill), Change::TermsSaid(encounter.terms)];
    changes.extend(encounter.facts.into_iter().map(|(field, value)| Change::Learned { field, value, from: said() }));
    let mut next = open.next_number;
    let mut numbered = |statement: Statement| {
        let number = Number(next);
        next += 1;
        (number, Change::StatementAdded(Statement { number, ..statement }))
    };
    let mut accounts = Vec::new();
    for account in encounter.accounts {
        let (bill, add) = numbered(account.bill);
        changes.push(add);
        let (eob, add) = numbered(account.eob);
        changes.push(add);
        accounts.push((bill, eob));
    }
    let mut more = Vec::new();
    for statement in encounter.more {
        let (number, add) = numbered(statement);
        changes.push(add);
        more.push(number);
    }
    let case =
        changes.into_iter().try_fold(open, |case, change| case.apply(change, today)).expect("made-up papers fit");
    (case, accounts, more)
}
