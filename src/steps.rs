//! What to do next, why, and what is still needed.
