//! L07, the request for a network exception or a single-case agreement: before care that nobody in the network can give.
//!
//! Says that there is nobody only where that is a fact; otherwise it asks the plan to name somebody.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::pen::{Pen, timing, with};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, Timing};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L07, case, book, today);
    may_be_asked(&pen)?;
    let to = frame::insurer(&mut pen)?;
    let re = "Request for a network exception or a single-case agreement";
    frame::head(&mut pen, To::Plan, line![re], to, line!["To whom it may concern:"])?;
    opening(&mut pen);
    why(&mut pen);

    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen);
    pen.list("ask", items);
    frame::foot(&mut pen, frame::answer());
    for gap in [gap::NOBODY_IN_NETWORK, gap::OUTSIDE_NETWORK, gap::EXCEPTION_FOR, gap::REFERRAL, gap::NECESSITY_LETTER]
    {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

fn may_be_asked(pen: &Pen) -> Result<(), Refused> {
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    if pen.fact(Field::Service).is_none() && pen.fact(Field::ProcedureCode).is_none() {
        return Err(Refused::NoCare);
    }
    match timing(pen.case) {
        Some(Timing::PostService) => return Err(Refused::CareGiven),
        Some(Timing::PreService | Timing::Concurrent | Timing::Urgent) | None => {}
    }
    if pen.yes(Field::InNetwork) {
        return Err(Refused::InNetwork);
    }
    if pen.no(Field::NoNetworkProvider) {
        return Err(Refused::NetworkHasSomebody);
    }
    Ok(())
}

fn opening(pen: &mut Pen) {
    let who = frame::on_behalf(pen, To::Plan);
    let care = match (pen.fact(Field::Service), pen.fact(Field::ProcedureCode)) {
        (Some(service), _) => line![service],
        (None, code) => with("procedure code ", code),
    };
    let opening = [
        line!["Please cover this care as if it were given in the network: "],
        care,
        with(", by ", pen.fact(Field::Provider)),
        with(", planned for ", pen.fact(Field::PlannedFor)),
        line!["."],
    ];
    let urgent = if pen.urgent() {
        line![
            " This request is urgent: waiting could do serious harm to ",
            pen.my(),
            " health. Please decide it without delay."
        ]
    } else {
        Vec::new()
    };
    pen.paragraph("opening", [who, opening.concat(), urgent].concat());
}

/// What the network lacks.
fn why(pen: &mut Pen) {
    if pen.yes(Field::NoNetworkProvider) {
        pen.paragraph(
            "network",
            line![
                "As far as I can find, the plan has nobody in its network who can give this care in time and within reach."
            ],
        );
    } else {
        pen.leaves_out(Unclaimed::NobodyInNetwork);
        pen.paragraph(
            "network",
            line!["I do not know whether anybody in the plan's network can give this care in time and within reach."],
        );
    }
}

fn asks(pen: &Pen) -> Vec<Line> {
    let by = with(" by ", pen.fact(Field::PlannedFor));
    let hold = if pen.yes(Field::NoNetworkProvider) {
        "If you hold that somebody in the network can give this care"
    } else {
        "If somebody in the network can give this care"
    };
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    vec![
        [line![hold], by, line![", name each of them, with address, telephone number and first free appointment."]]
            .concat(),
        [
            line!["If not, approve the care by "],
            provider,
            line![
                " at the in-network deductible, copay and coinsurance, with the services that go with it, by a network \
                 exception or by a single-case agreement."
            ],
        ]
        .concat(),
        line![
            "Put the approval in writing before the care: services and codes, dates, what I will have to pay, and that I \
             will not be billed for more."
        ],
        line![
            "If you refuse, tell me in writing the reason, the page of the plan that it rests on, and how to appeal."
        ],
    ]
}
