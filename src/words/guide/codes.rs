//! What codes mean: the group first, then the code, then who must put it right and the way through it.
//!
//! Knows no case. Meanings come from the book, advice from the annex.

use crate::case::ReasonCode;
use crate::importers::typed::{self, Codes};
use crate::rulebook::schema::{Advice, Billed, Code, Family, Fixer, Group, Way};
use crate::rulebook::{Annex, Book, Play};

/// The field for codes.
pub const FIELD: &str = "Codes from your letter or EOB";
/// How codes look.
pub const HINT: &str = "Two letters with a number, or a letter with a number. Type them or paste the lines that hold them. What \
    you type here is not kept and goes nowhere.";
/// What to read first.
pub const GROUP_FIRST: &str = "Read the two letters first: they say to whom the plan gave the amount. The same number under CO and \
    under PR means the opposite for you.";
/// What holds whatever the code is.
pub const NEVER_FIRST: &str = "Do not pay a bill on a denied claim at once. Wait until the EOB shows a PR amount, the provider has \
    mended any mistake, and you have noted the last day to appeal.";
/// What is said where the two letters are missing.
pub const NO_GROUP: &str = "The two letters before the number are missing here. Look for CO, PR, OA or PI on the EOB, or ask for them: \
    they decide who should pay.";
/// What is said of a remark code.
pub const REMARK: &str =
    "This is a remark code. It adds detail to the reason code beside it; the two letters stand there.";
/// What is said of a code that the book lacks.
pub const UNKNOWN: &str = "We do not know this code. Plans also use codes of their own.";
/// What is said of a code that old papers may show.
pub const RETIRED: &str = "This number seems to be no longer in use. Ask the insurer which one it would use today.";
/// What to ask about a code that the book lacks.
pub const ASK: &str = "Ask the plan: \u{201c}What does this code mean in plain words? Who has to put it right, and by when? Please \
    send me that in writing.\u{201d}";
/// What is said of words that are no codes.
pub const NOT_A_CODE: &str =
    "This is not a code as plans print them. Check the figures and letters against your paper.";
/// What is said of the advice.
pub const ADVICE: &str =
    "Who must mend it is how it is usually done, and no law. The \u{201c}you owe\u{201d} line of the EOB comes first.";
/// What is said of a code that is no denial.
pub const NO_DENIAL: &str = "This is no denial. It says how the amount was counted.";
/// What is said where nobody wrote down who mends it.
pub const NOBODY_KNOWN: &str = "Not known. Ask the plan who has to act.";

/// All sentences of the decoder, for whoever measures them.
pub const SENTENCES: [&str; 13] = [
    FIELD,
    HINT,
    GROUP_FIRST,
    NEVER_FIRST,
    NO_GROUP,
    REMARK,
    UNKNOWN,
    RETIRED,
    ASK,
    NOT_A_CODE,
    ADVICE,
    NO_DENIAL,
    NOBODY_KNOWN,
];

/// A code and all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The code as plans print it.
    pub printed: String,
    /// To whom the amount went.
    pub group: Option<&'a Group>,
    /// What to say where there is no group.
    pub no_group: Option<&'static str>,
    /// What it means.
    pub code: Option<&'a Code>,
    /// Whether old papers may show it.
    pub retired: bool,
    /// What to do about it.
    pub advice: Option<&'a Advice>,
    /// How such codes are met.
    pub family: Option<&'a Family>,
    /// The plays that it leads to; the general one where no other does.
    pub plays: Vec<&'a Play>,
}

/// What was typed: the codes, and what is none.
#[must_use]
pub fn decoded<'a>(text: &str, book: &'a Book, annex: &'a Annex) -> (Vec<Decoded<'a>>, Vec<String>) {
    let Codes { read, unread } = typed::codes_in(text);
    (read.iter().map(|code| decode(code, book, annex)).collect(), unread)
}

fn decode<'a>(code: &ReasonCode, book: &'a Book, annex: &'a Annex) -> Decoded<'a> {
    let known = book.code(&code.code);
    let group = code.group.as_deref().and_then(|group| book.group(group));
    let remark = code.code.starts_with(['M', 'N']);
    let advice = annex.advice(&code.code);
    let mut plays: Vec<&Play> = book.plays.iter().filter(|play| play.suggests.codes.contains(&code.code)).collect();
    let denial = known.is_none_or(|code| !code.not_a_denial);
    if plays.is_empty() && denial {
        plays.extend(book.play("general"));
    }
    Decoded {
        printed: code.to_string(),
        group,
        no_group: group.is_none().then_some(if remark { REMARK } else { NO_GROUP }),
        code: known,
        retired: annex.retired.iter().any(|retired| retired.code == code.code),
        advice,
        family: advice.and_then(|advice| annex.family(&advice.family)),
        plays,
    }
}

/// Who must put it right, in a few words.
#[must_use]
pub fn fixes(fixes: &[Fixer]) -> String {
    if fixes.is_empty() {
        return NOBODY_KNOWN.to_owned();
    }
    fixes.iter().map(|one| fixer(*one)).collect::<Vec<_>>().join("; or ")
}

fn fixer(fixer: Fixer) -> &'static str {
    match fixer {
        Fixer::Provider => "the doctor\u{2019}s or hospital\u{2019}s billing office",
        Fixer::Insurer => "the plan",
        Fixer::Patient => "you",
        Fixer::OtherPayer => "another insurer",
    }
}

/// Whether the person may be billed.
#[must_use]
pub fn billed(billed: Billed) -> &'static str {
    match billed {
        Billed::CostShare => "It is your normal share. Check it against the plan.",
        Billed::OnlyUnderPr => "Only when it stands under PR.",
        Billed::NotInNetwork => "Not by a provider in your network.",
        Billed::No => "You should not be billed for it.",
        Billed::NotYet => "Not yet: the claim is not finished.",
        Billed::OtherPayerFirst => "Another insurer should be billed first.",
        Billed::PlanTerms => "It depends on the plan, or on a paper that you signed.",
    }
}

/// Who acts, and whether an appeal is the way.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::NoAppealUnlessWrong => "No appeal, unless the amount is wrong.",
        Way::ProviderFixThenAppeal => "The provider tries to mend it first. If that fails, appeal.",
        Way::AppealAndExternalReview => "Appeal, and then ask for the review outside the plan.",
        Way::ProviderFix => "The provider mends it. An appeal is seldom needed.",
        Way::ProviderOrPatientSends => "Somebody sends what is missing. Find out who, and by when.",
        Way::ProviderWriteoffOrAppeal => {
            "If the provider was late, it is the provider\u{2019}s loss. If you were, appeal and say why."
        }
        Way::PatientInsurerFix => "You and the plan put the facts right.",
        Way::PatientProviderFix => "You answer the plan, and the provider bills again.",
        Way::SurpriseBillCheckThenAppeal => "Check the rules on surprise bills first. Then appeal.",
        Way::AppealPlanTerms => "Appeal with the plan\u{2019}s own words.",
        Way::ExceptionRequest => "Whoever prescribed it asks for an exception.",
        Way::Nothing => "Nothing to do.",
        Way::WaitAndAsk => "Wait, but note the date, and ask what is missing.",
        Way::NextLevel => "Go to the next step that the letter names.",
        Way::ProviderWriteoff => "It is the provider\u{2019}s matter.",
        Way::EligibilityOffice => "Ask the office that decides on the coverage.",
        Way::AskReasonThenAppeal => "Ask for the reason in writing. Then appeal.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{annex, book};

    #[test]
    fn a_known_code_leads_from_its_group_to_its_play() {
        let (codes, unread) = decoded("CO-197, N130", book(), annex());
        assert_eq!(unread, Vec::<String>::new());
        let [reason, remark] = codes.as_slice() else { panic!("{codes:?}") };
        assert_eq!(reason.group.map(|group| group.code.as_str()), Some("CO"));
        assert!(reason.code.is_some() && reason.no_group.is_none());
        assert!(reason.plays.iter().any(|play| play.id == "S04"), "{:?}", reason.plays);
        assert!(reason.advice.is_some_and(|advice| advice.fixes.contains(&Fixer::Provider)));
        assert_eq!(remark.no_group, Some(REMARK));
    }

    #[test]
    fn an_unknown_code_is_named_and_leads_to_the_general_way() {
        let (codes, unread) = decoded("PR-999 ABC12345", book(), annex());
        assert_eq!(codes.len(), 1);
        assert_eq!((codes[0].printed.as_str(), codes[0].code), ("PR-999", None));
        assert_eq!(codes[0].plays.first().map(|play| play.id.as_str()), Some("general"));
        assert_eq!(unread, ["ABC12345"]);
    }

    #[test]
    fn a_share_is_no_denial_and_needs_no_play() {
        let (codes, _) = decoded("PR-1", book(), annex());
        assert!(codes[0].code.is_some_and(|code| code.not_a_denial));
        assert!(codes[0].plays.is_empty());
    }

    #[test]
    fn who_mends_it_is_said_or_said_to_be_unknown() {
        assert_eq!(fixes(&[]), NOBODY_KNOWN);
        assert_eq!(fixes(&[Fixer::Insurer, Fixer::Patient]), "the plan; or you");
    }
}
