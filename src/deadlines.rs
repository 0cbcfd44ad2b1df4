//! By when, and why: the two clocks.
