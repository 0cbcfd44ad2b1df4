//! A number as JSON writes it, to the cent, without floating point.

use crate::money::Cents;

/// An amount, and whether parts of a cent were rounded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub cents: Cents,
    pub rounded: bool,
}

/// Reads `140.52`, `-3`, `1.5e2`, and `28.104000000000003`, which is 28.10 rounded. What a computer's arithmetic adds far
/// behind the point, as in `37.50000000000001`, is no rounding.
pub(super) fn read(text: &str) -> Option<Amount> {
    /// Digits behind the cents that tell more than noise.
    const TELLING: usize = 4;
    let text = text.trim();
    let (text, negative) = text.strip_prefix('-').map_or((text, false), |rest| (rest, true));
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole, part].concat();
    if whole.is_empty() || digits.len() > 60 || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    // The point stands after this many digits, once it is moved to show cents.
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?.checked_add(2)?;
    if !(-60..=16).contains(&point) && digits.chars().any(|c| c != '0') {
        return if point < 0 { Some(Amount { cents: Cents(0), rounded: true }) } else { None };
    }
    let at =
        |place: i32| usize::try_from(place).ok().and_then(|place| digits.as_bytes().get(place)).map_or(0, |b| b - b'0');
    let mut cents: i64 = 0;
    for place in 0..point.max(0) {
        cents = cents.checked_mul(10)?.checked_add(i64::from(at(place)))?;
    }
    let behind: Vec<u8> = (point..point.saturating_add(60)).map(at).collect();
    let up = behind.first().is_some_and(|first| *first >= 5);
    let telling = behind.get(..TELLING).unwrap_or_default();
    let noise = telling.iter().all(|digit| *digit == 0) || telling.iter().all(|digit| *digit == 9);
    let cents = cents.checked_add(i64::from(up))?;
    Some(Amount { cents: Cents(if negative { -cents } else { cents }), rounded: !noise })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, cents: i64, rounded: bool) {
        assert_eq!(read(text), Some(Amount { cents: Cents(cents), rounded }), "{text}");
    }

    #[test]
    fn numbers_are_read_to_the_cent() {
        check("140.52", 14_052, false);
        check("-3", -300, false);
        check("0", 0, false);
        check("0.0", 0, false);
        check("0.1", 10, false);
        check("1.5e2", 15_000, false);
        check("1e3", 100_000, false);
        check("123479.22", 12_347_922, false);
    }

    #[test]
    fn noise_is_dropped_and_parts_of_a_cent_are_told() {
        check("28.104000000000003", 2_810, true);
        check("112.41600000000001", 11_242, true);
        check("37.50000000000001", 3_750, false);
        check("37.49999999999999", 3_750, false);
        check("1e-9", 0, false);
        check("0.005", 1, true);
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in ["", "-", "abc", "1.2.3", "1e999", "NaN", "12,5", "999999999999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
