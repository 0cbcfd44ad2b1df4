//! Amounts of money in a line of a bill, as bills print them.
//!
//! What is not printed as money, with a dollar sign or two decimals, is no amount.

use std::ops::Range;

use super::Page;
use crate::money::Cents;

/// The largest amount that is taken for one: a billion dollars. Longer figures are numbers of something else.
const LARGEST: i64 = 100_000_000_000;

/// Words after a figure that make it a measure and no amount.
const MEASURES: [&str; 14] =
    ["mg", "mcg", "ml", "g", "kg", "l", "cc", "hr", "hrs", "hours", "units", "unit", "iu", "%"];

/// An amount printed in a line.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// With its sign as printed.
    pub cents: Cents,
    /// Its words.
    pub words: Range<usize>,
    /// Whether a dollar sign stands at it.
    pub dollar: bool,
}

/// The amounts of a line. Where one has a dollar sign, a figure without is none.
pub(super) fn all(page: &Page, line: &Range<usize>) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut at = line.start;
    while at < line.end {
        match at_word(page, at, line.end) {
            Some(amount) => {
                at = amount.words.end;
                found.push(amount);
            }
            None => at += 1,
        }
    }
    if found.iter().any(|amount| amount.dollar) {
        found.retain(|amount| amount.dollar);
    }
    found
}

fn at_word(page: &Page, at: usize, end: usize) -> Option<Amount> {
    let raw = page.sheet.raw(at);
    let alone = matches!(raw, "$" | "-$" | "($" | "US$" | "USD") && at + 1 < end;
    let (text, mut words) = if alone {
        (format!("{}{}", raw.replace("US$", "$").replace("USD", "$"), page.sheet.raw(at + 1)), at..at + 2)
    } else {
        (raw.to_owned(), at..at + 1)
    };
    let (cents, dollar) = read(&text)?;
    if !dollar && MEASURES.contains(&page.sheet.raw(words.end).to_lowercase().as_str()) && words.end < end {
        return None;
    }
    let credit = words.end < end && page.sheet.raw(words.end) == "CR";
    if credit {
        words.end += 1;
    }
    Some(Amount { cents: if credit { Cents(-cents.0.abs()) } else { cents }, words, dollar })
}

/// `$1,850.00`, `1,850.00`, `-$280`, `$-280.00`, `($75.00)`, `75.00-`, `75.00CR`, and whether a dollar sign stands there.
fn read(text: &str) -> Option<(Cents, bool)> {
    let text = text.trim_end_matches([',', ';', ':', '*', '.', '!', '?']);
    let text = if text.starts_with('(') { text } else { text.trim_end_matches(')') };
    let text = if text.ends_with(')') { text } else { text.trim_start_matches('(') };
    let dollar = text.contains('$');
    let (text, credit) = match text.strip_suffix("CR").or_else(|| text.strip_suffix(['-', '\u{2013}', '\u{2212}'])) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (text, minus) = match text.strip_prefix('$').unwrap_or(text).strip_prefix(['-', '\u{2013}', '\u{2212}']) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let cents: Cents = text.strip_prefix('+').unwrap_or(text).parse().ok()?;
    let printed_as_money =
        dollar || text.trim_end_matches(')').rsplit_once('.').is_some_and(|(_, part)| part.len() == 2);
    if !printed_as_money || cents.0.abs() > LARGEST {
        return None;
    }
    Some((if credit || minus { Cents(-cents.0.abs()) } else { cents }, dollar))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importers::sheet::Sheet;

    fn check(line: &str, expected: &[i64]) {
        let sheet = Sheet::new(line);
        let page = Page::new(&sheet);
        let found: Vec<i64> = all(&page, &(0..sheet.words.len())).iter().map(|amount| amount.cents.0).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn amounts_are_read_as_bills_print_them() {
        for (line, cents) in [
            ("Office visit $200", 20_000),
            ("Office visit $1,850.00", 185_000),
            ("Office visit 1,850.00", 185_000),
            ("Office visit $ 150.00", 15_000),
            ("Insurance -$280.00", -28_000),
            ("Insurance $-280.00", -28_000),
            ("Insurance ($280.00)", -28_000),
            ("Insurance (280.00)", -28_000),
            ("Insurance 280.00-", -28_000),
            ("Insurance $280.00CR", -28_000),
            ("Insurance 280.00 CR", -28_000),
            ("Insurance \u{2212}$280.00", -28_000),
            ("Office visit - $75.00", 7_500),
            ("(you owe $45.00)", 4_500),
            ("You owe $45.00.", 4_500),
        ] {
            check(line, &[cents]);
        }
    }

    #[test]
    fn figures_that_are_no_money_are_left_alone() {
        for line in
            ["Qty 2", "99213", "01/15/2024", "12.50mg", "0.50 mg tablet", "10.5", "1.2.3", "(555) 555-2929", "$"]
        {
            check(line, &[]);
        }
        check("2.00 $50.00 $100.00", &[5_000, 10_000]);
        check("$99999999999999.00", &[]);
    }
}
