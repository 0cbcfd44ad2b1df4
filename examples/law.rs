//! Lists the law in the book by age: `cargo xtask law`, or
//! `cargo run --no-default-features --example law -- [DAY]`. A source past its day is marked; DAY stands in for today.
//! `embedded` in its place prints the law as the page carries it, for `cargo xtask size` to weigh.

use std::process::ExitCode;
use std::time::SystemTime;

use recourse::civil::Date;
use recourse::rulebook::age::Aged;
use recourse::rulebook::book;
use recourse::words::deadlines::confidence;

fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|word| word == "embedded") {
        print!("{}", include_str!(concat!(env!("OUT_DIR"), "/law.json")));
        return ExitCode::SUCCESS;
    }
    let today = match std::env::args().nth(1).map(|day| day.parse::<Date>()) {
        Some(Ok(day)) => day,
        Some(Err(error)) => {
            eprintln!("{error}. Give a day like 2026-11-25, or none for today.");
            return ExitCode::from(2);
        }
        None => today(),
    };
    let all = book().by_age();
    println!("{:<12} {:<12} {:<6} {:<28} source; rules; plays", "checked", "again on", "", "how sure");
    for aged in &all {
        println!("{}", line(aged, today));
    }
    let stale = all.iter().filter(|aged| aged.source.is_stale(today)).count();
    println!("\n{} sources, {} rules. To be read again by {today}: {stale}.", all.len(), book().rules.len());
    ExitCode::SUCCESS
}

fn line(aged: &Aged<'_>, today: Date) -> String {
    let source = aged.source;
    let mark = if source.is_stale(today) { "STALE" } else { "" };
    let rules: Vec<&str> = aged.rules.iter().map(|rule| rule.id.as_str()).collect();
    let plays: Vec<&str> = aged.plays.iter().map(|play| play.id.as_str()).collect();
    format!(
        "{:<12} {:<12} {mark:<6} {:<28} {}; {}; {}",
        source.checked_on.to_string(),
        source.recheck_on.to_string(),
        confidence(source.confidence),
        source.cite,
        if rules.is_empty() { "no rule".to_owned() } else { rules.join(", ") },
        if plays.is_empty() { "no play".to_owned() } else { plays.join(", ") },
    )
}

/// Today in London, which is near enough for a list of what is stale.
fn today() -> Date {
    let seconds = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let epoch: Date = "1970-01-01".parse().expect("a day");
    epoch.plus_days(u32::try_from(seconds / 86_400).unwrap_or_default())
}
