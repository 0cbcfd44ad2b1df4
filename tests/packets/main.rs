//! Packets of odd, locked and damaged files, read back by programs that others wrote: qpdf and poppler.
//!
//! `cargo xtask test packets`. The files are made by `make.py` beside this, each page with a marker.

mod damaged;
mod docx;
mod hands;
mod mutated;
mod photos;
mod read_back;
mod sound;
mod standard;
mod whole;
