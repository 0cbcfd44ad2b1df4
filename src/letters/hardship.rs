//! L71, hardship and a payment plan. States the household's means as far as the person gave them, and pleads nothing else.

use super::Draft;
use super::account;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::pen::{Pen, sentences};
use crate::case::{Case, Value};
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L71, case, book, today);
    let to = frame::biller(&mut pen)?;
    let re = "Request for financial assistance and a payment plan";
    frame::head(&mut pen, To::Biller, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Biller);
    let opening = line![
        "I ask for financial assistance with this account, and for a payment plan without interest for what is left."
    ];
    pen.paragraph("opening", [who, opening].concat());
    means(&mut pen);

    pen.paragraph("ask-lead", line!["Please:"]);
    let plan = monthly(&mut pen);
    let items = vec![
        line![
            "Send me your financial assistance policy, the application form, and a list of the papers that you need with \
             it."
        ],
        line!["Tell me by when to send the form, and who answers questions about it."],
        line!["Decide on assistance first, and set the payment plan for the amount that is left."],
        plan,
        line![
            "Put the terms in writing before the first payment: the amount, the number of payments, the day of each, and \
             that there is no interest and no fee."
        ],
    ];
    pen.list("ask", items);
    pen.paragraph("hold", account::hold_without_prejudice("While you decide"));
    frame::foot(&mut pen, frame::answer());
    pen.lacks(gap::AMOUNT_DUE);
    Ok(pen.finish(re))
}

/// The household and its income, and the proof in hand.
pub(super) fn means(pen: &mut Pen) {
    let whose = if pen.for_another() { "the" } else { "my" };
    let people = pen.need(gap::HOUSEHOLD_SIZE).map(|count| match household(pen.case) {
        Some(1) => line!["There is ", count, " person in ", whose, " household."],
        Some(_) | None => line!["There are ", count, " people in ", whose, " household."],
    });
    // The person was told that a rough figure is fine.
    let of_it = match (&people, pen.for_another()) {
        (Some(_), _) => "Its income is about ",
        (None, true) => "The household's income is about ",
        (None, false) => "My household's income is about ",
    };
    let income = pen.need(gap::HOUSEHOLD_INCOME).map(|income| line![of_it, income, " a year before tax."]);
    if people.is_none() && income.is_none() {
        pen.leaves_out(Unclaimed::Means);
    }
    let proof = pen.paper(PaperKind::IncomeProof).map(|_| line!["I enclose proof of income."]);
    pen.lacks(gap::INCOME_PROOF);
    let said: Vec<Line> = [people, income, proof].into_iter().flatten().collect();
    if !said.is_empty() {
        pen.paragraph("means", sentences(said));
    }
}

fn household(case: &Case) -> Option<u32> {
    match case.fact(Field::HouseholdSize)?.value {
        Value::Count(count) => Some(count),
        Value::Text(_)
        | Value::Day(_)
        | Value::Time(_)
        | Value::Money(_)
        | Value::Yes(_)
        | Value::Window(_)
        | Value::Codes(_)
        | Value::Choice(_) => None,
    }
}

/// What can be paid each month, or the question which plans there are.
fn monthly(pen: &mut Pen) -> Line {
    let payer = if pen.for_another() { "the household" } else { "I" };
    match pen.need(gap::CAN_PAY_MONTHLY) {
        Some(amount) => {
            line!["Agree to payments of ", amount, " each month. That is what ", payer, " can pay."]
        }
        None => line!["Tell me which payment plans without interest you offer."],
    }
}
