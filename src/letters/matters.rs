//! What does not fit on the papers of a bill, as sentences of a letter: what [`crate::reconcile`] and [`crate::bills`] found
//! about the newest bill, with each amount traced to the paper on which it stands.
//!
//! States what the papers print and asks. Calls nothing an error and nobody wrong.

use super::lines::{self, Repeated, service};
use super::pen::Pen;
use crate::bills;
use crate::case::{At, Case, Number, Provenance, Statement, StatementLine};
use crate::kinds::StatementKind;
use crate::money::Cents;
use crate::paper::{Line, Span, line, long_day};
use crate::reconcile::{self, Found, Kind};

/// The most that one letter asks about; more are settled by the itemized bill.
const MOST_ASKED: usize = 6;

/// Something that does not fit.
pub(super) struct Matter {
    /// What the papers say, and the question.
    pub says: Line,
    /// Who can answer it.
    pub of: Of,
}

/// Who can answer a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The office that sent the bill.
    Biller,
    /// The plan.
    Plan,
}

/// What does not fit on the newest bill, and on the explanations of benefits that go with it.
pub(super) fn of(pen: &Pen) -> Vec<Matter> {
    let case = pen.case;
    let Some(bill) = case.bill() else { return Vec::new() };
    let found = reconcile::of(case, pen.book);
    let eobs: Vec<Number> =
        found.owed.iter().filter(|owed| owed.bill == bill.number).flat_map(|owed| owed.eobs.clone()).collect();
    let ours = |paper: Number| paper == bill.number || eobs.contains(&paper);
    let papers = Papers { case };
    let of_findings = found.findings.iter().filter(|found| ours(found.paper)).filter_map(|found| papers.found(found));
    let twice = lines::repeated(bill);
    let of_lines = twice.iter().map(Repeated::question).map(|says| Matter { says, of: Of::Biller });
    let questions = bills::questions(case);
    let of_paper = questions
        .iter()
        .filter(|question| question.statement == bill.number)
        .filter_map(|question| Some(Matter { says: papers.question(question)?, of: Of::Biller }));
    of_findings.chain(of_lines).chain(of_paper).filter(|matter| !matter.says.is_empty()).take(MOST_ASKED).collect()
}

/// The papers on which amounts, codes and days stand.
struct Papers<'a> {
    case: &'a Case,
}

impl Papers<'_> {
    fn found(&self, found: &Found) -> Option<Matter> {
        let of = match found.kind {
            Kind::NotFinal
            | Kind::LineDoesNotAdd { .. }
            | Kind::ShareIsNotItsParts { .. }
            | Kind::DeductibleMet { .. }
            | Kind::CoinsuranceRate { .. }
            | Kind::CopayDiffers { .. }
            | Kind::LimitPassed { .. }
            | Kind::OtherNetwork => Of::Plan,
            Kind::NoItemization
            | Kind::BilledBeforePlan { .. }
            | Kind::NoEob
            | Kind::NotOnEob { .. }
            | Kind::AboveShare { .. }
            | Kind::DiscountMissing { .. }
            | Kind::PlanPaymentMissing { .. }
            | Kind::OwnPaymentMissing { .. }
            | Kind::MoreOften { .. }
            | Kind::OnTwoBills { .. }
            | Kind::MoreUnits { .. }
            | Kind::OtherCharge { .. }
            | Kind::OtherCode { .. }
            | Kind::OtherDay { .. }
            | Kind::LateFee
            | Kind::AboveEstimate { .. }
            | Kind::Overpaid { .. }
            | Kind::FollowUp { .. }
            | Kind::OnPaper(_) => Of::Biller,
        };
        let says = match of {
            Of::Biller => self.on_bill(found),
            Of::Plan => self.on_eob(found),
        }?;
        Some(Matter { says, of })
    }

    /// What the office that sent the bill can answer.
    #[expect(clippy::too_many_lines, reason = "a sentence for each kind, and none left out")]
    fn on_bill(&self, found: &Found) -> Option<Line> {
        let paper = found.paper;
        let money = |cents: Cents| self.money(cents, paper);
        Some(match &found.kind {
            Kind::BilledBeforePlan { decided, .. } => line![
                "The bill shows nothing from the plan. The plan decided on the claim on ",
                self.day(*decided, paper)?,
                ". Please send a bill that takes its decision into account."
            ],
            Kind::NotOnEob { billed } => [
                self.service(found)?,
                line![", for ", money(*billed)?, ", is on no explanation of benefits that I have. "],
                line!["Please tell me whether you sent this charge to the plan, and when."],
            ]
            .concat(),
            Kind::AboveShare { asks, left } => line![
                "You ask for ",
                money(*asks)?,
                ". By the plan's explanation of benefits ",
                money(*left)?,
                " is left to pay. Please tell me what the difference is."
            ],
            Kind::DiscountMissing { discount, taken } => [
                line!["By the explanation of benefits the plan's discount is ", money(*discount)?],
                if taken.0 == 0 {
                    line![". The bill takes off none of it. Please take it off, or tell me why it is not taken off."]
                } else {
                    line![
                        ". The bill takes off ",
                        money(*taken)?,
                        ". Please take off the rest, or tell me why it is not taken off."
                    ]
                },
            ]
            .concat(),
            Kind::PlanPaymentMissing { paid, taken } => [
                line!["By the explanation of benefits the plan paid ", money(*paid)?],
                if taken.0 == 0 {
                    line![". The bill shows nothing from the plan. Please tell me where the payment is booked."]
                } else {
                    line![
                        ". The bill shows ",
                        money(*taken)?,
                        " from the plan. Please tell me where the rest is booked."
                    ]
                },
            ]
            .concat(),
            Kind::OwnPaymentMissing { paid, taken } => [
                line!["There are receipts for ", money(*paid)?],
                if taken.0 == 0 {
                    line![". The bill shows nothing paid by the patient. Please tell me where the payment is booked."]
                } else {
                    line![
                        ". The bill shows ",
                        money(*taken)?,
                        " paid by the patient. Please tell me where the rest is booked."
                    ]
                },
            ]
            .concat(),
            Kind::MoreOften { .. } => [
                self.service(found)?,
                line![" stands on the bill more often than the plan was told. Please tell me how often it was done."],
            ]
            .concat(),
            Kind::OnTwoBills { .. } => [
                self.service(found)?,
                line![" stands on two bills, and the plan was told of it once. Please tell me which bill is right."],
            ]
            .concat(),
            Kind::MoreUnits { .. } => [
                line!["The bill lists more units of "],
                self.service(found)?,
                line![" than the plan was told. Please tell me how many were given."],
            ]
            .concat(),
            Kind::OtherCharge { bill, eob } => [
                self.service(found)?,
                line![" is ", money(*bill)?, " on the bill and ", money(*eob)?, " on the explanation of benefits. "],
                line!["Please tell me which is right."],
            ]
            .concat(),
            Kind::OtherCode { bill, eob } => line![
                "A service has the code ",
                self.code(bill, paper)?,
                " on the bill and ",
                self.code(eob, paper)?,
                " on the explanation of benefits. Please tell me which is right."
            ],
            Kind::OtherDay { bill, eob } => line![
                "A service has the day ",
                self.day(*bill, paper)?,
                " on the bill and ",
                self.day(*eob, paper)?,
                " on the explanation of benefits. Please tell me which is right."
            ],
            Kind::LateFee => line!["The bill has a late fee or interest. Please tell me which agreement it rests on."],
            Kind::AboveEstimate { estimate, billed } => line![
                "Your estimate was ",
                money(*estimate)?,
                ". The bill charges ",
                money(*billed)?,
                ". Please tell me what the difference is."
            ],
            // What no paper shows is asked in other letters; a refund and a paper's own sums have sentences of their own.
            Kind::NoItemization
            | Kind::NoEob
            | Kind::Overpaid { .. }
            | Kind::FollowUp { .. }
            | Kind::OnPaper(_)
            | Kind::NotFinal
            | Kind::LineDoesNotAdd { .. }
            | Kind::ShareIsNotItsParts { .. }
            | Kind::DeductibleMet { .. }
            | Kind::CoinsuranceRate { .. }
            | Kind::CopayDiffers { .. }
            | Kind::LimitPassed { .. }
            | Kind::OtherNetwork => return None,
        })
    }

    /// What the plan can answer.
    fn on_eob(&self, found: &Found) -> Option<Line> {
        let money = |cents: Cents| self.money(cents, found.paper);
        let counted = |what: &str, taken: Cents, rest: &str, by: Cents| -> Option<Line> {
            Some(line!["The explanation of benefits counts ", money(taken)?, what, money(by)?, rest])
        };
        match &found.kind {
            Kind::NotFinal => Some(line![
                "The explanation of benefits says that the claim is not finished. Please tell me by when it will be."
            ]),
            Kind::LineDoesNotAdd { allowed, paid, share } => Some(line![
                "On a line of the explanation of benefits ",
                money(*allowed)?,
                " is allowed, ",
                money(*paid)?,
                " was paid and ",
                money(*share)?,
                " is left to the patient. These do not add up. Please tell me which is right."
            ]),
            Kind::ShareIsNotItsParts { share, parts } => Some(line![
                "On a line of the explanation of benefits ",
                money(*share)?,
                " is left to the patient. Its parts come to ",
                money(*parts)?,
                ". Please tell me which is right."
            ]),
            Kind::DeductibleMet { taken, left } => {
                counted(" as deductible, where ", *taken, " was left of it. Please check it.", *left)
            }
            Kind::CoinsuranceRate { taken, by_terms } => {
                counted(" as coinsurance. By the plan's percentage it is ", *taken, ". Please check it.", *by_terms)
            }
            Kind::CopayDiffers { taken, by_terms } => {
                counted(" as copay. By the plan's terms it is ", *taken, ". Please check it.", *by_terms)
            }
            Kind::LimitPassed { taken, left } => counted(
                " as the patient's, where ",
                *taken,
                " was left until the yearly limit. Please check it.",
                *left,
            ),
            Kind::OtherNetwork => Some(line![
                "The provider is in the network, and the claim was processed as out of it. Please process it again."
            ]),
            Kind::NoItemization
            | Kind::BilledBeforePlan { .. }
            | Kind::NoEob
            | Kind::NotOnEob { .. }
            | Kind::AboveShare { .. }
            | Kind::DiscountMissing { .. }
            | Kind::PlanPaymentMissing { .. }
            | Kind::OwnPaymentMissing { .. }
            | Kind::MoreOften { .. }
            | Kind::OnTwoBills { .. }
            | Kind::MoreUnits { .. }
            | Kind::OtherCharge { .. }
            | Kind::OtherCode { .. }
            | Kind::OtherDay { .. }
            | Kind::LateFee
            | Kind::AboveEstimate { .. }
            | Kind::Overpaid { .. }
            | Kind::FollowUp { .. }
            | Kind::OnPaper(_) => None,
        }
    }

    /// What a single paper shows by itself.
    fn question(&self, question: &bills::Question) -> Option<Line> {
        let money = |cents: Cents| self.money(cents, question.statement);
        match &question.kind {
            bills::Kind::LinesDoNotSum { printed, lines, .. } => Some(line![
                "The lines of the bill come to ",
                money(*lines)?,
                ". The bill prints a total of ",
                money(*printed)?,
                ". Please tell me what the difference is."
            ]),
            bills::Kind::DueDoesNotFollow { charges, off, due } => Some(line![
                "The bill charges ",
                money(*charges)?,
                " and takes off ",
                money(*off)?,
                ". It asks for ",
                money(*due)?,
                ". Please tell me how you come to it."
            ]),
            bills::Kind::TwoAmountsDue { one, other } => Some(line![
                "The bill prints two amounts due, ",
                money(*one)?,
                " and ",
                money(*other)?,
                ". Please tell me which is meant."
            ]),
            bills::Kind::NoUnits { billed } => Some(line![
                "The bill charges ",
                money(*billed)?,
                " for a service with no units. Please tell me what was given."
            ]),
            bills::Kind::OtherPatient { .. } => {
                Some(line!["The bill names another patient. Please tell me whose account it is."])
            }
            bills::Kind::OutsideStay { .. } => Some(line![
                "Lines of the bill have a day that is not among the days of the care. Please tell me what was done then."
            ]),
            bills::Kind::PriceDiffers { code, .. } => Some(line![
                "The code ",
                self.code(code, question.statement)?,
                " has two prices for one unit on this bill. Please tell me why."
            ]),
            // Each is in the letter already, or asks for no more than the itemized bill does.
            bills::Kind::StandsTwice { .. }
            | bills::Kind::NoDay
            | bills::Kind::NoCode
            | bills::Kind::UnitsDoNotDivide { .. } => None,
        }
    }

    /// The first line that a finding is about.
    fn service(&self, found: &Found) -> Option<Line> {
        let line = found.lines.iter().find_map(|at| self.line(*at))?;
        let named = service(line);
        (!named.iter().all(|span| span.printed().trim().is_empty())).then_some(named)
    }

    fn line(&self, at: At) -> Option<&StatementLine> {
        self.case.statement(at.statement)?.lines.get(at.line)
    }

    /// An amount, traced to where it is printed, or to the paper from whose amounts it follows.
    fn money(&self, cents: Cents, paper: Number) -> Option<Span> {
        amount(self.case, cents, paper)
    }

    fn code(&self, code: &str, paper: Number) -> Option<Span> {
        let line = self.lines(paper).find(|line| line.code.trim() == code.trim() && !code.trim().is_empty())?;
        Some(Span::traced(line.from.clone(), line.code.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    fn day(&self, day: crate::civil::Date, paper: Number) -> Option<Span> {
        let printed = self.lines(paper).find(|line| line.on == Some(day)).map(|line| line.from.clone());
        let from = printed.or_else(|| self.papers(paper).find_map(source))?;
        Some(Span::traced(from, long_day(day)))
    }

    /// The paper, and then the others: a finding is about two of them.
    fn papers(&self, paper: Number) -> impl Iterator<Item = &Statement> {
        let others = self.case.statements.iter().filter(move |held| held.number != paper);
        self.case.statement(paper).into_iter().chain(others)
    }

    fn lines(&self, paper: Number) -> impl Iterator<Item = &StatementLine> {
        self.papers(paper).flat_map(|paper| &paper.lines)
    }
}

/// An amount of the papers of a case: traced to the total or the charge that prints it or, where it is worked out, to the
/// paper that it is worked out from.
pub(super) fn amount(case: &Case, cents: Cents, paper: Number) -> Option<Span> {
    let others = case.statements.iter().filter(|held| held.number != paper);
    let papers: Vec<&Statement> = case.statement(paper).into_iter().chain(others).collect();
    let totals = papers.iter().flat_map(|paper| &paper.totals);
    let printed = totals.filter(|total| total.amount == cents).map(|total| total.from.clone()).next();
    let of_line = || {
        let lines = papers.iter().flat_map(|paper| &paper.lines);
        lines.filter(|line| line.billed == Some(cents)).map(|line| line.from.clone()).next()
    };
    let from = printed.or_else(of_line).or_else(|| papers.iter().find_map(|paper| source(paper)))?;
    Some(Span::traced(from, cents.to_string()))
}

/// What is left to pay on the newest bill by its explanations of benefits, where they print it and all of it is settled.
pub(super) fn left(pen: &Pen) -> Option<Span> {
    let bill = pen.case.bill()?.number;
    let owed = reconcile::of(pen.case, pen.book).owed.into_iter().find(|owed| owed.bill == bill)?;
    let (least, most) = owed.now.filter(|_| !owed.open)?;
    (least == most).then(|| amount(pen.case, least, bill))?
}

/// What a paper's own figures rest on.
fn source(paper: &Statement) -> Option<Provenance> {
    let total = paper.totals.first().map(|total| total.from.clone());
    total.or_else(|| paper.facts.iter().next().map(|(_, fact)| fact.from.clone()))
}

/// Whether the case holds an explanation of benefits with its lines.
pub(super) fn has_eob(case: &Case) -> bool {
    case.statements.iter().any(|paper| paper.kind == StatementKind::Eob)
}
