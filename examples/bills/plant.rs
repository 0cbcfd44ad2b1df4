//! Errors as they are made on papers, planted into encounters that are right. Each says what should be found.

use recourse::case::coverage::From;
use recourse::case::fact::Choice;
use recourse::case::statement::{ClaimState, Network};
use recourse::case::{Number, Part, Statement, StatementLine, Value};
use recourse::kinds::{Field, StatementKind, TotalKind};
use recourse::money::Cents;

use crate::chance::Chance;
use crate::world::{Account, Encounter, fact, say, total};

/// What is planted.
pub const KINDS: [&str; 31] = [
    "discount missing",
    "plan payment missing",
    "own payment missing",
    "above the share",
    "not on the EOB",
    "more often",
    "on two bills",
    "more units",
    "other charge",
    "other code",
    "other day",
    "line does not add",
    "share is not its parts",
    "deductible met",
    "coinsurance rate",
    "copay",
    "limit passed",
    "other network",
    "late fee",
    "above the estimate",
    "overpaid",
    "follow-up",
    "no itemization",
    "billed before the plan",
    "no EOB",
    "not final",
    "subtotal",
    "amount due",
    "two amounts due",
    "patient",
    "day",
];

/// Where an error stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Where {
    Bill,
    Eob,
    /// The last of the further papers.
    More,
}

/// Plants an error of this kind into the first account; nothing where the encounter does not allow it.
pub fn plant(kind: &str, encounter: &mut Encounter, chance: &mut Chance) -> Option<Where> {
    of_totals(kind, encounter, chance)
        .or_else(|| of_lines(kind, encounter, chance))
        .or_else(|| of_eob(kind, encounter, chance))
        .or_else(|| of_terms(kind, encounter, chance))
        .or_else(|| of_papers(kind, encounter, chance))
}

fn extra(chance: &mut Chance) -> i64 {
    chance.from(300, 9_000) + 1
}

/// What a bill takes off and asks for.
fn of_totals(kind: &str, encounter: &mut Encounter, chance: &mut Chance) -> Option<Where> {
    let account = &mut encounter.accounts[0];
    let extra = extra(chance);
    match kind {
        "discount missing" => {
            let missing = lower(&mut account.bill, TotalKind::Adjustments, extra)?;
            raise(&mut account.bill, TotalKind::AmountDue, missing);
        }
        "plan payment missing" => {
            let missing = lower(&mut account.bill, TotalKind::InsurancePaid, extra)?;
            raise(&mut account.bill, TotalKind::AmountDue, missing);
        }
        "own payment missing" => {
            let share = amount(&account.bill, TotalKind::AmountDue);
            let paid = (share / 2).max(1);
            (share > 1).then_some(())?;
            let receipt = paper(&account.office, StatementKind::Receipt, &[(TotalKind::PatientPaid, paid)]);
            encounter.more.push(receipt);
        }
        "above the share" => {
            let due = amount(&account.bill, TotalKind::AmountDue) + extra + 7;
            let charges = amount(&account.bill, TotalKind::Charges);
            (due < charges).then_some(())?;
            account.bill.totals = vec![total(TotalKind::Charges, charges), total(TotalKind::AmountDue, due)];
        }
        "billed before the plan" => {
            let charges = amount(&account.bill, TotalKind::Charges);
            (charges > 0).then_some(())?;
            account.bill.totals = vec![total(TotalKind::Charges, charges), total(TotalKind::AmountDue, charges)];
            say(&mut account.bill, Field::BillDate, fact(Value::Day(account.last.plus_days(10))));
        }
        "subtotal" => raise(&mut account.bill, TotalKind::Charges, extra),
        "amount due" => {
            lower(&mut account.bill, TotalKind::AmountDue, extra)?;
        }
        "two amounts due" => {
            let due = amount(&account.bill, TotalKind::AmountDue);
            account.bill.totals.push(total(TotalKind::AmountDue, due + extra));
        }
        "overpaid" => {
            let share = amount(&account.bill, TotalKind::AmountDue);
            let receipt = paper(&account.office, StatementKind::Receipt, &[(TotalKind::PatientPaid, share + extra)]);
            lower(&mut account.bill, TotalKind::AmountDue, share);
            account.bill.totals.push(total(TotalKind::PatientPaid, share));
            encounter.more.push(receipt);
        }
        _ => return None,
    }
    Some(Where::Bill)
}

/// The lines of a bill.
fn of_lines(kind: &str, encounter: &mut Encounter, chance: &mut Chance) -> Option<Where> {
    let account = &mut encounter.accounts[0];
    let extra = extra(chance);
    match kind {
        "not on the EOB" => add_line(&mut account.bill, chance, extra, "Supplies", None),
        "more often" => {
            let held = pick(&account.bill, chance)?;
            let cents = held.billed?.0;
            account.bill.lines.push(held);
            charge(&mut account.bill, cents);
        }
        "more units" => {
            let at = chance.place(account.bill.lines.len());
            let line = account.bill.lines.get_mut(at)?;
            let (units, billed) = (line.units?, line.billed?.0);
            line.units = Some(units + 1);
            let more = billed / i64::from(units);
            line.billed = Some(Cents(billed + more));
            charge(&mut account.bill, more);
        }
        "other charge" => {
            let at = chance.place(account.bill.lines.len());
            let line = account.bill.lines.get_mut(at)?;
            line.billed = Some(Cents(line.billed?.0 + extra));
            charge(&mut account.bill, extra);
        }
        "other code" => {
            let at = chance.place(account.bill.lines.len());
            account.bill.lines.get_mut(at)?.code = format!("{:05}", chance.from(10_000, 99_999));
        }
        "other day" => {
            (account.first != account.last).then_some(())?;
            let (first, last) = (account.first, account.last);
            let at = chance.place(account.bill.lines.len());
            let line = account.bill.lines.get_mut(at)?;
            line.on = Some(if line.on? == last { first } else { line.on?.plus_days(1) });
        }
        "late fee" => add_line(&mut account.bill, chance, extra, "Late fee", Some(())),
        "no itemization" => {
            account.bill.lines.clear();
        }
        "day" => {
            let at = chance.place(account.bill.lines.len());
            let (code, before) = (account.bill.lines[at].code.clone(), account.bill.lines[at].on?);
            let outside = account.last.plus_days(3);
            let same = account.eob.lines.iter().filter(|line| line.code == code).count();
            (same == 1).then_some(())?;
            account.bill.lines[at].on = Some(outside);
            let line = account.eob.lines.iter_mut().find(|line| line.code == code && line.on == Some(before))?;
            line.on = Some(outside);
            account.eob.service = None;
        }
        _ => return None,
    }
    Some(Where::Bill)
}

/// The lines of an explanation of benefits.
fn of_eob(kind: &str, encounter: &mut Encounter, chance: &mut Chance) -> Option<Where> {
    let account = &mut encounter.accounts[0];
    let extra = extra(chance);
    match kind {
        "line does not add" => {
            let at = chance.place(account.eob.lines.len());
            let line = account.eob.lines.get_mut(at)?;
            line.detail.parts.remove(&Part::Deductible);
            line.share = Some(Cents(line.share?.0 + extra));
            raise(&mut account.eob, TotalKind::AmountDue, extra);
            lower(&mut account.bill, TotalKind::Adjustments, extra).filter(|lowered| *lowered == extra)?;
            raise(&mut account.bill, TotalKind::AmountDue, extra);
        }
        "share is not its parts" => {
            let at = chance.place(account.eob.lines.len());
            let line = account.eob.lines.get_mut(at)?;
            let part = line.detail.parts.get_mut(&Part::Coinsurance).filter(|cents| cents.0 > 1)?;
            part.0 -= 1 + (part.0 - 1) / 2;
        }
        "other network" => {
            account.eob.lines.iter_mut().for_each(|line| line.detail.network = Some(Network::Out));
            account.eob.claim.provider_network = Some(Network::In);
        }
        "not final" => {
            account.eob.claim.state = Some(ClaimState::Partial);
        }
        "patient" => {
            encounter.facts.push((Field::Patient, Value::Text("Ruth Alvarez".to_owned())));
            say(&mut account.eob, Field::Patient, fact(Value::Text("Peter Nolan".to_owned())));
        }
        _ => return None,
    }
    Some(Where::Eob)
}

/// What the plan makes its members share.
fn of_terms(kind: &str, encounter: &mut Encounter, chance: &mut Chance) -> Option<Where> {
    let percent = encounter.percent;
    let account = &mut encounter.accounts[0];
    match kind {
        "deductible met" => {
            let taken = deductible(encounter);
            (taken > 500).then_some(())?;
            let network = encounter.accounts[0].network;
            let held = terms(encounter, network);
            held.deductible.individual.limit = Some(Cents(200_000));
            held.deductible.individual.met = Some(Cents(200_000 - taken / 2));
        }
        "coinsurance rate" => {
            let network = account.network;
            let at = chance.place(account.eob.lines.len());
            let line = account.eob.lines.get_mut(at)?;
            let base = line.allowed?.0 - line.detail.parts.get(&Part::Deductible)?.0;
            let wrong = (base * (percent + 20) + 50) / 100;
            let more = wrong - line.detail.parts.get(&Part::Coinsurance)?.0;
            (more > 1 && more <= line.plan_paid?.0).then_some(())?;
            line.detail.parts.insert(Part::Coinsurance, Cents(wrong));
            line.share = Some(Cents(line.share?.0 + more));
            line.plan_paid = Some(Cents(line.plan_paid?.0 - more));
            for (paper, kind) in [(0, TotalKind::AmountDue), (1, TotalKind::AmountDue)] {
                raise(if paper == 0 { &mut account.bill } else { &mut account.eob }, kind, more);
            }
            lower(&mut account.bill, TotalKind::InsurancePaid, more)?;
            lower(&mut account.eob, TotalKind::InsurancePaid, more)?;
            terms(encounter, network).coinsurance_percent = u32::try_from(percent).ok();
        }
        "copay" => {
            let network = account.network;
            let line = account.eob.lines.iter_mut().find(|line| line.plan_paid.is_some_and(|paid| paid.0 > 4_000))?;
            line.detail.parts.insert(Part::Copay, Cents(4_000));
            line.share = Some(Cents(line.share?.0 + 4_000));
            line.plan_paid = Some(Cents(line.plan_paid?.0 - 4_000));
            raise(&mut account.bill, TotalKind::AmountDue, 4_000);
            raise(&mut account.eob, TotalKind::AmountDue, 4_000);
            lower(&mut account.bill, TotalKind::InsurancePaid, 4_000)?;
            lower(&mut account.eob, TotalKind::InsurancePaid, 4_000)?;
            terms(encounter, network).copay = Some(Cents(2_500));
        }
        "limit passed" => {
            let network = account.network;
            let all = encounter.accounts.iter().filter(|held| held.network == network);
            let share: i64 = all.map(|held| amount(&held.bill, TotalKind::AmountDue)).sum();
            (share > 500).then_some(())?;
            let held = terms(encounter, network);
            held.out_of_pocket.individual.limit = Some(Cents(900_000));
            held.out_of_pocket.individual.met = Some(Cents((900_000 - share / 3).max(0)));
            (share / 3 < 900_000).then_some(())?;
        }
        _ => return None,
    }
    Some(Where::Eob)
}

/// Further papers.
fn of_papers(kind: &str, encounter: &mut Encounter, chance: &mut Chance) -> Option<Where> {
    let account = &mut encounter.accounts[0];
    let extra = extra(chance);
    match kind {
        "on two bills" => {
            let held = account.bill.lines[chance.place(account.bill.lines.len())].clone();
            let cents = held.billed?.0;
            let other = encounter.accounts.get_mut(1)?;
            other.bill.lines.push(StatementLine { on: held.on, ..held });
            charge(&mut other.bill, cents);
            return Some(Where::Bill);
        }
        "above the estimate" => {
            encounter.accounts.truncate(1);
            encounter.more.clear();
            let account = &mut encounter.accounts[0];
            let charges = amount(&account.bill, TotalKind::Charges);
            let more = chance.from(40_000, 90_000);
            (charges > more + 100).then_some(())?;
            account.bill.totals = vec![total(TotalKind::Charges, charges), total(TotalKind::AmountDue, charges)];
            account.eob = paper(&account.office, StatementKind::Estimate, &[(TotalKind::Charges, charges - more)]);
            encounter.facts.push((Field::CoverageFrom, Value::Choice(Choice::From(From::None))));
        }
        "follow-up" => {
            let mut later = account.bill.clone();
            say(&mut later, Field::BillDate, fact(Value::Day(account.last.plus_days(80))));
            encounter.more.push(later);
            return Some(Where::More);
        }
        "no EOB" => {
            let mut other = Statement::new(Number(0), StatementKind::Bill);
            say(&mut other, Field::Biller, fact(Value::Text("Meadow Anesthesia".to_owned())));
            say(&mut other, Field::AccountNumber, fact(Value::Text("M1".to_owned())));
            say(&mut other, Field::BillDate, fact(Value::Day(account.last.plus_days(60))));
            add_line(&mut other, chance, extra, "Anesthesia", None);
            other.totals = vec![total(TotalKind::Charges, extra), total(TotalKind::AmountDue, extra)];
            encounter.more.push(other);
            return Some(Where::More);
        }
        _ => return None,
    }
    Some(Where::Bill)
}

/// What makes an encounter harder and is no error.
pub fn disturb(encounter: &mut Encounter, chance: &mut Chance) {
    for account in &mut encounter.accounts {
        if chance.percent(12) {
            split(account);
        }
        if chance.percent(10) {
            account.bill.totals.retain(|total| total.kind == TotalKind::AmountDue);
        }
        if chance.percent(10) {
            account.eob.lines.iter_mut().for_each(|line| line.detail.parts.clear());
        }
    }
    if chance.percent(15) {
        let account = &encounter.accounts[0];
        let mut earlier = account.eob.clone();
        say(&mut earlier, Field::BillDate, fact(Value::Day(account.last.plus_days(12))));
        earlier.lines.iter_mut().for_each(|line| {
            line.plan_paid = Some(Cents(0));
            line.share = line.allowed;
            line.detail.parts.clear();
        });
        earlier.totals.clear();
        encounter.more.push(earlier);
    }
    if chance.percent(15) {
        let share = amount(&encounter.accounts[0].bill, TotalKind::AmountDue);
        if share > 200 {
            let account = &mut encounter.accounts[0];
            let paid = share / 4;
            lower(&mut account.bill, TotalKind::AmountDue, paid);
            account.bill.totals.push(total(TotalKind::PatientPaid, paid));
            encounter.more.push(paper(&account.office, StatementKind::Receipt, &[(TotalKind::PatientPaid, paid)]));
        }
    }
}

/// Lists each unit of a line of the bill by itself, as the plan does not.
fn split(account: &mut Account) {
    let whole = |line: &&StatementLine| line.units.is_some_and(|units| units > 1);
    let Some(place) = account.bill.lines.iter().position(|line| whole(&line)) else { return };
    let line = account.bill.lines.remove(place);
    let (units, billed) = (line.units.unwrap_or(1), line.billed.unwrap_or_default().0);
    for at in 0..i64::from(units) {
        let part = billed / i64::from(units) + if at == 0 { billed % i64::from(units) } else { 0 };
        account.bill.lines.push(StatementLine { units: Some(1), billed: Some(Cents(part)), ..line.clone() });
    }
}

fn pick(bill: &Statement, chance: &mut Chance) -> Option<StatementLine> {
    bill.lines.get(chance.place(bill.lines.len())).cloned()
}

fn paper(office: &str, kind: StatementKind, totals: &[(TotalKind, i64)]) -> Statement {
    let mut paper = Statement::new(Number(0), kind);
    paper.totals = totals.iter().map(|(kind, cents)| total(*kind, *cents)).collect();
    say(&mut paper, Field::Biller, fact(Value::Text(office.to_owned())));
    paper
}

fn amount(paper: &Statement, kind: TotalKind) -> i64 {
    paper.total(kind).map_or(0, |total| total.amount.0)
}

fn raise(paper: &mut Statement, kind: TotalKind, cents: i64) {
    if let Some(total) = paper.totals.iter_mut().find(|total| total.kind == kind) {
        total.amount.0 += cents;
    }
}

/// Takes an amount off a total, or all of it where it is less; how much it was, if anything.
fn lower(paper: &mut Statement, kind: TotalKind, cents: i64) -> Option<i64> {
    let total = paper.totals.iter_mut().find(|total| total.kind == kind)?;
    let less = cents.min(total.amount.0);
    total.amount.0 -= less;
    (less > 0).then_some(less)
}

/// A charge more, on the charges and on what is asked for.
fn charge(bill: &mut Statement, cents: i64) {
    raise(bill, TotalKind::Charges, cents);
    raise(bill, TotalKind::AmountDue, cents);
}

fn add_line(bill: &mut Statement, chance: &mut Chance, cents: i64, what: &str, fee: Option<()>) {
    let like = bill.lines.first().cloned();
    let on = like.as_ref().and_then(|line| line.on);
    let code = if fee.is_some() { String::new() } else { format!("{:05}", chance.from(10_000, 99_999)) };
    let from =
        like.map_or(recourse::case::Provenance::Statement { on: crate::world::day(2026, 9, 1) }, |line| line.from);
    bill.lines.push(StatementLine {
        on,
        code,
        what: what.to_owned(),
        units: None,
        billed: Some(Cents(cents)),
        allowed: None,
        plan_paid: None,
        share: None,
        detail: recourse::case::Detail::default(),
        from,
    });
    charge(bill, cents);
}

fn deductible(encounter: &Encounter) -> i64 {
    let network = encounter.accounts[0].network;
    let all =
        encounter.accounts.iter().filter(|account| account.network == network).flat_map(|account| &account.eob.lines);
    all.filter_map(|line| line.detail.parts.get(&Part::Deductible)).map(|cents| cents.0).sum()
}

fn terms(encounter: &mut Encounter, network: Network) -> &mut recourse::case::terms::Terms {
    match network {
        Network::In => &mut encounter.terms.inside,
        Network::Out => &mut encounter.terms.outside,
    }
}
