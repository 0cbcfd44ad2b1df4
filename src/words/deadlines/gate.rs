//! The review outside the plan, in words: whether it takes this reason, and what is left where it does not.

use crate::rulebook::schema::Takes;

/// The question that this answers.
pub const ASK: &str = "Can people outside the plan look at it?";

/// Before the reviews.
pub const LEAD: &str = "After the plan\u{2019}s last no, somebody who does not work for the plan may look again. Which review \
                        it is, your final denial says. It also says where to send the request.";

/// Where the kind of plan is not known.
pub const PLAN_UNKNOWN: &str = "Which review is yours depends on the kind of plan, which is not known yet.";

/// Where several reviews may be the one.
pub const SEVERAL: &str = "More than one review may be yours. The letter says which one.";

/// Where the road has no such review but steps of its own outside the plan.
pub const OWN_STEPS: &str = "This coverage has its own steps outside the plan. They come one after the other:";

/// Where nothing outside the plan is open by law.
pub const NONE: &str = "We know of no law that gives people with this coverage a review outside the plan. What is left: the \
                        steps in the contract, a complaint to your state\u{2019}s insurance department or attorney general, \
                        and a lawyer.";

/// Where no reason was chosen yet.
pub const NO_REASON: &str = "Whether it takes your case hangs on the reason for the no. Choose the reason on the page of your \
                             facts.";

/// Whether it takes one reason.
#[must_use]
pub fn takes(takes: Takes) -> &'static str {
    match takes {
        Takes::Yes => "The review is for this",
        Takes::Perhaps => "It depends on the letter",
        Takes::No => "The review is not for this",
    }
}
