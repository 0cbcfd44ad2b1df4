//! The places of a case: next, dates, letters and calls, papers, facts; and what is reached from them.

mod answer;
mod awaiting;
mod begin;
pub mod bill;
pub mod call;
pub mod criteria;
pub mod dates;
pub mod eob;
mod fact_row;
pub mod facts;
pub mod frame;
pub mod kit;
pub mod letter;
pub mod letters;
pub mod next;
mod now;
pub mod options;
pub mod owe;
pub mod packet;
pub mod papers;
mod sending;
