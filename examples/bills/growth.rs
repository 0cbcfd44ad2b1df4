//! How long it takes to compare papers, as they grow. A report, not a gate: a shared machine is now fast, now slow.
#![expect(clippy::disallowed_methods, reason = "the ban on clocks guards the page; here one measures how long it took")]

use std::time::Instant;

use recourse::case::{Case, CaseId, Change, Detail, Number, Provenance, Statement, StatementLine};
use recourse::kinds::StatementKind;
use recourse::money::Cents;
use recourse::{reconcile, rulebook};

use crate::chance::Chance;
use crate::world::day;

/// Prints the time for some sizes; half of the lines agree in all things, the others only in some.
pub fn print() {
    println!("{:>8}{:>10}", "lines", "ms");
    for lines in [100, 250, 500, 1_000, 2_500, 5_000, 10_000] {
        let case = case(lines);
        let quickest = (0..3).map(|_| {
            let start = Instant::now();
            let found = reconcile::of(&case, rulebook::book());
            assert!(!found.pairs.is_empty(), "there is something to pair");
            start.elapsed()
        });
        let quickest = quickest.min().unwrap_or_default();
        println!("{lines:>8}{:>10}", format!("{}.{}", quickest.as_millis(), quickest.as_micros() / 100 % 10));
    }
}

fn case(lines: usize) -> Case {
    let today = day(2026, 9, 1);
    let mut chance = Chance::new(7);
    let mut case = Case::open(CaseId("made-up".to_owned()), today);
    for part in 0..lines.div_ceil(1_000) {
        let count = (lines - part * 1_000).min(1_000);
        let bill: Vec<StatementLine> = (0..count).map(|_| line(&mut chance)).collect();
        let mut eob = bill.clone();
        for line in eob.iter_mut().step_by(2) {
            line.billed = line.billed.map(|cents| Cents(cents.0 + chance.from(0, 500)));
            line.on = line.on.map(|on| on.plus_days(u32::try_from(chance.from(0, 1)).unwrap_or(0)));
        }
        eob.reverse();
        for (kind, lines) in [(StatementKind::Bill, bill), (StatementKind::Eob, eob)] {
            let paper = Statement { lines, ..Statement::new(Number(case.next_number), kind) };
            case = case.apply(Change::StatementAdded(paper), today).expect("it fits");
        }
    }
    case
}

fn line(chance: &mut Chance) -> StatementLine {
    StatementLine {
        on: Some(day(2026, 2, 1).plus_days(u32::try_from(chance.from(0, 20)).unwrap_or(0))),
        code: format!("{:05}", chance.from(10_000, 10_300)),
        what: "Service".to_owned(),
        units: Some(1),
        billed: Some(Cents(chance.from(500, 90_000))),
        allowed: None,
        plan_paid: None,
        share: None,
        detail: Detail::default(),
        from: Provenance::Statement { on: day(2026, 9, 1) },
    }
}
