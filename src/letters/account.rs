//! What the letters about a bill share: the hold, and the words that keep a letter from being read as more than it is.

use crate::paper::{Line, line};

/// What no letter about a bill may be taken for.
pub(super) const NO_ADMISSION: &str = "I neither refuse to pay nor agree that the amount is right.";

/// The request that nothing happens to the account for a time. `when` begins the sentence: "While you decide".
pub(super) fn hold(when: &str) -> Line {
    line![
        when,
        ", please hold the account: no collections, no report to a credit bureau, no interest and no late fees."
    ]
}

/// The hold, and that the letter is neither a refusal nor an agreement.
pub(super) fn hold_without_prejudice(when: &str) -> Line {
    [hold(when), line![" ", NO_ADMISSION]].concat()
}
