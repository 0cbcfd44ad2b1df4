//! Plants known errors into made-up bills and explanations of benefits, and counts which of them are found.
//!
//! `cargo xtask bills`, or `cargo run --no-default-features --example bills -- [COUNT [SEED]]`; with `growth`, how long it
//! takes as papers grow. The figures describe the generator and not the world.

mod chance;
mod growth;
mod plant;
mod world;

use std::collections::BTreeMap;
use std::process::ExitCode;

use recourse::case::Number;
use recourse::reconcile::{self, Found, Grade, Kind, PaperKind};
use recourse::rulebook;

use chance::Chance;
use plant::{KINDS, Where};

/// What was planted and found of a kind.
#[derive(Default)]
struct Count {
    planted: usize,
    found: usize,
    right: usize,
    proven: usize,
    proven_right: usize,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == "growth") {
        growth::print();
        return ExitCode::SUCCESS;
    }
    let number = |at: usize, otherwise| words.get(at).and_then(|word| word.parse().ok()).unwrap_or(otherwise);
    let (encounters, seed) = (number(0, 2_000_u64), number(1, 1));
    let show = words.iter().any(|word| word == "show");
    let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
    let mut clean = 0;
    for at in 0..encounters {
        clean += usize::from(measure(seed * 1_000_003 + at, at, &mut counts, show).is_none());
    }
    print(&counts, encounters, clean, seed)
}

/// Makes an encounter, plants at most one error, and counts what is found. The error's kind, if there is one.
fn measure(seed: u64, at: u64, counts: &mut BTreeMap<&'static str, Count>, show: bool) -> Option<&'static str> {
    let mut chance = Chance::new(seed);
    let mut encounter = world::encounter(&mut chance);
    // Two of three encounters hold an error, each kind as often as any other.
    let wanted =
        (!at.is_multiple_of(3)).then(|| KINDS[usize::try_from(at / 3 * 2 + at % 3).unwrap_or(0) % KINDS.len()]);
    let mut planted = None;
    if let Some(kind) = wanted {
        for again in 0..40 {
            let mut other = Chance::new(seed ^ (again << 40));
            let mut tried = world::encounter(&mut other);
            if other.percent(50) {
                plant::disturb(&mut tried, &mut other);
            }
            if let Some(place) = plant::plant(kind, &mut tried, &mut other) {
                encounter = tried;
                planted = Some((kind, place));
                break;
            }
        }
    } else {
        plant::disturb(&mut encounter, &mut chance);
    }
    let (case, accounts, more) = world::case(encounter);
    let expected = planted.and_then(|(kind, place)| {
        let account = usize::from(kind == "on two bills");
        let paper = match place {
            Where::Bill => accounts.get(account)?.0,
            Where::Eob => accounts.get(account)?.1,
            Where::More => *more.last()?,
        };
        Some((kind, paper))
    });
    let found = reconcile::of(&case, rulebook::book()).findings;
    count(&found, expected, counts, show.then_some(seed));
    expected.map(|(kind, _)| kind)
}

fn count(
    found: &[Found],
    expected: Option<(&'static str, Number)>,
    counts: &mut BTreeMap<&'static str, Count>,
    show: Option<u64>,
) {
    if let Some((kind, _)) = expected {
        counts.entry(kind).or_default().planted += 1;
    }
    let mut met = false;
    for one in found {
        let name = name(&one.kind);
        let right = expected.is_some_and(|(kind, paper)| kind == name && (paper == one.paper || touches(one, paper)));
        let held = counts.entry(name).or_default();
        held.found += 1;
        held.right += usize::from(right && !met);
        if one.grade == Grade::Proven {
            held.proven += 1;
            held.proven_right += usize::from(right);
        }
        if let Some(seed) = show.filter(|_| !right) {
            println!("{seed}: found {one:?}; planted {:?}", expected.map(|(kind, _)| kind));
        }
        met |= right;
    }
    if let Some((seed, (kind, _))) = show.zip(expected).filter(|_| !met) {
        println!("{seed}: missed {kind}");
    }
}

fn touches(found: &Found, paper: Number) -> bool {
    found.lines.iter().any(|at| at.statement == paper)
}

fn print(counts: &BTreeMap<&'static str, Count>, encounters: u64, clean: usize, seed: u64) -> ExitCode {
    println!("{encounters} encounters from seed {seed}, {clean} of them without an error.\n");
    println!(
        "{:26}{:>8}{:>8}{:>8}{:>11}{:>8}{:>9}",
        "kind", "planted", "found", "right", "precision", "recall", "proven"
    );
    let mut whole = Count::default();
    for (kind, count) in counts {
        row(kind, count);
        whole.planted += count.planted;
        whole.found += count.found;
        whole.right += count.right;
        whole.proven += count.proven;
        whole.proven_right += count.proven_right;
    }
    row("all", &whole);
    println!(
        "\nOf {} findings called proven, {} are right.\nNot measured: what is asked and not found ({} questions), and how well \
         papers are read.\nThese figures describe the generator, not the world.",
        whole.proven,
        whole.proven_right,
        reconcile::asked::Asked::ALL.len()
    );
    let enough = whole.right * 100 >= whole.planted * 95 && whole.right * 100 >= whole.found * 90;
    if enough && whole.proven == whole.proven_right {
        ExitCode::SUCCESS
    } else {
        eprintln!("\nThe limits are: proven findings all right, recall 95 of 100, precision 90 of 100.");
        ExitCode::FAILURE
    }
}

fn row(kind: &str, count: &Count) {
    let share = |part: usize, whole: usize| {
        let thousandths = (part * 1_000).checked_div(whole);
        thousandths.map_or_else(|| "-".to_owned(), |part| format!("{}.{:03}", part / 1_000, part % 1_000))
    };
    println!(
        "{kind:26}{:>8}{:>8}{:>8}{:>11}{:>8}{:>9}",
        count.planted,
        count.found,
        count.right,
        share(count.right, count.found),
        share(count.right, count.planted),
        count.proven
    );
}

/// The name of a kind of finding, as the generator calls the error.
fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::NoItemization => "no itemization",
        Kind::BilledBeforePlan { .. } => "billed before the plan",
        Kind::NoEob => "no EOB",
        Kind::NotFinal => "not final",
        Kind::NotOnEob { .. } => "not on the EOB",
        Kind::AboveShare { .. } => "above the share",
        Kind::DiscountMissing { .. } => "discount missing",
        Kind::PlanPaymentMissing { .. } => "plan payment missing",
        Kind::OwnPaymentMissing { .. } => "own payment missing",
        Kind::MoreOften { .. } => "more often",
        Kind::OnTwoBills { .. } => "on two bills",
        Kind::MoreUnits { .. } => "more units",
        Kind::OtherCharge { .. } => "other charge",
        Kind::OtherCode { .. } => "other code",
        Kind::OtherDay { .. } => "other day",
        Kind::LineDoesNotAdd { .. } => "line does not add",
        Kind::ShareIsNotItsParts { .. } => "share is not its parts",
        Kind::DeductibleMet { .. } => "deductible met",
        Kind::CoinsuranceRate { .. } => "coinsurance rate",
        Kind::CopayDiffers { .. } => "copay",
        Kind::LimitPassed { .. } => "limit passed",
        Kind::OtherNetwork => "other network",
        Kind::LateFee => "late fee",
        Kind::AboveEstimate { .. } => "above the estimate",
        Kind::Overpaid { .. } => "overpaid",
        Kind::FollowUp { .. } => "follow-up",
        Kind::OnPaper(kind) => match kind {
            PaperKind::Subtotal => "subtotal",
            PaperKind::Due => "amount due",
            PaperKind::TwoDue => "two amounts due",
            PaperKind::Patient => "patient",
            PaperKind::Day => "day",
        },
    }
}
