//! The packet in words: why there is no PDF, and what could not be printed as written.
//!
//! Knows no browser, and no words of the person's beyond single characters.

use super::{InWords, Words, words};
use crate::packet::message::Failure;
use crate::packet::{Error, Missing, Packet, Place, Role};

/// What to do when the fault is ours.
const OUR_FAULT: &str =
    "Your case is safe. Download the letter as text, or copy it: it has the same words. Then tell us what happened.";

impl InWords for Error {
    fn in_words(&self) -> Words {
        match self {
            Self::NoTitle => words("The packet has no title.", OUR_FAULT),
            Self::NoLanguage { .. } => words("The packet does not say its language.", OUR_FAULT),
            Self::NoPapers => {
                words("There is nothing to put in the packet.", "Start a letter first. It goes in by itself.")
            }
            Self::UntitledPaper { section } => words(format!("Paper {} has no title.", section + 1), OUR_FAULT),
            Self::EmptyPaper { section } => words(
                format!("Paper {} of the packet is empty.", section + 1),
                "Open the letter. If every part was taken out, put one back.",
            ),
            Self::UnevenTable { section, .. } => {
                words(format!("A table in paper {} does not add up.", section + 1), OUR_FAULT)
            }
            Self::TooManyPages { limit } => words(
                format!("The packet would have more than {limit} pages."),
                "Look for a very long text in the letter or the call notes, and shorten it.",
            ),
            Self::BelowStandard { .. } => words("The PDF came out wrong, so it was not made.", OUR_FAULT),
        }
    }
}

impl InWords for Failure {
    fn in_words(&self) -> Words {
        match self {
            Self::Refused(why) => why.in_words(),
            Self::NotInPage => words("This copy of the page cannot make PDFs.", OUR_FAULT),
            Self::NotStarted { .. } => words(
                "The part that makes PDFs did not load.",
                "Check that you are online and try again. Until then, print the letter or download it as text.",
            ),
            Self::BrokeDown { .. } => words("Making the PDF failed.", OUR_FAULT),
            Self::Forbidden { .. } => {
                words("Making the PDF was stopped, because something tried to reach outside this page.", OUR_FAULT)
            }
            Self::Unreadable => words("The PDF got lost on its way.", "Reload the page and try again."),
            Self::Silent { seconds } => words(
                format!("The PDF was not ready after {seconds} seconds."),
                "Try again. If it stays so, print the letter or download it as text.",
            ),
        }
    }
}

impl InWords for Missing {
    fn in_words(&self) -> Words {
        let place = match &self.place {
            Place::Title => "In the title at the foot of each page",
            Place::Part { role: Role::Cover, .. } => "On the cover",
            Place::Part { role: Role::Letter, .. } => "In the letter",
            Place::Part { role: Role::Documents, .. } => "In the list of documents",
            Place::Part { role: Role::Chronology, .. } => "In the list of what happened",
            Place::Part { role: Role::Options, .. } => "In the ways to go",
        };
        let signs: Vec<String> = self.characters.iter().map(ToString::to_string).collect();
        words(
            format!("{place}, the PDF cannot show {}. It has an empty box in each place.", signs.join(" ")),
            "Write the word in Latin letters, as on the member card. Or print the page and write it in by hand.",
        )
    }
}

/// What is said when the PDF is there: where it is, how many pages, and what it could not show.
#[must_use]
pub fn made(packet: &Packet) -> String {
    let pages = if packet.pages == 1 { "1 page".to_owned() } else { format!("{} pages", packet.pages) };
    let missing: Vec<String> = packet.missing.iter().map(super::both).collect();
    format!("The PDF is in your downloads: {pages}. Nothing has been sent. {}", missing.join(" ")).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_sign_is_named_with_its_place() {
        let place = Place::Part { role: Role::Letter, section: 1, key: "sender".to_owned() };
        let told = Missing { place, characters: vec!['م', '😀'] }.in_words();
        assert_eq!(told.what, "In the letter, the PDF cannot show م 😀. It has an empty box in each place.");
    }

    #[test]
    fn papers_are_counted_from_one() {
        assert_eq!(Error::EmptyPaper { section: 0 }.in_words().what, "Paper 1 of the packet is empty.");
    }
}
