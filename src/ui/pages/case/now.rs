//! What there is to do in a case today, with the filing clock that the pages share.

use crate::case::Case;
use crate::civil::Date;
use crate::deadlines;
use crate::kinds::CoverageKind;
use crate::rulebook;
use crate::steps::{self, Clock, Steps};

/// The kind of coverage, where it is known.
pub fn coverage(case: &Case) -> Option<CoverageKind> {
    case.coverage_kind().value().copied()
}

/// What there is to do.
pub fn steps(case: &Case, today: Date) -> Steps<'static> {
    let book = rulebook::book();
    steps::of(case, book, today, Clock::of(&deadlines::of(case, book, today)))
}
