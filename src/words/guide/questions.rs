//! Questions people ask, each with a short answer and what to do next.
//!
//! Knows no number of law: what an answer rests on it names by the rule's id, and what no rule of the book holds yet is
//! said without a number.

use super::glossary::Term;

/// A question with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its key in addresses.
    pub key: &'static str,
    /// The question, as a person asks it.
    pub ask: &'static str,
    /// The answer, a paragraph each. The first sentence answers.
    pub answer: &'static [&'static str],
    /// What to do next.
    pub next: &'static str,
    /// Ids of the rules of the book that the answer rests on.
    pub rules: &'static [&'static str],
    /// Ids of contacts who help with it.
    pub contacts: &'static [&'static str],
    /// Words that it helps to know.
    pub terms: &'static [Term],
}

/// The question with this key.
#[must_use]
pub fn question(key: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.key == key)
}

/// The questions, what most people ask first at the head.
pub static QUESTIONS: [Question; 23] = [
    Question {
        key: "every-denial",
        ask: "Can I appeal every denial?",
        answer: &[
            "Nearly every one, at least once inside the plan. The letter must say how and by when. A short-term plan or a \
             sharing ministry may have only rules of its own.",
            "After the plan, people outside it may look again. That is open mostly for medical questions, cancelled coverage \
             and surprise bills.",
            "A deductible, a copay or coinsurance is no denial. And some denials are right under the plan: then another way \
             helps more than an appeal.",
        ],
        next: "Look in the letter for your right to appeal and for the last day. If they are not there, call and ask.",
        rules: &["notice-content", "internal-appeal-window"],
        contacts: &[],
        terms: &[Term::InternalAppeal, Term::ExternalReview, Term::Exclusion],
    },
    Question {
        key: "missed-date",
        ask: "What if I have missed the date?",
        answer: &[
            "Appeal today all the same. Many plans must count from the day on which you got the letter, and not from the day \
             printed on it. You may be less late than you think.",
            "Say why you are late, and ask the plan to take it for good cause. Illness, a letter that never came, or wrong \
             directions are reasons to name. Medicare has a rule for such reasons; other plans may decide for themselves.",
            "Read too whether the letter told you all it had to. If it left out how to appeal, say so.",
        ],
        next: "Write a short appeal today, send it by fax or portal, and keep the proof. A corrected claim, a complaint or \
               help with the bill may still be open too.",
        rules: &["internal-appeal-window", "notice-content"],
        contacts: &["consumer-assistance-programs"],
        terms: &[Term::GoodCause],
    },
    Question {
        key: "how-long",
        ask: "How long does it take?",
        answer: &[
            "The law gives most plans a set time to answer: the shortest when it is urgent, more before care, the most after \
             it. The outside review has a time of its own.",
            "On your side the papers take longest. Ask for them in the first days. The letter itself is an evening\u{2019}s \
             work, and this page drafts it for you.",
        ],
        next: "Open a case with the date of your letter. Both clocks are then worked out for you: yours and theirs.",
        rules: &[
            "appeal-decision-urgent",
            "appeal-decision-pre-service",
            "appeal-decision-post-service",
            "external-review-decision",
            "external-review-decision-urgent",
        ],
        contacts: &[],
        terms: &[Term::Expedited],
    },
    Question {
        key: "cost",
        ask: "Does an appeal cost money?",
        answer: &[
            "No. The plan may not take a fee for an appeal, and its file on your claim is free. The outside review is free in \
             the federal process. A state may ask for a small fee and gives it back if you win.",
            "What can cost you: copies of records from a doctor, certified mail, and a helper whom you pay. Court costs more, \
             so talk to a lawyer first.",
        ],
        next: "Do not pay anybody for a form. The forms are free from the plan or the state.",
        rules: &["representative", "claim-file-free"],
        contacts: &[],
        terms: &[Term::ClaimFile, Term::CertifiedMail],
    },
    Question {
        key: "drop-me",
        ask: "Will the plan drop me if I appeal?",
        answer: &[
            "No. To appeal is your right, and a plan may not end your coverage because you used it.",
            "Coverage can end for other reasons, such as a premium that was not paid or a job that ended. So go on paying the \
             premium while you dispute a claim.",
        ],
        next: "If your coverage ends and you see no other reason, ask for the reason in writing and call one of the offices \
               below.",
        rules: &[],
        contacts: &["state-insurance-departments", "ebsa"],
        terms: &[Term::Rescission],
    },
    Question {
        key: "doctor-will-not-help",
        ask: "What if the doctor will not help?",
        answer: &[
            "Ask for less. A copy of the notes, one corrected code or a few lines may be all you need. Ask who in the office \
             handles approvals.",
            "Bring the plan\u{2019}s rule with you. It is easier to answer a list than to write a letter from nothing.",
            "Another clinician who treated you can write too. And your records are yours to ask for, however busy the doctor \
             is.",
        ],
        next: "Ask once more in writing, with a day by which you need it. Send the appeal by its date with what you have.",
        rules: &["criteria-free"],
        contacts: &[],
        terms: &[Term::NecessityLetter, Term::ClinicalCriteria],
    },
    Question {
        key: "doctor-appeals",
        ask: "Can the doctor appeal for me?",
        answer: &[
            "Yes, in most plans, when you agree to it in writing. In an urgent case a clinician who knows you may act without \
             the form.",
            "Ask in whose name they appeal. An appeal in your name may use up one of yours. An appeal in the office\u{2019}s \
             own name goes another way and may not keep your time.",
        ],
        next: "Ask for a copy of what they sent and of the answer. If you are not sure that it counts as yours, send your own \
               by its date.",
        rules: &["representative", "internal-appeal-window"],
        contacts: &[],
        terms: &[Term::Representative],
    },
    Question {
        key: "no-answer",
        ask: "What if they do not answer?",
        answer: &[
            "The plan has a last day to answer. When it has passed, call, ask for a supervisor, and say which day it was. Then \
             say the same in a letter.",
            "For many plans a missed day lets you go on to the outside review or to court without waiting. A small slip that \
             did no harm can be excused.",
            "If nothing shows that your appeal arrived, send it again in a way that leaves proof.",
        ],
        next: "Ask by which day they will answer and note it. You can complain to the office that watches your plan at the \
               same time. That stops no clock.",
        rules: &["deemed-exhausted", "state-complaint"],
        contacts: &["state-insurance-departments", "ebsa"],
        terms: &[Term::DeemedExhausted],
    },
    Question {
        key: "complaint",
        ask: "Is a complaint as good as an appeal?",
        answer: &[
            "No, it does something else. An appeal asks the plan to decide again, and it keeps your time. A complaint asks an \
             office to see whether the plan keeps the rules.",
            "A complaint is free and can run beside your appeal. It stops no clock.",
        ],
        next: "Send the appeal first. Then complain if the plan does not answer, gives no reason, or breaks its own rules.",
        rules: &["state-complaint", "internal-appeal-window"],
        contacts: &["state-insurance-departments", "ebsa"],
        terms: &[Term::Grievance, Term::InsuranceDepartment],
    },
    Question {
        key: "plan-is-right",
        ask: "What if the plan is right?",
        answer: &[
            "Then it is good to know it soon. Read the page of the plan that they name. If it leaves this care out for \
             everybody, a letter about your need does not change that.",
            "Three ways may still be open: an exception, if the plan has one; other care that it covers; and a lower price or \
             help with the bill.",
        ],
        next: "Ask the plan what it would cover in its place, and ask the doctor whether that would do.",
        rules: &[],
        contacts: &[],
        terms: &[Term::Exclusion, Term::FinancialAssistance],
    },
    Question {
        key: "kind-of-plan",
        ask: "How do I find out what kind of plan I have?",
        answer: &[
            "Ask where it comes from: work, a union, a school, the state, Medicare, or bought by yourself. If it comes from \
             work, ask who pays the claims. The card does not tell.",
            "It matters, since it decides which law holds, how long you have, and who looks at it after the plan.",
        ],
        next: "Ask the benefits office at work: is our plan self-funded, or does an insurance company pay the claims?",
        rules: &["plan-documents"],
        contacts: &["ebsa"],
        terms: &[Term::SelfFunded, Term::Erisa],
    },
    Question {
        key: "computer",
        ask: "Did a computer decide this?",
        answer: &[
            "It may have sorted your claim, or done more. You can ask who decided, what that person is trained in, and which \
             rule was used.",
            "On appeal somebody who did not make the first decision has to look at all that you send. For a medical question \
             they have to ask a clinician with the right training.",
        ],
        next: "Ask for the claim file. Ask in the same letter whether a program made or shaped the decision.",
        rules: &["fair-review", "reviewer-identity", "criteria-free"],
        contacts: &[],
        terms: &[Term::ClaimFile, Term::ClinicalCriteria],
    },
    Question {
        key: "surprise-bills",
        ask: "Is there protection against surprise bills?",
        answer: &[
            "Yes, in most plans from work and most plans that people buy. It is for emergencies, for air ambulances, and for \
             doctors outside the network at a hospital or surgery center that is in it. There you owe no more than your share \
             in the network.",
            "There are gaps. Ground ambulances are the main one. Another is planned care for which you signed ahead that you \
             give the protection up. Such a form does not count for an emergency, for anesthesia, or for lab work and imaging.",
            "Medicare, Medicaid and TRICARE limit bills in ways of their own. Short-term plans and sharing ministries are \
             mostly outside. A deductible that is not met yet is still yours to pay.",
        ],
        next: "Tell the provider and the plan that the No Surprises Act protects this bill. Pay no more than your share in \
               the network while they sort it out. The federal help desk is free.",
        rules: &["emergency-without-approval"],
        contacts: &["no-surprises-help-desk"],
        terms: &[Term::SurpriseBill, Term::BalanceBilling],
    },
    Question {
        key: "billed-meanwhile",
        ask: "Can the hospital bill me while I appeal?",
        answer: &[
            "Often yes. An appeal to the plan does not of itself stop the bill. But many offices hold it when you ask and show \
             them that the plan is looking at it again.",
            "A nonprofit hospital has to wait before it takes harsh steps, such as a lawsuit. It also has to stop them while it \
             looks at a full request for financial assistance.",
        ],
        next: "Call the billing office. Ask for a hold in writing, with the day on which it ends, and call again before that \
               day.",
        rules: &[],
        contacts: &[],
        terms: &[Term::AccountHold, Term::FinancialAssistance],
    },
    Question {
        key: "both-at-once",
        ask: "Can I talk about the price while I appeal?",
        answer: &[
            "Yes. Tell the billing office that the plan is looking at it again. Ask what they would take if the plan does not \
             pay, and what their cash price is.",
            "Do not sign or pay yet. Once the bill is settled, the office has no more reason to help you with the plan, and you \
             may have given up a right.",
        ],
        next: "Write down the offer, who made it and how long it holds. Go back to it when the plan has answered.",
        rules: &[],
        contacts: &[],
        terms: &[Term::PromptPayDiscount, Term::LumpSum],
    },
    Question {
        key: "pay-a-part",
        ask: "What if I pay a part of the bill?",
        answer: &[
            "Ask first what it changes. A part payment does not keep the rest from a collector, unless they agree to that in \
             writing. In many states it also gives them more time to sue.",
            "It can be read as saying that you owe all of it. If you want to pay what you are sure of, such as your copay, \
             write on the payment what it is for.",
        ],
        next: "Ask for a hold first. If you agree on a payment plan, get its terms in writing before the first payment.",
        rules: &[],
        contacts: &[],
        terms: &[Term::PaymentPlan, Term::StatuteOfLimitations],
    },
    Question {
        key: "credit",
        ask: "Does it hurt my credit to negotiate?",
        answer: &[
            "No. To ask for a lower price, a hold or a payment plan is not put on a credit report.",
            "What can be put there is an unpaid bill that has gone to a collector. The credit bureaus leave out many medical \
             debts by rules of their own, and some states have laws about it. Both can change, so do not count on them.",
            "A bill that you move to a credit card or a loan no longer counts as a medical bill. Think twice before you do that.",
        ],
        next: "Ask for a hold before the bill is late. Get every agreement in writing before you pay.",
        rules: &[],
        contacts: &[],
        terms: &[Term::Collections, Term::AccountHold],
    },
    Question {
        key: "collections",
        ask: "What if the bill is already in collections?",
        answer: &[
            "You can still dispute it, ask for financial assistance, and appeal. Do not pay on the first call.",
            "Ask the collector in writing to show the debt: for what, for whom, how much. Its first letter names a day. If you \
             dispute it by then, in writing, it must stop until it answers.",
            "Ask the hospital or doctor to call the account back, or to suspend collections, while the plan or the hospital \
             looks at it.",
            "If you agree on a sum, get it in writing before you pay. It should say that the account is settled in full, and \
             what will be told to the credit bureaus.",
        ],
        next: "Write to the collector today, and keep proof that it arrived. If court papers come, answer them on time and \
               call legal aid.",
        rules: &[],
        contacts: &["legal-aid"],
        terms: &[Term::Validation, Term::Settlement],
    },
    Question {
        key: "advocate-or-lawyer",
        ask: "When do I need an advocate or a lawyer?",
        answer: &[
            "Many people manage the first appeal alone or with free help. Get a person when the sum is more than you can bear, \
             when your health is getting worse, or when the plan has said no twice.",
            "Talk to a lawyer soon if somebody sues you or if there was an accident. Do so too if a public program ends your \
             care, or if you think of going to court.",
            "In a plan from work, a court often sees only what was in the appeal. So ask before the last appeal, and not after \
             it.",
        ],
        next: "Start with the free offices below. Before you pay anybody, ask about training and fees.",
        rules: &["court"],
        contacts: &["consumer-assistance-programs", "ebsa", "ship", "legal-aid"],
        terms: &[],
    },
    Question {
        key: "for-my-mother",
        ask: "Can I use this for my mother, or for a friend?",
        answer: &[
            "Yes. Make one case for each person, and enter yourself as the one who acts for them. The letters then say so.",
            "The plan will want a signed form before it talks with you or takes an appeal from you. Medicare and Medicaid have \
             forms of their own. A power of attorney or a guardian\u{2019}s papers may do.",
            "In an urgent case a clinician who knows her may act without a form.",
        ],
        next: "Ask the plan for its form today, since it takes time to get it signed. Keep each person\u{2019}s papers apart.",
        rules: &["representative"],
        contacts: &["ship"],
        terms: &[Term::Representative],
    },
    Question {
        key: "record-a-call",
        ask: "May I record a call?",
        answer: &[
            "It depends on the state. In some it is enough that you know; in others everybody on the line has to agree. If you \
             are in two states, the stricter law may hold.",
            "Good notes do nearly as well: the name, the day and the hour, the reference number, and what was promised. A \
             letter that confirms the call makes them strong.",
        ],
        next: "If you want to record, ask first, and let them say yes again once it runs. If they say no, take notes.",
        rules: &[],
        contacts: &[],
        terms: &[],
    },
    Question {
        key: "private",
        ask: "Who sees what I type here?",
        answer: &[
            "Nobody. This page sends nothing: your case stays in this browser, on this device. It also means that nobody can \
             bring it back for you when it is gone.",
        ],
        next: "Save a copy now and then. On a device that others use, erase the case when you are done.",
        rules: &[],
        contacts: &[],
        terms: &[],
    },
    Question {
        key: "legal-advice",
        ask: "Is this legal advice?",
        answer: &[
            "No. It is information, not a substitute for the advice of an attorney. It is no medical and no financial advice \
             either.",
            "Every rule here names its source, how sure we are of it, and the day on which somebody last looked. Go by your own \
             letter where the two differ, and by the earlier date.",
        ],
        next: "If much hangs on it, show your papers to a lawyer or to one of the free offices.",
        rules: &[],
        contacts: &["legal-aid"],
        terms: &[],
    },
];
