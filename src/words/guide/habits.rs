//! Habits that prevent disputes: before care, when papers come, all year round.
//!
//! Knows no case.

use super::{Point, Section, point};

/// The habits, by when they help.
pub static SECTIONS: [Section; 4] = [
    Section { title: "Before planned care", points: &BEFORE },
    Section { title: "When you are there", points: &THERE },
    Section { title: "When papers come", points: &PAPERS },
    Section { title: "All year round", points: &YEAR },
];

static BEFORE: [Point; 5] = [
    point(
        "Ask whether approval is needed, and get it early",
        "Ask the plan and the doctor\u{2019}s office. Write down the number, what it covers, and until when.",
    ),
    point(
        "Check everybody\u{2019}s network, not only the hospital\u{2019}s",
        "Ask about the surgeon, the anesthesia, the lab and the imaging. Keep a picture of the directory with its date.",
    ),
    point(
        "Ask for a cost estimate in writing",
        "Ask the provider for the codes and the price, and the plan for your share. An estimate is no promise, but it is a \
         yardstick.",
    ),
    point(
        "Ask which codes will be used",
        "With them the plan can tell you whether it covers the care, and on what terms.",
    ),
    point(
        "Confirm the plan\u{2019}s answer in writing",
        "A short message with the name, the day and the reference number is enough.",
    ),
];

static THERE: [Point; 4] = [
    point("Bring the right card", "Many denials begin with an old card or a name spelled two ways."),
    point(
        "Read before you sign",
        "Ask what you give up, and ask for a copy. You may say no to a part, though for planned care they may then \
         say no too.",
    ),
    point("In the hospital, ask whether you are admitted", "It changes what you owe and what is covered afterward."),
    point("Keep a short list of what was done", "Dates, names and tests. It is the best check of a bill."),
];

static PAPERS: [Point; 5] = [
    point("Open every letter from the plan", "The time to act starts with it, whether or not you have read it."),
    point(
        "Look at each EOB within a few days",
        "Was it you, was it that day, is the provider in the network, is your share right? Mistakes are easiest to mend early.",
    ),
    point(
        "Do not pay before you have the EOB",
        "Then compare the two. The bill should ask for no more than the EOB says.",
    ),
    point("Keep envelopes of late letters", "A postmark can show when a letter was really sent."),
    point("Keep receipts for each copay", "You need them when the plan\u{2019}s count of the year is wrong."),
];

static YEAR: [Point; 5] = [
    point(
        "One folder for all of it",
        "The plan\u{2019}s booklet, letters, EOBs, bills, receipts and notes of calls, in order of dates.",
    ),
    point("Note every call", "The name, the day, the reference number, and what was promised by when."),
    point(
        "Look again when the plan year changes",
        "Lists of drugs, networks and rules for approval change then. Check what you use.",
    ),
    point(
        "Tell the plan about changes at once",
        "A new baby, a new address, other insurance. Many denials are only about old facts.",
    ),
    point("Let somebody else know where the folder is", "On a bad day they can make the call for you."),
];
