//! What the letters about a bill share: the hold, and the words that keep a letter from being read as more than it is.

use super::pen::Pen;
use crate::paper::{Line, line};

/// The request that nothing happens to the account for a time. `when` begins the sentence: "While you decide".
pub(super) fn hold(when: &str) -> Line {
    line![
        when,
        ", please do not send the account to collections or report it to a credit bureau, and add no interest and no late \
         fees."
    ]
}

/// What no letter about a bill may be taken for.
pub(super) fn no_admission(pen: &mut Pen) {
    let words = "This letter is not a refusal to pay, and it is not an agreement that the amount is right.";
    pen.paragraph("standing", line![words]);
}
