//! What can be said of a thing: certain, assumed, or unknown with the question to ask. Unknown is not zero and not false.

use crate::kinds::Field;

/// An answer that says how far it can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding<T> {
    /// Follows from confirmed facts.
    Certain(T),
    /// Follows if an assumption holds; `because` is the fact that would settle it.
    Assumed {
        /// The answer under the assumption.
        value: T,
        /// The missing facts that would settle it.
        because: Vec<Field>,
    },
    /// Cannot be said until one of these facts is known.
    Unknown {
        /// The facts to ask for.
        ask: Vec<Field>,
    },
}

impl<T> Finding<T> {
    /// The value, certain or assumed.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Certain(value) | Self::Assumed { value, .. } => Some(value),
            Self::Unknown { .. } => None,
        }
    }

    /// The same finding about something computed from the value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Finding<U> {
        match self {
            Self::Certain(value) => Finding::Certain(f(value)),
            Self::Assumed { value, because } => Finding::Assumed { value: f(value), because },
            Self::Unknown { ask } => Finding::Unknown { ask },
        }
    }
}
