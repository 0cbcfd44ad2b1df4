//! What can be wrong with an entry of the book. Knows no entry.

use super::QUOTE_WORDS;

/// What can be wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Fault {
    /// Two entries of a table have one id.
    #[error("this id is used {times} times")]
    Repeated {
        /// How often.
        times: usize,
    },
    /// Something must be said and is not.
    #[error("`{field}` is empty")]
    Empty {
        /// The field.
        field: String,
    },
    /// Names something that the book lacks.
    #[error("`{field}` names the {table} `{id}`, which the book lacks")]
    Dangling {
        /// The field.
        field: String,
        /// The table that should have it.
        table: &'static str,
        /// The id.
        id: String,
    },
    /// Nothing says whom it binds.
    #[error("binds no coverage and not everybody")]
    BindsNobody,
    /// Two citations for one coverage.
    #[error("binds {coverage} twice")]
    BindsTwice {
        /// The coverage.
        coverage: String,
    },
    /// A track counts on a rule that does not bind it.
    #[error("`{rule}` does not bind this coverage, so nothing could be cited for it")]
    DoesNotBind {
        /// The rule.
        rule: String,
    },
    /// A clock without a way of counting.
    #[error("`{rule}` is named as a clock and has no `counts`")]
    NotAClock {
        /// The rule.
        rule: String,
    },
    /// An amount without a way of counting, or a way of counting without an amount.
    #[error("`counts` and `value` must stand together")]
    HalfAClock,
    /// An amount of nothing.
    #[error("the amount from {from} is 0")]
    NoAmount {
        /// The day from which it would hold.
        from: String,
    },
    /// Amounts that do not follow each other.
    #[error("the amounts are not in the order of their days")]
    AmountsOutOfOrder,
    /// Too few worked examples to catch a slip.
    #[error("has {count} examples; a clock of days or months needs two")]
    FewExamples {
        /// How many it has.
        count: usize,
    },
    /// A clock where the state may give less, with nothing said about it.
    #[error("the state may give less than this: say so in `doubt`")]
    SilentMaximum,
    /// The citation does not lead to the sentence.
    #[error("`{cite}` has no pinpoint: name the section, and in CFR and U.S.C. the paragraph")]
    NoPinpoint {
        /// The citation.
        cite: String,
    },
    /// The address is not one that a browser opens safely.
    #[error("`{url}` is not an https address")]
    NotHttps {
        /// The address.
        url: String,
    },
    /// The address carries a follower's mark.
    #[error("`{url}` carries a tracking parameter")]
    Tracked {
        /// The address.
        url: String,
    },
    /// Said to be read in the official text, and the words are missing.
    #[error("says that the official text was read and quotes none of it")]
    OfficialWithoutQuote,
    /// A quotation too long.
    #[error("quotes {words} words; {QUOTE_WORDS} are the most")]
    LongQuote {
        /// How many.
        words: usize,
    },
    /// It would be stale at once.
    #[error("is to be checked again on {recheck_on}, not after it was checked on {checked_on}")]
    StaleAtOnce {
        /// Last look.
        checked_on: String,
        /// Next look.
        recheck_on: String,
    },
    /// Named by nothing.
    #[error("no step, right, review, play, question or worked date names this rule")]
    UnusedRule,
    /// A second road where one leads.
    #[error("another road is for the same coverage and the same matter, so nobody comes to this one")]
    SecondRoad,
    /// One sum that still holds where the next one begins.
    #[error("the sum from {from} still holds when the next one begins")]
    Overlapping {
        /// Its first day.
        from: String,
    },
    /// Rests under no rule.
    #[error("no rule rests on this source")]
    UnusedSource,
    /// Said to be read in the official text, and read elsewhere.
    #[error("says that the official text was read, and was read elsewhere")]
    OfficialElsewhere,
    /// Nothing says where it was read.
    #[error("was read somewhere and names no page")]
    NoPage,
    /// A field is doubted that the entry does not have.
    #[error("`{field}` has a confidence of its own and is not there")]
    NoSuchField {
        /// The field.
        field: String,
    },
    /// Letters that the post gives to no state.
    #[error("`{code}` are the letters of no state, district or territory")]
    NoSuchState {
        /// The letters.
        code: String,
    },
    /// A state of which the book has no file.
    #[error("has no file")]
    MissingState,
    /// A code of the book for which nobody wrote what to do.
    #[error("has no advice")]
    NoAdvice,
    /// An entry that nothing names.
    #[error("nothing names it")]
    Unused,
    /// A code that is said to be given out and to be no longer given out.
    #[error("is retired and has a meaning in the book")]
    RetiredAndKnown,
    /// A time that the law does not let a state choose.
    #[error("`{field}` is {days}; the law lets a state choose {least} to {most}")]
    BeyondTheLaw {
        /// The field.
        field: String,
        /// As the file says.
        days: u32,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A time of a state without a page to open.
    #[error("`{field}` sets a date and names no page that a person could open")]
    NoPageToOpen {
        /// The field.
        field: String,
    },
    /// A holiday that no calendar has.
    #[error("never falls on any day")]
    NoSuchDay,
}
