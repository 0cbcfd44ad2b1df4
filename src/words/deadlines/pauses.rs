//! What does not stop the clock, in words. Nobody found a law that says so of each; where a rule of the book does, it is named.

use crate::kinds::CoverageKind;

/// The question that this answers.
pub const ASK: &str = "What does not stop the clock";

/// Before the list.
pub const LEAD: &str = "The time to appeal is counted from the notice. Each of these can help, and while it goes on the time \
                        runs out all the same. Do it, and appeal by your date.";

/// Something that people take for an appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// What it is.
    pub what: &'static str,
    /// Why it is none.
    pub why: &'static str,
    /// Id of the rule that says so, where the book has one.
    pub rule: Option<&'static str>,
}

/// For everybody.
const ALWAYS: [Pause; 6] = [
    Pause {
        what: "A talk between the doctors (peer-to-peer)",
        why: "It may turn the no around within days. It is a talk, and no appeal is filed by it.",
        rule: None,
    },
    Pause {
        what: "A corrected claim, or a request to process it again",
        why: "The office sends new papers. The first no stands until a new decision comes in writing.",
        rule: None,
    },
    Pause {
        what: "A complaint by phone",
        why: "A call leaves no paper. Unless the notice says that you can appeal by phone, and they confirm it in writing, it does \
              not count.",
        rule: None,
    },
    Pause {
        what: "A \u{201c}reconsideration\u{201d} that the office asks for",
        why: "Many plans use this word for a second look under their contract with the office. Ask whether it is your appeal under \
              the notice. In Medicare the same word is a real step.",
        rule: None,
    },
    Pause {
        what: "An appeal of the doctor or hospital for its own payment",
        why: "It is about what the plan pays them. Yours is about your rights. Only with your written consent do they appeal for you.",
        rule: None,
    },
    Pause {
        what: "A complaint to a state or federal office",
        why: "The office can ask the plan why. It cannot give you more time.",
        rule: Some("state-complaint"),
    },
];

/// Under an employer's own plan.
const EMPLOYER: [Pause; 2] = [
    Pause {
        what: "Waiting for the papers that you asked for",
        why: "Appeal by your date and say that you will add to it. Put all your proof into the appeal: a court that looks at an \
              employer\u{2019}s plan later mostly sees only what the plan had before it.",
        rule: None,
    },
    Pause {
        what: "A second appeal that the plan calls voluntary",
        why: "You need not use it, and the time for the review outside the plan may go on running. Ask in writing before you do.",
        rule: None,
    },
];

/// What does not stop the clock for this coverage; while it is not known, all of it.
#[must_use]
pub fn list(coverage: Option<CoverageKind>) -> Vec<Pause> {
    let work = coverage.is_none_or(|kind| match kind {
        CoverageKind::EmployerInsured | CoverageKind::EmployerSelfFunded | CoverageKind::Grandfathered => true,
        CoverageKind::Individual
        | CoverageKind::Government
        | CoverageKind::Church
        | CoverageKind::Fehb
        | CoverageKind::Medicare
        | CoverageKind::MedicareAdvantage
        | CoverageKind::PartD
        | CoverageKind::Medigap
        | CoverageKind::Medicaid
        | CoverageKind::MedicaidPlan
        | CoverageKind::Chip
        | CoverageKind::Tricare
        | CoverageKind::Va
        | CoverageKind::Student
        | CoverageKind::ShortTerm
        | CoverageKind::SharingMinistry
        | CoverageKind::DentalVision
        | CoverageKind::Uninsured
        | CoverageKind::WorkersCompensation
        | CoverageKind::Auto => false,
    });
    ALWAYS.into_iter().chain(EMPLOYER.into_iter().filter(|_| work)).collect()
}
