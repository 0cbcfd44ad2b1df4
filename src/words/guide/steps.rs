//! How plans decide, what wins, the seven steps, and what to be careful about.
//!
//! Knows no case: the steps of a case follow from its plays.

use super::{Point, Section, lawful, point};

/// One of the seven steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do, as an order to oneself.
    pub what: &'static str,
    /// Why it comes here.
    pub why: &'static str,
    /// How, a line each.
    pub how: &'static [&'static str],
    /// Ids of the rules of the book that it rests on.
    pub rules: &'static [&'static str],
}

/// The seven steps, in order.
pub static STEPS: [Step; 7] = [
    Step {
        what: "Read the letter and the plan, and find the exact reason",
        why: "You can only answer what they really said. The date of the letter starts your clock.",
        how: &[
            "Find three things: the reason, the date, and the last day to appeal.",
            "Look at the EOB line by line: what was billed, allowed, paid, and put on you.",
            "Find the page of the plan that they name, and read its exact words.",
            "See whether it is a denial at all. A deductible or a copay is not one.",
        ],
        rules: &["notice-content", "internal-appeal-window"],
    },
    Step {
        what: "Gather your papers",
        why: "Who looks at your appeal did not see you. Papers speak for you.",
        how: &[
            "Ask the plan in writing for the claim file and the rule that it used. Both are free.",
            "Ask the doctor\u{2019}s office for notes, test results, orders and approval numbers.",
            "Ask the biller for the itemized bill.",
            "Put all of it in one folder, in order of dates.",
        ],
        rules: &["claim-file-free", "criteria-free"],
    },
    Step {
        what: "Call the insurer, and follow up in writing",
        why: "Some cases end with this call. If yours does not, you know what to write about.",
        how: &[
            "Ask for a name and a reference number before you start.",
            "Ask what is missing, who can mend it, and where an appeal has to go.",
            "Read back what was said before you hang up.",
            "Send a short letter that says what was agreed. Promises on the phone get lost.",
        ],
        rules: &[],
    },
    Step {
        what: "Get the support of your doctor\u{2019}s office",
        why: "A letter from a clinician, or one corrected code, can turn a no around.",
        how: &[
            "Ask whether the claim was coded right. If not, ask for a corrected claim.",
            "Ask for a letter that answers the plan\u{2019}s rule line by line.",
            "Ask for a talk between the doctors, and on which day it will be.",
            "Send your own appeal by its date, whatever others have promised.",
        ],
        rules: &["internal-appeal-window"],
    },
    Step {
        what: "After the plan\u{2019}s last no, go outside the plan",
        why: "People who do not work for the plan can look at it, and an office can check that it kept the rules.",
        how: &[
            "Read the last denial for the outside review: how to ask, where, and by when.",
            "Ask for it even if you are not sure that it is open to you.",
            "Complain to the office that watches your plan. It is free, but it stops no clock.",
        ],
        rules: &["external-review-state-window", "external-review-federal-window", "state-complaint"],
    },
    Step {
        what: "Talk with the billing office",
        why: "The price of a bill is often open to talk. You can do this while the plan looks at it again.",
        how: &[
            "Ask for a hold until the plan has decided.",
            "Compare the itemized bill with the EOB, and ask for mistakes to be taken off.",
            "Ask for financial assistance before you talk about payments.",
            "Then ask what they would take: a lower price at once, one lump sum, or a payment plan.",
            "Get every agreement in writing before you pay.",
        ],
        rules: &[],
    },
    Step {
        what: "Bring in somebody who does this every day",
        why: "Large sums, serious illness and lawsuits are too much for one tired person.",
        how: &[
            "Start with free help: public offices, the hospital\u{2019}s own advisers, legal aid.",
            "Before you pay anybody, ask what they are trained in and what it will cost.",
            "Do it before the last appeal. In a plan from work a court often sees only what was in the appeal.",
        ],
        rules: &["court"],
    },
];

/// How a plan comes to its decision, and where a person can push.
pub static DECISIONS: Section = Section { title: "How plans decide", points: &DECISION_POINTS };

static DECISION_POINTS: [Point; 6] = [
    point(
        "The plan\u{2019}s papers come first",
        "They say what is covered, what is left out, and what has to be asked first.",
    ),
    point(
        "Contracts with providers set the prices",
        "They also say what a provider in the network may not bill you for.",
    ),
    lawful(
        "Medical rules decide what counts as needed",
        "They are written lists. You can have the one that was used in your case, free.",
        &["criteria-free"],
    ),
    point(
        "Office work does the rest",
        "A missing paper, a late form or a wrong code leads to a no that nobody meant. Those are the quickest to mend.",
    ),
    point(
        "A person can push at four places",
        "A refused approval, a claim paid as out-of-network, a wrong code, and a large bill. Each has a way of its own.",
    ),
    lawful(
        "Most plans must look again when you ask",
        "Beyond that there are outside reviews, regulators and laws that protect patients. Which ones are yours depends on \
         the kind of plan and on the state.",
        &["fair-review"],
    ),
];

/// What wins.
pub static WINS: Section = Section { title: "What wins", points: &WIN_POINTS };

static WIN_POINTS: [Point; 9] = [
    point(
        "The EOB and the exact words of the plan",
        "Answer what they wrote, in their own words, and not what you guess.",
    ),
    point(
        "Medical records, referrals, approval numbers and notes",
        "A reviewer looks for proof of every sentence in your letter.",
    ),
    point(
        "A letter from the clinician who treats you",
        "It weighs most when it answers the plan\u{2019}s rule line by line.",
    ),
    point("An itemized bill and the history of the claim", "Mistakes show when you put the two side by side."),
    lawful(
        "A formal appeal that arrives in time",
        "A short one in time is worth more than a full one too late. Papers can follow.",
        &["internal-appeal-window"],
    ),
    point("Written notes of every contact", "Names, dates and reference numbers make your word stronger."),
    point("Calm, and another call on a set day", "Whoever asks politely and asks again is hard to forget."),
    point(
        "One packet with everything in order",
        "Put on it who the patient is, the claim number, the day of the care, and what exactly you want them to do.",
    ),
    point("Everything in writing, and a copy of it", "What is not on paper is hard to prove months later."),
];

/// What to be careful about.
pub static CAUTIONS: Section = Section { title: "Be careful", points: &CAUTION_POINTS };

static CAUTION_POINTS: [Point; 5] = [
    point(
        "Some denials are right",
        "If the plan leaves this care out for everybody, look for another way: an exception, other care, or a lower price.",
    ),
    point(
        "Read before you sign",
        "An agreement with a provider, a plan or a collector may take away a choice that you have now.",
    ),
    point("Get every agreement in writing before you pay", "Once the money is gone, your best argument is gone too."),
    lawful(
        "Only an appeal keeps your time",
        "A complaint, a talk between doctors or a corrected claim does not stop the clock.",
        &["internal-appeal-window"],
    ),
    point("Share health papers with care", "Send them only to those who may have them and need them."),
];
