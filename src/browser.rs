//! The only code that knows a browser: clock, shelf, drafts, files, tabs, page, versions, worker.
//!
//! Each file is a thin wall around one thing that browsers do. What is decided is decided below, in `storage`, where it
//! can be tested without one.

pub mod clock;
pub mod drafts;
pub mod files;
pub mod page;
pub mod shelf;
pub mod tabs;
pub mod versions;
pub mod worker;
