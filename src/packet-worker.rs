//! The worker that makes PDFs.
fn main() {}
