//! Who helps, what it costs, and how to tell good help from bad.
//!
//! Names public offices and kinds of help, and no company. Telephone numbers stand with the contacts of the book.

use super::{Point, Section, point};

/// A kind of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// Its key in addresses.
    pub key: &'static str,
    /// Who it is.
    pub who: &'static str,
    /// What it is good for.
    pub good_for: &'static str,
    /// What it cannot do, or for whom it works.
    pub limits: &'static str,
    /// What it costs.
    pub cost: Cost,
    /// Ids of the contacts of the book that reach it; empty where there is no one office to name.
    pub contacts: &'static [&'static str],
}

/// What help costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Free for everybody.
    Free,
    /// Free for those with little income.
    FreeForLowIncome,
    /// Paid by the person; the first talk may be free.
    Paid,
}

/// What a cost is called.
#[must_use]
pub fn cost(cost: Cost) -> &'static str {
    match cost {
        Cost::Free => "Free",
        Cost::FreeForLowIncome => "Free if your income is low",
        Cost::Paid => "You pay; ask how much before you start",
    }
}

/// Kinds of help: what is near and free first.
pub static HELPERS: [Help; 17] = [
    Help {
        key: "doctors-office",
        who: "The doctor\u{2019}s office",
        good_for: "Records, letters, corrected codes, and a talk with the plan\u{2019}s doctor. Ask for whoever handles approvals.",
        limits: "It is busy, and it looks at its own bill too.",
        cost: Cost::Free,
        contacts: &[],
    },
    Help {
        key: "hospital-adviser",
        who: "The hospital\u{2019}s financial counselor, social worker or patient advocate",
        good_for: "Forms for financial assistance, a hold on the bill, programs that pay, and leaving the hospital safely.",
        limits: "They work for the hospital. They will not take your side against it.",
        cost: Cost::Free,
        contacts: &[],
    },
    Help {
        key: "benefits-office",
        who: "The benefits office at work, or your union",
        good_for: "Plan papers, who pays the claims, and a word with the company that runs the plan.",
        limits: "You need not tell them what the care was for.",
        cost: Cost::Free,
        contacts: &[],
    },
    Help {
        key: "labor-department",
        who: "Benefits advisers of the U.S. Department of Labor",
        good_for: "Any plan from a private employer or a union. They explain what the plan has to do and can contact it.",
        limits: "They do not represent you, and they do not decide the claim.",
        cost: Cost::Free,
        contacts: &["ebsa"],
    },
    Help {
        key: "insurance-department",
        who: "Your state\u{2019}s insurance department",
        good_for: "Complaints about insured plans, and often the outside review.",
        limits: "It usually cannot act on a plan whose employer pays the claims.",
        cost: Cost::Free,
        contacts: &["state-insurance-departments"],
    },
    Help {
        key: "assistance-program",
        who: "Your state\u{2019}s consumer assistance program",
        good_for: "Somebody who reads your letter and helps with the appeal.",
        limits: "Not every state has one.",
        cost: Cost::Free,
        contacts: &["consumer-assistance-programs"],
    },
    Help {
        key: "medicare-counselor",
        who: "Your state\u{2019}s Medicare counselors (SHIP)",
        good_for: "Every kind of Medicare: appeals, drug plans, and help with costs.",
        limits: "They are often volunteers, so make an appointment early.",
        cost: Cost::Free,
        contacts: &["ship", "medicare"],
    },
    Help {
        key: "medicaid-office",
        who: "Your state\u{2019}s Medicaid office, or its ombudsman",
        good_for: "Fair hearings, services that are about to stop, and trouble with a Medicaid plan.",
        limits: "The office is also the other side in a hearing. Legal aid is on yours.",
        cost: Cost::Free,
        contacts: &["medicaid-state-agency"],
    },
    Help {
        key: "medicare-reviewers",
        who: "The reviewers and hearing offices of Medicare",
        good_for: "Where your appeal stands, once it has left the plan or the contractor.",
        limits: "They decide; they do not advise. The letter that you got names the one for you.",
        cost: Cost::Free,
        contacts: &["part-c-reviewer", "part-d-reviewer", "omha", "appeals-council"],
    },
    Help {
        key: "marketplace",
        who: "The Marketplace, for enrolling and help with the premium",
        good_for: "Papers that it still needs, and an appeal about who may enroll or how much help there is.",
        limits: "Some states have their own. It cannot change what a plan decided about care.",
        cost: Cost::Free,
        contacts: &["marketplace"],
    },
    Help {
        key: "public-employers",
        who: "Offices for plans of governments, the military and veterans",
        good_for: "The next step after the plan has looked again, and complaints.",
        limits: "Each has its own rules. For a plan of a state or city, ask first who pays the claims.",
        cost: Cost::Free,
        contacts: &["government-plans", "opm", "tricare", "va-emergency"],
    },
    Help {
        key: "surprise-bills-desk",
        who: "The federal help desk for surprise bills",
        good_for: "Surprise bills, and bills far above a written estimate.",
        limits: "It cannot help with ground ambulances in most cases.",
        cost: Cost::Free,
        contacts: &["no-surprises-help-desk"],
    },
    Help {
        key: "attorney-general",
        who: "Your state\u{2019}s attorney general, consumer office",
        good_for: "Unfair bills, collectors who break the rules, and hospitals that hide their assistance.",
        limits: "It looks for patterns and may not take up a single case.",
        cost: Cost::Free,
        contacts: &[],
    },
    Help {
        key: "nonprofit",
        who: "Nonprofit groups for your illness, and local charities",
        good_for: "Small grants, help with drugs and travel, and people who have been through it.",
        limits: "Money is short and may be gone for the year. Ask how they use what you tell them.",
        cost: Cost::Free,
        contacts: &[],
    },
    Help {
        key: "legal-aid",
        who: "Legal aid, or a law school\u{2019}s clinic",
        good_for: "Medicaid that is cut, debts, lawsuits, and hard denials.",
        limits: "They have to choose, so call early and call more than one.",
        cost: Cost::FreeForLowIncome,
        contacts: &["legal-aid"],
    },
    Help {
        key: "advocate",
        who: "An independent patient or billing advocate",
        good_for: "Going through large bills, writing appeals, and making the calls that you cannot make.",
        limits: "Anybody may use the name. Check training and fees first. An advocate cannot act for you in court.",
        cost: Cost::Paid,
        contacts: &[],
    },
    Help {
        key: "lawyer",
        who: "A lawyer who knows health plans",
        good_for: "Large sums, court, accidents, plans from work before the last appeal, and any lawsuit against you.",
        limits: "Not every lawyer knows this field. Ask how many such cases they have had. The state bar can name some.",
        cost: Cost::Paid,
        contacts: &[],
    },
];

/// How to choose somebody whom one pays or lets act.
pub static SECTIONS: [Section; 4] = [
    Section { title: "Training and proof of it", points: &CREDENTIALS },
    Section { title: "Fees", points: &FEES },
    Section { title: "Ask before you agree", points: &ASK_FIRST },
    Section { title: "Warning signs", points: &WARNINGS },
];

static CREDENTIALS: [Point; 4] = [
    point(
        "Look a lawyer up with the state bar",
        "Each state has a public list. It shows whether the license holds, and often whether there were complaints.",
    ),
    point(
        "Ask an advocate who certified them, and look there",
        "No state license is needed for the work in most places. A board that certifies has a list that you can search.",
    ),
    point(
        "Ask about experience with your kind of plan",
        "Work, Medicare and Medicaid follow different rules. Somebody good at one may not know the other.",
    ),
    point("Ask about insurance for mistakes", "Somebody who does this for a living should have it."),
];

static FEES: [Point; 4] = [
    point("By the hour", "Ask for a limit, and for a call before it is passed."),
    point(
        "A part of what they save you",
        "Ask: a part of what, and who counts it? What you would get anyway should not count.",
    ),
    point("A fixed price for one task", "Clear for a single appeal or one look at a bill. Ask what is not in it."),
    point("Nothing if you lose", "Some lawyers work this way. Ask who then pays for copies, experts and the court."),
];

static ASK_FIRST: [Point; 7] = [
    point("Could I get this help free somewhere else?", "An honest helper tells you."),
    point("What exactly will you do, and by when?", "My last day to appeal is the one that counts."),
    point("What will it cost at most, and when do I pay?", "Get it in writing, with how to end it."),
    point("Who pays you besides me?", "Somebody paid by a hospital, a plan or a drug maker is not only yours."),
    point("Who else sees my papers, and where are they kept?", "Give only what the task needs."),
    point("Will I see each letter before it goes out?", "It goes in your name."),
    point("What speaks against my case?", "Somebody who sees no weak point has not read it."),
];

static WARNINGS: [Point; 6] = [
    point("They promise that you will win", "Nobody can know that."),
    point("They want much money before they have read anything", "A first look should be small or free."),
    point("They press you to sign today", "A good offer holds until tomorrow, unless your own date is near."),
    point("They tell you to stop talking to the plan or the hospital", "Dates run on while you are silent."),
    point("They want your passwords or your bank login", "No appeal needs them."),
    point(
        "They called you first",
        "Public offices do not call to sell help. Hang up, and call a number that you looked up.",
    ),
];
