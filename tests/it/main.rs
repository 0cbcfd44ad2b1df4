//! Native tests: rules, plays, letters, packets, stored shapes, and our own source.

mod storage;
mod tidy;
