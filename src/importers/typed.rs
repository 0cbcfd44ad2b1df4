//! What a person typed, as a value. Refuses rather than guesses, and keeps what was typed.
//!
//! Knows no page. The sentences for the refusals are in `words::fields`.

use super::days::{self, Unsure};
use crate::case::change::{FIELD_LIMIT, TEXT_LIMIT};
use crate::case::{ReasonCode, Value, Window};
use crate::civil::Date;
use crate::kinds::Field;
use crate::money::Cents;

/// Why something typed is not a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// More than a field takes.
    #[error("{length} characters, more than {limit}")]
    TooLong {
        /// Characters typed.
        length: usize,
        /// Characters taken.
        limit: usize,
    },
    /// Not an amount of money.
    #[error("{text:?} is not an amount")]
    NotMoney {
        /// As typed, cut to its first 40 characters.
        text: String,
    },
    /// An amount below zero, where none can be.
    #[error("{amount} is below zero")]
    BelowZero {
        /// The amount.
        amount: Cents,
    },
    /// Not a code as plans print them.
    #[error("{text:?} is not a code")]
    NotACode {
        /// The part that is none, cut to its first 40 characters.
        text: String,
    },
    /// Not a length of time with its unit.
    #[error("{text:?} is not a number of days or months")]
    NotAWindow {
        /// As typed, cut to its first 40 characters.
        text: String,
    },
    /// Not a whole number from 1.
    #[error("{text:?} is not a number of people")]
    NotACount {
        /// As typed, cut to its first 40 characters.
        text: String,
    },
    /// This is answered from a list, not typed.
    #[error("{field:?} is chosen, not typed")]
    Chosen {
        /// The field.
        field: Field,
    },
}

/// The value of what was typed for a field. Days come in three boxes and are read elsewhere.
///
/// # Errors
/// A [`Problem`] with its facts.
pub fn value(field: Field, text: &str) -> Result<Value, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    match kind(field) {
        Kind::Choice | Kind::Day => Err(Problem::Chosen { field }),
        Kind::Money => read_money(text).map(Value::Money),
        Kind::Window => read_window(text).map(Value::Window),
        Kind::Count => read_count(text).map(Value::Count),
        Kind::Codes => read_codes(text).map(Value::Codes),
        Kind::Line => read_text(&one_line(text), FIELD_LIMIT),
        Kind::Lines => read_text(text.trim(), if field == Field::Statement { TEXT_LIMIT } else { FIELD_LIMIT }),
    }
}

/// A day typed in one box as bills print it: `1/15/2024`, `01-15-24`, or `2024-01-15`. The month comes first, as in the
/// United States. `None` for anything else, and for two days.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, unsure) = days::in_figures(text)?;
    let one = text.matches(['/', '-', '.']).count() == 2;
    (one && unsure != Some(Unsure::DayFirst)).then_some(day)
}

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text on one line.
    Line,
    /// Text on several lines.
    Lines,
    /// A day.
    Day,
    /// An amount.
    Money,
    /// A number of days or months.
    Window,
    /// A whole number, from 1.
    Count,
    /// Codes, with commas between them.
    Codes,
    /// Not typed: chosen from a list, or yes or no.
    Choice,
}

/// How a field is typed.
#[must_use]
pub fn kind(field: Field) -> Kind {
    match field {
        Field::NoticeDate
        | Field::NoticeReceived
        | Field::StatedLastDay
        | Field::ServiceDate
        | Field::RequestSent
        | Field::BillDate
        | Field::BillDue
        | Field::PlannedFor
        | Field::LeavesHospital
        | Field::ServicesEnd
        | Field::ChangeStarts => Kind::Day,
        Field::Billed
        | Field::Allowed
        | Field::PatientShare
        | Field::AmountDue
        | Field::EstimatedCost
        | Field::HouseholdIncome
        | Field::CanPayMonthly
        | Field::CanPayNow => Kind::Money,
        Field::HouseholdSize => Kind::Count,
        Field::StatedWindow => Kind::Window,
        Field::ReasonCode => Kind::Codes,
        Field::CoverageFrom
        | Field::Funding
        | Field::Timing
        | Field::Urgent
        | Field::InNetwork
        | Field::Emergency
        | Field::ApprovalAsked
        | Field::SignedConsent
        | Field::ListedInNetwork
        | Field::NoNetworkProvider
        | Field::FacilityInNetwork
        | Field::StatedForReview
        | Field::Matter
        | Field::Grandfathered => Kind::Choice,
        Field::Reason | Field::Statement | Field::SenderAddress | Field::AppealAddress | Field::BillerAddress => {
            Kind::Lines
        }
        Field::Patient
        | Field::Member
        | Field::Representative
        | Field::State
        | Field::Insurer
        | Field::Plan
        | Field::Employer
        | Field::MemberId
        | Field::GroupNumber
        | Field::ClaimNumber
        | Field::ReferenceNumber
        | Field::AuthorizationNumber
        | Field::Service
        | Field::ProcedureCode
        | Field::DiagnosisCode
        | Field::Provider
        | Field::Facility
        | Field::Decider
        | Field::AppealPhone
        | Field::AppealFax
        | Field::Biller
        | Field::BillerPhone
        | Field::AccountNumber => Kind::Line,
    }
}

fn read_money(text: &str) -> Result<Cents, Problem> {
    let amount: Cents = text.parse().map_err(|crate::money::NotMoney { text }| Problem::NotMoney { text })?;
    if amount.0 < 0 { Err(Problem::BelowZero { amount }) } else { Ok(amount) }
}

/// `4`, and no more people than a household can hold.
fn read_count(text: &str) -> Result<u32, Problem> {
    let count = text.trim().parse().ok().filter(|count| (1..100).contains(count));
    count.ok_or_else(|| Problem::NotACount { text: head(text.trim()) })
}

/// `180 days`, `180 calendar days`, `4 months`. A number alone is refused: it could be either.
fn read_window(text: &str) -> Result<Window, Problem> {
    let refused = || Problem::NotAWindow { text: head(text.trim()) };
    let lower = text.trim().to_lowercase();
    let figures: String = lower.chars().take_while(char::is_ascii_digit).collect();
    let number: u32 = figures.parse().ok().filter(|n| (1..=1000).contains(n)).ok_or_else(refused)?;
    let unit = lower.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches([' ', '-']);
    match unit.strip_prefix("calendar ").unwrap_or(unit).trim_end_matches('.') {
        "days" | "day" => Ok(Window::Days(number)),
        "months" | "month" => Ok(Window::Months(number)),
        _ => Err(refused()),
    }
}

fn read_codes(text: &str) -> Result<Vec<ReasonCode>, Problem> {
    let mut codes: Vec<ReasonCode> = Vec::new();
    for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let whole: Result<ReasonCode, _> = part.parse();
        let read = match whole {
            Ok(code) => vec![code],
            Err(crate::case::fact::NotACode { .. }) => part
                .split_whitespace()
                .map(|word| word.parse().map_err(|crate::case::fact::NotACode { text }| Problem::NotACode { text }))
                .collect::<Result<_, _>>()?,
        };
        codes.extend(read);
    }
    if codes.is_empty() { Err(Problem::NotACode { text: head(text.trim()) }) } else { Ok(codes) }
}

/// One line, whatever was pasted: every run of blanks and line breaks is one space.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn read_text(text: &str, limit: usize) -> Result<Value, Problem> {
    let length = text.chars().count();
    if length > limit {
        return Err(Problem::TooLong { length, limit });
    }
    if text.is_empty() { Err(Problem::Empty) } else { Ok(Value::Text(text.to_owned())) }
}

fn head(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::needless_pass_by_value, reason = "tests read better with the value in place")]
    fn check(field: Field, typed: &str, expected: Result<Value, Problem>) {
        let read = value(field, typed);
        assert!(read == expected, "{field:?} {typed:?}: {read:?}");
    }

    #[test]
    fn names_in_any_script_are_names() {
        for name in ["مريم العلي", "Zoë O’Neil", "🙂", "李小龍", "  Ana\n María "] {
            let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
            check(Field::Patient, name, Ok(Value::Text(words)));
        }
    }

    #[test]
    fn two_hundred_kilobytes_are_not_a_name() {
        let typed = "x".repeat(200_000);
        check(Field::Patient, &typed, Err(Problem::TooLong { length: 200_000, limit: FIELD_LIMIT }));
    }

    #[test]
    fn amounts_with_stray_characters_are_refused() {
        check(Field::Billed, "$2,500.00", Ok(Value::Money(Cents(250_000))));
        for typed in ["2,500 dollars", "12,5", "2500..", "two"] {
            check(Field::Billed, typed, Err(Problem::NotMoney { text: typed.to_owned() }));
        }
        check(Field::Billed, "-5", Err(Problem::BelowZero { amount: Cents(-500) }));
    }

    #[test]
    fn a_window_needs_its_unit() {
        check(Field::StatedWindow, "180 days", Ok(Value::Window(Window::Days(180))));
        check(Field::StatedWindow, "60 calendar days", Ok(Value::Window(Window::Days(60))));
        check(Field::StatedWindow, "4 Months", Ok(Value::Window(Window::Months(4))));
        for typed in ["180", "days", "0 days", "about 4 months", "10 business days", "99999999999 days"] {
            check(Field::StatedWindow, typed, Err(Problem::NotAWindow { text: typed.to_owned() }));
        }
    }

    #[test]
    fn codes_are_read_one_by_one() {
        let codes = |all: &[&str]| Ok(Value::Codes(all.iter().map(|code| code.parse().expect("a code")).collect()));
        check(Field::ReasonCode, "CO 197, N130", codes(&["CO-197", "N130"]));
        check(Field::ReasonCode, "co197 PR-1", codes(&["CO-197", "PR-1"]));
        check(Field::ReasonCode, "CO-197, hello", Err(Problem::NotACode { text: "hello".to_owned() }));
        check(Field::ReasonCode, ",", Err(Problem::NotACode { text: ",".to_owned() }));
    }

    #[test]
    fn a_day_in_one_box_is_read_month_first() {
        let read = |text: &str| day(text).map(|day| day.to_string());
        for text in ["1/15/2024", "01/15/2024", " 01-15-24 ", "2024-01-15", "1.15.2024"] {
            assert_eq!(read(text).as_deref(), Some("2024-01-15"), "{text:?}");
        }
        for text in ["", "15/1/2024", "2/30/2024", "1/15", "1/15/202", "+1/15/2024", "1/15/2024/1", "January 15, 2024"]
        {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_chosen_cannot_be_typed() {
        check(Field::Funding, "self-funded", Err(Problem::Chosen { field: Field::Funding }));
    }
}
