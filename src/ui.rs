//! The pages. Pages read the store and are one route each; parts take props; neither knows a rule of law.

pub mod app;
mod not_kept;
pub mod pages;
pub mod parts;
pub mod route;
#[cfg(debug_assertions)]
mod states;
pub mod store;
pub mod wings;
