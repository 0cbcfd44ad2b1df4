//! Saving, copies, erasing, in words.
