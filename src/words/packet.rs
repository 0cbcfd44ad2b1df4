//! The packet in words: why there is no PDF, and what could not be printed as written.
//!
//! Knows no browser, and no words of the person's beyond single characters.

use super::{InWords, Words, words};
use crate::packet::exhibits::{self, About, Notice, Trouble};
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
            Self::Exhibit { exhibit, why } => troubled(*exhibit, why),
            Self::TooLarge { limit } => words(
                format!("The papers are larger than {} MB together.", limit / 1_000_000),
                "Choose only the pages that matter, or make two packets.",
            ),
            Self::Stopped => words("The packet was stopped.", "Nothing was changed. Start it again when you want."),
            Self::BelowStandard { .. } => words("The PDF came out wrong, so it was not made.", OUR_FAULT),
        }
    }
}

/// Prints every page anew, whatever is wrong with the file.
const PRINT_AGAIN: &str = "Open the file in the program that shows it well, print it to a new PDF, and add that one. Or ask the sender again.";

fn troubled(exhibit: usize, why: &Trouble) -> Words {
    let name = exhibits::name(exhibit);
    match why {
        Trouble::Gone => words(format!("The file of {name} is not there."), "Add the file again."),
        Trouble::Empty => words(format!("The file of {name} is empty."), "Get the file again, and add it."),
        Trouble::Unknown => words(
            format!("{name} is no PDF, photo or plain text."),
            "Open it in its own program, print it to a PDF, and add that one.",
        ),
        Trouble::Heic => words(
            format!("{name} is a HEIC photo, which most offices cannot open."),
            "On an iPhone, open Settings, Camera, Formats, and choose Most Compatible; or share the photo as JPEG. Then add it.",
        ),
        Trouble::Locked => words(format!("{name} is locked."), "Type its password. It is used once and not kept."),
        Trouble::WrongPassword => words(
            format!("The password does not open {name}."),
            "Type it again, large and small letters as they are. The sender often says what it is made of.",
        ),
        Trouble::Protected => words(format!("{name} is protected in a way that cannot be opened here."), PRINT_AGAIN),
        Trouble::Unreadable => words(format!("{name} cannot be read. The file is damaged."), PRINT_AGAIN),
        Trouble::Damaged { pages } => words(format!("{name} is damaged on {}.", pages_in_words(pages)), PRINT_AGAIN),
        Trouble::CutOff { found } => words(
            format!(
                "The file of {name} ends early. {} can be read; nobody can say how many there were.",
                count(*found)
            ),
            "Download the file again, or ask for it again. It was probably cut off on its way.",
        ),
        Trouble::LivingForm => words(
            format!("{name} is a form that only the program it was made for can show."),
            "Open it in Adobe Acrobat Reader, print it to a new PDF, and add that one.",
        ),
        Trouble::LongText => words(
            format!("{name} is a text of hundreds of pages."),
            "Take out what the reader does not need, or print it to a PDF and choose the pages that matter.",
        ),
        Trouble::NoPages => words(format!("{name} has no pages."), PRINT_AGAIN),
        Trouble::NoSuchPage { page, of } => words(
            format!("{name} has no page {page}. It has {}.", count(*of)),
            "Choose again which of its pages go in.",
        ),
        Trouble::RarePhoto => words(
            format!("{name} is a kind of photo that a PDF cannot hold."),
            "Open it, take a screenshot or save it as a usual JPEG, and add that.",
        ),
    }
}

impl InWords for Notice {
    fn in_words(&self) -> Words {
        let name = exhibits::name(self.exhibit);
        match &self.about {
            About::Mended => words(
                format!("The file of {name} was damaged. Its pages were found again."),
                "Look through its pages in the packet before you send it.",
            ),
            About::CopiedOnly { pages } => words(
                format!(
                    "The file of {name} was damaged. {} were copied; entries in forms and notes may be missing.",
                    capital(&count(*pages))
                ),
                "Compare its pages in the packet with the file before you send it.",
            ),
            About::Fewer { said, found } => words(
                format!("The file of {name} says that it has {}, and has {}.", count(*said), count(*found)),
                "Compare its pages in the packet with the paper before you send it.",
            ),
            About::Blank { pages } => words(
                format!("In {name}, {} {} blank.", pages_in_words(pages), if pages.len() == 1 { "is" } else { "are" }),
                "Look whether that is right. A blank back of a sheet is fine.",
            ),
            About::Doubtful { pages } => words(
                format!("In {name}, something on {} may be missing, such as part of a picture.", pages_in_words(pages)),
                "Compare it with the file before you send it.",
            ),
            About::Scripts => words(
                format!("Scripts or commands were taken out of {name}."),
                "Nothing that you can see is gone. You have nothing to do.",
            ),
            About::Files => words(
                format!("Files, films or sounds inside {name} were taken out."),
                "If the reader needs them, add each as a paper of its own.",
            ),
            About::Signature => words(
                format!("The electronic signature in {name} can be seen, but no longer checked."),
                "If the reader must check it, send that file by itself as well.",
            ),
        }
    }
}

fn count(pages: usize) -> String {
    if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `page 3`, `pages 3 to 5 and 9`.
fn pages_in_words(pages: &[usize]) -> String {
    let runs: Vec<String> = pages
        .chunk_by(|before, after| before + 1 == *after)
        .filter_map(|run| Some((run.first()?, run.last()?)))
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first} to {last}") })
        .collect();
    let list = match runs.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        runs => runs.concat(),
    };
    format!("{} {list}", if pages.len() == 1 { "page" } else { "pages" })
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
            Place::Part { role: Role::Index, .. } => "In the index",
            Place::Part { role: Role::Exhibit, .. } => "In a text that is an exhibit",
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
    let pages = count(packet.pages);
    let missing = packet.missing.iter().map(super::both);
    let told: Vec<String> = missing.chain(packet.notices.iter().map(super::both)).collect();
    format!("The PDF is in your downloads: {pages}. Nothing has been sent. {}", told.join(" ")).trim_end().to_owned()
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
    fn pages_are_named_in_runs() {
        let check = |pages: &[usize], expected: &str| assert_eq!(pages_in_words(pages), expected);
        check(&[3], "page 3");
        check(&[3, 4, 5, 9], "pages 3 to 5 and 9");
        check(&[1, 3, 7, 8], "pages 1, 3 and 7 to 8");
    }

    #[test]
    fn papers_are_counted_from_one() {
        assert_eq!(Error::EmptyPaper { section: 0 }.in_words().what, "Paper 1 of the packet is empty.");
    }
}
