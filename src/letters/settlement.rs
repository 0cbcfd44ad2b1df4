//! L72, the offer of a lump sum; L73, the counter-offer after it was refused; L74, the terms to be confirmed before paying.
//! All name the same terms: the offers ask for them, the last letter lists them for a signature.
//!
//! Gives no reason for the offer and sets nobody a date: what is paid is the person's to decide.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused};
use super::pen::{Pen, counted, sent_day, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind};
use crate::paper::{Line, Span, line};
use crate::rulebook::Book;

/// Within how many days after the signed terms are in hand the payment is promised. Our choice and no law: time enough for
/// a check to be written and mailed. The person can write another number.
const DAYS_TO_PAY: u32 = 14;

/// L72.
pub(super) fn offer(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L72, case, book, today);
    let re = "Offer of one payment in full settlement";
    let amount = begin(&mut pen, re)?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let asked = with(". The bill asks for ", pen.need(gap::AMOUNT_DUE));
    let opening = [
        line!["I offer one payment of ", amount, " in full settlement of "],
        this_account(&pen),
        asked,
        line![". I will pay ", within(), " after I have terms that are signed for you and say this:"],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let mut items =
        vec![line!["The payment settles the account in full: the balance is zero, and no further bill follows."]];
    items.extend(protections());
    items.push(signed());
    pen.list("terms", items);
    let ask =
        "If you accept, please send me the signed terms. If you do not, please tell me which amount you would accept.";
    pen.paragraph("ask", line![ask]);
    let standing = [
        account::hold("While you consider this offer"),
        line![" This offer is meant to settle the account. It is not an agreement that the whole amount is owed."],
    ];
    pen.paragraph("hold", standing.concat());
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

/// L74.
pub(super) fn terms(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L74, case, book, today);
    let re = "Terms of settlement, to be confirmed before payment";
    let amount = begin(&mut pen, re)?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = line!["Before I pay, please confirm in writing that "];
    let opening = [opening, this_account(&pen), line![" will be settled on these terms:"]];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let asked = with(", in place of the ", pen.need(gap::AMOUNT_DUE));
    let asked = if asked.is_empty() { asked } else { [asked, line![" that the bill asks for"]].concat() };
    let mut items = vec![
        [line!["I will pay ", amount, " in one payment"], asked, line!["."]].concat(),
        line!["I will pay it ", within(), " after I have your signed confirmation."],
        line![
            "With this payment the account is settled in full. Its balance is zero, and no further bill follows for the \
             services on it."
        ],
    ];
    items.extend(protections());
    items.push(signed());
    pen.list("ask", items);
    let standing =
        "These terms are meant to settle the account. They are not an agreement that the whole amount was owed.";
    let how = "You may sign a copy of this letter, or send me a letter of your own that says the same. I will send no \
               payment before I have it. ";
    pen.paragraph("how", [line![how], line![standing]].concat());
    let after = "Please tell me how to pay, and send me a statement with a balance of zero after the payment.";
    pen.paragraph("receipt", line![after]);
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

/// L73: what the person can pay, after the office answered an offer with another amount.
pub(super) fn counter(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L73, case, book, today);
    let offered = pen.sent_on(&[LetterKind::L72, LetterKind::L73]).ok_or(Refused::NoLetterBefore)?;
    let re = "Counter-offer in full settlement";
    let amount = begin(&mut pen, re)?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = [
        line!["On ", sent_day(offered), " I made you an offer for "],
        this_account(&pen),
        line![". We have not agreed on an amount yet. This is what I can pay:"],
    ];
    pen.paragraph("opening", [who, opening.concat()].concat());
    let mut ways = vec![line![amount, " in one payment, ", within(), " after I have terms that are signed for you."]];
    if let Some(monthly) = pen.fact(Field::CanPayMonthly) {
        ways.push(line![
            "Or, if you lower the balance, payments of ",
            monthly,
            " each month without interest or fees. Please name the lower balance and the number of payments."
        ]);
    }
    pen.list("ways", ways);
    pen.paragraph("terms-lead", line!["Before I pay, I need terms that are signed for you and say this:"]);
    let mut items = vec![line![
        "With the last payment the account is settled in full: the balance is zero, and no further bill follows."
    ]];
    items.extend(protections());
    items.push(signed());
    pen.list("terms", items);
    let ask = "Please tell me in writing what you accept, and send me the signed terms. If you accept neither, please tell \
               me the lowest amount that you would accept.";
    pen.paragraph("ask", line![ask]);
    let standing = [
        account::hold("While you consider this offer"),
        line![" This offer is meant to settle the account. It is not an agreement that the whole amount is owed."],
    ];
    pen.paragraph("hold", standing.concat());
    frame::foot(&mut pen, frame::answer());
    Ok(pen.finish(re))
}

/// The head, and the amount that both letters are about.
fn begin(pen: &mut Pen, re: &str) -> Result<Span, Refused> {
    let to = frame::biller(pen)?;
    let amount = pen.fact(Field::CanPayNow).ok_or(Refused::NoOffer)?;
    let known = |field| pen.case.money(field).map(|fact| fact.value);
    if let (Some(offer), Some(due)) = (known(Field::CanPayNow), known(Field::AmountDue))
        && offer >= due
    {
        return Err(Refused::OfferCoversTheBill);
    }
    frame::head(pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    Ok(amount)
}

fn this_account(pen: &Pen) -> Line {
    match pen.fact(Field::AccountNumber) {
        Some(number) => line!["account ", number],
        None => line!["this account"],
    }
}

fn within() -> String {
    format!("within {}", counted(DAYS_TO_PAY, "day"))
}

/// What the other side leaves undone.
fn protections() -> [Line; 2] {
    [
        line!["The account is not sent to collections and not sold. If it was, you take it back."],
        line!["Nothing negative is reported to a credit bureau. If something was, you have it taken out."],
    ]
}

fn signed() -> Line {
    line!["Somebody who may settle the account for you signs the terms, with name, title and date."]
}
