//! What could identify a person or open an account, found in the letter and in the text of the exhibits before they go out.
//!
//! Pure and without judgement: it finds, the person decides. Knows no law and no recipient.

use crate::civil::Date;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// The words as they stand there.
    pub words: String,
    /// Where, in the order of the texts given.
    pub places: Vec<Place>,
}

/// Where something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which of the texts given, from 0.
    pub text: usize,
    /// Which of its pages, from 1.
    pub page: usize,
}

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The number on the member card.
    MemberId,
    /// A number with the shape of a Social Security number.
    SocialSecurity,
    /// The patient's birth date, or any date that is said to be one.
    BirthDate,
    /// A number that is said to be of an account, a card, a record or a license.
    Account,
    /// A number with the shape and the check digit of a payment card.
    Card,
    /// The name of somebody else than the patient.
    OtherName,
}

/// What is known of the case, to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Member numbers, each as the person wrote it.
    pub member_ids: Vec<String>,
    /// Account numbers.
    pub accounts: Vec<String>,
    /// The patient's day of birth.
    pub born: Option<Date>,
    /// Names of other people that the case knows.
    pub others: Vec<String>,
}

/// What these texts hold, each thing once. A text is a list of pages.
#[must_use]
pub fn find(texts: &[Vec<String>], known: &Known) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for (text, pages) in texts.iter().enumerate() {
        for (page, words) in pages.iter().enumerate() {
            let place = Place { text, page: page + 1 };
            for (kind, words) in on_page(words, known) {
                match all.iter_mut().find(|found| found.kind == kind && same(&found.words, &words)) {
                    Some(found) if found.places.contains(&place) => {}
                    Some(found) => found.places.push(place),
                    None => all.push(Found { kind, words, places: vec![place] }),
                }
            }
        }
    }
    all.sort();
    all
}

fn on_page(text: &str, known: &Known) -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    let mut look_for = |kind, wanted: &[String]| {
        for words in wanted.iter().filter(|words| squeezed(words).len() >= 4) {
            if squeezed(text).contains(&squeezed(words)) {
                found.push((kind, words.trim().to_owned()));
            }
        }
    };
    look_for(Kind::MemberId, &known.member_ids);
    look_for(Kind::Account, &known.accounts);
    look_for(Kind::OtherName, &known.others);
    let known_words: Vec<String> = found.iter().map(|(_, words)| squeezed(words)).collect();
    for (before, run) in runs(text) {
        // A part of what was found already says nothing new.
        if known_words.iter().any(|words| words.contains(&squeezed(&run))) {
            continue;
        }
        if let Some(kind) = kind_of(&run, before, known.born) {
            found.push((kind, run));
        }
    }
    found
}

/// What a number is, by its shape and by the words before it.
fn kind_of(run: &str, before: &str, born: Option<Date>) -> Option<Kind> {
    let digits: Vec<u32> = run.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let said = |words: &[&str]| said_before(before, words);
    let is_long = digits.len() >= 4;
    if is_social_security(run, before) {
        Some(Kind::SocialSecurity)
    } else if is_card(&digits) {
        Some(Kind::Card)
    } else if (is_date(run) && said(&["birth", "dob", "d.o.b", "born"])) || born.is_some_and(|born| is_day(run, born)) {
        Some(Kind::BirthDate)
    } else if is_long && said(&["account", "acct", "medical record", "mrn", "license", "routing"]) {
        Some(Kind::Account)
    } else if is_long && said(&["member id", "member number", "subscriber id", "id number"]) {
        Some(Kind::MemberId)
    } else {
        None
    }
}

/// Numbers with the letters, dashes and blanks within them, each with the words just before it.
fn runs(text: &str) -> Vec<(&str, String)> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|letter: char| letter.is_ascii_alphanumeric())) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let length = number_length(rest);
        let run = rest.get(..length).unwrap_or_default().trim_end_matches(['-', '/', ' ', '.']);
        if run.bytes().any(|byte| byte.is_ascii_digit()) {
            let from =
                text.get(..start).map_or(0, |before| before.char_indices().rev().nth(40).map_or(0, |(at, _)| at));
            runs.push((text.get(from..start).unwrap_or_default(), run.to_owned()));
        }
        at = start + length.max(1);
    }
    runs
}

/// How far a number goes on: over dashes and slashes, and over single blanks between digits.
fn number_length(text: &str) -> usize {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut end = 0;
    for (at, (place, letter)) in letters.iter().enumerate() {
        let next_is_digit = letters.get(at + 1).is_some_and(|(_, next)| next.is_ascii_digit());
        let before_is_digit = at > 0 && letters.get(at - 1).is_some_and(|(_, before)| before.is_ascii_digit());
        let goes_on = letter.is_ascii_alphanumeric()
            || (matches!(letter, '-' | '/')
                && letters.get(at + 1).is_some_and(|(_, next)| next.is_ascii_alphanumeric()))
            || (*letter == ' ' && next_is_digit && before_is_digit);
        if !goes_on {
            return *place;
        }
        end = place + letter.len_utf8();
    }
    end
}

/// Three, two and four digits with the same sign between them, or nine in a row that are said to be one; and none that
/// was never given out.
fn is_social_security(run: &str, before: &str) -> bool {
    let parts: Vec<&str> = run.split(['-', ' ']).collect();
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let shaped = matches!(parts.as_slice(), [a, b, c] if a.len() == 3 && b.len() == 2 && c.len() == 4);
    let said = said_before(before, &["ssn", "social security"]);
    let all_digits = run.chars().all(|letter| letter.is_ascii_digit() || "- ".contains(letter));
    if digits.len() != 9 || !all_digits || !(shaped || said) {
        return false;
    }
    let (area, rest) = digits.split_at(3);
    let (group, serial) = rest.split_at(2);
    area != "000" && area != "666" && !area.starts_with('9') && group != "00" && serial != "0000"
}

/// Thirteen to nineteen digits whose check digit is right, and that begin as cards do.
fn is_card(digits: &[u32]) -> bool {
    if !(13..=19).contains(&digits.len()) || !matches!(digits.first(), Some(3..=6)) {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_date(run: &str) -> bool {
    let parts: Vec<&str> = run.split(['-', '/', ' ']).collect();
    parts.len() == 3
        && parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a run is this day, in whichever order it is written.
fn is_day(run: &str, day: Date) -> bool {
    if !is_date(run) {
        return false;
    }
    let mut written: Vec<u32> = run.split(['-', '/', ' ']).filter_map(|part| part.parse().ok()).collect();
    let year = u32::try_from(day.year()).unwrap_or_default();
    let mut wanted = [day.month(), day.day(), year];
    let mut short = [day.month(), day.day(), year % 100];
    written.sort_unstable();
    wanted.sort_unstable();
    short.sort_unstable();
    written == wanted || written == short
}

/// Whether one of these words stands before, with nothing but signs and small words between.
fn said_before(before: &str, words: &[&str]) -> bool {
    let before = before.to_lowercase();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let line = if line.trim().is_empty() { before.trim_end() } else { line };
    words.iter().any(|word| {
        line.rfind(word).is_some_and(|at| {
            let between = line.get(at + word.len()..).unwrap_or_default();
            between.len() <= 24 && !between.contains(|letter: char| letter.is_ascii_digit())
        })
    })
}

/// The same words, whatever stands between their letters.
fn same(one: &str, other: &str) -> bool {
    squeezed(one) == squeezed(other)
}

/// Letters and digits alone, small.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known {
            member_ids: vec!["LKS 4471 902 006".to_owned()],
            accounts: vec!["A-88-1204".to_owned()],
            born: "1961-07-04".parse().ok(),
            others: vec!["Dana Whitfield".to_owned()],
        }
    }

    fn check(text: &str, expected: &[(Kind, &str)]) {
        let found: Vec<(Kind, String)> =
            find(&[vec![text.to_owned()]], &known()).into_iter().map(|found| (found.kind, found.words)).collect();
        let expected: Vec<(Kind, String)> = expected.iter().map(|(kind, words)| (*kind, (*words).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_that_open_something_are_found() {
        check("Member LKS4471902006, thank you", &[(Kind::MemberId, "LKS 4471 902 006")]);
        check("SSN: 219-09-9999", &[(Kind::SocialSecurity, "219-09-9999")]);
        check("Social Security number 219099999.", &[(Kind::SocialSecurity, "219099999")]);
        check("Paid with 4111 1111 1111 1111 on", &[(Kind::Card, "4111 1111 1111 1111")]);
        check("Account number: 00123456", &[(Kind::Account, "00123456")]);
        check("MRN 7781234 of Dana  Whitfield", &[(Kind::Account, "7781234"), (Kind::OtherName, "Dana Whitfield")]);
        check("Patient account A 88 1204", &[(Kind::Account, "A-88-1204")]);
    }

    #[test]
    fn birth_dates_are_found_however_they_are_written() {
        check("DOB 07/04/1961", &[(Kind::BirthDate, "07/04/1961")]);
        check("seen 1961-07-04", &[(Kind::BirthDate, "1961-07-04")]);
        check("seen 7/4/61", &[(Kind::BirthDate, "7/4/61")]);
        check("Date of birth: 1/2/1990", &[(Kind::BirthDate, "1/2/1990")]);
        check("Date of service: 1/2/2024", &[]);
    }

    #[test]
    fn numbers_that_open_nothing_are_left_alone() {
        check("Claim 900-12-3456, code 99214, $1,204.00, 800-555-0100, 45402-1180", &[]);
        check("000-12-3456 and 666-12-3456", &[]);
        check("4111 1111 1111 1112", &[]);
    }

    #[test]
    fn a_thing_found_twice_is_told_once_with_its_places() {
        let pages = vec!["SSN 219-09-9999".to_owned(), "nothing".to_owned(), "219 09 9999".to_owned()];
        let found = find(&[vec!["no".to_owned()], pages], &Known::default());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].places, [Place { text: 1, page: 1 }, Place { text: 1, page: 3 }]);
    }
}
