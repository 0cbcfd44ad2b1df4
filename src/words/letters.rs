//! What to look at in a letter before it is sent, in words.

use super::{InWords, Words, words};
use crate::letters::WeakPoint;

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
            Self::NoRemedy => words("The letter asks for nothing.", "Put the part back that says what they should do."),
            Self::NoSignature => words("Nobody signs the letter.", "Add the patient\u{2019}s name in the facts."),
            Self::QuoteNotInSource { words: quoted, .. } => words(
                format!("The words \u{201c}{quoted}\u{201d} stand in no paper of this case."),
                "Quote them as they are printed, or say them in your own words.",
            ),
            Self::Unmatched { words: typed, .. } => words(
                format!("\u{201c}{typed}\u{201d} matches nothing that you confirmed."),
                "Check it against your papers before you send the letter.",
            ),
        }
    }
}
