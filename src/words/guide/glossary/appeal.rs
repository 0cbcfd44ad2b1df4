//! Words about appeals, reviews and complaints, and about the papers that go with them.

use super::Entry;

pub(super) static INTERNAL_APPEAL: Entry = Entry {
    key: "internal-appeal",
    name: "Internal appeal",
    plain: "Asking the plan to decide again",
    also: &["Appeal", "First-level appeal", "Request for review"],
    finds: &["internal appeal", "first-level appeal"],
    means: "You ask in writing that somebody else at the plan look at it anew, with all that you send. It keeps your rights \
        if it arrives by its date. Some plans have a second level.",
    met: "In the denial, under your right to appeal.",
    rules: &["internal-appeal-window", "fair-review"],
};

pub(super) static EXTERNAL_REVIEW: Entry = Entry {
    key: "external-review",
    name: "External review",
    plain: "People outside the plan decide",
    also: &["Outside review", "Independent medical review (IMR)", "Independent review organization (IRO)"],
    finds: &["external review", "outside review", "independent medical review", "IRO"],
    means: "A reviewer who does not work for the plan looks at the plan\u{2019}s last no. It is open mostly for medical \
        questions, for cancelled coverage and for surprise bills. If you are not sure that yours counts, ask: the reviewer \
        decides that.",
    met: "In the plan\u{2019}s last denial, with a form or an address.",
    rules: &["external-review-decision", "external-review-state-window", "external-review-federal-window"],
};

pub(super) static EXPEDITED: Entry = Entry {
    key: "expedited",
    name: "Expedited",
    plain: "A fast decision, because waiting would do harm",
    also: &["Urgent appeal", "Fast appeal"],
    finds: &["expedited", "urgent appeal", "fast appeal"],
    means: "When waiting could do serious harm, the plan has to decide within days and not weeks. A doctor\u{2019}s word that \
        it is urgent helps most. The fast outside review can often run at the same time.",
    met: "In the denial, under urgent cases. A phone call is often enough.",
    rules: &["appeal-decision-urgent", "external-review-at-once"],
};

pub(super) static DEEMED_EXHAUSTED: Entry = Entry {
    key: "deemed-exhausted",
    name: "Deemed exhausted",
    plain: "The plan broke the rules, so the way is open",
    also: &["Deemed exhaustion"],
    finds: &["deemed exhausted"],
    means: "If the plan does not keep the rules, such as its own date, the appeal inside the plan may count as done. Then you \
        may go on to the outside review or to court. A small slip that did no harm can be excused.",
    met: "Seldom in letters. It is a point that you make.",
    rules: &["deemed-exhausted"],
};

pub(super) static REDETERMINATION: Entry = Entry {
    key: "redetermination",
    name: "Redetermination",
    plain: "The first appeal in Medicare",
    also: &["First level of appeal"],
    finds: &["redetermination"],
    means: "The first appeal has this name in Original Medicare and in Medicare drug plans. The form, the address and the date \
        are in your notice. Free Medicare counselors can help with it.",
    met: "In the Medicare Summary Notice, or in the drug plan\u{2019}s letter.",
    rules: &[],
};

pub(super) static RECONSIDERATION: Entry = Entry {
    key: "reconsideration",
    name: "Reconsideration",
    plain: "A second look; what it means depends on who says it",
    also: &["Request to reconsider"],
    finds: &["reconsideration"],
    means: "In Medicare it is a formal appeal with a date of its own. Elsewhere offices use the word for an informal request, \
        which does not stop the time for your appeal. Ask which one they mean.",
    met: "In Medicare letters, and in calls with the doctor\u{2019}s office.",
    rules: &["internal-appeal-window"],
};

pub(super) static FAIR_HEARING: Entry = Entry {
    key: "fair-hearing",
    name: "Fair hearing",
    plain: "A hearing before the state, in Medicaid",
    also: &["State hearing", "Administrative hearing"],
    finds: &["fair hearing", "state hearing"],
    means: "A judge or officer of the state listens to you and to the agency or plan. You may bring papers and people, and you \
        may take part by phone in many places. The time to ask is on the notice and can be short.",
    met: "In a Medicaid notice, and after a Medicaid plan\u{2019}s last no.",
    rules: &["medicaid-hearing-window", "medicaid-plan-hearing-window"],
};

pub(super) static CONTINUED_BENEFITS: Entry = Entry {
    key: "continued-benefits",
    name: "Continued benefits",
    plain: "Services go on during the appeal",
    also: &["Aid continuing", "Aid paid pending"],
    finds: &["continued benefits", "aid continuing", "aid paid pending"],
    means: "In Medicaid you can ask that services go on until the appeal is decided. The date for that is much earlier than the \
        last day to appeal. If you lose, the state may ask for the cost.",
    met: "In a Medicaid notice that ends or cuts a service.",
    rules: &["medicaid-plan-keep-services", "medicaid-keep-benefits"],
};

pub(super) static GRIEVANCE: Entry = Entry {
    key: "grievance",
    name: "Grievance",
    plain: "A complaint that is no appeal",
    also: &["Complaint"],
    finds: &["grievance"],
    means: "It is about how you were treated: rude staff, long waits, no call back. It does not ask the plan to decide again, \
        and it does not stop the time for your appeal. Some plans call an appeal by this name, so read what it does.",
    met: "In the plan\u{2019}s booklet, beside appeals.",
    rules: &["internal-appeal-window"],
};

pub(super) static CLAIM_FILE: Entry = Entry {
    key: "claim-file",
    name: "Claim file",
    plain: "All that the plan looked at",
    also: &["Case file", "Administrative record"],
    finds: &["claim file", "administrative record"],
    means: "The notes, records, rules and opinions behind the decision. You can have a free copy when you ask. It shows what \
        they read and what they left out.",
    met: "Ask for it in writing. The plan needs a while to send it.",
    rules: &["claim-file-free", "reviewer-identity"],
};

pub(super) static GOOD_CAUSE: Entry = Entry {
    key: "good-cause",
    name: "Good cause",
    plain: "A good reason for being late",
    also: &["Late filing"],
    finds: &["good cause"],
    means: "An office may take a late appeal when there was a reason that you could not help: illness, a death, a letter that \
        never came, wrong directions. Send the appeal at once, with the reason and what shows it. Medicare has a rule for \
        this; other plans may decide for themselves.",
    met: "In Medicare letters, and in your own letter when you are late.",
    rules: &[],
};

pub(super) static REPRESENTATIVE: Entry = Entry {
    key: "representative",
    name: "Authorized representative",
    plain: "Somebody who acts for you",
    also: &["Appointed representative", "Designated representative"],
    finds: &["authorized representative", "appointed representative"],
    means: "You can let somebody else ask, appeal and get the answers. The plan has a form for it. In an urgent case a \
        clinician who knows you may act without one.",
    met: "As a form on the plan\u{2019}s site, or with the denial.",
    rules: &["representative"],
};

pub(super) static PARITY: Entry = Entry {
    key: "parity",
    name: "Mental health parity",
    plain: "No stricter for the mind than for the body",
    also: &["Parity law", "MHPAEA"],
    finds: &["parity"],
    means: "Where a plan covers care for mental health or substance use, the law in most cases bars limits that are stricter \
        than those for other medical care. Ask the plan for the rules that it uses on both sides, and for its own comparison.",
    met: "When visits, approval or stays for mental health are cut.",
    rules: &[],
};

pub(super) static QIO: Entry = Entry {
    key: "qio",
    name: "Quality improvement organization (QIO)",
    plain: "Medicare\u{2019}s reviewer when care is about to end",
    also: &["BFCC-QIO", "Quality reviewer"],
    finds: &["QIO"],
    means: "In Medicare this office decides fast whether a hospital stay, nursing or home care may end. Call the number on \
        your notice on the day you get it. The time is counted in hours.",
    met: "On the notice that a stay or service will end.",
    rules: &["medicare-leave-hospital", "medicare-services-end"],
};

pub(super) static INSURANCE_DEPARTMENT: Entry = Entry {
    key: "state-insurance-department",
    name: "State insurance department",
    plain: "The state office that watches insurers",
    also: &["Department of insurance (DOI)", "Insurance commissioner"],
    finds: &["insurance department", "department of insurance"],
    means: "It takes complaints about insured plans, free, and often runs the outside review. It usually cannot act on a plan \
        whose employer pays the claims. A complaint does not stop any date.",
    met: "On the last pages of a denial from an insurer.",
    rules: &["state-complaint"],
};

pub(super) static PACKET: Entry = Entry {
    key: "packet",
    name: "Packet",
    plain: "Letter and papers sent as one",
    also: &["Appeal package"],
    finds: &["packet"],
    means: "The letter, a list of what is with it, and the papers, with page numbers. It is read as a whole, and nothing gets \
        lost. Keep a full copy of what you sent.",
    met: "Here: this page binds one for you.",
    rules: &[],
};

pub(super) static EXHIBIT: Entry = Entry {
    key: "exhibit",
    name: "Exhibit",
    plain: "A paper that proves something",
    also: &["Attachment", "Enclosure"],
    finds: &["exhibit"],
    means: "A record, a letter or a bill that goes with your appeal and has a name that the letter can point to. Use copies \
        and keep the originals.",
    met: "In a packet, behind the letter.",
    rules: &[],
};

pub(super) static CERTIFIED_MAIL: Entry = Entry {
    key: "certified-mail",
    name: "Certified mail",
    plain: "Mail with proof of when it came",
    also: &["Return receipt"],
    finds: &["certified mail", "return receipt"],
    means: "The post office gives you a number and, with a return receipt, the name of who signed. Keep both with your copy. A \
        fax page or a message from a portal is proof too, and is faster.",
    met: "At the counter of any post office.",
    rules: &[],
};
