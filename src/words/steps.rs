//! Steps, confidence, papers and people, in words.
