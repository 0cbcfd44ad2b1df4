//! What holds for every text. Whole bills are in `tests/it/bills.rs`.

use proptest::prelude::*;

use super::*;

fn check_read<T>(text: &str, read: &Read<T>) {
    assert_eq!(text.get(read.at.clone()), Some(read.words.as_str()), "{:?}", read.at);
    assert!(!read.words.trim().is_empty(), "{:?}", read.at);
}

/// Every value stands word for word at its place, and each line holds its own values.
fn check_ranges(text: &str) {
    let Ok(draft) = read(text) else { return };
    draft.kind.iter().for_each(|read| check_read(text, read));
    draft.finds.iter().for_each(|find| check_read(text, &find.read));
    draft.service.iter().for_each(|read| check_read(text, read));
    draft.totals.iter().for_each(|total| check_read(text, &total.amount));
    draft.unplaced.iter().for_each(|read| check_read(text, read));
    for line in &draft.lines {
        assert_eq!(text.get(line.at.clone()), Some(line.words.as_str()), "{line:?}");
        line.on.iter().for_each(|read| check_read(text, read));
        line.units.iter().for_each(|read| check_read(text, read));
        [&line.code, &line.what, &line.more].into_iter().flatten().for_each(|read| check_read(text, read));
        let amounts = [&line.billed, &line.allowed, &line.plan_paid, &line.share];
        amounts.into_iter().flatten().for_each(|read| check_read(text, read));
        let all = [&line.code, &line.what, &line.more].into_iter().flatten().map(|read| &read.at);
        let all = all.chain(amounts.into_iter().flatten().map(|read| &read.at));
        for at in all {
            assert!(line.at.start <= at.start && at.end <= line.at.end, "{line:?}");
        }
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
fn more_lines_than_a_statement_takes_are_refused_with_their_number() {
    let text = "CPT 99213 - Visit $1.00\n".repeat(LINE_LIMIT + 1);
    assert_eq!(read(&text), Err(Error::TooManyLines { lines: LINE_LIMIT + 1, limit: LINE_LIMIT }));
    assert!(read(&"CPT 99213 - Visit $1.00\n".repeat(LINE_LIMIT)).is_ok());
}

#[test]
fn a_text_that_is_no_bill_is_said_to_be_none() {
    for text in ["Dear Anna, see you on Sunday.", "We owe you an answer of $5.00 or more.", "$", "99213"] {
        let draft = read(text).unwrap();
        assert_eq!(draft, Draft { warnings: vec![Warning::NotABill], ..Draft::default() }, "{text}");
    }
}

#[test]
fn a_bill_that_is_not_for_care_says_so() {
    let draft = read("Valley Power & Light\nInvoice 77\nElectricity   $84.10\nAmount due: $84.10\n").unwrap();
    assert!(draft.warnings.contains(&Warning::NotHealth), "{:?}", draft.warnings);
}

#[test]
fn the_day_of_the_paper_is_that_of_its_lines_only_when_it_is_the_only_one() {
    let days = |text: &str| -> Vec<Option<String>> {
        let draft = read(text).unwrap();
        draft.lines.iter().map(|line| draft.day_of(line).map(|read| read.value.to_string())).collect()
    };
    let lines = "CPT 99213 - Visit $1.00\n";
    let one = Some("2024-01-15".to_owned());
    assert_eq!(days(&format!("Invoice\nDate of Service: 2024-01-15\n{lines}{lines}")), [one.clone(), one.clone()]);
    assert_eq!(
        days(&format!("Invoice\nDate of Service: 2024-01-15\n2024-01-16 {lines}{lines}")),
        [Some("2024-01-16".to_owned()), None]
    );
    assert_eq!(days(&format!("Invoice\nDate of Service: 2024-01-15 to 2024-01-17\n{lines}")), [None]);
    assert_eq!(days(&format!("Invoice\nDates of Service: 2024-01-15, 2024-01-17\n{lines}")), [None]);
    assert_eq!(days(&format!("Invoice\nDate: 2024-01-15\n{lines}")), [None]);
}

#[test]
fn a_paper_that_prints_the_month_first_leaves_no_doubt_about_its_days() {
    let doubt = |text: &str| read(text).unwrap().service[0].doubt;
    let bill = |due: &str| format!("Invoice\nDate of service: 02/03/2026\nDue date: {due}\nVisit 99213 $1.00\n");
    assert_eq!(doubt(&bill("04/05/2026")), Some(Doubt::MonthOrDay));
    assert_eq!(doubt(&bill("04/25/2026")), None);
    assert_eq!(doubt(&bill("25/04/2026")), Some(Doubt::MonthOrDay));
}

#[test]
fn what_is_taken_off_is_positive_however_it_is_printed() {
    for printed in ["-$75.00", "$75.00", "($75.00)", "$75.00-", "$-75.00"] {
        let draft = read(&format!("Invoice\nVisit 99213 $100.00\nInsurance adjustment: {printed}\n")).unwrap();
        let off: Vec<i64> = draft.totals(TotalKind::Adjustments).map(|read| read.value.0).collect();
        assert_eq!(off, [7_500], "{printed}");
    }
}

#[test]
fn a_bare_total_is_settled_by_the_lines() {
    let total = |text: &str| -> Vec<(TotalKind, Option<Doubt>)> {
        read(text).unwrap().totals.iter().map(|total| (total.kind, total.amount.doubt)).collect()
    };
    let lines = "Invoice\nVisit 99213 $100.00\nLab 80053 $20.00\n";
    assert_eq!(total(&format!("{lines}Total $120.00")), [(TotalKind::Charges, None)]);
    assert_eq!(total(&format!("{lines}Total $130.00")), [(TotalKind::Charges, Some(Doubt::Role))]);
    let off = total(&format!("{lines}Insurance paid $90.00\nTotal $30.00"));
    assert_eq!(off, [(TotalKind::InsurancePaid, None), (TotalKind::AmountDue, Some(Doubt::Role))]);
}

#[test]
fn a_tax_is_a_line_and_a_tax_of_nothing_is_none() {
    let lines = |tax: &str| {
        read(&format!("Receipt\nCrutches $40.00\nSubtotal $40.00\nTax {tax}\nTotal $42.00\n")).unwrap().lines
    };
    assert_eq!(lines("$0.00").len(), 1);
    assert_eq!(lines("$2.00").iter().map(Line::said).collect::<Vec<_>>(), ["Crutches", "Tax"]);
}

#[test]
fn an_amount_in_a_sentence_is_no_service() {
    let draft = read("Invoice\nVisit 99213 $100.00\nAmount due $100.00\nA late fee of $15.00 may be added.\n").unwrap();
    assert_eq!(draft.lines.len(), 1);
    assert_eq!(draft.unplaced.iter().map(|read| read.value.0).collect::<Vec<_>>(), [1_500]);
}

#[test]
fn blank_cells_in_a_table_shift_no_amount() {
    let text = "Explanation of Benefits\n\
                Service                 Billed      Allowed     Plan paid   You owe\n\
                Office visit            $180.00     $150.00                 $150.00\n\
                Lab work                            $75.00      $75.00\n";
    let draft = read(text).unwrap();
    let cents = |read: &Option<Read<Cents>>| read.as_ref().map(|read| read.value.0);
    let rows: Vec<_> =
        draft.lines.iter().map(|line| [&line.billed, &line.allowed, &line.plan_paid, &line.share].map(cents)).collect();
    assert_eq!(rows, [[Some(18_000), Some(15_000), None, Some(15_000)], [None, Some(7_500), Some(7_500), None]]);
}

#[test]
fn a_running_balance_beside_a_payment_is_not_what_is_due() {
    let text = "Invoice\n\
                Date        Description          Charges     Insurance paid   Patient balance\n\
                2026-02-03  99213 Visit          $190.00                      $190.00\n\
                2026-02-20  Insurance payment                -$171.00         $19.00\n\
                Total                            $190.00     $171.00          $19.00\n";
    let totals: Vec<_> = read(text).unwrap().totals.iter().map(|total| (total.kind, total.amount.value.0)).collect();
    let (paid, charged) = ((TotalKind::InsurancePaid, 17_100), (TotalKind::Charges, 19_000));
    assert_eq!(totals, [paid, charged, paid, (TotalKind::AmountDue, 1_900)]);
}

#[test]
fn strange_characters_shift_nothing() {
    let text = "\u{feff}Klinik Østby Medical Center\r\nInvoice\r\nPatient:\u{a0}\u{202e}مريم العلي\u{202c}\r\n\
                • CPT\u{a0}99213 – 🙂 Visit\t$1,150.00\r\nAmount due:\u{a0}$1,150.00\r\n";
    check_ranges(text);
    let draft = read(text).unwrap();
    assert_eq!(draft.find(Field::Patient).map(|read| read.words.as_str()), Some("مريم العلي"));
    assert_eq!(draft.lines.iter().map(Line::said).collect::<Vec<_>>(), ["Visit"]);
    assert_eq!(draft.totals(TotalKind::AmountDue).map(|read| read.value.0).collect::<Vec<_>>(), [115_000]);
}

/// Shapes that a careless reader would go through again and again.
const REPEATED: [&str; 14] = [
    "Patient: ",
    "Account #: 5\n",
    "Date of service: 01/05/2024\n",
    "CPT 99213 ",
    "$1.00 ",
    "$1.00\n",
    "Date Code Description Charges\n",
    "Total ",
    "Insurance paid\n",
    "01/05/2024 - ",
    "DOB\n",
    "receipt ",
    "Amount Due   Pay By   Account\n",
    "a\n",
];

#[test]
fn words_said_over_and_over_keep_their_places() {
    for part in REPEATED {
        let body = part.repeat(20_000 / part.len());
        check_ranges(&format!("Medical bill\nVisit 99213 $5.00\n{body}"));
        check_ranges(&format!("Date Code Description Charges Allowed\n{body}"));
    }
}

/// Words that wake every part of the reader.
fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "Medical Center",
        "Invoice",
        "Statement from",
        "Explanation of Benefits",
        "Receipt #",
        "estimate",
        "Patient:",
        "Patient",
        "Jane Smith",
        "DOB:",
        "06/15/1980",
        "Account #:",
        "Acct",
        "P003",
        "Date of Service:",
        "DOS",
        "01/05/2024",
        "Jan 10-15, 2026",
        "to",
        "-",
        "\u{2013}",
        "Due Date:",
        "Pay by",
        "Admission Date:",
        "Discharge Date:",
        "Date",
        "Code",
        "Description",
        "Qty",
        "Billed",
        "Allowed",
        "Plan Paid",
        "You Owe",
        "Charges",
        "CPT",
        "CDT",
        "Rev",
        "0450",
        "99213",
        "99213-25",
        "D0120",
        "(99214)",
        "Office Visit",
        "x2",
        "Qty 2",
        "$150.00",
        "-$75.00",
        "($75.00)",
        "75.00-",
        "1,250.00",
        "$",
        "CR",
        "2.00",
        "Subtotal:",
        "Total",
        "Insurance Paid:",
        "Insurance",
        "Adjustment",
        "Amount Due:",
        "Payment",
        "Tax:",
        "You owe",
        "please",
        "\n",
        "\n\n",
        "\n  ",
        "\t",
        "   ",
        "\r\n",
        "|",
        "=====",
        "🙂",
        "مريم",
        "\u{fb01}",
        "\u{a0}",
        ":",
        "#",
        "(",
        ")",
        ".",
        "•",
        "\u{200b}",
        "İ",
        "Provider:",
        "Dr. Chen",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..120).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_stands_word_for_word_at_its_place(text in pieces()) {
        check_ranges(&text);
        check_ranges(&format!("Medical bill\nVisit 99213 $5.00\n{text}"));
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "\\PC{0,400}") {
        check_ranges(&text);
        check_ranges(&format!("Invoice\nVisit 99213 $5.00\n{text}"));
    }
}
