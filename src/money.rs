//! Money in whole cents. No floating point anywhere.

use std::fmt;
use std::str::FromStr;

/// An amount in US cents; negative amounts are credits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(pub i64);

/// The text is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not an amount of money")]
pub struct NotMoney {
    /// The text as given, cut to its first 40 characters.
    pub text: String,
}

impl fmt::Display for Cents {
    /// `$2,500.00`, and `-$12.05` for a credit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let digits = whole.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        write!(f, "{}${grouped}.{part:02}", if self.0 < 0 { "-" } else { "" })
    }
}

impl FromStr for Cents {
    type Err = NotMoney;

    /// Reads `2500`, `$2,500.00`, `USD 1.5`, `(12.05)` and `-12.05`. Refuses anything with other characters,
    /// with more than two decimals, or with commas where no thousands end.
    fn from_str(text: &str) -> Result<Self, NotMoney> {
        read(text).ok_or_else(|| NotMoney { text: text.chars().take(40).collect() })
    }
}

fn read(text: &str) -> Option<Cents> {
    let text = text.trim();
    let (text, credit) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (rest, true),
            None => (text, false),
        },
    };
    let text = text.trim().strip_prefix("USD").unwrap_or(text).trim();
    let text = text.strip_prefix('$').unwrap_or(text).trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || part.len() > 2 || !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let groups: Vec<&str> = whole.split(',').collect();
    let well_grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !well_grouped || groups.iter().any(|g| g.is_empty() || !g.chars().all(|c| c.is_ascii_digit())) {
        return None;
    }
    let whole: i64 = groups.concat().parse().ok()?;
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    let cents = whole.checked_mul(100)?.checked_add(part)?;
    Some(Cents(if credit { -cents } else { cents }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_cent() {
        for (text, cents) in [
            ("2500", 250_000),
            ("$2,500.00", 250_000),
            ("$0.5", 50),
            ("(12.05)", -1205),
            ("USD 1.50", 150),
            (" - 3", -300),
        ] {
            assert_eq!(text.parse(), Ok(Cents(cents)), "{text}");
        }
    }

    #[test]
    fn stray_characters_are_refused_not_dropped() {
        for text in ["", "$", "12,5", "1.234,56", "12.345", "about 4", "12 months", "1e5", "99999999999999999999", "٣"]
        {
            assert!(text.parse::<Cents>().is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_print_with_thousands() {
        assert_eq!(Cents(250_000).to_string(), "$2,500.00");
        assert_eq!(Cents(-1205).to_string(), "-$12.05");
        assert_eq!(Cents(123_456_789).to_string(), "$1,234,567.89");
    }
}
