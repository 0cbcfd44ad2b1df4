//! Names of fields and values, and what to do when one is refused.
