//! One letter a file: a function from case, book and day to paper.
