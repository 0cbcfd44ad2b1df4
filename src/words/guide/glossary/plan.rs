//! Words about the plan itself and its network.

use super::Entry;

pub(super) static SELF_FUNDED: Entry = Entry {
    key: "self-funded",
    name: "Self-funded plan",
    plain: "The employer pays the claims",
    also: &["Self-insured plan", "Administrative services only (ASO)"],
    finds: &["self-funded", "self-insured"],
    means: "The employer or union pays for care with its own money. A company only handles the claims, so the card can \
        look just like that of an insurance plan. It decides which law holds and who does the outside review, so ask the \
        benefits office at work.",
    met: "In the plan booklet, as \u{201c}self-funded\u{201d} or \u{201c}administered by\u{201d}.",
    rules: &[],
};

pub(super) static CLAIMS_ADMINISTRATOR: Entry = Entry {
    key: "claims-administrator",
    name: "Claims administrator",
    plain: "The company that handles the claims",
    also: &["Third-party administrator (TPA)", "Claims processor"],
    finds: &["claims administrator", "third-party administrator", "TPA"],
    means: "An employer hires it to look at claims, send EOBs and answer the phone. Often it is a big insurer, but it does \
        not pay with its own money. The letter says whether it also decides your appeal.",
    met: "On your card and at the head of the letter.",
    rules: &[],
};

pub(super) static PLAN_ADMINISTRATOR: Entry = Entry {
    key: "plan-administrator",
    name: "Plan administrator",
    plain: "Who answers for a plan from work, most often the employer",
    also: &[],
    finds: &["plan administrator"],
    means: "The plan names somebody who answers for it. Most often that is your employer, and not the company on the card. \
        Write to this address when you ask for the plan\u{2019}s papers.",
    met: "In the summary plan description, with an address.",
    rules: &["plan-documents"],
};

pub(super) static PLAN_DOCUMENT: Entry = Entry {
    key: "plan-document",
    name: "Plan document",
    plain: "The plan\u{2019}s own rules",
    also: &["Policy", "Certificate of coverage", "Evidence of coverage (EOC)"],
    finds: &["plan document", "evidence of coverage", "certificate of coverage"],
    means: "The full text of what the plan covers, what it leaves out and what it wants to be asked first. Its words decide, \
        more than what anybody says by phone. Quote them in your appeal.",
    met: "At the benefits office, or on the plan\u{2019}s site under plan documents.",
    rules: &["plan-documents"],
};

pub(super) static SUMMARY_PLAN_DESCRIPTION: Entry = Entry {
    key: "summary-plan-description",
    name: "Summary plan description (SPD)",
    plain: "The plan\u{2019}s rules in short",
    also: &["Plan booklet", "Benefit booklet", "Member handbook"],
    finds: &["summary plan description", "SPD", "plan booklet"],
    means: "A booklet that sums up a plan from work: what it covers, how to appeal and who answers for it. Ask for it in \
        writing, together with the plan document. If the two differ, show both.",
    met: "At the benefits office at work.",
    rules: &["plan-documents"],
};

pub(super) static ERISA: Entry = Entry {
    key: "erisa",
    name: "ERISA plan",
    plain: "A plan from a private employer or a union",
    also: &["Employee welfare benefit plan"],
    finds: &["ERISA"],
    means: "ERISA is the federal law for plans from private work. It gives you the claim file, a fair review and, in the \
        end, a federal court. Plans of governments and of most churches stand outside it.",
    met: "In the plan booklet, under your rights.",
    rules: &["claim-file-free", "fair-review", "court"],
};

pub(super) static GRANDFATHERED: Entry = Entry {
    key: "grandfathered",
    name: "Grandfathered plan",
    plain: "An old plan that has hardly changed",
    also: &[],
    finds: &["grandfathered"],
    means: "It has stayed much the same since before the health reform law. Some newer rights do not hold for it, so go by \
        what your letter says. The plan\u{2019}s papers have to say that it is one.",
    met: "In the plan booklet, in a paragraph of its own.",
    rules: &[],
};

pub(super) static EXCLUSION: Entry = Entry {
    key: "exclusion",
    name: "Exclusion",
    plain: "What the plan covers for nobody",
    also: &["Not a covered benefit", "Non-covered service"],
    finds: &["exclusion"],
    means: "Care that the plan\u{2019}s own text leaves out. A doctor\u{2019}s letter alone does not change that. Read the \
        exact words: your care may not be what they mean, or they may allow an exception.",
    met: "In the plan document; in letters as \u{201c}not covered\u{201d}.",
    rules: &[],
};

pub(super) static BENEFIT_LIMIT: Entry = Entry {
    key: "benefit-limit",
    name: "Benefit limit",
    plain: "Only so many visits, days or items",
    also: &["Visit limit", "Benefit maximum"],
    finds: &["benefit limit", "visit limit", "benefit maximum"],
    means: "The plan pays for a set number and then stops. Count what you have really used, since a wrong code can use up a \
        visit. Ask too whether the plan allows more when a doctor shows the need.",
    met: "In the plan document; on the EOB as \u{201c}maximum reached\u{201d}.",
    rules: &[],
};

pub(super) static FORMULARY: Entry = Entry {
    key: "formulary",
    name: "Formulary",
    plain: "The plan\u{2019}s list of drugs",
    also: &["Drug list", "Preferred drug list"],
    finds: &["formulary", "drug list"],
    means: "The drugs that the plan covers, in groups (tiers) with different prices. A drug that is not on it may still be \
        covered as an exception. Ask for the list that holds today.",
    met: "On the plan\u{2019}s site, and in letters about a drug.",
    rules: &[],
};

pub(super) static COORDINATION_OF_BENEFITS: Entry = Entry {
    key: "coordination-of-benefits",
    name: "Coordination of benefits (COB)",
    plain: "Which of two plans pays first",
    also: &["Other insurance", "Primary and secondary payer"],
    finds: &["coordination of benefits", "COB"],
    means: "When two plans cover you, set rules say which pays first. Often the plan only wants to know whether you have \
        another one. A call or a form may settle it.",
    met: "In a letter or form that asks about other insurance.",
    rules: &[],
};

pub(super) static ACCUMULATOR: Entry = Entry {
    key: "accumulator",
    name: "Accumulator",
    plain: "The plan\u{2019}s count of what you paid this year",
    also: &["Year-to-date totals", "Amount met"],
    finds: &["accumulator"],
    means: "The plan adds up what counts toward your deductible and your out-of-pocket maximum. The count can be wrong when \
        a claim was changed or came late. Compare it with your receipts.",
    met: "On the EOB and on the plan\u{2019}s site.",
    rules: &[],
};

pub(super) static IN_NETWORK: Entry = Entry {
    key: "in-network",
    name: "In-network",
    plain: "The provider has a contract with your plan",
    also: &["Participating provider", "Preferred provider", "Contracted provider"],
    finds: &["in-network", "participating provider"],
    means: "The provider has agreed to the plan\u{2019}s prices and rules. Its contract mostly bars a bill to you beyond your \
        share. Check every name before planned care: the hospital can be in the network and one of its doctors not.",
    met: "In the plan\u{2019}s directory. Keep a picture of the page with its date.",
    rules: &[],
};

pub(super) static OUT_OF_NETWORK: Entry = Entry {
    key: "out-of-network",
    name: "Out-of-network",
    plain: "No contract with your plan",
    also: &["Non-participating provider", "Non-contracted provider"],
    finds: &["out-of-network", "non-participating provider"],
    means: "The plan pays less or nothing, and the provider may bill you for the rest. Some such bills are barred, above all \
        after an emergency. If the plan\u{2019}s directory was wrong, or the network had nobody, say so.",
    met: "On the EOB, and in a share higher than you know it.",
    rules: &[],
};
