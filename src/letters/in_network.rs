//! L08, the request to process a claim again as in-network: the provider was in the network, or the plan said so.
//!
//! It is no appeal and says so. What the directory said and what is so are two facts, and the letter keeps them apart.

use super::Draft;
use super::frame::{self, To};
use super::gap::{self, Refused, Unclaimed};
use super::law;
use super::pen::{Pen, sentences, timing};
use crate::case::Case;
use crate::civil::Date;
use crate::kinds::{Field, LetterKind, PaperKind, Timing};
use crate::paper::{Line, line};
use crate::rulebook::Book;

pub(super) fn write(case: &Case, book: &Book, today: Date) -> Result<Draft, Refused> {
    let mut pen = Pen::new(LetterKind::L08, case, book, today);
    may_be_asked(&pen)?;
    let to = frame::insurer(&mut pen)?;
    let re = "Request to process the claim again as in-network";
    frame::head(&mut pen, To::Plan, line![re], to, line!["To whom it may concern:"])?;
    let who = frame::on_behalf(&mut pen, To::Plan);
    pen.paragraph(
        "opening",
        [who, line!["Please process "], this_claim(&pen), line![" again as in-network."]].concat(),
    );
    network(&mut pen);
    frame::reason(&mut pen, "Your notice");

    pen.paragraph("ask-lead", line!["Please:"]);
    let items = asks(&pen);
    pen.list("ask", items);
    pen.leans_on(law::CLAIM_FILE);
    frame::not_an_appeal(&mut pen);
    frame::foot(&mut pen, frame::answer());
    pen.note_law();
    for gap in [gap::LISTED_IN_NETWORK, gap::NETWORK_PROOF, gap::EOB_COPY] {
        pen.lacks(gap);
    }
    Ok(pen.finish(re))
}

fn may_be_asked(pen: &Pen) -> Result<(), Refused> {
    if pen.uninsured() {
        return Err(Refused::NoCoverage);
    }
    match timing(pen.case) {
        Some(Timing::PreService | Timing::Urgent) => return Err(Refused::CareNotGiven),
        Some(Timing::PostService | Timing::Concurrent) | None => {}
    }
    if [Field::ClaimNumber, Field::ReferenceNumber, Field::Service].iter().all(|field| pen.fact(*field).is_none()) {
        return Err(Refused::NothingNamesTheClaim);
    }
    if !pen.yes(Field::InNetwork) && !pen.yes(Field::ListedInNetwork) {
        return Err(Refused::NotInNetwork);
    }
    Ok(())
}

/// What is so, what the plan said, and what shows it.
fn network(pen: &mut Pen) {
    let provider = pen.fact(Field::Provider).or_else(|| pen.fact(Field::Facility));
    let (at_start, within) = provider.map_or_else(
        || (line!["The provider"], line!["the provider"]),
        |provider| (line![provider.clone()], line![provider]),
    );
    let mut said = Vec::new();
    if pen.yes(Field::InNetwork) {
        said.push([at_start, line![" is in the plan's network."]].concat());
    } else {
        pen.leaves_out_unless_answered(Field::InNetwork, Unclaimed::InNetwork);
    }
    if pen.yes(Field::ListedInNetwork) {
        said.push(
            [line!["Before the care, the plan or its directory named "], within, line![" as in the network."]].concat(),
        );
    }
    if pen.paper(PaperKind::NetworkProof).is_some() {
        said.push(line!["I enclose what shows it."]);
    }
    pen.paragraph("network", sentences(said));
}

fn asks(pen: &Pen) -> Vec<Line> {
    let provider = pen.fact(Field::Provider).map_or_else(|| line!["the provider"], |provider| line![provider]);
    let check = if pen.yes(Field::ListedInNetwork) {
        ", and what the directory and your staff said of it before the care."
    } else {
        "."
    };
    vec![
        [line!["Check the network status of "], provider.clone(), line![" on the day of the care", check]].concat(),
        [
            line!["Process "],
            this_claim(pen),
            line![
                " again with the in-network deductible, copay and coinsurance, and count what is paid toward the \
                 in-network limits."
            ],
        ]
        .concat(),
        [line!["Send the new explanation of benefits to "], provider, line![" and to me."]].concat(),
        line![
            "If you do not process it as in-network, tell me in writing the reason and the page of the plan that it rests \
             on, and send me, free of charge, your record of the network status on that day."
        ],
    ]
}

fn this_claim(pen: &Pen) -> Line {
    match pen.fact(Field::ClaimNumber) {
        Some(claim) => line!["claim ", claim],
        None => line!["this claim"],
    }
}
