//! Words on the claim, its codes and the decision.

use super::Entry;

pub(super) static EOB: Entry = Entry {
    key: "eob",
    name: "Explanation of benefits (EOB)",
    plain: "The plan\u{2019}s account of a claim",
    also: &["Claim summary", "Medicare Summary Notice (MSN)"],
    finds: &["explanation of benefits", "EOB"],
    means: "It shows what was billed, what the plan allowed, what it paid and what it says you owe. It is not a bill. Wait \
        for it before you pay, and compare the two.",
    met: "In the mail or on the plan\u{2019}s site, some weeks after the care.",
    rules: &[],
};

pub(super) static GROUP_CODE: Entry = Entry {
    key: "group-code",
    name: "Group code",
    plain: "Two letters that say who was given the amount",
    also: &["CO, PR, OA, PI, CR"],
    finds: &["group code"],
    means: "CO means that the plan put the amount on the provider, and PR that it put it on you. In the network CO is a \
        strong point. Elsewhere it is a question to ask: the code alone does not prove that you owe nothing.",
    met: "On the EOB, in front of the reason code.",
    rules: &[],
};

pub(super) static REASON_CODE: Entry = Entry {
    key: "reason-code",
    name: "Reason code",
    plain: "A number that stands for the reason",
    also: &["Claim adjustment reason code (CARC)", "Denial code"],
    finds: &["reason code", "CARC", "denial code"],
    means: "It says in short why the plan paid less than was billed. Some codes are no denial and only name your share. Ask \
        for the reason in words too.",
    met: "On the EOB, with a list of meanings at its end.",
    rules: &["notice-content"],
};

pub(super) static PROCEDURE_CODE: Entry = Entry {
    key: "procedure-code",
    name: "Procedure code",
    plain: "A code for what was done",
    also: &["CPT code", "HCPCS code", "Service code"],
    finds: &["procedure code", "CPT", "HCPCS"],
    means: "Each visit, test or treatment has one. A wrong code can turn good care into a denial. Only the provider can \
        correct it.",
    met: "On the itemized bill and often on the EOB.",
    rules: &["notice-content"],
};

pub(super) static DIAGNOSIS_CODE: Entry = Entry {
    key: "diagnosis-code",
    name: "Diagnosis code",
    plain: "A code for what was wrong",
    also: &["ICD code"],
    finds: &["diagnosis code", "ICD"],
    means: "It tells the plan why the care was given. If it is missing or too vague, needed care can look needless. Ask the \
        doctor\u{2019}s office whether the claim names all that was wrong.",
    met: "On the claim. The plan gives it to you when you ask.",
    rules: &["notice-content"],
};

pub(super) static MODIFIER: Entry = Entry {
    key: "modifier",
    name: "Modifier",
    plain: "Two signs that say how it was done",
    also: &[],
    finds: &["modifier"],
    means: "It stands behind a procedure code and says, for instance, which side it was or that a second service was apart \
        from the first. A missing one can be the whole reason for a denial. The provider adds it and sends the claim again.",
    met: "On the claim and the itemized bill.",
    rules: &[],
};

pub(super) static CORRECTED_CLAIM: Entry = Entry {
    key: "corrected-claim",
    name: "Corrected claim",
    plain: "The claim sent again with the mistake mended",
    also: &["Replacement claim", "Resubmission", "Reprocessing"],
    finds: &["corrected claim", "resubmission"],
    means: "The provider mends a code, a name or a missing paper and sends the claim again. That is quicker than an appeal. It \
        does not stop the time for your appeal.",
    met: "Ask the doctor\u{2019}s office or the biller for it.",
    rules: &["internal-appeal-window"],
};

pub(super) static TIMELY_FILING: Entry = Entry {
    key: "timely-filing",
    name: "Timely filing",
    plain: "By when a claim must reach the plan",
    also: &["Filing limit", "Time limit expired"],
    finds: &["timely filing", "filing limit"],
    means: "The plan refuses a claim that comes too late. If a provider in the network sent it late, it mostly has to bear \
        that itself. If it had the wrong insurance from you, the answer can differ.",
    met: "As the reason on an EOB.",
    rules: &[],
};

pub(super) static ADVERSE_BENEFIT_DETERMINATION: Entry = Entry {
    key: "adverse-benefit-determination",
    name: "Adverse benefit determination",
    plain: "The plan\u{2019}s no",
    also: &["Denial", "Adverse determination", "Notice of denial", "Organization determination"],
    finds: &["adverse benefit determination", "adverse determination"],
    means: "The formal name for a decision not to pay, to pay less, not to approve, or to end coverage. It must give the \
        reason and say how to appeal. Your time to appeal starts with it.",
    met: "As the title of the letter that says no.",
    rules: &["notice-content", "internal-appeal-window"],
};

pub(super) static FINAL_DENIAL: Entry = Entry {
    key: "final-denial",
    name: "Final internal adverse benefit determination",
    plain: "The plan\u{2019}s last no",
    also: &["Final denial", "Final adverse determination"],
    finds: &["final internal adverse benefit determination", "final denial", "final adverse determination"],
    means: "The answer to your last appeal inside the plan. It opens the way to the outside review, and a new clock starts \
        with it. Keep the envelope and note the day on which it came.",
    met: "As the title of the letter that answers your appeal.",
    rules: &["external-review-state-window", "external-review-hhs-window", "external-review-federal-window"],
};

pub(super) static RESCISSION: Entry = Entry {
    key: "rescission",
    name: "Rescission",
    plain: "Coverage cancelled back in time",
    also: &["Cancelled coverage"],
    finds: &["rescission"],
    means: "The plan says that you were not covered on the day of the care, although you were at the time. The law allows that \
        for few reasons, such as fraud. You can appeal it, and an outside reviewer can look at it.",
    met: "In a letter that ends your coverage as of a day in the past.",
    rules: &[],
};

pub(super) static MEDICAL_NECESSITY: Entry = Entry {
    key: "medical-necessity",
    name: "Medical necessity",
    plain: "Whether you need this care",
    also: &["Medically necessary", "Medically appropriate"],
    finds: &["medical necessity", "medically necessary"],
    means: "The plan judges by written rules whether you need this care, this much of it and in this place. That is a medical \
        judgment, so a clinician can answer it. You can have the rule that they used, free.",
    met: "As the reason in a denial.",
    rules: &["criteria-free"],
};

pub(super) static CLINICAL_CRITERIA: Entry = Entry {
    key: "clinical-criteria",
    name: "Clinical criteria",
    plain: "The medical rule behind the decision",
    also: &["Medical policy", "Coverage policy", "Clinical guideline"],
    finds: &["clinical criteria", "medical policy", "coverage policy"],
    means: "A list of what must be true before the plan says yes. Ask for it and give it to the doctor. A letter that answers \
        it line by line weighs most.",
    met: "Named in the denial. You may ask for a free copy.",
    rules: &["criteria-free"],
};

pub(super) static EXPERIMENTAL: Entry = Entry {
    key: "experimental",
    name: "Experimental or investigational",
    plain: "The plan says that it is not proven",
    also: &["Unproven", "Not established"],
    finds: &["experimental", "investigational"],
    means: "The plan holds that there is not enough proof that this care works. Studies and the guidelines of medical \
        societies can show the contrary. It is a medical judgment, so outside review is often open.",
    met: "As the reason in a denial.",
    rules: &["criteria-free"],
};

pub(super) static OBSERVATION: Entry = Entry {
    key: "observation",
    name: "Observation status",
    plain: "In a hospital bed, but not admitted",
    also: &["Outpatient in a bed"],
    finds: &["observation status"],
    means: "You can be in a hospital bed for days and still count as an outpatient. It changes what you owe and, in Medicare, \
        whether nursing care is covered later. Ask each day whether you are admitted.",
    met: "In a notice at the hospital, or on the bill.",
    rules: &[],
};
