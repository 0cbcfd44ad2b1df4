//! Dated, cited law and playbooks: the facts that code computes with.

pub mod schema;

// `schema` is compiled by the build script too, where these stand beside it.
use crate::{civil, kinds};
