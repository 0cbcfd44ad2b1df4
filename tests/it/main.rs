//! Native tests: rules, plays, letters, packets, pages, stored shapes, and our own source.

mod agenda;
mod bills;
mod cases;
mod claims;
mod criteria;
mod dates;
mod exhibits;
mod guide;
mod letters;
mod options;
mod owe;
mod packet;
mod pages;
mod plays;
mod reader;
mod reading;
mod reconcile;
mod rulebook;
mod states;
mod storage;
mod tidy;
mod ways;
