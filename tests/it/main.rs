//! Native tests: rules, plays, letters, packets, pages, stored shapes, and our own source.

mod agenda;
mod bills;
mod cases;
mod dates;
mod guide;
mod letters;
mod options;
mod packet;
mod pages;
mod plays;
mod reader;
mod reading;
mod rulebook;
mod storage;
mod tidy;
mod ways;
