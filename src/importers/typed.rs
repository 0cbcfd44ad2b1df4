//! What a person typed, as a value. Refuses rather than guesses, and keeps what was typed.
//!
//! Knows no page. The sentences for the refusals are in `words::fields`.

use super::days::{self, Unsure};
use crate::case::change::{FIELD_LIMIT, TEXT_LIMIT};
use crate::case::{ReasonCode, Value, Window};
use crate::civil::{Date, Time};
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
    /// Not a time of day, or one that may be in either half of the day.
    #[error("{text:?} is not a time of day")]
    NotATime {
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
        Kind::Time => {
            Time::as_people_write_it(text).map(Value::Time).ok_or_else(|| Problem::NotATime { text: head(text.trim()) })
        }
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
    /// A time of day.
    Time,
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
        | Field::ChangeStarts
        | Field::NetworkEnded => Kind::Day,
        Field::Billed
        | Field::Allowed
        | Field::PatientShare
        | Field::AmountDue
        | Field::EstimatedCost
        | Field::HouseholdIncome
        | Field::CanPayMonthly
        | Field::CanPayNow
        | Field::CountedByPlan
        | Field::CountedByMe => Kind::Money,
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
        | Field::Grandfathered
        | Field::TimeZone
        | Field::ClinicianSaysUrgent
        | Field::OtherCoverage
        | Field::PatientIsChild => Kind::Choice,
        Field::RequestTime => Kind::Time,
        Field::Reason
        | Field::Statement
        | Field::SenderAddress
        | Field::AppealAddress
        | Field::BillerAddress
        | Field::WhyUrgent
        | Field::DrugsTried
        | Field::CareUnderWay
        | Field::OtherInsurer
        | Field::WhyLate => Kind::Lines,
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

/// The most codes that are read from one text.
const MOST_CODES: usize = 40;
/// From how many words without a figure on a text is a letter and no list of codes.
const A_LETTER: usize = 8;

/// Codes typed or pasted, and what looks like one and is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// The codes, each once, in their order.
    pub read: Vec<ReasonCode>,
    /// Words with a figure that are no codes as plans print them, cut to their first 40 characters.
    pub unread: Vec<String>,
}

/// The codes in a list of codes or in a pasted passage of a letter. Words that stand beside codes in a list are passed over;
/// in a passage only what is announced as a code counts, since a letter is full of other figures.
#[must_use]
pub fn codes_in(text: &str) -> Codes {
    let mut codes = Codes::default();
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '+' | '&'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let figure = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    if words.iter().filter(|word| !figure(word)).count() >= A_LETTER {
        for code in super::letter::codes(text) {
            codes.add(code);
        }
        return codes;
    }
    let mut group = None;
    for word in words {
        let joined = group.take().and_then(|group: &str| format!("{group}-{word}").parse().ok());
        match joined.map_or_else(|| word.parse(), Ok) {
            Ok(code) => codes.add(code),
            Err(crate::case::fact::NotACode { .. }) if figure(word) => codes.unread.push(head(word)),
            Err(crate::case::fact::NotACode { .. }) => group = Some(word),
        }
    }
    codes.unread.truncate(MOST_CODES);
    codes
}

impl Codes {
    fn add(&mut self, code: ReasonCode) {
        if self.read.len() < MOST_CODES && !self.read.contains(&code) {
            self.read.push(code);
        }
    }
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
    fn a_time_of_day_needs_its_half_of_the_day() {
        for (typed, read) in [
            ("5:30 pm", "17:30"),
            ("5:30 p.m.", "17:30"),
            ("5 PM", "17:00"),
            ("12:15 am", "00:15"),
            ("12 p.m.", "12:00"),
            ("noon", "12:00"),
            ("17:30", "17:30"),
            ("0:05", "00:05"),
        ] {
            assert_eq!(
                Time::as_people_write_it(typed).map(|time| time.to_string()).as_deref(),
                Some(read),
                "{typed:?}"
            );
        }
        for typed in
            ["5:30", "09:30", "5", "13 pm", "0 am", "17:60", "24:00", "5:3 pm", "pm", "at noon", "-1 pm", "5:30:00 pm"]
        {
            check(Field::RequestTime, typed, Err(Problem::NotATime { text: typed.to_owned() }));
        }
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
    fn codes_are_found_in_a_list_and_in_a_letter() {
        let found = |text: &str, read: &[&str], unread: &[&str]| {
            let codes = codes_in(text);
            let printed: Vec<String> = codes.read.iter().map(ToString::to_string).collect();
            assert_eq!(printed, read, "{text:?}");
            assert_eq!(codes.unread, unread, "{text:?}");
        };
        found("CO-197, N130", &["CO-197", "N130"], &[]);
        found("co 197 pr 2; remark N130.", &["CO-197", "PR-2", "N130"], &[]);
        found("CO-45/PR-2 CO-45", &["CO-45", "PR-2"], &[]);
        found("Group CO reason 197", &["197"], &[]);
        found("XYZ-99999 and 197", &["197"], &["XYZ-99999"]);
        found("  ", &[], &[]);
        let letter =
            "We cannot pay the claim of January 15 for $2,500.00. Denial code: CO-197. You have 180 days to appeal.";
        found(letter, &["CO-197"], &[]);
        assert_eq!(codes_in(&"CO-1 ".repeat(10_000)).read.len(), 1);
        let many = (1..500).map(|n: u32| n.to_string()).collect::<Vec<_>>().join(" ");
        assert_eq!(codes_in(&many).read.len(), MOST_CODES);
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
