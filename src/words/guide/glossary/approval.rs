//! Words about approval before, during and after care, and about care where the network has nobody.

use super::Entry;

pub(super) static PRIOR_AUTHORIZATION: Entry = Entry {
    key: "prior-authorization",
    name: "Prior authorization",
    plain: "The plan\u{2019}s yes before the care",
    also: &["Preauthorization", "Precertification", "Prior approval"],
    finds: &["prior authorization", "preauthorization", "precertification", "prior approval"],
    means: "For some care the plan wants to be asked first, most often by the doctor\u{2019}s office. Keep the number, the \
        dates and the names that it covers. A yes can still be followed by a denial if one of them does not match the claim.",
    met: "In a letter before the care, or as the reason in a denial.",
    rules: &[],
};

pub(super) static RETROACTIVE_AUTHORIZATION: Entry = Entry {
    key: "retroactive-authorization",
    name: "Retroactive authorization",
    plain: "Approval asked for after the care",
    also: &["Retro-authorization", "Late authorization"],
    finds: &["retroactive authorization", "retro-authorization"],
    means: "Some plans still look at approval for a short time after the care. The doctor\u{2019}s office sends the request \
        with the notes. It does not stop the time for your appeal.",
    met: "Ask the plan whether it takes one, and until when.",
    rules: &["internal-appeal-window"],
};

pub(super) static STEP_THERAPY: Entry = Entry {
    key: "step-therapy",
    name: "Step therapy",
    plain: "Another drug first",
    also: &["Fail first", "Step edit"],
    finds: &["step therapy", "fail first"],
    means: "The plan wants you to try another drug before the one that your doctor chose. The doctor can ask for an exception: \
        you have tried it, it did harm, or it would not work for you.",
    met: "At the pharmacy, or as the reason in a denial.",
    rules: &[],
};

pub(super) static DRUG_EXCEPTION: Entry = Entry {
    key: "drug-exception",
    name: "Drug exception",
    plain: "Asking for a drug that is not on the list",
    also: &["Formulary exception", "Coverage exception", "Tiering exception"],
    finds: &["drug exception", "formulary exception", "tiering exception"],
    means: "The doctor tells the plan why the drugs on its list will not do. Plans that people buy must answer fast, and an \
        outside reviewer can look at a no. Plans from work have ways of their own: ask for them.",
    met: "In the plan\u{2019}s booklet, under drugs.",
    rules: &["drug-exception-decision", "drug-exception-review"],
};

pub(super) static PEER_TO_PEER: Entry = Entry {
    key: "peer-to-peer",
    name: "Peer-to-peer review",
    plain: "A talk between your doctor and the plan\u{2019}s doctor",
    also: &["Physician-to-physician call", "Doctor-to-doctor call"],
    finds: &["peer-to-peer", "peer-to-peer review"],
    means: "It can turn a no around within days. Plans allow it only for a short time, so ask at once. It does not stop the \
        time for your appeal.",
    met: "In the denial, with a phone number for the doctor.",
    rules: &["internal-appeal-window"],
};

pub(super) static NECESSITY_LETTER: Entry = Entry {
    key: "letter-of-medical-necessity",
    name: "Letter of medical necessity",
    plain: "The doctor\u{2019}s letter that says why",
    also: &["Necessity letter", "Letter of support"],
    finds: &["letter of medical necessity", "necessity letter"],
    means: "The clinician who treats you says why you need this care, why now, and what was tried before. It weighs most when \
        it answers the plan\u{2019}s own rule line by line, with records behind each line.",
    met: "Ask the doctor\u{2019}s office. Bring the denial and the rule.",
    rules: &[],
};

pub(super) static CONCURRENT_CARE: Entry = Entry {
    key: "concurrent-care",
    name: "Concurrent care",
    plain: "Care that is going on now",
    also: &["Concurrent review", "Continued stay review"],
    finds: &["concurrent care", "concurrent review"],
    means: "The plan approved a course of care and now wants to end it or cut it short. It has to warn you in time to appeal, \
        and care that it approved may have to stay covered meanwhile. Call before it ends.",
    met: "In a letter during a hospital stay, rehab or other treatment.",
    rules: &["keep-ongoing-care", "first-decision-extend-urgent-treatment"],
};

pub(super) static CONTINUITY_OF_CARE: Entry = Entry {
    key: "continuity-of-care",
    name: "Continuity of care",
    plain: "Staying with your doctor after a change",
    also: &["Transition of care"],
    finds: &["continuity of care", "transition of care"],
    means: "Your doctor leaves the network while you are in treatment. In some cases, such as pregnancy, serious illness or \
        planned surgery, you may stay for a time on the old terms. You have to ask, so ask at once.",
    met: "In a letter that a doctor or hospital leaves the network.",
    rules: &[],
};

pub(super) static GAP_EXCEPTION: Entry = Entry {
    key: "gap-exception",
    name: "Network gap exception",
    plain: "The network\u{2019}s price where the network has nobody",
    also: &["Network exception", "Out-of-network exception"],
    finds: &["gap exception", "network exception", "network gap exception"],
    means: "If nobody in the network can give you the care in reach and in time, ask the plan to treat another provider as in \
        the network. Ask before the care. Write down whom you called and what they said.",
    met: "Ask the plan for it; few letters name it.",
    rules: &[],
};

pub(super) static SINGLE_CASE_AGREEMENT: Entry = Entry {
    key: "single-case-agreement",
    name: "Single-case agreement",
    plain: "A contract for one patient",
    also: &["Letter of agreement", "One-time contract"],
    finds: &["single-case agreement", "single case agreement"],
    means: "The plan and a provider outside the network agree on a price for your care alone. Both have to want it. Get it in \
        writing before the care, with the dates and what you will owe.",
    met: "When the plan and the provider talk about care outside the network.",
    rules: &[],
};
