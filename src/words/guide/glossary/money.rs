//! Words about who pays what.

use super::Entry;

pub(super) static BILLED_AMOUNT: Entry = Entry {
    key: "billed-amount",
    name: "Billed amount",
    plain: "The price on the bill",
    also: &["Charge", "Total charges", "Gross charge"],
    finds: &["billed amount", "total charges"],
    means: "What the provider asks before any discount. With a plan it is seldom what you owe. Look at the allowed amount \
        instead.",
    met: "In the first column of the EOB, and on the bill.",
    rules: &[],
};

pub(super) static ALLOWED_AMOUNT: Entry = Entry {
    key: "allowed-amount",
    name: "Allowed amount",
    plain: "The most that the plan counts for a service",
    also: &["Negotiated rate", "Eligible expense", "Plan allowance", "Approved amount"],
    finds: &["allowed amount", "negotiated rate"],
    means: "A provider in the network has agreed to this price. Your share is worked out from it, and not from the price on \
        the bill.",
    met: "On the EOB, beside the billed amount.",
    rules: &[],
};

pub(super) static CONTRACT_DISCOUNT: Entry = Entry {
    key: "contract-discount",
    name: "Contract discount",
    plain: "What a network provider takes off",
    also: &["Contractual adjustment", "Write-off", "Network savings"],
    finds: &["contract discount", "network discount", "contractual adjustment"],
    means: "The gap between the price on the bill and the allowed amount. A provider in the network has agreed not to ask \
        you for it. It is not a denial.",
    met: "On the EOB. It should stand on the bill too.",
    rules: &[],
};

pub(super) static DEDUCTIBLE: Entry = Entry {
    key: "deductible",
    name: "Deductible",
    plain: "What you pay first each year",
    also: &[],
    finds: &["deductible"],
    means: "You pay this much for care yourself before the plan starts to pay its part. Some care is paid for before it is \
        met. It is not a denial, but check that all you have paid was counted.",
    met: "On the EOB, and in the plan\u{2019}s booklet.",
    rules: &[],
};

pub(super) static COPAY: Entry = Entry {
    key: "copay",
    name: "Copay",
    plain: "A fixed sum for a visit or a drug",
    also: &["Copayment"],
    finds: &["copay", "copayment"],
    means: "You pay the same sum each time, whatever the visit costs. It is not a denial. If two were taken for one visit, \
        ask why.",
    met: "On your card, and at the front desk.",
    rules: &[],
};

pub(super) static COINSURANCE: Entry = Entry {
    key: "coinsurance",
    name: "Coinsurance",
    plain: "Your share in percent",
    also: &["Percentage you pay"],
    finds: &["coinsurance"],
    means: "The part of the allowed amount that is yours once the deductible is met. It is not a denial, but the rate can be \
        wrong. Compare it with the plan\u{2019}s booklet.",
    met: "On the EOB, after the deductible.",
    rules: &[],
};

pub(super) static OUT_OF_POCKET_MAXIMUM: Entry = Entry {
    key: "out-of-pocket-maximum",
    name: "Out-of-pocket maximum",
    plain: "The most that you pay in a plan year",
    also: &["Out-of-pocket limit", "Maximum out of pocket (MOOP)"],
    finds: &["out-of-pocket maximum", "out-of-pocket limit", "MOOP"],
    means: "Once your shares for covered care in the network add up to it, the plan pays the rest for that year. Care outside \
        the network or outside the plan mostly does not count. If you have passed it, look hard at every later bill.",
    met: "In the plan\u{2019}s booklet, and on the EOB as a running total.",
    rules: &[],
};

pub(super) static PATIENT_RESPONSIBILITY: Entry = Entry {
    key: "patient-responsibility",
    name: "Patient responsibility",
    plain: "What the plan says is yours to pay",
    also: &["You may owe", "Your share", "Member liability"],
    finds: &["patient responsibility", "member liability"],
    means: "It adds up your deductible, copay, coinsurance and what was not covered. It is the plan\u{2019}s count and not a \
        bill. If the bill asks for more, ask the biller why before you pay.",
    met: "In the last column of the EOB.",
    rules: &[],
};

pub(super) static BALANCE_BILLING: Entry = Entry {
    key: "balance-billing",
    name: "Balance billing",
    plain: "Being billed for the rest",
    also: &["Balance bill"],
    finds: &["balance billing", "balance bill", "balance-bill", "balance-billing"],
    means: "A provider bills you for the gap between its price and the allowed amount. In the network its contract mostly \
        bars that. Outside the network it may do so, unless a law against surprise bills protects you.",
    met: "On a bill for more than the EOB says you owe.",
    rules: &[],
};

pub(super) static SURPRISE_BILL: Entry = Entry {
    key: "surprise-bill",
    name: "Surprise bill",
    plain: "From somebody outside the network whom you could not choose",
    also: &["Surprise medical bill", "No Surprises Act"],
    finds: &["surprise bill", "surprise medical bill", "no surprises act"],
    means: "It comes after an emergency, or from a doctor outside the network at a hospital that is in it. A federal law bars \
        most such bills for people with a plan from work or one that they bought. Ground ambulances are the main gap.",
    met: "On a bill after the EOB, for far more than your share.",
    rules: &["emergency-without-approval"],
};

pub(super) static PREVENTIVE_CARE: Entry = Entry {
    key: "preventive-care",
    name: "Preventive care",
    plain: "Checks and shots before anything is wrong",
    also: &["Preventive service", "Wellness visit"],
    finds: &["preventive care", "preventive service"],
    means: "Most plans must pay a set list of it in full when the provider is in the network. If you were charged, ask how it \
        was coded. A check that was coded as treatment can cost you a share.",
    met: "On the EOB of a yearly check or a screening.",
    rules: &[],
};
