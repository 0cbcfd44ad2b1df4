//! What holds for every text. Whole letters are in `tests/it/reader.rs`.

use proptest::prelude::*;

use super::*;

fn check_ranges(text: &str) {
    let Ok(reading) = read(text) else { return };
    for find in &reading.finds {
        assert_eq!(text.get(find.at.clone()), Some(find.words.as_str()), "{find:?}");
        assert!(!find.words.trim().is_empty(), "{find:?}");
    }
    for hint in &reading.hints {
        assert_eq!(text.get(hint.at.clone()), Some(hint.words.as_str()), "{hint:?}");
    }
}

#[test]
fn an_empty_text_is_refused() {
    for text in ["", " \r\n\t\u{a0}\u{feff}"] {
        assert_eq!(read(text), Err(Error::Empty), "{text:?}");
    }
}

#[test]
fn a_text_over_the_limit_is_refused_with_its_length() {
    let text = "é".repeat(TEXT_LIMIT + 1);
    assert_eq!(read(&text), Err(Error::TooLong { length: TEXT_LIMIT + 1, limit: TEXT_LIMIT }));
    assert!(read(&"é".repeat(TEXT_LIMIT)).is_ok());
}

#[test]
fn a_text_that_is_no_health_letter_is_said_to_be_none() {
    let reading = read("Dear customer, your electric bill of $84.10 is due July 1, 2026.").expect("short");
    assert_eq!((reading.kind, reading.warnings), (Looks::NotHealth, vec![Warning::NotHealth]));
    assert!(reading.finds.is_empty());
}

#[test]
fn the_last_day_for_an_outside_review_stands_only_where_no_time_for_an_appeal_is_stated() {
    let external = "Your request for independent external review must reach us no later than June 10, 2024.";
    let appeal = "You may file an appeal within 180 days of this notice.";
    let read = |text: String| {
        read(&format!("Health Plan\nYour medical claim was denied. It was not medically necessary.\n{text}"))
            .expect("short")
    };
    let alone = read(external.to_owned());
    assert_eq!(alone.first(Field::StatedLastDay).and_then(|find| find.doubt), Some(Doubt::ForExternalReview));
    let both = read(format!("{appeal}\n{external}"));
    assert_eq!(both.first(Field::StatedLastDay), None);
    assert_eq!(both.first(Field::StatedWindow).map(|find| find.doubt), Some(None));
}

#[test]
fn strange_characters_shift_nothing() {
    let text = "\u{feff}Health Plan\r\nPatient:\u{a0}\u{202e}مريم 🙂\u{202c}\r\n• Claim\u{a0}Number:\tABC123\r\nYour medical claim \
                was denied. Not medically necessary: the \u{fb01}le is incomplete.";
    check_ranges(text);
    let reading = read(text).expect("short");
    let words = |field| reading.first(field).map(|find| find.words.as_str());
    assert_eq!(words(Field::Patient), Some("مريم 🙂"));
    assert_eq!(words(Field::ClaimNumber), Some("ABC123"));
}

#[test]
fn a_label_with_nothing_but_marks_behind_it_names_nobody() {
    for text in [
        "Patient: • ) \n",
        "Dear • )\nYour medical claim was denied. It was not medically necessary.",
        "Member: • )\nPatient: John Smith",
    ] {
        check_ranges(text);
        let reading = read(text).expect("short");
        let named = reading.first(Field::Patient).map(|find| find.words.as_str());
        assert!(matches!(named, None | Some("John Smith")), "{named:?}");
    }
}

#[test]
fn words_said_over_and_over_keep_their_places() {
    // Shapes that a careless reader would count wrongly.
    for part in [
        "claim ",
        "claim:\n",
        "a ",
        "180 days appeal ",
        "CO 197 ",
        "Reason: denied because\n",
        "NC 27601 ",
        "a\n",
        "$1.00 ",
    ] {
        let text = format!(
            "Your health plan denied the medical claim of the patient.\n\n{}",
            part.repeat(59_000 / part.len())
        );
        check_ranges(&text);
    }
}

/// Words that wake every part of the reader.
fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "health",
        "patient",
        "medical",
        "claim",
        "denied",
        "because",
        "Claim Number:",
        "Member ID",
        "January",
        "15,",
        "2024",
        "01/05/2024",
        "(800)",
        "555-1234",
        "Fax:",
        "NC",
        "27601",
        "P.O. Box 1",
        "$2,500.00",
        "$",
        "CO-197",
        "CO",
        "197",
        "CPT",
        "72148",
        "Dr.",
        "Jane",
        "Wilson,",
        "within",
        "180",
        "days",
        "of this notice.",
        "appeal",
        "Dear",
        "Sincerely,",
        "\n",
        "\n\n",
        "\t",
        "   ",
        "\r\n",
        "🙂",
        "مريم",
        "\u{fb01}",
        "\u{a0}",
        ":",
        "#",
        "-",
        "(",
        ")",
        ".",
        "•",
        "Reason for Denial:",
        "total",
        "Billed",
        "Allowed",
        "administered by",
        "Patient:",
        "Date:",
        "on behalf of",
        "at",
        "Raleigh Medical Center",
        "\u{200b}",
        "İ",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..120).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_find_stands_word_for_word_at_its_place(text in pieces()) {
        check_ranges(&format!("Your health plan reviewed the medical claim of the patient. {text}"));
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "\\PC{0,400}") {
        check_ranges(&text);
        check_ranges(&format!("health patient medical claim {text}"));
    }
}
