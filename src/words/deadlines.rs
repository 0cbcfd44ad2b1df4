//! Dates, their arithmetic and their standing, in words.
