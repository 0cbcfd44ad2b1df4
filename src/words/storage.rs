//! Saving, copies, erasing, in words.

use super::{InWords, Words, words};
use crate::civil::Date;
use crate::paper::long_day;
use crate::storage::{Error, saving, shelf};

/// Said once, before the first save.
pub const KEEP_A_COPY: &str = "Your case is saved in this browser, on this device, and nowhere else. \
    Some browsers drop the data after days without a visit, so keep a copy.";

/// Said quietly after each save.
pub const SAVED: &str = "Saved in this browser.";

/// Said while words that are being typed wait to be saved.
pub const SAVING: &str = "Saving…";

/// Said beside the cases while there are texts that were set aside.
pub const SET_ASIDE: &str = "Some saved text cannot be read by this page";

/// Heading of the meter.
pub const ROOM: &str = "Room in this browser";

impl InWords for shelf::Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Full => words(
                "There is no more room in this browser, so your last change is not saved.",
                "It is still on this page. Save a copy now. Then erase a case that you no longer need, and try again.",
            ),
            Self::Blocked => words(
                "This browser does not let the page save anything. Private windows and some settings do that.",
                "You can go on, but closing this tab loses your work. Save a copy before you close it, \
                 or open this page in an ordinary window.",
            ),
        }
    }
}

impl InWords for saving::Error {
    fn in_words(&self) -> Words {
        match self {
            Self::Full => shelf::Error::Full.in_words(),
            Self::Blocked => shelf::Error::Blocked.in_words(),
            Self::ChangedElsewhere { .. } => words(
                "This case was changed in another tab, so your last change here is not saved.",
                "Load the other tab's version, or keep yours beside it as a second case.",
            ),
            Self::ErasedElsewhere => words(
                "This case was erased in another tab, so it was not saved again here.",
                "If you still need it, save a copy now. If not, go back to your cases.",
            ),
            Self::NewerVersion { .. } => words(
                "This case was last saved by a newer version of this page. This older one leaves it alone.",
                "Save a copy of what you see here, then load the page again to get the newer version.",
            ),
        }
    }
}

/// For a file that was opened as a copy.
impl InWords for Error {
    fn in_words(&self) -> Words {
        match self {
            Self::NotJson { .. } => words(
                "This file is not a copy saved by this page, or it was cut off on the way.",
                "Choose a file whose name begins with “recourse-copy”. If it came by e-mail, send or download it again.",
            ),
            Self::NotARecourseFile => words(
                "This file was made by something else, so there is no case in it to open.",
                "Choose a file whose name begins with “recourse-copy”.",
            ),
            Self::Newer { .. } => words(
                "This was saved by a newer version of this page. Nothing in it was changed.",
                "Load the page again to get the newer version, then open it there.",
            ),
            Self::Damaged { .. } => words(
                "This was saved by this page, but a part of it is damaged, so it was not opened.",
                "Keep the file, and try an older copy if you have one. Your other cases are not touched.",
            ),
            Self::TooBig { .. } => words(
                "This file is larger than any copy saved by this page.",
                "Choose a file whose name begins with “recourse-copy”.",
            ),
        }
    }
}

/// Whether the browser has promised not to drop by itself what is stored.
#[must_use]
pub fn promise(promised: bool) -> &'static str {
    if promised {
        "This browser has agreed not to drop your cases by itself. A copy still helps if the device is lost or its data are cleared."
    } else {
        "This browser has not agreed to keep your cases. It may drop them after days without a visit, so keep a copy."
    }
}

/// What stands beside "Last copy".
#[must_use]
pub fn last_copy(copied: Option<Date>) -> String {
    match copied {
        None => "Last copy: never".to_owned(),
        Some(day) => format!("Last copy: {}", long_day(day)),
    }
}

/// How a text that was set aside is told of on loading. `why` says whether loading the page again may help.
#[must_use]
pub fn aside(why: &Error) -> Words {
    match why {
        Error::Newer { .. } => words(
            "Some saved text was written by a newer version of this page. It is kept as it is.",
            "Load the page again. If this stays, save the text as a file.",
        ),
        Error::NotJson { .. } | Error::NotARecourseFile | Error::Damaged { .. } | Error::TooBig { .. } => words(
            "Some saved text could not be read. It was set aside, whole, and nothing was written over it.",
            "Save it as a file. You can read what is in it with any text editor. Erase it here when you no longer need it.",
        ),
    }
}

/// Said when a copy holds a case that is here already.
#[must_use]
pub fn already_here(name: &str) -> Words {
    words(
        format!("{name} is already in this browser."),
        "Keep both, or let the copy take the place of the one here. What is here is then gone.",
    )
}

/// Asked before one case is erased.
#[must_use]
pub fn erase_case(name: &str, copied: Option<Date>) -> Words {
    words(
        format!("Erase {name}, with its letters, notes and papers, from this browser, at once and for good?"),
        format!("Nobody can bring it back. {}.", last_copy(copied)),
    )
}

/// Asked before everything is erased.
#[must_use]
pub fn erase_everything(cases: usize) -> Words {
    let what = match cases {
        0 => "everything that this page saved".to_owned(),
        1 => "your case and everything else that this page saved".to_owned(),
        _ => format!("all {cases} cases and everything else that this page saved"),
    };
    words(
        format!("Erase {what} in this browser, at once and for good?"),
        "Nobody can bring it back. Copies that you saved as files are not touched.",
    )
}

/// Said when something was erased.
pub const ERASED: &str = "Erased. Nothing of it is left in this browser.";

/// The meter, in words.
#[must_use]
pub fn room(share: shelf::Share) -> String {
    let taken = share.percent();
    if share.is_nearly_full() {
        format!("{taken}% of the room in this browser is used. Save a copy, and erase cases that you no longer need.")
    } else {
        format!("{taken}% of the room in this browser is used.")
    }
}

/// Said when words from an earlier visit are offered again.
#[must_use]
pub fn draft_found(saved_on: Date) -> String {
    format!("You typed this on {} and it was not finished.", long_day(saved_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_copy_is_never_or_a_day() {
        assert_eq!(last_copy(None), "Last copy: never");
        assert_eq!(last_copy(Some(day("2024-07-13"))), "Last copy: July 13, 2024");
    }

    #[test]
    fn every_failure_says_what_to_do_now() {
        let newer = Error::Newer { found: 2, known: 1 };
        let all = [
            shelf::Error::Full.in_words(),
            shelf::Error::Blocked.in_words(),
            saving::Error::ErasedElsewhere.in_words(),
            saving::Error::NewerVersion { found: 2, known: 1 }.in_words(),
            Error::NotARecourseFile.in_words(),
            Error::TooBig { length: 2, limit: 1 }.in_words(),
            aside(&newer),
            newer.in_words(),
        ];
        for Words { what, now } in all {
            assert!(what.ends_with('.') && now.ends_with('.'), "{what} {now}");
            let orders = ["Save ", "Choose ", "Load ", "save a copy"];
            assert!(orders.iter().any(|order| now.contains(order)), "{now}");
        }
    }

    #[test]
    fn erasing_counts_the_cases() {
        assert!(erase_everything(1).what.starts_with("Erase your case"));
        assert!(erase_everything(3).what.starts_with("Erase all 3 cases"));
        assert!(erase_case("Knee MRI", None).now.ends_with("Last copy: never."));
    }

    #[test]
    fn the_meter_speaks_up_when_there_is_little_room_left() {
        assert_eq!(room(shelf::Share { used: 40_000, of: 5_000_000 }), "1% of the room in this browser is used.");
        assert!(room(shelf::Share { used: 4_500_000, of: 5_000_000 }).contains("Save a copy"));
    }
}
