//! The way from a door to a case: what is asked one by one, what is confirmed together.
