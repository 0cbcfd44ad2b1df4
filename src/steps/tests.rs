//! The steps of a case, seen from inside.

