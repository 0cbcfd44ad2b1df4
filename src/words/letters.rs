//! What to look at in a letter before it is sent, in words.

use super::{InWords, Words, words};
use crate::case::{Sending, SentBy};
use crate::civil::Date;
use crate::letters::WeakPoint;
use crate::letters::awaited::{Awaited, By};
use crate::letters::edit::Stale;
use crate::paper::long_day;

impl InWords for WeakPoint {
    fn in_words(&self) -> Words {
        match self {
            Self::NoDate => words("The letter bears no date.", "Put the date back."),
            Self::OtherDate => words(
                "The letter bears another date than today\u{2019}s.",
                "Put today\u{2019}s date, or send it today.",
            ),
            Self::NoRecipient => words(
                "The letter does not say to whom it goes.",
                "Add in the facts to whom it goes, and the address from your notice or your bill.",
            ),
            Self::OtherRecipient { named } => words(
                format!("The letter goes to somebody else than {named}, whom your papers name."),
                "Check the address on your notice or your bill. A letter at the wrong desk may not count.",
            ),
            Self::NoRemedy => words("The letter asks for nothing.", "Put the part back that says what they should do."),
            Self::NoSignature => words("Nobody signs the letter.", "Add the patient\u{2019}s name in the facts."),
            Self::QuoteNotInSource { words: quoted, .. } => words(
                format!("The words \u{201c}{quoted}\u{201d} stand in no paper of this case."),
                "Quote them as they are printed, or say them in your own words.",
            ),
            Self::NotEnclosed { words: named, .. } => words(
                format!("The letter speaks of \u{201c}{named}\u{201d}, and the list of enclosures does not have it."),
                "Add it to the enclosures and to the envelope, or change the sentence.",
            ),
            Self::LastDayPassed { day, one_stands: true } => words(
                format!("One of the two last days for this letter has passed: {}. The other has not.", long_day(*day)),
                "Send it today, in a way that shows when it arrived.",
            ),
            Self::LastDayPassed { day, one_stands: false } => words(
                format!("The last day for this letter was {}.", long_day(*day)),
                "Send it all the same and say in it why it is late. Look under Dates for what is still open.",
            ),
            Self::FactChanged(stale) => changed(stale),
            Self::Unmatched { words: typed, .. } => words(
                format!("\u{201c}{typed}\u{201d} matches nothing that you confirmed."),
                "Check it against your papers before you send the letter.",
            ),
        }
    }
}

/// That a fact in the person's own words is another by now.
fn changed(stale: &Stale) -> Words {
    let name = super::fields::name(stale.field);
    match &stale.now {
        Some(now) => words(
            format!(
                "{name}: your words say \u{201c}{}\u{201d}. In the facts it is now \u{201c}{now}\u{201d}.",
                stale.was
            ),
            "Put the new words in, or keep yours if you mean the old ones.",
        ),
        None => words(
            format!("{name}: your words say \u{201c}{}\u{201d}. In the facts it stands no more.", stale.was),
            "Check that it is right, or take it out.",
        ),
    }
}

/// A way to send a letter, by its name.
#[must_use]
pub fn way(way: SentBy) -> &'static str {
    match way {
        SentBy::CertifiedMail => "Certified mail",
        SentBy::Fax => "Fax",
        SentBy::Portal => "Their portal",
        SentBy::Mail => "Ordinary mail",
        SentBy::Hand => "By hand",
    }
}

/// How to send a letter this way.
#[must_use]
pub fn how(way: SentBy) -> &'static str {
    match way {
        SentBy::CertifiedMail => {
            "Ask at the post office for certified mail with a return receipt. Put the cover sheet on top, then the letter, then \
             copies of the papers. Never send originals."
        }
        SentBy::Fax => {
            "Put the fax sheet on top. Ask the machine or the service for a page that shows their number, the day, the time \
             and how many pages went through. Call to hear that all pages can be read."
        }
        SentBy::Portal => {
            "Upload the PDF under appeals, claims or messages. If the portal has no place for files, copy the text. Take a \
             picture of the screen that says it was received."
        }
        SentBy::Mail => {
            "Ordinary mail leaves no proof. Take another way where a date counts, or ask the post office for a certificate of \
             mailing."
        }
        SentBy::Hand => "Take two copies. Ask them to stamp yours, or to sign it with the day and their name.",
    }
}

/// What to keep of a letter sent this way.
#[must_use]
pub fn keep(way: SentBy) -> &'static str {
    match way {
        SentBy::CertifiedMail => "Keep the stamped receipt, the return receipt and a copy of all that you sent.",
        SentBy::Fax => "Keep the confirmation page and a copy of all that you sent.",
        SentBy::Portal => "Keep the confirmation number, the picture of the screen and the file.",
        SentBy::Mail => "Keep the certificate, if you have one, and a copy of all that you sent.",
        SentBy::Hand => "Keep the copy that they stamped or signed.",
    }
}

/// What the proof of this way is called, and where it stands.
#[must_use]
pub fn proof(way: SentBy) -> (&'static str, &'static str) {
    match way {
        SentBy::CertifiedMail => ("Number on the certified mail receipt", "It also tracks the letter on its way."),
        SentBy::Fax => {
            ("Number of the fax confirmation", "Write the number you dialed if the page has no number of its own.")
        }
        SentBy::Portal => ("Confirmation number of the portal", "Leave it empty if they gave none."),
        SentBy::Mail => ("Number on the certificate of mailing", "Leave it empty if you have none."),
        SentBy::Hand => ("Who took it", "The name of the person at the desk."),
    }
}

/// When and how a letter was sent, in a row.
#[must_use]
pub fn sent(sending: &Sending) -> String {
    let proof = if sending.proof.is_empty() { "no proof noted".to_owned() } else { sending.proof.clone() };
    format!("{}: {}, {proof}", long_day(sending.on), way(sending.how))
}

/// Where the wait for an answer stands: the badge's state and its words.
#[must_use]
pub fn awaited(awaited: &Awaited, today: Date) -> (&'static str, String) {
    let sent = long_day(awaited.sent);
    let Some(day) = awaited.by.day() else {
        return ("unknown", format!("Sent on {sent}. No day for the answer is known."));
    };
    let state = match today.days_until(day) {
        ..0 => "overdue",
        0..=7 => "soon",
        _ => "later",
    };
    let whose = match awaited.by {
        By::Law(_) => "The rule gives them until",
        By::Asked(_) | By::Unknown => "You asked for an answer by",
    };
    (state, format!("Sent on {sent}. {whose} {}.", long_day(day)))
}

/// What to do about a letter whose answer is awaited.
#[must_use]
pub fn then(awaited: &Awaited, today: Date) -> &'static str {
    match awaited.by {
        By::Unknown => "Call after two weeks, ask whether it arrived and by when they answer, and note the call.",
        By::Law(day) if day < today => "Their time has passed. Look under Dates for what you can do now.",
        By::Law(_) => "Call to hear that it arrived and is complete, and note the call.",
        By::Asked(day) if day < today => {
            "Call today, ask where the letter is and who answers by when, and note the call."
        }
        By::Asked(_) => "If nothing has come by then, call, ask where the letter is, and note the call.",
    }
}
