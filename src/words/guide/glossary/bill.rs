//! Words about bills: what they say, who helps with them, how they end.

use super::Entry;

pub(super) static ITEMIZED_BILL: Entry = Entry {
    key: "itemized-bill",
    name: "Itemized bill",
    plain: "The bill line by line",
    also: &["Itemized statement", "Detailed bill"],
    finds: &["itemized bill", "itemized statement"],
    means: "It shows each service with its day, code and price. Compare it with the EOB and with what you remember. Ask for it \
        in writing: billing records are part of what you may ask for as a patient.",
    met: "At the billing office. The first bill is most often only a sum.",
    rules: &[],
};

pub(super) static CHARGEMASTER: Entry = Entry {
    key: "chargemaster",
    name: "Chargemaster",
    plain: "The hospital\u{2019}s list of full prices",
    also: &["Charge description master (CDM)", "List price"],
    finds: &["chargemaster"],
    means: "The prices before any discount. Few people owe them. A hospital has to post its prices, and the cash price or the \
        price for plans is a better yardstick.",
    met: "On the hospital\u{2019}s site, under prices.",
    rules: &[],
};

pub(super) static GOOD_FAITH_ESTIMATE: Entry = Entry {
    key: "good-faith-estimate",
    name: "Good faith estimate",
    plain: "The price in writing before care, if you pay yourself",
    also: &["GFE", "Cost estimate"],
    finds: &["good faith estimate", "GFE"],
    means: "A provider owes it to people without insurance, or who do not use it, when they book or ask. Keep it. If the bill \
        is far above it, there is a federal way to dispute the bill.",
    met: "Before planned care, on paper or by message.",
    rules: &[],
};

pub(super) static FINANCIAL_ASSISTANCE: Entry = Entry {
    key: "financial-assistance",
    name: "Financial assistance",
    plain: "Help from the hospital with its bill",
    also: &["Financial assistance policy (FAP)", "Financial aid", "Sliding scale"],
    finds: &["financial assistance", "sliding scale"],
    means: "Nonprofit hospitals must have written rules for it and a form, and must not hide them. It can lower or end a \
        bill, even one that is with a collector. There is a last day to ask, so ask for the form now.",
    met: "On the hospital\u{2019}s site, on its bills, and at its front desk.",
    rules: &[],
};

pub(super) static CHARITY_CARE: Entry = Entry {
    key: "charity-care",
    name: "Charity care",
    plain: "Care free or at a low price for those who cannot pay",
    also: &["Free care", "Uncompensated care"],
    finds: &["charity care"],
    means: "It is the strongest form of financial assistance. Your income, and in some places your savings, decide. Some \
        states have laws of their own for it, so ask even if one hospital says no.",
    met: "In the hospital\u{2019}s policy on financial assistance.",
    rules: &[],
};

pub(super) static POVERTY_GUIDELINE: Entry = Entry {
    key: "poverty-guideline",
    name: "Federal poverty guideline",
    plain: "The yardstick for low income",
    also: &["Federal poverty level (FPL)"],
    finds: &["poverty guideline", "federal poverty level", "FPL"],
    means: "The government sets it each year by the size of a household. Hospitals and programs use it to say who gets help. \
        Count everybody in your household as the form says.",
    met: "On the form for financial assistance.",
    rules: &[],
};

pub(super) static PROMPT_PAY_DISCOUNT: Entry = Entry {
    key: "prompt-pay-discount",
    name: "Prompt-pay discount",
    plain: "Less, if you pay at once",
    also: &["Cash discount", "Pay-in-full discount"],
    finds: &["prompt-pay discount", "cash discount"],
    means: "Many billing offices take something off when the whole bill is paid by a set day. Ask for it after the bill is \
        right, and not before. Get it in writing before you pay.",
    met: "Seldom printed. Ask the billing office.",
    rules: &[],
};

pub(super) static LUMP_SUM: Entry = Entry {
    key: "lump-sum",
    name: "Lump sum",
    plain: "One payment that closes the bill",
    also: &["Payment in full at a lower amount"],
    finds: &["lump sum", "lump-sum"],
    means: "You offer one payment now for less than the bill. Offer only what you have. The paper must say that it settles \
        the whole account, before the money goes out.",
    met: "In talks with a billing office or a collector.",
    rules: &[],
};

pub(super) static SETTLEMENT: Entry = Entry {
    key: "settlement",
    name: "Settlement",
    plain: "An agreement that ends the bill",
    also: &["Settlement agreement"],
    finds: &["settlement"],
    means: "Both sides agree on a sum and on what happens then: nothing more is owed, and no collector gets the rest. It may \
        take away your right to object later, so read it first. Get it in writing before you pay.",
    met: "In a letter from the biller or the collector.",
    rules: &[],
};

pub(super) static PAYMENT_PLAN: Entry = Entry {
    key: "payment-plan",
    name: "Payment plan",
    plain: "Paying part by part",
    also: &["Installments"],
    finds: &["payment plan"],
    means: "You pay a sum each month that you can really spare. Ask that it bear no interest and that the bill stay out of \
        collections while you keep to it. A bill on a credit card or a loan is no longer a hospital bill, so take care.",
    met: "At the billing office.",
    rules: &[],
};

pub(super) static ACCOUNT_HOLD: Entry = Entry {
    key: "account-hold",
    name: "Account hold",
    plain: "The bill waits",
    also: &["Billing hold", "Pending insurance"],
    finds: &["account hold", "billing hold"],
    means: "The billing office agrees to wait while the plan decides, with no late fees and no collector. A hold has an end: \
        note the day and call before it. Ask for it in writing.",
    met: "In a call with the billing office.",
    rules: &[],
};

pub(super) static COLLECTIONS: Entry = Entry {
    key: "collections",
    name: "Collections",
    plain: "The bill is with a company that collects debts",
    also: &["Collection agency", "Third-party collector"],
    finds: &["collections", "collection agency", "debt collector"],
    means: "The provider has hired a collector, or sold it the debt. You can still dispute the bill, ask for assistance and \
        appeal. Ask the provider to call it back while the plan decides, and get every deal in writing before you pay.",
    met: "In a letter or call from a name that you do not know.",
    rules: &[],
};

pub(super) static VALIDATION: Entry = Entry {
    key: "debt-validation",
    name: "Debt validation",
    plain: "A collector has to show the debt",
    also: &["Validation notice", "Verification of debt"],
    finds: &["debt validation", "validation notice"],
    means: "A collector must tell you what it says you owe, to whom, and by which day you can dispute it. If you dispute it in \
        writing by that day, it has to stop until it answers. Later you can still dispute it, but it need not stop.",
    met: "In the collector\u{2019}s first letter.",
    rules: &[],
};

pub(super) static STATUTE_OF_LIMITATIONS: Entry = Entry {
    key: "statute-of-limitations",
    name: "Statute of limitations",
    plain: "How long somebody may sue",
    also: &["Time-barred debt"],
    finds: &["statute of limitations", "time-barred"],
    means: "Each state sets a time after which a debt can no longer be sued for. In many states a payment, or a promise in \
        writing, starts it anew. If court papers come, answer them on time however old the debt is.",
    met: "In letters about old debts.",
    rules: &[],
};

pub(super) static SUBROGATION: Entry = Entry {
    key: "subrogation",
    name: "Subrogation",
    plain: "The plan wants its money back from an accident",
    also: &["Third-party liability", "Right of recovery"],
    finds: &["subrogation", "third-party liability"],
    means: "After an accident the plan asks whether somebody else has to pay. If you get money from them, it may want a part. \
        Answer the form, and talk to a lawyer before you sign anything about an accident.",
    met: "In a form that asks how you were hurt.",
    rules: &[],
};

pub(super) static SUPERBILL: Entry = Entry {
    key: "superbill",
    name: "Superbill",
    plain: "A bill with codes for you to send in",
    also: &["Statement for insurance"],
    finds: &["superbill"],
    means: "A provider outside the network does not always send a claim. This paper has the codes with which you can send it \
        yourself. Do it soon, since the plan has a last day for claims.",
    met: "Ask the office for it after a visit.",
    rules: &[],
};
