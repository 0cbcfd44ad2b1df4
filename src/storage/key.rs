//! The names under which texts stand on the shelf. Knows no text and no browser.

use std::fmt;

use crate::case::CaseId;

/// What every key of ours begins with. A page on a shared address leaves other pages' keys alone.
const OURS: &str = "recourse.";

/// The name of one text on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A case.
    Case(CaseId),
    /// Words being typed.
    Draft(DraftKey),
    /// A text that could not be read, set aside.
    Aside {
        /// Numbers the texts set aside.
        number: u32,
        /// The key that it had.
        of: String,
    },
}

/// Where words being typed belong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftKey {
    /// The case, once there is one.
    pub case: Option<CaseId>,
    /// The place in it, such as `call-notes` or `letter-7-reason`.
    pub what: String,
}

impl Key {
    /// The key again from its text; `None` when it is not ours or not of these kinds.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (kind, rest) = text.strip_prefix(OURS)?.split_once('.')?;
        match kind {
            "case" => Some(CaseId(rest.to_owned())).filter(is_plain).map(Self::Case),
            "draft" => {
                let (case, what) = rest.split_once('.')?;
                let case = match case {
                    "-" => None,
                    id => Some(Some(CaseId(id.to_owned())).filter(is_plain)?),
                };
                Some(Self::Draft(DraftKey { case, what: what.to_owned() }))
            }
            "aside" => {
                let (number, of) = rest.split_once('.')?;
                Some(Self::Aside { number: number.parse().ok()?, of: format!("{OURS}{of}") })
            }
            _ => None,
        }
    }

    /// Whether a key on the shelf is one of ours, of whatever kind or version.
    #[must_use]
    pub fn is_ours(text: &str) -> bool {
        text.starts_with(OURS)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(id) => write!(f, "{OURS}case.{}", id.0),
            Self::Draft(DraftKey { case, what }) => {
                write!(f, "{OURS}draft.{}.{what}", case.as_ref().map_or("-", |id| id.0.as_str()))
            }
            Self::Aside { number, of } => write!(f, "{OURS}aside.{number}.{}", of.strip_prefix(OURS).unwrap_or(of)),
        }
    }
}

/// Whether a name is made of letters, digits and hyphens alone, so that it can stand inside a key.
pub(super) fn is_plain(id: &CaseId) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    id.0.starts_with(|c: char| c.is_ascii_alphanumeric()) && id.0.len() <= 64 && id.0.chars().all(plain)
}

/// A name for a new case: the moment of its opening, or the next one that no case has. Nothing in it says who it is about.
#[must_use]
pub fn fresh_id(milliseconds: u64, taken: impl Fn(&CaseId) -> bool) -> CaseId {
    let mut at = milliseconds;
    loop {
        let id = CaseId(format!("c{at:x}"));
        if !taken(&id) {
            return id;
        }
        at = at.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &Key, text: &str) {
        assert_eq!(key.to_string(), text);
        assert_eq!(Key::read(text).as_ref(), Some(key));
    }

    #[test]
    fn a_key_reads_as_it_prints() {
        let case = CaseId("c18f".to_owned());
        check(&Key::Case(case.clone()), "recourse.case.c18f");
        let what = "letter-7-reason.2".to_owned();
        check(&Key::Draft(DraftKey { case: Some(case), what: what.clone() }), "recourse.draft.c18f.letter-7-reason.2");
        check(&Key::Draft(DraftKey { case: None, what }), "recourse.draft.-.letter-7-reason.2");
        let of = "recourse.case.c18f".to_owned();
        check(&Key::Aside { number: 3, of }, "recourse.aside.3.case.c18f");
    }

    #[test]
    fn other_peoples_keys_are_not_ours() {
        for text in
            ["theme", "recourse", "recourse.", "recourse.case", "recourse.case.", "recourse.case.a b", "recourse.x.1"]
        {
            assert_eq!(Key::read(text), None, "{text}");
        }
        assert!(!Key::is_ours("recoursex.case.1"));
    }

    #[test]
    fn two_cases_opened_in_one_moment_have_two_names() {
        let first = fresh_id(1_706_745_600_000, |_| false);
        let second = fresh_id(1_706_745_600_000, |id| *id == first);
        assert_ne!(first, second);
        assert!(is_plain(&first) && is_plain(&second));
    }
}
