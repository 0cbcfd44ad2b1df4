//! The words that a person meets in letters, bills and calls, each in plain words.
//!
//! Knows no case. A page that links a word names its [`Term`], so a link that leads nowhere does not compile; in running
//! text [`linked`] finds the words itself.

mod appeal;
mod approval;
mod bill;
mod claim;
mod money;
mod plan;

use std::sync::OnceLock;

/// A word of the glossary, with its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key in addresses.
    pub key: &'static str,
    /// The word, as it is printed most often.
    pub name: &'static str,
    /// The same in a few plain words.
    pub plain: &'static str,
    /// Other names that it is printed under.
    pub also: &'static [&'static str],
    /// The forms that are linked in running text: small letters, or capitals for an abbreviation. Empty for words so
    /// common that a link would only disturb.
    pub finds: &'static [&'static str],
    /// What it means, and what follows from it: two or three sentences.
    pub means: &'static str,
    /// Where a person meets it.
    pub met: &'static str,
    /// Ids of the rules of the book that the meaning rests on.
    pub rules: &'static [&'static str],
}

/// Makes the list of terms out of one table, so that no term can lack its entry or its place in the list.
macro_rules! terms {
    ($($(#[$doc:meta])+ $term:ident => $entry:path,)+) => {
        /// A word of the glossary.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Term {
            $($(#[$doc])+ $term,)+
        }

        impl Term {
            /// All of them, by what they are about.
            pub const ALL: &'static [Self] = &[$(Self::$term,)+];

            /// What the glossary says of it.
            #[must_use]
            pub fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$term => &$entry,)+
                }
            }
        }
    };
}

terms! {
    /// The employer pays the claims itself.
    SelfFunded => plan::SELF_FUNDED,
    /// The company that handles the claims.
    ClaimsAdministrator => plan::CLAIMS_ADMINISTRATOR,
    /// Who answers for a plan from work.
    PlanAdministrator => plan::PLAN_ADMINISTRATOR,
    /// The plan's own rules.
    PlanDocument => plan::PLAN_DOCUMENT,
    /// The booklet that sums them up.
    SummaryPlanDescription => plan::SUMMARY_PLAN_DESCRIPTION,
    /// The federal law for plans from private work.
    Erisa => plan::ERISA,
    /// A plan as old as the health reform law.
    Grandfathered => plan::GRANDFATHERED,
    /// What the plan covers for nobody.
    Exclusion => plan::EXCLUSION,
    /// Only so many visits, days or items.
    BenefitLimit => plan::BENEFIT_LIMIT,
    /// The plan's list of drugs.
    Formulary => plan::FORMULARY,
    /// Which of two plans pays first.
    CoordinationOfBenefits => plan::COORDINATION_OF_BENEFITS,
    /// The plan's count of what was paid this year.
    Accumulator => plan::ACCUMULATOR,
    /// In contract with the plan.
    InNetwork => plan::IN_NETWORK,
    /// Not in contract with the plan.
    OutOfNetwork => plan::OUT_OF_NETWORK,
    /// The price on the bill.
    BilledAmount => money::BILLED_AMOUNT,
    /// The most that the plan counts.
    AllowedAmount => money::ALLOWED_AMOUNT,
    /// What a network provider takes off.
    ContractDiscount => money::CONTRACT_DISCOUNT,
    /// What a person pays first each year.
    Deductible => money::DEDUCTIBLE,
    /// A fixed sum for a visit.
    Copay => money::COPAY,
    /// A share in percent.
    Coinsurance => money::COINSURANCE,
    /// The most that a person pays in a year.
    OutOfPocketMaximum => money::OUT_OF_POCKET_MAXIMUM,
    /// What the plan says is the person's to pay.
    PatientResponsibility => money::PATIENT_RESPONSIBILITY,
    /// Being billed for the rest.
    BalanceBilling => money::BALANCE_BILLING,
    /// From somebody outside the network whom nobody chose.
    SurpriseBill => money::SURPRISE_BILL,
    /// Checks before anything is wrong.
    PreventiveCare => money::PREVENTIVE_CARE,
    /// The plan's account of a claim.
    Eob => claim::EOB,
    /// To whom the plan assigned an amount.
    GroupCode => claim::GROUP_CODE,
    /// Why the plan paid less.
    ReasonCode => claim::REASON_CODE,
    /// What was done.
    ProcedureCode => claim::PROCEDURE_CODE,
    /// What was wrong.
    DiagnosisCode => claim::DIAGNOSIS_CODE,
    /// How it was done.
    Modifier => claim::MODIFIER,
    /// The claim sent again.
    CorrectedClaim => claim::CORRECTED_CLAIM,
    /// By when a claim must reach the plan.
    TimelyFiling => claim::TIMELY_FILING,
    /// The plan's no.
    AdverseBenefitDetermination => claim::ADVERSE_BENEFIT_DETERMINATION,
    /// The plan's last no.
    FinalDenial => claim::FINAL_DENIAL,
    /// Coverage cancelled back in time.
    Rescission => claim::RESCISSION,
    /// Whether the care is needed.
    MedicalNecessity => claim::MEDICAL_NECESSITY,
    /// The medical rule behind a decision.
    ClinicalCriteria => claim::CLINICAL_CRITERIA,
    /// Called not proven.
    Experimental => claim::EXPERIMENTAL,
    /// In a hospital bed and not admitted.
    Observation => claim::OBSERVATION,
    /// The plan's yes before the care.
    PriorAuthorization => approval::PRIOR_AUTHORIZATION,
    /// Asked for after the care.
    RetroactiveAuthorization => approval::RETROACTIVE_AUTHORIZATION,
    /// Another drug first.
    StepTherapy => approval::STEP_THERAPY,
    /// A drug that is not on the list.
    DrugException => approval::DRUG_EXCEPTION,
    /// A talk between doctors.
    PeerToPeer => approval::PEER_TO_PEER,
    /// The doctor's letter that says why.
    NecessityLetter => approval::NECESSITY_LETTER,
    /// Care that is going on now.
    ConcurrentCare => approval::CONCURRENT_CARE,
    /// Staying with a doctor after a change.
    ContinuityOfCare => approval::CONTINUITY_OF_CARE,
    /// The network's price where the network has nobody.
    GapException => approval::GAP_EXCEPTION,
    /// A contract for one patient.
    SingleCaseAgreement => approval::SINGLE_CASE_AGREEMENT,
    /// Asking the plan to decide again.
    InternalAppeal => appeal::INTERNAL_APPEAL,
    /// People outside the plan decide.
    ExternalReview => appeal::EXTERNAL_REVIEW,
    /// A fast decision.
    Expedited => appeal::EXPEDITED,
    /// The plan broke the rules, so the way is open.
    DeemedExhausted => appeal::DEEMED_EXHAUSTED,
    /// The first appeal in Medicare.
    Redetermination => appeal::REDETERMINATION,
    /// A second look.
    Reconsideration => appeal::RECONSIDERATION,
    /// A hearing before the state.
    FairHearing => appeal::FAIR_HEARING,
    /// Services that go on during an appeal.
    ContinuedBenefits => appeal::CONTINUED_BENEFITS,
    /// A complaint that is no appeal.
    Grievance => appeal::GRIEVANCE,
    /// All that the plan looked at.
    ClaimFile => appeal::CLAIM_FILE,
    /// A good reason for being late.
    GoodCause => appeal::GOOD_CAUSE,
    /// Somebody who acts for the patient.
    Representative => appeal::REPRESENTATIVE,
    /// No stricter for the mind than for the body.
    Parity => appeal::PARITY,
    /// Medicare's reviewer when care is about to end.
    Qio => appeal::QIO,
    /// The state office that watches insurers.
    InsuranceDepartment => appeal::INSURANCE_DEPARTMENT,
    /// Letter and papers sent as one.
    Packet => appeal::PACKET,
    /// A paper that proves something.
    Exhibit => appeal::EXHIBIT,
    /// Mail with proof.
    CertifiedMail => appeal::CERTIFIED_MAIL,
    /// The bill line by line.
    ItemizedBill => bill::ITEMIZED_BILL,
    /// The hospital's list of prices.
    Chargemaster => bill::CHARGEMASTER,
    /// The price in writing before care.
    GoodFaithEstimate => bill::GOOD_FAITH_ESTIMATE,
    /// Help from the hospital with its bill.
    FinancialAssistance => bill::FINANCIAL_ASSISTANCE,
    /// Care free or at a low price.
    CharityCare => bill::CHARITY_CARE,
    /// The yardstick for low income.
    PovertyGuideline => bill::POVERTY_GUIDELINE,
    /// Less for paying at once.
    PromptPayDiscount => bill::PROMPT_PAY_DISCOUNT,
    /// One payment that closes a bill.
    LumpSum => bill::LUMP_SUM,
    /// An agreement that ends a bill.
    Settlement => bill::SETTLEMENT,
    /// Paying part by part.
    PaymentPlan => bill::PAYMENT_PLAN,
    /// The bill waits.
    AccountHold => bill::ACCOUNT_HOLD,
    /// With a company that collects debts.
    Collections => bill::COLLECTIONS,
    /// A collector has to show the debt.
    Validation => bill::VALIDATION,
    /// How long somebody may sue.
    StatuteOfLimitations => bill::STATUTE_OF_LIMITATIONS,
    /// The plan wants its money back.
    Subrogation => bill::SUBROGATION,
    /// A bill with codes to send in oneself.
    Superbill => bill::SUPERBILL,
}

impl Term {
    /// The term with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.entry().key == key)
    }
}

/// All terms in the order of their names.
#[must_use]
pub fn a_to_z() -> Vec<Term> {
    let mut terms = Term::ALL.to_vec();
    terms.sort_by_cached_key(|term| term.entry().name.to_lowercase());
    terms
}

/// A piece of a text, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that are not explained.
    Plain(&'a str),
    /// Words that the glossary explains.
    Explained(&'a str, Term),
}

/// A text cut at the words that the glossary explains. Each is marked once, where it first stands; the pieces put
/// together are the text.
#[must_use]
pub fn linked(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut met = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match term_at(rest).filter(|(term, _)| !met.contains(term)) {
            Some((term, length)) => {
                let (before, word) = (text.get(from..at), text.get(at..at + length));
                pieces.extend(before.filter(|before| !before.is_empty()).map(Piece::Plain));
                pieces.extend(word.map(|word| Piece::Explained(word, term)));
                met.push(term);
                at += length;
                from = at;
            }
            None => at += to_next_word(rest),
        }
    }
    pieces.extend(text.get(from..).filter(|rest| !rest.is_empty()).map(Piece::Plain));
    pieces
}

/// The forms of all terms, the longest first, so that "external review" is not found as less than it is.
fn forms() -> &'static [(&'static str, Term)] {
    static FORMS: OnceLock<Vec<(&str, Term)>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms: Vec<(&str, Term)> =
            Term::ALL.iter().flat_map(|term| term.entry().finds.iter().map(|form| (*form, *term))).collect();
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        forms
    })
}

/// The term whose form, in the singular or the plural, begins this text, and how many bytes of the text it takes.
fn term_at(text: &str) -> Option<(Term, usize)> {
    forms().iter().find_map(|(form, term)| {
        let start = text.get(..form.len())?;
        let abbreviation = form.chars().all(|c| !c.is_lowercase());
        let same = if abbreviation { start == *form } else { start.eq_ignore_ascii_case(form) };
        let plural = ["", "s"].into_iter().find(|plural| {
            let after = text.get(form.len()..).and_then(|after| after.strip_prefix(plural));
            after.is_some_and(|after| after.chars().next().is_none_or(|c| !in_word(c)))
        })?;
        same.then_some((*term, form.len() + plural.len()))
    })
}

/// The bytes up to the start of the next word.
fn to_next_word(text: &str) -> usize {
    let word: usize = text.chars().take_while(|c| in_word(*c)).map(char::len_utf8).sum();
    let gap: usize = text.chars().skip_while(|c| in_word(*c)).take_while(|c| !in_word(*c)).map(char::len_utf8).sum();
    word + gap
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn check(text: &str, expected: &[(&str, Term)]) {
        let pieces = linked(text);
        let whole: String = pieces.iter().map(|(Piece::Plain(text) | Piece::Explained(text, _))| *text).collect();
        assert_eq!(whole, text, "the pieces are the text");
        let found: Vec<(&str, Term)> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Plain(_) => None,
                Piece::Explained(word, term) => Some((*word, *term)),
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_word_is_found_where_it_stands() {
        check("Ask for the claim file.", &[("claim file", Term::ClaimFile)]);
        check("EOB", &[("EOB", Term::Eob)]);
        check("Wait for two EOBs, then pay.", &[("EOBs", Term::Eob)]);
        check("Itemized bill first", &[("Itemized bill", Term::ItemizedBill)]);
        check(
            "Is the deductible met? Is the copay right?",
            &[("deductible", Term::Deductible), ("copay", Term::Copay)],
        );
    }

    #[test]
    fn a_word_is_explained_once() {
        check("The EOB is not a bill. Keep the EOB.", &[("EOB", Term::Eob)]);
    }

    #[test]
    fn a_part_of_a_longer_word_is_not_the_word() {
        check("copayments-like \u{2013} reshaping", &[]);
        check("an eob in small letters is no abbreviation", &[]);
        check("A caf\u{e9} has no prior-authorization-desk", &[]);
        check("out-of-network care", &[("out-of-network", Term::OutOfNetwork)]);
    }

    #[test]
    fn keys_names_and_forms_belong_to_one_term_each() {
        let mut seen: BTreeMap<String, Term> = BTreeMap::new();
        for term in Term::ALL {
            let Entry { key, name, finds, .. } = term.entry();
            assert_eq!(Term::from_key(key), Some(*term), "{key}");
            assert!(key.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{key}");
            for form in finds.iter().map(|form| (*form).to_owned()).chain([format!("name {name}")]) {
                assert!(!seen.contains_key(&form), "{form} belongs to {:?} and {term:?}", seen.get(&form));
                seen.insert(form, *term);
            }
        }
    }

    #[test]
    fn every_form_is_found_as_its_own_term() {
        for term in Term::ALL {
            for form in term.entry().finds {
                check(&format!("See {form}."), &[(*form, *term)]);
            }
        }
    }

    #[test]
    fn the_list_runs_from_a_to_z() {
        let names: Vec<String> = a_to_z().into_iter().map(|term| term.entry().name.to_lowercase()).collect();
        assert_eq!(names.len(), Term::ALL.len());
        assert!(names.is_sorted());
    }
}
