//! Recourse helps a person whose health insurance said no.
