//! Runs a file of worked dates through the public engine: `cargo run --example check_dates PATH`.
//!
//! Lawyers write such files: each `[[vector]]` names a clock by `track`, `level`, `clock` and `situation`, gives the facts
//! and says which dates must come out. `event` is for readers and is not read. A line is printed for each vector, then a
//! total; a mismatch, an unknown name or a file that cannot be read ends with a failure.

use std::collections::BTreeMap;
use std::process::ExitCode;

use recourse::civil::Date;
use recourse::deadlines::clock::{self, Answer, Input, Known, Side};
use recourse::deadlines::hours::Moment;
use recourse::rulebook::find::Place;
use recourse::rulebook::{Rule, book};
use toml::{Table, Value};

/// What a vector may carry beside `inputs` and what it expects.
const FIELDS: [&str; 12] = [
    "id",
    "track",
    "level",
    "clock",
    "situation",
    "event",
    "inputs",
    "citation",
    "source_url",
    "confidence",
    "explanation",
    "extension_taken",
];

/// How one vector came out: nothing wrong, or every problem by its name.
pub struct Line {
    /// The vector's id.
    pub id: String,
    /// How sure its author is.
    pub confidence: String,
    /// What differs or cannot be read.
    pub problems: Vec<String>,
}

/// Runs every vector of a file.
///
/// # Errors
/// When the text is no TOML or holds no vectors.
pub fn check(text: &str) -> Result<Vec<Line>, String> {
    let file: Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let vectors = file.get("vector").and_then(Value::as_array).ok_or("the file holds no [[vector]]")?;
    Ok(vectors.iter().enumerate().map(|(place, vector)| line(place, vector)).collect())
}

fn line(place: usize, vector: &Value) -> Line {
    let unnamed = format!("vector {}", place + 1);
    let Some(vector) = vector.as_table() else {
        return Line { id: unnamed, confidence: String::new(), problems: vec!["is no table".to_owned()] };
    };
    let said = |name: &str| vector.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
    let mut problems = Vec::new();
    run(vector, &mut problems);
    Line { id: said("id").unwrap_or(unnamed), confidence: said("confidence").unwrap_or_default(), problems }
}

/// Adds to `problems` whatever does not come out.
fn run(vector: &Table, problems: &mut Vec<String>) {
    let expected = |name: &&String| name.starts_with("expected_") || name.starts_with("safe_");
    let known = |name: &&String| FIELDS.contains(&name.as_str()) || *name == "state_window_days";
    problems.extend(
        vector.keys().filter(|name| !known(name) && !expected(name)).map(|name| format!("unknown field `{name}`")),
    );
    let facts = facts(vector, problems);
    let Some((rules, least_sum, side)) = clocks(vector, problems) else {
        // What it expects is still read, so that every unknown name is told at once.
        let unknown = |(name, _): &(&String, &Value)| !Output::is_known(name);
        problems.extend(
            vector
                .iter()
                .filter(|(name, _)| expected(name))
                .filter(unknown)
                .map(|(name, _)| format!("unknown output `{name}`")),
        );
        return;
    };
    let answer = match clock::answer(&rules, side, &facts, book()) {
        Ok(answer) => answer,
        Err(cannot) => {
            problems.push(cannot.to_string());
            Answer::default()
        }
    };
    let mut any = false;
    for (name, value) in vector.iter().filter(|(name, _)| expected(name)) {
        any = true;
        problems.extend(compare(name, value, &answer, least_sum));
    }
    if !any {
        problems.push("expects nothing".to_owned());
    }
}

/// The clocks that a vector names.
fn clocks(vector: &Table, problems: &mut Vec<String>) -> Option<(Vec<&'static Rule>, Option<&'static Rule>, Side)> {
    let mut said = |name: &str, needed: bool| match vector.get(name) {
        Some(Value::String(text)) => Some(text.as_str()),
        Some(_) => {
            problems.push(format!("`{name}` is no text"));
            None
        }
        None => {
            if needed {
                problems.push(format!("`{name}` is missing"));
            }
            None
        }
    };
    let (track, level, clock) = (said("track", true), said("level", true), said("clock", true));
    let situation = said("situation", false);
    let side = match clock? {
        "filing" => Side::Filing,
        "decision" => Side::Decision,
        "other" => Side::Other,
        other => {
            problems.push(format!("unknown clock `{other}`"));
            return None;
        }
    };
    let place = Place { track: track?, level: level?, filing: side == Side::Filing, situation };
    match book().clocks(place) {
        Ok(found) => Some((found.rules, found.least_sum, side)),
        Err(missing) => {
            problems.push(missing.to_string());
            None
        }
    }
}

/// The facts that a vector gives.
fn facts(vector: &Table, problems: &mut Vec<String>) -> Known {
    let mut known = Known::default();
    match vector.get("inputs") {
        Some(Value::Table(inputs)) => {
            for (name, value) in inputs {
                problems.extend(fact(&mut known, name, value).err());
            }
        }
        Some(_) => problems.push("`inputs` is no table".to_owned()),
        None => problems.push("`inputs` is missing".to_owned()),
    }
    match vector.get("extension_taken") {
        Some(Value::Boolean(taken)) => known.extension_taken = *taken,
        Some(_) => problems.push("`extension_taken` is neither true nor false".to_owned()),
        None => {}
    }
    if let Some(days) = vector.get("state_window_days") {
        known.state_window_days = days.as_integer().and_then(|days| u32::try_from(days).ok());
        if known.state_window_days.is_none() {
            problems.push("`state_window_days` is no number of days".to_owned());
        }
    }
    known
}

fn fact(known: &mut Known, name: &str, value: &Value) -> Result<(), String> {
    let text = value.as_str().ok_or_else(|| format!("input `{name}` is no text"))?;
    if name == "time_zone" {
        known.zone = Some(text.parse().map_err(|error| format!("input `time_zone`: {error}"))?);
        return Ok(());
    }
    let input = Input::from_key(name).ok_or_else(|| format!("unknown input `{name}`"))?;
    let moment: Moment = text.parse().map_err(|error| format!("input `{name}`: {error}"))?;
    if moment.time.is_some() && !input.may_have_a_time() {
        return Err(format!("input `{name}` takes a day without a time"));
    }
    known.moments.insert(input, moment);
    Ok(())
}

/// One expected value: nothing if it comes out.
fn compare(name: &str, expected: &Value, answer: &Answer, least_sum: Option<&Rule>) -> Option<String> {
    let Some(output) = Output::of(name, answer, least_sum) else { return Some(format!("unknown output `{name}`")) };
    let expected = match expected {
        Value::String(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        other @ (Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_)) => {
            return Some(format!("`{name}` is {other}, and not a day, a time or a sum"));
        }
    };
    let found = match output {
        Output::When(Some(moment)) if expected.contains('T') => moment.to_string(),
        Output::When(Some(moment)) => moment.day.to_string(),
        Output::Dollars(Some(dollars)) => dollars.to_string(),
        Output::When(None) | Output::Dollars(None) => "not known".to_owned(),
    };
    (found != expected).then(|| format!("{name} is {found}, expected {expected}"))
}

/// A value that can be expected.
enum Output {
    When(Option<Moment>),
    Dollars(Option<i64>),
}

impl Output {
    fn is_known(name: &str) -> bool {
        Self::of(name, &Answer::default(), None).is_some()
    }

    /// The value with this name; `None` for a name outside the closed list.
    fn of(name: &str, answer: &Answer, least_sum: Option<&Rule>) -> Option<Self> {
        let sum = |filed: Option<Date>| {
            let cents = least_sum.zip(filed).and_then(|(rule, filed)| clock::least_sum(rule, filed));
            Self::Dollars(cents.map(|cents| cents.0 / 100))
        };
        // The sum goes by the day of filing, which is the day to aim for; a sum for a named year holds all through it.
        let aim = answer.safe.or(answer.file_by).map(|moment| moment.day);
        Some(match name {
            "expected_file_by" | "expected_file_by_time" => Self::When(answer.file_by),
            "expected_unrolled" => Self::When(answer.unrolled.map(Moment::on)),
            "expected_target_date" => Self::When(answer.target.map(Moment::on)),
            "expected_presumed_receipt" => Self::When(answer.presumed_receipt.map(Moment::on)),
            "safe_file_by" | "safe_file_by_time" => Self::When(answer.safe),
            "expected_decide_by" | "expected_decide_by_time" => Self::When(answer.decide_by),
            "expected_extended_decide_by" => Self::When(answer.extended),
            "expected_notice_by" => Self::When(answer.told_by),
            "expected_latest_notice" => Self::When(answer.latest_notice),
            "expected_earliest_action" => Self::When(answer.earliest_action),
            "expected_protection_ends" => Self::When(answer.protection_ends),
            "expected_amount_in_controversy_usd" => sum(aim),
            "expected_amount_in_controversy_usd_if_filed_2026" => sum(Date::last_of_year(2026)),
            "expected_amount_in_controversy_usd_if_filed_2027" => sum(Date::last_of_year(2027)),
            _ => return None,
        })
    }
}

/// How many came out, by how sure their authors are.
#[must_use]
pub fn totals(lines: &[Line]) -> BTreeMap<&str, (usize, usize)> {
    let mut totals = BTreeMap::new();
    for line in lines {
        let (right, all): &mut (usize, usize) = totals.entry(line.confidence.as_str()).or_default();
        *right += usize::from(line.problems.is_empty());
        *all += 1;
    }
    totals
}

// The tests compile this file too, as a module, and run `check`.
#[allow(dead_code, reason = "a program here, and a module of the tests")]
fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("Name a file of worked dates.");
        return ExitCode::FAILURE;
    };
    let lines = match std::fs::read_to_string(&path).map_err(|error| error.to_string()).and_then(|text| check(&text)) {
        Ok(lines) => lines,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    for line in &lines {
        let said = if line.problems.is_empty() { "ok".to_owned() } else { line.problems.join("; ") };
        println!("{}: {said}", line.id);
    }
    for (confidence, (right, all)) in totals(&lines) {
        println!("{confidence}: {right} of {all}");
    }
    let wrong = lines.iter().filter(|line| !line.problems.is_empty()).count();
    println!("{} of {} came out", lines.len() - wrong, lines.len());
    if wrong == 0 && !lines.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
